//! How values are written for machines: the author's words kept, the figures beside them in fixed units.
//! Must never lose the words, and never round.

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::{Currency, Date, Text, TimeZone};
use crate::syntax::decode::{Entries, Field, List, Required, Rest, Short, Words};
use crate::time::{Amount, Clock, ClosedDay, Country, Duration, Figure, Frequency, Hours, Threshold};

/// A length of time.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct MachineDuration {
    /// The time in words, such as `4 business hours`.
    text: String,
    /// How many of the unit.
    amount: u64,
    /// The unit: second, minute, hour, day, week, month, year or ring.
    unit: &'static str,
    /// `calendar`, or `business` for time that runs only while the channel is open.
    clock: &'static str,
    /// The length in seconds, where the unit has a fixed one; on the business clock seconds of open time.
    seconds: Option<u64>,
}

impl From<&Duration> for MachineDuration {
    fn from(duration: &Duration) -> Self {
        let (clock, seconds) = match duration.clock {
            Clock::Calendar => ("calendar", duration.seconds(0).filter(|seconds| *seconds > 0)),
            Clock::Business => ("business", duration.business_seconds()),
        };
        MachineDuration {
            text: duration.to_string(),
            amount: duration.amount,
            unit: duration.unit.word(1),
            clock,
            seconds,
        }
    }
}

/// A promised time.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct MachineFigure {
    /// The promise in words, such as `20 s for 80%`.
    text: String,
    /// The time; nothing where no figure is promised.
    within: Option<MachineDuration>,
    /// The share of cases it holds for, in percent; nothing means every case.
    share_percent: Option<f64>,
}

impl From<&Figure> for MachineFigure {
    fn from(figure: &Figure) -> Self {
        let share_percent = match figure {
            Figure::ShareOf { share, .. } => Some(share.points.to_f64()),
            Figure::Within(_) | Figure::NoFigure(_) => None,
        };
        let within = figure.within().as_ref().map(MachineDuration::from);
        MachineFigure { text: figure.to_string(), within, share_percent }
    }
}

/// An amount of money or a share.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct MachineAmount {
    /// The amount in words, such as `40 PLN` or `10% of the price`.
    text: String,
    /// The sum of money.
    amount: Option<f64>,
    /// The currency of the sum.
    currency: Option<String>,
    /// The share, in percent.
    percent: Option<f64>,
    /// What the share is of.
    of: Option<String>,
}

impl From<&Amount> for MachineAmount {
    fn from(amount: &Amount) -> Self {
        let text = amount.to_string();
        let (mut sum, mut currency, mut points, mut whole) = (None, None, None, None);
        match amount {
            Amount::Money(money) => {
                sum = Some(money.amount.to_f64());
                currency = Some(money.currency.clone());
            }
            Amount::Percent { percent, of } => {
                points = Some(percent.points.to_f64());
                whole.clone_from(of);
            }
        }
        MachineAmount { text, amount: sum, currency, percent: points, of: whole }
    }
}

/// Opening hours.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct MachineHours {
    /// The hours in the notation of OpenStreetMap.
    text: String,
    /// The open stretches of a normal week, in minutes since Monday 00:00; start included, end excluded.
    week: Vec<(u16, u16)>,
    /// The open stretches of a public holiday, in minutes of the day; nothing where the hours do not speak of holidays.
    on_holidays: Option<Vec<(u16, u16)>>,
}

impl From<&Hours> for MachineHours {
    fn from(hours: &Hours) -> Self {
        let week = hours.week().ranges().to_vec();
        MachineHours { text: hours.text.clone(), week, on_holidays: hours.on_holiday() }
    }
}

/// A value with the direction in which it counts.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct MachineThreshold {
    /// The bound in words, such as `>= 80%`.
    text: String,
}

impl From<&Threshold> for MachineThreshold {
    fn from(threshold: &Threshold) -> Self {
        MachineThreshold { text: threshold.to_string() }
    }
}

/// How often something is done.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct MachineFrequency {
    /// How often, in words.
    text: String,
    /// Once in this many periods.
    every: u32,
    /// How many times in the period.
    times: u32,
}

impl From<&Frequency> for MachineFrequency {
    fn from(frequency: &Frequency) -> Self {
        MachineFrequency { text: frequency.to_string(), every: frequency.every, times: frequency.times }
    }
}

macro_rules! for_machines {
    ($($type:ty => $machine:ty),+ $(,)?) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                <$machine>::from(self).serialize(serializer)
            }
        }
    )+};
}

for_machines! {
    Duration => MachineDuration,
    Figure => MachineFigure,
    Amount => MachineAmount,
    Hours => MachineHours,
    Threshold => MachineThreshold,
    Frequency => MachineFrequency,
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl Serialize for TimeZone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl Serialize for Country {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl Serialize for ClosedDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let versions = self.versions().iter();
        serializer.collect_map(versions.map(|version| {
            (version.language.as_ref().map_or("", |code| code.value.as_str()), &version.text.value)
        }))
    }
}

impl<T: Serialize> Serialize for Field<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}

impl<T: Serialize> Serialize for Required<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}

impl<T: Serialize> Serialize for Short<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

macro_rules! lists_for_machines {
    ($($type:ident),+) => {$(
        impl<T: Serialize> Serialize for $type<T> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_seq(self.iter().map(|one| &one.value))
            }
        }
    )+};
}
lists_for_machines!(List, Words);

macro_rules! entries_for_machines {
    ($($type:ident),+) => {$(
        impl<T: Serialize> Serialize for $type<T> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_map(self.iter().map(|entry| (&entry.id, &entry.value)))
            }
        }
    )+};
}
entries_for_machines!(Entries, Rest);
