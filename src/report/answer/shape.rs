//! The form of an answer for programs; its schema is made from it. Must never compute anything.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::situation::answer::Presence;

/// The answer to one question.
#[derive(Default, Serialize, JsonSchema)]
pub(super) struct Document {
    /// The address of the schema that describes this document.
    pub(super) schema: String,
    /// The version of this form; it rises when a reader would have to change.
    pub(super) version: u32,
    /// The day as of which the standard was read, as `YYYY-MM-DD`.
    pub(super) as_of: String,
    /// How many errors reading the standard found; what could not be read is left out of the answer.
    pub(super) errors: usize,
    /// Why the question was not understood; nothing else is said then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) refusal: Option<Refusal>,
    /// The situation as it was understood: dimension to the values that it may have.
    pub(super) situation: BTreeMap<String, Vec<String>>,
    /// The moment that was asked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) at: Option<String>,
    /// Where the standard says that the situation never happens; nothing is answered then.
    pub(super) never_happens: Vec<Place>,
    /// The roles that have times on duty; absent when no time was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) roles: Option<Vec<Role>>,
    /// The channels that have hours; absent when no time was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) channels: Option<Vec<Channel>>,
    /// What each table says.
    pub(super) tables: Vec<Table>,
}

/// Why a question was not understood.
#[derive(Serialize, JsonSchema)]
pub(super) struct Refusal {
    /// What is wrong.
    pub(super) message: String,
    /// What to ask instead.
    pub(super) help: String,
}

/// A place in a file.
#[derive(Serialize, JsonSchema)]
pub(super) struct Place {
    /// The file, relative to the project, with `/`.
    pub(super) path: String,
    /// Line, from 1.
    pub(super) line: usize,
    /// Column in characters, from 1.
    pub(super) column: usize,
}

/// Whether somebody is there: `yes`, `no`, `partly` of the time that was asked about, or `dated` where it depends on
/// the season.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum There {
    /// All the time that was asked about.
    Yes,
    /// Never in that time.
    No,
    /// In a part of that time.
    Partly,
    /// It depends on the season.
    Dated,
}

impl From<Presence> for There {
    fn from(presence: Presence) -> Self {
        match presence {
            Presence::Yes => There::Yes,
            Presence::No => There::No,
            Presence::Partly => There::Partly,
            Presence::Dated => There::Dated,
        }
    }
}

/// A role at the time that was asked about.
#[derive(Serialize, JsonSchema)]
pub(super) struct Role {
    /// Its id.
    pub(super) id: String,
    /// Where it is written.
    pub(super) place: Place,
    /// Whether somebody in it is on duty.
    pub(super) on_duty: There,
}

/// A channel at the time that was asked about.
#[derive(Serialize, JsonSchema)]
pub(super) struct Channel {
    /// Its id.
    pub(super) id: String,
    /// Whether it is open.
    pub(super) open: There,
    /// The roles on duty that answer it; absent where it is not said who answers or when they are there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) answered_by: Option<Vec<String>>,
    /// When it opens again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) opens: Option<String>,
    /// By when the customer is called back who came when it was closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) callback: Option<String>,
}

/// What a table says.
#[derive(Serialize, JsonSchema)]
pub(super) struct Table {
    /// Its name, such as `response_times`.
    pub(super) table: String,
    /// Why it is not answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) silent: Option<String>,
    /// What it gives.
    pub(super) attributes: Vec<Attribute>,
    /// Rules that are left out: their conditions ask for a date, or could not be read.
    pub(super) left_out: Vec<Rule>,
}

/// What a table says about one measure, purpose or outcome.
#[derive(Serialize, JsonSchema)]
pub(super) struct Attribute {
    /// Its name.
    pub(super) name: String,
    /// Whether rules hold side by side: each is a case of its own then, and cases may overlap.
    pub(super) side_by_side: bool,
    /// The cases: one for each set of rules that win together in the situations that are left open.
    pub(super) cases: Vec<CaseEntry>,
    /// Why the cases could not be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) unsettled: Option<String>,
}

/// Situations in which the same rules win.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Case")]
pub(super) struct CaseEntry {
    /// The open situations that it holds in, as alternatives; nothing means in all of them.
    pub(super) when: Vec<When>,
    /// `settled`, `conflict` where the winners contradict each other, `nothing` where no rule gives it, `circle` where
    /// the rules beat each other in a circle.
    pub(super) outcome: Ending,
    /// The value that holds, where it is settled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) value: Option<String>,
    /// The rules that win.
    pub(super) winners: Vec<WinnerEntry>,
    /// The rules that hold too and do not count.
    pub(super) beaten: Vec<BeatenEntry>,
    /// The floors that bind.
    pub(super) floors: Vec<FloorEntry>,
}

/// How a case ends.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum Ending {
    /// The winners say the same, or hold side by side.
    Settled,
    /// The winners contradict each other.
    Conflict,
    /// No rule gives it.
    Nothing,
    /// The rules beat each other in a circle.
    Circle,
}

/// Conditions, all of which must be met.
#[derive(Serialize, JsonSchema)]
pub(super) struct When {
    /// In words.
    pub(super) words: String,
    /// Dimension to values.
    pub(super) values: BTreeMap<String, Vec<String>>,
}

/// A rule and where it is written.
#[derive(Serialize, JsonSchema)]
pub(super) struct Rule {
    /// Its id.
    pub(super) id: String,
    /// Where it is written.
    pub(super) place: Place,
}

/// A rule that wins.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Winner")]
pub(super) struct WinnerEntry {
    /// The rule.
    pub(super) rule: Rule,
    /// What it gives.
    pub(super) value: String,
    /// What it says besides: `say`, `owner`, `never` … to texts in the language of the answer.
    pub(super) says: BTreeMap<String, Vec<String>>,
    /// The times that it sets.
    pub(super) times: Vec<Time>,
}

/// A time that a rule sets.
#[derive(Serialize, JsonSchema)]
pub(super) struct Time {
    /// What it is the time of: `promise`, `aim`, `at most`, a measure, a level.
    pub(super) of: String,
    /// The time in words.
    pub(super) within: String,
    /// The role that is told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) who: Option<String>,
    /// When it is over, with its distance from Greenwich.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) due: Option<String>,
    /// When the clock starts, where that is not the moment asked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) starts: Option<String>,
    /// Why it cannot be told when it is over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) unknown: Option<String>,
}

/// A rule that holds and does not count.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Beaten")]
pub(super) struct BeatenEntry {
    /// The rule.
    pub(super) rule: Rule,
    /// What it would give.
    pub(super) value: String,
    /// The rules that beat it.
    pub(super) by: Vec<Beater>,
}

/// A rule that beats another one.
#[derive(Serialize, JsonSchema)]
pub(super) struct Beater {
    /// Its id.
    pub(super) rule: String,
    /// Why: it says so with `exception_to`, all its situations lie `inside`, or it is `stricter`.
    pub(super) how: Why,
}

/// Why a rule beats another one.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Why {
    /// It says so.
    ExceptionTo,
    /// All its situations are situations of the other.
    Inside,
    /// It is better for the customer, which counts in this table.
    Stricter,
}

/// A bound that winners are held against.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Floor")]
pub(super) struct FloorEntry {
    /// The rule.
    pub(super) rule: Rule,
    /// What it asks for.
    pub(super) value: String,
    /// Where it comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) cite: Option<String>,
    /// Whether the winners give at least that; absent where it depends on the calendar, or nothing wins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) kept: Option<bool>,
    /// Whether it binds in a part of the case only.
    pub(super) in_part: bool,
}
