//! News as a page that needs nothing but itself. Must never let a text of the standard become markup, and never ask
//! anybody for anything.

use super::{NewsOf, besides, marks};
use crate::changes::{News, NewsFact, NewsItem, NewsState};
use crate::render::Markup;

type Page = Markup<()>;

// Nothing may be fetched, whatever gets into the page.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

pub(super) fn page(of: &NewsOf<'_>) -> String {
    let mut page = Page::around(());
    let first = of.news.first();
    let language = first.map_or("en", |news| news.language.as_str());
    let title = first.map_or("", |news| news.words.heading.as_str());
    page.element("html", &[("lang", language)], |page| {
        page.element("head", &[], |page| {
            page.void("meta", &[("charset", "utf-8")]);
            page.void("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]);
            page.void("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
            page.void("meta", &[("name", "color-scheme"), ("content", "light dark")]);
            page.leaf("title", &[], title);
            page.element("style", &[], |page| page.own(include_str!("news.css")));
        });
        page.element("body", &[], |page| {
            page.element("main", &[], |page| of.news.iter().for_each(|news| one(page, news)));
        });
    });
    page.finish()
}

fn one(page: &mut Page, news: &News) {
    let words = &news.words;
    page.element("article", &[("lang", &news.language)], |page| {
        page.leaf("h1", &[], &words.heading);
        page.leaf("p", &[("class", "quiet")], &words.between);
        let class = if news.sign_again { "sign again" } else { "sign" };
        page.element("div", &[("class", class)], |page| {
            page.element("p", &[], |page| page.leaf("strong", &[], &words.again));
            page.leaf("p", &[("class", "quiet")], &format!("{}: {}", words.fingerprint, news.fingerprint));
        });
        if news.items.is_empty() {
            page.leaf("p", &[], &words.nothing);
        }
        news.items.iter().for_each(|found| item(page, news, found));
        if !words.open.is_empty() {
            page.leaf("p", &[], &words.open);
        }
        if !news.wording.is_empty() {
            let titles = news.wording.join(", ");
            page.leaf("p", &[("class", "quiet wording")], &format!("{} {titles}.", words.wording));
        }
    });
}

fn item(page: &mut Page, news: &News, item: &NewsItem) {
    page.element("section", &[], |page| {
        page.leaf("h2", &[], &item.title);
        let mut about = marks(news, item);
        about.extend((!item.chapter.is_empty()).then(|| item.chapter.clone()));
        page.leaf("p", &[("class", "quiet")], &about.join(" · "));
        if !item.facts.is_empty() {
            page.element("ul", &[], |page| {
                item.facts.iter().for_each(|found| fact(page, news, (item, found)))
            });
        }
    });
}

fn fact(page: &mut Page, news: &News, (item, fact): (&NewsItem, &NewsFact)) {
    let words = &news.words;
    page.element("li", &[], |page| {
        if !fact.label.is_empty() {
            page.leaf("p", &[("class", "label")], &fact.label);
        }
        let alone = fact.before.is_none() || fact.after.is_none();
        let side = |page: &mut Page, tag: &'static str, word: &str, said: &Option<String>| {
            let Some(said) = said else { return };
            page.element("p", &[("class", tag)], |page| {
                if item.state == NewsState::Changed || !alone {
                    page.leaf("span", &[("class", "quiet")], &format!("{word}: "));
                }
                page.leaf(tag, &[], said);
            });
        };
        side(page, "del", if alone { &words.gone } else { &words.before }, &fact.before);
        side(page, "ins", if alone { &words.new } else { &words.after }, &fact.after);
        for (label, said) in besides(news, fact) {
            page.leaf("p", &[("class", "quiet")], &format!("{label}: {said}"));
        }
    });
}
