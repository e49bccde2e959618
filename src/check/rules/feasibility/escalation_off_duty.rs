//! Flags escalations that wake nobody.

use crate::check::calendars::Calendars;
use crate::check::instant::{length, on_the_wall};
use crate::check::said::as_argument;
use crate::check::{Context, duty, rule};
use crate::diagnostic::Finding;
use crate::model::{Channel, Escalation, Level};
use crate::situation::standard::{StandardTable, escalated};
use crate::situation::{Analysis, Budget, Point, Region};
use crate::source::Spanned;
use crate::syntax::decode::Entry;
use crate::time::{Apart, Clock, Hours, Timeline, Unit};

rule! {
    /// An escalation goes to somebody who is not on duty then, and will not be for longer than the escalation waited.
    ///
    /// ## Why it matters
    /// The level is reached at night or at the weekend, the message lies there, and the customer who was worth
    /// escalating waits all the same. A level that is counted in days may wait for the next morning and is not looked
    /// at; one after half an hour may not wait.
    /// Looked at are all arrivals of the channels on which the escalation counts.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// channels: { chat: { kind: chat, hours: 24/7 } }
    /// roles: { lead: { on_duty: Mo-Fr 08:00-20:00 } }
    /// escalations:
    ///   all: { levels: [ { after: 30 min, to: lead } ] }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// channels: { chat: { kind: chat, hours: 24/7 } }
    /// roles: { lead: { on_duty: Mo-Fr 08:00-20:00 }, watch: { on_duty: 24/7 } }
    /// escalations:
    ///   all: { levels: [ { after: 30 min, to: watch }, { after: 2 business days, to: lead } ] }
    /// ```
    "feasibility/escalation-off-duty" { severity: Warning, run: check }
}

fn check(cx: &mut Context<'_>) {
    let Some(standard) = escalated(cx.project, cx.today) else { return };
    let Some(attribute) = standard.table.attributes.iter().position(|known| known.name == "escalation")
    else {
        return;
    };
    let calendars = cx.calendars;
    let mut analysis: Option<Analysis<'_>> = None;
    let mut findings = Vec::new();
    for (rule, _) in standard.table.candidates(attribute) {
        let Some(id) = standard.rules.get(rule).map(|rule| rule.id) else { continue };
        let Some(escalation) = cx.project.escalations.find(id) else { continue };
        for level in escalation.levels.iter() {
            let off = cx.project.channels.iter().find_map(|channel| {
                let worst = asleep(cx, calendars, channel, escalation, &level.value)?;
                let mut part = Region::everywhere();
                if let Some((at, dimension)) = standard.table.space.find("channel") {
                    part.limit(at, dimension.read(&channel.id)?);
                }
                let ready = || Analysis::of(&standard.table, Budget::default());
                let point = analysis.get_or_insert_with(ready).within(&[(attribute, rule)], &part).ok()??;
                Some((channel, worst, point))
            });
            if let Some((channel, worst, point)) = off {
                findings.extend(finding(cx, &standard, escalation, level, channel, &worst, &point));
            }
        }
    }
    findings.into_iter().for_each(|finding| cx.report(finding));
}

// The arrival on a channel from which the level waits longest for the role that it goes to, where that is longer than
// the level itself.
fn asleep(
    cx: &Context<'_>,
    calendars: &Calendars<'_>,
    channel: &Entry<Channel>,
    escalation: &Escalation,
    level: &Level,
) -> Option<Apart> {
    // A level that is counted in days may wait for the next morning, and for the end of the holidays.
    let after = level
        .after
        .value()
        .filter(|after| !matches!(after.unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year))?;
    let staffed = duty::on_duty(cx, calendars, &[level.to.value()?.clone()])?;
    // Who is told at the moment of going home is still told.
    let staffed = Timeline::of(staffed.open().iter().map(|(from, to)| (*from, to + 1)).collect());
    let hours = match after.clock {
        Clock::Calendar => Hours::always(),
        Clock::Business => escalation.hours.value().or(channel.hours.value())?.clone(),
    };
    let desk = calendars.desk_at(channel, &hours);
    let fires = desk.finish(after);
    let arrivals = duty::arrivals(calendars, channel)?;
    let start = desk.layout.at_once().known()?.0;
    let reached = fires.then(&staffed.until_open(start));
    let worst = reached.furthest_behind(&fires, Some(&arrivals))?;
    let patience = desk.bounds(after)?.shortest.max(3_600);
    (worst.seconds() > patience).then_some(worst)
}

fn finding(
    cx: &Context<'_>,
    standard: &StandardTable<'_>,
    escalation: &Entry<Escalation>,
    level: &Spanned<Level>,
    channel: &Entry<Channel>,
    worst: &Apart,
    point: &Point,
) -> Option<Finding> {
    let (after, to) = (level.value.after.get()?, level.value.to.get()?);
    let zone = cx.project.zone(None);
    let message = format!(
        "the escalation `{}` goes to `{}` after {}, but `{}` may be off duty for another {}",
        escalation.id,
        to.value,
        after.value,
        to.value,
        length(worst.seconds())
    );
    let help = format!(
        "for example: what comes by `{}` on {} is escalated on {}, and `{}` is back on {}. Send it to somebody who is on \
         duty then, or count in business hours",
        channel.id,
        on_the_wall(&zone, worst.arrival),
        on_the_wall(&zone, worst.other),
        to.value,
        on_the_wall(&zone, worst.this)
    );
    let mut situation = standard.situation(point);
    situation.insert("channel".to_owned(), channel.id.clone());
    let mut finding = cx
        .finding(to.span, message)
        .label("off duty then")
        .help(help)
        .arg("rules", vec![escalation.id.as_str()])
        .arg("role", to.value.as_str())
        .arg("witness", as_argument(situation))
        .arg("arrival", worst.arrival.to_string())
        .arg("escalated", worst.other.to_string())
        .arg("on_duty", worst.this.to_string());
    if let Some(span) = cx.project.roles.find(&to.value).and_then(|role| role.on_duty.span()) {
        finding = finding.also(span, "on duty");
    }
    Some(finding)
}
