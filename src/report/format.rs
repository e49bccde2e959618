//! The names of the formats. Must never write anything.

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Frames of the author's own lines, for reading.
    Human,
    /// One line per finding.
    Concise,
    /// Everything, for programs.
    Json,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Annotations of GitHub Actions.
    Github,
    /// GitLab Code Quality.
    Gitlab,
    /// JUnit XML, for test reports.
    Junit,
}

impl Format {
    /// Every format, in the order in which they are offered.
    pub const ALL: [Format; 7] = [
        Format::Human,
        Format::Concise,
        Format::Json,
        Format::Sarif,
        Format::Github,
        Format::Gitlab,
        Format::Junit,
    ];

    /// The word used in options.
    pub fn word(self) -> &'static str {
        match self {
            Format::Human => "human",
            Format::Concise => "concise",
            Format::Json => "json",
            Format::Sarif => "sarif",
            Format::Github => "github",
            Format::Gitlab => "gitlab",
            Format::Junit => "junit",
        }
    }

    /// What the format is for, for the help of the command line.
    pub fn purpose(self) -> &'static str {
        match self {
            Format::Human => "the lines in question, what is wrong with them and what to do",
            Format::Concise => "one line per finding",
            Format::Json => "everything that is known about each finding, for programs",
            Format::Sarif => "SARIF 2.1.0, for code scanning",
            Format::Github => "annotations of GitHub Actions",
            Format::Gitlab => "a GitLab Code Quality report",
            Format::Junit => "JUnit XML, for test reports",
        }
    }
}
