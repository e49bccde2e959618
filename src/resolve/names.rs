//! The names that references may use, by kind. Must never hold anything but names.

use std::collections::BTreeSet;

use super::Project;
use crate::model::MEASURES;
use crate::syntax::decode::Entries;

/// Every name that something in the standard may refer to.
#[derive(Debug, Default)]
pub(super) struct Names<'a> {
    pub(super) roles: BTreeSet<&'a str>,
    pub(super) channels: BTreeSet<&'a str>,
    pub(super) locations: BTreeSet<&'a str>,
    pub(super) links: BTreeSet<&'a str>,
    pub(super) scripts: BTreeSet<&'a str>,
    pub(super) procedures: BTreeSet<&'a str>,
    pub(super) metrics: BTreeSet<&'a str>,
    pub(super) measures: BTreeSet<&'a str>,
}

impl<'a> Names<'a> {
    pub(super) fn of(project: &'a Project) -> Self {
        let metrics = project.quality.metrics.value();
        let mut measures = ids(&project.measures);
        measures.extend(MEASURES.iter().map(|measure| measure.id));
        let mut scripts = ids(&project.scripts);
        scripts.extend(
            project.scripts.iter().filter_map(|script| script.purpose.value()).map(|purpose| purpose.word()),
        );
        Names {
            roles: ids(&project.roles),
            channels: ids(&project.channels),
            locations: ids(&project.locations),
            links: ids(&project.links),
            scripts,
            procedures: ids(&project.procedures),
            metrics: metrics.map(ids).unwrap_or_default(),
            measures,
        }
    }
}

pub(super) fn ids<T>(entries: &Entries<T>) -> BTreeSet<&str> {
    let refused = entries.refused().iter().map(|id| id.value.as_str());
    entries.iter().map(|entry| entry.id.as_str()).chain(refused).collect()
}
