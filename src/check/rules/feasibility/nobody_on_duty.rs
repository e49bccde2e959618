//! Flags promises that run out while nobody is on duty.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;

use crate::check::calendars::Calendars;
use crate::check::instant::{length, on_the_wall};
use crate::check::said::as_argument;
use crate::check::{Context, duty, rule};
use crate::model::{Channel, ResponseTime};
use crate::situation::standard::StandardTable;
use crate::situation::{Analysis, Budget, Region};
use crate::source::Spanned;
use crate::syntax::decode::Entry;
use crate::time::{
    Apart, Clock, DAY_MINUTES, Duration, Figure, Finish, Hours, Moment, Timeline, Unit, Waits,
};

rule! {
    /// A promise runs out before anybody who could keep it is on duty.
    ///
    /// ## Why it matters
    /// Who writes on Saturday afternoon is promised an answer in two minutes and waits until Monday. Looked at are all
    /// arrivals of three years, with holidays and changes of the clock: customers of a shop or a telephone arrive while
    /// it is open, letters and reviews at any time. It counts who is on duty of the roles under `staffed_by`; where
    /// the hours of one of them are not written down, nothing is said. A channel with `after_hours` has settled what
    /// happens meanwhile, except that a call back has to be possible in its time too.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// channels: { chat: { kind: chat, hours: 24/7, staffed_by: [agent] } }
    /// roles: { agent: { on_duty: Mo-Fr 08:00-20:00; Sa 09:00-15:00 } }
    /// response_times:
    ///   chat: { when: { channel: chat }, first_response: 2 min }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// channels: { chat: { kind: chat, hours: Mo-Fr 08:00-20:00, staffed_by: [agent] } }
    /// roles: { agent: { on_duty: Mo-Fr 08:00-20:00; Sa 09:00-15:00 } }
    /// response_times:
    ///   chat: { when: { channel: chat }, first_response: 2 min }
    /// ```
    "feasibility/nobody-on-duty" { severity: Error, run: check }
}

/// The measures that a person on duty has to keep.
const ANSWERED: [&str; 4] = ["answer", "wait", "first_response", "next_response"];

fn check(cx: &mut Context<'_>) {
    let calendars = cx.calendars;
    let mut posts: BTreeMap<PostKey, (usize, Option<Arc<Post>>)> = BTreeMap::new();
    let mut manned = Manned::new();
    for channel in &cx.project.channels {
        let number = posts.len();
        let post = posts
            .entry(Post::key(calendars, channel))
            .or_insert_with(|| (number, Post::of(cx, calendars, channel).map(Arc::new)));
        let (number, Some(post)) = post.clone() else { continue };
        if channel.after_hours.value().is_some() {
            call_back(cx, calendars, channel, &post);
        } else {
            manned.insert(channel.id.as_str(), (channel, number, post));
        }
    }
    promises(cx, calendars, &manned);
}

fn promises(cx: &mut Context<'_>, calendars: &Calendars<'_>, manned: &Manned<'_>) {
    let Some(judged) = cx.judged.iter().find(|judged| judged.table() == "response_times") else { return };
    let standard = &judged.standard;
    let entries: BTreeMap<&str, &Entry<ResponseTime>> =
        cx.project.response_times.iter().map(|entry| (entry.id.as_str(), entry)).collect();
    let mut sound: BTreeSet<(usize, &str, Duration, bool)> = BTreeSet::new();
    let mut analysis: Option<Analysis<'_>> = None;
    for (attribute, kind) in standard.table.attributes.iter().enumerate() {
        if !ANSWERED.contains(&kind.name.as_str()) {
            continue;
        }
        for (rule, _) in standard.table.candidates(attribute) {
            let entry = standard.rules.get(rule).and_then(|rule| entries.get(rule.id).copied());
            let promised = entry.and_then(|entry| {
                let figure = entry.promises.find(&kind.name)?.value.promise.get()?;
                Some((entry, figure, figure.value.within()?))
            });
            let Some((entry, figure, duration)) = promised else { continue };
            let waits_for_opening = duty::starts_at_opening(cx, entry);
            for channel in reached(cx, standard, rule) {
                let Some((channel, number, post)) = manned.get(channel.as_str()) else { continue };
                let hours = entry.hours.value().or(channel.hours.value());
                let text = hours.map_or("", |hours| hours.text.as_str());
                let asked = (*number, text, duration, waits_for_opening);
                if sound.contains(&asked) {
                    continue;
                }
                let promise = || finish(calendars, channel, hours, duration, waits_for_opening);
                let late = |promise: &Arc<Finish>| post.waits.beyond(promise).is_some();
                let Some(promise) = post.may_wait(&duration).then(promise).flatten().filter(late) else {
                    sound.insert(asked);
                    continue;
                };
                let analysis =
                    analysis.get_or_insert_with(|| Analysis::of(&standard.table, Budget::default()));
                let times = winning(analysis, standard, calendars, (attribute, rule), channel);
                let Some((times, point)) = times else { continue };
                let arrivals = post.arrivals.intersect(&times);
                let Some(worst) = beyond(&post.served, &promise, &arrivals) else { continue };
                let ordinary = duty::ordinary_week(cx, &[&arrivals, &post.staffed]);
                let ordinary =
                    ordinary.and_then(|week| beyond(&post.served, &promise, &arrivals.intersect(&week)));
                let case = Case { channel, rule: entry, figure, worst, ordinary };
                report(cx, &case, &kind.name, standard.situation(&point));
            }
        }
    }
}

/// What a post is known by: roles, kind, hours, time zone.
type PostKey = (Vec<String>, String, String, String);

/// The channels at which somebody answers, each with its post and the number of it.
type Manned<'a> = BTreeMap<&'a str, (&'a Entry<Channel>, usize, Arc<Post>)>;

/// When customers arrive at a channel, and when somebody is there.
struct Post {
    staffed: Timeline,
    arrivals: Timeline,
    /// For every instant, the next one at which somebody is on duty.
    served: Finish,
    /// The waits of those who arrive.
    waits: Waits,
    always: Timeline,
}

impl Post {
    fn key(calendars: &Calendars<'_>, channel: &Channel) -> PostKey {
        let roles = channel.staffed_by.iter().map(|role| role.value.clone()).collect();
        let kind = channel.kind.value().map(|kind| format!("{kind:?}")).unwrap_or_default();
        let hours = channel.hours.value().map(|hours| hours.text.clone()).unwrap_or_default();
        (roles, kind, hours, calendars.zone(channel.location.value().map(String::as_str)).to_owned())
    }

    fn of(cx: &Context<'_>, calendars: &Calendars<'_>, channel: &Channel) -> Option<Post> {
        let roles: Vec<String> = channel.staffed_by.iter().map(|role| role.value.clone()).collect();
        let staffed = duty::on_duty(cx, calendars, &roles)?;
        let arrivals = duty::arrivals(calendars, channel)?;
        let always = calendars.desk_at(channel, &Hours::always());
        let (start, _) = always.layout.at_once().known()?;
        let served = staffed.until_open(start);
        let waits = served.waits(Some(&arrivals));
        Some(Post { staffed, arrivals, served, waits, always: always.layout.open().clone() })
    }

    /// Whether anybody waits as long as a duration lasts at least; only then the calendar has to be asked.
    fn may_wait(&self, duration: &Duration) -> bool {
        let longest = self.waits.longest().map_or(0, |worst| worst.seconds());
        // A day on the wall may have fewer hours than others, and of a ring nobody knows how short it is.
        let exact = matches!(duration.unit, Unit::Second | Unit::Minute | Unit::Hour);
        let least = duration.seconds(0).filter(|_| exact).or_else(|| duration.business_seconds());
        let least = least.and_then(|seconds| i64::try_from(seconds).ok()).unwrap_or(0);
        longest >= least && longest > 0
    }
}

// The channels that the conditions of a rule leave.
fn reached(cx: &Context<'_>, standard: &StandardTable<'_>, rule: usize) -> Vec<String> {
    let named =
        standard.table.space.find("channel").and_then(|(at, dimension)| {
            Some(dimension.values(standard.table.rules.get(rule)?.region.get(at)?))
        });
    named.unwrap_or_else(|| cx.project.channels.iter().map(|channel| channel.id.clone()).collect())
}

struct Case<'a> {
    channel: &'a Entry<Channel>,
    rule: &'a Entry<ResponseTime>,
    figure: &'a Spanned<Figure>,
    worst: Apart,
    ordinary: Option<Apart>,
}

/// When a promise has run out, for every arrival.
fn finish(
    calendars: &Calendars<'_>,
    channel: &Channel,
    hours: Option<&Hours>,
    duration: Duration,
    waits_for_opening: bool,
) -> Option<Arc<Finish>> {
    if duration.clock == Clock::Business && hours.is_none() {
        return None;
    }
    let desk = calendars.desk_at(channel, hours.unwrap_or(&Hours::always()));
    let run = desk.finish(&duration);
    Some(match waits_for_opening && hours.is_some() {
        true => Arc::new(desk.layout.until_open().then(&run)),
        false => run,
    })
}

// The arrival that waits longest though its promise has run out.
fn beyond(waits: &Finish, promise: &Finish, arrivals: &Timeline) -> Option<Apart> {
    waits.waits(Some(arrivals)).beyond(promise)
}

// When the rule wins on the channel, and a situation in which it does.
fn winning(
    analysis: &mut Analysis<'_>,
    standard: &StandardTable<'_>,
    calendars: &Calendars<'_>,
    winner: (usize, usize),
    channel: &Entry<Channel>,
) -> Option<(Timeline, Vec<i64>)> {
    let mut part = Region::everywhere();
    if let Some((at, dimension)) = standard.table.space.find("channel") {
        part.limit(at, dimension.read(&channel.id)?);
    }
    let point = analysis.within(&[winner], &part).ok()??;
    let always = crate::situation::Set::of(vec![(0, i64::from(7 * DAY_MINUTES))]);
    let positions = match standard.table.space.find("time") {
        Some((at, _)) => analysis.positions(&[winner], &part, at).ok()?,
        None => always,
    };
    Some((duty::when(calendars, channel, &positions)?, point))
}

fn report(
    cx: &mut Context<'_>,
    case: &Case<'_>,
    measure: &str,
    mut situation: crate::situation::standard::Situation,
) {
    let zone = cx.project.zone(case.channel.location.value().map(String::as_str));
    let wait = |apart: &Apart| length(apart.this.as_second() - apart.arrival.as_second());
    let shown = case.ordinary.as_ref().unwrap_or(&case.worst);
    let (from, until) = match case.ordinary {
        Some(_) => (weekday(&zone, shown.arrival), weekday(&zone, shown.this)),
        None => (on_the_wall(&zone, shown.arrival), on_the_wall(&zone, shown.this)),
    };
    let message = format!(
        "`{}` promises `{measure}` in {} on `{}`, but who comes on {from} waits {} until somebody is on duty",
        case.rule.id,
        case.figure.value,
        case.channel.id,
        wait(shown)
    );
    let longest = format!(
        "the longest wait: from {} until {}, {}",
        on_the_wall(&zone, case.worst.arrival),
        on_the_wall(&zone, case.worst.this),
        wait(&case.worst)
    );
    situation.insert("channel".to_owned(), case.channel.id.clone());
    if situation.contains_key("time") || case.ordinary.is_some() {
        situation.insert("time".to_owned(), moment(&zone, shown.arrival));
    }
    let roles: Vec<&str> = case.channel.staffed_by.iter().map(|role| role.value.as_str()).collect();
    let mut finding = cx
        .finding(case.figure.span, message)
        .label(format!("nobody from {from} until {until}"))
        .help(format!(
            "{longest}. Promise it only while somebody is there (`time:` or business hours), change the hours of {}, or \
             say under `after_hours` what happens meanwhile",
            roles.join(", ")
        ));
    if let Some(span) = case.channel.hours.span() {
        finding = finding.also(span, "open then");
    }
    let on_duty =
        case.channel.staffed_by.iter().find_map(|role| cx.project.roles.find(&role.value)?.on_duty.span());
    if let Some(span) = on_duty {
        finding = finding.also(span, "on duty");
    }
    let finding = finding
        .arg("table", "response_times")
        .arg("rules", vec![case.rule.id.as_str()])
        .arg("attribute", measure)
        .arg("witness", as_argument(situation))
        .arg("arrival", instant(&zone, case.worst.arrival))
        .arg("on_duty", instant(&zone, case.worst.this))
        .arg("deadline", instant(&zone, case.worst.other))
        .arg("waits_seconds", case.worst.this.as_second() - case.worst.arrival.as_second());
    cx.report(finding);
}

// Whoever leaves a message is called back; that too needs somebody.
fn call_back(cx: &mut Context<'_>, calendars: &Calendars<'_>, channel: &Entry<Channel>, post: &Post) {
    let Some(promised) = channel.after_hours.value().and_then(|after| after.callback.get()) else { return };
    let Some(promise) = finish(calendars, channel, channel.hours.value(), promised.value, false) else {
        return;
    };
    let off_duty = post.always.subtract(&post.staffed);
    let Some(worst) = beyond(&post.served, &promise, &off_duty) else { return };
    let week = duty::ordinary_week(cx, &[&off_duty, &post.staffed]);
    let ordinary = week.and_then(|week| beyond(&post.served, &promise, &off_duty.intersect(&week)));
    let shown = ordinary.as_ref().unwrap_or(&worst);
    let zone = cx.project.zone(channel.location.value().map(String::as_str));
    let wait = |apart: &Apart| length(apart.this.as_second() - apart.arrival.as_second());
    let message = format!(
        "a call back on `{}` is promised in {}, but who leaves a message on {} waits {} until somebody is on duty",
        channel.id,
        promised.value,
        weekday(&zone, shown.arrival),
        wait(shown)
    );
    let finding = cx
        .finding(promised.span, message)
        .help(format!(
            "the longest wait: from {} until {}. Promise it in business hours, or have somebody on duty",
            on_the_wall(&zone, worst.arrival),
            on_the_wall(&zone, worst.this)
        ))
        .arg("rules", vec![channel.id.as_str()])
        .arg("arrival", instant(&zone, worst.arrival))
        .arg("on_duty", instant(&zone, worst.this));
    cx.report(finding);
}

fn moment(zone: &jiff::tz::TimeZone, at: Timestamp) -> String {
    let wall = zone.to_datetime(at);
    let day = u16::try_from(wall.weekday().to_monday_zero_offset()).unwrap_or_default();
    let minute = u16::try_from(wall.hour()).unwrap_or_default() * 60
        + u16::try_from(wall.minute()).unwrap_or_default();
    Moment::Week(day * DAY_MINUTES + minute).to_string()
}

fn weekday(zone: &jiff::tz::TimeZone, at: Timestamp) -> String {
    zone.to_datetime(at).strftime("%A %H:%M").to_string()
}

fn instant(zone: &jiff::tz::TimeZone, at: Timestamp) -> String {
    at.to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}
