//! Chapter: what is said, as cards in the order of a conversation. Must never change a word.

use super::{Content, rules};
use crate::compile::body::Body;
use crate::compile::context::{Context, join};
use crate::compile::words::Case;
use crate::compile::{Block, Card, Fact, Inline, Line};
use crate::model::{Script, words::word};

pub(super) fn fill(cx: &Context<'_>) -> Content {
    let mut shown: Vec<_> = cx.project.scripts.iter().filter(|script| cx.relevance.script(script)).collect();
    // Purposes are declared in the order of a conversation.
    shown.sort_by_key(|script| script.purpose.value().copied());
    let sections = rules(cx, "scripts", &shown, |script| &script.title, |body, entry| script(body, entry));
    Content { lead: Vec::new(), sections }
}

fn script(body: &mut Body<'_, '_>, script: &Script) {
    let Script {
        title: _,
        purpose,
        when,
        exception_to,
        from,
        until,
        concerns,
        note,
        say,
        or_say,
        questions,
        act,
        never,
        elements,
        at_most,
        placeholders,
    } = script;
    let cx = body.cx;
    let mut facts = Vec::new();
    let mut fact = |label: &str, value: Line| {
        if !value.is_empty() {
            facts.push(Fact { label: cx.say(label), value });
        }
    };
    fact(
        "purpose",
        purpose.value().map(|purpose| Line::plain(cx.known("purpose", word(purpose)))).unwrap_or_default(),
    );
    let elements = elements.iter().map(|element| Line::plain(cx.known("element", word(&element.value))));
    fact("elements", join(elements, ", "));
    fact(
        "say-at-most",
        at_most.value().map(|most| Line::plain(cx.words.duration(most, Case::Plain))).unwrap_or_default(),
    );
    for placeholder in placeholders.value().into_iter().flatten() {
        let mut line = vec![Inline::Placeholder(placeholder.id.clone()), Inline::Text(": ".to_owned())];
        line.extend(cx.line(&placeholder.value).0);
        fact("placeholder", Line(line));
    }
    let said = say.value().into_iter().chain(or_say.iter().map(|text| &text.value));
    let wordings: Vec<Vec<Block>> =
        said.map(|text| cx.blocks(text)).filter(|blocks| !blocks.is_empty()).collect();
    let when = cx.when_words(when.value(), None).map(Line::plain);
    body.block(Block::Card(Card { when, wordings, facts }));
    body.steps("questions", questions);
    body.steps("do", act);
    body.never(never);
    body.entries("exception-to", "scripts", exception_to);
    body.date("from", from);
    body.date("until", until);
    body.concerns(concerns);
    body.note(note);
}
