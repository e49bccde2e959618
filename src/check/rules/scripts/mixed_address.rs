//! Flags scripts that address the customer in a way the company does not.

use crate::check::lexicon::Lexicon;
use crate::check::spoken::{Spoken, own_words, spoken, words};
use crate::check::{Context, rule};
use crate::model::words::word;
use crate::model::{Address, Purpose};
use crate::resolve::Project;
use crate::source::Spanned;

rule! {
    /// A script addresses the customer familiarly where the company is polite, or the other way round.
    ///
    /// ## Why it matters
    /// A company that changes between "вы" and "ты", or between "Pan" and "ty", sounds as if nobody were in charge, and
    /// some customers are offended. Only words that cannot mean anything else are judged, in Latvian, Polish and
    /// Russian; what stands between quotation marks is left out. Without `address:` under `wording:` a text is flagged
    /// only when it mixes both forms itself.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// languages: [ru]
    /// wording: { address: formal }
    /// scripts:
    ///   closing: { purpose: closing, say: Если будут вопросы — мы всегда рады тебе помочь. }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// languages: [ru]
    /// wording: { address: formal }
    /// scripts:
    ///   closing: { purpose: closing, say: Если будут вопросы — мы всегда рады вам помочь. }
    /// ```
    "scripts/mixed-address" { severity: Warning, run: check }
}

fn check(cx: &mut Context<'_>) {
    for spoken in spoken(cx.project) {
        let Some(lexicon) = Lexicon::of(spoken.language) else { continue };
        let own = own_words(spoken.text);
        let formal = first(&lexicon, Address::Formal, &own);
        let informal = first(&lexicon, Address::Informal, &own);
        match wanted(cx.project, spoken.language) {
            Some(address) => {
                let other = if address.value == Address::Formal { informal } else { formal };
                // Announcements and replies that many read say "you" to several people.
                let to_many = address.value == Address::Informal && to_many(&spoken);
                if let Some(found) = other.filter(|_| !to_many) {
                    against_choice(cx, &spoken, &found, &address);
                }
            }
            None => {
                if let (Some(formal), Some(informal)) = (formal, informal) {
                    mixed(cx, &spoken, &formal, &informal);
                }
            }
        }
    }
}

/// The form of address chosen for a language: by the first file that names it.
fn wanted(project: &Project, language: &str) -> Option<Spanned<Address>> {
    let chosen = || project.wording.iter().filter_map(|wording| wording.value.address.value());
    let own = chosen().find_map(|address| address.by_language.find(language));
    let own = own.map(|entry| Spanned::new(entry.value, entry.span));
    own.or_else(|| chosen().find_map(|address| address.all.get()).cloned())
}

fn to_many(spoken: &Spoken<'_>) -> bool {
    let purpose = spoken.script.purpose.value();
    matches!(purpose, Some(Purpose::Voicemail | Purpose::Queue | Purpose::ReviewReply))
}

/// The first word of a text that belongs to a form of address and to nothing else.
fn first(lexicon: &Lexicon, address: Address, text: &str) -> Option<String> {
    let list: Vec<&str> = lexicon.list(word(&address))?.collect();
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let parts = text.split(|c: char| !c.is_alphabetic()).filter(|part| !part.is_empty());
    parts.map(str::to_owned).find(|part| {
        let folded = words(part);
        list.iter().any(|known| match capital(known) {
            true => known == part,
            false => folded.first().is_some_and(|folded| folded == known),
        })
    })
}

fn against_choice(cx: &mut Context<'_>, spoken: &Spoken<'_>, found: &str, address: &Spanned<Address>) {
    let chosen = word(&address.value);
    let message = format!("the script `{}` says `{found}`, but the company is {chosen}", spoken.script.id);
    let finding = cx
        .finding(cx.place_of(found, spoken.text.span), message)
        .also(address.span, "chosen here")
        .help(format!("address the customer in the {chosen} way throughout"))
        .arg("script", spoken.script.id.as_str())
        .arg("language", spoken.language)
        .arg("word", found)
        .arg("address", chosen);
    cx.report(finding);
}

fn mixed(cx: &mut Context<'_>, spoken: &Spoken<'_>, formal: &str, informal: &str) {
    let message =
        format!("the script `{}` says both `{formal}` and `{informal}` to the customer", spoken.script.id);
    let finding = cx
        .finding(cx.place_of(informal, spoken.text.span), message)
        .also(cx.place_of(formal, spoken.text.span), "the polite form here")
        .help("choose one form, and write it under `address:` of `wording:`")
        .arg("script", spoken.script.id.as_str())
        .arg("language", spoken.language)
        .arg("word", informal);
    cx.report(finding);
}
