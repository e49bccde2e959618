//! Makes a whole standard of a fragment, and judges it.

use etalon::check::{self, Verdict};
use etalon::diagnostic::Finding;
use etalon::resolve::{self, Entrance, Reading};
use etalon::source::{MemoryWorld, Span};

use super::page::Block;

/// The fragment, read and judged.
pub(super) struct Judged {
    pub(super) reading: Reading,
    name: &'static str,
    /// Further files, each with the line of the fragment above its first one.
    files: Vec<(String, usize)>,
    pub(super) findings: Vec<Finding>,
}

impl Judged {
    /// The lines of the fragment that a finding marks, the main one first.
    pub(super) fn lines(&self, finding: &Finding) -> Vec<usize> {
        let places = finding.labels.iter().map(|label| label.span);
        let own = places.filter(|place| self.reading.sources.path(*place) == self.name);
        let line = |place| self.reading.sources.positions(place).0.line;
        let own: Vec<usize> = own.map(line).take(1).collect();
        let further = |place: &Span| {
            let path = self.reading.sources.path(*place);
            self.files.iter().find(|(name, _)| name == path).map(|(_, above)| line(*place) + above)
        };
        let main = finding.labels.first().and_then(|label| further(&label.span));
        if own.is_empty() { main.into_iter().collect() } else { own }
    }
}

const FRAGMENT: &str = "fragment.yaml";

/// Judges a fragment on the 22nd of November 2026.
pub(super) fn judge(block: &Block) -> Judged {
    let today = jiff::civil::date(2026, 11, 22);
    // A fragment that is marked as whole is a standard by itself.
    let (name, mut world) = match block.is("whole") {
        true => ("etalon.yaml", MemoryWorld::new(today)),
        false => (FRAGMENT, MemoryWorld::new(today).with("etalon.yaml", base(&block.text))),
    };
    // A line `# file: name` begins a further file.
    let mut parts = block.text.split("# file: ");
    let first = parts.next().unwrap_or_default();
    world = world.with(name, bytes(block, first));
    let mut files = Vec::new();
    let mut above = first.matches('\n').count();
    for part in parts {
        let (name, text) = part.split_once('\n').unwrap_or((part, ""));
        files.push((name.trim().to_owned(), above + 1));
        above += part.matches('\n').count();
        world = world.with(name.trim(), text);
    }
    let reading = resolve::read(&world, &Entrance::Folder(String::new())).unwrap();
    let Verdict { findings, .. } = check::check(&reading, today);
    Judged { reading, name, files, findings }
}

/// What the fragment leaves out: the manifest of a sound standard and a role.
fn base(fragment: &str) -> String {
    let has = |key: &str| fragment.lines().any(|line| line.starts_with(&format!("{key}:")) || line == key);
    let mut base = String::new();
    if !has("etalon") {
        base += "etalon: 1\n";
    }
    if !has("standard") && !fragment.contains("# without: standard") {
        base += "standard: { id: shop, title: AGD, version: 1.0.0, owner: manager, review_by: 2027-06-01 }\n";
    }
    if !has("languages") {
        base += "languages: [en]\n";
    }
    if !(has("roles") && fragment.contains("manager:")) {
        base += "roles: { manager: { level: 3 } }\n";
    }
    base
}

fn bytes(block: &Block, text: &str) -> Vec<u8> {
    if !block.is("windows-1251") {
        return text.as_bytes().to_vec();
    }
    let byte = |c: char| match c {
        'а'..='я' => (c as u32 - 'а' as u32 + 0xe0) as u8,
        'А'..='Я' => (c as u32 - 'А' as u32 + 0xc0) as u8,
        other => other as u8,
    };
    text.chars().map(byte).collect()
}
