//! Flags colours that cannot be read on white.

use crate::check::{Context, rule};

rule! {
    /// The colour of the company is too light for headings and links on white paper.
    ///
    /// ## Why it matters
    /// Headings, links and the steps of the reader are set in this colour. Below a contrast of 4.5 to 1, which the
    /// Web Content Accessibility Guidelines ask for, many people cannot read them.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// brand: { colour: "#ffcc00" }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// brand: { colour: "#8a5a00" }
    /// ```
    "brand/low-contrast" { severity: Warning, run: check }
}

const LEAST: f64 = 4.5;

fn check(cx: &mut Context<'_>) {
    let Some(colour) = cx.project.brand.value().and_then(|brand| brand.colour.get()) else { return };
    let contrast = colour.value.contrast_with_white();
    if contrast < LEAST {
        let message =
            format!("the colour stands out from white only {contrast:.1} to 1, too little to be read");
        let finding = cx.finding(colour.span, message);
        cx.report(finding.help("take a darker shade of it: 4.5 to 1 is the least that is easy to read"));
    }
}
