//! How rules on situations speak of rules, values and situations. Must never judge.

use serde_json::Value;

use crate::diagnostic::Finding;
use crate::situation::standard::Situation;
use crate::situation::{Judged, Point};
use crate::source::Span;

impl Judged<'_> {
    /// The id of a rule of the table.
    pub(super) fn id(&self, rule: usize) -> &str {
        self.standard.rules.get(rule).map_or("", |rule| rule.id)
    }

    /// Where the id of a rule stands.
    pub(super) fn place(&self, rule: usize) -> Option<Span> {
        self.standard.rules.get(rule).map(|rule| rule.id_span)
    }

    /// Where a rule gives an attribute.
    pub(super) fn given_at(&self, attribute: usize, rule: usize) -> Option<Span> {
        let rule = self.standard.rules.get(rule)?;
        Some(rule.gives.get(&attribute).map_or(rule.id_span, |given| given.span))
    }

    /// What a rule gives, as it is written.
    pub(super) fn given(&self, attribute: usize, rule: usize) -> String {
        let given = self.standard.rules.get(rule).and_then(|rule| rule.gives.get(&attribute));
        given.map(|given| given.value.to_string()).unwrap_or_default()
    }

    /// The name of an attribute.
    pub(super) fn attribute(&self, attribute: usize) -> &str {
        self.standard.table.attributes.get(attribute).map_or("", |attribute| attribute.name.as_str())
    }

    /// The name of the table.
    pub(super) fn table(&self) -> &str {
        &self.standard.table.name
    }

    /// Ids in backticks, joined for reading.
    pub(super) fn ids(&self, rules: &[usize]) -> String {
        let ids: Vec<String> = rules.iter().map(|rule| format!("`{}`", self.id(*rule))).collect();
        joined(&ids)
    }

    /// Adds the facts that every finding about situations has: table, rules with the accused first, witness.
    pub(super) fn facts(&self, finding: Finding, rules: &[usize], witness: Option<&Point>) -> Finding {
        let rules: Vec<&str> = rules.iter().map(|rule| self.id(*rule)).collect();
        let finding = finding.arg("table", self.table()).arg("rules", rules);
        match witness {
            Some(point) => finding.arg("witness", self.witness(point)),
            None => finding,
        }
    }

    /// A situation as a map from dimension to value.
    pub(super) fn witness(&self, point: &Point) -> Value {
        as_argument(self.standard.situation(point))
    }
}

/// A situation as the argument of a finding.
pub(super) fn as_argument(situation: Situation) -> Value {
    Value::Object(situation.into_iter().map(|(name, value)| (name, Value::from(value))).collect())
}

/// Words joined as in a sentence: `a`, `a and b`, `a, b and c`.
pub(super) fn joined(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// What is said where more was found than is shown.
pub(super) fn and_more(more: usize) -> String {
    match more {
        0 => String::new(),
        1 => "; one more such finding is not shown".to_owned(),
        more => format!("; {more} more such findings are not shown"),
    }
}
