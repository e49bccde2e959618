//! The program `etalon`: hands its arguments to `cli` and returns the exit code. Must never do anything else.

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    etalon::cli::run()
}
