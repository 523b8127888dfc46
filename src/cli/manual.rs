//! Completions for shells and the manual pages, from the description of the command line.

use clap::CommandFactory;

use super::args::{self, Command};
use super::{Exit, Failure, report};

/// Prints the completions of a shell.
pub fn completions(asked: &args::Completions) -> Result<Exit, Failure> {
    let mut written = Vec::new();
    let mut command = Command::command();
    let name = command.get_name().to_owned();
    clap_complete::generate(asked.shell, &mut command, name, &mut written);
    report::print(&String::from_utf8_lossy(&written))?;
    Ok(Exit::Nothing)
}

/// Writes a manual page for the program, and one for each of its commands.
pub fn pages(asked: &args::ManualPages) -> Result<Exit, Failure> {
    std::fs::create_dir_all(&asked.folder).map_err(Failure::Write)?;
    clap_mangen::generate_to(Command::command(), &asked.folder).map_err(Failure::Write)?;
    Ok(Exit::Nothing)
}
