//! How long it takes to hold promises against calendars: three years, two time zones whose clocks change.
//! Run with `cargo bench --bench calendars`; it writes its table to `benches/README.md`.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a benchmark may stop at the first surprise and prints what it does"
)]

mod readme;

use std::collections::BTreeMap;

use etalon::time::{
    Calendar, Country, Duration, Finish, Holidays, Hours, Layout, Timeline, Waits, parse_time_zone,
};
use jiff::civil::date;
use nix::sys::resource::{UsageWho, getrusage};

const CALENDARS: usize = 50;
const PROMISES: usize = 1_000;
const RUNS: usize = 9;

/// How fast is promised; a company writes round figures.
const DURATIONS: [&str; 40] = [
    "20 s",
    "30 s",
    "40 s",
    "1 min",
    "90 s",
    "2 min",
    "3 min",
    "5 min",
    "10 min",
    "15 min",
    "20 min",
    "30 min",
    "45 min",
    "1 h",
    "2 h",
    "3 h",
    "4 h",
    "6 h",
    "8 h",
    "12 h",
    "24 h",
    "36 h",
    "48 h",
    "72 h",
    "1 day",
    "2 days",
    "3 days",
    "1 week",
    "30 business min",
    "1 business hour",
    "2 business hours",
    "4 business hours",
    "8 business hours",
    "16 business hours",
    "24 business hours",
    "40 business hours",
    "1 business day",
    "2 business days",
    "3 business days",
    "5 business days",
];

/// When the customer arrives.
const WINDOWS: [&str; 8] = [
    "24/7",
    "Mo-Fr",
    "Sa,Su",
    "Mo-Fr 10:00-12:00",
    "Mo-Fr 18:00-22:00",
    "Mo-Su 22:00-06:00",
    "Fr 15:00-24:00",
    "Mo-Th 08:00-17:00",
];

/// What a calendar is held against: its own hours, and those of the people who serve.
struct Desk {
    clock: Layout,
    waits: Vec<Waits>,
}

fn calendar(number: usize, people: bool) -> Calendar {
    let (zone, country) = [("Europe/Warsaw", "PL"), ("America/New_York", "US")][number % 2];
    let (open, close) = (7 + number % 4, 16 + number % 7);
    let hours = match (number % 5, people) {
        (_, true) => format!("Mo-Fr {:02}:00-{close}:30; Sa 09:00-15:00; PH off", open + 1),
        (0, _) => "24/7".to_owned(),
        (1, _) => format!("Mo-Fr {open:02}:00-12:00,13:00-{close}:00; PH off"),
        (2, _) => format!("Mo-Su {open:02}:00-02:00"),
        _ => format!("Mo-Fr {open:02}:00-{close}:00; Sa 10:00-14:00; PH off"),
    };
    let holidays = Holidays { country: Some(Country::parse(country).unwrap()), ..Holidays::default() };
    Calendar::new(Hours::parse(&hours).unwrap(), holidays, parse_time_zone(zone).unwrap())
}

fn desks() -> Vec<Desk> {
    let (first, last) = (date(2026, 11, 22), date(2029, 11, 22));
    let windows: Vec<Hours> = WINDOWS.iter().map(|window| Hours::parse_window(window).unwrap()).collect();
    // When customers arrive depends on the zone and its holidays alone.
    let arrivals: [Vec<Timeline>; 2] = [0, 1].map(|zone| {
        let of =
            |window: &Hours| calendar(zone, false).instants_of(&window.week(), &[(0, 1_440)], first, last);
        windows.iter().map(of).collect()
    });
    let desk = |number| {
        let staffed = calendar(number, true).lay_out(first).until_open();
        let waits = arrivals[number % 2].iter().map(|window| staffed.waits(Some(window))).collect();
        Desk { clock: calendar(number, false).lay_out(first), waits }
    };
    (0..CALENDARS).map(desk).collect()
}

/// The number of promises that nobody is there to keep, and of the questions that were worked out.
fn answers(desks: &[Desk], again: bool) -> (usize, usize) {
    let durations: Vec<Duration> = DURATIONS.iter().map(|text| Duration::parse(text).unwrap()).collect();
    let (mut broken, mut worked_out) = (0, 0);
    for desk in desks {
        let mut finishes: BTreeMap<usize, Finish> = BTreeMap::new();
        let mut known: BTreeMap<(usize, usize), bool> = BTreeMap::new();
        for promise in 0..PROMISES {
            // Every duration meets every window.
            let (window, duration) = (promise % WINDOWS.len(), promise / WINDOWS.len() % DURATIONS.len());
            if again {
                finishes.clear();
                known.clear();
            }
            let late = *known.entry((window, duration)).or_insert_with(|| {
                worked_out += 1;
                let due =
                    finishes.entry(duration).or_insert_with(|| desk.clock.finish(&durations[duration], 5));
                desk.waits[window].beyond(due).is_some()
            });
            broken += usize::from(late);
        }
    }
    (broken, worked_out)
}

fn cpu() -> f64 {
    let usage = getrusage(UsageWho::RUSAGE_SELF).unwrap();
    let seconds = |time: nix::sys::time::TimeVal| time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6;
    seconds(usage.user_time()) + seconds(usage.system_time())
}

fn median(mut run: impl FnMut()) -> f64 {
    let mut took: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = cpu();
            run();
            (cpu() - start) * 1e3
        })
        .collect();
    took.sort_by(f64::total_cmp);
    took[RUNS / 2]
}

fn main() {
    let laid_out = median(|| assert_eq!(desks().len(), CALENDARS));
    let desks = desks();
    let (broken, questions) = answers(&desks, false);
    let once = median(|| assert_eq!(answers(&desks, false).0, broken));
    let (all, each) = answers(&desks, true);
    assert_eq!(all, broken);
    let anew = median(|| assert_eq!(answers(&desks, true).0, broken));
    let table = format!(
        "| what | how many | CPU |\n|---|---|---|\n\
         | lay out calendars, people and windows | {} × 3 years | {laid_out:.1} ms |\n\
         | answer {each} promises, {broken} of them broken | {questions} questions | {once:.1} ms |\n\
         | **both** | | **{:.1} ms** |\n\
         | answer them without a memory | {each} questions | {anew:.1} ms |\n",
        CALENDARS * 2 + WINDOWS.len() * 2,
        laid_out + once,
    );
    println!("{table}");
    readme::publish("calendars", &table);
}
