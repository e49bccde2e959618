//! Who is there at a time: roles on duty, channels open. Must never take a week for a date: where hours depend on the
//! date, that is said.

use jiff::Zoned;

use super::Due;
use super::clockwork::{Clockwork, Run};
use crate::model::{Channel, Role};
use crate::resolve::Project;
use crate::situation::{Dimension, Scale, Set};
use crate::syntax::decode::Entry;
use crate::time::{Hours, WEEK_MINUTES};

/// Who is there.
#[derive(Debug, Clone)]
pub struct Duty<'a> {
    /// The roles that have times on duty.
    pub roles: Vec<RoleNow<'a>>,
    /// The channels that have hours, as far as the situation leaves them open.
    pub channels: Vec<ChannelNow<'a>>,
}

/// A role at a time.
#[derive(Debug, Clone)]
pub struct RoleNow<'a> {
    /// The role.
    pub role: &'a Entry<Role>,
    /// Whether somebody in it is on duty.
    pub on_duty: Presence,
}

/// A channel at a time.
#[derive(Debug, Clone)]
pub struct ChannelNow<'a> {
    /// The channel.
    pub channel: &'a Entry<Channel>,
    /// Whether it is open.
    pub open: Presence,
    /// The roles on duty that answer it; none where it is not said who answers or when they are there.
    pub answered_by: Option<Vec<&'a str>>,
    /// When it opens again, where a moment was asked about.
    pub opens: Option<Zoned>,
    /// By when the customer is called back who came when it was closed.
    pub callback: Option<Due>,
}

/// Whether somebody is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// All the time that was asked about.
    Yes,
    /// Never in that time.
    No,
    /// In a part of that time.
    Partly,
    /// It depends on the season; only a moment could tell.
    Dated,
}

/// Who is there in the minutes of a week or, where it is known, at a moment.
pub(super) fn duty<'a>(
    project: &'a Project,
    minutes: &Set,
    channels: &[&'a Entry<Channel>],
    clockwork: Option<&Clockwork<'a>>,
) -> Duty<'a> {
    let presence = |hours: &Hours, channel: &[&'a Entry<Channel>]| match clockwork {
        Some(clockwork) => {
            let open = clockwork.calendar(hours, clockwork.zone(channel)).is_open(clockwork.at());
            if open { Presence::Yes } else { Presence::No }
        }
        None => in_week(hours, minutes),
    };
    let role = |role: &'a Entry<Role>| Some(RoleNow { role, on_duty: presence(role.on_duty.value()?, &[]) });
    let roles: Vec<RoleNow<'a>> = project.roles.iter().filter_map(role).collect();
    let channel = |channel: &&'a Entry<Channel>| {
        let hours = channel.hours.value()?;
        let open = presence(hours, &[channel]);
        let closed = clockwork.filter(|_| open == Presence::No);
        let opens = closed.and_then(|clockwork| {
            let calendar = clockwork.calendar(hours, clockwork.zone(&[channel]));
            Some(calendar.next_open(clockwork.at())?.to_zoned(calendar.time_zone))
        });
        let callback = closed.and_then(|clockwork| {
            let callback = channel.after_hours.value()?.callback.value()?;
            Some(clockwork.due(callback, &Run { hours: None, channels: &[channel], starts: None }))
        });
        let answered_by = answered_by(channel, &roles);
        Some(ChannelNow { channel, open, answered_by, opens, callback })
    };
    let channels = channels.iter().filter_map(channel).collect();
    Duty { channels, roles }
}

// The roles that answer a channel and are there, where that is known of all of them.
fn answered_by<'a>(channel: &'a Entry<Channel>, roles: &[RoleNow<'a>]) -> Option<Vec<&'a str>> {
    let mut there = Vec::new();
    for staff in channel.staffed_by.iter() {
        let now = roles.iter().find(|now| now.role.id == staff.value)?;
        match now.on_duty {
            Presence::Yes => there.push(staff.value.as_str()),
            Presence::No => {}
            Presence::Partly | Presence::Dated => return None,
        }
    }
    (!channel.staffed_by.is_empty()).then_some(there)
}

/// The dimension of time, with public holidays told apart.
pub(super) fn time_dimension() -> Dimension {
    let scale = Scale::Time { holidays: true };
    Dimension { name: "time".to_owned(), scale, optional: false, rising: false }
}

// Whether hours are open in the minutes of a normal week and of one of public holidays.
fn in_week(hours: &Hours, minutes: &Set) -> Presence {
    if hours.has_seasons() {
        return Presence::Dated;
    }
    let week = i64::from(WEEK_MINUTES);
    let normal = hours.week().ranges().iter().map(|(from, to)| (i64::from(*from), i64::from(*to))).collect();
    let normal = Set::of(normal);
    let holiday = hours.holiday_week();
    let shifted = |(from, to): &(u16, u16)| (week + i64::from(*from), week + i64::from(*to));
    let open = normal.union(&Set::of(holiday.ranges().iter().map(shifted).collect()));
    if open.covers(minutes) {
        Presence::Yes
    } else if open.meets(minutes) {
        Presence::Partly
    } else {
        Presence::No
    }
}
