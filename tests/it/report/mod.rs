//! Reports: what is written for people and what machines can read back.

mod golden;
mod human;
mod machines;

use etalon::diagnostic::{Finding, Reweighed, Severity, Waived};
use etalon::report::{Format, Report, RuleNote, Style, write};
use etalon::source::{FileId, SourceFile, SourceMap, Span};

/// Two files, one of them with a Cyrillic name, and five findings: an error that two files prove, a warning
/// about several lines, a note, a waived error, and a warning of a rule that is switched off.
pub(super) struct Sample {
    pub(super) sources: SourceMap,
    pub(super) findings: Vec<Finding>,
    pub(super) rules: Vec<RuleNote>,
    pub(super) left_out: usize,
    pub(super) reweighed: Vec<Reweighed>,
}

pub(super) const PROMISES: &str = "promises:
  first-reply:
    канал: чат
    within: 5 minutes
    text: \"Ответим быстро, <b>честно</b> & 100%: да, правда\"
  call-back:
    owner: касир
    days: [mon, tue]
    hours: always
";

pub(super) const HOURS: &str = "часы:\n  чат: закрыт   # до весны\n  телефон: 9:00-18:00\n";

impl Sample {
    pub(super) fn new() -> Self {
        let mut sources = SourceMap::default();
        let promises = sources.add(SourceFile::new("promises.yaml", PROMISES.to_owned()));
        let hours = sources.add(SourceFile::new("точка 1/часы,ru.yaml", HOURS.to_owned()));
        let at = |file, text| span(&sources, file, text);
        let mut waived =
            Finding::error("hours/too-long", at(hours, "9:00-18:00"), "the line is open too long")
                .help("close at 17:00");
        waived.waived = Some(Waived {
            by: "summer".to_owned(),
            reason: "the second shift starts on 1 December".to_owned(),
            until: Some("2026-12-31".to_owned()),
        });
        let mut off = Finding::warning("script/polite", at(promises, "100%"), "`100%` promises too much");
        off.waived = Some(Waived {
            by: "check_rules.script/polite".to_owned(),
            reason: "our customers like it".to_owned(),
            until: None,
        });
        let late = at(promises, "5 minutes");
        let block = Span { end: at(promises, "hours: always").end, ..at(promises, "owner: касир") };
        let findings = vec![
            Finding::error(
                "promise/outside-hours",
                late,
                "chat promises a reply in `5 minutes`, but chat is closed",
            )
            .label("promised here")
            .also(at(hours, "закрыт"), "closed here")
            .also(at(promises, "чат"), "for this channel")
            .help("open the chat, or promise the reply by e-mail")
            .arg("minutes", 5),
            Finding::new(
                "script/markup",
                Severity::Info,
                at(promises, "<b>честно</b>"),
                "markup: 100% <b>,\r\nof it",
            ),
            Finding::warning("people/unknown-role", block, "nobody is called `касир`")
                .label("did you mean `кассир`?")
                .help("write `кассир`"),
            waived,
            off,
        ];
        Sample { findings, rules: rules(), sources, left_out: 0, reweighed: reweighed() }
    }

    pub(super) fn empty() -> Self {
        Sample {
            sources: SourceMap::default(),
            findings: Vec::new(),
            rules: rules(),
            left_out: 0,
            reweighed: Vec::new(),
        }
    }

    pub(super) fn written(&self, format: Format) -> String {
        self.styled(format, Style::default())
    }

    pub(super) fn styled(&self, format: Format, style: Style) -> String {
        let report = Report {
            findings: &self.findings,
            left_out: self.left_out,
            sources: &self.sources,
            rules: &self.rules,
            reweighed: &self.reweighed,
            checked_files: 12,
        };
        let mut out = Vec::new();
        write(format, &report, style, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }
}

pub(super) fn span(sources: &SourceMap, file: FileId, text: &str) -> Span {
    let start = sources.file(file).unwrap().text().find(text).unwrap();
    Span::new(file, start, start + text.len())
}

/// A sample of one file and one finding about `marked`.
pub(super) fn single(text: &str, marked: &str, label: &str) -> Sample {
    let mut sample = Sample::empty();
    let file = sample.sources.add(SourceFile::new("a.yaml", text.to_owned()));
    let place = span(&sample.sources, file, marked);
    sample.findings.push(Finding::error("group/name", place, "something is wrong").label(label));
    sample
}

fn reweighed() -> Vec<Reweighed> {
    let reason = "our customers like it".to_owned();
    let off =
        Reweighed { rule: "script/polite", usual: Severity::Warning, severity: None, reason, findings: 1 };
    let heavier = Reweighed { rule: "people/unknown-role", severity: Some(Severity::Error), ..off.clone() };
    vec![off, Reweighed { reason: String::new(), ..heavier }]
}

fn rules() -> Vec<RuleNote> {
    let ids = [
        "hours/too-long",
        "people/unknown-role",
        "promise/outside-hours",
        "script/markup",
        "script/polite",
        "x/unused",
    ];
    let note = |id| RuleNote {
        id,
        severity: Severity::Warning,
        summary: format!("What {id} finds"),
        explanation: format!("What {id}\nfinds\n\n## Why\n\nIt *matters*\nmuch."),
        link: (id == "people/unknown-role").then(|| "https://etalon.example/rules/people".to_owned()),
    };
    ids.into_iter().map(note).collect()
}
