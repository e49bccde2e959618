//! Zendesk: SLA policies, schedules with holidays, and macros, as JSON for its API and as configuration for Terraform.
//! Must never write an id: whatever has one in an account stands as a name, explained in `mapping.json`.

mod macros;
mod schedules;

use serde_json::{Map, Value, json};

use super::losses::Losses;
use super::promised::{Case, Grain, cases};
use super::symbols::Symbols;
use super::{Export, Matter, Target, put};

pub(super) const TARGET: Target = Target { id: "zendesk", title: "Zendesk", write };

/// The measures that Zendesk has a metric for.
const METRICS: [(&str, &str); 4] = [
    ("first_response", "first_reply_time"),
    ("next_response", "next_reply_time"),
    ("update_every", "periodic_update_time"),
    ("resolution", "total_resolution_time"),
];
const PRIORITIES: [&str; 4] = ["low", "normal", "high", "urgent"];

fn write(matter: &Matter<'_>, export: &mut Export) {
    let mut symbols = Symbols::default();
    let measures = METRICS.map(|(measure, _)| measure);
    let cases = cases(matter, &measures, Grain::Minutes, &mut export.losses);
    let policies: Vec<Value> = cases
        .iter()
        .flat_map(|case| filters(case).into_iter().map(move |filter| (case, filter)))
        .zip(1..)
        .map(|((case, filter), position)| policy(case, &filter, position, &mut symbols))
        .collect();
    let (schedules, holidays) = schedules::schedules(matter, export, &mut symbols);
    let macros = macros::macros(matter, export);
    let loss = &mut export.losses;
    loss.say("Zendesk sets no target on a request without priority: give every request one. All four have the same targets here.");
    loss.say("Dimensions of the situation are fields of the request: make the fields, then fill in `mapping.json`.");
    loss.say(
        "Which schedule holds for a request is set by a trigger of the account: make one for each channel.",
    );
    loss.say("Procedures, escalations and decisions are not exported.");
    export.json("policies.json", &json!({ "sla_policies": policies }));
    export.json("schedules.json", &json!({ "schedules": schedules }));
    export.json("holidays.json", &json!({ "holidays": holidays }));
    export.json("macros.json", &json!({ "macros": macros }));
    export.json("mapping.json", &symbols.mapping());
    let resources = terraform(&policies, &symbols, &mut export.losses);
    export.json("policies.tf.json", &resources);
}

/// A filter: conditions that are all met, and those of which one is met.
type Filter = (Vec<(String, String)>, Vec<(String, String)>);

/// The filters of a case. One dimension may have several values in a filter; for others there is one filter per value.
fn filters(case: &Case) -> Vec<Filter> {
    let several =
        case.when.iter().max_by_key(|(_, values)| values.len()).filter(|(_, values)| values.len() > 1);
    let pair = |name: &String, value: &String| (name.clone(), value.clone());
    let any = several.map(|(name, values)| values.iter().map(|value| pair(name, value)).collect::<Vec<_>>());
    let mut all: Vec<Vec<(String, String)>> = vec![Vec::new()];
    for (name, values) in case.when.iter().filter(|(name, _)| several.is_none_or(|(own, _)| own != *name)) {
        let more = |one: &Vec<(String, String)>| {
            let with = |value| one.iter().cloned().chain([pair(name, value)]).collect();
            values.iter().map(with).collect::<Vec<_>>()
        };
        all = all.iter().flat_map(more).collect();
    }
    all.into_iter().map(|all| (all, any.clone().unwrap_or_default())).collect()
}

fn policy(case: &Case, (all, any): &Filter, position: usize, symbols: &mut Symbols) -> Value {
    let rules = case.rules();
    let mut conditions = |list: &[(String, String)]| -> Vec<Value> {
        let condition = |(name, value): &(String, String)| {
            let field = symbols.of("field", name, &format!("the field of a request that holds `{name}`"));
            let value = symbols.of(
                "value",
                &format!("{name}:{value}"),
                &format!("the value of that field for `{value}`"),
            );
            json!({ "field": field, "operator": "is", "value": value })
        };
        list.iter().map(condition).collect()
    };
    let filter = json!({ "all": conditions(all), "any": conditions(any) });
    let metrics: Vec<Value> = METRICS
        .iter()
        .filter_map(|(measure, metric)| Some((metric, case.times.get(measure)?)))
        .flat_map(|(metric, time)| {
            PRIORITIES.map(|priority| {
                json!({ "priority": priority, "metric": metric, "target": time.amount, "business_hours": time.business })
            })
        })
        .collect();
    json!({
        "title": format!("{position:03} {rules}"),
        "description": format!("From the rules {rules} of the service standard."),
        "position": position,
        "filter": filter,
        "policy_metrics": metrics,
    })
}

/// What the Terraform provider takes for a policy besides its conditions.
const FIELDS: [&str; 2] = ["title", "description"];
/// The metric of which the Terraform provider knows nothing.
const UNKNOWN_METRIC: &str = "total_resolution_time";

/// The same policies as resources of the Terraform provider; ids come from the variable `zendesk`. The provider puts
/// each policy behind those that are there, so each waits for the one before it.
fn terraform(policies: &[Value], symbols: &Symbols, losses: &mut Losses) -> Value {
    let mut resources = Map::new();
    let mut before: Option<String> = None;
    for policy in policies {
        let position = policy.get("position").and_then(Value::as_u64).unwrap_or_default();
        let metrics = policy.get("policy_metrics").and_then(Value::as_array);
        let known = |metric: &&Value| metric.get("metric").is_none_or(|name| name != UNKNOWN_METRIC);
        let kept: Vec<&Value> = metrics.into_iter().flatten().filter(known).collect();
        if metrics.is_some_and(|metrics| metrics.len() > kept.len()) {
            losses.say("The Terraform provider does not know the time until the solution: it is in `policies.json` only.");
        }
        if kept.is_empty() {
            continue;
        }
        let mut resource = json!({ "policy_metrics": kept });
        for key in FIELDS {
            let text = policy.get(key).and_then(Value::as_str).unwrap_or_default();
            put(&mut resource, key, json!(literal(text)));
        }
        for key in ["all", "any"] {
            let conditions = policy.pointer(&format!("/filter/{key}"));
            put(&mut resource, key, conditions.map(referred).unwrap_or_default());
        }
        let name = format!("etalon_{position:03}");
        if let Some(before) = before.replace(format!("zendesk_sla_policy.{name}")) {
            put(&mut resource, "depends_on", json!([before]));
        }
        resources.insert(name, resource);
    }
    let names: Vec<String> = symbols.names();
    json!({
        "terraform": { "required_providers": { "zendesk": { "source": "nukosuke/zendesk" } } },
        "variable": { "zendesk": {
            "type": "map(string)",
            "description": format!("What these names stand for in the account: {}", literal(&names.join(", "))),
        } },
        "resource": { "zendesk_sla_policy": resources },
    })
}

// The conditions with every name looked up in the variable.
fn referred(conditions: &Value) -> Value {
    let looked_up = |value: &Value| {
        let name = value.as_str().unwrap_or_default().trim_start_matches("{{").trim_end_matches("}}");
        json!(format!("${{var.zendesk[{}]}}", literal(&json!(name).to_string())))
    };
    let condition = |condition: &Value| {
        let member = |key: &str| condition.get(key).map(looked_up).unwrap_or_default();
        json!({ "field": member("field"), "operator": "is", "value": member("value") })
    };
    conditions.as_array().into_iter().flatten().map(condition).collect()
}

// A text that Terraform takes as it is.
fn literal(text: &str) -> String {
    text.replace("${", "$${").replace("%{", "%%{")
}
