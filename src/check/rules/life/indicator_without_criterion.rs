//! Flags behaviours that cannot be observed as they are written.

use crate::check::{Context, rule};

rule! {
    /// A behaviour is demanded, but nothing says how an observer sees it.
    ///
    /// ## Why it matters
    /// Two people who score the same conversation for "friendliness" arrive at two results, and the colleague who is
    /// scored can only argue. What is seen or heard can be learnt, shown and scored.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// behaviours:
    ///   listening: { means: is a good listener, weight: 2 }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// behaviours:
    ///   listening: { means: lets the customer finish, observed_as: no interruption in the recording, weight: 2 }
    /// ```
    "life/indicator-without-criterion" { severity: Warning, run: check }
}

fn check(cx: &mut Context<'_>) {
    for behaviour in &cx.project.behaviours {
        if behaviour.observed_as.is_absent() {
            let message = format!("nothing says how an observer recognises the behaviour `{}`", behaviour.id);
            let finding = cx
                .finding(behaviour.id_span, message)
                .help("add `observed_as:` with what is seen or heard when the behaviour is shown")
                .arg("behaviour", behaviour.id.as_str());
            cx.report(finding);
        }
    }
}
