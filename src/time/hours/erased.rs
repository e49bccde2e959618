//! Rules of opening hours that a later rule takes back, often by an oversight.
//! Must never judge: it states which minutes are lost, a check decides what to say.

use super::Hours;
use super::evaluate::ranges;
use super::rule::Rule;
use crate::time::intervals::intersection;
use crate::time::{DAY_MINUTES, WeekSet};

/// A rule that loses minutes of the normal week, or the public holidays, to a later one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erased {
    /// Number of the rule that loses, from 0.
    pub rule: usize,
    /// Number of the later rule.
    pub by: usize,
    /// The minutes that the earlier rule opens and that stay closed; for an earlier rule that closes, the
    /// minutes that are open again.
    pub lost: WeekSet,
    /// Whether what is lost is lost on public holidays: `PH off; Mo-Fr 09:00-18:00`.
    pub on_holidays: bool,
    /// Whether the times of the two rules do not overlap, so that `,` instead of `;` was probably meant.
    pub apart: bool,
}

impl Hours {
    /// The rules that later rules take back. Rules for dates are exceptions on purpose and are left out.
    pub fn erased(&self) -> Vec<Erased> {
        let week = self.week();
        let mut found = Vec::new();
        for (at, earlier) in self.rules.iter().enumerate() {
            let last_for_holidays = !self.rules.iter().skip(at + 1).any(Rule::names_holidays);
            for (by, later) in self.rules.iter().enumerate().skip(at + 1) {
                if later.adds || later.closed || !earlier.dates.is_empty() || !later.dates.is_empty() {
                    continue;
                }
                let shared = shared_days(earlier, later);
                let apart = intersection(&ranges(&earlier.times), &ranges(&later.times)).is_empty();
                let lost = match (earlier.closed, earlier.times.is_empty()) {
                    (true, true) => minutes(&shared, later).intersect(&week),
                    (true, false) => {
                        minutes(&shared, earlier).intersect(&minutes(&shared, later)).intersect(&week)
                    }
                    (false, _) => {
                        minutes(&shared, earlier).subtract(&minutes(&shared, later)).subtract(&week)
                    }
                };
                if !lost.is_empty() {
                    found.push(Erased { rule: at, by, lost, on_holidays: false, apart });
                }
                if only_holidays(earlier) && last_for_holidays {
                    let days = later.days.map_or([true; 7], |days| days.week);
                    let lost = minutes(&days, later);
                    found.push(Erased { rule: at, by, lost, on_holidays: true, apart });
                }
            }
        }
        found
    }
}

// A rule for holidays and nothing else: what a later rule for the same day of the week takes from it is
// never meant.
fn only_holidays(rule: &Rule) -> bool {
    rule.days.is_some_and(|days| days.holidays && days.week == [false; 7])
}

// The days of the week that both rules speak of.
fn shared_days(one: &Rule, other: &Rule) -> [bool; 7] {
    let days = |rule: &Rule| match rule.days {
        None => [true; 7],
        Some(days) if days.both => [false; 7],
        Some(days) => days.week,
    };
    let mut shared = days(one);
    for (mine, theirs) in shared.iter_mut().zip(days(other)) {
        *mine &= theirs;
    }
    shared
}

// The minutes of a rule on some days of the week.
fn minutes(days: &[bool; 7], rule: &Rule) -> WeekSet {
    let starts = (0_u16..).zip(days).filter(|(_, named)| **named).map(|(day, _)| day * DAY_MINUTES);
    WeekSet::from_ranges(
        starts.flat_map(|start| rule.times.iter().map(move |time| (start + time.from, start + time.to))),
    )
}
