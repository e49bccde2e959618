//! Which keys of which sections are told by tables, which by entries, and which say nothing to customers and staff.
//! Must never weigh a change.

use super::delta::Delta;
use super::entries::is_side_by_side;
use super::side::Versions;
use crate::resolve::Project;

/// What is about the standard itself, is derived from other sections, or whose effect tables show.
const IGNORED: [&str; 18] = [
    "$schema",
    "format",
    "source_language",
    "dimensions",
    "etalon",
    "use",
    "packs",
    "situation",
    "never_happens",
    "must_cover",
    "when_rules_meet",
    "scenarios",
    "requires",
    "company_rules",
    "legal_minimums",
    "waive",
    "languages",
    "measures",
];
/// Keys of the standard itself that say nothing to readers.
const OF_THE_STANDARD: [&str; 4] = ["version", "effective", "review_by", "id"];
/// The keys with which a rule says where and when it holds.
const OF_A_RULE: [&str; 5] = ["when", "exception_to", "from", "until", "never_when"];
/// The keys of a rule on response times that are no promises.
const OF_A_TIME: [&str; 7] = ["title", "note", "cite", "for", "hours", "clock", "floor"];
/// The keys of a decision rule that are no outcomes.
const OF_A_DECISION: [&str; 10] =
    ["title", "note", "cite", "for", "condition", "proof", "say", "tell", "do", "floor"];

/// Whether nothing is told of a section.
pub(super) fn is_ignored(section: &str) -> bool {
    IGNORED.contains(&section)
}

/// Whether a section is a group of named entries, and no value by itself.
pub(super) fn has_entries(section: &str) -> bool {
    Project::SECTIONS.contains(&section) || section.starts_with("quality.")
}

/// Whether a table tells of an entry that comes or goes.
pub(super) fn is_told_by_tables(section: &str) -> bool {
    ["response_times", "scripts", "decisions"].contains(&section) || is_side_by_side(section)
}

/// Whether a table tells of a difference within an entry.
pub(super) fn is_of_tables(section: &str, versions: &Versions<'_>, id: &str, delta: &Delta) -> bool {
    let keys: Vec<&str> = delta.keys.iter().map(String::as_str).collect();
    let first = keys.first().copied().unwrap_or_default();
    match section {
        "standard" => OF_THE_STANDARD.contains(&first),
        "response_times" => {
            // A floor is no promise, and no table of winners shows it.
            let floor = [&versions.old, &versions.new].into_iter().any(|side| {
                let rule = side.policy.get(section).and_then(|rules| rules.get(id));
                rule.and_then(|rule| rule.get("floor")).is_some_and(|floor| floor == true)
            });
            !floor && !OF_A_TIME.contains(&first) && keys.get(1) != Some(&"note")
        }
        "returns" | "decisions" => match keys.as_slice() {
            ["rules", _] => true,
            ["rules", _, key, ..] => !OF_A_DECISION.contains(key),
            ["rules"] => true,
            _ => ["situation", "never_happens", "must_cover"].contains(&first),
        },
        "channels" => first == "only_when",
        "scripts" => OF_A_RULE.contains(&first) || first == "purpose",
        "packages" | "exclusions" | "customer_duties" | "staffing" => false,
        _ => OF_A_RULE.contains(&first),
    }
}

/// Whether a difference is only about which step follows.
pub(super) fn leads_on(delta: &Delta) -> bool {
    matches!(
        delta.keys.as_slice(),
        [steps, _, key, ..] if steps == "steps" && ["next", "yes", "no", "answers", "at_once"].contains(&key.as_str())
    )
}
