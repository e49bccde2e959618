//! A handbook set stretch by stretch, so that what the type setter remembers of one is forgotten before the next; the
//! contents, and what stands in the margins, once it is known on which page everything is.
//! Must never set a stretch twice.

use typst::World;
use typst::comemo::{Track, evict};
use typst::diag::SourceResult;
use typst::engine::{Engine, Route, Sink, Traced};
use typst::foundations::{Content, Label, Output, StyleChain, Target, TargetElem};
use typst::introspection::{EmptyIntrospector, Introspector, PagedPosition};
use typst::layout::Point;
use typst::model::{Document, DocumentInfo};
use typst::utils::{PicoStr, Protected};
use typst_layout::{Page, PagedDocument, PagedIntrospector, layout_document};

use crate::render::look::Look;
use crate::source::side_by_side;

use super::links::settled;
use super::setting::first;
use super::source::{Links, string};
use super::world::Desk;

/// The sources of a handbook.
pub(super) struct Book {
    /// What every source begins with.
    pub(super) opening: String,
    /// The cover.
    pub(super) cover: String,
    /// The contents, where there are chapters.
    pub(super) contents: Option<String>,
    /// The chapters, in parts that begin on a new page.
    pub(super) parts: Vec<Vec<Piece>>,
    /// The places that they link to.
    pub(super) links: Links,
}

/// The source of a section.
pub(super) struct Piece {
    /// The source, which begins with a heading.
    pub(super) source: String,
    /// The place of its heading, where it has a label, and the address that stands for it.
    pub(super) place: Option<(usize, String)>,
}

/// Sets a handbook; when that fails, says why.
pub(super) fn bound(book: &Book, look: &Look) -> Result<PagedDocument, String> {
    let mut desk = Desk::new(look);
    desk.lay("cover", [book.opening.as_str(), &book.cover].concat());
    let cover = once(&desk)?;
    let (mut pages, info) = (cover.pages().to_vec(), cover.info().clone());
    let mut chapters = parts(book, look)?;
    if let Some(contents) = &book.contents {
        pages.extend(listed(&mut desk, book, contents, pages.len(), &chapters)?);
    }
    pages.append(&mut chapters);
    desk.lay("margins", [book.opening.as_str(), &margins(pages.len())].concat());
    // The cover has none.
    let margins = once(&desk)?;
    for (page, margin) in pages.iter_mut().skip(1).zip(margins.pages()) {
        page.frame.push_frame(Point::zero(), margin.frame.clone());
    }
    let document = PagedDocument::new(pages.into_iter().collect(), info);
    Ok(settled(document, &book.links))
}

fn margins(count: usize) -> String {
    (2..=count).map(|number| format!("#sheet[{number} / {count}]\n")).collect()
}

// The contents name pages, which come later the longer the contents are.
fn listed(
    desk: &mut Desk,
    book: &Book,
    contents: &str,
    before: usize,
    chapters: &[Page],
) -> Result<Vec<Page>, String> {
    let around = PagedDocument::new(chapters.iter().cloned().collect(), DocumentInfo::default());
    let introspector = around.introspector();
    let headings = book.parts.iter().flatten().filter_map(|piece| {
        let (at, address) = piece.place.as_ref()?;
        Some((*at, address.as_str(), place(introspector, *at)?.page.get()))
    });
    let headings: Vec<(usize, &str, usize)> = headings.collect();
    let mut count = headings.len().div_ceil(ON_A_PAGE).max(1);
    let mut listed = Vec::new();
    for _ in 0..TRIES {
        let mut source = format!("{}#let entries = (p: (\"\", \"\"),", book.opening);
        for (at, address, page) in &headings {
            source.push_str(&format!("p{at}: (\"{}\", ", before + count + page));
            string(address, &mut source);
            source.push_str("),");
        }
        source.push_str(")\n");
        source.push_str(contents);
        desk.lay("contents", source);
        let content = typst::compile::<Evaluated>(desk).output.map_err(first)?.0;
        listed = laid_out(desk, &content, introspector.as_ref()).map_err(first)?;
        if listed.len() == count {
            break;
        }
        count = listed.len();
    }
    evict(0);
    Ok(listed)
}

// About as many entries as stand on a page, and how often the contents are set anew when there were more or fewer.
const ON_A_PAGE: usize = 110;
const TRIES: usize = 4;

fn place(introspector: &PagedIntrospector, at: usize) -> Option<PagedPosition> {
    let label = Label::new(PicoStr::intern(&format!("p{at}")))?;
    introspector.position(introspector.query_label(label).ok()?.location()?)
}

fn laid_out(desk: &Desk, content: &Content, introspector: &dyn Introspector) -> SourceResult<Vec<Page>> {
    let (traced, mut sink) = (Traced::default(), Sink::new());
    let world: &dyn World = desk;
    let mut engine = Engine {
        library: desk.library(),
        world: world.track(),
        introspector: Protected::new(introspector.track()),
        traced: traced.track(),
        sink: sink.track_mut(),
        route: Route::default(),
    };
    let base = StyleChain::new(&desk.library().styles);
    let target = TargetElem::target.set(Target::Paged).wrap();
    let document = layout_document(&mut engine, content, base.chain(&target))?;
    let wrong = sink.delayed();
    if wrong.is_empty() { Ok(document.pages().to_vec()) } else { Err(wrong) }
}

// Sets all parts, several stretches at a time.
fn parts(book: &Book, look: &Look) -> Result<Vec<Page>, String> {
    let stretches: Vec<&[Piece]> = book.parts.iter().flat_map(|part| stretches(part)).collect();
    let stretches: Vec<(usize, &[Piece])> = stretches.into_iter().enumerate().collect();
    let set = |(at, pieces): &(usize, &[Piece])| {
        let mut source = book.opening.clone();
        pieces.iter().for_each(|piece| source.push_str(&piece.source));
        let mut desk = Desk::new(look);
        desk.lay(&format!("part-{at}"), source);
        once(&desk).map(|document| document.pages().to_vec())
    };
    let mut pages = Vec::new();
    for stretch in side_by_side(&stretches, 1, set) {
        pages.extend(stretch?);
    }
    Ok(pages)
}

// Sections that are set at once: all of a part, or stretches of about the same length, each from a new page on.
fn stretches(part: &[Piece]) -> Vec<&[Piece]> {
    let whole: usize = part.iter().map(|piece| piece.source.len()).sum();
    let most = whole / whole.div_ceil(AT_ONCE).max(1);
    let mut length = 0;
    let together = |piece: &Piece, _: &Piece| {
        length += piece.source.len();
        let more = length < most;
        length = if more { length } else { 0 };
        more
    };
    part.chunk_by(together).collect()
}

// About as much source as makes thirty pages: the type setter remembers much of what it sets at once.
const AT_ONCE: usize = 120_000;

// Sets a source that asks for no number of a page, so that once is enough.
fn once(desk: &Desk) -> Result<PagedDocument, String> {
    let document = typst::compile::<Once>(desk).output.map_err(first)?.0;
    // What the type setter remembers of its work is no longer needed, and takes more room than the pages.
    evict(0);
    Ok(document)
}

/// A document that does not say where anything in it is.
struct Once(PagedDocument);

impl Output for Once {
    fn target() -> Target {
        Target::Paged
    }

    fn create(engine: &mut Engine, content: &Content, styles: StyleChain) -> SourceResult<Self> {
        layout_document(engine, content, styles).map(Once)
    }

    fn introspector(&self) -> &dyn Introspector {
        &EmptyIntrospector
    }
}

/// A source that is read and not yet set.
struct Evaluated(Content);

impl Output for Evaluated {
    fn target() -> Target {
        Target::Paged
    }

    fn create(_: &mut Engine, content: &Content, _: StyleChain) -> SourceResult<Self> {
        Ok(Evaluated(content.clone()))
    }

    fn introspector(&self) -> &dyn Introspector {
        &EmptyIntrospector
    }
}
