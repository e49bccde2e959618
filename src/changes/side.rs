//! The two versions as everything else here looks at them: the standard, its policy, and where entries stand.
//! Must never compare.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde_json::Value;

use super::Place;
use super::renames;
use crate::compile::{concerned, policy};
use crate::resolve::{Project, Reading};
use crate::situation::standard::Renames;
use crate::source::{SourceMap, Span};

/// Both versions.
pub(super) struct Versions<'a> {
    pub(super) old: Side<'a>,
    pub(super) new: Side<'a>,
    /// Entries that have another id now.
    pub(super) renames: Renames,
}

/// A version.
pub(super) struct Side<'a> {
    pub(super) project: &'a Project,
    sources: &'a SourceMap,
    /// The standard as a policy; in the old version with the ids of the new one.
    pub(super) policy: Value,
    /// The keys that lead to texts for people, joined by a slash.
    pub(super) texts: BTreeSet<String>,
}

impl<'a> Versions<'a> {
    pub(super) fn of(old: &'a Reading, new: &'a Reading, day: Date) -> Versions<'a> {
        let (mut old, new) = (Side::of(old, day), Side::of(new, day));
        let renames = renames::settle(&mut old.policy, &new.policy, &mut old.texts);
        Versions { old, new, renames }
    }

    /// The id that an entry of the old version has now.
    pub(super) fn now<'b>(&'b self, section: &str, id: &'b str) -> &'b str {
        self.renames.get(section).and_then(|renamed| renamed.get(id)).map_or(id, String::as_str)
    }

    /// The id that an entry of the new version had.
    pub(super) fn before<'b>(&'b self, section: &str, id: &'b str) -> &'b str {
        let renamed = self.renames.get(section).into_iter().flatten();
        renamed.into_iter().find(|(_, new)| *new == id).map_or(id, |(old, _)| old)
    }
}

impl<'a> Side<'a> {
    fn of(reading: &'a Reading, day: Date) -> Side<'a> {
        let project = &reading.project;
        let mut texts = BTreeSet::new();
        project.texts(&mut |path, _| {
            texts.insert(path.iter().filter_map(|key| written(key)).collect::<Vec<_>>().join("/"));
        });
        Side { project, sources: &reading.sources, policy: policy(project, day, &[]), texts }
    }

    pub(super) fn version(&self) -> String {
        let standard = self.project.standard.value();
        standard.and_then(|standard| standard.version.value()).cloned().unwrap_or_default()
    }

    /// The roles that an entry concerns.
    pub(super) fn roles(&self, section: &str, id: &str) -> Vec<String> {
        let mut roles = concerned(self.project, section, id);
        roles.sort();
        roles
    }

    pub(super) fn place(&self, span: Span) -> Place {
        let (start, _) = self.sources.positions(span);
        let path = self.sources.path(span);
        // A revision shows paths from the root of the repository, a folder from its own.
        let path = path.strip_prefix(self.folder()).map_or(path, |below| below.trim_start_matches('/'));
        Place { path: path.to_owned(), line: start.line }
    }

    // The folder of the standard, as its paths show it.
    fn folder(&self) -> &str {
        let manifest = self.project.standard.span().map_or("", |span| self.sources.path(span));
        manifest.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Where an entry stands, or a part of it that has a name: a step, a rule, a metric.
    pub(super) fn find(&self, section: &str, keys: &[&str]) -> Option<Place> {
        self.span(section, keys).map(|span| self.place(span))
    }

    fn span(&self, section: &str, keys: &[&str]) -> Option<Span> {
        let project = self.project;
        let id = keys.first().copied().unwrap_or_default();
        if section == "procedures"
            && let [_, "steps", step, ..] = keys
            && let Some(entry) = project.procedures.find(id)
            && let Some(step) = entry.steps.value().and_then(|steps| steps.find(step))
        {
            return Some(step.id_span);
        }
        let rule = match (section, keys) {
            ("returns", ["rules", rule, ..]) => project.returns.value().map(|table| (table, rule)),
            ("decisions", [table, "rules", rule, ..]) => {
                project.decisions.find(table).map(|table| (&table.value, rule))
            }
            _ => None,
        };
        let rule = rule.and_then(|(table, rule)| table.rules.value()?.find(rule));
        if let Some(rule) = rule {
            return Some(rule.id_span);
        }
        let quality = &project.quality;
        let single = match section {
            "quality.metrics" => quality.metrics.value().and_then(|all| all.find(id)).map(|one| one.id_span),
            "quality.verification" => {
                quality.verification.value().and_then(|all| all.find(id)).map(|one| one.id_span)
            }
            "quality.assessment" => {
                quality.assessment.value().and_then(|all| all.find(id)).map(|one| one.id_span)
            }
            "standard" => project.standard.span(),
            "time_zone" => project.time_zone.span(),
            "holidays" => project.holidays.span(),
            "currency" => project.currency.span(),
            "ring" => project.ring.span(),
            "review" => project.review.span(),
            "clock" => project.clock.span(),
            "hold" => project.hold.span(),
            "transfers" => project.transfers.span(),
            "returns" => project.returns.span(),
            "deviations" => project.deviations.span(),
            "wording" => project.wording.first().map(|wording| wording.span),
            "languages" => project.languages.first().map(|language| language.span),
            "use" => project.packs.first().map(|pack| pack.span),
            _ => None,
        };
        single.or_else(|| {
            let places = project.entries();
            places.iter().find(|place| place.section == section && place.id == id).map(|place| place.id_span)
        })
    }
}

// A key as it is written in a policy.
fn written<'a>(key: &&'a str) -> Option<&'a str> {
    match *key {
        "act" => Some("do"),
        "promises" | "by_language" | "further" => None,
        key => Some(key),
    }
}
