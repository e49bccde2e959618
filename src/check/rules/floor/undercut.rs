//! Flags rules that win with less than a floor asks for.

use crate::check::said::and_more;
use crate::check::{Context, rule};

rule! {
    /// A rule promises less than a floor of the same table in a situation in which the floor binds.
    ///
    /// ## Why it matters
    /// `floor: true` marks what nothing may undercut: a law, a franchise contract, a minimum of the group. The rule that
    /// counts in a situation is held against every floor that holds there; being better is always allowed.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// situation: { topic: [order, complaint] }
    /// response_times:
    ///   law: { when: { topic: complaint }, floor: true, cite: "Consumer Rights Act, art. 7a", resolution: 14 days }
    ///   all: { resolution: 30 days }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// situation: { topic: [order, complaint] }
    /// response_times:
    ///   law: { when: { topic: complaint }, floor: true, cite: "Consumer Rights Act, art. 7a", resolution: 14 days }
    ///   all: { resolution: 30 days }
    ///   complaint: { when: { topic: complaint }, resolution: 10 days }
    /// ```
    "floor/undercut" { severity: Error, run: check }
}

fn check(cx: &mut Context<'_>) {
    for judged in cx.judged {
        let last = judged.undercuts.items.len().saturating_sub(1);
        for (at, item) in judged.undercuts.items.iter().enumerate() {
            let (Some(span), Some(floor)) =
                (judged.given_at(item.attribute, item.rule), judged.given_at(item.attribute, item.floor))
            else {
                continue;
            };
            let what = judged.attribute(item.attribute);
            let (own, bound) =
                (judged.given(item.attribute, item.rule), judged.given(item.attribute, item.floor));
            let cite = cite(cx, judged.table(), judged.id(item.floor));
            let source = cite.as_ref().map(|cite| format!(" ({cite})")).unwrap_or_default();
            let message = format!(
                "`{}` gives {own} for `{what}`, the floor `{}` asks for {bound}{source}",
                judged.id(item.rule),
                judged.id(item.floor)
            );
            let situation = judged.standard.in_words(&item.witness, &[item.rule, item.floor]);
            let more = if at == last { and_more(judged.undercuts.more) } else { String::new() };
            let mut finding = cx
                .finding(span, message)
                .label("less than the floor")
                .also(floor, "the floor")
                .help(format!("for example: {situation}. Give at least what the floor asks for there{more}"))
                .arg("attribute", what);
            if let Some(cite) = cite {
                finding = finding.arg("cite", cite);
            }
            let finding = judged.facts(finding, &[item.rule, item.floor], Some(&item.witness));
            cx.report(finding);
        }
    }
}

fn cite(cx: &Context<'_>, table: &str, floor: &str) -> Option<String> {
    let source = cx.source_language();
    let promise = cx.project.response_times.find(floor).filter(|_| table == "response_times");
    let decision = cx.project.decision_tables().find(|(name, _)| *name == table);
    let decision = decision.and_then(|(_, decision)| decision.rules.value()?.find(floor));
    let cite = promise.map(|rule| &rule.cite).or(decision.map(|rule| &rule.cite))?;
    Some(cite.words_in(source)).filter(|cite| !cite.is_empty()).map(str::to_owned)
}
