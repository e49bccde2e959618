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

use std::time::Instant;

use etalon::situation::{Analysis, Budget, Table};
use generate::{Damage, partition, service};

fn all() -> Budget {
    Budget { described: 5_000, counted: 1_000_000, ..Budget::default() }
}

fn timed<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let start = Instant::now();
    let value = work();
    (start.elapsed().as_secs_f64(), value)
}

fn overlaps_and_gaps(table: &Table) -> (f64, f64, f64, usize, usize, usize) {
    let (ready, mut analysis) = timed(|| Analysis::of(table, all()));
    let (pairs, conflicts) = timed(|| analysis.conflicts(0));
    let (regions, gaps) = timed(|| analysis.gaps(0));
    let unknown = conflicts.unknown + gaps.unknown;
    (ready, pairs, regions, conflicts.items.len() + conflicts.more, gaps.items.len() + gaps.more, unknown)
}

fn main() {
    let wanted: Vec<String> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let wants = |name: &str| wanted.is_empty() || wanted.iter().any(|wanted| name.contains(wanted.as_str()));
    for columns in [3, 5, 7] {
        for rules in [500, 1_000, 1_500] {
            if wants("partition") {
                let table = partition(columns, rules, Damage::Both, 7);
                let (ready, pairs, regions, conflicts, gaps, unknown) = overlaps_and_gaps(&table);
                println!(
                    "partition {columns} x {rules}: ready {ready:.3} conflicts {pairs:.3} ({conflicts}) gaps {regions:.3} ({gaps}) unknown {unknown}"
                );
            }
        }
    }
    for (dimensions, rules) in [(8, 1_000), (12, 1_000), (12, 10_000)] {
        if wants("service") {
            let table = service(dimensions, rules, rules, 7);
            let (ready, mut analysis) = timed(|| Analysis::of(&table, all()));
            let (reach, found) = timed(|| analysis.unreachable_rules());
            let (regions, gaps) =
                timed(|| Analysis::of(&table, Budget { described: 20, counted: 0, ..all() }).gaps(0));
            println!(
                "service {dimensions} x {rules}: ready {ready:.3} reach {reach:.3} ({}) gaps {regions:.3} ({})",
                found.len(),
                gaps.items.len()
            );
        }
    }
    if wants("rising") {
        let table = service(12, 10_000, 20, 7);
        let (seconds, found) = timed(|| Analysis::of(&table, Budget::default()).falling(0, 1));
        println!(
            "rising 12 x 10000: {seconds:.3} ({} and {} more, {} unknown)",
            found.items.len(),
            found.more,
            found.unknown
        );
    }
    for columns in [7, 12] {
        if wants("large") {
            let table = partition(columns, 10_000, Damage::Shrink, 7);
            let (ready, pairs, regions, conflicts, gaps, unknown) = overlaps_and_gaps(&table);
            println!(
                "partition {columns} x 10000: ready {ready:.3} conflicts {pairs:.3} ({conflicts}) gaps {regions:.3} ({gaps}) unknown {unknown}"
            );
        }
    }
}
