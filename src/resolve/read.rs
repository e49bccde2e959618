//! Reads a project: every file, every pack, all in one pass, and whatever is wrong with them.
//! Must never stop because one file is bad.

use std::collections::{BTreeSet, VecDeque};

use super::packs::{BUILT_IN, UsedPack, built_in, shown_path};
use super::pins::{Fingerprint, changed};
use super::{Project, brand, misnamed, references};
use crate::diagnostic::{Finding, Findings, listed, nearest};
use crate::model::{Document, Pack, PackUse, Texts};
use crate::source::{
    FileId, LoadError, MANIFEST, SourceFile, SourceMap, Span, Spanned, World, discover, relative,
    side_by_side,
};
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
    let (folder, mut paths) = match entrance {
        Entrance::Folder(folder) => (folder.as_str(), discover(world, folder)?),
        Entrance::File(path) => (path.rsplit_once('/').map_or("", |(folder, _)| folder), vec![path.clone()]),
    };
    if paths.is_empty() {
        return Err(LoadError::new(
            format!("there is no standard in `{}`", if folder.is_empty() { "this folder" } else { folder }),
            format!("a standard starts with a file `{MANIFEST}`; `etalon init` makes one"),
        ));
    }
    let misnamed = match entrance {
        Entrance::Folder(folder) => misnamed::misnamed(world, folder),
        Entrance::File(_) => Vec::new(),
    };
    paths.extend(misnamed.iter().cloned());
    paths.sort();
    let mut reader = Reader::new(world, folder);
    reader.read_files(&paths)?;
    misnamed::findings(&reader.sources, &misnamed).for_each(|finding| reader.findings.push(finding));
    let own_files = paths.len();
    reader.read_packs()?;
    reader.finish(own_files)
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

    /// Reads files side by side; the results come in the order of the paths.
    fn load(&self, paths: &[String]) -> Result<Vec<ReadFile>, LoadError> {
        let first = self.next_file().0;
        let numbered: Vec<(FileId, &String)> = (first..).map(FileId).zip(paths).collect();
        let world = self.world;
        let read = side_by_side(&numbered, FEW, |(id, path)| {
            world.read(path).map(|bytes| read_file(*id, path, bytes))
        });
        read.into_iter().collect()
    }

    fn next_file(&self) -> FileId {
        FileId(u32::try_from(self.sources.files().count()).unwrap_or(u32::MAX))
    }

    fn read_files(&mut self, paths: &[String]) -> Result<(), LoadError> {
        for file in self.load(paths)? {
            self.sources.add(file.source);
            self.findings.append(file.findings);
            self.project.add(file.document, &mut self.findings);
        }
        Ok(())
    }

    fn read_packs(&mut self) -> Result<(), LoadError> {
        let own = self.project.packs.iter();
        let mut wanted: VecDeque<Wanted> =
            own.filter_map(|pack| Wanted::of(pack, self.folder, None)).collect();
        let mut done: BTreeSet<String> = BTreeSet::new();
        // Packs may use packs, so the queue grows while it is worked through.
        while let Some(pack) = wanted.pop_front() {
            if built_in(&pack.name).is_none() && !pack.is_path() {
                self.report_unknown_pack(&pack);
            } else if pack.address().is_none_or(|address| done.insert(address)) {
                wanted.extend(self.read_pack(&pack)?);
            }
        }
        Ok(())
    }

    /// Reads a pack and answers with the packs that it uses itself.
    fn read_pack(&mut self, pack: &Wanted) -> Result<Vec<Wanted>, LoadError> {
        self.compare(pack);
        if let Some(text) = built_in(&pack.name).map(|pack| pack.text) {
            let file = read_file(self.next_file(), &shown_path(&pack.name), text.as_bytes().to_vec());
            return Ok(self.add_pack(pack, "", vec![file]));
        }
        let found = pack.address().and_then(|folder| Some((discover(self.world, &folder).ok()?, folder)));
        let Some((mut paths, folder)) = found.filter(|(paths, _)| !paths.is_empty()) else {
            self.report_unknown_pack(pack);
            return Ok(Vec::new());
        };
        // A folder inside the standard may belong to it already.
        paths.retain(|path| !self.sources.files().any(|(_, file)| file.path() == path));
        let files = self.load(&paths)?;
        Ok(self.add_pack(pack, &folder, files))
    }

    fn add_pack(&mut self, pack: &Wanted, folder: &str, files: Vec<ReadFile>) -> Vec<Wanted> {
        let languages = files.iter().find_map(|file| file.document.languages.first());
        let source = languages.map_or("en", |language| language.value.as_str()).to_owned();
        let foreign = source != self.project.source_language();
        let (first, mut about, mut wanted) = (self.next_file(), Pack::default(), Vec::new());
        for mut file in files {
            if foreign {
                file.document.texts_mut(&mut |text| text.name_language(&source));
            }
            let uses = file.document.packs.iter();
            wanted.extend(uses.filter_map(|used| Wanted::of(used, folder, Some(pack.brought_by))));
            if let Some(said) = std::mem::take(&mut file.document.pack).into_inner() {
                about = said.value;
            }
            self.sources.add(file.source);
            self.findings.append(file.findings);
            self.project.add_from_pack(file.document, &mut self.findings);
        }
        let (name, brought_by) = (pack.name.value.clone(), pack.brought_by);
        self.project.used.push(UsedPack { name, brought_by, files: first..self.next_file(), about });
        wanted
    }

    /// Holds a pack against the fingerprint that it was pinned with.
    fn compare(&mut self, pack: &Wanted) {
        let Some(pinned) = &pack.sha256 else { return };
        let mut fingerprint = Fingerprint::default();
        if let Some(built_in) = built_in(&pack.name) {
            fingerprint.add(built_in.name, built_in.text.as_bytes());
        } else {
            let Some(folder) = pack.address() else { return };
            let paths = discover(self.world, &folder).unwrap_or_default();
            // A folder that is not there is reported as such.
            if paths.is_empty() {
                return;
            }
            for path in paths {
                let within = path.strip_prefix(folder.as_str()).unwrap_or(&path).trim_start_matches('/');
                let Ok(content) = self.world.read(&path) else { return };
                fingerprint.add(within, &content);
            }
        }
        let changed = changed(&pack.name, pinned, &fingerprint.finish());
        changed.into_iter().for_each(|finding| self.findings.push(finding));
    }

    fn report_unknown_pack(&mut self, pack: &Wanted) {
        let (name, is_path) = (&pack.name, pack.is_path());
        let known = || BUILT_IN.iter().map(|pack| pack.name);
        let help = match nearest(name, known()) {
            _ if name.split(',').count() > 1 => {
                "write each pack on a line of its own, beginning with `- `".to_owned()
            }
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

    fn finish(mut self, own_files: usize) -> Result<Reading, LoadError> {
        if self.project.standard.is_absent() {
            self.report_missing_standard();
        }
        self.project.settle_ids(&mut self.findings);
        references::check(&self.project, &self.sources, &mut self.findings);
        brand::check(self.world, self.folder, &self.project, &mut self.findings)?;
        let Reader { sources, project, findings, .. } = self;
        Ok(Reading { sources, project, findings, own_files })
    }
}

/// A pack that is still to be read.
struct Wanted {
    name: Spanned<String>,
    /// The folder that its path is counted from.
    folder: String,
    /// Where the standard itself names it, or the pack that uses it.
    brought_by: Span,
    /// The fingerprint that it was pinned with.
    sha256: Option<Spanned<String>>,
}

impl Wanted {
    /// A pack that is named under `use` in a file of `folder`; of one that a pack uses, where that pack is named.
    fn of(used: &PackUse, folder: &str, by: Option<Span>) -> Option<Self> {
        let name = used.pack.get()?.clone();
        let (folder, brought_by) = (folder.to_owned(), by.unwrap_or(name.span));
        Some(Wanted { name, folder, brought_by, sha256: used.sha256.get().cloned() })
    }

    fn is_path(&self) -> bool {
        self.name.starts_with('.') || self.name.ends_with('/')
    }

    /// What tells it from other packs: the name of a built-in one, the folder of any other.
    fn address(&self) -> Option<String> {
        match self.is_path() {
            true => relative(&self.folder, self.name.trim_end_matches('/')),
            false => Some(self.name.value.clone()),
        }
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
    if text.trim().is_empty() && findings.as_slice().is_empty() {
        findings.push(empty(id));
    }
    let mut misfits = Findings::new();
    let document = tree.map(|tree| syntax::decode::decode(&tree, &mut misfits)).unwrap_or_default();
    let source = SourceFile::new(path, text);
    let mended = mended_lines(&source, &findings);
    let on_mended = |finding: &Finding| line_of(&source, finding).is_some_and(|line| mended.contains(&line));
    let slipped: BTreeSet<Option<Span>> = misfits
        .as_slice()
        .iter()
        .filter(|misfit| misfit.rule == "structure/bad-indentation")
        .map(Finding::span)
        .collect();
    // A key that slipped among entries makes a poor name for one.
    let follows = |misfit: &Finding| misfit.rule == "structure/bad-id" && slipped.contains(&misfit.span());
    findings.append(misfits.without(|misfit| on_mended(misfit) || follows(misfit)));
    ReadFile { source, document, findings }
}

// An empty file was saved by mistake; one of comments may be there on purpose.
fn empty(id: FileId) -> Finding {
    let help = "write what belongs into it, or remove it; an older version may still hold what was lost";
    Finding::warning("structure/no-entries", Span::new(id, 0, 0), "the file is empty").help(help)
}

// Lines that were mended so that they could be read: what their values lack may stem from the same mistake.
fn mended_lines(source: &SourceFile, findings: &Findings) -> BTreeSet<usize> {
    const MENDED: [&str; 7] = [
        "structure/bad-indentation",
        "structure/colon-in-text",
        "structure/missing-colon",
        "structure/text-after-quote",
        "structure/unclosed-bracket",
        "structure/unclosed-quote",
        "structure/unquoted-special",
    ];
    let mended = findings.as_slice().iter().filter(|finding| MENDED.contains(&finding.rule));
    mended.filter_map(|finding| line_of(source, finding)).collect()
}

fn line_of(source: &SourceFile, finding: &Finding) -> Option<usize> {
    finding.span().map(|span| source.line_at(span.start as usize))
}

/// How many files one thread reads at least: for a few, starting a second one takes longer than it saves.
const FEW: usize = 4;
