//! Flags scripts that say what must never be said.

use crate::check::lexicon::{Known, Listed};
use crate::check::marked::Marked;
use crate::check::{Context, rule};

rule! {
    /// A script contains words that the standard forbids.
    ///
    /// ## Why it matters
    /// Staff are told never to say these words, and the script makes them say them. Whole words are compared, letter
    /// case apart; `*` at the end of a word stands for any ending, `..` for up to four further words. What stands
    /// between quotation marks, as a customer's own words do, is left out. The packs `wording/en`, `wording/lv`,
    /// `wording/pl` and `wording/ru` bring lists to start from.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// wording: { never_say: { en: [calm down, that's not my job] } }
    /// scripts:
    ///   apology: { purpose: apology, say: "Please calm down, I will look into this." }
    /// ```
    ///
    /// Forms of the same phrase, with what is better:
    /// ```yaml,flagged
    /// wording:
    ///   never_say:
    ///     en: [{ words: [we ran out, we are out of *], instead: "It is back on Friday. May I put one aside for you?" }]
    /// scripts:
    ///   refusal: { purpose: refusal, say: "Sorry, we are out of those." }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// wording: { never_say: { en: [calm down, that's not my job] } }
    /// scripts:
    ///   apology: { purpose: apology, say: I am sorry. I will look into this., never: [say calm down] }
    /// ```
    "scripts/forbidden-words" { severity: Warning, run: check }
}

fn check(cx: &mut Context<'_>) {
    let words = cx.words;
    for marked in &words.marked {
        for hit in marked.hits.iter().filter(|hit| hit.tag.list == Listed::Never) {
            let known = words.lexicons.language(marked.language).and_then(|lexicon| lexicon.known(hit.tag));
            if let Some(known) = known {
                report(cx, marked, known, marked.text.get(hit.place.clone()).unwrap_or_default());
            }
        }
    }
}

fn report(cx: &mut Context<'_>, marked: &Marked<'_>, known: &Known, found: &str) {
    let help = match &known.instead {
        Some(instead) => format!("say `{instead}` instead"),
        None => "say it in other words".to_owned(),
    };
    let owner = marked.owner();
    let said = found.split_whitespace().collect::<Vec<_>>().join(" ");
    let message = format!("{owner} says `{said}`, which is never to be said");
    let mut finding = cx.finding(cx.place_of(found, marked.text.span), message);
    if let Some(place) = known.place {
        finding = finding.also(place, "forbidden here");
    }
    let finding = finding
        .help(help)
        .arg("script", marked.entry())
        .arg("language", marked.language)
        .arg("words", known.words.as_str());
    cx.report(finding);
}
