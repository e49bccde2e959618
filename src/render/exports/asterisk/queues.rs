//! Queues: one for each telephone channel, and one more wherever some callers are promised another time. Must never
//! measure callers by a time that they were not promised.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::{head, name, remark};
use crate::model::Channel;
use crate::render::exports::promised::{Case, Grain, cases};
use crate::render::exports::symbols::Symbols;
use crate::render::exports::{Export, Matter};
use crate::syntax::decode::Entry;

/// The measures that a service level stands for, the first before the others.
const MEASURES: [&str; 2] = ["answer", "wait"];

pub(super) fn queues(
    matter: &Matter<'_>,
    channels: &[&Entry<Channel>],
    symbols: &mut Symbols,
    export: &mut Export,
) -> String {
    let mut text = head(matter, "Include from queues.conf, behind [general]: #include etalon/queues.conf");
    let cases = cases(matter, &MEASURES, Grain::Seconds, &mut export.losses);
    for channel in channels {
        let levels = levels(matter, channel, &cases);
        if levels.is_empty() {
            let reason = "No time until somebody picks up is promised on these channels: their queues have no service level.";
            export.losses.add(reason, channel.id.clone());
        }
        if levels.len() > 1 {
            let reason = "Callers who are promised another time have a queue of their own: the dialplan of the company has to put them there.";
            let others = levels.iter().skip(1).map(|level| queue_name(channel, level));
            export.losses.add(reason, format!("{}: {}", channel.id, others.collect::<Vec<_>>().join(", ")));
        }
        let music = symbols.of(
            "music",
            &channel.id,
            &format!("the class of music on hold that callers of `{}` hear while they wait", channel.id),
        );
        let usual = Level { seconds: None, rules: String::new(), first: true };
        for level in if levels.is_empty() { vec![usual] } else { levels } {
            let title = matter.title(&channel.title, &channel.id, matter.project.source_language());
            text.push_str(&format!("\n[{}]\n", queue_name(channel, &level)));
            text.push_str(&remark(title));
            if let Some(seconds) = level.seconds {
                text.push_str(&remark(&format!("From the rules {} of the service standard.", level.rules)));
                let _ = writeln!(text, "servicelevel = {seconds}");
            }
            let _ = writeln!(text, "musicclass = {music}");
        }
    }
    text
}

/// A time that some callers of a channel are promised.
#[derive(Debug)]
struct Level {
    seconds: Option<u64>,
    rules: String,
    /// Whether it is that of the queue which the dialplan opens.
    first: bool,
}

/// The times that callers of a channel are promised: first that of the cases which ask for least.
fn levels(matter: &Matter<'_>, channel: &Entry<Channel>, cases: &[Case]) -> Vec<Level> {
    let here = |case: &&Case| case.when.get("channel").is_none_or(|ids| ids.contains(&channel.id));
    let mut found: BTreeMap<u64, (usize, Vec<&str>)> = BTreeMap::new();
    for case in cases.iter().filter(here) {
        let Some(time) = MEASURES.iter().find_map(|measure| case.times.get(measure)) else { continue };
        let asked = case.conditions(matter);
        let (least, rules) = found.entry(time.amount).or_insert((asked, Vec::new()));
        *least = asked.min(*least);
        if !rules.contains(&time.rule.as_str()) {
            rules.push(&time.rule);
        }
    }
    let mut found: Vec<_> = found.into_iter().collect();
    found.sort_by_key(|(seconds, (asked, _))| (*asked, std::cmp::Reverse(*seconds)));
    let level = |(at, (seconds, (_, rules))): (usize, (u64, (usize, Vec<&str>)))| Level {
        seconds: Some(seconds),
        rules: rules.join(", "),
        first: at == 0,
    };
    found.into_iter().enumerate().map(level).collect()
}

fn queue_name(channel: &Entry<Channel>, level: &Level) -> String {
    match (level.first, level.seconds) {
        (false, Some(seconds)) => format!("{}-{seconds}s", name(&channel.id)),
        _ => name(&channel.id),
    }
}
