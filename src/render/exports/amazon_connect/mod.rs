//! Amazon Connect: hours of operation with the days that override them, and evaluation forms, as requests of its API.
//! Must never write a day or an hour that the service does not have: its tools do not look.

mod evaluation;

use serde_json::{Value, json};

use super::symbols::Symbols;
use super::{Export, Matter, Target};
use crate::compile::open_hours::{OpenHours, of_channels};

pub(super) const TARGET: Target = Target { id: "amazon-connect", title: "Amazon Connect", write };

const DAYS: [&str; 7] = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];

fn write(matter: &Matter<'_>, export: &mut Export) {
    let mut symbols = Symbols::default();
    let instance = symbols.of("instance", "connect", "the identifier of the Amazon Connect instance");
    let mut requests = Vec::new();
    for hours in of_channels(matter.project, matter.today) {
        let Some(zone) = hours.zone else {
            export.losses.add("No time zone is said for these channels: they are left out.", hours.id);
            continue;
        };
        let whole = hours.week.iter().flatten().any(|(_, to)| *to == 1_440);
        if whole {
            export.losses.add("Midnight at the end of a day is written as 00:00 of the next day.", hours.id);
        }
        if hours.seasonal {
            export.losses.add(
                "The usual week is that of the present season; days of other seasons stand one by one.",
                hours.id,
            );
        }
        let of = symbols.of("hours", hours.id, "the identifier that the first request answers with");
        requests.push(operation(&hours, &instance, zone, &of));
    }
    export.losses.say("Promises, scripts and procedures are not exported.");
    let forms = evaluation::requests(matter, &instance, export);
    export.json("evaluation-forms.json", &json!(forms));
    export.json("hours.json", &json!(requests));
    export.json("mapping.json", &symbols.mapping());
}

fn operation(hours: &OpenHours<'_>, instance: &str, zone: &str, of: &str) -> Value {
    let week =
        DAYS.iter().zip(&hours.week).flat_map(|(day, ranges)| ranges.iter().map(|range| span(day, *range)));
    let overrides = hours.differing.iter().map(|day| {
        let at = usize::try_from(day.date.weekday().to_monday_zero_offset()).unwrap_or_default();
        let name = DAYS.get(at).copied().unwrap_or("MONDAY");
        let date = day.date.to_string();
        // A closed day is an override without hours.
        let kind = if day.open.is_empty() { "CLOSED" } else { "STANDARD" };
        json!({
            "InstanceId": instance,
            "HoursOfOperationId": of,
            "Name": format!("{} {date}", hours.id),
            "Config": day.open.iter().map(|range| span(name, *range)).collect::<Vec<_>>(),
            "EffectiveFrom": date,
            "EffectiveTill": date,
            "OverrideType": kind,
        })
    });
    json!({
        "CreateHoursOfOperation": {
            "InstanceId": instance,
            "Name": hours.id,
            "TimeZone": zone,
            "Config": week.collect::<Vec<_>>(),
        },
        "CreateHoursOfOperationOverride": overrides.collect::<Vec<_>>(),
    })
}

fn span(day: &str, (from, to): (u16, u16)) -> Value {
    let time = |minute: u16| json!({ "Hours": minute / 60 % 24, "Minutes": minute % 60 });
    json!({ "Day": day, "StartTime": time(from), "EndTime": time(to) })
}
