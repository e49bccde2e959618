//! Flags times in scripts and in what customers are told that contradict the promise they speak of.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::check::calendars::Desk;
use crate::check::spoken::versions;
use crate::check::told::Told;
use crate::check::{Context, rule};
use crate::diagnostic::Finding;
use crate::model::{Channel, ChannelKind, Procedure, Purpose, Script, Step, Text, When};
use crate::situation::answer::{Sole, sole};
use crate::situation::standard::{Comparison, Value};
use crate::situation::{Judged, Region, Relation, Set};
use crate::source::{Span, Spanned};
use crate::syntax::decode::Entry;
use crate::time::{Clock, Duration, Figure, Finish};

rule! {
    /// A text names a time that is certainly shorter or longer than the promise it speaks of.
    ///
    /// ## Why it matters
    /// Customers go by what they were told, and staff by what the standard promises. When the text names less time, the
    /// company breaks its word although everybody keeps the standard; when it names more, the promise is kept from the
    /// customer. Figures in texts are forgotten when a promise changes.
    ///
    /// A time counts only where its clause speaks of one promise ("we will call you back within two hours"), and only one
    /// promise holds in the situations of the text. In questions, in sentences with an "if" or with two figures, and
    /// where the calendar decides which of the two is longer, nothing is said. An answer is taken for the first one only
    /// in acknowledgements and in what is heard after hours.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// channels: { email: { kind: written } }
    /// response_times: { email: { when: { channel: email }, first_response: 4 h } }
    /// scripts:
    ///   received: { purpose: acknowledgement, when: { channel: email }, say: "Thank you. We will answer within one hour." }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// channels: { email: { kind: written } }
    /// response_times: { email: { when: { channel: email }, first_response: 4 h } }
    /// scripts:
    ///   received: { purpose: acknowledgement, when: { channel: email }, say: "Thank you. We will answer within four hours." }
    /// ```
    "conflict/figure-in-text" { severity: Warning, run: check }
}

/// The most questions that are put to the table of promises; one is the same for all texts of the same situations.
const MOST_QUESTIONS: usize = 300;

/// A time of the standard that a text may speak of.
struct Reference {
    /// What it is, as in "`first_response` promises".
    name: String,
    value: Value,
    span: Span,
    label: String,
    rules: Vec<String>,
    /// The situation that proves it: in words, and as `ask` takes it.
    situation: Option<(String, serde_json::Value)>,
}

impl Reference {
    /// A time that stands in the standard under this name, whatever the situation.
    fn of(name: impl Into<String>, time: &Spanned<Duration>, label: String, owner: &str) -> Self {
        Reference {
            name: name.into(),
            value: Value::Duration(time.value),
            span: time.span,
            label,
            rules: vec![owner.to_owned()],
            situation: None,
        }
    }
}

/// A text with the times of the standard that it may speak of.
struct Place<'a> {
    owner: String,
    text: &'a Spanned<String>,
    /// Where they hold.
    when: Option<&'a When>,
    /// Further times of the standard: a text that names one of them contradicts nothing.
    beside: Vec<Duration>,
}

/// What was asked of the table of promises before.
type Known = BTreeMap<(usize, Region), Option<Sole>>;

fn check(cx: &mut Context<'_>) {
    let mut known = Known::new();
    let mut found = Vec::new();
    let mut heard: BTreeMap<&str, Vec<&Entry<Channel>>> = BTreeMap::new();
    for channel in &cx.project.channels {
        let scripts = channel.after_hours.value().map(|after| &after.script);
        for id in scripts.into_iter().flat_map(|scripts| scripts.iter()) {
            let channels = heard.entry(id.value.as_str()).or_default();
            if !channels.iter().any(|known| known.id == channel.id) {
                channels.push(channel);
            }
        }
    }
    for script in &cx.project.scripts {
        let closed = heard.get(script.id.as_str()).map(Vec::as_slice).unwrap_or_default();
        in_script(cx, script, closed, &mut known, &mut found);
    }
    for procedure in &cx.project.procedures {
        for step in procedure.steps.value().into_iter().flat_map(|steps| steps.iter()) {
            in_step(cx, procedure, step, &mut known, &mut found);
        }
    }
    for (table, decision) in cx.project.decision_tables() {
        for rule in decision.rules.value().into_iter().flat_map(|rules| rules.iter()) {
            let (Some(tell), Some(refund)) = (rule.tell.value(), rule.refund_within.get()) else { continue };
            for (text, told) in told(cx, tell).into_iter().filter(|(_, told)| *told.measure == *"refund") {
                let place = Place {
                    owner: format!("`{table}.rules.{}.tell`", rule.id),
                    text,
                    when: rule.when.value(),
                    beside: rule.within.value().copied().into_iter().collect(),
                };
                let label = format!("`{}` says {}", rule.id, refund.value);
                let reference = Reference::of("`refund_within`", refund, label, &rule.id);
                found.extend(contradicted(cx, &place, told, vec![reference], false));
            }
        }
    }
    found.into_iter().for_each(|finding| cx.report(finding));
}

// The times that a text tells, language by language.
fn told<'a>(cx: &Context<'a>, text: &'a Text) -> Vec<(&'a Spanned<String>, &'a Told)> {
    let (words, source) = (cx.words, cx.project.source_language());
    let told =
        versions(text, source).flat_map(|(_, text)| words.told(text).iter().map(move |told| (text, told)));
    told.collect()
}

// A script, with the channels on which it is heard after hours.
fn in_script(
    cx: &Context<'_>,
    script: &Entry<Script>,
    closed: &[&Entry<Channel>],
    known: &mut Known,
    found: &mut Vec<Finding>,
) {
    let purpose = script.purpose.value().copied();
    // What waits until a chat opens again is not answered within the time of the chat.
    let before = match closed {
        [] => matches!(purpose, Some(Purpose::Acknowledgement)),
        closed => closed.iter().all(|channel| waits_in_place(channel)),
    };
    let texts = script.say.value().into_iter().chain(script.or_say.iter().map(|text| &text.value));
    for text in texts {
        for (text, told) in told(cx, text) {
            if *told.measure == *"decision" || (*told.measure == *"first_response" && !before) {
                continue;
            }
            let mut references = Vec::new();
            for channel in closed {
                let callback = channel.after_hours.value().and_then(|after| after.callback.get());
                references.extend(callback.filter(|_| *told.measure == *"callback").map(|callback| {
                    let label = format!("`{}` promises {} after hours", channel.id, callback.value);
                    let situation = (
                        format!("channel {}, after hours", channel.id),
                        serde_json::json!({ "channel": channel.id }),
                    );
                    let reference = Reference::of("`callback`", callback, label, &channel.id);
                    Reference { situation: Some(situation), ..reference }
                }));
            }
            let place = Place {
                owner: format!("the script `{}`", script.id),
                text,
                when: script.when.value(),
                beside: Vec::new(),
            };
            let channels: Vec<&str> = closed.iter().map(|channel| channel.id.as_str()).collect();
            references.extend(promised(cx, known, &told.measure, place.when, &channels));
            found.extend(contradicted(cx, &place, told, references, false));
        }
    }
}

// Whether a message that comes after hours is answered where it came in, as in any other hour.
fn waits_in_place(channel: &Channel) -> bool {
    let written = matches!(channel.kind.value(), Some(ChannelKind::Written | ChannelKind::Public));
    written && channel.after_hours.value().is_none_or(|after| after.redirect.is_absent())
}

fn in_step(
    cx: &Context<'_>,
    procedure: &Entry<Procedure>,
    step: &Entry<Step>,
    known: &mut Known,
    found: &mut Vec<Finding>,
) {
    let Some(tell) = step.tell.value() else { return };
    let told = told(cx, tell);
    if told.is_empty() {
        return;
    }
    let steps = || procedure.steps.value().into_iter().flat_map(|steps| steps.iter());
    let links = || cx.project.links.iter().filter_map(|link| link.target.value().copied());
    let beside: Vec<Duration> =
        steps().filter_map(|step| step.within.value().copied()).chain(links()).collect();
    let next = step.next.value().and_then(|next| steps().find(|step| step.id == *next));
    for (text, told) in told {
        let mut place = Place {
            owner: format!("`procedures.{}.steps.{}.tell`", procedure.id, step.id),
            text,
            when: procedure.when.value(),
            beside: beside.clone(),
        };
        let mut references = Vec::new();
        let promise = procedure.promise.value().and_then(|promise| promise.find(&told.measure));
        references.extend(promise.map(|promise| {
            let label = format!("`{}` promises {}", procedure.id, promise.value);
            let time = Spanned::new(promise.value, promise.id_span);
            Reference::of(format!("`{}`", promise.id), &time, label, &procedure.id)
        }));
        match &*told.measure {
            // Whoever decides or answers next may take the time of that step.
            "decision" | "first_response" => {
                let Some((next, within)) = next.and_then(|next| Some((next, next.within.get()?))) else {
                    continue;
                };
                let name = format!("the step `{}` may take", next.id);
                let label = format!("{} here", within.value);
                references.push(Reference::of(name, within, label, &procedure.id));
                place.beside.clear();
                found.extend(contradicted(cx, &place, told, references, true));
            }
            measure => {
                references.extend(promised(cx, known, measure, place.when, &[]));
                found.extend(contradicted(cx, &place, told, references, false));
            }
        }
    }
}

// The only promise of a measure in the situations of a text, limited to channels where some are named.
fn promised(
    cx: &Context<'_>,
    known: &mut Known,
    measure: &str,
    when: Option<&When>,
    channels: &[&str],
) -> Option<Reference> {
    let judged = cx.judged.iter().find(|judged| judged.table() == "response_times")?;
    let table = &judged.standard.table;
    let attribute = table.attributes.iter().position(|attribute| attribute.name == measure)?;
    let mut region = judged.standard.reached(when)?;
    if let Some((at, dimension)) = table.space.find("channel").filter(|_| !channels.is_empty()) {
        let sets = channels.iter().filter_map(|channel| dimension.read(channel));
        region.limit(at, sets.fold(Set::default(), |all, set| all.union(&set)));
    }
    if !known.contains_key(&(attribute, region.clone())) && known.len() >= MOST_QUESTIONS {
        return None;
    }
    let answer = known
        .entry((attribute, region))
        .or_insert_with_key(|(attribute, region)| sole(table, *attribute, region))
        .clone()?;
    reference(judged, attribute, &answer)
}

fn reference(judged: &Judged<'_>, attribute: usize, answer: &Sole) -> Option<Reference> {
    let rule = *answer.rules.first()?;
    Some(Reference {
        name: format!("`{}`", judged.attribute(attribute)),
        value: judged.standard.values.get(attribute)?.get(answer.value)?.clone(),
        span: judged.given_at(attribute, rule)?,
        label: format!("`{}` promises {}", judged.id(rule), judged.given(attribute, rule)),
        rules: answer.rules.iter().map(|rule| judged.id(*rule).to_owned()).collect(),
        situation: Some((judged.standard.in_words(&answer.witness, &[]), judged.witness(&answer.witness))),
    })
}

// The finding that a text contradicts every time that it may speak of, and all in the same direction.
fn contradicted(
    cx: &Context<'_>,
    place: &Place<'_>,
    told: &Told,
    references: Vec<Reference>,
    only_sooner: bool,
) -> Option<Finding> {
    let desks = desks(cx, place.when);
    let relations = references.iter().map(|reference| relation(cx, &desks, &told.time, &reference.value));
    let mut relations: Vec<Relation> = relations.collect();
    relations.dedup();
    let sooner = match relations.as_slice() {
        [Relation::Better] => true,
        [Relation::Worse] if !only_sooner => false,
        _ => return None,
    };
    let fits = |time: &Duration| {
        let relation = relation(cx, &desks, &told.time, &Value::Duration(*time));
        !matches!(relation, Relation::Better | Relation::Worse)
    };
    if place.beside.iter().any(fits) {
        return None;
    }
    let reference = references.into_iter().next()?;
    let words = place.text.get(told.place.clone()).unwrap_or_default();
    let how = if sooner { "sooner" } else { "later" };
    let promises = if reference.name.contains(' ') { "" } else { " promises" };
    let message = format!(
        "{} says `{words}`, {how} than {}{promises}: {}",
        place.owner, reference.name, reference.value
    );
    let example = reference.situation.as_ref().map(|(words, _)| format!("for example: {words}. "));
    let help = match sooner {
        true => "Name the promised time in the text, or promise what the text says",
        false => "Name the promised time in the text, so that customers know it, or correct the promise",
    };
    let finding = cx
        .finding(cx.place_of(words, place.text.span), message)
        .label(format!("{how} than promised"))
        .also(reference.span, reference.label)
        .help(format!("{}{help}", example.unwrap_or_default()))
        .arg("attribute", &*told.measure)
        .arg("told", told.time.to_string())
        .arg("promised", reference.value.to_string())
        .arg("rules", reference.rules);
    Some(match reference.situation {
        Some((_, witness)) => finding.arg("witness", witness),
        None => finding,
    })
}

// The hours in which the times of a text run.
fn desks(cx: &Context<'_>, when: Option<&When>) -> Vec<Arc<Desk>> {
    let channels = cx.calendars.reached(when).channels;
    channels
        .into_iter()
        .filter_map(|channel| Some(cx.calendars.desk_at(channel, channel.hours.value()?)))
        .collect()
}

// How a told time stands to one of the standard, the shorter one being better. A text that does not say on which clock
// its time runs may mean that of the standard or the calendar, and both have to give the same answer.
fn relation(cx: &Context<'_>, desks: &[Arc<Desk>], told: &Duration, value: &Value) -> Relation {
    let on = |clock: Clock| on_clock(cx, desks, &Duration { clock, ..*told }, value);
    let relation = on(told.clock);
    let business = |time: Duration| time.clock == Clock::Business;
    let may_be_business = match value {
        Value::Duration(time) => business(*time),
        Value::Promise { promise, .. } => promise.within().is_some_and(business),
        Value::Word(_) => false,
    };
    if !may_be_business || on(Clock::Business) == relation { relation } else { Relation::Unclear }
}

fn on_clock(cx: &Context<'_>, desks: &[Arc<Desk>], told: &Duration, value: &Value) -> Relation {
    let comparison = Comparison { ring_seconds: cx.project.ring_seconds(), longer_is_better: false };
    let against = |time: &Duration| {
        let plain = comparison.times(&Value::Duration(*told), &Value::Duration(*time));
        if plain != Relation::Unclear { plain } else { by_calendar(desks, told, time) }
    };
    match value {
        Value::Duration(time) => against(time),
        Value::Promise { promise, aim, at_most } => {
            let Some(time) = promise.within() else { return Relation::Unclear };
            // A text may name the aim, or the limit that is never passed.
            let aim = aim.as_ref().and_then(Figure::within);
            let mut others = aim.iter().chain(at_most).map(against);
            let relation = against(&time);
            let apart = |other| matches!(other, Relation::Better | Relation::Worse);
            if others.all(apart) { relation } else { Relation::Unclear }
        }
        Value::Word(_) => Relation::Unclear,
    }
}

// What holds whenever the two times begin, in all of the hours.
fn by_calendar(desks: &[Arc<Desk>], told: &Duration, time: &Duration) -> Relation {
    let mut relations = desks.iter().map(|desk| {
        let (told, time) = (desk.finish(told), desk.finish(time));
        let always_before = |one: &Finish, other: &Finish| {
            one.furthest_behind(other, None).is_some_and(|worst| worst.seconds() < 0)
        };
        match (always_before(&told, &time), always_before(&time, &told)) {
            (true, false) => Relation::Better,
            (false, true) => Relation::Worse,
            _ => Relation::Unclear,
        }
    });
    let first = relations.next().unwrap_or(Relation::Unclear);
    if relations.all(|other| other == first) { first } else { Relation::Unclear }
}
