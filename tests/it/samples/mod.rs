//! Handbooks as a project would make them, rich enough for every renderer.

mod poisoned;
mod polish;
mod russian;

use etalon::compile::{
    Block, Branch, Card, Fact, Flow, FlowStep, Furniture, Handbook, Inline, Line, NoticeKind, Row,
};

pub(crate) use poisoned::poisoned;
pub(crate) use polish::polish;
pub(crate) use russian::russian;

/// A handbook that says nothing.
pub(crate) fn empty() -> Handbook {
    Handbook {
        language: "en".into(),
        title: String::new(),
        audience: None,
        company: None,
        edition: None,
        day: None,
        imprint: Vec::new(),
        cover: Vec::new(),
        address: Vec::new(),
        chapters: Vec::new(),
        now: None,
        furniture: Furniture::default(),
    }
}

/// A line: `*strong*` text and `{placeholders}` between plain words.
pub(crate) fn line(text: &str) -> Line {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['*', '{']) {
        let (before, from) = rest.split_at(at);
        let close = if from.starts_with('*') { '*' } else { '}' };
        let (inside, after) = from[1..].split_once(close).unwrap();
        pieces.push(Inline::Text(before.to_owned()));
        pieces.push(match close {
            '*' => Inline::Strong(vec![Inline::Text(inside.to_owned())]),
            _ => Inline::Placeholder(inside.to_owned()),
        });
        rest = after;
    }
    pieces.push(Inline::Text(rest.to_owned()));
    Line(pieces)
}

pub(crate) fn paragraph(text: &str) -> Block {
    Block::Paragraph(line(text))
}

pub(crate) fn points(ordered: bool, texts: &[&str]) -> Block {
    Block::Points { ordered, points: texts.iter().map(|text| vec![paragraph(text)]).collect() }
}

pub(crate) fn facts(pairs: &[(&str, &str)]) -> Vec<Fact> {
    pairs.iter().map(|(label, value)| Fact { label: (*label).into(), value: line(value) }).collect()
}

pub(crate) fn notice(kind: NoticeKind, label: &str, text: &str) -> Block {
    Block::Notice { kind, label: label.into(), blocks: vec![paragraph(text)] }
}

pub(crate) fn card(when: &str, wordings: &[&str], pairs: &[(&str, &str)]) -> Block {
    let wordings = wordings.iter().map(|text| vec![paragraph(text)]).collect();
    Block::Card(Card { when: Some(line(when)), wordings, facts: facts(pairs) })
}

pub(crate) fn row(depth: usize, cells: &[&str]) -> Row {
    Row { anchor: None, depth, cells: cells.iter().map(|cell| line(cell)).collect() }
}

/// A procedure whose steps are `(who, title, question, ways, end)`; a way is `(answer, number)`.
pub(crate) type Step<'a> = (&'a str, &'a str, bool, &'a [(&'a str, usize)], &'a str);

pub(crate) fn flow(
    name: &str,
    caption: &str,
    mine: &str,
    more: &[(usize, &[(&str, &str)])],
    steps: &[Step<'_>],
) -> Block {
    let anchor = |number: usize| format!("{name}-{number}");
    let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let steps = (1..).zip(steps).map(|(number, (who, title, question, ways, end))| FlowStep {
        anchor: anchor(number),
        number,
        who: text(who),
        mine: *who == mine,
        title: (*title).into(),
        question: *question,
        facts: more.iter().filter(|(at, _)| *at == number).flat_map(|(_, pairs)| facts(pairs)).collect(),
        next: ways
            .iter()
            .map(|(answer, number)| Branch { answer: text(answer), anchor: anchor(*number), number: *number })
            .collect(),
        end: text(end),
    });
    Block::Flow(Flow { caption: caption.into(), steps: steps.collect() })
}
