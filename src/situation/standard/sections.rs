//! What the entries of each section give, table by table. A new section that holds in situations is one line here.
//! Must never decide which entry wins.

use jiff::civil::Date;

use super::pair::Spaces;
use super::{Draft, Fineness, Frame, Given, StandardTable, Value, build};
use crate::model::{Offer, Purpose, ResponseTime, Situated};
use crate::resolve::Project;
use crate::source::Span;
use crate::syntax::decode::{Entry, Field};

/// All tables; those named in `spaces` are laid into the space given there.
pub(super) fn all<'a>(
    project: &'a Project,
    today: Date,
    fineness: &Fineness,
    spaces: &Spaces,
) -> Vec<StandardTable<'a>> {
    let strictest =
        |table: &str| project.when_rules_meet.value().is_some_and(|tables| tables.find(table).is_some());
    let must_cover = |table: &str| -> Vec<(&'a str, Span)> {
        let wanted = project.must_cover.iter().filter_map(|tables| tables.find(table));
        wanted.flat_map(|words| words.iter()).map(|word| (word.value.as_str(), word.span)).collect()
    };
    let frame = |name: &'a str, several: fn(&str) -> bool| Frame {
        name,
        own: None,
        never: Vec::new(),
        must_cover: must_cover(name),
        strictest: strictest(name),
        several,
        fineness: fineness.clone(),
    };
    let mut tables = Vec::new();
    let mut table = |frame: Frame<'a>, drafts: Vec<Draft<'a>>| {
        if !drafts.is_empty() || !frame.must_cover.is_empty() {
            tables.push(build(project, today, &frame, drafts, spaces.get(frame.name)));
        }
    };
    let one = |_: &str| false;
    let many = |_: &str| true;
    table(frame("response_times", one), project.response_times.iter().map(response_time).collect());
    table(frame("scripts", is_said_in_turn), scripts(project));
    // A procedure without conditions is called by its name, not by the situation.
    let called_by_situation = project.procedures.iter().filter(|procedure| procedure.when.value().is_some());
    let procedures = called_by_situation.map(|procedure| named(procedure, "procedure")).collect();
    table(frame("procedures", one), procedures);
    table(frame("escalations", one), each(&project.escalations, "escalation"));
    table(frame("if_missed", many), own(&project.if_missed));
    table(frame("correspondence", many), own(&project.correspondence));
    table(frame("conduct", many), own(&project.conduct));
    table(frame("follow_up", many), own(&project.follow_up));
    table(frame("selling", many), offers(&project.selling));
    table(frame("recovery", many), offers(&project.recovery));
    table(frame("loyalty", many), offers(&project.loyalty));
    for (name, decision) in project.decision_tables() {
        let mut frame = frame(name, one);
        frame.own = decision.situation.value();
        frame.never = decision.never_happens.iter().map(|when| &when.value).collect();
        frame.must_cover.extend(decision.must_cover.iter().map(|word| (word.value.as_str(), word.span)));
        table(frame, decision.rules.value().into_iter().flatten().map(decision_rule).collect());
    }
    tables
}

pub(super) fn escalated(project: &Project, today: Date) -> Option<StandardTable<'_>> {
    if project.escalations.is_empty() {
        return None;
    }
    let frame = Frame {
        name: "response_times",
        own: None,
        never: Vec::new(),
        must_cover: Vec::new(),
        strictest: project
            .when_rules_meet
            .value()
            .is_some_and(|tables| tables.find("response_times").is_some()),
        several: |_| false,
        fineness: Fineness::default(),
    };
    let mut drafts: Vec<Draft<'_>> = project.response_times.iter().map(response_time).collect();
    let under = |section: &'static str| move |draft| Draft { section, ..draft };
    let procedures = project.procedures.iter().filter(|procedure| procedure.when.value().is_some());
    drafts.extend(procedures.map(|entry| named(entry, "procedure")).map(under("procedures")));
    drafts.extend(each(&project.escalations, "escalation").into_iter().map(under("escalations")));
    Some(build(project, today, &frame, drafts, None))
}

fn draft<'a, T: Situated>(entry: &'a Entry<T>) -> Draft<'a> {
    Draft {
        section: "",
        id: &entry.id,
        id_span: entry.id_span,
        rule: &entry.value,
        floor: false,
        never_when: Vec::new(),
        gives: Vec::new(),
    }
}

fn response_time(entry: &Entry<ResponseTime>) -> Draft<'_> {
    let promises = entry.promises.iter().filter_map(|promise| {
        let figure = promise.value.promise.get()?;
        let value = Value::Promise {
            promise: figure.value.clone(),
            aim: promise.value.aim.value().cloned(),
            at_most: promise.value.at_most.value().copied(),
        };
        Some((promise.id.as_str(), Given { value, span: figure.span }))
    });
    let gives = promises.collect();
    Draft { floor: entry.floor.value() == Some(&true), gives, ..draft(entry) }
}

// Whether several scripts may stand ready for the same purpose: one is chosen as the talk goes. At the fixed moments
// of a contact there is one thing to say.
fn is_said_in_turn(purpose: &str) -> bool {
    let fixed = [Purpose::Greeting, Purpose::Identify, Purpose::Closing];
    !fixed.iter().any(|fixed| fixed.word() == purpose)
}

fn scripts(project: &Project) -> Vec<Draft<'_>> {
    let script = |entry| {
        let entry: &Entry<crate::model::Script> = entry;
        let purpose = entry.purpose.value().map(|purpose| purpose.word());
        let given = Given { value: Value::Word(entry.id.clone()), span: entry.id_span };
        Draft { gives: purpose.map(|purpose| (purpose, given)).into_iter().collect(), ..draft(entry) }
    };
    project.scripts.iter().map(script).collect()
}

// Entries of which one holds in a situation, under a name for all of them.
fn each<'a, T: Situated>(entries: &'a [Entry<T>], name: &'a str) -> Vec<Draft<'a>> {
    entries.iter().map(|entry| named(entry, name)).collect()
}

fn named<'a, T: Situated>(entry: &'a Entry<T>, name: &'a str) -> Draft<'a> {
    let given = Given { value: Value::Word(entry.id.clone()), span: entry.id_span };
    Draft { gives: vec![(name, given)], ..draft(entry) }
}

// Entries that hold side by side, each under its own name.
fn own<T: Situated>(entries: &[Entry<T>]) -> Vec<Draft<'_>> {
    entries.iter().flat_map(|entry| each(std::slice::from_ref(entry), &entry.id)).collect()
}

fn offers(entries: &[Entry<Offer>]) -> Vec<Draft<'_>> {
    let mut drafts = own(entries);
    for (draft, entry) in drafts.iter_mut().zip(entries) {
        draft.never_when = entry.never_when.iter().map(|when| &when.value).collect();
    }
    drafts
}

fn decision_rule<'a>(entry: &'a Entry<crate::model::DecisionRule>) -> Draft<'a> {
    let mut gives: Vec<(&'a str, Given)> = Vec::new();
    let mut word = |name: &'a str, value: Option<(String, Span)>| {
        if let Some((value, span)) = value {
            gives.push((name, Given { value: Value::Word(value), span }));
        }
    };
    let text = |field: &Field<String>| field.get().map(|value| (value.value.clone(), value.span));
    word("outcome", text(&entry.outcome));
    word("procedure", text(&entry.procedure));
    word("authority", text(&entry.authority));
    word("amount", entry.amount.get().map(|amount| (amount.value.to_string(), amount.span)));
    for further in &entry.further {
        word(&further.id, Some((further.value.clone(), further.span)));
    }
    for (name, field) in [("refund_within", &entry.refund_within), ("within", &entry.within)] {
        if let Some(duration) = field.get() {
            gives.push((name, Given { value: Value::Duration(duration.value), span: duration.span }));
        }
    }
    Draft { floor: entry.floor.value() == Some(&true), gives, ..draft(entry) }
}
