//! Two versions of a standard as pairs of tables: the same dimensions, attributes and values in the same order on both
//! sides. Must never lose a value that only one version knows: there it is a situation of its own.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{Comparison, Fineness, Source, StandardTable, Value, comparison_of, sections, space};
use crate::resolve::{Axes, Project, axes, declared};
use crate::situation::{Dimension, Region, Relation, Scale, Set, Space, Table};

/// Entries that were given another id: by section, old id to new id.
pub type Renames = BTreeMap<String, BTreeMap<String, String>>;

/// A table in two versions.
#[derive(Debug)]
pub struct Pair<'o, 'n> {
    /// The old version; ids are those that were written then.
    pub old: StandardTable<'o>,
    /// The new version.
    pub new: StandardTable<'n>,
    /// How values of the new version compare, apart from measures of which more is better.
    pub new_comparison: Comparison,
    /// Those measures.
    pub longer_is_better: BTreeSet<String>,
}

/// The sections in which each entry is an attribute of its own.
const ENTRY_BY_ENTRY: [&str; 7] =
    ["if_missed", "correspondence", "conduct", "follow_up", "selling", "recovery", "loyalty"];

/// Every table that either version has, as both stand on a day.
pub fn pairs<'o, 'n>(old: &'o Project, new: &'n Project, day: Date, renames: &Renames) -> Vec<Pair<'o, 'n>> {
    let (alone, fineness) = (Spaces::new(), Fineness::default());
    let (before, after) =
        (sections::all(old, day, &fineness, &alone), sections::all(new, day, &fineness, &alone));
    let mut names: Vec<String> = after.iter().map(|table| table.table.name.clone()).collect();
    let gone = before.iter().map(|table| table.table.name.clone());
    names.extend(gone.filter(|name| !after.iter().any(|table| table.table.name == *name)));
    let mut laid: BTreeMap<String, Laid> = BTreeMap::new();
    for name in &names {
        let find = |tables: &[StandardTable<'_>]| {
            let table = tables.iter().find(|table| table.table.name == *name);
            table.map(|table| table.table.space.clone()).unwrap_or_default()
        };
        let sides = [(old, find(&before)), (new, find(&after))];
        laid.insert(name.clone(), Laid::of(name, sides, renames));
    }
    let spaces = |side: fn(&Laid) -> &Side| -> Spaces {
        laid.iter().map(|(name, laid)| (name.clone(), side(laid).space.clone())).collect()
    };
    let mut before = by_name(sections::all(old, day, &fineness, &spaces(|laid| &laid.old)));
    let mut after = by_name(sections::all(new, day, &fineness, &spaces(|laid| &laid.new)));
    let pair = |name: &String| {
        let laid = laid.get(name)?;
        let mut pair = Pair {
            old: before.remove(name).unwrap_or_else(|| nothing(name, &laid.old.space)),
            new: after.remove(name).unwrap_or_else(|| nothing(name, &laid.new.space)),
            new_comparison: comparison_of(new, name, ""),
            longer_is_better: BTreeSet::new(),
        };
        limit(&mut pair.old.table, &laid.old.known);
        limit(&mut pair.new.table, &laid.new.known);
        align(&mut pair, (old, new), renames);
        Some(pair)
    };
    names.iter().filter_map(pair).collect()
}

/// Spaces that tables are laid into, by the name of the table.
pub(super) type Spaces = BTreeMap<String, Space>;

/// A common space, in the words of each version.
struct Laid {
    old: Side,
    new: Side,
}

#[derive(Default)]
struct Side {
    space: Space,
    /// For each dimension the positions that this version knows.
    known: Vec<Set>,
}

impl Laid {
    fn of(name: &str, [(old, before), (new, after)]: [(&Project, Space); 2], renames: &Renames) -> Laid {
        let (old_axes, new_axes) = (axes_of(old, name), axes_of(new, name));
        let mut names: Vec<&str> = after.dimensions.iter().map(|dimension| dimension.name.as_str()).collect();
        for dimension in &before.dimensions {
            if !names.contains(&dimension.name.as_str()) {
                names.push(&dimension.name);
            }
        }
        let mut laid = Laid { old: Side::default(), new: Side::default() };
        for dimension in names {
            let own = |space: &Space, axes: &Axes| {
                let used = space.find(dimension).map(|(_, used)| used.clone());
                used.or_else(|| axes.get(dimension).map(|axis| space::bare(dimension.to_owned(), axis)))
            };
            let pair = (own(&before, &old_axes), own(&after, &new_axes));
            let renamed = section_of(dimension).and_then(|section| renames.get(section));
            let sides = together(pair, |word| {
                renamed.and_then(|renamed| renamed.get(word)).map_or(word, String::as_str).to_owned()
            });
            if let Some([(before, known_before), (after, known_after)]) = sides {
                laid.old.space.dimensions.push(before);
                laid.old.known.push(known_before);
                laid.new.space.dimensions.push(after);
                laid.new.known.push(known_after);
            }
        }
        laid
    }
}

fn axes_of(project: &Project, table: &str) -> Axes {
    let mut all = axes(project);
    let decision = project.decision_tables().find(|(name, _)| *name == table);
    let own = decision.and_then(|(_, decision)| decision.situation.value());
    all.extend(own.map(declared).unwrap_or_default());
    all
}

// The section whose ids are the values of a dimension.
fn section_of(dimension: &str) -> Option<&'static str> {
    match dimension {
        "channel" => Some("channels"),
        "role" => Some("roles"),
        "location" => Some("locations"),
        _ => None,
    }
}

// A dimension of both versions on one line, in the words of each, with the positions that each knows. A version
// without the dimension does not tell its values apart, so it knows them all.
fn together(
    pair: (Option<Dimension>, Option<Dimension>),
    renamed: impl Fn(&str) -> String,
) -> Option<[(Dimension, Set); 2]> {
    let (old, new) = match pair {
        (None, None) => return None,
        (Some(one), None) | (None, Some(one)) => {
            let extent = one.extent();
            return Some([(one.clone(), extent.clone()), (one, extent)]);
        }
        (Some(old), Some(new)) => (old, new),
    };
    let scales = match (&old.scale, &new.scale) {
        (Scale::Words(before), Scale::Words(after)) => words(before, after, renamed),
        (Scale::Number { .. }, Scale::Number { .. }) => numbers(&old.scale, &new.scale),
        (Scale::Time { holidays: before }, Scale::Time { holidays: after }) => {
            let scale = Scale::Time { holidays: *before || *after };
            [scale.clone(), scale]
        }
        // What was a word has become a number, or the other way round: old conditions cannot be read on it.
        _ => [new.scale.clone(), new.scale.clone()],
    };
    let optional = old.optional || new.optional;
    let [old_scale, new_scale] = scales;
    let common = |scale| Dimension { scale, optional, name: new.name.clone(), rising: new.rising };
    let (before, after) = (common(old_scale), common(new_scale));
    let known = (known(&before, &old), known(&after, &new));
    Some([(before, known.0), (after, known.1)])
}

// The words of the new version in their order, those of the old one alone behind them.
fn words(old: &[String], new: &[String], renamed: impl Fn(&str) -> String) -> [Scale; 2] {
    let mut after = new.to_vec();
    let mut before: Vec<String> = new.to_vec();
    for word in old {
        let now = renamed(word);
        match after.iter().position(|known| *known == now) {
            Some(at) => {
                if let Some(place) = before.get_mut(at) {
                    place.clone_from(word);
                }
            }
            None => {
                after.push(word.clone());
                before.push(word.clone());
            }
        }
    }
    [Scale::Words(before.into()), Scale::Words(after.into())]
}

fn numbers(old: &Scale, new: &Scale) -> [Scale; 2] {
    let (
        Scale::Number { decimals: coarse, from: old_from, to: old_to },
        Scale::Number { decimals: fine, from: new_from, to: new_to },
    ) = (old, new)
    else {
        return [new.clone(), new.clone()];
    };
    let decimals = *coarse.max(fine);
    let scaled = |bound: &Option<i64>, own: u32| {
        bound.map(|bound| bound.saturating_mul(10_i64.saturating_pow(decimals - own)))
    };
    // Nothing bounds a number that one version leaves open.
    let either = |one: Option<i64>, other: Option<i64>, pick: fn(i64, i64) -> i64| {
        one.zip(other).map(|(one, other)| pick(one, other))
    };
    let from = either(scaled(old_from, *coarse), scaled(new_from, *fine), i64::min);
    let to = either(scaled(old_to, *coarse), scaled(new_to, *fine), i64::max);
    let scale = Scale::Number { decimals, from, to };
    [scale.clone(), scale]
}

// The positions of a common dimension that one version knows.
fn known(common: &Dimension, own: &Dimension) -> Set {
    let values = match (&common.scale, &own.scale) {
        (Scale::Words(all), Scale::Words(own)) => {
            let at = (0..).zip(all.iter()).filter(|(_, word)| own.contains(word)).map(|(at, _)| (at, at + 1));
            Set::of(at.collect())
        }
        (Scale::Number { decimals, .. }, Scale::Number { decimals: coarse, from, to }) => {
            let factor = 10_i64.saturating_pow(decimals.saturating_sub(*coarse));
            let bounded = Dimension {
                scale: Scale::Number {
                    decimals: *decimals,
                    from: from.map(|from| from.saturating_mul(factor)),
                    to: to.map(|to| to.saturating_mul(factor)),
                },
                optional: false,
                ..common.clone()
            };
            bounded.extent()
        }
        _ => return common.extent(),
    };
    match common.unknown().filter(|_| own.optional) {
        Some(unknown) => values.union(&Set::one(unknown)),
        None => values,
    }
}

fn by_name(tables: Vec<StandardTable<'_>>) -> BTreeMap<String, StandardTable<'_>> {
    tables.into_iter().map(|table| (table.table.name.clone(), table)).collect()
}

fn nothing<'a>(name: &str, space: &Space) -> StandardTable<'a> {
    StandardTable {
        table: Table { name: name.to_owned(), space: space.clone(), ..Table::default() },
        rules: Vec::new(),
        values: Vec::new(),
        several: Vec::new(),
        must_cover: Vec::new(),
        comparison: Comparison::default(),
        unplaced: Vec::new(),
    }
}

// What a version does not know does not happen in it.
fn limit(table: &mut Table, known: &[Set]) {
    for (at, (dimension, known)) in table.space.dimensions.iter().zip(known).enumerate() {
        let unknown = dimension.extent().subtract(known);
        if !unknown.is_empty() {
            let mut never = Region::everywhere();
            never.limit(at, unknown);
            table.never.push(never);
        }
    }
}

// Gives both sides the same attributes with the same values.
fn align(pair: &mut Pair<'_, '_>, (old, new): (&Project, &Project), renames: &Renames) {
    let table = pair.new.table.name.clone();
    let by_entry = ENTRY_BY_ENTRY.contains(&table.as_str());
    let now = |section: &str, id: &str| {
        let renamed = renames.get(section).and_then(|renamed| renamed.get(id));
        renamed.map_or(id, String::as_str).to_owned()
    };
    let mut merged: Vec<(String, Vec<Value>, bool)> = Vec::new();
    let mut plan = |side: &StandardTable<'_>, project: &Project, is_old: bool| -> Vec<(usize, Vec<usize>)> {
        let attributes = side.table.attributes.iter().zip(&side.values).zip(&side.several);
        let mut plan = Vec::new();
        for ((attribute, values), several) in attributes {
            let name = match is_old && by_entry {
                true => now(&table, &attribute.name),
                false => attribute.name.clone(),
            };
            let comparison = comparison_of(project, &table, &name);
            let at = merged.iter().position(|(known, _, _)| *known == name).unwrap_or_else(|| {
                merged.push((name, Vec::new(), *several));
                merged.len() - 1
            });
            let Some((_, known, _)) = merged.get_mut(at) else { continue };
            let place = |value: &Value| {
                let value = match (value, named_section(&table, &attribute.name)) {
                    (Value::Word(word), Some(section)) if is_old => Value::Word(now(section, word)),
                    (value, _) => value.clone(),
                };
                known.iter().position(|theirs| is_same(comparison, theirs, &value)).unwrap_or_else(|| {
                    known.push(value);
                    known.len() - 1
                })
            };
            plan.push((at, values.iter().map(place).collect()));
        }
        plan
    };
    let after = plan(&pair.new, new, false);
    let before = plan(&pair.old, old, true);
    renumber(&mut pair.new, &after, &merged, new);
    renumber(&mut pair.old, &before, &merged, old);
    let longer = |name: &&String| comparison_of(new, &table, name).longer_is_better;
    pair.longer_is_better = merged.iter().map(|(name, _, _)| name).filter(longer).cloned().collect();
    // Both versions are read with the order of the new one.
    for (old, new) in pair.old.table.attributes.iter_mut().zip(&pair.new.table.attributes) {
        let strictest = old.strictest;
        old.clone_from(new);
        old.strictest = strictest;
    }
}

// The section whose ids an attribute gives.
fn named_section<'a>(table: &'a str, attribute: &str) -> Option<&'a str> {
    match (table, attribute) {
        ("scripts" | "procedures" | "escalations", _) => Some(table),
        (table, _) if ENTRY_BY_ENTRY.contains(&table) => Some(table),
        (_, "procedure") => Some("procedures"),
        (_, "authority") => Some("roles"),
        _ => None,
    }
}

// Whether two values say the same in all they say, an aim and a further limit included.
fn is_same(comparison: Comparison, one: &Value, other: &Value) -> bool {
    let parts = |value: &Value| match value {
        Value::Promise { aim, at_most, .. } => (aim.is_some(), at_most.is_some()),
        _ => (false, false),
    };
    one == other || (parts(one) == parts(other) && comparison.relation(one, other) == Relation::Same)
}

fn renumber(
    side: &mut StandardTable<'_>,
    plan: &[(usize, Vec<usize>)],
    merged: &[(String, Vec<Value>, bool)],
    project: &Project,
) {
    for rule in &mut side.table.rules {
        let gives = rule.gives.iter().filter_map(|(attribute, value)| {
            let (at, values) = plan.get(*attribute)?;
            Some((*at, *values.get(*value)?))
        });
        rule.gives = gives.collect();
    }
    let renumbered = |source: &mut Source<'_>| {
        let gives = source.gives.iter();
        let gives = gives.filter_map(|(attribute, given)| Some((plan.get(*attribute)?.0, given.clone())));
        source.gives = gives.collect();
    };
    side.rules.iter_mut().for_each(renumbered);
    let strictest = side.table.attributes.iter().any(|attribute| attribute.strictest);
    let table = &side.table.name;
    let attributes = merged.iter().map(|(name, values, _)| {
        super::attribute(name, strictest, values, comparison_of(project, table, name))
    });
    side.table.attributes = attributes.collect();
    side.values = merged.iter().map(|(_, values, _)| values.clone()).collect();
    side.several = merged.iter().map(|(_, _, several)| *several).collect();
    side.must_cover.clear();
}
