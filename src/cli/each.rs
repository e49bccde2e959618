//! Many handbooks in one run: for each role, each location, each role at each location.
//! Must never name an audience that cannot exist.

use clap::ValueEnum;

use crate::compile::Audience;
use crate::model::Role;
use crate::resolve::Project;
use crate::syntax::decode::Entry;

/// What there is to be a handbook for each of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Each {
    /// Each role.
    Role,
    /// Each location.
    Location,
}

/// The audiences, each by the name of its files.
pub(super) fn each(kinds: &[Each], project: &Project) -> Vec<(String, Audience)> {
    let works = |role: &Entry<Role>, place: &str| {
        role.locations.is_empty() || role.locations.iter().any(|location| location.value == place)
    };
    let role = |role: &Entry<Role>| Audience { role: Some(role.id.clone()), location: None };
    let place = |place: &str| Audience { role: None, location: Some(place.to_owned()) };
    let (roles, places) = (&project.roles, &project.locations);
    let audiences: Vec<Audience> = match (kinds.contains(&Each::Role), kinds.contains(&Each::Location)) {
        (true, true) => {
            let at = |entry: &Entry<Role>| -> Vec<Audience> {
                let there = places.iter().filter(|place| works(entry, &place.id));
                there.map(|place| Audience { location: Some(place.id.clone()), ..role(entry) }).collect()
            };
            roles.iter().flat_map(at).collect()
        }
        (true, false) => roles.iter().map(role).collect(),
        (false, _) => places.iter().map(|entry| place(&entry.id)).collect(),
    };
    audiences.into_iter().map(|audience| (name(&audience), audience)).collect()
}

/// The name of the files of an audience.
pub(super) fn name(audience: &Audience) -> String {
    let names = [&audience.role, &audience.location].into_iter().flatten().cloned();
    names.collect::<Vec<_>>().join(".")
}
