//! What is known of translations: which text each was made from, and whether that has changed since.
//! Must never judge a translation itself.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::Project;
use crate::model::Text;
use crate::source::{Span, Spanned};

/// A text of the standard under a name that stays while its entry does.
#[derive(Debug, Clone)]
pub struct NamedText<'a> {
    /// The keys that lead to it, joined by dots, and its place among several under the same keys.
    pub key: String,
    /// The text.
    pub text: &'a Text,
}

/// A translation that is older than the text it was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaleTranslation {
    /// The name of the text.
    pub key: String,
    /// The language.
    pub language: String,
    /// Where the translation stands.
    pub span: Span,
    /// Where the source text stands.
    pub source: Span,
}

impl Project {
    /// Every text of the standard by its name.
    pub fn named_texts(&self) -> Vec<NamedText<'_>> {
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        let mut all = Vec::new();
        self.texts(&mut |path, text| {
            let written = path.iter().filter(|key| !matches!(**key, "promises" | "further" | "by_language"));
            let keys: Vec<&str> = written.map(|key| if *key == "act" { "do" } else { key }).collect();
            let mut key = keys.join(".");
            let at = seen.entry(key.clone()).or_default();
            *at += 1;
            if *at > 1 {
                key = format!("{key}[{at}]");
            }
            all.push(NamedText { key, text });
        });
        all
    }

    /// The translations whose source has changed while they have not.
    pub fn stale_translations(&self) -> Vec<StaleTranslation> {
        let Some(known) = self.translations.value() else { return Vec::new() };
        let source = self.source_language();
        let known: BTreeMap<(&str, &str), &str> = known
            .iter()
            .flat_map(|text| {
                let languages = text.value.iter();
                languages.map(|entry| ((text.id.as_str(), entry.id.as_str()), entry.value.as_str()))
            })
            .collect();
        let mut stale = Vec::new();
        for NamedText { key, text } in self.named_texts() {
            let Some(original) = text.exactly(source, source) else { continue };
            for (language, translation) in translations(text, source) {
                let Some(record) = known.get(&(key.as_str(), language)) else { continue };
                let Some((was, made)) = record.split_once(' ') else { continue };
                if was != fingerprint_of_text(original) && made.trim() == fingerprint_of_text(translation) {
                    let (language, span) = (language.to_owned(), translation.span);
                    stale.push(StaleTranslation { key: key.clone(), language, span, source: original.span });
                }
            }
        }
        stale
    }

    /// The places of all translations that are stale.
    pub fn stale_places(&self) -> BTreeSet<Span> {
        self.stale_translations().into_iter().map(|stale| stale.span).collect()
    }

    /// What is known of all translations when each is taken to say what its source says; those that `keep` names
    /// stay as they are known.
    pub fn record_of_translations(&self, keep: &dyn Fn(&str, &str) -> bool) -> String {
        let source = self.source_language();
        let before = self.translations.value();
        let mut said = String::from(
            "# Which source text each translation was made from. Written by `etalon translations`.\n",
        );
        said.push_str("translations:\n");
        let quoted = |text: &str| serde_json::Value::from(text).to_string();
        for NamedText { key, text } in self.named_texts() {
            let Some(original) = text.exactly(source, source) else { continue };
            let record = |(language, translation): (&str, &Spanned<String>)| {
                let known = before.and_then(|known| known.find(&key)?.value.find(language));
                let now = format!("{} {}", fingerprint_of_text(original), fingerprint_of_text(translation));
                let kept = known.map(|known| known.value.clone()).filter(|_| keep(&key, language));
                format!("{language}: {}", quoted(&kept.unwrap_or(now)))
            };
            let records: Vec<String> = translations(text, source).map(record).collect();
            if !records.is_empty() {
                said.push_str(&format!("  {}: {{ {} }}\n", quoted(&key), records.join(", ")));
            }
        }
        said
    }
}

/// The versions of a text in other languages than the source.
pub fn translations<'a>(
    text: &'a Text,
    source: &'a str,
) -> impl Iterator<Item = (&'a str, &'a Spanned<String>)> {
    let named =
        text.versions().iter().filter_map(|version| Some((version.language.as_ref()?, &version.text)));
    named
        .map(|(language, text)| (language.value.as_str(), text))
        .filter(move |(language, _)| *language != source)
}

/// The fingerprint of a text: white space and line breaks do not count.
pub fn fingerprint_of_text(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    Sha256::digest(words.join(" ")).iter().take(5).map(|byte| format!("{byte:02x}")).collect()
}
