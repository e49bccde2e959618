//! All handbooks of a build, side by side, each on the disk as soon as it is made. Must never hold more of them in memory
//! than are being made, and never let the results depend on which is ready first.

use std::sync::atomic::{AtomicUsize, Ordering};

use jiff::civil::Date;

use super::formats::{Format, Job};
use super::progress::Progress;
use crate::compile::{Audience, Common, DecisionTable, NowTables};
use crate::render::Look;
use crate::resolve::Project;
use crate::source::{LoadError, Output, side_by_side};

/// What all handbooks of a build are made from.
#[derive(Clone, Copy)]
pub(super) struct Jobs<'a> {
    /// The standard.
    pub(super) project: &'a Project,
    /// The formats that are built.
    pub(super) formats: &'a [Format],
    /// How they look.
    pub(super) look: &'a Look,
    /// The day of the build.
    pub(super) today: Date,
    /// The decision tables on that day.
    pub(super) tables: &'a [DecisionTable],
    /// The same for pages.
    pub(super) now_tables: &'a NowTables<'a>,
}

impl Jobs<'_> {
    /// Builds a handbook for every audience in every language.
    pub(super) fn write(
        &self,
        (languages, audiences): (&[&str], &[(String, Audience)]),
        output: &Output,
    ) -> Result<(), LoadError> {
        let commons = side_by_side(languages, 1, |language| Common::of(self.project, language, self.today));
        let jobs = commons.iter().zip(languages).flat_map(|(common, language)| {
            audiences.iter().map(move |(name, audience)| Job { common, language, languages, name, audience })
        });
        let jobs: Vec<(usize, Job<'_>)> = jobs.enumerate().collect();
        let progress = Progress::new(jobs.len());
        // What comes behind a failed one is not needed any more; what comes before may fail too, and is told instead.
        let failed = AtomicUsize::new(usize::MAX);
        let built = side_by_side(&jobs, 1, |(at, job)| {
            if *at > failed.load(Ordering::Relaxed) {
                return Ok(());
            }
            let files = job.files(self);
            let built =
                files.and_then(|files| files.iter().try_for_each(|(path, file)| output.put(path, file)));
            if built.is_err() {
                failed.fetch_min(*at, Ordering::Relaxed);
            }
            progress.step();
            built
        });
        progress.end();
        built.into_iter().collect()
    }
}
