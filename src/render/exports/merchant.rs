//! Google: the return policy for Merchant Center, and the hours of places for Business Profile, as bodies of requests.
//! Must never publish a longer term than everybody has, nor an id of an account.

use serde_json::{Value, json};

use super::symbols::Symbols;
use super::{Export, Matter, Target, put};
use crate::compile::open_hours::{OpenHours, of_channels};
use crate::compile::{LeftOut, Offer, offer_to_everybody};
use crate::model::ChannelKind;

pub(super) const TARGET: Target =
    Target { id: "merchant", title: "Google Merchant Center and Business Profile", write };

const DAYS: [&str; 7] = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];
const DAY: u64 = 86_400;

fn write(matter: &Matter<'_>, export: &mut Export) {
    let mut symbols = Symbols::default();
    let mut left_out = LeftOut::new();
    let offer = offer_to_everybody(matter.project, matter.today, &mut left_out);
    for (reason, entry) in left_out {
        export.losses.add(&reason, entry.unwrap_or_default());
    }
    let policies: Vec<Value> =
        offer.iter().map(|offer| policy(matter, offer, &mut symbols, export)).collect();
    if policies.is_empty() {
        export.losses.say("No term within which everybody gets the money back is in the standard: there is no return policy.");
    }
    let mut places = Vec::new();
    for hours in of_channels(matter.project, matter.today) {
        let kind = matter.project.channels.find(hours.id).and_then(|channel| channel.kind.value());
        if kind == Some(&ChannelKind::InPerson) {
            places.push(place(&hours, &mut symbols, export));
        }
    }
    export.losses.say("Hours there have no time zone: they are those of the place.");
    export.losses.say("Promised times, scripts and procedures have no words there.");
    export.json("return-policies.json", &json!(policies));
    export.json("business-hours.json", &json!(places));
    export.json("mapping.json", &symbols.mapping());
}

fn policy(matter: &Matter<'_>, offer: &Offer<'_>, symbols: &mut Symbols, export: &mut Export) -> Value {
    let loss = &mut export.losses;
    let rule = offer.rule;
    // What has to be there and is not in the standard is a name to be filled in.
    let country = matter.project.holidays.value().and_then(|holidays| holidays.country.value());
    let country = match country {
        Some(country) => {
            loss.say("The country of sale is taken to be the one whose holidays hold.");
            country.code().to_uppercase()
        }
        None => symbols.of("country", "sale", "the country of sale in two letters, such as DE"),
    };
    let published = matter.project.standard.value().and_then(|standard| standard.published_at.first());
    let page = published
        .map(|text| matter.text(&text.value).trim().to_owned())
        .filter(|text| text.starts_with("https://") && !text.contains(char::is_whitespace));
    let page =
        page.unwrap_or_else(|| symbols.of("page", "returns", "the page on which customers read the policy"));
    let ways = symbols.of(
        "ways",
        "returns",
        "how goods come back: BY_MAIL, IN_STORE or AT_A_KIOSK; one line for each",
    );
    let goods = symbols.of(
        "goods",
        "returns",
        "the condition of goods that are taken back: NEW or USED; one line for each",
    );
    let mut policy = json!({
        "label": rule.id,
        "countries": [country],
        // Numbers of days are written as texts there.
        "policy": { "type": "NUMBER_OF_DAYS_AFTER_DELIVERY", "days": offer.days.to_string() },
        "returnMethods": [ways],
        "itemConditions": [goods],
        "returnPolicyUri": page,
    });
    if let Some(within) = rule.refund_within.value() {
        match within.seconds(0).map(|seconds| seconds / DAY).filter(|days| *days > 0) {
            Some(days) => put(&mut policy, "processRefundDays", json!(days)),
            None => loss.add(
                "The time until the money is back is whole days of the calendar there: these are left out.",
                format!("{}: {within}", rule.id),
            ),
        }
    }
    if !rule.condition.is_empty() || !rule.proof.is_empty() {
        loss.add(
            "What customers have to show, and the condition of the goods in words, are left out.",
            rule.id.clone(),
        );
    }
    loss.say("A day is 24 hours from the delivery there.");
    loss.say("Who pays for sending goods back, fees, exchange instead of money and terms of a season are not in the standard in a form that could be exported.");
    loss.say("A policy there cannot be changed: delete the old one and make it anew.");
    policy
}

fn place(hours: &OpenHours<'_>, symbols: &mut Symbols, export: &mut Export) -> Value {
    if hours.seasonal {
        export.losses.add(
            "The usual week is that of the present season; days of other seasons stand one by one.",
            hours.id,
        );
    }
    let mut periods = Vec::new();
    for (day, ranges) in DAYS.iter().zip(&hours.week) {
        for (from, to) in ranges {
            periods.push(json!({
                "openDay": day, "openTime": time(*from), "closeDay": day, "closeTime": time(*to),
            }));
        }
    }
    let mut special = Vec::new();
    for day in &hours.differing {
        let date = day.date;
        let date = json!({ "year": date.year(), "month": date.month(), "day": date.day() });
        if day.open.is_empty() {
            special.push(json!({ "startDate": date, "closed": true }));
        }
        for (from, to) in &day.open {
            special.push(json!({
                "startDate": date, "endDate": date, "openTime": time(*from), "closeTime": time(*to),
            }));
        }
    }
    json!({
        "name": symbols.of("location", hours.id, &format!("the name of the place `{}` in Business Profile, as locations/…", hours.id)),
        "regularHours": { "periods": periods },
        "specialHours": { "specialHourPeriods": special },
    })
}

/// A minute of the day; the end of the day is hour 24.
fn time(minute: u16) -> Value {
    json!({ "hours": minute / 60, "minutes": minute % 60 })
}
