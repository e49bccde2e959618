//! Coverage for the terminal: the matrix, the rows, the weakest spots and what to do next.
//! Must never be wider than the terminal.

use std::io;

use super::{NOTHING_ASKED, tally};
use crate::check::{Coverage, Topic, Treated};
use crate::report::Style;
use crate::report::line::{width, wrapped};
use crate::report::text::plain;

/// The most columns that a name of a channel gets above the matrix.
const WIDEST_NAME: usize = 9;

pub(super) fn write(coverage: &Coverage, style: Style, out: &mut dyn io::Write) -> io::Result<()> {
    let page = Page { coverage, style, width: style.width.clamp(40, 120) };
    page.head(out)?;
    if coverage.score.is_none() {
        return writeln!(out, "{}", wrapped(NOTHING_ASKED, page.width));
    }
    page.matrix(out)?;
    page.whole(out)?;
    page.rows(out)?;
    page.weakest(out)?;
    page.next(out)
}

struct Page<'a> {
    coverage: &'a Coverage,
    style: Style,
    width: usize,
}

impl Page<'_> {
    fn head(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let Coverage { standard, today, errors, score, .. } = self.coverage;
        let title = format!("{} – coverage as of {today}", plain(standard));
        writeln!(out, "{}\n", self.bold(&wrapped(&title, self.width)))?;
        if *errors > 0 {
            let has = if *errors == 1 { "1 error".to_owned() } else { format!("{errors} errors") };
            let note =
                format!("The standard has {has}; what could not be read is not seen: run `etalon check`.");
            writeln!(out, "{}\n", wrapped(&note, self.width))?;
        }
        if let Some(note) = super::weaker(self.coverage) {
            writeln!(out, "{}\n", wrapped(&plain(&note), self.width))?;
        }
        let Some(score) = score else { return Ok(()) };
        let full = usize::from(*score) * 30 / 100;
        let (held, open) = if self.style.unicode { ("█", "░") } else { ("#", ".") };
        writeln!(out, "Score {score} of 100  {}{}\n", held.repeat(full), open.repeat(30 - full))
    }

    /// Each topic that belongs to channels, with a sign for every channel.
    fn matrix(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let topics: Vec<&Topic> =
            self.coverage.topics.iter().filter(|topic| !topic.channels.is_empty()).collect();
        if topics.is_empty() {
            return Ok(());
        }
        let names: Vec<String> = self.coverage.channels.iter().map(|channel| plain(&channel.title)).collect();
        let fits =
            |names: &[String]| names.iter().map(|name| width(name) + 2).sum::<usize>() <= self.width / 2;
        let named = fits(&names) && names.iter().all(|name| width(name) <= WIDEST_NAME);
        let heads: Vec<String> = match named {
            true => names.clone(),
            false => (1..=names.len()).map(|number| number.to_string()).collect(),
        };
        let room = self.width.saturating_sub(heads.iter().map(|head| width(head).max(1) + 2).sum());
        writeln!(out, "{}", self.bold("In each channel"))?;
        let heading: String = heads.iter().map(|head| format!("  {head}")).collect();
        writeln!(out, "{}{heading}", " ".repeat(room))?;
        for topic in topics {
            let text = cut(&format!("{} {}", topic.row, plain(&topic.title)), room.saturating_sub(1));
            let signs: String = (heads.iter().zip(&self.coverage.channels))
                .map(|(head, channel)| {
                    let sign = self.sign(topic.channels.get(&channel.id).copied(), topic.waived.is_some());
                    let before = (width(head).max(1) - 1) / 2;
                    let after = width(head).max(1) - 1 - before;
                    format!("  {}{sign}{}", " ".repeat(before), " ".repeat(after))
                })
                .collect();
            writeln!(out, "{text}{}{}", " ".repeat(room.saturating_sub(width(&text))), signs.trim_end())?;
        }
        if !named {
            let legend: Vec<String> =
                (1..).zip(&names).map(|(number, name)| format!("{number} {name}")).collect();
            writeln!(out, "{}", side_by_side(&legend, self.width))?;
        }
        writeln!(out, "{}\n", side_by_side(&self.legend(), self.width))
    }

    fn legend(&self) -> Vec<String> {
        let kinds = [Some(Treated::Held), Some(Treated::Partly), Some(Treated::Missing), None];
        let mut legend: Vec<String> =
            kinds.iter().map(|kind| format!("{} {}", self.sign(*kind, false), super::word(*kind))).collect();
        legend.push(format!("{} waived", self.sign(None, true)));
        legend
    }

    /// The topics of the standard as a whole.
    fn whole(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let whole: Vec<&Topic> =
            self.coverage.topics.iter().filter(|topic| topic.channels.is_empty()).collect();
        let (held, open): (Vec<&Topic>, Vec<&Topic>) =
            whole.into_iter().partition(|topic| topic.treated == Treated::Held && topic.waived.is_none());
        writeln!(out, "{}", self.bold("In the standard as a whole"))?;
        let count = if held.len() == 1 { "1 topic".to_owned() } else { format!("{} topics", held.len()) };
        writeln!(out, "{} {count} held", self.sign(Some(Treated::Held), false))?;
        for topic in open {
            let sign = self.sign(Some(topic.treated), topic.waived.is_some());
            let text = format!("{} {}", topic.row, plain(&topic.title));
            writeln!(out, "{sign} {}", wrapped(&text, self.width - 2).replace('\n', "\n  "))?;
        }
        writeln!(out)
    }

    fn rows(&self, out: &mut dyn io::Write) -> io::Result<()> {
        writeln!(out, "{}", self.bold("Rows of what companies regulate"))?;
        let kinds = [Some(Treated::Held), Some(Treated::Partly), Some(Treated::Missing), None];
        for kind in kinds {
            let of_kind = self.coverage.rows.iter().filter(|row| row.treated == kind);
            let mut ids: Vec<&str> = of_kind.map(|row| row.row.id).collect();
            ids.sort_unstable();
            if ids.is_empty() {
                continue;
            }
            let lead = format!("{} {:14}", self.sign(kind, false), super::word(kind));
            let list = wrapped(&ids.join(" "), self.width.saturating_sub(16));
            writeln!(out, "{lead}{}", list.replace('\n', &format!("\n{}", " ".repeat(16))))?;
        }
        writeln!(out)
    }

    fn weakest(&self, out: &mut dyn io::Write) -> io::Result<()> {
        if self.coverage.weakest.is_empty() {
            return Ok(());
        }
        writeln!(out, "{}", self.bold("Weakest spots"))?;
        for (number, spot) in (1..).zip(&self.coverage.weakest) {
            let lacking = spot.lacking.iter().map(|topic| plain(topic)).collect::<Vec<_>>().join("; ");
            let text = format!("{}: {}. Lacking: {lacking}", plain(&spot.name), tally(spot));
            writeln!(out, "{number}. {}", wrapped(&text, self.width - 3).replace('\n', "\n   "))?;
        }
        writeln!(out)
    }

    /// Lines to start from, for what is missing altogether.
    fn next(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let missing = |topic: &&Topic| topic.treated == Treated::Missing && topic.waived.is_none();
        let missing: Vec<&Topic> = self.coverage.topics.iter().filter(missing).collect();
        if missing.is_empty() {
            return Ok(());
        }
        writeln!(out, "{}", self.bold("What to add"))?;
        for topic in missing {
            let why = format!("{} {}. {}", topic.row, plain(&topic.title), plain(&topic.why));
            writeln!(out, "{}", wrapped(&why, self.width))?;
            // Lines to paste stay as they are, however long.
            writeln!(out, "    {}\n", plain(&topic.add))?;
        }
        Ok(())
    }

    fn sign(&self, treated: Option<Treated>, waived: bool) -> String {
        let (sign, ascii, colour) = match treated {
            _ if waived => ("–", "-", "2"),
            Some(Treated::Held) => ("●", "#", "32"),
            Some(Treated::Partly) => ("◐", "/", "33"),
            Some(Treated::Missing) => ("○", "o", "31"),
            None => ("·", ".", "2"),
        };
        let sign = if self.style.unicode { sign } else { ascii };
        if self.style.colour { format!("\u{1b}[{colour}m{sign}\u{1b}[0m") } else { sign.to_owned() }
    }

    fn bold(&self, text: &str) -> String {
        if self.style.colour { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

/// Items in as many lines as they need, none of them broken.
fn side_by_side(items: &[String], room: usize) -> String {
    let mut lines = String::new();
    let mut used = 0;
    for item in items {
        let wide = width(&without_colour(item));
        if used > 0 && used + 3 + wide > room {
            lines.push('\n');
            used = 0;
        } else if used > 0 {
            lines.push_str("   ");
            used += 3;
        }
        lines.push_str(item);
        used += wide;
    }
    lines
}

fn without_colour(text: &str) -> String {
    let parts = text.split('\u{1b}').enumerate();
    let bare = |(at, part): (usize, &str)| match part.split_once('m') {
        Some((_, rest)) if at > 0 => rest.to_owned(),
        _ => part.to_owned(),
    };
    parts.map(bare).collect()
}

fn cut(text: &str, room: usize) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    for letter in text.chars() {
        if width(&kept) + 2 > room {
            break;
        }
        kept.push(letter);
    }
    format!("{}…", kept.trim_end())
}
