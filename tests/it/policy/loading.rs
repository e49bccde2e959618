//! Policies that were written by others, or damaged: refused with a reason.

use etalon::compile::{decision_tables, load_policy, policy};
use serde_json::{Value, json};

use super::{TODAY, examples};

fn sample() -> Value {
    json!({
        "format": 2,
        "as_of": "2026-11-22",
        "tables": [{
            "name": "refund",
            "dimensions": [{ "name": "amount", "scale": { "number": { "decimals": 0, "from": 0 } } }],
            "attributes": [{ "name": "outcome", "values": [{ "is": "pay" }, { "is": "ask" }] }],
            "rules": [
                { "id": "small", "when": { "amount": { "ranges": [[null, 50]] } }, "gives": { "outcome": 0 } },
                { "id": "all", "gives": { "outcome": 1 } },
            ],
        }],
    })
}

fn refused(change: impl FnOnce(&mut Value)) -> String {
    let mut value = sample();
    change(&mut value);
    load_policy(&value.to_string()).unwrap_err()
}

#[test]
fn damaged_policies_are_refused_with_a_reason() {
    load_policy(&sample().to_string()).unwrap();
    assert_eq!(load_policy("{").unwrap_err(), "it is not JSON (line 1, column 1)");
    let table = |value: &mut Value, path: &str, to: Value| *value.pointer_mut(path).unwrap() = to;
    let cases: [(&str, Value, &str); 7] = [
        ("/format", json!(3), "its format is 3, and this program reads format 2"),
        ("/tables/0/rules/0/id", json!("all"), "a name stands twice"),
        ("/tables/0/rules/0/gives/outcome", json!(2), "rule `small` gives what is not there"),
        ("/tables/0/rules/0/when/amount/ranges/0/1", json!(-3), "a range of `amount` ends before it starts"),
        ("/tables/0/rules/0/when/amount/ranges/0/0", json!(-3), "a condition lies outside of `amount`"),
        ("/tables/0/dimensions/0/scale/number/decimals", json!(40), "`amount` has numbers beyond all bounds"),
        ("/tables/0/attributes/0/name", json!("other"), "rule `small` gives what is not there"),
    ];
    for (path, to, reason) in cases {
        let said = refused(|value| table(value, path, to));
        assert!(said.ends_with(reason), "{path}: {said}");
    }
}

#[test]
fn keys_that_later_programs_add_are_passed_over() {
    let mut value = sample();
    value["later"] = json!(true);
    value["tables"][0]["rules"][0]["later"] = json!([1]);
    load_policy(&value.to_string()).unwrap();
}

#[test]
fn the_same_standard_gives_the_same_bytes() {
    for (name, reading) in examples() {
        let text =
            || format!("{:#}", policy(&reading.project, TODAY, &decision_tables(&reading.project, TODAY)));
        assert_eq!(text(), text(), "{name}");
    }
}
