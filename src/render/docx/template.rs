//! A document of a company -> its styles, lists, header, footer and page, with what the handbook needs added.
//! Must never take over its text, nor anything that runs.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use roxmltree::{Document, Node};

use super::styles::{StyleIds, W, joined};
use super::xml::Xml;

/// A template that can be used.
pub(super) struct Template {
    /// The parts that stay, by path.
    pub(super) parts: BTreeMap<String, Vec<u8>>,
    /// What its styles are called.
    pub(super) ids: StyleIds,
    /// The pages of the cover and of the contents.
    pub(super) parts_before: [String; 2],
    /// The page of the text: that of its last section.
    pub(super) page: String,
    /// The width of the text on a page, in twentieths of a point.
    pub(super) width: usize,
    /// The relationships of its text to the parts that stay.
    pub(super) links: String,
    /// The kinds of the parts that stay.
    pub(super) types: String,
    /// The lists of its own: what is before ours, between our kinds and our uses, and behind.
    pub(super) lists: [String; 3],
    /// The number that is free for lists.
    pub(super) first_list: usize,
}

const HEADER: &str = "<w:headerReference w:type=\"default\" r:id=\"rIdHeader\"/>\
    <w:footerReference w:type=\"default\" r:id=\"rIdFooter\"/>";
const SHEET: &str = "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1361\" w:right=\"1134\" \
    w:bottom=\"1247\" w:left=\"1134\" w:header=\"624\" w:footer=\"567\" w:gutter=\"0\"/>";
const COLUMNS: &str = "<w:cols w:num=\"2\" w:space=\"454\"/>";

impl Template {
    /// What there is without a document of a company.
    pub(super) fn usual(styles: String) -> Self {
        let page = |more: &str| format!("<w:sectPr>{HEADER}{SHEET}{more}</w:sectPr>");
        Template {
            parts: BTreeMap::from([("word/styles.xml".to_owned(), styles.into_bytes())]),
            ids: StyleIds::default(),
            parts_before: [page("<w:titlePg/>"), page(COLUMNS)],
            page: page(""),
            width: WIDTH,
            links: String::new(),
            types: String::new(),
            lists: Default::default(),
            first_list: 0,
        }
    }

    /// Whether the handbook brings its own header and footer.
    pub(super) fn margins(&self) -> bool {
        self.page.contains("\"rIdHeader\"")
    }
}

/// The width of the text on a page of ours.
const WIDTH: usize = 9638;
// What a template may take up, unpacked.
const LARGEST: u64 = 64 << 20;
const TEXT: &str = "word/document.xml";
// What of it stays: everything else belongs to its text.
const KEPT: [&str; 5] = ["word/theme/", "word/fonts/", "word/fontTable", "word/header", "word/footer"];
const KINDS: [&str; 5] = ["/styles", "/theme", "/fontTable", "/header", "/footer"];

/// Reads a template; `ours` are our styles. Nothing if it is no document.
pub(super) fn read(bytes: &[u8], ours: &str) -> Option<Template> {
    let mut parts = unpacked(bytes)?;
    let text = take(&mut parts, TEXT)?;
    let styles = take(&mut parts, "word/styles.xml")?;
    let (styles, ids) = joined(&styles, ours)?;
    let links = take(&mut parts, "word/_rels/document.xml.rels")?;
    let types = take(&mut parts, super::package::CONTENT_TYPES)?;
    let numbering = take(&mut parts, "word/numbering.xml");
    keep(&mut parts);
    parts.insert("word/styles.xml".to_owned(), styles.into_bytes());
    let (lists, first_list) = lists(numbering.as_deref())?;
    let (page, width) = page(&text)?;
    Some(Template {
        ids,
        parts_before: [page.clone(), page.clone()],
        page,
        width,
        links: renamed(inside(&links, |node| {
            KINDS.iter().any(|kind| node.attribute("Type").is_some_and(|found| found.ends_with(kind)))
        })?),
        types: types_of(&types, &parts)?,
        lists,
        first_list,
        parts,
    })
}

fn unpacked(bytes: &[u8]) -> Option<BTreeMap<String, Vec<u8>>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let (mut parts, mut left) = (BTreeMap::new(), LARGEST);
    for at in 0..archive.len() {
        let part = archive.by_index(at).ok()?;
        let path = part.name().ok()?.into_owned();
        if part.is_dir() || path.contains("..") {
            continue;
        }
        let mut content = Vec::new();
        part.take(left + 1).read_to_end(&mut content).ok()?;
        left = left.checked_sub(content.len() as u64)?;
        parts.insert(path, content);
    }
    Some(parts)
}

// Keeps what pages look like, with the pictures in their margins.
fn keep(parts: &mut BTreeMap<String, Vec<u8>>) {
    let bare = |path: &str| path.replace("word/_rels/", "word/");
    parts.retain(|path, _| {
        path.starts_with("word/media/") || KEPT.iter().any(|kept| bare(path).starts_with(kept))
    });
    let links = parts.iter().filter(|(path, _)| path.ends_with(".rels"));
    let links: String = links.map(|(_, links)| String::from_utf8_lossy(links)).collect();
    parts.retain(|path, _| match path.strip_prefix("word/") {
        Some(name) if name.starts_with("media/") => links.contains(&format!("\"{name}\"")),
        _ => true,
    });
}

fn take(parts: &mut BTreeMap<String, Vec<u8>>, path: &str) -> Option<String> {
    String::from_utf8(parts.remove(path)?).ok()
}

// The page of the last section, and how wide its text is.
fn page(text: &str) -> Option<(String, usize)> {
    let tree = Document::parse(text).ok()?;
    let body = tree.root_element().children().find(|node| node.has_tag_name((W, "body")))?;
    let section = body.children().rev().find(|node| node.has_tag_name((W, "sectPr")))?;
    let mut xml = Xml::default();
    copy(&mut xml, section);
    let page = xml.finish();
    let bare = !page.contains("w:headerReference") && !page.contains("w:footerReference");
    let page = if bare { page.replacen("<w:sectPr>", &format!("<w:sectPr>{HEADER}"), 1) } else { page };
    let length = |tag: &str, key: &str| {
        let node = section.children().find(|node| node.has_tag_name((W, tag)))?;
        node.attribute((W, key))?.parse::<usize>().ok()
    };
    let margins = Some(length("pgMar", "left")? + length("pgMar", "right")?);
    let width = length("pgSz", "w").zip(margins).and_then(|(all, margins)| all.checked_sub(margins));
    Some((page, width.filter(|width| (2_000..30_000).contains(width)).unwrap_or(WIDTH)))
}

// Ids of a template must not meet ours.
fn renamed(links: String) -> String {
    links.replace(" Id=\"", " Id=\"template-").replace(" Id='", " Id='template-")
}

// Copies what a page may hold, under the prefixes of ours.
fn copy(xml: &mut Xml, node: Node<'_, '_>) {
    const LINKS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const KNOWN: [&str; 9] = [
        "w:sectPr",
        "w:headerReference",
        "w:footerReference",
        "w:pgSz",
        "w:pgMar",
        "w:pgBorders",
        "w:titlePg",
        "w:docGrid",
        "w:vAlign",
    ];
    let name = node.tag_name().name();
    let Some(tag) = KNOWN.iter().find(|known| known.strip_prefix("w:") == Some(name)) else { return };
    // Revision marks of the section itself mean nothing here.
    let attributes = node.attributes().filter(|_| name != "sectPr").filter_map(|attribute| {
        match attribute.namespace()? {
            W => Some((format!("w:{}", attribute.name()), attribute.value().to_owned())),
            LINKS => Some((format!("r:{}", attribute.name()), format!("template-{}", attribute.value()))),
            _ => None,
        }
    });
    xml.copied(tag, &attributes.collect::<Vec<_>>(), |xml| {
        node.children().filter(Node::is_element).for_each(|child| copy(xml, child));
    });
}

// The children of the root as they are written.
fn inside(text: &str, keep: impl Fn(&Node<'_, '_>) -> bool) -> Option<String> {
    let tree = Document::parse(text).ok()?;
    let children = tree.root_element().children().filter(|node| node.is_element() && keep(node));
    Some(children.filter_map(|node| text.get(node.range())).collect())
}

fn types_of(types: &str, parts: &BTreeMap<String, Vec<u8>>) -> Option<String> {
    inside(types, |node| {
        let part = node.attribute("PartName").map(|part| part.trim_start_matches('/'));
        match (part, node.attribute("Extension")) {
            (Some(part), _) => parts.contains_key(part) && part != "word/styles.xml",
            (None, Some(ending)) => !["rels", "xml", "png", "svg"].contains(&ending),
            (None, None) => false,
        }
    })
}

// Kinds of lists stand before their uses, so ours go between.
fn lists(theirs: Option<&str>) -> Option<([String; 3], usize)> {
    let Some(text) = theirs else { return Some((<[String; 3]>::default(), 0)) };
    let tree = Document::parse(text).ok()?;
    let root = tree.root_element();
    let of = |tag: &'static str| root.children().filter(move |node| node.has_tag_name((W, tag)));
    let number = |node: Node<'_, '_>, key| node.attribute((W, key)).and_then(|id| id.parse::<usize>().ok());
    let kinds = of("abstractNum").filter_map(|node| number(node, "abstractNumId"));
    let uses = of("num").filter_map(|node| number(node, "numId"));
    let free = kinds.chain(uses).max().unwrap_or(0) + 1;
    let start = text.get(..root.first_element_child()?.range().start)?.to_owned();
    let kinds = root.children().filter(|node| node.is_element() && !node.has_tag_name((W, "num")));
    let kinds: String = kinds.filter_map(|node| text.get(node.range())).collect();
    let uses: String = of("num").filter_map(|node| text.get(node.range())).collect();
    let end = text.get(text.rfind("</")?..)?.to_owned();
    (free < 10_000).then(|| ([format!("{start}{kinds}"), uses, end], free))
}
