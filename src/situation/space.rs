//! The dimensions of a table, each laid out as positions on a line. Must never compare rules.

use super::{Point, Region, Set, WordList};
use crate::resolve::{NOT_KNOWN, Range};
use crate::time::{Hours, Moment, Rule, WEEK_MINUTES};

/// What the positions of a dimension stand for.
#[derive(Debug, Clone, PartialEq)]
pub enum Scale {
    /// One of these words each, in their order.
    Words(WordList),
    /// Numbers in steps of one, or of a tenth, a hundredth … where some condition is written so finely.
    Number {
        /// How many decimals the finest condition has.
        decimals: u32,
        /// The smallest position.
        from: Option<i64>,
        /// The largest position.
        to: Option<i64>,
    },
    /// Minutes: first those of the normal week from Monday 00:00, then those of a week of public holidays.
    Time {
        /// Whether some condition speaks of public holidays; without one they are days like any other.
        holidays: bool,
    },
}

/// A dimension.
#[derive(Debug, Clone, PartialEq)]
pub struct Dimension {
    /// Its name in the standard.
    pub name: String,
    /// What its positions stand for.
    pub scale: Scale,
    /// Whether the value may be unknown, which is then a value of its own behind all others.
    pub optional: bool,
    /// Whether later values must never fare worse.
    pub rising: bool,
}

/// The dimensions of a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Space {
    /// In the order in which situations list their positions.
    pub dimensions: Vec<Dimension>,
}

/// The ends of what a number may be when nothing bounds it.
const FAR: i64 = i64::MAX / 4;
/// The position of a number that is not known.
const UNKNOWN: i64 = i64::MAX / 2;
/// The minutes of a week.
pub(super) const WEEK: i64 = WEEK_MINUTES as i64;

impl Space {
    /// The dimension of this name.
    pub fn find(&self, name: &str) -> Option<(usize, &Dimension)> {
        self.dimensions.iter().enumerate().find(|(_, dimension)| dimension.name == name)
    }

    /// Every situation, with each dimension limited to its whole extent.
    pub fn whole(&self) -> Region {
        let mut whole = Region::everywhere();
        for (at, dimension) in self.dimensions.iter().enumerate() {
            whole.limit(at, dimension.extent());
        }
        whole
    }

    /// Whether every position of a situation is a possible one.
    pub fn holds(&self, point: &Point) -> bool {
        point.len() == self.dimensions.len()
            && self.dimensions.iter().zip(point).all(|(dimension, at)| dimension.extent().contains(*at))
    }
}

impl Dimension {
    /// All positions.
    pub fn extent(&self) -> Set {
        let (known, unknown) = match &self.scale {
            Scale::Words(words) => {
                let words = i64::try_from(words.len()).unwrap_or(FAR);
                ((0, words), words)
            }
            Scale::Number { from, to, .. } => ((from.unwrap_or(-FAR), to.unwrap_or(FAR) + 1), UNKNOWN),
            Scale::Time { holidays } => ((0, if *holidays { 2 * WEEK } else { WEEK }), UNKNOWN),
        };
        let mut ranges = vec![known];
        if self.optional {
            ranges.push((unknown, unknown + 1));
        }
        Set::of(ranges)
    }

    /// The position that says that the value is not known.
    pub fn unknown(&self) -> Option<i64> {
        if !self.optional {
            return None;
        }
        Some(match &self.scale {
            Scale::Words(words) => i64::try_from(words.len()).unwrap_or(FAR),
            _ => UNKNOWN,
        })
    }

    /// The positions that a written value means: a word, a range, a time. None when it means nothing here.
    pub fn read(&self, value: &str) -> Option<Set> {
        if value == NOT_KNOWN {
            return self.unknown().map(Set::one);
        }
        match &self.scale {
            Scale::Words(words) => {
                let value = match value {
                    "true" => "yes",
                    "false" => "no",
                    value => value,
                };
                let at = words.place(value)?;
                Some(Set::one(i64::try_from(at).ok()?))
            }
            Scale::Number { decimals, from, to } => {
                let range = Range::parse(value)?;
                let scale = 10_f64.powi(i32::try_from(*decimals).ok()?);
                let least = range.from.map(|from| lowest(from * scale, range.from_included));
                let most = range.to.map(|to| lowest(to * scale, !range.to_included));
                let bounds = (from.unwrap_or(-FAR), to.unwrap_or(FAR) + 1);
                let range = (least.unwrap_or(bounds.0).max(bounds.0), most.unwrap_or(bounds.1).min(bounds.1));
                Some(Set::of(vec![range]))
            }
            Scale::Time { holidays } => time(value, *holidays),
        }
    }

    /// The positions that a value written in a situation means: a holiday without its day of the week means seven,
    /// and days are ordinary ones where nothing is said of holidays.
    pub fn read_situation(&self, value: &str) -> Option<Set> {
        match &self.scale {
            Scale::Time { .. } if value != NOT_KNOWN => {
                let window =
                    || time(value, Hours::parse_window(value).ok()?.rules.iter().any(Rule::names_holidays));
                moment(value).or_else(window).map(|set| set.intersect(&self.extent()))
            }
            _ => self.read(value),
        }
    }
}

// The smallest whole number that is not below `bound`, or is above it where it is itself left out.
fn lowest(bound: f64, included: bool) -> i64 {
    // What is written with decimals is rarely exact in binary; the step is a million times coarser.
    let near = bound.round();
    let exact = (bound - near).abs() < 1e-6;
    let whole = if exact { near } else { bound.ceil() };
    // A cast from a float stays at the ends of the numbers.
    let position = (whole as i64).clamp(-FAR, FAR);
    if exact && !included { position + 1 } else { position }
}

fn time(value: &str, holidays: bool) -> Option<Set> {
    let Ok(hours) = Hours::parse_window(value) else {
        return moment(value)
            .map(|set| if holidays { set } else { set.intersect(&Set::of(vec![(0, WEEK)])) });
    };
    let mut ranges: Vec<(i64, i64)> =
        hours.week().ranges().iter().map(|(from, to)| (i64::from(*from), i64::from(*to))).collect();
    if holidays {
        let week = hours.holiday_week();
        ranges
            .extend(week.ranges().iter().map(|(from, to)| (WEEK + i64::from(*from), WEEK + i64::from(*to))));
    }
    Some(Set::of(ranges))
}

fn moment(value: &str) -> Option<Set> {
    let holiday = |minute: u16| WEEK + i64::from(minute);
    Some(match Moment::parse(value).ok()? {
        Moment::Week(minute) => Set::one(i64::from(minute)),
        Moment::HolidayOn(minute) => Set::one(holiday(minute)),
        Moment::Holiday(minute) => {
            let days = (0..7_u16).map(|day| holiday(day * crate::time::DAY_MINUTES + minute));
            Set::of(days.map(|minute| (minute, minute + 1)).collect())
        }
    })
}
