//! What search engines and maps read of a company: hours, contacts, places and the return policy, as JSON-LD.
//! Must never promise more to the public than the standard does to everybody.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::matter::in_words;
use super::open_hours::{OpenHours, Ranges, clock, of_channels};
use super::{Export, Matter, Target, put};
use crate::model::{Channel, ChannelKind, DecisionRule};
use crate::resolve::Range;
use crate::syntax::decode::Entry;

pub(super) const TARGET: Target = Target { id: "schema-org", title: "Data for search engines", write };

const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

fn write(matter: &Matter<'_>, export: &mut Export) {
    let standard = matter.project.standard.value();
    let company = standard.and_then(|standard| standard.company.value());
    let published = standard.and_then(|standard| standard.published_at.first());
    let hours: BTreeMap<&str, OpenHours<'_>> =
        of_channels(matter).into_iter().map(|hours| (hours.id, hours)).collect();
    let mut organization = json!({ "@context": "https://schema.org", "@type": "Organization" });
    if let Some(company) = company {
        put(&mut organization, "name", json!(matter.text(company)));
    }
    if let Some(address) = published.map(|text| matter.text(&text.value)).filter(|text| is_address(text)) {
        put(&mut organization, "url", json!(address));
    }
    let points: Vec<Value> = matter
        .channels()
        .filter_map(|channel| contact_point(matter, channel, hours.get(channel.id.as_str()), export))
        .collect();
    put(&mut organization, "contactPoint", json!(points));
    let places: Vec<Value> = matter.channels().filter_map(|channel| place(matter, channel, &hours)).collect();
    if !places.is_empty() {
        put(&mut organization, "location", json!(places));
    }
    if let Some(policy) = return_policy(matter, export) {
        put(&mut organization, "hasMerchantReturnPolicy", policy);
    }
    export.losses.say("Promised times, scripts and procedures have no words there.");
    export.json("organization.jsonld", &organization);
}

fn contact_point(
    matter: &Matter<'_>,
    channel: &Entry<Channel>,
    hours: Option<&OpenHours<'_>>,
    export: &mut Export,
) -> Option<Value> {
    if channel.kind.value() == Some(&ChannelKind::InPerson) {
        return None;
    }
    if channel.only_when.value().is_some() {
        export
            .losses
            .add("Not every customer may use these channels: they are left out.", channel.id.clone());
        return None;
    }
    let contact = channel.contact.first().map(|text| matter.text(&text.value)).unwrap_or_default();
    let key = match contact {
        "" => None,
        contact if is_address(contact) => Some("url"),
        contact if contact.contains('@') => Some("email"),
        contact if channel.kind.value() == Some(&ChannelKind::Voice) && is_number(contact) => {
            Some("telephone")
        }
        _ => None,
    };
    let Some(key) = key else {
        let reason = "The contact of these channels is no number, e-mail or link: they are left out.";
        export.losses.add(reason, channel.id.clone());
        return None;
    };
    let mut point = json!({
        "@type": "ContactPoint",
        "contactType": "customer service",
        "name": matter.title(&channel.title, &channel.id, matter.project.source_language()),
    });
    put(&mut point, key, json!(contact));
    if !channel.languages.is_empty() {
        put(
            &mut point,
            "availableLanguage",
            json!(channel.languages.iter().map(|code| &code.value).collect::<Vec<_>>()),
        );
    }
    if channel.free_of_charge.value() == Some(&true) && key == "telephone" {
        put(&mut point, "contactOption", json!("https://schema.org/TollFree"));
    }
    if let Some(hours) = hours {
        put(&mut point, "hoursAvailable", json!(specifications(hours, export)));
    }
    Some(point)
}

fn place(
    matter: &Matter<'_>,
    channel: &Entry<Channel>,
    hours: &BTreeMap<&str, OpenHours<'_>>,
) -> Option<Value> {
    let location = matter.project.locations.find(channel.location.value()?)?;
    if channel.kind.value() != Some(&ChannelKind::InPerson) {
        return None;
    }
    let mut place = json!({
        "@type": "Place",
        "name": matter.title(&location.title, &location.id, matter.project.source_language()),
    });
    if let Some(address) = location.address.value() {
        put(&mut place, "address", json!(matter.text(address)));
    }
    if let Some(hours) = hours.get(channel.id.as_str()) {
        let mut unused = Export::default();
        put(&mut place, "openingHoursSpecification", json!(specifications(hours, &mut unused)));
    }
    Some(place)
}

/// The usual week, and one entry for each day that differs.
fn specifications(hours: &OpenHours<'_>, export: &mut Export) -> Vec<Value> {
    let mut found = Vec::new();
    for (range, days) in hours.by_range() {
        let days: Vec<String> = days
            .iter()
            .filter_map(|day| DAYS.get(*day))
            .map(|day| format!("https://schema.org/{day}"))
            .collect();
        let mut entry = span(range);
        put(&mut entry, "dayOfWeek", json!(days));
        found.push(entry);
    }
    for day in &hours.differing {
        let date = day.date.to_string();
        // A day without opening times is a closed one.
        let spans: Vec<Value> = match day.open.as_slice() {
            [] => vec![json!({ "@type": "OpeningHoursSpecification" })],
            open => open.iter().map(|range| span(*range)).collect(),
        };
        for mut entry in spans {
            put(&mut entry, "validFrom", json!(date));
            put(&mut entry, "validThrough", json!(date));
            found.push(entry);
        }
    }
    let midnight = |ranges: &Ranges| ranges.iter().any(|(_, to)| *to == 1_440);
    if hours.week.iter().any(midnight) {
        export.losses.add("Midnight at the end of a day is written as 23:59.", hours.id);
    }
    if hours.seasonal {
        export.losses.add(
            "The usual week is that of the present season; days of other seasons stand one by one.",
            hours.id,
        );
    }
    if hours.zone.is_some() {
        export.losses.say("Hours have no time zone there: they are those of the place.");
    }
    found
}

fn span((from, to): (u16, u16)) -> Value {
    let closes = if to == 1_440 { "23:59".to_owned() } else { clock(to) };
    json!({ "@type": "OpeningHoursSpecification", "opens": clock(from), "closes": closes })
}

/// The return policy that everybody has: of the rules that give the money back within a number of days, and ask for
/// nothing that only some customers have, the one with the fewest days.
fn return_policy(matter: &Matter<'_>, export: &mut Export) -> Option<Value> {
    let returns = matter.project.returns.value()?;
    let own = returns.situation.value();
    let day_count = |name: &str| {
        let dimension = own.and_then(|own| own.find(name)).or_else(|| matter.project.situation.find(name));
        let counted = dimension.and_then(|dimension| dimension.value.number.value());
        counted.is_some_and(|counted| matches!(counted.trim().to_lowercase().as_str(), "day" | "days"))
    };
    let mut offers: Vec<(u32, &Entry<DecisionRule>)> = Vec::new();
    for rule in returns.rules.value().into_iter().flatten() {
        let open = rule.until.value().is_none_or(|until| until.0 >= matter.today)
            && rule.from.value().is_none_or(|from| from.0 <= matter.today);
        let floor = rule.floor.value() == Some(&true);
        let refund = rule.outcome.value().is_some_and(|outcome| outcome == "refund");
        let whens = || rule.when.value().into_iter().flat_map(|when| when.iter());
        let days = whens().find(|condition| day_count(&condition.id)).and_then(|condition| {
            let range = Range::parse(&condition.value.is.first()?.value)?;
            let most = range.to.filter(|_| range.from.unwrap_or_default() <= 0.0)?;
            // INVARIANT: within the bounds of the type, checked before.
            (0.0..=f64::from(u32::MAX)).contains(&most).then_some(most as u32)
        });
        let everybody = whens().all(|condition| own.is_some_and(|own| own.find(&condition.id).is_some()));
        match days.filter(|_| open && refund && everybody && !floor) {
            Some(days) => offers.push((days, rule)),
            None => export.losses.add("These rules of returns are not published: they are for some customers or cases, or are not about money back within a number of days.", rule.id.clone()),
        }
    }
    let (days, rule) = offers.iter().min_by_key(|(days, _)| *days)?;
    for (_, other) in offers.iter().filter(|(_, other)| other.id != rule.id) {
        export.losses.add(
            "Longer terms for some goods are not published: one policy stands for all.",
            other.id.clone(),
        );
    }
    let conditions = format!("{}: {}", rule.id, in_words(rule.when.value()));
    export.losses.add("The conditions of the published policy, other than the days, and the exceptions to it are not published.", conditions);
    let mut policy = json!({
        "@type": "MerchantReturnPolicy",
        "returnPolicyCategory": "https://schema.org/MerchantReturnFiniteReturnWindow",
        "merchantReturnDays": days,
        "refundType": "https://schema.org/FullRefund",
    });
    let country = matter.holidays().country.map(|country| country.code());
    match country {
        Some(country) => {
            put(&mut policy, "applicableCountry", json!([country]));
            put(&mut policy, "returnPolicyCountry", json!(country));
        }
        None => export.losses.say("No country is said under `holidays`, and search engines ask for one."),
    }
    export.losses.say("Who pays for sending goods back, and how they are sent, is not in the standard in a form that could be published.");
    Some(policy)
}

fn is_address(text: &str) -> bool {
    (text.starts_with("https://") || text.starts_with("http://")) && !text.contains(char::is_whitespace)
}

fn is_number(text: &str) -> bool {
    text.chars().filter(char::is_ascii_digit).count() >= 3
        && text.chars().all(|letter| letter.is_ascii_digit() || " +-()/.".contains(letter))
}
