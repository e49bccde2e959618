//! Flags staffing with which a promised share of calls cannot be answered in time.

use crate::check::calendars::only_while_open;
use crate::check::queue::Queue;
use crate::check::{Context, rule};
use crate::diagnostic::{Finding, Severity};
use crate::model::{Channel, ResponseTime, Staffing, When};
use crate::situation::answer::groups;
use crate::source::Spanned;
use crate::syntax::decode::Entry;
use crate::time::{Amount, Figure};

rule! {
    /// The people on duty cannot answer the promised share of calls in time.
    ///
    /// ## Why it matters
    /// `20 s for 80%` is a figure about a queue, and a queue can be computed: from the calls of an hour, the time each
    /// takes and the people who answer. A few people too few cost far more than they save, because waiting grows
    /// steeply as everybody is always busy. When the calls are as much work as there are people, or more, the queue
    /// grows for as long as the peak lasts; that is an error, whatever is promised.
    ///
    /// It is computed with Erlang C: calls come at random, the peak lasts, everybody takes every call, nobody hangs up.
    /// Callers who hang up make the figure somewhat better. `on_duty` are the people who answer at the same time;
    /// `shrinkage` only says how many more have to be on the rota.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// channels: { phone: { kind: voice } }
    /// response_times: { phone: { when: { channel: phone }, answer: 20 s for 80% } }
    /// staffing: { peak: { channel: phone, calls_per_hour: 60, handling: 4 min, on_duty: 5 } }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// channels: { phone: { kind: voice } }
    /// response_times: { phone: { when: { channel: phone }, answer: 20 s for 80% } }
    /// staffing: { peak: { channel: phone, calls_per_hour: 60, handling: 4 min, on_duty: 7 } }
    /// ```
    "feasibility/too-few-people" { severity: Warning, run: check }
}

fn check(cx: &mut Context<'_>) {
    let calendars = cx.calendars;
    for staffing in &cx.project.staffing {
        let Some(channel) = staffing.channel.value().and_then(|id| calendars.channel(id)) else { continue };
        // Whoever writes does not wait on the line, and in a chat one person talks with several customers.
        let (Some(people), true) = (staffing.on_duty.get(), only_while_open(channel)) else { continue };
        let Some(queue) = queue(staffing, cx.project.ring_seconds()) else { continue };
        if f64::from(people.value) <= queue.load() {
            overloaded(cx, staffing, people, &queue);
            continue;
        }
        let promised = promise_for(cx, channel, staffing.when.value());
        if let Some(promised) = promised {
            too_slow(cx, staffing, people, &queue, &promised);
        }
    }
}

fn queue(staffing: &Staffing, ring: u64) -> Option<Queue> {
    let calls_per_hour =
        staffing.calls_per_hour.value().copied().filter(|calls| calls.is_finite() && *calls > 0.0)?;
    let handling = staffing.handling.value()?;
    let handling = handling.seconds(ring).or_else(|| handling.business_seconds())?;
    (handling > 0).then_some(Queue { calls_per_hour, handling: handling as f64 })
}

fn overloaded(cx: &mut Context<'_>, staffing: &Entry<Staffing>, people: &Spanned<u32>, queue: &Queue) {
    let needed = (queue.load().floor() + 1.0).min(f64::from(u32::MAX));
    let message = format!(
        "with {} on duty the queue of `{}` never ends: the calls alone keep {} busy",
        number(people.value.into()),
        staffing.id,
        number(queue.load())
    );
    let mut finding = facts(staffing, cx.finding(people.span, message), queue)
        .label("too few, whatever is promised")
        .help(format!("let at least {needed} people answer{}", on_the_rota(staffing, needed)));
    finding.severity = Severity::Error;
    cx.report(finding);
}

fn too_slow(
    cx: &mut Context<'_>,
    staffing: &Entry<Staffing>,
    people: &Spanned<u32>,
    queue: &Queue,
    promised: &Promised<'_>,
) {
    let Figure::ShareOf { within, share } = &promised.figure.value else { return };
    let wanted = share.points.to_f64() / 100.0;
    let Some(seconds) = within.seconds(cx.project.ring_seconds()) else { return };
    // Of all calls, none may wait too long: no number of people is enough for that.
    if wanted >= 1.0 {
        return;
    }
    let Some(reached) = queue.answered_within(people.value, seconds as f64) else { return };
    let Some(needed) = queue.people_for(wanted, seconds as f64, None) else { return };
    if reached + 1e-9 >= wanted {
        return;
    }
    let message = format!(
        "with {} on duty {}% of the calls of `{}` are answered within {within}, but {share} are promised",
        number(people.value.into()),
        (reached * 100.0).floor(),
        staffing.id,
    );
    let instead = queue.within(people.value, wanted).map(|seconds| {
        // Nobody promises odd seconds.
        match seconds <= 90.0 {
            true => format!(", or promise `{} s for {share}`", (seconds / 5.0).ceil() * 5.0),
            false => format!(", or promise `{} min for {share}`", (seconds / 60.0).ceil()),
        }
    });
    let wait = queue.mean_wait(people.value).unwrap_or_default().round();
    let finding = facts(staffing, cx.finding(people.span, message), queue)
        .label(format!("{} would do; as it is, a call waits {wait} s on average", number(needed.into())))
        .also(promised.figure.span, format!("promised by `{}`", promised.rule.id))
        .help(format!(
            "let {} people answer{}{}",
            needed,
            on_the_rota(staffing, f64::from(needed)),
            instead.unwrap_or_default()
        ))
        .arg("rules", vec![promised.rule.id.as_str()])
        .arg("promised", promised.figure.value.to_string())
        .arg("reached", (reached * 1_000.0).floor() / 10.0)
        .arg("needed", needed);
    cx.report(finding);
}

fn facts(staffing: &Entry<Staffing>, finding: Finding, queue: &Queue) -> Finding {
    let calls = queue.calls_per_hour;
    let handling = staffing.handling.value().map(ToString::to_string).unwrap_or_default();
    let finding = match staffing.calls_per_hour.span() {
        Some(span) => finding.also(span, format!("{calls} calls an hour, {handling} each")),
        None => finding,
    };
    finding
        .arg("staffing", staffing.id.as_str())
        .arg("load", (queue.load() * 100.0).round() / 100.0)
        .arg("people", staffing.on_duty.value().copied().unwrap_or_default())
}

/// How many people a figure is, in words: `6 people`, `1 person`, `6.7 people`.
fn number(people: f64) -> String {
    let rounded = (people * 10.0).floor() / 10.0;
    if rounded == 1.0 { "1 person".to_owned() } else { format!("{rounded} people") }
}

/// How many have to be on the rota, when part of their time goes elsewhere.
fn on_the_rota(staffing: &Staffing, people: f64) -> String {
    let Some(Amount::Percent { percent, of: None }) = staffing.shrinkage.value() else {
        return String::new();
    };
    let left = 1.0 - percent.points.to_f64() / 100.0;
    if left <= 0.0 || left >= 1.0 {
        return String::new();
    }
    format!(" ({} on the rota, as {percent} of the time goes elsewhere)", (people / left).ceil())
}

/// A promise that holds for all calls of a stretch of the week.
struct Promised<'a> {
    rule: &'a Entry<ResponseTime>,
    figure: &'a Spanned<Figure>,
}

/// The promise that wins on a channel for all calls of `window` that nothing sets apart; none where there are several.
/// Some calls may be promised more or less: the others still wait in the same queue.
fn promise_for<'a>(
    cx: &Context<'a>,
    channel: &Entry<Channel>,
    window: Option<&When>,
) -> Option<Promised<'a>> {
    let judged = cx.judged.iter().find(|judged| judged.table() == "response_times")?;
    let table = &judged.standard.table;
    let mut region = judged.standard.reached(window)?;
    if let Some((at, dimension)) = table.space.find("channel") {
        region.limit(at, dimension.read(&channel.id)?);
    }
    MEASURES.iter().find_map(|measure| {
        let attribute = table.attributes.iter().position(|attribute| attribute.name == *measure)?;
        let groups = groups(table, attribute, &region).ok()?;
        if groups.iter().any(|group| group.winners.is_empty()) {
            return None;
        }
        let winners = groups.iter().flat_map(|group| &group.winners);
        let rules = winners.filter_map(|rule| {
            let id = judged.standard.rules.get(*rule)?.id;
            let rule = cx.project.response_times.iter().find(|rule| rule.id == id)?;
            (speaks_further(window) || !speaks_further(rule.when.value())).then_some(rule)
        });
        let mut promised = rules.filter_map(|rule| {
            Some(Promised { rule, figure: rule.promises.find(measure)?.value.promise.get()? })
        });
        let first = promised.next()?;
        promised.all(|other| other.figure.value == first.figure.value).then_some(first)
    })
}

/// Whether a condition speaks of more than channel and time.
fn speaks_further(when: Option<&When>) -> bool {
    when.is_some_and(|when| when.iter().any(|entry| !["channel", "time"].contains(&entry.id.as_str())))
}

/// The measures that say how long a caller waits for a person.
const MEASURES: [&str; 2] = ["answer", "wait"];
