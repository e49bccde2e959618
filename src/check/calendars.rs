//! The calendars that a standard speaks of, laid out once for all rules of a check that ask for them.
//! Must never judge, and never invent hours: where none are written there is no calendar.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, OnceLock};

use jiff::civil::Date;

use crate::model::{Channel, ChannelKind, When};
use crate::resolve::Project;
use crate::syntax::decode::Entry;
use crate::time::{Calendar, Duration, Finish, Holidays, Hours, Layout, time_zone};

/// The calendars of a standard.
pub(super) struct Calendars<'a> {
    project: &'a Project,
    holidays: Holidays,
    channels: BTreeMap<&'a str, &'a Entry<Channel>>,
    /// One channel of each kind of hours, for rules that hold on all of them.
    different: Vec<&'a Entry<Channel>>,
    first: Date,
    ring: u64,
    known: Mutex<BTreeMap<(String, String), Arc<Desk>>>,
}

/// Hours in a time zone, laid out from today on, with the deadlines that were asked for.
pub(super) struct Desk {
    /// The hours laid out.
    pub(super) layout: Layout,
    ring: u64,
    deadlines: Mutex<BTreeMap<Duration, Arc<Deadline>>>,
}

/// When a duration has run, whenever it begins; worked out when it is first asked for.
#[derive(Default)]
struct Deadline {
    finish: OnceLock<Arc<Finish>>,
    bounds: OnceLock<Option<Bounds>>,
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
    /// The calendars of a standard from a day on.
    pub(super) fn of(project: &'a Project, today: Date) -> Self {
        let mut different = BTreeMap::new();
        for channel in &project.channels {
            let hours = channel.hours.value().map(|hours| hours.text.as_str());
            let kept = (hours, channel.location.value(), only_while_open(channel));
            different.entry(kept).or_insert(channel);
        }
        Calendars {
            project,
            holidays: project.days_off(),
            different: different.into_values().collect(),
            channels: project.channels.iter().map(|channel| (channel.id.as_str(), channel)).collect(),
            first: today,
            ring: project.ring_seconds(),
            known: Mutex::default(),
        }
    }

    /// Hours of the standard as a whole or of a role.
    pub(super) fn desk(&self, hours: &Hours) -> Arc<Desk> {
        self.desk_in(hours, self.zone(None))
    }

    /// Hours of a channel, or other hours that are kept at its place.
    pub(super) fn desk_at(&self, channel: &Channel, hours: &Hours) -> Arc<Desk> {
        self.desk_in(hours, self.zone(channel.location.value().map(String::as_str)))
    }

    /// The name of the time zone at a location, and of the standard where it has none of its own.
    pub(super) fn zone(&self, location: Option<&str>) -> &'a str {
        self.project.zone_name(location)
    }

    /// A calendar that is not laid out.
    pub(super) fn calendar(&self, hours: &Hours, zone: &str) -> Calendar {
        Calendar::new(hours.clone(), self.holidays.clone(), time_zone(zone))
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
    pub(super) fn desk_in(&self, hours: &Hours, zone: &str) -> Arc<Desk> {
        let lay_out = || {
            let layout = self.calendar(hours, zone).lay_out(self.first);
            Arc::new(Desk { layout, ring: self.ring, deadlines: Mutex::default() })
        };
        // Only a rule that broke off leaves the lock broken; what it knew is not needed.
        let Ok(mut known) = self.known.lock() else { return lay_out() };
        Arc::clone(known.entry((zone.to_owned(), hours.text.clone())).or_insert_with(lay_out))
    }
}

impl fmt::Debug for Calendars<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Calendars").field("first", &self.first).finish_non_exhaustive()
    }
}

impl Desk {
    /// When a duration has run, for each instant at which it may begin.
    pub(super) fn finish(&self, duration: &Duration) -> Arc<Finish> {
        let deadline = self.deadline(duration);
        let finish = || Arc::new(self.layout.finish(duration, self.ring));
        Arc::clone(deadline.finish.get_or_init(finish))
    }

    /// How many seconds pass until a duration has run; none where it is never over.
    pub(super) fn bounds(&self, duration: &Duration) -> Option<Bounds> {
        let bounds = || self.layout.bounds(duration, self.ring);
        let deadline = self.deadline(duration);
        *deadline.bounds.get_or_init(|| bounds().map(|(shortest, longest)| Bounds { longest, shortest }))
    }

    fn deadline(&self, duration: &Duration) -> Arc<Deadline> {
        self.deadlines
            .lock()
            .map_or_else(|_| Arc::default(), |mut known| Arc::clone(known.entry(*duration).or_default()))
    }
}

/// Whether customers of a channel can only begin while it is open: nobody rings at a closed door.
pub(super) fn only_while_open(channel: &Channel) -> bool {
    let live = [ChannelKind::Voice, ChannelKind::InPerson, ChannelKind::Video];
    channel.kind.value().is_some_and(|kind| live.contains(kind))
}
