//! The policy alone decides as the sources do.

use etalon::compile::{
    Decider, LoadedTable, TableValue, decision_table, decision_tables, load_policy, loaded, policy,
};
use etalon::situation::standard::tables;
use etalon::situation::{Decisions, Room, Table};
use serde_json::Value;

use super::cells::{Meaning, cells, input};
use super::{TODAY, cells_wanted, examples};
use crate::situation::random;

/// A generated table as a policy holds it, read back.
pub(crate) fn through_policy(table: &Table) -> LoadedTable {
    let ids: Vec<String> = (0..table.rules.len()).map(|at| format!("rule-{at}")).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let value = |at: usize| TableValue { is: format!("value {at}"), ..TableValue::default() };
    let values = table.attributes.iter().map(|attribute| (0..attribute.values).map(value).collect());
    let written = decision_table(table, &ids, &[], values.collect());
    let text = serde_json::to_string(&written).unwrap();
    loaded(serde_json::from_str(&text).unwrap()).unwrap()
}

#[test]
fn a_policy_decides_every_situation_as_its_standard_does() {
    let (mut asked, mut whole) = (0, 0);
    for (name, reading) in examples() {
        let text = policy(&reading.project, TODAY, &decision_tables(&reading.project, TODAY)).to_string();
        let read_back = load_policy(&text).unwrap();
        let decider = Decider::of(&read_back);
        let own = tables(&reading.project, TODAY);
        assert_eq!(own.len(), decider.tables().len(), "{name}");
        for (standard, (loaded, decisions)) in own.iter().zip(decider.tables()) {
            let table = &standard.table;
            let meaning = Meaning::of(table);
            let (points, all) = cells(table, cells_wanted(120));
            whole += usize::from(all);
            for point in points {
                let answer = decider.decide_in(&table.name, &input(table, &point)).unwrap();
                asked += 1;
                if !table.can_happen(&point) {
                    assert_eq!(answer["never_happens"], true, "{name} {} {point:?}", table.name);
                    continue;
                }
                let mut room = Room::default();
                decisions.as_ref().unwrap().enter(&point, &mut room).unwrap();
                for (at, attribute) in table.attributes.iter().enumerate() {
                    let winners = meaning.winners(at, &point);
                    let ids: Vec<&str> = winners.iter().map(|rule| standard.rules[*rule].id).collect();
                    let said = &answer["attributes"][&attribute.name];
                    assert_eq!(said["rules"], Value::from(ids), "{name} {} {point:?}", table.name);
                    assert_eq!(decisions.as_ref().unwrap().winners(at, &mut room), winners);
                }
                assert_eq!(loaded.rules.len(), table.rules.len());
            }
        }
    }
    assert!(asked > 1_000 && whole > 10, "only {asked} situations, {whole} tables in full");
}

#[test]
fn random_tables_decide_alike_before_and_after_a_policy() {
    for seed in 0..200 {
        let table = random::table(seed);
        let meaning = Meaning::of(&table);
        let loaded = through_policy(&table);
        let decisions = Decisions::of(&loaded.table, loaded.beaten_by.as_ref().unwrap());
        let mut room = Room::default();
        for point in cells(&table, 100_000).0 {
            assert_eq!(decisions.enter(&point, &mut room).is_some(), table.can_happen(&point), "{seed}");
            if !table.can_happen(&point) {
                continue;
            }
            for attribute in 0..table.attributes.len() {
                let winners = meaning.winners(attribute, &point);
                assert_eq!(decisions.winners(attribute, &mut room), winners, "{seed} {point:?}");
            }
        }
    }
}

#[test]
fn what_is_left_open_is_never_answered_otherwise_later() {
    for seed in 0..100 {
        let table = random::table(seed);
        let loaded = through_policy(&table);
        let decisions = Decisions::of(&loaded.table, loaded.beaten_by.as_ref().unwrap());
        let (mut room, mut full) = (Room::default(), Room::default());
        for point in cells(&table, 200).0 {
            if decisions.enter(&point, &mut full).is_none() {
                continue;
            }
            for hidden in 0..point.len() {
                let known: Vec<Option<i64>> = point
                    .iter()
                    .enumerate()
                    .map(|(at, position)| (at != hidden).then_some(*position))
                    .collect();
                decisions.enter_partly(&known, &mut room).unwrap();
                for attribute in 0..table.attributes.len() {
                    if decisions.open(attribute, &room).is_empty() {
                        let early = decisions.winners(attribute, &mut room).to_vec();
                        assert_eq!(
                            early,
                            decisions.winners(attribute, &mut full),
                            "{seed} {point:?} {hidden}"
                        );
                    }
                }
            }
        }
    }
}
