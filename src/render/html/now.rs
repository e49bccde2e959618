//! The part of a page that answers what holds in a situation, by script alone: without one it does not show.
//! Must never ask anybody for anything, nor let a text of the standard end the script that holds the data.

use serde_json::{Value, json};

use super::page::Page;
use crate::compile::{Now, NowEntry};

/// The evaluator and the form.
pub(super) const SCRIPT: &str = concat!(include_str!("now.js"), include_str!("now_form.js"));
/// How both look.
pub(super) const STYLE: &str = include_str!("now.css");

/// Writes the part on the page of a whole handbook, folded, its script beside it.
pub(super) fn folded(page: &mut Page, now: &Now) {
    page.element("section", &[("id", "_now-part"), ("class", "now"), ("hidden", "")], |page| {
        page.element("details", &[], |page| {
            page.element("summary", &[], |page| page.leaf("h2", &[], &now.title));
            inside(page, now);
        });
    });
    page.element("script", &[], |page| page.own(SCRIPT));
}

/// Writes the part as the text of a page of its own.
pub(super) fn alone(page: &mut Page, now: &Now) {
    page.element("section", &[("id", "_now-part"), ("class", "now chapter"), ("hidden", "")], |page| {
        page.leaf("h2", &[], &now.title);
        inside(page, now);
    });
}

fn inside(page: &mut Page, now: &Now) {
    page.leaf("p", &[("class", "lead")], &now.lead);
    page.element("div", &[("id", "_now")], |_| {});
    let entry = |entry: &NowEntry| {
        let NowEntry { anchor, title, say, lines, readers } = entry;
        json!({ "href": page.target(anchor), "title": title, "say": say, "lines": lines, "readers": readers })
    };
    let entries: Value = now.entries.iter().map(entry).collect();
    let mut data = now.data.clone();
    data.insert("entries".to_owned(), entries);
    let data = Value::Object(data);
    page.element("script", &[("type", "application/json"), ("id", "_now-data")], |page| page.data(&data));
}
