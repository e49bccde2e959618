//! What is wrong with a text that should have been a value.
//! Must never know where the text stands: the reader adds that.

/// A text that could not be read, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong, on one line: lower case, no full stop, the author's words in backticks.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// First byte of the part that is wrong, counted from the start of the text.
    pub at: usize,
    /// How many bytes are wrong.
    pub len: usize,
}

impl Problem {
    /// A problem of the part of a text that starts at the byte `at` and is `len` bytes long.
    pub fn new(at: usize, len: usize, message: impl Into<String>, help: impl Into<String>) -> Self {
        Problem { message: one_line(&message.into()), help: one_line(&help.into()), at, len }
    }

    /// A problem of a whole text.
    pub fn whole(text: &str, message: impl Into<String>, help: impl Into<String>) -> Self {
        let start = text.len() - text.trim_start().len();
        Problem::new(start, text.trim().len(), message, help)
    }

    /// The same problem in a text that has `bytes` more bytes in front.
    #[must_use]
    pub fn shifted(mut self, bytes: usize) -> Self {
        self.at += bytes;
        self
    }
}

// What authors write may run over several lines, what they are told may not.
fn one_line(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ")
}
