//! What a company says of itself to search engines and maps: contacts, places, hours and returns in the words of
//! schema.org. Must never promise more to the public than the standard does to everybody.

mod hours;
mod returns;

use jiff::civil::Date;
use serde_json::{Map, Value, json};

use super::assemble::Audience;
use super::charter::channels;
use super::common::Common;
use super::context::Context;
use crate::model::{Channel, ChannelKind, Location};
use crate::resolve::Project;
use crate::syntax::decode::Entry;

pub use returns::{Offer, offer_to_everybody};

/// The company for search engines, and what they are not told.
#[derive(Debug, Clone, PartialEq)]
pub struct PublicData {
    /// The organization, as JSON-LD.
    pub organization: Value,
    /// What is left out or changed.
    pub left_out: LeftOut,
}

/// Reasons for which something is left out, each with the entry that it is about, where it is about one.
pub type LeftOut = Vec<(String, Option<String>)>;

/// What everybody may know of a company, in a language, as of a day.
pub fn public_data(project: &Project, audience: &Audience, language: &str, today: Date) -> PublicData {
    let cx = Context::new(&Common::of(project, language, today), audience);
    let mut left_out = LeftOut::new();
    let organization = organization(&cx, &mut left_out);
    PublicData { organization, left_out }
}

/// The organization with its contact points, places and return policy.
pub(super) fn organization(cx: &Context<'_>, left_out: &mut LeftOut) -> Value {
    let mut company = Map::new();
    company.insert("@context".to_owned(), json!("https://schema.org"));
    company.insert("@type".to_owned(), json!("Organization"));
    put(&mut company, "name", cx.company().map(|name| json!(name)));
    put(&mut company, "url", address(cx).map(|address| json!(address)));
    let remote = channels(cx).filter(|channel| !is_place(channel));
    let remote: Vec<Value> = remote.filter_map(|entry| point(cx, entry, left_out)).collect();
    put(&mut company, "contactPoint", several(remote));
    let places = cx.project.locations.iter().filter(|place| cx.relevance.location(&place.id));
    let places: Vec<Value> = places.map(|entry| place(cx, entry, left_out)).collect();
    put(&mut company, "department", several(places));
    put(&mut company, "hasMerchantReturnPolicy", returns::policy(cx, left_out));
    Value::Object(company)
}

fn put(object: &mut Map<String, Value>, key: &str, value: Option<Value>) {
    if let Some(value) = value {
        object.insert(key.to_owned(), value);
    }
}

fn add(object: &mut Value, key: &str, value: Value) {
    if let Some(object) = object.as_object_mut() {
        object.insert(key.to_owned(), value);
    }
}

fn several(values: Vec<Value>) -> Option<Value> {
    (!values.is_empty()).then_some(Value::Array(values))
}

/// Where the standard is published, when that is a page.
fn address(cx: &Context<'_>) -> Option<String> {
    let published = cx.project.standard.value()?.published_at.first()?;
    Some(cx.plain(&published.value).trim().to_owned()).filter(|text| is_page(text))
}

fn is_place(channel: &Channel) -> bool {
    channel.kind.value() == Some(&ChannelKind::InPerson)
}

/// A channel that everybody may use from afar.
fn point(cx: &Context<'_>, entry: &Entry<Channel>, left_out: &mut LeftOut) -> Option<Value> {
    if entry.only_when.value().is_some() {
        let reason = "Not every customer may use these channels: they are left out.";
        left_out.push((reason.to_owned(), Some(entry.id.clone())));
        return None;
    }
    let mut point = Map::new();
    contacts(cx, entry, &mut point);
    if point.is_empty() {
        let reason = "The contact of these channels is no number, e-mail or link: they are left out.";
        left_out.push((reason.to_owned(), Some(entry.id.clone())));
        return None;
    }
    point.insert("@type".to_owned(), json!("ContactPoint"));
    point.insert("contactType".to_owned(), json!("customer service"));
    point.insert("name".to_owned(), json!(cx.title(&entry.title, &entry.id)));
    if entry.free_of_charge.value() == Some(&true) && point.contains_key("telephone") {
        point.insert("contactOption".to_owned(), json!("https://schema.org/TollFree"));
    }
    let languages = entry.languages.iter().map(|code| json!(code.value)).collect();
    put(&mut point, "availableLanguage", several(languages));
    let location = entry.location.value().map(String::as_str);
    put(&mut point, "hoursAvailable", several(hours::of(cx, &entry.id, location, &entry.hours, left_out)));
    Some(Value::Object(point))
}

/// The numbers, addresses and pages of a channel, the first of each; anything else is for people only.
fn contacts(cx: &Context<'_>, channel: &Channel, into: &mut Map<String, Value>) {
    for contact in channel.contact.iter().map(|contact| cx.plain(&contact.value)) {
        let contact = contact.trim();
        let key = if is_page(contact) {
            "url"
        } else if contact.contains('@') && contact.contains('.') && !contact.contains(char::is_whitespace) {
            "email"
        } else if is_number(contact) {
            "telephone"
        } else {
            continue;
        };
        into.entry(key.to_owned()).or_insert_with(|| json!(contact));
    }
}

fn is_page(text: &str) -> bool {
    (text.starts_with("https://") || text.starts_with("http://")) && !text.contains(char::is_whitespace)
}

fn is_number(text: &str) -> bool {
    text.chars().filter(char::is_ascii_digit).count() >= 3
        && text.chars().all(|letter| letter.is_ascii_digit() || " \u{a0}+-()/.".contains(letter))
}

fn place(cx: &Context<'_>, entry: &Entry<Location>, left_out: &mut LeftOut) -> Value {
    let mut place = Map::new();
    place.insert("@type".to_owned(), json!("LocalBusiness"));
    place.insert("name".to_owned(), json!(cx.title(&entry.title, &entry.id)));
    put(&mut place, "address", entry.address.value().map(|address| json!(cx.plain(address))));
    let here = |channel: &&Entry<Channel>| {
        is_place(channel) && channel.location.value().is_some_and(|location| *location == entry.id)
    };
    let counter = channels(cx).find(here);
    if let Some(counter) = counter {
        contacts(cx, counter, &mut place);
    }
    let own = match (entry.hours.value(), counter) {
        (None, Some(counter)) => &counter.hours,
        _ => &entry.hours,
    };
    let open = hours::of(cx, &entry.id, Some(&entry.id), own, left_out);
    put(&mut place, "openingHoursSpecification", several(open));
    Value::Object(place)
}
