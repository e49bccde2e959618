//! Flags topics that a profile asks for and that the standard does not treat.

use std::collections::BTreeSet;

use crate::check::presence::Presence;
use crate::check::{Context, rule};
use crate::diagnostic::Finding;
use crate::model::{Requirement, Text};
use crate::source::Span;
use crate::syntax::decode::{Entry, Field};

rule! {
    /// A topic is missing that every standard of this kind has to treat.
    ///
    /// A profile under `use` lists such topics, each with the places where it may be treated; one place is enough.
    /// A topic that belongs to a kind of channel, such as the telephone, has to be treated for a channel of that kind:
    /// a greeting for the store is none for callers. What has come to its end treats nothing.
    ///
    /// A topic that does not fit is left out with a waiver at `requires.` and the name of the topic; the finding
    /// tells the name. `etalon coverage` shows every topic in every channel.
    ///
    /// ## Why it matters
    /// Where the standard is silent, every colleague decides alone, and customers are served by luck.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// standard: { id: shop, title: Customer service standard, version: 1.0.0 }
    /// channels: { phone: { kind: voice } }
    /// requires:
    ///   answering:
    ///     row: R07
    ///     topic: how fast a call is answered
    ///     any_of: response_times.answer
    ///     why: Callers hang up and call somebody else.
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// standard: { id: shop, title: Customer service standard, version: 1.0.0 }
    /// channels: { phone: { kind: voice } }
    /// response_times: { phone: { when: { channel: phone }, answer: 20 s for 80% } }
    /// requires:
    ///   answering:
    ///     row: R07
    ///     topic: how fast a call is answered
    ///     any_of: response_times.answer
    ///     why: Callers hang up and call somebody else.
    /// ```
    "completeness/missing-topic" { severity: Warning, run: check }
}

fn check(cx: &mut Context<'_>) {
    let project = cx.project;
    if project.requires.is_empty() {
        return;
    }
    let presence = Presence::of(project, cx.today);
    // Two profiles may ask for the same thing; one finding about it is enough.
    let mut missing: Vec<(BTreeSet<&str>, Vec<&Entry<Requirement>>)> = Vec::new();
    for requirement in &project.requires {
        let Some(any_of) = requirement.any_of.value().filter(|paths| !paths.is_empty()) else { continue };
        let paths: BTreeSet<&str> = any_of.iter().map(|path| path.value.as_str()).collect();
        // An entry that is there but could not be read is reported already; it may well be the one that is asked for.
        let refused = |path: &&str| project.has_refused(path.split(['.', '=']).next().unwrap_or_default());
        if presence.anywhere(requirement) || paths.iter().any(refused) {
            continue;
        }
        match missing.iter_mut().find(|(known, _)| *known == paths) {
            Some((_, same)) => same.push(requirement),
            None => missing.push((paths, vec![requirement])),
        }
    }
    for (_, same) in missing {
        let finding = finding(cx, &same);
        finding.into_iter().for_each(|finding| cx.report(finding));
    }
}

/// The finding about topics that the same places would treat: the first one speaks for all of them.
fn finding(cx: &Context<'_>, same: &[&Entry<Requirement>]) -> Option<Finding> {
    let requirement = same.first()?;
    let source = cx.source_language();
    let words = |text: &Field<Text>| text.words_in(source).to_owned();
    let topic = match words(&requirement.topic) {
        topic if topic.is_empty() => format!("`{}`", requirement.id),
        // What is no English cannot go on in the sentence.
        topic if is_translated(&requirement.topic, source) => format!("`{topic}`"),
        topic => topic,
    };
    let rows: BTreeSet<&str> = same.iter().filter_map(|one| one.row.value()).map(String::as_str).collect();
    let rows: Vec<&str> = rows.into_iter().collect();
    let row = if rows.is_empty() { String::new() } else { format!(" ({})", rows.join(", ")) };
    let mut help = words(&requirement.why);
    if let Some(add) = requirement.add.value() {
        help.push_str(&format!(" Add, for example: {}", add.trim()));
    }
    let waiver = format!("Where it does not fit, waive this rule at `requires.{}`", requirement.id);
    let message = format!("nothing is said about {topic}{row}");
    let finding = cx.finding(place(cx, requirement), message).help(format!("{help}\n{waiver}").trim());
    let ids: Vec<&str> = same.iter().map(|one| one.id.as_str()).collect();
    Some(finding.arg("requirement", requirement.id.as_str()).arg("requirements", ids).arg("rows", rows))
}

fn is_translated(topic: &Field<Text>, source: &str) -> bool {
    source != "en" && topic.value().is_some_and(|topic| topic.exactly(source, source).is_some())
}

/// Where the standard names the profile; a requirement of its own stands where it is written.
fn place(cx: &Context<'_>, requirement: &Entry<Requirement>) -> Span {
    let pack = cx.project.pack_of(requirement.id_span.file);
    pack.map_or(requirement.id_span, |pack| pack.brought_by)
}
