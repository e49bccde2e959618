//! Flags promises that are stricter than their own aim or limit.

use crate::check::{Context, rule};
use crate::situation::Relation;
use crate::situation::standard::Comparison;
use crate::time::Figure;

rule! {
    /// The aim of a promise is slower than the promise itself, or its last limit comes before it.
    ///
    /// ## Why it matters
    /// The aim is what is desired, the promise what is still acceptable; between them lies the zone of tolerance. The other
    /// way round, a team that reaches its aim breaks the promise.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// response_times:
    ///   chat: { first_response: { promise: 30 s, aim: 90 s } }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// response_times:
    ///   chat: { first_response: { promise: 90 s, aim: 30 s } }
    ///   phone: { answer: { promise: 20 s for 80%, aim: 15 s for 90%, at_most: 60 s } }
    /// ```
    "conflict/aim-behind-promise" { severity: Error, run: check }
}

fn check(cx: &mut Context<'_>) {
    let ring_seconds = cx.project.ring_seconds();
    for rule in &cx.project.response_times {
        for promise in rule.promises.iter() {
            let Some(promised) = promise.value.promise.get() else { continue };
            let measure = cx.project.measures.find(&promise.id);
            let longer_is_better = measure.is_some_and(|own| own.longer_is_better.value() == Some(&true));
            let comparison = Comparison { ring_seconds, longer_is_better };
            let aim = promise
                .value
                .aim
                .get()
                .filter(|aim| comparison.figures(&aim.value, &promised.value) == Relation::Worse);
            let limit = promise.value.at_most.get().filter(|limit| {
                let within = Figure::Within(limit.value);
                let promised = promised.value.within().map(Figure::Within);
                promised.is_some_and(|promised| comparison.figures(&within, &promised) == Relation::Better)
            });
            let aim = aim.map(|aim| (aim.span, aim.value.to_string(), "aim", "slower than what it promises"));
            let limit =
                limit.map(|limit| (limit.span, limit.value.to_string(), "at_most", "below what it promises"));
            for (span, value, key, how) in aim.into_iter().chain(limit) {
                let message = format!("`{key}` of `{}` is {value}, {how}: {}", promise.id, promised.value);
                let finding = cx
                    .finding(span, message)
                    .also(promised.span, "the promise")
                    .help("exchange the two figures, or correct one of them")
                    .arg("rules", vec![rule.id.as_str()])
                    .arg("attribute", promise.id.as_str());
                cx.report(finding);
            }
        }
    }
}
