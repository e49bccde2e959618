//! Reads a project: every file, every pack, all in one pass, and whatever is wrong with them.
//! Must never stop because one file is bad.

use std::num::NonZero;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::packs::{BUILT_IN, built_in, shown_path};
use super::{Project, references};
use crate::diagnostic::{Finding, Findings, listed, nearest};
use crate::model::Document;
use crate::source::{FileId, LoadError, MANIFEST, SourceFile, SourceMap, Span, Spanned, World, discover, relative};
use crate::syntax;

/// A project as it was read.
#[derive(Debug)]
pub struct Reading {
    /// All texts.
    pub sources: SourceMap,
    /// The standard.
    pub project: Project,
    /// What is wrong with the files.
    pub findings: Findings,
    /// How many files belong to the project itself, packs not counted.
    pub own_files: usize,
}

/// Where the project is: a folder with a manifest, or one file that holds everything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entrance {
    /// A folder, relative to the root of the world; `""` is the root itself.
    Folder(String),
    /// A single file.
    File(String),
}

/// Reads the project at `entrance`.
pub fn read(world: &dyn World, entrance: &Entrance) -> Result<Reading, LoadError> {
    let (folder, paths) = match entrance {
        Entrance::Folder(folder) => (folder.as_str(), discover(world, folder)?),
        Entrance::File(path) => (path.rsplit_once('/').map_or("", |(folder, _)| folder), vec![path.clone()]),
    };
    if paths.is_empty() {
        return Err(LoadError::new(
            format!("there is no standard in `{}`", if folder.is_empty() { "this folder" } else { folder }),
            format!("a standard starts with a file `{MANIFEST}`; `etalon init` makes one"),
        ));
    }
    let mut reader = Reader::new(world, folder);
    reader.read_files(&paths)?;
    let own_files = paths.len();
    reader.read_packs()?;
    Ok(reader.finish(own_files))
}

struct Reader<'a> {
    world: &'a dyn World,
    folder: &'a str,
    sources: SourceMap,
    project: Project,
    findings: Findings,
}

impl<'a> Reader<'a> {
    fn new(world: &'a dyn World, folder: &'a str) -> Self {
        let (sources, project, findings) = Default::default();
        Reader { world, folder, sources, project, findings }
    }

    /// Reads files side by side; what they say is added up in the order of their paths.
    fn read_files(&mut self, paths: &[String]) -> Result<(), LoadError> {
        let first = self.sources.files().count();
        let numbered: Vec<(FileId, &String)> =
            (first..).map(|number| FileId(u32::try_from(number).unwrap_or(u32::MAX))).zip(paths).collect();
        let world = self.world;
        let read =
            side_by_side(&numbered, |(id, path)| world.read(path).map(|bytes| read_file(*id, path, bytes)));
        for file in read {
            self.add(file?);
        }
        Ok(())
    }

    fn add(&mut self, file: ReadFile) {
        self.sources.add(file.source);
        self.findings.append(file.findings);
        self.project.add(file.document, &mut self.findings);
    }

    fn read_packs(&mut self) -> Result<(), LoadError> {
        let mut done: Vec<String> = Vec::new();
        // Packs may use packs, so the list grows while it is worked through.
        let mut at = 0;
        while let Some(pack) = self.project.packs.get(at).cloned() {
            at += 1;
            if done.contains(&pack.value) {
                continue;
            }
            done.push(pack.value.clone());
            self.read_pack(&pack)?;
        }
        Ok(())
    }

    fn read_pack(&mut self, name: &Spanned<String>) -> Result<(), LoadError> {
        if let Some(pack) = built_in(name) {
            let id = FileId(u32::try_from(self.sources.files().count()).unwrap_or(u32::MAX));
            self.add(read_file(id, &shown_path(pack.name), pack.text.as_bytes().to_vec()));
            return Ok(());
        }
        let is_path = name.starts_with('.') || name.ends_with('/');
        let folder = is_path.then(|| relative(self.folder, name.trim_end_matches('/'))).flatten();
        let found = folder.as_ref().map(|folder| discover(self.world, folder));
        match found {
            Some(Ok(paths)) if !paths.is_empty() => self.read_files(&paths)?,
            _ => self.report_unknown_pack(name, is_path),
        }
        Ok(())
    }

    fn report_unknown_pack(&mut self, name: &Spanned<String>, is_path: bool) {
        let known = || BUILT_IN.iter().map(|pack| pack.name);
        let help = match nearest(name, known()) {
            _ if is_path => "check the path: it is counted from the folder of `etalon.yaml`".to_owned(),
            Some(near) => format!("did you mean `{near}`?"),
            None => format!(
                "built-in packs are {}; a folder is named by its path, such as `../corporate`",
                listed(known(), 30)
            ),
        };
        let message = format!("there is no pack `{}`", name.value);
        let finding = Finding::error("structure/unknown-pack", name.span, message).help(help);
        self.findings.push(finding.arg("pack", name.value.as_str()));
    }

    fn report_missing_standard(&mut self) {
        let start = Span::new(FileId(0), 0, 0);
        let message = "nothing says what this standard is called and whose it is";
        let finding = Finding::error("structure/missing-standard", start, message);
        let help = format!("add `standard:` with `id`, `title`, `version` and `owner` to `{MANIFEST}`");
        self.findings.push(finding.help(help));
    }

    fn finish(mut self, own_files: usize) -> Reading {
        if self.project.standard.is_absent() {
            self.report_missing_standard();
        }
        self.project.settle_ids(&mut self.findings);
        references::check(&self.project, &self.sources, &mut self.findings);
        Reading { sources: self.sources, project: self.project, findings: self.findings, own_files }
    }
}

struct ReadFile {
    source: SourceFile,
    document: Document,
    findings: Findings,
}

fn read_file(id: FileId, path: &str, bytes: Vec<u8>) -> ReadFile {
    let mut findings = Findings::new();
    let syntax::Decoded { text, misread } = syntax::text_of(bytes);
    misread.into_iter().for_each(|misread| findings.push(misread.finding(id)));
    let tree = syntax::parse(id, &text, &mut findings);
    let document = tree.map(|tree| syntax::decode::decode(&tree, &mut findings)).unwrap_or_default();
    ReadFile { source: SourceFile::new(path, text), document, findings }
}

/// Works through `items` on all cores; the results come in the order of the items.
fn side_by_side<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get).min(items.len());
    if cores <= 1 {
        return items.iter().map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, R)>> = Mutex::new(Vec::with_capacity(items.len()));
    std::thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                let mut mine = Vec::new();
                while let (at, Some(item)) = {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    (at, items.get(at))
                } {
                    mine.push((at, work(item)));
                }
                if let Ok(mut all) = done.lock() {
                    all.extend(mine);
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_default();
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}
