//! Times single decisions, in the program and in a Rego engine, and the building of bundles; writes the table into
//! `benches/README.md`.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    reason = "a benchmark may stop at the first surprise"
)]

#[allow(dead_code, reason = "other benchmarks use the rest")]
#[path = "tables/generate.rs"]
mod generate;
mod readme;

use std::fmt::Write;
use std::hint::black_box;
use std::time::Instant;

use etalon::compile::{DecisionTable, TableValue, decision_table, loaded};
use etalon::render::{BundleOf, REGO, bundle, bundle_data};
use etalon::situation::{Decisions, Point, Room, Table};
use generate::{Seeded, service};

fn written(table: &Table) -> DecisionTable {
    let ids: Vec<String> = (0..table.rules.len()).map(|at| format!("rule-{at}")).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let value = |at: usize| TableValue { is: format!("{at} min"), ..TableValue::default() };
    let values = table.attributes.iter().map(|attribute| (0..attribute.values).map(value).collect());
    decision_table(table, &ids, &[false], values.collect())
}

fn situations(table: &Table, count: usize) -> Vec<Point> {
    let mut dice = Seeded::new(11);
    let mut position = |at: usize| {
        let extent = table.space.dimensions[at].extent();
        let (from, to) = extent.ranges()[0];
        from + dice.next((to - from) as u64) as i64
    };
    (0..count).map(|_| (0..table.space.dimensions.len()).map(&mut position).collect()).collect()
}

fn situation(table: &Table, point: &Point) -> serde_json::Value {
    let words = etalon::situation::standard::situation_of(table, point);
    let value =
        |word: String| word.parse::<i64>().map_or(serde_json::Value::from(word), serde_json::Value::from);
    serde_json::Value::Object(words.into_iter().map(|(name, word)| (name, value(word))).collect())
}

/// Seconds of one decision in the program.
fn in_the_program(table: &Table, beaten_by: &[Vec<usize>]) -> f64 {
    let decisions = Decisions::of(table, beaten_by);
    let points = situations(table, 4_096);
    let mut room = Room::default();
    let rounds = 50;
    let start = Instant::now();
    for _ in 0..rounds {
        for point in &points {
            if decisions.enter(black_box(point), &mut room).is_some() {
                black_box(decisions.winners(0, &mut room));
            }
        }
    }
    start.elapsed().as_secs_f64() / f64::from(rounds) / points.len() as f64
}

/// Seconds of one decision in a Rego engine.
fn in_rego(table: &Table, of: &BundleOf<'_>) -> f64 {
    let mut engine = regorus::Engine::new();
    engine.add_policy("decide.rego".to_owned(), REGO.to_owned()).unwrap();
    engine.add_data(regorus::Value::from_json_str(&bundle_data(of).to_string()).unwrap()).unwrap();
    let inputs: Vec<regorus::Value> = situations(table, 200)
        .iter()
        .map(|point| {
            let input = serde_json::json!({ "situation": situation(table, point) });
            regorus::Value::from_json_str(&input.to_string()).unwrap()
        })
        .collect();
    engine.set_input(inputs[0].clone());
    engine.eval_rule("data.etalon.decisions".to_owned()).unwrap();
    let start = Instant::now();
    for input in &inputs {
        engine.set_input(input.clone());
        black_box(engine.eval_rule("data.etalon.decisions".to_owned()).unwrap());
    }
    start.elapsed().as_secs_f64() / inputs.len() as f64
}

fn main() {
    let mut out = String::from(
        "| rules | a decision in the program | a decision in regorus | write table and bundle | bundle |\n|---|---|---|---|---|\n",
    );
    for rules in [50, 200, 1_000, 10_000] {
        let table = service(8, rules, 20, 7);
        let start = Instant::now();
        let tables = [written(&table)];
        let of = BundleOf { standard: "service", version: "1", as_of: "2026-11-22", tables: &tables };
        let packed = bundle(&of, None).unwrap();
        let built = start.elapsed().as_secs_f64();
        let read = loaded(tables[0].clone()).unwrap();
        let own = in_the_program(&read.table, read.beaten_by.as_ref().unwrap()) * 1e9;
        let rego = in_rego(&table, &of) * 1e6;
        let (built, size) = (built * 1e3, packed.len() / 1024);
        writeln!(out, "| {rules} | {own:.0} ns | {rego:.0} µs | {built:.0} ms | {size} KB |").unwrap();
        println!("{rules}: {own:.0} ns, regorus {rego:.0} us, built in {built:.0} ms, {size} KB");
    }
    readme::publish("decisions", &out);
}
