//! Chapter: how fast customers are served, as tables with every exception under its rule.
//! Must never compare or reconcile promises: they are shown as they were made.

use std::collections::{BTreeMap, BTreeSet};

use super::{Content, by_life};
use crate::compile::body::strong;
use crate::compile::context::{Context, join};
use crate::compile::forest::{Placed, placed};
use crate::compile::grid::Grid;
use crate::compile::titles::anchor;
use crate::compile::words::Case;
use crate::compile::{Block, Inline, Line, NoticeKind, Section};
use crate::model::{MEASURES, Measure, Promise, ResponseTime, Situated, Staffing};
use crate::syntax::decode::Entry;

type Rule<'a> = &'a Entry<ResponseTime>;

pub(super) fn fill(cx: &Context<'_>) -> Content {
    let shown: Vec<Rule<'_>> =
        cx.project.response_times.iter().filter(|rule| cx.relevance.rule(&rule.value, &[])).collect();
    let (now, coming) = by_life(cx, &shown);
    let (floors, promises): (Vec<Rule<'_>>, Vec<Rule<'_>>) =
        now.into_iter().partition(|rule| rule.floor.value().copied().unwrap_or(false));
    let mut sections: Vec<Section> = Vec::new();
    let mut named = BTreeSet::new();
    for (channels, rules) in groups(cx, &promises) {
        let title = group_title(cx, &channels);
        let name = if channels.is_empty() { "all".to_owned() } else { channels.join("--") };
        let blocks = table(cx, &title, &rules, &mut named).into_iter().collect();
        sections.push(Section { anchor: format!("times--{name}"), title, blocks });
    }
    for (at, (from, rules)) in coming.into_iter().enumerate() {
        let label = cx.coming(from);
        let blocks = table(cx, &label, &placed(&rules), &mut named).into_iter().collect();
        let notice = Block::Notice { kind: NoticeKind::Coming, label: label.clone(), blocks };
        sections.push(Section {
            anchor: format!("times--coming-{}", at + 1),
            title: label,
            blocks: vec![notice],
        });
    }
    sections.extend(bounds(cx, &floors, &mut named));
    sections.extend(measures(cx, &shown));
    sections.extend(staffing(cx));
    Content { lead: Vec::new(), sections }
}

fn bounds(cx: &Context<'_>, floors: &[Rule<'_>], named: &mut BTreeSet<String>) -> Option<Section> {
    let label = cx.say("bounds");
    let table = table(cx, &label, &placed(floors), named)?;
    let notice = Block::Notice { kind: NoticeKind::Bound, label: cx.say("bound"), blocks: vec![table] };
    Some(Section { anchor: "times--bounds".to_owned(), title: label, blocks: vec![notice] })
}

// The rules by the channels that their general rule speaks of, in the order of the channels.
fn groups<'a>(cx: &Context<'_>, rules: &[Rule<'a>]) -> Vec<(Vec<&'a str>, Vec<Placed<'a, ResponseTime>>)> {
    let order: BTreeMap<&str, usize> =
        cx.project.channels.iter().enumerate().map(|(at, channel)| (channel.id.as_str(), at)).collect();
    let mut groups: Vec<(Vec<&'a str>, Vec<Placed<'a, ResponseTime>>)> = Vec::new();
    let mut known: BTreeMap<Vec<&'a str>, usize> = BTreeMap::new();
    let mut exceptions: Vec<Rule<'a>> = Vec::new();
    let mut shown: BTreeSet<(usize, &'a str)> = BTreeSet::new();
    let mut current = 0;
    for rule in placed(rules) {
        match rule.depth {
            0 => {
                let channels = channels_of(cx, rule.entry);
                current = *known.entry(channels.clone()).or_insert(groups.len());
                if current == groups.len() {
                    groups.push((channels, Vec::new()));
                }
            }
            _ => exceptions.push(rule.entry),
        }
        shown.insert((current, &rule.entry.id));
        if let Some((_, rules)) = groups.get_mut(current) {
            rules.push(rule);
        }
    }
    let mut by_channel: BTreeMap<&'a str, Vec<usize>> = BTreeMap::new();
    for (at, (channels, _)) in groups.iter().enumerate() {
        channels.iter().for_each(|channel| by_channel.entry(channel).or_default().push(at));
    }
    // An exception that reaches beyond the channels of its rule is shown with those channels too.
    for exception in exceptions {
        for at in channels_of(cx, exception).iter().filter_map(|channel| by_channel.get(channel)).flatten() {
            if shown.insert((*at, &exception.id))
                && let Some((_, rules)) = groups.get_mut(*at)
            {
                rules.push(Placed { entry: exception, depth: 1 });
            }
        }
    }
    let place = |channels: &[&str]| {
        let first = channels.iter().filter_map(|channel| order.get(channel)).min();
        first.copied().unwrap_or(usize::MAX)
    };
    groups.sort_by_key(|(channels, _)| place(channels));
    groups
}

fn channels_of<'a>(cx: &Context<'_>, rule: Rule<'a>) -> Vec<&'a str> {
    let condition = rule.when().and_then(|when| when.find("channel"));
    condition
        .map(|channels| {
            let named = channels.is.iter().map(|channel| channel.value.as_str());
            named.filter(|channel| cx.is_here("channel", channel)).collect()
        })
        .unwrap_or_default()
}

fn group_title(cx: &Context<'_>, channels: &[&str]) -> String {
    match channels {
        [] => cx.say("on-every-channel"),
        several => {
            several.iter().map(|channel| cx.title_of("channels", channel)).collect::<Vec<_>>().join(", ")
        }
    }
}

// A rule that stands in several tables has its name for links in the first of them.
fn table(
    cx: &Context<'_>,
    caption: &str,
    rules: &[Placed<'_, ResponseTime>],
    named: &mut BTreeSet<String>,
) -> Option<Block> {
    let promised = |id: &str| rules.iter().any(|rule| rule.entry.promises.find(id).is_some());
    let known = MEASURES.iter().map(|measure| measure.id).filter(|id| promised(id));
    let mut columns: Vec<String> = known.map(str::to_owned).collect();
    for promise in rules.iter().flat_map(|rule| rule.entry.promises.iter()) {
        if !columns.contains(&promise.id) {
            columns.push(promise.id.clone());
        }
    }
    let measures = columns.iter().map(|id| cx.measure(id));
    let head = [cx.say("situation")].into_iter().chain(measures).chain([cx.say("remarks")]).collect();
    let mut grid = Grid::new(caption.to_owned(), head);
    for Placed { entry, depth } in rules {
        let promise = |id: &String| {
            entry.promises.find(id).map(|promise| cell(cx, &promise.value.0)).unwrap_or_default()
        };
        let mut cells = vec![situation(cx, entry)];
        cells.extend(columns.iter().map(promise));
        cells.push(remarks(cx, entry));
        let name = named.insert(entry.id.clone()).then(|| anchor("response_times", &entry.id));
        grid.row(name, *depth, cells);
    }
    grid.finish()
}

fn situation(cx: &Context<'_>, rule: Rule<'_>) -> Line {
    let title = Line(vec![strong(cx.title(&rule.title, &rule.id))]);
    let when = cx.when_words(rule.when(), None).map(Line::plain);
    rows(std::iter::once(title).chain(when))
}

/// A promise: what is acceptable, what is desired, what is never passed.
fn cell(cx: &Context<'_>, promise: &Promise) -> Line {
    let Promise { promise, aim, at_most, note } = promise;
    let labelled = |key: &str, figure: String| Line::plain(format!("{}: {figure}", cx.say(key)));
    let promise = promise.value().map(|figure| Line(vec![strong(cx.words.figure(figure))]));
    let aim = aim.value().map(|figure| labelled("aim", cx.words.figure(figure)));
    let most = at_most.value().map(|most| labelled("at-most", cx.words.duration(most, Case::Plain)));
    let note = note.value().map(|note| cx.line(note));
    rows([promise, aim, most, note].into_iter().flatten())
}

fn remarks(cx: &Context<'_>, rule: Rule<'_>) -> Line {
    let ResponseTime {
        title: _,
        when: _,
        exception_to,
        from,
        until,
        concerns,
        note,
        floor: _,
        cite,
        hours,
        clock,
        promises: _,
    } = &rule.value;
    let labelled = |key: &str, value: Line| {
        let mut line = Line::plain(format!("{}: ", cx.say(key)));
        line.0.extend(value.0);
        line
    };
    let mut said: Vec<Line> = note.value().map(|note| cx.line(note)).into_iter().collect();
    said.extend(cite.value().map(|cite| labelled("cite", cx.line(cite))));
    said.extend(hours.value().map(|hours| labelled("clock-hours", Line::plain(cx.words.hours(hours)))));
    said.extend(clock.value().map(|clock| super::clock::in_words(cx, clock)));
    if !exception_to.is_empty() {
        said.push(labelled("exception-to", cx.references("response_times", exception_to)));
    }
    said.extend(from.value().map(|from| labelled("from", Line::plain(cx.words.date(from.0)))));
    said.extend(until.value().map(|until| labelled("until", Line::plain(cx.words.date(until.0)))));
    if cx.relevance.role().is_none() && !concerns.is_empty() {
        said.push(labelled("concerns", cx.references("roles", concerns)));
    }
    rows(said.into_iter())
}

/// Lines below one another in one cell.
pub(in crate::compile) fn rows(lines: impl Iterator<Item = Line>) -> Line {
    let mut all: Vec<Inline> = Vec::new();
    for line in lines.filter(|line| !line.is_empty()) {
        if !all.is_empty() {
            all.push(Inline::Break);
        }
        all.extend(line.0);
    }
    Line(all)
}

fn measures(cx: &Context<'_>, shown: &[Rule<'_>]) -> Option<Section> {
    let head = ["measure", "means", "remarks"].map(|label| cx.say(label)).to_vec();
    let mut grid = Grid::new(cx.say("measures"), head);
    let everybody = cx.relevance.role().is_none();
    for entry in &cx.project.measures {
        let used = shown.iter().any(|rule| rule.promises.find(&entry.id).is_some());
        if !used && !everybody {
            continue;
        }
        let Measure { title: _, means, longer_is_better } = &entry.value;
        let better = longer_is_better.value().copied().unwrap_or(false);
        let cells = vec![
            Line::plain(cx.measure(&entry.id)),
            means.value().map(|means| cx.line(means)).unwrap_or_default(),
            if better { Line::plain(cx.say("longer-is-better")) } else { Line::default() },
        ];
        grid.row(Some(anchor("measures", &entry.id)), 0, cells);
    }
    let blocks = vec![grid.finish()?];
    Some(Section { anchor: "times--measures".to_owned(), title: cx.say("measures"), blocks })
}

fn staffing(cx: &Context<'_>) -> Option<Section> {
    let head =
        ["channel", "when", "calls-per-hour", "handling-time", "people-on-duty", "shrinkage", "remarks"];
    let mut grid = Grid::new(cx.say("staffing"), head.map(|label| cx.say(label)).to_vec());
    for entry in cx.project.staffing.iter().filter(|entry| cx.relevance.staffing(entry)) {
        let Staffing { channel, when, calls_per_hour, handling, on_duty, shrinkage, note } = &entry.value;
        let plain = |text: Option<String>| text.map(Line::plain).unwrap_or_default();
        let cells = vec![
            channel.value().map(|channel| Line(vec![cx.reference("channels", channel)])).unwrap_or_default(),
            plain(when.value().map(|when| cx.when(when, None))),
            plain(calls_per_hour.value().map(f64::to_string)),
            plain(handling.value().map(|handling| cx.words.duration(handling, Case::Plain))),
            plain(on_duty.value().map(u32::to_string)),
            plain(shrinkage.value().map(|shrinkage| cx.words.amount(shrinkage))),
            join(note.value().map(|note| cx.line(note)).into_iter(), ""),
        ];
        grid.row(Some(anchor("staffing", &entry.id)), 0, cells);
    }
    let blocks = vec![grid.finish()?];
    Some(Section { anchor: "times--staffing".to_owned(), title: cx.say("staffing"), blocks })
}
