//! Flags placeholders that nothing fills.

use crate::check::placeholders::{Brace, braces};
use crate::check::spoken::{Spoken, spoken};
use crate::check::{Context, rule};
use crate::diagnostic::nearest;

rule! {
    /// The words of a script contain a placeholder that nobody knows how to fill, or a brace on its own.
    ///
    /// ## Why it matters
    /// What cannot be filled is read out or sent as it stands: "Good morning, {naem}". Known placeholders, such as
    /// `{company}`, `{agent}`, `{name}`, `{order}` or `{date}`, need no explanation; for others the script says under
    /// `placeholders:` what belongs there.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// scripts:
    ///   greeting: { purpose: greeting, say: "Good morning, {compny}, how can I help?" }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// scripts:
    ///   greeting: { purpose: greeting, say: "Good morning, {company}, how can I help?" }
    ///   summary:
    ///     purpose: summary
    ///     say: We bring the {appliance} on {date}.
    ///     placeholders: { appliance: the device as the customer calls it }
    /// ```
    "scripts/unfilled-placeholder" { severity: Error, run: check }
}

/// The placeholders that need no explanation, because everybody who serves customers knows what belongs there.
const KNOWN: [&str; 30] = [
    "address",
    "agent",
    "amount",
    "case",
    "channel",
    "city",
    "company",
    "customer",
    "date",
    "day",
    "deadline",
    "department",
    "email",
    "hours",
    "link",
    "location",
    "manager",
    "name",
    "next_step",
    "number",
    "order",
    "phone",
    "price",
    "product",
    "promise",
    "reason",
    "role",
    "ticket",
    "time",
    "topic",
];

fn check(cx: &mut Context<'_>) {
    for spoken in spoken(cx.project) {
        for brace in braces(spoken.text) {
            match brace {
                Brace::Placeholder(name, _) => unknown(cx, &spoken, name),
                Brace::Stray(text, _) => stray(cx, &spoken, text),
            }
        }
    }
}

fn unknown(cx: &mut Context<'_>, spoken: &Spoken<'_>, name: &str) {
    let declared = || spoken.script.placeholders.value().into_iter().flatten().map(|entry| entry.id.as_str());
    let known = || declared().chain(KNOWN);
    let refused = spoken.script.placeholders.value().is_none() && !spoken.script.placeholders.is_absent();
    if refused || known().any(|known| known == name) {
        return;
    }
    let near = nearest(name, known());
    let help = match near {
        Some(near) => format!("did you mean `{{{near}}}`?"),
        None => format!("say under `placeholders:` of the script what fills it: `{name}: …`"),
    };
    let message = format!("nothing fills `{{{name}}}` in the script `{}`", spoken.script.id);
    let finding = cx
        .finding(cx.place_of(&format!("{{{name}}}"), spoken.text.span), message)
        .help(help)
        .arg("script", spoken.script.id.as_str())
        .arg("language", spoken.language)
        .arg("placeholder", name);
    cx.report(match near {
        Some(near) => finding.arg("suggestion", near),
        None => finding,
    });
}

fn stray(cx: &mut Context<'_>, spoken: &Spoken<'_>, text: &str) {
    let id = &spoken.script.id;
    let (message, help) = match text {
        "{" => {
            (format!("a brace is opened in the script `{id}` and never closed"), "close it, as in `{name}`")
        }
        "}" => (
            format!("a brace is closed in the script `{id}` that was never opened"),
            "open it, as in `{name}`",
        ),
        "{}" => (
            format!("a placeholder in the script `{id}` has no name"),
            "write what belongs there, as in `{name}`",
        ),
        _ if text.starts_with("{{") => (
            format!("a placeholder in the script `{id}` has two braces"),
            "write one brace on each side, as in `{name}`",
        ),
        _ => (
            format!("`{text}` in the script `{id}` is not the name of a placeholder"),
            "write letters, digits and `_` between the braces, as in `{next_step}`",
        ),
    };
    let place = cx.place_of(text, spoken.text.span);
    let finding = cx.finding(place, message).help(help).arg("script", id.as_str());
    cx.report(finding.arg("language", spoken.language));
}
