//! Sums of money and percentages.
//! Must never convert a currency or guess one.

use std::fmt;

use super::pieces::{Kind, Piece, pieces};
use super::{Number, Problem};

/// What may be paid, granted or deducted.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Amount {
    /// A sum: `40 PLN`.
    Money(Money),
    /// A percentage, perhaps of something named: `10%`, `10% of the price`.
    Percent {
        /// How much.
        percent: Percent,
        /// Of what, when it is said.
        of: Option<String>,
    },
}

/// A sum of money.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Money {
    /// How much, with at most two decimals.
    pub amount: Number,
    /// The three capital letters of the currency.
    pub currency: String,
}

/// A percentage, not below zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent {
    /// `80` for `80%`.
    pub points: Number,
}

impl Amount {
    /// Reads `40 PLN`, `1 000.50 EUR`, `10%`, `10% of the price`.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let Some((figure, rest)) = text.split_once('%') else {
            return Money::parse(text).map(Amount::Money);
        };
        let percent = Percent::parse(text.get(..figure.len() + 1).unwrap_or(text))?;
        let at = figure.len() + 1;
        match rest.trim() {
            "" => Ok(Amount::Percent { percent, of: None }),
            named => match named.strip_prefix("of ").map(str::trim).filter(|of| !of.is_empty()) {
                Some(of) => Ok(Amount::Percent { percent, of: Some(of.to_owned()) }),
                None => {
                    let message = format!("`{named}` does not say of what the percentage is");
                    Err(Problem::whole(rest, message, format!("write `{percent} of the price`")).shifted(at))
                }
            },
        }
    }
}

impl Money {
    /// Reads `40 PLN`, `40.50 EUR`, `1 000 PLN`, `PLN 40`.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let pieces = pieces(text)?;
        let (number, figure, currency) = match pieces.as_slice() {
            [figure @ Piece { kind: Kind::Number(number), .. }, currency]
            | [currency, figure @ Piece { kind: Kind::Number(number), .. }] => (*number, figure, currency),
            [Piece { kind: Kind::Number(number), .. }] => {
                let message = format!("`{}` has no currency", text.trim());
                return Err(Problem::whole(
                    text,
                    message,
                    format!("say of what: `{number} EUR`, or `{number}%`"),
                ));
            }
            _ => return Err(form(text)),
        };
        let written = text.get(currency.at..currency.at + currency.len).unwrap_or_default();
        let code = match currency.kind {
            Kind::Word(word) if word.len() == 3 && word.chars().all(|c| c.is_ascii_uppercase()) => word,
            Kind::Number(_) => return Err(form(text)),
            _ => return Err(unknown_currency(currency, written, number)),
        };
        if number.thousandths() % 10 != 0 {
            let message = format!("`{number}` has more than two decimals");
            return Err(figure.problem(message, "write hundredths at most: `40.50`"));
        }
        Ok(Money { amount: number, currency: code.to_owned() })
    }

    /// The sum in hundredths of the currency.
    pub fn hundredths(&self) -> i64 {
        self.amount.thousandths() / 10
    }
}

impl Percent {
    /// Reads `80%`, `95.5 %`.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let pieces = pieces(text)?;
        match pieces.as_slice() {
            [Piece { kind: Kind::Number(points), .. }, Piece { kind: Kind::Sign('%'), .. }] => {
                Ok(Percent { points: *points })
            }
            [Piece { kind: Kind::Number(points), .. }] => {
                let message = format!("`{}` has no percent sign", text.trim());
                Err(Problem::whole(text, message, format!("write `{points}%`")))
            }
            _ => {
                let message = format!("`{}` is not a percentage", text.trim());
                Err(Problem::whole(text, message, "write a number and a percent sign: `80%`"))
            }
        }
    }

    /// Whether it is more than the whole.
    pub fn is_above_hundred(self) -> bool {
        self.points > Number::whole(100)
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Amount::Money(money) => money.fmt(f),
            Amount::Percent { percent, of: None } => percent.fmt(f),
            Amount::Percent { percent, of: Some(of) } => write!(f, "{percent} of {of}"),
        }
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hundredths = self.hundredths();
        let (whole, part) = (hundredths / 100, hundredths % 100);
        if part == 0 {
            write!(f, "{whole} {}", self.currency)
        } else {
            write!(f, "{whole}.{part:02} {}", self.currency)
        }
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}%", self.points)
    }
}

fn form(text: &str) -> Problem {
    let message = format!("`{}` is not an amount", text.trim());
    Problem::whole(text, message, "write a sum with its currency or a percentage: `40 PLN`, `10%`")
}

fn unknown_currency(currency: &Piece<'_>, written: &str, number: Number) -> Problem {
    let lower = written.to_lowercase();
    let code = match lower.as_str() {
        "€" | "euro" | "euros" | "eiro" => Some("EUR"),
        "$" => Some("USD"),
        "£" => Some("GBP"),
        "zł" | "zl" | "złoty" | "złotych" => Some("PLN"),
        "₽" | "руб" | "р" | "рублей" => Some("RUB"),
        "грн" | "₴" => Some("UAH"),
        "kč" => Some("CZK"),
        letters if letters.len() == 3 && letters.chars().all(|c| c.is_ascii_alphabetic()) => {
            let help = format!("write it in capitals: `{number} {}`", letters.to_uppercase());
            return currency.problem(format!("`{written}` is not a currency"), help);
        }
        _ => None,
    };
    let help = match code {
        Some(code) => format!("write `{number} {code}`"),
        None => format!("write the three letters of the currency: `{number} EUR`"),
    };
    currency.problem(format!("`{written}` is not the code of a currency"), help)
}
