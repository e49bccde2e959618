//! Reads what can be read: repairs the page where the parser stopped, and tries again, section by section.
//! Must never run away: attempts are bounded, and what resists them is left out.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::anchors::Anchors;
use super::build::{Built, build};
use super::line::{is_word, lines};
use super::page::{Page, Repair};
use super::traps;
use super::tree::{Content, Entry, Node};
use crate::diagnostic::Finding;
use crate::source::Span;

/// How many bytes may be read again for one file, besides eight times its size.
const BUDGET: usize = 8_000_000;
/// The most attempts for one section.
const MOST_ROUNDS: usize = 400;
/// From this size on a section that does not read is split into its entries, in bytes.
const LONG: usize = 4_000;
/// How many times a section is split, at most.
const DEEPEST_SPLIT: usize = 8;

/// Problems found so far, and how much more may be tried.
#[derive(Debug)]
pub(super) struct Recovery {
    pub(super) findings: Vec<Finding>,
    // Lines that a finding points at, by where they begin in the file.
    reported: BTreeSet<usize>,
    // How often the parser stopped at a line.
    stops: BTreeMap<usize, usize>,
    left: usize,
}

impl Recovery {
    pub(super) fn new(size: usize) -> Self {
        Recovery {
            findings: Vec::new(),
            reported: BTreeSet::new(),
            stops: BTreeMap::new(),
            left: BUDGET + size.saturating_mul(8),
        }
    }

    /// Reads a page whole; `None` when the parser stopped, with the page as far as it was repaired.
    pub(super) fn whole<'a>(&mut self, mut page: Page<'a>) -> Result<Built<'a>, Page<'a>> {
        for _ in 0..4 {
            let Ok(built) = build(&page, Anchors::default()) else { return Err(page) };
            if built.repairs.is_empty() {
                return if built.root.as_ref().is_none_or(|root| root.entries().is_some()) {
                    let unused =
                        built.marks.iter().filter(|(name, _)| !page.text.contains(&format!("*{name}")));
                    self.findings.extend(unused.map(|(name, span)| traps::value::unused_mark(name, *span)));
                    Ok(built)
                } else {
                    Err(page)
                };
            }
            page = self.repaired(&page, built.repairs);
        }
        Err(page)
    }

    /// Reads a page section by section.
    pub(super) fn sections<'a>(&mut self, page: &Page<'a>) -> Vec<Built<'a>> {
        let ranges = self.ranges(page);
        self.parts(page, ranges, Anchors::default(), 0).0
    }

    fn parts<'a>(
        &mut self,
        page: &Page<'a>,
        ranges: Vec<Range<usize>>,
        mut anchors: Anchors<'a>,
        depth: usize,
    ) -> (Vec<Built<'a>>, Anchors<'a>) {
        let mut parts = Vec::new();
        for range in ranges {
            let part = page.part(range);
            if let Some(mut built) = self.section(part, &anchors, depth) {
                let own = std::mem::take(&mut built.anchors);
                // Let go of first, so that the names need not be copied.
                drop(anchors);
                anchors = own.for_next_part();
                parts.push(built);
            }
        }
        (parts, anchors)
    }

    fn section<'a>(&mut self, mut page: Page<'a>, anchors: &Anchors<'a>, depth: usize) -> Option<Built<'a>> {
        for round in 0..MOST_ROUNDS {
            self.left = self.left.checked_sub(page.text.len())?;
            match build(&page, anchors.clone()) {
                Ok(built) if !built.repairs.is_empty() => page = self.repaired(&page, built.repairs),
                Ok(built) => match traps::no_entries(&page, built.root.as_ref()) {
                    None => return Some(built),
                    Some(repair) => page = self.repaired(&page, vec![repair]),
                },
                Err(error) => {
                    if round == 0
                        && let Some(built) = self.by_entries(&page, anchors, depth)
                    {
                        return Some(built);
                    }
                    let (repair, line) = traps::diagnose(&page, &error);
                    let stops = self.stops.entry(page.origin(line)).or_default();
                    *stops += 1;
                    let hopeless = *stops > 3 || repair.edits.is_empty();
                    let repaired = self.repaired(&page, vec![repair]);
                    page = if hopeless { traps::without_line(&page, line) } else { repaired };
                }
            }
        }
        None
    }

    // A long section is read entry by entry: each attempt is short, and a mistake in one entry spares the others.
    fn by_entries<'a>(&mut self, page: &Page<'a>, anchors: &Anchors<'a>, depth: usize) -> Option<Built<'a>> {
        if page.text.len() < LONG || depth >= DEEPEST_SPLIT {
            return None;
        }
        let (header, ranges) = entries_of(page)?;
        let head = build(&page.part(header), anchors.clone()).ok()?;
        let Some(Node { content: Content::Map(mut entries), span }) = head.root else { return None };
        let (parts, anchors) = self.parts(page, ranges, anchors.clone(), depth + 1);
        let mut whole = Built { findings: head.findings, anchors, ..Built::default() };
        let (inner, findings) = joined(parts);
        whole.findings.extend(findings);
        if let (Some(entry), Some(inner)) = (entries.last_mut(), inner) {
            entry.value = inner;
        }
        let end = entries.last().map_or(span.end, |entry| entry.value.span.end.max(span.end));
        whole.root = Some(Node { content: Content::Map(entries), span: Span { end, ..span } });
        Some(whole)
    }

    // Applies repairs. A line that has been reported is not reported again: the second problem may stem from the first.
    fn repaired<'a>(&mut self, page: &Page<'a>, repairs: Vec<Repair>) -> Page<'a> {
        let mut edits = Vec::new();
        for repair in repairs {
            edits.extend(repair.edits);
            let Some(finding) = repair.finding else { continue };
            let at = finding.span().map_or(0, |span| span.start as usize);
            if self.reported.insert(at) {
                self.findings.push(finding);
            }
        }
        page.edited(&edits)
    }

    // Where each section begins and ends; a second document is cut off.
    fn ranges(&mut self, page: &Page) -> Vec<Range<usize>> {
        let lines = lines(&page.text);
        let mut starts = Vec::new();
        let mut end = page.text.len();
        let mut any = false;
        for (index, line) in lines.iter().enumerate() {
            let marker = line.text.starts_with("---")
                && line.text.get(3..).is_none_or(|rest| rest.is_empty() || rest.starts_with(' '));
            let next = lines.iter().skip(index + 1).find(|line| !line.is_blank());
            if marker && any && next.is_none_or(|next| next.indent() == 0) {
                self.findings.extend(traps::value::second_document(page, line.start));
                end = line.start;
                break;
            }
            any |= !line.is_blank() && !marker && !line.text.starts_with('%');
            if line.is_blank() || line.indent() > 0 {
                continue;
            }
            let below = lines.iter().skip(index + 1).find(|line| !line.is_blank());
            let group = below.is_some_and(|below| below.indent() > 0);
            if group && holds_text(line) && below.is_some_and(|below| below.split().is_some()) {
                continue;
            }
            // No section has a hyphen in its name: such an entry has slipped to the margin, and is read where it stands.
            let hyphen = line.split().is_some_and(|split| line.part(&split.key).contains('-'));
            let slipped = !starts.is_empty() && (hyphen || slipped_to_margin(&lines, index));
            if begins_section(page, line, group) && !slipped {
                starts.push(line.start);
            }
        }
        if let Some(first) = starts.first_mut() {
            let before = page.text.get(..*first).unwrap_or("");
            let blank = before.lines().all(|line| {
                let line = line.trim();
                line.is_empty() || line.starts_with('#') || line.starts_with("---") || line.starts_with('%')
            });
            if !blank {
                starts.insert(0, 0);
            }
        } else {
            starts.push(0);
        }
        let ends = starts.iter().copied().skip(1).chain([end]).collect::<Vec<_>>();
        starts.into_iter().zip(ends).map(|(start, end)| start..end.max(start)).collect()
    }
}

/// One group of the entries of all parts.
pub(super) fn joined(parts: Vec<Built<'_>>) -> (Option<Node<'_>>, Vec<Finding>) {
    let mut findings = Vec::new();
    let mut entries: Vec<Entry<'_>> = Vec::new();
    let mut places: BTreeMap<Cow<'_, str>, usize> = BTreeMap::new();
    let mut whole: Option<Span> = None;
    for built in parts {
        findings.extend(built.findings);
        let Some(Node { span, content: Content::Map(more) }) = built.root else { continue };
        whole = Some(whole.map_or(span, |whole| Span { end: span.end.max(whole.end), ..whole }));
        for entry in more {
            match places.get(&entry.key.text).and_then(|first| entries.get(*first)) {
                Some(first) => findings.push(traps::value::duplicate_key(&first.key, &entry.key)),
                None => {
                    places.insert(entry.key.text.clone(), entries.len());
                    entries.push(entry);
                }
            }
        }
    }
    (whole.map(|span| Node { span, content: Content::Map(entries) }), findings)
}

// The line that names a section, and the entries below it; `None` unless it is a plain group of entries.
fn entries_of(page: &Page) -> Option<(Range<usize>, Vec<Range<usize>>)> {
    let lines = lines(&page.text);
    let mut content = lines.iter().enumerate().filter(|(_, line)| !line.is_blank());
    let (index, header) = content.next()?;
    let (_, first) = content.next()?;
    let named = header.split().is_some_and(|split| split.value.is_empty()) && !header.is_item();
    let column = first.indent();
    if !named || column <= header.indent() || first.is_item() {
        return None;
    }
    let mut starts = Vec::new();
    for (at, line) in lines.iter().enumerate().skip(index + 1) {
        if line.is_blank() || line.indent() != column {
            continue;
        }
        let below = lines.iter().skip(at + 1).find(|line| !line.is_blank());
        if begins_section(page, line, below.is_some_and(|below| below.indent() > column)) {
            starts.push(line.start);
        }
    }
    // A first line that is no entry would be lost.
    if starts.first() != Some(&first.start) || starts.len() < 2 {
        return None;
    }
    let ends = starts.iter().copied().skip(1).chain([page.text.len()]).collect::<Vec<_>>();
    Some((0..first.start, starts.into_iter().zip(ends).map(|(start, end)| start..end).collect()))
}

// A line that holds a name and a text: no entries can stand below it, so it is hardly a section.
fn holds_text(line: &super::line::Line<'_>) -> bool {
    let value = line.split().map_or("", |split| line.part(&split.value));
    !value.is_empty() && !value.starts_with(['|', '>', '{', '[', '"', '\'', '&', '*', '!'])
}

// Whether a line at the margin holds texts, and what stands below it goes on in a column in which lines above stand too:
// then it is one of them, and no section.
fn slipped_to_margin(lines: &[super::line::Line<'_>], index: usize) -> bool {
    let said = |line: &&super::line::Line<'_>| !line.is_blank();
    let mut below = lines.iter().skip(index + 1).filter(said);
    let Some(first) = below.next() else { return false };
    let column = below.find(|line| line.indent() < first.indent()).map_or(0, |next| next.indent());
    let mut above = lines.iter().take(index).rev().filter(said);
    let beside = above.find(|line| line.indent() <= column);
    column > 0 && holds_text(first) && beside.is_some_and(|line| line.indent() == column)
}

// A line that reads like the name of a section.
fn begins_section(page: &Page, line: &super::line::Line<'_>, group: bool) -> bool {
    if line.is_item() {
        return false;
    }
    match line.split() {
        Some(split) => is_word(line.part(&split.key)),
        None => group && is_word(line.body()) || traps::missing_space(page, line).is_some(),
    }
}
