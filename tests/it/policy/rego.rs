//! Bundles run in a Rego engine decide as the program does, reasons included.

use std::collections::BTreeMap;

use etalon::compile::{Decider, DecisionTable, LoadedPolicy, decision_tables, load_policy, loaded};
use etalon::render::{BundleOf, REGO, bundle_data};
use serde_json::{Map, Value, json};

use super::cells::{cells, input, partly, written};
use super::{TODAY, cells_wanted, examples};
use crate::situation::random::{self, Seeded};

/// A Rego engine that holds the bundle of some tables.
struct Engine(regorus::Engine);

impl Engine {
    fn of(tables: &[DecisionTable]) -> Self {
        let of = BundleOf { standard: "s", version: "1", as_of: "2026-11-22", tables };
        let mut engine = regorus::Engine::new();
        engine.add_policy("decide.rego".to_owned(), REGO.to_owned()).unwrap();
        engine.add_data(regorus::Value::from_json_str(&bundle_data(&of).to_string()).unwrap()).unwrap();
        Engine(engine)
    }

    fn decide(&mut self, table: &str, situation: &Map<String, Value>) -> Value {
        let input = json!({ "situation": situation, "tables": [table] });
        self.0.set_input(regorus::Value::from_json_str(&input.to_string()).unwrap());
        let answer = self.0.eval_rule("data.etalon.decisions".to_owned()).unwrap();
        let answer: Value = serde_json::from_str(&answer.to_json_str().unwrap()).unwrap();
        answer[table].clone()
    }
}

fn policy_of(tables: &[DecisionTable]) -> String {
    json!({ "format": 2, "as_of": "2026-11-22", "tables": tables }).to_string()
}

#[test]
fn bundles_decide_every_situation_of_the_examples_as_policies_do() {
    let mut asked = 0;
    let mut dice = Seeded::new(5);
    for (name, reading) in examples() {
        let tables = decision_tables(&reading.project, TODAY);
        let read_back = load_policy(&policy_of(&tables)).unwrap();
        let decider = Decider::of(&read_back);
        let mut engine = Engine::of(&tables);
        let most = cells_wanted(30);
        let mut cases: Vec<Value> = Vec::new();
        for (loaded, _) in decider.tables() {
            for point in cells(&loaded.table, most).0 {
                let whole = input(&loaded.table, &point);
                for situation in [partly(&mut dice, &whole, 70), whole] {
                    let own = decider.decide_in(&loaded.table.name, &situation).unwrap();
                    let theirs = engine.decide(&loaded.table.name, &situation);
                    assert_eq!(own, theirs, "{name} {} {}", loaded.table.name, json!(situation));
                    asked += 1;
                    cases.push(json!({ "table": loaded.table.name, "situation": situation, "answer": own }));
                }
            }
        }
        write_cases(&name, &tables, &cases);
    }
    assert!(asked > 500, "only {asked} situations");
}

/// Leaves the answers for a second engine, which runs beside the tests: see `tests/rego_second_engine.py`.
fn write_cases(name: &str, tables: &[DecisionTable], cases: &[Value]) {
    let Some(folder) = std::env::var_os("ETALON_CASES") else { return };
    let of = BundleOf { standard: "s", version: "1", as_of: "2026-11-22", tables };
    let text = json!({ "module": REGO, "data": bundle_data(&of), "cases": cases }).to_string();
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(std::path::Path::new(&folder).join(format!("{name}.json")), text).unwrap();
}

#[test]
fn bundles_of_random_tables_decide_as_policies_do() {
    let mut dice = Seeded::new(9);
    let mut outcomes: BTreeMap<String, usize> = BTreeMap::new();
    for seed in 0..80 {
        let table = random::table(seed);
        let tables = [written(&table, "rule \" := ", seed % 5 == 0)];
        let loaded = loaded(tables[0].clone()).unwrap();
        let policy = LoadedPolicy { tables: vec![loaded], ..LoadedPolicy::default() };
        let decider = Decider::of(&policy);
        let mut engine = Engine::of(&tables);
        for point in cells(&table, 25).0 {
            let whole = input(&table, &point);
            for situation in [partly(&mut dice, &whole, 70), whole] {
                let own = decider.decide_in(&table.name, &situation).unwrap();
                assert_eq!(own, engine.decide(&table.name, &situation), "{seed} {}", json!(situation));
                for answer in own["attributes"].as_object().into_iter().flat_map(Map::values) {
                    *outcomes.entry(answer["outcome"].as_str().unwrap().to_owned()).or_default() += 1;
                }
            }
        }
    }
    for outcome in ["settled", "conflict", "nothing", "open"] {
        assert!(outcomes.get(outcome).is_some_and(|count| *count > 10), "{outcomes:?}");
    }
}

#[test]
fn times_numbers_and_strange_values_are_read_alike() {
    let table = json!({
        "name": "t",
        "dimensions": [
            { "name": "amount", "scale": { "number": { "decimals": 2, "from": 0 } }, "optional": true },
            { "name": "time", "scale": { "time": { "holidays": true } } },
            { "name": "gift", "scale": { "words": ["yes", "no"] } },
        ],
        "attributes": [{ "name": "outcome", "values": [{ "is": "a" }, { "is": "b" }] }],
        "rules": [
            { "id": "1", "when": { "amount": { "ranges": [[700, 5001]], "not_known": true } }, "gives": { "outcome": 0 } },
            { "id": "2", "when": { "time": { "ranges": [[540, 1080], [10080, 11000]] } }, "gives": { "outcome": 1 } },
            { "id": "3", "when": { "gift": { "ranges": [[0, 1]] } }, "gives": { "outcome": 1 }, "beats": ["1"] },
        ],
    });
    let table: DecisionTable = serde_json::from_value(table).unwrap();
    let policy = LoadedPolicy { tables: vec![loaded(table.clone()).unwrap()], ..LoadedPolicy::default() };
    let (decider, mut engine) = (Decider::of(&policy), Engine::of(&[table]));
    let amounts = [
        json!(7),
        json!(0.07),
        json!(50.01),
        json!(50.011),
        json!(-1),
        json!("not known"),
        json!("7 euros"),
        json!([7]),
        json!(null),
    ];
    let times = [
        json!("Mo 09:00"),
        json!("PH Mo 00:00"),
        json!("PH Su 23:59"),
        json!("Mo 24:00"),
        json!("Mo 9"),
        json!("Xx 09:00"),
        json!(true),
    ];
    let gifts = [json!("yes"), json!(true), json!(false), json!("true"), json!("maybe"), json!(1)];
    for amount in &amounts {
        for time in &times {
            for gift in &gifts {
                let situation = json!({ "amount": amount, "time": time, "gift": gift });
                let situation = situation.as_object().unwrap();
                assert_eq!(
                    decider.decide_in("t", situation).unwrap(),
                    engine.decide("t", situation),
                    "{situation:?}"
                );
            }
        }
    }
}
