//! What is new for a role, as text for people and machines. Must never weigh a change: it is written down as it was found.

mod html;
mod json;
mod markdown;

use std::io;

use crate::changes::{ForCustomer, News, NewsFact, NewsItem, NewsState};

pub use json::news_schema;

/// How news are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NewsFormat {
    /// For a message, a wiki, a terminal.
    Markdown,
    /// A page that needs nothing but itself, for each role.
    Html,
    /// Everything, for programs.
    Json,
}

impl NewsFormat {
    /// Every format, in the order in which they are offered.
    pub const ALL: [NewsFormat; 3] = [NewsFormat::Markdown, NewsFormat::Html, NewsFormat::Json];

    /// The word used in options.
    pub fn word(self) -> &'static str {
        match self {
            NewsFormat::Markdown => "markdown",
            NewsFormat::Html => "html",
            NewsFormat::Json => "json",
        }
    }

    /// What stands behind the name of a file.
    pub fn ending(self) -> &'static str {
        match self {
            NewsFormat::Markdown => "md",
            NewsFormat::Html => "html",
            NewsFormat::Json => "json",
        }
    }

    /// What the format is for, for the help of the command line.
    pub fn purpose(self) -> &'static str {
        match self {
            NewsFormat::Markdown => "for a message or a wiki",
            NewsFormat::Html => "a page that needs nothing but itself",
            NewsFormat::Json => "everything, for programs",
        }
    }
}

/// Which versions were compared, as readers know them.
#[derive(Debug, Clone, Copy)]
pub struct NewsOf<'a> {
    /// How the old version was named.
    pub old: &'a str,
    /// The number that the old version gives itself.
    pub old_version: &'a str,
    /// The number that the new version gives itself.
    pub new_version: &'a str,
    /// The day as of which both were read.
    pub day: &'a str,
    /// How many questions stayed open.
    pub unknown: usize,
    /// The news of each role.
    pub news: &'a [News],
}

/// Writes the news in the given format.
pub fn write_news(format: NewsFormat, of: &NewsOf<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    match format {
        NewsFormat::Markdown => markdown::write(of, out),
        NewsFormat::Html => out.write_all(html::page(of).as_bytes()),
        NewsFormat::Json => json::write(of, out),
    }
}

/// What became of an item, and what that means for customers.
fn marks(news: &News, item: &NewsItem) -> Vec<String> {
    let words = &news.words;
    let state = match item.state {
        NewsState::New => &words.new,
        NewsState::Gone => &words.gone,
        NewsState::Changed => &words.changed,
    };
    let customer = match item.customer {
        ForCustomer::Better => Some(&words.better),
        ForCustomer::Worse => Some(&words.worse),
        ForCustomer::Same | ForCustomer::Unclear => None,
    };
    std::iter::once(state).chain(customer).cloned().collect()
}

/// What is said besides a fact: in which situations, from when, until when; each with its label.
fn besides<'a>(news: &'a News, fact: &'a NewsFact) -> Vec<(&'a str, String)> {
    let words = &news.words;
    let when = (!fact.when.is_empty()).then(|| (words.when.as_str(), fact.when.join(" / ")));
    let from = fact.from.clone().map(|day| (words.from.as_str(), day));
    let until = fact.until.clone().map(|day| (words.until.as_str(), day));
    when.into_iter().chain(from).chain(until).collect()
}
