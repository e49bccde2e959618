//! The hours of channels as a usual week and the days that differ from it, as most calendars want them. Must never
//! guess a time zone.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::{Audience, Channel};
use crate::resolve::Project;
use crate::syntax::decode::Entry;
use crate::time::{DayKind, Hours};

/// Minutes of a day, from the first to the one behind the last.
pub type Ranges = Vec<(u16, u16)>;

/// When a channel is open.
#[derive(Debug)]
pub struct OpenHours<'a> {
    /// The channel.
    pub id: &'a str,
    /// Its name for readers.
    pub title: &'a str,
    /// The time zone of its place.
    pub zone: Option<&'a str>,
    /// The usual week from Monday to Sunday.
    pub week: Vec<Ranges>,
    /// The days that differ, in their order.
    pub differing: Vec<Differing>,
    /// Whether the hours change with the seasons; the week is then that of the day of the export.
    pub seasonal: bool,
}

/// A day that is not as usual.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Differing {
    /// The day.
    pub date: Date,
    /// When it is open then.
    pub open: Ranges,
    /// What the day is called, where it has a name.
    pub name: Option<&'static str>,
}

/// The last day that is looked at: the end of the next year.
pub fn last_day(today: Date) -> Date {
    Date::new(today.year().saturating_add(1), 12, 31).unwrap_or(today)
}

/// The days from the export to the last.
pub fn days(today: Date) -> impl Iterator<Item = Date> {
    let last = last_day(today);
    std::iter::successors(Some(today), |date| date.tomorrow().ok()).take_while(move |date| *date <= last)
}

/// The channels that customers use.
pub fn channels(project: &Project) -> impl Iterator<Item = &Entry<Channel>> {
    project
        .channels
        .iter()
        .filter(|channel| channel.serves.value().is_none_or(|serves| *serves == Audience::Customers))
}

/// The hours of all channels of customers that have any, seen from a day.
pub fn of_channels(project: &Project, today: Date) -> Vec<OpenHours<'_>> {
    let special = SpecialDays::of(project, today);
    let of_channel = |channel| OpenHours::of_channel(project, channel, today, &special);
    channels(project).filter_map(of_channel).collect()
}

impl<'a> OpenHours<'a> {
    fn of_channel(
        project: &'a Project,
        channel: &'a Entry<Channel>,
        today: Date,
        special: &SpecialDays,
    ) -> Option<Self> {
        let source = project.source_language();
        let title = Some(channel.title.words_in(source)).filter(|title| !title.is_empty());
        let zone = project.zone_said(channel.location.value().map(String::as_str));
        Some(OpenHours::new(
            [&channel.id, title.unwrap_or(&channel.id)],
            zone,
            channel.hours.value()?,
            today,
            special,
        ))
    }

    /// Hours with the days that differ, seen from a day; an id and a name go with them.
    pub fn new(
        [id, title]: [&'a str; 2],
        zone: Option<&'a str>,
        hours: &Hours,
        today: Date,
        special: &SpecialDays,
    ) -> Self {
        let week = if hours.has_seasons() { hours.week_of(today) } else { hours.week() };
        let week: Vec<Ranges> = week.days().map(|(_, ranges)| ranges).collect();
        let differing = special.differing(today, hours, &week);
        OpenHours { id, title, zone, week, differing, seasonal: hours.has_seasons() }
    }

    /// The usual hours of a date.
    pub fn usual(&self, date: Date) -> &[(u16, u16)] {
        let day = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or_default();
        self.week.get(day).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether another channel is open at the same times by the same clock.
    pub fn is_like(&self, other: &OpenHours<'_>) -> bool {
        (self.zone, &self.week, self.seasonal) == (other.zone, &other.week, other.seasonal)
            && self.differing == other.differing
    }

    /// The ranges of the usual week, each with the days on which it holds (0 is Monday).
    pub fn by_range(&self) -> BTreeMap<(u16, u16), Vec<usize>> {
        let mut found: BTreeMap<(u16, u16), Vec<usize>> = BTreeMap::new();
        for (day, ranges) in self.week.iter().enumerate() {
            ranges.iter().for_each(|range| found.entry(*range).or_default().push(day));
        }
        found
    }
}

/// The days that are no ordinary ones.
#[derive(Debug)]
pub struct SpecialDays {
    special: BTreeMap<Date, (DayKind, Option<&'static str>)>,
}

impl SpecialDays {
    /// The special days from the day before the export to the one behind the last.
    pub fn of(project: &Project, today: Date) -> Self {
        let holidays = project.days_off();
        let years = today.year().saturating_sub(1)..=today.year().saturating_add(2);
        let public =
            years.flat_map(|year| holidays.country.map_or(Vec::new(), |country| country.holidays(year)));
        let names: BTreeMap<Date, &'static str> =
            public.map(|holiday| (holiday.date, holiday.name)).collect();
        let end = last_day(today).tomorrow();
        let dates = today.yesterday().into_iter().chain(days(today)).chain(end);
        let special = dates.filter_map(|date| {
            // The law is asked by its list above: asking it day by day would work out each year again.
            let own = |days: &[crate::time::ClosedDay]| days.iter().any(|day| day.is_on(date));
            let name = names.get(&date).copied();
            if own(&holidays.closed) {
                Some((date, (DayKind::Closed, name)))
            } else if name.is_some() && !own(&holidays.open) {
                Some((date, (DayKind::Holiday, name)))
            } else {
                None
            }
        });
        SpecialDays { special: special.collect() }
    }

    /// The days from the export to the last that are no ordinary ones, with their names.
    pub fn special(&self, today: Date) -> impl Iterator<Item = (Date, Option<&'static str>)> {
        self.special.range(today..=last_day(today)).map(|(date, (_, name))| (*date, *name))
    }

    fn differing(&self, today: Date, hours: &Hours, week: &[Ranges]) -> Vec<Differing> {
        let kind = |date: Date| self.special.get(&date).map_or(DayKind::Ordinary, |(kind, _)| *kind);
        let differs = |date: Date| {
            let open = hours.on_day(date, kind);
            let day = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or_default();
            let name = self.special.get(&date).and_then(|(_, name)| *name);
            (week.get(day) != Some(&open)).then_some(Differing { date, open, name })
        };
        days(today).filter_map(differs).collect()
    }
}

/// A minute of the day as `09:30`; the end of the day is `24:00`.
pub fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}
