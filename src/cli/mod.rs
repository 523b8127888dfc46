//! The command line: arguments in, results on standard output, an exit code back.

mod args;
mod backup;
#[cfg(feature = "discord")]
mod bot;
mod chat;
mod check;
mod clock;
mod database;
mod files;
mod input;
mod load;
mod locale;
mod manual;
mod private;
mod report;
mod rules;
mod rules_check;
mod rules_import;
mod tips;

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

use clap::Parser;

use crate::ui::Refusal;
use args::{Command, Rules, Tag, Task, Tips};

/// How a command ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Exit {
    /// Nothing to show.
    Nothing = 0,
    /// There are findings; a bot that was asked is not alive.
    Findings = 1,
    /// The command, a rule file or a draft could not be used.
    Refused = 2,
}

/// Why a command came to nothing.
#[derive(Debug)]
enum Failure {
    /// The user can fix it.
    Refused(Refusal),
    /// The configuration can't be used; what is wrong with it, in words.
    #[cfg(feature = "discord")]
    Told(String),
    /// Standard output does not take the result.
    Write(io::Error),
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Failure::Refused(refusal)
    }
}

/// Runs one command. The code is 0 for nothing to show, 1 for findings and 2 for a command or rule file that can't be used.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let command = match Command::try_parse_from(arguments) {
        Ok(command) => command,
        Err(stopped) => {
            // Help and version are asked for as well as given for a mistake; clap tells the two apart.
            let _: io::Result<()> = stopped.print();
            return ExitCode::from(if stopped.use_stderr() {
                Exit::Refused as u8
            } else {
                Exit::Nothing as u8
            });
        }
    };
    let (done, tag) = match &command.task {
        Task::Check(task) => (check::run(task), &task.language),
        Task::Chat(task) => (chat::run(task), &task.language),
        #[cfg(feature = "discord")]
        Task::Bot(task) => (bot::run(task), &task.language),
        #[cfg(feature = "discord")]
        Task::Doctor(task) => (bot::doctor(task), &task.language),
        #[cfg(feature = "discord")]
        Task::Healthy(task) => (bot::healthy(task), &Tag(None)),
        Task::Rules(Rules::Check(task)) => (rules_check::run(task), &task.language),
        Task::Rules(Rules::List(task)) => (rules::list(task), &task.language),
        Task::Rules(Rules::Show(task)) => (rules::show(task), &task.language),
        Task::Rules(Rules::Import(task)) => (rules_import::run(task), &task.language),
        Task::Rules(Rules::New(task)) => (rules::new(task), &task.language),
        Task::Rules(Rules::Schema(task)) => (rules::schema(task), &Tag(None)),
        Task::Tips(Tips::Next(task)) => (tips::next(task), &task.language),
        Task::Tips(Tips::List(task)) => (tips::list(task), &task.language),
        Task::Backup(task) => (backup::run(task), &task.language),
        Task::Restore(task) => (backup::restore(task), &task.language),
        Task::Completions(task) => (manual::completions(task), &Tag(None)),
        Task::ManualPages(task) => (manual::pages(task), &Tag(None)),
    };
    let exit = done.unwrap_or_else(|failure| {
        report::failure(&failure, tag.0.as_deref());
        Exit::Refused
    });
    ExitCode::from(exit as u8)
}
