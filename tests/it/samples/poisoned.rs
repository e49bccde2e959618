//! A handbook whose every word is hostile. Must never hold a harmless one.

use etalon::compile::{Block, Branch, Fact, Flow, FlowStep, Handbook, Inline, Line, NoticeKind, Section};

use super::russian;

/// The rich handbook with the same words in every place where words can be.
pub(crate) fn poisoned(nasty: &str) -> Handbook {
    let mut handbook = russian();
    let text = || nasty.to_owned();
    handbook.title = text();
    handbook.language = text();
    handbook.audience = Some(text());
    handbook.company = Some(text());
    handbook.cover = vec![Block::Paragraph(Line::plain(nasty))];
    handbook.address = handbook.cover.clone();
    handbook.imprint = vec![Fact { label: text(), value: Line::plain(nasty) }];
    let words = &mut handbook.furniture;
    let places =
        [&mut words.contents, &mut words.search, &mut words.nothing_found, &mut words.skip, &mut words.see];
    let more = [&mut words.print, &mut words.theme, &mut words.mine, &mut words.all_day];
    places
        .into_iter()
        .chain(more)
        .chain([&mut words.holidays])
        .chain(&mut words.days)
        .for_each(|word| *word = text());
    let inside = |words: &str| vec![Inline::Text(words.to_owned())];
    let inlines = vec![
        Inline::Strong(inside(nasty)),
        Inline::Emphasis(inside(nasty)),
        Inline::Code(text()),
        Inline::Placeholder(text()),
        Inline::Link { address: format!("https://example.org/{nasty}"), words: inside(nasty) },
        Inline::Link { address: "javascript:alert(1)".into(), words: inside(nasty) },
        Inline::Reference { anchor: text(), words: text() },
    ];
    let step = FlowStep {
        anchor: "nasty-step".into(),
        number: 1,
        who: Some(text()),
        mine: true,
        title: text(),
        question: true,
        facts: vec![Fact { label: text(), value: Line::plain(nasty) }],
        next: vec![Branch { answer: Some(text()), anchor: "nasty-step".into(), number: 1 }],
        end: Some(text()),
    };
    for chapter in &mut handbook.chapters {
        chapter.title = text();
        for block in chapter.sections.iter_mut().flat_map(|section| &mut section.blocks) {
            match block {
                Block::Table(table) => {
                    table.caption = text();
                    table.head.iter_mut().for_each(|title| *title = text());
                    let cells = table.rows.iter_mut().flat_map(|row| &mut row.cells);
                    cells.for_each(|cell| *cell = Line(inlines.clone()));
                }
                Block::Week(week) => (week.caption, week.words) = (text(), Line(inlines.clone())),
                Block::Card(card) => {
                    card.when = Some(Line(inlines.clone()));
                    card.wordings = vec![vec![Block::Paragraph(Line(inlines.clone()))]];
                }
                _ => {}
            }
        }
        chapter.sections.push(Section {
            anchor: format!("{}-nasty", chapter.anchor),
            title: text(),
            blocks: vec![
                Block::Heading(text()),
                Block::Notice {
                    kind: NoticeKind::Never,
                    label: text(),
                    blocks: vec![Block::Heading(text())],
                },
            ],
        });
    }
    let flow = Block::Flow(Flow { caption: text(), steps: vec![step] });
    handbook.chapters[0].lead.push(flow);
    handbook
}
