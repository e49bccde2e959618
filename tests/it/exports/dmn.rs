//! Decision tables: at most one outcome in every situation, and it is the one of the standard.

use std::collections::{BTreeMap, BTreeSet};

use etalon::compile::{Decider, decision_tables, load_policy};
use roxmltree::{Document, Node};
use serde_json::{Value, json};

use super::exported;
use crate::policy::TODAY;
use crate::policy::cells::{cells, input};

fn find<'n>(node: Node<'n, 'n>, name: &'n str) -> impl Iterator<Item = Node<'n, 'n>> {
    node.children().filter(move |child| child.has_tag_name((namespace(), name)))
}

fn namespace() -> &'static str {
    "https://www.omg.org/spec/DMN/20191111/MODEL/"
}

fn words<'n>(node: Node<'n, 'n>) -> &'n str {
    find(node, "text").next().and_then(|text| text.text()).unwrap_or_default()
}

/// Whether a value passes a unary test of the kinds that are written.
fn passes(test: &str, value: &Value) -> bool {
    if test == "-" {
        return true;
    }
    if value.is_string() {
        let list: Vec<Value> = serde_json::from_str(&format!("[{test}]")).unwrap();
        return list.contains(value);
    }
    test.split(',').any(|one| {
        let number = value.as_f64();
        let bound = |text: &str| text.trim().parse::<f64>().unwrap();
        match number {
            None => one == "null",
            Some(_) if one == "null" => false,
            Some(number) => {
                if let Some(least) = one.strip_prefix(">=") {
                    number >= bound(least)
                } else if let Some(most) = one.strip_prefix("<=") {
                    number <= bound(most)
                } else {
                    let (from, to) = one.trim_matches(['[', ']']).split_once("..").unwrap();
                    (bound(from)..=bound(to)).contains(&number)
                }
            }
        }
    })
}

/// A minute of the week as a number.
fn minute(text: &str) -> i64 {
    let (holiday, text) = text.strip_prefix("PH ").map_or((0, text), |rest| (10_080, rest));
    let day =
        ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"].iter().position(|day| text.starts_with(day)).unwrap();
    holiday
        + day as i64 * 1_440
        + text[3..5].parse::<i64>().unwrap() * 60
        + text[6..8].parse::<i64>().unwrap()
}

fn outcomes(decision: Node<'_, '_>, situation: &BTreeMap<String, Value>) -> BTreeSet<String> {
    let said = |node: Node<'_, '_>| serde_json::from_str::<String>(words(node)).unwrap();
    if let Some(always) = find(decision, "literalExpression").next() {
        return BTreeSet::from([said(always)]);
    }
    let table = find(decision, "decisionTable").next().unwrap();
    let inputs: Vec<&str> =
        find(table, "input").map(|input| words(find(input, "inputExpression").next().unwrap())).collect();
    let holds = |rule: &Node<'_, '_>| {
        let tests: Vec<&str> = find(*rule, "inputEntry").map(words).collect();
        assert_eq!(tests.len(), inputs.len());
        inputs.iter().zip(tests).all(|(name, test)| passes(test, &situation[*name]))
    };
    find(table, "rule").filter(holds).map(|rule| said(find(rule, "outputEntry").next().unwrap())).collect()
}

#[test]
fn tables_decide_every_situation_as_the_policy_does() {
    let mut compared = 0;
    for (name, files, project) in exported("dmn") {
        let tables = decision_tables(&project, TODAY);
        let policy = json!({ "format": 2, "as_of": "2026-11-22", "tables": tables }).to_string();
        let policy = load_policy(&policy).unwrap();
        let decider = Decider::of(&policy);
        for (loaded, _) in decider.tables() {
            let Some(file) = files.get(&format!("{}.dmn", loaded.table.name)) else { continue };
            let text = std::str::from_utf8(file).unwrap();
            let document = Document::parse(text).unwrap();
            for point in cells(&loaded.table, 60).0 {
                let situation = input(&loaded.table, &point);
                let decided = decider.decide_in(&loaded.table.name, &situation).unwrap();
                let value = |value: &Value| match value.as_str() {
                    Some(text) if text.len() >= 8 && text.as_bytes()[text.len() - 3] == b':' => {
                        json!(minute(text))
                    }
                    _ => value.clone(),
                };
                let variable = |name: &str| -> String {
                    name.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '_' }).collect()
                };
                let mut known: BTreeMap<String, Value> =
                    situation.iter().map(|(name, one)| (variable(name), value(one))).collect();
                for dimension in &loaded.table.space.dimensions {
                    let number = !matches!(dimension.scale, etalon::situation::Scale::Words(_));
                    let slot = known.get_mut(&variable(&dimension.name)).unwrap();
                    if number && slot == "not known" {
                        *slot = Value::Null;
                    }
                }
                for decision in find(document.root_element(), "decision") {
                    let answer = &decided["attributes"][decision.attribute("name").unwrap()];
                    let found = outcomes(decision, &known);
                    match answer["outcome"].as_str() {
                        Some("settled") => {
                            assert_eq!(found.len(), 1, "{name} {situation:?} {answer}");
                            let first = found.first().unwrap();
                            assert!(
                                answer["values"].as_array().unwrap().contains(&json!(first)),
                                "{name} {answer}"
                            );
                        }
                        Some("nothing" | "conflict" | "circle") => {
                            assert!(found.is_empty(), "{name} {situation:?} {answer}")
                        }
                        _ => continue,
                    }
                    compared += 1;
                }
            }
        }
    }
    assert!(compared > 3_000, "only {compared}");
}

#[test]
fn every_reference_has_its_element() {
    for (name, files, _) in exported("dmn") {
        for (file, content) in files.iter().filter(|(file, _)| file.ends_with(".dmn")) {
            let text = std::str::from_utf8(content).unwrap();
            let document = Document::parse(text).unwrap();
            let all: Vec<&str> = document.descendants().filter_map(|node| node.attribute("id")).collect();
            let ids: BTreeSet<&str> = all.iter().copied().collect();
            assert_eq!(all.len(), ids.len(), "{name} {file}");
            for node in document.descendants() {
                for target in [node.attribute("dmnElementRef"), node.attribute("href").map(|href| &href[1..])]
                {
                    assert!(target.is_none_or(|target| ids.contains(target)), "{name} {file} {target:?}");
                }
            }
        }
    }
}

#[test]
fn lines_of_diagrams_join_their_ends_and_shapes_stand_apart() {
    let mut lines = 0;
    for (name, files, _) in exported("dmn") {
        for (file, content) in files.iter().filter(|(file, _)| file.ends_with(".dmn")) {
            let document = Document::parse(std::str::from_utf8(content).unwrap()).unwrap();
            let number =
                |node: &Node<'_, '_>, key: &str| node.attribute(key).unwrap().parse::<i64>().unwrap();
            let named =
                |tag: &'static str| document.descendants().filter(move |node| node.tag_name().name() == tag);
            let shapes: BTreeMap<&str, [i64; 4]> = named("DMNShape")
                .map(|shape| {
                    let bounds = shape.children().find(|node| node.tag_name().name() == "Bounds").unwrap();
                    let [x, y, width, height] = ["x", "y", "width", "height"].map(|key| number(&bounds, key));
                    (shape.attribute("dmnElementRef").unwrap(), [x, y, x + width, y + height])
                })
                .collect();
            for (at, (one, area)) in shapes.iter().enumerate() {
                for (other, beside) in shapes.iter().skip(at + 1) {
                    let apart = area[2] <= beside[0]
                        || beside[2] <= area[0]
                        || area[3] <= beside[1]
                        || beside[3] <= area[1];
                    assert!(apart, "{name} {file} {one} {other}");
                }
            }
            let mut docks = BTreeSet::new();
            for edge in named("DMNEdge") {
                let (decision, input) =
                    edge.attribute("dmnElementRef").unwrap().split_once("_needs_").unwrap();
                let points = edge.children().filter(|node| node.tag_name().name() == "waypoint");
                let points: Vec<(i64, i64)> =
                    points.map(|node| (number(&node, "x"), number(&node, "y"))).collect();
                let (from, to) = (shapes[format!("input_{input}").as_str()], shapes[decision]);
                // Between the columns there is nothing that a line could cross.
                assert_eq!((points[0].0, points[1].0), (from[2], to[0]), "{name} {file}");
                assert!((from[1]..from[3]).contains(&points[0].1) && (to[1]..to[3]).contains(&points[1].1));
                assert!(points.into_iter().all(|point| docks.insert(point)), "{name} {file}");
                lines += 1;
            }
        }
    }
    assert!(lines > 50, "{lines}");
}
