//! A standard made ready for questions. Must never answer for another day than the one it was made ready for.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::asked::{Asked, Objection};
use super::clockwork::Clockwork;
use super::duty::{duty, time_dimension};
use super::table::{Asking, answer, within};
use super::{Answer, Duty};
use crate::model::Channel;
use crate::resolve::Project;
use crate::situation::standard::{Fineness, StandardTable, impossible, tables, tables_as_fine_as};
use crate::situation::{Region, Set, Space, Table, covered};
use crate::source::Span;
use crate::syntax::decode::Entry;

/// A standard made ready for questions about a day.
#[derive(Debug)]
pub struct Ready<'a> {
    project: &'a Project,
    today: Date,
    tables: Vec<StandardTable<'a>>,
    impossible: (Space, Vec<(Region, Span)>),
}

impl<'a> Ready<'a> {
    /// The standard as it stands on a day.
    pub fn new(project: &'a Project, today: Date) -> Self {
        let impossible = impossible(project, &Fineness::default());
        Ready { project, today, tables: tables(project, today), impossible }
    }

    /// The tables of the standard.
    pub fn tables(&self) -> &[StandardTable<'a>] {
        &self.tables
    }

    /// The standard.
    pub fn project(&self) -> &'a Project {
        self.project
    }

    /// What the standard says about a situation.
    pub fn ask(&self, asked: &Asked) -> Result<Answer<'a>, Objection> {
        let given = asked.settled(self.project)?;
        let values = given
            .iter()
            .flat_map(|(name, values)| values.iter().map(move |value| (name.as_str(), value.as_str())));
        let fineness = Fineness::of(values);
        if fineness == Fineness::default() {
            return self.answered(asked, given, &self.tables, &self.impossible);
        }
        // The situation lies between the positions that conditions tell apart.
        let finer = tables_as_fine_as(self.project, self.today, &fineness);
        self.answered(asked, given, &finer, &impossible(self.project, &fineness))
    }

    fn answered(
        &self,
        asked: &Asked,
        given: BTreeMap<String, Vec<String>>,
        tables: &[StandardTable<'a>],
        impossible: &(Space, Vec<(Region, Span)>),
    ) -> Result<Answer<'a>, Objection> {
        let at = match asked.at {
            None => None,
            Some(at) => {
                let zoned = at.to_zoned(self.project.zone(None));
                let help = "write a moment of our time: `2026-12-24T16:00`";
                let zoned =
                    zoned.map_err(|_| Objection::new(format!("`{at}` is beyond all calendars"), help))?;
                if zoned.datetime() != at {
                    let message = format!("there is no `{at}`: the clock goes forward at that time");
                    return Err(Objection::new(message, "ask about an hour later"));
                }
                Some(zoned)
            }
        };
        let location = given.get("location").and_then(|values| match values.as_slice() {
            [only] => Some(only.clone()),
            _ => None,
        });
        let clockwork = at.as_ref().map(|at| Clockwork::new(self.project, at, location));
        let never_happens = never_happens(&given, impossible);
        let asking = Asking { project: self.project, given: &given, clockwork: clockwork.as_ref() };
        let answers = match never_happens.is_empty() {
            true => tables.iter().map(|table| answer(&asking, table)).collect(),
            false => Vec::new(),
        };
        let duty = self.duty(&given, clockwork.as_ref());
        Ok(Answer { at, never_happens, tables: answers, duty, situation: given })
    }

    fn duty(
        &self,
        given: &BTreeMap<String, Vec<String>>,
        clockwork: Option<&Clockwork<'a>>,
    ) -> Option<Duty<'a>> {
        let dimension = time_dimension();
        let times = given.get("time")?.iter().filter_map(|value| dimension.read_situation(value));
        let minutes = times.fold(Set::default(), |all, set| all.union(&set));
        let meant = |channel: &&'a Entry<Channel>| {
            given.get("channel").is_none_or(|channels| channels.contains(&channel.id))
        };
        let channels: Vec<&'a Entry<Channel>> = self.project.channels.iter().filter(meant).collect();
        Some(duty(self.project, &minutes, &channels, clockwork))
    }
}

// Where it is said that the whole of what was asked never happens.
fn never_happens(
    given: &BTreeMap<String, Vec<String>>,
    (space, never): &(Space, Vec<(Region, Span)>),
) -> Vec<Span> {
    let table = Table { space: space.clone(), ..Table::default() };
    let Ok(within) = within(&table, given) else { return Vec::new() };
    let region = space.whole().intersect(&within);
    let meets: Vec<&(Region, Span)> = never.iter().filter(|(never, _)| never.meets(&region)).collect();
    let regions: Vec<&Region> = meets.iter().map(|(never, _)| never).collect();
    if regions.is_empty() || covered(&region, &regions, &mut { 50_000 }) != Some(true) {
        return Vec::new();
    }
    let alone = meets.iter().filter(|(never, _)| never.covers(&region));
    let alone: Vec<Span> = alone.map(|(_, span)| *span).collect();
    if alone.is_empty() { meets.iter().map(|(_, span)| *span).collect() } else { alone }
}
