//! How far a long run is, for people who watch it. Must never write where nobody watches.

use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Runs that are shorter than this say nothing.
const LONG: usize = 20;

/// The progress of a run.
pub(super) struct Progress {
    all: usize,
    done: AtomicUsize,
    watched: bool,
}

impl Progress {
    /// A run of so many steps.
    pub(super) fn new(all: usize) -> Self {
        Progress { all, done: AtomicUsize::new(0), watched: all >= LONG && std::io::stderr().is_terminal() }
    }

    /// A step is done.
    pub(super) fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        // Every hundredth part is often enough to be seen.
        if self.watched && (done == self.all || done.is_multiple_of((self.all / 100).max(1))) {
            let _ = write!(std::io::stderr().lock(), "\r{done} of {} handbooks", self.all);
        }
    }

    /// The run is over: what it said goes.
    pub(super) fn end(&self) {
        if self.watched {
            let _ = write!(std::io::stderr().lock(), "\r\x1b[K");
        }
    }
}
