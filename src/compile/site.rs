//! A handbook as a place to walk around in: ways to it by role and by situation beside the chapters.
//! Must never say anything that the handbook does not say: the ways hold references only.

use super::assemble::{Audience, book, settle};
use super::chapters;
use super::common::Common;
use super::context::{Context, Life};
use super::relevance::admits;
use super::titles::{anchor, part_anchor};
use super::words::Words;
use super::{Block, Chapter, Handbook, Inline, Line, Section};
use crate::model::{Condition, Purpose, When, words::word};
use crate::resolve::TableRule;
use crate::syntax::decode::Entries;

/// A handbook with its ways in.
#[derive(Debug, Clone, PartialEq)]
pub struct Site {
    /// The handbook of everybody, or of one location.
    pub handbook: Handbook,
    /// For each role, what concerns it.
    pub roles: Vec<Chapter>,
    /// For each dimension of the situation, what names its values.
    pub situations: Vec<Chapter>,
    /// The languages in which the site is there, each by its code and its own name.
    pub languages: Vec<(String, String)>,
    /// The words of the site itself.
    pub words: SiteWords,
}

/// Words that a site needs beside those of a page.
#[derive(Debug, Clone, PartialEq)]
pub struct SiteWords {
    /// The first page.
    pub start: String,
    /// The heading above the chapters.
    pub by_chapter: String,
    /// The heading above the roles.
    pub by_role: String,
    /// The heading above the dimensions of the situation.
    pub by_situation: String,
    /// The link to all chapters on one page.
    pub whole: String,
    /// The label of the list of languages.
    pub language: String,
    /// The label of the links between pages.
    pub pages: String,
    /// The link to the page before.
    pub previous: String,
    /// The link to the page behind.
    pub next: String,
}

impl Site {
    /// All pages as one handbook.
    pub fn whole(&self) -> Handbook {
        let mut whole = self.handbook.clone();
        whole.chapters.extend(self.roles.iter().chain(&self.situations).cloned());
        whole
    }
}

/// The site of a standard in a language, as of a day; `audience` may narrow it to a location.
pub fn site(common: &Common<'_>, audience: &Audience, languages: &[&str]) -> Site {
    let cx = Context::new(common, audience);
    let mut whole = book(&cx, audience);
    let (chapters, roles) = (whole.chapters.len(), roles(&cx, audience));
    let ways = chapters + roles.len();
    whole.chapters.extend(roles);
    whole.chapters.extend(situations(&cx));
    settle(&mut whole);
    let situations = whole.chapters.split_off(ways).into_iter().filter_map(leading).collect();
    let roles = whole.chapters.split_off(chapters).into_iter().filter_map(leading).collect();
    let own_name = |code: &&str| {
        let name = Words::of(code).find(&format!("language-{code}"), []);
        ((*code).to_owned(), super::titles::capitalised(&name.unwrap_or_else(|| (*code).to_owned())))
    };
    Site {
        handbook: whole,
        roles,
        situations,
        languages: languages.iter().map(own_name).collect(),
        words: SiteWords {
            start: cx.say("site-start"),
            by_chapter: cx.say("site-by-chapter"),
            by_role: cx.say("site-by-role"),
            by_situation: cx.say("site-by-situation"),
            whole: cx.say("site-whole"),
            language: cx.say("site-language"),
            pages: cx.say("site-pages"),
            previous: cx.say("site-previous"),
            next: cx.say("site-next"),
        },
    }
}

// Ways that lead nowhere are left out, and so is what is empty then.
fn leading(mut way: Chapter) -> Option<Chapter> {
    let leads = |point: &Vec<Block>| match point.as_slice() {
        [Block::Paragraph(Line(line))] => matches!(line.as_slice(), [Inline::Reference { .. }]),
        _ => false,
    };
    for section in &mut way.sections {
        let mut kept: Vec<Block> = Vec::new();
        for mut block in std::mem::take(&mut section.blocks) {
            if let Block::Points { points, .. } = &mut block {
                points.retain(leads);
            }
            let empty = matches!(&block, Block::Points { points, .. } if points.is_empty());
            // A heading stays only where points follow it.
            if matches!(block, Block::Heading(_)) && matches!(kept.last(), Some(Block::Heading(_))) {
                kept.pop();
            }
            kept.extend((!empty).then_some(block));
        }
        if matches!(kept.last(), Some(Block::Heading(_))) {
            kept.pop();
        }
        section.blocks = kept;
    }
    way.sections.retain(|section| !section.blocks.is_empty());
    (!way.sections.is_empty()).then_some(way)
}

fn roles(cx: &Context<'_>, audience: &Audience) -> Vec<Chapter> {
    let here = cx.project.roles.iter().filter(|role| cx.relevance.colleague(role));
    let one = |id: &str| {
        let reader = Audience { role: Some(id.to_owned()), location: audience.location.clone() };
        let own = cx.read_by(&reader);
        let name = format!("for-{id}");
        let section = |chapter: Chapter| {
            let places: Vec<(String, String)> = match chapter.sections.is_empty() {
                true => vec![(chapter.anchor.clone(), chapter.title.clone())],
                false => {
                    chapter.sections.into_iter().map(|section| (section.anchor, section.title)).collect()
                }
            };
            let anchor = format!("{name}--{}", chapter.anchor);
            Section { anchor, title: chapter.title, blocks: vec![ways(places)] }
        };
        let sections = chapters::all(&own).into_iter().map(section).collect();
        let lead = vec![Block::Paragraph(Line::plain(cx.say("site-role-lead")))];
        Chapter { anchor: name.clone(), title: cx.title_of("roles", id), lead, sections }
    };
    here.map(|role| one(&role.id)).collect()
}

fn ways(places: impl IntoIterator<Item = (String, String)>) -> Block {
    let way = |(anchor, words)| vec![Block::Paragraph(Line(vec![Inline::Reference { anchor, words }]))];
    Block::Points { ordered: false, points: places.into_iter().map(way).collect() }
}

/// A rule that names situations.
struct Named<'a> {
    when: &'a When,
    chapter: &'static str,
    anchor: String,
    title: String,
}

fn situations(cx: &Context<'_>) -> Vec<Chapter> {
    let rules = named(cx);
    let own = cx.project.situation.iter().map(|dimension| dimension.id.as_str());
    let mut dimensions: Vec<&str> = vec!["channel"];
    dimensions.extend(own.chain(["time", "location", "language"]));
    let mut found: Vec<Chapter> = Vec::new();
    for id in dimensions {
        let name = format!("when-{id}");
        if found.iter().any(|chapter| chapter.anchor == name) {
            continue;
        }
        let sections: Vec<Section> = values(cx, id, &rules)
            .iter()
            .enumerate()
            .map(|(at, value)| {
                let meets = |rule: &&Named<'_>| rule.when.find(id).is_some_and(|met| admits(met, value));
                let blocks = by_chapter(cx, &rules.iter().filter(meets).collect::<Vec<_>>());
                let title = super::titles::capitalised(&cx.value(id, value, cx.dimension(id, None)));
                Section { anchor: format!("{name}--{}", at + 1), title, blocks }
            })
            .collect();
        let lead = vec![Block::Paragraph(Line::plain(cx.say("site-situation-lead")))];
        let title = cx.dimension_title(id, cx.dimension(id, None));
        found.push(Chapter { anchor: name, title, lead, sections });
    }
    found.push(moments(cx));
    found
}

// The values of a dimension as declared, or as the rules name them.
fn values(cx: &Context<'_>, id: &str, rules: &[Named<'_>]) -> Vec<String> {
    let declared = cx.dimension(id, None).map(|dimension| &dimension.values);
    if let Some(values) = declared.filter(|values| !values.is_empty()) {
        return values.iter().map(|value| value.value.clone()).collect();
    }
    let of = |conditions: &mut dyn Iterator<Item = &Condition>| {
        let mut seen: Vec<String> = Vec::new();
        for value in conditions.flat_map(|condition| condition.is.iter()) {
            if !seen.contains(&value.value) {
                seen.push(value.value.clone());
            }
        }
        seen
    };
    match id {
        "channel" => ids(cx, id, &cx.project.channels),
        "location" => ids(cx, id, &cx.project.locations),
        _ => of(&mut rules.iter().filter_map(|rule| rule.when.find(id).map(|condition| &condition.value.0))),
    }
}

fn ids<T>(cx: &Context<'_>, dimension: &str, entries: &Entries<T>) -> Vec<String> {
    let here = entries.iter().filter(|entry| cx.is_here(dimension, &entry.id));
    here.map(|entry| entry.id.clone()).collect()
}

fn by_chapter(cx: &Context<'_>, rules: &[&Named<'_>]) -> Vec<Block> {
    let mut blocks = Vec::new();
    for group in rules.chunk_by(|one, other| one.chapter == other.chapter) {
        let Some(first) = group.first() else { continue };
        blocks.push(Block::Heading(cx.say(&format!("chapter-{}", first.chapter))));
        blocks.push(ways(group.iter().map(|rule| (rule.anchor.clone(), rule.title.clone()))));
    }
    blocks
}

// What is said, by the moment of the contact; customers who need a special way come at every moment.
fn moments(cx: &Context<'_>) -> Chapter {
    let mut purposes: Vec<Purpose> =
        cx.project.scripts.iter().filter_map(|script| script.purpose.value().copied()).collect();
    purposes.sort();
    purposes.dedup();
    let mut sections: Vec<Section> = Vec::new();
    for purpose in purposes {
        let scripts = cx.project.scripts.iter().filter(|script| {
            script.purpose.value() == Some(&purpose)
                && cx.relevance.script(script)
                && cx.life(&script.value) != Life::Past
        });
        let places =
            scripts.map(|script| (anchor("scripts", &script.id), cx.title_of("scripts", &script.id)));
        let title = super::titles::capitalised(&cx.known("purpose", word(&purpose)));
        let blocks = vec![ways(places)];
        sections.push(Section { anchor: format!("when-moment--{}", word(&purpose)), title, blocks });
    }
    let customers = cx.project.customer_types.iter();
    let places =
        customers.map(|entry| (anchor("customer_types", &entry.id), cx.title(&entry.title, &entry.id)));
    sections.push(Section {
        anchor: "when-moment--customers".to_owned(),
        title: cx.say("chapter-playbooks"),
        blocks: vec![ways(places)],
    });
    Chapter { anchor: "when-moment".to_owned(), title: cx.say("site-moment"), lead: Vec::new(), sections }
}

fn named<'a>(cx: &Context<'a>) -> Vec<Named<'a>> {
    let project = cx.project;
    let mut all: Vec<Named<'a>> =
        project.table_rules().iter().filter_map(|rule| named_by(cx, rule)).collect();
    for entry in &project.exclusions {
        let (when, title) = (entry.when.value(), cx.title(&entry.title, &entry.id));
        let anchor = anchor("exclusions", &entry.id);
        all.extend(when.map(|when| Named { when, chapter: "limits", anchor, title }));
    }
    // What is read together stands together.
    let order = |rule: &Named<'_>| chapters::position(rule.chapter);
    all.sort_by_key(order);
    all
}

fn named_by<'a>(cx: &Context<'_>, rule: &TableRule<'a>) -> Option<Named<'a>> {
    let when = rule.rule.when().filter(|when| !when.is_empty())?;
    let here = cx.relevance.can_happen(when) && cx.life(rule.rule) != Life::Past;
    let section = if rule.decision { "decisions" } else { rule.table };
    let chapter = chapters::chapter_of(section).filter(|_| here)?;
    let anchor = match (rule.decision, rule.table) {
        (false, section) => anchor(section, rule.id),
        (true, "returns") => part_anchor("decisions", "returns--table", rule.id),
        (true, table) => part_anchor("decisions", table, rule.id),
    };
    Some(Named { when, chapter, anchor, title: cx.title(rule.rule.title(), rule.id) })
}
