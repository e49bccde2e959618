//! How much rules weigh where a standard says so: what counts less stays to be seen in every report.

use etalon::check::{Verdict, check, reweighed};
use etalon::compile::{Audience, handbook};
use etalon::diagnostic::{Finding, Severity};
use etalon::render::markdown;
use etalon::report::{Format, Report, Style, write};
use etalon::resolve::{Entrance, Reading, read};
use etalon::source::{MemoryWorld, World};
use jiff::civil::date;
use serde_json::{Value, json};

const METRICS: &str = "etalon: 1
standard: { id: shop, title: Shop, version: 1.0.0, owner: lead, review_by: 2030-01-01 }
roles: { lead: { level: 3 } }
quality: { metrics: { waiting: { target: '<= 2 min' }, calls: { target: '>= 80%' } } }
";

fn judged(files: &[(&str, String)]) -> (Reading, Verdict) {
    let today = date(2026, 11, 22);
    let world = MemoryWorld::new(today);
    let world = files.iter().fold(world, |world, (name, text)| world.with(name, text.clone()));
    let reading = read(&world, &Entrance::Folder(String::new())).unwrap();
    let verdict = check(&reading, world.today());
    (reading, verdict)
}

fn with(rules: &str) -> (Reading, Verdict) {
    judged(&[("etalon.yaml", format!("{METRICS}{rules}"))])
}

fn of<'a>(verdict: &'a Verdict, rule: &str) -> Vec<&'a Finding> {
    verdict.findings.iter().filter(|finding| finding.rule == rule).collect()
}

fn written(reading: &Reading, verdict: &Verdict, format: Format) -> String {
    let report = Report {
        findings: &verdict.findings,
        left_out: verdict.left_out,
        sources: &reading.sources,
        rules: &[],
        reweighed: &verdict.reweighed,
        checked_files: reading.own_files,
    };
    let mut out = Vec::new();
    write(format, &report, Style::default(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn findings_weigh_what_the_standard_says() {
    let usual = with("");
    let rule = "life/metric-without-alarm";
    assert_eq!(of(&usual.1, rule).len(), 2);
    assert!(usual.1.reweighed.is_empty());
    for (word, severity) in [("error", Severity::Error), ("info", Severity::Info)] {
        let (_, verdict) =
            with(&format!("check_rules: {{ {rule}: {{ severity: {word}, reason: Ours. }} }}\n"));
        assert!(of(&verdict, rule).iter().all(|found| found.severity == severity && found.waived.is_none()));
        assert_eq!((verdict.findings.len(), verdict.reweighed[0].findings), (usual.1.findings.len(), 2));
    }
}

#[test]
fn what_is_switched_off_stays_to_be_seen() {
    let rule = "life/metric-without-alarm";
    let (reading, verdict) =
        with(&format!("check_rules: {{ {rule}: {{ severity: off, reason: Not yet. }} }}\n"));
    let found = of(&verdict, rule);
    assert!(found.len() == 2 && found.iter().all(|found| found.waived.as_ref().unwrap().until.is_none()));

    let human = written(&reading, &verdict, Format::Human);
    assert!(
        human.contains("  life/metric-without-alarm: off instead of warning, 2 findings\n    Not yet.\n"),
        "{human}"
    );
    assert!(human.ends_with("No findings in 1 file (2 switched off).\n"), "{human}");

    let report: Value = serde_json::from_str(&written(&reading, &verdict, Format::Json)).unwrap();
    let rules =
        json!([{ "rule": rule, "usual": "warning", "severity": null, "reason": "Not yet.", "findings": 2 }]);
    assert_eq!(report["reweighed"], rules);
    assert_eq!((&report["summary"]["warnings"], &report["summary"]["switched_off"]), (&json!(0), &json!(2)));
    let accepted = json!({ "by": format!("check_rules.{rule}"), "reason": "Not yet." });
    assert_eq!(report["findings"][0]["waived"], accepted);

    let log: Value = serde_json::from_str(&written(&reading, &verdict, Format::Sarif)).unwrap();
    let run = &log["runs"][0];
    assert_eq!(
        run["invocations"][0]["ruleConfigurationOverrides"][0]["configuration"],
        json!({ "enabled": false })
    );
    assert_eq!(run["results"][0]["suppressions"][0]["justification"], "Not yet.");

    let junit = written(&reading, &verdict, Format::Junit);
    assert!(junit.contains("switched off under check_rules.life/metric-without-alarm: Not yet."), "{junit}");
    assert_eq!(written(&reading, &verdict, Format::Concise), "");
}

#[test]
fn a_waiver_comes_before_a_rule_that_is_switched_off() {
    let (_, verdict) = with("check_rules: { life/metric-without-alarm: { severity: off, reason: Not yet. } }
waive: { w: { rule: life/metric-without-alarm, at: quality.metrics.calls, reason: Soon., owner: lead, until: 2026-12-31 } }
");
    let by: Vec<&str> =
        verdict.findings.iter().map(|found| found.waived.as_ref().unwrap().by.as_str()).collect();
    assert_eq!(by, ["check_rules.life/metric-without-alarm", "w"]);
    assert_eq!(verdict.reweighed[0].findings, 1);
}

#[test]
fn a_setting_that_does_not_count_changes_nothing() {
    let (reading, verdict) = with("check_rules: { life/metric-without-alarm: off }\n");
    assert_eq!(of(&verdict, "life/weakened-rule").len(), 1);
    assert!(of(&verdict, "life/metric-without-alarm").iter().all(|found| found.waived.is_none()));
    assert!(reweighed(&reading.project).is_empty());
}

#[test]
fn rules_of_the_company_weigh_otherwise_too_and_are_known_across_files() {
    let own = "company_rules: { titles: { subject: roles, assert: { title: { written: yes } }, message: no title } }\n";
    let (_, verdict) = judged(&[
        ("etalon.yaml", METRICS.to_owned()),
        ("house.yaml", own.to_owned()),
        (
            "check.yaml",
            "check_rules: { company/titles: error, life/metric-without-alarm: error }\n".to_owned(),
        ),
        ("again.yaml", "check_rules: { company/titles: error }\n".to_owned()),
    ]);
    assert_eq!(of(&verdict, "company/titles")[0].severity, Severity::Error);
    assert_eq!(of(&verdict, "structure/duplicate-id").len(), 1, "{:#?}", verdict.findings);
}

#[test]
fn the_handbook_of_everybody_says_what_is_checked_less_strictly() {
    let (reading, _) =
        with("check_rules: { life/metric-without-alarm: { severity: off, reason: Not *yet*. } }\n");
    let shown =
        |audience: &Audience| markdown(&handbook(&reading.project, audience, "en", date(2026, 11, 22)));
    let all = shown(&Audience::default());
    assert!(all.contains("How strictly the standard is checked"), "{all}");
    assert!(all.contains("`life/metric-without-alarm` | switched off | Not *yet*."), "{all}");
    let one = shown(&Audience { role: Some("lead".to_owned()), location: None });
    assert!(!one.contains("How strictly the standard is checked"));
}
