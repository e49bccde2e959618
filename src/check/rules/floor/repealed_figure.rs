//! Flags figures and texts that follow a law which is no longer in force.

use crate::check::cut::Cut;
use crate::check::phrases::Phrases;
use crate::check::spoken::versions;
use crate::check::{Context, rule};
use crate::diagnostic::Finding;
use crate::model::LegalMinimum;
use crate::source::Span;
use crate::syntax::decode::Entry;

rule! {
    /// A figure or a text follows a law that is no longer in force.
    ///
    /// Packs of law keep what was the rule until some day. A figure that falls short of the law of today and was right
    /// under the law of that time is named as such, and so are texts that still promise it or cite the act.
    ///
    /// This is an aid for whoever writes a standard, and no legal advice.
    ///
    /// ## Why it matters
    /// Old law is copied from page to page for years. A customer who knows the new one has an easy case.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// use: law/pl
    /// situation: { topic: [order, complaint] }
    /// response_times:
    ///   complaint: { when: { topic: complaint }, resolution: 30 days }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// use: law/pl
    /// situation: { topic: [order, complaint] }
    /// response_times:
    ///   complaint: { when: { topic: complaint }, resolution: 14 days }
    /// ```
    "floor/repealed-figure" { severity: Warning, run: check }
}

fn check(cx: &mut Context<'_>) {
    for shortfall in cx.shortfalls {
        let (Some(old), said) = (shortfall.repealed, &shortfall.said) else { continue };
        if cx.is_own(said.span) {
            let finding = finding(cx, old, Some(shortfall.law), said.span, &format!("{}", said.duration));
            cx.report(finding);
        }
    }
    for (old, span, text) in texts(cx) {
        let new = cx.project.legal_minimums.iter().find(|law| {
            law.about.value() == old.about.value()
                && law.id_span.file == old.id_span.file
                && law.until.is_absent()
        });
        let finding = finding(cx, old, new, span, &text);
        cx.report(finding);
    }
}

/// The places in texts of the standard at which a row of the past is recognised.
fn texts<'a>(cx: &Context<'a>) -> Vec<(&'a Entry<LegalMinimum>, Span, String)> {
    let project = cx.project;
    let ended = |law: &&Entry<LegalMinimum>| law.until.value().is_some_and(|until| until.0 < cx.today);
    let mut known: Vec<(&Entry<LegalMinimum>, &str, Phrases<()>)> = Vec::new();
    for law in project.legal_minimums.iter().filter(ended) {
        for language in law.recognised_by.value().into_iter().flat_map(|languages| languages.iter()) {
            let patterns = language.value.iter().map(|pattern| (pattern.value.as_str(), ()));
            known.push((law, &language.id, Phrases::of(patterns)));
        }
    }
    let mut found = Vec::new();
    if known.is_empty() {
        return found;
    }
    project.texts(&mut |_, text| {
        for (language, version) in versions(text, project.source_language()) {
            let main = language.split('-').next().unwrap_or(language);
            let cut = Cut::of(&version.value);
            for (law, _, phrases) in known.iter().filter(|(_, language, _)| *language == main) {
                if let Some(hit) = phrases.hits(cut.whole(), |_, _| true).into_iter().next() {
                    let said = version.value.get(hit.place).unwrap_or_default();
                    found.push((*law, cx.place_of(said, version.span), "what is said here".to_owned()));
                }
            }
        }
    });
    found.retain(|(_, span, _)| cx.is_own(*span));
    found
}

fn finding(
    cx: &Context<'_>,
    old: &Entry<LegalMinimum>,
    new: Option<&Entry<LegalMinimum>>,
    span: Span,
    said: &str,
) -> Finding {
    let until = old.until.value().map(|until| until.0.to_string()).unwrap_or_default();
    let message = match said.chars().next().is_some_and(|first| first.is_ascii_digit()) {
        true => format!("`{said}` was the rule until {until}"),
        false => format!("{said} was the rule until {until}"),
    };
    let now = new.map(|law| format!("Now it is: {}. ", cx.article(law))).unwrap_or_default();
    let note = match old.note.words_in(cx.source_language()) {
        "" => String::new(),
        note => format!("{note} "),
    };
    let finding = cx.finding(span, message).help(format!("{now}{note}This is an aid, not legal advice"));
    let finding = finding.also(old.until.span().unwrap_or(old.id_span), "the rule of that time");
    finding.arg("law", old.id.as_str()).arg("until", until)
}
