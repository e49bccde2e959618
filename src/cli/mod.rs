//! The command line: one file per command. The only place that prints, looks at the environment and knows exit codes.
//! Must never judge or compile anything itself.

mod check;
mod place;

use std::io::Write;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::source::LoadError;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing to object to.
    Clean,
    /// Findings at or above the level that fails.
    Findings,
}

impl Outcome {
    fn code(self) -> u8 {
        match self {
            Outcome::Clean => 0,
            Outcome::Findings => 1,
        }
    }
}

/// Wrong usage, or a project that cannot be read.
const UNUSABLE: u8 = 2;

/// Service standards as code: check them, build handbooks and policy bundles from them.
#[derive(Debug, Parser)]
#[command(name = "etalon", version, disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Check),
}

/// Runs the program with the arguments of the process.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let shown = error.print();
            return ExitCode::from(if error.use_stderr() || shown.is_err() { UNUSABLE } else { 0 });
        }
    };
    let mut out = std::io::stdout().lock();
    let result = match &arguments.command {
        Command::Check(check) => check.run(&mut out),
    };
    match result {
        Ok(outcome) => ExitCode::from(outcome.code()),
        Err(error) => {
            // The message is all that is left to say; when even that cannot be written, the exit code still tells.
            let _ = writeln!(std::io::stderr(), "etalon: {}\n  {}", error.message, error.help);
            ExitCode::from(UNUSABLE)
        }
    }
}

/// What a command returns.
type Result = std::result::Result<Outcome, LoadError>;
