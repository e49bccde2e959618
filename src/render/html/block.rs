//! The pieces of content that are mostly text: paragraphs, points, facts, cards, notices.
//! Must never decide what is said: every word comes from the handbook.

use crate::compile::{Block, Card, Fact, Line, NoticeKind};

use super::flow::flow;
use super::inline::line;
use super::page::Page;
use super::table::table;
use super::week::week;

/// Writes pieces of content; `level` is that of a heading among them.
pub(super) fn blocks(page: &mut Page, blocks: &[Block], level: Level) {
    for block in blocks {
        match block {
            Block::Paragraph(text) => page.element("p", &[], |page| line(page, text)),
            Block::Points { ordered, points: found } => points(page, *ordered, found, level),
            Block::Facts(found) => facts(page, found),
            Block::Table(found) => table(page, found),
            Block::Week(found) => week(page, found),
            Block::Card(found) => card(page, found, level),
            Block::Flow(found) => flow(page, found),
            Block::Notice { kind, label, blocks } => notice(page, *kind, label, blocks, level),
            Block::Heading(text) => page.leaf(level.tag(), &[], text),
        }
    }
}

/// How deep a heading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    /// The heading of a chapter.
    Chapter,
    /// The heading of a section.
    Section,
    /// A heading inside a section.
    Inside,
}

impl Level {
    /// The element of the heading.
    pub(super) fn tag(self) -> &'static str {
        match self {
            Level::Chapter => "h2",
            Level::Section => "h3",
            Level::Inside => "h4",
        }
    }
}

/// Writes labels and what they say.
pub(super) fn facts(page: &mut Page, facts: &[Fact]) {
    if facts.is_empty() {
        return;
    }
    page.element("dl", &[("class", "facts")], |page| {
        for fact in facts {
            page.element("div", &[], |page| {
                page.leaf("dt", &[], &fact.label);
                page.element("dd", &[], |page| line(page, &fact.value));
            });
        }
    });
}

fn points(page: &mut Page, ordered: bool, points: &[Vec<Block>], level: Level) {
    if points.is_empty() {
        return;
    }
    page.element(if ordered { "ol" } else { "ul" }, &[], |page| {
        for point in points {
            page.element("li", &[], |page| match point.as_slice() {
                [Block::Paragraph(only)] => line(page, only),
                several => blocks(page, several, level),
            });
        }
    });
}

fn card(page: &mut Page, card: &Card, level: Level) {
    page.element("div", &[("class", "card")], |page| {
        if let Some(when) = card.when.as_ref().filter(|when| !Line::is_empty(when)) {
            page.element("p", &[("class", "when")], |page| {
                page.own(r##"<svg class="icon" aria-hidden="true"><use href="#_speech"></use></svg>"##);
                page.element("span", &[], |page| line(page, when));
            });
        }
        for wording in &card.wordings {
            page.element("blockquote", &[], |page| blocks(page, wording, level));
        }
        facts(page, &card.facts);
    });
}

fn notice(page: &mut Page, kind: NoticeKind, label: &str, inside: &[Block], level: Level) {
    let (class, icon) = match kind {
        NoticeKind::Never => {
            ("notice never", r##"<svg class="icon" aria-hidden="true"><use href="#_never"></use></svg>"##)
        }
        NoticeKind::Note => {
            ("notice note", r##"<svg class="icon" aria-hidden="true"><use href="#_note"></use></svg>"##)
        }
        NoticeKind::Coming => {
            ("notice coming", r##"<svg class="icon" aria-hidden="true"><use href="#_coming"></use></svg>"##)
        }
        NoticeKind::Bound => {
            ("notice bound", r##"<svg class="icon" aria-hidden="true"><use href="#_bound"></use></svg>"##)
        }
    };
    page.element("div", &[("class", class), ("role", "note"), ("aria-label", label)], |page| {
        page.element("p", &[("class", "label")], |page| {
            page.own(icon);
            page.text(label);
        });
        blocks(page, inside, level);
    });
}
