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
pub(super) fn spoken(project: &Project) -> Vec<Spoken<'_>> {
    let source = project.source_language();
    let mut all = Vec::new();
    for script in &project.scripts {
        let further = script.or_say.iter().chain(&script.questions).map(|text| (&text.value, false));
        for (text, main) in script.say.value().map(|text| (text, true)).into_iter().chain(further) {
            all.extend(versions(text, source).map(|(language, text)| Spoken {
                script,
                language,
                text,
                main,
            }));
        }
    }
    all
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
    let one_spelling = |c: char| match c {
        '’' | 'ʼ' | '`' => '\'',
        'ё' => 'е',
        other => other,
    };
    let text: String = text.to_lowercase().chars().map(one_spelling).collect();
    let parts = text.split(|c: char| !(c.is_alphanumeric() || c == '\''));
    parts.map(|word| word.trim_matches('\'')).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// A text with everything between quotation marks and between braces left out.
pub(super) fn own_words(text: &str) -> String {
    let mut left = String::with_capacity(text.len());
    let mut closing: Option<char> = None;
    for c in text.chars() {
        match (closing, c) {
            (Some(mark), c) if c == mark || (mark == '”' && c == '“') => {
                closing = None;
                left.push(' ');
            }
            (Some(_), _) => {}
            (None, '«') => closing = Some('»'),
            (None, '„' | '“') => closing = Some('”'),
            (None, '"') => closing = Some('"'),
            (None, '{') => closing = Some('}'),
            (None, c) => left.push(c),
        }
    }
    left
}

/// Whether `words` contain the words of `phrase` side by side.
pub(super) fn contains(words: &[String], phrase: &[String]) -> bool {
    !phrase.is_empty() && words.windows(phrase.len()).any(|window| window == phrase)
}
