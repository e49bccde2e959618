//! `etalon changes`: what is new for each role, in its language, and of one mind with `etalon acks`.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;

use super::ask::published;
use super::{Folder, code, out};

const OLD: &str = "etalon: 1
standard: { id: shop, title: { en: Service, ru: Сервис }, version: 1.4.0, owner: lead, review_by: 2030-01-01 }
languages: [en, ru]
situation:
  segment: { title: { en: Segment, ru: Клиент }, values: [regular, gold], rising: true }
  topic: { values: [order, complaint] }
channels:
  chat:
    kind: chat
    title: { en: Chat, ru: Чат }
    contact: 'https://shop.example'
    hours: Mo-Fr 08:00-20:00
    staffed_by: agent
  phone:
    kind: voice
    title: { en: Phone, ru: Телефон }
    contact: '112'
    hours: Mo-Fr 08:00-20:00
    staffed_by: [desk]
roles:
  agent: { title: { en: Agent, ru: Агент }, level: 1, contact_staff: yes, duties: [{ en: take requests, ru: принимать обращения }] }
  desk: { title: { en: Desk, ru: Стойка }, level: 1, contact_staff: yes }
  lead: { title: { en: Lead, ru: Старший }, level: 2, contact_staff: no }
response_times:
  chat: { title: { en: Chat, ru: Чат }, when: { channel: chat }, first_response: 2 min }
  phone: { title: { en: Phone, ru: Телефон }, when: { channel: phone }, answer: 20 s for 80% }
scripts:
  hello: { purpose: greeting, when: { channel: chat }, say: { en: 'Good morning, this is the shop.', ru: 'Доброе утро, это магазин.' } }
procedures:
  complaint:
    title: { en: Complaint, ru: Жалоба }
    when: { topic: complaint, channel: chat }
    owner: agent
    steps:
      listen: { who: agent, do: { en: Hear the customer out, ru: Выслушайте клиента }, next: decide }
      decide: { who: lead, do: { en: Decide and tell the customer, ru: Решите и сообщите }, within: 4 h, end: resolved }
";

fn pair(name: &str, change: &[(&str, &str)]) -> Folder {
    let mut new = OLD.to_owned();
    for (from, to) in change {
        assert!(new.contains(from), "{name}: {from}");
        new = new.replacen(from, to, 1);
    }
    Folder::new(&format!("changes-{name}")).with("old/etalon.yaml", OLD).with("new/etalon.yaml", &new)
}

const ASKED: [&str; 6] = ["changes", "new", "--since", "old", "--as-of", "2026-11-22"];

fn json(folder: &Folder, further: &[&str]) -> Value {
    let output = folder.run(&[&ASKED[..], &["--format", "json"], further].concat());
    assert_eq!(code(&output), 0, "{}", String::from_utf8_lossy(&output.stderr));
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(published("news.schema.json").is_valid(&document), "{document:#}");
    document
}

fn of<'d>(document: &'d Value, role: &str) -> &'d Value {
    document["news"].as_array().unwrap().iter().find(|news| news["role"] == role).unwrap()
}

fn signed(folder: &Folder, version: &str) -> BTreeMap<String, String> {
    let listed = out(&folder.run(&["acks", "list", version, "--as-of", "2026-11-22"]));
    let row = |line: &str| line.trim().split_once(',').map(|(role, hash)| (role.to_owned(), hash.to_owned()));
    listed.lines().skip(1).filter_map(row).collect()
}

#[test]
fn whoever_must_sign_again_is_told_why() {
    let cases: &[(&str, &[(&str, &str)])] = &[
        ("nothing", &[]),
        ("words", &[("Hear the customer out", "Let the customer finish")]),
        ("faster", &[("first_response: 2 min", "first_response: 90 s")]),
        ("step", &[("within: 4 h", "within: 2 h")]),
        (
            "hours",
            &[(
                "hours: Mo-Fr 08:00-20:00\n    staffed_by: [desk]",
                "hours: Mo-Fr 09:00-20:00\n    staffed_by: [desk]",
            )],
        ),
        (
            "gone",
            &[(
                "  phone: { title: { en: Phone, ru: Телефон }, when: { channel: phone }, answer: 20 s for 80% }\n",
                "",
            )],
        ),
        ("script", &[("this is the shop", "this is the shop, open until 20:00")]),
        (
            "later",
            &[(
                "scripts:\n",
                "  chat-gold: { title: { en: Chat for gold, ru: Чат для золотых }, when: { channel: chat, segment: gold }, from: 2026-12-01, first_response: 30 s }\nscripts:\n",
            )],
        ),
    ];
    for (name, change) in cases {
        let folder = pair(name, change);
        let document = json(&folder, &[]);
        let (old, new) = (signed(&folder, "old"), signed(&folder, "new"));
        assert_eq!(new.len(), 3, "{name}");
        for (role, fingerprint) in &new {
            let news = of(&document, role);
            assert_eq!(news["fingerprint"], fingerprint.as_str(), "{name} {role}");
            assert_eq!(news["old_fingerprint"], old[role].as_str(), "{name} {role}");
            assert_eq!(news["sign_again"], *fingerprint != old[role], "{name} {role}");
            let items = news["items"].as_array().unwrap();
            let signed = items.iter().any(|item| item["signed"] == true);
            assert_eq!(news["sign_again"], signed, "{name} {role}: {news:#}");
            let said = items.iter().filter(|item| item["state"] == "changed");
            for item in said {
                assert!(!item["facts"].as_array().unwrap().is_empty(), "{name} {role}: {item:#}");
            }
        }
    }
}

#[test]
fn what_is_new_is_told_in_the_words_of_the_reader() {
    let change = [
        ("first_response: 2 min", "first_response: 90 s"),
        (
            "scripts:\n",
            "  chat-gold: { title: { en: Chat for gold, ru: Чат для золотых }, when: { channel: chat, segment: gold }, from: 2026-12-01, first_response: 30 s }\nscripts:\n",
        ),
    ];
    let folder = pair("words-of-reader", &change);
    let english = out(&folder.run(&[&ASKED[..], &["--for", "role=agent"]].concat())).replace('\u{a0}', " ");
    for said in [
        "# What is new for you: Agent",
        "**Please sign again",
        "- **First response:** 2 minutes → **90 seconds**",
        "→ **30 seconds**",
        "  - When: Channel: Chat; Segment: gold",
        "  - Holds from: 1 December 2026",
        "better for customers",
    ] {
        assert!(english.contains(said), "{said}\n{english}");
    }
    assert_eq!(english.matches("90 seconds").count(), 1, "what goes on is told once: {english}");
    assert!(!english.contains("Holds until"), "{english}");
    assert!(!english.contains("Phone"), "what concerns others is not told: {english}");
    let russian = out(&folder.run(&[&ASKED[..], &["--for", "role=agent", "--language", "ru"]].concat()))
        .replace('\u{a0}', " ");
    for said in ["# Что нового для вас: Агент", "2 минуты → **90 секунд**", "Клиент: gold", "1 декабря 2026"]
    {
        assert!(russian.contains(said), "{said}\n{russian}");
    }
    let others = out(&folder.run(&[&ASKED[..], &["--for", "role=desk"]].concat()));
    assert!(others.contains("You need not sign again") && others.contains("Nothing has changed"), "{others}");
}

#[test]
fn new_words_alone_are_only_named() {
    let folder =
        pair("only-words", &[("Good morning, this is the shop.", "Good day, you are talking to the shop.")]);
    let said = out(&folder.run(&[&ASKED[..], &["--for", "role=agent"]].concat()));
    assert!(
        said.contains("You need not sign again")
            && said.contains("Only the wording has changed in places: 1. Hello."),
        "{said}"
    );
    let news = json(&folder, &["--for", "role=agent"]);
    assert_eq!(of(&news, "agent")["wording"], serde_json::json!(["Hello"]));
    assert_eq!(of(&news, "agent")["items"], serde_json::json!([]));
}

#[test]
fn each_role_and_language_gets_its_files() {
    let nasty = "<script>alert(1)</script> [x](javascript:1) **bold**";
    let quoted = format!("'{nasty}'");
    let folder = pair("files", &[("Hear the customer out", &quoted), ("within: 4 h", "within: 2 h")]);
    let told = out(&folder.run(&[&ASKED[..], &["-o", "out"]].concat()));
    assert!(told.contains("en/agent: 1 changed, must sign again"), "{told}");
    for language in ["en", "ru"] {
        for role in ["agent", "desk", "lead"] {
            for ending in ["md", "html", "json"] {
                let path = folder.0.join(format!("out/{language}/{role}.{ending}"));
                let text = fs::read_to_string(&path).unwrap();
                assert!(!text.contains("<script>") || ending == "json", "{}", path.display());
                match ending {
                    "html" => assert!(crate::html::read(&text).elements.contains("article")),
                    "md" => assert!(!text.contains("[x](") && !text.contains("**bold**"), "{text}"),
                    _ => {
                        let document: Value = serde_json::from_str(&text).unwrap();
                        assert_eq!(document["news"].as_array().unwrap().len(), 1);
                    }
                }
            }
        }
    }
    let again =
        out(&folder.run(&[&ASKED[..], &["-o", "out", "--format", "markdown", "--language", "ru"]].concat()));
    assert!(again.contains("Wrote 4 files"), "{again}");
    assert!(!folder.0.join("out/en").exists(), "earlier results are replaced");
}

#[test]
fn what_is_not_there_is_refused_with_advice() {
    let folder = pair("refused", &[]);
    for (further, said) in [
        (["--for", "role=agnet"], "did you mean `agent`?"),
        (["--for", "agent"], "write `--for role=agent`"),
        (["--language", "fr"], "there is no language `fr`"),
    ] {
        let output = folder.run(&[&ASKED[..], &further].concat());
        assert_eq!(code(&output), 2);
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(error.contains(said), "{error}");
    }
}
