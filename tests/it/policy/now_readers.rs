//! Pages for a role, for a place and for both: each answers as the page of everybody does, and names nothing of others.

use etalon::compile::{
    Audience, Common, DecisionTable, Handbook, Now, NowTables, decision_tables, handbook, loaded, now,
};
use etalon::model::Role;
use etalon::render::{Look, html};
use etalon::resolve::{NOT_KNOWN, Project};
use etalon::syntax::decode::Entry;
use serde_json::{Map, Value, json};

use super::cells::{cells, input};
use super::now::{Engine, as_said};
use super::{TODAY, examples};
use crate::html::read;

pub(super) fn page_of(
    project: &Project,
    audience: &Audience,
    book: &Handbook,
    tables: &[DecisionTable],
) -> Option<Now> {
    let common = Common::of(project, &book.language, TODAY);
    now(&common, audience, book, &NowTables::of(project, tables, TODAY))
}

/// Every role, every location, and every role at every location.
fn readers(project: &Project) -> Vec<Audience> {
    let ids = |known: Vec<&str>| -> Vec<Option<String>> {
        std::iter::once(None).chain(known.into_iter().map(|id| Some(id.to_owned()))).collect()
    };
    let roles = ids(project.roles.iter().map(|entry| entry.id.as_str()).collect());
    let locations = ids(project.locations.iter().map(|entry| entry.id.as_str()).collect());
    let at = |location: &Option<String>| -> Vec<Audience> {
        roles.iter().map(|role| Audience { role: role.clone(), location: location.clone() }).collect()
    };
    locations.iter().flat_map(at).filter(|audience| *audience != Audience::default()).collect()
}

/// Whether a situation can only happen at another place than that of a reader.
fn is_elsewhere(project: &Project, reader: &Audience, situation: &Map<String, Value>) -> bool {
    let said = |name: &str| situation.get(name).and_then(Value::as_str);
    let place =
        said("channel").and_then(|id| project.channels.find(id)?.location.value()).map(String::as_str);
    let others = |place: &str| reader.location.as_deref().is_some_and(|own| own != place);
    place.is_some_and(others) || said("location").is_some_and(|place| place != NOT_KNOWN && others(place))
}

#[test]
fn a_page_for_a_reader_answers_as_that_of_everybody_and_names_no_rule_of_others() {
    let mut answers = 0;
    for (name, reading) in examples() {
        let project = &reading.project;
        let tables = decision_tables(project, TODAY);
        let made = |audience: &Audience| {
            let book = handbook(project, audience, project.source_language(), TODAY);
            page_of(project, audience, &book, &tables)
        };
        let Some(everybody) = made(&Audience::default()) else { continue };
        let whole = Engine::of(&Value::Object(everybody.data.clone()));
        let places = |said: &Value, page: &etalon::compile::Now, table: usize| -> Vec<Vec<Option<String>>> {
            let rules = &page.data["tables"][table]["rules"];
            let place = |rule: &Value| {
                let entry = rules[rule.as_u64().unwrap() as usize]["entry"].as_u64()?;
                Some(page.entries[entry as usize].anchor.clone())
            };
            let attributes = said["attributes"].as_array().into_iter().flatten();
            // In a whole situation there is one case, or none where rules hold side by side.
            let winners = attributes.map(|answer| answer["cases"].as_array().unwrap());
            let winners =
                winners.map(|cases| cases.iter().flat_map(|case| case["rules"].as_array().unwrap()));
            winners.map(|winners| winners.map(place).collect()).collect()
        };
        for reader in readers(project) {
            let Some(page) = made(&reader) else { continue };
            let engine = Engine::of(&Value::Object(page.data.clone()));
            for (at, table) in page.data["tables"].as_array().unwrap().iter().enumerate() {
                let all = everybody.data["tables"].as_array().unwrap();
                let there = all.iter().position(|one| one["name"] == table["name"]).unwrap();
                let titles = |table: &Value| -> Vec<Value> {
                    table["attributes"].as_array().unwrap().iter().map(|one| one["title"].clone()).collect()
                };
                let wanted = tables.iter().find(|one| json!(one.name) == table["name"]).unwrap();
                let loaded = loaded(wanted.clone()).unwrap();
                for point in cells(&loaded.table, 4).0 {
                    let situation = input(&loaded.table, &point);
                    if is_elsewhere(project, &reader, &situation) {
                        continue;
                    }
                    let given = as_said(&situation, &loaded.table);
                    let ours = engine.value("answer(q)", &json!({ "table": at, "given": given }));
                    let theirs = whole.value("answer(q)", &json!({ "table": there, "given": given }));
                    let ours: Vec<_> = titles(table).into_iter().zip(places(&ours, &page, at)).collect();
                    let theirs: Vec<_> =
                        titles(&all[there]).into_iter().zip(places(&theirs, &everybody, there)).collect();
                    for (title, winners) in ours.iter().filter(|(title, _)| title != "") {
                        let (_, others) = theirs.iter().find(|(other, _)| other == title).unwrap();
                        assert_eq!(winners.len(), others.len(), "{name} {reader:?} {title}");
                        for (own, other) in winners.iter().zip(others) {
                            assert!(
                                own.is_none() || own == other,
                                "{name} {reader:?} {title}: {own:?} {other:?}"
                            );
                        }
                        answers += 1;
                    }
                }
            }
        }
    }
    assert!(answers > 500, "only {answers} answers");
}

#[test]
fn the_readers_of_a_rule_are_the_roles_whose_handbooks_show_it() {
    let mut rules = 0;
    for (name, reading) in examples() {
        let project = &reading.project;
        let tables = decision_tables(project, TODAY);
        let language = project.source_language();
        for audience in readers(project).into_iter().chain([Audience::default()]) {
            let Some(page) =
                page_of(project, &audience, &handbook(project, &audience, language, TODAY), &tables)
            else {
                continue;
            };
            let named = page.data["readers"].as_array().unwrap().len();
            let works = |role: &Entry<Role>| {
                let place = audience.location.as_ref();
                role.locations.is_empty()
                    || place.is_none_or(|place| role.locations.iter().any(|own| own.value == *place))
            };
            let roles = project.roles.iter().filter(|role| works(role)).take(named).enumerate();
            for (at, role) in roles {
                let reader = Audience { role: Some(role.id.clone()), location: audience.location.clone() };
                let theirs = read(&html(&handbook(project, &reader, language, TODAY), &Look::default())).ids;
                let are_rules = |entry: &&etalon::compile::NowEntry| !entry.anchor.starts_with("channels-");
                for entry in page.entries.iter().filter(are_rules) {
                    let shown = theirs.contains(&entry.anchor);
                    assert_eq!(entry.readers.contains(&at), shown, "{name} {reader:?} {}", entry.anchor);
                    rules += 1;
                }
            }
        }
    }
    assert!(rules > 500, "only {rules} rules");
}
