//! What a difference in an entry means: better or worse for customers, more or less work for staff, or only words.
//! Must never judge a key that is not named here: it is then only changed.

use serde_json::Value;

use super::Kind;
use super::delta::Delta;
use crate::time::{Duration, Frequency, Hours, Period, WeekSet};

/// Sections whose entries are work for staff.
const WORK: [&str; 20] = [
    "roles",
    "links",
    "correspondence",
    "conduct",
    "procedures",
    "escalations",
    "selling",
    "follow_up",
    "premises",
    "appearance",
    "behaviours",
    "customer_types",
    "feedback",
    "onboarding",
    "training",
    "hold",
    "transfers",
    "review",
    "scripts",
    "quality",
];
/// Keys that only explain.
const WORDS: [&str; 20] = [
    "title",
    "titles",
    "note",
    "why",
    "about",
    "cite",
    "term",
    "means",
    "or_say",
    "placeholders",
    "signs",
    "observed_as",
    "instead_of",
    "tone",
    "never_say",
    "instead",
    "prefer",
    "shown_at",
    "suits",
    "values",
];
/// Keys that name who does something.
const WHO: [&str; 11] = [
    "who",
    "owner",
    "hand_over",
    "to",
    "mentor",
    "by",
    "decided_by",
    "authority",
    "staffed_by",
    "for",
    "refuse_service",
];

/// What came of an entry that only one version has.
pub(super) fn of_entry(section: &str, added: bool) -> Kind {
    let (gained, lost) = match section {
        "channels" | "locations" => (Kind::Covered, Kind::Uncovered),
        "packages" => (Kind::Strengthened, Kind::Weakened),
        "exclusions" | "customer_duties" => (Kind::Weakened, Kind::Strengthened),
        "glossary" => (Kind::Wording, Kind::Wording),
        section if is_work(section) => (Kind::DutyAdded, Kind::DutyRemoved),
        _ => (Kind::Changed, Kind::Changed),
    };
    if added { gained } else { lost }
}

/// Whether the difference moves work from one role to another.
pub(super) fn names_roles(section: &str, delta: &Delta) -> bool {
    let key = delta.keys.last().map(String::as_str).unwrap_or_default();
    // A follow-up is made by a channel, not by a role.
    let role = WHO.contains(&key) && !(section == "follow_up" && key == "by");
    role && (is_work(section) || ["staffed_by", "for"].contains(&key)) && !delta.text
}

/// What a difference within an entry means.
pub(super) fn of_delta(section: &str, delta: &Delta) -> Kind {
    let key = match delta.keys.as_slice() {
        // The name of a step means nothing.
        [steps, _] if steps == "steps" => "",
        keys => keys.last().map(String::as_str).unwrap_or_default(),
    };
    let both = delta.old.is_some() && delta.new.is_some();
    if WORDS.contains(&key) || ["glossary", "wording", "brand"].contains(&section) || (delta.text && both) {
        return Kind::Wording;
    }
    if delta.order {
        return if key == "do" { Kind::Changed } else { Kind::Wording };
    }
    match key {
        "hours" => return hours(delta, Kind::Strengthened, Kind::Weakened),
        "on_duty" => return hours(delta, Kind::DutyAdded, Kind::DutyRemoved),
        _ => {}
    }
    if let Some(good) = benefit(section, key) {
        let (more, less) = (Kind::Strengthened, Kind::Weakened);
        return match grown(delta, good == Good::Capped) {
            Some(grown) => {
                if grown == (good != Good::Less) {
                    more
                } else {
                    less
                }
            }
            None if both => Kind::Changed,
            // A bound that appears is a promise, and so is a benefit.
            None => {
                if delta.new.is_some() {
                    more
                } else {
                    less
                }
            }
        };
    }
    if !is_work(section) {
        return Kind::Changed;
    }
    work(key, delta, both)
}

fn work(key: &str, delta: &Delta, both: bool) -> Kind {
    let either = |heavier: bool| if heavier { Kind::DutyAdded } else { Kind::DutyRemoved };
    if ["level", "reports_to", "may", "languages", "locations", "end", "next", "yes", "no", "answers"]
        .contains(&key)
        || delta.keys.iter().any(|key| key == "may" || key == "answers")
    {
        return Kind::Changed;
    }
    if !both {
        return either(delta.new.is_some());
    }
    match key {
        "within" | "after" | "target" | "at_most" if !is_threshold(delta) => {
            grown(delta, false).map_or(Kind::Changed, |grown| either(!grown))
        }
        "every" => rarer(delta).map_or(Kind::Changed, |rarer| either(!rarer)),
        "target" | "pass" | "alarm" => threshold(delta).map_or(Kind::Changed, either),
        "pass_mark" | "weight" => grown(delta, false).map_or(Kind::Changed, either),
        "sign_off" | "record" | "fatal" => match delta.new {
            Some(Value::Bool(now)) => either(now),
            _ => Kind::Changed,
        },
        _ => Kind::Changed,
    }
}

fn is_work(section: &str) -> bool {
    WORK.contains(&section.split('.').next().unwrap_or(section))
}

/// In which direction a value is good for customers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Good {
    More,
    Less,
    /// More is better, and no limit is best.
    Capped,
}

fn benefit(section: &str, key: &str) -> Option<Good> {
    Some(match (section, key) {
        ("channels", "callback" | "depth" | "options") => Good::Less,
        ("channels", "free_of_charge" | "exit_to_person" | "languages" | "on_request") => Good::More,
        ("hold", "at_most" | "come_back_every") | ("transfers", "at_most") => Good::Less,
        ("hold", "ask_first") | ("transfers", "warm") => Good::More,
        ("procedures", "transfers" | "resolution" | "first_response" | "answer" | "callback" | "arrival") => {
            Good::Less
        }
        ("procedures", "workaround" | "delivery" | "refund" | "acknowledgement" | "update_every") => {
            Good::Less
        }
        ("if_missed", "within") | ("recovery" | "loyalty", "within") => Good::Less,
        ("if_missed", "pay" | "then" | "give") | ("recovery" | "loyalty", "up_to" | "offer") => Good::More,
        ("if_missed", "at_most") => Good::Capped,
        ("locations", "accessibility") | ("packages", "includes") => Good::More,
        ("clock", "pauses_while" | "excludes") | ("packages", "excludes") | ("holidays", "closed") => {
            Good::Less
        }
        ("holidays", "open") => Good::More,
        _ => return None,
    })
}

// Whether a value became larger; for a list or a switch, whether it gained something.
fn grown(delta: &Delta, capped: bool) -> Option<bool> {
    match (&delta.old, &delta.new) {
        (Some(Value::Bool(old)), Some(Value::Bool(new))) => (old != new).then_some(*new),
        (None, Some(Value::Bool(new))) => Some(*new),
        (Some(Value::Bool(old)), None) => Some(!*old),
        (Some(old), Some(new)) => {
            let (old, new) = (size(old)?, size(new)?);
            (old.0 == new.0 && old.1 != new.1).then_some(new.1 > old.1)
        }
        // A word in a list; no limit is more than any.
        (old, Some(Value::String(_))) => Some(old.is_none()),
        (Some(Value::String(_)), None) => Some(false),
        (old, _) if capped => Some(old.is_some()),
        (_, Some(new)) if delta.text || new.is_object() && size(new).is_none() => Some(true),
        (Some(old), None) if delta.text || old.is_object() && size(old).is_none() => Some(false),
        _ => None,
    }
}

// A figure with what it counts.
fn size(value: &Value) -> Option<(String, f64)> {
    if let Some(number) = value.as_f64() {
        return Some((String::new(), number));
    }
    let text = |key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    if let Some(seconds) = value.get("seconds").and_then(Value::as_f64) {
        return Some((text("clock"), seconds));
    }
    if let Some(percent) = value.get("percent").and_then(Value::as_f64) {
        return Some((format!("% {}", text("of")), percent));
    }
    let amount = value.get("amount").and_then(Value::as_f64)?;
    Some((format!("{}{}{}", text("currency"), text("clock"), unit(value)), amount))
}

// Minutes and hours have been turned into seconds; what is left counts in its own unit.
fn unit(value: &Value) -> String {
    let words = value.get("text").and_then(Value::as_str).unwrap_or_default();
    Duration::parse(words).map(|duration| duration.unit.word(2).to_owned()).unwrap_or_default()
}

fn rarer(delta: &Delta) -> Option<bool> {
    let rate = |value: &Option<Value>| -> Option<f64> {
        let frequency = Frequency::parse(value.as_ref()?.get("text")?.as_str()?).ok()?;
        let hours = match frequency.period {
            Period::Hour => 1.0,
            Period::Shift => 8.0,
            Period::Day => 24.0,
            Period::Week => 168.0,
            Period::Month => 730.0,
            Period::Quarter => 2_190.0,
            Period::HalfYear => 4_380.0,
            Period::Year => 8_760.0,
            Period::Call | Period::Contact | Period::Visit => return None,
        };
        Some(hours * f64::from(frequency.every) / f64::from(frequency.times.max(1)))
    };
    let (old, new) = (rate(&delta.old)?, rate(&delta.new)?);
    (old != new).then_some(new > old)
}

fn is_threshold(delta: &Delta) -> bool {
    let text = |value: &Option<Value>| {
        value.as_ref().and_then(|value| value.get("text")?.as_str().map(str::to_owned))
    };
    [&delta.old, &delta.new]
        .into_iter()
        .any(|value| text(value).is_some_and(|text| text.starts_with(['<', '>', '≥', '≤', '='])))
}

// Whether a threshold asks for more than before.
fn threshold(delta: &Delta) -> Option<bool> {
    let parts = |value: &Option<Value>| -> Option<(bool, f64)> {
        let text = value.as_ref()?.get("text")?.as_str()?.to_owned();
        let least = text.starts_with(['>', '≥']);
        let digits: String = text
            .chars()
            .skip_while(|letter| !letter.is_ascii_digit() && *letter != '-')
            .take_while(|letter| letter.is_ascii_digit() || matches!(letter, '.' | '-'))
            .collect();
        Some((least, digits.parse().ok()?))
    };
    let ((least, old), (same, new)) = (parts(&delta.old)?, parts(&delta.new)?);
    (least == same && old != new).then_some((new > old) == least)
}

fn hours(delta: &Delta, more: Kind, less: Kind) -> Kind {
    match opened(delta) {
        Some((gained, lost)) if lost.is_empty() && !gained.is_empty() => more,
        Some((gained, lost)) if gained.is_empty() && !lost.is_empty() => less,
        _ => Kind::Changed,
    }
}

/// The hours of the week that came and that went; none where that cannot be told from the week alone.
pub(super) fn opened(delta: &Delta) -> Option<(WeekSet, WeekSet)> {
    let read = |value: &Option<Value>| Hours::parse(value.as_ref()?.get("text")?.as_str()?).ok();
    let (old, new) = (read(&delta.old)?, read(&delta.new)?);
    let (gained, lost) = (new.week().subtract(&old.week()), old.week().subtract(&new.week()));
    let holidays = (old.holiday_week(), new.holiday_week());
    let same = |one: &WeekSet, other: &WeekSet| one.covers(other) && other.covers(one);
    let dated = |hours: &Hours| hours.rules.iter().any(|rule| !rule.dates.is_empty());
    // Holidays and dates count too: where they move the other way, nothing certain can be said.
    let holidays_fit = same(&holidays.0, &holidays.1)
        || (lost.is_empty() && holidays.1.covers(&holidays.0))
        || (gained.is_empty() && holidays.0.covers(&holidays.1));
    (holidays_fit && !dated(&old) && !dated(&new)).then_some((gained, lost))
}
