//! Flags figures that fall short of what the law leaves no choice about.

use crate::check::law::Shortfall;
use crate::check::{Context, rule};
use crate::diagnostic::{Finding, Severity};

rule! {
    /// A figure of the standard falls short of a bound of the law.
    ///
    /// Packs of law, such as `law/eu`, hold bounds with their articles, and say what a rule must speak of to be meant:
    /// the time for paying back of a rule about goods that were bought at a distance by somebody who changed their mind,
    /// or the time for solving what is said under the topic `complaint`. Rules of which that is not clear are left alone,
    /// and so are rules about other companies and colleagues. A bound holds from its first to its last day; one that
    /// has been announced is a note. The company may always do better. Where one figure runs on business days and the
    /// other on the calendar, they are compared on the real dates of the coming year.
    ///
    /// This is an aid for whoever writes a standard, and no legal advice: the bounds are not complete, and each one
    /// says how and when it was checked.
    ///
    /// ## Why it matters
    /// A customer who is told a worse right than the law gives goes to the authority, or to court, and wins.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// use: law/pl
    /// situation: { topic: [order, complaint] }
    /// response_times:
    ///   complaint: { when: { topic: complaint }, resolution: 20 days }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// use: law/pl
    /// situation: { topic: [order, complaint] }
    /// response_times:
    ///   complaint: { when: { topic: complaint }, resolution: 10 days }
    ///   order: { when: { topic: order }, resolution: 20 days }
    /// ```
    "floor/below-legal-minimum" { severity: Warning, run: check }
}

fn check(cx: &mut Context<'_>) {
    for shortfall in cx.shortfalls {
        if shortfall.repealed.is_none() && cx.is_own(shortfall.said.span) {
            let finding = finding(cx, shortfall);
            cx.report(finding);
        }
    }
}

fn finding(cx: &Context<'_>, shortfall: &Shortfall<'_>) -> Finding {
    let Shortfall { law, said, bound, worst, .. } = shortfall;
    let at_most = law.at_most.get().is_some();
    let least_or_most = if at_most { "at most" } else { "at least" };
    let coming = law.from.value().filter(|from| from.0 > cx.today);
    let asks = match coming {
        Some(from) => format!("from {} on the law asks for", from.0),
        None => "the law asks for".to_owned(),
    };
    let message =
        format!("`{}` says `{}: {}`; {asks} {least_or_most} {bound}", said.entry, said.key, said.duration);
    let worst = worst.map(|worst| {
        format!(
            "What begins on {} may end on {}; the law ends on {}. ",
            worst.start, worst.standard, worst.law
        )
    });
    let article = cx.article(law);
    let help = format!("{}{article}. This is an aid, not legal advice", worst.unwrap_or_default());
    let mut finding = cx.finding(said.span, message).help(help);
    let figure = law.at_most.span().or(law.at_least.span());
    if let Some(span) = figure {
        finding = finding.also(span, "the bound");
    }
    if coming.is_some() {
        finding.severity = Severity::Info;
    }
    finding.arg("law", law.id.as_str()).arg("said", said.duration.to_string()).arg("bound", bound.as_str())
}
