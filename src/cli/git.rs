//! Revisions of a repository, read through the program `git`. Must never run a shell, change the repository, follow a
//! link or reach for the network.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use jiff::civil::Date;

use crate::source::{LARGEST_FILE, LoadError, MemoryWorld, relative};

/// The most files that are read from a revision.
const MOST_FILES: usize = 50_000;
/// The most bytes that are read from a revision.
const MOST_BYTES: u64 = 512_000_000;

/// A repository.
#[derive(Debug)]
pub(super) struct Repository {
    root: PathBuf,
    /// The folder that it was found from, seen from the root, with `/`.
    inside: String,
}

impl Repository {
    /// The repository that a folder lies in.
    pub(super) fn around(folder: &Path) -> Result<Repository, LoadError> {
        let shown = folder.display();
        let asked = ["rev-parse", "--show-toplevel", "--show-prefix"];
        let Some(answer) = run(folder, &asked)? else {
            return Err(LoadError::new(
                format!("`{shown}` lies in no git repository, so there are no revisions to compare with"),
                "name two folders, or run `git init` and commit the standard",
            ));
        };
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let mut lines = answer.lines();
        let root = PathBuf::from(lines.next().unwrap_or_default());
        let inside = lines.next().unwrap_or_default().trim_end_matches('/').to_owned();
        Ok(Repository { root, inside })
    }

    /// A path of a revision as seen from the root: one that starts with `.` is counted from the folder.
    pub(super) fn path(&self, path: &str) -> Result<String, LoadError> {
        let from = if path.starts_with('.') { self.inside.as_str() } else { "" };
        let found = relative(from, path.trim_end_matches('/')).filter(|path| !path.starts_with(".."));
        found.ok_or_else(|| {
            LoadError::new(format!("`{path}` leads out of the repository"), "name a path inside it")
        })
    }

    /// The folder that the repository was found from.
    pub(super) fn inside(&self) -> &str {
        &self.inside
    }

    /// The YAML files of a revision. Of others, such as pictures, it is only known that they are there.
    pub(super) fn world(&self, revision: &str, today: Date) -> Result<MemoryWorld, LoadError> {
        let commit = self.commit(revision)?;
        let listed = run(&self.root, &["ls-tree", "-r", "-z", "-l", "--full-tree", &commit])?;
        let listed = listed.ok_or_else(|| unreadable(revision))?;
        let mut files: BTreeMap<String, String> = BTreeMap::new();
        let mut others: Vec<String> = Vec::new();
        let mut bytes = 0;
        for line in listed.split(|byte| *byte == 0).filter(|line| !line.is_empty()) {
            let Some(file) = File::of(&String::from_utf8_lossy(line)) else { continue };
            if !file.is_yaml() {
                others.extend((others.len() < MOST_FILES).then_some(file.path));
                continue;
            }
            if file.size > LARGEST_FILE as u64 {
                return Err(LoadError::new(
                    format!("`{}` in `{revision}` is too large to be read", file.path),
                    "split it into several files: sections of different files add up",
                ));
            }
            bytes += file.size;
            files.insert(file.path, file.object);
        }
        if files.len() > MOST_FILES || bytes > MOST_BYTES {
            return Err(LoadError::new(
                format!("`{revision}` holds too many files"),
                "keep the standard in a repository of its own",
            ));
        }
        let contents = self.contents(&files).ok_or_else(|| unreadable(revision))?;
        let named = files.keys().zip(contents);
        let bare = others.iter().fold(MemoryWorld::new(today), |world, path| world.with(path, Vec::new()));
        Ok(named.fold(bare, |world, (path, content)| world.with(path, content)))
    }

    fn commit(&self, revision: &str) -> Result<String, LoadError> {
        let unknown = || {
            LoadError::new(
                format!("there is no folder and no revision `{revision}`"),
                "name a folder, or a branch, tag or commit of this repository such as `main` or `HEAD~1`",
            )
        };
        // A name that starts with a hyphen is no revision, whatever else it may be.
        if revision.is_empty() || revision.starts_with('-') {
            return Err(unknown());
        }
        let name = format!("{revision}^{{commit}}");
        let found = run(&self.root, &["rev-parse", "--verify", "--quiet", "--end-of-options", &name])?;
        let commit = found.map(|found| String::from_utf8_lossy(&found).trim().to_owned());
        let sound =
            |commit: &String| !commit.is_empty() && commit.bytes().all(|byte| byte.is_ascii_hexdigit());
        commit.filter(sound).ok_or_else(unknown)
    }

    // The contents of files in the order of their paths, in one run of the program.
    fn contents(&self, files: &BTreeMap<String, String>) -> Option<Vec<Vec<u8>>> {
        let mut child = git(&self.root, &["cat-file", "--batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .ok()?;
        let (mut into, mut from) = (child.stdin.take()?, child.stdout.take()?);
        let asked: String = files.values().map(|object| format!("{object}\n")).collect();
        // Writing and reading go side by side: neither end waits until the other is done.
        let writer = std::thread::spawn(move || into.write_all(asked.as_bytes()));
        let mut answer = Vec::new();
        let read = from.read_to_end(&mut answer);
        let written = writer.join().ok()?;
        let ended = child.wait().ok()?;
        (read.is_ok() && written.is_ok() && ended.success()).then_some(())?;
        let mut rest = answer.as_slice();
        let mut contents = Vec::with_capacity(files.len());
        for _ in files {
            let end = rest.iter().position(|byte| *byte == b'\n')?;
            let (head, body) = rest.split_at_checked(end)?;
            let size: usize = std::str::from_utf8(head).ok()?.rsplit(' ').next()?.parse().ok()?;
            let (content, after) = body.get(1..)?.split_at_checked(size)?;
            contents.push(content.to_vec());
            rest = after.get(1..)?;
        }
        Some(contents)
    }
}

/// A file of a revision.
struct File {
    path: String,
    object: String,
    size: u64,
}

impl File {
    // From a line such as `100644 blob 5f2a…   120\tscripts/greeting.yaml`; links and folders are no files.
    fn of(line: &str) -> Option<File> {
        let (facts, path) = line.split_once('\t')?;
        let mut facts = facts.split_whitespace();
        let (mode, kind, object, size) = (facts.next()?, facts.next()?, facts.next()?, facts.next()?);
        let regular = kind == "blob" && mode.starts_with("100");
        regular.then_some(())?;
        Some(File { path: path.to_owned(), object: object.to_owned(), size: size.parse().ok()? })
    }

    fn is_yaml(&self) -> bool {
        self.path.ends_with(".yaml") || self.path.ends_with(".yml")
    }
}

fn unreadable(revision: &str) -> LoadError {
    LoadError::new(
        format!("`{revision}` could not be read from the repository"),
        "check with `git fsck` that the repository is whole, and that the revision has been fetched",
    )
}

// What the program answers; none when it ends with an error of its own.
fn run(folder: &Path, arguments: &[&str]) -> Result<Option<Vec<u8>>, LoadError> {
    match git(folder, arguments).stdin(Stdio::null()).stdout(Stdio::piped()).output() {
        Ok(output) => Ok(output.status.success().then_some(output.stdout)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && folder.is_dir() => Err(LoadError::new(
            "the program `git` is not there, and without it no revision can be read",
            "install git, or name two folders",
        )),
        Err(error) => Err(LoadError::new(
            format!("`git` could not be run: {error}"),
            "check that git works in this folder",
        )),
    }
}

fn git(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(["--no-pager", "--no-replace-objects", "--literal-pathspecs"]);
    command.args(arguments.iter().map(OsStr::new)).stderr(Stdio::null());
    command.env("GIT_OPTIONAL_LOCKS", "0").env("GIT_NO_LAZY_FETCH", "1").env("GIT_TERMINAL_PROMPT", "0");
    command
}
