//! Flags opening hours in which one part takes back another, and public holidays that nobody names.

use crate::check::written_hours::{WrittenHours, written_hours};
use crate::check::{Context, rule};
use crate::diagnostic::Severity;
use crate::time::{Erased, Hours, Rule, day_name};

rule! {
    /// One part of opening hours takes back another part, or speaks of public holidays of no country.
    ///
    /// ## Why it matters
    /// In opening hours a part behind a semicolon replaces what the parts before it say about its days, and a part
    /// behind a comma adds to it. `Mo-Fr 09:00-18:00; Mo-Su 20:00-22:00` is closed on Monday at ten: the second part
    /// speaks of Monday too. Deadlines and duties are then counted on hours that nobody meant. Likewise `PH off`
    /// closes on no day at all until `holidays: country` says whose public holidays are meant.
    ///
    /// A part that is shorter on single days (`Mo-Su 09:00-18:00; Sa 10:00-14:00`) is an exception and accepted. Where
    /// a part moves single days to other hours altogether, an exception may be meant, and the finding is a warning.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// channels: { phone: { kind: voice, hours: Mo-Fr 09:00-18:00; Mo-Su 20:00-22:00 } }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// channels: { phone: { kind: voice, hours: "Mo-Fr 09:00-18:00, Mo-Su 20:00-22:00; PH off" } }
    /// holidays: { country: PL }
    /// ```
    "feasibility/hours-erased" { severity: Error, run: check }
}

fn check(cx: &mut Context<'_>) {
    let all = written_hours(cx.project);
    for written in &all {
        let mut said = Vec::new();
        for erased in written.hours.erased() {
            if !said.contains(&erased.by) && report(cx, written, &erased).is_some() {
                said.push(erased.by);
            }
        }
    }
    holidays_of_no_country(cx, &all);
}

fn report(cx: &mut Context<'_>, written: &WrittenHours<'_>, erased: &Erased) -> Option<()> {
    let (earlier, later) = (written.hours.rules.get(erased.rule)?, written.hours.rules.get(erased.by)?);
    let whole = says_nothing(earlier, later) || erased.on_holidays;
    // A part for single days that are shorter or longer is an exception.
    if !whole && (!erased.apart || earlier.closed) {
        return None;
    }
    let text = |rule: &Rule| written.hours.text.get(rule.at..rule.at + rule.len).unwrap_or_default().trim();
    let (before, after) = (text(earlier), text(later));
    let (when, instant) = example(erased)?;
    let is = match (earlier.closed, written.window) {
        (true, false) => "open",
        (true, true) => "included",
        (false, false) => "closed",
        (false, true) => "not included",
    };
    let message =
        format!("{when} {is} in {} `{}`: `{after}` takes back `{before}`", written.what, written.of);
    let fixed = fixed(&written.hours, erased);
    let help = match &fixed {
        Some(fixed) => format!("if both parts are meant, write `{fixed}`"),
        None => format!("put `{before}` behind `{after}`, or join them with a comma"),
    };
    let mut finding = cx
        .finding(cx.place_of(after, written.span), message)
        .label(format!("replaces what stands before it: on its days only `{after}` holds"))
        .also(cx.place_of(before, written.span), format!("alone it says that {when} {}", opposite(is)))
        .help(help)
        .arg("of", written.of)
        .arg("erased", before)
        .arg("by", after)
        .arg("witness", instant);
    if let Some(fixed) = fixed {
        finding = finding.arg("fix", fixed);
    }
    if !whole {
        finding.severity = Severity::Warning;
    }
    cx.report(finding);
    Some(())
}

fn opposite(word: &str) -> &'static str {
    match word {
        "open" => "closed",
        "closed" => "open",
        "included" => "not included",
        _ => "included",
    }
}

/// Whether every day that the earlier rule speaks of is one of the later rule's.
fn says_nothing(earlier: &Rule, later: &Rule) -> bool {
    match (earlier.days, later.days) {
        (_, None) => true,
        (None, Some(later)) => later.week == [true; 7],
        (Some(earlier), Some(later)) => {
            let covered = earlier.week.iter().zip(later.week).all(|(earlier, later)| !earlier || later);
            covered && !later.both && (!earlier.holidays || later.holidays)
        }
    }
}

/// A moment at which the two readings differ, in words and for machines.
fn example(erased: &Erased) -> Option<(String, String)> {
    const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let first = erased.lost.ranges().first().map_or(0, |(from, _)| *from);
    let (day, minute) = (first / 1_440, first % 1_440);
    let time = format!("{:02}:{:02}", minute / 60, minute % 60);
    let name = DAYS.get(usize::from(day))?;
    Some(match erased.on_holidays {
        true => (format!("a public holiday on a {name} at {time} is"), format!("PH {time}")),
        false => (format!("{name} {time} is"), format!("{} {time}", day_name(day))),
    })
}

/// The hours in which both parts hold, when they can be written with a comma or in another order.
fn fixed(hours: &Hours, erased: &Erased) -> Option<String> {
    let part = |rule: &Rule| Some(hours.text.get(rule.at..rule.at + rule.len)?.trim().to_owned());
    let earlier = hours.rules.get(erased.rule)?;
    let keeps_order = !earlier.closed && erased.apart;
    let mut parts: Vec<(bool, String)> = Vec::new();
    let mut moved = None;
    for (at, rule) in hours.rules.iter().enumerate() {
        let adds = rule.adds || (keeps_order && at == erased.by);
        match at == erased.rule && !keeps_order {
            true => moved = Some((false, part(rule)?)),
            false => parts.push((adds, part(rule)?)),
        }
    }
    parts.extend(moved);
    let mut text = String::new();
    for (at, (adds, part)) in parts.iter().enumerate() {
        text.push_str(match (at, adds) {
            (0, _) => "",
            (_, true) => ", ",
            (_, false) => "; ",
        });
        text.push_str(part);
    }
    let read = Hours::parse(&text).ok()?;
    let sound = match (erased.on_holidays, earlier.closed) {
        (true, _) => read.rules.last().is_some_and(Rule::names_holidays),
        (false, true) => read.week().intersect(&erased.lost).is_empty(),
        (false, false) => read.week().covers(&erased.lost),
    };
    sound.then_some(text)
}

/// Public holidays that are named while nothing says of which country.
fn holidays_of_no_country(cx: &mut Context<'_>, all: &[WrittenHours<'_>]) {
    // Where the days are listed by hand, or the country could not be read, nothing is lost.
    let listed = cx
        .project
        .holidays
        .value()
        .is_some_and(|holidays| !holidays.country.is_absent() || !holidays.closed.is_empty());
    let unread = cx.project.holidays.value().is_none() && !cx.project.holidays.is_absent();
    if listed || unread {
        return;
    }
    let naming = |written: &&WrittenHours<'_>| written.hours.rules.iter().any(Rule::names_holidays);
    let mut naming = all.iter().filter(naming);
    let Some(first) = naming.next() else { return };
    let Some(rule) = first.hours.rules.iter().find(|rule| rule.names_holidays()) else { return };
    let part = first.hours.text.get(rule.at..rule.at + rule.len).unwrap_or_default().trim();
    let place = cx.place_of(part, first.span);
    let year = cx.today.year();
    let christmas =
        jiff::civil::Date::new(year, 12, 25).map(|date| date.strftime("%A %-d %B %Y").to_string());
    let day = christmas.unwrap_or_default();
    let message = format!(
        "`{part}` in {} `{}` holds on no day: no country says which days are public holidays",
        first.what, first.of
    );
    let mut finding = cx
        .finding(place, message)
        .label(format!("as it stands, {day} is a day like any other"))
        .help("say whose public holidays count: `holidays: { country: PL }`, or list the days under `holidays: closed`")
        .arg("witness", day);
    let mut more = 0;
    for other in naming {
        if more < 4 {
            finding = finding.also(other.span, "here too");
        }
        more += 1;
    }
    finding = finding.arg("places", more + 1);
    cx.report(finding);
}
