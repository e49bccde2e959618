//! Flags example sentences of the word lists that do not do what they show.

use crate::check::cut::Cut;
use crate::check::lexicon::{Lexicon, Tag};
use crate::check::marked::{judge, only_praises};
use crate::check::phrases::Hit;
use crate::check::promised::Reader;
use crate::check::{Context, rule};
use crate::model::{Qualities, Wording};
use crate::source::{Span, Spanned};
use crate::syntax::decode::{Entry, List};

rule! {
    /// A sentence under `catches:` is not caught by the words it stands with, or one under `accepts:` is.
    ///
    /// ## Why it matters
    /// The sentences are the tests of a word list. Where one fails, the words catch less than was meant, because an
    /// ending is missing, or they catch what everybody may say.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// wording:
    ///   vague:
    ///     en: [{ words: [in a jiffy], catches: I will be back in two jiffies. }]
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// wording:
    ///   vague:
    ///     en:
    ///       - words: [in a jiffy, in two jiff*]
    ///         catches: [I will be back in a jiffy., I will be back in two jiffies.]
    ///         accepts: I will be back in a jiffy, in two minutes at most.
    /// ```
    "wording/untrue-example" { severity: Error, run: check }
}

fn check(cx: &mut Context<'_>) {
    let project = cx.project;
    for wording in &project.wording {
        if !cx.is_own(wording.span) {
            continue;
        }
        for language in project.language_codes() {
            if let Some(lexicon) = cx.words.lexicons.language(language) {
                examples(cx, lexicon, language, &wording.value);
            }
        }
    }
}

fn examples(cx: &mut Context<'_>, lexicon: &Lexicon, language: &str, wording: &Wording) {
    let never = wording.never_say.value().and_then(|lists| lists.find(language));
    let loose = wording.loose.value().and_then(|lists| lists.find(language));
    for phrase in never.into_iter().chain(loose).flat_map(|entry| &entry.value) {
        judge_examples(cx, lexicon, phrase.span, [&phrase.catches, &phrase.accepts]);
    }
    if let Some(entry) = wording.qualities.value().and_then(|lists| lists.find(language)) {
        qualities(cx, lexicon, entry);
    }
    let vague = wording.vague.value().and_then(|lists| lists.find(language));
    for vague in vague.into_iter().flat_map(|entry| &entry.value) {
        judge_examples(cx, lexicon, vague.span, [&vague.catches, &vague.accepts]);
    }
}

/// Texts of the list of qualities are tried as what staff have to do.
fn qualities(cx: &mut Context<'_>, lexicon: &Lexicon, entry: &Entry<Qualities>) {
    for text in entry.catches.iter().filter(|text| !only_praises(lexicon, text)) {
        let help = "add the missing words to `words:` or `empty:`, or change the text";
        report(cx, text, entry.id_span, "is to be caught by these words and is not", help);
    }
    for text in entry.accepts.iter().filter(|text| only_praises(lexicon, text)) {
        let help = "take a word out of `words:` or `empty:`, or change the text";
        report(cx, text, entry.id_span, "is to pass and is caught by these words", help);
    }
}

fn judge_examples(cx: &mut Context<'_>, lexicon: &Lexicon, entry: Span, examples: [&List<String>; 2]) {
    let [catches, accepts] = examples;
    let found = |sentence: &str| judge(lexicon, Cut::of(sentence).whole(), Reader::Listener);
    let own = |hit: &Hit<Tag>| lexicon.known(hit.tag).is_some_and(|known| known.place == Some(entry));
    for sentence in catches {
        // A longer phrase of another entry may stand around the words.
        if found(sentence).is_empty() {
            let help = "add the form of the words that the sentence shows, or change the sentence";
            report(cx, sentence, entry, "is to be caught by these words and is not", help);
        }
    }
    for sentence in accepts {
        if found(sentence).iter().any(own) {
            let help = "write the words so that the sentence passes, or change the sentence";
            report(cx, sentence, entry, "is to pass and is caught by these words", help);
        }
    }
}

fn report(cx: &mut Context<'_>, sentence: &Spanned<String>, entry: Span, what: &str, help: &str) {
    let message = format!("the example `{}` {what}", sentence.value);
    let finding = cx.finding(sentence.span, message).also(entry, "these words").help(help);
    cx.report(finding.arg("example", sentence.value.as_str()));
}
