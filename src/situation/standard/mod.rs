//! A standard as tables: every section whose entries hold in situations. Must never judge one.

mod pair;
mod sections;
mod space;
mod value;
mod words;

use std::collections::BTreeMap;

use jiff::civil::Date;

pub use pair::{Pair, Renames, pairs};
pub use space::Fineness;
pub use value::{Comparison, Given, Value};
pub use words::{Situation, situation_of, week_text};

use super::{Attribute, Few, Region, Rule, Space, Table};
use crate::model::{Situated, When};
use crate::resolve::Project;
use crate::source::{Lookup, LookupSet, Span};

/// A table of a standard, with what a reader needs to know about each rule.
#[derive(Debug)]
pub struct StandardTable<'a> {
    /// The table for the engine.
    pub table: Table,
    /// Where the rules of the table come from, in their order.
    pub rules: Vec<Source<'a>>,
    /// The different values of each attribute.
    pub values: Vec<Vec<Value>>,
    /// For each attribute, whether several rules may give it side by side, as several answers to an objection do.
    pub several: Vec<bool>,
    /// What every situation must have, with the place where that is said.
    pub must_cover: Vec<(usize, Span)>,
    /// How durations of the standard compare.
    pub comparison: Comparison,
    /// Rules that could not be placed: their conditions ask for a date, or could not be read.
    pub unplaced: Vec<Source<'a>>,
}

/// Where a rule comes from.
#[derive(Debug, Clone)]
pub struct Source<'a> {
    /// Its id.
    pub id: &'a str,
    /// Where the id stands.
    pub id_span: Span,
    /// Its conditions.
    pub when: Option<&'a When>,
    /// What it gives, by attribute.
    pub gives: Few<Given>,
}

/// The tables of a standard as they stand on a day.
pub fn tables<'a>(project: &'a Project, today: Date) -> Vec<StandardTable<'a>> {
    sections::all(project, today, &Fineness::default(), &BTreeMap::new())
}

/// The same, laid out at least so finely.
pub fn tables_as_fine_as<'a>(
    project: &'a Project,
    today: Date,
    fineness: &Fineness,
) -> Vec<StandardTable<'a>> {
    sections::all(project, today, fineness, &BTreeMap::new())
}

/// What cannot happen in the standard as a whole: each part with the place where that is said.
pub fn impossible(project: &Project, fineness: &Fineness) -> (Space, Vec<(Region, Span)>) {
    let limited = project.channels.iter().filter_map(|entry| Some((entry, entry.only_when.value()?)));
    let conditions = project.never_happens.iter().map(|when| &when.value);
    let conditions: Vec<&When> = conditions.chain(limited.clone().map(|(_, when)| when)).collect();
    let mut used = space::used(&conditions);
    if limited.clone().next().is_some() {
        used.entry("channel").or_default();
    }
    let space = space::space(project, None, &used, fineness);
    let written = project.never_happens.iter();
    let never = written.filter_map(|when| Some((space::region(&space, &when.value)?, when.span)));
    let closed = limited.flat_map(|(channel, when)| {
        outside(&space, &channel.id, when).into_iter().map(|region| (region, channel.id_span))
    });
    let never = never.chain(closed).collect();
    (space, never)
}

/// Promises, procedures and escalations in one table, to ask what holds at the same time. None when there are no
/// escalations.
pub fn escalated(project: &Project, today: Date) -> Option<StandardTable<'_>> {
    sections::escalated(project, today)
}

/// A rule before it is placed.
struct Draft<'a> {
    /// Where several sections share a table, the section that its exceptions are looked up in.
    section: &'static str,
    id: &'a str,
    id_span: Span,
    rule: &'a dyn Situated,
    floor: bool,
    never_when: Vec<&'a When>,
    gives: Vec<(&'a str, Given)>,
}

/// What is known of a table besides its rules.
struct Frame<'a> {
    name: &'a str,
    own: Option<&'a crate::model::Situation>,
    never: Vec<&'a When>,
    must_cover: Vec<(&'a str, Span)>,
    strictest: bool,
    several: fn(&str) -> bool,
    fineness: Fineness,
}

fn build<'a>(
    project: &'a Project,
    today: Date,
    frame: &Frame<'a>,
    drafts: Vec<Draft<'a>>,
    space: Option<&Space>,
) -> StandardTable<'a> {
    let drafts: Vec<Draft<'a>> = drafts.into_iter().filter(|draft| lives(draft.rule, today)).collect();
    let only: Vec<(&str, &When)> = project
        .channels
        .iter()
        .filter_map(|channel| channel.only_when.value().map(|when| (channel.id.as_str(), when)))
        .collect();
    let impossible: Vec<&When> =
        project.never_happens.iter().map(|when| &when.value).chain(frame.never.iter().copied()).collect();
    let needed = || needed_space(project, frame, &drafts, &impossible, &only);
    let space = space.cloned().unwrap_or_else(needed);
    let mut never: Vec<Region> = impossible.iter().filter_map(|when| space::region(&space, when)).collect();
    for (channel, when) in only {
        never.extend(outside(&space, channel, when));
    }
    let (names, values) = values(&drafts, frame);
    let mut built = StandardTable {
        table: Table { name: frame.name.to_owned(), space, never, ..Table::default() },
        rules: Vec::new(),
        several: names.iter().map(|name| (frame.several)(name)).collect(),
        must_cover: Vec::new(),
        comparison: Comparison { ring_seconds: project.ring_seconds(), longer_is_better: false },
        unplaced: Vec::new(),
        values,
    };
    let ids: Vec<(&str, &str, &'a dyn Situated)> = place(&mut built, &names, drafts);
    settle_exceptions(&mut built.table, &ids);
    built.table.attributes = attributes(project, frame, &names, &built.values);
    for (wanted, span) in &frame.must_cover {
        if let Some(at) = names.iter().position(|name| name == wanted) {
            built.must_cover.push((at, *span));
        }
    }
    built
}

// The dimensions that the rules depend on, and those that impossibilities tie to them.
fn needed_space<'a>(
    project: &'a Project,
    frame: &Frame<'a>,
    drafts: &[Draft<'a>],
    impossible: &[&'a When],
    only: &[(&str, &'a When)],
) -> Space {
    let mut conditions: Vec<&When> = drafts.iter().filter_map(|draft| draft.rule.when()).collect();
    conditions.extend(drafts.iter().flat_map(|draft| draft.never_when.iter().copied()));
    if !conditions.is_empty() || !frame.must_cover.is_empty() {
        conditions.extend(impossible);
        conditions.extend(only.iter().map(|(_, when)| *when));
    }
    let mut space = space::space(project, frame.own, &space::used(&conditions), &frame.fineness);
    if !only.is_empty() && space.find("channel").is_none() {
        // Without rules about channels it does not matter which of them is open to whom.
        let ties: Vec<&str> =
            only.iter().flat_map(|(_, when)| when.iter()).map(|entry| entry.id.as_str()).collect();
        let needed = |name: &str| {
            let own = drafts.iter().filter_map(|draft| draft.rule.when());
            own.chain(impossible.iter().copied()).any(|when| when.find(name).is_some())
        };
        space
            .dimensions
            .retain(|dimension| needed(&dimension.name) || !ties.contains(&dimension.name.as_str()));
    }
    space
}

// A channel outside the situations in which alone it may be used.
fn outside(space: &Space, channel: &str, when: &When) -> Vec<Region> {
    let Some((at, dimension)) = space.find("channel") else { return Vec::new() };
    let Some(channel) = dimension.read(channel) else { return Vec::new() };
    let cut =
        |entry: &crate::syntax::decode::Entry<crate::syntax::decode::Short<crate::model::Condition>>| {
            let (other, dimension) = space.find(&entry.id)?;
            let set = space::set(dimension, &entry.value)?;
            let mut region = Region::everywhere();
            region.limit(at, channel.clone());
            region.limit(other, dimension.extent().subtract(&set));
            (!region.is_empty()).then_some(region)
        };
    when.iter().filter_map(cut).collect()
}

fn lives(rule: &dyn Situated, today: Date) -> bool {
    rule.from().value().is_none_or(|from| from.0 <= today)
        && rule.until().value().is_none_or(|until| today <= until.0)
}

// The attributes in the order in which they are first given, wanted ones included, and their different values.
fn values(drafts: &[Draft<'_>], frame: &Frame<'_>) -> (Vec<String>, Vec<Vec<Value>>) {
    let (mut names, mut values): (Vec<String>, Vec<Vec<Value>>) = (Vec::new(), Vec::new());
    let mut known: Lookup<&str, usize> = Lookup::default();
    let mut seen: LookupSet<(usize, &Value)> = LookupSet::default();
    for (name, given) in drafts.iter().flat_map(|draft| &draft.gives) {
        let at = *known.entry(*name).or_insert_with(|| {
            names.push((*name).to_owned());
            values.push(Vec::new());
            names.len() - 1
        });
        if seen.insert((at, &given.value))
            && let Some(known) = values.get_mut(at)
        {
            known.push(given.value.clone());
        }
    }
    for (wanted, _) in &frame.must_cover {
        if !names.iter().any(|name| name == wanted) {
            names.push((*wanted).to_owned());
            values.push(Vec::new());
        }
    }
    (names, values)
}

fn place<'a>(
    built: &mut StandardTable<'a>,
    names: &[String],
    drafts: Vec<Draft<'a>>,
) -> Vec<(&'static str, &'a str, &'a dyn Situated)> {
    let mut placed = Vec::new();
    let attributes: Lookup<&str, usize> =
        names.iter().enumerate().map(|(at, name)| (name.as_str(), at)).collect();
    let numbered = built.values.iter().enumerate().flat_map(|(attribute, values)| {
        values.iter().cloned().enumerate().map(move |(at, value)| ((attribute, value), at))
    });
    let numbered: Lookup<(usize, Value), usize> = numbered.collect();
    let space = built.table.space.clone();
    let mut conditions = space::Conditions::of(&space);
    for draft in drafts {
        let mut source =
            Source { id: draft.id, id_span: draft.id_span, when: draft.rule.when(), gives: Few::default() };
        let region = match draft.rule.when() {
            Some(when) => conditions.region(when),
            None => Some(Region::everywhere()),
        };
        let never_when: Option<Vec<Region>> =
            draft.never_when.iter().map(|when| conditions.region(when)).collect();
        let (Some(region), Some(never_when)) = (region, never_when) else {
            built.unplaced.push(source);
            continue;
        };
        let mut rule = Rule { region, never_when, floor: draft.floor, ..Rule::default() };
        for (name, given) in draft.gives {
            let Some(attribute) = attributes.get(name).copied() else { continue };
            if let Some(value) = numbered.get(&(attribute, given.value.clone())) {
                rule.gives.insert(attribute, *value);
                source.gives.insert(attribute, given);
            }
        }
        placed.push((draft.section, draft.id, draft.rule));
        built.table.rules.push(rule);
        built.rules.push(source);
    }
    placed
}

fn settle_exceptions(table: &mut Table, ids: &[(&str, &str, &dyn Situated)]) {
    let index: Lookup<(&str, &str), usize> =
        ids.iter().enumerate().map(|(at, (section, id, _))| ((*section, *id), at)).collect();
    for (rule, (section, _, situated)) in table.rules.iter_mut().zip(ids) {
        let beaten = situated.exception_to().iter();
        rule.exception_to =
            beaten.filter_map(|beaten| index.get(&(*section, beaten.value.as_str())).copied()).collect();
    }
}

fn attributes(
    project: &Project,
    frame: &Frame<'_>,
    names: &[String],
    values: &[Vec<Value>],
) -> Vec<Attribute> {
    let named = names.iter().zip(values);
    let attribute = |(name, values): (&String, &Vec<Value>)| {
        attribute(name, frame.strictest, values, comparison_of(project, frame.name, name))
    };
    named.map(attribute).collect()
}

// How the values of an attribute compare.
fn comparison_of(project: &Project, table: &str, attribute: &str) -> Comparison {
    let own = project.measures.find(attribute).filter(|_| table == "response_times");
    let longer_is_better = own.is_some_and(|own| own.longer_is_better.value().copied().unwrap_or(false));
    Comparison { ring_seconds: project.ring_seconds(), longer_is_better }
}

fn attribute(name: &str, strictest: bool, values: &[Value], comparison: Comparison) -> Attribute {
    if values.iter().all(|value| matches!(value, Value::Word(_))) {
        return Attribute::of_words(name, strictest, values.len());
    }
    Attribute::new(name, strictest, values.len(), |one, other| match (values.get(one), values.get(other)) {
        (Some(one), Some(other)) => comparison.relation(one, other),
        _ => super::Relation::Different,
    })
}
