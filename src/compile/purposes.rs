//! The scripts that stand for a purpose, by the situations in which they are said.
//! Must never leave out a script that may be meant.

use std::collections::{BTreeMap, BTreeSet};

use super::forest::{meet, said_plainly};
use crate::model::{Condition, Script, When};
use crate::syntax::decode::{Entry, Short};

/// Scripts by the purpose that they serve.
#[derive(Default)]
pub(super) struct Purposes<'a>(BTreeMap<&'static str, Group<'a>>);

/// The scripts of a purpose. Of a large standard only a few are said where a step is done, so they are found by a
/// value that both name.
#[derive(Default)]
struct Group<'a> {
    scripts: Vec<&'a Entry<Script>>,
    by_value: BTreeMap<(&'a str, &'a str), Vec<usize>>,
    /// By dimension the scripts that leave it open; of a dimension that is not here, all.
    open: BTreeMap<&'a str, Vec<usize>>,
}

impl<'a> Purposes<'a> {
    /// Adds a script.
    pub(super) fn add(&mut self, script: &'a Entry<Script>) {
        let Some(purpose) = script.purpose.value() else { return };
        let group = self.0.entry(purpose.word()).or_default();
        let at = group.scripts.len();
        group.scripts.push(script);
        let conditions = script.when.value().into_iter().flat_map(|when| when.iter());
        let mut bound = BTreeSet::new();
        for condition in conditions.filter(|condition| said_plainly(condition)) {
            bound.insert(condition.id.as_str());
            group.open.entry(&condition.id).or_insert_with(|| (0..at).collect());
            for value in &condition.value.is {
                group.by_value.entry((&condition.id, &value.value)).or_default().push(at);
            }
        }
        for (_, open) in group.open.iter_mut().filter(|(dimension, _)| !bound.contains(*dimension)) {
            open.push(at);
        }
    }

    /// The scripts of a purpose that may be said in the situations of `when`, in the order written.
    pub(super) fn fitting(&self, purpose: &str, when: Option<&When>) -> Vec<&'a Entry<Script>> {
        let Some(group) = self.0.get(purpose) else { return Vec::new() };
        let conditions = when.into_iter().flat_map(|when| when.iter());
        let near = conditions.filter_map(|condition| group.near(condition)).min_by_key(BTreeSet::len);
        let near = near.unwrap_or_else(|| (0..group.scripts.len()).collect());
        let scripts = near.into_iter().filter_map(|at| group.scripts.get(at).copied());
        scripts.filter(|script| meet(script.when.value(), when)).collect()
    }
}

impl Group<'_> {
    // The scripts that name a value of a condition, and those that leave it open.
    fn near(&self, condition: &Entry<Short<Condition>>) -> Option<BTreeSet<usize>> {
        let open = self.open.get(condition.id.as_str()).filter(|_| said_plainly(condition))?;
        let named = condition.value.is.iter();
        let named =
            named.filter_map(|value| self.by_value.get(&(condition.id.as_str(), value.value.as_str())));
        Some(named.flatten().chain(open).copied().collect())
    }
}
