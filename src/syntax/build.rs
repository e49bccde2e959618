//! Parser events to a tree.
//! Must never word a problem of the parser: when it stops, `traps` looks at the text itself.

use std::borrow::Cow;
use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle, ScanError, StrInput, StructureStyle};

use super::anchors::{Anchors, nothing};
use super::page::{Page, Repair};
use super::simple;
use super::traps::{quotes, silent, swallowed, value};
use super::tree::{Content, Key, Node, Scalar, Style};
use crate::diagnostic::Finding;
use crate::source::Span;

/// The deepest nesting of groups and lists that is read.
const DEEPEST: usize = 64;

/// What one pass over a page gave.
#[derive(Debug, Default)]
pub(super) struct Built<'a> {
    /// The value of the first document that holds anything.
    pub(super) root: Option<Node<'a>>,
    /// Problems that need no second pass.
    pub(super) findings: Vec<Finding>,
    /// Problems that need one: the text reads otherwise than it was meant.
    pub(super) repairs: Vec<Repair>,
    /// The anchored values, for later parts of the file.
    pub(super) anchors: Anchors<'a>,
    /// Words with `&` before a text, which mark it for references, with the place of both.
    pub(super) marks: Vec<(String, Span)>,
}

/// Reads a page; an error of the parser stops the pass.
pub(super) fn build<'t>(page: &Page<'t>, anchors: Anchors<'t>) -> Result<Built<'t>, ScanError> {
    let options = granit_parser::options! {
        emit_comments: false,
        emit_anchor_events: true,
        emit_unresolved_aliases: true,
    };
    let source = match simple::events(&page.text) {
        Some(events) => Source::Simple(events),
        None => Source::Whole(Box::new(Parser::new_from_str_with_options(&page.text, options))),
    };
    let mut builder = Builder {
        page,
        source,
        built: Built { anchors, ..Built::default() },
        last_end: 0,
        too_deep: false,
        too_many: false,
    };
    builder.documents()?;
    Ok(builder.built)
}

pub(super) struct Builder<'a, 't> {
    pub(super) page: &'a Page<'t>,
    source: Source<'a>,
    pub(super) built: Built<'t>,
    // The end of the last thing read that has a width.
    last_end: usize,
    too_deep: bool,
    too_many: bool,
}

/// What the page says, one thing after the other.
enum Source<'a> {
    Simple(simple::Events<'a>),
    Whole(Box<Parser<'a, StrInput<'a>>>),
}

/// Where an event stands, and where its tag does.
struct Place {
    range: Range<usize>,
    tag: Option<Range<usize>>,
}

impl<'a, 't> Builder<'a, 't> {
    fn documents(&mut self) -> Result<(), ScanError> {
        while let Some((event, place)) = self.next()? {
            match event {
                Event::DocumentStart(..) if self.built.root.is_some() => {
                    match value::line_between_entries(self.page, place.range.start) {
                        Some(repair) => self.built.repairs.push(repair),
                        None => {
                            let second = value::second_document(self.page, place.range.start);
                            self.built.findings.extend(second);
                        }
                    }
                    return Ok(());
                }
                Event::Scalar(..)
                | Event::SequenceStart(..)
                | Event::MappingStart(..)
                | Event::Alias(_)
                | Event::UnresolvedAlias(_) => {
                    let node = self.node(event, place, 0)?;
                    if !node.is_empty() {
                        self.built.root = Some(node);
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn next(&mut self) -> Result<Option<(Event<'a>, Place)>, ScanError> {
        let parser = match &mut self.source {
            Source::Simple(events) => {
                return Ok(events.next().map(|(event, range)| (event, Place { range, tag: None })));
            }
            Source::Whole(parser) => parser,
        };
        let Some((event, place)) = parser.next_event().transpose()? else { return Ok(None) };
        let tag = place.tag_span().map(|tag| bytes(&tag));
        Ok(Some((event, Place { range: bytes(&place), tag })))
    }

    fn node(&mut self, event: Event<'a>, place: Place, depth: usize) -> Result<Node<'t>, ScanError> {
        let range = place.range;
        if let Some(tag) = place.tag {
            self.built.findings.push(value::tag(self.page, tag));
        }
        if !range.is_empty() {
            self.last_end = range.end;
        }
        let id = event.anchor_id().unwrap_or(0);
        let anchor = if id == 0 { None } else { self.anchor_name(range.start)? };
        let before = range.start;
        let node = match event {
            Event::Scalar(text, style, ..) => self.scalar(&text, style, range),
            Event::SequenceStart(style, ..) => self.list(range.start, style, depth)?,
            Event::MappingStart(style, ..) => self.map(range.start, style, depth)?,
            Event::Alias(id) => self.alias(id, range),
            Event::UnresolvedAlias(name) => self.unknown_alias(&name, range),
            _ => nothing(self.page.span(range)),
        };
        if let Some(name) = &anchor
            && node.scalar().is_some_and(|scalar| scalar.style == Style::Plain && !scalar.text.is_empty())
        {
            self.built.marks.push((name.clone(), self.marked(name, before, node.span)));
        }
        if let Some(name) = anchor
            && !self.built.anchors.define(id, name, &node)
        {
            self.report_too_many(node.span);
        }
        Ok(node)
    }

    // The place of a text with the mark before it.
    fn marked(&self, name: &str, start: usize, text: Span) -> Span {
        let mark = format!("&{name}");
        let before = self.page.text.get(..start).unwrap_or("");
        let at = before.trim_end().strip_suffix(&mark).map_or(start, str::len);
        Span { start: self.page.span(at..start).start, ..text }
    }

    // The name of an anchor follows the value that it marks.
    fn anchor_name(&mut self, at: usize) -> Result<Option<String>, ScanError> {
        let Some((Event::Anchor(_, name), place)) = self.next()? else { return Ok(None) };
        if place.range.end > at {
            self.last_end = place.range.end;
        }
        Ok(Some(name.into_owned()))
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, range: Range<usize>) -> Node<'t> {
        let (style, end) = match style {
            ScalarStyle::Plain => (Style::Plain, range.end),
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => (Style::Quoted, range.end),
            ScalarStyle::Literal | ScalarStyle::Folded => {
                // The parser counts the break and the indentation of the next line in.
                (Style::Block, range.start + self.page.slice(range.clone()).trim_end().len())
            }
        };
        if end > range.start {
            self.last_end = end;
        }
        let span = self.page.span(range.start..end);
        if style == Style::Quoted {
            self.built.findings.extend(quotes::path(self.page, range.clone()));
        }
        if style == Style::Block && text.contains(": ") {
            self.built.repairs.extend(swallowed::entry_in_block(self.page, range.start..end));
        }
        let text = match style {
            // The parser writes `~` where nothing stands.
            Style::Plain if range.is_empty() => Cow::Borrowed(""),
            Style::Plain => self.page.text_at(silent::plain(self.page, text, range, &mut self.built), span),
            Style::Quoted | Style::Block => self.page.text_at(text, span),
        };
        Node { span, content: Content::Scalar(Scalar { text, style }) }
    }

    fn list(&mut self, start: usize, style: StructureStyle, depth: usize) -> Result<Node<'t>, ScanError> {
        if depth >= DEEPEST {
            return self.skip(start);
        }
        let mut nodes = Vec::new();
        while let Some((event, place)) = self.next()? {
            if matches!(event, Event::SequenceEnd) {
                self.close(&place, style);
                break;
            }
            nodes.push(self.node(event, place, depth + 1)?);
        }
        Ok(Node { span: self.page.span(start..self.last_end.max(start)), content: Content::List(nodes) })
    }

    fn map(&mut self, start: usize, style: StructureStyle, depth: usize) -> Result<Node<'t>, ScanError> {
        if depth >= DEEPEST {
            return self.skip(start);
        }
        let mut group = super::build_map::Group::new(style == StructureStyle::Flow);
        while let Some((event, place)) = self.next()? {
            if matches!(event, Event::MappingEnd) {
                self.close(&place, style);
                break;
            }
            let range = place.range.clone();
            let plain = matches!(event, Event::Scalar(_, ScalarStyle::Plain, ..));
            let key = self.key(event, place, depth)?;
            let Some((event, place)) = self.next()? else { break };
            let value = self.node(event, place, depth + 1)?;
            group.add(self, key, plain, range, value);
        }
        let end = self.last_end.max(start);
        Ok(group.finish(self, start..end))
    }

    // `None` for a key that is no text.
    fn key(&mut self, event: Event<'a>, place: Place, depth: usize) -> Result<Option<Key<'t>>, ScanError> {
        if let Event::Scalar(text, ScalarStyle::Plain, 0, None) = &event
            && !place.range.is_empty()
        {
            let range = place.range.clone();
            self.last_end = range.end;
            return Ok(Some(silent::key(self.page, text, range, &mut self.built)));
        }
        let node = self.node(event, place, depth + 1)?;
        match node.content {
            Content::Scalar(scalar) if !scalar.text.is_empty() => {
                Ok(Some(Key { text: scalar.text, span: node.span }))
            }
            _ => {
                self.built.findings.push(value::key_not_text(&node));
                Ok(None)
            }
        }
    }

    fn close(&mut self, place: &Place, style: StructureStyle) {
        if style == StructureStyle::Flow && !place.range.is_empty() {
            self.last_end = place.range.end;
        }
    }

    // Passes over a value that is nested too deep, up to its end.
    fn skip(&mut self, start: usize) -> Result<Node<'t>, ScanError> {
        let mut open = 1_usize;
        while open > 0 {
            let Some((event, place)) = self.next()? else { break };
            match event {
                Event::SequenceStart(..) | Event::MappingStart(..) => open += 1,
                Event::SequenceEnd | Event::MappingEnd => open -= 1,
                _ => {}
            }
            if !place.range.is_empty() {
                self.last_end = place.range.end;
            }
        }
        if !self.too_deep {
            self.too_deep = true;
            self.built.findings.push(value::too_deep(self.page.span(start..start)));
        }
        Ok(nothing(self.page.span(start..start)))
    }

    fn alias(&mut self, id: usize, range: Range<usize>) -> Node<'t> {
        let span = self.page.span(range.clone());
        let Some(target) = self.built.anchors.find(id) else {
            if !self.too_many {
                self.built.findings.push(value::circular_alias(self.page, range));
            }
            return nothing(span);
        };
        self.built.anchors.copy(&target).unwrap_or_else(|| {
            self.report_too_many(span);
            nothing(span)
        })
    }

    fn unknown_alias(&mut self, name: &str, range: Range<usize>) -> Node<'t> {
        let span = self.page.span(range.clone());
        if let Some(target) = self.built.anchors.find_named(name) {
            return self.built.anchors.copy(&target).unwrap_or_else(|| {
                self.report_too_many(span);
                nothing(span)
            });
        }
        self.built.findings.push(value::unknown_alias(self.page, range.clone()));
        let text = self.page.text_at(self.page.slice(range), span);
        Node { span, content: Content::Scalar(Scalar { text, style: Style::Quoted }) }
    }

    fn report_too_many(&mut self, span: Span) {
        if !self.too_many {
            self.too_many = true;
            self.built.findings.push(value::too_many_aliases(span));
        }
    }
}

fn bytes(place: &granit_parser::Span) -> Range<usize> {
    let range = place.byte_range().unwrap_or(0..0);
    range.start..range.end.max(range.start)
}
