//! Answers for people. Must never be wider than the terminal, nor let a text of the author steer it.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use super::Telling;
use super::words::{conditions, due, how, on_the_wall};
use crate::report::Style;
use crate::report::line::wrapped;
use crate::report::text::{counted, plain};
use crate::situation::answer::{
    Answer, AttributeAnswer, Case, Duty, How, Note, Outcome, Presence, RuleAt, TableAnswer, Timed, Winner,
};
use crate::situation::standard::Value;

/// The most cases of one attribute that are shown; the rest is counted.
const MOST_CASES: usize = 12;
/// The most rules that are named as beaten by one; the rest is counted.
const MOST_BEATEN: usize = 6;

pub(super) fn write(
    telling: &Telling<'_>,
    answer: &Answer<'_>,
    style: Style,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let mut page = Page { telling, style, text: String::new() };
    page.answer(answer);
    out.write_all(page.text.as_bytes())
}

struct Page<'p, 't> {
    telling: &'p Telling<'t>,
    style: Style,
    text: String,
}

impl Page<'_, '_> {
    fn answer(&mut self, answer: &Answer<'_>) {
        let given = answer.situation.iter().map(|(name, values)| format!("{name} {}", values.join(" or ")));
        let given: Vec<String> = given.collect();
        let situation = if given.is_empty() { "any".to_owned() } else { given.join(", ") };
        self.line(0, &format!("Situation: {situation}"));
        if let Some(at) = &answer.at {
            let zone = at.time_zone().iana_name().unwrap_or("UTC");
            self.line(0, &format!("Moment: {}, {zone}", on_the_wall(at)));
        }
        if !answer.never_happens.is_empty() {
            let places: Vec<String> =
                answer.never_happens.iter().map(|span| self.telling.place(*span)).collect();
            self.line(0, &format!("This never happens, says the standard ({}).", places.join(", ")));
        }
        if let Some(duty) = &answer.duty {
            self.duty(duty);
        }
        for table in &answer.tables {
            self.table(table);
        }
        let open: BTreeSet<&str> =
            answer.tables.iter().filter(|table| !table.unasked).flat_map(open).collect();
        if !open.is_empty() {
            let open: Vec<&str> = open.into_iter().collect();
            self.text.push('\n');
            self.line(0, &format!("Still open: {}. Say more to narrow the answer down.", open.join(", ")));
        }
        if self.telling.errors > 0 {
            let errors = counted(self.telling.errors, "error");
            self.text.push('\n');
            let advice = "what could not be read is left out of this answer. `etalon check` shows them.";
            self.line(0, &format!("The standard has {errors}; {advice}"));
        }
    }

    fn duty(&mut self, duty: &Duty<'_>) {
        self.heading("On duty");
        let named = |wanted: Presence| -> Vec<&str> {
            let there = duty.roles.iter().filter(|now| now.on_duty == wanted);
            there.map(|now| now.role.id.as_str()).collect()
        };
        match (named(Presence::Yes).as_slice(), duty.roles.is_empty()) {
            (_, true) => self.line(2, "no role has times on duty"),
            ([], _) => self.line(2, "nobody"),
            (roles, _) => self.line(2, &roles.join(", ")),
        }
        for (presence, words) in
            [(Presence::Partly, "in a part of that time"), (Presence::Dated, "depending on the date")]
        {
            if !named(presence).is_empty() {
                self.line(2, &format!("{words}: {}", named(presence).join(", ")));
            }
        }
        for now in &duty.channels {
            let state = match now.open {
                Presence::Yes => "open",
                Presence::No => "closed",
                Presence::Partly => "open in a part of that time",
                Presence::Dated => "open depending on the date",
            };
            let opens = now.opens.as_ref().map(|opens| format!(" until {}", on_the_wall(opens)));
            let callback = now.callback.as_ref().map(|callback| format!("; callback {}", due(callback)));
            let (opens, callback) = (opens.unwrap_or_default(), callback.unwrap_or_default());
            let answered = match now.answered_by.as_deref() {
                _ if now.open != Presence::Yes => String::new(),
                None => String::new(),
                Some([]) => ", but nobody who answers it is on duty".to_owned(),
                Some(roles) => format!(", answered by {}", roles.join(", ")),
            };
            self.line(2, &format!("channel {} is {state}{opens}{answered}{callback}", now.channel.id));
        }
    }

    fn table(&mut self, table: &TableAnswer<'_>) {
        let shown: Vec<&AttributeAnswer<'_>> =
            table.attributes.iter().filter(|attribute| is_said(attribute)).collect();
        if shown.is_empty() && table.silent.is_none() && table.left_out.is_empty() {
            return;
        }
        let heading = self.title(&table.name);
        self.heading(&heading);
        if let Some(silent) = &table.silent {
            return self.line(2, silent);
        }
        let several = shown.iter().any(|attribute| attribute.cases.len() > 1);
        if table.unasked && several {
            let open: Vec<&str> = open(table).into_iter().collect();
            self.line(2, &format!("depends on {}: say more to get an answer", open.join(", ")));
        } else {
            shown.into_iter().for_each(|attribute| self.attribute(&table.name, attribute));
        }
        if !table.left_out.is_empty() {
            let rules: Vec<String> = table.left_out.iter().map(|rule| self.rule(rule)).collect();
            self.line(2, &format!("left out, as their conditions ask for a date: {}", rules.join(", ")));
        }
    }

    fn title(&self, table: &str) -> String {
        let title = match table {
            "response_times" => "Response times",
            "scripts" => "Scripts",
            "procedures" => "Procedure",
            "escalations" => "Escalation",
            "if_missed" => "If a promise is missed",
            "correspondence" => "Correspondence",
            "conduct" => "Conduct",
            "follow_up" => "Follow-up",
            "selling" => "Offers: selling",
            "recovery" => "Offers: putting right",
            "loyalty" => "Offers: loyalty",
            other => {
                let decision = self.telling.project.decision_tables().find(|(name, _)| *name == other);
                let title = decision.and_then(|(_, decision)| decision.title.value());
                let title = title.map(|title| format!(" ({})", self.telling.text(title)));
                return format!("Decision: {other}{}", title.unwrap_or_default());
            }
        };
        title.to_owned()
    }

    fn attribute(&mut self, table: &str, attribute: &AttributeAnswer<'_>) {
        if let Some(why) = attribute.unsettled {
            return self.line(2, &format!("{}: {why}", attribute.name));
        }
        // Where entries hold by their own names, or one of a section holds, the name says it all.
        let unnamed = table_of_one(table)
            || attribute
                .cases
                .iter()
                .flat_map(|case| &case.winners)
                .all(|winner| winner.rule.id == attribute.name);
        for (at, case) in attribute.cases.iter().enumerate() {
            if at == MOST_CASES {
                let more = counted(attribute.cases.len() - MOST_CASES, "more case");
                self.line(2, &format!("{}: and {more}; `--format json` has them all", attribute.name));
                break;
            }
            self.case(if unnamed { "" } else { &attribute.name }, case);
        }
    }

    fn case(&mut self, name: &str, case: &Case<'_>) {
        let when = conditions(case);
        let when = if when.is_empty() { String::new() } else { format!(", if {when}") };
        let lead = if name.is_empty() { String::new() } else { format!("{name}: ") };
        match case.outcome {
            Outcome::Nothing => self.line(2, &format!("{lead}nothing{when}")),
            Outcome::Circle => {
                self.line(2, &format!("{lead}rules beat each other in a circle, and none counts{when}"));
            }
            Outcome::Conflict => {
                let lead = format!("{lead}CONTRADICTION, and nothing says which rule counts{when}");
                self.line(2, &lead);
                for winner in &case.winners {
                    let value = given(winner);
                    self.line(4, &format!("{value}{}", self.rule(&winner.rule)));
                    self.details(6, winner);
                }
            }
            Outcome::Settled => {
                let Some(first) = case.winners.first() else { return };
                let value = match &first.value {
                    Value::Word(word) if word == first.rule.id => self.rule(&first.rule),
                    value => value.to_string(),
                };
                self.line(2, &format!("{lead}{value}{when}"));
                for winner in &case.winners {
                    if !matches!(&winner.value, Value::Word(word) if word == winner.rule.id) {
                        self.line(6, &self.rule(&winner.rule));
                    }
                    self.details(6, winner);
                }
            }
        }
        self.reasons(case);
    }

    fn details(&mut self, indent: usize, winner: &Winner<'_>) {
        for timed in &winner.times {
            self.line(indent, &time(timed, &winner.value));
        }
        for Note { label, said } in &winner.notes {
            for said in said {
                let said = self.telling.said(said);
                let mut lines = said.lines().map(str::trim).filter(|line| !line.is_empty());
                if let Some(first) = lines.next() {
                    self.line(indent, &format!("{label}: {first}"));
                }
                lines.for_each(|line| self.line(indent + 2, line));
            }
        }
    }

    fn reasons(&mut self, case: &Case<'_>) {
        let mut beaters: BTreeMap<(&str, How), Vec<String>> = BTreeMap::new();
        for beaten in &case.beaten {
            let Some((by, reason)) = beaten.by.first() else { continue };
            let place = self.telling.place(beaten.rule.span);
            let rule = match &beaten.value {
                Value::Word(word) if word == beaten.rule.id => format!("{word} ({place})"),
                value => format!("{} ({value}, {place})", beaten.rule.id),
            };
            beaters.entry((by.id, *reason)).or_default().push(rule);
        }
        for ((by, reason), rules) in beaters {
            let several = rules.len() > 1;
            let left_out = rules.len().saturating_sub(MOST_BEATEN);
            let mut rules = rules.into_iter().take(MOST_BEATEN).collect::<Vec<_>>().join(", ");
            if left_out > 0 {
                rules.push_str(&format!(" and {left_out} more"));
            }
            self.line(6, &format!("not {rules}: `{by}` beats {}", how(reason, several)));
        }
        for floor in &case.floors {
            let kept = match floor.kept {
                Some(true) => "is kept",
                Some(false) => "IS UNDERCUT",
                None => "binds",
            };
            let part = if floor.in_part { " in a part of these situations" } else { "" };
            let cite = floor.cite.map(|cite| format!(", {}", self.telling.text(cite))).unwrap_or_default();
            let rule = self.rule(&floor.rule);
            self.line(6, &format!("floor {rule} of {} {kept}{part}{cite}", floor.value));
        }
    }

    fn rule(&self, rule: &RuleAt<'_>) -> String {
        format!("{} ({})", rule.id, self.telling.place(rule.span))
    }

    fn heading(&mut self, text: &str) {
        self.text.push('\n');
        let text = plain(text);
        let text = if self.style.colour { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text };
        self.text.push_str(&text);
        self.text.push('\n');
    }

    // A line of the page; what does not fit goes on below it, a little to the right.
    fn line(&mut self, indent: usize, text: &str) {
        let room = self.style.width.saturating_sub(indent + 2).max(20);
        for (at, line) in wrapped(&plain(text), room).lines().enumerate() {
            let indent = if at == 0 { indent } else { indent + 2 };
            self.text.push_str(&" ".repeat(indent));
            self.text.push_str(line);
            self.text.push('\n');
        }
    }
}

// Whether one entry of the section holds, so that its name is all there is to say.
fn table_of_one(table: &str) -> bool {
    ["procedures", "escalations"].contains(&table)
}

fn is_said(attribute: &AttributeAnswer<'_>) -> bool {
    attribute.unsettled.is_some() || attribute.cases.iter().any(|case| case.outcome != Outcome::Nothing)
}

// The dimensions that cases of a table depend on.
fn open<'t>(table: &'t TableAnswer<'_>) -> BTreeSet<&'t str> {
    let cases = table.attributes.iter().flat_map(|attribute| &attribute.cases);
    let conditions = cases.flat_map(|case| &case.conditions);
    conditions.flat_map(|conditions| conditions.values.keys().map(String::as_str)).collect()
}

fn given(winner: &Winner<'_>) -> String {
    match &winner.value {
        Value::Word(word) if word == winner.rule.id => String::new(),
        value => format!("{value}: "),
    }
}

fn time(timed: &Timed, value: &Value) -> String {
    let due = timed.due.as_ref().map(due);
    // The value itself has been said.
    let said = match value {
        Value::Promise { promise, .. } => timed.of == "promise" && promise.within().is_some(),
        Value::Duration(_) => true,
        Value::Word(_) => false,
    };
    if let Some(due) = due.as_ref().filter(|_| said) {
        return due.clone();
    }
    let due = due.map(|due| format!(", {due}")).unwrap_or_default();
    match &timed.who {
        Some(who) => format!("{}: after {} to {who}{due}", timed.of, timed.within),
        None => format!("{}: {}{due}", timed.of, timed.within),
    }
}
