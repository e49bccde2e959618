//! The dimensions of the situation and what their values may be. Must never combine conditions: that is the engine's work.

use std::collections::BTreeMap;

use super::{Project, Range};
use crate::diagnostic::{listed, nearest};
use crate::model::{Dimension, Situation};
use crate::source::LookupSet;
use crate::time::{Hours, Moment};

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

impl Domain {
    /// What to write instead of a value that a dimension cannot have; none for a possible value.
    pub fn objection(&self, value: &str) -> Option<String> {
        match self {
            Domain::Words(words) if words.contains(value) => None,
            Domain::Words(words) => {
                let known = || words.ordered().iter().map(String::as_str);
                Some(match nearest(value, known()) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => format!("its values are {}", listed(known(), 12)),
                })
            }
            Domain::YesNo => {
                (!matches!(value, "yes" | "no" | "true" | "false")).then(|| "write `yes` or `no`".to_owned())
            }
            Domain::Number { from, to } => {
                let sound = Range::parse(value).is_some_and(|range| range.meets(*from, *to));
                (!sound).then(|| span_with_dash(value).unwrap_or_else(|| number_help(*from, *to)))
            }
            Domain::Time => {
                let problem = Hours::parse_window(value).err()?;
                Moment::parse(value).err().map(|_| problem.help)
            }
        }
    }
}

// `0-14`: a range as people write it.
fn span_with_dash(value: &str) -> Option<String> {
    let (from, to) = value.split_once(['-', '–', '—'])?;
    let number = |text: &str| text.trim().parse::<f64>().is_ok_and(f64::is_finite);
    (number(from) && number(to)).then(|| format!("write `{}..{}`", from.trim(), to.trim()))
}

fn number_help(from: Option<f64>, to: Option<f64>) -> String {
    let bounds = match (from, to) {
        (Some(from), Some(to)) => format!(" between {from} and {to}"),
        (Some(from), None) => format!(" from {from} up"),
        (None, Some(to)) => format!(" up to {to}"),
        (None, None) => String::new(),
    };
    format!("write a number{bounds}, or a range such as `0..14` or `>= 5`")
}

/// The values of a dimension in their order, and quick to look up.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Values {
    ordered: Vec<String>,
    known: LookupSet<String>,
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
