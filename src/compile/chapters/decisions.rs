//! Chapter: returns and the company's own decision tables, every exception under its rule.
//! Must never evaluate a table.

use super::situations::{dimensions, never_happens};
use super::times::rows;
use super::{Content, by_life};
use crate::compile::body::{Body, strong};
use crate::compile::context::{Context, join};
use crate::compile::forest::{Placed, placed};
use crate::compile::grid::Grid;
use crate::compile::titles::{capitalised, part_anchor};
use crate::compile::words::Case;
use crate::compile::{Block, Line, NoticeKind, Section};
use crate::model::{Decision, DecisionRule, Situated, Situation, Text, When};
use crate::source::Spanned;
use crate::syntax::decode::{Entry, Field};

/// A table with its name in links.
struct Table<'c, 'a> {
    cx: &'c Context<'a>,
    decision: &'a Decision,
    section: &'static str,
    id: &'a str,
}

pub(super) fn fill(cx: &Context<'_>) -> Content {
    let returns = cx.project.returns.value().map(|decision| Table {
        cx,
        decision,
        section: "decisions",
        id: "returns--table",
    });
    let own = cx.project.decisions.iter().map(|entry| Table {
        cx,
        decision: &entry.value,
        section: "decisions",
        id: &entry.id,
    });
    Content {
        lead: Vec::new(),
        sections: returns.into_iter().chain(own).filter_map(|table| table.section()).collect(),
    }
}

impl<'a> Table<'_, 'a> {
    fn title(&self) -> String {
        match (self.decision.title.value(), self.id) {
            (None, "returns--table") => self.cx.say("section-returns"),
            _ => self.cx.title(&self.decision.title, self.id),
        }
    }

    // A table is shown whole to those whom it concerns; others see the rules that give them work.
    fn shown(&self) -> Vec<&'a Entry<DecisionRule>> {
        let relevance = &self.cx.relevance;
        let whole = relevance.entry(&[], &self.decision.concerns);
        let rules = self.decision.rules.value().into_iter().flat_map(|entries| entries.iter());
        let shows = |rule: &&Entry<DecisionRule>| {
            let own = relevance.is_reader(&rule.authority)
                || relevance
                    .role()
                    .is_some_and(|role| crate::compile::relevance::names(&rule.concerns, role));
            let here = rule.when().is_none_or(|when| relevance.can_happen(when));
            here && (own || (whole && (rule.concerns.is_empty() || relevance.role().is_none())))
        };
        rules.filter(shows).collect()
    }

    fn section(&self) -> Option<Section> {
        let Decision {
            title: _,
            concerns,
            situation,
            never_happens: never,
            must_cover,
            outcomes: _,
            rules: _,
            note,
        } = self.decision;
        let cx = self.cx;
        let shown = self.shown();
        if shown.is_empty() && !cx.relevance.entry(&[], concerns) {
            return None;
        }
        let mut body = Body::new(cx);
        body.concerns(concerns);
        body.said(
            "must-cover",
            Some(
                must_cover.iter().map(|word| cx.known("decided", &word.value)).collect::<Vec<_>>().join(", "),
            ),
        );
        self.rules(&mut body, &shown);
        self.outcomes(&mut body);
        if let Some(block) = situation
            .value()
            .and_then(|situation| dimensions(cx, situation, &format!("{}-{}--", self.section, self.id)))
        {
            body.block(Block::Heading(cx.say("what-matters")));
            body.block(block);
        }
        if let Some(block) = never_happens(cx, never, situation.value()) {
            body.block(Block::Heading(cx.say("never-happens")));
            body.block(block);
        }
        body.note(note);
        Some(body.section(self.section, self.id, self.title()))
    }

    fn rules(&self, body: &mut Body<'_, '_>, shown: &[&Entry<DecisionRule>]) {
        let cx = self.cx;
        let (now, coming) = by_life(cx, shown);
        let (floors, rules): (Vec<_>, Vec<_>) =
            now.into_iter().partition(|rule| rule.floor.value().copied().unwrap_or(false));
        if let Some(table) = self.table(&self.title(), &rules) {
            body.block(table);
        }
        for (from, rules) in coming {
            let label = cx.coming(from);
            let blocks = self.table(&label, &rules).into_iter().collect();
            body.block(Block::Notice { kind: NoticeKind::Coming, label, blocks });
        }
        if let Some(table) = self.table(&cx.say("bounds"), &floors) {
            body.notice(NoticeKind::Bound, "bound", vec![table]);
        }
    }

    fn table(&self, caption: &str, rules: &[&Entry<DecisionRule>]) -> Option<Block> {
        let cx = self.cx;
        let head = ["conditions", "outcome", "how", "remarks"].map(|label| cx.say(label)).to_vec();
        let mut grid = Grid::new(caption.to_owned(), head);
        // What holds in every other case is read last.
        let (always, special): (Vec<_>, Vec<_>) = placed(rules)
            .into_iter()
            .partition(|rule| rule.depth == 0 && rule.entry.when().is_none_or(|when| when.is_empty()));
        for Placed { entry, depth } in special.iter().chain(&always) {
            let cells =
                vec![self.conditions(entry), self.outcome(entry), self.how(entry), self.remarks(entry)];
            grid.row(Some(part_anchor(self.section, self.id, &entry.id)), *depth, cells);
        }
        grid.finish()
    }

    fn own(&self) -> Option<&'a Situation> {
        self.decision.situation.value()
    }

    // The situations of a rule in the words of the standard; nothing when the table has words of its own, which may
    // be the same and mean something else.
    fn standard_when<'r>(&self, rule: &'r DecisionRule) -> Option<&'r When> {
        let is_own = |id: &str| self.own().is_some_and(|own| own.find(id).is_some());
        rule.when.value().filter(|when| !when.iter().any(|condition| is_own(&condition.id)))
    }

    fn conditions(&self, rule: &Entry<DecisionRule>) -> Line {
        let cx = self.cx;
        let title = Line(vec![strong(cx.title(&rule.title, &rule.id))]);
        let when = cx.when_words(rule.when(), self.own()).unwrap_or_else(|| cx.say("otherwise-case"));
        rows([title, Line::plain(when)].into_iter())
    }

    fn outcome(&self, rule: &DecisionRule) -> Line {
        let cx = self.cx;
        let outcome =
            rule.outcome.value().map(|outcome| Line(vec![strong(self.cx.outcome(self.decision, outcome))]));
        let further = rule.further.iter().map(|further| {
            Line::plain(format!("{}: {}", capitalised(&cx.known("decided", &further.id)), further.value))
        });
        rows(outcome.into_iter().chain(further))
    }

    fn how(&self, rule: &DecisionRule) -> Line {
        let cx = self.cx;
        let DecisionRule {
            title: _,
            when: _,
            exception_to: _,
            from: _,
            until: _,
            concerns: _,
            note: _,
            floor: _,
            cite: _,
            outcome: _,
            refund_within,
            within,
            amount,
            authority,
            proof,
            condition,
            say,
            tell,
            act,
            procedure,
            further: _,
        } = rule;
        let words = cx.words;
        let mut said = Said { cx, lines: Vec::new() };
        said.plain("refund-within", refund_within.value().map(|within| words.duration(within, Case::Plain)));
        said.plain("within", within.value().map(|within| words.duration(within, Case::Plain)));
        said.plain("amount", amount.value().map(|amount| words.amount(amount)));
        said.texts("proof", proof);
        let goods = self.id == "returns--table";
        said.texts(if goods { "condition" } else { "condition-to-meet" }, condition);
        said.line("authority", authority.value().map(|role| Line(vec![cx.reference("roles", role)])));
        said.texts("do", act);
        said.line("say", Some(cx.scripts(say, self.standard_when(rule))));
        said.text("tell", tell);
        said.line("procedure", procedure.value().map(|id| Line(vec![cx.reference("procedures", id)])));
        rows(said.lines.into_iter())
    }

    fn remarks(&self, rule: &DecisionRule) -> Line {
        let cx = self.cx;
        let mut said = Said { cx, lines: Vec::new() };
        said.lines.extend(rule.note.value().map(|note| cx.line(note)));
        said.text("cite", &rule.cite);
        let beaten = rule.exception_to.iter().map(|beaten| {
            let title = self.decision.rules.value().and_then(|rules| rules.find(beaten));
            let words = title.map_or_else(|| beaten.value.clone(), |rule| cx.title(&rule.title, &rule.id));
            let anchor = part_anchor(self.section, self.id, beaten);
            Line(vec![crate::compile::Inline::Reference { anchor, words }])
        });
        said.line("exception-to", Some(join(beaten, ", ")));
        said.plain("from", rule.from.value().map(|from| cx.words.date(from.0)));
        said.plain("until", rule.until.value().map(|until| cx.words.date(until.0)));
        if cx.relevance.role().is_none() {
            said.line("concerns", Some(cx.references("roles", &rule.concerns)));
        }
        rows(said.lines.into_iter())
    }

    // Outcomes that no rule gives any more are still named.
    fn outcomes(&self, body: &mut Body<'_, '_>) {
        let used = |id: &str| {
            let rules = self.decision.rules.value().into_iter().flat_map(|entries| entries.iter());
            rules.filter_map(|rule| rule.outcome.value()).any(|outcome| outcome == id)
        };
        let unused =
            self.decision.outcomes.value().into_iter().flatten().filter(|outcome| !used(&outcome.id));
        let unused = join(unused.map(|outcome| self.cx.line(&outcome.value)), "; ");
        body.line("further-outcomes", unused);
    }
}

/// Labelled lines of one cell.
struct Said<'c, 'a> {
    cx: &'c Context<'a>,
    lines: Vec<Line>,
}

impl Said<'_, '_> {
    fn line(&mut self, label: &str, value: Option<Line>) {
        let Some(value) = value.filter(|value| !value.is_empty()) else { return };
        let mut line = Line::plain(format!("{}: ", self.cx.say(label)));
        line.0.extend(value.0);
        self.lines.push(line);
    }

    fn plain(&mut self, label: &str, value: Option<String>) {
        self.line(label, value.map(Line::plain));
    }

    fn text(&mut self, label: &str, text: &Field<Text>) {
        self.line(label, text.value().map(|text| self.cx.line(text)));
    }

    fn texts(&mut self, label: &str, texts: &[Spanned<Text>]) {
        self.line(label, Some(self.cx.joined(texts)));
    }
}
