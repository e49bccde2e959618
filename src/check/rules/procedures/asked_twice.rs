//! Flags questions that the customer has answered already.

use std::collections::BTreeMap;

use crate::check::flow::{Flow, flows, in_words};
use crate::check::{Context, rule};
use crate::source::{Span, Spanned};

rule! {
    /// On one way through the procedure the customer is asked for the same thing twice, or for something that the role
    /// has at hand.
    ///
    /// ## Why it matters
    /// Telling the story again is what customers mind most about being passed on. Only items written in the same words
    /// are compared, letter case and blanks apart.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// procedures:
    ///   complaint:
    ///     owner: manager
    ///     steps:
    ///       listen: { do: Hear the customer out, ask_for: [order number], tell: what happens next, next: record }
    ///       record: { do: Register the complaint, ask_for: [photo, Order number], tell: by when, end: resolved }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// procedures:
    ///   complaint:
    ///     owner: manager
    ///     steps:
    ///       listen: { do: Hear the customer out, ask_for: [order number], tell: what happens next, next: record }
    ///       record: { do: Register the complaint, ask_for: [photo], tell: by when, end: resolved }
    /// ```
    "procedures/asked-twice" { severity: Warning, run: check }
}

fn check(cx: &mut Context<'_>) {
    for flow in flows(&cx.project.procedures) {
        at_hand(cx, &flow);
        let (order, forward) = flow.graph.forward(0);
        for asked in asked(cx, &flow).into_values().filter(|asked| asked.len() > 1) {
            if let Some((earlier, later)) = pair(&asked, &order, &forward) {
                report(cx, &flow, earlier, later);
            }
        }
    }
}

/// An item that a step asks for.
#[derive(Clone, Copy)]
struct Asked<'a> {
    step: usize,
    item: &'a Spanned<String>,
}

/// What steps ask for, by the words that are compared.
fn asked<'a>(cx: &Context<'_>, flow: &Flow<'a>) -> BTreeMap<String, Vec<Asked<'a>>> {
    let source = cx.source_language();
    let mut all: BTreeMap<String, Vec<Asked<'a>>> = BTreeMap::new();
    for (step, entry) in flow.steps.iter().enumerate() {
        for item in entry.ask_for.iter().filter_map(|text| text.value.best(source, source)) {
            all.entry(compared(item)).or_default().push(Asked { step, item });
        }
    }
    all
}

fn compared(text: &str) -> String {
    one_line(&text.to_lowercase().replace('ё', "е"))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first two of `asked` that lie one behind the other.
fn pair<'a>(
    asked: &[Asked<'a>],
    order: &[usize],
    forward: &crate::check::graph::Graph,
) -> Option<(Asked<'a>, Asked<'a>)> {
    let at = |step: usize| asked.iter().filter(move |asked| asked.step == step).copied();
    let mut before: BTreeMap<usize, Asked<'a>> = BTreeMap::new();
    let holders: BTreeMap<usize, ()> = asked.iter().map(|asked| (asked.step, ())).collect();
    for step in order {
        let mut earlier = before.get(step).copied();
        if holders.contains_key(step) {
            for here in at(*step) {
                if let Some(earlier) = earlier {
                    return Some((earlier, here));
                }
                earlier = Some(here);
            }
        }
        if let Some(earlier) = earlier {
            forward.after(*step).iter().for_each(|to| {
                before.entry(*to).or_insert(earlier);
            });
        }
    }
    None
}

fn report(cx: &mut Context<'_>, flow: &Flow<'_>, earlier: Asked<'_>, later: Asked<'_>) {
    let way = match earlier.step == later.step {
        true => vec![earlier.step],
        false => flow.graph.way(earlier.step, |step| step == later.step).unwrap_or_default(),
    };
    let ids = flow.ids(&way);
    let message = format!("`{}` asks the customer twice for `{}`", flow.procedure.id, one_line(later.item));
    let finding = cx
        .finding(later.item.span, message)
        .label("asked again here")
        .also(earlier.item.span, "asked first here")
        .help("keep the first question, and let that step record the answer for those who follow")
        .arg("procedure", flow.procedure.id.as_str())
        .arg("item", later.item.value.as_str())
        .arg("path", ids.clone())
        .arg("witness", in_words(&ids));
    cx.report(finding);
}

/// What the customer is asked for though the role that asks has it at hand.
fn at_hand(cx: &mut Context<'_>, flow: &Flow<'_>) {
    let source = cx.source_language().to_owned();
    for step in flow.steps {
        // Where any of several roles may do the step, some of them may not have it at hand.
        let [role] = flow.roles(step)[..] else { continue };
        let Some(role) = cx.project.roles.find(role) else { continue };
        let seen: BTreeMap<String, Span> = role
            .must_see
            .iter()
            .filter_map(|text| text.value.best(&source, &source))
            .map(|text| (compared(text), text.span))
            .collect();
        for item in step.ask_for.iter().filter_map(|text| text.value.best(&source, &source)) {
            let Some(place) = seen.get(&compared(item)) else { continue };
            let message =
                format!("the customer is asked for `{}`, which `{}` has at hand", one_line(item), role.id);
            let finding = cx
                .finding(item.span, message)
                .also(*place, format!("`{}` sees it here", role.id))
                .help("look it up instead of asking; at most, let the customer confirm it")
                .arg("procedure", flow.procedure.id.as_str())
                .arg("step", step.id.as_str())
                .arg("item", item.value.as_str());
            cx.report(finding);
        }
    }
}
