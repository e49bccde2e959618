//! How the results of a build look where a company has a say: colour, fonts, logo, template.
//! Must never say anything, and never take a picture for something that it is not.

use crate::diagnostic::listed;
use crate::model::Brand;
use crate::source::{LoadError, Spanned};

/// The look of the handbooks.
#[derive(Debug, Clone, PartialEq)]
pub struct Look {
    /// The colour of headings, lines and bars, as six hexadecimal digits.
    pub accent: String,
    /// The font of the text, by its name; the usual one of the format where there is none.
    pub text_font: Option<String>,
    /// The font of the headings; that of the text where there is none.
    pub heading_font: Option<String>,
    /// Font files: what is printed can be set in them even where they are not installed.
    pub fonts: Vec<Vec<u8>>,
    /// The logo on the cover.
    pub logo: Option<Picture>,
    /// A document of the company whose styles, header, footer and page count for word processors.
    pub template: Option<Vec<u8>>,
}

/// A picture of a company.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// Its format.
    pub format: PictureFormat,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its width by its height.
    pub ratio: f64,
}

/// The formats that a picture may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureFormat {
    /// Dots, without loss.
    Png,
    /// Lines and areas.
    Svg,
}

impl Default for Look {
    fn default() -> Self {
        Look {
            accent: "0A5A66".to_owned(),
            text_font: None,
            heading_font: None,
            fonts: Vec::new(),
            logo: None,
            template: None,
        }
    }
}

impl Look {
    /// The look that a brand describes; `read` gives the bytes of a file of the standard.
    pub fn of(
        brand: Option<&Brand>,
        read: &dyn Fn(&str) -> Result<Vec<u8>, LoadError>,
    ) -> Result<Self, LoadError> {
        let mut look = Look::default();
        let Some(brand) = brand else { return Ok(look) };
        if let Some(colour) = brand.colour.value() {
            look.accent = colour.to_string();
        }
        look.text_font = brand.font.value().cloned();
        look.heading_font = brand.heading_font.value().cloned();
        look.fonts = brand.font_files.iter().map(|path| read(path)).collect::<Result<_, _>>()?;
        if let Some(Spanned { value: path, .. }) = brand.logo.get() {
            let picture = Picture::of(read(path)?);
            let wrong = || {
                let help = format!("save it as {} again", listed(["PNG", "SVG"], 2));
                LoadError::new(format!("`{path}` is not a picture that can be read"), help)
            };
            look.logo = Some(picture.ok_or_else(wrong)?);
        }
        look.template = brand.template.value().map(|path| read(path)).transpose()?;
        Ok(look)
    }

    /// The accent on dark ground.
    pub(super) fn light(&self) -> String {
        mixed(&self.accent, 0.5)
    }

    /// An area behind text on dark ground.
    pub(super) fn dim(&self) -> String {
        "26313A".to_owned()
    }

    /// The accent mixed with white, for areas behind text.
    pub(super) fn soft(&self) -> String {
        mixed(&self.accent, 0.1)
    }
}

impl Picture {
    /// The picture that some bytes are; nothing if they are none.
    pub fn of(bytes: Vec<u8>) -> Option<Self> {
        let png = png_size(&bytes).map(|size| (PictureFormat::Png, size));
        let (format, (width, height)) =
            png.or_else(|| svg_size(&bytes).map(|size| (PictureFormat::Svg, size)))?;
        let ratio = width / height;
        (ratio.is_finite() && (0.02..=50.0).contains(&ratio)).then_some(Picture { format, bytes, ratio })
    }
}

fn png_size(bytes: &[u8]) -> Option<(f64, f64)> {
    let head = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let number = |at: usize| {
        let digits: [u8; 4] = head.get(at..at + 4)?.try_into().ok()?;
        Some(f64::from(u32::from_be_bytes(digits)))
    };
    Some((number(8)?, number(12)?))
}

fn svg_size(bytes: &[u8]) -> Option<(f64, f64)> {
    let text = std::str::from_utf8(bytes).ok()?;
    let tree = roxmltree::Document::parse(text).ok()?;
    let root = tree.root_element();
    if root.tag_name().name() != "svg" {
        return None;
    }
    let view = root.attribute("viewBox").map(|view| {
        let numbers = view.split([' ', ',']).filter_map(|number| number.parse::<f64>().ok());
        numbers.collect::<Vec<_>>()
    });
    if let Some([_, _, width, height]) = view.as_deref() {
        return Some((*width, *height));
    }
    let length = |name| {
        let value = root.attribute(name)?;
        value.trim_end_matches(|letter: char| letter.is_alphabetic()).trim().parse::<f64>().ok()
    };
    Some((length("width")?, length("height")?))
}

// So much of a colour, and the rest white.
fn mixed(colour: &str, part: f64) -> String {
    let channel = |at: usize| colour.get(at..at + 2).and_then(|digits| u8::from_str_radix(digits, 16).ok());
    let mix = |channel: Option<u8>| 255.0 - (255.0 - f64::from(channel.unwrap_or(0))) * part;
    [0, 2, 4].iter().map(|at| format!("{:02X}", mix(channel(*at)).round() as u8)).collect()
}
