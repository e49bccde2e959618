//! Questions to a policy alone are answered as questions to its standard are.

use std::collections::BTreeSet;

use etalon::compile::{ask_policy, decision_tables, load_policy, policy};
use etalon::situation::answer::{Asked, Outcome, Ready};
use serde_json::Value;

use super::cells::cells;
use super::{TODAY, examples};
use crate::situation::random::Seeded;

/// A case in short: how it ends, who wins, in which situations.
type Short = (String, Vec<String>, String);

fn of_policy(answer: &Value) -> BTreeSet<Short> {
    let cases = answer["cases"].as_array().unwrap();
    let ids =
        |value: &Value| value.as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect();
    let short = |case: &Value| {
        let when: BTreeSet<String> = case["when"].as_array().unwrap().iter().map(Value::to_string).collect();
        let when: Vec<String> = when.into_iter().filter(|when| when != "{}").collect();
        (case["outcome"].as_str().unwrap().to_owned(), ids(&case["rules"]), when.join(" "))
    };
    cases.iter().map(short).collect()
}

#[test]
fn a_policy_answers_what_is_open_as_its_standard_does() {
    let mut asked_of = 0;
    let mut dice = Seeded::new(3);
    for (name, reading) in examples() {
        let text = policy(&reading.project, TODAY, &decision_tables(&reading.project, TODAY)).to_string();
        let alone = load_policy(&text).unwrap();
        let ready = Ready::new(&reading.project, TODAY);
        for standard in ready.tables() {
            let table = &standard.table;
            for point in cells(table, 1).0 {
                let words = standard.situation(&point);
                let mut asked = Asked::default();
                for (dimension, word) in words.iter().filter(|_| dice.chance(60)) {
                    asked.given.insert(dimension.clone(), vec![word.clone()]);
                }
                let Ok(answer) = ready.ask(&asked) else { continue };
                let own = ask_policy(&alone, &asked.given).unwrap();
                for said in
                    answer.tables.iter().filter(|said| said.name == table.name && said.silent.is_none())
                {
                    for attribute in said.attributes.iter().filter(|attribute| attribute.unsettled.is_none())
                    {
                        let cases = attribute.cases.iter().map(|case| {
                            let outcome = match case.outcome {
                                Outcome::Settled => "settled",
                                Outcome::Conflict => "conflict",
                                Outcome::Nothing => "nothing",
                                Outcome::Circle => "circle",
                            };
                            let rules = case.winners.iter().map(|winner| winner.rule.id.to_owned()).collect();
                            let when =
                                case.conditions.iter().map(|when| serde_json::json!(when.values).to_string());
                            let when: BTreeSet<String> = when.collect();
                            (outcome.to_owned(), rules, when.into_iter().collect::<Vec<_>>().join(" "))
                        });
                        let cases: BTreeSet<Short> = cases.collect();
                        let alone = &own["tables"][&said.name]["attributes"][&attribute.name];
                        assert_eq!(
                            of_policy(alone),
                            cases,
                            "{name} {} {} {:?}",
                            said.name,
                            attribute.name,
                            asked.given
                        );
                        asked_of += 1;
                    }
                }
            }
        }
    }
    assert!(asked_of > 100, "only {asked_of} answers");
}
