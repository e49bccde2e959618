//! Whether a standard treats a topic, and in which channels: entries are found by paths of keys, and hold where their
//! `when` says so. Must never judge what is said.

pub(super) mod path;
mod reach;

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde_json::Value;

use crate::model::{ChannelKind, Requirement};
use crate::resolve::{Axes, Project, axes, declared};

use path::{Found, find};
use reach::{Case, Space, treated};

/// A standard in the form in which paths are followed.
#[derive(Debug)]
pub(super) struct Presence<'a> {
    whole: Value,
    project: &'a Project,
    axes: Axes,
    never: Vec<Case>,
    today: Date,
}

/// How far a topic is treated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Treated {
    /// Nothing treats it.
    Missing,
    /// What treats it leaves situations out.
    Partly,
    /// It is treated in every situation.
    Held,
}

impl<'a> Presence<'a> {
    /// Takes a standard in, as it is on a day.
    pub(super) fn of(project: &'a Project, today: Date) -> Self {
        // INVARIANT: every key is a text and every number finite, so the value can always be made.
        let whole = serde_json::to_value(project).unwrap_or_default();
        let never = whole.get("never_happens").and_then(Value::as_array);
        let never = never.into_iter().flatten().map(|when| Case::of([when])).collect();
        let mut axes = axes(project);
        for (_, table) in project.decision_tables() {
            let own = table.situation.value().map(declared).unwrap_or_default();
            own.into_iter().for_each(|(name, axis)| {
                axes.entry(name).or_insert(axis);
            });
        }
        Presence { whole, project, axes, never, today }
    }

    /// The day as of which the standard is looked at.
    pub(super) fn today(&self) -> Date {
        self.today
    }

    /// The channels in which a topic has to be treated; none where it is a matter of the standard as a whole.
    pub(super) fn channels_of(&self, requirement: &Requirement) -> Option<Vec<&'a str>> {
        let kinds: BTreeSet<ChannelKind> = requirement.channel_kinds.iter().map(|kind| kind.value).collect();
        if kinds.is_empty() {
            return None;
        }
        let channels = self.project.channels.iter();
        let meant = channels.filter(|channel| channel.kind.value().is_some_and(|kind| kinds.contains(kind)));
        Some(meant.map(|channel| channel.id.as_str()).collect())
    }

    /// Whether a topic is treated anywhere; one that belongs to channels, in any of them.
    pub(super) fn anywhere(&self, requirement: &Requirement) -> bool {
        match self.channels_of(requirement).filter(|channels| !channels.is_empty()) {
            Some(channels) => {
                let cases = self.cases(requirement);
                channels.into_iter().any(|channel| cases.iter().any(|case| case.reaches(channel)))
            }
            None => self.in_force(requirement).next().is_some(),
        }
    }

    /// How far a topic is treated in each of these channels.
    pub(super) fn in_channels(&self, requirement: &Requirement, channels: &[&'a str]) -> Vec<Treated> {
        let cases = self.cases(requirement);
        let in_channel = |channel: &&str| {
            let said =
                self.whole.get("channels").and_then(|channels| channels.get(*channel)?.get("only_when"));
            let space = Space { axes: &self.axes, never: &self.never, only_when: Case::of(said) };
            treated(&cases, channel, &space)
        };
        channels.iter().map(in_channel).collect()
    }

    // The situations of everything that treats a topic.
    fn cases(&self, requirement: &Requirement) -> Vec<Case> {
        self.in_force(requirement).map(|found| case(&found)).collect()
    }

    /// What treats a topic and has not come to its end.
    fn in_force<'s>(&'s self, requirement: &'s Requirement) -> impl Iterator<Item = Found<'s>> {
        let paths = requirement.any_of.value().into_iter().flat_map(|paths| paths.iter());
        let today = self.today.to_string();
        paths.flat_map(|path| find(&self.whole, &path.value)).filter(move |found| !found.ended(&today))
    }
}

fn case(found: &Found<'_>) -> Case {
    let case = Case::of(found.whens());
    match found.channel() {
        Some(channel) => case.in_channel(channel),
        None => case,
    }
}
