//! How the results of a build look where a company has a say: colour, fonts, logo.
//! Must never say anything, and never hold a path: files are read before they get here.

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
        Look { accent: "0A5A66".to_owned(), text_font: None, heading_font: None, fonts: Vec::new(), logo: None }
    }
}

impl Look {
    /// The accent mixed with white, for areas behind text.
    pub(super) fn soft(&self) -> String {
        mixed(&self.accent, 0.1)
    }
}

// So much of a colour, and the rest white.
fn mixed(colour: &str, part: f64) -> String {
    let channel = |at: usize| colour.get(at..at + 2).and_then(|digits| u8::from_str_radix(digits, 16).ok());
    let mix = |channel: Option<u8>| 255.0 - (255.0 - f64::from(channel.unwrap_or(0))) * part;
    [0, 2, 4].iter().map(|at| format!("{:02X}", mix(channel(*at)).round() as u8)).collect()
}
