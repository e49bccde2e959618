//! One expectation of a scenario against an answer. Must never compare words where figures are meant: 60 s and 1 min
//! are the same.

use super::{Actual, Verdict};
use crate::diagnostic::{listed, nearest};
use crate::model::{Purpose, known_measure};
use crate::resolve::Project;
use crate::situation::Relation;
use crate::situation::answer::{
    Answer, AttributeAnswer, Case, Conditions, Objection, Outcome, Presence, Ready, RuleAt, TableAnswer,
};
use crate::situation::standard::{Comparison, Value};
use crate::time::{Duration, Figure};

/// What is written where nothing is expected to hold.
const NOTHING: &str = "none";

/// What came of an expectation, and the rules that it rests on.
pub(super) struct Judged<'a> {
    pub(super) verdict: Verdict<'a>,
    pub(super) rests_on: Vec<RuleAt<'a>>,
}

impl Judged<'_> {
    fn unusable(message: impl Into<String>, help: impl Into<String>) -> Self {
        let verdict = Verdict::Unusable(Objection::new(message, help));
        Judged { verdict, rests_on: Vec::new() }
    }
}

/// Holds an expectation against what the standard says.
pub(super) fn judge<'a>(ready: &Ready<'a>, answer: &Answer<'a>, name: &str, expected: &str) -> Judged<'a> {
    let project = ready.project();
    let expectation = Expectation { ready, answer, expected };
    match name {
        "procedure" => {
            let known = project.procedures.iter().map(|entry| entry.id.as_str());
            expectation.entry("procedures", "procedure", known)
        }
        "escalation" => {
            let known = project.escalations.iter().map(|entry| entry.id.as_str());
            expectation.entry("escalations", "escalation", known)
        }
        "on_duty" => expectation.on_duty(),
        "offer" => expectation.offer(&["selling", "recovery", "loyalty"]),
        "recovery" => expectation.offer(&["recovery"]),
        "outcome" => expectation.outcome(),
        table if project.decision_tables().any(|(decision, _)| decision == table) => {
            expectation.decision(table)
        }
        name => {
            let measure = known_measure(name).is_some() || project.measures.find(name).is_some();
            let purpose = Purpose::from_word(name).is_some();
            // Some words are both: what is expected tells them apart.
            let script = project.scripts.find(expected).is_some();
            match (measure, purpose) {
                (true, true) if script => expectation.script(name),
                (true, _) => expectation.measure(name),
                (false, true) => expectation.script(name),
                (false, false) => unknown_name(project, name),
            }
        }
    }
}

fn unknown_name<'a>(project: &Project, name: &str) -> Judged<'a> {
    let fixed = ["procedure", "escalation", "on_duty", "outcome", "offer", "recovery"];
    let measures = crate::model::MEASURES.iter().map(|measure| measure.id);
    let own = project.measures.iter().map(|entry| entry.id.as_str());
    let tables = project.decision_tables().map(|(name, _)| name);
    let purposes = project.scripts.iter().filter_map(|script| script.purpose.value()).map(|it| it.word());
    let known = fixed.into_iter().chain(measures).chain(own).chain(tables).chain(purposes);
    let help = match nearest(name, known) {
        Some(near) => format!("did you mean `{near}`?"),
        None => {
            "expect a measure, a script purpose, `procedure`, `escalation`, `on_duty`, an offer or a decision"
                .to_owned()
        }
    };
    Judged::unusable(format!("`{name}` is nothing that a scenario can expect"), help)
}

struct Expectation<'e, 'a> {
    ready: &'e Ready<'a>,
    answer: &'e Answer<'a>,
    expected: &'e str,
}

impl<'a> Expectation<'_, 'a> {
    fn measure(&self, name: &str) -> Judged<'a> {
        let figure = match Figure::parse(self.expected) {
            Ok(figure) => Some(figure),
            Err(_) if self.expected == NOTHING => None,
            Err(problem) => return Judged::unusable(problem.message, problem.help),
        };
        let comparison = self.comparison("response_times");
        let same = |value: &Value| match (value, &figure) {
            (Value::Promise { promise, .. }, Some(figure)) => {
                comparison.figures(promise, figure) == Relation::Same
            }
            _ => false,
        };
        self.attribute("response_times", name, &same)
    }

    fn script(&self, purpose: &str) -> Judged<'a> {
        let scripts = &self.ready.project().scripts;
        let of_purpose = scripts
            .iter()
            .filter(|script| script.purpose.value().is_some_and(|own| own.word() == purpose))
            .map(|script| script.id.as_str());
        self.entry("scripts", purpose, of_purpose)
    }

    // An entry by its id.
    fn entry<'k>(
        &self,
        table: &str,
        attribute: &str,
        known: impl Iterator<Item = &'k str> + Clone,
    ) -> Judged<'a> {
        if self.expected != NOTHING && !known.clone().any(|id| id == self.expected) {
            return self.unknown(attribute, known);
        }
        self.attribute(table, attribute, &|value| matches!(value, Value::Word(word) if word == self.expected))
    }

    fn decision(&self, name: &str) -> Judged<'a> {
        let standard = self.ready.tables().iter().find(|table| table.table.name == name);
        let attributes = standard.map(|standard| standard.table.attributes.as_slice()).unwrap_or_default();
        let at = attributes.iter().position(|attribute| attribute.name == "outcome");
        let at = match (at, attributes) {
            (None, [_]) => Some(0),
            (at, _) => at,
        };
        let (Some(at), Some(standard)) = (at, standard) else {
            return Judged::unusable(
                format!("`{name}` decides no `outcome`"),
                "expect something else, or let its rules name an `outcome`",
            );
        };
        let values = standard.values.get(at).map(Vec::as_slice).unwrap_or_default();
        let comparison = standard.comparison;
        let same = |value: &Value| match value {
            Value::Word(word) => word == self.expected,
            value => Duration::parse(self.expected).is_ok_and(|expected| {
                comparison.relation(value, &Value::Duration(expected)) == Relation::Same
            }),
        };
        if self.expected != NOTHING && !values.iter().any(same) {
            let words: Vec<String> = values.iter().map(ToString::to_string).collect();
            return self.unknown(name, words.iter().map(String::as_str));
        }
        let attribute = attributes.get(at).map(|attribute| attribute.name.as_str()).unwrap_or_default();
        self.attribute(name, attribute, &same)
    }

    // The outcome of the one decision that the situation speaks of.
    fn outcome(&self) -> Judged<'a> {
        let decides = |table: &&TableAnswer<'_>| {
            !table.unasked && self.ready.project().decision_tables().any(|(name, _)| name == table.name)
        };
        let tables: Vec<&str> =
            self.answer.tables.iter().filter(decides).map(|table| table.name.as_str()).collect();
        match tables.as_slice() {
            [only] => self.decision(only),
            [] => Judged::unusable(
                "no decision speaks of this situation",
                "name the dimensions of the decision under `given`",
            ),
            several => Judged::unusable(
                "it is not clear which decision is meant",
                format!(
                    "write the name of the decision instead of `outcome`: {}",
                    listed(several.iter().copied(), 6)
                ),
            ),
        }
    }

    fn offer(&self, tables: &[&str]) -> Judged<'a> {
        let tables = self.answer.tables.iter().filter(|table| tables.contains(&table.name.as_str()));
        let offers: Vec<&AttributeAnswer<'a>> = tables.flat_map(|table| &table.attributes).collect();
        if self.expected == NOTHING {
            let made = offers.into_iter().flat_map(|offer| &offer.cases);
            return settled(made.map(|case| (case, false)), None);
        }
        match offers.iter().find(|offer| offer.name == self.expected) {
            Some(offer) => self.side_by_side(offer, "it is not offered"),
            None => self.unknown("offer", offers.iter().map(|offer| offer.name.as_str())),
        }
    }

    fn on_duty(&self) -> Judged<'a> {
        let Some(duty) = &self.answer.duty else {
            return Judged::unusable(
                "who is on duty depends on the time",
                "write the time under `given`: `time: Sa 23:30`",
            );
        };
        let there = duty.roles.iter().filter(|now| now.on_duty != Presence::No);
        let there: Vec<&str> = there.map(|now| now.role.id.as_str()).collect();
        let expected: Vec<&str> =
            self.expected.split(',').map(str::trim).filter(|role| *role != NOTHING).collect();
        let roles = &self.ready.project().roles;
        if let Some(unknown) = expected.iter().find(|role| roles.find(role).is_none()) {
            return Expectation { expected: unknown, ..*self }
                .unknown("on_duty", roles.iter().map(|role| role.id.as_str()));
        }
        let present =
            |role: &&str| duty.roles.iter().any(|now| now.role.id == **role && now.on_duty == Presence::Yes);
        let holds = if expected.is_empty() { there.is_empty() } else { expected.iter().all(present) };
        let absent = expected.iter().filter(|role| !present(role));
        let rules = absent.filter_map(|role| roles.find(role));
        let rules =
            rules.map(|role| RuleAt { id: &role.id, span: role.on_duty.span().unwrap_or(role.id_span) });
        let said = if there.is_empty() { "nobody".to_owned() } else { there.join(", ") };
        let actual = Actual { conditions: String::new(), said, rules: rules.collect() };
        let verdict = if holds { Verdict::Passed } else { Verdict::Failed(vec![actual]) };
        Judged { verdict, rests_on: Vec::new() }
    }

    // What one table says about one attribute.
    fn attribute(&self, table: &str, name: &str, same: &dyn Fn(&Value) -> bool) -> Judged<'a> {
        let table = self.answer.tables.iter().find(|answer| answer.name == table);
        if let Some(silent) = table.and_then(|table| table.silent.as_ref()) {
            return Judged::unusable(silent.clone(), "correct the situation of the scenario");
        }
        let attribute = table.and_then(|table| table.attributes.iter().find(|known| known.name == name));
        let Some(attribute) = attribute else {
            return settled(std::iter::empty(), (self.expected != NOTHING).then_some("nothing"));
        };
        if let Some(why) = attribute.unsettled {
            return Judged::unusable(why, "say more about the situation of the scenario");
        }
        if attribute.side_by_side {
            return self.side_by_side(attribute, "nothing");
        }
        let holds = |case: &Case<'a>| match case.outcome {
            Outcome::Settled => case.winners.iter().all(|winner| same(&winner.value)),
            Outcome::Nothing => self.expected == NOTHING,
            Outcome::Conflict | Outcome::Circle => false,
        };
        settled(attribute.cases.iter().map(|case| (case, holds(case))), None)
    }

    // One of several that hold at the same time must be among them everywhere.
    fn side_by_side(&self, attribute: &AttributeAnswer<'a>, nothing: &str) -> Judged<'a> {
        if self.expected == NOTHING {
            return settled(attribute.cases.iter().map(|case| (case, false)), None);
        }
        let meant = |case: &&Case<'a>| case.winners.iter().any(|winner| winner.rule.id == self.expected);
        let everywhere = attribute.cases.iter().filter(meant).find(|case| case.conditions.is_empty());
        match everywhere {
            Some(case) => settled(std::iter::once((case, true)), None),
            None => settled(attribute.cases.iter().map(|case| (case, false)), Some(nothing)),
        }
    }

    fn comparison(&self, table: &str) -> Comparison {
        let standard = self.ready.tables().iter().find(|standard| standard.table.name == table);
        standard.map_or_else(Comparison::default, |standard| standard.comparison)
    }

    fn unknown<'k>(&self, name: &str, known: impl Iterator<Item = &'k str> + Clone) -> Judged<'a> {
        let help = match nearest(self.expected, known.clone()) {
            Some(near) => format!("did you mean `{near}`?"),
            None if known.clone().next().is_none() => format!("the standard has no {name}"),
            None => format!("there are {}; or write `none`", listed(known, 12)),
        };
        Judged::unusable(format!("`{}` is not known as {name}", self.expected), help)
    }
}

// Passed when every case holds; where there is no case although something was expected, `missing` is what there is.
fn settled<'c, 'a: 'c>(
    cases: impl Iterator<Item = (&'c Case<'a>, bool)>,
    missing: Option<&str>,
) -> Judged<'a> {
    let (mut rests_on, mut failed, mut any) = (Vec::new(), Vec::new(), false);
    for (case, holds) in cases {
        any = true;
        rests_on.extend(case.winners.iter().map(|winner| winner.rule));
        rests_on.extend(case.floors.iter().map(|floor| floor.rule));
        if !holds {
            failed.push(actual(case));
        }
    }
    if let Some(said) = missing.filter(|_| !any) {
        failed.push(Actual { conditions: String::new(), said: said.to_owned(), rules: Vec::new() });
    }
    let verdict = if failed.is_empty() { Verdict::Passed } else { Verdict::Failed(failed) };
    Judged { verdict, rests_on }
}

fn actual<'a>(case: &Case<'a>) -> Actual<'a> {
    let mut values: Vec<String> = case.winners.iter().map(|winner| winner.value.to_string()).collect();
    values.dedup();
    let said = match case.outcome {
        Outcome::Settled => values.first().cloned().unwrap_or_default(),
        Outcome::Conflict => format!("a contradiction: {}", values.join(" or ")),
        Outcome::Nothing => "nothing".to_owned(),
        Outcome::Circle => "nothing: rules beat each other in a circle".to_owned(),
    };
    let words: Vec<&str> = case.conditions.iter().map(|Conditions { words, .. }| words.as_str()).collect();
    let rules = case.winners.iter().map(|winner| winner.rule).collect();
    Actual { conditions: words.join("; or "), said, rules }
}
