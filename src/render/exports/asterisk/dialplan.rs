//! Opening hours as lines of a dialplan: first the days that differ, then the usual week. Must never say that it is open
//! in a minute in which the standard says it is closed.

use std::fmt::Write;

use jiff::civil::Date;

use super::{head, name, remark};
use crate::compile::open_hours::{Differing, OpenHours, clock};
use crate::model::{AfterHours, Channel};
use crate::render::exports::symbols::Symbols;
use crate::render::exports::{Export, Matter};
use crate::syntax::decode::Entry;

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

pub(super) fn dialplan<'h, 'a: 'h>(
    matter: &Matter<'a>,
    channels: &[&'a Entry<Channel>],
    open: impl Fn(&Entry<Channel>) -> Option<&'h OpenHours<'a>>,
    symbols: &mut Symbols,
    export: &mut Export,
) -> String {
    let mut text = head(matter, "Include from extensions.conf: #include etalon/extensions.conf");
    let last = last_day(matter.today);
    text.push_str(&remark(&format!("Days that differ are written up to {last}: export again before.")));
    let reason = format!(
        "Dates have no year there: days that differ are written up to {last}, and hold in every year. Export again before."
    );
    export.losses.say(&reason);
    for channel in channels {
        let hours = open(channel);
        let title = matter.title(&channel.title, &channel.id, matter.project.source_language());
        let _ = writeln!(text, "\n[{}]", name(&channel.id));
        text.push_str(&remark(title));
        let mut lines = Lines { text: &mut text, begun: None };
        match hours {
            Some(hours) => lines.hours(hours, last, export),
            None => {
                let reason = "These channels say no hours, or hours that depend on something else: they are always open there.";
                export.losses.add(reason, channel.id.clone());
                lines.put("s", "Goto(open,1)");
            }
        }
        lines.put("open", "Answer()");
        lines.put("open", &format!("Queue({})", name(&channel.id)));
        lines.put("open", "Hangup()");
        closed(matter, channel, channels, &mut lines, symbols, export);
    }
    text
}

/// What happens to callers when it is closed.
fn closed(
    matter: &Matter<'_>,
    channel: &Entry<Channel>,
    channels: &[&Entry<Channel>],
    lines: &mut Lines<'_>,
    symbols: &mut Symbols,
    export: &mut Export,
) {
    let after = channel.after_hours.value();
    for script in after.into_iter().flat_map(|after| after.script.iter()) {
        let said = matter.project.scripts.find(&script.value).and_then(|script| script.say.value());
        let versions = matter
            .languages()
            .into_iter()
            .filter_map(|language| Some(format!("{language}: {}", matter.exactly(said, language)?.trim())));
        let words = versions.collect::<Vec<_>>().join(" / ");
        let means = format!("the sound, in each language, with the words of `{}` ({words})", script.value);
        lines.put("closed", &format!("Playback({})", symbols.of("sound", &script.value, &means)));
    }
    if let Some(to) = redirect(channel) {
        // Two channels that hand over to each other would turn a caller in circles.
        match channels.iter().find(|other| other.id == *to && redirect(other).is_none()) {
            Some(other) => lines.put("closed", &format!("Goto({},s,1)", name(&other.id))),
            None => {
                let reason = "Callers of these channels are sent to a channel that is no telephone, or sends them on itself: the call ends.";
                export.losses.add(reason, format!("{}: {to}", channel.id));
            }
        }
    }
    if after.and_then(|after: &AfterHours| after.callback.value()).is_some() {
        let reason = "Nothing there calls back by itself: the callback after closing time is left out.";
        export.losses.add(reason, channel.id.clone());
    }
    lines.put("closed", "Hangup()");
}

fn redirect(channel: &Entry<Channel>) -> Option<&String> {
    channel.after_hours.value()?.redirect.value()
}

/// The last day before the day of the export comes again.
fn last_day(today: Date) -> Date {
    let again = today.saturating_add(jiff::Span::new().years(1));
    again.yesterday().unwrap_or(again)
}

/// The lines of a part of the dialplan.
struct Lines<'t> {
    text: &'t mut String,
    begun: Option<&'static str>,
}

impl Lines<'_> {
    fn put(&mut self, extension: &'static str, command: &str) {
        let _ = if self.begun == Some(extension) {
            writeln!(self.text, " same => n,{command}")
        } else {
            writeln!(self.text, "exten => {extension},1,{command}")
        };
        self.begun = Some(extension);
    }

    fn hours(&mut self, hours: &OpenHours<'_>, last: Date, export: &mut Export) {
        let zone = hours.zone.unwrap_or_else(|| {
            let reason = "No time zone is said for these channels: the clock of the server holds.";
            export.losses.add(reason, hours.id);
            ""
        });
        if hours.seasonal {
            export.losses.add(
                "The usual week is that of the present season; days of other seasons stand one by one.",
                hours.id,
            );
        }
        for day in hours.differing.iter().take_while(|day| day.date <= last) {
            self.differing(day, zone);
        }
        for (range, days) in hours.by_range() {
            for run in runs(&days) {
                self.test(range, &format!("{run},*,*"), zone, "open");
            }
        }
        self.put("s", "Goto(closed,1)");
    }

    fn differing(&mut self, day: &Differing, zone: &str) {
        let month = usize::try_from(day.date.month()).unwrap_or_default();
        let month = MONTHS.get(month.saturating_sub(1)).copied().unwrap_or("jan");
        let on = format!("*,{},{month}", day.date.day());
        if let Some(name) = day.name {
            self.text.push_str(&format!(" {}", remark(&format!("{}: {name}", day.date))));
        }
        for range in &day.open {
            self.test(*range, &on, zone, "open");
        }
        if day.open.as_slice() != [(0, 1_440)] {
            self.test((0, 1_440), &on, zone, "closed");
        }
    }

    /// A test of the clock; the last minute is included there.
    fn test(&mut self, (from, to): (u16, u16), on: &str, zone: &str, then: &str) {
        let times = match (from, to) {
            (0, 1_440) => "*".to_owned(),
            (from, to) => format!("{}-{}", clock(from), clock(to.saturating_sub(1))),
        };
        let zone = if zone.is_empty() { String::new() } else { format!(",{zone}") };
        self.put("s", &format!("GotoIfTime({times},{on}{zone}?{then},1)"));
    }
}

/// Days of the week as runs: `mon-fri`, `sun`.
fn runs(days: &[usize]) -> Vec<String> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for day in days {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *day => *last = *day,
            _ => runs.push((*day, *day)),
        }
    }
    let name = |day: usize| DAYS.get(day).copied().unwrap_or("mon");
    let run = |(first, last): (usize, usize)| match (first, last) {
        (0, 6) => "*".to_owned(),
        (first, last) if first == last => name(first).to_owned(),
        (first, last) => format!("{}-{}", name(first), name(last)),
    };
    runs.into_iter().map(run).collect()
}
