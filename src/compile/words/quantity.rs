//! Figures in words: durations, shares, sums, frequencies, thresholds, dates.
//! Must never round or convert: what was promised is what is printed.

use jiff::civil::Date;

use super::Words;
use crate::time::{
    Amount, Clock, Comparison, Duration, Figure, Frequency, Measure, Money, Number, Percent, Period,
    Threshold, Unit,
};

/// The place of a duration in its phrase, which in many languages asks for another form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::compile) enum Case {
    /// By itself: `2 minutes`.
    Plain,
    /// After "within".
    Within,
    /// After "at most", "more than".
    Limit,
}

impl Words {
    /// A duration: `2 рабочих дня`.
    pub(in crate::compile) fn duration(&self, duration: &Duration, case: Case) -> String {
        let clock = match duration.clock {
            Clock::Calendar => "duration",
            Clock::Business => "business",
        };
        let unit = match duration.unit {
            Unit::Second => "second",
            Unit::Minute => "minute",
            Unit::Hour => "hour",
            Unit::Day => "day",
            Unit::Week => "week",
            Unit::Month => "month",
            Unit::Year => "year",
            Unit::Ring => "ring",
        };
        let form = match case {
            Case::Plain => "",
            Case::Within => ".within",
            Case::Limit => ".limit",
        };
        let figure = i32::try_from(duration.amount).map(|amount| self.number(Number::whole(amount)));
        let figure = figure.unwrap_or_else(|_| duration.amount.to_string());
        let gaps = [("n", duration.amount.into()), ("figure", figure.into())];
        self.fill(&format!("{clock}-{unit}{form}"), gaps)
    }

    /// The figure of a promise.
    pub(in crate::compile) fn figure(&self, figure: &Figure) -> String {
        match figure {
            Figure::Within(within) => self.duration(within, Case::Plain),
            Figure::ShareOf { within, share } => {
                let within = self.duration(within, Case::Within);
                self.fill("figure-share", [("share", self.percent(*share).into()), ("within", within.into())])
            }
            Figure::NoFigure(written) => {
                let key = format!("figure-{}", written.to_lowercase().replace(' ', "-"));
                self.find(&key, []).unwrap_or_else(|| written.clone())
            }
        }
    }

    /// A number with the decimal sign and the grouping of the language.
    pub(in crate::compile) fn number(&self, number: Number) -> String {
        let plain = number.to_string();
        let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("\u{2212}", rest));
        let (whole, decimals) =
            digits.split_once('.').map_or((digits, None), |(whole, part)| (whole, Some(part)));
        let grouped = self.grouped(whole);
        match decimals {
            Some(decimals) => format!("{sign}{grouped}{}{decimals}", self.say("number-decimal")),
            None => format!("{sign}{grouped}"),
        }
    }

    fn grouped(&self, whole: &str) -> String {
        let group = self.say("number-group");
        // Four digits read well by themselves where the group sign is a space.
        let shortest = if group == "," { 4 } else { 5 };
        if whole.len() < shortest {
            return whole.to_owned();
        }
        let mut grouped = String::new();
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at).is_multiple_of(3) {
                grouped.push_str(&group);
            }
            grouped.push(digit);
        }
        grouped
    }

    /// A share.
    pub(in crate::compile) fn percent(&self, percent: Percent) -> String {
        self.fill("percent", [("figure", self.number(percent.points).into())])
    }

    /// A sum of money or a share of something.
    pub(in crate::compile) fn amount(&self, amount: &Amount) -> String {
        match amount {
            Amount::Money(money) => self.money(money),
            Amount::Percent { percent, of: None } => self.percent(*percent),
            Amount::Percent { percent, of: Some(of) } => {
                let gaps = [("percent", self.percent(*percent).into()), ("of", of.as_str().into())];
                self.fill("percent-of", gaps)
            }
        }
    }

    fn money(&self, money: &Money) -> String {
        let mut figure = self.number(money.amount);
        // Half a unit is written with two decimals: 40.50.
        if money.hundredths() % 100 != 0 && money.hundredths() % 10 == 0 {
            figure.push('0');
        }
        let key = format!("currency-{}", money.currency.to_lowercase());
        let currency = self.find(&key, []).unwrap_or_else(|| money.currency.clone());
        format!("{figure}\u{a0}{currency}")
    }

    /// How often: `every 2 weeks`, `twice a day`.
    pub(in crate::compile) fn frequency(&self, frequency: &Frequency) -> String {
        let period = match frequency.period {
            Period::Call => "call",
            Period::Contact => "contact",
            Period::Visit => "visit",
            Period::Hour => "hour",
            Period::Shift => "shift",
            Period::Day => "day",
            Period::Week => "week",
            Period::Month => "month",
            Period::Quarter => "quarter",
            Period::HalfYear => "half-year",
            Period::Year => "year",
        };
        if frequency.times > 1 {
            let per = self.say(&format!("per-{period}"));
            return self.fill("times-per", [("n", frequency.times.into()), ("period", per.into())]);
        }
        self.fill(&format!("every-{period}"), [("n", frequency.every.into())])
    }

    /// A bound on a figure: `at least 80%`.
    pub(in crate::compile) fn threshold(&self, threshold: &Threshold) -> String {
        match threshold {
            Threshold::Compared { comparison, bound } => {
                let key = match comparison {
                    Comparison::AtLeast => "at-least",
                    Comparison::Above => "more-than",
                    Comparison::AtMost => "at-most",
                    Comparison::Below => "less-than",
                };
                self.fill(&format!("threshold-{key}"), [("bound", self.measure(bound, Case::Limit).into())])
            }
            Threshold::Between { from, to } => {
                let from = match (from, to) {
                    (Measure::Percent(from), Measure::Percent(_)) => self.number(from.points),
                    _ => self.measure(from, Case::Plain),
                };
                format!("{from}\u{2013}{}", self.measure(to, Case::Plain))
            }
        }
    }

    fn measure(&self, measure: &Measure, case: Case) -> String {
        match measure {
            Measure::Number(number) => self.number(*number),
            Measure::Percent(percent) => self.percent(*percent),
            Measure::Duration(duration) => self.duration(duration, case),
        }
    }

    /// A day: `1 December 2026`.
    pub(in crate::compile) fn date(&self, date: Date) -> String {
        let month = self.say(&format!("month-{}", date.month()));
        let gaps = [
            ("day", date.day().to_string().into()),
            ("day2", format!("{:02}", date.day()).into()),
            ("month", month.into()),
            ("month2", format!("{:02}", date.month()).into()),
            ("year", date.year().to_string().into()),
        ];
        self.fill("date", gaps)
    }
}
