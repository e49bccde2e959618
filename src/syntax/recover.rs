//! Reads what can be read: repairs the page where the parser stopped, and tries again, section by section.
//! Must never run away: attempts are bounded, and what resists them is left out.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::anchors::Anchors;
use super::build::{Built, build};
use super::line::{is_word, lines};
use super::page::{Page, Repair};
use super::traps;
use crate::diagnostic::Finding;

/// How many bytes may be read again for one file, besides eight times its size.
const BUDGET: usize = 8_000_000;
/// The most attempts for one section.
const MOST_ROUNDS: usize = 400;

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
    pub(super) fn whole(&mut self, mut page: Page) -> Result<Built, Page> {
        for _ in 0..4 {
            let Ok(built) = build(&page, Anchors::default()) else { return Err(page) };
            if built.repairs.is_empty() {
                return if built.root.as_ref().is_none_or(|root| root.entries().is_some()) {
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
    pub(super) fn sections(&mut self, page: &Page) -> Vec<Built> {
        let mut anchors = Anchors::default();
        let mut sections = Vec::new();
        for range in self.ranges(page) {
            let part = page.part(range);
            if let Some(mut built) = self.section(part, &anchors) {
                let own = std::mem::take(&mut built.anchors);
                // Let go of first, so that the names need not be copied.
                drop(anchors);
                anchors = own.for_next_part();
                sections.push(built);
            }
        }
        sections
    }

    fn section(&mut self, mut page: Page, anchors: &Anchors) -> Option<Built> {
        for _ in 0..MOST_ROUNDS {
            self.left = self.left.checked_sub(page.text.len())?;
            match build(&page, anchors.clone()) {
                Ok(built) if !built.repairs.is_empty() => page = self.repaired(&page, built.repairs),
                Ok(built) => match traps::no_entries(&page, built.root.as_ref()) {
                    None => return Some(built),
                    Some(repair) => page = self.repaired(&page, vec![repair]),
                },
                Err(error) => {
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

    // Applies repairs. A line that has been reported is not reported again: the second problem may stem from the first.
    fn repaired(&mut self, page: &Page, repairs: Vec<Repair>) -> Page {
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
            if marker && any {
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
            if begins_section(page, line, group) {
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

// A line at the margin that reads like the name of a section.
fn begins_section(page: &Page, line: &super::line::Line<'_>, group: bool) -> bool {
    if line.is_item() {
        return false;
    }
    match line.split() {
        Some(split) => is_word(line.part(&split.key)),
        None => group && is_word(line.body()) || traps::missing_space(page, line).is_some(),
    }
}
