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
#[path = "decisions/hand_written.rs"]
mod hand_written;
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

/// Milliseconds of loading a module with its data into a Rego engine, and microseconds of one decision in it, with what
/// is decided.
fn in_rego(table: &Table, module: &str, data: &str, rule: &str) -> (f64, f64, Vec<regorus::Value>) {
    let start = Instant::now();
    let mut engine = regorus::Engine::new();
    engine.add_policy("decide.rego".to_owned(), module.to_owned()).unwrap();
    engine.add_data(regorus::Value::from_json_str(data).unwrap()).unwrap();
    let inputs: Vec<regorus::Value> = situations(table, 200)
        .iter()
        .map(|point| {
            let input = serde_json::json!({ "situation": situation(table, point) });
            regorus::Value::from_json_str(&input.to_string()).unwrap()
        })
        .collect();
    engine.set_input(inputs[0].clone());
    engine.eval_rule(rule.to_owned()).unwrap();
    let loading = start.elapsed().as_secs_f64() * 1e3;
    // Another program may take the processor away for a while: the quickest of several rounds is the time it takes.
    let mut best = f64::MAX;
    let mut decided = Vec::new();
    for round in 0..5 {
        decided.clear();
        let start = Instant::now();
        for input in &inputs {
            engine.set_input(input.clone());
            decided.push(black_box(engine.eval_rule(rule.to_owned()).unwrap()));
        }
        best = best.min(start.elapsed().as_secs_f64() * 1e6 / inputs.len() as f64);
        if round > 0 && best > 5e3 {
            break;
        }
    }
    (loading, best, decided)
}

/// Holds that both modules decide alike.
fn agree(ours: &[regorus::Value], theirs: &[regorus::Value]) {
    for (ours, theirs) in ours.iter().zip(theirs) {
        let ours = &ours["service"]["attributes"]["first_response"]["values"];
        let theirs: Vec<String> =
            theirs.as_array().unwrap().iter().map(|value| format!("{value} min")).collect();
        let ours: Vec<&str> =
            ours.as_array().unwrap().iter().map(|value| value.as_string().unwrap().as_ref()).collect();
        assert_eq!(ours, theirs);
    }
}

fn main() {
    let mut out = String::from(
        "| rules | a decision in the program | a decision in regorus | the same by hand-written Rego | load the bundle | write table and bundle | bundle |\n|---|---|---|---|---|---|---|\n",
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
        let data = bundle_data(&of).to_string();
        let (loading, rego, ours) = in_rego(&table, REGO, &data, "data.etalon.decisions");
        // What nobody writes by hand needs no yardstick.
        let by_hand = if rules > 1_000 {
            "–".to_owned()
        } else {
            let module = hand_written::module(&tables[0]);
            let (_, by_hand, theirs) = in_rego(&table, &module, "{}", "data.hand.first_response");
            agree(&ours, &theirs);
            format!("{by_hand:.0} µs")
        };
        let (built, size) = (built * 1e3, packed.len() / 1024);
        let row = format!(
            "| {rules} | {own:.0} ns | {rego:.0} µs | {by_hand} | {loading:.0} ms | {built:.0} ms | {size} KB |"
        );
        writeln!(out, "{row}").unwrap();
        println!("{row}");
    }
    readme::publish("decisions", &out);
}
