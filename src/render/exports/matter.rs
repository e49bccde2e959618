//! What exports are made of: the standard, and how its texts, places and conditions are read. Must never format
//! anything for a target.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::compile::{DecisionTable, open_hours};
use crate::model::{Channel, Text, When};
use crate::resolve::Project;
use crate::syntax::decode::{Entry, Field, List};

/// A standard to be exported.
#[derive(Debug, Clone, Copy)]
pub struct Matter<'a> {
    /// The standard.
    pub project: &'a Project,
    /// The day of the export.
    pub today: Date,
    /// The decision tables on that day.
    pub tables: &'a [DecisionTable],
}

impl<'a> Matter<'a> {
    /// The short name and the version of the standard.
    pub(super) fn labels(&self) -> [String; 2] {
        let standard = self.project.standard.value();
        let word = |field: Option<&String>| field.cloned().unwrap_or_default();
        [
            word(standard.and_then(|standard| standard.id.value())),
            word(standard.and_then(|standard| standard.version.value())),
        ]
    }

    /// The languages of the standard.
    pub(super) fn languages(&self) -> Vec<&'a str> {
        self.project.language_codes()
    }

    /// A text in a language, and nothing when it is not written in it.
    pub(super) fn exactly(&self, text: Option<&'a Text>, language: &str) -> Option<&'a str> {
        text?.exactly(language, self.project.source_language()).map(|text| text.value.as_str())
    }

    /// A text in the source language, or in whatever language there is.
    pub(super) fn text(&self, text: &'a Text) -> &'a str {
        self.text_in(text, self.project.source_language())
    }

    /// A text in a language, or in the source language.
    pub(super) fn text_in(&self, text: &'a Text, language: &str) -> &'a str {
        text.best(language, self.project.source_language()).map_or("", |text| text.value.as_str())
    }

    /// The name that readers see, or the id.
    pub(super) fn title(&self, title: &'a Field<Text>, id: &'a str, language: &str) -> &'a str {
        title
            .value()
            .map(|title| self.text_in(title, language))
            .filter(|title| !title.is_empty())
            .unwrap_or(id)
    }

    /// Several texts, one on each line.
    pub(super) fn lines(&self, texts: &'a List<Text>, language: &str) -> String {
        texts.iter().map(|text| self.text_in(&text.value, language)).collect::<Vec<_>>().join("\n")
    }

    /// The channels that customers use.
    pub(super) fn channels(&self) -> impl Iterator<Item = &'a Entry<Channel>> + use<'a> {
        open_hours::channels(self.project)
    }
}

/// Conditions as values by dimension; what must not be is marked with `not `.
pub(super) fn conditions(when: Option<&When>) -> BTreeMap<String, Vec<String>> {
    let condition = |entry: &Entry<crate::syntax::decode::Short<crate::model::Condition>>| {
        let is = entry.value.is.iter().map(|value| value.value.clone());
        let not = entry.value.not.iter().map(|value| format!("not {}", value.value));
        (entry.id.clone(), is.chain(not).collect())
    };
    when.into_iter().flat_map(|when| when.iter().map(condition)).collect()
}

/// Conditions on one line: `channel: chat or email; segment: not gold`.
pub(super) fn in_words(when: Option<&When>) -> String {
    let condition = |(name, values): (String, Vec<String>)| format!("{name}: {}", values.join(" or "));
    conditions(when).into_iter().map(condition).collect::<Vec<_>>().join("; ")
}

/// A text on one line, without anything that is not a letter or a sign.
pub(super) fn in_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().filter(|letter| !letter.is_control()).collect()
}
