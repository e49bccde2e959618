//! The step of the version number that changes deserve. Must never judge the changes themselves.

use schemars::JsonSchema;
use serde::Serialize;

use super::Kind;

/// A step of a version number such as `1.4.0`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// Nothing changed.
    None,
    /// The last number: only words changed.
    Patch,
    /// The second number: something was added or became better.
    Minor,
    /// The first number: something became worse, was taken away, or may be either.
    Major,
}

impl Step {
    /// The step that changes of these kinds deserve.
    pub(super) fn deserved(kinds: impl Iterator<Item = Kind>) -> Step {
        let step = |kind| match kind {
            Kind::Uncovered | Kind::Weakened | Kind::Changed | Kind::DutyRemoved => Step::Major,
            Kind::DutyAdded | Kind::Covered | Kind::Strengthened => Step::Minor,
            Kind::Wording => Step::Patch,
        };
        kinds.map(step).max().unwrap_or(Step::None)
    }

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Step::None => "none",
            Step::Patch => "patch",
            Step::Minor => "minor",
            Step::Major => "major",
        }
    }
}

/// What is wrong with a new version number; empty when nothing is.
pub(super) fn note(old: &str, new: &str, step: Step) -> String {
    if step == Step::None {
        return String::new();
    }
    let Some(before) = numbers(old) else {
        return match old == new {
            true => format!("it is still `{new}`"),
            false => String::new(),
        };
    };
    let [major, minor, patch] = before;
    let least = match step {
        Step::None => before,
        Step::Patch => [major, minor, patch.saturating_add(1)],
        Step::Minor => [major, minor.saturating_add(1), 0],
        Step::Major => [major.saturating_add(1), 0, 0],
    };
    let wanted = least.map(|number| number.to_string()).join(".");
    match numbers(new) {
        Some(after) if after >= least => String::new(),
        _ if old == new => format!("it is still `{new}` and should be `{wanted}`"),
        Some(after) if after < before => {
            format!("it went back from `{old}` to `{new}` and should be `{wanted}`")
        }
        _ => format!("it rose from `{old}` to `{new}` only and should be `{wanted}`"),
    }
}

fn numbers(version: &str) -> Option<[u64; 3]> {
    let plain = version.trim().trim_start_matches('v');
    let plain = plain.split(['-', '+']).next().unwrap_or(plain);
    let mut numbers = [0; 3];
    let mut parts = plain.split('.');
    for number in &mut numbers {
        match parts.next() {
            Some(part) => *number = part.parse().ok()?,
            None => break,
        }
    }
    parts.next().is_none().then_some(numbers)
}
