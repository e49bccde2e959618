//! Flags scripts that address the customer in a way the company does not.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::lexicon::Lexicon;
use crate::check::spoken::{Spoken, is_letter, one_spelling, own_words, spoken};
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
    let mut forms: BTreeMap<&str, [Forms; 2]> = BTreeMap::new();
    for spoken in spoken(cx.project) {
        let [formal, informal] = forms.entry(spoken.language).or_insert_with(|| {
            [Address::Formal, Address::Informal].map(|address| Forms::of(spoken.language, address))
        });
        if formal.words.is_empty() && informal.words.is_empty() {
            continue;
        }
        let own = own_words(spoken.text);
        let (formal, informal) = (formal.first_in(&own), informal.first_in(&own));
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

/// The words by which a form of address is known for certain.
struct Forms {
    /// Words that count only as they are written, capital letter included, and words that count in any case.
    words: BTreeSet<&'static str>,
}

impl Forms {
    fn of(language: &str, address: Address) -> Self {
        let list = Lexicon::of(language).and_then(|lexicon| lexicon.list(word(&address)));
        Forms { words: list.into_iter().flatten().collect() }
    }

    /// The first word of a text that belongs to this form of address and to no other.
    fn first_in(&self, text: &str) -> Option<String> {
        let mut folded = String::new();
        let mut known = |part: &&str| {
            folded.clear();
            folded.extend(part.chars().flat_map(char::to_lowercase).map(one_spelling));
            self.words.contains(part) || self.words.contains(folded.as_str())
        };
        let mut parts = text.split(|c: char| !is_letter(c)).filter(|part| !part.is_empty());
        parts.find(&mut known).map(str::to_owned)
    }
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
