//! What a standard treats of what its profiles ask for: channel by channel, row by row, with a score.
//! Must never ask for anything itself: profiles do.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use jiff::civil::Date;

use super::presence::Presence;
use super::reweighed;
use super::rows::{ROWS, Row};
use crate::diagnostic::{Reweighed, Severity};
use crate::model::Requirement;
use crate::resolve::{Project, Reading};
use crate::syntax::decode::Entry;

pub use super::presence::Treated;

/// How far a standard treats what it should.
#[derive(Debug, Clone)]
pub struct Coverage {
    /// What the standard is called.
    pub standard: String,
    /// The day as of which it is looked at.
    pub today: Date,
    /// How many errors the standard has; what could not be read because of them is not seen.
    pub errors: usize,
    /// The channels, in the order written.
    pub channels: Vec<Column>,
    /// The topics that the profiles in use ask for.
    pub topics: Vec<Topic>,
    /// Every row of what companies regulate, area by area.
    pub rows: Vec<RowCoverage>,
    /// The share of cells that are held, in percent, rounded down; a cell held in part counts half. None where
    /// nothing is asked for.
    pub score: Option<u8>,
    /// The weakest spots, the weakest first, three at most.
    pub weakest: Vec<Spot>,
    /// Where the check weighs missing topics less than usual: how much, and why. Here they count all the same.
    pub reweighed: Option<Reweighed>,
}

/// A channel.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its id.
    pub id: String,
    /// The name that readers see.
    pub title: String,
}

/// A topic and where it is treated.
#[derive(Debug, Clone)]
pub struct Topic {
    /// Its name under `requires`.
    pub id: String,
    /// The row it belongs to.
    pub row: String,
    /// What it is about.
    pub title: String,
    /// What goes wrong without it.
    pub why: String,
    /// Lines to start from.
    pub add: String,
    /// The clauses of frameworks that it answers to.
    pub answers_to: Vec<String>,
    /// Each channel that it belongs to with how far it is treated there; empty for the standard as a whole.
    pub channels: BTreeMap<String, Treated>,
    /// How far it is treated in all.
    pub treated: Treated,
    /// The reason for which it is left out on purpose; it does not count then.
    pub waived: Option<String>,
}

/// A row and how far it is treated.
#[derive(Debug, Clone, Copy)]
pub struct RowCoverage {
    /// The row.
    pub row: Row,
    /// How far; none where no profile in use asks for it.
    pub treated: Option<Treated>,
}

/// A channel or an area, with what it lacks.
#[derive(Debug, Clone)]
pub struct Spot {
    /// The channel or the area.
    pub name: String,
    /// Half cells that are held: two for held, one for held in part.
    halves: usize,
    /// How many topics are asked for there.
    pub asked: usize,
    /// How many of them are held.
    pub held: usize,
    /// The topics that are missing or held in part.
    pub lacking: Vec<String>,
}

/// Looks at a standard as of a day.
pub fn coverage(reading: &Reading, today: Date) -> Coverage {
    let project = &reading.project;
    let source = project.source_language();
    let presence = Presence::of(project, today);
    let asks = |topic: &&Entry<Requirement>| topic.any_of.value().is_some_and(|paths| !paths.is_empty());
    let topics: Vec<Topic> =
        project.requires.iter().filter(asks).map(|topic| seen(topic, &presence, reading)).collect();
    let channels: Vec<Column> = project
        .channels
        .iter()
        .map(|channel| {
            let title = channel.title.words_in(source).to_owned();
            Column {
                id: channel.id.clone(),
                title: if title.is_empty() { channel.id.clone() } else { title },
            }
        })
        .collect();
    let spots = spots(&topics, &channels);
    let (halves, cells) =
        spots.iter().fold((0, 0), |(halves, cells), spot| (halves + spot.halves, cells + spot.asked));
    let errors = reading.findings.as_slice().iter().filter(|finding| finding.severity == Severity::Error);
    Coverage {
        standard: project
            .standard
            .value()
            .map(|standard| standard.title.words_in(source).to_owned())
            .unwrap_or_default(),
        today,
        errors: errors.count(),
        rows: ROWS.iter().map(|row| RowCoverage { row: *row, treated: of_row(row, &topics) }).collect(),
        score: (halves * 50).checked_div(cells).and_then(|score| u8::try_from(score).ok()),
        weakest: weakest(spots),
        reweighed: weaker(project),
        channels,
        topics,
    }
}

fn weaker(project: &Project) -> Option<Reweighed> {
    let mut all = reweighed(project).into_iter();
    all.find(|rule| rule.rule == "completeness/missing-topic" && rule.severity < Some(rule.usual))
}

fn seen(topic: &Entry<Requirement>, presence: &Presence<'_>, reading: &Reading) -> Topic {
    let source = reading.project.source_language();
    let channels = presence.channels_of(topic).unwrap_or_default();
    let treated = presence.in_channels(topic, &channels);
    let channels: BTreeMap<String, Treated> = channels.into_iter().map(str::to_owned).zip(treated).collect();
    let (least, most) = (channels.values().min(), channels.values().max());
    let treated = match (least, most) {
        (Some(least), Some(most)) if least == most => *least,
        (Some(_), Some(_)) => Treated::Partly,
        _ if presence.anywhere(topic) => Treated::Held,
        _ => Treated::Missing,
    };
    let title = topic.topic.words_in(source).to_owned();
    Topic {
        id: topic.id.clone(),
        row: topic.row.value().cloned().unwrap_or_default(),
        title: if title.is_empty() { topic.id.clone() } else { title },
        why: topic.why.words_in(source).to_owned(),
        add: topic.add.value().map(|add| add.trim().to_owned()).unwrap_or_default(),
        answers_to: topic.answers_to.iter().map(|clause| clause.value.words_in(source).to_owned()).collect(),
        channels,
        treated,
        waived: waived(topic, reading, presence.today()),
    }
}

/// The reason of the waiver that leaves a topic out.
fn waived(topic: &Entry<Requirement>, reading: &Reading, today: Date) -> Option<String> {
    let project = &reading.project;
    let place = format!("requires.{}", topic.id);
    let waiver = project.waive.iter().find(|waiver| {
        let rule = waiver.rule.value().is_some_and(|rule| rule == "completeness/missing-topic");
        let at = waiver.at.value().is_some_and(|at| at.trim() == place);
        rule && at && waiver.until.value().is_some_and(|until| until.0 >= today)
    })?;
    Some(waiver.reason.words_in(project.source_language()).to_owned())
}

fn of_row(row: &Row, topics: &[Topic]) -> Option<Treated> {
    let of_row = topics.iter().filter(|topic| topic.row == row.id && topic.waived.is_none());
    let treated: Vec<Treated> = of_row.map(|topic| topic.treated).collect();
    let (least, most) = (treated.iter().min()?, treated.iter().max()?);
    Some(if least == most { *least } else { Treated::Partly })
}

/// Every channel and every area with what is asked for there: each cell belongs to one of them.
fn spots(topics: &[Topic], channels: &[Column]) -> Vec<Spot> {
    let mut spots: Vec<Spot> = Vec::new();
    let mut count = |name: &str, topic: &Topic, treated: Treated| {
        let at = spots.iter().position(|spot| spot.name == name).unwrap_or_else(|| {
            let name = name.to_owned();
            spots.push(Spot { name, halves: 0, asked: 0, held: 0, lacking: Vec::new() });
            spots.len() - 1
        });
        let Some(spot) = spots.get_mut(at) else { return };
        spot.asked += 1;
        spot.halves += match treated {
            Treated::Held => 2,
            Treated::Partly => 1,
            Treated::Missing => 0,
        };
        match treated {
            Treated::Held => spot.held += 1,
            Treated::Partly | Treated::Missing => spot.lacking.push(topic.title.clone()),
        }
    };
    for topic in topics.iter().filter(|topic| topic.waived.is_none()) {
        let area = ROWS.iter().find(|row| row.id == topic.row).map_or("Topics of its own", |row| row.area);
        if topic.channels.is_empty() {
            count(area, topic, topic.treated);
        }
        for (id, treated) in &topic.channels {
            let title =
                channels.iter().find(|channel| channel.id == *id).map_or(id, |channel| &channel.title);
            count(title, topic, *treated);
        }
    }
    spots
}

/// The three spots with the smallest share held; of equal ones, those that lack more.
fn weakest(mut spots: Vec<Spot>) -> Vec<Spot> {
    spots.retain(|spot| !spot.lacking.is_empty());
    let share = |a: &Spot, b: &Spot| -> Ordering { (a.halves * b.asked).cmp(&(b.halves * a.asked)) };
    spots.sort_by(|a, b| {
        share(a, b).then(b.lacking.len().cmp(&a.lacking.len())).then_with(|| a.name.cmp(&b.name))
    });
    spots.truncate(3);
    spots
}
