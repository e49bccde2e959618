//! Asterisk: a queue for each telephone channel, and its opening hours as a dialplan. Must never let a text of the
//! standard become a command, nor write the name of a sound or a colleague that only the telephone system knows.

mod dialplan;
mod queues;

use super::matter::in_line;
use super::symbols::Symbols;
use super::{Export, Matter, Target};
use crate::compile::open_hours::of_channels;
use crate::model::{Channel, ChannelKind};
use crate::syntax::decode::Entry;

pub(super) const TARGET: Target = Target { id: "asterisk", title: "Asterisk", write };

fn write(matter: &Matter<'_>, export: &mut Export) {
    let mut symbols = Symbols::default();
    let voice = |channel: &&Entry<Channel>| channel.kind.value() == Some(&ChannelKind::Voice);
    let channels: Vec<&Entry<Channel>> = matter.channels().filter(voice).collect();
    let hours = of_channels(matter.project, matter.today);
    let open = |channel: &Entry<Channel>| hours.iter().find(|hours| hours.id == channel.id);
    let queues = queues::queues(matter, &channels, &mut symbols, export);
    let dialplan = dialplan::dialplan(matter, &channels, open, &mut symbols, export);
    let loss = &mut export.losses;
    loss.say("Only telephone channels are exported.");
    loss.say("Who answers is not written: add the members of each queue, and the strategy by which they are called.");
    loss.say("What callers hear and the music while they wait are names: put the names of your sounds in their place, as `mapping.json` says.");
    loss.say("No limit ends the wait in a queue: a promise is measured, and nobody is thrown out when it is missed.");
    loss.say("The files are for plain Asterisk, included from its own: programs that write its configuration overwrite them.");
    loss.say("Voice menus, scripts of conversations, procedures and decisions are not exported.");
    export.file("queues.conf", queues);
    export.file("extensions.conf", dialplan);
    export.json("mapping.json", &symbols.mapping());
}

/// The name of the queue and of the part of the dialplan of a channel; with the prefix it is never one that Asterisk
/// gives a meaning of its own.
fn name(id: &str) -> String {
    let safe = |letter: char| if letter.is_ascii_alphanumeric() || letter == '-' { letter } else { '-' };
    let name: String = id.chars().map(safe).take(60).collect();
    format!("etalon-{name}")
}

/// A text of the standard behind a semicolon: one line, and no beginning of a longer remark.
fn remark(text: &str) -> String {
    format!("; {}\n", in_line(text).replace(';', ""))
}

/// The head of a file.
fn head(matter: &Matter<'_>, include: &str) -> String {
    let [id, version] = matter.labels();
    let mut text = remark(&format!("Service standard {id} {version}, as of {}.", matter.today));
    text.push_str(&remark(include));
    text
}
