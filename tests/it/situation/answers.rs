//! Answers of whole standards: what was asked, what was understood, what is due when.

use etalon::resolve::{Entrance, Reading, read};
use etalon::situation::answer::{Answer, Asked, Case, Due, How, Outcome, Presence, Ready};
use etalon::source::MemoryWorld;
use jiff::civil::date;

const STANDARD: &str = "etalon: 1
standard: { id: shop, title: Service, version: 1.0.0, owner: lead }
time_zone: Europe/Warsaw
holidays: { country: PL, closed: [2026-12-31] }
situation:
  segment: [regular, gold]
  queue: { number: people, from: 0 }
  contract: { values: [basic, full], optional: true }
never_happens: [{ channel: mail, queue: 1.. }]
channels:
  chat: { kind: chat, hours: Mo-Fr 08:00-20:00; PH off, staffed_by: agent, after_hours: { callback: 2 business hours } }
  mail: { kind: written, hours: Mo-Fr 09:00-17:00; PH off }
  counter: { kind: in-person, location: riga }
locations: { riga: { time_zone: Europe/Riga } }
roles:
  agent: { on_duty: Mo-Fr 08:00-20:00; PH off }
  lead: { on_duty: Mo-Su 10:00-18:00 }
  night: { on_duty: Apr-Sep Mo-Su 20:00-24:00 }
response_times:
  all: { resolution: 14 days }
  chat: { when: { channel: chat }, first_response: 2 business hours, resolution: 2 business days, handling: 5 min }
  chat-gold: { when: { channel: chat, segment: gold }, first_response: { promise: 30 min, aim: 10 min } }
  mail: { when: { channel: mail }, first_response: 4 business hours }
  own-hours: { when: { channel: counter }, hours: Mo-Su 10:00-12:00, first_response: 1 business hour }
  received: { when: { contract: full }, clock: { starts: receipt }, refund: 10 days }
  long-queue: { when: { queue: 5.. }, wait: 3 min }
  law: { floor: true, cite: art. 7, resolution: 30 days }
escalations:
  late: { levels: [{ after: 1 business day, to: lead }, { after: 3 days, to: agent }] }
procedures:
  talk: { when: { channel: chat }, owner: agent, promise: { resolution: 1 business day }, steps: { one: { who: agent, do: Talk, end: done } } }
returns:
  situation: { reason: [defect, whim], price: { number: EUR, from: 0 } }
  rules:
    cheap: { when: { price: ..50 }, outcome: refund, refund_within: 3 days }
    dear: { when: { price: 51.., reason: defect }, outcome: repair }
";

fn reading() -> Reading {
    let world = MemoryWorld::new(date(2026, 11, 22)).with("etalon.yaml", STANDARD);
    let reading = read(&world, &Entrance::Folder(String::new())).unwrap();
    let errors: Vec<_> = reading.findings.as_slice().iter().map(|finding| &finding.message).collect();
    assert!(errors.is_empty(), "{errors:?}");
    reading
}

fn ask<'a>(ready: &Ready<'a>, given: &[(&str, &str)], at: Option<&str>) -> Answer<'a> {
    let mut asked = Asked::of(given.iter().copied());
    at.into_iter().for_each(|at| asked.set_at(at).unwrap());
    ready.ask(&asked).unwrap()
}

fn cases<'x, 'a>(answer: &'x Answer<'a>, table: &str, attribute: &str) -> &'x [Case<'a>] {
    let table = answer.tables.iter().find(|known| known.name == table).unwrap();
    &table.attributes.iter().find(|known| known.name == attribute).unwrap().cases
}

fn only<'x, 'a>(answer: &'x Answer<'a>, table: &str, attribute: &str) -> &'x Case<'a> {
    let cases = cases(answer, table, attribute);
    assert_eq!(cases.len(), 1, "{cases:#?}");
    &cases[0]
}

/// The end of the first time that the first winner sets, as the wall shows it.
fn due(answer: &Answer<'_>, table: &str, attribute: &str) -> String {
    match &only(answer, table, attribute).winners[0].times[0].due {
        Some(Due::At(end, _)) => end.strftime("%Y-%m-%d %H:%M").to_string(),
        Some(Due::Unknown(why)) => why.clone(),
        None => "nothing".to_owned(),
    }
}

#[test]
fn an_answer_says_who_wins_whom_it_beats_and_which_floor_binds() {
    let reading = reading();
    let ready = Ready::new(&reading.project, date(2026, 11, 22));
    let answer = ask(&ready, &[("channel", "chat"), ("segment", "gold")], None);
    let case = only(&answer, "response_times", "first_response");
    assert_eq!(case.winners[0].rule.id, "chat-gold");
    assert_eq!(case.winners[0].value.to_string(), "30 min");
    assert_eq!((case.beaten[0].rule.id, case.beaten[0].by[0].1), ("chat", How::Inside));
    let resolution = only(&answer, "response_times", "resolution");
    assert_eq!(resolution.winners[0].rule.id, "chat");
    assert_eq!(resolution.floors[0].rule.id, "law");
    assert!(resolution.floors[0].kept.is_none(), "business days against days depend on the calendar");
    assert_eq!(only(&answer, "escalations", "escalation").winners[0].times.len(), 2);
}

#[test]
fn what_is_open_is_laid_out_in_cases() {
    let reading = reading();
    let ready = Ready::new(&reading.project, date(2026, 11, 22));
    let answer = ask(&ready, &[("segment", "gold")], None);
    let cases = cases(&answer, "response_times", "first_response");
    let said: Vec<(String, String)> = cases
        .iter()
        .map(|case| {
            let words: Vec<&str> = case.conditions.iter().map(|it| it.words.as_str()).collect();
            (words.join("; or "), case.winners[0].value.to_string())
        })
        .collect();
    let expected = [
        ("channel chat", "30 min"),
        ("channel mail", "4 business hours"),
        ("channel counter", "1 business hour"),
    ];
    assert_eq!(said, expected.map(|(when, value)| (when.to_owned(), value.to_owned())));
}

#[test]
fn what_never_happens_is_said_and_not_answered() {
    let reading = reading();
    let ready = Ready::new(&reading.project, date(2026, 11, 22));
    let answer = ask(&ready, &[("channel", "mail"), ("queue", "3")], None);
    assert_eq!(answer.never_happens.len(), 1);
    assert!(answer.tables.is_empty());
    assert!(ask(&ready, &[("channel", "mail"), ("queue", "0")], None).never_happens.is_empty());
    assert!(ask(&ready, &[("queue", "3")], None).never_happens.is_empty());
}

#[test]
fn numbers_between_the_figures_of_conditions_have_their_place() {
    let reading = reading();
    let ready = Ready::new(&reading.project, date(2026, 11, 22));
    let outcome = |price: &str| {
        let answer = ask(&ready, &[("price", price), ("reason", "defect")], None);
        let case = only(&answer, "returns", "outcome");
        case.winners.first().map(|winner| winner.value.to_string())
    };
    assert_eq!(outcome("50").as_deref(), Some("refund"));
    assert_eq!(outcome("49.99").as_deref(), Some("refund"));
    assert_eq!(outcome("50.5"), None, "the conditions leave a gap between 50 and 51");
    assert_eq!(outcome("51").as_deref(), Some("repair"));
    let answer = ask(&ready, &[("price", "40..60"), ("reason", "defect")], None);
    assert_eq!(cases(&answer, "returns", "outcome").len(), 2);
}

#[test]
fn deadlines_run_in_the_hours_that_are_meant() {
    let reading = reading();
    let ready = Ready::new(&reading.project, date(2026, 11, 22));
    let chat = |at: &str| ask(&ready, &[("channel", "chat"), ("segment", "regular")], Some(at));
    // Thursday before Christmas; Friday is a holiday, and so is Saturday.
    let evening = chat("2026-12-23T19:00");
    assert_eq!(due(&evening, "response_times", "first_response"), "2026-12-28 09:00");
    assert_eq!(due(&evening, "response_times", "resolution"), "2026-12-29 20:00");
    assert_eq!(due(&evening, "procedures", "procedure"), "2026-12-28 20:00");
    assert_eq!(due(&evening, "escalations", "escalation"), "2026-12-28 20:00");
    let closed = chat("2026-12-31T10:00");
    assert_eq!(due(&closed, "response_times", "first_response"), "2027-01-04 10:00");
    let case = only(&closed, "response_times", "first_response");
    let Some(Due::At(_, Some(start))) = &case.winners[0].times[0].due else { panic!("{case:#?}") };
    assert_eq!(start.strftime("%Y-%m-%d %H:%M").to_string(), "2027-01-04 08:00");
    let duty = closed.duty.as_ref().unwrap();
    assert_eq!(duty.channels[0].open, Presence::No);
    assert!(matches!(&duty.channels[0].callback, Some(Due::At(end, _)) if end.hour() == 10));
    // The counter is in Riga, an hour ahead, and has hours of the rule's own.
    let counter = ask(&ready, &[("channel", "counter")], Some("2026-11-23T08:00"));
    assert_eq!(due(&counter, "response_times", "first_response"), "2026-11-23 11:00");
    let case = only(&counter, "response_times", "first_response");
    let Some(Due::At(end, _)) = &case.winners[0].times[0].due else { panic!("{case:#?}") };
    assert_eq!(end.strftime("%:z").to_string(), "+02:00");
}

#[test]
fn a_deadline_that_cannot_be_told_says_why() {
    let reading = reading();
    let ready = Ready::new(&reading.project, date(2026, 11, 22));
    let open = ask(&ready, &[], Some("2026-11-23T10:00"));
    assert!(due(&open, "escalations", "escalation").contains("no channel is given"));
    let counter = ask(&ready, &[("channel", "counter")], Some("2026-11-23T10:00"));
    assert!(due(&counter, "escalations", "escalation").contains("`counter`, which has none"));
    let full = ask(&ready, &[("contract", "full")], Some("2026-11-23T10:00"));
    assert!(due(&full, "response_times", "refund").contains("dispatch arrive"));
    let chat = ask(&ready, &[("channel", "chat")], Some("2026-11-23T10:00"));
    assert!(only(&chat, "response_times", "handling").winners[0].times.is_empty());
}

#[test]
fn a_moment_is_a_time_of_the_week_or_of_a_holiday() {
    let reading = reading();
    let ready = Ready::new(&reading.project, date(2026, 11, 22));
    let time = |at: &str| ask(&ready, &[], Some(at)).situation["time"].join("");
    assert_eq!(time("2026-12-24T16:00"), "PH Th 16:00");
    assert_eq!(time("2026-12-31T16:00"), "Th 16:00");
    assert_eq!(time("2026-11-23 09:05:30"), "Mo 09:05");
}

#[test]
fn who_is_there_is_told_for_a_time() {
    let reading = reading();
    let ready = Ready::new(&reading.project, date(2026, 11, 22));
    let roles = |answer: &Answer<'_>| -> Vec<(String, Presence)> {
        let roles = &answer.duty.as_ref().unwrap().roles;
        roles.iter().map(|now| (now.role.id.clone(), now.on_duty)).collect()
    };
    let named = |states: [Presence; 3]| -> Vec<(String, Presence)> {
        ["agent", "lead", "night"].map(str::to_owned).into_iter().zip(states).collect()
    };
    use Presence::{Dated, No, Partly, Yes};
    assert_eq!(roles(&ask(&ready, &[("time", "Mo 09:00")], None)), named([Yes, No, Dated]));
    assert_eq!(roles(&ask(&ready, &[("time", "Mo 09:00-11:00")], None)), named([Yes, Partly, Dated]));
    assert_eq!(roles(&ask(&ready, &[("time", "PH 12:00")], None)), named([No, Yes, Dated]));
    assert_eq!(roles(&ask(&ready, &[("time", "PH Mo 12:00")], None)), named([No, Yes, Dated]));
    assert_eq!(roles(&ask(&ready, &[], Some("2026-07-01T21:00"))), named([No, No, Yes]));
    assert_eq!(roles(&ask(&ready, &[], Some("2026-12-01T21:00"))), named([No, No, No]));
    assert!(ask(&ready, &[("channel", "chat")], None).duty.is_none());
    let answered = |at: &str| {
        let answer = ask(&ready, &[("channel", "chat")], Some(at));
        answer.duty.unwrap().channels[0].answered_by.clone().unwrap()
    };
    assert_eq!(answered("2026-11-23T10:00"), ["agent"]);
    assert!(answered("2026-11-22T10:00").is_empty());
}

#[test]
fn what_is_not_understood_is_refused_with_the_nearest_name() {
    let reading = reading();
    let ready = Ready::new(&reading.project, date(2026, 11, 22));
    let refusal = |given: &[(&str, &str)]| {
        let objection = ready.ask(&Asked::of(given.iter().copied())).unwrap_err();
        format!("{} | {}", objection.message, objection.help)
    };
    assert!(refusal(&[("segmnt", "gold")]).contains("did you mean `segment`?"));
    assert!(refusal(&[("segment", "golt")]).contains("did you mean `gold`?"));
    assert!(refusal(&[("time", "Sa 25:99")]).contains("`Sa 25:99`"));
    assert!(refusal(&[("queue", "-1")]).contains("from 0"));
    assert!(refusal(&[("segment", "not known")]).contains("not a value"));
    assert!(refusal(&[("reasn", "defect")]).contains("did you mean `reason`?"));
    assert_eq!(ask(&ready, &[("contract", "not known")], None).never_happens.len(), 0);
    let mut skipped = Asked::default();
    skipped.set_at("2027-03-28T02:30").unwrap();
    assert!(ready.ask(&skipped).unwrap_err().message.contains("goes forward"));
    let mut asked = Asked::of([("time", "Mo 10:00")]);
    asked.set_at("2026-12-24T16:00").unwrap();
    assert!(ready.ask(&asked).unwrap_err().message.contains("both"));
    for text in [
        "2026-12-24",
        "24.12.2026 16:00",
        "2026-12-24T16:00Z",
        "2026-02-30T10:00",
        "",
        "2026-12-24T16:00+01:00",
    ] {
        assert!(Asked::default().set_at(text).is_err(), "{text}");
    }
    for text in ["[]", "{", "{\"channel\": {}}", "{\"channel\": []}", "{\"channel\": null}"] {
        assert!(Asked::default().add_json(text).is_err(), "{text}");
    }
    let mut twice = Asked::default();
    twice.add("channel=chat").unwrap();
    assert!(twice.add("channel=mail").is_err());
}

#[test]
fn contradictions_and_circles_are_shown_as_such() {
    let text = "etalon: 1
standard: { id: shop, title: Service, version: 1.0.0 }
channels: { chat: { kind: chat }, mail: { kind: written } }
situation: { segment: [regular, gold] }
response_times:
  chat: { when: { channel: chat }, first_response: 2 min }
  gold: { when: { segment: gold }, first_response: 1 min }
  one: { when: { channel: mail }, exception_to: two, resolution: 1 h }
  two: { when: { channel: mail }, exception_to: one, resolution: 2 h }
";
    let world = MemoryWorld::new(date(2026, 11, 22)).with("etalon.yaml", text);
    let reading = read(&world, &Entrance::Folder(String::new())).unwrap();
    let ready = Ready::new(&reading.project, date(2026, 11, 22));
    let answer = ask(&ready, &[("channel", "chat")], None);
    let outcomes: Vec<Outcome> =
        cases(&answer, "response_times", "first_response").iter().map(|case| case.outcome).collect();
    assert_eq!(outcomes, [Outcome::Settled, Outcome::Conflict]);
    let answer = ask(&ready, &[("channel", "mail"), ("segment", "regular")], None);
    assert_eq!(only(&answer, "response_times", "resolution").outcome, Outcome::Circle);
    assert_eq!(only(&answer, "response_times", "first_response").outcome, Outcome::Nothing);
}
