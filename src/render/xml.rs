//! XML while it is written: elements that always close, text that is always escaped.
//! Must never let a text become markup, nor write a character that XML forbids.

/// A piece of XML that grows from top to bottom.
#[derive(Default)]
pub(in crate::render) struct Xml(String);

/// The name and value of an attribute.
pub(in crate::render) type Attribute<'a> = (&'static str, &'a str);

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

impl Xml {
    /// The beginning of a file.
    pub(in crate::render) fn file() -> Self {
        Xml(HEAD.to_owned())
    }

    /// The bytes written.
    pub(in crate::render) fn bytes(self) -> Vec<u8> {
        self.0.into_bytes()
    }

    /// The text written.
    pub(in crate::render) fn finish(self) -> String {
        self.0
    }

    /// Writes an element and what is inside.
    pub(in crate::render) fn element(
        &mut self,
        tag: &'static str,
        attributes: &[Attribute<'_>],
        inside: impl FnOnce(&mut Self),
    ) {
        self.open(tag, attributes);
        self.0.push('>');
        inside(self);
        self.0.push_str("</");
        self.0.push_str(tag);
        self.0.push('>');
    }

    /// Writes an element without content.
    pub(in crate::render) fn empty(&mut self, tag: &'static str, attributes: &[Attribute<'_>]) {
        self.open(tag, attributes);
        self.0.push_str("/>");
    }

    /// Writes an element with one attribute, `w:val`: the shape of most settings.
    pub(in crate::render) fn value(&mut self, tag: &'static str, value: &str) {
        self.empty(tag, &[("w:val", value)]);
    }

    /// Writes an element that holds nothing but text.
    pub(in crate::render) fn leaf(&mut self, tag: &'static str, attributes: &[Attribute<'_>], text: &str) {
        self.element(tag, attributes, |xml| escape(text, &mut xml.0));
    }

    /// Writes an element whose attributes were read from another file.
    pub(in crate::render) fn copied(
        &mut self,
        tag: &'static str,
        attributes: &[(String, String)],
        inside: impl FnOnce(&mut Self),
    ) {
        self.0.push('<');
        self.0.push_str(tag);
        for (name, value) in attributes {
            self.attribute(name, value);
        }
        self.0.push('>');
        inside(self);
        self.0.push_str("</");
        self.0.push_str(tag);
        self.0.push('>');
    }

    /// Writes XML that is part of the program, or that this type wrote.
    pub(in crate::render) fn own(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    fn open(&mut self, tag: &'static str, attributes: &[Attribute<'_>]) {
        self.0.push('<');
        self.0.push_str(tag);
        for (name, value) in attributes {
            self.attribute(name, value);
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.0.push(' ');
        self.0.push_str(name);
        self.0.push_str("=\"");
        escape(value, &mut self.0);
        self.0.push('"');
    }
}

/// Words that stay words.
pub(in crate::render) fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    escape(text, &mut written);
    written
}

/// Appends words that stay words.
fn escape(text: &str, written: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '"' => written.push_str("&quot;"),
            '\n' | '\t' | '\r' => written.push(' '),
            '\u{FFFE}' | '\u{FFFF}' => {}
            letter if letter.is_control() => {}
            letter => written.push(letter),
        }
    }
}
