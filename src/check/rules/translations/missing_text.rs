//! Flags texts that do not exist in every language of the standard.

use crate::check::{Context, rule};
use crate::diagnostic::listed;
use crate::model::Text;
use crate::resolve::Project;

rule! {
    /// A text is missing in one of the languages of the standard.
    ///
    /// ## Why it matters
    /// Whoever reads the handbook in that language finds a foreign sentence in the middle of it, and whoever serves
    /// customers in it has to translate while the customer waits. A text without languages counts as written in the
    /// first of `languages`. Names, addresses, links and numbers need no translation.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// languages: [pl, en]
    /// scripts:
    ///   closing: { purpose: closing, say: { pl: "Czy mogę jeszcze w czymś pomóc?" } }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// languages: [pl, en]
    /// scripts:
    ///   closing:
    ///     purpose: closing
    ///     say: { pl: "Czy mogę jeszcze w czymś pomóc?", en: "Is there anything else I can help with?" }
    /// ```
    "translations/missing-text" { severity: Warning, run: check }
}

fn check(cx: &mut Context<'_>) {
    let project = cx.project;
    let languages = project.language_codes();
    if languages.len() < 2 {
        return;
    }
    let mut lacking: Vec<(String, &Text, Vec<&str>)> = Vec::new();
    // Whether some text is there in every language; then no language is absent, and there is no need to look again.
    let mut complete = false;
    project.texts(&mut |path, text| {
        let missing = missing(&languages, text);
        if missing.is_empty() && complete {
            return;
        }
        let own = text.versions().first().is_some_and(|first| cx.is_own(first.text.span));
        if !own || is_exempt(project, path, text) {
            return;
        }
        complete |= missing.is_empty();
        if !missing.is_empty() {
            lacking.push((shown(path), text, missing));
        }
    });
    let texts = lacking.len();
    let lacks = |code: &str| lacking.iter().all(|(.., missing)| missing.contains(&code));
    let absent: Vec<&str> =
        languages.iter().copied().filter(|code| !complete && texts >= MANY && lacks(code)).collect();
    absent.iter().for_each(|code| untranslated(cx, code, texts));
    for (path, text, mut missing) in lacking {
        missing.retain(|code| !absent.contains(code));
        if !missing.is_empty() {
            report(cx, &path, text, &missing);
        }
    }
}

/// From so many texts on a language in which there is none is one finding, and not one for each text.
const MANY: usize = 10;

fn untranslated(cx: &mut Context<'_>, code: &str, texts: usize) {
    let Some(place) = cx.project.languages.iter().find(|language| language.value == code) else { return };
    let message = format!("none of the {texts} texts is written in `{code}`");
    let help = format!(
        "have them translated (`etalon translations export --language {code}`), or take `{code}` out of `languages:`"
    );
    let finding = cx.finding(place.span, message).help(help).arg("languages", vec![code]);
    cx.report(finding.arg("texts", texts));
}

/// The languages that a text does not come in.
fn missing<'l>(languages: &[&'l str], text: &Text) -> Vec<&'l str> {
    let source = languages.first().copied().unwrap_or_default();
    languages.iter().copied().filter(|language| text.exactly(language, source).is_none()).collect()
}

fn report(cx: &mut Context<'_>, path: &str, text: &Text, missing: &[&str]) {
    // A text whose every version was refused has been reported already.
    let Some(first) = text.versions().first() else { return };
    let codes = missing.iter().map(|code| format!("`{code}: …`")).collect::<Vec<_>>().join(" and ");
    let help = match &first.language {
        Some(_) => format!("add {codes}"),
        None => format!("write one text per language: `{}: …` and {codes}", cx.source_language()),
    };
    let message = format!("`{path}` has no text in {}", listed(missing.iter().copied(), 8));
    let finding =
        cx.finding(first.text.span, message).help(help).arg("path", path).arg("languages", missing.to_vec());
    cx.report(finding);
}

/// The keys as the author writes them, joined by dots.
fn shown(path: &[&str]) -> String {
    let written = path.iter().filter(|key| !matches!(**key, "promises" | "further" | "by_language"));
    written.map(|key| if *key == "act" { "do" } else { key }).collect::<Vec<_>>().join(".")
}

/// Whether a text needs no translation: a name, an address, a remark for those who keep the standard.
fn is_exempt(project: &Project, path: &[&str], text: &Text) -> bool {
    let by_place = match path {
        ["standard", "company" | "published_at"] | ["scenarios" | "waive" | "locations", ..] => true,
        ["channels", _, "contact" | "shown_at"] => true,
        [.., "measured_by" | "ask_by" | "by"] => plain(text).is_some_and(|text| !text.contains(' ')),
        [.., "on_alarm"] => plain(text).is_some_and(|id| project.procedures.find(id).is_some()),
        _ => false,
    };
    by_place || text.versions().iter().all(|version| !has_words(&version.text.value))
}

fn plain(text: &Text) -> Option<&str> {
    match text.versions() {
        [only] if only.language.is_none() => Some(only.text.value.trim()),
        _ => None,
    }
}

/// Whether a text contains a word of a language, and not only links, numbers, codes and placeholders.
fn has_words(text: &str) -> bool {
    let mut in_braces = false;
    text.split_whitespace().any(|part| {
        let starts = part.contains('{');
        let skip = in_braces || starts;
        in_braces = (in_braces || starts) && !part.contains('}');
        let link = part.contains("://") || part.contains('@') || part.starts_with("www.");
        let letters = part.chars().filter(|c| c.is_alphabetic()).count();
        let code = part.chars().all(|c| !c.is_alphabetic() || c.is_uppercase());
        !skip && !link && !code && letters > 0
    })
}
