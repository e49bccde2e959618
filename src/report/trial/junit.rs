//! The outcome of scenarios as JUnit XML: a suite, a case per scenario. Must never write a suite without a case.

use std::io;

use crate::report::Telling;
use crate::report::junit::escaped;
use crate::situation::trial::{Run, Trial, Verdict};

pub(super) fn write(telling: &Telling<'_>, trial: &Trial<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let faulty = trial.runs.iter().filter(|run| is_faulty(run)).count();
    let failed = trial.runs.iter().filter(|run| !run.passed() && !is_faulty(run)).count();
    let cases = trial.runs.len().max(1);
    let totals =
        format!("tests=\"{cases}\" failures=\"{failed}\" errors=\"{faulty}\" skipped=\"0\" time=\"0\"");
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(out, "<testsuites name=\"etalon\" {totals}>")?;
    writeln!(out, "  <testsuite name=\"scenarios\" {totals}>")?;
    if trial.runs.is_empty() {
        writeln!(out, "    <testcase classname=\"scenarios\" name=\"there are no scenarios\" time=\"0\"/>")?;
    }
    for run in &trial.runs {
        case(telling, run, out)?;
    }
    writeln!(out, "  </testsuite>")?;
    writeln!(out, "</testsuites>")
}

fn case(telling: &Telling<'_>, run: &Run<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let (start, _) = telling.sources.positions(run.scenario.id_span);
    let path = escaped(telling.sources.path(run.scenario.id_span));
    let name = escaped(&run.scenario.id);
    let open = format!(
        "    <testcase classname=\"{path}\" name=\"{name}\" file=\"{path}\" line=\"{}\" time=\"0\"",
        start.line
    );
    let said = said(telling, run);
    let Some(first) = said.first() else { return writeln!(out, "{open}/>") };
    let (kind, message) = (if is_faulty(run) { "error" } else { "failure" }, escaped(first));
    let details: Vec<String> = std::iter::once(format!("situation: {}", Telling::situation(run)))
        .chain(said.iter().cloned())
        .collect();
    // Line breaks stay as they are: this is what people read in the report.
    let details: Vec<String> = details.iter().map(|line| escaped(line)).collect();
    writeln!(out, "{open}>")?;
    writeln!(out, "      <{kind} message=\"{message}\">{}</{kind}>", details.join("\n"))?;
    writeln!(out, "    </testcase>")
}

// Whether something about the scenario could not be understood.
fn is_faulty(run: &Run<'_>) -> bool {
    run.refused.is_some() || run.checks.iter().any(|check| matches!(check.verdict, Verdict::Unusable(_)))
}

fn said(telling: &Telling<'_>, run: &Run<'_>) -> Vec<String> {
    let refused =
        run.refused.iter().map(|(objection, _)| format!("{} ({})", objection.message, objection.help));
    let checks = run.checks.iter().filter_map(|check| match &check.verdict {
        Verdict::Passed => None,
        Verdict::Failed(actual) => {
            let actual: Vec<String> = actual.iter().map(|actual| telling.actual(actual)).collect();
            Some(format!("{}: expected {}, but it is {}", check.name, check.expected, actual.join("; ")))
        }
        Verdict::Unusable(objection) => {
            Some(format!("{}: {} ({})", check.name, objection.message, objection.help))
        }
    });
    refused.chain(checks).collect()
}
