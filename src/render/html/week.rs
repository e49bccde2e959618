//! A week of opening hours: bars to be seen and hours to be read, row by row in one table.
//! Must never say anything by the bars alone.

use crate::compile::Week;
use crate::time::{DAY_MINUTES, day_name};

use super::inline::line;
use super::page::Page;

/// Writes a week.
pub(super) fn week(page: &mut Page, week: &Week) {
    page.element("div", &[("class", "week")], |page| {
        page.element("table", &[], |page| {
            page.leaf("caption", &[], &week.caption);
            scale(page);
            page.element("tbody", &[], |page| {
                for (at, text) in (0..7).zip(day_texts(week)) {
                    let names = &page.furniture.days;
                    let name =
                        names.get(usize::from(at)).map_or_else(|| day_name(at), String::as_str).to_owned();
                    row(page, "", &name, &week.hours.day(at), &text);
                }
                if let Some(hours) = &week.holidays {
                    let texts: Vec<Range> = hours.iter().map(|range| Range::from(*range)).collect();
                    let name = page.furniture.holidays.clone();
                    row(page, "holidays", &name, hours, &texts);
                }
            });
        });
        if !week.words.is_empty() {
            page.element("p", &[("class", "words")], |page| line(page, &week.words));
        }
    });
}

/// A range of a day as it is read; the end may be on the next day.
#[derive(Clone, Copy)]
struct Range {
    from: u16,
    to: u16,
}

impl From<(u16, u16)> for Range {
    fn from((from, to): (u16, u16)) -> Self {
        Range { from, to }
    }
}

fn scale(page: &mut Page) {
    page.own("<thead aria-hidden=\"true\"><tr><td></td><td><span class=\"scale\">");
    page.own("<span>0</span><span>6</span><span>12</span><span>18</span><span>24</span>");
    page.own("</span></td><td></td></tr></thead>\n");
}

fn row(page: &mut Page, class: &str, name: &str, bars: &[(u16, u16)], texts: &[Range]) {
    page.element("tr", &[("class", class)], |page| {
        page.leaf("th", &[("scope", "row")], name);
        page.element("td", &[("aria-hidden", "true")], |page| {
            page.element("span", &[("class", "track")], |page| {
                bars.iter().for_each(|range| bar(page, *range))
            });
        });
        page.element("td", &[("class", if texts.is_empty() { "hours closed" } else { "hours" })], |page| {
            if texts.is_empty() {
                return page.text(&page.furniture.closed.clone());
            }
            for (at, range) in texts.iter().enumerate() {
                page.own(if at > 0 { ", " } else { "" });
                let text = range_text(*range, &page.furniture.all_day);
                page.leaf("span", &[], &text);
            }
        });
    });
}

fn bar(page: &mut Page, (from, to): (u16, u16)) {
    let (from, to) = (from.min(DAY_MINUTES), to.min(DAY_MINUTES));
    let percent = |minutes: u16| f64::from(minutes) * 100.0 / f64::from(DAY_MINUTES);
    let style = format!("left:{:.2}%;width:{:.2}%", percent(from), percent(to.saturating_sub(from)));
    page.leaf("span", &[("class", "bar"), ("style", &style)], "");
}

fn range_text(range: Range, all_day: &str) -> String {
    if range.from == 0 && range.to == DAY_MINUTES && !all_day.is_empty() {
        return all_day.to_owned();
    }
    let end = if range.to > DAY_MINUTES { range.to - DAY_MINUTES } else { range.to };
    let clock = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    format!("{}–{}", clock(range.from), clock(end))
}

// A night belongs to the evening on which it begins: `22:00–06:00` on Friday, and on Saturday only if there is
// nothing else to say of it.
fn day_texts(week: &Week) -> Vec<Vec<Range>> {
    (0..7)
        .map(|day| {
            let mut ranges: Vec<Range> = week.hours.day(day).into_iter().map(Range::from).collect();
            if ranges.len() > 1 && night_end(week, (day + 6) % 7).is_some() {
                ranges.remove(0);
            }
            if let (Some(end), Some(last)) = (night_end(week, day), ranges.last_mut()) {
                last.to = DAY_MINUTES + end;
            }
            ranges
        })
        .collect()
}

// When the night that begins on a day ends; nothing if the day ends before midnight, or the next one is as long.
fn night_end(week: &Week, day: u16) -> Option<u16> {
    let (from, to) = week.hours.day(day).last().copied()?;
    let (start, end) = week.hours.day((day + 1) % 7).first().copied()?;
    (to == DAY_MINUTES && start == 0 && end < from).then_some(end)
}
