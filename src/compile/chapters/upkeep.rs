//! Chapter: premises, equipment and appearance, as checklists. Must never hold who is to blame.

use super::Content;
use super::times::rows;
use crate::compile::body::strong;
use crate::compile::context::Context;
use crate::compile::grid::Grid;
use crate::compile::titles::anchor;
use crate::compile::{Line, Section};
use crate::model::{Text, Upkeep};
use crate::syntax::decode::{Entries, Entry, Field};

pub(super) fn fill(cx: &Context<'_>) -> Content {
    let premises = checklist(cx, "premises", &cx.project.premises);
    let appearance = checklist(cx, "appearance", &cx.project.appearance);
    Content { lead: Vec::new(), sections: premises.into_iter().chain(appearance).collect() }
}

fn checklist(cx: &Context<'_>, section: &str, entries: &Entries<Upkeep>) -> Option<Section> {
    let title = cx.say(&format!("section-{section}"));
    let head = ["check", "every", "who", "if-not", "remarks"].map(|label| cx.say(label)).to_vec();
    let mut grid = Grid::new(title.clone(), head);
    let shown = entries.iter().filter(|entry| {
        cx.relevance.at(&entry.locations) && cx.relevance.entry(&[&entry.who], &entry.concerns)
    });
    for entry in shown {
        grid.row(Some(anchor(section, &entry.id)), 0, cells(cx, entry));
    }
    let blocks = vec![grid.finish()?];
    Some(Section { anchor: format!("upkeep--{section}"), title, blocks })
}

fn cells(cx: &Context<'_>, entry: &Entry<Upkeep>) -> Vec<Line> {
    let Upkeep { title, check, every, at, who, locations, otherwise, concerns, note } = &entry.value;
    let text = |text: &Field<Text>| text.value().map(|text| cx.line(text));
    let name = Line(vec![strong(cx.title(title, &entry.id))]);
    let places = Some(cx.references("locations", locations));
    let roles = (cx.relevance.role().is_none()).then(|| cx.references("roles", concerns));
    let labelled = |label: &str, value: Option<Line>| {
        value.filter(|value| !value.is_empty()).map(|value| {
            let mut line = Line::plain(format!("{}: ", cx.say(label)));
            line.0.extend(value.0);
            line
        })
    };
    let remarks = [text(note), labelled("locations", places), labelled("concerns", roles)];
    let every = every.value().map(|every| Line::plain(cx.words.frequency(every)));
    let often = rows(every.into_iter().chain([cx.joined(at)]).filter(|line| !line.is_empty()));
    vec![
        rows([Some(name), text(check)].into_iter().flatten()),
        often,
        who.value().map(|role| Line(vec![cx.reference("roles", role)])).unwrap_or_default(),
        text(otherwise).unwrap_or_default(),
        rows(remarks.into_iter().flatten()),
    ]
}
