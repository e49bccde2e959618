//! What is new for one role between two versions, in its language: before and after, in which situations, from when,
//! and whether it must sign again. Must never call something news that only reads otherwise.

mod lasting;
mod lines;
mod words;

use std::collections::BTreeSet;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

pub use words::NewsWords;

use super::{Change, Changes, ForCustomer, Kind};
use crate::compile::{Audience, Reader};
use crate::resolve::{Project, Reading};
use lines::Lines;

/// What is new for a role.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct News {
    /// The role.
    pub role: String,
    /// What the role is called.
    pub title: String,
    /// The language of titles and texts.
    pub language: String,
    /// Whether whoever has signed the old version must sign again: what matters to the role has another fingerprint.
    pub sign_again: bool,
    /// The fingerprint of what matters to the role in the old version; absent where the role is new.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old_fingerprint: Option<String>,
    /// The fingerprint of what matters to the role in the new version.
    pub fingerprint: String,
    /// What changed, the worst for customers first.
    pub items: Vec<NewsItem>,
    /// What only reads otherwise, by its title.
    pub wording: Vec<String>,
    /// The fixed words of the page.
    #[serde(skip)]
    pub words: NewsWords,
}

/// Something that changed.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct NewsItem {
    /// The entry as `section.id`, or the name of a part of the standard.
    pub entry: String,
    /// What it is called.
    pub title: String,
    /// The chapter of the handbook that holds it; empty where the handbook does not show it.
    pub chapter: String,
    /// Whether it is new, gone or changed.
    pub state: NewsState,
    /// Whether it is part of what the role signs.
    pub signed: bool,
    /// What the change means for customers.
    pub customer: ForCustomer,
    /// What changed about it.
    pub facts: Vec<NewsFact>,
}

/// What became of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NewsState {
    /// It is there now.
    New,
    /// It is no longer there.
    Gone,
    /// It says something else.
    Changed,
}

/// What changed about an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NewsFact {
    /// What it is about: a measure, a label, a step; may be empty.
    pub label: String,
    /// What was said; absent where nothing was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// What is said now; absent where nothing is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// In which situations, as alternatives; nothing where it holds in all of the entry's.
    pub when: Vec<String>,
    /// From which day, in words, where that is later than the day of the comparison.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Until which day, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
}

/// What is new for a role of the new version, as both stand on a day; none when it has no such role.
pub fn news(
    (old, new): (&Reading, &Reading),
    changes: &Changes,
    role: &str,
    language: &str,
    day: Date,
) -> Option<News> {
    new.project.roles.find(role)?;
    let audience = Audience { role: Some(role.to_owned()), location: None };
    let known = old.project.roles.find(role).is_some();
    let after = Reader::new(&new.project, &audience, language, day);
    let before = Reader::new(&old.project, &audience, language, day);
    let signed = |reader: &Reader<'_>| reader.fingerprint();
    let old_fingerprint = known.then(|| signed(&before));
    let fingerprint = signed(&after);
    let teller = Teller {
        old: &before,
        new: &after,
        entries: [entries(&old.project), entries(&new.project)],
        standard: &new.project,
    };
    let items = if known { teller.items(changes, role) } else { Vec::new() };
    let told: BTreeSet<&str> = items.iter().map(|item| item.entry.as_str()).collect();
    let wording = if known { teller.wording(&told) } else { Vec::new() };
    let versions = (changes.old_version.as_str(), changes.new_version.as_str());
    let sign_again = old_fingerprint.as_ref() != Some(&fingerprint);
    Some(News {
        role: role.to_owned(),
        title: after.title(&format!("roles.{role}")),
        language: language.to_owned(),
        sign_again,
        words: words::words(
            &after,
            role,
            versions,
            day,
            (wording.len(), changes.unknown),
            (known, sign_again),
        ),
        old_fingerprint,
        fingerprint,
        items,
        wording,
    })
}

struct Teller<'t, 'a> {
    old: &'t Reader<'a>,
    new: &'t Reader<'a>,
    entries: [BTreeSet<(&'t str, &'t str)>; 2],
    /// The new standard.
    standard: &'t Project,
}

impl Teller<'_, '_> {
    // What the comparison of the versions tells of the role, then what matters to it besides.
    fn items(&self, changes: &Changes, role: &str) -> Vec<NewsItem> {
        let concerns = |change: &&Change| {
            change.kind != Kind::Wording && change.roles.iter().any(|concerned| concerned == role)
        };
        let changes: Vec<&Change> = changes.changes.iter().filter(concerns).collect();
        let mut keys: Vec<String> = Vec::new();
        let matters = self.old.matter().keys().chain(self.new.matter().keys());
        let differs = |key: &&String| self.old.matter().get(*key) != self.new.matter().get(*key);
        for key in changes.iter().map(|change| key(change)).chain(matters.filter(differs).cloned()) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        keys.iter().filter_map(|key| self.item(key, &changes)).collect()
    }

    fn item(&self, entry: &str, changes: &[&Change]) -> Option<NewsItem> {
        let own: Vec<&&Change> = changes.iter().filter(|change| key(change) == entry).collect();
        let [was, is] = &self.entries;
        let (was, is) = (is_there(was, self.old, entry), is_there(is, self.new, entry));
        let state = match (was, is) {
            (false, true) => NewsState::New,
            (true, false) => NewsState::Gone,
            _ => NewsState::Changed,
        };
        let lasting: Vec<&Change> = own
            .iter()
            .filter(|change| lasting::goes_on(self.standard, change, changes))
            .map(|change| **change)
            .collect();
        let told = own.iter().filter(|change| !lasting::is_continued(change, &lasting));
        let fact = |change: &&Change| {
            let fact = self.fact(change)?;
            let lasts = lasting.iter().any(|lasting| std::ptr::eq(*lasting, *change));
            Some(NewsFact { until: fact.until.filter(|_| !lasts), ..fact })
        };
        let mut facts: Vec<NewsFact> = told.filter_map(|change| fact(change)).collect();
        let known: BTreeSet<String> = facts.iter().map(|fact| fact.label.clone()).collect();
        let lines = Lines::between(self.old.told(entry), self.new.told(entry));
        // What a table tells of something new says when and from which day by itself.
        let told = ["when", "remarks"].map(|key| self.new.say(key));
        let superfluous = |label: &String| {
            known.contains(label) || (state == NewsState::New && !known.is_empty() && told.contains(label))
        };
        let gone = state == NewsState::Gone;
        facts.extend(lines.facts().filter(|fact| !gone && !superfluous(&fact.label)));
        let reader = if is { self.new } else { self.old };
        let told = reader.told(entry);
        if facts.is_empty() && state == NewsState::Changed && told.is_none() {
            facts.extend(own.iter().map(|change| self.plain(change)));
        }
        let title = told.map_or_else(|| reader.title(entry), |told| told.title.clone());
        let signed = self.old.matter().get(entry) != self.new.matter().get(entry);
        // A change of what the reader neither sees nor signs is none of theirs.
        let seen = signed || !facts.is_empty() || !own.is_empty();
        let customers: Vec<ForCustomer> = own.iter().map(|change| change.customer).collect();
        seen.then(|| NewsItem {
            entry: entry.to_owned(),
            title,
            chapter: told.map(|told| told.chapter.clone()).unwrap_or_default(),
            state,
            signed,
            customer: together(&customers),
            facts,
        })
    }

    // What a table gives otherwise, in its situations.
    fn fact(&self, change: &Change) -> Option<NewsFact> {
        if change.situations.is_empty() || change.attribute.is_empty() {
            return None;
        }
        let table = table(change);
        let side = |reader: &Reader<'_>, rules: &[String]| {
            let mut words: Vec<String> = Vec::new();
            for rule in rules {
                let value = reader.value(table, rule, &change.attribute);
                if !words.contains(&value) {
                    words.push(value);
                }
            }
            (!words.is_empty()).then(|| words.join(" / "))
        };
        let when = change.situations.iter().map(|part| self.new.conditions(table, &part.conditions));
        Some(NewsFact {
            label: self.new.attribute(table, &change.attribute),
            before: side(self.old, &change.old.rules),
            after: side(self.new, &change.new.rules),
            when: when.filter(|words| !words.is_empty()).collect(),
            ..self.dated(change)
        })
    }

    // What the handbook does not show, as the standard has it.
    fn plain(&self, change: &Change) -> NewsFact {
        let said = |values: &[String]| (!values.is_empty()).then(|| values.join("; "));
        let (before, after) = (said(&change.old.values), said(&change.new.values));
        NewsFact { label: change.attribute.clone(), before, after, ..self.dated(change) }
    }

    fn dated(&self, change: &Change) -> NewsFact {
        let day = |day: &Option<String>| {
            day.as_ref().and_then(|day| day.parse().ok()).map(|day| self.new.date(day))
        };
        NewsFact {
            label: String::new(),
            before: None,
            after: None,
            when: Vec::new(),
            from: day(&change.from),
            until: day(&change.until),
        }
    }

    // Places of the handbook that say the same in other words.
    fn wording(&self, told: &BTreeSet<&str>) -> Vec<String> {
        let told: BTreeSet<String> = told.iter().map(|key| self.new.place(key)).collect();
        let (old, new) = (self.old.everything(), self.new.everything());
        let reworded = new.iter().filter(|(anchor, now)| {
            let was = old.get(*anchor);
            let inside =
                told.iter().any(|place| anchor.starts_with(&format!("{place}--")) || *anchor == place);
            was.is_some_and(|was| was != *now) && !inside
        });
        let titles: BTreeSet<String> = reworded.map(|(_, now)| now.title.clone()).collect();
        titles.into_iter().collect()
    }
}

// The entry that a change is about, as what matters names it.
fn key(change: &Change) -> String {
    match change.section.as_str() {
        part if change.entry.is_empty() => part.to_owned(),
        "returns" => "returns".to_owned(),
        section => format!("{section}.{}", change.entry),
    }
}

fn table(change: &Change) -> &str {
    if change.section == "decisions" { &change.entry } else { &change.section }
}

fn together(all: &[ForCustomer]) -> ForCustomer {
    match all.split_first() {
        None => ForCustomer::Same,
        Some((first, others)) if others.iter().all(|other| other == first) => *first,
        Some(_) => ForCustomer::Unclear,
    }
}

fn entries(standard: &Project) -> BTreeSet<(&str, &str)> {
    standard.entries().iter().map(|place| (place.section, place.id)).collect()
}

fn is_there(entries: &BTreeSet<(&str, &str)>, reader: &Reader<'_>, entry: &str) -> bool {
    reader.matter().contains_key(entry)
        || reader.told(entry).is_some()
        || entry.split_once('.').is_some_and(|key| entries.contains(&key))
}
