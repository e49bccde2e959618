//! Figures of a standard held against the bounds of the law. Must never judge a figure of which it is not clear that
//! the law speaks of it.

mod clock;
mod said;

use jiff::civil::Date;

use super::calendars::Calendars;
use crate::model::LegalMinimum;
use crate::resolve::Project;
use crate::syntax::decode::Entry;
use crate::time::Duration;

use clock::Clocks;
pub(super) use clock::Worst;
pub(super) use said::Said;
use said::{longest, said};

/// A figure that falls short of the law.
#[derive(Debug)]
pub(super) struct Shortfall<'a> {
    /// The row of the law.
    pub(super) law: &'a Entry<LegalMinimum>,
    /// What the standard says.
    pub(super) said: Said<'a>,
    /// The bound, in words.
    pub(super) bound: String,
    /// A case that proves it, where the clocks differ.
    pub(super) worst: Option<Worst>,
    /// The row that was in force before and had this very figure.
    pub(super) repealed: Option<&'a Entry<LegalMinimum>>,
}

/// Every figure that falls short of a row that is in force or has been announced.
pub(super) fn shortfalls<'a>(
    project: &'a Project,
    calendars: &'a Calendars<'a>,
    today: Date,
) -> Vec<Shortfall<'a>> {
    let clocks = Clocks::of(project, calendars, today);
    let ended = |law: &&Entry<LegalMinimum>| law.until.value().is_some_and(|until| until.0 < today);
    let (before, now): (Vec<_>, Vec<_>) = project.legal_minimums.iter().partition(ended);
    let mut found = Vec::new();
    for law in now {
        for bound in law.bounds.iter() {
            found.extend(at_most(law, &bound.value, project, &clocks));
            found.extend(at_least(law, &bound.value, project, &clocks));
        }
    }
    for shortfall in &mut found {
        shortfall.repealed = before.iter().copied().find(|law| was_this(law, shortfall));
    }
    found
}

/// Whether a row of the past is about the same thing and has the figure of the standard.
fn was_this(law: &Entry<LegalMinimum>, shortfall: &Shortfall<'_>) -> bool {
    let about = |law: &Entry<LegalMinimum>| law.about.value().map(|about| about.trim().to_owned());
    let most = law.at_most.value().and_then(|most| most.within());
    let figure = most.or(law.at_least.value().copied());
    // The rows of one country stand in one file.
    let same_country = law.id_span.file == shortfall.law.id_span.file;
    same_country && about(law) == about(shortfall.law) && figure == Some(shortfall.said.duration)
}

fn at_most<'a>(
    law: &'a Entry<LegalMinimum>,
    bound: &'a crate::model::Bound,
    project: &'a Project,
    clocks: &Clocks<'a>,
) -> Vec<Shortfall<'a>> {
    let Some(most) = law.at_most.value() else { return Vec::new() };
    let Some(limit) = most.within() else { return Vec::new() };
    let mut found: Vec<Shortfall<'_>> = Vec::new();
    for said in said(project, bound, clocks.today) {
        let (said_share, law_share) = (said.share, share(most));
        let worst = clocks.longest_beyond(&said, &limit);
        let short = match (&worst, said_share, law_share) {
            // The law asks it of every case, or of no smaller share than the standard does.
            (Some(_), _, None) => true,
            (Some(_), Some(said), Some(law)) => said <= law,
            // In time, but for fewer cases than the law asks.
            (None, Some(share), Some(law)) => said.duration == limit && share < law,
            (Some(_), None, Some(_)) | (None, ..) => false,
        };
        if short {
            let worst = worst.flatten();
            found.push(Shortfall { law, said, bound: most.to_string(), worst, repealed: None });
        }
    }
    found
}

fn share(figure: &crate::time::Figure) -> Option<crate::time::Percent> {
    match figure {
        crate::time::Figure::ShareOf { share, .. } => Some(*share),
        _ => None,
    }
}

fn at_least<'a>(
    law: &'a Entry<LegalMinimum>,
    bound: &'a crate::model::Bound,
    project: &'a Project,
    clocks: &Clocks<'a>,
) -> Option<Shortfall<'a>> {
    let least: &Duration = law.at_least.value()?;
    let said = longest(project, bound, clocks.today)?;
    let short = clocks.certainly_shorter(&said.duration, least);
    short.then(|| Shortfall { law, said, bound: least.to_string(), worst: None, repealed: None })
}

impl super::Context<'_> {
    /// A row of the law in a sentence: what it is about, where it stands, from when the time is counted.
    pub(super) fn article(&self, law: &Entry<LegalMinimum>) -> String {
        let source = self.source_language();
        let bound = match (law.at_most.value(), law.at_least.value()) {
            (Some(most), _) => format!(", at most {most}"),
            (None, Some(least)) => format!(", at least {least}"),
            (None, None) => String::new(),
        };
        let mut article = format!("{} ({}){bound}", law.title.words_in(source), law.cite.words_in(source));
        for (lead, text) in [("counted from: ", &law.starts), ("without an answer: ", &law.on_silence)] {
            let text = text.words_in(source);
            if !text.is_empty() {
                article.push_str(&format!("; {lead}{text}"));
            }
        }
        article
    }
}
