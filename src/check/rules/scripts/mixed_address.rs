//! Flags scripts that address the customer in a way the company does not.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::check::cut::letter_runs;
use crate::check::spoken::{Spoken, one_spelling, own_words, spoken};
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
    let mut forms: BTreeMap<&str, Forms> = BTreeMap::new();
    for spoken in spoken(cx.project) {
        let forms = forms.entry(spoken.language).or_insert_with(|| Forms::of(cx, spoken.language));
        if forms.words.is_empty() {
            continue;
        }
        // Most texts hold no such word at all, not even in a quotation.
        if forms.first_in(spoken.text) == [None, None] {
            continue;
        }
        let own = own_words(spoken.text);
        let [formal, informal] = forms.first_in(&own);
        match wanted(cx.project, spoken.language) {
            Some(address) => {
                let other = if address.value == Address::Formal { informal } else { formal };
                // Announcements and replies that many read say "you" to several people.
                let to_many = address.value == Address::Informal && to_many(&spoken);
                if let Some(found) = other.filter(|_| !to_many) {
                    against_choice(cx, &spoken, found, &address);
                }
            }
            None => {
                if let (Some(formal), Some(informal)) = (formal, informal) {
                    mixed(cx, &spoken, formal, informal);
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

/// The words by which the two forms of address are known for certain.
struct Forms {
    /// Each word as it may be written, with the form it belongs to. Words that the lists spell with a capital letter
    /// count only so; the others also at the beginning of a sentence.
    words: HashMap<String, Address>,
    /// The letters that these words begin with: most words of a text are told apart by the first one.
    initials: Vec<char>,
}

impl Forms {
    fn of(cx: &Context<'_>, language: &str) -> Self {
        let mut words = HashMap::new();
        for address in [Address::Formal, Address::Informal] {
            let list = cx.words.lexicons.language(language).map(|lexicon| lexicon.form(address));
            for known in list.into_iter().flatten() {
                words.insert(capitalised(known), address);
                words.insert(known.clone(), address);
            }
        }
        let initials: BTreeSet<char> = words.keys().filter_map(|word| word.chars().next()).collect();
        Forms { words, initials: initials.into_iter().collect() }
    }

    /// The first word of a text that belongs to each form: the polite one, the familiar one.
    fn first_in<'t>(&self, text: &'t str) -> [Option<&'t str>; 2] {
        let mut found = [None, None];
        for part in letter_runs(text) {
            let Some(initial) = part.chars().next() else { continue };
            if !self.initials.contains(&one_spelling(initial)) {
                continue;
            }
            let address = match part.contains('ё') {
                true => self.words.get(part.replace('ё', "е").as_str()),
                false => self.words.get(part),
            };
            if let Some(first) =
                address.and_then(|address| found.get_mut(usize::from(*address == Address::Informal)))
            {
                first.get_or_insert(part);
            }
        }
        found
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
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
