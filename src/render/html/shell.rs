//! What is around the text: the head of the page, the cover, the table of contents.
//! Must never ask anybody for anything: style, script and pictures are inside the page.

use crate::compile::{Chapter, Handbook};
use crate::render::look::Look;

use super::block::{Level, blocks, facts};
use super::brand;
use super::now;
use super::page::Page;

// Nothing may be fetched, whatever gets into the page.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; \
                      base-uri 'none'; form-action 'none'";

/// Writes the page around a text.
pub(super) fn shell<'h>(
    page: &mut Page<'h>,
    handbook: &'h Handbook,
    look: &Look,
    text: impl FnOnce(&mut Page<'h>),
) {
    page.element("html", &[("lang", &handbook.language)], |page| {
        page.element("head", &[], |page| head(page, handbook, look));
        page.element("body", &[], |page| {
            page.own(include_str!("icons.svg"));
            page.leaf("a", &[("class", "skip"), ("href", "#_text")], &handbook.furniture.skip);
            cover(page, handbook, look);
            contents(page, handbook);
            page.element("main", &[("id", "_text"), ("tabindex", "-1")], text);
        });
    });
}

fn head(page: &mut Page, handbook: &Handbook, look: &Look) {
    metas(page, POLICY);
    page.leaf(
        "title",
        &[],
        &joined(&[Some(&handbook.title), handbook.audience.as_ref(), handbook.company.as_ref()]),
    );
    page.element("style", &[], |page| {
        page.own(include_str!("style.css"));
        page.own(include_str!("print.css"));
        if handbook.now.is_some() {
            page.own(now::STYLE);
        }
        brand::styles(page, look);
        running_title(page, handbook);
    });
    page.element("script", &[], |page| {
        page.own(include_str!("endings.js"));
        page.own(include_str!("page.js"));
    });
}

/// What browsers have to know of every page.
pub(super) fn metas(page: &mut Page, policy: &str) {
    page.void("meta", &[("charset", "utf-8")]);
    page.void("meta", &[("http-equiv", "Content-Security-Policy"), ("content", policy)]);
    page.void("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
    page.void("meta", &[("name", "referrer"), ("content", "no-referrer")]);
    page.void("meta", &[("name", "color-scheme"), ("content", "light dark")]);
    page.void("meta", &[("name", "format-detection"), ("content", "telephone=no")]);
}

/// The parts of a title that are there.
pub(super) fn joined(parts: &[Option<&String>]) -> String {
    let parts: Vec<&str> =
        parts.iter().flatten().map(|part| part.as_str()).filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

/// On paper every sheet says what it belongs to.
pub(super) fn running_title(page: &mut Page, handbook: &Handbook) {
    page.own("@page{@bottom-left{content:");
    page.css_string(&joined(&[Some(&handbook.title), handbook.audience.as_ref()]));
    page.own("}}\n");
}

/// Writes the cover.
pub(super) fn cover(page: &mut Page, handbook: &Handbook, look: &Look) {
    page.element("header", &[("class", "cover")], |page| {
        brand::logo(page, look, handbook.company.as_deref());
        if let Some(company) = &handbook.company {
            page.leaf("p", &[("class", "company")], company);
        }
        page.leaf("h1", &[], &handbook.title);
        if let Some(audience) = &handbook.audience {
            page.leaf("p", &[("class", "audience")], audience);
        }
        blocks(page, &handbook.cover, Level::Section);
        facts(page, &handbook.imprint);
        if !handbook.address.is_empty() {
            let class = [("class", "address")];
            page.element("div", &class, |page| blocks(page, &handbook.address, Level::Section));
        }
    });
}

fn contents(page: &mut Page, handbook: &Handbook) {
    let words = &handbook.furniture;
    if handbook.chapters.is_empty() {
        return;
    }
    page.element("nav", &[("class", "side"), ("aria-label", &words.contents)], |page| {
        page.element("details", &[("id", "_contents")], |page| {
            page.element("summary", &[], |page| {
                page.leaf("span", &[("class", "heading")], &words.contents);
                page.leaf("span", &[("id", "_here"), ("aria-hidden", "true")], "");
            });
            page.element("div", &[("class", "panel")], |page| {
                tools(page);
                if let Some(now) = &handbook.now {
                    way_now(page, "#_now-part", &now.title, "false");
                }
                page.element("ol", &[("class", "chapters"), ("role", "list")], |page| {
                    handbook.chapters.iter().enumerate().for_each(|(at, found)| entry(page, found, at + 1));
                });
            });
        });
    });
}

/// Search and buttons. They work by script only, so they show only with it.
pub(super) fn tools(page: &mut Page) {
    let words = page.furniture;
    page.element("div", &[("id", "_tools"), ("hidden", "")], |page| {
        page.leaf("label", &[("for", "_search")], &words.search);
        let field = [("type", "search"), ("id", "_search"), ("autocomplete", "off"), ("spellcheck", "false")];
        page.void("input", &field);
        page.element("div", &[("class", "buttons")], |page| {
            if !words.theme.is_empty() {
                page.leaf("button", &[("type", "button"), ("id", "_theme")], &words.theme);
            }
            if !words.print.is_empty() {
                page.leaf("button", &[("type", "button"), ("id", "_print")], &words.print);
            }
        });
    });
    let status = [("id", "_found"), ("role", "status"), ("data-nothing", words.nothing_found.as_str())];
    page.leaf("p", &status, "");
    page.leaf("ol", &[("id", "_results"), ("role", "list")], "");
}

/// Writes the way to what answers by script only; it shows only with one.
pub(super) fn way_now(page: &mut Page, target: &str, title: &str, current: &str) {
    page.element("p", &[("class", "way-now"), ("data-scripted", ""), ("hidden", "")], |page| {
        page.leaf("a", &[("href", target), ("aria-current", current)], title);
    });
}

fn entry(page: &mut Page, chapter: &Chapter, number: usize) {
    page.element("li", &[], |page| {
        link(page, &chapter.anchor, &number.to_string(), &chapter.title);
        if chapter.sections.is_empty() {
            return;
        }
        page.element("ol", &[("role", "list")], |page| {
            for (at, section) in chapter.sections.iter().enumerate() {
                page.element("li", &[], |page| {
                    link(page, &section.anchor, &format!("{number}.{}", at + 1), &section.title);
                });
            }
        });
    });
}

fn link(page: &mut Page, anchor: &str, number: &str, title: &str) {
    let target = page.target(anchor);
    page.element("a", &[("href", &target)], |page| {
        page.leaf("span", &[("class", "number")], number);
        page.text(" ");
        page.leaf("span", &[], title);
    });
}
