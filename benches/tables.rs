//! Times the situation engine on rule tables of many sizes and writes the table into `benches/README.md`.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    reason = "a benchmark may stop at the first surprise"
)]

#[path = "tables/generate.rs"]
mod generate;
mod readme;

use std::fmt::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use etalon::situation::{Analysis, Budget, Table};
use generate::{Damage, partition, service};
use nix::sys::resource::{UsageWho, getrusage};

fn all() -> Budget {
    Budget { described: 5_000, counted: 1_000_000, ..Budget::default() }
}

fn few() -> Budget {
    Budget { described: 20, counted: 1, ..Budget::default() }
}

fn timed<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let start = Instant::now();
    let value = work();
    (start.elapsed().as_secs_f64(), value)
}

/// One line of the table: what was asked, what was found, and how many seconds it took.
fn line(out: &mut String, what: &str, found: &str, parts: &str, seconds: f64) {
    writeln!(out, "| {what} | {found} | {parts} | **{seconds:.3} s** |").unwrap();
    println!("{what}: {found}; {parts}; {seconds:.3} s");
}

/// Every overlap and every gap of a table whose rules divide the space.
fn divided(out: &mut String, columns: usize, rules: usize, damage: Damage) {
    let table = partition(columns, rules, damage, 7);
    let (ready, mut analysis) = timed(|| Analysis::of(&table, all()));
    let (pairs, conflicts) = timed(|| analysis.conflicts(0));
    let (regions, gaps) = timed(|| analysis.gaps(0));
    assert_eq!(conflicts.unknown + gaps.unknown, 0, "something stayed open");
    let found = format!(
        "{} contradictions, {} regions",
        conflicts.items.len() + conflicts.more,
        gaps.items.len() + gaps.more
    );
    let parts = format!("{ready:.3} + {pairs:.3} + {regions:.3}");
    line(
        out,
        &format!("{columns} columns × {rules} rules, overlaps and gaps"),
        &found,
        &parts,
        ready + pairs + regions,
    );
}

/// Which rules never win, and the first gaps, where the best value counts.
fn reached(out: &mut String, dimensions: usize, rules: usize) {
    let table = service(dimensions, rules, rules, 7);
    let (ready, mut analysis) = timed(|| Analysis::of(&table, few()));
    let (reach, found) = timed(|| analysis.unreachable_rules());
    let (regions, gaps) = timed(|| analysis.gaps(0));
    let found = format!("{} never win, {} regions", found.len(), gaps.items.len());
    let parts = format!("{ready:.3} + {reach:.3} + {regions:.3}");
    let what = format!("{dimensions} dimensions × {rules} rules, reach and gaps");
    line(out, &what, &found, &parts, ready + reach + regions);
}

/// Whether a higher value of a rising dimension fares worse.
fn rising(out: &mut String, rules: usize) {
    let table: Table = service(12, rules, 20, 7);
    let (seconds, found) = timed(|| Analysis::of(&table, few()).falling(0, 1));
    let found = format!("{} pairs described", found.items.len());
    line(out, &format!("12 dimensions × {rules} rules, order of tiers"), &found, "", seconds);
}

/// A whole check of every example, in a process of its own: the median of nine.
fn examples(out: &mut String) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    for example in ["appliance-shop", "equipment-service", "pharmacy", "software-support", "web-shop"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_etalon"));
        command.arg("check").arg(root.join(example)).stdout(Stdio::null());
        let mut runs: Vec<(f64, f64)> = (0..9)
            .map(|_| {
                let before = cpu();
                let (wall, status) = timed(|| command.status().unwrap());
                assert!(status.success(), "{example} has errors");
                (wall, cpu() - before)
            })
            .collect();
        runs.sort_by(|one, other| one.0.total_cmp(&other.0));
        let (wall, cpu) = runs[runs.len() / 2];
        line(
            out,
            &format!("`etalon check examples/{example}`"),
            "new process",
            &format!("CPU {cpu:.3}"),
            wall,
        );
    }
}

fn cpu() -> f64 {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).unwrap();
    let seconds = |time: nix::sys::time::TimeVal| time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6;
    seconds(usage.user_time()) + seconds(usage.system_time())
}

fn peak_mb() -> f64 {
    getrusage(UsageWho::RUSAGE_SELF).unwrap().max_rss() as f64 / 1024.0
}

fn main() {
    let mut out = String::from("| workload | found | parts, in seconds | together |\n|---|---|---|---|\n");
    examples(&mut out);
    for columns in [3, 5, 7] {
        for rules in [500, 1_000, 1_500] {
            divided(&mut out, columns, rules, Damage::Both);
        }
    }
    for (dimensions, rules) in [(8, 1_000), (12, 1_000), (12, 10_000)] {
        reached(&mut out, dimensions, rules);
    }
    println!("peak so far: {:.0} MB", peak_mb());
    rising(&mut out, 1_000);
    rising(&mut out, 10_000);
    for columns in [7, 12] {
        divided(&mut out, columns, 10_000, Damage::Shrink);
    }
    readme::publish("tables", &out);
}
