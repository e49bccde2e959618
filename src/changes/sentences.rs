//! Changes of tables in sentences that a manager says. Must never name a dimension or a rule otherwise than the
//! standard does.

use super::tables::{Group, is_by_entry};
use super::{Kind, Said};
use crate::situation::Region;
use crate::situation::standard::Pair;

/// The change in one sentence.
pub(super) fn sentence(
    pair: &Pair<'_, '_>,
    group: &Group,
    kind: Kind,
    (was, is): &(Vec<String>, Vec<String>),
    (old, new): (&Said, &Said),
) -> String {
    let table = pair.new.table.name.as_str();
    let attribute = pair.new.table.attributes.get(group.first.attribute);
    let attribute = attribute.map_or("", |attribute| attribute.name.as_str());
    let who = match group.regions.as_slice() {
        [(region, whole, _)] => customers(pair, region, *whole),
        [(region, whole, _), rest @ ..] => match rest.len() {
            1 => format!("{} (and in one more group of situations)", customers(pair, region, *whole)),
            more => format!("{} (and in {more} more groups of situations)", customers(pair, region, *whole)),
        },
        [] => "customers".to_owned(),
    };
    let (was, is) = (listed(was), listed(is));
    match table {
        "response_times" => promise(&who, attribute, kind, &was, &is),
        "scripts" => script(&who, attribute, &was, &is),
        "procedures" => instead(&who, "the procedure", "are served by", &was, &is),
        "escalations" => instead(&who, "the escalation", "are covered by", &was, &is),
        table if is_by_entry(table) => match new.rules.is_empty() && !old.rules.is_empty() {
            true => format!("`{attribute}` no longer holds for {who}"),
            false => format!("`{attribute}` now holds for {who}"),
        },
        table => decision(&who, table, attribute, &was, &is),
    }
}

fn promise(who: &str, measure: &str, kind: Kind, was: &str, is: &str) -> String {
    let end = match measure {
        "answer" => "until a person picks up",
        "wait" => "in the queue",
        "acknowledgement" => "until they hear that the message has arrived",
        "first_response" => "for the first answer",
        "next_response" => "for each further answer",
        "callback" => "to be called back",
        "arrival" => "until somebody is on site",
        "workaround" => "until they can go on working",
        "resolution" => "until the problem is solved",
        "delivery" => "for the goods",
        "refund" => "for the money",
        _ => "",
    };
    match (kind, measure) {
        (Kind::Uncovered, _) => format!("{who} are no longer promised `{measure}`; it was {was}"),
        (Kind::Covered, _) => format!("{who} are now promised `{measure}`: {is}"),
        (Kind::DutyAdded | Kind::DutyRemoved, _) => {
            format!("for {who} staff now aim for {is} instead of {was} in `{measure}`; the promise stays")
        }
        (_, "update_every") => format!("{who} now hear every {is} instead of every {was} where things stand"),
        (_, _) if end.is_empty() => {
            format!("{who} are now promised {is} instead of {was} for `{measure}`")
        }
        (Kind::Changed, _) => {
            format!("{who} now wait {is} instead of {was} {end}; which is better is not certain")
        }
        _ => format!("{who} now wait {is} instead of {was} {end}"),
    }
}

fn script(who: &str, purpose: &str, was: &str, is: &str) -> String {
    match (was.is_empty(), is.is_empty()) {
        (_, true) => format!("{who} no longer have a script for `{purpose}`; it was {was}"),
        (true, _) => format!("{who} now have a script for `{purpose}`: {is}"),
        _ => format!("{who} now hear {is} instead of {was} for `{purpose}`"),
    }
}

fn instead(who: &str, what: &str, verb: &str, was: &str, is: &str) -> String {
    match (was.is_empty(), is.is_empty()) {
        (_, true) => format!("{who} are left without {what} {was}, and nothing takes its place"),
        (true, _) => format!("{who} now {verb} {what} {is}; there was none"),
        _ => format!("{who} now {verb} {what} {is} instead of {was}"),
    }
}

fn decision(who: &str, table: &str, attribute: &str, was: &str, is: &str) -> String {
    match (was.is_empty(), is.is_empty()) {
        (_, true) => format!("`{table}` no longer says the `{attribute}` for {who}; it was {was}"),
        (true, _) => format!("`{table}` now says the `{attribute}` for {who}: {is}"),
        _ => format!("the `{attribute}` of `{table}` for {who} is now {is} instead of {was}"),
    }
}

fn listed(values: &[String]) -> String {
    let figure = |value: &str| value.starts_with(|first: char| first.is_ascii_digit());
    let quoted = |value: &String| {
        if figure(value) || value.contains(' ') { value.clone() } else { format!("`{value}`") }
    };
    values.iter().map(quoted).collect::<Vec<_>>().join(" or ")
}

// The customers of a region: `gold customers with severity outage by chat at Sa 22:00-24:00`.
fn customers(pair: &Pair<'_, '_>, region: &Region, whole: bool) -> String {
    let (mut which, mut with, mut by, mut at) = (String::new(), Vec::new(), String::new(), String::new());
    for (dimension, set) in region.limits() {
        let Some(dimension) = pair.new.table.space.dimensions.get(dimension) else { continue };
        let words = dimension.words(set);
        match dimension.name.as_str() {
            "channel" => by = format!(" by {words}"),
            "time" => at = format!(" at {words}"),
            "segment" if !words.starts_with("anything but") => which = format!("{words} "),
            name => with.push(format!("{name} {words}")),
        }
    }
    let with = if with.is_empty() { String::new() } else { format!(" with {}", with.join(", ")) };
    let parts = if whole { "" } else { ", unless another rule wins," };
    format!("{which}customers{with}{by}{at}{parts}")
}
