//! A number as people write it: whole, or with up to three decimals.
//! Must never round: what cannot be held exactly is refused.

use std::fmt;

/// A number in thousandths, so that `95.5` and `1000.50` are exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number {
    thousandths: i64,
}

impl Number {
    /// A number of thousandths: `1500` is one and a half.
    pub fn from_thousandths(thousandths: i64) -> Self {
        Number { thousandths }
    }

    /// A whole number.
    pub fn whole(number: i32) -> Self {
        Number { thousandths: i64::from(number) * 1000 }
    }

    /// How many thousandths it is.
    pub fn thousandths(self) -> i64 {
        self.thousandths
    }

    /// The number with the other sign.
    #[must_use]
    pub fn negated(self) -> Self {
        Number { thousandths: -self.thousandths }
    }

    /// The nearest floating-point number, for formats that know no other.
    pub fn to_f64(self) -> f64 {
        // The bound on what is read (nine digits before the point) keeps this exact to the thousandth.
        self.thousandths as f64 / 1000.0
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let size = self.thousandths.unsigned_abs();
        let sign = if self.thousandths < 0 { "-" } else { "" };
        let decimals = format!("{:03}", size % 1000);
        match decimals.trim_end_matches('0') {
            "" => write!(f, "{sign}{}", size / 1000),
            decimals => write!(f, "{sign}{}.{decimals}", size / 1000),
        }
    }
}
