//! The logo in the document. Must never take a picture from outside of it.

use crate::render::look::{Look, Picture, PictureFormat};

use super::text::{Paragraph, Text};
use super::xml::Xml;

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006";
/// The kind of the relationships to pictures.
pub(super) const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";

/// A part of the file that holds a picture: the id by which the text names it, its path below `word/`, its bytes.
pub(super) type Part = (&'static str, &'static str, Vec<u8>);

/// The parts of the logo: dots, which every word processor shows, and lines for those that can.
pub(super) fn parts(look: &Look) -> Vec<Part> {
    let Some(logo) = &look.logo else { return Vec::new() };
    match logo.format {
        PictureFormat::Png => vec![(DOTS, "media/logo.png", logo.bytes.clone())],
        PictureFormat::Svg => {
            let dots = dots(logo).map(|bytes| (DOTS, "media/logo.png", bytes));
            let lines = (LINES, "media/logo.svg", logo.bytes.clone());
            dots.into_iter().chain([lines]).collect()
        }
    }
}

const DOTS: &str = "rIdLogo";
const LINES: &str = "rIdLogoLines";

/// Writes the logo; `name` says what it shows to readers who cannot see it.
pub(super) fn logo(text: &mut Text, look: &Look, parts: &[Part], name: &str) {
    let Some(logo) = &look.logo else { return };
    let has = |id: &str| parts.iter().any(|(known, ..)| *known == id);
    let shown = if has(DOTS) { DOTS } else { LINES };
    // At most 60 by 22 millimetres, in English Metric Units.
    let (most_wide, most_high) = (60.0 * 36_000.0, 22.0 * 36_000.0);
    let wide = if logo.ratio > most_wide / most_high { most_wide } else { most_high * logo.ratio };
    let size = [wide, wide / logo.ratio].map(|length| (length.round() as i64).to_string());
    text.paragraph(Paragraph { style: "Logo", ..Paragraph::default() }, |text| {
        text.element("w:r", &[], |text| {
            text.element("w:drawing", &[], |text| {
                inline(&mut text.xml, &size, name, (shown, has(DOTS) && has(LINES)));
            });
        });
    });
}

fn inline(xml: &mut Xml, [wide, high]: &[String; 2], name: &str, (shown, lines): (&str, bool)) {
    let place = [("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")];
    xml.element("wp:inline", &place, |xml| {
        xml.empty("wp:extent", &[("cx", wide), ("cy", high)]);
        xml.empty("wp:docPr", &[("id", "1"), ("name", "Logo"), ("descr", name)]);
        xml.element("a:graphic", &[("xmlns:a", &format!("{DRAWING}/main"))], |xml| {
            xml.element("a:graphicData", &[("uri", &format!("{DRAWING}/picture"))], |xml| {
                xml.element("pic:pic", &[("xmlns:pic", &format!("{DRAWING}/picture"))], |xml| {
                    xml.own("<pic:nvPicPr>");
                    xml.empty("pic:cNvPr", &[("id", "1"), ("name", "Logo"), ("descr", name)]);
                    xml.own("<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>");
                    xml.element("a:blip", &[("r:embed", shown)], |xml| {
                        if lines {
                            xml.own(SVG);
                        }
                    });
                    xml.own("<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>");
                    xml.own("<a:off x=\"0\" y=\"0\"/>");
                    xml.empty("a:ext", &[("cx", wide), ("cy", high)]);
                    xml.own("</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr>");
                });
            });
        });
    });
}

const SVG: &str = "<a:extLst><a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\">\
    <asvg:svgBlip xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" \
    r:embed=\"rIdLogoLines\"/></a:ext></a:extLst>";

#[cfg(feature = "pdf")]
fn dots(logo: &Picture) -> Option<Vec<u8>> {
    use resvg::{tiny_skia, usvg};
    // What a picture refers to outside of itself is left out.
    let mut options = usvg::Options::default();
    options.image_href_resolver.resolve_string = Box::new(|_, _| None);
    let tree = usvg::Tree::from_data(&logo.bytes, &options).ok()?;
    let scale = 720.0 / tree.size().width();
    let size = tree.size().to_int_size().scale_to_width(720)?;
    let mut map = tiny_skia::Pixmap::new(size.width(), size.height().min(2_000))?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut map.as_mut());
    map.encode_png().ok()
}

#[cfg(not(feature = "pdf"))]
fn dots(_: &Picture) -> Option<Vec<u8>> {
    None
}
