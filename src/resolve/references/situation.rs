//! Checks that conditions speak of known dimensions and possible values. Must never ask whether a rule can apply.

use super::Checker;
use crate::diagnostic::{Finding, listed, nearest};
use crate::model::{Condition, Decision, Situated, When};
use crate::resolve::dimensions::{Axes, Axis, NOT_KNOWN, axes, declared};
use crate::resolve::{Project, is_figure_key};
use crate::source::{Span, Spanned};
use crate::syntax::decode::{Entries, Entry, Short};

pub(super) fn check(project: &Project, checker: &mut Checker<'_>) {
    let axes = axes(project);
    let names = checker.names;
    tables(project, &axes, checker);
    for when in project.never_happens.iter() {
        conditions(&when.value, &axes, checker);
    }
    for entry in &project.staffing {
        entry.when.value().into_iter().for_each(|when| conditions(when, &axes, checker));
    }
    for entry in &project.packages {
        entry.when.value().into_iter().for_each(|when| conditions(when, &axes, checker));
    }
    let limits = project.exclusions.iter().filter_map(|entry| entry.when.value());
    let duties = project.customer_duties.iter().filter_map(|entry| entry.when.value());
    let channels = project.channels.iter().filter_map(|entry| entry.only_when.value());
    limits.chain(duties).chain(channels).for_each(|when| conditions(when, &axes, checker));
    for (_, decision) in project.decision_tables() {
        decision_table(decision, &axes, checker);
    }
    for rule in &project.response_times {
        for promise in rule.promises.iter() {
            let used = Spanned::new(promise.id.clone(), promise.id_span);
            if !names.measures.contains(used.value.as_str()) {
                report_measure(rule, &used, checker);
            }
        }
    }
    scenarios(project, &axes, checker);
}

fn report_measure<T>(rule: &Entry<T>, used: &Spanned<String>, checker: &mut Checker<'_>) {
    let known = || {
        let keys = [
            "when",
            "exception_to",
            "from",
            "until",
            "for",
            "note",
            "floor",
            "cite",
            "hours",
            "clock",
            "title",
        ];
        checker.names.measures.iter().copied().chain(keys)
    };
    let message = format!("`{}` is not a measure that `{}` can promise", used.value, rule.id);
    let help = match nearest(used, known()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!(
            "use one of {}, or define it under `measures:`",
            listed(checker.names.measures.iter().copied(), 16)
        ),
    };
    let finding = Finding::error("structure/unknown-measure", used.span, message).help(help);
    checker.findings.push(finding.arg("measure", used.value.as_str()));
}

fn tables(project: &Project, axes: &Axes, checker: &mut Checker<'_>) {
    fn table<T: Situated>(entries: &Entries<T>, axes: &Axes, checker: &mut Checker<'_>) {
        for when in entries.iter().filter_map(|entry| entry.value.when()) {
            conditions(when, axes, checker);
        }
    }
    table(&project.response_times, axes, checker);
    table(&project.if_missed, axes, checker);
    table(&project.scripts, axes, checker);
    table(&project.procedures, axes, checker);
    table(&project.escalations, axes, checker);
    table(&project.correspondence, axes, checker);
    table(&project.conduct, axes, checker);
    table(&project.follow_up, axes, checker);
    for offers in [&project.selling, &project.recovery, &project.loyalty] {
        table(offers, axes, checker);
        for never in offers.iter().flat_map(|offer| offer.never_when.iter()) {
            conditions(&never.value, axes, checker);
        }
    }
}

fn decision_table(decision: &Decision, axes: &Axes, checker: &mut Checker<'_>) {
    let mut axes = axes.clone();
    axes.extend(decision.situation.value().map(declared).unwrap_or_default());
    for when in decision.never_happens.iter() {
        conditions(&when.value, &axes, checker);
    }
    for when in decision.rules.value().into_iter().flatten().filter_map(|rule| rule.when.value()) {
        conditions(when, &axes, checker);
    }
}

fn conditions(when: &When, axes: &Axes, checker: &mut Checker<'_>) {
    for entry in when {
        let Some(axis) = known_axis(&entry.id, entry.id_span, axes, checker) else { continue };
        let condition: &Short<Condition> = &entry.value;
        for value in condition.is.iter().chain(condition.not.iter()) {
            value_of(&entry.id, axis, value, checker);
        }
    }
}

fn known_axis<'a>(name: &str, span: Span, axes: &'a Axes, checker: &mut Checker<'_>) -> Option<&'a Axis> {
    let axis = axes.get(name);
    if axis.is_none() {
        let known = || axes.keys().map(String::as_str);
        let message = format!("`{name}` is not a dimension of the situation");
        let help = match nearest(name, known()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("define it under `situation:`, or use one of {}", listed(known(), 12)),
        };
        let finding = Finding::error("structure/unknown-dimension", span, message).help(help);
        checker.findings.push(finding.arg("dimension", name));
    }
    axis
}

fn value_of(dimension: &str, axis: &Axis, value: &Spanned<String>, checker: &mut Checker<'_>) {
    if axis.optional && value.value == NOT_KNOWN {
        return;
    }
    let Some(help) = axis.domain.objection(value) else { return };
    let message = format!("`{}` is not a value that `{dimension}` can have", value.value);
    let finding = Finding::error("structure/value-outside-dimension", value.span, message).help(help);
    checker.findings.push(finding.arg("dimension", dimension).arg("value", value.value.as_str()));
}

fn scenarios(project: &Project, axes: &Axes, checker: &mut Checker<'_>) {
    let mut all = axes.clone();
    for (_, decision) in project.decision_tables() {
        all.extend(decision.situation.value().map(declared).unwrap_or_default());
    }
    for scenario in &project.scenarios {
        for given in scenario.given.value().into_iter().flatten() {
            if let Some(axis) = known_axis(&given.id, given.id_span, &all, checker) {
                value_of(&given.id, axis, &Spanned::new(given.value.clone(), given.span), checker);
            }
        }
        for expected in scenario.expect.value().into_iter().flatten() {
            if !is_figure_key(&expected.id, project) {
                let message = format!("`{}` is nothing that a scenario can expect", expected.id);
                let help = "expect a measure such as `first_response`, a script purpose such as `greeting`, `procedure`, `escalation`, `on_duty` or the name of a decision";
                let finding =
                    Finding::error("structure/unknown-expectation", expected.id_span, message).help(help);
                checker.findings.push(finding.arg("name", expected.id.as_str()));
            }
        }
    }
}
