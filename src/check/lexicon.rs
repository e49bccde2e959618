//! The words of the languages of a standard: those that come with the program and those that the company adds.
//! Must never hold a word itself: the lists are data, in `standards/wording` and under `wording:`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::cut::{Words, folded};
use super::limits::Limits;
use super::phrases::Phrases;
use super::told::Times;
use crate::diagnostic::Findings;
use crate::model::{Address, Document, Element, Lacking, Wording};
use crate::resolve::{Project, built_in};
use crate::source::{FileId, Span, Spanned};
use crate::syntax;
use crate::syntax::decode::{Field, List, Rest};

/// The words of each language of a standard, put together when they are first needed.
#[derive(Debug)]
pub(super) struct Lexicons<'a> {
    project: &'a Project,
    languages: Vec<(&'a str, OnceLock<Lexicon>)>,
}

impl<'a> Lexicons<'a> {
    /// The lexicons of a standard.
    pub(super) fn of(project: &'a Project) -> Self {
        let languages: BTreeSet<&str> = project.language_codes().into_iter().collect();
        let languages = languages.into_iter().map(|language| (language, OnceLock::new()));
        Lexicons { project, languages: languages.collect() }
    }

    /// The words of a language of the standard.
    pub(super) fn language(&self, language: &str) -> Option<&Lexicon> {
        let (code, lexicon) = self.languages.iter().find(|(code, _)| *code == language)?;
        Some(lexicon.get_or_init(|| Lexicon::of(code, self.project)))
    }
}

/// The words of one language, ready to be looked for.
#[derive(Debug)]
pub(super) struct Lexicon {
    /// The phrases that are judged, all lists in one.
    pub(super) judged: Phrases<Tag>,
    /// What limits are made of.
    pub(super) limits: Limits,
    /// How the times of promises are told.
    pub(super) times: Times,
    /// Words by which a clause is no promise.
    pub(super) no_promise: Phrases<()>,
    /// Words that begin a clause of their own without a comma before them.
    pub(super) joins: Phrases<()>,
    /// Words that praise a behaviour without showing it, `true`, and words that add nothing to them.
    pub(super) qualities: Phrases<bool>,
    known: Vec<Known>,
    elements: Vec<(Element, Phrases<()>)>,
    forms: [Vec<String>; 2],
}

/// A phrase that is judged: its list, and its number among all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tag {
    /// The list.
    pub(super) list: Listed,
    number: usize,
}

/// The list that a phrase is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Listed {
    /// Words that are never said.
    Never,
    /// Vague words, and what they leave open.
    Vague(Lacking),
    /// Words that take the force out of a limit.
    Loose,
    /// Phrases that are fine although other phrases stand in them.
    Harmless,
}

/// What is known about a phrase.
#[derive(Debug)]
pub(super) struct Known {
    /// The words as the list writes them first.
    pub(super) words: String,
    /// Where the standard lists them; none for words that come with the program.
    pub(super) place: Option<Span>,
    /// What is said instead.
    pub(super) instead: Option<String>,
}

impl Lexicon {
    fn of(language: &str, project: &Project) -> Self {
        let main = language.split('-').next().unwrap_or(language);
        let shipped = shipped(main, project);
        let own = project.wording.iter().map(|wording| &wording.value);
        let sections = Sections { own: own.collect(), shipped: shipped.as_ref(), codes: [language, main] };
        let limits = |list: fn(&crate::model::Limits) -> &List<String>| -> Vec<&str> {
            sections.lists(|wording| &wording.limits).flat_map(list).map(|word| word.as_str()).collect()
        };
        let numbers = limits(|limits| &limits.numbers);
        let (known, patterns) = sections.judged();
        let qualities = sections.lists(|wording| &wording.qualities).flat_map(|qualities| {
            let words = qualities.words.iter().map(|word| (word.as_str(), true));
            words.chain(qualities.empty.iter().map(|word| (word.as_str(), false)))
        });
        let no_promise = sections.lists(|wording| &wording.no_promise).flatten();
        let joins = sections.lists(|wording| &wording.joins).flatten();
        Lexicon {
            judged: Phrases::of(patterns).with_numbers(numbers.iter().copied()),
            limits: Limits {
                units: plain(limits(|limits| &limits.units)),
                words: plain(limits(|limits| &limits.words)),
                firm: plain(limits(|limits| &limits.firm)),
                numbers: plain(numbers),
            },
            times: Times::of(sections.lists(|wording| &wording.times)),
            no_promise: plain(no_promise.map(|word| word.as_str())),
            qualities: Phrases::of(qualities),
            joins: plain(joins.map(|word| word.as_str())),
            known,
            elements: sections.elements(),
            forms: sections.forms(),
        }
    }

    /// What is known about a phrase that was found.
    pub(super) fn known(&self, tag: Tag) -> Option<&Known> {
        self.known.get(tag.number)
    }

    /// The words by which an element of a script is recognised; none where it cannot be told.
    pub(super) fn element(&self, element: Element) -> Option<&Phrases<()>> {
        self.elements.iter().find(|(known, _)| *known == element).map(|(_, words)| words)
    }

    /// The words that belong to a form of address for certain, as they are written.
    pub(super) fn form(&self, address: Address) -> &[String] {
        let [formal, informal] = &self.forms;
        match address {
            Address::Formal => formal,
            Address::Informal => informal,
        }
    }
}

/// The words that come with the program for a language, where the standard does not use their pack by name.
fn shipped(language: &str, project: &Project) -> Option<Wording> {
    let pack = built_in(&format!("wording/{language}"))?;
    if project.used.iter().any(|used| used.name == pack.name) {
        return None;
    }
    let mut findings = Findings::new();
    let tree = syntax::parse(FileId(u32::MAX), pack.text, &mut findings)?;
    let document: Document = syntax::decode::decode(&tree, &mut findings);
    document.wording.into_inner().map(|wording| wording.value)
}

/// The `wording:` sections in which the lists of a language are looked for.
struct Sections<'s> {
    own: Vec<&'s Wording>,
    shipped: Option<&'s Wording>,
    /// The code of the language, and its main part: `en-GB`, `en`.
    codes: [&'s str; 2],
}

type ByLanguage<T> = Field<Rest<T>>;

impl<'s> Sections<'s> {
    fn of_language<T>(&self, by_language: &'s ByLanguage<T>) -> impl Iterator<Item = &'s T> + use<'s, T> {
        let codes = self.codes;
        let lists = by_language.value().into_iter().flatten();
        lists.filter(move |entry| codes.contains(&entry.id.as_str())).map(|entry| &entry.value)
    }

    /// The lists of all sections, the company's own first.
    fn lists<T: 's>(&self, list: impl Fn(&'s Wording) -> &'s ByLanguage<T>) -> impl Iterator<Item = &'s T> {
        let all = self.own.iter().copied().chain(self.shipped);
        all.flat_map(move |wording| self.of_language(list(wording)))
    }

    /// The phrases that are judged. What is never said is the standard's choice; what is vague is vague everywhere.
    fn judged(&self) -> (Vec<Known>, Vec<(&'s str, Tag)>) {
        let better = self.better();
        let mut judged = Judged::default();
        for wording in &self.own {
            for Spanned { value: phrase, span } in self.of_language(&wording.never_say).flatten() {
                let instead = phrase.words.iter().find_map(|words| better.get(&plainly(words)).copied());
                let instead = instead.or(phrase.instead.value().map(String::as_str));
                judged.add(Listed::Never, &phrase.words, Some(*span), instead);
            }
        }
        for wording in self.own.iter().copied().chain(self.shipped) {
            let place = |span: Span| (span.file != FileId(u32::MAX)).then_some(span);
            for Spanned { value: vague, span } in self.of_language(&wording.vague).flatten() {
                let listed = Listed::Vague(vague.lacks.value().copied().unwrap_or(Lacking::Time));
                judged.add(listed, &vague.words, place(*span), vague.instead.value().map(String::as_str));
            }
            for Spanned { value: loose, span } in self.of_language(&wording.loose).flatten() {
                judged.add(
                    Listed::Loose,
                    &loose.words,
                    place(*span),
                    loose.instead.value().map(String::as_str),
                );
            }
        }
        for harmless in self.lists(|wording| &wording.harmless) {
            judged.add(Listed::Harmless, harmless, None, None);
        }
        (judged.known, judged.patterns)
    }

    /// What is said instead, by the words as they are compared; what the company itself says counts first.
    fn better(&self) -> BTreeMap<String, &'s str> {
        let mut better = BTreeMap::new();
        for pair in self.own.iter().flat_map(|wording| self.of_language(&wording.instead)).flatten() {
            better.entry(plainly(&pair.id)).or_insert(pair.value.as_str());
        }
        better
    }

    fn elements(&self) -> Vec<(Element, Phrases<()>)> {
        let mut patterns: BTreeMap<Element, Vec<&str>> = BTreeMap::new();
        for words in self.lists(|wording| &wording.elements) {
            for (element, list) in words.by_element() {
                patterns.entry(element).or_default().extend(list.iter().map(|word| word.as_str()));
            }
        }
        let stated = patterns.into_iter().filter(|(_, words)| !words.is_empty());
        stated.map(|(element, words)| (element, plain(words))).collect()
    }

    fn forms(&self) -> [Vec<String>; 2] {
        let mut forms = [Vec::new(), Vec::new()];
        for words in self.lists(|wording| &wording.forms) {
            for (form, words) in forms.iter_mut().zip([&words.formal, &words.informal]) {
                form.extend(words.iter().map(|word| word.value.clone()));
            }
        }
        forms
    }
}

#[derive(Default)]
struct Judged<'s> {
    known: Vec<Known>,
    patterns: Vec<(&'s str, Tag)>,
}

impl<'s> Judged<'s> {
    fn add(&mut self, list: Listed, words: &'s List<String>, place: Option<Span>, instead: Option<&str>) {
        let Some(first) = words.first() else { return };
        let tag = Tag { list, number: self.known.len() };
        self.patterns.extend(words.iter().map(|words| (words.as_str(), tag)));
        self.known.push(Known { words: first.value.clone(), place, instead: instead.map(str::to_owned) });
    }
}

fn plain<'p>(words: impl IntoIterator<Item = &'p str>) -> Phrases<()> {
    Phrases::of(words.into_iter().map(|word| (word, ())))
}

/// Words as they are compared: small letters, one blank between two words.
fn plainly(text: &str) -> String {
    let words = Words::of(text).filter_map(|word| text.get(word)).map(folded);
    words.collect::<Vec<_>>().join(" ")
}
