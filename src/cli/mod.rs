//! The command line: one file per command. The only place that prints, looks at the environment and knows exit codes.
//! Must never judge or compile anything itself.

mod acks;
mod ask;
mod asked;
mod build;
mod changes;
mod check;
mod coverage;
mod csv;
mod diff;
mod each;
mod explain;
mod formats;
mod git;
mod init;
mod jobs;
mod place;
mod progress;
mod rules;
mod schema;
mod show;
mod test;
mod translations;
mod verify;

use std::io::Write;
use std::process::ExitCode;

use clap::{ArgMatches, CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::source::LoadError;

pub use schema::Subject;
use show::say;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing to object to: exit code 0.
    Clean,
    /// Findings at or above the level that fails: exit code 1.
    Findings,
}

/// Exit code for wrong usage, or a project that cannot be read.
const UNUSABLE: u8 = 2;
/// Exit code for a fault of the program itself.
const FAULT: u8 = 3;

/// Service standards as code: check them, build handbooks and policy bundles from them.
///
/// Exit codes: 0 clean, 1 findings, 2 wrong usage or a project that cannot be read, 3 a fault of the program.
#[derive(Debug, Parser)]
#[command(name = "etalon", version, disable_help_subcommand = true, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Check),
    Build(build::Build),
    Ask(ask::Ask),
    Test(test::Test),
    Coverage(coverage::Coverage),
    Acks(acks::Acks),
    Translations(translations::Translations),
    Diff(diff::Diff),
    Changes(changes::Since),
    Init(init::Init),
    Explain(explain::Explain),
    Rules(rules::Rules),
    Schema(schema::Schema),
    Verify(verify::Verify),
}

/// What a command returns.
type Result = std::result::Result<Outcome, LoadError>;

/// Runs the program with the arguments of the process.
pub fn run() -> ExitCode {
    // A fault is told in words of its own; where it happened is of no use to a reader.
    std::panic::set_hook(Box::new(|_| {}));
    let ended = std::panic::catch_unwind(|| run_with(std::env::args_os(), &mut std::io::stdout().lock()));
    let code = ended.unwrap_or_else(|_| {
        complain(
            "this is a fault of the program, not of your standard",
            "please report it with the command you ran",
        );
        FAULT
    });
    ExitCode::from(code)
}

/// Runs the program with the given arguments (the first is its own name) and returns its exit code.
pub fn run_with<A, T>(arguments: A, out: &mut dyn Write) -> u8
where
    A: IntoIterator<Item = T>,
    T: Into<std::ffi::OsString> + Clone,
{
    let matches = Arguments::command().try_get_matches_from(arguments);
    let parsed = matches.and_then(|matches| Ok((Arguments::from_arg_matches(&matches)?, matches)));
    let (arguments, matches) = match parsed {
        Ok(parsed) => parsed,
        Err(error) => {
            let shown = error.print();
            return if error.use_stderr() || shown.is_err() { UNUSABLE } else { 0 };
        }
    };
    match dispatch(&arguments.command, &matches, out) {
        Ok(Outcome::Clean) => 0,
        Ok(Outcome::Findings) => 1,
        Err(error) => {
            complain(&error.message, &error.help);
            UNUSABLE
        }
    }
}

fn dispatch(command: &Command, matches: &ArgMatches, out: &mut dyn Write) -> Result {
    match command {
        Command::Check(check) => check.run(matches.subcommand_matches("check"), out),
        Command::Build(build) => build.run(out),
        Command::Ask(ask) => ask.run(out),
        Command::Test(test) => test.run(out),
        Command::Coverage(coverage) => coverage.run(out),
        Command::Acks(acks) => acks.run(out),
        Command::Translations(translations) => translations.run(out),
        Command::Diff(diff) => diff.run(out),
        Command::Changes(changes) => changes.run(out),
        Command::Init(init) => init.run(out),
        Command::Explain(explain) => explain.run(out),
        Command::Rules(rules) => rules.run(out),
        Command::Schema(schema) => schema.run(out),
        Command::Verify(verify) => verify.run(out),
    }
}

fn complain(message: &str, help: &str) {
    // When even this cannot be written, the exit code still tells.
    let _ = writeln!(std::io::stderr(), "etalon: {message}\n        {help}");
}
