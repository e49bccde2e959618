//! Answers for programs, with a published schema. Must never leave out a case or a reason.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::words::for_programs;
use super::Telling;
use crate::model::{machine_schema, schema_address};
use crate::situation::answer::{
    Answer, AttributeAnswer, Beaten, Case, ChannelNow, Conditions, Due, Floor, How, Objection, Outcome,
    Presence, RoleNow, RuleAt, TableAnswer, Timed, Winner,
};
use crate::source::Span;

/// The JSON Schema of an answer, draft 2020-12.
pub fn answer_schema() -> Value {
    machine_schema::<Document>("answer", "What a service standard says about a situation")
}

pub(super) fn document(telling: &Telling<'_>, answer: &Answer<'_>) -> Value {
    let duty = answer.duty.as_ref();
    value(&Document {
        situation: answer.situation.clone(),
        at: answer.at.as_ref().map(for_programs),
        never_happens: answer.never_happens.iter().map(|span| telling.at(*span)).collect(),
        roles: duty.map(|duty| duty.roles.iter().map(|role| telling.role(role)).collect()),
        channels: duty.map(|duty| duty.channels.iter().map(channel).collect()),
        tables: answer.tables.iter().map(|table| telling.table(table)).collect(),
        ..empty(telling)
    })
}

pub(super) fn refusal(telling: &Telling<'_>, objection: &Objection) -> Value {
    let refusal = Refusal { message: objection.message.clone(), help: objection.help.clone() };
    value(&Document { refusal: Some(refusal), ..empty(telling) })
}

fn value(document: &Document) -> Value {
    // INVARIANT: every key is a text and there are no numbers but whole ones.
    serde_json::to_value(document).unwrap_or_default()
}

fn empty(telling: &Telling<'_>) -> Document {
    Document {
        schema: schema_address("answer"),
        version: 1,
        as_of: telling.as_of.to_string(),
        errors: telling.errors,
        ..Document::default()
    }
}

/// The answer to one question.
#[derive(Default, Serialize, JsonSchema)]
struct Document {
    /// The address of the schema that describes this document.
    schema: String,
    /// The version of this form; it rises when a reader would have to change.
    version: u32,
    /// The day as of which the standard was read, as `YYYY-MM-DD`.
    as_of: String,
    /// How many errors reading the standard found; what could not be read is left out of the answer.
    errors: usize,
    /// Why the question was not understood; nothing else is said then.
    #[serde(skip_serializing_if = "Option::is_none")]
    refusal: Option<Refusal>,
    /// The situation as it was understood: dimension to the values that it may have.
    situation: BTreeMap<String, Vec<String>>,
    /// The moment that was asked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<String>,
    /// Where the standard says that the situation never happens; nothing is answered then.
    never_happens: Vec<Place>,
    /// The roles that have times on duty; absent when no time was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    roles: Option<Vec<Role>>,
    /// The channels that have hours; absent when no time was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    channels: Option<Vec<Channel>>,
    /// What each table says.
    tables: Vec<Table>,
}

/// Why a question was not understood.
#[derive(Serialize, JsonSchema)]
struct Refusal {
    /// What is wrong.
    message: String,
    /// What to ask instead.
    help: String,
}

/// A place in a file.
#[derive(Serialize, JsonSchema)]
struct Place {
    /// The file, relative to the project, with `/`.
    path: String,
    /// Line, from 1.
    line: usize,
    /// Column in characters, from 1.
    column: usize,
}

/// Whether somebody is there: `yes`, `no`, `partly` of the time that was asked about, or `dated` where it depends on
/// the season.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum There {
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
struct Role {
    /// Its id.
    id: String,
    /// Where it is written.
    place: Place,
    /// Whether somebody in it is on duty.
    on_duty: There,
}

/// A channel at the time that was asked about.
#[derive(Serialize, JsonSchema)]
struct Channel {
    /// Its id.
    id: String,
    /// Whether it is open.
    open: There,
    /// When it opens again.
    #[serde(skip_serializing_if = "Option::is_none")]
    opens: Option<String>,
    /// By when the customer is called back who came when it was closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    callback: Option<String>,
}

/// What a table says.
#[derive(Serialize, JsonSchema)]
struct Table {
    /// Its name, such as `response_times`.
    table: String,
    /// Why it is not answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    silent: Option<String>,
    /// What it gives.
    attributes: Vec<Attribute>,
    /// Rules that are left out: their conditions ask for a date, or could not be read.
    left_out: Vec<Rule>,
}

/// What a table says about one measure, purpose or outcome.
#[derive(Serialize, JsonSchema)]
struct Attribute {
    /// Its name.
    name: String,
    /// Whether rules hold side by side: each is a case of its own then, and cases may overlap.
    side_by_side: bool,
    /// The cases: one for each set of rules that win together in the situations that are left open.
    cases: Vec<CaseEntry>,
    /// Why the cases could not be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    unsettled: Option<String>,
}

/// Situations in which the same rules win.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Case")]
struct CaseEntry {
    /// The open situations that it holds in, as alternatives; nothing means in all of them.
    when: Vec<When>,
    /// `settled`, `conflict` where the winners contradict each other, `nothing` where no rule gives it, `circle` where
    /// the rules beat each other in a circle.
    outcome: Ending,
    /// The value that holds, where it is settled.
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
    /// The rules that win.
    winners: Vec<WinnerEntry>,
    /// The rules that hold too and do not count.
    beaten: Vec<BeatenEntry>,
    /// The floors that bind.
    floors: Vec<FloorEntry>,
}

/// How a case ends.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Ending {
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
struct When {
    /// In words.
    words: String,
    /// Dimension to values.
    values: BTreeMap<String, Vec<String>>,
}

/// A rule and where it is written.
#[derive(Serialize, JsonSchema)]
struct Rule {
    /// Its id.
    id: String,
    /// Where it is written.
    place: Place,
}

/// A rule that wins.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Winner")]
struct WinnerEntry {
    /// The rule.
    rule: Rule,
    /// What it gives.
    value: String,
    /// What it says besides: `say`, `owner`, `never` … to texts in the language of the answer.
    says: BTreeMap<String, Vec<String>>,
    /// The times that it sets.
    times: Vec<Time>,
}

/// A time that a rule sets.
#[derive(Serialize, JsonSchema)]
struct Time {
    /// What it is the time of: `promise`, `aim`, `at most`, a measure, a level.
    of: String,
    /// The time in words.
    within: String,
    /// The role that is told.
    #[serde(skip_serializing_if = "Option::is_none")]
    who: Option<String>,
    /// When it is over, with its distance from Greenwich.
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<String>,
    /// When the clock starts, where that is not the moment asked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    starts: Option<String>,
    /// Why it cannot be told when it is over.
    #[serde(skip_serializing_if = "Option::is_none")]
    unknown: Option<String>,
}

/// A rule that holds and does not count.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Beaten")]
struct BeatenEntry {
    /// The rule.
    rule: Rule,
    /// What it would give.
    value: String,
    /// The rules that beat it.
    by: Vec<Beater>,
}

/// A rule that beats another one.
#[derive(Serialize, JsonSchema)]
struct Beater {
    /// Its id.
    rule: String,
    /// Why: it says so with `exception_to`, all its situations lie `inside`, or it is `stricter`.
    how: Why,
}

/// Why a rule beats another one.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Why {
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
struct FloorEntry {
    /// The rule.
    rule: Rule,
    /// What it asks for.
    value: String,
    /// Where it comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    cite: Option<String>,
    /// Whether the winners give at least that; absent where it depends on the calendar, or nothing wins.
    #[serde(skip_serializing_if = "Option::is_none")]
    kept: Option<bool>,
    /// Whether it binds in a part of the case only.
    in_part: bool,
}

fn channel(now: &ChannelNow<'_>) -> Channel {
    let callback = now.callback.as_ref().and_then(|due| match due {
        Due::At(end, _) => Some(for_programs(end)),
        Due::Unknown(_) => None,
    });
    let opens = now.opens.as_ref().map(for_programs);
    Channel { id: now.channel.id.clone(), open: now.open.into(), opens, callback }
}

impl Telling<'_> {
    fn at(&self, span: Span) -> Place {
        let (start, _) = self.sources.positions(span);
        Place { path: self.sources.path(span).to_owned(), line: start.line, column: start.column }
    }

    fn rule(&self, rule: &RuleAt<'_>) -> Rule {
        Rule { id: rule.id.to_owned(), place: self.at(rule.span) }
    }

    fn role(&self, now: &RoleNow<'_>) -> Role {
        Role { id: now.role.id.clone(), place: self.at(now.role.id_span), on_duty: now.on_duty.into() }
    }

    fn table(&self, table: &TableAnswer<'_>) -> Table {
        Table {
            table: table.name.clone(),
            silent: table.silent.clone(),
            attributes: table.attributes.iter().map(|attribute| self.attribute(attribute)).collect(),
            left_out: table.left_out.iter().map(|rule| self.rule(rule)).collect(),
        }
    }

    fn attribute(&self, attribute: &AttributeAnswer<'_>) -> Attribute {
        Attribute {
            name: attribute.name.clone(),
            side_by_side: attribute.side_by_side,
            cases: attribute.cases.iter().map(|case| self.case(case)).collect(),
            unsettled: attribute.unsettled.map(str::to_owned),
        }
    }

    fn case(&self, case: &Case<'_>) -> CaseEntry {
        let when =
            |conditions: &Conditions| When { words: conditions.words.clone(), values: conditions.values.clone() };
        let outcome = match case.outcome {
            Outcome::Settled => Ending::Settled,
            Outcome::Conflict => Ending::Conflict,
            Outcome::Nothing => Ending::Nothing,
            Outcome::Circle => Ending::Circle,
        };
        let settled = case.winners.first().filter(|_| case.outcome == Outcome::Settled);
        CaseEntry {
            when: case.conditions.iter().map(when).collect(),
            outcome,
            value: settled.map(|winner| winner.value.to_string()),
            winners: case.winners.iter().map(|winner| self.winner(winner)).collect(),
            beaten: case.beaten.iter().map(|beaten| self.beaten(beaten)).collect(),
            floors: case.floors.iter().map(|floor| self.floor(floor)).collect(),
        }
    }

    fn winner(&self, winner: &Winner<'_>) -> WinnerEntry {
        let note = |note: &crate::situation::answer::Note<'_>| {
            (note.label.to_owned(), note.said.iter().map(|said| self.said(said)).collect())
        };
        WinnerEntry {
            rule: self.rule(&winner.rule),
            value: winner.value.to_string(),
            says: winner.notes.iter().map(note).collect(),
            times: winner.times.iter().map(time).collect(),
        }
    }

    fn beaten(&self, beaten: &Beaten<'_>) -> BeatenEntry {
        let beater = |(rule, how): &(RuleAt<'_>, How)| Beater {
            rule: rule.id.to_owned(),
            how: match how {
                How::Exception => Why::ExceptionTo,
                How::Inside => Why::Inside,
                How::Stricter => Why::Stricter,
            },
        };
        BeatenEntry {
            rule: self.rule(&beaten.rule),
            value: beaten.value.to_string(),
            by: beaten.by.iter().map(beater).collect(),
        }
    }

    fn floor(&self, floor: &Floor<'_>) -> FloorEntry {
        FloorEntry {
            rule: self.rule(&floor.rule),
            value: floor.value.to_string(),
            cite: floor.cite.map(|cite| self.text(cite)),
            kept: floor.kept,
            in_part: floor.in_part,
        }
    }
}

fn time(timed: &Timed) -> Time {
    let (due, starts, unknown) = match &timed.due {
        Some(Due::At(end, start)) => (Some(for_programs(end)), start.as_ref().map(for_programs), None),
        Some(Due::Unknown(why)) => (None, None, Some(why.clone())),
        None => (None, None, None),
    };
    Time { of: timed.of.clone(), within: timed.within.clone(), who: timed.who.clone(), due, starts, unknown }
}
