//! Translations into the files of a standard: only the texts change, everything else stays as it was written.
//! Must never change a text of a pack, nor the source text.

use std::collections::BTreeMap;

use super::{NamedText, Reading};
use crate::model::Text;
use crate::source::{FileId, Span};

/// What comes of some translations.
#[derive(Debug, Default)]
pub struct Rewritten {
    /// The files that change, by path, with their new content.
    pub files: BTreeMap<String, String>,
    /// The texts that were taken over.
    pub taken: Vec<String>,
    /// The texts whose source is another one now, or that there are no longer.
    pub outdated: Vec<String>,
}

/// A piece of a file and what takes its place.
type Edit = (std::ops::Range<usize>, String);

/// Takes translations over: each by the name of its text, the source that it was made from, and itself.
pub fn translate(reading: &Reading, language: &str, units: &[(&str, &str, &str)]) -> Rewritten {
    let (project, source) = (&reading.project, reading.project.source_language());
    let named: BTreeMap<String, &Text> =
        project.named_texts().into_iter().map(|NamedText { key, text }| (key, text)).collect();
    let mut edits: BTreeMap<FileId, Vec<Edit>> = BTreeMap::new();
    let mut done = Rewritten::default();
    let same = |one: &str, other: &str| one.split_whitespace().eq(other.split_whitespace());
    for (key, made_from, target) in units {
        let text = named.get(*key).filter(|text| {
            text.exactly(source, source)
                .is_some_and(|now| same(&now.value, made_from) && project.pack_of(now.span.file).is_none())
        });
        let Some(text) = text else {
            done.outdated.push((*key).to_owned());
            continue;
        };
        if text.exactly(language, source).is_some_and(|now| same(&now.value, target)) {
            done.taken.push((*key).to_owned());
        } else if let Some((file, edit)) = edit(reading, text, (source, language), target) {
            edits.entry(file).or_default().push(edit);
            done.taken.push((*key).to_owned());
        }
    }
    for (file, mut edits) in edits {
        let Some(written) = reading.sources.file(file) else { continue };
        edits.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
        let mut content = written.text().to_owned();
        edits.into_iter().for_each(|(range, text)| content.replace_range(range, &text));
        done.files.insert(written.path().to_owned(), content);
    }
    done
}

fn edit(
    reading: &Reading,
    text: &Text,
    (source, language): (&str, &str),
    target: &str,
) -> Option<(FileId, Edit)> {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    if let Some(now) = text.exactly(language, source) {
        return Some((now.span.file, (written(reading, now.span)?, quoted(target))));
    }
    let first = text.versions().first()?;
    let named = first.language.as_ref().filter(|named| named.span != first.text.span);
    let Some(named) = named else {
        let both = format!("{{ {source}: {}, {language}: {} }}", quoted(&first.text.value), quoted(target));
        return Some((first.text.span.file, (written(reading, first.text.span)?, both)));
    };
    // In front of the first language, on a line of its own where the languages stand one below the other.
    let start = named.span.start as usize;
    let before = reading.sources.file(named.span.file)?.text().get(..start)?;
    let inline = before.trim_end().ends_with(['{', ',']);
    let line = before.rsplit('\n').next().unwrap_or(before);
    let indent: String = line.chars().map(|_| ' ').collect();
    let between = if inline { ", ".to_owned() } else { format!("\n{indent}") };
    Some((named.span.file, (start..start, format!("{language}: {}{between}", quoted(target)))))
}

// A text over several lines may reach into the white space behind it, which stays.
fn written(reading: &Reading, span: Span) -> Option<std::ops::Range<usize>> {
    let (start, end) = (span.start as usize, span.end as usize);
    let said = reading.sources.file(span.file)?.text().get(start..end)?;
    Some(start..start + said.trim_end().len())
}
