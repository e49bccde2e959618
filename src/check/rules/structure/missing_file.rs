//! Flags paths at which there is no file.

use crate::check::rule;

rule! {
    /// A file that the standard names is not there, lies outside of its folder, or is of a kind that cannot be used.
    ///
    /// ## Why it matters
    /// A handbook would come without the logo or in another font. A standard takes only files of its own folder
    /// along, so that it gives the same handbook on every machine.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// brand: { logo: brand/logo.svg }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// brand: { font: Open Sans }
    /// ```
    "structure/missing-file" { severity: Error, found: while reading }
}
