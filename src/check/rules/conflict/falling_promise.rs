//! Flags promises that get worse along a rising dimension.

use crate::check::said::and_more;
use crate::check::{Context, rule};

rule! {
    /// A customer with a higher value of a dimension that is declared `rising` fares worse than one with a lower value, all
    /// else equal.
    ///
    /// ## Why it matters
    /// Gold customers pay for being served first, and an outage is more urgent than a question. When the higher one waits
    /// longer, the order of the standard is upside down. Two situations prove it that differ in this dimension alone.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// situation: { segment: { values: [regular, gold], rising: true } }
    /// response_times:
    ///   all: { first_response: 2 h }
    ///   gold: { when: { segment: gold }, first_response: 4 h }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// situation: { segment: { values: [regular, gold], rising: true } }
    /// response_times:
    ///   all: { first_response: 4 h }
    ///   gold: { when: { segment: gold }, first_response: 2 h }
    /// ```
    "conflict/falling-promise" { severity: Error, run: check }
}

fn check(cx: &mut Context<'_>) {
    for judged in cx.judged {
        let last = judged.falling.items.len().saturating_sub(1);
        for (at, item) in judged.falling.items.iter().enumerate() {
            let (Some(span), Some(other)) =
                (judged.given_at(item.attribute, item.worse), judged.given_at(item.attribute, item.better))
            else {
                continue;
            };
            let Some(dimension) = judged.standard.table.space.dimensions.get(item.dimension) else {
                continue;
            };
            let value =
                |point: &[i64]| point.get(item.dimension).map(|at| dimension.word(*at)).unwrap_or_default();
            let (low, high) = (value(&item.lower), value(&item.higher));
            let measure = judged.attribute(item.attribute);
            let (worse, better) =
                (judged.given(item.attribute, item.worse), judged.given(item.attribute, item.better));
            let message = format!(
                "`{high}` fares worse than `{low}`: {worse} against {better} for `{measure}`, though `{}` is rising",
                dimension.name
            );
            let situation = judged.standard.in_words(&item.higher, &[item.worse, item.better]);
            let more = if at == last { and_more(judged.falling.more) } else { String::new() };
            let help = format!(
                "for example: {situation}. Promise `{high}` at least what `{low}` gets, or take `rising` away from `{}`{more}",
                dimension.name
            );
            let finding = cx
                .finding(span, message)
                .label(format!("{worse} for `{high}`"))
                .also(other, format!("{better} for `{low}`"))
                .help(help)
                .arg("attribute", measure)
                .arg("dimension", dimension.name.as_str())
                .arg("lower", judged.witness(&item.lower));
            let finding = judged.facts(finding, &[item.worse, item.better], Some(&item.higher));
            cx.report(finding);
        }
    }
}
