//! Data for search engines: only what everybody is promised.

use serde_json::Value;

use super::{exported, files, project, text};
use crate::policy::TODAY;
use jiff::civil::Date;

#[test]
fn data_for_search_engines_uses_the_words_of_its_vocabulary() {
    for (name, files, _) in exported("schema-org") {
        let data: Value = serde_json::from_slice(&files["organization.jsonld"]).unwrap();
        assert_eq!(data["@context"], "https://schema.org", "{name}");
        for point in data["contactPoint"].as_array().into_iter().flatten() {
            let keys = ["telephone", "email", "url"];
            assert!(keys.iter().any(|key| point.get(key).is_some()), "{name} {point}");
        }
    }
}

#[test]
fn the_shortest_term_that_everybody_has_is_published() {
    let standard = "etalon: 1
holidays: { country: LV }
situation: { segment: [regular, loyal] }
returns:
  situation:
    age: { number: days, from: 0 }
    goods: [ordinary, food]
  rules:
    loyal: { when: { segment: loyal, age: 0..7 }, outcome: refund }
    usual: { when: { age: 0..30 }, outcome: refund }
    food: { when: { goods: food, age: '<= 14' }, outcome: refund }
    otherwise: { outcome: refuse }
";
    let files = files("schema-org", &project(standard));
    let data: Value = serde_json::from_slice(&files["organization.jsonld"]).unwrap();
    assert_eq!(data["hasMerchantReturnPolicy"]["merchantReturnDays"], 14);
    assert_eq!(data["hasMerchantReturnPolicy"]["applicableCountry"][0], "LV");
    let losses = text(&files, "losses.md");
    assert!(losses.contains("`usual`") && losses.contains("`loyal`"), "{losses}");
}

#[test]
fn the_charter_and_the_export_say_the_same() {
    let (name, files, project) = exported("schema-org").swap_remove(0);
    let data: Value = serde_json::from_slice(&files["organization.jsonld"]).unwrap();
    let audience = etalon::compile::Audience::default();
    let common = etalon::compile::Common::of(&project, project.source_language(), TODAY);
    let charter = etalon::compile::charter(&common, &audience).unwrap();
    assert_eq!(charter.data, data, "{name}");
}

/// The minutes of a place on a date: those of the special hours where there are any, and else of the usual week.
fn open_on(place: &Value, date: Date) -> Vec<(u16, u16)> {
    let days = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];
    let minute = |time: &Value| {
        let part = |key: &str, most: u64| {
            let part = time[key].as_u64().unwrap();
            assert!(part <= most, "{time}");
            part as u16
        };
        part("hours", 24) * 60 + part("minutes", 59)
    };
    let span = |period: &Value| (minute(&period["openTime"]), minute(&period["closeTime"]));
    let wanted = serde_json::json!({ "year": date.year(), "month": date.month(), "day": date.day() });
    let special: Vec<&Value> = place["specialHours"]["specialHourPeriods"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|period| period["startDate"] == wanted)
        .collect();
    if !special.is_empty() {
        return special.iter().filter(|period| period["closed"] != true).map(|period| span(period)).collect();
    }
    let day = days[date.weekday().to_monday_zero_offset() as usize];
    let periods = place["regularHours"]["periods"].as_array().unwrap().iter();
    let own = periods.filter(|period| {
        assert_eq!(period["openDay"], period["closeDay"]);
        period["openDay"] == day
    });
    own.map(span).collect()
}

#[test]
fn places_in_business_profile_open_when_the_standard_says() {
    let mut compared = 0;
    for (name, files, project) in exported("merchant") {
        let places: Value = serde_json::from_slice(&files["business-hours.json"]).unwrap();
        let holidays = project.days_off();
        for place in places.as_array().unwrap() {
            let id = place["name"].as_str().unwrap().strip_prefix("{{location:").unwrap();
            let channel = project.channels.find(id.strip_suffix("}}").unwrap()).unwrap();
            let mut day = TODAY;
            while day.year() < 2028 {
                let wanted = channel.hours.value().unwrap().on_day(day, |day| holidays.kind(day));
                assert_eq!(open_on(place, day), wanted, "{name} {id} {day}");
                day = day.tomorrow().unwrap();
                compared += 1;
            }
        }
    }
    assert!(compared > 1_000, "{compared}");
}

#[test]
fn a_return_policy_of_merchant_center_invents_nothing() {
    let standard = "etalon: 1
standard: { id: shop, version: 1.0.0, company: Shop, published_at: 'https://shop.example/returns' }
holidays: { country: LV }
returns:
  situation: { age: { number: days, from: 0 } }
  rules:
    usual: { when: { age: '< 15' }, outcome: refund, refund_within: 100 h }
    never: { outcome: refuse }
";
    let files = files("merchant", &project(standard));
    let policies: Value = serde_json::from_slice(&files["return-policies.json"]).unwrap();
    assert_eq!(
        policies,
        serde_json::json!([{
            "label": "usual",
            "countries": ["LV"],
            "policy": { "type": "NUMBER_OF_DAYS_AFTER_DELIVERY", "days": "14" },
            "returnMethods": ["{{ways:returns}}"],
            "itemConditions": ["{{goods:returns}}"],
            "returnPolicyUri": "https://shop.example/returns",
            "processRefundDays": 4,
        }])
    );
    assert!(text(&files, "losses.md").contains("24 hours from the delivery"));
}
