//! Flags scripts without words.

use crate::check::{Context, rule};

rule! {
    /// A script says nothing, asks nothing and tells nobody what to do.
    ///
    /// ## Why it matters
    /// Steps refer to the script, the handbook has a card for it, and the card is empty: each colleague makes up words
    /// of their own, which is what the script was to prevent.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// scripts:
    ///   greeting: { purpose: greeting }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// scripts:
    ///   greeting: { purpose: greeting, say: "Good morning, how can I help?" }
    ///   off-script: { purpose: off-script, do: [ask a colleague and call back within the hour] }
    /// ```
    "scripts/empty-script" { severity: Warning, run: check }
}

fn check(cx: &mut Context<'_>) {
    for script in &cx.project.scripts {
        let words = !script.say.is_absent() || !script.or_say.is_empty() || !script.questions.is_empty();
        if !words && script.act.is_empty() {
            let finding = cx
                .finding(script.id_span, format!("the script `{}` holds no words", script.id))
                .help("add `say:` with the words, `questions:` to ask, or `do:` with what to do")
                .arg("script", script.id.as_str());
            cx.report(finding);
        }
    }
}
