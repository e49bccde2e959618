//! The fixed words around the news of a role. Must never hold a word of a company.

use jiff::civil::Date;

use crate::compile::Reader;

/// Fixed words, in the language of the reader.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewsWords {
    /// The heading.
    pub heading: String,
    /// Which versions were compared.
    pub between: String,
    /// Whether the reader must sign again.
    pub again: String,
    /// The label of the fingerprint.
    pub fingerprint: String,
    /// What is said when nothing changed.
    pub nothing: String,
    /// The word for something new.
    pub new: String,
    /// The word for something that is gone.
    pub gone: String,
    /// The word for something that says something else.
    pub changed: String,
    /// The word before what was said.
    pub before: String,
    /// The word before what is said.
    pub after: String,
    /// The word before situations.
    pub when: String,
    /// The word before the first day.
    pub from: String,
    /// The word before the last day.
    pub until: String,
    /// What is better for customers.
    pub better: String,
    /// What is worse for customers.
    pub worse: String,
    /// How many places only read otherwise.
    pub wording: String,
    /// What is said of questions that stayed open; empty where none did.
    pub open: String,
}

/// The words for a role.
pub(super) fn words(
    reader: &Reader<'_>,
    role: &str,
    (old, new): (&str, &str),
    day: Date,
    (reworded, unknown): (usize, usize),
    (known, again): (bool, bool),
) -> NewsWords {
    let title = reader.title(&format!("roles.{role}"));
    let date = reader.date(day);
    let between = match old == new {
        true => reader.fill("news-day", &[("date", &date)]),
        false => reader.fill("news-between", &[("old", old), ("new", new), ("date", &date)]),
    };
    NewsWords {
        heading: reader.fill("news-title", &[("role", &title)]),
        between,
        again: reader.say(if again { "news-again" } else { "news-not-again" }),
        fingerprint: reader.say("kit-fingerprint"),
        nothing: reader.say(if known { "news-nothing" } else { "news-first" }),
        new: reader.say("news-new"),
        gone: reader.say("news-gone"),
        changed: reader.say("news-changed"),
        before: reader.say("news-before"),
        after: reader.say("news-after"),
        when: reader.say("when"),
        from: reader.say("from"),
        until: reader.say("until"),
        better: reader.say("news-better"),
        worse: reader.say("news-worse"),
        wording: reader.fill("news-wording", &[("count", &reworded.to_string())]),
        open: match unknown {
            0 => String::new(),
            count => reader.fill("news-open", &[("count", &count.to_string())]),
        },
    }
}
