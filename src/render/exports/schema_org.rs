//! What search engines and maps read of a company, as JSON-LD: the data of the charter, with a report of what it cannot
//! say. Must never say anything that the data does not.

use super::{Export, Matter, Target};
use crate::compile::{Audience, public_data};

pub(super) const TARGET: Target = Target { id: "schema-org", title: "Data for search engines", write };

fn write(matter: &Matter<'_>, export: &mut Export) {
    let language = matter.project.source_language();
    let data = public_data(matter.project, &Audience::default(), language, matter.today);
    for (reason, entry) in data.left_out {
        match entry {
            Some(entry) => export.losses.add(&reason, entry),
            None => export.losses.say(&reason),
        }
    }
    export.losses.say("Promised times, scripts and procedures have no words there.");
    export.json("organization.jsonld", &data.organization);
}
