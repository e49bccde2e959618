//! What customers may expect: the promises, hours, contacts and rights of the standard, and nothing of its inside.
//! Must never show an aim, a duty of staff or a remark among colleagues.

use serde_json::Value;

use super::assemble::{Audience, frame, settle};
use super::body::{Body, strong};
use super::chapters::rows;
use super::common::Common;
use super::context::{Context, Life};
use super::forest::{Placed, placed};
use super::grid::Grid;
use super::titles::anchor;
use super::words::Case;
use super::{Block, Chapter, Handbook, Line, Section, public};
use crate::model::{
    Audience as Served, Channel, DecisionRule, Exclusion, Remedy, ResponseTime, Situated, When,
};
use crate::syntax::decode::Entry;

/// The charter of a company.
#[derive(Debug, Clone, PartialEq)]
pub struct Charter {
    /// What customers read.
    pub book: Handbook,
    /// The same for search engines: schema.org as JSON-LD.
    pub data: Value,
}

/// The charter in a language, as of a day; `audience` may narrow it to a location. Nothing where the standard says
/// nothing to customers.
pub fn charter(common: &Common<'_>, audience: &Audience) -> Option<Charter> {
    let cx = Context::new(common, audience);
    let parts = [reach(&cx), times(&cx), returns(&cx), missed(&cx), limits(&cx)];
    let chapters: Vec<Chapter> = parts.into_iter().flatten().collect();
    if chapters.is_empty() {
        return None;
    }
    let mut book = Handbook { title: cx.say("charter-title"), ..frame(&cx, audience, chapters) };
    // Who answers for the standard and when it is reviewed is the company's own matter.
    let inside = ["review-by", "standard-owner", "standard-id"].map(|key| cx.say(key));
    book.imprint.retain(|fact| !inside.contains(&fact.label));
    settle(&mut book);
    let data = public::organization(&cx, &mut Vec::new());
    Some(Charter { book, data })
}

fn chapter(cx: &Context<'_>, key: &'static str, sections: Vec<Section>) -> Option<Chapter> {
    let sections: Vec<Section> = sections.into_iter().filter(|section| !section.blocks.is_empty()).collect();
    let (anchor, title) = (key.to_owned(), cx.say(key));
    (!sections.is_empty()).then_some(Chapter { anchor, title, lead: Vec::new(), sections })
}

/// The channels that are there for customers.
pub(super) fn channels<'a>(cx: &Context<'a>) -> impl Iterator<Item = &'a Entry<Channel>> {
    let open = |entry: &&Entry<Channel>| {
        entry.serves.value() != Some(&Served::Colleagues) && cx.relevance.channel(entry)
    };
    cx.project.channels.iter().filter(open).collect::<Vec<_>>().into_iter()
}

fn reach(cx: &Context<'_>) -> Option<Chapter> {
    let section = |entry: &Entry<Channel>| {
        let mut body = Body::new(cx);
        body.joined("contact", &entry.contact);
        body.flag("free-of-charge", &entry.free_of_charge);
        let place = entry.location.value().and_then(|id| cx.project.locations.find(id));
        if let Some(place) = place {
            let address = place.address.value().map(|address| cx.plain(address));
            let said = entry.contact.iter().any(|contact| Some(cx.plain(&contact.value)) == address);
            body.said("address-postal", address.filter(|_| !said));
            body.joined("accessibility", &place.accessibility);
        }
        body.languages("languages", &entry.languages);
        body.said("only-when", cx.when_words(entry.only_when.value(), None));
        body.text("booking", &entry.booking);
        body.joined("on-request", &entry.on_request);
        body.week("hours", &entry.hours);
        body.section("channels", &entry.id, cx.title(&entry.title, &entry.id))
    };
    chapter(cx, "charter-reach", channels(cx).map(section).collect())
}

// Situations of colleagues, and what is no promise to anybody.
fn is_outward(cx: &Context<'_>, when: Option<&When>) -> bool {
    let Some(when) = when else { return true };
    let served = |id: &str| {
        cx.project.channels.find(id).is_none_or(|channel| channel.serves.value() != Some(&Served::Colleagues))
    };
    let channels = when.find("channel").is_none_or(|channel| {
        channel.is.is_empty() || channel.is.iter().any(|channel| served(&channel.value))
    });
    when.find("role").is_none() && channels && cx.relevance.can_happen(when)
}

/// How long a contact takes is a measure of work, not of what a customer waits for.
const INWARD: &str = "handling";

fn times(cx: &Context<'_>) -> Option<Chapter> {
    let shown: Vec<&Entry<ResponseTime>> = cx
        .project
        .response_times
        .iter()
        .filter(|rule| cx.life(&rule.value) == Life::Now && rule.floor.value() != Some(&true))
        .filter(|rule| is_outward(cx, rule.when()))
        .collect();
    let mut grid =
        Grid::new(cx.say("charter-times"), ["situation", "promise"].map(|key| cx.say(key)).to_vec());
    for Placed { entry, depth } in placed(&shown) {
        let promises = entry.promises.iter().filter(|promise| promise.id != INWARD);
        let said = promises.filter_map(|promise| {
            let figure = cx.words.figure(promise.value.promise.value()?);
            let most = promise.value.at_most.value().map(|most| cx.words.duration(most, Case::Plain));
            let most = most.map(|most| format!(", {} {most}", cx.say("at-most"))).unwrap_or_default();
            let mut line = Line::plain(format!("{}: ", cx.measure(&promise.id)));
            line.0.extend([strong(figure), super::Inline::Text(most)]);
            Some(line)
        });
        let said = rows(said);
        if !said.is_empty() {
            let anchor = anchor("response_times", &entry.id);
            grid.row(Some(anchor), depth, vec![situation(cx, entry, None, &entry.title), said]);
        }
    }
    let blocks = grid.finish().into_iter().collect();
    let mut chapter = chapter(
        cx,
        "charter-times",
        vec![Section { anchor: "charter-times--all".to_owned(), title: String::new(), blocks }],
    )?;
    chapter.lead = chapter.sections.drain(..).flat_map(|section| section.blocks).collect();
    Some(chapter)
}

fn situation<T: Situated>(
    cx: &Context<'_>,
    rule: &Entry<T>,
    own: Option<&crate::model::Situation>,
    title: &crate::syntax::decode::Field<crate::model::Text>,
) -> Line {
    let title = Line(vec![strong(cx.title(title, &rule.id))]);
    rows([title].into_iter().chain(cx.when_words(rule.when(), own).map(Line::plain)))
}

fn returns(cx: &Context<'_>) -> Option<Chapter> {
    let table = cx.project.returns.value()?;
    let rules: Vec<&Entry<DecisionRule>> = table
        .rules
        .value()
        .into_iter()
        .flatten()
        .filter(|rule| cx.life(&rule.value) == Life::Now && rule.floor.value() != Some(&true))
        .filter(|rule| is_outward(cx, rule.when()))
        .collect();
    let head = ["conditions", "outcome", "how"].map(|key| cx.say(key)).to_vec();
    let title = table.title.value().map_or_else(|| cx.say("section-returns"), |title| cx.plain(title));
    let mut grid = Grid::new(title.clone(), head);
    for Placed { entry, depth } in placed(&rules) {
        let outcome = entry.outcome.value().map(|outcome| Line(vec![strong(cx.outcome(table, outcome))]));
        let labelled = |key: &str, value: String| Line::plain(format!("{}: {value}", cx.say(key)));
        let time = |key: &str, field: &crate::syntax::decode::Field<crate::time::Duration>| {
            field.value().map(|within| labelled(key, cx.words.duration(within, Case::Plain)))
        };
        let several = |key: &str, texts: &crate::syntax::decode::List<crate::model::Text>| {
            let said: Vec<String> = texts.iter().map(|text| cx.plain(&text.value)).collect();
            (!said.is_empty()).then(|| labelled(key, said.join("; ")))
        };
        let how = [
            time("refund-within", &entry.refund_within),
            time("within", &entry.within),
            several("proof", &entry.proof),
            several("condition", &entry.condition),
            entry.tell.value().map(|tell| cx.line(tell)),
        ];
        let cells = vec![
            situation(cx, entry, table.situation.value(), &entry.title),
            outcome.unwrap_or_default(),
            rows(how.into_iter().flatten()),
        ];
        grid.row(None, depth, cells);
    }
    let lead = grid.finish()?;
    Some(Chapter { anchor: "charter-returns".to_owned(), title, lead: vec![lead], sections: Vec::new() })
}

fn missed(cx: &Context<'_>) -> Option<Chapter> {
    let shown = cx.project.if_missed.iter();
    let shown = shown.filter(|rule| cx.life(&rule.value) == Life::Now && is_outward(cx, rule.when()));
    let section = |entry: &Entry<Remedy>| {
        let mut body = Body::new(cx);
        body.said("when", cx.when_words(entry.when(), None));
        body.said("missed-promise", entry.promise.value().map(|measure| cx.measure(measure)));
        body.amount("pay", &entry.pay);
        body.text("give", &entry.give);
        body.duration("paid-within", &entry.within);
        body.amount("pay-then", &entry.then);
        body.amount("pay-at-most", &entry.at_most);
        body.section("if_missed", &entry.id, cx.title(&entry.title, &entry.id))
    };
    chapter(cx, "charter-missed", shown.map(section).collect())
}

fn limits(cx: &Context<'_>) -> Option<Chapter> {
    let exclusions = cx.project.exclusions.iter().filter(|entry| is_outward(cx, entry.when.value()));
    let section = |entry: &Entry<Exclusion>| {
        let mut body = Body::new(cx);
        body.said("when", cx.when_words(entry.when.value(), None));
        body.prose(&entry.what);
        body.section("exclusions", &entry.id, cx.title(&entry.title, &entry.id))
    };
    let mut sections: Vec<Section> = exclusions.map(section).collect();
    let title = cx.say("section-customer-duties");
    let mut grid = Grid::new(title.clone(), ["what-is-asked", "when", "why"].map(|key| cx.say(key)).to_vec());
    for entry in cx.project.customer_duties.iter().filter(|entry| is_outward(cx, entry.when.value())) {
        let line = |text: Option<&crate::model::Text>| text.map(|text| cx.line(text)).unwrap_or_default();
        let when = cx.when_words(entry.when.value(), None).map(Line::plain).unwrap_or_default();
        grid.row(None, 0, vec![line(entry.what.value()), when, line(entry.why.value())]);
    }
    let blocks: Vec<Block> = grid.finish().into_iter().collect();
    sections.push(Section { anchor: "charter-duties".to_owned(), title, blocks });
    chapter(cx, "charter-limits", sections)
}
