//! Rules of the company: what they find, where, and how they stand beside the rules of the program.

use etalon::check::{check, company_page, company_rule_id};
use etalon::diagnostic::{Finding, Severity};
use etalon::resolve::{Entrance, Reading, read};
use etalon::source::MemoryWorld;
use jiff::civil::date;

const BASE: &str = "etalon: 1
standard: { id: shop, title: Shop, version: 1.0.0, owner: lead, review_by: 2030-01-01 }
languages: [en, pl]
";

const STANDARD: &str = "
channels:
  phone: { kind: voice, title: { en: Phone, pl: Telefon }, contact: '112', free_of_charge: yes, hours: 24/7, after_hours: { callback: 3 h } }
  mail: { kind: written, contact: a@b.example, hours: Mo-Fr 09:00-17:00, after_hours: { callback: 30 min } }
roles:
  lead: { title: { en: Lead, pl: Lider }, level: 3, may: { compensate: 200 PLN, discount: 15% }, duties: [{ en: leads, pl: kieruje }, { en: decides, pl: decyduje }] }
response_times:
  phone: { when: { channel: phone }, answer: { promise: 20 s for 80%, aim: 10 s } }
  mail: { when: { channel: mail }, first_response: 4 business hours }
scripts:
  hello: { purpose: greeting, when: { channel: phone }, say: { en: 'Hello, {agent} speaking.', pl: 'Dzień dobry.' } }
  bye: { purpose: closing, say: { en: Goodbye., pl: Do widzenia. } }
procedures:
  complaint:
    owner: lead
    steps:
      hear: { who: lead, do: { en: Listen, pl: Wysłuchaj }, within: 5 min, next: settle }
      settle: { who: lead, do: { en: Settle, pl: Załatw }, within: 3 days, end: done }
";

fn judged(rule: &str) -> (Reading, Vec<Finding>) {
    let today = date(2026, 11, 22);
    let own = format!("company_rules:\n  r: {{ {rule} }}\n");
    let world = MemoryWorld::new(today).with("etalon.yaml", format!("{BASE}{own}{STANDARD}"));
    let reading = read(&world, &Entrance::Folder(String::new())).unwrap();
    let findings = check(&reading, today).findings;
    let unsound: Vec<&String> = findings
        .iter()
        .filter(|found| found.rule.starts_with("structure/"))
        .map(|found| &found.message)
        .collect();
    assert!(unsound.is_empty(), "{rule}: {unsound:?}");
    let findings = findings.into_iter().filter(|found| found.rule == "company/r").collect();
    (reading, findings)
}

/// The text at the main place of each finding.
fn marked(rule: &str) -> Vec<String> {
    let (reading, findings) = judged(rule);
    findings.iter().map(|found| reading.sources.text(found.span().unwrap()).to_owned()).collect()
}

#[test]
fn every_kind_of_expectation_is_held_against_the_entries() {
    let cases: [(&str, &[&str]); 24] = [
        ("subject: channels, assert: { title: { written: yes } }, message: m", &["mail"]),
        (
            "subject: channels, assert: { title: { written: no } }, message: m",
            &["title: { en: Phone, pl: Telefon }"],
        ),
        ("subject: channels, assert: { free_of_charge: yes }, message: m", &["mail"]),
        ("subject: channels, where: { kind: voice }, assert: { free_of_charge: yes }, message: m", &[]),
        (
            "subject: channels, where: { kind: { not: voice } }, assert: { title: { written: yes } }, message: m",
            &["mail"],
        ),
        ("subject: channels, assert: { hours: 24/7 }, message: m", &["hours: Mo-Fr 09:00-17:00"]),
        ("subject: channels, assert: { kind: [voice, written] }, message: m", &[]),
        ("subject: channels, assert: { kind: { not: written } }, message: m", &["kind: written"]),
        (
            "subject: channels, assert: { after_hours.callback: { at_most: 2 h } }, message: m",
            &["callback: 3 h"],
        ),
        (
            "subject: channels, assert: { after_hours.callback: { at_least: 1 h } }, message: m",
            &["callback: 30 min"],
        ),
        (
            "subject: channels, assert: { after_hours.callback: { at_most: 2 business hours } }, message: m",
            &[],
        ),
        (
            "subject: roles, assert: { may.compensate: { at_most: 100 PLN } }, message: m",
            &["compensate: 200 PLN"],
        ),
        ("subject: roles, assert: { may.compensate: { at_most: 100 EUR } }, message: m", &[]),
        ("subject: roles, assert: { may.discount: { at_most: 10% } }, message: m", &["discount: 15%"]),
        ("subject: roles, assert: { level: { at_most: '2' } }, message: m", &["level: 3"]),
        (
            "subject: roles, assert: { duties: { at_least: '3' } }, message: m",
            &["duties: [{ en: leads, pl: kieruje }, { en: decides, pl: decyduje }]"],
        ),
        (
            "subject: scripts, where: { when.channel: phone }, assert: { say: { contains: '{agent}' } }, message: m",
            &["say: { en: 'Hello, {agent} speaking.', pl: 'Dzień dobry.' }"],
        ),
        (
            "subject: scripts, assert: { say: { never_contains: GOODBYE } }, message: m",
            &["say: { en: Goodbye., pl: Do widzenia. }"],
        ),
        ("subject: scripts, assert: { never: { contains: hurry } }, message: m", &[]),
        (
            "subject: response_times, assert: { answer: { at_most: 15 s } }, message: m",
            &["answer: { promise: 20 s for 80%, aim: 10 s }"],
        ),
        (
            "subject: response_times, where: { first_response: { written: yes } }, assert: { first_response: { at_most: 2 business hours } }, message: m",
            &["first_response: 4 business hours"],
        ),
        (
            "subject: procedures.steps.*, assert: { within: { at_most: 1 day } }, message: m",
            &["within: 3 days"],
        ),
        (
            "subject: procedures, assert: { steps: { at_most: '1' } }, message: m",
            &[
                "steps:\n      hear: { who: lead, do: { en: Listen, pl: Wysłuchaj }, within: 5 min, next: settle }\n      settle: { who: lead, do: { en: Settle, pl: Załatw }, within: 3 days, end: done }",
            ],
        ),
        ("subject: standard, assert: { version: { not: 1.0.0 } }, message: m", &["version: 1.0.0"]),
    ];
    for (rule, wanted) in cases {
        assert_eq!(marked(rule), wanted, "{rule}");
    }
}

#[test]
fn a_finding_says_what_the_company_wants_it_to() {
    let rule = "subject: channels, assert: { title: { written: yes } }, severity: error, why: Staff cannot tell them apart., \
                message: { en: 'the channel {id} has no title', pl: 'kanał {id} nie ma nazwy' }";
    let (reading, findings) = judged(rule);
    let found = &findings[0];
    assert_eq!(found.message, "the channel `mail` has no title");
    assert_eq!(found.help, "Staff cannot tell them apart.");
    assert_eq!(found.severity, Severity::Error);
    assert_eq!(found.args["entry"], "channels.mail");
    assert_eq!(reading.sources.text(found.labels[1].span), "r");
    let page = company_page(&reading.project.company_rules[0], "en");
    assert!(page.starts_with("# company/r\n\nSeverity: error\n\nthe channel {id} has no title\n"), "{page}");
    assert!(page.contains("## Why it matters\nStaff cannot tell them apart."), "{page}");
    assert_eq!(company_rule_id(&reading.project.company_rules[0]), "company/r");
}

#[test]
fn a_finding_is_waived_like_any_other() {
    let today = date(2026, 11, 22);
    let own = "company_rules: { titles: { subject: channels, assert: { title: { written: yes } }, message: no title } }\n\
               waive:\n  mail: { rule: company/titles, at: channels.mail, reason: { en: Soon., pl: Wkrótce. }, owner: lead, until: 2027-01-01 }\n  \
               gone: { rule: company/gone, at: channels.mail, reason: { en: Soon., pl: Wkrótce. }, owner: lead, until: 2027-01-01 }\n";
    let world = MemoryWorld::new(today).with("etalon.yaml", format!("{BASE}{own}{STANDARD}"));
    let findings = check(&read(&world, &Entrance::Folder(String::new())).unwrap(), today).findings;
    let own: Vec<&Finding> = findings.iter().filter(|found| found.rule == "company/titles").collect();
    assert!(own.len() == 1 && own[0].waived.is_some());
    assert!(findings.iter().any(|found| found.message.contains("names the rule `company/gone`")));
}

#[test]
fn rules_of_a_pack_hold_for_the_standards_that_use_it() {
    let today = date(2026, 11, 22);
    let pack = "pack: { title: Corporate }\n\
                channels: { fax: { kind: written } }\n\
                company_rules: { contacts: { subject: channels, assert: { contact: { written: yes } }, message: '{id} has no contact' } }\n";
    let own = "etalon: 1\nstandard: { id: shop, title: Shop, version: 1.0.0, owner: lead, review_by: 2030-01-01 }\n\
               use: ../corporate\nroles: { lead: { level: 3 } }\nchannels: { phone: { kind: voice } }\n";
    let world = MemoryWorld::new(today).with("shop/etalon.yaml", own).with("corporate/etalon.yaml", pack);
    let findings = check(&read(&world, &Entrance::Folder("shop".to_owned())).unwrap(), today).findings;
    let told: Vec<&str> = findings
        .iter()
        .filter(|found| found.rule == "company/contacts")
        .map(|found| found.message.as_str())
        .collect();
    assert_eq!(told, ["`phone` has no contact"], "what the pack itself lacks is not the shop's to put right");
}
