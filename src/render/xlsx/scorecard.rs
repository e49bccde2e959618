//! A scorecard as a sheet that reckons itself: ten contacts side by side, a verdict for each, and how often each item
//! was seen. Must never hold a result: only formulas.

use super::parts::fixed;
use super::{Book, Cell, Sheet, Style, column_name, name};
use crate::compile::{ScoreWords, Scorecard};
use crate::render::look::Look;

/// How many contacts a sheet has room for.
const CONTACTS: usize = 10;
/// The column of the first contact.
const FIRST: usize = 6;

/// Writes a scorecard as a workbook.
pub fn scorecard(card: &Scorecard, words: &ScoreWords, look: &Look) -> Vec<u8> {
    let mut book = Book::default();
    let about = card.about.iter().map(|(label, value)| format!("{label}: {value}"));
    let text = |words: &str, style: Style| Cell::Text(words.to_owned(), style);
    let mut rows = vec![
        vec![text(&card.title, Style::Title)],
        vec![text(&about.collect::<Vec<_>>().join(" · "), Style::Quiet)],
        vec![text(&words.lead, Style::Quiet)],
    ];
    let by_hand = [&words.date, &words.whom, &words.observer];
    for label in by_hand {
        let before = std::iter::repeat_n(Cell::Empty, FIRST - 2);
        let before = before.chain([text(label, Style::Label), text("", Style::Label)]);
        rows.push(before.chain(std::iter::repeat_n(Cell::Open, CONTACTS)).collect());
    }
    let head = ["#", &words.item, &words.seen, &words.rule, &words.weight, &words.fatal];
    let contacts = (1..=CONTACTS).map(|at| format!("{} {at}", words.contact));
    let head = head.iter().map(|word| (*word).to_owned()).chain(contacts).chain([words.kept.clone()]);
    let top = rows.len();
    rows.push(head.map(|word| Cell::Text(word, Style::Head)).collect());
    let items = (top + 1, top + card.items.len());
    for (at, item) in card.items.iter().enumerate() {
        let number = u32::try_from(at + 1).unwrap_or_default();
        let fatal = if item.fatal { words.answer(0) } else { "" };
        let mut row = vec![
            Cell::Number(f64::from(number), Style::Middle),
            Cell::text(&item.title),
            Cell::text(&item.seen),
            Cell::text(&item.rule),
            Cell::Number(f64::from(item.weight), Style::Middle),
            text(fatal, Style::Middle),
        ];
        row.extend(std::iter::repeat_n(Cell::Open, CONTACTS));
        row.push(Cell::Formula(kept(items.0 + at, words), Style::Share));
        rows.push(row);
    }
    results(&mut rows, card, words, items);
    let widths = [4.0, 34.0, 52.0, 24.0, 9.0, 16.0].into_iter();
    let widths = widths.chain(std::iter::repeat_n(11.0, CONTACTS)).chain([10.0]).collect();
    let labels = (top - by_hand.len()..top).chain(items.1 + 1..rows.len());
    let labels = labels.map(|row| format!("{}:{}", name(FIRST - 2, row), name(FIRST - 1, row)));
    let merged = ["A2:F2", "A3:F3"].map(str::to_owned).into_iter().chain(labels).collect();
    let answers = words.answers.to_vec();
    let range = format!("{}:{}", name(FIRST, items.0), name(FIRST + CONTACTS - 1, items.1));
    book.add(Sheet {
        name: card.title.clone(),
        widths,
        rows,
        frozen: (top + 1, 2),
        choices: vec![(range, answers)],
        merged,
        repeated: Some((top, top)),
    });
    book.bytes(look)
}

impl ScoreWords {
    fn answer(&self, at: usize) -> &str {
        self.answers.get(at).map_or("", String::as_str)
    }

    fn verdict_of(&self, at: usize) -> &str {
        self.verdicts.get(at).map_or("", String::as_str)
    }
}

// A word in a formula.
fn quoted(word: &str) -> String {
    format!("\"{}\"", word.replace([',', '"'], " "))
}

// In which share of the contacts to which it applies an item was seen.
fn kept(row: usize, words: &ScoreWords) -> String {
    let range = format!("{}:{}", name(FIRST, row), name(FIRST + CONTACTS - 1, row));
    let (yes, no) = (quoted(words.answer(0)), quoted(words.answer(1)));
    let all = format!("(COUNTIF({range},{yes})+COUNTIF({range},{no}))");
    format!("IF({all}=0,\"\",COUNTIF({range},{yes})/{all})")
}

// Points, possible points, lacking decisive items, score and verdict below each contact; the mean at the end.
fn results(rows: &mut Vec<Vec<Cell>>, card: &Scorecard, words: &ScoreWords, items: (usize, usize)) {
    let (yes, no) = (quoted(words.answer(0)), quoted(words.answer(1)));
    let (weights, fatal) = (fixed(4, items), fixed(5, items));
    let first = items.1 + 1;
    let pass = card.pass.unwrap_or(0.0) / 100.0;
    let formulas = |column: usize| {
        let given = format!("{}:{}", name(column, items.0), name(column, items.1));
        let below = |at: usize| name(column, first + at);
        let (points, possible, missed, score) = (below(0), below(1), below(2), below(3));
        let sum = |word: &str| format!("SUMIF({given},{word},{weights})");
        [
            (sum(&yes), Style::Result),
            (format!("{}+{}", sum(&yes), sum(&no)), Style::Result),
            (format!("COUNTIFS({fatal},{yes},{given},{no})"), Style::Result),
            (format!("IF({possible}=0,\"\",IF({missed}>0,0,{points}/{possible}))"), Style::Share),
            (
                format!(
                    "IF(COUNTBLANK({given})=ROWS({given}),\"\",IF(COUNTBLANK({given})>0,{},IF({score}=\"\",\"\",IF(AND({missed}=0,{score}>={pass}),{},{}))))",
                    quoted(words.verdict_of(2)),
                    quoted(words.verdict_of(0)),
                    quoted(words.verdict_of(1)),
                ),
                Style::Result,
            ),
        ]
    };
    let labels = [&words.points, &words.possible, &words.missed, &words.score, &words.verdict];
    let columns: Vec<_> = (FIRST..FIRST + CONTACTS).map(formulas).collect();
    for (at, label) in labels.into_iter().enumerate() {
        let mut row: Vec<Cell> = std::iter::repeat_n(Cell::Empty, FIRST - 2).collect();
        row.extend([Cell::Text(label.clone(), Style::Label), Cell::Text(String::new(), Style::Label)]);
        let cell = |column: &[(String, Style); 5]| {
            column.get(at).map_or(Cell::Empty, |(formula, style)| Cell::Formula(formula.clone(), *style))
        };
        row.extend(columns.iter().map(cell));
        rows.push(row);
    }
    let (from, to) = (column_name(FIRST), column_name(FIRST + CONTACTS - 1));
    // A contact that is not finished has no say in the mean.
    let (score, verdict) = (first + 4, first + 5);
    let range = |row: usize| format!("{from}{row}:{to}{row}");
    let open = quoted(&format!("<>{}", words.verdict_of(2)));
    let mean = format!("IFERROR(AVERAGEIFS({},{},{open}),\"\")", range(score), range(verdict));
    let blank = || std::iter::repeat_n(Cell::Empty, FIRST - 2);
    let label =
        |words: &str| [Cell::Text(words.to_owned(), Style::Label), Cell::Text(String::new(), Style::Label)];
    rows.push(blank().chain(label(&words.mean)).chain([Cell::Formula(mean, Style::Share)]).collect());
    if card.pass.is_some() {
        rows.push(blank().chain(label(&words.pass)).chain([Cell::Number(pass, Style::Share)]).collect());
    }
}
