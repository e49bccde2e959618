//! The colour, the fonts and the logo of a company on the page.
//! Must never fetch anything: the logo is inside the page, and fonts are those of the reader's machine.

use crate::render::look::{Look, PictureFormat};

use super::page::Page;

/// Writes the styles of a look that differs from the usual one.
pub(super) fn styles(page: &mut Page, look: &Look) {
    let usual = Look::default();
    if look.accent != usual.accent {
        let palette =
            |page: &mut Page, before: &'static str, accent: &str, soft: &str, after: &'static str| {
                page.own(before);
                page.colour("--accent:#", accent);
                page.colour(";--accent-soft:#", soft);
                page.own(after);
            };
        palette(page, ":root{", &look.accent, &look.soft(), "}\n");
        let (light, dim) = (look.light(), look.dim());
        let dark = "@media screen and (prefers-color-scheme:dark){:root:not([data-theme=\"light\"]){";
        palette(page, dark, &light, &dim, "}}\n");
        palette(page, "@media screen{:root[data-theme=\"dark\"]{", &light, &dim, "}}\n");
    }
    for (place, font) in
        [("body{font-family:", &look.text_font), ("h1,h2,h3,h4{font-family:", &look.heading_font)]
    {
        if let Some(font) = font {
            page.own(place);
            page.css_string(font);
            page.own(",system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",Arial,sans-serif}\n");
        }
    }
    if look.logo.is_some() {
        page.own(".cover .logo{max-width:15rem;max-height:5rem;margin-bottom:1.5rem;padding:.4rem;background:#fff}\n");
    }
}

/// Writes the logo.
pub(super) fn logo(page: &mut Page, look: &Look, company: Option<&str>) {
    let Some(logo) = &look.logo else { return };
    let kind = match logo.format {
        PictureFormat::Png => "data:image/png;base64,",
        PictureFormat::Svg => "data:image/svg+xml;base64,",
    };
    let data = format!("{kind}{}", base64(&logo.bytes));
    page.void("img", &[("class", "logo"), ("alt", company.unwrap_or_default()), ("src", &data)]);
}

const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn base64(bytes: &[u8]) -> String {
    let mut written = String::with_capacity(bytes.len() * 4 / 3 + 4);
    for three in bytes.chunks(3) {
        let byte = |at: usize| three.get(at).copied().map_or(0, u32::from);
        let joined = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..4_u32 {
            let sign = usize::try_from(joined >> (18 - 6 * at) & 63).ok().and_then(|at| SIGNS.get(at));
            let there = usize::try_from(at).is_ok_and(|at| at <= three.len());
            written.push(sign.filter(|_| there).map_or('=', |sign| char::from(*sign)));
        }
    }
    written
}
