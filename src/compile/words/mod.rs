//! The words that a handbook prints of itself: labels, units, names of measures, in the language of the reader.
//! Must never hold a word of a company, and never print a key where a language lacks it: English steps in.

mod hours;
mod quantity;

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

pub(super) use quantity::Case;

type Bundle = FluentBundle<FluentResource>;

/// The languages whose words are built in; the first one steps in for all others.
const LANGUAGES: [(&str, &str); 4] = [
    ("en", include_str!("en.ftl")),
    ("ru", include_str!("ru.ftl")),
    ("pl", include_str!("pl.ftl")),
    ("lv", include_str!("lv.ftl")),
];

/// The words of one language.
#[derive(Clone, Copy)]
pub(super) struct Words {
    /// The bundle of the language, then the English one.
    bundles: [Option<&'static Bundle>; 2],
}

/// What fills a gap in a phrase.
pub(super) type Gap<'a> = (&'static str, FluentValue<'a>);

/// The two answers to a question, in a language.
pub fn yes_and_no(language: &str) -> [String; 2] {
    let words = Words::of(language);
    ["yes", "no"].map(|answer| words.say(answer))
}

impl Words {
    /// The words of a language; a region after the language (`pt-BR`) does not matter.
    pub(super) fn of(language: &str) -> Self {
        let primary = language.split(['-', '_']).next().unwrap_or(language);
        let find = |code: &str| parsed().iter().find(|(known, _)| *known == code).map(|(_, bundle)| bundle);
        Words { bundles: [find(primary), find("en")] }
    }

    /// The phrase under a key.
    pub(super) fn say(&self, key: &str) -> String {
        self.fill(key, [])
    }

    /// The phrase under a key, with its gaps filled.
    pub(super) fn fill<'g>(&self, key: &str, gaps: impl IntoIterator<Item = Gap<'g>>) -> String {
        self.find(key, gaps).unwrap_or_else(|| key.to_owned())
    }

    /// The phrase under a key, where there is one. `key.attribute` names a form of the phrase; a language without
    /// that form uses the phrase itself.
    pub(super) fn find<'g>(&self, key: &str, gaps: impl IntoIterator<Item = Gap<'g>>) -> Option<String> {
        let mut filled = FluentArgs::new();
        gaps.into_iter().for_each(|(gap, value)| filled.set(gap, value));
        let (id, form) = key.split_once('.').map_or((key, None), |(id, form)| (id, Some(form)));
        self.bundles.iter().flatten().find_map(|bundle| {
            let message = bundle.get_message(id)?;
            let own = form.and_then(|form| message.get_attribute(form)).map(|form| form.value());
            let pattern = own.or_else(|| message.value())?;
            let mut errors = Vec::new();
            let said = bundle.format_pattern(pattern, Some(&filled), &mut errors).into_owned();
            errors.is_empty().then_some(said)
        })
    }
}

/// The bundles of all languages, read once.
fn parsed() -> &'static [(&'static str, Bundle)] {
    static PARSED: OnceLock<Vec<(&'static str, Bundle)>> = OnceLock::new();
    PARSED.get_or_init(|| LANGUAGES.iter().map(|(code, text)| (*code, bundle(code, text))).collect())
}

/// In the files `~` stands for a space at which no line may break, which could not be seen there.
fn bundle(code: &str, text: &str) -> Bundle {
    // A file with a mistake still gives all its sound phrases, and a test reads the files strictly.
    let text = text.replace('~', "\u{a0}");
    let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, _)| resource);
    let language: LanguageIdentifier = code.parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    bundle
}
