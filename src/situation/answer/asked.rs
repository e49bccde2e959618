//! What is known of a situation, read and held against the dimensions of the standard. Must never drop a word of the
//! question silently.

use std::collections::BTreeMap;

use jiff::civil::DateTime;

use crate::diagnostic::{listed, nearest};
use crate::resolve::{Axes, Axis, NOT_KNOWN, Project, axes, declared};
use crate::time::{DAY_MINUTES, DayKind, Moment};

/// A question: what is known of a situation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// Dimension to the values that it may have; a dimension that is not named is open.
    pub given: BTreeMap<String, Vec<String>>,
    /// When the customer turns to the company, on the wall of the standard's time zone.
    pub at: Option<DateTime>,
}

/// Something in a question that cannot be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objection {
    /// What is wrong.
    pub message: String,
    /// What to ask instead.
    pub help: String,
}

impl Objection {
    pub(crate) fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Objection { message: message.into(), help: help.into() }
    }
}

impl Asked {
    /// A question of one value for each dimension.
    pub fn of<'s>(given: impl IntoIterator<Item = (&'s str, &'s str)>) -> Self {
        let mut asked = Asked::default();
        for (dimension, value) in given {
            asked.given.entry(dimension.to_owned()).or_default().push(value.to_owned());
        }
        asked
    }

    /// Adds what stands as `dimension=value`.
    pub fn add(&mut self, written: &str) -> Result<(), Objection> {
        let (dimension, value) = written.split_once('=').unwrap_or((written, ""));
        let (dimension, value) = (dimension.trim(), value.trim());
        if dimension.is_empty() || value.is_empty() {
            let message = format!("`{written}` says nothing about the situation");
            return Err(Objection::new(message, "write a dimension and its value: `channel=chat`"));
        }
        self.give(dimension, vec![value.to_owned()])
    }

    /// Adds a situation in JSON: a map from dimension to a value or several.
    pub fn add_json(&mut self, text: &str) -> Result<(), Objection> {
        let form = "write a map from dimension to value: `{\"channel\": \"chat\"}`";
        let read: serde_json::Value = serde_json::from_str(text).map_err(|error| {
            Objection::new(format!("the situation is not JSON (column {})", error.column()), form)
        })?;
        let serde_json::Value::Object(map) = read else {
            return Err(Objection::new("the situation is not a map", form));
        };
        for (dimension, value) in map {
            let values = match &value {
                serde_json::Value::Array(values) => values.iter().map(word).collect(),
                value => word(value).map(|word| vec![word]),
            };
            let Some(values) = values.filter(|values: &Vec<String>| !values.is_empty()) else {
                return Err(Objection::new(format!("the value of `{dimension}` is no word or number"), form));
            };
            self.give(&dimension, values)?;
        }
        Ok(())
    }

    /// Reads the moment that is asked about: `2026-12-24T16:00`.
    pub fn set_at(&mut self, text: &str) -> Result<(), Objection> {
        let read: Option<DateTime> = Some(text.trim()).filter(|text| text.len() > 10).and_then(|text| {
            let offset = text.get(10..).is_some_and(|time| time.contains(['Z', 'z', '+', '-']));
            if offset { None } else { text.parse().ok() }
        });
        if read.is_none() {
            let message = format!("`{}` is not a moment", text.trim());
            let help = "write date and time in the standard's time zone: `2026-12-24T16:00`";
            return Err(Objection::new(message, help));
        }
        self.at = read;
        Ok(())
    }

    fn give(&mut self, dimension: &str, values: Vec<String>) -> Result<(), Objection> {
        if dimension == "at"
            && let [moment] = values.as_slice()
        {
            return self.set_at(moment);
        }
        if self.given.contains_key(dimension) {
            return Err(Objection::new(format!("`{dimension}` is given twice"), "give each dimension once"));
        }
        self.given.insert(dimension.to_owned(), values);
        Ok(())
    }

    /// The values of every dimension, the time of the moment included.
    pub(super) fn settled(&self, project: &Project) -> Result<BTreeMap<String, Vec<String>>, Objection> {
        let mut given = self.given.clone();
        if let Some(at) = self.at {
            if given.contains_key("time") {
                let help = "leave one of them out: the moment says the time of the week too";
                return Err(Objection::new("both a moment and `time` are given", help));
            }
            given.insert("time".to_owned(), vec![moment(project, at)]);
        }
        let known = Known::of(project);
        for (dimension, values) in &given {
            known.check(dimension, values)?;
        }
        Ok(given)
    }
}

fn word(value: &serde_json::Value) -> Option<String> {
    match value {
        serde_json::Value::String(text) => Some(text.clone()),
        serde_json::Value::Number(number) => Some(number.to_string()),
        serde_json::Value::Bool(yes) => Some(if *yes { "yes" } else { "no" }.to_owned()),
        _ => None,
    }
}

// The minute of the week, and whether it is a public holiday. A day on which the company is closed is a day of the
// week like any other for the conditions of rules.
fn moment(project: &Project, at: DateTime) -> String {
    let day = u16::try_from(at.date().weekday().to_monday_zero_offset()).unwrap_or_default();
    let time = u16::try_from(i32::from(at.hour()) * 60 + i32::from(at.minute())).unwrap_or_default();
    let minute = day * DAY_MINUTES + time;
    match project.days_off().kind(at.date()) {
        DayKind::Holiday => Moment::HolidayOn(minute).to_string(),
        DayKind::Ordinary | DayKind::Closed => Moment::Week(minute).to_string(),
    }
}

/// The dimensions that a question may name: those of the standard, and those of single tables.
struct Known {
    common: Axes,
    own: Vec<(String, Axis)>,
}

impl Known {
    fn of(project: &Project) -> Self {
        let own = project.decision_tables().filter_map(|(_, table)| table.situation.value());
        Known { common: axes(project), own: own.flat_map(declared).collect() }
    }

    fn check(&self, name: &str, values: &[String]) -> Result<(), Objection> {
        let own = self.own.iter().filter(|(own, _)| own == name).map(|(_, axis)| axis);
        let axes: Vec<&Axis> = self.common.get(name).into_iter().chain(own).collect();
        let Some(first) = axes.first() else {
            let known = || {
                self.common.keys().map(String::as_str).chain(self.own.iter().map(|(name, _)| name.as_str()))
            };
            let help = match nearest(name, known()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => {
                    let mut all: Vec<&str> = known().collect();
                    all.sort_unstable();
                    all.dedup();
                    format!("its dimensions are {}", listed(all, 20))
                }
            };
            return Err(Objection::new(format!("`{name}` is not a dimension of the situation"), help));
        };
        for value in values {
            let possible = |axis: &&Axis| {
                (axis.optional && value == NOT_KNOWN) || axis.domain.objection(value).is_none()
            };
            if !axes.iter().any(possible) {
                let help = first.domain.objection(value).unwrap_or_default();
                let message = format!("`{value}` is not a value that `{name}` can have");
                return Err(Objection::new(message, help));
            }
        }
        Ok(())
    }
}
