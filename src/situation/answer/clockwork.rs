//! By when the times of rules are over, for a request that comes at a moment. Must never count from an event that
//! nobody named: it says which one is missing.

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use super::Due;
use crate::model::{Channel, Clock, ClockStart};
use crate::resolve::Project;
use crate::syntax::decode::Entry;
use crate::time::{self, Calendar, Duration, Holidays, Hours, Unit};

/// A moment at which a request comes, and the calendars that its times run in.
pub(super) struct Clockwork<'a> {
    project: &'a Project,
    at: Timestamp,
    holidays: Holidays,
    ring_seconds: u64,
    /// The location that the situation names.
    location: Option<String>,
}

/// What a time is measured by.
pub(super) struct Run<'r, 'a> {
    /// Hours of the rule's own.
    pub(super) hours: Option<&'r Hours>,
    /// The channels by which the request may come.
    pub(super) channels: &'r [&'a Entry<Channel>],
    /// The event that starts the clock.
    pub(super) starts: Option<ClockStart>,
}

impl<'a> Clockwork<'a> {
    pub(super) fn new(project: &'a Project, at: &Zoned, location: Option<String>) -> Self {
        let (holidays, ring_seconds) = (project.days_off(), project.ring_seconds());
        Clockwork { project, at: at.timestamp(), holidays, ring_seconds, location }
    }

    /// When a duration is over.
    pub(super) fn due(&self, duration: &Duration, run: &Run<'_, 'a>) -> Due {
        if let Some(event) = run.starts.and_then(unnamed_event) {
            return Due::Unknown(format!("the clock starts when {event}, and when that was is not said"));
        }
        let waits = run.starts == Some(ClockStart::NextOpening);
        let business = duration.clock == time::Clock::Business;
        if !business && !waits {
            let zone = self.zone(run.channels);
            return self.run(duration, &self.calendar(&Hours::always(), zone), false);
        }
        let hours: Vec<(&Hours, &[&'a Entry<Channel>])> = match run.hours {
            Some(hours) => vec![(hours, run.channels)],
            None => {
                let own = |channel: &'_ &'a Entry<Channel>| channel.hours.value();
                let channels = run.channels.iter().enumerate();
                let known =
                    channels.filter_map(|(at, channel)| Some((own(channel)?, run.channels.get(at..=at)?)));
                known.collect()
            }
        };
        if hours.is_empty() {
            return Due::Unknown(match run.channels {
                [] => "it runs in the hours of the channel, and no channel is given".to_owned(),
                [only] => format!("it runs in the hours of `{}`, which has none", only.id),
                _ => "it runs in the hours of the channel, and the channels have none".to_owned(),
            });
        }
        let mut all: Vec<Due> = hours
            .iter()
            .map(|(hours, channels)| self.run(duration, &self.calendar(hours, self.zone(channels)), waits))
            .collect();
        all.dedup_by(|one, other| same(one, other));
        let complete = run.hours.is_some() || hours.len() == run.channels.len();
        match (all.pop(), all.is_empty() && complete) {
            (Some(due), true) => due,
            _ => Due::Unknown("it runs in the hours of the channel, and the channels differ".to_owned()),
        }
    }

    /// Hours in the time zone of a channel.
    pub(super) fn calendar(&self, hours: &Hours, zone: TimeZone) -> Calendar {
        Calendar::new(hours.clone(), self.holidays.clone(), zone)
    }

    /// The moment itself.
    pub(super) fn at(&self) -> Timestamp {
        self.at
    }

    /// The time zone of the one place that is meant, and of the standard otherwise.
    pub(super) fn zone(&self, channels: &[&'a Entry<Channel>]) -> TimeZone {
        let location = match (&self.location, channels) {
            (Some(location), _) => Some(location.as_str()),
            (None, [only]) => only.location.value().map(String::as_str),
            _ => None,
        };
        self.project.zone(location)
    }

    fn run(&self, duration: &Duration, calendar: &Calendar, waits: bool) -> Due {
        let zoned = |at: Timestamp| at.to_zoned(calendar.time_zone.clone());
        let business = duration.clock == time::Clock::Business;
        let opening = if business || waits { calendar.next_open(self.at) } else { Some(self.at) };
        let Some(opening) = opening else {
            return Due::Unknown("it does not open again within three years".to_owned());
        };
        let start = if waits { opening } else { self.at };
        // Business days are counted by dates: nothing begins to run at an hour.
        let begins = waits || duration.unit != Unit::Day;
        match calendar.deadline(start, duration, self.ring_seconds) {
            Some(end) => Due::At(zoned(end), (begins && opening != self.at).then(|| zoned(opening))),
            None => Due::Unknown("it is not over within twenty years".to_owned()),
        }
    }
}

fn same(one: &Due, other: &Due) -> bool {
    match (one, other) {
        (Due::At(one, _), Due::At(other, _)) => one.timestamp() == other.timestamp(),
        (one, other) => one == other,
    }
}

/// The event that starts the clock of a rule, or of the standard where the rule says nothing.
pub(super) fn starts(project: &Project, own: Option<&Clock>) -> Option<ClockStart> {
    let own = own.and_then(|clock| clock.starts.value());
    own.or_else(|| project.clock.value()?.starts.value()).copied()
}

// An event that is not the request itself.
fn unnamed_event(starts: ClockStart) -> Option<&'static str> {
    match starts {
        ClockStart::FirstCustomerMessage | ClockStart::TicketCreated | ClockStart::NextOpening => None,
        ClockStart::Detection => Some("the company's own monitoring notices"),
        ClockStart::Receipt => Some("the goods or the proof of their dispatch arrive"),
        ClockStart::Purchase => Some("the contract is concluded or the goods are bought"),
    }
}
