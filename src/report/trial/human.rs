//! The outcome of scenarios for people. Must never hide that a scenario was not understood.

use std::io;

use crate::report::line::wrapped;
use crate::report::text::{counted, plain};
use crate::report::{Style, Telling};
use crate::situation::trial::{Check, Run, Trial, Verdict};

pub(super) fn write(
    telling: &Telling<'_>,
    trial: &Trial<'_>,
    coverage: bool,
    style: Style,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let mut page = Page { telling, style, text: String::new() };
    trial.runs.iter().for_each(|run| page.run(run));
    page.summary(trial, coverage);
    out.write_all(page.text.as_bytes())
}

struct Page<'p, 't> {
    telling: &'p Telling<'t>,
    style: Style,
    text: String,
}

impl Page<'_, '_> {
    fn run(&mut self, run: &Run<'_>) {
        let id = &run.scenario.id;
        let title = self.telling.title(run).map(|title| format!(": {title}")).unwrap_or_default();
        if run.passed() {
            return self.line(0, &format!("passed  {id}{title}"));
        }
        self.line(0, &format!("FAILED  {id}{title}"));
        let place = self.telling.place(run.scenario.id_span);
        self.line(4, &format!("situation: {} ({place})", Telling::situation(run)));
        if let Some((objection, span)) = &run.refused {
            let place = self.telling.place(*span);
            self.line(4, &format!("{} ({place})", objection.message));
            self.line(6, &objection.help);
        }
        for check in &run.checks {
            self.check(check);
        }
    }

    fn check(&mut self, check: &Check<'_>) {
        let place = self.telling.place(check.span);
        match &check.verdict {
            Verdict::Passed => {}
            Verdict::Failed(actual) => {
                self.line(4, &format!("{}: {} expected ({place})", check.name, check.expected));
                for actual in actual {
                    let actual = self.telling.actual(actual);
                    self.line(6, &format!("but it is {actual}"));
                }
            }
            Verdict::Unusable(objection) => {
                self.line(4, &format!("{}: {} ({place})", check.name, objection.message));
                self.line(6, &objection.help);
            }
        }
    }

    fn summary(&mut self, trial: &Trial<'_>, coverage: bool) {
        if trial.runs.is_empty() {
            self.line(0, "There are no scenarios: write some under `scenarios:`.");
        } else {
            let (all, passed) = (trial.runs.len(), trial.passed());
            let scenarios = counted(all, "scenario");
            let outcome = match all - passed {
                0 => "all passed".to_owned(),
                failed => format!("{passed} passed, {failed} failed"),
            };
            self.text.push('\n');
            self.line(0, &format!("{scenarios}: {outcome}."));
        }
        let (untouched, rules) = (trial.untouched.len(), counted(trial.rules, "rule"));
        if untouched > 0 {
            let hint = if coverage { ":" } else { "; `--coverage` lists the others." };
            let touched = trial.rules - untouched;
            let words = if coverage {
                format!("No scenario touches {untouched} of {rules}{hint}")
            } else {
                format!("Scenarios touch {touched} of {rules}{hint}")
            };
            self.line(0, &words);
        }
        for (table, rule) in trial.untouched.iter().filter(|_| coverage) {
            self.line(2, &format!("{table}: {} ({})", rule.id, self.telling.place(rule.span)));
        }
        if self.telling.errors > 0 {
            let errors = counted(self.telling.errors, "error");
            let advice = "what could not be read was left out. `etalon check` shows them.";
            self.line(0, &format!("The standard has {errors}; {advice}"));
        }
    }

    fn line(&mut self, indent: usize, text: &str) {
        let room = self.style.width.saturating_sub(indent + 2).max(20);
        for (at, line) in wrapped(&plain(text), room).lines().enumerate() {
            self.text.push_str(&" ".repeat(if at == 0 { indent } else { indent + 2 }));
            self.text.push_str(line);
            self.text.push('\n');
        }
    }
}
