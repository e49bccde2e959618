//! Flags texts that hold nothing but blanks.

use crate::check::{Context, rule};

rule! {
    /// A text has quotation marks and nothing between them.
    ///
    /// ## Why it matters
    /// It looks as if the text were there, and the handbook shows a gap. A text that is still to come is better left
    /// out, so that it is reported as missing.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// languages: [pl, en]
    /// scripts:
    ///   closing: { purpose: closing, say: { pl: "Czy mogę jeszcze w czymś pomóc?", en: "" } }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// languages: [pl, en]
    /// scripts:
    ///   closing:
    ///     purpose: closing
    ///     say: { pl: "Czy mogę jeszcze w czymś pomóc?", en: "Is there anything else I can help with?" }
    /// ```
    "translations/empty-text" { severity: Warning, run: check }
}

fn check(cx: &mut Context<'_>) {
    let project = cx.project;
    let mut empty = Vec::new();
    project.texts(&mut |_, text| {
        empty.extend(text.versions().iter().filter(|version| version.text.trim().is_empty()));
    });
    for version in empty {
        let (message, place) = match &version.language {
            Some(language) => (format!("the `{}` text is empty", language.value), language.span),
            None => ("the text is empty".to_owned(), version.text.span),
        };
        let finding =
            cx.finding(place, message).also(version.text.span, "nothing between the quotation marks");
        cx.report(finding.help("write the text, or remove the line"));
    }
}
