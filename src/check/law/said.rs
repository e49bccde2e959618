//! The figures of a standard with what they speak of. Must never guess: a rule that does not say what it is about speaks
//! of nothing.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::model::{Bound, ChannelKind, Condition, DecisionRule, Situated, When, words};
use crate::resolve::{Project, Range};
use crate::source::Span;
use crate::syntax::decode::{Entry, Short};
use crate::time::{Clock, Duration, Figure, Hours, Percent, Unit};

/// Values that show that a rule is not about consumers.
const NO_CONSUMERS: [&str; 14] = [
    "business",
    "b2b",
    "company",
    "companies",
    "corporate",
    "firm",
    "wholesale",
    "reseller",
    "dealer",
    "partner",
    "supplier",
    "colleague",
    "colleagues",
    "internal",
];

/// Outcomes in which the customer gets nothing.
const REFUSALS: [&str; 6] = ["refuse", "refused", "refusal", "reject", "rejected", "none"];

/// A figure of the standard.
#[derive(Debug, Clone)]
pub(in crate::check) struct Said<'a> {
    /// The section and, in it, the entry.
    pub(in crate::check) entry: String,
    /// The key under which the figure stands.
    pub(in crate::check) key: &'a str,
    /// The time.
    pub(in crate::check) duration: Duration,
    /// The share of cases it holds for; none for all of them.
    pub(super) share: Option<Percent>,
    /// Where it stands.
    pub(in crate::check) span: Span,
    /// The hours in which business time runs; none where nothing says so.
    pub(super) hours: Vec<&'a Hours>,
}

/// A rule with what it speaks of.
struct Speaker<'a> {
    section: &'static str,
    id: &'a str,
    rule: &'a dyn Situated,
    outcome: Option<&'a str>,
    hours: Vec<&'a Hours>,
}

/// The figures that a bound is about, in rules that are in force or announced.
pub(super) fn said<'a>(project: &'a Project, bound: &'a Bound, today: Date) -> Vec<Said<'a>> {
    let Some((section, key)) = bound.figure.value().and_then(|figure| figure.trim().split_once('.')) else {
        return Vec::new();
    };
    match section {
        "response_times" => response_times(project, bound, key, today),
        "procedures" => procedures(project, bound, key.trim_start_matches("promise."), today),
        "returns" => decisions(project, bound, key, today),
        _ => Vec::new(),
    }
}

fn response_times<'a>(project: &'a Project, bound: &'a Bound, key: &'a str, today: Date) -> Vec<Said<'a>> {
    let mut all = Vec::new();
    for rule in &project.response_times {
        let hours = rule.hours.value().into_iter().collect();
        let speaker =
            Speaker { section: "response_times", id: &rule.id, rule: &rule.value, outcome: None, hours };
        let Some(promise) = rule.promises.find(key) else { continue };
        if rule.floor.value() == Some(&true) || !speaker.is_meant(project, bound, today) {
            continue;
        }
        // A further limit that is never passed is the promise for the last of all cases.
        let limit = promise.at_most.get().map(|limit| (limit.value, None, limit.span));
        let figure = promise.promise.get().and_then(|figure| {
            let share = match &figure.value {
                Figure::ShareOf { share, .. } => Some(*share),
                _ => None,
            };
            Some((figure.value.within()?, share, figure.span))
        });
        all.extend(
            limit.or(figure).map(|(duration, share, span)| speaker.says(project, key, duration, share, span)),
        );
    }
    all
}

fn procedures<'a>(project: &'a Project, bound: &'a Bound, key: &'a str, today: Date) -> Vec<Said<'a>> {
    let mut all = Vec::new();
    for procedure in &project.procedures {
        let hours = procedure.hours.value().into_iter().collect();
        let speaker = Speaker {
            section: "procedures",
            id: &procedure.id,
            rule: &procedure.value,
            outcome: None,
            hours,
        };
        let promise = procedure.promise.value().and_then(|promise| promise.find(key));
        let Some(promise) = promise.filter(|_| speaker.is_meant(project, bound, today)) else { continue };
        all.push(speaker.says(project, key, promise.value, None, promise.span));
    }
    all
}

fn decisions<'a>(project: &'a Project, bound: &'a Bound, key: &'a str, today: Date) -> Vec<Said<'a>> {
    let rules = return_rules(project);
    let meant: Vec<_> = rules.iter().filter(|(speaker, _)| speaker.is_meant(project, bound, today)).collect();
    let figure = |rule: &'a DecisionRule| match key {
        "refund_within" => rule.refund_within.get(),
        "within" => rule.within.get(),
        _ => None,
    };
    let mut all = Vec::new();
    for (speaker, rule) in &meant {
        let Some(found) = figure(rule).filter(|_| rule.floor.value() != Some(&true)) else { continue };
        // Where a narrower rule says the figure for what the law is about, this one does not hold there.
        let narrower = |(other, narrow): &&(Speaker<'a>, &'a Entry<DecisionRule>)| {
            other.id != speaker.id && figure(narrow).is_some() && other.beats(speaker)
        };
        if !meant.iter().any(narrower) {
            all.push(speaker.says(project, key, found.value, None, found.span));
        }
    }
    all
}

/// The longest time after which goods are still taken: of the rules that ask for nothing further, or of all.
pub(super) fn longest<'a>(project: &'a Project, bound: &'a Bound, today: Date) -> Option<Said<'a>> {
    (bound.figure.value()?.trim() == "returns.longest").then_some(())?;
    let rules = return_rules(project);
    let gives = |speaker: &Speaker<'_>| {
        speaker.outcome.is_some_and(|outcome| !speaks(&[outcome.to_owned()], &REFUSALS))
    };
    let meant = rules.iter().filter(|(speaker, _)| gives(speaker) && speaker.is_meant(project, bound, today));
    let mut general: Vec<Said<'a>> = Vec::new();
    let mut special: Vec<Said<'a>> = Vec::new();
    for (speaker, _) in meant {
        let (Some(when), (number, others)) = (speaker.rule.when(), speaker.ages(project, bound)) else {
            return None;
        };
        let ([age], condition) = (number.as_slice(), when) else {
            // No limit, or more than one number that could be it.
            return None;
        };
        let place = condition.find(age.0).map_or(bound.figure.span()?, |entry| entry.span);
        let said = speaker.says(project, age.0, age.1, None, place);
        if others { special.push(said) } else { general.push(said) }
    }
    let candidates = if general.is_empty() { special } else { general };
    let mut candidates = candidates.into_iter();
    let first = candidates.next()?;
    Some(candidates.fold(first, |longest, next| match next.duration.is_longer_than(&longest.duration) {
        Some(false) => longest,
        _ => next,
    }))
}

fn return_rules(project: &Project) -> Vec<(Speaker<'_>, &Entry<DecisionRule>)> {
    let rules = project.returns.value().and_then(|returns| returns.rules.value());
    let mut all = Vec::new();
    for rule in rules.into_iter().flat_map(|rules| rules.iter()) {
        let outcome = rule.outcome.value().map(String::as_str);
        let (section, hours) = ("returns.rules", Vec::new());
        all.push((Speaker { section, id: &rule.id, rule: &rule.value, outcome, hours }, rule));
    }
    all
}

impl<'a> Speaker<'a> {
    /// Whether the rule is in force, is about consumers, and speaks of a word of every line.
    fn is_meant(&self, project: &Project, bound: &Bound, today: Date) -> bool {
        let said = self.words(project);
        let ended = self.rule.until().value().is_some_and(|until| until.0 < today);
        let lines = || bound.speaks_of.iter().map(|line| alternatives(&line.value));
        !ended && !speaks(&said, &NO_CONSUMERS) && lines().all(|line| speaks(&said, &line))
    }

    /// What the rule speaks of: its values, its outcome, the kinds of its channels, the line of business.
    fn words(&self, project: &Project) -> Vec<String> {
        let values = self.rule.when().into_iter().flat_map(|when| when.iter());
        let mut said: Vec<String> =
            values.flat_map(|entry| entry.value.is.iter()).map(|value| value.value.clone()).collect();
        said.extend(self.outcome.map(str::to_owned));
        let kinds = self.channels(project).into_iter().filter_map(|channel| channel.kind.value());
        said.extend(kinds.map(|kind: &ChannelKind| words::word(kind).to_owned()));
        let business = project.standard.value().and_then(|standard| standard.line_of_business.value());
        said.extend(
            business.into_iter().flat_map(|text| text.versions()).map(|version| version.text.value.clone()),
        );
        said.iter().map(|word| plain(word)).collect()
    }

    fn channels(&self, project: &'a Project) -> Vec<&'a Entry<crate::model::Channel>> {
        let named = self.rule.when().and_then(|when| when.find("channel"));
        let is = |id: &str| named.is_some_and(|named| named.value.is.iter().any(|value| value.value == id));
        project.channels.iter().filter(|channel| is(&channel.id)).collect()
    }

    fn says(
        &self,
        project: &'a Project,
        key: &'a str,
        duration: Duration,
        share: Option<Percent>,
        span: Span,
    ) -> Said<'a> {
        let mut hours = self.hours.clone();
        if hours.is_empty() {
            hours.extend(self.channels(project).into_iter().filter_map(|channel| channel.hours.value()));
        }
        Said { entry: format!("{}.{}", self.section, self.id), key, duration, share, span, hours }
    }

    /// Whether this rule holds inside the other one only, so that it wins there.
    fn beats(&self, other: &Speaker<'_>) -> bool {
        if self.rule.exception_to().iter().any(|beaten| beaten.value == other.id) {
            return true;
        }
        let (Some(mine), Some(theirs)) = (self.rule.when(), other.rule.when()) else { return false };
        let inside = |theirs: &Entry<Short<Condition>>| {
            let (Some(mine), wide) = (mine.find(&theirs.id), &theirs.value) else { return false };
            let is: BTreeSet<&str> = wide.is.iter().map(|value| value.value.as_str()).collect();
            mine.value.is.iter().all(|value| is.contains(value.value.as_str()))
        };
        mine.len() == theirs.len() && theirs.iter().all(inside)
    }

    /// The times up to which the rule holds, by dimension, and whether it asks for anything that the law does not.
    fn ages(&self, project: &Project, bound: &Bound) -> (Vec<(&'a str, Duration)>, bool) {
        let situation = project.returns.value().and_then(|returns| returns.situation.value());
        let (mut ages, mut others) = (Vec::new(), false);
        for entry in self.rule.when().into_iter().flat_map(|when: &'a When| when.iter()) {
            let dimension = situation.and_then(|situation| situation.find(&entry.id));
            let unit =
                dimension.and_then(|dimension| dimension.number.value()).and_then(|number| unit(number));
            let to =
                entry.value.is.iter().filter_map(|value| Range::parse(&value.value)?.to).reduce(f64::max);
            match (unit, to) {
                (Some(unit), Some(to)) => ages.push((entry.id.as_str(), Duration::calendar(whole(to), unit))),
                // Without an upper bound it holds for ever.
                (Some(_), None) => return (Vec::new(), false),
                _ => {
                    let values: Vec<String> =
                        entry.value.is.iter().map(|value| plain(&value.value)).collect();
                    others |= !bound.speaks_of.iter().any(|line| speaks(&values, &alternatives(&line.value)));
                }
            }
        }
        (ages, others)
    }
}

fn alternatives(line: &str) -> Vec<&str> {
    line.split('|').map(str::trim).filter(|word| !word.is_empty()).collect()
}

/// Whether one of the words is said, as a whole or as a part of a longer word.
fn speaks(said: &[String], wanted: &[&str]) -> bool {
    let wanted: Vec<String> = wanted.iter().map(|word| format!("-{}-", plain(word))).collect();
    said.iter()
        .map(|word| format!("-{}-", plain(word)))
        .any(|said| wanted.iter().any(|word| said.contains(word)))
}

fn plain(word: &str) -> String {
    let letters = word.trim().to_lowercase();
    let joined: String =
        letters.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect();
    joined.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

fn unit(number: &str) -> Option<Unit> {
    Some(match number.trim().to_lowercase().trim_end_matches('s') {
        "hour" => Unit::Hour,
        "day" => Unit::Day,
        "week" => Unit::Week,
        "month" => Unit::Month,
        "year" => Unit::Year,
        _ => return None,
    })
}

fn whole(number: f64) -> u64 {
    // Numbers of days are small; what is not is taken for endless.
    if number.is_finite() && (0.0..1e9).contains(&number) { number as u64 } else { u64::MAX / 1_000_000 }
}

/// Whether a figure runs in business time.
pub(super) fn is_business(duration: &Duration) -> bool {
    duration.clock == Clock::Business
}
