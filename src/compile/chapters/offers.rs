//! Chapter: what customers are offered: more, amends, thanks, and contact afterwards. Must never hold a promise of time.

use super::{Content, rules};
use crate::compile::body::Body;
use crate::compile::context::Context;
use crate::compile::{Block, Line, NoticeKind, Section};
use crate::model::{FollowUp, Offer};
use crate::syntax::decode::Entries;

pub(super) fn fill(cx: &Context<'_>) -> Content {
    let project = cx.project;
    let mut sections = Vec::new();
    for (section, entries) in
        [("recovery", &project.recovery), ("selling", &project.selling), ("loyalty", &project.loyalty)]
    {
        sections.extend(table(cx, section, entries));
    }
    let shown: Vec<_> = project.follow_up.iter().filter(|entry| cx.relevance.follow_up(entry)).collect();
    sections.extend(rules(
        cx,
        "follow_up",
        &shown,
        |entry| &entry.title,
        |body, entry| follow_up(body, entry),
    ));
    Content { lead: Vec::new(), sections }
}

fn table(cx: &Context<'_>, section: &'static str, entries: &Entries<Offer>) -> Vec<Section> {
    let shown: Vec<_> =
        entries.iter().filter(|rule| cx.relevance.rule(&rule.value, &[&rule.authority])).collect();
    rules(cx, section, &shown, |offer| &offer.title, |body, entry| offer(body, section, entry))
}

fn offer(body: &mut Body<'_, '_>, section: &'static str, offer: &Offer) {
    let Offer {
        title: _,
        when,
        exception_to: _,
        from: _,
        until: _,
        concerns: _,
        note,
        offer: offered,
        never_when,
        say,
        act,
        authority,
        up_to,
        budget,
        within,
    } = offer;
    let cx = body.cx;
    body.said("kind", Some(cx.say(&format!("section-{section}"))));
    body.text("offer", offered);
    body.rule(section, offer, None);
    body.role("authority", authority);
    body.amount("up-to", up_to);
    body.text("budget", budget);
    body.duration("within", within);
    body.scripts("say", say, when);
    body.steps("do", act);
    let never = never_when.iter().filter(|never| cx.relevance.can_happen(&never.value));
    let never = never.map(|never| Block::Paragraph(Line::plain(cx.when(&never.value, None))));
    body.notice(NoticeKind::Never, "never-when", never.collect());
    body.note(note);
}

fn follow_up(body: &mut Body<'_, '_>, entry: &FollowUp) {
    let FollowUp {
        title: _,
        when,
        exception_to: _,
        from: _,
        until: _,
        concerns: _,
        note,
        after,
        by,
        who,
        say,
        questions,
        act,
    } = entry;
    body.said("kind", Some(body.cx.say("section-follow-up")));
    body.rule("follow_up", entry, None);
    body.duration("after", after);
    body.entry("by", "channels", by);
    body.role("who", who);
    body.scripts("say", say, when);
    body.steps("questions", questions);
    body.steps("do", act);
    body.note(note);
}
