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
    let presence = Presence::of(project);
    // Two profiles may ask for the same thing; one finding about it is enough.
    let mut reported: BTreeSet<BTreeSet<&str>> = BTreeSet::new();
    for requirement in &project.requires {
        let Some(any_of) = requirement.any_of.value().filter(|paths| !paths.is_empty()) else { continue };
        let paths: BTreeSet<&str> = any_of.iter().map(|path| path.value.as_str()).collect();
        // An entry that is there but could not be read is reported already; it may well be the one that is asked for.
        let settled = |path: &&str| {
            let section = path.split(['.', '=']).next().unwrap_or_default();
            presence.has(path) || project.has_refused(section)
        };
        if !paths.iter().any(settled) && reported.insert(paths) {
            let finding = missing(cx, requirement);
            cx.report(finding);
        }
    }
}

fn missing(cx: &Context<'_>, requirement: &Entry<Requirement>) -> Finding {
    let source = cx.source_language();
    let words = |text: &Field<Text>| {
        let text = text.value().and_then(|text| text.best(source, source));
        text.map(|text| text.value.trim().to_owned()).unwrap_or_default()
    };
    let topic = Some(words(&requirement.topic)).filter(|topic| !topic.is_empty());
    let topic = topic.unwrap_or_else(|| format!("`{}`", requirement.id));
    let row = requirement.row.value().map(|row| format!(" ({row})")).unwrap_or_default();
    let why = words(&requirement.why);
    let help = match requirement.add.value() {
        Some(add) => format!("{why} Add, for example: {}", add.trim()),
        None => why,
    };
    let message = format!("nothing is said about {topic}{row}");
    let finding = cx.finding(place(cx, requirement), message).help(help.trim());
    finding.arg("requirement", requirement.id.as_str())
}

/// Where the standard names the profile; a requirement of its own stands where it is written.
fn place(cx: &Context<'_>, requirement: &Entry<Requirement>) -> Span {
    let pack = cx.project.pack_of(requirement.id_span.file);
    pack.map_or(requirement.id_span, |pack| pack.brought_by)
}
