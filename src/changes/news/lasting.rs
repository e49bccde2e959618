//! Changes that go on when another rule begins beside them: a comparison tells them twice, a reader wants them once.
//! Must never join what in some situation ends.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::Date;
use serde_json::Value;

use crate::changes::Change;
use crate::resolve::{Domain, Project, axes};

/// Whether a change that has a last day goes on behind it, but for situations of which another change tells.
pub(super) fn goes_on(project: &Project, change: &Change, all: &[&Change]) -> bool {
    let Some(next) = day_after(change) else { return false };
    let [own] = change.situations.as_slice() else { return false };
    let behind: Vec<&&Change> = all.iter().filter(|other| follows(change, other, &next)).collect();
    let mut along: BTreeSet<&str> = BTreeSet::new();
    let mut values: BTreeSet<&str> = BTreeSet::new();
    for part in behind.iter().flat_map(|other| &other.situations) {
        let Some((dimension, further)) = narrower(&own.conditions, &part.conditions) else { continue };
        along.insert(dimension);
        values.extend(further);
    }
    let (Some(dimension), 1) = (along.first(), along.len()) else { return false };
    let known = axes(project).remove(*dimension).map(|axis| axis.domain);
    let all: Vec<String> = match known {
        Some(Domain::Words(words)) => words.ordered().to_vec(),
        Some(Domain::YesNo) => vec!["yes".to_owned(), "no".to_owned()],
        _ => return false,
    };
    all.iter().all(|value| values.contains(value.as_str()))
}

/// Whether a change says again what one that goes on has said.
pub(super) fn is_continued(change: &Change, lasting: &[&Change]) -> bool {
    lasting.iter().any(|before| {
        let next = day_after(before);
        next.is_some_and(|next| follows(before, change, &next))
            && (&before.old.values, &before.new.values) == (&change.old.values, &change.new.values)
            && before.new.rules == change.new.rules
            && change.situations.iter().all(|part| {
                before.situations.iter().any(|own| narrower(&own.conditions, &part.conditions).is_some())
            })
    })
}

fn day_after(change: &Change) -> Option<String> {
    let last: Date = change.until.as_ref()?.parse().ok()?;
    Some(last.saturating_add(1.days()).to_string())
}

fn follows(change: &Change, other: &Change, next: &str) -> bool {
    (&change.section, &change.attribute) == (&other.section, &other.attribute)
        && other.from.as_deref() == Some(next)
}

// The one dimension that conditions limit beyond others, with its values.
fn narrower<'c>(own: &Value, part: &'c Value) -> Option<(&'c str, Vec<&'c str>)> {
    let (own, part) = (own.as_object()?, part.as_object()?);
    let shared = own.iter().all(|(name, values)| part.get(name) == Some(values));
    let mut further = part.iter().filter(|(name, _)| !own.contains_key(*name));
    let (name, values) = further.next()?;
    (shared && further.next().is_none())
        .then(|| (name.as_str(), values.as_array().into_iter().flatten().filter_map(Value::as_str).collect()))
}
