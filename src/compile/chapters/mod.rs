//! The chapters of a handbook, one file each, in reading order. Must never show what does not concern the reader.

mod about;
mod behaviours;
mod chain;
mod channels;
mod clock;
mod conduct;
mod decisions;
mod deviations;
mod escalations;
mod examples;
mod feedback;
mod flow;
mod glossary;
mod incentives;
mod learning;
mod limits;
mod locations;
mod offers;
mod packages;
mod passing_on;
mod people;
mod playbooks;
mod procedures;
mod quality;
mod remedies;
mod scripts;
mod situations;
mod times;
mod upkeep;
mod welcome;
mod wording;

use super::body::Body;
use super::context::{Context, Life};
use super::forest::placed;
use super::{Block, Chapter, NoticeKind, Section};
use crate::model::{Situated, Text};
use crate::syntax::decode::{Entries, Entry, Field};

pub(super) use times::rows;

/// What fills a chapter.
type Fill = fn(&Context<'_>) -> Content;

/// The content of a chapter.
#[derive(Default)]
struct Content {
    lead: Vec<Block>,
    sections: Vec<Section>,
}

/// The chapters by anchor, each with the keys of the standard that it shows, in the order in which a new colleague
/// reads them: who we are, how customers reach us, who does what, how fast, what is said, what is done, what is decided,
/// how it looks, how it is judged, how it is learnt.
const CHAPTERS: &[(&str, Fill, &[&str])] = &[
    ("welcome", welcome::fill, &["standard"]),
    ("channels", channels::fill, &["channels"]),
    ("people", people::fill, &["roles"]),
    ("locations", locations::fill, &["locations"]),
    ("chain", chain::fill, &["links"]),
    ("packages", packages::fill, &["packages"]),
    ("situations", situations::fill, &["situation", "never_happens"]),
    ("times", times::fill, &["response_times", "measures", "staffing"]),
    ("clock", clock::fill, &["clock"]),
    ("remedies", remedies::fill, &["if_missed"]),
    ("scripts", scripts::fill, &["scripts"]),
    ("wording", wording::fill, &["wording"]),
    ("passing-on", passing_on::fill, &["hold", "transfers"]),
    ("conduct", conduct::fill, &["conduct", "correspondence"]),
    ("behaviours", behaviours::fill, &["behaviours"]),
    ("playbooks", playbooks::fill, &["customer_types"]),
    ("procedures", procedures::fill, &["procedures"]),
    ("escalations", escalations::fill, &["escalations"]),
    ("decisions", decisions::fill, &["returns", "decisions"]),
    ("offers", offers::fill, &["selling", "recovery", "loyalty", "follow_up"]),
    ("limits", limits::fill, &["exclusions", "customer_duties"]),
    ("upkeep", upkeep::fill, &["premises", "appearance"]),
    ("quality", quality::fill, &["quality", "metrics", "verification", "assessment"]),
    ("feedback", feedback::fill, &["feedback"]),
    ("incentives", incentives::fill, &["incentives"]),
    ("deviations", deviations::fill, &["deviations"]),
    ("learning", learning::fill, &["onboarding", "training"]),
    ("glossary", glossary::fill, &["glossary"]),
    ("examples", examples::fill, &["scenarios"]),
    ("about", about::fill, &["review", "languages", "holidays", "waive"]),
];

/// All chapters that have something to say to the reader.
pub(super) fn all(cx: &Context<'_>) -> Vec<Chapter> {
    let chapter = |(anchor, fill, _): &(&str, Fill, &[&str])| {
        let Content { lead, sections } = fill(cx);
        let sections: Vec<Section> =
            sections.into_iter().filter(|section| !section.blocks.is_empty()).collect();
        let title = cx.say(&format!("chapter-{anchor}"));
        let said = !lead.is_empty() || !sections.is_empty();
        said.then(|| Chapter { anchor: (*anchor).to_owned(), title, lead, sections })
    };
    CHAPTERS.iter().filter_map(chapter).collect()
}

/// The anchor of the chapter that shows a section of the standard.
pub(super) fn chapter_of(section: &str) -> Option<&'static str> {
    CHAPTERS.iter().find(|(_, _, keys)| keys.contains(&section)).map(|(anchor, ..)| *anchor)
}

/// The place of a chapter in reading order.
pub(super) fn position(chapter: &str) -> usize {
    CHAPTERS.iter().position(|(anchor, ..)| *anchor == chapter).unwrap_or(CHAPTERS.len())
}

/// The sections of entries that have no situation.
fn entries<T>(
    cx: &Context<'_>,
    section: &str,
    entries: &Entries<T>,
    show: impl Fn(&Entry<T>) -> bool,
    title: impl Fn(&T) -> &Field<Text>,
    fill: impl Fn(&mut Body<'_, '_>, &Entry<T>),
) -> Vec<Section> {
    let shown = entries.iter().filter(|entry| show(entry));
    let one = |entry: &Entry<T>| {
        let mut body = Body::new(cx);
        fill(&mut body, entry);
        body.section(section, &entry.id, cx.title(title(&entry.value), &entry.id))
    };
    shown.map(one).collect()
}

/// The sections of rules: exceptions behind what they refine, past ones left out, coming ones announced.
fn rules<T: Situated>(
    cx: &Context<'_>,
    section: &str,
    rules: &[&Entry<T>],
    title: impl Fn(&T) -> &Field<Text>,
    fill: impl Fn(&mut Body<'_, '_>, &Entry<T>),
) -> Vec<Section> {
    let alive: Vec<&Entry<T>> =
        rules.iter().filter(|entry| cx.life(&entry.value) != Life::Past).copied().collect();
    let mut sections = Vec::new();
    for rule in placed(&alive) {
        let mut body = Body::new(cx);
        fill(&mut body, rule.entry);
        let title = cx.title(title(&rule.entry.value), &rule.entry.id);
        let mut filled = body.section(section, &rule.entry.id, title);
        if let Life::Coming(from) = cx.life(&rule.entry.value) {
            let blocks = std::mem::take(&mut filled.blocks);
            filled.blocks = vec![Block::Notice { kind: NoticeKind::Coming, label: cx.coming(from), blocks }];
        }
        sections.push(filled);
    }
    sections
}

/// Rules by the day on which they begin to hold.
type Coming<'e, T> = std::collections::BTreeMap<jiff::civil::Date, Vec<&'e Entry<T>>>;

/// Splits rules into those that hold and those that are to come, by their day.
fn by_life<'e, T: Situated>(cx: &Context<'_>, rules: &[&'e Entry<T>]) -> (Vec<&'e Entry<T>>, Coming<'e, T>) {
    let mut now = Vec::new();
    let mut coming = Coming::new();
    for rule in rules {
        match cx.life(&rule.value) {
            Life::Past => {}
            Life::Now => now.push(*rule),
            Life::Coming(from) => coming.entry(from).or_default().push(*rule),
        }
    }
    (now, coming)
}
