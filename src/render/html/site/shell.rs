//! What is around the text on the pages of a site: the head, the ways in, the way on.
//! Must never show the way to a page that is not there.

use crate::compile::{Chapter, Handbook, Now, Section, Site};
use crate::render::look::Look;

use super::super::page::Page;
use super::super::shell::{cover, joined, metas, running_title, tools, way_now};
use super::super::{brand, chapter as text};
use super::WHOLE;

/// The name of the first page.
pub(super) const START: &str = "index";

/// The name of the page that answers what holds in a situation.
pub(super) const NOW: &str = "now";

// Files beside the page, wherever the folder lies; nothing else.
const POLICY: &str = "default-src 'none'; style-src 'self' file: 'unsafe-inline'; script-src 'self' file:; \
                      img-src data:; base-uri 'none'; form-action 'none'";

/// Writes the first page: the cover and the ways in.
pub(super) fn start(page: &mut Page, site: &Site, look: &Look) {
    let book = &site.handbook;
    let title = joined(&[Some(&book.title), book.audience.as_ref(), book.company.as_ref()]);
    around(page, site, look, (&title, None), |page| {
        page.element("main", &[("id", "_text"), ("tabindex", "-1"), ("class", "start")], |page| {
            if let Some(now) = &book.now {
                way_now(page, "now.html", &now.title, "false");
            }
            // What concerns a role is much the same from one to the next: its name says more.
            let ways = [
                (&site.words.by_role, &site.roles, false),
                (&site.words.by_situation, &site.situations, true),
                (&site.words.by_chapter, &book.chapters, true),
            ];
            for (heading, chapters, in_detail) in ways {
                if !chapters.is_empty() {
                    page.element("section", &[("class", "ways-in")], |page| {
                        page.leaf("h2", &[], heading);
                        tiles(page, chapters, in_detail);
                    });
                }
            }
        });
    });
}

fn tiles(page: &mut Page, chapters: &[Chapter], in_detail: bool) {
    page.element("ul", &[("class", "tiles"), ("role", "list")], |page| {
        for chapter in chapters {
            let target = page.target(&chapter.anchor);
            let below: Vec<&str> = chapter.sections.iter().map(|section| section.title.as_str()).collect();
            page.element("li", &[], |page| {
                page.element("a", &[("href", &target)], |page| {
                    page.leaf("strong", &[], &chapter.title);
                    if in_detail && !below.is_empty() {
                        page.text(" ");
                        page.leaf("span", &[], &below.join(" · "));
                    }
                });
            });
        }
    });
}

/// The chapters before and behind the one on the page.
pub(super) type Beside<'c> = (Option<&'c Chapter>, Option<&'c Chapter>);

/// Writes the page of a chapter; `number` stands before its heading.
pub(super) fn chapter(
    page: &mut Page,
    site: &Site,
    look: &Look,
    (found, number): (&Chapter, &str),
    (before, after): Beside<'_>,
) {
    let book = &site.handbook;
    let title = joined(&[Some(&found.title), Some(&book.title), book.company.as_ref()]);
    around(page, site, look, (&title, Some(found)), |page| {
        page.element("main", &[("id", "_text"), ("tabindex", "-1")], |page| {
            text(page, found, number);
            if before.or(after).is_some() {
                page.element("nav", &[("class", "pages"), ("aria-label", &site.words.pages)], |page| {
                    turn(page, "prev", &site.words.previous, before);
                    turn(page, "next", &site.words.next, after);
                });
            }
        });
    });
}

/// Writes the page that answers what holds in a situation.
pub(super) fn now(page: &mut Page, site: &Site, look: &Look, now: &Now) {
    let book = &site.handbook;
    let here =
        Chapter { anchor: NOW.to_owned(), title: now.title.clone(), lead: Vec::new(), sections: Vec::new() };
    let title = joined(&[Some(&now.title), Some(&book.title), book.company.as_ref()]);
    around(page, site, look, (&title, Some(&here)), |page| {
        page.element("main", &[("id", "_text"), ("tabindex", "-1")], |page| {
            super::super::now::alone(page, now);
            page.leaf("script", &[("src", "../now.js")], "");
        });
    });
}

fn turn(page: &mut Page, way: &'static str, words: &str, chapter: Option<&Chapter>) {
    let Some(chapter) = chapter else { return };
    let target = page.target(&chapter.anchor);
    page.element("a", &[("rel", way), ("class", way), ("href", &target)], |page| {
        page.leaf("span", &[], words);
        page.text(" ");
        page.leaf("strong", &[], &chapter.title);
    });
}

fn around(
    page: &mut Page,
    site: &Site,
    look: &Look,
    (title, here): (&str, Option<&Chapter>),
    text: impl FnOnce(&mut Page),
) {
    let book = &site.handbook;
    page.element("html", &[("lang", &book.language)], |page| {
        page.element("head", &[], |page| head(page, book, look, title));
        page.element("body", &[("class", "site")], |page| {
            page.own(include_str!("../icons.svg"));
            page.leaf("a", &[("class", "skip"), ("href", "#_text")], &book.furniture.skip);
            match here {
                None => cover(page, book, look),
                Some(_) => page.element("header", &[("class", "cover running")], |page| {
                    if let Some(company) = &book.company {
                        page.leaf("p", &[("class", "company")], company);
                    }
                    page.element("h1", &[], |page| page.leaf("a", &[("href", "index.html")], &book.title));
                }),
            }
            ways(page, site, here);
            text(page);
        });
    });
}

fn head(page: &mut Page, book: &Handbook, look: &Look, title: &str) {
    metas(page, POLICY);
    page.leaf("title", &[], title);
    page.void("link", &[("rel", "stylesheet"), ("href", "../style.css")]);
    page.element("style", &[], |page| {
        brand::styles(page, look);
        running_title(page, book);
    });
    page.leaf("script", &[("src", "../page.js")], "");
    page.leaf("script", &[("src", "index.js"), ("defer", "")], "");
}

// The ways by role and by situation show wherever the reader is.
fn ways(page: &mut Page, site: &Site, here: Option<&Chapter>) {
    let (book, words) = (&site.handbook, &site.words);
    page.element("nav", &[("class", "side"), ("aria-label", &book.furniture.contents)], |page| {
        page.element("details", &[("id", "_contents")], |page| {
            page.element("summary", &[], |page| {
                page.leaf("span", &[("class", "heading")], &book.furniture.contents);
                page.leaf("span", &[("id", "_here"), ("aria-hidden", "true")], "");
            });
            page.element("div", &[("class", "panel")], |page| {
                tools(page);
                if let Some(now) = &book.now {
                    let open = here.is_some_and(|here| here.anchor == NOW);
                    way_now(page, "now.html", &now.title, if open { "page" } else { "false" });
                }
                page.element("ul", &[("class", "chapters first"), ("role", "list")], |page| {
                    let current = if here.is_none() { "page" } else { "false" };
                    page.element("li", &[], |page| {
                        let start = [("href", "index.html"), ("aria-current", current)];
                        page.leaf("a", &start, &words.start);
                    });
                    page.element("li", &[], |page| page.leaf("a", &[("href", WHOLE)], &words.whole));
                });
                group(page, &words.by_chapter, &book.chapters, here, true);
                group(page, &words.by_role, &site.roles, here, false);
                group(page, &words.by_situation, &site.situations, here, false);
                languages(page, site, here);
            });
        });
    });
}

fn group(page: &mut Page, heading: &str, chapters: &[Chapter], here: Option<&Chapter>, numbered: bool) {
    if chapters.is_empty() {
        return;
    }
    page.leaf("p", &[("class", "group")], heading);
    page.element("ol", &[("class", "chapters"), ("role", "list"), ("aria-label", heading)], |page| {
        for (at, chapter) in chapters.iter().enumerate() {
            let open = here.is_some_and(|here| here.anchor == chapter.anchor);
            let number = (at + 1).to_string();
            page.element("li", &[], |page| {
                let target = page.target(&chapter.anchor);
                let target = if open { format!("#{}", chapter.anchor) } else { target };
                let current = if open { "page" } else { "false" };
                page.element("a", &[("href", &target), ("aria-current", current)], |page| {
                    if numbered {
                        page.leaf("span", &[("class", "number")], &number);
                        page.text(" ");
                    }
                    page.leaf("span", &[], &chapter.title);
                });
                if open && !chapter.sections.is_empty() {
                    page.element("ol", &[("role", "list")], |page| {
                        chapter.sections.iter().for_each(|section| below(page, section));
                    });
                }
            });
        }
    });
}

fn below(page: &mut Page, section: &Section) {
    let target = page.target(&section.anchor);
    page.element("li", &[], |page| {
        page.element("a", &[("href", &target)], |page| page.leaf("span", &[], &section.title));
    });
}

fn languages(page: &mut Page, site: &Site, here: Option<&Chapter>) {
    if site.languages.len() < 2 {
        return;
    }
    let file = here.map_or(START, |here| here.anchor.as_str());
    page.leaf("p", &[("class", "group")], &site.words.language);
    page.element("ul", &[("class", "chapters languages"), ("role", "list")], |page| {
        for (code, name) in &site.languages {
            let target = format!("../{code}/{file}.html");
            let current = if *code == site.handbook.language { "true" } else { "false" };
            let link =
                [("href", target.as_str()), ("lang", code), ("hreflang", code), ("aria-current", current)];
            page.element("li", &[], |page| page.leaf("a", &link, name));
        }
    });
}

/// Writes the page on which a language is chosen.
pub(super) fn languages_page(page: &mut Page, book: &Handbook, languages: &[(String, String)]) {
    page.element("html", &[("lang", &book.language)], |page| {
        page.element("head", &[], |page| {
            metas(page, POLICY);
            page.leaf("title", &[], &joined(&[Some(&book.title), book.company.as_ref()]));
            page.void("link", &[("rel", "stylesheet"), ("href", "style.css")]);
        });
        page.element("body", &[("class", "site choice")], |page| {
            page.element("header", &[("class", "cover")], |page| page.leaf("h1", &[], &book.title));
            page.element("main", &[("class", "start")], |page| {
                page.element("ul", &[("class", "tiles"), ("role", "list")], |page| {
                    for (code, name) in languages {
                        let target = format!("{code}/{START}.html");
                        page.element("li", &[], |page| {
                            page.element(
                                "a",
                                &[("href", &target), ("lang", code), ("hreflang", code)],
                                |page| {
                                    page.leaf("strong", &[], name);
                                },
                            );
                        });
                    }
                });
            });
        });
    });
}
