//! A week of opening hours: bars to be seen and hours to be read, row by row in one table.
//! Must never say anything by the bars alone.

use crate::compile::Week;
use crate::render::clock::span;
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
                for (at, text) in (0..7).zip(week.days()) {
                    let names = &page.furniture.days;
                    let name =
                        names.get(usize::from(at)).map_or_else(|| day_name(at), String::as_str).to_owned();
                    row(page, "", &name, (&week.hours.day(at), &text), &week.closed);
                }
                if let Some(hours) = &week.holidays {
                    let name = page.furniture.holidays.clone();
                    row(page, "holidays", &name, (hours, hours), &week.closed);
                }
            });
        });
        if !week.words.is_empty() {
            page.element("p", &[("class", "words")], |page| line(page, &week.words));
        }
    });
}

fn scale(page: &mut Page) {
    page.own("<thead aria-hidden=\"true\"><tr><td></td><td><span class=\"scale\">");
    page.own("<span>0</span><span>6</span><span>12</span><span>18</span><span>24</span>");
    page.own("</span></td><td></td></tr></thead>\n");
}

/// What is open on a day: as bars, and as it is read.
type Day<'d> = (&'d [(u16, u16)], &'d [(u16, u16)]);

fn row(page: &mut Page, class: &str, name: &str, (bars, texts): Day<'_>, closed: &str) {
    page.element("tr", &[("class", class)], |page| {
        page.leaf("th", &[("scope", "row")], name);
        page.element("td", &[("aria-hidden", "true")], |page| {
            page.element("span", &[("class", "track")], |page| {
                bars.iter().for_each(|range| bar(page, *range))
            });
        });
        let class = match texts.len() {
            0 => "hours closed",
            1 | 2 => "hours",
            _ => "hours many",
        };
        page.element("td", &[("class", class)], |page| {
            if texts.is_empty() {
                return page.text(closed);
            }
            for (at, range) in texts.iter().enumerate() {
                page.own(if at > 0 { ", " } else { "" });
                let text = span(*range, &page.furniture.all_day);
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
