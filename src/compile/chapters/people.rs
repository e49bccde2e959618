//! Chapter: who does what; the reader's own role first and whole, the others in short.
//! Must never tell a role the duties of another one.

use super::{Content, entries};
use crate::compile::body::Body;
use crate::compile::context::Context;
use crate::compile::grid::Grid;
use crate::compile::titles::anchor;
use crate::compile::{Inline, Line, Section};
use crate::model::Role;
use crate::syntax::decode::Entry;

pub(super) fn fill(cx: &Context<'_>) -> Content {
    let roles = &cx.project.roles;
    let own = |entry: &Entry<Role>| match cx.relevance.role() {
        Some(reader) => entry.id == reader,
        None => cx.relevance.colleague(entry),
    };
    let mut sections = entries(cx, "roles", roles, own, |role| &role.title, |body, entry| role(body, entry));
    let others: Vec<&Entry<Role>> =
        roles.iter().filter(|entry| !own(entry) && cx.relevance.colleague(entry)).collect();
    sections.extend(in_short(cx, &others));
    Content { lead: Vec::new(), sections }
}

fn role(body: &mut Body<'_, '_>, role: &Role) {
    let Role {
        title: _,
        level,
        contact_staff,
        on_duty,
        reports_to,
        may,
        decides,
        duties,
        must_see,
        locations,
        languages,
        note,
    } = role;
    body.said("level", level.value().map(|level| level_words(body.cx, *level)));
    body.flag("contact-staff", contact_staff);
    body.role("reports-to", reports_to);
    body.entries("locations", "locations", locations);
    body.languages("languages", languages);
    let granted = may
        .value()
        .into_iter()
        .flatten()
        .map(|may| format!("{}: {}", body.cx.known("may", &may.id), body.cx.words.amount(&may.value)));
    let granted: Vec<String> = granted.collect();
    body.said("may", Some(granted.join("; ")));
    body.list("duties", duties);
    body.list("decides", decides);
    body.list("must-see", must_see);
    body.week_or("on-duty", on_duty, "off-duty");
    body.note(note);
}

fn level_words(cx: &Context<'_>, level: u32) -> String {
    match level {
        1..=3 => format!("{level}: {}", cx.say(&format!("level-{level}"))),
        _ => level.to_string(),
    }
}

fn in_short(cx: &Context<'_>, others: &[&Entry<Role>]) -> Option<Section> {
    let head = ["role", "level", "reports-to", "on-duty", "may"].map(|label| cx.say(label)).to_vec();
    let mut grid = Grid::new(cx.say("colleagues"), head);
    for entry in others {
        let plain = |text: Option<String>| text.map(Line::plain).unwrap_or_default();
        let may = entry
            .may
            .value()
            .into_iter()
            .flatten()
            .map(|may| format!("{}: {}", cx.known("may", &may.id), cx.words.amount(&may.value)));
        let cells = vec![
            Line(vec![Inline::Text(cx.title_of("roles", &entry.id))]),
            plain(entry.level.value().map(u32::to_string)),
            entry.reports_to.value().map(|role| Line(vec![cx.reference("roles", role)])).unwrap_or_default(),
            plain(entry.on_duty.value().map(|hours| cx.words.hours_or(hours, "off-duty"))),
            plain(Some(may.collect::<Vec<_>>().join("; ")).filter(|may| !may.is_empty())),
        ];
        grid.row(Some(anchor("roles", &entry.id)), 0, cells);
    }
    let table = grid.finish()?;
    Some(Section {
        anchor: "people--colleagues".to_owned(),
        title: cx.say("colleagues"),
        blocks: vec![table],
    })
}
