//! Request Tracker: business hours with holidays, and service levels, as a file of its configuration. Must never let a
//! text of the standard be run as Perl, nor choose a level for a ticket that only people can judge.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::matter::in_line;
use super::promised::{Case, Grain, Promised, cases};
use super::symbols::Symbols;
use super::whole_days::closed_days;
use super::{Export, Matter, Target};
use crate::compile::open_hours::{OpenHours, Ranges, of_channels};

pub(super) const TARGET: Target = Target { id: "request-tracker", title: "Request Tracker", write };

/// The days as they are counted there.
const DAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
/// What a level has a deadline for.
const TIMES: [(&str, &str); 3] =
    [("first_response", "Response"), ("update_every", "KeepInLoop"), ("resolution", "Resolve")];
/// The longest name of a level that fits into a ticket.
const NAME: usize = 64;
/// A day there is a day and a night long.
const DAY: u64 = 1_440;

fn write(matter: &Matter<'_>, export: &mut Export) {
    let mut symbols = Symbols::default();
    let channels = of_channels(matter.project, matter.today);
    let [id, version] = matter.labels();
    let mut text = remark("", &format!("Service standard {id} {version}, as of {}.", matter.today));
    text.push_str("use utf8;\n\nSet(%ServiceBusinessHours, (\n");
    channels.iter().for_each(|hours| calendar(hours, &mut text, export));
    text.push_str("));\n\nSet(%ServiceAgreements, (\n");
    let measures = TIMES.map(|(measure, _)| measure);
    let cases = cases(matter, &measures, Grain::Minutes, &mut export.losses);
    let levels: Vec<Level<'_>> = levels(matter, &cases, &channels, export);
    let queues = queues(matter, &levels, export);
    text.push_str("    QueueDefault => {\n");
    for (channel, level) in &queues {
        let queue = symbols.of(
            "queue",
            channel,
            &format!("the name of the queue that takes what comes by `{channel}`"),
        );
        let _ = writeln!(text, "        {} => {},", quoted(&queue), quoted(&level.name));
    }
    text.push_str("    },\n    Levels => {\n");
    levels.iter().for_each(|level| written(level, &mut text, export));
    text.push_str("    },\n));\n\n1;\n");
    let loss = &mut export.losses;
    loss.say("A ticket has one due date: the earlier of the next reply and the solution.");
    loss.say("A time that runs out at the moment of closing is due at the next opening there.");
    loss.say("A queue gives its tickets the level that usually holds; people or scripts of the company choose another one, as the remark above each level says.");
    loss.say("Scripts, procedures, escalations and decisions are not exported.");
    export.file("etalon.pm", text);
    export.json("mapping.json", &symbols.mapping());
}

fn calendar(hours: &OpenHours<'_>, text: &mut String, export: &mut Export) {
    let _ = writeln!(text, "{}    {} => {{", remark("    ", hours.title), quoted(hours.id));
    // Sunday is the first day of the week there.
    let week = hours.week.iter().skip(6).chain(&hours.week);
    for ((at, name), ranges) in (0..).zip(DAYS).zip(week) {
        let _ = writeln!(text, "        {at} => {{ Name => '{name}', {} }},", day(ranges));
    }
    let closed = closed_days(hours, &mut export.losses);
    let closed: Vec<String> = closed.iter().map(|day| format!("'{}'", day.date)).collect();
    let _ = writeln!(text, "        holidays => [{}],\n    }},", closed.join(", "));
    if hours.zone.is_none() {
        let reason = "No time zone is said for these channels: the one of Request Tracker holds.";
        export.losses.add(reason, hours.id);
    }
}

/// A day: from the first opening to the last closing, and the breaks between.
fn day(ranges: &Ranges) -> String {
    let (Some((from, _)), Some((_, to))) = (ranges.first(), ranges.last()) else {
        return "Start => undef, End => undef".to_owned();
    };
    // The end of a day is written as the beginning of the next.
    let clock = |minute: u16| format!("'{}:{:02}'", minute / 60 % 24, minute % 60);
    let breaks = ranges
        .iter()
        .zip(ranges.iter().skip(1))
        .map(|((_, end), (start, _))| format!("{{ Start => {}, End => {} }}", clock(*end), clock(*start)));
    let breaks: Vec<String> = breaks.collect();
    let mut text = format!("Start => {}, End => {}", clock(*from), clock(*to));
    if !breaks.is_empty() {
        let _ = write!(text, ", Breaks => [{}]", breaks.join(", "));
    }
    text
}

/// A service level: a case, and the calendar on which its clock runs.
struct Level<'c> {
    name: String,
    case: &'c Case,
    calendar: Option<&'c OpenHours<'c>>,
    /// The channels for which it is made.
    channels: Vec<String>,
}

/// The levels of the cases: one for each calendar on which the times of a case run.
fn levels<'c>(
    matter: &Matter<'_>,
    cases: &'c [Case],
    channels: &'c [OpenHours<'c>],
    export: &mut Export,
) -> Vec<Level<'c>> {
    let all: Vec<String> = matter.channels().map(|channel| channel.id.clone()).collect();
    let mut levels: Vec<Level<'c>> = Vec::new();
    for case in cases {
        let mut calendars: BTreeMap<Option<usize>, Vec<String>> = BTreeMap::new();
        let business = case.times.values().any(|time| time.business);
        for id in case.when.get("channel").unwrap_or(&all) {
            let own = channels.iter().find(|hours| hours.id == id);
            let same = own.and_then(|own| channels.iter().position(|other| own.is_like(other)));
            if business && same.is_none() {
                let reason =
                    "Business hours are promised on these channels, which say none: they have no level.";
                export.losses.add(reason, format!("{id}: {}", case.rules()));
                continue;
            }
            calendars.entry(same.filter(|_| business)).or_default().push(id.clone());
        }
        for (calendar, ids) in calendars {
            let name = format!("{:03} {}", levels.len() + 1, case.rules());
            let calendar = calendar.and_then(|at| channels.get(at));
            levels.push(Level { name: name.chars().take(NAME).collect(), case, calendar, channels: ids });
        }
    }
    levels
}

/// The level that a queue for a channel gives to its tickets: the one whose rules ask for nothing but the channel.
fn queues<'l, 'c>(
    matter: &Matter<'_>,
    levels: &'l [Level<'c>],
    export: &mut Export,
) -> BTreeMap<String, &'l Level<'c>> {
    let mut found = BTreeMap::new();
    for channel in matter.channels() {
        let mut here = levels.iter().filter(|level| level.channels.contains(&channel.id)).peekable();
        if here.peek().is_none() {
            continue;
        }
        match here.find(|level| level.case.conditions(matter) == 0) {
            Some(level) => {
                found.insert(channel.id.clone(), level);
            }
            None => {
                let reason = "No level holds for all tickets of these channels: their queues have none until people or scripts of the company choose one.";
                export.losses.add(reason, channel.id.clone());
            }
        }
    }
    found
}

fn written(level: &Level<'_>, text: &mut String, export: &mut Export) {
    let mut when: BTreeMap<&str, String> =
        level.case.when.iter().map(|(name, values)| (name.as_str(), values.join(" or "))).collect();
    if level.calendar.is_some() {
        when.insert("channel", level.channels.join(" or "));
    }
    let when: Vec<String> = when.iter().map(|(name, values)| format!("{name}: {values}")).collect();
    let when = if when.is_empty() { "every request".to_owned() } else { when.join("; ") };
    let _ = writeln!(text, "{}        {} => {{", remark("        ", &when), quoted(&level.name));
    if let Some(calendar) = level.calendar {
        let _ = writeln!(text, "            BusinessHours => {},", quoted(calendar.id));
        if let Some(zone) = calendar.zone {
            let _ = writeln!(text, "            Timezone => {},", quoted(zone));
        }
    }
    for (measure, kind) in TIMES {
        let Some(time) = level.case.times.get(measure) else { continue };
        let said = format!("{}: {measure}", time.rule);
        if time.business && level.calendar.is_some_and(|calendar| !reached(time, calendar)) {
            export
                .losses
                .add("Due dates are searched for a month: these times are longer, and left out.", said);
            continue;
        }
        if !time.business && time.amount >= DAY {
            let reason = "A day has 24 hours there: where the clock goes forward or back meanwhile, the due date is an hour late or early.";
            export.losses.add(reason, said);
        }
        let clock = if time.business { "BusinessMinutes" } else { "RealMinutes" };
        let _ = writeln!(text, "            {kind} => {{ {clock} => {} }},", time.amount);
    }
    text.push_str("        },\n");
}

/// Whether a time is over within the month that is searched, even where a week of it is all holidays.
fn reached(time: &Promised, calendar: &OpenHours<'_>) -> bool {
    let week: u64 = calendar.week.iter().flatten().map(|(from, to)| u64::from(to - from)).sum();
    time.amount <= 3 * week
}

fn remark(indent: &str, text: &str) -> String {
    format!("{indent}# {}\n", in_line(text))
}

/// A text between quotes that Perl takes as it is.
fn quoted(text: &str) -> String {
    format!("'{}'", in_line(text).replace('\\', "\\\\").replace('\'', "\\'"))
}
