//! The bounds of the law that come with the program: every figure, its direction, its article, its days and how it was
//! checked, written down a second time, so that none changes unseen.

use std::collections::BTreeSet;

use etalon::diagnostic::Findings;
use etalon::model::{Document, known_measure, words};
use etalon::resolve::BUILT_IN;
use etalon::source::FileId;
use etalon::syntax;

/// Row, bound, article, first day, last day, how it was checked.
type Fact = (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str);

const FACTS: [Fact; 37] = [
    ("es-call-answer", "<= 3 min for 95%", "Ley 10/2025 of 26 December 2025", "2026-12-28", "", "quoted"),
    ("es-answer", "<= 15 business days", "Ley 10/2025 of 26 December 2025", "2026-12-28", "", "quoted"),
    ("eu-withdrawal", ">= 14 days", "Directive 2011/83/EU, articles 9 and 16", "", "", "seen"),
    ("eu-refund", "<= 14 days", "Directive 2011/83/EU, article 13", "", "", "quoted"),
    ("eu-send-back", ">= 14 days", "Directive 2011/83/EU, article 14", "", "", "quoted"),
    ("eu-conformity", ">= 2 years", "Directive (EU) 2019/771, article 10", "", "", "quoted"),
    (
        "eu-withdrawal-button",
        "",
        "Directive 2011/83/EU, article 11a, inserted by Directive (EU) 2023/2673",
        "2026-06-19",
        "",
        "quoted",
    ),
    (
        "lv-complaint-answer",
        "<= 15 business days",
        "Consumer Rights Protection Law, section 26.1",
        "",
        "",
        "seen",
    ),
    ("lv-claim-period", ">= 2 years", "Consumer Rights Protection Law, section 27", "", "", "seen"),
    (
        "lv-withdrawal",
        ">= 14 days",
        "Consumer Rights Protection Law, sections 10 and 12; Cabinet Regulation 255 of 2014 (distance; exceptions in point 22) and 254 of 2014 (off-premises)",
        "",
        "",
        "quoted",
    ),
    (
        "pl-complaint-answer",
        "<= 14 days",
        "Consumer Rights Act of 30 May 2014, article 7a",
        "2023-01-01",
        "",
        "quoted",
    ),
    (
        "pl-complaint-answer-until-2022",
        "<= 30 days",
        "Consumer Rights Act of 30 May 2014, article 7a as it then stood",
        "2017-01-10",
        "2022-12-31",
        "quoted",
    ),
    (
        "pl-withdrawal",
        ">= 14 days",
        "Consumer Rights Act of 30 May 2014, articles 27 and 38",
        "",
        "",
        "quoted",
    ),
    (
        "pl-withdrawal-visit",
        ">= 30 days",
        "Consumer Rights Act of 30 May 2014, article 27(2)",
        "",
        "",
        "seen",
    ),
    (
        "pl-withdrawal-uninformed",
        ">= 12 months",
        "Consumer Rights Act of 30 May 2014, article 29",
        "",
        "",
        "quoted",
    ),
    ("pl-refund", "<= 14 days", "Consumer Rights Act of 30 May 2014, article 32", "", "", "quoted"),
    (
        "pl-conformity",
        ">= 2 years",
        "Consumer Rights Act of 30 May 2014, articles 43a to 43g; the period in 43c",
        "2023-01-01",
        "",
        "quoted",
    ),
    ("ru-exchange", ">= 14 days", "Law 2300-1 of 7 February 1992, article 25(1)", "", "", "seen"),
    ("ru-distance-refusal", ">= 7 days", "Law 2300-1 of 7 February 1992, article 26.1(4)", "", "", "quoted"),
    (
        "ru-distance-refusal-uninformed",
        ">= 3 months",
        "Law 2300-1 of 7 February 1992, article 26.1(4)",
        "",
        "",
        "quoted",
    ),
    ("ru-distance-refund", "<= 10 days", "Law 2300-1 of 7 February 1992, article 26.1(4)", "", "", "quoted"),
    ("ru-repair", "<= 45 days", "Law 2300-1 of 7 February 1992, article 20(1)", "", "", "quoted"),
    ("ru-replacement", "<= 7 days", "Law 2300-1 of 7 February 1992, article 21(1)", "", "", "quoted"),
    ("ru-refund", "<= 10 days", "Law 2300-1 of 7 February 1992, article 22", "", "", "quoted"),
    (
        "ru-claims-without-guarantee",
        ">= 2 years",
        "Law 2300-1 of 7 February 1992, article 19(1)",
        "",
        "",
        "quoted",
    ),
    (
        "ru-not-exchangeable-until-2020",
        "",
        "Government Decree 55 of 19 January 1998",
        "",
        "2020-12-31",
        "quoted",
    ),
    (
        "uk-cancellation",
        ">= 14 days",
        "Consumer Contracts Regulations 2013, regulations 28 and 30",
        "",
        "",
        "quoted",
    ),
    ("uk-refund", "<= 14 days", "Consumer Contracts Regulations 2013, regulation 34", "", "", "quoted"),
    ("uk-send-back", ">= 14 days", "Consumer Contracts Regulations 2013, regulation 35", "", "", "quoted"),
    ("uk-short-term-reject", ">= 30 days", "Consumer Rights Act 2015, section 22", "", "", "seen"),
    ("uk-refund-after-rejecting", "<= 14 days", "Consumer Rights Act 2015, section 20(15)", "", "", "quoted"),
    ("uk-financial-complaint", "<= 8 weeks", "FCA Handbook, DISP 1.5 and 1.6", "", "", "seen"),
    ("uk-payment-complaint", "<= 15 business days", "FCA Handbook, DISP 1.6", "", "", "seen"),
    ("us-cooling-off", ">= 3 business days", "16 CFR part 429", "", "", "seen"),
    ("us-cooling-off-refund", "<= 10 days", "16 CFR part 429", "", "", "seen"),
    ("us-shipping", "<= 30 days", "16 CFR part 435", "", "", "quoted"),
    ("us-prompt-refund", "<= 7 business days", "16 CFR 435.1(b)", "", "", "seen"),
];

#[test]
fn every_bound_is_as_it_was_checked() {
    let mut found: Vec<[String; 6]> = Vec::new();
    for document in documents() {
        for law in document.legal_minimums.value().unwrap() {
            let best = |text: &etalon::model::Text| text.best("en", "en").unwrap().value.clone();
            let bound = match (law.at_most.value(), law.at_least.value()) {
                (Some(most), _) => format!("<= {most}"),
                (_, Some(least)) => format!(">= {least}"),
                _ => String::new(),
            };
            let day =
                |day: Option<&etalon::model::Date>| day.map(|day| day.0.to_string()).unwrap_or_default();
            let mark = words::word(law.mark.value().unwrap()).to_owned();
            let cite = best(law.cite.value().unwrap());
            found.push([law.id.clone(), bound, cite, day(law.from.value()), day(law.until.value()), mark]);
            assert!(!law.checked.is_absent(), "{}", law.id);
            // A time means nothing without the event from which it is counted.
            let timed = !law.at_most.is_absent() || !law.at_least.is_absent();
            assert!(!timed || !law.starts.is_absent(), "{}: nothing starts the time", law.id);
            assert!(!law.at_most.is_absent() || !timed || !law.at_least.is_absent(), "{}", law.id);
        }
    }
    let facts: Vec<[String; 6]> = FACTS
        .iter()
        .map(|fact| [fact.0, fact.1, fact.2, fact.3, fact.4, fact.5].map(str::to_owned))
        .collect();
    assert_eq!(found, facts);
}

#[test]
fn every_bound_names_figures_that_a_standard_can_hold() {
    for document in documents() {
        for law in document.legal_minimums.value().unwrap() {
            for bound in law.bounds.iter() {
                let figure = bound.value.figure.value().unwrap();
                let (section, key) = figure.split_once('.').unwrap();
                let known = match section {
                    "response_times" => known_measure(key).is_some(),
                    "procedures" => known_measure(key.strip_prefix("promise.").unwrap()).is_some(),
                    "returns" => ["refund_within", "within", "longest"].contains(&key),
                    _ => false,
                };
                assert!(known, "{}: {figure}", law.id);
                assert_eq!(key == "longest", !law.at_least.is_absent(), "{}: {figure}", law.id);
                assert!(!bound.value.speaks_of.is_empty(), "{}: {figure} is about everything", law.id);
            }
        }
    }
}

#[test]
fn silence_means_the_opposite_next_door() {
    let all: BTreeSet<String> = documents()
        .iter()
        .flat_map(|document| document.legal_minimums.value().unwrap().iter())
        .filter(|law| ["pl-complaint-answer", "lv-complaint-answer"].contains(&law.id.as_str()))
        .map(|law| law.on_silence.value().unwrap().best("en", "en").unwrap().value.clone())
        .collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    assert_eq!(all, ["No answer counts as a refusal", "The complaint counts as accepted"]);
}

#[test]
fn every_pack_of_law_says_that_it_is_no_advice() {
    for document in documents() {
        let about = document.pack.value().unwrap().about.value().unwrap();
        let text = &about.best("en", "en").unwrap().value;
        assert!(text.contains("not legal advice") && text.to_lowercase().contains("lawyer"), "{text}");
    }
}

fn documents() -> Vec<Document> {
    let laws = BUILT_IN.iter().filter(|pack| pack.name.starts_with("law/"));
    laws.map(|pack| {
        let mut findings = Findings::new();
        let tree = syntax::parse(FileId(0), pack.text, &mut findings).unwrap();
        let document = syntax::decode::decode(&tree, &mut findings);
        assert!(findings.as_slice().is_empty(), "{}: {:?}", pack.name, findings.as_slice());
        document
    })
    .collect()
}
