//! Chapter: conduct in conversation and in writing. Must never hold a promise of time.

use super::{Content, rules};
use crate::compile::body::Body;
use crate::compile::context::Context;
use crate::model::Conduct;
use crate::syntax::decode::Entries;

pub(super) fn fill(cx: &Context<'_>) -> Content {
    let mut sections = table(cx, "conduct", &cx.project.conduct);
    sections.extend(table(cx, "correspondence", &cx.project.correspondence));
    Content { lead: Vec::new(), sections }
}

fn table(
    cx: &Context<'_>,
    section: &'static str,
    entries: &Entries<Conduct>,
) -> Vec<crate::compile::Section> {
    let shown: Vec<_> = entries.iter().filter(|rule| cx.relevance.rule(&rule.value, &[])).collect();
    rules(cx, section, &shown, |conduct| &conduct.title, |body, entry| conduct(body, section, entry))
}

fn conduct(body: &mut Body<'_, '_>, section: &'static str, conduct: &Conduct) {
    let Conduct {
        title: _,
        when,
        exception_to: _,
        from: _,
        until: _,
        concerns: _,
        note,
        act,
        never,
        observed_as,
        say,
        why,
    } = conduct;
    body.rule(section, conduct, None);
    body.steps("do", act);
    body.never(never);
    body.scripts("say", say, when);
    body.text("observed-as", observed_as);
    body.text("why", why);
    body.note(note);
}
