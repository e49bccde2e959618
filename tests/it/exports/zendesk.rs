//! Zendesk: the first policy that matches a request gives the times that the standard promises there.

use std::collections::BTreeMap;

use etalon::situation::standard::{Value as Given, situation_of, tables};
use serde_json::Value;

use super::{exported, files, project, text};
use crate::policy::TODAY;
use crate::policy::cells::{Meaning, cells};

/// The metrics of the first policy whose filter a request meets.
fn matched(policies: &Value, request: &BTreeMap<String, String>) -> BTreeMap<String, (u64, bool)> {
    let met = |condition: &Value| {
        let field = condition["field"].as_str().unwrap().trim_matches(['{', '}']).to_owned();
        let value = condition["value"].as_str().unwrap().trim_matches(['{', '}']).to_owned();
        let name = field.strip_prefix("field:").unwrap();
        request.get(name).is_some_and(|own| value == format!("value:{name}:{own}"))
    };
    let list = |policy: &Value, key: &str| policy["filter"][key].as_array().unwrap().clone();
    let matches = |policy: &&Value| {
        let any = list(policy, "any");
        list(policy, "all").iter().all(met) && (any.is_empty() || any.iter().any(met))
    };
    let mut found = BTreeMap::new();
    for metric in policies
        .as_array()
        .unwrap()
        .iter()
        .find(matches)
        .into_iter()
        .flat_map(|policy| policy["policy_metrics"].as_array().unwrap())
    {
        let target = (metric["target"].as_u64().unwrap(), metric["business_hours"].as_bool().unwrap());
        let before = found.insert(metric["metric"].as_str().unwrap().to_owned(), target);
        assert!(before.is_none_or(|before| before == target), "all priorities have the same target");
    }
    found
}

#[test]
fn the_first_policy_gives_what_the_standard_promises() {
    let measures = [
        ("first_response", "first_reply_time"),
        ("next_response", "next_reply_time"),
        ("update_every", "periodic_update_time"),
        ("resolution", "total_resolution_time"),
    ];
    let mut compared = 0;
    for (name, files, project) in exported("zendesk") {
        let all: Value = serde_json::from_slice(&files["policies.json"]).unwrap();
        let all_tables = tables(&project, TODAY);
        let Some(table) = all_tables.iter().find(|table| table.table.name == "response_times") else {
            continue;
        };
        let meaning = Meaning::of(&table.table);
        let wordless =
            |name: &str| {
                table.table.space.find(name).is_some_and(|(_, dimension)| {
                    !matches!(dimension.scale, etalon::situation::Scale::Words(_))
                })
            };
        for point in cells(&table.table, 300).0 {
            if table.table.never.iter().any(|never| never.contains(&point)) {
                continue;
            }
            let request: BTreeMap<String, String> = situation_of(&table.table, &point)
                .into_iter()
                .map(|(key, value)| (key.to_string(), value))
                .collect();
            let found = matched(&all["sla_policies"], &request);
            for (measure, metric) in measures {
                let Some(at) = table.table.attributes.iter().position(|one| one.name == measure) else {
                    continue;
                };
                let winners = meaning.winners(at, &point);
                let exact = winners.iter().filter_map(|rule| {
                    let rule = &table.table.rules[*rule];
                    let Given::Promise { promise, .. } = &table.values[at][*rule.gives.get(&at).unwrap()]
                    else {
                        return None;
                    };
                    let within = promise.within()?;
                    within
                        .seconds(5)
                        .or(within.business_seconds())
                        .map(|seconds| seconds / 60)
                        .filter(|minutes| *minutes > 0)
                });
                match (exact.min(), found.get(metric)) {
                    (Some(wanted), Some((target, _))) if winners.len() == 1 => {
                        assert_eq!(*target, wanted, "{name} {measure} {request:?}");
                        compared += 1;
                    }
                    // Where a time or a number decides, nothing is exported.
                    (Some(_), None) => {
                        assert!(request.keys().any(|name| wordless(name)), "{name} {measure} {request:?}")
                    }
                    (None, Some((target, _))) => {
                        assert!(!winners.is_empty() && *target > 0, "{name} {measure} {request:?}")
                    }
                    _ => {}
                }
            }
        }
    }
    assert!(compared > 500, "only {compared}");
}

#[test]
fn schedules_hold_no_interval_past_midnight() {
    for (name, files, _) in exported("zendesk") {
        let all: Value = serde_json::from_slice(&files["schedules.json"]).unwrap();
        for schedule in all["schedules"].as_array().unwrap() {
            let mut last = 0;
            for interval in schedule["intervals"].as_array().unwrap() {
                let (from, to) =
                    (interval["start_time"].as_u64().unwrap(), interval["end_time"].as_u64().unwrap());
                assert!(last <= from && from < to && to <= 7 * 1440, "{name} {schedule}");
                assert_eq!(from / 1440, (to - 1) / 1440, "{name} {schedule}");
                last = to;
            }
        }
    }
}

#[test]
fn names_stand_for_ids_and_texts_are_no_commands() {
    let project = project(
        "etalon: 1
channels: { mail: { kind: written, hours: Mo-Fr 22:00-06:00 } }
situation: { segment: ['a\"${x}', b] }
response_times:
  mail: { when: { segment: b }, first_response: 90 s for 80% }
  odd: { when: { segment: 'a\"${x}' }, first_response: 30 s }
scripts: { x: { purpose: answer, say: 'Hi {name}, {{ticket.comments}} {% if %} {order}' } }
",
    );
    let files = files("zendesk", &project);
    let macros = text(&files, "macros.json");
    assert!(
        macros.contains("Hi {{ticket.requester.name}}, { {ticket.comments} } { % if %} {order}"),
        "{macros}"
    );
    let mapping: Value = serde_json::from_slice(&files["mapping.json"]).unwrap();
    assert_eq!(mapping["{{field:segment}}"]["id"], Value::Null);
    let losses = text(&files, "losses.md");
    assert!(losses.contains("mail: first_response 90 s for 80% = 1 min"), "{losses}");
    assert!(losses.contains("odd: first_response 30 s"), "{losses}");
    let terraform: Value = serde_json::from_slice(&files["policies.tf.json"]).unwrap();
    let policy = &terraform["resource"]["zendesk_sla_policy"]["etalon_001"];
    assert_eq!(policy["all"][0]["value"], "${var.zendesk[\"value:segment:b\"]}", "{policy}");
    assert_eq!(policy["policy_metrics"][0]["target"], 1);
}

/// What the schema of the Terraform provider (nukosuke/zendesk, April 2024) takes: a key of another name, a position or another
/// metric is an error there.
#[test]
fn resources_for_terraform_are_what_its_provider_takes() {
    let metrics = [
        "agent_work_time",
        "first_reply_time",
        "next_reply_time",
        "pausable_update_time",
        "periodic_update_time",
    ];
    let keys = ["title", "description", "all", "any", "policy_metrics", "depends_on"];
    let (mut count, mut unknown) = (0, 0);
    for (name, files, _) in exported("zendesk") {
        let all: Value = serde_json::from_slice(&files["policies.tf.json"]).unwrap();
        let policies: Value = serde_json::from_slice(&files["policies.json"]).unwrap();
        let variables = text(&files, "mapping.json");
        assert_eq!(all["terraform"]["required_providers"]["zendesk"]["source"], "nukosuke/zendesk");
        let mut before: Option<String> = None;
        for (id, resource) in all["resource"]["zendesk_sla_policy"].as_object().unwrap() {
            assert!(
                resource.as_object().unwrap().keys().all(|key| keys.contains(&key.as_str())),
                "{resource}"
            );
            // The first policy that matches holds, so each is made after the one before.
            let waits = resource.get("depends_on").map(|before| before[0].as_str().unwrap().to_owned());
            assert_eq!(waits, before, "{name} {id}");
            before = Some(format!("zendesk_sla_policy.{id}"));
            for metric in resource["policy_metrics"].as_array().unwrap() {
                assert!(metrics.contains(&metric["metric"].as_str().unwrap()), "{name} {metric}");
                count += 1;
            }
            for condition in ["all", "any"].iter().flat_map(|key| resource[key].as_array().unwrap()) {
                for key in ["field", "value"] {
                    let of = condition[key].as_str().unwrap();
                    let of = of.strip_prefix("${var.zendesk[\"").unwrap().strip_suffix("\"]}").unwrap();
                    assert!(variables.contains(&format!("{{{{{of}}}}}")), "{name} {of}");
                }
            }
        }
        let known = all["resource"]["zendesk_sla_policy"].as_object().unwrap().len();
        unknown += usize::from(text(&files, "losses.md").contains("Terraform provider does not know"));
        assert!(known <= policies["sla_policies"].as_array().unwrap().len());
    }
    assert!(count > 100 && unknown > 2, "{count} {unknown}");
}
