//! What observers score: for each way of verification the items, each with its rule, weight and what is seen.
//! Must never weigh an item otherwise than the standard does.

use super::assemble::{Audience, frame, settle};
use super::common::Common;
use super::context::{Context, join};
use super::titles::{capitalised, humanised};
use super::{Block, Chapter, Fact, Handbook, Line, Row, Section, Table};
use crate::model::{Script, Verification, words::word};
use crate::syntax::decode::Entry;
use crate::time::{Measure, Threshold};

/// The scorecards of a standard.
#[derive(Debug, Clone, PartialEq)]
pub struct Scorecards {
    /// All of them, for paper.
    pub book: Handbook,
    /// Each by itself, to be filled in and reckoned.
    pub cards: Vec<Scorecard>,
    /// The words of the sheets.
    pub words: ScoreWords,
}

/// A scorecard: one way of verification.
#[derive(Debug, Clone, PartialEq)]
pub struct Scorecard {
    /// The id of the verification.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// How, by whom, how often, how many: label and value.
    pub about: Vec<(String, String)>,
    /// The items.
    pub items: Vec<ScoreItem>,
    /// The share of points to reach, in percent; nothing where the standard names none.
    pub pass: Option<f64>,
}

/// An item of a scorecard.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoreItem {
    /// The rule behind it: section and id, as in the standard.
    pub rule: String,
    /// The group it stands in: the rule in words.
    pub group: String,
    /// What is looked at.
    pub title: String,
    /// How an observer sees it.
    pub seen: String,
    /// How much it counts.
    pub weight: u32,
    /// Whether missing it fails the whole.
    pub fatal: bool,
}

/// The words of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoreWords {
    /// The heading of the items.
    pub item: String,
    /// The heading of what is seen.
    pub seen: String,
    /// The heading of the rules.
    pub rule: String,
    /// The heading of the weights.
    pub weight: String,
    /// The mark of an item whose lack fails the whole.
    pub fatal: String,
    /// The heading of a contact; its number follows.
    pub contact: String,
    /// The label of the day.
    pub date: String,
    /// The label of the colleague or place.
    pub whom: String,
    /// The label of the observer.
    pub observer: String,
    /// The answers: seen, not seen, not applicable.
    pub answers: [String; 3],
    /// The label of the points reached.
    pub points: String,
    /// The label of the points that could be reached.
    pub possible: String,
    /// The label of the lacking items that fail the whole.
    pub missed: String,
    /// The label of the score.
    pub score: String,
    /// The label of the verdict.
    pub verdict: String,
    /// The verdicts: passed, not passed, not finished.
    pub verdicts: [String; 3],
    /// The heading of the share of contacts in which an item was seen.
    pub kept: String,
    /// The label of the mean score.
    pub mean: String,
    /// The label of the score to reach.
    pub pass: String,
    /// How the sheet is filled in.
    pub lead: String,
}

/// The scorecards of a standard for everybody or a place, in a language; nothing without any.
pub fn scorecards(common: &Common<'_>, audience: &Audience) -> Option<Scorecards> {
    let cx = Context::new(common, audience);
    let verifications = cx.project.quality.verification.value().into_iter().flatten();
    let cards: Vec<Scorecard> =
        verifications.map(|entry| card(&cx, entry)).filter(|card| !card.items.is_empty()).collect();
    if cards.is_empty() {
        return None;
    }
    let words = words(&cx);
    let chapters = cards.iter().map(|card| paper(card, &words)).collect();
    let mut book = Handbook { title: cx.say("score-title"), ..frame(&cx, audience, chapters) };
    settle(&mut book);
    Some(Scorecards { book, cards, words })
}

fn words(cx: &Context<'_>) -> ScoreWords {
    ScoreWords {
        item: cx.say("score-item"),
        seen: cx.say("observed-as"),
        rule: cx.say("score-rule"),
        weight: cx.say("weight"),
        fatal: cx.say("score-fatal"),
        contact: cx.say("score-contact"),
        date: cx.say("kit-date"),
        whom: cx.say("score-whom"),
        observer: cx.say("score-observer"),
        answers: [cx.say("yes"), cx.say("no"), cx.say("score-not-applicable")],
        points: cx.say("score-points"),
        possible: cx.say("score-possible"),
        missed: cx.say("score-missed"),
        score: cx.say("score-share"),
        verdict: cx.say("score-verdict"),
        verdicts: [cx.say("score-passed"), cx.say("score-failed"), cx.say("score-open")],
        kept: cx.say("score-kept"),
        mean: cx.say("score-mean"),
        pass: cx.say("pass"),
        lead: cx.say("score-lead"),
    }
}

fn card(cx: &Context<'_>, entry: &Entry<Verification>) -> Scorecard {
    let verification = &entry.value;
    let mut about = Vec::new();
    let mut say = |label: &str, value: Option<String>| {
        about.extend(value.filter(|value| !value.is_empty()).map(|value| (cx.say(label), value)));
    };
    say("method", verification.method.value().map(|method| cx.known("method", word(method))));
    say("who", verification.who.value().map(|role| cx.title_of("roles", role)));
    say("every", verification.every.value().map(|every| cx.words.frequency(every)));
    say("sample", verification.sample.value().map(|sample| cx.plain(sample)));
    say("pass", verification.pass.value().map(|pass| cx.words.threshold(pass)));
    let items = verification.scorecard.iter().flat_map(|name| items(cx, &name.value));
    let pass = verification.pass.value().and_then(|pass| match pass {
        Threshold::Compared { bound: Measure::Percent(percent), .. }
        | Threshold::Between { from: Measure::Percent(percent), .. } => Some(percent.points.to_f64()),
        _ => None,
    });
    let title = cx.title(&verification.title, &entry.id);
    Scorecard { id: entry.id.clone(), title, about, items: items.collect(), pass }
}

// The items of what a scorecard names: an entry, or a whole section.
fn items(cx: &Context<'_>, name: &str) -> Vec<ScoreItem> {
    let project = cx.project;
    let mut found = Vec::new();
    macro_rules! each {
        ($($section:ident: $make:expr),+ $(,)?) => {$(
            let section = stringify!($section);
            for entry in project.$section.iter().filter(|entry| name == section || entry.id == name) {
                // An id in several sections means the first of them.
                if name != section && found.iter().any(|item: &ScoreItem| !item.rule.starts_with(section)) {
                    continue;
                }
                let item = ScoreItem {
                    rule: format!("{section}.{}", entry.id),
                    group: cx.title(&entry.title, &entry.id),
                    title: cx.title(&entry.title, &entry.id),
                    seen: String::new(),
                    weight: 1,
                    fatal: false,
                };
                found.extend($make(&entry.value, item));
            }
        )+};
    }
    let plain = |text: Option<&crate::model::Text>| text.map(|text| cx.plain(text)).unwrap_or_default();
    each!(
        scripts: |script, item| script_items(cx, script, item),
        behaviours: |behaviour: &crate::model::Behaviour, item| vec![ScoreItem {
            seen: plain(behaviour.observed_as.value().or(behaviour.means.value())),
            weight: behaviour.weight.value().copied().unwrap_or(1),
            fatal: behaviour.fatal.value() == Some(&true),
            ..item
        }],
        conduct: |conduct: &crate::model::Conduct, item| vec![conduct_item(cx, conduct, item)],
        correspondence: |conduct: &crate::model::Conduct, item| vec![conduct_item(cx, conduct, item)],
        premises: |upkeep: &crate::model::Upkeep, item| vec![ScoreItem { seen: plain(upkeep.check.value()), ..item }],
        appearance: |upkeep: &crate::model::Upkeep, item| vec![ScoreItem { seen: plain(upkeep.check.value()), ..item }],
        customer_types: |customer: &crate::model::CustomerType, item: ScoreItem| vec![ScoreItem {
            seen: customer.act.iter().map(|act| cx.plain(&act.value)).collect::<Vec<_>>().join("; "),
            ..item
        }],
        procedures: |_: &crate::model::Procedure, item| vec![item],
        response_times: |_: &crate::model::ResponseTime, item| vec![item],
        escalations: |_: &crate::model::Escalation, item| vec![item],
        channels: |_: &crate::model::Channel, item| vec![item],
    );
    if found.is_empty() {
        let section = super::chapters::chapter_of(name);
        let title = section
            .map_or_else(|| humanised(name), |_| cx.say(&format!("section-{}", name.replace('_', "-"))));
        let rule = name.to_owned();
        found.push(ScoreItem {
            rule,
            group: title.clone(),
            title,
            seen: String::new(),
            weight: 1,
            fatal: false,
        });
    }
    found
}

// What a script has to contain is looked for piece by piece.
fn script_items(cx: &Context<'_>, script: &Script, item: ScoreItem) -> Vec<ScoreItem> {
    let words = script.say.value().map(|say| cx.plain(say)).unwrap_or_default();
    if script.elements.is_empty() {
        let asked = script.questions.iter().map(|question| cx.plain(&question.value));
        let seen = if words.is_empty() { asked.collect::<Vec<_>>().join(" ") } else { words };
        return vec![ScoreItem { seen, ..item }];
    }
    let element = |(at, element): (usize, &crate::source::Spanned<crate::model::Element>)| ScoreItem {
        title: format!("{}: {}", item.title, cx.known("element", word(&element.value))),
        seen: if at == 0 { words.clone() } else { String::new() },
        ..item.clone()
    };
    script.elements.iter().enumerate().map(element).collect()
}

fn conduct_item(cx: &Context<'_>, conduct: &crate::model::Conduct, item: ScoreItem) -> ScoreItem {
    let acts = || conduct.act.iter().map(|act| cx.plain(&act.value)).collect::<Vec<_>>().join("; ");
    let seen = conduct.observed_as.value().map(|text| cx.plain(text)).unwrap_or_else(acts);
    ScoreItem { seen, ..item }
}

fn paper(card: &Scorecard, words: &ScoreWords) -> Chapter {
    let fact = |label: &str, value: Line| Fact { label: label.to_owned(), value };
    let mut facts: Vec<Fact> =
        card.about.iter().map(|(label, value)| fact(label, Line::plain(capitalised(value)))).collect();
    let by_hand = [&words.whom, &words.date, &words.observer, &words.score, &words.verdict];
    facts.extend(by_hand.iter().map(|label| fact(label, Line::plain("______________________"))));
    let row = |item: &ScoreItem| {
        let fatal = if item.fatal { format!(" ({})", words.fatal) } else { String::new() };
        let title = Line(vec![super::body::strong(format!("{}{fatal}", item.title))]);
        let seen = Line::plain(item.seen.clone());
        let shown = super::chapters::rows([title, seen].into_iter().filter(|line| *line != Line::plain("")));
        let boxes = words.answers.iter().map(|answer| Line::plain(format!("\u{2610}\u{a0}{answer}")));
        let rule = Line(vec![super::Inline::Code(item.rule.clone())]);
        let cells = vec![shown, Line::plain(item.weight.to_string()), join(boxes, "  "), rule];
        Row { anchor: None, depth: 0, cells }
    };
    let head = [&words.item, &words.weight, &words.score, &words.rule].map(String::clone).to_vec();
    let rows = card.items.iter().map(row).collect();
    let table = Block::Table(Table { caption: card.title.clone(), head, rows });
    Chapter {
        anchor: format!("score-{}", card.id),
        title: card.title.clone(),
        lead: vec![Block::Facts(facts), table],
        sections: Vec::<Section>::new(),
    }
}
