//! Procedures of thousands of steps are judged in the blink of an eye, whatever their shape.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use etalon::check;
use etalon::resolve::{self, Entrance};
use etalon::source::MemoryWorld;

const STEPS: usize = 4_000;

fn findings_of(step: impl Fn(usize) -> String) -> (Vec<&'static str>, Duration) {
    let (mut rules, took) = findings_with("", step);
    rules.retain(|rule| rule.starts_with("procedures/"));
    (rules, took)
}

fn findings_with(promise: &str, step: impl Fn(usize) -> String) -> (Vec<&'static str>, Duration) {
    let mut text =
        "etalon: 1\nroles: { agent: { level: 1 }, expert: { level: 2 } }\ntransfers: { at_most: 1 }\n"
            .to_owned();
    write!(text, "procedures:\n  long:\n    owner: agent\n{promise}    steps:\n").unwrap();
    for number in 0..STEPS {
        writeln!(text, "      s{number}: {{ {} }}", step(number)).unwrap();
    }
    let today = jiff::civil::date(2026, 11, 22);
    let world = MemoryWorld::new(today).with("etalon.yaml", text);
    let reading = resolve::read(&world, &Entrance::Folder(String::new())).unwrap();
    let start = Instant::now();
    let verdict = check::check(&reading, today);
    let mut rules: Vec<_> = verdict.findings.iter().map(|finding| finding.rule).collect();
    rules.dedup();
    (rules, start.elapsed())
}

fn next(number: usize) -> String {
    if number + 1 < STEPS { format!("next: s{}", number + 1) } else { "end: resolved".to_owned() }
}

#[track_caller]
fn quick(took: Duration) {
    assert!(took < Duration::from_secs(5), "took {took:?}");
}

#[test]
fn a_long_chain() {
    let (rules, took) = findings_of(|number| format!("do: x, tell: y, {}", next(number)));
    assert!(rules.is_empty(), "{rules:?}");
    quick(took);
}

#[test]
fn a_chain_that_passes_on_and_asks_all_the_time() {
    let (rules, took) = findings_of(|number| {
        let to = if number % 2 == 0 { "expert" } else { "agent" };
        format!("tell: y, ask_for: [name, item{}], hand_over: {to}, {}", number / 2, next(number))
    });
    assert!(rules.contains(&"procedures/too-many-transfers"), "{rules:?}");
    assert!(rules.contains(&"procedures/asked-twice"), "{rules:?}");
    quick(took);
}

#[test]
fn every_step_leads_back() {
    let (rules, took) = findings_of(|number| {
        let back = number / 2;
        format!("question: x, tell: y, yes: s{}, no: s{back}", (number + 1) % STEPS)
    });
    assert_eq!(rules, ["procedures/loop-without-exit"]);
    quick(took);
}

#[test]
fn nothing_leads_anywhere() {
    let (rules, took) = findings_of(|_| "do: x, within: 1 day".to_owned());
    assert_eq!(rules, ["procedures/dead-end"]);
    quick(took);
}

#[test]
fn nobody_is_told_anything() {
    let (rules, took) = findings_of(|number| {
        let tell = if number == 0 { "tell: y, " } else { "" };
        format!(
            "question: x, {tell}within: 1 day, yes: s{}, no: s{}",
            (number + 1) % STEPS,
            (number * 7 + 3) % STEPS
        )
    });
    assert!(!rules.is_empty());
    quick(took);
}

const PROMISE: &str = "    hours: Mo-Fr 09:00-17:00\n    promise: { resolution: 3 days }\n";

#[test]
fn every_step_takes_its_time() {
    let times = ["10 min", "3 business minutes", "1 h", "20 business minutes"];
    let (rules, took) = findings_with(PROMISE, |number| {
        let within = if number % 20 == 0 {
            times[number / 20 % 4]
        } else {
            return format!("do: x, {}", next(number));
        };
        format!("do: x, within: {within}, {}", next(number))
    });
    assert!(rules.contains(&"feasibility/chain-too-long"), "{rules:?}");
    quick(took);
    let (_, took) =
        findings_with(PROMISE, |number| format!("do: x, within: {}, {}", times[number % 4], next(number)));
    quick(took);
}

#[test]
fn every_step_takes_its_time_and_branches() {
    let (_, took) = findings_with(PROMISE, |number| {
        let far = (number + 40).min(STEPS - 1);
        let on = if number + 1 < STEPS {
            format!("yes: s{}, no: s{far}", number + 1)
        } else {
            "end: done".to_owned()
        };
        format!("question: x, within: {} business minutes, {on}", number % 7 + 1)
    });
    quick(took);
}
