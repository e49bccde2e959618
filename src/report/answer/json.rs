//! Answers for programs, with a published schema. Must never leave out a case or a reason.

use serde_json::Value;

use super::Telling;
use super::shape::{
    Attribute, BeatenEntry, Beater, CaseEntry, Channel, Document, Ending, FloorEntry, Place, Refusal, Role,
    Rule, Table, Time, When, Why, WinnerEntry,
};
use super::words::for_programs;
use crate::model::{machine_schema, schema_address};
use crate::situation::answer::{
    Answer, AttributeAnswer, Beaten, Case, ChannelNow, Conditions, Due, Floor, How, Objection, Outcome,
    RoleNow, RuleAt, TableAnswer, Timed, Winner,
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

fn channel(now: &ChannelNow<'_>) -> Channel {
    let callback = now.callback.as_ref().and_then(|due| match due {
        Due::At(end, _) => Some(for_programs(end)),
        Due::Unknown(_) => None,
    });
    let opens = now.opens.as_ref().map(for_programs);
    let roles = |roles: &Vec<&str>| roles.iter().map(|role| (*role).to_owned()).collect();
    let answered_by = now.answered_by.as_ref().map(roles);
    Channel { id: now.channel.id.clone(), open: now.open.into(), answered_by, opens, callback }
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
        let when = |conditions: &Conditions| When {
            words: conditions.words.clone(),
            values: conditions.values.clone(),
        };
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
