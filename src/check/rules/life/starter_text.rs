//! Flags texts that `etalon init` wrote and nobody has replaced since.

use std::collections::BTreeMap;

use crate::check::{Context, rule};
use crate::resolve::starters::own_texts;

rule! {
    /// A text is still the one that `etalon init` wrote as an example.
    ///
    /// ## Why it matters
    /// A copied standard gives staff steps to follow, and customers no reason to come back. A starter is complete, but
    /// its name, addresses, values and gestures belong to nobody. They are compared word for word, so a text that you
    /// have changed in any way is yours. The findings weigh little on purpose: a new project passes its check, and they
    /// are the list of what to write next.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// standard: { id: shop, company: Your company, title: Customer service standard, version: 1.0.0, owner: manager }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// standard: { id: shop, company: Lindgren and Daughters, title: Customer service standard, version: 1.0.0, owner: manager }
    /// ```
    "life/starter-text" { severity: Info, run: check }
}

fn check(cx: &mut Context<'_>) {
    let project = cx.project;
    let known = own_texts();
    let known: BTreeMap<(&str, &str), &str> =
        known.iter().map(|own| ((own.key, own.text.as_str()), own.advice)).collect();
    let mut found = Vec::new();
    project.texts(&mut |path, text| {
        let Some(key) = path.last() else { return };
        for version in text.versions() {
            if let Some(advice) = known.get(&(*key, version.text.as_str())) {
                found.push((path.join("."), &version.text, *advice));
            }
        }
    });
    for (path, text, advice) in found {
        let finding = cx.finding(text.span, format!("`{path}` still says what `etalon init` wrote there"));
        cx.report(finding.help(advice).arg("path", path).arg("text", text.value.as_str()));
    }
}
