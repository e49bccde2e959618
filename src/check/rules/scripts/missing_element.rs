//! Flags scripts whose words lack what they are meant to contain.

use crate::check::cut::Cut;
use crate::check::phrases::Phrases;
use crate::check::placeholders;
use crate::check::spoken::{Spoken, spoken_in, words};
use crate::check::{Context, rule};
use crate::diagnostic::Finding;
use crate::model::words::word;
use crate::model::{Element, Script};
use crate::source::Spanned;
use crate::syntax::decode::Entry;

rule! {
    /// A script is meant to contain something, such as thanks or the name of the company, and its words do not.
    ///
    /// ## Why it matters
    /// Conversations are scored by these elements. A colleague who says exactly what the script says must not lose
    /// points for it. Only what can be recognised is judged: the company, the speaker's name, a greeting, an offer of
    /// help, an apology, thanks, the question whether anything else is needed, and a farewell, in English, Latvian,
    /// Polish and Russian. Words of your own, also for further elements, stand under `elements:` of `wording:`.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// scripts:
    ///   closing:
    ///     purpose: closing
    ///     say: Is there anything else I can help with?
    ///     elements: [anything-else, thanks]
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// scripts:
    ///   closing:
    ///     purpose: closing
    ///     say: Is there anything else I can help with? Thank you for calling.
    ///     elements: [anything-else, thanks]
    /// ```
    ///
    /// With the company's own words:
    /// ```yaml,accepted
    /// wording: { elements: { en: { greeting: [ahoy], consent: ["may I", "are you happy for me to"] } } }
    /// scripts:
    ///   identify:
    ///     purpose: identify
    ///     say: Ahoy! May I ask you two questions to make sure that I speak to the right person?
    ///     elements: [greeting, consent]
    /// ```
    "scripts/missing-element" { severity: Warning, run: check }
}

fn check(cx: &mut Context<'_>) {
    let project = cx.project;
    for script in project.scripts.iter().filter(|script| !script.elements.is_empty()) {
        let own: Vec<Spoken<'_>> = spoken_in(script, project.source_language()).collect();
        for element in &script.elements {
            match own.is_empty() {
                true => no_words(cx, script, element),
                false => judge(cx, script, &own, element),
            }
        }
    }
}

fn judge(cx: &mut Context<'_>, script: &Entry<Script>, own: &[Spoken<'_>], element: &Spanned<Element>) {
    // Questions count with the words: they are asked in the same breath.
    for main in own.iter().filter(|spoken| spoken.main) {
        let same = own.iter().filter(|spoken| spoken.language == main.language);
        let text: Vec<&str> = same.map(|spoken| spoken.text.value.as_str()).collect();
        let text = text.join("\n");
        if contains(cx, script, main.language, &text, element.value) == Some(false) {
            let name = word(&element.value);
            let message = match cx.languages().len() {
                1 => format!("the words of the script `{}` contain no `{name}`", script.id),
                _ => {
                    format!("the `{}` words of the script `{}` contain no `{name}`", main.language, script.id)
                }
            };
            let finding = cx
                .finding(element.span, message)
                .label("is to be part of it")
                .also(main.text.span, "not found here");
            cx.report(finish(finding, script, name).arg("language", main.language));
        }
    }
}

fn finish(finding: Finding, script: &Entry<Script>, element: &str) -> Finding {
    let help = match element {
        "company" => "say `{company}`, or take `company` out of `elements:`".to_owned(),
        "name" => "say `{agent}`, or take `name` out of `elements:`".to_owned(),
        other => format!("put it into words, or take `{other}` out of `elements:`"),
    };
    finding.help(help).arg("script", script.id.as_str()).arg("element", element)
}

fn no_words(cx: &mut Context<'_>, script: &Entry<Script>, element: &Spanned<Element>) {
    let first = script.elements.first().is_some_and(|first| first.span == element.span);
    if first && script.say.is_absent() {
        let message = format!("the script `{}` is meant to contain something, but holds no words", script.id);
        let finding = cx.finding(element.span, message).help("add `say:` with the words");
        cx.report(finding.arg("script", script.id.as_str()).arg("element", word(&element.value)));
    }
}

/// Whether words contain an element; none where that cannot be told.
fn contains(cx: &Context<'_>, script: &Script, language: &str, text: &str, element: Element) -> Option<bool> {
    let lexicon = cx.words.lexicons.language(language)?;
    // A language whose names nobody can recognise is not judged at all.
    let announced = lexicon.element(Element::Name)?;
    let used = placeholders::names(text);
    match element {
        Element::Company => return company(cx, &used, &words(text)),
        Element::Name => return Some(name(announced, script, &used, text)),
        _ => {}
    }
    // A placeholder of the script's own may stand for the very words that are looked for.
    let own = script.placeholders.value().into_iter().flatten();
    if own.map(|entry| entry.id.as_str()).any(|own| used.contains(&own) && own.contains(word(&element))) {
        return None;
    }
    Some(lexicon.element(element)?.any(Cut::of(text).whole()))
}

/// Whether the company is named; a name may be inflected, so words that begin alike count.
fn company(cx: &Context<'_>, used: &[&str], plain: &[String]) -> Option<bool> {
    if used.contains(&"company") {
        return Some(true);
    }
    let names = cx.project.standard.value()?.company.value()?;
    let parts = names.versions().iter().flat_map(|version| words(&version.text.value));
    let stem =
        |part: &str| -> String { part.chars().take(part.chars().count().saturating_sub(2).max(3)).collect() };
    let mut stems = parts.map(|part| stem(&part));
    Some(stems.any(|stem| plain.iter().any(|word| word.starts_with(&stem))))
}

/// Whether somebody gives a name: a placeholder, the words that announce one, or a name itself.
fn name(announced: &Phrases<()>, script: &Script, used: &[&str], text: &str) -> bool {
    let own = script.placeholders.value().into_iter().flatten();
    let filled = own.map(|entry| entry.id.as_str()).chain(["agent", "name", "manager", "customer"]);
    let mut filled = filled.filter(|name| used.contains(name));
    filled.next().is_some() || announced.any(Cut::of(text).whole()) || names_somebody(text)
}

/// Whether a word in the middle of a sentence begins with a capital letter, as names do.
fn names_somebody(text: &str) -> bool {
    let mut starts = true;
    for word in text.split_whitespace() {
        let first = word.chars().find(|c| c.is_alphabetic());
        if !starts && first.is_some_and(char::is_uppercase) && word.chars().count() > 1 {
            return true;
        }
        starts = word.ends_with(['.', '!', '?', ':', '…']);
    }
    false
}
