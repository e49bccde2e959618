//! The program `etalon`: hands its arguments to `cli` and returns the exit code. Must never do anything else.

use std::process::ExitCode;

fn main() -> ExitCode {
    etalon::cli::run()
}
