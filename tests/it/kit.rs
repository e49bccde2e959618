//! The onboarding kit: a test with one right answer a question, a package that platforms read, a fingerprint that
//! stays when only words change.

use std::collections::BTreeSet;
use std::io::Read;
use std::path::Path;

use etalon::compile::{Audience, Common, Kit, fingerprint, kit};
use etalon::render::{Look, quiz as page, scorm};
use etalon::resolve::{Entrance, Project, read as read_project};
use etalon::source::DiskWorld;

use crate::html::read;

fn project(name: &str, change: &dyn Fn(&str) -> String) -> Project {
    let folder = std::env::temp_dir().join(format!("etalon-kit-{name}-{}", std::process::id()));
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join("appliance-shop");
    copy(&example, &folder, change);
    let world = DiskWorld::new(&folder, "2026-11-20".parse().unwrap());
    let project = read_project(&world, &Entrance::Folder(String::new())).unwrap().project;
    std::fs::remove_dir_all(folder).unwrap();
    project
}

fn copy(from: &Path, to: &Path, change: &dyn Fn(&str) -> String) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &target, change);
        } else if path.extension().is_some_and(|ending| ending == "yaml") {
            std::fs::write(target, change(&std::fs::read_to_string(path).unwrap())).unwrap();
        } else {
            std::fs::copy(path, target).unwrap();
        }
    }
}

fn made(project: &Project, role: &str, language: &str) -> Kit {
    let audience = Audience { role: Some(role.to_owned()), location: None };
    kit(&Common::of(project, language, "2026-11-20".parse().unwrap()), &audience).unwrap()
}

#[test]
fn every_question_has_one_right_answer_among_others() {
    let project = project("quiz", &str::to_owned);
    for language in ["en", "pl"] {
        let kit = made(&project, "consultant", language);
        assert!(kit.quiz.questions.len() > 15);
        let kinds: BTreeSet<&str> =
            kit.quiz.questions.iter().filter_map(|question| question.id.split('.').next()).collect();
        assert_eq!(Vec::from_iter(kinds), ["customer_types", "decisions", "escalations", "scripts", "times"]);
        for question in &kit.quiz.questions {
            let answers: BTreeSet<&String> = question.answers.iter().collect();
            assert_eq!(answers.len(), question.answers.len(), "{question:?}");
            assert!(answers.len() > 1 && question.right < answers.len(), "{question:?}");
            assert!(!question.ask.contains('$') && !question.source.is_empty(), "{question:?}");
        }
        assert_eq!(kit.quiz.pass_mark, 80);
    }
    let phone = made(&project, "consultant", "en").quiz.questions.remove(0);
    assert_eq!(phone.ask, "Phone (Channel: Helpline). Answer: what do we promise?");
    assert_eq!(
        phone.answers[phone.right],
        "80% within\u{a0}20\u{a0}seconds".replace("within\u{a0}", "within ")
    );
}

#[test]
fn no_answer_about_what_is_never_done_gives_itself_away() {
    let project = project("never", &str::to_owned);
    let kit = made(&project, "consultant", "en");
    let titles: BTreeSet<String> = project
        .customer_types
        .iter()
        .map(|entry| entry.title.value().unwrap().best("en", "pl").unwrap().value.clone())
        .collect();
    let about = kit.quiz.questions.iter().filter(|question| question.id.starts_with("customer_types."));
    let mut asked = 0;
    for question in about {
        // Every answer is of the same form: the name of a kind of customer.
        assert!(question.answers.iter().all(|answer| titles.contains(answer)), "{question:?}");
        let entry = project.customer_types.find(question.id.trim_start_matches("customer_types.")).unwrap();
        let title = &entry.title.value().unwrap().best("en", "pl").unwrap().value;
        assert_eq!(&question.answers[question.right], title);
        asked += 1;
    }
    assert!(asked > 2, "only {asked} questions");
}

#[test]
fn a_role_without_an_entry_still_gets_a_checklist_and_a_sheet_to_sign() {
    let kit = made(&project("usual", &str::to_owned), "warehouse-lead", "lv");
    let said = format!("{:?}", kit.book.chapters);
    assert!(said.contains("Parakstīt lapu") && said.contains("kit-sign-off"), "{said}");
}

#[test]
fn words_alone_ask_nobody_to_sign_again() {
    let of = |project: &Project, role: &str| {
        let audience = Audience { role: Some(role.to_owned()), location: None };
        fingerprint(project, &audience, "2026-11-20".parse().unwrap())
    };
    let before = project("before", &str::to_owned);
    let worded = project("worded", &|text| {
        text.replace("How can I help?", "What can I do for you?").replace("Słucham, w czym", "W czym")
    });
    let changed = project("changed", &|text| text.replace("20 s for 80%", "30 s for 80%"));
    for role in ["consultant", "technician"] {
        assert_eq!(of(&before, role), of(&worded, role), "{role}");
    }
    assert_ne!(of(&before, "consultant"), of(&changed, "consultant"), "who answers the phone signs again");
    assert_eq!(of(&before, "technician"), of(&changed, "technician"), "who does not, does not");
    let said =
        project("said", &|text| text.replace("within 30 days", "within 20 days").replace("30 dni", "20 dni"));
    assert_ne!(
        of(&before, "sales-assistant"),
        of(&said, "sales-assistant"),
        "a figure in a text is no wording"
    );
}

#[test]
fn a_package_holds_a_page_and_the_manifest_that_names_it() {
    let mut kit = made(&project("scorm", &str::to_owned), "consultant", "en");
    kit.quiz.questions[0].ask = r#"</legend><script>alert(1)</script>"'&"#.to_owned();
    kit.book.title = "Tea & <cake>".to_owned();
    let packed = scorm("shop.consultant.en", &kit.book, &kit.quiz, &Look::default());
    assert_eq!(packed, scorm("shop.consultant.en", &kit.book, &kit.quiz, &Look::default()), "same bytes");
    let mut package = zip::ZipArchive::new(std::io::Cursor::new(packed)).unwrap();
    let mut file = |name: &str| {
        let mut text = String::new();
        package.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let (manifest, index) = (file("imsmanifest.xml"), file("index.html"));
    let manifest = roxmltree::Document::parse(&manifest).unwrap();
    let text =
        |name: &str| manifest.descendants().find(|node| node.has_tag_name(name)).unwrap().text().unwrap();
    let adl = "http://www.adlnet.org/xsd/adlcp_rootv1p2";
    let mark = manifest.descendants().find(|node| node.has_tag_name((adl, "masteryscore"))).unwrap();
    assert_eq!((text("schemaversion"), mark.text()), ("1.2", Some("80")));
    let seen = read(&index);
    assert!(seen.attributes.iter().all(|(name, _)| name != "src" && !name.starts_with("on")));
    assert!(seen.text.contains("alert(1)"));
    assert_eq!(page(&kit.book, &kit.quiz, &Look::default()), index);
}

#[test]
fn scorecards_hold_formulas_and_texts_that_stay_texts() {
    let mut project =
        project("scores", &|text| text.replace("the greeting comes before", "=HYPERLINK(1) before"));
    project.quality.metrics = Default::default();
    let common = Common::of(&project, "en", "2026-11-20".parse().unwrap());
    let made = etalon::compile::scorecards(&common, &Audience::default());
    let made = made.unwrap();
    let ids: Vec<&str> = made.cards.iter().map(|card| card.id.as_str()).collect();
    assert_eq!(ids, ["mystery", "recordings", "chat-logs", "walk-round"]);
    let mystery = &made.cards[0];
    assert_eq!(mystery.pass, Some(85.0));
    let listening = mystery.items.iter().find(|item| item.rule == "behaviours.listening").unwrap();
    assert_eq!(listening.weight, 3);
    assert!(
        mystery.items.iter().any(|item| item.rule == "scripts.closing" && item.title.ends_with("farewell"))
    );
    let packed = etalon::render::scorecard(mystery, &made.words, &Look::default());
    let mut package = zip::ZipArchive::new(std::io::Cursor::new(packed)).unwrap();
    let mut sheet = String::new();
    package.by_name("xl/worksheets/sheet1.xml").unwrap().read_to_string(&mut sheet).unwrap();
    let sheet = roxmltree::Document::parse(&sheet).unwrap();
    let all = |name: &str| -> Vec<String> {
        let named = sheet.descendants().filter(|node| node.tag_name().name() == name);
        named.filter_map(|node| node.text().map(str::to_owned)).collect()
    };
    assert!(all("t").iter().any(|text| text.starts_with("=HYPERLINK")), "a text stays a text");
    assert!(all("f").iter().all(|formula| !formula.contains("HYPERLINK")) && all("f").len() > 60);
}

#[test]
fn a_charter_holds_promises_and_nothing_of_the_inside() {
    let project = project("charter", &|text| text.replace("Latarnia AGD", "</script><b>Tea & Cake"));
    let common = Common::of(&project, "en", "2026-11-20".parse().unwrap());
    let made = etalon::compile::charter(&common, &Audience::default()).unwrap();
    let said = etalon::render::markdown(&made.book);
    assert!(said.contains("80% within 20\u{a0}seconds"), "the promise is there: {said}");
    for inside in ["Aim", "aim:", "Team lead", "Handling", "Responsible for"] {
        assert!(!said.contains(inside), "{inside} is no matter of customers");
    }
    let page = etalon::render::charter(&made, &Look::default());
    let seen = read(&page);
    assert!(!seen.elements.contains("b"), "a name stays text");
    let (_, data) = page.split_once("application/ld+json\">").unwrap();
    let (data, _) = data.split_once("</script>").unwrap();
    let data: serde_json::Value = serde_json::from_str(data).unwrap();
    assert_eq!(data, made.data);
    assert_eq!(data["contactPoint"][0]["telephone"], "+48 800 555 010");
    assert_eq!(data["contactPoint"][0]["hoursAvailable"][0]["opens"], "08:00");
    assert_eq!(data["hasMerchantReturnPolicy"]["merchantReturnDays"], 14);
    assert_eq!(data["hasMerchantReturnPolicy"]["applicableCountry"][0], "PL");
}
