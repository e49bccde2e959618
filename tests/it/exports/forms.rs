//! Evaluation forms and schedules of Amazon Connect and Genesys Cloud: read back by what their services say of them.

use std::collections::{BTreeMap, BTreeSet};

use etalon::compile::{Audience, Common, Scorecard, scorecards};
use etalon::resolve::Project;
use jiff::civil::{Date, DateTime, date};
use rrule::RRuleSet;
use serde_json::Value;

use super::{days_until, exported, files, project, text};
use crate::policy::TODAY;

fn json(files: &BTreeMap<String, Vec<u8>>, name: &str) -> Value {
    serde_json::from_slice(&files[name]).unwrap()
}

/// The scorecards of all languages, in the order in which they are exported.
fn cards(project: &Project) -> Vec<Scorecard> {
    let made = project.language_codes().into_iter().filter_map(|language| {
        Some(scorecards(&Common::of(project, language, TODAY), &Audience::default())?.cards)
    });
    made.flatten().collect()
}

fn keys(of: &Value) -> BTreeSet<&str> {
    of.as_object().unwrap().keys().map(String::as_str).collect()
}

fn known(of: &Value, known: &[&str]) {
    let unknown: Vec<&str> = keys(of).into_iter().filter(|key| !known.contains(key)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

fn letters(text: &Value, most: usize) {
    let count = text.as_str().unwrap().chars().count();
    assert!(count <= most, "{text}");
}

/// Each question of a form of Amazon Connect: what it asks, its weight, and whether a no fails the form.
fn asked(form: &Value) -> Vec<(String, f64, bool)> {
    known(form, &["InstanceId", "Title", "Description", "Items", "ScoringStrategy"]);
    letters(&form["Title"], 128);
    letters(&form["Description"], 1_024);
    assert_eq!(form["ScoringStrategy"]["Mode"], "QUESTION_ONLY");
    let (mut names, mut found) = (BTreeSet::new(), Vec::new());
    for section in form["Items"].as_array().unwrap() {
        let section = &section["Section"];
        known(section, &["Title", "RefId", "Items"]);
        letters(&section["Title"], 128);
        assert!(names.insert(section["RefId"].as_str().unwrap()), "{section}");
        for question in section["Items"].as_array().unwrap() {
            let question = &question["Question"];
            known(
                question,
                &[
                    "Title",
                    "Instructions",
                    "RefId",
                    "NotApplicableEnabled",
                    "QuestionType",
                    "QuestionTypeProperties",
                    "Weight",
                ],
            );
            letters(&question["Title"], 350);
            letters(&question["Instructions"], 1_024);
            letters(&question["RefId"], 40);
            assert!(names.insert(question["RefId"].as_str().unwrap()), "{question}");
            let options = question["QuestionTypeProperties"]["SingleSelect"]["Options"].as_array().unwrap();
            assert_eq!(
                (options.len(), &options[0]["Score"], &options[1]["Score"]),
                (2, &10.into(), &0.into())
            );
            found.push((
                question["Title"].as_str().unwrap().to_owned(),
                question["Weight"].as_f64().unwrap(),
                options[1]["AutomaticFail"].as_bool().unwrap(),
            ));
        }
    }
    found
}

/// Each question of a form of Genesys Cloud, with its part of the form: its points among those of its group.
fn grouped(form: &Value) -> Vec<(String, f64, bool)> {
    known(form, &["name", "questionGroups"]);
    letters(&form["name"], 250);
    let mut found = Vec::new();
    for group in form["questionGroups"].as_array().unwrap() {
        assert_eq!((&group["type"], &group["manualWeight"]), (&"questionGroup".into(), &true.into()));
        let questions = group["questions"].as_array().unwrap();
        let points = |question: &Value| question["answerOptions"][0]["value"].as_f64().unwrap();
        let all: f64 = questions.iter().map(points).sum();
        for question in questions {
            letters(&question["text"], 500);
            assert_eq!(question["type"], "multipleChoiceQuestion");
            assert_eq!(question["answerOptions"][1]["value"], 0);
            let share =
                if all > 0.0 { group["weight"].as_f64().unwrap() * points(question) / all } else { 0.0 };
            let fatal = question["isKill"].as_bool().unwrap();
            found.push((question["text"].as_str().unwrap().to_owned(), share, fatal));
        }
    }
    found
}

fn forms_agree(target: &str, read: impl Fn(&Value) -> Vec<(String, f64, bool)>) -> usize {
    let mut count = 0;
    for (name, files, project) in exported(target) {
        let forms = json(&files, "evaluation-forms.json");
        let cards = cards(&project);
        assert_eq!(forms.as_array().unwrap().len(), cards.len(), "{name}");
        for (form, card) in forms.as_array().unwrap().iter().zip(&cards) {
            let mut found = read(form);
            let total: f64 = found.iter().map(|(_, share, _)| share).sum();
            assert!((total - 100.0).abs() < 1e-6, "{name} {} {total}", card.id);
            let whole: u32 = card.items.iter().map(|item| item.weight).sum();
            for item in &card.items {
                let wanted = f64::from(item.weight) / f64::from(whole) * 100.0;
                let same = |(text, share, fatal): &(String, f64, bool)| {
                    let title = text.trim_end_matches('\u{2026}');
                    item.title.starts_with(title) && *fatal == item.fatal && (share - wanted).abs() < 0.03
                };
                let at = found.iter().position(same).unwrap_or_else(|| panic!("{name} {item:?} {found:?}"));
                found.remove(at);
                count += 1;
            }
            assert!(found.is_empty(), "{name} {found:?}");
        }
    }
    count
}

#[test]
fn forms_weigh_questions_as_the_standard_does() {
    let count = forms_agree("amazon-connect", asked);
    assert!(count > 100, "{count}");
    assert_eq!(forms_agree("genesys", grouped), count);
}

#[test]
fn weights_make_a_hundred_and_long_texts_are_cut() {
    let long = "very ".repeat(300);
    let standard = format!(
        "etalon: 1
behaviours:
  one: {{ means: \"{long}\", weight: 1 }}
  two: {{ means: short, weight: 1, fatal: true }}
  three: {{ means: short, weight: 1 }}
quality: {{ verification: {{ calls: {{ method: recordings, scorecard: behaviours, pass: '>= 80%' }} }} }}
"
    );
    let project = project(&standard);
    let files_connect = files("amazon-connect", &project);
    let connect = json(&files_connect, "evaluation-forms.json");
    let weights: Vec<f64> = asked(&connect[0]).into_iter().map(|(_, weight, _)| weight).collect();
    assert_eq!(weights, [33.34, 33.33, 33.33]);
    let losses = text(&files_connect, "losses.md");
    for lost in ["rounded to hundredths", "at most 1024 letters", "`calls: 80%`"] {
        assert!(losses.contains(lost), "{lost} {losses}");
    }
    let genesys = json(&files("genesys", &project), "evaluation-forms.json");
    assert_eq!(grouped(&genesys[0]).iter().filter(|(_, _, fatal)| *fatal).count(), 1);
}

/// The dates on which a schedule begins, and its minutes.
fn occurrences(schedule: &Value) -> (Vec<Date>, (u16, u16)) {
    let moment = |key: &str| schedule[key].as_str().unwrap().parse::<DateTime>().unwrap();
    let (start, end) = (moment("start"), moment("end"));
    let length = start.until((jiff::Unit::Minute, end)).unwrap().get_minutes() as u16;
    let from = start.hour() as u16 * 60 + start.minute() as u16;
    let days = match schedule.get("rrule") {
        None => vec![start.date()],
        Some(rule) => {
            let stamp = start.strftime("%Y%m%dT%H%M%S");
            let rule = format!("DTSTART:{stamp}\nRRULE:{};UNTIL=20271231T235959", rule.as_str().unwrap());
            let set: RRuleSet = rule.parse().unwrap();
            let day = |text: String| Date::strptime("%Y%m%d", text).unwrap();
            let dates = set.all(10_000).dates;
            dates.iter().map(|at| day(at.naive_local().format("%Y%m%d").to_string())).collect()
        }
    };
    (days, (from, from + length))
}

/// What a group of schedules has open: holidays and closed schedules stand before open ones.
fn agrees(name: &str, project: &Project, files: &BTreeMap<String, Vec<u8>>) -> usize {
    let schedules = json(files, "schedules.json");
    let by_name: BTreeMap<&str, (Vec<Date>, (u16, u16))> = schedules
        .as_array()
        .unwrap()
        .iter()
        .map(|schedule| (schedule["name"].as_str().unwrap(), occurrences(schedule)))
        .collect();
    let mapping = json(files, "mapping.json");
    let holidays = project.days_off();
    let mut compared = 0;
    for group in json(files, "schedule-groups.json").as_array().unwrap() {
        let mut days: BTreeMap<Date, [Vec<(u16, u16)>; 2]> = BTreeMap::new();
        for (at, key) in [(0, "openSchedules"), (1, "closedSchedules"), (1, "holidaySchedules")] {
            for schedule in group[key].as_array().unwrap() {
                assert!(mapping.get(schedule["id"].as_str().unwrap()).is_some(), "{schedule}");
                let (dates, range) = &by_name[schedule["name"].as_str().unwrap()];
                dates.iter().for_each(|date| days.entry(*date).or_default()[at].push(*range));
            }
        }
        let channel = project.channels.find(group["name"].as_str().unwrap()).unwrap();
        let hours = channel.hours.value().unwrap();
        for day in days_until(date(2027, 12, 31)) {
            let wanted = hours.on_day(day, |date| holidays.kind(date));
            let [open, closed] = days.get(&day).cloned().unwrap_or_default();
            let edges = wanted.iter().chain(&open).chain(&closed).flat_map(|(from, to)| [*from, *to]);
            for edge in edges.chain([0, 720]) {
                for minute in [edge.saturating_sub(1), edge].into_iter().filter(|minute| *minute < 1_440) {
                    let within =
                        |list: &[(u16, u16)]| list.iter().any(|(from, to)| (*from..*to).contains(&minute));
                    let found = within(&open) && !within(&closed);
                    assert_eq!(found, within(&wanted), "{name} {} {day} {minute}", channel.id);
                    compared += 1;
                }
            }
        }
    }
    compared
}

#[test]
fn schedules_of_genesys_are_open_when_the_standard_is() {
    let compared: usize =
        exported("genesys").iter().map(|(name, files, project)| agrees(name, project, files)).sum();
    assert!(compared > 10_000, "only {compared}");
}

#[test]
fn schedules_know_nights_seasons_and_short_days() {
    let project = project(
        "etalon: 1
time_zone: Europe/Riga
holidays: { country: LV, closed: [12-30] }
channels:
  bar: { kind: in-person, hours: 'Mo-Th 18:00-02:00; Fr,Sa 18:00-04:00; Dec 20-28 off; PH 12:00-24:00' }
  always: { kind: chat, hours: 24/7 }
  beach: { kind: in-person, hours: 'Jun-Aug 09:00-21:00; Sep-May Sa,Su 10:00-16:00' }
  nowhere: { kind: chat }
",
    );
    assert!(agrees("made up", &project, &files("genesys", &project)) > 3 * 365 * 3);
}
