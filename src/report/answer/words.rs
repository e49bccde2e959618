//! Words that answers are told in. Must never depend on a standard's own texts.

use jiff::Zoned;

use super::Telling;
use crate::model::Text;
use crate::situation::answer::{Case, Due, How, Said};

/// An instant on the wall: `Fri 27 Nov 2026, 17:00`.
pub(in crate::report) fn on_the_wall(at: &Zoned) -> String {
    let form = if at.second() == 0 { "%a %-d %b %Y, %H:%M" } else { "%a %-d %b %Y, %H:%M:%S" };
    at.strftime(form).to_string()
}

/// An instant for programs, with its distance from Greenwich.
pub(super) fn for_programs(at: &Zoned) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// When a time is over, in words.
pub(super) fn due(due: &Due) -> String {
    match due {
        Due::At(end, None) => format!("by {}", on_the_wall(end)),
        Due::At(end, Some(start)) => {
            format!("by {}; the clock starts {}", on_the_wall(end), on_the_wall(start))
        }
        Due::Unknown(why) => format!("no moment: {why}"),
    }
}

/// How one rule beats one other or several, as the end of a sentence.
pub(super) fn how(how: How, several: bool) -> &'static str {
    match (how, several) {
        (How::Exception, false) => "it and says so",
        (How::Exception, true) => "them and says so",
        (How::Inside, false) => "it, as its situations all lie inside",
        (How::Inside, true) => "them, as its situations all lie inside",
        (How::Stricter, false) => "it, as it is better for the customer",
        (How::Stricter, true) => "them, as it is better for the customer",
    }
}

/// The conditions of a case, as alternatives.
pub(in crate::report) fn conditions(case: &Case<'_>) -> String {
    let words: Vec<&str> = case.conditions.iter().map(|conditions| conditions.words.as_str()).collect();
    words.join("; or ")
}

impl Telling<'_> {
    /// A text in the language of the answer.
    pub(super) fn text(&self, text: &Text) -> String {
        let best = text.best(self.language, self.project.source_language());
        best.map(|text| text.value.trim().to_owned()).unwrap_or_default()
    }

    pub(super) fn said(&self, said: &Said<'_>) -> String {
        match said {
            Said::Word(word) => word.clone(),
            Said::Text(text) => self.text(text),
        }
    }
}
