//! The charter for search engines: contact points, hours and returns in the words of schema.org.
//! Must never say more than the charter, and leaves out what schema.org has no word for.

use serde_json::{Map, Value, json};

use crate::compile::Line;
use crate::compile::Week;
use crate::compile::context::{Context, Life};
use crate::model::{Channel, ChannelKind, Condition, DecisionRule, Location, Situated};
use crate::syntax::decode::{Entry, Field};
use crate::time::{DAY_MINUTES, Hours};

/// The names of the days, Monday first.
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The organization with its contact points, places and rules about returns.
pub(super) fn data(cx: &Context<'_>) -> Value {
    let mut company = Map::new();
    company.insert("@context".to_owned(), json!("https://schema.org"));
    company.insert("@type".to_owned(), json!("Organization"));
    put(&mut company, "name", cx.company().map(|name| json!(name)));
    let remote: Vec<Value> =
        super::channels(cx).filter(|channel| !is_place(channel)).map(|entry| point(cx, entry)).collect();
    put(&mut company, "contactPoint", several(remote));
    let places = cx.project.locations.iter().filter(|place| cx.relevance.location(&place.id));
    put(&mut company, "department", several(places.map(|entry| place(cx, entry)).collect()));
    put(&mut company, "hasMerchantReturnPolicy", several(returns(cx)));
    Value::Object(company)
}

fn put(object: &mut Map<String, Value>, key: &str, value: Option<Value>) {
    if let Some(value) = value {
        object.insert(key.to_owned(), value);
    }
}

fn several(values: Vec<Value>) -> Option<Value> {
    (!values.is_empty()).then_some(Value::Array(values))
}

fn is_place(channel: &Channel) -> bool {
    channel.kind.value() == Some(&ChannelKind::InPerson)
}

fn point(cx: &Context<'_>, entry: &Entry<Channel>) -> Value {
    let mut point = Map::new();
    point.insert("@type".to_owned(), json!("ContactPoint"));
    point.insert("contactType".to_owned(), json!("customer service"));
    point.insert("name".to_owned(), json!(cx.title(&entry.title, &entry.id)));
    contacts(cx, entry, &mut point);
    if entry.free_of_charge.value() == Some(&true) && entry.kind.value() == Some(&ChannelKind::Voice) {
        point.insert("contactOption".to_owned(), json!("https://schema.org/TollFree"));
    }
    let languages = entry.languages.iter().map(|code| json!(code.value)).collect();
    put(&mut point, "availableLanguage", several(languages));
    put(&mut point, "hoursAvailable", several(hours(cx, &entry.hours)));
    Value::Object(point)
}

// A contact is a number, an address or a page; anything else is for people only.
fn contacts(cx: &Context<'_>, channel: &Channel, into: &mut Map<String, Value>) {
    for contact in channel.contact.iter().map(|contact| cx.plain(&contact.value)) {
        let contact = contact.trim();
        let digits = contact.chars().filter(char::is_ascii_digit).count();
        let is_number = |letter: char| letter.is_ascii_digit() || "+-()\u{a0} ".contains(letter);
        let key = if contact.contains(char::is_whitespace) && !contact.chars().all(is_number) {
            continue;
        } else if contact.contains('@') && contact.contains('.') {
            "email"
        } else if contact.starts_with("https://") || contact.starts_with("http://") {
            "url"
        } else if digits >= 3 && contact.chars().all(is_number) {
            "telephone"
        } else {
            continue;
        };
        into.entry(key.to_owned()).or_insert_with(|| json!(contact));
    }
}

fn place(cx: &Context<'_>, entry: &Entry<Location>) -> Value {
    let mut place = Map::new();
    place.insert("@type".to_owned(), json!("LocalBusiness"));
    place.insert("name".to_owned(), json!(cx.title(&entry.title, &entry.id)));
    put(&mut place, "address", entry.address.value().map(|address| json!(cx.plain(address))));
    let here = |channel: &&Entry<Channel>| {
        is_place(channel) && channel.location.value().is_some_and(|location| *location == entry.id)
    };
    let counter = super::channels(cx).find(|channel| here(channel));
    if let Some(counter) = counter {
        contacts(cx, counter, &mut place);
    }
    let own = if entry.hours.value().is_some() {
        Some(&entry.hours)
    } else {
        counter.map(|counter| &counter.hours)
    };
    put(&mut place, "openingHoursSpecification", own.and_then(|own| several(hours(cx, own))));
    Value::Object(place)
}

// One specification for all days with the same hours. Where the hours go on past midnight they close before they
// open, which schema.org reads as the next day.
fn hours(cx: &Context<'_>, hours: &Field<Hours>) -> Vec<Value> {
    let Some(hours) = hours.value() else { return Vec::new() };
    let holidays = hours.on_holiday();
    let week = Week {
        caption: String::new(),
        hours: hours.week_of(cx.today),
        holidays: None,
        closed: String::new(),
        words: Line::default(),
    };
    let mut found: Vec<((u16, u16), Vec<&str>)> = Vec::new();
    let named = DAYS.into_iter().zip(week.days());
    for (day, ranges) in named.chain(holidays.map(|ranges| ("PublicHolidays", ranges))) {
        for range in ranges {
            match found.iter_mut().find(|(known, _)| *known == range) {
                Some((_, days)) => days.push(day),
                None => found.push((range, vec![day])),
            }
        }
    }
    let clock = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    let one = |((from, to), days): ((u16, u16), Vec<&str>)| {
        let closes = if to == DAY_MINUTES { "23:59".to_owned() } else { clock(to % DAY_MINUTES) };
        let days: Vec<String> = days.iter().map(|day| format!("https://schema.org/{day}")).collect();
        json!({ "@type": "OpeningHoursSpecification", "dayOfWeek": days, "opens": clock(from), "closes": closes })
    };
    found.into_iter().map(one).collect()
}

// A policy for each rule that has a window of days, or refuses: a shop may have several.
fn returns(cx: &Context<'_>) -> Vec<Value> {
    let Some(table) = cx.project.returns.value() else { return Vec::new() };
    let country = cx.project.holidays.value().and_then(|holidays| holidays.country.value());
    let Some(country) = country.map(|country| country.code().to_uppercase()) else { return Vec::new() };
    let days = |rule: &DecisionRule| {
        let situation = table.situation.value()?;
        rule.when()?.iter().find_map(|condition| {
            let dimension =
                situation.find(&condition.id).or_else(|| cx.project.situation.find(&condition.id))?;
            let counted = dimension.value.number.value().is_some_and(|unit| unit.starts_with("day"));
            last_day(&condition.value).filter(|_| counted)
        })
    };
    let rules = table.rules.value().into_iter().flatten();
    let rules = rules.filter(|rule| {
        cx.life(&rule.value) == Life::Now
            && rule.floor.value() != Some(&true)
            && super::is_outward(cx, rule.when())
    });
    let policy = |rule: &Entry<DecisionRule>| {
        let outcome = rule.outcome.value()?;
        let refused = outcome == "refuse";
        let kind = match (refused, days(&rule.value)) {
            (true, _) => "MerchantReturnNotPermitted",
            (false, Some(_)) => "MerchantReturnFiniteReturnWindow",
            (false, None) => return None,
        };
        let mut policy = Map::new();
        policy.insert("@type".to_owned(), json!("MerchantReturnPolicy"));
        policy.insert("name".to_owned(), json!(cx.title(&rule.title, &rule.id)));
        let when = cx.when_words(rule.when(), table.situation.value());
        put(
            &mut policy,
            "description",
            when.map(|when| json!(format!("{when}: {}", cx.outcome(table, outcome)))),
        );
        policy.insert("applicableCountry".to_owned(), json!(country));
        policy.insert("returnPolicyCategory".to_owned(), json!(format!("https://schema.org/{kind}")));
        put(
            &mut policy,
            "merchantReturnDays",
            days(&rule.value).filter(|_| !refused).map(|days| json!(days)),
        );
        let refund = match outcome.as_str() {
            "refund" => Some("FullRefund"),
            "exchange" | "replace" => Some("ExchangeRefund"),
            _ => None,
        };
        put(&mut policy, "refundType", refund.map(|refund| json!(format!("https://schema.org/{refund}"))));
        Some(Value::Object(policy))
    };
    rules.filter_map(policy).collect()
}

// The last day of a window: `0..14`, `<= 14`.
fn last_day(condition: &Condition) -> Option<u32> {
    let [only] = &condition.is[..] else { return None };
    let written = only.value.trim();
    let last = written.split_once("..").map(|(_, last)| last).or_else(|| written.strip_prefix("<="))?;
    last.trim().parse().ok()
}
