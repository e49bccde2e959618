//! What every entry is called and where it stands, so that one entry can point at another.
//! Must never hold more than names.

use std::collections::BTreeMap;

use super::markup;
use crate::model::Text;
use crate::resolve::Project;
use crate::syntax::decode::Field;

/// The names of all entries, by section and id.
pub(super) struct Titles<'a> {
    titles: BTreeMap<(&'static str, &'a str), String>,
    /// The first section that holds an id.
    sections: BTreeMap<&'a str, &'static str>,
}

impl<'a> Titles<'a> {
    /// The titles of a project; `plain` gives a text in the language of the reader.
    pub(super) fn of(project: &'a Project, plain: &dyn Fn(&Text) -> String) -> Self {
        let mut titles = Titles { titles: BTreeMap::new(), sections: BTreeMap::new() };
        let no_title = Field::default();
        macro_rules! add {
            ($($section:ident: $field:ident),+ $(,)?) => {$(
                for entry in &project.$section {
                    titles.add(stringify!($section), &entry.id, &entry.value.$field, plain);
                }
            )+};
        }
        add!(
            scripts: title, procedures: title, customer_types: title, conduct: title, correspondence: title,
            behaviours: title, channels: title, roles: title, locations: title, links: title, packages: title,
            response_times: title, if_missed: title, escalations: title, decisions: title, selling: title,
            recovery: title, loyalty: title, follow_up: title, premises: title, appearance: title,
            feedback: title, incentives: title, training: title, exclusions: title, glossary: term,
            measures: title, scenarios: title, legal_minimums: title,
        );
        for metric in project.quality.metrics.value().into_iter().flatten() {
            titles.add("metrics", &metric.id, &metric.title, plain);
        }
        for verification in project.quality.verification.value().into_iter().flatten() {
            titles.add("verification", &verification.id, &verification.title, plain);
        }
        for assessment in project.quality.assessment.value().into_iter().flatten() {
            titles.add("assessment", &assessment.id, &assessment.title, plain);
        }
        for duty in &project.customer_duties {
            titles.add("customer_duties", &duty.id, &no_title, plain);
        }
        for staffing in &project.staffing {
            titles.add("staffing", &staffing.id, &no_title, plain);
        }
        titles
    }

    fn add(
        &mut self,
        section: &'static str,
        id: &'a str,
        title: &Field<Text>,
        plain: &dyn Fn(&Text) -> String,
    ) {
        let title = title.value().map(plain).filter(|title| !title.is_empty());
        self.titles.insert((section, id), title.unwrap_or_else(|| humanised(id)));
        self.sections.entry(id).or_insert(section);
    }

    /// What an entry is called; its id in words where it is not known.
    pub(super) fn get(&self, section: &str, id: &str) -> String {
        self.titles.get(&(section, id)).cloned().unwrap_or_else(|| humanised(id))
    }

    /// Whether a section holds an entry.
    pub(super) fn holds(&self, section: &str, id: &str) -> bool {
        self.titles.contains_key(&(section, id))
    }

    /// The first section that holds an entry of this id.
    pub(super) fn section_of(&self, id: &str) -> Option<&'static str> {
        self.sections.get(id).copied()
    }
}

/// An id as words: `late-delivery` becomes `Late delivery`.
pub(super) fn humanised(id: &str) -> String {
    capitalised(&id.replace(['-', '_'], " "))
}

/// The same text with a capital letter in front.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The name for links of an entry. Ids hold no double hyphen, so names of parts cannot meet those of entries.
pub(super) fn anchor(section: &str, id: &str) -> String {
    format!("{}-{id}", section.replace('_', "-"))
}

/// The name for links of a part of an entry.
pub(super) fn part_anchor(section: &str, id: &str, part: &str) -> String {
    format!("{}--{part}", anchor(section, id))
}

/// The words of a text, without markup.
pub(super) fn plain_text(text: &str, fill: &dyn Fn(&str) -> Option<String>) -> String {
    markup::plain(&markup::one_line(&markup::blocks(text, fill)).0)
}
