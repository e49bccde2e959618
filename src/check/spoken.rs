//! The words of scripts, language by language, and words as they are compared. Must never change a text.

use crate::model::{Script, Text};
use crate::resolve::Project;
use crate::source::Spanned;
use crate::syntax::decode::Entry;

/// Words of a script in one language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spoken<'a> {
    /// The script.
    pub(super) script: &'a Entry<Script>,
    /// The language.
    pub(super) language: &'a str,
    /// The words.
    pub(super) text: &'a Spanned<String>,
    /// Whether they are the main wording, and not another one or a question.
    pub(super) main: bool,
}

/// Everything that scripts let people say: the words, other wordings, questions.
pub(super) fn spoken(project: &Project) -> impl Iterator<Item = Spoken<'_>> {
    project.scripts.iter().flat_map(|script| spoken_in(script, project.source_language()))
}

/// What one script lets people say; `source` is the language of texts that name none.
pub(super) fn spoken_in<'a>(script: &'a Entry<Script>, source: &'a str) -> impl Iterator<Item = Spoken<'a>> {
    let further = script.or_say.iter().chain(&script.questions).map(|text| (&text.value, false));
    let texts = script.say.value().map(|text| (text, true)).into_iter().chain(further);
    texts.flat_map(move |(text, main)| {
        versions(text, source).map(move |(language, text)| Spoken { script, language, text, main })
    })
}

/// The versions of a text with their languages.
pub(super) fn versions<'a>(
    text: &'a Text,
    source: &'a str,
) -> impl Iterator<Item = (&'a str, &'a Spanned<String>)> {
    text.versions().iter().map(move |version| {
        let language = version.language.as_ref().map_or(source, |language| language.value.as_str());
        (language, &version.text)
    })
}

/// The words of a text as they are compared: small letters, no punctuation, one spelling of what has two.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::with_capacity(text.len() / 6);
    let mut word = String::new();
    for c in text.chars().chain([' ']) {
        match one_spelling(c) {
            // An apostrophe belongs to a word only inside it.
            '\'' if word.is_empty() => {}
            c if is_letter(c) || c == '\'' => word.extend(c.to_lowercase().map(one_spelling)),
            _ => {
                word.truncate(word.trim_end_matches('\'').len());
                if !word.is_empty() {
                    words.push(std::mem::take(&mut word));
                }
            }
        }
    }
    words
}

/// A character in the spelling in which words are compared.
pub(super) fn one_spelling(c: char) -> char {
    match c {
        '’' | 'ʼ' | '`' => '\'',
        'ё' => 'е',
        'Ё' => 'Е',
        other => other,
    }
}

/// Whether a character is part of a word. The common alphabets are told at a glance, because whole standards are
/// read letter by letter.
pub(super) fn is_letter(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' => true,
        '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{24f}' | '\u{400}'..='\u{481}' => true,
        c if c.is_ascii() => false,
        c => c.is_alphanumeric(),
    }
}

/// A text with everything between quotation marks and between braces left out.
pub(super) fn own_words(text: &str) -> String {
    let mut left = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((at, open)) = rest.char_indices().find(|(_, c)| matches!(c, '«' | '„' | '“' | '"' | '{'))
    {
        left.push_str(rest.get(..at).unwrap_or_default());
        let inside = rest.get(at + open.len_utf8()..).unwrap_or_default();
        let closes = |c: char| match open {
            '«' => c == '»',
            '„' | '“' => matches!(c, '”' | '“'),
            '{' => c == '}',
            mark => c == mark,
        };
        let Some((end, close)) = inside.char_indices().find(|(_, c)| closes(*c)) else { return left };
        left.push(' ');
        rest = inside.get(end + close.len_utf8()..).unwrap_or_default();
    }
    left.push_str(rest);
    left
}
