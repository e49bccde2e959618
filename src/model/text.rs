//! Text that people read, in one language or several. Must never be translated or shortened here.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

use crate::source::{Span, Spanned};
use crate::syntax::decode::{Field, TEXTS, unpack_span};

/// A text: one version in the source language, or one per language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    versions: Vec<Version>,
}

/// A text in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The language code and its place; `None` is the source language of the standard.
    pub language: Option<Spanned<String>>,
    /// The text: Markdown with `{placeholders}`.
    pub text: Spanned<String>,
}

impl Text {
    /// The versions in the order written.
    pub fn versions(&self) -> &[Version] {
        &self.versions
    }

    /// Says which language a version that names none is written in.
    pub fn name_language(&mut self, language: &str) {
        for version in self.versions.iter_mut().filter(|version| version.language.is_none()) {
            version.language = Some(Spanned::new(language.to_owned(), version.text.span));
        }
    }

    /// Keeps the version in the source language alone, with `change` made to it.
    pub fn condense(&mut self, source: &str, change: &dyn Fn(&str) -> String) {
        let kept = self.exactly(source, source).map(|text| Spanned::new(change(text), text.span));
        self.versions = kept.into_iter().map(|text| Version { language: None, text }).collect();
    }

    /// The text in `language`; a text without languages counts as `source`.
    pub fn exactly(&self, language: &str, source: &str) -> Option<&Spanned<String>> {
        let named = |version: &&Version| match &version.language {
            Some(code) => code.value == language,
            None => language == source,
        };
        self.versions.iter().find(named).map(|version| &version.text)
    }

    /// The text in `language`, or in the source language, or in whatever language there is.
    pub fn best(&self, language: &str, source: &str) -> Option<&Spanned<String>> {
        self.exactly(language, source)
            .or_else(|| self.exactly(source, source))
            .or_else(|| self.versions.first().map(|version| &version.text))
    }

    /// The words in the source language, without the space around them.
    pub fn words_in(&self, source: &str) -> &str {
        self.best(source, source).map_or("", |text| text.value.trim())
    }
}

impl Field<Text> {
    /// The words in the source language, without the space around them; none where nothing is written.
    pub fn words_in(&self, source: &str) -> &str {
        self.value().map_or("", |text| text.words_in(source))
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Text, A::Error> {
        let mut versions = Vec::new();
        while let Some((place, code)) = access.next_key::<(u128, String)>()? {
            let span: Span = unpack_span(place);
            let language = (!code.is_empty()).then(|| Spanned::new(code, span));
            if let Some(text) = access.next_value::<Field<String>>()?.into_inner() {
                versions.push(Version { language, text });
            }
        }
        Ok(Text { versions })
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(TEXTS, TextVisitor)
    }
}

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        if generator.contract().is_serialize() {
            return json_schema!({
                "description": "A text by language; under the empty key in the source language.",
                "type": "object",
                "additionalProperties": { "type": "string" },
            });
        }
        json_schema!({
            "description": "A text that people read: Markdown with `{placeholders}`, in the source language, or one text per language (`en: …`).",
            "anyOf": [
                { "type": ["string", "number", "boolean"] },
                {
                    "type": "object",
                    "minProperties": 1,
                    "propertyNames": { "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]+)*$" },
                    "additionalProperties": { "type": ["string", "number", "boolean"] },
                },
            ],
        })
    }
}
