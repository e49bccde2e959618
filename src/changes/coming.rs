//! Changes of tables over time: what holds now, until when, and what comes later. Must never list one change twice.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::Date;
use serde_json::Value;

use super::side::Versions;
use super::{Change, tables};

/// The most days that are looked at; further ones are counted as open.
const DAYS: usize = 12;

/// The changes as of `today` and of every later day on which some rule begins or ends, and how many questions stayed
/// open.
pub(super) fn changes(versions: &Versions<'_>, today: Date) -> (Vec<Change>, usize) {
    let mut days = BTreeSet::new();
    for policy in [&versions.old.policy, &versions.new.policy] {
        search(policy, today, &mut days);
    }
    let (mut all, mut unknown) = tables::compared(versions, today);
    let mut active: Vec<usize> = (0..all.len()).collect();
    unknown += days.len().saturating_sub(DAYS);
    for day in days.into_iter().take(DAYS) {
        let (then, open) = tables::compared(versions, day);
        unknown += open;
        let mut still = Vec::new();
        for at in active {
            let Some(change) = all.get_mut(at) else { continue };
            if then.iter().any(|other| is_same(change, other)) {
                still.push(at);
            } else {
                let last = day.yesterday().unwrap_or(day);
                change.message.push_str(&format!(", until {last}"));
                change.until = Some(last.to_string());
            }
        }
        for change in then {
            let known = still.iter().filter_map(|at| all.get(*at)).any(|known| is_same(known, &change));
            if !known {
                let message = format!("from {day}: {}", change.message);
                still.push(all.len());
                all.push(Change { from: Some(day.to_string()), message, ..change });
            }
        }
        active = still;
    }
    (all, unknown)
}

fn is_same(one: &Change, other: &Change) -> bool {
    (one.kind, &one.section, &one.attribute) == (other.kind, &other.section, &other.attribute)
        && (&one.old, &one.new, &one.situations) == (&other.old, &other.new, &other.situations)
}

// The days on which some rule begins to hold, or no longer holds.
fn search(value: &Value, today: Date, days: &mut BTreeSet<Date>) {
    match value {
        Value::Object(group) => {
            for (key, value) in group {
                let day = value.as_str().and_then(|text| text.parse::<Date>().ok());
                let day = match (key.as_str(), day) {
                    ("from", Some(day)) => Some(day),
                    ("until", Some(day)) => day.checked_add(1.day()).ok(),
                    _ => None,
                };
                days.extend(day.filter(|day| *day > today));
                search(value, today, days);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| search(value, today, days)),
        _ => {}
    }
}
