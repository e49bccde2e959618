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
    pub(super) places: Places<'h>,
}

impl<'h> Page<'h> {
    pub(super) fn new(furniture: &'h Furniture, places: Places<'h>) -> Self {
        Markup::around(Around { furniture, places })
    }
}
