//! The dimensions of the situation and what their values may be. Must never combine conditions: that is the engine's work.

use std::collections::{BTreeMap, HashSet};

use super::Project;
use crate::model::{Dimension, Situation};

/// What values a dimension has.
#[derive(Debug, Clone, PartialEq)]
pub enum Domain {
    /// One of these words, in this order.
    Words(Values),
    /// Yes or no.
    YesNo,
    /// A number between these bounds.
    Number {
        /// The smallest value, when there is one.
        from: Option<f64>,
        /// The largest value, when there is one.
        to: Option<f64>,
    },
    /// A minute of the week or a public holiday.
    Time,
}

/// The values of a dimension in their order, and quick to look up.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Values {
    ordered: Vec<String>,
    known: HashSet<String>,
    /// Whether there are more values than could be read.
    open: bool,
}

impl Values {
    /// The values in the order written.
    pub fn ordered(&self) -> &[String] {
        &self.ordered
    }

    /// Whether `value` is one of them.
    pub fn contains(&self, value: &str) -> bool {
        self.open || self.known.contains(value)
    }
}

impl From<Vec<String>> for Values {
    fn from(ordered: Vec<String>) -> Self {
        Values { known: ordered.iter().cloned().collect(), ordered, open: false }
    }
}

/// A dimension with its values.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// What values it has.
    pub domain: Domain,
    /// Whether the value may be unknown.
    pub optional: bool,
    /// Whether later values must never fare worse.
    pub rising: bool,
}

/// The word for a value that is not known.
pub const NOT_KNOWN: &str = "not known";

/// The dimensions of a table by name.
pub type Axes = BTreeMap<String, Axis>;

/// The dimensions that every rule of the project may speak of.
pub fn axes(project: &Project) -> Axes {
    let mut axes = declared(&project.situation);
    let mut built_in = |name: &str, section: &str, ids: Vec<String>| {
        let open = project.has_refused(section);
        if open || !ids.is_empty() {
            let values = Values { open, ..Values::from(ids) };
            let axis = Axis { domain: Domain::Words(values), optional: false, rising: false };
            axes.entry(name.to_owned()).or_insert(axis);
        }
    };
    built_in("channel", "channels", project.channels.iter().map(|entry| entry.id.clone()).collect());
    built_in("role", "roles", project.roles.iter().map(|entry| entry.id.clone()).collect());
    built_in("location", "locations", project.locations.iter().map(|entry| entry.id.clone()).collect());
    built_in(
        "language",
        "languages",
        project.languages.iter().map(|language| language.value.clone()).collect(),
    );
    axes.insert("time".to_owned(), Axis { domain: Domain::Time, optional: false, rising: false });
    axes
}

/// The dimensions that a `situation` declares.
pub fn declared(situation: &Situation) -> Axes {
    situation.iter().map(|entry| (entry.id.clone(), axis(&entry.value))).collect()
}

fn axis(dimension: &Dimension) -> Axis {
    let words: Vec<String> = dimension.values.iter().map(|value| value.value.clone()).collect();
    let domain = match words.as_slice() {
        [only] if only == "yes/no" => Domain::YesNo,
        [] => Domain::Number { from: dimension.from.value().copied(), to: dimension.to.value().copied() },
        _ => Domain::Words(words.into()),
    };
    let flag = |field: &crate::syntax::decode::Field<bool>| field.value().copied().unwrap_or(false);
    Axis { domain, optional: flag(&dimension.optional), rising: flag(&dimension.rising) }
}
