//! Chapter: metrics, how the standard is verified, how performance is assessed. Must never compute a figure.

use super::{Content, entries};
use crate::compile::Line;
use crate::compile::body::Body;
use crate::compile::context::Context;
use crate::compile::relevance::names;
use crate::model::{Assessment, Metric, Verification, words::word};
use crate::syntax::decode::{Entries, Entry};

pub(super) fn fill(cx: &Context<'_>) -> Content {
    let quality = &cx.project.quality;
    let none = Entries::default();
    let metrics = quality.metrics.value().unwrap_or(&none);
    let none = Entries::default();
    let verification = quality.verification.value().unwrap_or(&none);
    let none = Entries::default();
    let assessment = quality.assessment.value().unwrap_or(&none);
    let relevance = &cx.relevance;
    let shows_metric =
        |entry: &Entry<Metric>| relevance.entry(&[&entry.who], &entry.concerns) || pays(cx, &entry.id);
    let shows_verification = |entry: &Entry<Verification>| relevance.entry(&[&entry.who], &entry.concerns);
    let shows_assessment = |entry: &Entry<Assessment>| relevance.entry(&[&entry.who], &entry.concerns);
    let mut sections = entries(
        cx,
        "metrics",
        metrics,
        shows_metric,
        |entry| &entry.title,
        |body, entry| metric(body, entry),
    );
    sections.extend(entries(
        cx,
        "verification",
        verification,
        shows_verification,
        |entry| &entry.title,
        |body, entry| verified(body, entry),
    ));
    sections.extend(entries(
        cx,
        "assessment",
        assessment,
        shows_assessment,
        |entry| &entry.title,
        |body, entry| assessed(body, entry),
    ));
    Content { lead: Vec::new(), sections }
}

// A bonus of the reader depends on the metric.
fn pays(cx: &Context<'_>, metric: &str) -> bool {
    let mut incentives = cx.project.incentives.iter();
    cx.relevance.role().is_some_and(|role| {
        incentives.any(|entry| names(&entry.concerns, role) && names(&entry.metrics, metric))
    })
}

fn metric(body: &mut Body<'_, '_>, metric: &Metric) {
    let Metric { title: _, means, target, alarm, on_alarm, measured_by, every, who, concerns, note } = metric;
    let cx = body.cx;
    body.prose(means);
    body.threshold("target", target);
    body.threshold("alarm", alarm);
    let action = on_alarm.value().map(|text| {
        let named = cx.plain(text);
        // The field holds a procedure or words.
        match cx.project.procedures.find(&named) {
            Some(procedure) => Line(vec![cx.reference("procedures", &procedure.id)]),
            None => cx.line(text),
        }
    });
    body.line("on-alarm", action.unwrap_or_default());
    body.text("measured-by", measured_by);
    body.frequency("every", every);
    body.role("watched-by", who);
    body.concerns(concerns);
    body.note(note);
}

fn verified(body: &mut Body<'_, '_>, verification: &Verification) {
    let Verification { title: _, method, every, who, sample, scorecard, pass, concerns, note } = verification;
    body.said("method", method.value().map(|method| body.cx.known("method", word(method))));
    body.frequency("every", every);
    body.role("who", who);
    body.text("sample", sample);
    body.anything("scorecard", scorecard);
    body.threshold("pass", pass);
    body.concerns(concerns);
    body.note(note);
}

fn assessed(body: &mut Body<'_, '_>, assessment: &Assessment) {
    let Assessment { title: _, every, who, rewarded, sanctioned, concerns, note } = assessment;
    body.frequency("every", every);
    body.role("who", who);
    body.list("rewarded", rewarded);
    body.list("sanctioned", sanctioned);
    body.concerns(concerns);
    body.note(note);
}
