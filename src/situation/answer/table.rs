//! The answer of one table. Must never leave out a rule that holds: what does not count is said with its reason.

use std::collections::BTreeMap;

use super::cases::{Group, Question, TooHard};
use super::clockwork::Clockwork;
use super::merge::is_possible;
use super::notes::{Clocked, decision_rule, notes};
use super::ranking::{How, Ranking};
use super::{AttributeAnswer, Beaten, Case, Conditions, Floor, Outcome, RuleAt, TableAnswer, Winner};
use crate::model::{Channel, Text};
use crate::resolve::Project;
use crate::situation::standard::{StandardTable, Value};
use crate::situation::{Region, Relation, Set, Table, covered};
use crate::syntax::decode::Entry;

/// What everything in an answer rests on.
pub(super) struct Asking<'q, 'a> {
    pub(super) project: &'a Project,
    pub(super) given: &'q BTreeMap<String, Vec<String>>,
    pub(super) clockwork: Option<&'q Clockwork<'a>>,
}

/// The answer of a table.
pub(super) fn answer<'a>(asking: &Asking<'_, 'a>, standard: &StandardTable<'a>) -> TableAnswer<'a> {
    let table = &standard.table;
    let own: Vec<&str> = asking
        .project
        .decision_tables()
        .filter(|(name, _)| *name == table.name)
        .filter_map(|(_, decision)| decision.situation.value())
        .flat_map(|situation| situation.iter().map(|entry| entry.id.as_str()))
        .collect();
    let mut answer = TableAnswer {
        name: table.name.clone(),
        unasked: !own.is_empty() && !own.iter().any(|name| asking.given.contains_key(*name)),
        silent: None,
        attributes: Vec::new(),
        left_out: standard
            .unplaced
            .iter()
            .map(|source| RuleAt { id: source.id, span: source.id_span })
            .collect(),
    };
    let within = match within(table, asking.given) {
        Ok(within) => within,
        Err(dimension) => {
            answer.silent = Some(format!("no rule of the table tells this value of `{dimension}` apart"));
            return answer;
        }
    };
    if !is_possible(&table.space.whole().intersect(&within), &table.never) {
        answer.silent = Some("this never happens, says the table".to_owned());
        return answer;
    }
    let scene = Scene { asking, standard, within, ranking: Ranking::of(table) };
    answer.attributes = (0..table.attributes.len()).map(|attribute| scene.attribute(attribute)).collect();
    answer
}

/// The situations that a question leaves open; a dimension that has no such value, where there is one.
pub(super) fn within<'g>(table: &Table, given: &'g BTreeMap<String, Vec<String>>) -> Result<Region, &'g str> {
    let mut within = Region::everywhere();
    for (name, values) in given {
        let Some((at, dimension)) = table.space.find(name) else { continue };
        let sets = values.iter().filter_map(|value| dimension.read_situation(value));
        let set = sets.fold(Set::default(), |all, set| all.union(&set)).intersect(&dimension.extent());
        if set.is_empty() {
            return Err(name);
        }
        within.limit(at, set);
    }
    Ok(within)
}

struct Scene<'q, 'a> {
    asking: &'q Asking<'q, 'a>,
    standard: &'q StandardTable<'a>,
    within: Region,
    ranking: Ranking<'q>,
}

impl<'a> Scene<'_, 'a> {
    fn attribute(&self, attribute: usize) -> AttributeAnswer<'a> {
        let table = &self.standard.table;
        let side_by_side = self.standard.several.get(attribute) == Some(&true);
        let groups =
            if side_by_side { self.side_by_side(attribute) } else { self.question(attribute).groups() };
        let (cases, unsettled) = match groups {
            Ok(groups) => (groups.iter().map(|group| self.case(attribute, group)).collect(), None),
            Err(TooHard::Cases) => {
                (Vec::new(), Some("there are too many cases: say more about the situation"))
            }
            Err(TooHard::Containment) => {
                (Vec::new(), Some("which rule is the exception to which is too hard to settle"))
            }
        };
        let name = table.attributes.get(attribute).map(|kind| kind.name.clone()).unwrap_or_default();
        AttributeAnswer { name, side_by_side, cases, unsettled }
    }

    fn question(&self, attribute: usize) -> Question<'_, '_> {
        Question::new(&self.standard.table, &self.ranking, attribute, &self.within)
    }

    // Where each rule wins by itself.
    fn side_by_side(&self, attribute: usize) -> Result<Vec<Group>, TooHard> {
        let mut all = Vec::new();
        for (rule, _) in self.standard.table.candidates(attribute) {
            let groups = self.question(attribute).about(rule).groups()?;
            all.extend(groups.into_iter().filter(|group| group.winners == [rule]));
        }
        Ok(all)
    }

    fn case(&self, attribute: usize, group: &Group) -> Case<'a> {
        let channels = self.channels(group);
        let winners: Vec<Winner<'a>> =
            group.winners.iter().filter_map(|rule| self.winner(attribute, *rule, &channels)).collect();
        let side_by_side = self.standard.several.get(attribute) == Some(&true);
        let differ = |one: usize, other: usize| self.relation(attribute, one, other) != Relation::Same;
        let conflict = group.winners.iter().any(|one| group.winners.iter().any(|other| differ(*one, *other)));
        let outcome = match winners.is_empty() {
            true if group.held.is_empty() => Outcome::Nothing,
            true => Outcome::Circle,
            false if conflict && !side_by_side => Outcome::Conflict,
            false => Outcome::Settled,
        };
        let regions = group.regions.iter().filter(|region| region.width() > 0);
        Case {
            conditions: regions.map(|region| self.conditions(region)).collect(),
            outcome,
            winners,
            beaten: self.beaten(attribute, group),
            floors: self.floors(attribute, group),
        }
    }

    fn conditions(&self, region: &Region) -> Conditions {
        let values = region.limits().filter_map(|(at, set)| {
            let dimension = self.standard.table.space.dimensions.get(at)?;
            Some((dimension.name.clone(), dimension.values(set)))
        });
        Conditions { words: self.standard.region_in_words(region), values: values.collect() }
    }

    fn winner(&self, attribute: usize, rule: usize, channels: &[&'a Entry<Channel>]) -> Option<Winner<'a>> {
        let (at, value) = (self.at(rule)?, self.value(attribute, rule)?.clone());
        let table = &self.standard.table;
        let kind = table.attributes.get(attribute)?;
        let Asking { project, clockwork, .. } = *self.asking;
        let clocked = Clocked { project, clockwork, channels };
        let times = clocked.times(&table.name, at.id, &kind.name, &value);
        Some(Winner { rule: at, notes: notes(project, &table.name, at.id, &kind.name), times, value })
    }

    // The rules that hold, do not win and are beaten by one that holds.
    fn beaten(&self, attribute: usize, group: &Group) -> Vec<Beaten<'a>> {
        let losers = group.held.iter().filter(|rule| !group.winners.contains(rule));
        let beaten = losers.filter_map(|rule| {
            let beaters = group.held.iter().filter_map(|other| {
                let meets =
                    self.standard.table.rule(*other).region.meets(&self.standard.table.rule(*rule).region);
                let how = self.ranking.how(*other, *rule).filter(|_| meets)?;
                Some((!group.winners.contains(other), self.at(*other)?, how))
            });
            // A rule that wins is the plainest reason.
            let mut beaters: Vec<(bool, RuleAt<'a>, How)> = beaters.collect();
            beaters.sort_by_key(|(indirect, ..)| *indirect);
            let mut by: Vec<(RuleAt<'a>, How)> =
                beaters.into_iter().map(|(_, rule, how)| (rule, how)).collect();
            if by.is_empty() {
                let stricter = |other: &&usize| self.relation(attribute, **other, *rule) == Relation::Better;
                let stricter = group.winners.iter().filter(stricter);
                by.extend(stricter.filter_map(|other| Some((self.at(*other)?, How::Stricter))));
            }
            Some(Beaten { rule: self.at(*rule)?, value: self.value(attribute, *rule)?.clone(), by })
        });
        beaten.filter(|beaten| !beaten.by.is_empty()).collect()
    }

    fn floors(&self, attribute: usize, group: &Group) -> Vec<Floor<'a>> {
        let table = &self.standard.table;
        let whole = table.space.whole().intersect(&self.within);
        let regions: Vec<Region> = group.regions.iter().map(|region| whole.intersect(region)).collect();
        let floors = table.floors(attribute).filter_map(|(floor, _)| {
            let own = &table.rule(floor).region;
            if !regions.iter().any(|region| is_possible(&region.intersect(own), &table.never)) {
                return None;
            }
            let bounds: Vec<&Region> = std::iter::once(own).chain(&table.never).collect();
            let everywhere =
                regions.iter().all(|region| covered(region, &bounds, &mut { 10_000 }) == Some(true));
            let kept = group.winners.iter().map(|rule| match self.relation(attribute, *rule, floor) {
                Relation::Same | Relation::Better => Some(true),
                Relation::Worse | Relation::Different => Some(false),
                Relation::Unclear => None,
            });
            let kept: Vec<Option<bool>> = kept.collect();
            let kept = if kept.contains(&Some(false)) {
                Some(false)
            } else {
                (!kept.is_empty() && !kept.contains(&None)).then_some(true)
            };
            let rule = self.at(floor)?;
            let value = self.value(attribute, floor)?.clone();
            Some(Floor { rule, value, cite: self.cite(rule.id), kept, in_part: !everywhere })
        });
        floors.collect()
    }

    fn cite(&self, id: &str) -> Option<&'a Text> {
        let Asking { project, .. } = *self.asking;
        let table = &self.standard.table.name;
        let promise = project.response_times.find(id).filter(|_| table == "response_times");
        let decision = || Some(&decision_rule(project, table, id)?.cite);
        promise.map(|rule| &rule.cite).or_else(decision)?.value()
    }

    // The channels by which a request of a case may come.
    fn channels(&self, group: &Group) -> Vec<&'a Entry<Channel>> {
        let project = self.asking.project;
        let Some((at, dimension)) = self.standard.table.space.find("channel") else {
            let given = self.asking.given.get("channel");
            let meant = |id: &str| given.is_some_and(|given| given.iter().any(|given| given == id));
            return project.channels.iter().filter(|channel| meant(&channel.id)).collect();
        };
        let whole = self.standard.table.space.whole().intersect(&self.within);
        let own: Set = group
            .regions
            .iter()
            .filter_map(|region| whole.intersect(region).get(at).cloned())
            .fold(Set::default(), |all, set| all.union(&set));
        if own == dimension.extent() && !self.asking.given.contains_key("channel") {
            return Vec::new();
        }
        let ids = dimension.values(&own);
        project.channels.iter().filter(|channel| ids.contains(&channel.id)).collect()
    }

    fn at(&self, rule: usize) -> Option<RuleAt<'a>> {
        self.standard.rules.get(rule).map(|source| RuleAt { id: source.id, span: source.id_span })
    }

    fn value(&self, attribute: usize, rule: usize) -> Option<&Value> {
        self.standard.rules.get(rule)?.gives.get(&attribute).map(|given| &given.value)
    }

    fn relation(&self, attribute: usize, one: usize, other: usize) -> Relation {
        let value = |rule: usize| self.standard.table.rule(rule).gives.get(&attribute).copied();
        let kind = self.standard.table.attributes.get(attribute);
        let relation = kind.zip(value(one).zip(value(other)));
        relation.map_or(Relation::Same, |(kind, (one, other))| kind.relation(one, other))
    }
}
