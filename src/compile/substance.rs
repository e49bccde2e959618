//! What matters of a standard to a reader: figures, conditions, duties, steps; no wording.
//! Must never change when a text is said in other words or another language, unless its figures change.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::assemble::Audience;
use super::chapters;
use super::common::Common;
use super::context::Context;
use super::titles::anchor;
use super::{Block, Chapter};
use crate::model::{Text, Texts};
use crate::resolve::Project;

/// The fingerprint of what matters to an audience: it changes when a colleague has to learn something anew.
pub fn fingerprint(project: &Project, audience: &Audience, today: Date) -> String {
    fingerprint_in(&Context::new(&Common::of(project, project.source_language(), today), audience))
}

/// The fingerprint of what matters to the reader of a context.
pub(super) fn fingerprint_in(cx: &Context<'_>) -> String {
    digest(&substance(cx))
}

/// The fingerprint of what matters.
pub(super) fn digest(substance: &BTreeMap<String, Value>) -> String {
    let said = serde_json::to_vec(substance).unwrap_or_default();
    let digest: String = Sha256::digest(said).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    let letters: Vec<char> = digest.chars().collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// What matters to the reader of a context, entry by entry: `section.id`, or the name of a part.
pub(super) fn substance(cx: &Context<'_>) -> BTreeMap<String, Value> {
    let project = cx.project;
    let anchors = anchors(&chapters::all(cx));
    let mut all = BTreeMap::new();
    macro_rules! add {
        ($($section:ident),+ $(,)?) => {$(
            for entry in &project.$section {
                if anchors.contains(&anchor(stringify!($section), &entry.id)) {
                    all.insert(format!("{}.{}", stringify!($section), entry.id), bare(project, &entry.value));
                }
            }
        )+};
    }
    // Words, examples and the learning itself are no matter of what has to be done.
    add!(
        channels,
        links,
        packages,
        response_times,
        if_missed,
        exclusions,
        customer_duties,
        scripts,
        correspondence,
        conduct,
        procedures,
        escalations,
        decisions,
        selling,
        recovery,
        loyalty,
        follow_up,
        premises,
        appearance,
        behaviours,
        customer_types,
        feedback,
    );
    // Of colleagues, the handbook says in short what they do: that is theirs to sign.
    for role in project.roles.iter().filter(|role| cx.relevance.role().is_none_or(|own| own == role.id)) {
        all.insert(format!("roles.{}", role.id), bare(project, &role.value));
    }
    macro_rules! add_part {
        ($($part:ident: $place:expr),+ $(,)?) => {$(
            if let Some(part) = project.$part.value().filter(|_| anchors.contains($place)) {
                all.insert(stringify!($part).to_owned(), bare(project, part));
            }
        )+};
    }
    add_part!(
        hold: "passing-on--hold", transfers: "passing-on--transfers", clock: "clock", deviations: "deviations",
        returns: "decisions-returns--table",
    );
    all
}

fn anchors(chapters: &[Chapter]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut pending: Vec<&Block> = Vec::new();
    for chapter in chapters {
        found.insert(chapter.anchor.clone());
        pending.extend(&chapter.lead);
        for section in &chapter.sections {
            found.insert(section.anchor.clone());
            pending.extend(&section.blocks);
        }
    }
    while let Some(block) = pending.pop() {
        match block {
            Block::Table(table) => found.extend(table.rows.iter().filter_map(|row| row.anchor.clone())),
            Block::Notice { blocks, .. } => pending.extend(blocks),
            Block::Points { points, .. } => pending.extend(points.iter().flatten()),
            _ => {}
        }
    }
    found
}

fn bare<T: Clone + Serialize + Texts>(project: &Project, value: &T) -> Value {
    let mut value = value.clone();
    value.texts_mut(&mut |text: &mut Text| text.condense(project.source_language(), &figures));
    serde_json::to_value(&value).unwrap_or_default()
}

// The figures of a text, sorted: said in another order they are the same.
fn figures(text: &str) -> String {
    let is_figure = |letter: char| letter.is_ascii_digit() || ".,:%".contains(letter);
    let mut found: Vec<&str> = text
        .split(|letter| !is_figure(letter))
        .map(|figure| figure.trim_matches(|letter| ".,:".contains(letter)))
        .filter(|figure| figure.contains(|letter: char| letter.is_ascii_digit()))
        .collect();
    found.sort_unstable();
    found.join(" ")
}
