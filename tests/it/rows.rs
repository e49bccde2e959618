//! Everything that companies regulate can be said, and is said in an example: row by row.

use std::path::Path;

use etalon::compile::policy;
use etalon::resolve::{Entrance, read};
use etalon::source::DiskWorld;
use serde_json::Value;

/// The rows of what companies regulate, each with the places of the language that say it. `*` stands for any entry,
/// `=word` for a value.
const ROWS: [(&str, &[&str]); 57] = [
    ("R01", &["channels.*.kind"]),
    ("R02", &["appearance.*.check", "premises.*.who", "premises.*.every"]),
    (
        "R03",
        &[
            "scripts.*.purpose=greeting",
            "scripts.*.purpose=discover-needs",
            "scripts.*.purpose=present",
            "scripts.*.purpose=objection",
            "response_times.*.wait",
        ],
    ),
    ("R04", &["procedures.*.steps.*.hand_over", "scripts.*.purpose=apology"]),
    (
        "R05",
        &[
            "returns.rules.*.outcome",
            "returns.rules.*.when",
            "returns.rules.*.condition",
            "returns.rules.*.proof",
        ],
    ),
    ("R06", &["scripts.*.purpose=no-purchase"]),
    ("R07", &["response_times.*.answer"]),
    ("R08", &["scripts.*.purpose=greeting", "wording.*.address"]),
    ("R09", &["scripts.*.questions"]),
    ("R10", &["hold.at_most", "transfers.at_most", "scripts.*.purpose=transfer"]),
    ("R11", &["scripts.*.purpose=present"]),
    ("R12", &["scripts.*.purpose=objection", "scripts.*.purpose=answer"]),
    ("R13", &["scripts.*.purpose=apology", "procedures.*.steps.*.say"]),
    ("R14", &["scripts.*.purpose=summary", "procedures.*.steps.*.record"]),
    ("R15", &["correspondence.*.do", "response_times.*.first_response"]),
    ("R16", &["standard.purpose", "standard.values"]),
    ("R17", &["standard.owner", "standard.version", "standard.effective", "standard.review_by"]),
    ("R18", &["channels.*.menu.depth", "channels.*.menu.exit_to_person", "response_times.*.wait"]),
    ("R19", &["roles.*.duties"]),
    ("R20", &["roles.*.level"]),
    ("R21", &["quality.assessment.*.rewarded", "quality.assessment.*.sanctioned"]),
    (
        "R22",
        &["channels.*.contact", "channels.*.free_of_charge", "channels.*.shown_at", "standard.published_at"],
    ),
    ("R23", &["deviations.allowed_if", "deviations.decided_by", "deviations.mistakes"]),
    ("R24", &["recovery.*.offer", "recovery.*.up_to", "roles.*.may.compensate"]),
    ("R25", &["quality.metrics.*.alarm", "quality.metrics.*.on_alarm"]),
    ("R26", &["scripts.*.purpose=off-script"]),
    ("R27", &["channels.*.kind=public", "scripts.*.purpose=review-reply", "correspondence.*.never"]),
    ("R28", &["feedback.*.ask_by", "feedback.*.questions"]),
    ("R29", &["loyalty.*.offer"]),
    ("R30", &["customer_types.*.signs", "customer_types.*.do", "customer_types.*.refuse_service"]),
    (
        "R31",
        &[
            "quality.verification.*.method",
            "quality.verification.*.every",
            "quality.verification.*.scorecard",
        ],
    ),
    ("R32", &["quality.metrics.*.target"]),
    ("R33", &["channels.*.after_hours.script", "channels.*.after_hours.callback"]),
    ("R34", &["follow_up.*.after"]),
    ("R35", &["response_times.*.first_response.promise.within.seconds"]),
    ("R36", &["response_times.*.handling", "response_times.*.resolution"]),
    ("R37", &["procedures.*.steps.*.tell"]),
    ("R38", &["behaviours.*.observed_as"]),
    ("R39", &["premises.*.check"]),
    ("R40", &["selling.*.offer", "selling.*.never_when", "selling.*.say"]),
    ("R41", &["scripts.*.purpose=closing"]),
    ("R42", &["feedback.*.questions"]),
    ("R43", &["onboarding.*.read", "onboarding.*.sign_off=true"]),
    ("R44", &["procedures.*.steps.*.tell", "response_times.*.update_every"]),
    ("R45", &["conduct.*.do"]),
    ("R46", &["packages.*.includes", "packages.*.when"]),
    ("R47", &["roles.*.must_see"]),
    ("R48", &["training.*.method", "onboarding.*.practise", "onboarding.*.pass_mark"]),
    ("R49", &["behaviours.*.means", "customer_types.*.do"]),
    ("R50", &["procedures.*.owner", "transfers.at_most"]),
    ("R51", &["packages.*", "procedures.*.when"]),
    ("R52", &["feedback.*.answers"]),
    ("R53", &["incentives.*.from"]),
    ("R54", &["channels.*.serves=colleagues"]),
    ("R55", &["response_times.*.first_response.aim"]),
    ("R56", &["links.*.target", "links.*.serves"]),
    ("R57", &["standard.line_of_business"]),
];

#[test]
fn every_row_is_said_in_an_example() {
    let policies: Vec<Value> = examples();
    let mut unsaid = Vec::new();
    for (row, places) in ROWS {
        for place in places {
            let (path, value) =
                place.split_once('=').map_or((*place, None), |(path, value)| (path, Some(value)));
            let keys: Vec<&str> = path.split('.').collect();
            if !policies.iter().any(|policy| said(policy, &keys, value)) {
                unsaid.push(format!("{row}: {place}"));
            }
        }
    }
    assert!(unsaid.is_empty(), "no example says {unsaid:#?}");
}

#[test]
fn the_rows_are_complete() {
    let named: Vec<String> = ROWS.iter().map(|(row, _)| (*row).to_owned()).collect();
    let all: Vec<String> = (1..=57).map(|row| format!("R{row:02}")).collect();
    assert_eq!(named, all);
}

fn examples() -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let project = |path: &Path| {
        let world = DiskWorld::new(path, jiff::civil::date(2026, 11, 22));
        let reading = read(&world, &Entrance::Folder(String::new())).unwrap();
        policy(&reading.project, jiff::civil::date(2026, 11, 22), &[])
    };
    paths.iter().map(|path| project(path)).collect()
}

fn said(value: &Value, keys: &[&str], wanted: Option<&str>) -> bool {
    let Some((key, rest)) = keys.split_first() else {
        return wanted.is_none_or(|wanted| match value {
            Value::Bool(yes) => (if *yes { "true" } else { "false" }) == wanted,
            value => value.as_str() == Some(wanted),
        });
    };
    match (*key, value) {
        ("*", Value::Object(entries)) => entries.values().any(|value| said(value, rest, wanted)),
        ("*", Value::Array(entries)) => entries.iter().any(|value| said(value, rest, wanted)),
        (key, value) => value.get(key).is_some_and(|value| said(value, rest, wanted)),
    }
}
