//! What a new colleague in a role gets: a checklist, a test with its key, cases to practise, a sheet to sign.
//! Must never ask for anything that the handbook of the role does not say.

mod cases;
mod quiz;

use super::assemble::{Audience, frame, settle};
use super::common::Common;
use super::context::{Context, join};
use super::substance::fingerprint_in;
use super::{Block, Chapter, Fact, Handbook, Line, NoticeKind, Row, Section, Table};
use crate::model::Onboarding;
use crate::syntax::decode::Entry;
use crate::time::Amount;

pub use quiz::{Question, Quiz};

/// The onboarding kit of a role.
#[derive(Debug, Clone, PartialEq)]
pub struct Kit {
    /// Checklist, test, cases and the sheet to sign, to be read on any medium.
    pub book: Handbook,
    /// The answers to the test, for those who mark it; nothing without a test.
    pub key: Option<Handbook>,
    /// The test, to be taken on a screen.
    pub quiz: Quiz,
}

/// Where something is written by hand.
const LINE: &str = "______________________";
/// A box to be ticked.
pub(super) const BOX: &str = "\u{2610}\u{a0}";
/// The share of right answers that passes where the standard names none.
const PASS_MARK: u32 = 80;

/// The kit of the role of an audience, in a language, as of a day; nothing without a role.
pub fn kit(common: &Common<'_>, audience: &Audience) -> Option<Kit> {
    let role = audience.role.as_deref()?;
    let cx = Context::new(common, audience);
    let fingerprint = fingerprint_in(&cx);
    let start = cx.project.onboarding.find(role);
    let mark = start.and_then(|entry| entry.value.pass_mark.value());
    let quiz = quiz::quiz(&cx, pass_mark(mark), &fingerprint);
    let mut chapters = vec![checklist(&cx, cx.project.onboarding.iter().find(|entry| entry.id == role))];
    chapters.extend(quiz::paper(&cx, &quiz));
    chapters.extend(cases::cases(&cx, start));
    chapters.push(sign_off(&cx, audience, &fingerprint));
    let title = cx.words.fill("kit-title", [("role", cx.title_of("roles", role).into())]);
    let mut book = Handbook { title, ..frame(&cx, audience, chapters) };
    book.imprint.push(Fact { label: cx.say("kit-fingerprint"), value: Line::plain(fingerprint) });
    let key = quiz::key(&cx, &quiz).map(|chapter| {
        let mut key = Handbook { chapters: vec![chapter], ..book.clone() };
        key.title = format!("{}: {}", key.title, cx.say("kit-key"));
        settle(&mut key);
        key
    });
    settle(&mut book);
    Some(Kit { book, key, quiz })
}

fn pass_mark(mark: Option<&Amount>) -> u32 {
    let Some(Amount::Percent { percent, .. }) = mark else { return PASS_MARK };
    let points = percent.points.to_f64().round();
    (0..=100).find(|whole| f64::from(*whole) >= points).unwrap_or(100)
}

fn checklist(cx: &Context<'_>, start: Option<&Entry<Onboarding>>) -> Chapter {
    let mut sections = Vec::new();
    let mut section = |key: &str, steps: Vec<Line>, lead: Vec<Block>| {
        if !steps.is_empty() {
            let blocks = lead.into_iter().chain([ticked(cx, &cx.say(key), steps)]).collect();
            sections.push(Section { anchor: format!("kit--{key}"), title: cx.say(key), blocks });
        }
    };
    let own = start.map(|entry| &entry.value);
    let steps: Vec<Line> =
        own.into_iter().flat_map(|own| own.steps.iter()).map(|step| cx.line(&step.value)).collect();
    let usual = ["kit-usual-read", "kit-usual-practise", "kit-usual-test", "kit-usual-sign"];
    let usual = || usual.iter().map(|key| Line::plain(cx.say(key))).collect();
    let mut facts = Vec::new();
    if let Some(own) = own {
        let mut fact = |label: &str, value: Option<Line>| {
            facts.extend(value.map(|value| Fact { label: cx.say(label), value }));
        };
        let within = own.within.value();
        fact("mentor", own.mentor.value().map(|role| Line(vec![cx.reference("roles", role)])));
        let words = |within| Line::plain(cx.words.duration(within, super::words::Case::Plain));
        fact("done-within", within.map(words));
    }
    let lead = if facts.is_empty() { Vec::new() } else { vec![Block::Facts(facts)] };
    section("first-steps", if steps.is_empty() { usual() } else { steps }, lead);
    let named = |names: &[crate::source::Spanned<String>]| -> Vec<Line> {
        names.iter().map(|name| cx.anything(std::slice::from_ref(name))).collect()
    };
    section("read", own.map(|own| named(&own.read)).unwrap_or_default(), Vec::new());
    section("practise", own.map(|own| named(&own.practise)).unwrap_or_default(), Vec::new());
    Chapter { anchor: "kit-checklist".to_owned(), title: cx.say("kit-checklist"), lead: Vec::new(), sections }
}

// A table with room for the day and the hand of the mentor.
fn ticked(cx: &Context<'_>, caption: &str, steps: Vec<Line>) -> Block {
    let row = |step: Line| {
        let cells = vec![join([Line::plain(BOX.trim_end()), step].into_iter(), "\u{a0}")];
        Row { anchor: None, depth: 0, cells: cells.into_iter().chain([blank(), blank()]).collect() }
    };
    let head = ["kit-step", "kit-done", "kit-mentor"].map(|key| cx.say(key)).to_vec();
    Block::Table(Table { caption: caption.to_owned(), head, rows: steps.into_iter().map(row).collect() })
}

fn blank() -> Line {
    Line::plain("__________")
}

fn sign_off(cx: &Context<'_>, audience: &Audience, fingerprint: &str) -> Chapter {
    let standard = cx.project.standard.value();
    let version = standard.and_then(|standard| standard.version.value()).cloned().unwrap_or_default();
    let title = standard.and_then(|standard| standard.title.value()).map(|title| cx.plain(title));
    let titles = [("roles", &audience.role), ("locations", &audience.location)];
    let who = titles.iter().filter_map(|(section, id)| id.as_deref().map(|id| cx.title_of(section, id)));
    let gaps = [
        ("title", title.unwrap_or_else(|| cx.say("handbook")).into()),
        ("version", version.clone().into()),
        ("role", who.collect::<Vec<_>>().join(", ").into()),
    ];
    let said = Block::Paragraph(Line::plain(cx.words.fill("kit-sign-text", gaps)));
    let fact = |key: &str, value: &str| Fact { label: cx.say(key), value: Line::plain(value) };
    let printed = Block::Facts(vec![
        fact("version", &version),
        fact("as-of", &cx.words.date(cx.today)),
        fact("kit-fingerprint", fingerprint),
    ]);
    let by_hand = ["kit-name", "kit-date", "kit-signature", "kit-mentor", "kit-signature"];
    let by_hand = Block::Facts(by_hand.iter().map(|key| fact(key, LINE)).collect());
    let note = vec![Block::Paragraph(Line::plain(cx.say("kit-fingerprint-note")))];
    let note = Block::Notice { kind: NoticeKind::Note, label: cx.say("note"), blocks: note };
    let lead = vec![said, printed, by_hand, note];
    Chapter { anchor: "kit-sign-off".to_owned(), title: cx.say("kit-sign-off"), lead, sections: Vec::new() }
}
