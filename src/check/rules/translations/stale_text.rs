//! Flags translations that are older than the text they were made from.

use crate::check::{Context, rule};

rule! {
    /// A text has changed since its translation was made.
    ///
    /// ## Why it matters
    /// Two colleagues at the same counter read two different standards, each in their own language, and neither can
    /// know it. `etalon translations record` keeps, under `translations`, a fingerprint of every source text and of
    /// every translation; when the source changes and the translation does not, the translation is stale. The
    /// handbook marks it until it is made anew.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// languages: [pl, en]
    /// scripts:
    ///   closing: { purpose: closing, say: { pl: "Czy mogę jeszcze w czymś pomóc?", en: "Goodbye." } }
    /// translations:
    ///   scripts.closing.say: { en: "0123456789 2b687db629" }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// languages: [pl, en]
    /// scripts:
    ///   closing: { purpose: closing, say: { pl: "Czy mogę jeszcze w czymś pomóc?", en: "Anything else I can do?" } }
    /// translations:
    ///   scripts.closing.say: { en: "0123456789 2b687db629" }
    /// ```
    "translations/stale-text" { severity: Warning, run: check }
}

fn check(cx: &mut Context<'_>) {
    for stale in cx.project.stale_translations() {
        if !cx.is_own(stale.span) {
            continue;
        }
        let message = format!(
            "the `{}` text of `{}` is older than the text it was made from",
            stale.language, stale.key
        );
        let help = "translate it anew; when it still says the same, run `etalon translations record`";
        let finding = cx.finding(stale.span, message).help(help).also(stale.source, "this has changed since");
        cx.report(finding.arg("path", stale.key).arg("language", stale.language));
    }
}
