//! Times the comparison of two versions of a rule table and writes the table into `benches/README.md`.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    reason = "a benchmark may stop at the first surprise"
)]

#[path = "tables/generate.rs"]
#[allow(dead_code, reason = "shared with the other benchmarks")]
mod generate;
mod readme;

use std::fmt::Write;
use std::time::Instant;

use etalon::situation::{Budget, Set, Table, compare};
use generate::{Damage, Seeded, partition, service};

/// The second version of a table: in so many rules another value, other conditions, or the rule is gone.
pub(crate) fn revised(old: &Table, edits: usize, seed: u64) -> Table {
    let mut dice = Seeded::new(seed);
    let mut new = old.clone();
    for edit in 0..edits {
        let at = dice.next(new.rules.len() as u64) as usize;
        match edit % 3 {
            0 => {
                let values = new.attributes[0].values as u64;
                new.rules[at].gives.insert(0, dice.next(values) as usize);
            }
            1 => {
                new.rules.remove(at);
            }
            _ => {
                let limits: Vec<(usize, Set)> =
                    new.rules[at].region.limits().map(|(dimension, set)| (dimension, set.clone())).collect();
                if let Some((dimension, set)) = limits.first() {
                    let (from, to) = set.ranges()[0];
                    new.rules[at].region.limit(*dimension, Set::of(vec![(from, from + (to - from + 1) / 2)]));
                }
            }
        }
    }
    new
}

/// The median of several runs in seconds, of one where it takes long, and what the last one found: changes, and
/// questions that stayed open.
fn measured(old: &Table, new: &Table) -> (f64, usize, usize) {
    let budget = Budget { described: 500, counted: 1_500, ..Budget::default() };
    let (mut times, mut found, mut open) = (Vec::new(), 0, 0);
    for _ in 0..5 {
        let start = Instant::now();
        let changes = compare(old, new, budget);
        times.push(start.elapsed().as_secs_f64());
        found = changes.iter().map(|found| found.items.len()).sum();
        open = changes.iter().map(|found| found.unknown + found.more).sum();
        if start.elapsed().as_secs_f64() > 1.0 {
            break;
        }
    }
    times.sort_by(f64::total_cmp);
    (times[times.len() / 2], found, open)
}

fn main() {
    let mut table =
        String::from("| tables | edits | regions that change | open | wall |\n|---|---|---|---|---|\n");
    let tables = [
        ("1 000 rules × 5, a damaged partition", partition(5, 1_000, Damage::Both, 7)),
        ("1 000 rules × 8, service kind", service(8, 1_000, 1_000, 7)),
        ("1 000 rules × 12, service kind", service(12, 1_000, 1_000, 7)),
    ];
    for (name, old) in tables {
        for edits in [1, 10, 30] {
            let (wall, found, open) = measured(&old, &revised(&old, edits, 11));
            let row = format!("| {name} | {edits} | {found} | {open} | {:.0} ms |", wall * 1e3);
            println!("{row}");
            writeln!(table, "{row}").unwrap();
        }
    }
    readme::publish("diff", &table);
}
