//! The body of the document while it is written: paragraphs, runs, links, names for links.
//! Must never decide what is said, nor link to an address that could run something.

use std::collections::{BTreeMap, BTreeSet};

use crate::compile::{Fact, Furniture, Handbook, Inline, Line};
use crate::render::places::{Places, is_harmless};

use super::numbering::FIRST;
use super::styles::StyleIds;
use super::template::Template;
use super::xml::{Attribute, Xml};

/// The text of a document that grows from top to bottom.
pub(super) struct Text<'h> {
    pub(super) xml: Xml,
    /// The words around the text.
    pub(super) furniture: &'h Furniture,
    /// Where everything is that can be linked to.
    pub(super) places: Places<'h>,
    /// The names of styles.
    pub(super) styles: &'h StyleIds,
    /// Addresses outside the document, in the order of their ids.
    pub(super) links: Vec<String>,
    /// Numbered lists, each with the level on which it begins.
    pub(super) lists: Vec<List>,
    /// The widths of the columns of the row that is being written, the next one last.
    pub(super) widths: Vec<usize>,
    /// The width of the text on a page.
    pub(super) width: usize,
    /// The number of the first list of the document; a template has some of its own.
    pub(super) first_list: usize,
    pages: &'h [String; 2],
    after_gap: bool,
    language: String,
    names: BTreeMap<&'h str, String>,
    written: BTreeSet<String>,
    marks: u32,
}

/// A numbered list: what numbers it, and on which level it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct List {
    /// Whether it holds the steps of a procedure.
    pub(super) steps: bool,
    /// The level on which it begins.
    pub(super) level: usize,
    /// The number with which it begins.
    pub(super) start: usize,
}

/// How a paragraph looks and stands.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Paragraph<'a> {
    /// The style; that of plain text where it is empty.
    pub(super) style: &'static str,
    /// The list and the level that number it.
    pub(super) number: Option<(usize, usize)>,
    /// How far it stands from the left edge and how far its first line stands out, in twentieths of a point.
    pub(super) indent: Option<(usize, usize)>,
    /// Whether it stays on the page of the following one.
    pub(super) with_next: bool,
    /// The anchor by which links find it.
    pub(super) anchor: Option<&'a str>,
}

/// How a run looks.
#[derive(Debug, Clone, Copy, Default)]
struct Look {
    strong: bool,
    emphasis: bool,
    style: &'static str,
}

impl<'h> Text<'h> {
    pub(super) fn new(handbook: &'h Handbook, places: Places<'h>, template: &'h Template) -> Self {
        let mut names = BTreeMap::new();
        for anchor in places.anchors() {
            names.insert(anchor, name(places.position(anchor).unwrap_or_default(), anchor));
        }
        Text {
            xml: Xml::default(),
            furniture: &handbook.furniture,
            places,
            styles: &template.ids,
            pages: &template.parts_before,
            links: Vec::new(),
            lists: Vec::new(),
            widths: Vec::new(),
            width: template.width,
            first_list: template.first_list,
            after_gap: false,
            language: culture(&handbook.language),
            names,
            written: BTreeSet::new(),
            marks: 0,
        }
    }

    /// Writes a paragraph and what is inside.
    pub(super) fn paragraph(&mut self, shape: Paragraph<'_>, inside: impl FnOnce(&mut Self)) {
        self.after_gap = false;
        self.element("w:p", &[], |text| {
            text.shape(shape);
            match shape.anchor {
                Some(anchor) => text.marked(anchor, inside),
                None => inside(text),
            }
        });
    }

    /// Writes an element and what is inside.
    pub(super) fn element(
        &mut self,
        tag: &'static str,
        attributes: &[Attribute<'_>],
        inside: impl FnOnce(&mut Self),
    ) {
        let mut outside = std::mem::take(&mut self.xml);
        outside.element(tag, attributes, |xml| {
            std::mem::swap(&mut self.xml, xml);
            inside(self);
            std::mem::swap(&mut self.xml, xml);
        });
        self.xml = outside;
    }

    /// Writes a line of text.
    pub(super) fn line(&mut self, line: &Line) {
        self.inlines(&line.0, Look::default());
    }

    /// Writes a label and what it says, on one line.
    pub(super) fn fact(&mut self, fact: &Fact) {
        self.strong(&fact.label);
        self.tab();
        self.line(&fact.value);
    }

    /// A list that counts anew.
    pub(super) fn list(&mut self, steps: bool, level: usize) -> usize {
        self.add_list(List { steps, level, start: 1 })
    }

    /// A list of steps that begins with a number.
    pub(super) fn list_from(&mut self, start: usize) -> usize {
        self.add_list(List { steps: true, level: 0, start })
    }

    /// A list that does not count.
    pub(super) fn fixed_list(&self, list: usize) -> usize {
        self.first_list + list
    }

    /// Room between two things that would otherwise become one.
    pub(super) fn gap(&mut self) {
        if !std::mem::replace(&mut self.after_gap, true) {
            self.paragraph(Paragraph { style: "Gap", with_next: true, ..Paragraph::default() }, |_| {});
            self.after_gap = true;
        }
    }

    /// Ends a part of the document that has pages of its own shape.
    pub(super) fn end_part(&mut self, at: usize) {
        let Some(page) = self.pages.get(at) else { return };
        self.xml.own("<w:p><w:pPr>");
        self.xml.own(page);
        self.xml.own("</w:pPr></w:p>");
    }

    /// Writes plain words.
    pub(super) fn words(&mut self, words: &str) {
        self.run(words, Look::default());
    }

    /// Writes important words.
    pub(super) fn strong(&mut self, words: &str) {
        self.run(words, Look { strong: true, ..Look::default() });
    }

    /// Writes words in a style of their own.
    pub(super) fn styled(&mut self, words: &str, style: &'static str) {
        self.run(words, Look { style, ..Look::default() });
    }

    /// Goes on at the next stop.
    pub(super) fn tab(&mut self) {
        self.xml.own("<w:r><w:tab/></w:r>");
    }

    /// Writes words that lead to a place in the document; plain words if there is no such place.
    pub(super) fn reference(&mut self, anchor: &str, inside: impl FnOnce(&mut Self)) {
        let Some(name) = self.names.get(anchor).cloned() else { return inside(self) };
        self.element("w:hyperlink", &[("w:anchor", &name), ("w:history", "1")], inside);
    }

    /// The name under which links find an anchor.
    pub(super) fn name(&self, anchor: &str) -> Option<&str> {
        self.names.get(anchor).map(String::as_str)
    }

    /// Writes a field: what computes it, and what it shows until it is computed.
    pub(super) fn field(&mut self, code: &str, shown: &str) {
        field(&mut self.xml, code, shown, &self.language);
    }

    fn add_list(&mut self, list: List) -> usize {
        self.lists.push(list);
        self.first_list + FIRST + self.lists.len() - 1
    }

    fn shape(&mut self, shape: Paragraph<'_>) {
        let style = self.styles.id(shape.style);
        let xml = &mut self.xml;
        xml.element("w:pPr", &[], |xml| {
            if !style.is_empty() {
                xml.value("w:pStyle", style);
            }
            if shape.with_next {
                xml.empty("w:keepNext", &[]);
            }
            if let Some((list, level)) = shape.number {
                xml.element("w:numPr", &[], |xml| {
                    xml.value("w:ilvl", &level.min(8).to_string());
                    xml.value("w:numId", &list.to_string());
                });
            }
            if let Some((left, hanging)) = shape.indent {
                let (left, hanging) = (left.to_string(), hanging.to_string());
                xml.empty("w:ind", &[("w:left", &left), ("w:hanging", &hanging)]);
            }
        });
    }

    // A second place of the same name would never be reached.
    fn marked(&mut self, anchor: &str, inside: impl FnOnce(&mut Self)) {
        let Some(name) = self.name(anchor).map(str::to_owned) else { return inside(self) };
        if !self.written.insert(name.clone()) {
            return inside(self);
        }
        let id = self.marks.to_string();
        self.marks += 1;
        self.xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", &name)]);
        inside(self);
        self.xml.empty("w:bookmarkEnd", &[("w:id", &id)]);
    }

    fn inlines(&mut self, pieces: &[Inline], look: Look) {
        for piece in pieces {
            match piece {
                Inline::Text(words) => self.run(words, look),
                Inline::Strong(inside) => self.inlines(inside, Look { strong: true, ..look }),
                Inline::Emphasis(inside) => self.inlines(inside, Look { emphasis: true, ..look }),
                Inline::Code(words) => self.run(words, Look { style: "Code", ..look }),
                Inline::Placeholder(gap) => {
                    self.run(&format!("{{{gap}}}"), Look { style: "PlaceholderText", ..look });
                }
                Inline::Link { address, words } if is_harmless(address) => {
                    let id = self.link(address);
                    self.element("w:hyperlink", &[("r:id", &id), ("w:history", "1")], |text| {
                        text.inlines(words, Look { style: "Hyperlink", ..look });
                    });
                }
                Inline::Link { words, .. } => self.inlines(words, look),
                Inline::Reference { anchor, words } => self.see(anchor, words, look),
                Inline::Break => self.xml.own("<w:r><w:br/></w:r>"),
            }
        }
    }

    // Paper has no links, so the number of the place goes along, as a field that follows when chapters move.
    fn see(&mut self, anchor: &str, words: &str, look: Look) {
        let number = self.places.number(anchor).map(str::to_owned);
        let holder = self.places.holder(anchor).and_then(|holder| self.name(holder)).map(str::to_owned);
        self.reference(anchor, |text| text.run(words, Look { style: "Hyperlink", ..look }));
        if let (Some(number), Some(holder)) = (number, holder) {
            self.words(&format!(" ({} ", self.furniture.see));
            self.field(&format!(" REF {holder} \\r \\h "), &number);
            self.words(")");
        }
    }

    fn link(&mut self, address: &str) -> String {
        let known = self.links.iter().position(|link| link == address);
        let at = known.unwrap_or_else(|| {
            self.links.push(address.to_owned());
            self.links.len() - 1
        });
        format!("rIdLink{at}")
    }

    fn run(&mut self, words: &str, look: Look) {
        if words.is_empty() {
            return;
        }
        let style = self.styles.id(look.style);
        let language = self.language.as_str();
        self.xml.element("w:r", &[], |xml| {
            xml.element("w:rPr", &[], |xml| {
                if !style.is_empty() {
                    xml.value("w:rStyle", style);
                }
                if look.strong {
                    xml.own("<w:b/><w:bCs/>");
                }
                if look.emphasis {
                    xml.own("<w:i/><w:iCs/>");
                }
                xml.value("w:lang", language);
            });
            xml.leaf("w:t", &[("xml:space", "preserve")], words);
        });
    }
}

/// Writes a field in a language.
pub(super) fn field(xml: &mut Xml, code: &str, shown: &str, language: &str) {
    xml.own("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r>");
    xml.leaf("w:instrText", &[("xml:space", "preserve")], code);
    xml.own("</w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>");
    xml.element("w:r", &[], |xml| {
        xml.element("w:rPr", &[], |xml| xml.value("w:lang", language));
        xml.leaf("w:t", &[], shown);
    });
    xml.own("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
}

/// The language as word processors name it: most know a language only together with a country.
pub(super) fn culture(language: &str) -> String {
    let country = match language {
        "en" => "GB",
        "cs" => "CZ",
        "da" => "DK",
        "et" => "EE",
        "sv" => "SE",
        "uk" => "UA",
        "kk" => "KZ",
        "be" => "BY",
        "de" | "es" | "fi" | "fr" | "hu" | "it" | "lt" | "lv" | "nl" | "pl" | "pt" | "ro" | "ru" | "sk"
        | "bg" => return format!("{language}-{}", language.to_uppercase()),
        other => return other.to_owned(),
    };
    format!("{language}-{country}")
}

// Names of places may have forty letters, digits and underscores, and begin with a letter.
fn name(at: usize, anchor: &str) -> String {
    let plain = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '_' };
    let words: String = anchor.chars().take(30).map(plain).collect();
    format!("p{at}_{words}")
}
