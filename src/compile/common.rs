//! What all handbooks of a standard in one language have in common, made once however many there are.
//! Must never hold what depends on the reader.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::titles::{Titles, plain_text};
use super::words::Words;
use crate::model::{Channel, Text};
use crate::resolve::Project;
use crate::source::Span;
use crate::syntax::decode::Entry;

/// A standard in one language, as of a day: what its handbooks are made from. Copies are the same one.
#[derive(Clone)]
pub struct Common<'a>(Arc<Shared<'a>>);

/// What lies behind all copies.
pub(super) struct Shared<'a> {
    pub(super) project: &'a Project,
    pub(super) words: Words,
    pub(super) language: &'a str,
    pub(super) today: Date,
    pub(super) company: Option<String>,
    pub(super) titles: Titles<'a>,
    /// The locations of the channels that have one.
    pub(super) places: BTreeMap<&'a str, &'a str>,
    /// The translations that are older than their source.
    pub(super) stale: BTreeSet<Span>,
}

impl<'a> Common<'a> {
    /// A standard in a language, as of a day.
    pub fn of(project: &'a Project, language: &'a str, today: Date) -> Self {
        let source = project.source_language();
        let company = project.standard.value().and_then(|standard| standard.company.value());
        let company = company.and_then(|text| text.best(language, source));
        let company = company.map(|text| plain_text(text, &|_| None));
        let plain = |text: &Text| {
            let best = text.best(language, source).map_or("", |text| text.value.as_str());
            plain_text(best, &|name| fill(company.as_ref(), name))
        };
        let titles = Titles::of(project, &plain);
        let place = |entry: &'a Entry<Channel>| Some((entry.id.as_str(), entry.location.value()?.as_str()));
        let places = project.channels.iter().filter_map(place).collect();
        let stale = project.stale_places();
        let words = Words::of(language);
        Common(Arc::new(Shared { project, words, language, today, company, titles, places, stale }))
    }

    pub(super) fn shared(&self) -> &Shared<'a> {
        &self.0
    }
}

impl std::fmt::Debug for Common<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Common").field("language", &self.0.language).finish_non_exhaustive()
    }
}

/// What stands in the gap of a text.
pub(super) fn fill(company: Option<&String>, name: &str) -> Option<String> {
    company.filter(|_| name == "company").cloned()
}
