//! Makes a whole standard of a fragment, and judges it.

use etalon::check::{self, Verdict};
use etalon::diagnostic::Finding;
use etalon::resolve::{self, Entrance, Reading};
use etalon::source::MemoryWorld;

use super::page::Block;

/// The fragment, read and judged.
pub(super) struct Judged {
    pub(super) reading: Reading,
    name: &'static str,
    pub(super) findings: Vec<Finding>,
}

impl Judged {
    /// The lines of the fragment that a finding marks, the main one first.
    pub(super) fn lines(&self, finding: &Finding) -> Vec<usize> {
        let places = finding.labels.iter().map(|label| label.span);
        let own = places.filter(|place| self.reading.sources.path(*place) == self.name);
        own.map(|place| self.reading.sources.positions(place).0.line).take(1).collect()
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
    for part in parts {
        let (name, text) = part.split_once('\n').unwrap_or((part, ""));
        world = world.with(name.trim(), text);
    }
    let reading = resolve::read(&world, &Entrance::Folder(String::new())).unwrap();
    let Verdict { findings, .. } = check::check(&reading, today);
    Judged { reading, name, findings }
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
