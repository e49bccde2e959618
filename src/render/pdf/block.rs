//! The pieces of content as calls of the functions in `prelude.typ`. Must never decide how one looks.

use crate::compile::{Block, Card, Fact, Line, NoticeKind, Table, Week};
use crate::render::clock::hours;
use crate::render::columns::columns;

use super::flow::flow;
use super::source::Source;

/// How a heading among pieces of content stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Headings {
    /// As a heading of a level.
    Level(u8),
    /// As bold words: inside of frames and lists there are no headings.
    Bold,
}

/// Writes pieces of content, inside of content.
pub(super) fn blocks<'h>(source: &mut Source<'h>, blocks: &'h [Block], headings: Headings) {
    blocks.iter().for_each(|found| block(source, found, headings));
}

fn block<'h>(source: &mut Source<'h>, block: &'h Block, headings: Headings) {
    match block {
        Block::Paragraph(words) => {
            source.own("#p(");
            source.line(words);
            source.own(")\n");
        }
        Block::Points { ordered, points: found } => points(source, *ordered, found),
        Block::Facts(found) => facts(source, found),
        Block::Table(found) => table(source, found),
        Block::Week(found) => week(source, found),
        Block::Card(found) => card(source, found),
        Block::Flow(found) => flow(source, found),
        Block::Notice { kind, label, blocks } => notice(source, *kind, label, blocks),
        Block::Heading(words) => {
            match headings {
                Headings::Level(level) => source.own(&format!("#head({level}, ")),
                Headings::Bold => source.own("#bold("),
            }
            source.words(words);
            source.own(")\n");
        }
    }
}

/// Writes labels and what they say.
pub(super) fn facts(source: &mut Source<'_>, facts: &[Fact]) {
    if !facts.is_empty() {
        source.own("#facts(");
        pairs(source, facts);
        source.own(")\n");
    }
}

/// Writes labels and what they say as arguments.
pub(super) fn pairs(source: &mut Source<'_>, facts: &[Fact]) {
    for fact in facts {
        source.own("(");
        source.words(&fact.label);
        source.own(", ");
        source.line(&fact.value);
        source.own("),");
    }
}

fn points<'h>(source: &mut Source<'h>, ordered: bool, points: &'h [Vec<Block>]) {
    source.own(if ordered { "#steps-of(" } else { "#points(" });
    for point in points {
        match point.as_slice() {
            [Block::Paragraph(only)] => source.line(only),
            several => content(source, several, Headings::Bold),
        }
        source.own(",");
    }
    source.own(")\n");
}

/// Writes pieces of content as one value.
pub(super) fn content<'h>(source: &mut Source<'h>, inside: &'h [Block], headings: Headings) {
    source.own("[");
    blocks(source, inside, headings);
    source.own("]");
}

// More than this is too much to be kept on one page.
const LONG: usize = 1_800;

fn table<'h>(source: &mut Source<'h>, table: &'h Table) {
    let count = table.rows.iter().map(|row| row.cells.len()).chain([table.head.len()]).max().unwrap_or(0);
    if count == 0 {
        return;
    }
    source.own("#rules(");
    source.words(&table.caption);
    source.own(", (");
    columns(table, count).iter().for_each(|part| source.own(&format!("{:.4}fr,", part.max(0.01))));
    source.own("), (");
    if table.head.iter().any(|title| !title.is_empty()) {
        for at in 0..count {
            source.words(table.head.get(at).map_or("", String::as_str));
            source.own(",");
        }
    }
    source.own("),");
    for row in &table.rows {
        let start = source.length();
        for at in 0..count {
            source.own("table.cell(breakable: false)[");
            let deep = at == 0 && row.depth > 0;
            if deep {
                source.own(&format!("#deep({})[", row.depth.min(6)));
            }
            if let Some(anchor) = row.anchor.as_deref().filter(|_| at == 0) {
                source.own("#metadata(none)");
                source.label(anchor);
            }
            if let Some(line) = row.cells.get(at) {
                source.inside(line);
            }
            source.own(if deep { "]]," } else { "]," });
        }
        source.own("\n");
        if source.length() - start > LONG {
            source.replace_from(start, "table.cell(breakable: false)[", "[");
        }
    }
    source.own(")\n");
}

fn week(source: &mut Source<'_>, week: &Week) {
    let furniture = source.furniture;
    source.own("#week(");
    source.words(&week.caption);
    source.own(", ");
    source.line(&week.words);
    source.own(",");
    let days = week.days();
    let bars = (0..7).map(|day| week.hours.day(day));
    let normal = furniture.days.iter().zip(bars).zip(days);
    let holidays = week.holidays.iter().map(|hours| ((&furniture.holidays, hours.clone()), hours.clone()));
    for ((name, bars), ranges) in normal.chain(holidays) {
        source.own("(");
        source.words(name);
        source.own(", (");
        bars.iter().for_each(|(from, to)| source.own(&format!("({from}, {to}),")));
        source.own("), ");
        source.words(&hours(&ranges, &week.closed, &furniture.all_day));
        source.own("),");
    }
    source.own(")\n");
}

fn card<'h>(source: &mut Source<'h>, card: &'h Card) {
    source.own("#card(");
    match card.when.as_ref().filter(|when| !Line::is_empty(when)) {
        Some(when) => source.line(when),
        None => source.own("none"),
    }
    source.own(", (");
    for wording in &card.wordings {
        content(source, wording, Headings::Bold);
        source.own(",");
    }
    source.own("))\n");
    facts(source, &card.facts);
}

fn notice<'h>(source: &mut Source<'h>, kind: NoticeKind, label: &str, inside: &'h [Block]) {
    let kind = match kind {
        NoticeKind::Never => "never",
        NoticeKind::Note => "note",
        NoticeKind::Coming => "coming",
        NoticeKind::Bound => "bound",
    };
    source.own(&format!("#notice(\"{kind}\", "));
    source.words(label);
    source.own(", ");
    content(source, inside, Headings::Bold);
    source.own(")\n");
}
