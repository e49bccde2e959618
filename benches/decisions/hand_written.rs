//! The yardstick for decisions in a Rego engine: a table as somebody would write it in Rego by hand, a rule for each of
//! its rows. It tells the values alone, without reasons, and refuses nothing.

use std::collections::BTreeMap;
use std::fmt::Write;

use etalon::compile::{DecisionTable, Positions, TableScale};

/// A module in which `data.hand.first_response` lists the best values of the rows that no other row beats.
pub(crate) fn module(table: &DecisionTable) -> String {
    let mut out = String::from("package hand\n\nimport rego.v1\n\n");
    for (place, rule) in table.rules.iter().enumerate() {
        writeln!(out, "holds contains {place} if {{").unwrap();
        for (name, positions) in &rule.when {
            let dimension = table.dimensions.iter().find(|dimension| dimension.name == *name).unwrap();
            writeln!(out, "\t{}", condition(name, &dimension.scale, positions)).unwrap();
        }
        writeln!(out, "}}\n").unwrap();
    }
    let place = |id: &String| table.rules.iter().position(|rule| rule.id == *id).unwrap();
    let mut beaten_by: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, rule) in table.rules.iter().enumerate() {
        rule.beats.iter().for_each(|id| beaten_by.entry(place(id)).or_default().push(at));
    }
    let beaten_by: Vec<String> =
        beaten_by.iter().map(|(beaten, by)| format!("{beaten}: {{{}}}", listed(by))).collect();
    writeln!(out, "beaten_by := {{{}}}\n", beaten_by.join(",\n\t")).unwrap();
    let gives: Vec<usize> = table.rules.iter().map(|rule| rule.gives["first_response"]).collect();
    writeln!(out, "gives := [{}]\n", listed(&gives)).unwrap();
    out.push_str("is_beaten(rule) if {\n\tsome other in holds\n\tother in beaten_by[rule]\n}\n\n");
    out.push_str("values := {gives[rule] | some rule in holds; not is_beaten(rule)}\n\n");
    out.push_str("first_response := [value | value := min(values)]\n");
    out
}

fn condition(name: &str, scale: &TableScale, positions: &Positions) -> String {
    let given = format!("input.situation[{name:?}]");
    let ranges: Vec<(i64, i64)> =
        positions.ranges.iter().map(|(from, to)| (from.unwrap(), to.unwrap())).collect();
    let word = |at: i64| match scale {
        TableScale::Words(words) => format!("{:?}", words[usize::try_from(at).unwrap()]),
        _ => at.to_string(),
    };
    let one_by_one = |ranges: &[(i64, i64)]| {
        let all = ranges.iter().flat_map(|(from, to)| *from..*to).map(word);
        all.collect::<Vec<_>>().join(",\n\t\t")
    };
    let last = match scale {
        TableScale::Words(words) => i64::try_from(words.len()).unwrap(),
        TableScale::Number { to, .. } => to.unwrap() + 1,
        TableScale::Time { .. } => 10_080,
    };
    let starts = std::iter::once(0).chain(ranges.iter().map(|(_, to)| *to));
    let ends = ranges.iter().map(|(from, _)| *from).chain([last]);
    let left_out: Vec<(i64, i64)> = starts.zip(ends).filter(|(from, to)| from < to).collect();
    let count = |ranges: &[(i64, i64)]| ranges.iter().map(|(from, to)| to - from).sum::<i64>();
    match ranges.as_slice() {
        [(from, to)] if to - from == 1 => format!("{given} == {}", word(*from)),
        [(from, to)] if !matches!(scale, TableScale::Words(_)) => {
            format!("{given} >= {from}\n\t{given} < {to}")
        }
        ranges if count(ranges) <= count(&left_out) => format!("{given} in {{{}}}", one_by_one(ranges)),
        _ => format!("not {given} in {{{}}}", one_by_one(&left_out)),
    }
}

fn listed(places: &[usize]) -> String {
    let places: Vec<String> = places.iter().map(usize::to_string).collect();
    places.join(",\n\t")
}
