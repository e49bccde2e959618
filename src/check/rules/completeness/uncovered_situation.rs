//! Flags situations in which nothing gives what every situation must have.

use crate::check::said::and_more;
use crate::check::{Context, rule};

rule! {
    /// In some situations no rule gives what `must_cover` asks for in every situation.
    ///
    /// ## Why it matters
    /// The customer in that situation gets whatever the colleague thinks of. The fewest regions are named that describe all
    /// such situations; what `never_happens` excludes is left out.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// must_cover: { response_times: [first_response] }
    /// situation: { segment: [regular, gold] }
    /// channels: { chat: { kind: chat }, mail: { kind: written } }
    /// response_times:
    ///   chat: { when: { channel: chat }, first_response: 2 min }
    ///   mail-gold: { when: { channel: mail, segment: gold }, first_response: 4 h }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// must_cover: { response_times: [first_response] }
    /// situation: { segment: [regular, gold] }
    /// channels: { chat: { kind: chat }, mail: { kind: written } }
    /// response_times:
    ///   all: { first_response: 1 day }
    ///   chat: { when: { channel: chat }, first_response: 2 min }
    /// ```
    "completeness/uncovered-situation" { severity: Error, run: check }
}

/// How many regions of one attribute are reported; the rest is counted.
const SHOWN: usize = 20;

fn check(cx: &mut Context<'_>) {
    for judged in cx.judged {
        for (asked, found) in &judged.gaps {
            let more = found.more + found.items.len().saturating_sub(SHOWN);
            let last = found.items.len().min(SHOWN).saturating_sub(1);
            for (at, gap) in found.items.iter().take(SHOWN).enumerate() {
                let what = judged.attribute(gap.attribute);
                let region = judged.standard.region_in_words(&gap.region);
                let message = format!("nothing in `{}` says `{what}` for {region}", judged.table());
                let example = judged.standard.in_words(&gap.witness, &[]);
                let more_said = if at == last { and_more(more) } else { String::new() };
                let span = match cx.project.pack_of(asked.file) {
                    Some(pack) => pack.brought_by,
                    None => *asked,
                };
                let mut finding = cx
                    .finding(span, message)
                    .label("asked for here")
                    .help(format!(
                        "for example: {example}. Add a rule for it, or say under `never_happens` that it cannot be{more_said}"
                    ))
                    .arg("attribute", what)
                    .arg("region", judged.standard.conditions(&gap.region))
                    .arg("share", (gap.share * 1e6).round() / 1e6);
                if at == last && more > 0 {
                    finding = finding.arg("more", more);
                }
                let finding = judged.facts(finding, &[], Some(&gap.witness));
                cx.report(finding);
            }
        }
    }
}
