//! What changed in the tables of a standard: promises, scripts, procedures, decisions, by situation.
//! Must never repeat what the entries tell about themselves.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde_json::{Map, Value as Json};

use super::sentences::sentence;
use super::side::{Side, Versions};
use super::{Change, ForCustomer, ForStaff, Kind, Said, Situations};
use crate::situation::standard::{Pair, StandardTable, Value, pairs};
use crate::situation::{self, Budget, Region, Relation, compare};

/// How much the comparison of one table may cost and tell.
const BUDGET: Budget = Budget { each: 50_000, all: 2_000_000, described: 500, counted: 1_500, pairs: 300 };

/// The sections whose entries hold side by side and are good for customers.
const BENEFITS: [&str; 3] = ["if_missed", "recovery", "loyalty"];
/// The sections whose entries hold side by side and are work for staff.
const WORK: [&str; 4] = ["correspondence", "conduct", "follow_up", "selling"];

/// The changes as of a day, and how many questions stayed open.
pub(super) fn compared(versions: &Versions<'_>, day: Date) -> (Vec<Change>, usize) {
    let (mut changes, mut unknown) = (Vec::new(), 0);
    for pair in pairs(versions.old.project, versions.new.project, day, &versions.renames) {
        unknown += unplaced(versions, &pair);
        for found in compare(&pair.old.table, &pair.new.table, BUDGET) {
            unknown += found.unknown + found.more;
            for group in grouped(found.items) {
                changes.extend(told(versions, &pair, &group));
            }
        }
    }
    (changes, unknown)
}

// Rules that could not be laid into the table, such as those that ask for a date, and that differ.
fn unplaced(versions: &Versions<'_>, pair: &Pair<'_, '_>) -> usize {
    let section = section_of(&pair.new.table.name);
    let said = |policy: &Json, id: &str| -> Option<Json> {
        let found = match section {
            "returns" => policy.get("returns")?.get("rules")?.get(id),
            "decisions" => policy.get("decisions")?.get(&pair.new.table.name)?.get("rules")?.get(id),
            section => policy.get(section)?.get(id),
        };
        found.cloned()
    };
    let old = pair.old.unplaced.iter().map(|source| versions.now(section, source.id));
    let new = pair.new.unplaced.iter().map(|source| source.id);
    let all: BTreeSet<&str> = old.chain(new).collect();
    all.into_iter().filter(|id| said(&versions.old.policy, id) != said(&versions.new.policy, id)).count()
}

/// Regions that change alike, by the same rules.
pub(super) struct Group {
    pub(super) first: situation::Change,
    pub(super) regions: Vec<(Region, bool, situation::Point)>,
}

fn grouped(items: Vec<situation::Change>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for item in items {
        let part = (item.region.clone(), item.whole, item.witness.clone());
        let alike = groups.iter_mut().find(|group| {
            let first = &group.first;
            (&first.old, &first.new) == (&item.old, &item.new)
                && (&first.old_rules, &first.new_rules) == (&item.old_rules, &item.new_rules)
        });
        match alike {
            Some(group) => group.regions.push(part),
            None => groups.push(Group { first: item, regions: vec![part] }),
        }
    }
    groups
}

fn told(versions: &Versions<'_>, pair: &Pair<'_, '_>, group: &Group) -> Option<Change> {
    let table = &pair.new.table;
    let attribute = table.attributes.get(group.first.attribute)?;
    let (kind, customer, staff) = meaning(pair, group);
    let section = section_of(&table.name);
    let old = said(&versions.old, &pair.old, group.first.attribute, &group.first.old_rules);
    let new = said(&versions.new, &pair.new, group.first.attribute, &group.first.new_rules);
    let by_entry = is_by_entry(&table.name);
    let entry = match section {
        "decisions" | "returns" => table.name.clone(),
        _ if by_entry => attribute.name.clone(),
        _ => new.rules.first().or(old.rules.first()).cloned().unwrap_or_default(),
    };
    let rules = |said: &Said, side: &Side<'_>| -> Vec<String> {
        said.rules.iter().flat_map(|rule| side.roles(&table.name, rule)).collect()
    };
    let concerned: BTreeSet<String> =
        rules(&old, &versions.old).into_iter().chain(rules(&new, &versions.new)).collect();
    let words = words(pair, group, (&old, &new), kind);
    let situations = group.regions.iter().map(|(region, whole, witness)| {
        let witness = pair.new.situation(witness).into_iter();
        Situations {
            words: pair.new.region_in_words(region),
            conditions: pair.new.conditions(region),
            whole: *whole,
            witness: Json::Object(witness.map(|(name, value)| (name, value.into())).collect::<Map<_, _>>()),
        }
    });
    Some(Change {
        kind,
        message: sentence(pair, group, kind, &words, (&old, &new)),
        section: section.to_owned(),
        entry,
        attribute: if by_entry { String::new() } else { attribute.name.clone() },
        customer,
        staff,
        roles: concerned.into_iter().collect(),
        old,
        new,
        situations: situations.collect(),
        from: None,
        until: None,
    })
}

pub(super) fn is_by_entry(table: &str) -> bool {
    BENEFITS.contains(&table) || WORK.contains(&table)
}

fn section_of(table: &str) -> &'static str {
    const FIXED: [&str; 12] = [
        "response_times",
        "scripts",
        "procedures",
        "escalations",
        "if_missed",
        "correspondence",
        "conduct",
        "follow_up",
        "selling",
        "recovery",
        "loyalty",
        "returns",
    ];
    FIXED.into_iter().find(|fixed| *fixed == table).unwrap_or("decisions")
}

fn said(side: &Side<'_>, table: &StandardTable<'_>, attribute: usize, rules: &[usize]) -> Said {
    let mut said = Said::default();
    for source in rules.iter().filter_map(|rule| table.rules.get(*rule)) {
        let given = source.gives.get(&attribute);
        let value = given.map(|given| full(&given.value)).unwrap_or_default();
        if !said.values.contains(&value) {
            said.values.push(value);
        }
        said.rules.push(source.id.to_owned());
        said.places.push(side.place(given.map_or(source.id_span, |given| given.span)));
    }
    said
}

// The values before and after for a sentence: of two promises only what differs.
fn words(
    pair: &Pair<'_, '_>,
    group: &Group,
    (old, new): (&Said, &Said),
    kind: Kind,
) -> (Vec<String>, Vec<String>) {
    let one = |values: &BTreeSet<usize>| match (values.len(), values.first()) {
        (1, Some(at)) => pair.new.values.get(group.first.attribute).and_then(|values| values.get(*at)),
        _ => None,
    };
    let (
        Some(Value::Promise { promise, at_most, aim }),
        Some(Value::Promise { at_most: limit, aim: aimed, promise: was }),
    ) = (one(&group.first.new), one(&group.first.old))
    else {
        return (old.values.clone(), new.values.clone());
    };
    let aims = matches!(kind, Kind::DutyAdded | Kind::DutyRemoved);
    if aims {
        let word = |aim: &Option<crate::time::Figure>| {
            aim.as_ref().map_or_else(|| "nothing beyond the promise".to_owned(), ToString::to_string)
        };
        return (vec![word(aimed)], vec![word(aim)]);
    }
    let side =
        |promise: &crate::time::Figure, limit: &Option<crate::time::Duration>, differs: bool| match limit
            .filter(|_| differs)
        {
            Some(limit) => format!("{promise} and at most {limit}"),
            None => promise.to_string(),
        };
    let differs = at_most != limit;
    (vec![side(was, limit, differs)], vec![side(promise, at_most, differs)])
}

// A value with everything that it says.
fn full(value: &Value) -> String {
    let Value::Promise { promise, aim, at_most } = value else { return value.to_string() };
    let mut words = promise.to_string();
    if let Some(limit) = at_most {
        words.push_str(&format!(", at most {limit}"));
    }
    if let Some(aim) = aim {
        words.push_str(&format!(" (aim: {aim})"));
    }
    words
}

fn meaning(pair: &Pair<'_, '_>, group: &Group) -> (Kind, ForCustomer, ForStaff) {
    let change = &group.first;
    let table = pair.new.table.name.as_str();
    let (gained, lost) =
        (change.new.difference(&change.old).next(), change.old.difference(&change.new).next());
    let of = |kind: Kind| {
        let (customer, staff) = Change::means(kind);
        (kind, customer, staff)
    };
    if is_by_entry(table) {
        let kind = match (BENEFITS.contains(&table), gained.is_some()) {
            (true, true) => Kind::Strengthened,
            (true, false) => Kind::Weakened,
            (false, true) => Kind::DutyAdded,
            (false, false) => Kind::DutyRemoved,
        };
        return of(kind);
    }
    if change.new.is_empty() {
        return of(Kind::Uncovered);
    }
    if change.old.is_empty() {
        return of(Kind::Covered);
    }
    if pair.new.several.get(change.attribute) == Some(&true) {
        return match (gained, lost) {
            (Some(_), None) => of(Kind::DutyAdded),
            (None, Some(_)) => of(Kind::DutyRemoved),
            _ => of(Kind::Changed),
        };
    }
    of(by_value(pair, change))
}

fn by_value(pair: &Pair<'_, '_>, change: &situation::Change) -> Kind {
    let value = |at: &usize| pair.new.values.get(change.attribute).and_then(|values| values.get(*at));
    let kinds: BTreeSet<Option<Kind>> = change
        .new
        .iter()
        .flat_map(|new| change.old.iter().map(move |old| (new, old)))
        .map(|(new, old)| match (value(new), value(old)) {
            (Some(new), Some(old)) => step(pair, change.attribute, new, old),
            _ => Some(Kind::Changed),
        })
        .collect();
    let mut kinds = kinds.into_iter().flatten();
    match (kinds.next(), kinds.next()) {
        (Some(only), None) => only,
        _ => Kind::Changed,
    }
}

// What became of one value; none when both say the same.
fn step(pair: &Pair<'_, '_>, attribute: usize, new: &Value, old: &Value) -> Option<Kind> {
    let name = pair.new.table.attributes.get(attribute).map(|attribute| &attribute.name);
    let longer = name.is_some_and(|name| pair.longer_is_better.contains(name));
    let comparison = situation::standard::Comparison { longer_is_better: longer, ..pair.new_comparison };
    let (
        Value::Promise { promise, aim, at_most },
        Value::Promise { promise: was, aim: aimed, at_most: limit },
    ) = (new, old)
    else {
        return of_relation(comparison.relation(new, old), Kind::Strengthened, Kind::Weakened);
    };
    let limits = match (at_most, limit) {
        (Some(new), Some(old)) => comparison.relation(&Value::Duration(*new), &Value::Duration(*old)),
        (Some(_), None) => Relation::Better,
        (None, Some(_)) => Relation::Worse,
        (None, None) => Relation::Same,
    };
    let aims = match (aim, aimed) {
        (Some(new), Some(old)) => comparison.figures(new, old),
        (Some(_), None) => Relation::Better,
        (None, Some(_)) => Relation::Worse,
        (None, None) => Relation::Same,
    };
    let promised = comparison.figures(promise, was);
    match (promised, limits) {
        (Relation::Same, Relation::Same) => of_relation(aims, Kind::DutyAdded, Kind::DutyRemoved),
        (one, Relation::Same) | (Relation::Same, one) => of_relation(one, Kind::Strengthened, Kind::Weakened),
        (one, other) if one == other => of_relation(one, Kind::Strengthened, Kind::Weakened),
        _ => Some(Kind::Changed),
    }
}

fn of_relation(relation: Relation, better: Kind, worse: Kind) -> Option<Kind> {
    match relation {
        Relation::Same => None,
        Relation::Better => Some(better),
        Relation::Worse => Some(worse),
        Relation::Different | Relation::Unclear => Some(Kind::Changed),
    }
}
