//! Wires the command line to the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    kalologos::cli::run(std::env::args_os())
}
