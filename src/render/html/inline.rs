//! Running text: stress, links, gaps to be filled.
//! Must never link to an address of a kind that could run something.

use crate::compile::{Inline, Line};
use crate::render::places::is_harmless;

use super::page::Page;

/// Writes a line of text.
pub(super) fn line(page: &mut Page, line: &Line) {
    inlines(page, &line.0);
}

fn inlines(page: &mut Page, pieces: &[Inline]) {
    for piece in pieces {
        match piece {
            Inline::Text(text) => page.text(text),
            Inline::Strong(inside) => page.element("strong", &[], |page| inlines(page, inside)),
            Inline::Emphasis(inside) => page.element("em", &[], |page| inlines(page, inside)),
            Inline::Code(text) => page.leaf("code", &[], text),
            Inline::Placeholder(name) => page.leaf("var", &[("class", "gap")], name),
            Inline::Link { address, words } if is_harmless(address) => {
                let attributes =
                    [("class", "away"), ("href", address.as_str()), ("rel", "noopener noreferrer")];
                page.element("a", &attributes, |page| inlines(page, words));
            }
            Inline::Link { words, .. } => inlines(page, words),
            Inline::Reference { anchor, words } => reference(page, anchor, words),
            Inline::Break => page.void("br", &[]),
        }
    }
}

// Paper has no links, so the number of the place goes along for print.
fn reference(page: &mut Page, anchor: &str, words: &str) {
    let Some(number) = page.places.number(anchor) else {
        return page.text(words);
    };
    let see = format!("{} {number}", page.furniture.see);
    let target = page.target(anchor);
    page.leaf("a", &[("href", &target), ("data-see", see.trim())], words);
}
