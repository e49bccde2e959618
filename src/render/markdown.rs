//! Handbook -> CommonMark with the tables of GitHub: one statement per line, so that versions can be compared.
//! Must never let the words of an author become markup.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::compile::{
    Block, Card, Chapter, Fact, Flow, FlowStep, Furniture, Handbook, Inline, Line, Row, Section, Table, Week,
};
use crate::render::clock::hours;

/// The handbook as Markdown.
pub fn markdown(handbook: &Handbook) -> String {
    let mut page = Page { furniture: &handbook.furniture, out: String::new(), anchors: BTreeSet::new() };
    page.cover(handbook);
    page.contents(&handbook.chapters);
    handbook.chapters.iter().for_each(|chapter| page.chapter(chapter));
    page.out
}

struct Page<'h> {
    furniture: &'h Furniture,
    out: String,
    anchors: BTreeSet<String>,
}

impl Page<'_> {
    // A block: its lines, each behind the margin, and an empty line after it.
    fn put(&mut self, margin: &str, text: &str) {
        for line in text.lines() {
            let _ = writeln!(self.out, "{}", format!("{margin}{line}").trim_end());
        }
        let _ = writeln!(self.out, "{}", margin.trim_end());
    }

    fn cover(&mut self, handbook: &Handbook) {
        self.put("", &format!("# {}", text(&handbook.title)));
        for line in [&handbook.company, &handbook.audience].into_iter().flatten() {
            self.put("", &format!("**{}**", text(line)));
        }
        self.blocks("", &handbook.cover);
        self.facts("", &handbook.imprint);
        self.blocks("", &handbook.address);
    }

    fn contents(&mut self, chapters: &[Chapter]) {
        self.put("", &format!("## {}", text(&self.furniture.contents)));
        let entry = |chapter: &Chapter| format!("- {}", reference(&chapter.anchor, &chapter.title));
        let list: Vec<String> = chapters.iter().map(entry).collect();
        self.put("", &list.join("\n"));
    }

    fn chapter(&mut self, chapter: &Chapter) {
        let heading = self.anchored(&chapter.anchor, &text(&chapter.title));
        self.put("", &format!("## {heading}"));
        self.blocks("", &chapter.lead);
        chapter.sections.iter().for_each(|section| self.section(section));
    }

    fn section(&mut self, section: &Section) {
        let heading = self.anchored(&section.anchor, &text(&section.title));
        self.put("", &format!("### {heading}"));
        self.blocks("", &section.blocks);
    }

    // The words with a place that links can lead to; a second place of the same name would never be reached.
    fn anchored(&mut self, anchor: &str, words: &str) -> String {
        match self.anchors.insert(anchor.to_owned()) {
            true => format!("{words} <a id=\"{}\"></a>", attribute(anchor)),
            false => words.to_owned(),
        }
    }

    fn blocks(&mut self, margin: &str, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(margin, block));
    }

    fn block(&mut self, margin: &str, block: &Block) {
        match block {
            Block::Paragraph(words) => self.put(margin, &lines(words)),
            Block::Heading(words) => self.put(margin, &format!("**{}**", text(words))),
            Block::Points { ordered, points } => self.points(margin, *ordered, points),
            Block::Facts(facts) => self.facts(margin, facts),
            Block::Table(table) => self.table(margin, table),
            Block::Week(week) => self.week(margin, week),
            Block::Card(card) => self.card(margin, card),
            Block::Flow(flow) => self.flow(margin, flow),
            Block::Notice { label, blocks, .. } => {
                let inner = format!("{margin}> ");
                self.put(&inner, &format!("**{}**", text(label)));
                self.blocks(&inner, blocks);
                self.close(&inner, margin);
            }
        }
    }

    // Ends a quote: its last empty line belongs to what follows.
    fn close(&mut self, inner: &str, margin: &str) {
        let last = format!("{}\n", inner.trim_end());
        if self.out.ends_with(&last) {
            self.out.truncate(self.out.len() - last.len());
        }
        let _ = writeln!(self.out, "{}", margin.trim_end());
    }

    fn points(&mut self, margin: &str, ordered: bool, points: &[Vec<Block>]) {
        for (at, point) in points.iter().enumerate() {
            let mark = if ordered { format!("{}. ", at + 1) } else { "- ".to_owned() };
            self.item(margin, &mark, point);
        }
        self.blank(margin);
    }

    // An item: the mark stands where the margin of its first line ends.
    fn item(&mut self, margin: &str, mark: &str, blocks: &[Block]) {
        let start = self.out.len();
        let inner = format!("{margin}{}", " ".repeat(mark.chars().count()));
        self.blocks(&inner, blocks);
        let written = self.out.split_off(start);
        let empty = format!("\n{}\n", inner.trim_end());
        let mut written = written.as_str();
        while let Some(shorter) = written.strip_suffix(&empty) {
            written = shorter;
        }
        let written = written.trim_end_matches('\n');
        match written.strip_prefix(&inner) {
            Some(rest) => {
                let _ = writeln!(self.out, "{margin}{mark}{rest}");
            }
            None => {
                let _ = writeln!(self.out, "{margin}{}", mark.trim_end());
            }
        }
    }

    fn blank(&mut self, margin: &str) {
        let _ = writeln!(self.out, "{}", margin.trim_end());
    }

    fn facts(&mut self, margin: &str, facts: &[Fact]) {
        for fact in facts {
            let _ = writeln!(self.out, "{margin}- **{}:** {}", text(&fact.label), cell(&fact.value));
        }
        self.blank(margin);
    }

    fn table(&mut self, margin: &str, table: &Table) {
        let head: Vec<String> = table.head.iter().map(|word| text(word)).collect();
        let mut rows = vec![row(&head), row(&vec!["---".to_owned(); head.len()])];
        for Row { anchor, depth, cells } in &table.rows {
            let mut cells: Vec<String> = cells.iter().map(cell).collect();
            if let Some(first) = cells.first_mut() {
                if *depth > 0 {
                    *first = format!("{}\u{21b3} {first}", "\u{2003}".repeat(depth - 1));
                }
                if let Some(anchor) = anchor {
                    *first = self.anchored(anchor, first);
                }
            }
            rows.push(row(&cells));
        }
        self.put(margin, &rows.join("\n"));
    }

    fn week(&mut self, margin: &str, week: &Week) {
        self.put(margin, &format!("**{}:** {}", text(&week.caption), cell(&week.words)));
        let mut rows = Vec::new();
        for (day, name) in week.days().iter().zip(&self.furniture.days) {
            rows.push(row(&[text(name), self.ranges(day, &week.closed)]));
        }
        if let Some(holidays) = &week.holidays {
            rows.push(row(&[text(&self.furniture.holidays), self.ranges(holidays, &week.closed)]));
        }
        let head = [row(&[String::new(), text(&week.caption)]), row(&["---".to_owned(), "---".to_owned()])];
        self.put(margin, &head.into_iter().chain(rows).collect::<Vec<_>>().join("\n"));
    }

    fn ranges(&self, ranges: &[(u16, u16)], closed: &str) -> String {
        text(&hours(ranges, closed, &self.furniture.all_day))
    }

    fn card(&mut self, margin: &str, card: &Card) {
        if let Some(when) = &card.when {
            self.put(margin, &format!("*{}*", cell(when)));
        }
        for (at, wording) in card.wordings.iter().enumerate() {
            // Two quotes in a row would become one.
            if at > 0 {
                self.put(margin, "<!-- -->");
            }
            let inner = format!("{margin}> ");
            self.blocks(&inner, wording);
            self.close(&inner, margin);
        }
        if !card.facts.is_empty() {
            self.facts(margin, &card.facts);
        }
    }

    fn flow(&mut self, margin: &str, flow: &Flow) {
        for step in &flow.steps {
            self.step(margin, step);
        }
        self.blank(margin);
    }

    fn step(&mut self, margin: &str, step: &FlowStep) {
        let mark = format!("{}. ", step.number);
        let inner = format!("{margin}{}", " ".repeat(mark.chars().count()));
        let who = match (&step.who, step.mine && !self.furniture.mine.is_empty()) {
            (Some(who), true) => format!("**{}** ({}): ", text(who), text(&self.furniture.mine)),
            (Some(who), false) => format!("**{}**: ", text(who)),
            (None, _) => String::new(),
        };
        let title = self.anchored(&step.anchor, &opening(&text(&step.title)));
        let _ = writeln!(self.out, "{margin}{mark}{who}{title}");
        for fact in &step.facts {
            let _ = writeln!(self.out, "{inner}- {}: {}", text(&fact.label), cell(&fact.value));
        }
        for branch in &step.next {
            let answer =
                branch.answer.as_ref().map(|answer| format!("{} ", text(answer))).unwrap_or_default();
            let target = reference(&branch.anchor, &branch.number.to_string());
            let _ = writeln!(self.out, "{inner}- {answer}\u{2192} {target}");
        }
        if let Some(end) = &step.end {
            let _ = writeln!(self.out, "{inner}- \u{25a0} {}", text(end));
        }
    }
}

fn row(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| fenced(cell)).collect();
    format!("| {} |", cells.join(" | "))
}

// A bar ends a cell, even inside code.
fn fenced(cell: &str) -> String {
    let mut fenced = String::with_capacity(cell.len());
    let mut before = ' ';
    for letter in cell.chars() {
        if letter == '|' && before != '\\' {
            fenced.push('\\');
        }
        fenced.push(letter);
        before = letter;
    }
    fenced
}

// A line of text over as many lines as it has breaks.
fn lines(line: &Line) -> String {
    inlines(&line.0, "\\\n").lines().map(opening).collect::<Vec<_>>().join("\n")
}

// A line of text that stays on one line.
fn cell(line: &Line) -> String {
    inlines(&line.0, "<br>")
}

fn inlines(pieces: &[Inline], break_with: &str) -> String {
    let mut said = String::new();
    for piece in pieces {
        let next = match piece {
            Inline::Text(words) => text(words),
            Inline::Strong(inner) => wrapped("**", inner, break_with),
            Inline::Emphasis(inner) => wrapped("*", inner, break_with),
            Inline::Code(words) => code(words),
            Inline::Placeholder(name) => code(&format!("{{{name}}}")),
            Inline::Link { address, words } => {
                format!("[{}](<{}>)", inlines(words, break_with), target(address))
            }
            Inline::Reference { anchor, words } => reference(anchor, words),
            Inline::Break => break_with.to_owned(),
        };
        said.push_str(&next);
    }
    said
}

// Signs of stress count only where they touch the words.
fn wrapped(sign: &str, inner: &[Inline], break_with: &str) -> String {
    let words = inlines(inner, break_with);
    let trimmed = words.trim();
    if trimmed.is_empty() {
        return words;
    }
    let (before, after) = words.split_once(trimmed).unwrap_or_default();
    format!("{before}{sign}{trimmed}{sign}{after}")
}

fn reference(anchor: &str, words: &str) -> String {
    format!("[{}](<#{}>)", text(words), target(anchor))
}

// Code may hold backticks, so its fence is longer than any run of them.
fn code(words: &str) -> String {
    let longest = words.split(|letter| letter != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let padding = if words.starts_with('`') || words.ends_with('`') { " " } else { "" };
    format!("{fence}{padding}{}{padding}{fence}", words.replace('\n', " "))
}

fn target(address: &str) -> String {
    let escape = |letter: char| match letter {
        '<' => "%3C".to_owned(),
        '>' => "%3E".to_owned(),
        '|' => "%7C".to_owned(),
        '\\' => "%5C".to_owned(),
        letter if letter.is_control() => String::new(),
        letter => letter.to_string(),
    };
    address.chars().map(escape).collect()
}

fn attribute(anchor: &str) -> String {
    anchor.chars().filter(|letter| !matches!(letter, '"' | '<' | '>' | '&' | '|')).collect()
}

/// Words that stay words: every sign that could be read as markup is escaped.
fn text(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    let mut letters = words.chars().peekable();
    while let Some(letter) = letters.next() {
        let special = match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$' | '#' => true,
            // Before a link it would make an image.
            '!' => letters.peek().is_none(),
            _ => false,
        };
        if special {
            escaped.push('\\');
        }
        // A line end would end a heading or a row.
        escaped.push(if matches!(letter, '\n' | '\r') { ' ' } else { letter });
    }
    escaped
}

// A line that begins a paragraph: what would begin a list or a heading there is escaped.
fn opening(line: &str) -> String {
    let line = line.trim_start_matches([' ', '\t']);
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let at = match line.chars().nth(digits) {
        Some('+' | '-' | '=') if digits == 0 => 0,
        Some('.' | ')') if digits > 0 => digits,
        _ => return line.to_owned(),
    };
    let (before, after) = line.split_at_checked(at).unwrap_or((line, ""));
    format!("{before}\\{after}")
}
