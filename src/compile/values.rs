//! What tables, attributes and the values of rules are called for readers. Must never compare values.

use super::context::Context;
use super::titles::capitalised;
use super::words::Case;
use crate::model::{Decision, DecisionRule, Promise};
use crate::syntax::decode::Entry;

/// What a table is called.
pub(super) fn table_title(cx: &Context<'_>, table: &str) -> String {
    match decision(cx, table).map(|decision| decision.title.value()) {
        Some(Some(title)) => cx.plain(title),
        Some(None) if table == "returns" => cx.say("section-returns"),
        Some(None) => cx.title_of("decisions", table),
        None => cx.say(&format!("section-{}", table.replace('_', "-"))),
    }
}

/// What an attribute is called; nothing where the name of the entry says it all.
pub(super) fn attribute_title(cx: &Context<'_>, table: &str, attribute: &str) -> String {
    match table {
        "response_times" => cx.measure(attribute),
        "scripts" => capitalised(&cx.known("purpose", attribute)),
        _ if decision(cx, table).is_none() => String::new(),
        _ => match attribute {
            "outcome" | "procedure" | "authority" | "amount" | "within" => cx.say(attribute),
            "refund_within" => cx.say("refund-within"),
            further => capitalised(&cx.known("decided", further)),
        },
    }
}

/// What a rule gives, in words: the value itself, then what else is said of it. None where the name of the entry says
/// it all.
pub(super) fn value_words(cx: &Context<'_>, table: &str, rule: &str, attribute: &str) -> Option<Vec<String>> {
    if table == "response_times" {
        let rule = cx.project.response_times.find(rule)?;
        return rule.promises.find(attribute).map(|promise| promised(cx, &promise.value.0));
    }
    let decision = decision(cx, table)?;
    let rule = decision.rules.value()?.find(rule)?;
    Some(vec![decided(cx, decision, rule, attribute)])
}

fn decision<'a>(cx: &Context<'a>, table: &str) -> Option<&'a Decision> {
    let project = cx.project;
    project.decision_tables().find(|(name, _)| *name == table).map(|(_, decision)| decision)
}

fn promised(cx: &Context<'_>, promise: &Promise) -> Vec<String> {
    let labelled = |key: &str, figure: String| format!("{}: {figure}", cx.say(key));
    let figure = promise.promise.value().map(|figure| cx.words.figure(figure));
    let aim = promise.aim.value().map(|figure| labelled("aim", cx.words.figure(figure)));
    let most = promise.at_most.value();
    let most = most.map(|most| labelled("at-most", cx.words.duration(most, Case::Plain)));
    [figure, aim, most].into_iter().flatten().collect()
}

fn decided(cx: &Context<'_>, decision: &Decision, rule: &Entry<DecisionRule>, attribute: &str) -> String {
    let words = match attribute {
        "outcome" => rule.outcome.value().map(|outcome| cx.outcome(decision, outcome)),
        "procedure" => rule.procedure.value().map(|id| cx.title_of("procedures", id)),
        "authority" => rule.authority.value().map(|id| cx.title_of("roles", id)),
        "amount" => rule.amount.value().map(|amount| cx.words.amount(amount)),
        "refund_within" => rule.refund_within.value().map(|within| cx.words.duration(within, Case::Plain)),
        "within" => rule.within.value().map(|within| cx.words.duration(within, Case::Plain)),
        further => rule.further.find(further).map(|word| word.value.clone()),
    };
    words.unwrap_or_default()
}
