//! Promised times as help desks take them: cases that never contradict each other, each with whole minutes. Must never
//! round a promise up, nor give a case a time that the standard does not promise there.

use std::collections::BTreeMap;

use super::Matter;
use super::losses::Losses;
use crate::model::ResponseTime;
use crate::situation::answer::groups;
use crate::situation::standard::{StandardTable, Value, tables};
use crate::situation::{Region, Scale};
use crate::syntax::decode::Entries;
use crate::time::{Clock, Duration, Figure, Unit};

/// Situations in which the same times are promised.
#[derive(Debug)]
pub(super) struct Case {
    /// The values of each dimension that matters.
    pub(super) when: BTreeMap<String, Vec<String>>,
    /// The time for each measure.
    pub(super) times: BTreeMap<&'static str, Promised>,
}

/// A promised time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Promised {
    /// In whole minutes, or in seconds where the target counts them.
    pub(super) amount: u64,
    /// Whether the clock runs in opening hours only.
    pub(super) business: bool,
    /// The rule that promises it.
    pub(super) rule: String,
}

impl Case {
    /// The most conditions besides the channel that one of the rules has: without any, it is what holds usually.
    pub(super) fn conditions(&self, matter: &Matter<'_>) -> usize {
        let rules = &matter.project.response_times;
        let conditions = |rule: &str| {
            let when = rules.find(rule)?.when.value()?;
            Some(when.iter().filter(|condition| condition.id != "channel").count())
        };
        self.times.values().filter_map(|time| conditions(&time.rule)).max().unwrap_or_default()
    }

    /// The rules that promise the times, each once.
    pub(super) fn rules(&self) -> String {
        let mut rules: Vec<&str> = Vec::new();
        for time in self.times.values() {
            if !rules.contains(&time.rule.as_str()) {
                rules.push(&time.rule);
            }
        }
        rules.join(", ")
    }
}

/// What a target counts times in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grain {
    /// Whole minutes of at least one.
    Minutes,
    /// Whole seconds.
    Seconds,
}

impl Grain {
    fn seconds(self) -> u64 {
        match self {
            Grain::Minutes => 60,
            Grain::Seconds => 1,
        }
    }
}

/// The most cases that are told apart.
const MOST_CASES: usize = 1_000;

/// The cases of some measures, the same situation never in two cases with different times.
pub(super) fn cases(
    matter: &Matter<'_>,
    measures: &[&'static str],
    grain: Grain,
    losses: &mut Losses,
) -> Vec<Case> {
    let all = tables(matter.project, matter.today);
    let Some(table) = all.iter().find(|table| table.table.name == "response_times") else {
        return Vec::new();
    };
    for attribute in &table.table.attributes {
        if !measures.contains(&attribute.name.as_str()) {
            losses.add("There is no target there for these measures.", attribute.name.clone());
        }
    }
    let read = Reader {
        table,
        rules: &matter.project.response_times,
        day: shortest_day(matter),
        ring: ring(matter),
        grain,
    };
    let mut cells: Vec<(Region, BTreeMap<&'static str, Promised>)> =
        vec![(table.table.space.whole(), BTreeMap::new())];
    for measure in measures {
        let Some(at) = table.table.attributes.iter().position(|one| one.name == *measure) else { continue };
        let Ok(groups) = groups(&table.table, at, &Region::everywhere()) else {
            losses.add(
                "Too many rules meet in these measures to tell the cases apart: they are left out.",
                *measure,
            );
            continue;
        };
        let mut finer = Vec::new();
        for group in &groups {
            let promised = read.strictest(at, &group.winners, losses);
            for (region, known) in group
                .regions
                .iter()
                .flat_map(|part| cells.iter().map(move |(cell, known)| (cell.intersect(part), known)))
            {
                if region.is_empty() || table.table.never.iter().any(|never| never.covers(&region)) {
                    continue;
                }
                let mut known = known.clone();
                known.extend(promised.clone().map(|promised| (*measure, promised)));
                finer.push((region, known));
            }
        }
        if finer.len() > MOST_CASES {
            losses.add("There are too many cases to tell apart: these measures are left out.", *measure);
            continue;
        }
        cells = finer;
    }
    cells.retain(|(_, times)| !times.is_empty());
    cells.into_iter().filter_map(|(region, times)| read.case(&region, times, losses)).collect()
}

struct Reader<'r, 'a> {
    table: &'r StandardTable<'a>,
    rules: &'r Entries<ResponseTime>,
    /// The minutes of the shortest day on which a channel opens.
    day: u64,
    ring: u64,
    grain: Grain,
}

impl Reader<'_, '_> {
    // Of the rules that win, the shortest time.
    fn strictest(&self, attribute: usize, winners: &[usize], losses: &mut Losses) -> Option<Promised> {
        let times = winners.iter().filter_map(|rule| self.promised(attribute, *rule, losses));
        times.min_by_key(|time| (time.amount, time.business))
    }

    fn promised(&self, attribute: usize, rule: usize, losses: &mut Losses) -> Option<Promised> {
        let value = self.table.table.rules.get(rule)?.gives.get(&attribute)?;
        let value = self.table.values.get(attribute)?.get(*value)?;
        let source = self.table.rules.get(rule)?.id;
        let measure = self.table.table.attributes.get(attribute).map_or("", |one| one.name.as_str());
        let said = format!("{source}: {measure} {value}");
        let Value::Promise { promise, aim, at_most } = value else { return None };
        if aim.is_some() || at_most.is_some() {
            losses.add(
                "Only what is acceptable is a target there; aims and further limits are left out.",
                said.clone(),
            );
        }
        let within = match promise {
            Figure::Within(within) => *within,
            Figure::ShareOf { within, .. } => {
                losses.add(
                    "A target there is for every case, not for a share of them: the share is left out.",
                    said.clone(),
                );
                *within
            }
            Figure::NoFigure(_) => {
                losses.add("Nothing is promised in figures here, so there is no target.", said);
                return None;
            }
        };
        if within.clock == Clock::Business && self.own_hours(source) {
            losses.add(
                "These rules have opening hours of their own, and schedules there are those of channels.",
                said.clone(),
            );
        }
        let Some((amount, exact)) = self.amount(&within) else {
            let reason = match self.grain {
                Grain::Minutes => {
                    "Targets are whole minutes of at least one, and months have no fixed length: these times are left out."
                }
                Grain::Seconds => {
                    "Targets are whole seconds, and months have no fixed length: these times are left out."
                }
            };
            losses.add(reason, said);
            return None;
        };
        if !exact {
            let (unit, reason) = match self.grain {
                Grain::Minutes => (
                    "min",
                    "These times are no whole minutes, or business days: they are written in minutes, never longer than promised. A business day counts as the shortest day on which a channel opens.",
                ),
                Grain::Seconds => {
                    ("s", "A business day counts as the shortest day on which a channel opens.")
                }
            };
            losses.add(reason, format!("{said} = {amount} {unit}"));
        }
        Some(Promised { amount, business: within.clock == Clock::Business, rule: source.to_owned() })
    }

    fn own_hours(&self, rule: &str) -> bool {
        self.rules.find(rule).is_some_and(|rule| rule.hours.value().is_some())
    }

    // A duration in what the target counts, and whether that is exact.
    fn amount(&self, duration: &Duration) -> Option<(u64, bool)> {
        let grain = self.grain.seconds();
        if duration.clock == Clock::Business && duration.unit == Unit::Day {
            let amount = duration.amount.checked_mul(self.day)?.checked_mul(60 / grain)?;
            return (amount > 0).then_some((amount, false));
        }
        let seconds = duration.seconds(self.ring).or_else(|| duration.business_seconds())?;
        (seconds >= grain).then_some((seconds / grain, seconds.is_multiple_of(grain)))
    }

    // The case of a region; none when it asks for what a help desk cannot see on a request.
    fn case(
        &self,
        region: &Region,
        times: BTreeMap<&'static str, Promised>,
        losses: &mut Losses,
    ) -> Option<Case> {
        let mut when = BTreeMap::new();
        for (at, set) in region.limits() {
            let dimension = self.table.table.space.dimensions.get(at)?;
            if set.covers(&dimension.extent()) {
                continue;
            }
            if !matches!(dimension.scale, Scale::Words(_)) {
                let rules: Vec<&str> = times.values().map(|time| time.rule.as_str()).collect();
                losses.add(
                    "Times and numbers cannot be conditions there: in these cases no target is set.",
                    format!("{} {} ({})", dimension.name, dimension.words(set), rules.join(", ")),
                );
                return None;
            }
            when.insert(dimension.name.clone(), dimension.values(set));
        }
        Some(Case { when, times })
    }
}

fn ring(matter: &Matter<'_>) -> u64 {
    matter.project.ring_seconds()
}

fn shortest_day(matter: &Matter<'_>) -> u64 {
    let weeks = matter.channels().filter_map(|channel| Some(channel.hours.value()?.week()));
    let lengths = weeks.flat_map(|week| {
        let lengths: Vec<u64> =
            week.days().map(|(_, day)| day.iter().map(|(from, to)| u64::from(to - from)).sum()).collect();
        lengths
    });
    lengths.filter(|length| *length > 0).min().unwrap_or(0)
}
