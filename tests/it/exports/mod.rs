//! What other programs are given, read back by readers of their own.

mod asterisk;
mod bpmn;
mod calendars;
mod desks;
mod dmn;
mod forms;
mod public;
mod request_tracker;
mod tables;
mod zendesk;

use std::collections::BTreeMap;

use etalon::compile::decision_tables;
use etalon::render::{Matter, TARGETS};
use etalon::resolve::{Entrance, Project, read};
use etalon::source::MemoryWorld;
use jiff::civil::Date;

use crate::policy::{TODAY, examples};

/// The files of a target for every example.
pub(crate) fn exported(target: &str) -> Vec<(String, BTreeMap<String, Vec<u8>>, Project)> {
    let of = |(name, reading): (String, etalon::resolve::Reading)| {
        let project = reading.project;
        (name, files(target, &project), project)
    };
    examples().into_iter().map(of).collect()
}

/// The files of a target, by their names.
pub(crate) fn files(target: &str, project: &Project) -> BTreeMap<String, Vec<u8>> {
    let tables = decision_tables(project, TODAY);
    let matter = Matter { project, today: TODAY, tables: &tables };
    let target = TARGETS.iter().find(|known| known.id == target).unwrap();
    let short = |(path, content): (String, Vec<u8>)| (path.rsplit('/').next().unwrap().to_owned(), content);
    target.files(&matter).into_iter().map(short).collect()
}

/// The days from that of the exports on, up to the last.
pub(crate) fn days_until(last: Date) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(TODAY), |date| date.tomorrow().ok()).take_while(move |date| *date <= last)
}

/// A standard of a few lines.
pub(crate) fn project(text: &str) -> Project {
    let world = MemoryWorld::new(TODAY).with("etalon.yaml", text);
    read(&world, &Entrance::Folder(String::new())).unwrap().project
}

pub(crate) fn text(files: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    String::from_utf8(files[name].clone()).unwrap()
}

#[test]
fn every_target_reports_its_losses_and_writes_the_same_bytes_again() {
    for target in TARGETS {
        for (name, files, project) in exported(target.id) {
            assert!(
                text(&files, "losses.md").starts_with(&format!("# {}", target.title)),
                "{name} {}",
                target.id
            );
            assert_eq!(files, self::files(target.id, &project), "{name} {}", target.id);
        }
    }
}
