//! What a standard of the corpus says, as plain types that `serde_yaml` fills: no places, no meaning, no judgement.
//! Must take every key of the corpus and no other, so that the comparison reads as much as the check does.
#![allow(dead_code, reason = "the values are read and then let go")]

use std::collections::BTreeMap;

use serde::Deserialize;

type Text = BTreeMap<String, String>;

/// A file of the corpus.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Document {
    etalon: Option<u32>,
    standard: Option<Standard>,
    languages: Option<Vec<String>>,
    time_zone: Option<String>,
    holidays: Option<Holidays>,
    currency: Option<String>,
    situation: Option<BTreeMap<String, Dimension>>,
    roles: Option<BTreeMap<String, Role>>,
    channels: Option<BTreeMap<String, Channel>>,
    response_times: Option<BTreeMap<String, ResponseTime>>,
    scripts: Option<BTreeMap<String, Script>>,
    procedures: Option<BTreeMap<String, Procedure>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Standard {
    id: String,
    company: String,
    title: Text,
    version: String,
    owner: String,
    effective: String,
    review_by: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Holidays {
    country: String,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Dimension {
    Values(Vec<String>),
    Rising { values: Vec<String>, rising: bool },
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Role {
    title: Text,
    level: u32,
    contact_staff: String,
    on_duty: String,
    reports_to: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Channel {
    kind: String,
    title: Text,
    contact: String,
    hours: String,
    staffed_by: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct When {
    channel: String,
    segment: Option<Vec<String>>,
    severity: Option<String>,
    topic: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ResponseTime {
    when: When,
    first_response: Promise,
    update_every: String,
    resolution: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Promise {
    promise: String,
    aim: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Script {
    purpose: String,
    when: When,
    say: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Procedure {
    title: Text,
    when: When,
    owner: String,
    promise: BTreeMap<String, String>,
    steps: BTreeMap<String, Step>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    who: String,
    #[serde(rename = "do")]
    action: Option<Text>,
    say: Option<String>,
    tell: Option<Text>,
    question: Option<Text>,
    yes: Option<String>,
    no: Option<String>,
    hand_over: Option<String>,
    within: Option<String>,
    next: Option<String>,
    end: Option<String>,
}
