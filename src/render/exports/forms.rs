//! Scorecards as forms of programs for quality: sections of questions that are answered yes or no, with weights that
//! make a hundred together. Must never weigh a question otherwise than the standard does, beyond the rounding.

use super::Matter;
use super::losses::Losses;
use crate::compile::{Audience, Common, ScoreItem, ScoreWords, Scorecard, scorecards};

/// A scorecard in a language.
#[derive(Debug)]
pub(super) struct Form {
    /// What it is called, with its language where there are several.
    pub(super) title: String,
    /// How, by whom and how often.
    pub(super) about: String,
    /// The sections, in the order of the standard.
    pub(super) sections: Vec<Section>,
    /// The words for yes and no.
    pub(super) answers: [String; 2],
    /// Whether anything counts.
    pub(super) counts: bool,
}

/// The questions about one rule.
#[derive(Debug)]
pub(super) struct Section {
    /// The name of the rule.
    pub(super) title: String,
    /// The rule: section and id, as in the standard.
    pub(super) rule: String,
    /// The questions.
    pub(super) questions: Vec<Question>,
}

/// A question.
#[derive(Debug)]
pub(super) struct Question {
    /// What is looked at, and its weight.
    pub(super) item: ScoreItem,
    /// Its weight in hundredths of a percent; together they make ten thousand.
    pub(super) share: u64,
}

impl Section {
    /// The weight of the section in hundredths of a percent.
    pub(super) fn share(&self) -> u64 {
        self.questions.iter().map(|question| question.share).sum()
    }
}

/// All scorecards in all languages; those with more questions than a form may have are left out.
pub(super) fn forms(matter: &Matter<'_>, most: usize, losses: &mut Losses) -> Vec<Form> {
    let languages = matter.languages();
    let mut forms = Vec::new();
    for language in &languages {
        let common = Common::of(matter.project, language, matter.today);
        let Some(made) = scorecards(&common, &Audience::default()) else {
            continue;
        };
        for card in &made.cards {
            if card.items.len() > most {
                losses.add(
                    &format!(
                        "A form there has at most {most} questions: these scorecards have more and are left out."
                    ),
                    card.id.clone(),
                );
                continue;
            }
            if let Some(pass) = card.pass {
                losses.add(
                    "The score to reach is not part of a form: it is left out.",
                    format!("{}: {pass}%", card.id),
                );
            }
            let form = form(card, &made.words, if languages.len() > 1 { Some(language) } else { None });
            let exact = form.sections.iter().flat_map(|section| &section.questions).all(|question| {
                let weights: u64 = card.items.iter().map(|item| u64::from(item.weight)).sum();
                question.share * weights == u64::from(question.item.weight) * WHOLE
            });
            if form.counts && !exact {
                losses.add("Weights are percentages that make a hundred there: they are rounded to hundredths of a percent.", card.id.clone());
            }
            forms.push(form);
        }
    }
    forms
}

/// All of a form in hundredths of a percent.
pub(super) const WHOLE: u64 = 10_000;

fn form(card: &Scorecard, words: &ScoreWords, language: Option<&str>) -> Form {
    let mut sections: Vec<Section> = Vec::new();
    for (item, share) in card.items.iter().zip(shares(&card.items)) {
        let question = Question { item: item.clone(), share };
        match sections.iter_mut().find(|section| section.rule == item.rule) {
            Some(section) => section.questions.push(question),
            None => sections.push(Section {
                title: item.group.clone(),
                rule: item.rule.clone(),
                questions: vec![question],
            }),
        }
    }
    let about: Vec<String> = card.about.iter().map(|(label, value)| format!("{label}: {value}")).collect();
    let [yes, no, _] = words.answers.clone();
    Form {
        title: language.map_or_else(|| card.title.clone(), |code| format!("{} ({code})", card.title)),
        about: about.join("; "),
        sections,
        answers: [yes, no],
        counts: card.items.iter().any(|item| item.weight > 0),
    }
}

/// The weights in hundredths of a percent, rounded so that they make all of it: those that lose most by rounding down
/// get what is left.
fn shares(items: &[ScoreItem]) -> Vec<u64> {
    let total: u64 = items.iter().map(|item| u64::from(item.weight)).sum();
    if total == 0 {
        return vec![0; items.len()];
    }
    let parts: Vec<(u64, u64)> = items
        .iter()
        .map(|item| u64::from(item.weight) * WHOLE)
        .map(|part| (part / total, part % total))
        .collect();
    let left = WHOLE.saturating_sub(parts.iter().map(|(share, _)| share).sum());
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(parts.get(*at).map_or(0, |(_, rest)| *rest)));
    let more: Vec<usize> = order.into_iter().take(usize::try_from(left).unwrap_or_default()).collect();
    parts.iter().enumerate().map(|(at, (share, _))| share + u64::from(more.contains(&at))).collect()
}

/// A share as a percentage.
pub(super) fn percent(share: u64) -> f64 {
    share as f64 / 100.0
}

/// A text with at most so many letters; what is longer is cut and reported.
pub(super) fn at_most(text: &str, letters: usize, of: &str, losses: &mut Losses) -> String {
    if text.chars().count() <= letters {
        return text.to_owned();
    }
    let reason = format!("Texts there have at most {letters} letters: these are cut.");
    losses.add(&reason, of.to_owned());
    let kept: String = text.chars().take(letters.saturating_sub(1)).collect();
    format!("{}\u{2026}", kept.trim_end())
}
