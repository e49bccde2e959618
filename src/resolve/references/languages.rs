//! Checks that texts come only in the languages of the standard. Missing ones are a matter of `check`.

use std::collections::BTreeSet;

use crate::diagnostic::{Finding, Findings, listed, nearest};
use crate::resolve::Project;
use crate::source::Spanned;
use crate::syntax::decode::Rest;

pub(super) fn check(project: &Project, findings: &mut Findings) {
    codes(project, findings);
    let known: BTreeSet<&str> = project.language_codes().into_iter().collect();
    let mut unknown = Vec::new();
    project.texts(&mut |_, text| {
        let codes = text.versions().iter().filter_map(|version| version.language.as_ref());
        // A pack may speak more languages than the standard that uses it.
        let own = codes.filter(|code| project.pack_of(code.span.file).is_none());
        unknown.extend(own.filter(|code| !known.contains(code.value.as_str())).cloned());
    });
    unknown.extend(word_lists(project).filter(|code| {
        let region = |known: &&str| known.strip_prefix(&code.value).is_some_and(|rest| rest.starts_with('-'));
        !known.contains(code.value.as_str()) && !known.iter().any(region)
    }));
    for code in unknown {
        let message = format!("`{}` is not a language of this standard", code.value);
        let help = match nearest(&code, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!(
                "add it to `languages:`, or use one of {}; if it is no language at all, a text is expected here and not a group of keys",
                listed(known.iter().copied(), 12)
            ),
        };
        let finding = Finding::error("structure/unknown-language", code.span, message).help(help);
        findings.push(finding.arg("language", code.value.as_str()));
    }
}

/// The languages for which the standard itself lists words, each with its place.
fn word_lists(project: &Project) -> impl Iterator<Item = Spanned<String>> {
    fn codes<T>(lists: Option<&Rest<T>>) -> impl Iterator<Item = Spanned<String>> {
        lists.into_iter().flatten().map(|entry| Spanned::new(entry.id.clone(), entry.id_span))
    }
    let own = project.wording.iter().filter(|wording| project.pack_of(wording.span.file).is_none());
    own.flat_map(|Spanned { value: wording, .. }| {
        codes(wording.never_say.value())
            .chain(codes(wording.instead.value()))
            .chain(codes(wording.prefer.value()))
            .chain(codes(wording.vague.value()))
            .chain(codes(wording.loose.value()))
            .chain(codes(wording.limits.value()))
            .chain(codes(wording.qualities.value()))
            .chain(codes(wording.no_promise.value()))
            .chain(codes(wording.joins.value()))
            .chain(codes(wording.harmless.value()))
            .chain(codes(wording.times.value()))
            .chain(codes(wording.elements.value()))
            .chain(codes(wording.forms.value()))
            .chain(codes(wording.address.value().map(|address| &address.by_language)))
    })
}

// Codes that people write instead of the right one: of the country, of three letters, or the word itself.
const MISTAKEN: [(&[&str], &str); 12] = [
    (&["ua", "ukr", "ukrainian", "українська"], "uk"),
    (&["rus", "russian", "русский", "рус"], "ru"),
    (&["pol", "polish", "polski", "język polski"], "pl"),
    (&["lav", "lat", "latvian", "latviešu", "latviski"], "lv"),
    (&["lit", "lithuanian", "lietuvių"], "lt"),
    (&["eng", "english", "gb", "us", "angielski", "английский", "angļu"], "en"),
    (&["ger", "deu", "german", "deutsch"], "de"),
    (&["cz", "cze", "ces", "czech"], "cs"),
    (&["ee", "est", "estonian", "eesti"], "et"),
    (&["by", "bel", "belarusian"], "be"),
    (&["fra", "fre", "french"], "fr"),
    (&["spa", "spanish"], "es"),
];

// The codes of `languages:` themselves.
fn codes(project: &Project, findings: &mut Findings) {
    for code in project.languages.iter() {
        let lower = code.value.to_lowercase();
        let meant = MISTAKEN.iter().find(|(words, _)| words.contains(&lower.as_str())).map(|(_, code)| *code);
        let primary = code.value.split('-').next().unwrap_or("");
        let formed = (2..=3).contains(&primary.len()) && primary.chars().all(|c| c.is_ascii_lowercase());
        if formed && meant.is_none() {
            continue;
        }
        let message = format!("`{}` is not the code of a language", code.value);
        let help = match meant {
            Some(meant) => format!("write `{meant}`"),
            None if lower.is_ascii() && lower.len() == 2 => format!("write `{lower}`"),
            None => "write its two letters: `en`, `pl`, `ru`, `lv`".to_owned(),
        };
        let finding = Finding::error("structure/unknown-language", code.span, message).help(help);
        findings.push(finding.arg("language", code.value.as_str()));
    }
}
