//! Every situation that a finding names, asked about, shows the fault.

use etalon::check::RULES;
use etalon::diagnostic::Finding;
use etalon::situation::answer::{Answer, Asked, AttributeAnswer, Case, Due, Outcome, Presence, Ready};
use serde_json::Value;

use super::page::{blocks, of_rule};
use super::project::{Judged, judge};

#[test]
fn every_witness_shows_its_fault() {
    let mut seen = std::collections::BTreeMap::new();
    for rule in RULES {
        for block in blocks(&rule.page()).iter().chain(&blocks(&of_rule(rule.id))) {
            let judged = judge(block);
            for finding in &judged.findings {
                if finding.args.get("witness").is_some_and(Value::is_object) {
                    shows(&judged, finding);
                    *seen.entry(finding.rule).or_insert(0) += 1;
                }
            }
        }
    }
    for rule in [
        "conflict/overlapping-promises",
        "conflict/overlapping-scripts",
        "conflict/overlapping-procedures",
        "conflict/overlapping-escalations",
        "conflict/overlapping-decisions",
        "conflict/idle-rule",
        "conflict/falling-promise",
        "conflict/promise-order",
        "completeness/uncovered-situation",
        "floor/undercut",
        "feasibility/nobody-on-duty",
        "feasibility/late-escalation",
        "feasibility/escalation-off-duty",
    ] {
        assert!(seen.get(rule).is_some_and(|count| *count > 1), "{rule}: {seen:?}");
    }
}

fn shows(judged: &Judged, finding: &Finding) {
    let ready = Ready::new(&judged.reading.project, jiff::civil::date(2026, 11, 22));
    let ask = |witness: &Value| {
        let mut asked = Asked::default();
        asked.add_json(&witness.to_string()).unwrap();
        ready.ask(&asked).unwrap_or_else(|error| panic!("{}: {error:?}", finding.message))
    };
    let arg = |name: &str| finding.args.get(name).cloned().unwrap_or_default();
    let table = arg("table").as_str().unwrap_or_default().to_owned();
    let words = |value: Value| -> Vec<String> {
        value.as_array().into_iter().flatten().filter_map(|word| Some(word.as_str()?.to_owned())).collect()
    };
    let (rules, attributes) = (words(arg("rules")), words(arg("attributes")));
    let answer = ask(&arg("witness"));
    assert!(answer.never_happens.is_empty(), "{}", finding.message);
    let single = arg("attribute").as_str().map(str::to_owned);
    match finding.rule.split_once('/') {
        Some(("conflict", name)) if name.starts_with("overlapping") => {
            for attribute in &attributes {
                let case = case(&answer, &table, attribute);
                assert_eq!(case.outcome, Outcome::Conflict, "{}", finding.message);
                assert!(rules.iter().all(|rule| wins(case, rule)), "{}", finding.message);
            }
        }
        Some(("completeness", "uncovered-situation")) => {
            let case = case(&answer, &table, &single.unwrap());
            assert_eq!(case.outcome, Outcome::Nothing, "{}", finding.message);
        }
        Some(("floor", "undercut")) => {
            let case = case(&answer, &table, &single.unwrap());
            let floor = case.floors.iter().find(|floor| floor.rule.id == rules[1]).unwrap();
            assert_eq!(floor.kept, Some(false), "{}", finding.message);
            assert!(wins(case, &rules[0]), "{}", finding.message);
        }
        Some(("conflict", "falling-promise")) => {
            let attribute = single.unwrap();
            assert!(wins(case(&answer, &table, &attribute), &rules[0]), "{}", finding.message);
            let lower = ask(&arg("lower"));
            assert!(wins(case(&lower, &table, &attribute), &rules[1]), "{}", finding.message);
        }
        Some(("conflict", "promise-order")) => {
            for (attribute, rule) in attributes.iter().zip(rules.iter().cycle()) {
                assert!(wins(case(&answer, &table, attribute), rule), "{}", finding.message);
            }
        }
        Some(("conflict", "idle-rule")) => {
            let table = answer.tables.iter().find(|known| known.name == table).unwrap();
            let cases = table.attributes.iter().flat_map(|attribute| &attribute.cases);
            assert!(cases.into_iter().any(|case| wins(case, &rules[0])), "{}", finding.message);
        }
        Some(("feasibility", "nobody-on-duty")) => nobody_is_there(judged, finding),
        _ => {}
    }
}

/// At the arrival nobody who answers the channel is on duty, and the promise ends when the finding says.
fn nobody_is_there(judged: &Judged, finding: &Finding) {
    let text = |name: &str| finding.args.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let Some(attribute) = Some(text("attribute")).filter(|attribute| !attribute.is_empty()) else { return };
    let ready = Ready::new(&judged.reading.project, jiff::civil::date(2026, 11, 22));
    let mut asked = Asked::default();
    asked.add_json(&finding.args["witness"].to_string()).unwrap();
    asked.given.remove("time");
    let arrival: jiff::civil::DateTime = text("arrival").get(..16).unwrap().parse().unwrap();
    asked.at = Some(arrival);
    let answer = ready.ask(&asked).unwrap();
    let channel = judged.reading.project.channels.find(&asked.given["channel"][0]).unwrap();
    let duty = answer.duty.as_ref().unwrap();
    for role in channel.staffed_by.iter() {
        let now = duty.roles.iter().find(|now| now.role.id == role.value).unwrap();
        assert_eq!(now.on_duty, Presence::No, "{}", finding.message);
    }
    let case = case(&answer, "response_times", &attribute);
    let rule = finding.args["rules"][0].as_str().unwrap();
    let winner = case.winners.iter().find(|winner| winner.rule.id == rule).unwrap();
    let Some(Due::At(end, _)) = &winner.times[0].due else { panic!("{}: {winner:#?}", finding.message) };
    assert_eq!(end.strftime("%Y-%m-%dT%H:%M").to_string(), text("deadline")[..16], "{}", finding.message);
}

fn case<'x, 'a>(answer: &'x Answer<'a>, table: &str, attribute: &str) -> &'x Case<'a> {
    let table = answer.tables.iter().find(|known| known.name == table).unwrap();
    let attribute: &AttributeAnswer<'a> =
        table.attributes.iter().find(|known| known.name == attribute).unwrap();
    assert_eq!(attribute.cases.len(), 1, "a witness leaves nothing open: {:#?}", attribute.cases);
    &attribute.cases[0]
}

fn wins(case: &Case<'_>, rule: &str) -> bool {
    case.winners.iter().any(|winner| winner.rule.id == rule)
}
