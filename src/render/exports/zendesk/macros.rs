//! Macros: the written scripts, to be put into a reply. Must never let a text of the standard be run as a command of the
//! reply.

use serde_json::{Value, json};

use crate::model::{ChannelKind, Script};
use crate::render::exports::matter::in_words;
use crate::render::exports::{Export, Matter};
use crate::syntax::decode::Entry;

/// What fills placeholders there by itself.
const KNOWN: [(&str, &str); 3] = [
    ("{agent}", "{{current_user.name}}"),
    ("{case}", "{{ticket.id}}"),
    ("{name}", "{{ticket.requester.name}}"),
];

pub(super) fn macros(matter: &Matter<'_>, export: &mut Export) -> Vec<Value> {
    let company = matter.project.standard.value().and_then(|standard| standard.company.value());
    let mut macros = Vec::new();
    for script in &matter.project.scripts {
        if script.until.value().is_some_and(|until| until.0 < matter.today) {
            continue;
        }
        if !is_written(matter, script) {
            export
                .losses
                .add("These scripts are spoken, or have no words: they are no macros.", script.id.clone());
            continue;
        }
        if script.when.value().is_some() {
            let reason = "Macros are chosen by people: these hold in certain situations only.";
            export.losses.add(reason, format!("{}: {}", script.id, in_words(script.when.value())));
        }
        for language in matter.languages() {
            let Some(text) = matter.exactly(script.say.value(), language) else { continue };
            let company = company.map(|company| matter.text_in(company, language)).unwrap_or_default();
            let (text, left) = filled(text, company);
            if left {
                let reason = "Zendesk does not know what fills some placeholders of these macros: people do that before they send.";
                export.losses.add(reason, script.id.clone());
            }
            macros.push(json!({
                "title": format!("{} ({language})", matter.title(&script.title, &script.id, language)),
                "active": true,
                "description": format!("Script {} of the service standard.", script.id),
                "actions": [{ "field": "comment_value", "value": text }],
            }));
        }
    }
    macros
}

/// Whether a script is for a channel in which people write, or for any.
fn is_written(matter: &Matter<'_>, script: &Entry<Script>) -> bool {
    if script.say.value().is_none() {
        return false;
    }
    let named = script.when.value().and_then(|when| when.find("channel"));
    let channels: Vec<&String> =
        named.into_iter().flat_map(|condition| condition.value.is.iter()).map(|id| &id.value).collect();
    let written = |id: &&String| {
        let kind = matter.project.channels.find(id).and_then(|channel| channel.kind.value());
        matches!(kind, Some(ChannelKind::Written | ChannelKind::Chat | ChannelKind::Public))
    };
    channels.is_empty() || channels.iter().any(written)
}

/// A text with the placeholders that are known there, and whether others are left. What would be a command of the reply
/// is taken apart first.
fn filled(text: &str, company: &str) -> (String, bool) {
    let harmless = |text: &str| text.replace("{{", "{ {").replace("}}", "} }").replace("{%", "{ %");
    let mut text = harmless(text).replace("{company}", &harmless(company));
    let mut rest = text.clone();
    for (own, theirs) in KNOWN {
        rest = rest.replace(own, "");
        text = text.replace(own, theirs);
    }
    (text, rest.contains('{'))
}
