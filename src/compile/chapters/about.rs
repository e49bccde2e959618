//! Chapter: the standard as a document: its upkeep, its calendar, what it builds on, what is accepted for a while.
//! Must never hold a rule of service.

use super::Content;
use super::times::rows;
use crate::compile::Section;
use crate::compile::body::{Body, strong};
use crate::compile::context::Context;
use crate::compile::grid::Grid;

use crate::compile::titles::anchor;
use crate::compile::{Inline, Line};
use crate::model::{Holidays, Review, Waiver, known_measure};
use crate::time::ClosedDay;

pub(super) fn fill(cx: &Context<'_>) -> Content {
    let project = cx.project;
    let mut lead = Body::new(cx);
    if let Some(Review { every, by, proposals }) = project.review.value() {
        lead.text("proposals", proposals);
        lead.frequency("reviewed", every);
        lead.role("reviewed-by", by);
    }
    lead.languages("languages", &project.languages);
    lead.said("time-zone", project.time_zone.value().map(|zone| zone.0.clone()));
    if let Some(Holidays { country, closed, open }) = project.holidays.value() {
        let plain = |days: &[crate::source::Spanned<ClosedDay>]| {
            days.iter().map(|day| day_words(cx, &day.value)).collect::<Vec<_>>().join(", ")
        };
        lead.said("holidays-of", country.value().map(|country| cx.known("country", country.code())));
        lead.said("closed-besides", Some(plain(closed)));
        lead.said("open-besides", Some(plain(open)));
    }
    lead.said("currency", project.currency.value().map(|code| cx.known("currency", &code.0)));
    lead.duration("ring", &project.ring);
    let packs: Vec<&str> =
        project.packs.iter().filter_map(|pack| pack.pack.value()).map(String::as_str).collect();
    lead.said("builds-on", Some(packs.join(", ")));
    coverage(&mut lead);
    lead.said("edition", project.etalon.value().map(u32::to_string));
    Content { lead: lead.finish(), sections: waivers(cx).into_iter().chain(check_rules(cx)).collect() }
}

// `2026-12-24`, or `12-24` for every year.
fn day_words(cx: &Context<'_>, day: &ClosedDay) -> String {
    match day {
        ClosedDay::Once(date) => cx.words.date(*date),
        yearly @ ClosedDay::Yearly { .. } => {
            let day = yearly.to_string();
            cx.words.day_of_every_year(&day).unwrap_or(day)
        }
    }
}

fn coverage(lead: &mut Body<'_, '_>) {
    let cx = lead.cx;
    let table_name = |table: &str| cx.say(&format!("section-{}", table.replace('_', "-")));
    for table in cx.project.must_cover.iter().flat_map(|tables| tables.iter()) {
        let measures: Vec<String> = table.value.iter().map(|word| covered(cx, word)).collect();
        lead.said("must-cover", Some(format!("{}: {}", table_name(&table.id), measures.join(", "))));
    }
    for table in cx.project.when_rules_meet.value().into_iter().flatten() {
        let how = cx.known("when-rules-meet", crate::model::words::word(&table.value));
        lead.said("when-rules-meet", Some(format!("{}: {how}", table_name(&table.id))));
    }
}

// Tables of promises have measures, tables of decisions have outcomes.
fn covered(cx: &Context<'_>, word: &str) -> String {
    match known_measure(word).is_some() || cx.project.measures.find(word).is_some() {
        true => cx.measure(word),
        false => cx.known("decided", word),
    }
}

fn waivers(cx: &Context<'_>) -> Option<Section> {
    let head = ["accepted", "why", "owner", "until"].map(|label| cx.say(label)).to_vec();
    let mut grid = Grid::new(cx.say("section-waive"), head);
    let shown = cx
        .project
        .waive
        .iter()
        .filter(|waiver| cx.relevance.role().is_none() || cx.relevance.is_reader(&waiver.owner));
    for waiver in shown {
        let Waiver { rule, at, reason, owner, until } = &waiver.value;
        let code = |text: Option<&String>| text.map(|text| Line(vec![Inline::Code(text.clone())]));
        let name = Line(vec![strong(crate::compile::titles::humanised(&waiver.id))]);
        let what = rows([Some(name), code(rule.value()), code(at.value())].into_iter().flatten());
        let cells = vec![
            what,
            reason.value().map(|reason| cx.line(reason)).unwrap_or_default(),
            owner.value().map(|role| Line(vec![cx.reference("roles", role)])).unwrap_or_default(),
            until.value().map(|until| Line::plain(cx.words.date(until.0))).unwrap_or_default(),
        ];
        grid.row(Some(anchor("waive", &waiver.id)), 0, cells);
    }
    let blocks = vec![grid.finish()?];
    Some(Section { anchor: "about--waive".to_owned(), title: cx.say("section-waive"), blocks })
}

// For those who keep the standard; who serves customers by it has no use for the check.
fn check_rules(cx: &Context<'_>) -> Option<Section> {
    if cx.relevance.role().is_some() {
        return None;
    }
    let head = ["check-rule", "check-severity", "why"].map(|label| cx.say(label)).to_vec();
    let title = cx.say("section-check_rules");
    let mut grid = Grid::new(title.clone(), head);
    for setting in &cx.project.check_rules {
        let cells = vec![
            Line(vec![Inline::Code(setting.id.clone())]),
            setting
                .severity
                .value()
                .map(|severity| Line::plain(cx.say(&format!("check-{}", severity.word()))))
                .unwrap_or_default(),
            setting.reason.value().map(|reason| cx.line(reason)).unwrap_or_default(),
        ];
        grid.row(None, 0, cells);
    }
    let blocks = vec![grid.finish()?];
    Some(Section { anchor: "about--check-rules".to_owned(), title, blocks })
}
