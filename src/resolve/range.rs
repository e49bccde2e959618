//! Ranges of numbers in conditions: `7`, `0..14`, `5..`, `..3`, `>= 5`, `< 3`. Must never round.

/// A range of numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// The smallest number, when there is one.
    pub from: Option<f64>,
    /// Whether the smallest number itself belongs to the range.
    pub from_included: bool,
    /// The largest number, when there is one.
    pub to: Option<f64>,
    /// Whether the largest number itself belongs to the range.
    pub to_included: bool,
}

impl Range {
    /// Reads a range; `None` when it is none or holds no number.
    pub fn parse(text: &str) -> Option<Range> {
        let text = text.trim();
        let range = if let Some(rest) = text.strip_prefix(">=").or_else(|| text.strip_prefix('≥')) {
            Range::new(Some(number(rest)?), true, None, true)
        } else if let Some(rest) = text.strip_prefix("<=").or_else(|| text.strip_prefix('≤')) {
            Range::new(None, true, Some(number(rest)?), true)
        } else if let Some(rest) = text.strip_prefix('>') {
            Range::new(Some(number(rest)?), false, None, true)
        } else if let Some(rest) = text.strip_prefix('<') {
            Range::new(None, true, Some(number(rest)?), false)
        } else if let Some((from, to)) = text.split_once("..").or_else(|| text.split_once('…')) {
            let bound = |text: &str| match text.trim() {
                "" => Some(None),
                text => number(text).map(Some),
            };
            Range::new(bound(from)?, true, bound(to)?, true)
        } else {
            let only = number(text)?;
            Range::new(Some(only), true, Some(only), true)
        };
        let empty = matches!((range.from, range.to), (Some(from), Some(to)) if from > to);
        (!empty && (range.from.is_some() || range.to.is_some())).then_some(range)
    }

    fn new(from: Option<f64>, from_included: bool, to: Option<f64>, to_included: bool) -> Range {
        Range { from, from_included, to, to_included }
    }

    /// Whether some number between `from` and `to` (both included, where given) lies in the range.
    pub fn meets(&self, from: Option<f64>, to: Option<f64>) -> bool {
        let above = match (self.to, from) {
            (Some(to), Some(from)) => to > from || (to == from && self.to_included),
            _ => true,
        };
        let below = match (self.from, to) {
            (Some(from), Some(to)) => from < to || (from == to && self.from_included),
            _ => true,
        };
        above && below
    }
}

fn number(text: &str) -> Option<f64> {
    let text = text.trim().replace(['_', '\u{a0}', ' '], "");
    let plain = text.chars().all(|letter| letter.is_ascii_digit() || letter == '.' || letter == '-');
    (plain && !text.is_empty()).then(|| text.parse().ok()).flatten()
}
