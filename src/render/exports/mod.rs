//! The standard in the forms that other programs read; one file per target, and beside each export a report of what
//! the target cannot say. Must never make up an id of another system, nor leave something out in silence.

mod amazon_connect;
mod answers;
mod asterisk;
mod bpmn;
mod csv;
mod dmn;
mod forms;
mod genesys;
mod icalendar;
mod losses;
mod matter;
mod merchant;
mod promised;
mod request_tracker;
mod rows;
mod schema_org;
mod shapes;
mod symbols;
mod whole_days;
mod xlsx;
mod zammad;
mod zendesk;

use std::collections::BTreeMap;

use losses::Losses;

pub use matter::Matter;

/// Something that a standard is exported to.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// Its name on the command line, and of its folder.
    pub id: &'static str,
    /// Its name for readers.
    pub title: &'static str,
    write: fn(&Matter<'_>, &mut Export),
}

/// Everything that a standard can be exported to.
pub const TARGETS: &[Target] = &[
    answers::TARGET,
    csv::TARGET,
    xlsx::TARGET,
    icalendar::TARGET,
    schema_org::TARGET,
    zendesk::TARGET,
    dmn::TARGET,
    bpmn::TARGET,
    zammad::TARGET,
    amazon_connect::TARGET,
    asterisk::TARGET,
    request_tracker::TARGET,
    genesys::TARGET,
    merchant::TARGET,
];

/// What is written for a target.
#[derive(Debug, Default)]
struct Export {
    files: BTreeMap<String, Vec<u8>>,
    losses: Losses,
}

impl Export {
    fn file(&mut self, name: &str, content: impl Into<Vec<u8>>) {
        self.files.insert(name.to_owned(), content.into());
    }

    fn json(&mut self, name: &str, content: &serde_json::Value) {
        self.file(name, format!("{content:#}\n"));
    }
}

impl Target {
    /// The files of the target, each with its path below the folder of the build.
    pub fn files(&self, matter: &Matter<'_>) -> BTreeMap<String, Vec<u8>> {
        let mut export = Export::default();
        (self.write)(matter, &mut export);
        let report = export.losses.report(self, matter);
        export.file("losses.md", report);
        let placed = |(name, content)| (format!("exports/{}/{name}", self.id), content);
        export.files.into_iter().map(placed).collect()
    }
}

/// Adds a member to an object.
fn put(object: &mut serde_json::Value, key: &str, value: serde_json::Value) {
    if let Some(object) = object.as_object_mut() {
        object.insert(key.to_owned(), value);
    }
}
