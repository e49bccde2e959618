//! The author's Markdown -> blocks and lines without markup. Must never let raw HTML or an unknown kind of address through
//! as anything but text.

use pulldown_cmark::{Event, Parser, Tag, TagEnd, TextMergeStream};

use super::{Block, Inline, Line};

/// The blocks of a text; `fill` gives the words of a placeholder that is known beforehand.
pub(super) fn blocks(text: &str, fill: &dyn Fn(&str) -> Option<String>) -> Vec<Block> {
    let mut writer = Writer { fill, open: vec![Frame::Blocks(Vec::new())], links: Vec::new() };
    for event in TextMergeStream::new(Parser::new(text)) {
        writer.event(event);
    }
    writer.finish()
}

/// The blocks on one line: what stood below one another is joined by line breaks.
pub(super) fn one_line(blocks: &[Block]) -> Line {
    let mut line = Vec::new();
    flatten(blocks, "", &mut line);
    Line(line)
}

/// The words of a line without anything else.
pub(super) fn plain(line: &[Inline]) -> String {
    line.iter()
        .map(|inline| match inline {
            Inline::Text(text) | Inline::Code(text) => text.clone(),
            Inline::Strong(inner) | Inline::Emphasis(inner) => plain(inner),
            Inline::Placeholder(name) => format!("{{{name}}}"),
            Inline::Link { words, .. } => plain(words),
            Inline::Reference { words, .. } => words.clone(),
            Inline::Break => " ".to_owned(),
        })
        .collect()
}

fn flatten(blocks: &[Block], mark: &str, line: &mut Vec<Inline>) {
    let mut number = 0_usize;
    for block in blocks {
        match block {
            Block::Paragraph(words) => {
                if !line.is_empty() {
                    line.push(Inline::Break);
                }
                if !mark.is_empty() {
                    line.push(Inline::Text(mark.to_owned()));
                }
                line.extend(words.0.iter().cloned());
            }
            Block::Heading(words) => flatten(&[Block::Paragraph(Line::plain(words.clone()))], mark, line),
            Block::Points { ordered, points } => {
                for point in points {
                    number += 1;
                    let mark =
                        if *ordered { format!("{number}.\u{a0}") } else { "\u{2022}\u{a0}".to_owned() };
                    flatten(point, &mark, line);
                }
            }
            _ => {}
        }
    }
}

enum Frame {
    Blocks(Vec<Block>),
    Points { ordered: bool, points: Vec<Vec<Block>> },
    Line { heading: bool, line: Vec<Inline> },
    Inline(Vec<Inline>),
}

struct Writer<'f> {
    fill: &'f dyn Fn(&str) -> Option<String>,
    open: Vec<Frame>,
    /// The addresses of the open links; none for one that may not be followed.
    links: Vec<Option<String>>,
}

impl Writer<'_> {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text),
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.inline(Inline::Code(text.into_string()));
            }
            Event::Html(text) | Event::InlineHtml(text) => {
                self.inline(Inline::Text(text.replace('\n', " ")));
            }
            Event::SoftBreak => self.inline(Inline::Text(" ".to_owned())),
            Event::HardBreak => self.inline(Inline::Break),
            Event::Rule | Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Paragraph | Tag::CodeBlock(_) | Tag::HtmlBlock => self.open_line(false),
            Tag::Heading { .. } => self.open_line(true),
            Tag::List(first) => {
                self.close_line();
                self.open.push(Frame::Points { ordered: first.is_some(), points: Vec::new() });
            }
            Tag::Item | Tag::BlockQuote(_) => {
                self.close_line();
                self.open.push(Frame::Blocks(Vec::new()));
            }
            Tag::Strong | Tag::Emphasis => self.open_inline(),
            Tag::Link { dest_url, .. } => {
                self.open_inline();
                self.links.push(may_be_followed(dest_url).then(|| dest_url.to_string()));
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::Heading(_) => {
                self.close_line()
            }
            TagEnd::Item => {
                self.close_line();
                let Some(Frame::Blocks(blocks)) = self.open.pop() else { return };
                if let Some(Frame::Points { points, .. }) = self.open.last_mut() {
                    points.push(blocks);
                }
            }
            TagEnd::BlockQuote(_) => {
                self.close_line();
                let Some(Frame::Blocks(blocks)) = self.open.pop() else { return };
                if let Some(Frame::Blocks(outer)) = self.open.last_mut() {
                    outer.extend(blocks);
                }
            }
            TagEnd::List(_) => {
                if let Some(Frame::Points { ordered, points }) = self.open.pop() {
                    self.block(Block::Points { ordered, points });
                }
            }
            TagEnd::Strong => self.close_inline(|inner| vec![Inline::Strong(inner)]),
            TagEnd::Emphasis => self.close_inline(|inner| vec![Inline::Emphasis(inner)]),
            TagEnd::Link => {
                let address = self.links.pop().flatten();
                self.close_inline(|words| match address {
                    Some(address) => vec![Inline::Link { address, words }],
                    None => words,
                });
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        let text = text.strip_suffix('\n').unwrap_or(text);
        for (at, row) in text.split('\n').enumerate() {
            if at > 0 {
                self.inline(Inline::Break);
            }
            for piece in placeholders(row, self.fill) {
                self.inline(piece);
            }
        }
    }

    fn inline(&mut self, piece: Inline) {
        let has_line = matches!(self.open.last(), Some(Frame::Line { .. } | Frame::Inline(_)));
        if !has_line {
            self.open.push(Frame::Line { heading: false, line: Vec::new() });
        }
        if let Some(Frame::Line { line, .. } | Frame::Inline(line)) = self.open.last_mut() {
            match (line.last_mut(), piece) {
                (Some(Inline::Text(before)), Inline::Text(text)) => before.push_str(&text),
                (_, piece) => line.push(piece),
            }
        }
    }

    fn open_line(&mut self, heading: bool) {
        self.close_line();
        self.open.push(Frame::Line { heading, line: Vec::new() });
    }

    // The items of a tight list hold their words without a paragraph, so a line may be open without a start.
    fn close_line(&mut self) {
        if !matches!(self.open.last(), Some(Frame::Line { .. })) {
            return;
        }
        let Some(Frame::Line { heading, line }) = self.open.pop() else { return };
        match (line.is_empty(), heading) {
            (true, _) => {}
            (false, true) => self.block(Block::Heading(plain(&line))),
            (false, false) => self.block(Block::Paragraph(Line(line))),
        }
    }

    fn open_inline(&mut self) {
        if !matches!(self.open.last(), Some(Frame::Line { .. } | Frame::Inline(_))) {
            self.open.push(Frame::Line { heading: false, line: Vec::new() });
        }
        self.open.push(Frame::Inline(Vec::new()));
    }

    fn close_inline(&mut self, wrap: impl FnOnce(Vec<Inline>) -> Vec<Inline>) {
        if !matches!(self.open.last(), Some(Frame::Inline(_))) {
            return;
        }
        let Some(Frame::Inline(inner)) = self.open.pop() else { return };
        wrap(inner).into_iter().for_each(|piece| self.inline(piece));
    }

    fn block(&mut self, block: Block) {
        match self.open.last_mut() {
            Some(Frame::Blocks(blocks)) => blocks.push(block),
            _ => self.open.push(Frame::Blocks(vec![block])),
        }
    }

    fn finish(mut self) -> Vec<Block> {
        self.close_line();
        let mut all = Vec::new();
        for frame in self.open {
            if let Frame::Blocks(blocks) = frame {
                all.extend(blocks);
            }
        }
        all
    }
}

fn may_be_followed(address: &str) -> bool {
    let scheme = address.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    scheme.is_some_and(|scheme| ["http", "https", "mailto", "tel"].contains(&scheme.as_str()))
}

// `{agent}` is a gap; braces around anything else are text.
fn placeholders(text: &str, fill: &dyn Fn(&str) -> Option<String>) -> Vec<Inline> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let named = after.split_once('}').filter(|(name, _)| is_name(name));
        let Some((name, behind)) = named else {
            pieces.push(Inline::Text(format!("{before}{{")));
            rest = after;
            continue;
        };
        if !before.is_empty() {
            pieces.push(Inline::Text(before.to_owned()));
        }
        pieces.push(match fill(name) {
            Some(words) => Inline::Text(words),
            None => Inline::Placeholder(name.to_owned()),
        });
        rest = behind;
    }
    if !rest.is_empty() {
        pieces.push(Inline::Text(rest.to_owned()));
    }
    pieces
}

fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '-' | ' '))
}
