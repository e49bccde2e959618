//! What stands in the texts of a standard, found once for all rules about words: phrases of the word lists, and times.
//! Must never report: what a phrase is worth, each rule says itself.

use std::collections::BTreeMap;
use std::ops::Range;

use super::cut::{Cut, Part};
use super::lexicon::{Lexicon, Lexicons, Listed, Tag};
use super::phrases::Hit;
use super::promised::{Reader, matters, reader};
use super::sentences::{Sentence, quotations, sentence_at};
use super::spoken::versions;
use super::told::Told;
use crate::model::Lacking;
use crate::resolve::Project;
use crate::source::{Span, Spanned};

/// The texts of a standard, with the words of its languages.
#[derive(Debug)]
pub(super) struct Texts<'a> {
    /// The words of the languages.
    pub(super) lexicons: Lexicons<'a>,
    /// The standard's own texts in which phrases stand.
    pub(super) marked: Vec<Marked<'a>>,
    told: BTreeMap<Span, Vec<Told>>,
}

/// A text in which phrases stand.
#[derive(Debug)]
pub(super) struct Marked<'a> {
    /// The keys that lead to it.
    pub(super) path: Vec<&'a str>,
    /// The language.
    pub(super) language: &'a str,
    /// The text.
    pub(super) text: &'a Spanned<String>,
    /// The phrases.
    pub(super) hits: Vec<Hit<Tag>>,
}

impl Marked<'_> {
    /// The id of the entry that it belongs to.
    pub(super) fn entry(&self) -> &str {
        self.path.get(1).copied().unwrap_or_default()
    }

    /// What it belongs to, in words: the script by its id, anything else by the keys as the author writes them.
    pub(super) fn owner(&self) -> String {
        match self.path.as_slice() {
            ["scripts", id, "say" | "or_say" | "questions"] => format!("the script `{id}`"),
            path => {
                let written = path.iter().map(|key| if *key == "act" { "do" } else { key });
                format!("`{}`", written.collect::<Vec<_>>().join("."))
            }
        }
    }
}

impl<'a> Texts<'a> {
    /// The texts of a standard.
    pub(super) fn of(project: &'a Project) -> Self {
        let mut texts = Texts { lexicons: Lexicons::of(project), marked: Vec::new(), told: BTreeMap::new() };
        let source = project.source_language();
        project.texts(&mut |path, text| {
            let Some(reader) = reader(path) else { return };
            for (language, text) in versions(text, source) {
                if project.pack_of(text.span.file).is_none() {
                    texts.read(path, language, text, reader);
                }
            }
        });
        texts
    }

    /// The times that one of the standard's own texts tells customers.
    pub(super) fn told(&self, text: &Spanned<String>) -> &[Told] {
        self.told.get(&text.span).map(Vec::as_slice).unwrap_or_default()
    }

    fn read(&mut self, path: &[&'a str], language: &'a str, text: &'a Spanned<String>, reader: Reader) {
        let Some(lexicon) = self.lexicons.language(language) else { return };
        let cut = Cut::of(text);
        let hits = judge(lexicon, cut.whole(), reader);
        if reader != Reader::Staff {
            let told = lexicon.times.told(cut.whole(), &lexicon.no_promise);
            if !told.is_empty() {
                self.told.insert(text.span, told);
            }
        }
        if !hits.is_empty() {
            self.marked.push(Marked { path: path.to_vec(), language, text, hits });
        }
    }
}

/// Whether a text praises a behaviour and shows none: it is made of qualities and of words that add nothing.
pub(super) fn only_praises(lexicon: &Lexicon, text: &str) -> bool {
    // Whoever writes more than this has written more than praise.
    if text.len() > 240 {
        return false;
    }
    let cut = Cut::of(text);
    let hits = lexicon.qualities.hits(cut.whole(), |_, _| false);
    let known = |start: usize| hits.iter().any(|hit| hit.place.contains(&start));
    hits.iter().any(|hit| hit.tag) && cut.whole().words().iter().all(|word| known(word.start))
}

/// The phrases that count in a text.
pub(super) fn judge(lexicon: &Lexicon, text: Part<'_>, reader: Reader) -> Vec<Hit<Tag>> {
    let mut hits = lexicon.judged.hits(text, |one, other| kind(one) == kind(other));
    if !hits.is_empty() {
        let quoted = quotations(text.text());
        hits.retain(|hit| !quoted.iter().any(|range| range.contains(&hit.place.start)));
        let harmless: Vec<Range<usize>> =
            hits.extract_if(.., |hit| hit.tag.list == Listed::Harmless).map(|hit| hit.place).collect();
        let inside = |place: &Range<usize>| {
            harmless.iter().any(|range| range.start <= place.start && place.end <= range.end)
        };
        hits.retain(|hit| !inside(&hit.place) && counts(lexicon, text, reader, hit));
    }
    hits
}

fn kind(tag: Tag) -> u8 {
    match tag.list {
        Listed::Never => 0,
        Listed::Vague(_) => 1,
        Listed::Loose => 2,
        Listed::Harmless => 3,
    }
}

/// Whether a phrase counts where it stands: nothing is promised by questions, requests and bans, a limit in the same
/// sentence makes vague words precise, and only beside a limit can words take its force.
fn counts(lexicon: &Lexicon, text: Part<'_>, reader: Reader, hit: &Hit<Tag>) -> bool {
    if hit.tag.list == Listed::Never {
        return reader == Reader::Listener;
    }
    let sentence = sentence_at(text, &hit.place);
    // "If possible, please": what is asked may stand in another clause than its terms.
    let asked = match hit.tag.list {
        Listed::Vague(Lacking::Terms) => sentence.whole,
        _ => own_clause(lexicon, &sentence, text.at(hit.place.clone())),
    };
    if sentence.question || lexicon.no_promise.any(asked) {
        return false;
    }
    let limited = lexicon.limits.found_in(sentence.whole);
    match hit.tag.list {
        Listed::Vague(lacks) => !limited && matters(lacks, reader),
        _ => limited && reader != Reader::Staff && !lexicon.limits.firm_in(sentence.whole),
    }
}

/// The part of the clause that belongs to the phrase: in "please hold and we will be with you soon" what comes after
/// the request.
fn own_clause<'c>(lexicon: &Lexicon, sentence: &Sentence<'c>, found: &str) -> Part<'c> {
    let clause = sentence.clause;
    let at = clause.start() + clause.text().find(found).unwrap_or(0);
    let joins = lexicon.joins.hits(clause, |(), ()| true);
    let start = joins.iter().map(|join| join.place.start).filter(|start| *start <= at).max();
    start.map_or(clause, |start| clause.part(start..clause.start() + clause.text().len()))
}
