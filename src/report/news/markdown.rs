//! News as Markdown, read in two minutes. Must never let a text of the author become markup.

use std::io;

use super::{NewsOf, besides, marks};
use crate::changes::{News, NewsFact, NewsItem, NewsState};
use crate::report::text::{plain, push_escaped};

pub(super) fn write(of: &NewsOf<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    for (at, news) in of.news.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        one(news, out)?;
    }
    Ok(())
}

fn one(news: &News, out: &mut dyn io::Write) -> io::Result<()> {
    let words = &news.words;
    writeln!(out, "# {}\n\n{}\n", escaped(&words.heading), escaped(&words.between))?;
    writeln!(out, "**{}**  \n{}: {}", escaped(&words.again), escaped(&words.fingerprint), news.fingerprint)?;
    if news.items.is_empty() {
        writeln!(out, "\n{}", escaped(&words.nothing))?;
    }
    for item in &news.items {
        writeln!(out, "\n## {}\n", escaped(&item.title))?;
        let chapter = (!item.chapter.is_empty()).then_some(&item.chapter);
        let about: Vec<String> =
            marks(news, item).iter().chain(chapter).map(|words| escaped(words)).collect();
        writeln!(out, "*{}*\n", about.join(" · "))?;
        for found in &item.facts {
            fact(news, item, found, out)?;
        }
    }
    if !words.open.is_empty() {
        writeln!(out, "\n{}", escaped(&words.open))?;
    }
    if !news.wording.is_empty() {
        let titles: Vec<String> = news.wording.iter().map(|title| escaped(title)).collect();
        writeln!(out, "\n{} {}.", escaped(&words.wording), titles.join(", "))?;
    }
    Ok(())
}

fn fact(news: &News, item: &NewsItem, fact: &NewsFact, out: &mut dyn io::Write) -> io::Result<()> {
    let words = &news.words;
    let label = fact.label.trim_end_matches(['.', ':']);
    let label = match label.is_empty() {
        true => String::new(),
        false => format!("**{}:** ", escaped(label)),
    };
    let said = match (&fact.before, &fact.after) {
        (Some(before), Some(after)) => format!("{} → **{}**", escaped(before), escaped(after)),
        (None, Some(after)) if item.state == NewsState::New => format!("**{}**", escaped(after)),
        (None, Some(after)) => format!("{}: **{}**", escaped(&words.new), escaped(after)),
        (Some(before), None) => format!("{}: ~~{}~~", escaped(&words.gone), escaped(before)),
        (None, None) => escaped(&words.changed),
    };
    writeln!(out, "- {label}{said}")?;
    for (label, words) in besides(news, fact) {
        writeln!(out, "  - {}: {}", escaped(label), escaped(&words))?;
    }
    Ok(())
}

fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    plain(text).chars().for_each(|letter| push_escaped(&mut escaped, letter));
    escaped
}
