//! Answers about situations as text. Must never judge: what an answer says was settled before.

mod human;
mod json;
mod shape;
mod words;

use std::io;

use jiff::civil::Date;

pub use json::answer_schema;

use super::Style;
use crate::resolve::Project;
use crate::situation::answer::{Answer, Objection};
use crate::source::{SourceMap, Span};

/// What an answer is told with.
#[derive(Debug, Clone, Copy)]
pub struct Telling<'a> {
    /// The standard.
    pub project: &'a Project,
    /// The texts that it was read from.
    pub sources: &'a SourceMap,
    /// The language of texts.
    pub language: &'a str,
    /// The day as of which the standard was read.
    pub as_of: Date,
    /// How many errors reading the standard found; what could not be read is in no answer.
    pub errors: usize,
}

impl Telling<'_> {
    /// The answer for people.
    pub fn human(&self, answer: &Answer<'_>, style: Style, out: &mut dyn io::Write) -> io::Result<()> {
        human::write(self, answer, style, out)
    }

    /// The answer for programs.
    pub fn json(&self, answer: &Answer<'_>) -> serde_json::Value {
        json::document(self, answer)
    }

    /// A question that could not be understood, for programs.
    pub fn refusal(&self, objection: &Objection) -> serde_json::Value {
        json::refusal(self, objection)
    }

    // Path and line of a place.
    pub(super) fn place(&self, span: Span) -> String {
        let (start, _) = self.sources.positions(span);
        format!("{}:{}", self.sources.path(span), start.line)
    }
}
