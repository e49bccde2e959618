//! A test made of what the standard decides: times, words, decisions, escalations, what is never done.
//! Must never ask what more than one answer could be right to.

use super::BOX;
use crate::compile::context::{Context, Life};
use crate::compile::relevance::names;
use crate::compile::titles::capitalised;
use crate::compile::words::Case;
use crate::compile::{Block, Chapter, Line, Row, Table};
use crate::model::{CustomerType, DecisionRule, Situated, words::word};
use crate::syntax::decode::Entry;
use crate::time::{Duration, Figure};

/// A test.
#[derive(Debug, Clone, PartialEq)]
pub struct Quiz {
    /// A name that changes when what matters changes.
    pub id: String,
    /// The share of right answers that passes, in percent.
    pub pass_mark: u32,
    /// The questions.
    pub questions: Vec<Question>,
    /// What is said before the first question.
    pub lead: String,
    /// The words for giving the answers in.
    pub check: String,
    /// The words for beginning anew.
    pub again: String,
    /// What is said of those who passed.
    pub passed: String,
    /// What is said of those who did not.
    pub failed: String,
    /// What is said beside a right answer.
    pub right: String,
    /// What is said beside a wrong answer.
    pub wrong: String,
}

/// A question with one right answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// A name that stays while the rule behind it does.
    pub id: String,
    /// What is asked.
    pub ask: String,
    /// The answers to choose from.
    pub answers: Vec<String>,
    /// The place of the right answer among them.
    pub right: usize,
    /// Where the handbook says so.
    pub source: String,
}

/// How many questions of a kind a test has at most.
const OF_A_KIND: usize = 6;

/// The test of the reader.
pub(super) fn quiz(cx: &Context<'_>, pass_mark: u32, id: &str) -> Quiz {
    let kinds = [times(cx), scripts(cx), decisions(cx), escalations(cx), never(cx)];
    let questions: Vec<Question> = kinds.into_iter().flat_map(some).collect();
    let mark = |count: usize| (count * usize::try_from(pass_mark).unwrap_or(100)).div_ceil(100);
    let gaps = [("count", questions.len().into()), ("mark", mark(questions.len()).into())];
    Quiz {
        id: id.to_owned(),
        pass_mark,
        lead: cx.words.fill("quiz-lead", gaps),
        questions,
        check: cx.say("quiz-check"),
        again: cx.say("quiz-again"),
        passed: cx.say("quiz-passed"),
        failed: cx.say("quiz-failed"),
        right: cx.say("quiz-right"),
        wrong: cx.say("quiz-wrong"),
    }
}

/// The test on paper.
pub(super) fn paper(cx: &Context<'_>, quiz: &Quiz) -> Option<Chapter> {
    let question = |question: &Question| {
        let ask = Block::Paragraph(Line(vec![crate::compile::body::strong(&question.ask)]));
        let answers = question.answers.iter().map(|answer| Line::plain(format!("{BOX}{answer}")));
        vec![ask, Block::Paragraph(crate::compile::chapters::rows(answers))]
    };
    let points: Vec<Vec<Block>> = quiz.questions.iter().map(question).collect();
    (!points.is_empty()).then(|| Chapter {
        anchor: "kit-quiz".to_owned(),
        title: cx.say("kit-quiz"),
        lead: vec![Block::Paragraph(Line::plain(&quiz.lead)), Block::Points { ordered: true, points }],
        sections: Vec::new(),
    })
}

/// The answers on paper.
pub(super) fn key(cx: &Context<'_>, quiz: &Quiz) -> Option<Chapter> {
    let row = |(at, question): (usize, &Question)| {
        let right = question.answers.get(question.right).cloned().unwrap_or_default();
        let ask = format!("{}. {}", at + 1, question.ask);
        let cells = [ask, right, question.source.clone()].map(Line::plain).to_vec();
        Row { anchor: None, depth: 0, cells }
    };
    let rows: Vec<Row> = quiz.questions.iter().enumerate().map(row).collect();
    let head = ["kit-question", "quiz-right", "kit-source"].map(|key| cx.say(key)).to_vec();
    let caption = cx.say("kit-key");
    (!rows.is_empty()).then(|| Chapter {
        anchor: "kit-key".to_owned(),
        title: caption.clone(),
        lead: vec![Block::Paragraph(Line::plain(&quiz.lead)), Block::Table(Table { caption, head, rows })],
        sections: Vec::new(),
    })
}

// Some of the questions, spread over all of them.
fn some(questions: Vec<Question>) -> Vec<Question> {
    let (all, wanted) = (questions.len(), questions.len().min(OF_A_KIND));
    let chosen: Vec<usize> = (0..wanted).map(|at| at * all / wanted.max(1)).collect();
    let numbered = questions.into_iter().enumerate();
    numbered.filter(|(at, _)| chosen.contains(at)).map(|(_, question)| question).collect()
}

// A number that looks like chance and is the same everywhere.
fn chance(text: &str, below: usize) -> usize {
    let mixed = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    usize::try_from((mixed >> 16) % u64::try_from(below.max(1)).unwrap_or(1)).unwrap_or(0)
}

// The right answer among at most three others, at a place of its own; nothing without an other.
fn choice(id: String, ask: String, right: String, others: Vec<String>, source: String) -> Option<Question> {
    let mut answers: Vec<String> = Vec::new();
    for other in others {
        if other != right && !other.is_empty() && !answers.contains(&other) && answers.len() < 3 {
            answers.push(other);
        }
    }
    if answers.is_empty() || right.is_empty() {
        return None;
    }
    let place = chance(&id, answers.len() + 1);
    answers.insert(place, right);
    Some(Question { id, ask, answers, right: place, source })
}

fn source(cx: &Context<'_>, chapter: &str, title: &str) -> String {
    format!("{}: {title}", cx.say(&format!("chapter-{chapter}")))
}

fn times(cx: &Context<'_>) -> Vec<Question> {
    let rules = &cx.project.response_times;
    let mut questions = Vec::new();
    for rule in rules.iter().filter(|rule| cx.relevance.rule(&rule.value, &[]) && is_now(cx, &rule.value)) {
        if rule.floor.value() == Some(&true) {
            continue;
        }
        let title = cx.title(&rule.title, &rule.id);
        let refined = rules.iter().any(|other| names(&other.exception_to, &rule.id));
        let situation = situation(cx, &title, cx.when_words(rule.when.value(), None), refined);
        for promise in rule.promises.iter() {
            let Some((figure, within)) = promise.promise.value().and_then(|f| Some((f, f.within()?))) else {
                continue;
            };
            let id = format!("times.{}.{}", rule.id, promise.id);
            let gaps =
                [("situation", situation.as_str().into()), ("measure", cx.measure(&promise.id).into())];
            let ask = cx.words.fill("quiz-time", gaps);
            let mut amounts = around(within.amount, &id);
            amounts.sort_unstable();
            let right = amounts.iter().position(|amount| *amount == within.amount).unwrap_or_default();
            let answers = amounts.iter().map(|amount| {
                let within = Duration { amount: *amount, ..within };
                cx.words.figure(&match figure {
                    Figure::ShareOf { share, .. } => Figure::ShareOf { within, share: *share },
                    _ => Figure::Within(within),
                })
            });
            let answers = answers.collect();
            questions.push(Question { id, ask, answers, right, source: source(cx, "times", &title) });
        }
    }
    questions
}

// The amount and three others that could be taken for it.
fn around(amount: u64, id: &str) -> Vec<u64> {
    let half = (amount >= 2 && amount.is_multiple_of(2)).then_some(amount / 2);
    let quarter = (amount >= 4 && amount.is_multiple_of(4)).then_some(amount / 4);
    let more = [2_u64, 3, 4].map(|times| amount.saturating_mul(times));
    let mut others: Vec<u64> = match chance(id, 3) {
        0 => half.into_iter().chain(more).collect(),
        1 => more.to_vec(),
        _ => half.into_iter().chain(quarter).chain(more).collect(),
    };
    others.retain(|other| *other != amount);
    others.truncate(3);
    others.push(amount);
    others.dedup();
    others
}

fn situation(cx: &Context<'_>, title: &str, when: Option<String>, refined: bool) -> String {
    let mut said = title.to_owned();
    if let Some(when) = when {
        said = format!("{said} ({when})");
    }
    if refined { format!("{said}, {}", cx.say("quiz-no-exception")) } else { said }
}

fn is_now<T: Situated>(cx: &Context<'_>, rule: &T) -> bool {
    cx.life(rule) == Life::Now
}

fn scripts(cx: &Context<'_>) -> Vec<Question> {
    let mine: Vec<_> = cx
        .project
        .scripts
        .iter()
        .filter(|script| cx.relevance.script(script) && is_now(cx, &script.value))
        .filter_map(|script| Some((script, script.purpose.value()?, short(&cx.plain(script.say.value()?)))))
        .collect();
    let question = |(at, (script, purpose, words)): (usize, &(&Entry<_>, &crate::model::Purpose, String))| {
        let script: &Entry<crate::model::Script> = script;
        let others = mine.iter().skip(at + 1).chain(mine.iter().take(at));
        let mut others: Vec<String> =
            others.filter(|(_, other, _)| other != purpose).map(|(.., words)| words.clone()).collect();
        let turn = chance(&script.id, others.len());
        others.rotate_left(turn);
        let title = cx.title(&script.title, &script.id);
        let purpose = capitalised(&cx.known("purpose", word(*purpose)));
        // A title that only names the purpose says it once.
        let about = if purpose == title { title.clone() } else { format!("{title}. {purpose}") };
        let situation = situation(cx, &about, cx.when_words(script.when.value(), None), false);
        let ask = cx.words.fill("quiz-script", [("situation", situation.into())]);
        choice(format!("scripts.{}", script.id), ask, words.clone(), others, source(cx, "scripts", &title))
    };
    mine.iter().enumerate().filter_map(question).collect()
}

// The beginning of a text, up to a word.
fn short(text: &str) -> String {
    const LONGEST: usize = 170;
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LONGEST).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{} …", whole.trim_end())
}

fn decisions(cx: &Context<'_>) -> Vec<Question> {
    let mut questions = Vec::new();
    for (name, table) in cx.project.decision_tables() {
        let rules: Vec<&Entry<DecisionRule>> = table.rules.value().into_iter().flatten().collect();
        if !cx.relevance.entry(&[], &table.concerns) {
            continue;
        }
        let words = |rule: &DecisionRule| rule.outcome.value().map(|outcome| cx.outcome(table, outcome));
        let all: Vec<String> = rules.iter().filter_map(|rule| words(&rule.value)).collect();
        let title = match (table.title.value(), name) {
            (None, "returns") => cx.say("section-returns"),
            _ => cx.title(&table.title, name),
        };
        for rule in &rules {
            let refined = rules.iter().any(|other| names(&other.exception_to, &rule.id));
            let floor = rule.floor.value() == Some(&true);
            let named = rule.when.value().filter(|when| !when.is_empty());
            let (Some(right), Some(when)) = (words(&rule.value), named) else { continue };
            if refined || floor || !is_now(cx, &rule.value) || !cx.relevance.can_happen(when) {
                continue;
            }
            let said = cx.when(when, table.situation.value());
            let gaps = [("table", title.as_str().into()), ("situation", said.into())];
            let ask = cx.words.fill("quiz-decision", gaps);
            let id = format!("decisions.{name}.{}", rule.id);
            let own = cx.title(&rule.title, &rule.id);
            questions.extend(choice(id, ask, right, all.clone(), source(cx, "decisions", &own)));
        }
    }
    questions
}

fn escalations(cx: &Context<'_>) -> Vec<Question> {
    let mut questions = Vec::new();
    let roles: Vec<String> = cx.project.roles.iter().map(|role| cx.title_of("roles", &role.id)).collect();
    let rules = &cx.project.escalations;
    for entry in rules.iter().filter(|entry| cx.relevance.escalation(entry) && is_now(cx, &entry.value)) {
        let Some(level) = entry.levels.first() else { continue };
        let (Some(to), Some(after)) = (level.to.value(), level.after.value()) else { continue };
        let title = cx.title(&entry.title, &entry.id);
        let refined = rules.iter().any(|other| names(&other.exception_to, &entry.id));
        let situation = situation(cx, &title, cx.when_words(entry.when.value(), None), refined);
        let after = cx.words.duration(after, Case::Plain);
        let ask =
            cx.words.fill("quiz-escalation", [("situation", situation.into()), ("after", after.into())]);
        let mut others = roles.clone();
        let turn = chance(&entry.id, others.len());
        others.rotate_left(turn);
        let id = format!("escalations.{}", entry.id);
        let right = cx.title_of("roles", to);
        questions.extend(choice(id, ask, right, others, source(cx, "escalations", &title)));
    }
    questions
}

// What is never done and what is done are told apart by their form; so the question is with whom it is never done.
fn never(cx: &Context<'_>) -> Vec<Question> {
    let customers = cx.project.customer_types.iter();
    let mine = customers.filter(|entry| cx.relevance.entry(&[&entry.refuse_service], &entry.concerns));
    let mine: Vec<&Entry<CustomerType>> = mine.collect();
    let refrains = |entry: &Entry<CustomerType>, from: &str| {
        entry.never.iter().any(|never| cx.plain(&never.value) == from)
    };
    let question = |(at, entry): (usize, &&Entry<CustomerType>)| {
        let never = cx.plain(&entry.never.first()?.value);
        let title = cx.title(&entry.title, &entry.id);
        let others = mine.iter().skip(at + 1).chain(mine.iter().take(at));
        let mut others: Vec<String> = others
            .filter(|other| !refrains(other, &never))
            .map(|other| cx.title(&other.title, &other.id))
            .collect();
        let turn = chance(&entry.id, others.len());
        others.rotate_left(turn);
        let said = short(never.trim_end_matches('.'));
        let ask = cx.words.fill("quiz-never", [("never", said.into())]);
        let id = format!("customer_types.{}", entry.id);
        choice(id, ask, title.clone(), others, source(cx, "playbooks", &title))
    };
    mine.iter().enumerate().filter_map(question).collect()
}
