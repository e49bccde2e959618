//! The evaluator of the pages answers as the program does, in whole situations and in those that leave things open.

use std::collections::BTreeMap;

use etalon::compile::{
    Audience, DecisionTable, LoadedPolicy, ask_policy, decision_tables, handbook, loaded, now_table,
};
use etalon::resolve::NOT_KNOWN;
use etalon::situation::answer::{Asked, Presence, Ready};
use etalon::situation::{Dimension, Scale, Set, Table};
use serde_json::{Map, Value, json};

use super::cells::{cells, input, partly, written};
use super::now_readers::page_of;
use super::{TODAY, cells_wanted, examples};
use crate::situation::random::{self, Seeded};

const EVALUATOR: &str = include_str!("../../../src/render/html/now.js");
/// What a number beyond all bounds, and one that is not known, are for browsers.
const FAR: i64 = 9_000_000_000_000_000;
const UNKNOWN: i64 = 9_007_199_254_740_000;

/// An engine that runs the evaluator of a page.
pub(crate) struct Engine {
    context: rquickjs::Context,
}

impl Engine {
    pub(crate) fn of(data: &Value) -> Self {
        let runtime = rquickjs::Runtime::new().unwrap();
        runtime.set_max_stack_size(4 << 20);
        let context = rquickjs::Context::full(&runtime).unwrap();
        let engine = Engine { context };
        engine.run(EVALUATOR);
        engine.context.with(|scope| scope.globals().set("written", data.to_string()).unwrap());
        engine.run("var data = JSON.parse(written), undefined_;");
        engine.run(
            "function answer(q) { var t = data.tables[q.table], w = EtalonNow.within(t, q.given || {});\
             return w.refused.length ? { refused: w.refused } : EtalonNow.ask(t, w.known); }",
        );
        engine
    }

    fn run(&self, script: &str) {
        self.context.with(|scope| scope.eval::<(), _>(script).unwrap());
    }

    pub(crate) fn value(&self, script: &str, question: &Value) -> Value {
        let said: String = self.context.with(|scope| {
            scope.globals().set("asked", question.to_string()).unwrap();
            scope
                .eval(format!("JSON.stringify((function (q) {{ return {script}; }})(JSON.parse(asked)))"))
                .unwrap()
        });
        serde_json::from_str(&said).unwrap()
    }
}

/// A situation as the form of a page says it.
pub(super) fn as_said(situation: &Map<String, Value>, table: &Table) -> Value {
    let said = |(name, value): (&String, &Value)| {
        let (_, dimension) = table.space.find(name).unwrap();
        let value = match (&dimension.scale, value) {
            (Scale::Time { .. }, Value::String(text)) if text != NOT_KNOWN => time(text),
            (_, Value::Number(number)) => json!(number.to_string()),
            (_, value) => value.clone(),
        };
        (name.clone(), json!([value]))
    };
    Value::Object(situation.iter().map(said).collect())
}

fn time(text: &str) -> Value {
    let (holiday, rest) = text.strip_prefix("PH ").map_or((false, text), |rest| (true, rest));
    let (day, clock) = rest.split_once(' ').unwrap();
    let day = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"].iter().position(|known| *known == day).unwrap();
    let (hours, minutes) = clock.split_once(':').unwrap();
    let minute = hours.parse::<i64>().unwrap() * 60 + minutes.parse::<i64>().unwrap();
    json!({ "day": day, "minute": minute, "holiday": holiday })
}

/// What the page says of a table, in the form in which a policy answers.
fn as_policy(said: &Value, written: &DecisionTable, table: &Table, kept: &Kept) -> Value {
    match said["silent"].as_str() {
        Some("never") => return json!({ "never_happens": true }),
        Some("unsettled") => return json!({ "unsettled": true }),
        _ => {}
    }
    if !said["refused"].is_null() {
        return json!({ "refused": said["refused"] });
    }
    let numbers = |value: &Value| -> Vec<usize> { serde_json::from_value(value.clone()).unwrap() };
    let mut attributes = Map::new();
    for (answer, at) in said["attributes"].as_array().unwrap().iter().zip(&kept.attributes) {
        let attribute = &written.attributes[*at];
        let ids = |value: &Value| -> Vec<&String> {
            numbers(value).iter().map(|rule| &written.rules[kept.rules[*rule]].id).collect()
        };
        let case = |case: &Value| {
            let values: Vec<&String> =
                numbers(&case["values"]).iter().map(|at| &attribute.values[*at].is).collect();
            let when: Vec<Value> =
                case["when"].as_array().unwrap().iter().map(|found| region(found, table)).collect();
            json!({ "when": when, "outcome": case["outcome"], "values": values, "rules": ids(&case["rules"]),
                "beaten": ids(&case["beaten"]) })
        };
        let answer = match answer["cases"].as_array() {
            Some(cases) => {
                json!({ "side_by_side": attribute.several, "cases": cases.iter().map(case).collect::<Vec<_>>() })
            }
            None => json!({ "unsettled": "there are too many cases: say more about the situation" }),
        };
        attributes.insert(attribute.name.clone(), answer);
    }
    json!({ "attributes": attributes })
}

fn region(found: &Value, table: &Table) -> Value {
    let mut conditions: BTreeMap<&str, Value> = BTreeMap::new();
    for (set, dimension) in found.as_array().unwrap().iter().zip(&table.space.dimensions) {
        let Some(ends) = set.as_array() else { continue };
        let ends: Vec<i64> = ends.iter().map(|end| position(end.as_i64().unwrap(), dimension)).collect();
        let set = Set::of(ends.chunks(2).map(|range| (range[0], range[1])).collect());
        conditions.insert(&dimension.name, json!(dimension.values(&set)));
    }
    json!(conditions)
}

fn position(end: i64, dimension: &Dimension) -> i64 {
    let known = dimension.extent().ranges()[0];
    match end {
        end if end >= UNKNOWN => dimension.unknown().unwrap() + end - UNKNOWN,
        end if end <= -FAR => known.0,
        end if end >= FAR => known.1,
        end => end,
    }
}

/// What a page keeps of a table: attributes that some rule gives, and the rules that give them.
struct Kept {
    attributes: Vec<usize>,
    rules: Vec<usize>,
}

impl Kept {
    fn of(table: &DecisionTable) -> Self {
        let given =
            |name: &String| table.rules.iter().any(|rule| !rule.floor && rule.gives.contains_key(name));
        let attributes: Vec<usize> =
            (0..table.attributes.len()).filter(|at| given(&table.attributes[*at].name)).collect();
        let gives = |at: &usize| table.rules[*at].gives.keys().any(given);
        Kept { attributes, rules: (0..table.rules.len()).filter(gives).collect() }
    }
}

fn of_policy(own: &Value, written: &DecisionTable, kept: &Kept) -> Value {
    let Some(attributes) = own["attributes"].as_object() else { return own.clone() };
    let names: Vec<&String> = kept.attributes.iter().map(|at| &written.attributes[*at].name).collect();
    let kept = attributes.iter().filter(|(name, _)| names.contains(name));
    json!({ "attributes": kept.map(|(name, value)| (name.clone(), value.clone())).collect::<Map<_, _>>() })
}

fn words(situation: &Map<String, Value>) -> BTreeMap<String, Vec<String>> {
    let word = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    situation.iter().map(|(name, value)| (name.clone(), vec![word(value)])).collect()
}

#[test]
fn the_page_answers_every_situation_of_the_examples_as_the_policy_does() {
    let mut asked = 0;
    let mut dice = Seeded::new(11);
    for (name, reading) in examples() {
        let tables = decision_tables(&reading.project, TODAY);
        let book = handbook(&reading.project, &Audience::default(), reading.project.source_language(), TODAY);
        let Some(page) = page_of(&reading.project, &Audience::default(), &book, &tables) else { continue };
        let engine = Engine::of(&Value::Object(page.data.clone()));
        let carried: Vec<&str> = page.data["tables"]
            .as_array()
            .unwrap()
            .iter()
            .map(|table| table["name"].as_str().unwrap())
            .collect();
        for written in &tables {
            // Each table by itself: a policy answers for all that it has.
            let policy =
                LoadedPolicy { tables: vec![loaded(written.clone()).unwrap()], ..LoadedPolicy::default() };
            let loaded = &policy.tables[0];
            let kept = Kept::of(written);
            let Some(at) = carried.iter().position(|name| *name == written.name) else {
                assert!(kept.attributes.is_empty(), "{name} {} is not carried", written.name);
                continue;
            };
            for point in cells(&loaded.table, cells_wanted(12)).0 {
                let whole = input(&loaded.table, &point);
                for situation in [partly(&mut dice, &whole, 65), whole] {
                    let question = json!({ "table": at, "given": as_said(&situation, &loaded.table) });
                    let theirs =
                        as_policy(&engine.value("answer(q)", &question), written, &loaded.table, &kept);
                    let own = ask_policy(&policy, &words(&situation)).unwrap();
                    let own = of_policy(&own["tables"][&written.name], written, &kept);
                    assert_eq!(own, theirs, "{name} {} {}", written.name, json!(situation));
                    asked += 1;
                }
            }
        }
    }
    assert!(asked > 1_000, "only {asked} situations");
}

#[test]
fn the_page_answers_random_tables_as_the_policy_does() {
    let mut dice = Seeded::new(17);
    let mut outcomes: BTreeMap<String, usize> = BTreeMap::new();
    for seed in 0..120 {
        let table = random::table(seed);
        let table = written(&table, "r", seed % 5 == 0);
        let engine = Engine::of(&json!({ "tables": [now_table(&table)] }));
        let policy = LoadedPolicy { tables: vec![loaded(table.clone()).unwrap()], ..LoadedPolicy::default() };
        let loaded = &policy.tables[0];
        let kept = Kept {
            attributes: (0..table.attributes.len()).collect(),
            rules: (0..table.rules.len()).collect(),
        };
        for point in cells(&loaded.table, 6).0 {
            let whole = input(&loaded.table, &point);
            for situation in [partly(&mut dice, &whole, 40), whole, Map::new()] {
                let question = json!({ "table": 0, "given": as_said(&situation, &loaded.table) });
                let theirs = as_policy(&engine.value("answer(q)", &question), &table, &loaded.table, &kept);
                let own = ask_policy(&policy, &words(&situation)).unwrap();
                assert_eq!(own["tables"][&table.name], theirs, "{seed} {}", json!(situation));
                for case in theirs["attributes"].as_object().into_iter().flat_map(Map::values) {
                    for case in case["cases"].as_array().into_iter().flatten() {
                        *outcomes.entry(case["outcome"].as_str().unwrap().to_owned()).or_default() += 1;
                    }
                }
            }
        }
    }
    for outcome in ["settled", "conflict", "nothing"] {
        assert!(outcomes.get(outcome).is_some_and(|count| *count > 10), "{outcomes:?}");
    }
}

#[test]
fn the_page_knows_who_is_there_as_the_program_does() {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (name, reading) in examples() {
        let project = &reading.project;
        let tables = decision_tables(project, TODAY);
        let book = handbook(project, &Audience::default(), project.source_language(), TODAY);
        let Some(page) = page_of(project, &Audience::default(), &book, &tables) else { continue };
        let engine = Engine::of(&Value::Object(page.data.clone()));
        let ready = Ready::new(project, TODAY);
        for written in
            ["Mo 03:00", "We 10:00", "Fr 17:59", "Sa 12:00", "Su 23:59", "PH We 10:00", "PH Su 11:00"]
        {
            let answer = ready.ask(&Asked::of([("time", written)])).unwrap();
            let duty = answer.duty.unwrap();
            let there = |presence: Presence| match presence {
                Presence::Yes => "yes",
                Presence::No => "no",
                Presence::Partly => "partly",
                Presence::Dated => "dated",
            };
            let script = "data.duty[q.of].map(function (one) { \
                return [one.id, EtalonNow.presence(one.times, EtalonNow.minutes(q.time, true))]; })";
            let said = |of: &str| engine.value(script, &json!({ "of": of, "time": time(written) }));
            let roles = duty.roles.iter().map(|now| (now.role.id.clone(), there(now.on_duty)));
            let channels = duty.channels.iter().map(|now| (now.channel.id.clone(), there(now.open)));
            assert_eq!(said("roles"), json!(roles.collect::<Vec<_>>()), "{name} {written}");
            assert_eq!(said("channels"), json!(channels.collect::<Vec<_>>()), "{name} {written}");
            for now in &duty.roles {
                *seen.entry(there(now.on_duty)).or_default() += 1;
            }
        }
    }
    assert!(seen.get("yes") > Some(&10) && seen.get("no") > Some(&10), "{seen:?}");
}

#[test]
fn the_form_is_a_script_that_every_browser_reads() {
    let form = include_str!("../../../src/render/html/now_form.js");
    let engine = Engine::of(&json!({ "tables": [] }));
    // It is read and not run: it needs a page.
    engine.run(&format!("var form = function () {{ {form} }};"));
}
