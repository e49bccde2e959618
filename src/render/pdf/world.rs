//! What the type setter may know: one source, the fonts of the program and of the company, the logo.
//! Must never reach the disk, the network or the clock.

use std::sync::OnceLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::render::look::Look;

/// The name under which a source finds the logo.
pub(super) const LOGO: &str = "/logo";

/// The surroundings of one source.
pub(super) struct Desk {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    source: Source,
    logo: Option<Bytes>,
}

impl Desk {
    /// A desk without a source.
    pub(super) fn new(look: &Look) -> Self {
        let own = look.fonts.iter().flat_map(|bytes| Font::iter(Bytes::new(bytes.clone())));
        let fonts: Vec<Font> = own.chain(embedded().iter().cloned()).collect();
        let logo = look.logo.as_ref().map(|logo| Bytes::new(logo.bytes.clone()));
        Desk {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            source: Source::detached(String::new()),
            logo,
        }
    }

    /// Lays a source on the desk. Places in what is set are told apart by the names of their sources.
    pub(super) fn lay(&mut self, name: &str, text: String) {
        self.source = match id(name) {
            Some(id) => Source::new(id, text),
            None => Source::detached(text),
        };
    }
}

/// The fonts of the program, read once.
fn embedded() -> &'static [Font] {
    static FONTS: OnceLock<Vec<Font>> = OnceLock::new();
    FONTS.get_or_init(|| typst_kit::fonts::embedded().map(|(font, _)| font).collect())
}

fn id(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.source.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.source.id() { Ok(self.source.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, asked: FileId) -> FileResult<Bytes> {
        let logo = self.logo.clone().filter(|_| Some(asked) == id(LOGO));
        logo.ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
