//! Chapter: what the figures measure, in sentences. Must never hold a figure of its own.

use super::Content;
use super::times::rows;
use crate::compile::body::points;
use crate::compile::context::{Context, join};
use crate::compile::words::Case;
use crate::compile::{Block, Line};
use crate::model::{Clock, words::word};

pub(super) fn fill(cx: &Context<'_>) -> Content {
    let shown = cx.relevance.serves_customers()
        || cx.project.response_times.iter().any(|rule| cx.relevance.rule(&rule.value, &[]));
    let clock = cx.project.clock.value().filter(|_| shown);
    let mut lead: Vec<Block> = Vec::new();
    if let Some(clock) = clock {
        lead.extend(sentences(cx, clock).into_iter().map(Block::Paragraph));
        for (label, texts) in [("clock-pauses", &clock.pauses_while), ("clock-excludes", &clock.excludes)] {
            let points = points(cx, texts);
            if !points.is_empty() {
                lead.push(Block::Paragraph(Line::plain(format!("{}:", cx.say(label)))));
                lead.push(Block::Points { ordered: false, points });
            }
        }
    }
    Content { lead, sections: Vec::new() }
}

/// A clock on one line, for a rule that has its own.
pub(super) fn in_words(cx: &Context<'_>, clock: &Clock) -> Line {
    let lists = [("clock-pauses", &clock.pauses_while), ("clock-excludes", &clock.excludes)];
    let lists = lists.into_iter().filter(|(_, texts)| !texts.is_empty()).map(|(label, texts)| {
        let mut line = Line::plain(format!("{}: ", cx.say(label)));
        line.0.extend(cx.joined(texts).0);
        line
    });
    rows(sentences(cx, clock).into_iter().chain(lists))
}

fn sentences(cx: &Context<'_>, clock: &Clock) -> Vec<Line> {
    let Clock { starts, reply, pauses_while: _, reopened, share_of, short_abandon, excludes: _ } = clock;
    let mut said = Vec::new();
    said.extend(starts.value().map(|starts| cx.known("clock-starts", word(starts))));
    let replies = join(reply.iter().map(|reply| Line::plain(cx.known("reply", word(&reply.value)))), ", ");
    if !replies.is_empty() {
        let replies = crate::compile::markup::plain(&replies.0);
        said.push(cx.words.fill("clock-reply", [("replies", replies.into())]));
    }
    said.extend(reopened.value().map(|reopened| cx.known("reopened", word(reopened))));
    said.extend(share_of.value().map(|share_of| cx.known("share-of", word(share_of))));
    said.extend(short_abandon.value().map(|short| {
        let limit = cx.words.duration(short, Case::Limit);
        cx.words.fill("clock-short-abandon", [("limit", limit.into())])
    }));
    said.into_iter().map(Line::plain).collect()
}
