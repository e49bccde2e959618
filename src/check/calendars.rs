//! The calendars that a standard speaks of, laid out once for all rules of a check that ask for them.
//! Must never judge, and never invent hours: where none are written there is no calendar.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::Context;
use crate::model::{Channel, ChannelKind, When};
use crate::resolve::Project;
use crate::syntax::decode::Entry;
use crate::time::{Calendar, Duration, Finish, Holidays, Hours, Layout};

/// The calendars of a standard.
pub(super) struct Calendars<'a> {
    project: &'a Project,
    holidays: Holidays,
    channels: BTreeMap<&'a str, &'a Entry<Channel>>,
    /// One channel of each kind of hours, for rules that hold on all of them.
    different: Vec<&'a Entry<Channel>>,
    first: Date,
    ring: u64,
    known: RefCell<BTreeMap<(String, String), Rc<Desk>>>,
}

/// Hours in a time zone, laid out from today on, with the deadlines that were asked for.
pub(super) struct Desk {
    /// The hours laid out.
    pub(super) layout: Layout,
    ring: u64,
    deadlines: RefCell<BTreeMap<Duration, Rc<Deadline>>>,
}

/// When a duration has run, whenever it begins.
pub(super) struct Deadline {
    /// For each instant.
    pub(super) finish: Finish,
    /// How many seconds pass; none where it is never over.
    pub(super) bounds: Option<Bounds>,
}

/// How many seconds a duration takes, depending on when it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Bounds {
    /// The most.
    pub(super) longest: i64,
    /// The fewest.
    pub(super) shortest: i64,
}

/// The channels that a condition speaks of.
pub(super) struct Reached<'a> {
    /// The channels.
    pub(super) channels: Vec<&'a Entry<Channel>>,
    /// Whether the condition names them, and does not just leave them all in.
    pub(super) named: bool,
}

impl<'a> Calendars<'a> {
    /// The calendars of the standard that is judged.
    pub(super) fn of(cx: &Context<'a>) -> Self {
        let project = cx.project;
        let holidays = project.holidays.value().map_or_else(Holidays::default, |holidays| Holidays {
            country: holidays.country.value().copied(),
            closed: holidays.closed.iter().map(|day| day.value).collect(),
            open: holidays.open.iter().map(|day| day.value).collect(),
        });
        let mut different = BTreeMap::new();
        for channel in &project.channels {
            let hours = channel.hours.value().map(|hours| hours.text.as_str());
            let kept = (hours, channel.location.value(), only_while_open(channel));
            different.entry(kept).or_insert(channel);
        }
        Calendars {
            project,
            holidays,
            different: different.into_values().collect(),
            channels: project.channels.iter().map(|channel| (channel.id.as_str(), channel)).collect(),
            first: cx.today,
            ring: ring_seconds(project),
            known: RefCell::default(),
        }
    }

    /// Hours of the standard as a whole or of a role.
    pub(super) fn desk(&self, hours: &Hours) -> Rc<Desk> {
        self.desk_in(hours, self.zone(None))
    }

    /// Hours of a channel, or other hours that are kept at its place.
    pub(super) fn desk_at(&self, channel: &Channel, hours: &Hours) -> Rc<Desk> {
        self.desk_in(hours, self.zone(channel.location.value().map(String::as_str)))
    }

    /// The name of the time zone at a location, and of the standard where it has none of its own.
    pub(super) fn zone(&self, location: Option<&str>) -> &'a str {
        let own = || self.project.locations.find(location?)?.time_zone.value();
        let zone = own().or_else(|| self.project.time_zone.value());
        zone.map_or("UTC", |zone| zone.0.as_str())
    }

    /// A calendar that is not laid out.
    pub(super) fn calendar(&self, hours: &Hours, zone: &str) -> Calendar {
        let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
        Calendar::new(hours.clone(), self.holidays.clone(), zone)
    }

    /// The channels that a condition leaves. Where it says nothing of channels, one of each kind of hours stands for
    /// all of them.
    pub(super) fn reached(&self, when: Option<&When>) -> Reached<'a> {
        let Some(condition) = when.and_then(|when| when.find("channel")) else {
            return Reached { channels: self.different.clone(), named: false };
        };
        let named = !condition.value.is.is_empty();
        let known = |id: &str| self.channels.get(id).copied();
        let channels = match named {
            true => condition.value.is.iter().filter_map(|id| known(&id.value)).collect(),
            false => {
                let left_out = |id: &str| condition.value.not.iter().any(|not| not.value == id);
                self.project.channels.iter().filter(|channel| !left_out(&channel.id)).collect()
            }
        };
        Reached { channels, named }
    }

    /// A channel by its id.
    pub(super) fn channel(&self, id: &str) -> Option<&'a Entry<Channel>> {
        self.channels.get(id).copied()
    }

    /// Hours that are kept by the clock of a time zone.
    pub(super) fn desk_in(&self, hours: &Hours, zone: &str) -> Rc<Desk> {
        let key = (zone.to_owned(), hours.text.clone());
        let mut known = self.known.borrow_mut();
        let desk = known.entry(key).or_insert_with(|| {
            let layout = self.calendar(hours, zone).lay_out(self.first);
            Rc::new(Desk { layout, ring: self.ring, deadlines: RefCell::default() })
        });
        Rc::clone(desk)
    }
}

impl Desk {
    /// When a duration has run.
    pub(super) fn deadline(&self, duration: &Duration) -> Rc<Deadline> {
        let mut known = self.deadlines.borrow_mut();
        let deadline = known.entry(*duration).or_insert_with(|| {
            let finish = self.layout.finish(duration, self.ring);
            let longest = finish.longest(None).map(|worst| worst.seconds());
            let shortest = self.layout.at_once().furthest_behind(&finish, None).map(|least| -least.seconds());
            let bounds = longest.zip(shortest).map(|(longest, shortest)| Bounds { longest, shortest });
            Rc::new(Deadline { bounds, finish })
        });
        Rc::clone(deadline)
    }
}

/// The time zone of the standard.
pub(super) fn time_zone(project: &Project) -> TimeZone {
    let name = project.time_zone.value().map_or("UTC", |zone| zone.0.as_str());
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}

/// How long a ring of the telephone counts, in seconds.
pub(super) fn ring_seconds(project: &Project) -> u64 {
    project.ring.value().and_then(|ring| ring.seconds(5)).unwrap_or(5)
}

/// Whether customers of a channel can only begin while it is open: nobody rings at a closed door.
pub(super) fn only_while_open(channel: &Channel) -> bool {
    let live = [ChannelKind::Voice, ChannelKind::InPerson, ChannelKind::Video];
    channel.kind.value().is_some_and(|kind| live.contains(kind))
}
