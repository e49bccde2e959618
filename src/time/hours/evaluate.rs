//! When the hours are open: in a normal week, on a public holiday, on a date.
//! Must never stretch a day: what runs past midnight is shown on the next day.

use jiff::civil::{Date, Weekday};

use super::rule::{Asked, Rule};
use super::{Hours, TimeRange};
use crate::time::intervals::{Interval, difference, intersection, normalised, union};
use crate::time::{DAY_MINUTES, DayKind, WeekSet};

const WHOLE_DAY: [Interval<u16>; 1] = [(0, DAY_MINUTES)];

impl Hours {
    /// The normal week, without holidays and without rules for dates.
    pub fn week(&self) -> WeekSet {
        self.week_where_days_are(DayKind::Ordinary)
    }

    /// Every day of the week as it is when it is a public holiday after an ordinary day.
    pub fn holiday_week(&self) -> WeekSet {
        self.week_where_days_are(DayKind::Holiday)
    }

    fn week_where_days_are(&self, kind: DayKind) -> WeekSet {
        let ordinary = |day: usize| Asked { weekday: Some(day % 7), kind: DayKind::Ordinary, date: None };
        let days = (0_u16..7).flat_map(|day| {
            let start = day * DAY_MINUTES;
            let today = Asked { kind, ..ordinary(usize::from(day)) };
            let open = self.open(today, ordinary(usize::from(day) + 6));
            open.into_iter().map(move |(from, to)| (start + from, start + to))
        });
        WeekSet::from_ranges(days)
    }

    /// The hours of a public holiday of which the day of the week is not known; none when the hours do not
    /// speak of public holidays, which are then days like any other.
    pub fn on_holiday(&self) -> Option<Vec<(u16, u16)>> {
        let holiday = Asked { weekday: None, kind: DayKind::Holiday, date: None };
        let before = Asked { kind: DayKind::Ordinary, ..holiday };
        self.rules.iter().any(Rule::names_holidays).then(|| self.open(holiday, before))
    }

    /// The open minutes of a date, exactly, including what began on the day before.
    pub fn on_date(&self, date: Date, is_holiday: impl Fn(Date) -> bool) -> Vec<(u16, u16)> {
        self.on_day(date, |date| if is_holiday(date) { DayKind::Holiday } else { DayKind::Ordinary })
    }

    /// The open minutes of a date, where some days are closed whatever the hours say.
    pub fn on_day(&self, date: Date, kind: impl Fn(Date) -> DayKind) -> Vec<(u16, u16)> {
        let nothing = Asked { weekday: None, kind: DayKind::Closed, date: None };
        let yesterday = date.yesterday().map_or(nothing, |date| asked(date, &kind));
        self.open(asked(date, &kind), yesterday)
    }

    /// The minutes of the shifts that begin on a date: first those of the date, then those of the day after.
    pub fn shifts_of(&self, date: Date, kind: impl Fn(Date) -> DayKind) -> [Vec<(u16, u16)>; 2] {
        let nothing = Asked { weekday: None, kind: DayKind::Closed, date: None };
        let yesterday = date.yesterday().map_or(nothing, |date| asked(date, &kind));
        let tomorrow = date.tomorrow().map_or(nothing, |date| asked(date, &kind));
        let today = asked(date, &kind);
        let [begun, _] = self.begun_and_left(today, yesterday);
        let [_, left] = self.begun_and_left(tomorrow, today);
        [intersection(&begun, &WHOLE_DAY), left]
    }

    /// The week as it is in the season of a date, as if no day of it were a holiday.
    pub fn week_of(&self, date: Date) -> WeekSet {
        let back = i64::from(date.weekday().since(Weekday::Monday));
        let monday = date.saturating_sub(jiff::Span::new().days(back));
        let days = (0_u16..7).flat_map(|day| {
            let start = day * DAY_MINUTES;
            let date = monday.saturating_add(jiff::Span::new().days(i64::from(day)));
            self.on_date(date, |_| false).into_iter().map(move |(from, to)| (start + from, start + to))
        });
        WeekSet::from_ranges(days)
    }

    /// Whether the hours differ from season to season, so that the normal week is not all there is.
    pub fn has_seasons(&self) -> bool {
        self.rules.iter().any(|rule| rule.dates.iter().any(|dates| dates.season))
    }

    /// What the author says about the hours in quotes.
    pub fn comments(&self) -> impl Iterator<Item = &str> {
        self.rules.iter().filter_map(|rule| rule.comment.as_deref())
    }

    /// Whether it is open day and night on every day of every year: who says `24/7` is there when the house is closed.
    pub fn is_always(&self) -> bool {
        let whole = [TimeRange { from: 0, to: DAY_MINUTES }];
        let always =
            |rule: &Rule| !rule.closed && rule.dates.is_empty() && rule.days.is_none() && rule.times == whole;
        matches!(self.rules.as_slice(), [only] if always(only))
    }

    // The open minutes of a day, given the day before it.
    fn open(&self, today: Asked, yesterday: Asked) -> Vec<Interval<u16>> {
        let [begun, left] = self.begun_and_left(today, yesterday);
        intersection(&union(&begun, &left), &WHOLE_DAY)
    }

    // What begins on a day, running on into the next, and what is left over from the day before.
    fn begun_and_left(&self, today: Asked, yesterday: Asked) -> [Vec<Interval<u16>>; 2] {
        // What began today and what was left over from yesterday are kept apart, because a rule for today
        // replaces what begins today and leaves last night's shift alone.
        let (mut begun, mut left) = (Vec::new(), Vec::new());
        for rule in &self.rules {
            let (holds, held) = (rule.holds(today), rule.holds(yesterday));
            let (times, spilled) = (ranges(&rule.times), spill(&rule.times));
            if rule.closed && !times.is_empty() {
                if holds {
                    (begun, left) = (difference(&begun, &times), difference(&left, &times));
                }
                if held {
                    (begun, left) = (difference(&begun, &spilled), difference(&left, &spilled));
                }
                continue;
            }
            let replaces = rule.closed || !rule.adds;
            if holds {
                begun = union(if replaces { &[] } else { &begun }, &times);
            }
            if held {
                left = union(if replaces { &[] } else { &left }, &spilled);
            }
        }
        let always = self.is_always();
        let unless_closed =
            |asked: Asked, open| if asked.kind == DayKind::Closed && !always { Vec::new() } else { open };
        [unless_closed(today, begun), unless_closed(yesterday, left)]
    }
}

fn asked(date: Date, kind: &impl Fn(Date) -> DayKind) -> Asked {
    let weekday = usize::try_from(date.weekday().to_monday_zero_offset()).ok();
    Asked { weekday, kind: kind(date), date: Some(date) }
}

/// The ranges, sorted and merged.
pub(super) fn ranges(times: &[TimeRange]) -> Vec<Interval<u16>> {
    normalised(times.iter().map(|time| (time.from, time.to)).collect())
}

// What the ranges leave for the next day.
fn spill(times: &[TimeRange]) -> Vec<Interval<u16>> {
    let next =
        |time: &TimeRange| (time.from.saturating_sub(DAY_MINUTES), time.to.saturating_sub(DAY_MINUTES));
    normalised(times.iter().map(next).collect())
}
