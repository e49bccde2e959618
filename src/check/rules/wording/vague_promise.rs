//! Flags promises that say neither by when, nor how often, nor what for certain.

use crate::check::lexicon::{Known, Listed};
use crate::check::marked::Marked;
use crate::check::promised::limited_beside;
use crate::check::{Context, rule};
use crate::model::Lacking;
use crate::model::words::word;

rule! {
    /// Words such as "soon", "regularly" or "if possible" stand where a promise should be.
    ///
    /// ## Why it matters
    /// "As soon as possible" is today to the customer who waits and next week to the colleague who is busy, and nobody
    /// can be held to it. A limit in the same sentence makes it a promise: a time of the clock, a day, "within two
    /// hours", `{deadline}`; so does `within:` beside a step and `every:` beside a checklist.
    ///
    /// Judged is what customers hear, read, are told or are given, and what staff have to do. Effort ("we will do our
    /// best") and escapes ("if possible") are judged towards customers alone: staff may be told to try.
    /// Left out are questions, requests, wishes of the customer, bans, quotations, titles, remarks and definitions.
    ///
    /// The words of English, Latvian, Polish and Russian are known; your own stand under `vague:` of `wording:`, and
    /// phrases that are fine although such words stand in them under `harmless:`. `*` at the end of a word stands for
    /// any ending, `..` for up to four further words.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// scripts:
    ///   update: { purpose: update, say: We are looking into it and will get back to you as soon as possible. }
    /// ```
    ///
    /// What staff have to do:
    /// ```yaml,flagged
    /// conduct:
    ///   messages: { do: [call customers back promptly] }
    /// ```
    ///
    /// A word of the company's own:
    /// ```yaml,flagged
    /// wording: { vague: { en: [in a jiffy] } }
    /// scripts:
    ///   hold: { purpose: hold, say: I will be with you in a jiffy. }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// scripts:
    ///   update: { purpose: update, say: "We will get back to you as soon as possible, by {deadline} at the latest." }
    ///   request: { purpose: other, say: "Please let us know as soon as possible whether Friday suits you." }
    /// conduct:
    ///   messages: { do: [call customers back within two hours] }
    /// ```
    "wording/vague-promise" { severity: Warning, run: check }
}

fn check(cx: &mut Context<'_>) {
    let words = cx.words;
    for marked in &words.marked {
        let Some(lexicon) = words.lexicons.language(marked.language) else { continue };
        for hit in &marked.hits {
            let Listed::Vague(lacks) = hit.tag.list else { continue };
            let timed = matches!(lacks, Lacking::Time | Lacking::Frequency);
            let found = marked.text.get(hit.place.clone());
            if let (Some(known), Some(found)) = (lexicon.known(hit.tag), found)
                && !(timed && limited_beside(cx.project, &marked.path))
            {
                report(cx, marked, known, lacks, found);
            }
        }
    }
}

fn report(cx: &mut Context<'_>, marked: &Marked<'_>, known: &Known, lacks: Lacking, found: &str) {
    let (without, help) = match lacks {
        Lacking::Time => {
            ("without saying by when", "name a limit, such as `within 2 hours` or `by {deadline}`")
        }
        Lacking::Frequency => ("without saying how often", "say how often or when, such as `every 2 hours`"),
        Lacking::Result => ("which promises an effort and no result", "say what will be done, and by when"),
        Lacking::Terms => ("without saying when it holds", "say in which cases it holds and in which not"),
    };
    let help = match &known.instead {
        Some(instead) => format!("{help}: `{instead}`"),
        None => help.to_owned(),
    };
    let joint = if lacks == Lacking::Result { ", " } else { " " };
    let message = format!("{} says `{found}`{joint}{without}", marked.owner());
    let mut finding = cx.finding(cx.place_of(found, marked.text.span), message).help(help);
    // Only the company's own list is worth a look; what comes with the program is vague for everybody.
    if let Some(place) = known.place.filter(|place| cx.is_own(*place)) {
        finding = finding.also(place, "listed here");
    }
    let path = marked.path.join(".");
    let finding = finding.arg("path", path).arg("language", marked.language).arg("words", found);
    cx.report(finding.arg("lacks", word(&lacks)));
}
