//! Decision tables for engines that read DMN 1.3: each attribute of a table is a decision whose rules never contradict
//! each other, so that no engine has to know what an exception is. Must never decide a situation otherwise than the
//! standard.

mod drawing;

use serde_json::json;

use super::{Export, Matter, Target};
use crate::render::xml::Xml;
use crate::situation::answer::groups;
use crate::situation::standard::{StandardTable, tables};
use crate::situation::{Dimension, Region, Relation, Scale, Set};

pub(super) const TARGET: Target = Target { id: "dmn", title: "Decision tables (DMN)", write };

const MODEL: &str = "https://www.omg.org/spec/DMN/20191111/MODEL/";
const DRAWING: &str = "https://www.omg.org/spec/DMN/20191111/DMNDI/";
const BOUNDS: &str = "http://www.omg.org/spec/DMN/20180521/DC/";
const LINES: &str = "http://www.omg.org/spec/DMN/20180521/DI/";
/// The most rules of a decision.
const MOST_RULES: usize = 2_000;

fn write(matter: &Matter<'_>, export: &mut Export) {
    let all = tables(matter.project, matter.today);
    for table in &all {
        let decisions = decisions(table, export);
        if !decisions.is_empty() {
            export.file(&format!("{}.dmn", table.table.name), file(table, &decisions));
        }
    }
    export
        .losses
        .say("Why a rule wins, and which rules it beats, is not in the tables: `policy.tar.gz` says it.");
    export.losses.say("Every input of a decision has to be given: what is not known must not be left out.");
    export.losses.say("Where no rule of a decision matches, nothing is said by the standard.");
}

/// An attribute as a decision.
struct Decided {
    name: String,
    rules: Vec<(Region, String, Vec<String>)>,
}

fn decisions(table: &StandardTable<'_>, export: &mut Export) -> Vec<Decided> {
    let mut decisions = Vec::new();
    for (at, attribute) in table.table.attributes.iter().enumerate() {
        let said = format!("{}: {}", table.table.name, attribute.name);
        if table.several.get(at) == Some(&true) {
            export.losses.add(
                "Several rules give these side by side, and a table gives one: they are left out.",
                said,
            );
            continue;
        }
        let Ok(groups) = groups(&table.table, at, &Region::everywhere()) else {
            export.losses.add("Too many rules meet here to tell the cases apart: these are left out.", said);
            continue;
        };
        let mut rules = Vec::new();
        for group in groups.iter().filter(|group| !group.winners.is_empty()) {
            let given = |rule: &usize| table.table.rules.get(*rule)?.gives.get(&at).copied();
            let values: Vec<usize> = group.winners.iter().filter_map(given).collect();
            let Some(first) = values.first().copied() else { continue };
            let differ = values.iter().any(|value| attribute.relation(first, *value) != Relation::Same);
            let text = table.values.get(at).and_then(|list| list.get(first)).map(ToString::to_string);
            let ids: Vec<String> = group
                .winners
                .iter()
                .filter_map(|rule| table.rules.get(*rule))
                .map(|source| source.id.to_owned())
                .collect();
            match text.filter(|_| !differ) {
                Some(text) => {
                    rules.extend(
                        group.regions.iter().map(|region| (region.clone(), text.clone(), ids.clone())),
                    );
                }
                None => export.losses.add(
                    "These rules contradict each other where they meet: such cases are left out.",
                    ids.join(", "),
                ),
            }
        }
        if rules.len() > MOST_RULES {
            export.losses.add("Too many rules meet here to tell the cases apart: these are left out.", said);
        } else if !rules.is_empty() {
            decisions.push(Decided { name: attribute.name.clone(), rules });
        }
    }
    if table.table.space.dimensions.iter().any(|dimension| matches!(dimension.scale, Scale::Time { .. })) {
        let reason = "Time is a number there: the minute of the week from Monday 00:00, and 10 080 more on a public holiday.";
        export.losses.add(reason, table.table.name.clone());
    }
    decisions
}

fn file(table: &StandardTable<'_>, decisions: &[Decided]) -> Vec<u8> {
    let dimensions = &table.table.space.dimensions;
    let mut xml = Xml::file();
    let spaces = [
        ("xmlns", MODEL),
        ("xmlns:dmndi", DRAWING),
        ("xmlns:dc", BOUNDS),
        ("xmlns:di", LINES),
        ("id", "definitions"),
        ("name", table.table.name.as_str()),
        ("namespace", "https://etalon.example/dmn"),
        ("exporter", "etalon"),
    ];
    xml.element("definitions", &spaces, |xml| {
        let inputs = inputs(decisions);
        for (at, dimension) in inputs.iter().filter_map(|at| Some((*at, dimensions.get(*at)?))) {
            let (id, name) = (format!("input_{at}"), variable(&dimension.name));
            xml.element("inputData", &[("id", &id), ("name", &name)], |xml| {
                let kind = kind(dimension);
                xml.empty(
                    "variable",
                    &[("typeRef", kind), ("id", &format!("{id}_variable")), ("name", &name)],
                );
            });
        }
        decisions.iter().enumerate().for_each(|(at, decided)| decision(xml, at, decided, dimensions));
        let needs: Vec<Vec<usize>> = decisions.iter().map(used).collect();
        drawing::drawing(xml, &inputs, &needs);
    });
    xml.bytes()
}

fn decision(xml: &mut Xml, at: usize, decided: &Decided, dimensions: &[Dimension]) {
    let id = format!("decision_{at}");
    xml.element("decision", &[("id", &id), ("name", &decided.name)], |xml| {
        let name = variable(&decided.name);
        xml.empty("variable", &[("typeRef", "string"), ("id", &format!("{id}_variable")), ("name", &name)]);
        let used = used(decided);
        for input in &used {
            xml.element("informationRequirement", &[("id", &format!("{id}_needs_{input}"))], |xml| {
                xml.empty("requiredInput", &[("href", &format!("#input_{input}"))]);
            });
        }
        match decided.rules.first().filter(|_| used.is_empty()) {
            // What always holds needs no table.
            Some((_, value, _)) => {
                xml.element("literalExpression", &[("id", &format!("{id}_always"))], |xml| {
                    xml.leaf("text", &[], &quoted(value));
                })
            }
            None => decision_table(xml, &id, decided, (&used, dimensions)),
        }
    });
}

fn decision_table(xml: &mut Xml, id: &str, decided: &Decided, (used, dimensions): (&[usize], &[Dimension])) {
    let name = variable(&decided.name);
    xml.element("decisionTable", &[("hitPolicy", "ANY"), ("id", &format!("{id}_table"))], |xml| {
        for (input, dimension) in used.iter().filter_map(|input| Some((*input, dimensions.get(*input)?))) {
            let id = format!("{id}_input_{input}");
            xml.element("input", &[("id", &id), ("label", &dimension.name)], |xml| {
                let attributes = [("id", &*format!("{id}_expression")), ("typeRef", kind(dimension))];
                xml.element("inputExpression", &attributes, |xml| {
                    xml.leaf("text", &[], &variable(&dimension.name));
                });
            });
        }
        xml.empty("output", &[("typeRef", "string"), ("id", &format!("{id}_output")), ("name", &name)]);
        for (number, (region, value, ids)) in decided.rules.iter().enumerate() {
            let id = format!("{id}_rule_{number}");
            xml.element("rule", &[("id", &id)], |xml| {
                xml.leaf("description", &[], &ids.join(", "));
                for (input, dimension) in
                    used.iter().filter_map(|input| Some((*input, dimensions.get(*input)?)))
                {
                    let test = region.get(input).map_or_else(|| "-".to_owned(), |set| test(dimension, set));
                    xml.element("inputEntry", &[("id", &format!("{id}_in_{input}"))], |xml| {
                        xml.leaf("text", &[], &test)
                    });
                }
                xml.element("outputEntry", &[("id", &format!("{id}_out"))], |xml| {
                    xml.leaf("text", &[], &quoted(value))
                });
            });
        }
    });
}

/// The dimensions that a decision asks for.
fn used(decided: &Decided) -> Vec<usize> {
    let mut used: Vec<usize> =
        decided.rules.iter().flat_map(|(region, ..)| region.limits().map(|(at, _)| at)).collect();
    used.sort_unstable();
    used.dedup();
    used
}

/// The dimensions that any decision asks for.
fn inputs(decisions: &[Decided]) -> Vec<usize> {
    let mut inputs: Vec<usize> = decisions.iter().flat_map(used).collect();
    inputs.sort_unstable();
    inputs.dedup();
    inputs
}

fn kind(dimension: &Dimension) -> &'static str {
    match dimension.scale {
        Scale::Words(_) => "string",
        Scale::Number { .. } | Scale::Time { .. } => "number",
    }
}

/// A condition as a unary test.
fn test(dimension: &Dimension, set: &Set) -> String {
    if set.covers(&dimension.extent()) {
        return "-".to_owned();
    }
    let known = dimension.unknown().map_or_else(|| set.clone(), |unknown| set.subtract(&Set::one(unknown)));
    let mut tests: Vec<String> = match &dimension.scale {
        Scale::Words(_) => dimension.values(&known).iter().map(|word| quoted(word)).collect(),
        Scale::Number { decimals, .. } => {
            known.ranges().iter().map(|range| span(dimension, *range, *decimals)).collect()
        }
        Scale::Time { .. } => known.ranges().iter().map(|range| span(dimension, *range, 0)).collect(),
    };
    if dimension.unknown().is_some_and(|unknown| set.contains(unknown)) {
        tests.push(match dimension.scale {
            Scale::Words(_) => quoted(crate::resolve::NOT_KNOWN),
            _ => "null".to_owned(),
        });
    }
    tests.join(",")
}

// A range of positions as figures, both ends included.
fn span(dimension: &Dimension, (from, to): (i64, i64), decimals: u32) -> String {
    let extent = dimension.extent();
    let whole = extent.ranges().first().copied().unwrap_or_default();
    let open = matches!(dimension.scale, Scale::Number { from: None, .. }) && from == whole.0;
    let endless = matches!(dimension.scale, Scale::Number { to: None, .. }) && to == whole.1;
    let last = to.saturating_sub(1);
    match (open, endless) {
        (true, true) => "-".to_owned(),
        (true, false) => format!("<= {}", figure(last, decimals)),
        (false, true) => format!(">= {}", figure(from, decimals)),
        (false, false) => format!("[{}..{}]", figure(from, decimals), figure(last, decimals)),
    }
}

fn figure(position: i64, decimals: u32) -> String {
    let unit = 10_u64.saturating_pow(decimals);
    let (whole, part) = (position.unsigned_abs() / unit, position.unsigned_abs() % unit);
    let sign = if position < 0 { "-" } else { "" };
    match decimals {
        0 => format!("{sign}{whole}"),
        decimals => format!("{sign}{whole}.{part:0width$}", width = usize::try_from(decimals).unwrap_or(0)),
    }
}

/// A text in quotes: none of it is an expression.
fn quoted(text: &str) -> String {
    json!(text).to_string()
}

/// A name that expressions can use.
fn variable(name: &str) -> String {
    name.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '_' }).collect()
}
