//! Values of time and quantity, read from the words that people write: durations, hours, dates, amounts.
//! Must never know the model, YAML or files: text goes in, a value or a problem comes out.

mod amount;
mod calendar;
mod date;
mod duration;
mod figure;
mod frequency;
mod holidays;
mod hours;
pub(crate) mod intervals;
mod number;
mod pieces;
mod problem;
mod sweep;
mod threshold;
mod week_set;
mod week_text;

pub use amount::{Amount, Money, Percent};
pub use calendar::{Calendar, Layout, Timeline, parse_time_zone, time_zone};
pub use date::parse_date;
pub use duration::{Clock, Duration, Unit};
pub use figure::Figure;
pub use frequency::{Frequency, Period};
pub use holidays::{ClosedDay, Country, DayKind, Holiday, Holidays, holidays, is_holiday};
pub use hours::{Dates, Days, Erased, Hours, Moment, Rule, TimeRange, YearDay};
pub use number::Number;
pub use problem::Problem;
pub use sweep::{Apart, Finish, Waits};
pub use threshold::{Comparison, Measure, Threshold};
pub use week_set::{DAY_MINUTES, WEEK_MINUTES, WeekSet, day_name};
