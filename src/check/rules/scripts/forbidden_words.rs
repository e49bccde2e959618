//! Flags scripts that say what must never be said.

use std::collections::BTreeMap;

use crate::check::spoken::{Spoken, contains, own_words, spoken, words};
use crate::check::{Context, rule};
use crate::resolve::Project;
use crate::source::Spanned;

rule! {
    /// A script contains words that the standard forbids.
    ///
    /// ## Why it matters
    /// Staff are told never to say these words, and the script makes them say them. Whole words are compared, letter
    /// case apart; what stands between quotation marks, as a customer's own words do, is left out.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// wording: { never_say: { en: [calm down, that's not my job] } }
    /// scripts:
    ///   apology: { purpose: apology, say: "Please calm down, I will look into this." }
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
    let project = cx.project;
    let mut phrases: BTreeMap<&str, Vec<Phrase<'_>>> = BTreeMap::new();
    for spoken in spoken(project) {
        let phrases = phrases.entry(spoken.language).or_insert_with(|| {
            forbidden(project, spoken.language)
                .map(|written| Phrase { written, words: words(written) })
                .collect()
        });
        if phrases.is_empty() {
            continue;
        }
        let text = words(&own_words(spoken.text));
        for phrase in phrases.iter().filter(|phrase| contains(&text, &phrase.words)) {
            report(cx, &spoken, phrase.written);
        }
    }
}

/// A forbidden phrase, and its words as they are compared.
struct Phrase<'a> {
    written: &'a Spanned<String>,
    words: Vec<String>,
}

fn forbidden<'a>(project: &'a Project, language: &str) -> impl Iterator<Item = &'a Spanned<String>> {
    let lists = project.wording.iter().filter_map(|wording| wording.value.never_say.value());
    lists.filter_map(move |lists| lists.find(language)).flat_map(|entry| entry.value.iter())
}

fn report(cx: &mut Context<'_>, spoken: &Spoken<'_>, phrase: &Spanned<String>) {
    let instead = cx.project.wording.iter().filter_map(|wording| {
        let lists = wording.value.instead.value()?.find(spoken.language)?;
        let known = lists.value.iter().find(|entry| words(&entry.id) == words(phrase))?;
        Some(known.value.clone())
    });
    let help = match instead.into_iter().next() {
        Some(instead) => format!("say `{instead}` instead"),
        None => "say it in other words".to_owned(),
    };
    let message =
        format!("the script `{}` says `{}`, which is never to be said", spoken.script.id, phrase.value);
    let finding = cx
        .finding(cx.place_of(phrase, spoken.text.span), message)
        .also(phrase.span, "forbidden here")
        .help(help)
        .arg("script", spoken.script.id.as_str())
        .arg("language", spoken.language)
        .arg("words", phrase.value.as_str());
    cx.report(finding);
}
