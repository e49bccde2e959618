//! Two versions of a standard -> what changed, in which situations, for whom, for better or worse.
//! Must never call something worse that could as well be better: then it is only changed.

mod coming;
mod delta;
mod entries;
mod news;
mod renames;
mod sections;
mod sentences;
mod side;
mod tables;
mod treatment;
mod version;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

pub use news::{News, NewsFact, NewsItem, NewsState, NewsWords, news};
pub use version::Step;

use crate::resolve::Reading;
use side::Versions;

/// What happened to something that the standard says. The order is that of a report: the worst for customers first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Something was said for a situation, and nothing is any more.
    Uncovered,
    /// Customers are promised less.
    Weakened,
    /// Something else holds, and nothing tells which is better.
    Changed,
    /// Staff no longer have to do something.
    DutyRemoved,
    /// Staff have to do something more.
    DutyAdded,
    /// Nothing was said for a situation, and something is now.
    Covered,
    /// Customers are promised more.
    Strengthened,
    /// Only words that people read were changed, or an id.
    Wording,
}

impl Kind {
    /// Every kind, the worst for customers first.
    pub const ALL: [Kind; 8] = [
        Kind::Uncovered,
        Kind::Weakened,
        Kind::Changed,
        Kind::DutyRemoved,
        Kind::DutyAdded,
        Kind::Covered,
        Kind::Strengthened,
        Kind::Wording,
    ];

    /// The word for it on the command line and in reports for machines.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Uncovered => "uncovered",
            Kind::Weakened => "weakened",
            Kind::Changed => "changed",
            Kind::DutyRemoved => "duty-removed",
            Kind::DutyAdded => "duty-added",
            Kind::Covered => "covered",
            Kind::Strengthened => "strengthened",
            Kind::Wording => "wording",
        }
    }

    /// What people call it.
    pub fn title(self) -> &'static str {
        match self {
            Kind::Uncovered => "situation uncovered",
            Kind::Weakened => "promise weakened",
            Kind::Changed => "changed",
            Kind::DutyRemoved => "duty removed",
            Kind::DutyAdded => "duty added",
            Kind::Covered => "situation covered",
            Kind::Strengthened => "promise strengthened",
            Kind::Wording => "wording only",
        }
    }
}

/// What a change means for the customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ForCustomer {
    /// Better than before.
    Better,
    /// Worse than before.
    Worse,
    /// The same.
    Same,
    /// Nothing tells.
    Unclear,
}

/// What a change means for staff.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ForStaff {
    /// Less to do, or more time for it.
    Lighter,
    /// More to do, or less time for it.
    Heavier,
    /// The same, though perhaps in other words.
    Same,
    /// Nothing tells.
    Unclear,
}

/// A place in a version of the standard.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Place {
    /// The path of the file, relative to the folder of the standard.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
}

/// What one version says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Said {
    /// The values; several where rules contradict each other or hold side by side.
    pub values: Vec<String>,
    /// The rules or entries that say it.
    pub rules: Vec<String>,
    /// Where they say it.
    pub places: Vec<Place>,
}

/// Situations that change in the same way.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Situations {
    /// The situations in words.
    pub words: String,
    /// The situations as conditions: dimension to the values that it admits.
    pub conditions: Value,
    /// Whether all of them change so. Where not, other rules hold in parts of them.
    pub whole: bool,
    /// One of them: dimension to value, as `etalon ask --situation` takes it.
    pub witness: Value,
}

/// A change.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Change {
    /// What happened.
    pub kind: Kind,
    /// The change in one sentence.
    pub message: String,
    /// The section.
    pub section: String,
    /// The entry, by the id that it has now, or had last.
    pub entry: String,
    /// What of it: a measure, the purpose of a script, the name of an outcome; empty when it is the entry itself.
    pub attribute: String,
    /// What it means for customers.
    pub customer: ForCustomer,
    /// What it means for staff.
    pub staff: ForStaff,
    /// The roles that it concerns.
    pub roles: Vec<String>,
    /// What the old version says.
    pub old: Said,
    /// What the new version says.
    pub new: Said,
    /// Where it holds; empty for what does not depend on the situation.
    pub situations: Vec<Situations>,
    /// The day from which the change takes effect, where that is later than the day of the comparison.
    pub from: Option<String>,
    /// The last day on which the change holds, where it ends again.
    pub until: Option<String>,
}

/// Everything that changed between two versions.
#[derive(Debug, Clone, PartialEq)]
pub struct Changes {
    /// The changes, the worst for customers first.
    pub changes: Vec<Change>,
    /// How many questions stayed open; what is listed is all there is only when none did.
    pub unknown: usize,
    /// The step of the version that the changes deserve.
    pub step: Step,
    /// The version of the old standard.
    pub old_version: String,
    /// The version of the new standard.
    pub new_version: String,
    /// What is wrong with the new version number; empty when it was raised as it should be.
    pub version_note: String,
}

/// What changed from `old` to `new`, as both stand on a day.
pub fn changes(old: &Reading, new: &Reading, day: Date) -> Changes {
    let versions = Versions::of(old, new, day);
    let (mut changes, unknown) = coming::changes(&versions, day);
    changes.extend(entries::compared(&versions));
    let effective = |change: &Change| change.from.clone();
    changes.sort_by(|one, other| {
        let order = |change: &Change| (change.kind, effective(change), change.section.clone());
        order(one).cmp(&order(other))
    });
    let (old_version, new_version) = (versions.old.version(), versions.new.version());
    let step = Step::deserved(changes.iter().map(|change| change.kind));
    let version_note = version::note(&old_version, &new_version, step);
    Changes { changes, unknown, step, old_version, new_version, version_note }
}

impl Changes {
    /// The same, limited to what concerns a role. The step of the version stays that of all changes.
    #[must_use]
    pub fn concerning(mut self, role: &str) -> Changes {
        self.changes.retain(|change| change.roles.iter().any(|concerned| concerned == role));
        self
    }
}

impl Change {
    // What a kind means where nothing more is known.
    fn means(kind: Kind) -> (ForCustomer, ForStaff) {
        match kind {
            Kind::Uncovered => (ForCustomer::Worse, ForStaff::Unclear),
            Kind::Weakened => (ForCustomer::Worse, ForStaff::Lighter),
            Kind::Changed => (ForCustomer::Unclear, ForStaff::Unclear),
            Kind::DutyRemoved => (ForCustomer::Unclear, ForStaff::Lighter),
            Kind::DutyAdded => (ForCustomer::Unclear, ForStaff::Heavier),
            Kind::Covered => (ForCustomer::Better, ForStaff::Heavier),
            Kind::Strengthened => (ForCustomer::Better, ForStaff::Heavier),
            Kind::Wording => (ForCustomer::Same, ForStaff::Same),
        }
    }
}
