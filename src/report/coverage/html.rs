//! Coverage as a page for a meeting: the score, the matrix, the rows and what to add, in one file.
//! Must never let a text of the standard become markup, and never ask anybody for anything.

use super::{NOTHING_ASKED, tally, word};
use crate::check::{Coverage, RowCoverage, Topic, Treated};
use crate::render::Markup;

type Page = Markup<()>;

// Nothing may be fetched, whatever gets into the page.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

pub(super) fn page(coverage: &Coverage) -> String {
    let mut page = Page::around(());
    page.element("html", &[("lang", "en")], |page| {
        page.element("head", &[], |page| head(page, coverage));
        page.element("body", &[], |page| {
            cover(page, coverage);
            page.element("main", &[], |page| body(page, coverage));
            page.element("footer", &[], |page| page.leaf("p", &[], MEANING));
        });
    });
    page.finish()
}

const MEANING: &str = "A topic is held in a channel when an entry that treats it, such as a rule, a script or a \
    procedure, holds there by its conditions in every situation; in part when situations are left out. The score is \
    the share of what is held; a part counts half, and what was left out on purpose does not count.";

fn head(page: &mut Page, coverage: &Coverage) {
    page.void("meta", &[("charset", "utf-8")]);
    page.void("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]);
    page.void("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
    page.void("meta", &[("name", "color-scheme"), ("content", "light dark")]);
    page.leaf("title", &[], &format!("{} · coverage", coverage.standard));
    page.element("style", &[], |page| page.own(include_str!("coverage.css")));
}

fn cover(page: &mut Page, coverage: &Coverage) {
    page.element("header", &[], |page| {
        page.element("div", &[("class", "title")], |page| {
            page.leaf("p", &[("class", "kind")], "Coverage");
            page.leaf("h1", &[], &coverage.standard);
            page.leaf("p", &[("class", "day")], &format!("as of {}", coverage.today));
        });
        if let Some(score) = coverage.score {
            ring(page, score);
        }
    });
}

fn ring(page: &mut Page, score: u8) {
    // The circle is 100 units long, so the dash is the score.
    let dash = format!("{score} {}", 100 - score.min(100));
    let label = format!("score {score} of 100");
    page.element(
        "svg",
        &[("viewBox", "0 0 42 42"), ("role", "img"), ("aria-label", &label), ("class", "ring")],
        |page| {
            let circle = [("cx", "21"), ("cy", "21"), ("r", "15.915")];
            page.element("circle", &[&circle[..], &[("class", "track")]].concat(), |_| {});
            page.element(
                "circle",
                &[&circle[..], &[("class", "arc"), ("stroke-dasharray", &dash)]].concat(),
                |_| {},
            );
            page.leaf("text", &[("x", "21"), ("y", "22.5"), ("class", "figure")], &score.to_string());
            page.leaf("text", &[("x", "21"), ("y", "28"), ("class", "of")], "of 100");
        },
    );
}

fn body(page: &mut Page, coverage: &Coverage) {
    if coverage.errors > 0 {
        let note = "What could not be read because of errors in the standard is not seen here.";
        page.leaf("p", &[("class", "warning")], note);
    }
    if let Some(note) = super::weaker(coverage) {
        page.leaf("p", &[("class", "warning")], &note);
    }
    if coverage.score.is_none() {
        page.leaf("p", &[("class", "warning")], NOTHING_ASKED);
        return;
    }
    spots(page, coverage);
    rows(page, &coverage.rows);
    matrix(page, coverage);
    whole(page, coverage);
    next(page, coverage);
}

fn spots(page: &mut Page, coverage: &Coverage) {
    page.element("section", &[("class", "spots")], |page| {
        if coverage.weakest.is_empty() {
            page.leaf("p", &[("class", "all")], "Everything that the profiles ask for is held.");
            return;
        }
        page.leaf("h2", &[], "Weakest spots");
        page.element("ol", &[("role", "list")], |page| {
            for spot in &coverage.weakest {
                page.element("li", &[], |page| {
                    page.leaf("h3", &[], &spot.name);
                    page.leaf("p", &[("class", "tally")], &tally(spot));
                    page.element("ul", &[], |page| {
                        spot.lacking.iter().take(6).for_each(|topic| page.leaf("li", &[], topic));
                        if spot.lacking.len() > 6 {
                            page.leaf("li", &[], &format!("and {} more", spot.lacking.len() - 6));
                        }
                    });
                });
            }
        });
    });
}

fn matrix(page: &mut Page, coverage: &Coverage) {
    let topics: Vec<&Topic> = coverage.topics.iter().filter(|topic| !topic.channels.is_empty()).collect();
    if topics.is_empty() {
        return;
    }
    page.element("section", &[], |page| {
        page.leaf("h2", &[], "In each channel");
        legend(page);
        page.element(
            "div",
            &[("class", "scroll"), ("tabindex", "0"), ("role", "group"), ("aria-label", "In each channel")],
            |page| {
                page.element("table", &[], |page| {
                    page.element("thead", &[], |page| {
                        page.element("tr", &[], |page| {
                            page.leaf("td", &[], "");
                            for channel in &coverage.channels {
                                page.element("th", &[("scope", "col")], |page| {
                                    page.leaf("span", &[], &channel.title)
                                });
                            }
                        });
                    });
                    page.element("tbody", &[], |page| {
                        topics.iter().for_each(|topic| line(page, topic, coverage))
                    });
                });
            },
        );
    });
}

fn line(page: &mut Page, topic: &Topic, coverage: &Coverage) {
    page.element("tr", &[], |page| {
        page.element("th", &[("scope", "row")], |page| named(page, topic));
        for channel in &coverage.channels {
            let treated = topic.channels.get(&channel.id).copied();
            page.element("td", &[], |page| match (treated, &topic.waived) {
                (Some(_), Some(_)) => mark(page, "waived", "waived"),
                (treated, _) => mark(page, class(treated), word(treated)),
            });
        }
    });
}

fn named(page: &mut Page, topic: &Topic) {
    page.leaf("b", &[], &topic.row);
    page.text(" ");
    page.leaf("span", &[], &topic.title);
}

/// A sign that differs in form, not only in colour, with its meaning for those who do not see it.
fn mark(page: &mut Page, class: &'static str, meaning: &str) {
    page.element(
        "span",
        &[
            ("class", "mark"),
            ("data-is", class),
            ("role", "img"),
            ("aria-label", meaning),
            ("title", meaning),
        ],
        |_| {},
    );
}

fn class(treated: Option<Treated>) -> &'static str {
    match treated {
        Some(Treated::Held) => "held",
        Some(Treated::Partly) => "partly",
        Some(Treated::Missing) => "missing",
        None => "not",
    }
}

fn legend(page: &mut Page) {
    page.element("p", &[("class", "legend")], |page| {
        let kinds = [
            ("held", "held"),
            ("partly", "in part"),
            ("missing", "missing"),
            ("waived", "left out on purpose"),
        ];
        for (class, meaning) in kinds {
            page.element("span", &[], |page| {
                page.element(
                    "span",
                    &[("class", "mark"), ("data-is", class), ("aria-hidden", "true")],
                    |_| {},
                );
                page.text(meaning);
            });
        }
    });
}

fn whole(page: &mut Page, coverage: &Coverage) {
    let mut topics: Vec<&Topic> = coverage.topics.iter().filter(|topic| topic.channels.is_empty()).collect();
    if topics.is_empty() {
        return;
    }
    // What lacks comes first; a meeting starts there.
    topics
        .sort_by_key(|topic| (topic.waived.is_some() || topic.treated == Treated::Held, topic.row.as_str()));
    page.element("section", &[], |page| {
        page.leaf("h2", &[], "In the standard as a whole");
        page.element("ul", &[("class", "topics"), ("role", "list")], |page| {
            for topic in topics {
                page.element("li", &[], |page| {
                    match &topic.waived {
                        Some(_) => mark(page, "waived", "waived"),
                        None => mark(page, class(Some(topic.treated)), word(Some(topic.treated))),
                    }
                    page.element("span", &[], |page| named(page, topic));
                });
            }
        });
    });
}

/// Every row as a tile, area by area: the picture of the whole.
fn rows(page: &mut Page, rows: &[RowCoverage]) {
    page.element("section", &[], |page| {
        page.leaf("h2", &[], "Everything that companies regulate");
        page.element("div", &[("class", "areas")], |page| {
            for area in rows.chunk_by(|a, b| a.row.area == b.row.area) {
                page.element("div", &[("class", "area")], |page| {
                    page.leaf("h3", &[], area.first().map_or("", |row| row.row.area));
                    page.element("ul", &[("role", "list")], |page| {
                        area.iter().for_each(|row| tile(page, row))
                    });
                });
            }
        });
        page.leaf(
            "p",
            &[("class", "hint")],
            "Grey rows are asked for by no profile in use, or left out on purpose.",
        );
    });
}

fn tile(page: &mut Page, row: &RowCoverage) {
    page.element("li", &[("class", "tile"), ("data-is", class(row.treated))], |page| {
        page.leaf("b", &[], row.row.id);
        page.text(" ");
        page.leaf("span", &[], row.row.title);
        page.leaf("i", &[], word(row.treated));
    });
}

fn next(page: &mut Page, coverage: &Coverage) {
    let lacks = |topic: &&Topic| topic.treated != Treated::Held && topic.waived.is_none();
    let lacking: Vec<&Topic> = coverage.topics.iter().filter(lacks).collect();
    let waived: Vec<&Topic> = coverage.topics.iter().filter(|topic| topic.waived.is_some()).collect();
    if !lacking.is_empty() {
        page.element("section", &[], |page| {
            page.leaf("h2", &[], "What to add");
            lacking.iter().for_each(|topic| advice(page, topic, coverage));
        });
    }
    if !waived.is_empty() {
        page.element("section", &[], |page| {
            page.leaf("h2", &[], "Left out on purpose");
            for topic in waived {
                page.element("p", &[], |page| {
                    named(page, topic);
                    page.text(": ");
                    page.text(topic.waived.as_deref().unwrap_or_default());
                });
            }
        });
    }
}

fn advice(page: &mut Page, topic: &Topic, coverage: &Coverage) {
    page.element("article", &[], |page| {
        page.element("h3", &[], |page| named(page, topic));
        let title = |id: &String| {
            let channel = coverage.channels.iter().find(|channel| channel.id == *id);
            channel.map_or(id.clone(), |channel| channel.title.clone())
        };
        let lacking = topic.channels.iter().filter(|(_, treated)| **treated != Treated::Held);
        let where_: Vec<String> =
            lacking.map(|(id, treated)| format!("{}: {}", title(id), word(Some(*treated)))).collect();
        if !where_.is_empty() {
            page.leaf("p", &[("class", "where")], &where_.join(" · "));
        }
        page.leaf("p", &[], &topic.why);
        if !topic.add.is_empty() {
            page.element("pre", &[("tabindex", "0")], |page| page.leaf("code", &[], &topic.add));
        }
        if !topic.answers_to.is_empty() {
            page.leaf("p", &[("class", "hint")], &format!("Answers to {}", topic.answers_to.join("; ")));
        }
    });
}
