//! The program `etalon`: parses arguments, runs the command, returns its exit code.

fn main() {}
