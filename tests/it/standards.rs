//! Standards as organisations wrote them, with their gaps: what is true of them is found and nothing else, and every
//! handbook and policy can be made.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use etalon::check::check;
use etalon::compile::{Audience, decision_tables, handbook, policy, policy_schema};
use etalon::diagnostic::{Finding, Severity};
use etalon::model::language_schema;
use etalon::render::{html, markdown};
use etalon::resolve::{Entrance, Project, read};
use etalon::source::{DiskWorld, MemoryWorld};
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 12, 1);

/// What is true of a document that has neither an owner nor a day of review.
const ORPHANED: &[(&str, usize)] = &[("life/missing-review-date", 1), ("life/ownerless-standard", 1)];

/// Each standard with the rules that it breaks, and how often.
const STANDARDS: [(&str, &[(&str, usize)]); 12] = [
    ("bank-call-centre", &[("completeness/missing-topic", 1), ("feasibility/escalation-off-duty", 1)]),
    ("car-service", &[("feasibility/late-escalation", 1)]),
    (
        "gruntwork",
        &[("life/missing-review-date", 1), ("life/ownerless-standard", 1), ("wording/vague-promise", 1)],
    ),
    (
        "hotel-reception",
        &[
            ("completeness/missing-topic", 3),
            ("conflict/overlapping-promises", 1),
            ("conflict/promise-order", 1),
            ("feasibility/chain-too-long", 1),
        ],
    ),
    ("loan-grades", &[("completeness/uncovered-situation", 6), ("conflict/overlapping-decisions", 1)]),
    ("maidstone", ORPHANED),
    ("municipal-office", &[("conflict/overlapping-procedures", 2)]),
    ("preston", ORPHANED),
    ("south-gloucestershire", ORPHANED),
    ("tyk", &[("life/missing-review-date", 1), ("life/ownerless-standard", 1), ("wording/vague-promise", 2)]),
    ("vacation-days", &[("conflict/overlapping-decisions", 4)]),
    ("vale-of-white-horse", ORPHANED),
];

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/standards").join(name)
}

fn project(name: &str) -> Project {
    read(&DiskWorld::new(folder(name), TODAY), &Entrance::Folder(String::new())).unwrap().project
}

fn audiences(project: &Project) -> Vec<Audience> {
    let roles = project.roles.iter().map(|role| Some(role.id.clone()));
    roles.chain([None]).map(|role| Audience { role, location: None }).collect()
}

/// The handbook for everybody as Markdown, in the source language.
fn everybody(name: &str) -> String {
    let project = project(name);
    markdown(&handbook(&project, &Audience::default(), project.source_language(), TODAY))
}

fn says(name: &str, wanted: &[&str]) {
    let text = everybody(name).replace('\u{a0}', " ");
    for words in wanted {
        assert!(text.contains(words), "{name} does not say `{words}`\n{text}");
    }
}

#[test]
fn every_standard_is_listed() {
    let on_disk = fs::read_dir(folder("")).unwrap();
    let mut on_disk: Vec<String> =
        on_disk.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    on_disk.sort();
    assert_eq!(on_disk, STANDARDS.map(|(name, _)| name));
}

#[test]
fn what_is_true_is_found_and_nothing_else() {
    for (name, wanted) in STANDARDS {
        let world = DiskWorld::new(folder(name), TODAY);
        let reading = read(&world, &Entrance::Folder(String::new())).unwrap();
        let verdict = check(&reading, TODAY);
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for finding in &verdict.findings {
            *counts.entry(finding.rule).or_default() += 1;
        }
        let told: Vec<&String> = verdict.findings.iter().map(|finding| &finding.message).collect();
        assert_eq!(counts.into_iter().collect::<Vec<_>>(), wanted, "{name}: {told:#?}");
    }
}

/// Published decision tables: the rules that meet are known, and so are the situations that no rule knows.
#[test]
fn published_tables_have_the_faults_that_are_known_of_them() {
    let found = |name: &str, rule: &str, arg: &str| -> Vec<serde_json::Value> {
        let reading = read(&DiskWorld::new(folder(name), TODAY), &Entrance::Folder(String::new())).unwrap();
        let findings = check(&reading, TODAY).findings.into_iter().filter(|finding| finding.rule == rule);
        findings.map(|finding| finding.args[arg].clone()).collect()
    };
    let overlapping = "conflict/overlapping-decisions";
    assert_eq!(found("loan-grades", overlapping, "rules"), [serde_json::json!(["c", "a"])]);
    assert_eq!(
        found("loan-grades", overlapping, "region"),
        [serde_json::json!({ "income": ["500..1000"], "size": ["500..1000"] })]
    );
    let mut pairs = found("vacation-days", overlapping, "rules");
    pairs.sort_by_key(ToString::to_string);
    let known = serde_json::json!([
        ["fifteen-years", "senior"],
        ["fifteen-years", "young"],
        ["forty-five", "long-service"],
        ["long-service", "young"]
    ]);
    assert_eq!(serde_json::Value::from(pairs), known);
    // It is missing exactly where no rule of the table holds.
    let missing = found("loan-grades", "completeness/uncovered-situation", "region");
    let inside = |region: &serde_json::Value, dimension: &str, value: i64| {
        region.get(dimension).is_none_or(|ranges| {
            ranges.as_array().unwrap().iter().any(|range| {
                let (from, to) = range.as_str().unwrap().split_once("..").unwrap();
                (from.parse().unwrap()..=to.parse().unwrap()).contains(&value)
            })
        })
    };
    for income in (0..=2_500).step_by(50).flat_map(|at: i64| [at, at + 1]).filter(|at| *at <= 2_500) {
        for size in (0..=5_000).step_by(100).flat_map(|at: i64| [at, at + 1]).filter(|at| *at <= 5_000) {
            let held = (income <= 1_000 && size <= 1_000)
                || ((250..=750).contains(&income) && size >= 4_000)
                || ((500..=1_500).contains(&income) && (500..=3_000).contains(&size))
                || (income >= 2_000 && size <= 2_000);
            let told =
                missing.iter().any(|region| inside(region, "income", income) && inside(region, "size", size));
            assert_eq!(told, !held, "income {income}, size {size}");
        }
    }
}

#[test]
fn every_role_gets_a_handbook() {
    for (name, _) in STANDARDS {
        let project = project(name);
        for audience in audiences(&project) {
            for language in project.language_codes() {
                let book = handbook(&project, &audience, language, TODAY);
                assert!(!book.chapters.is_empty(), "{name} {audience:?}");
                assert!(markdown(&book).contains(&book.title), "{name} {audience:?}");
                assert!(
                    html(&book, &etalon::render::Look::default()).contains("</html>"),
                    "{name} {audience:?}"
                );
            }
        }
    }
}

#[test]
fn files_and_policies_fit_their_schemas() {
    let language = jsonschema::draft202012::new(&language_schema()).unwrap();
    let machine = jsonschema::draft202012::new(&policy_schema()).unwrap();
    for (name, _) in STANDARDS {
        let text = fs::read_to_string(folder(name).join("etalon.yaml")).unwrap();
        let file: serde_json::Value = serde_yaml::from_str(&text).unwrap();
        let project = project(name);
        let value = policy(&project, TODAY, &decision_tables(&project, TODAY));
        for (schema, value) in [(&language, &file), (&machine, &value)] {
            let errors: Vec<String> =
                schema.iter_errors(value).map(|error| format!("{} {error}", error.instance_path())).collect();
            assert!(errors.is_empty(), "{name}: {errors:#?}");
        }
    }
}

#[test]
fn one_of_several_roles_does_a_step() {
    says("hotel-reception", &["**Recepcjonista lub Recepcjonista nocny**: Powitaj gościa"]);
    let project = project("hotel-reception");
    for reader in ["recepcjonista", "nocny"] {
        let audience = Audience { role: Some(reader.to_owned()), location: None };
        let text = markdown(&handbook(&project, &audience, "pl", TODAY));
        assert!(text.contains("(Ty): Powitaj gościa"), "{text}");
    }
}

#[test]
fn several_things_are_heard_after_hours() {
    says("car-service", &["[Voicemail](<#scripts-voicemail>), [Breakdown line](<#scripts-breakdown-line>)"]);
}

#[test]
fn a_menu_names_what_can_be_chosen() {
    says(
        "bank-call-centre",
        &["**Меню: пункты:** 1 – карты; 2 – кредиты; 3 – я не совершал операцию; 0 – оператор"],
    );
}

#[test]
fn a_budget_holds_for_a_period() {
    says("car-service", &["**Budget for all of these:** 1000 GBP a month"]);
}

#[test]
fn measures_of_the_company_look_like_all_others() {
    says("car-service", &["| Update every | Resolution | Diagnosis | Estimate |"]);
}

#[test]
fn hours_of_a_season_are_not_shown_as_a_week() {
    let text = everybody("hotel-reception");
    let (_, rest) = text.split_once("### Sala śniadaniowa").unwrap();
    let (section, _) = rest.split_once("###").unwrap();
    assert!(section.contains("maj–wrzesień 06:30–10:30") && !section.contains('|'), "{section}");
}

#[test]
fn a_night_shift_belongs_to_its_evening() {
    says("hotel-reception", &["| pt. | 19:00–07:00 |"]);
    assert!(!everybody("hotel-reception").contains("00:00–07:00"));
}

#[test]
fn values_with_commas_are_kept_apart() {
    says("gruntwork", &["Sev 4: cosmetic; Sev 3: minor; Sev 2: significant degradation, or"]);
    says("municipal-office", &["| ar pierakstu, bez pieraksta |"]);
}

#[test]
fn the_words_of_the_company_stand_instead_of_those_of_a_pack() {
    let text = everybody("bank-call-centre");
    assert_eq!(text.matches("| «успокойтесь» |").count(), 1, "{text}");
    assert!(text.contains("| «успокойтесь» | «понимаю вас» |"), "{text}");
}

#[test]
fn booking_requests_and_accessibility_are_said() {
    says(
        "municipal-office",
        &[
            "**Pieraksts:** berzupe.example vai pa tālruni",
            "**Pēc pieprasījuma:** surdotulks; veidlapas",
            "**Pieejamība**\n\n- uzbrauktuve pie ieejas",
        ],
    );
}

#[test]
fn rounds_have_times() {
    says("hotel-reception", &["| 2 razy dziennie<br>01:00; 04:00 | [Recepcjonista nocny]"]);
}

#[test]
fn people_are_off_where_channels_are_closed() {
    says("bank-call-centre", &["| Вс | выходной |", "| Вс | закрыто |"]);
}

#[test]
fn holding_a_call_is_for_those_who_take_calls() {
    let project = project("bank-call-centre");
    for (reader, wanted) in [("operator", true), ("claims", false)] {
        let audience = Audience { role: Some(reader.to_owned()), location: None };
        let text = markdown(&handbook(&project, &audience, "ru", TODAY));
        assert_eq!(text.contains("Возвращаться к клиенту"), wanted, "{text}");
    }
}

/// What is found in a standard after its words were changed, as rule and line.
fn found_after(name: &str, from: &str, to: &str) -> Vec<(&'static str, usize)> {
    let text = fs::read_to_string(folder(name).join("etalon.yaml")).unwrap();
    assert!(text.contains(from), "{name} does not say `{from}`");
    let world = MemoryWorld::new(TODAY).with("etalon.yaml", text.replacen(from, to, 1));
    let reading = read(&world, &Entrance::Folder(String::new())).unwrap();
    let verdict = check(&reading, TODAY);
    let place = |finding: &Finding| {
        let span = finding.span().unwrap();
        (finding.rule, reading.sources.positions(span).0.line)
    };
    verdict.findings.iter().filter(|finding| finding.severity == Severity::Error).map(place).collect()
}

#[test]
fn a_wish_is_not_a_promise() {
    let found = found_after(
        "maidstone",
        "answer: { promise: best effort,",
        "answer: { promise: as quickly as possible,",
    );
    assert_eq!(found, [("structure/bad-duration", 15)]);
}

#[test]
fn two_policies_in_one_file_are_refused_at_their_line() {
    let both =
        "packages:\n<<<<<<< HEAD\n=======\n  order-form: { title: see your order form }\n>>>>>>> terms\n";
    let found = found_after("tyk", "packages:\n", both);
    assert!(
        found.iter().all(|(rule, _)| *rule == "structure/merge-conflict") && !found.is_empty(),
        "{found:?}"
    );
}
