//! Flags limits that a word beside them takes back.

use crate::check::lexicon::{Known, Listed};
use crate::check::marked::Marked;
use crate::check::{Context, rule};

rule! {
    /// A figure is given to customers, and a word beside it says that it need not hold.
    ///
    /// ## Why it matters
    /// "About two hours" has no end: after two hours and ten minutes nobody knows whether the promise is broken. An
    /// average says nothing about the one customer who reads it, and an aim is a wish. A word that shows on which side
    /// of the figure the limit lies settles it: "at most three hours". Scripts that say how long somebody waits on the
    /// line may estimate.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// scripts:
    ///   update: { purpose: update, say: The repair takes about two weeks. }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// scripts:
    ///   update: { purpose: update, say: "The repair takes about two weeks, at most 20 days." }
    ///   hold: { purpose: hold, say: This takes about two minutes. May I put you on hold? }
    /// ```
    "wording/loose-limit" { severity: Info, run: check }
}

fn check(cx: &mut Context<'_>) {
    let words = cx.words;
    for marked in &words.marked {
        if may_estimate(cx, marked) {
            continue;
        }
        let Some(lexicon) = words.lexicons.language(marked.language) else { continue };
        for hit in marked.hits.iter().filter(|hit| hit.tag.list == Listed::Loose) {
            if let (Some(known), Some(found)) = (lexicon.known(hit.tag), marked.text.get(hit.place.clone())) {
                report(cx, marked, known, found);
            }
        }
    }
}

/// Whether the words are said to somebody who waits on the line: an estimate is what they want to hear.
fn may_estimate(cx: &Context<'_>, marked: &Marked<'_>) -> bool {
    use crate::model::Purpose::{Hold, Queue, Transfer};
    let purpose = || cx.project.scripts.find(marked.entry())?.purpose.value().copied();
    marked.path.first() == Some(&"scripts") && matches!(purpose(), Some(Hold | Queue | Transfer))
}

fn report(cx: &mut Context<'_>, marked: &Marked<'_>, known: &Known, found: &str) {
    let help = match &known.instead {
        Some(instead) => format!("say where the limit lies: `{instead}`"),
        None => "say where the limit lies: `at most …`, `no later than …`".to_owned(),
    };
    let message = format!("{} says `{found}`, so the figure binds nobody", marked.owner());
    let finding = cx.finding(cx.place_of(found, marked.text.span), message).help(help);
    let path = marked.path.join(".");
    cx.report(finding.arg("path", path).arg("language", marked.language).arg("words", found));
}
