//! Zammad: calendars and SLAs as its API takes them. Must never write an id: names stand for them.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::promised::{Case, Grain, cases};
use super::symbols::Symbols;
use super::whole_days::{closed_days, name, zone};
use super::{Export, Matter, Target};
use crate::compile::open_hours::{Differing, OpenHours, clock, of_channels};

pub(super) const TARGET: Target = Target { id: "zammad", title: "Zammad", write };

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const TIMES: [(&str, &str); 3] = [
    ("first_response", "first_response_time"),
    ("update_every", "update_time"),
    ("resolution", "solution_time"),
];

fn write(matter: &Matter<'_>, export: &mut Export) {
    let mut symbols = Symbols::default();
    let calendars: Vec<Value> =
        of_channels(matter.project, matter.today).iter().map(|hours| calendar(hours, export)).collect();
    let measures = TIMES.map(|(measure, _)| measure);
    let mut slas = Vec::new();
    for (case, at) in cases(matter, &measures, Grain::Minutes, &mut export.losses).iter().zip(1..) {
        slas.extend(sla(case, at, &mut symbols, export));
    }
    export.losses.say("Every SLA needs a calendar: make the calendars first, and fill in their numbers through `mapping.json`.");
    export.losses.say("Scripts, procedures, escalations and decisions are not exported.");
    export.json("calendars.json", &json!(calendars));
    export.json("slas.json", &json!(slas));
    export.json("mapping.json", &symbols.mapping());
}

fn calendar(hours: &OpenHours<'_>, export: &mut Export) -> Value {
    let day = |ranges: &Vec<(u16, u16)>| {
        // The end of a day is written as its last minute, which is taken for midnight there.
        let end = |to: u16| if to == 1_440 { "23:59".to_owned() } else { clock(to) };
        let frames: Vec<[String; 2]> = ranges.iter().map(|(from, to)| [clock(*from), end(*to)]).collect();
        json!({ "active": !frames.is_empty(), "timeframes": frames })
    };
    let week: Map<String, Value> =
        DAYS.iter().zip(&hours.week).map(|(name, ranges)| ((*name).to_owned(), day(ranges))).collect();
    let closed = closed_days(hours, &mut export.losses);
    let holiday = |day: &&Differing| (day.date.to_string(), json!({ "active": true, "summary": name(day) }));
    let closed: Map<String, Value> = closed.iter().map(holiday).collect();
    let zone = zone(hours, &mut export.losses);
    json!({ "name": hours.id, "timezone": zone, "business_hours": week, "public_holidays": closed })
}

/// The SLA of a case; none where it mixes the two clocks, which one SLA cannot.
fn sla(case: &Case, at: usize, symbols: &mut Symbols, export: &mut Export) -> Option<Value> {
    let rules = case.rules();
    let business = case.times.values().any(|time| time.business);
    if case.times.values().any(|time| time.business != business) {
        let reason = "An SLA there runs on one calendar: rules that mix business hours and calendar time in one case are left out.";
        export.losses.add(reason, rules);
        return None;
    }
    let mut condition = BTreeMap::new();
    for (name, values) in &case.when {
        let field = symbols.of(
            "field",
            name,
            &format!("the attribute of a ticket that holds `{name}`, such as `ticket.group_id`"),
        );
        let values: Vec<String> = values
            .iter()
            .map(|value| {
                symbols.of(
                    "value",
                    &format!("{name}:{value}"),
                    &format!("the value of that attribute for `{value}`"),
                )
            })
            .collect();
        condition.insert(field, json!({ "operator": "is", "value": values }));
    }
    let calendar = match business {
        true => symbols.of(
            "calendar",
            "business",
            "the number of the calendar whose hours hold for these tickets",
        ),
        false => symbols.of("calendar", "always", "the number of a calendar that is open day and night"),
    };
    let mut sla =
        json!({ "name": format!("{at:03} {rules}"), "calendar_id": calendar, "condition": condition });
    for (measure, field) in TIMES {
        super::put(&mut sla, field, json!(case.times.get(measure).map(|time| time.amount)));
    }
    Some(sla)
}
