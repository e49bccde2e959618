//! The page of a handbook while it is written, with its words and places at hand. Must never hold markup itself.

use crate::compile::Furniture;
use crate::render::markup::Markup;
use crate::render::places::Places;

/// A page of a handbook.
pub(super) type Page<'h> = Markup<Around<'h>>;

/// What the page of a handbook is written with.
pub(super) struct Around<'h> {
    /// The words around the text.
    pub(super) furniture: &'h Furniture,
    /// Where everything is that can be linked to.
    pub(super) places: &'h Places<'h>,
    /// The chapter that the page holds; nothing when it holds all of them.
    pub(super) chapter: Option<&'h str>,
}

impl<'h> Page<'h> {
    /// A page that holds everything.
    pub(super) fn new(furniture: &'h Furniture, places: &'h Places<'h>) -> Self {
        Markup::around(Around { furniture, places, chapter: None })
    }

    /// A page that holds one chapter, or none of them, beside pages with the others.
    pub(super) fn of_chapter(furniture: &'h Furniture, places: &'h Places<'h>, chapter: &'h str) -> Self {
        Markup::around(Around { furniture, places, chapter: Some(chapter) })
    }

    /// The address of an anchor, seen from the page; empty when there is no such place.
    pub(super) fn target(&self, anchor: &str) -> String {
        match (self.chapter, self.places.chapter(anchor)) {
            (Some(here), Some(there)) if there == anchor && here != there => format!("{there}.html"),
            (Some(here), Some(there)) if here != there => format!("{there}.html#{anchor}"),
            _ => self.places.target(anchor),
        }
    }
}
