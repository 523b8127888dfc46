//! What may stand on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Compares customer-support drafts with rules and hands them back reworded.
#[derive(Debug, Parser)]
#[command(name = "kalologos", version, about, after_help = AFTER)]
pub struct Command {
    #[command(subcommand)]
    pub task: Task,
}

const AFTER: &str =
    "Exit codes: 0 nothing to show, 1 findings, 2 a problem with the command or a rule file.";

#[derive(Debug, Subcommand)]
pub enum Task {
    /// Check drafts: what to say instead, why, and the whole draft reworded
    Check(Check),
    /// Talk with the bot in this terminal: the same commands and cards as in a chat
    Chat(Chat),
    /// Work with rule files
    #[command(subcommand)]
    Rules(Rules),
    /// Copy what is remembered to a new file; the bot may go on meanwhile
    #[cfg(feature = "sqlite")]
    Backup(Backup),
}

#[cfg(feature = "sqlite")]
#[derive(Debug, Args)]
pub struct Backup {
    /// The new file
    #[arg(value_name = "PATH")]
    pub to: PathBuf,
    /// The file in which the bot keeps what it remembers; without it, the one in the data folder of the system
    #[arg(long, value_name = "PATH")]
    pub data: Option<PathBuf>,
    /// Language of what is said: `el` or `en`; without it, that of the system
    #[arg(long, value_name = "LANGUAGE", default_value = "auto", value_parser = language)]
    pub language: Tag,
}

#[derive(Debug, Args)]
pub struct Check {
    /// The draft; several words are joined by spaces. `-`, or nothing at the end of a pipe: standard input
    #[arg(value_name = "TEXT")]
    pub text: Vec<String>,
    /// A file that is a draft; may be given several times. `-` is standard input
    #[arg(long, value_name = "PATH")]
    pub file: Vec<PathBuf>,
    /// Every line is a draft of its own, an empty one too
    #[arg(long)]
    pub lines: bool,
    /// Rules of which language: `el`, `en`, `auto` for all, or a language of your own rules
    #[arg(long, value_name = "LANGUAGE", default_value = "auto", value_parser = language)]
    pub language: Tag,
    #[command(flatten)]
    pub sources: Sources,
    /// The lowest level that is shown
    #[arg(long, value_enum, default_value_t = Level::Suggestion)]
    pub level: Level,
    /// For people, or one JSON object a line for programs
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

#[derive(Debug, Args)]
pub struct Chat {
    /// Language of the bot: `el` or `en`; without it, that of the system
    #[arg(long, value_name = "LANGUAGE", default_value = "auto", value_parser = language)]
    pub language: Tag,
    #[command(flatten)]
    pub sources: Sources,
}

/// Where rules come from.
#[derive(Debug, Args)]
pub struct Sources {
    /// A rule file, or a folder of them, that goes before the built-in rules; may be given several times
    #[arg(long, value_name = "PATH")]
    pub rules: Vec<PathBuf>,
    /// Leave the built-in rules out; the built-in words of the languages stay
    #[arg(long)]
    pub no_builtin: bool,
}

#[derive(Debug, Subcommand)]
pub enum Rules {
    /// Check rule files: every problem with its line and how to mend it, and whether the examples behave
    Check(RulesCheck),
    /// List the rules in force
    List(RulesList),
    /// Show one rule: everything that its phrases catch, and sentences that it would catch
    Show(RulesShow),
    /// Turn a table (CSV, Excel, Markdown, pasted text) into a rule file, which is printed
    Import(RulesImport),
    /// Print a commented rule file to begin with
    New(RulesNew),
    /// Print the JSON Schema of a kind of file, for editors
    Schema(RulesSchema),
}

#[derive(Debug, Args)]
pub struct RulesCheck {
    /// A rule file, or a folder of them
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,
    /// Leave the built-in rules out; the built-in words of the languages stay
    #[arg(long)]
    pub no_builtin: bool,
    /// Language of the report: `el` or `en`; without it, that of the system
    #[arg(long, value_name = "LANGUAGE", default_value = "auto", value_parser = language)]
    pub language: Tag,
    /// For people, or one JSON object a problem for programs
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

#[derive(Debug, Args)]
pub struct RulesList {
    #[command(flatten)]
    pub sources: Sources,
    /// Rules of which language: `el`, `en`, `auto` for all, or a language of your own rules
    #[arg(long, value_name = "LANGUAGE", default_value = "auto", value_parser = language)]
    pub language: Tag,
    /// For people, or one JSON object a rule for programs
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

#[derive(Debug, Args)]
pub struct RulesShow {
    /// The id of the rule, in full or its end
    #[arg(value_name = "ID")]
    pub id: String,
    #[command(flatten)]
    pub sources: Sources,
    /// Language of the words around it: `el` or `en`; without it, that of the system
    #[arg(long, value_name = "LANGUAGE", default_value = "auto", value_parser = language)]
    pub language: Tag,
}

#[derive(Debug, Args)]
pub struct RulesImport {
    /// The table: what is avoided left, what is said instead right, why beside it; or as its heads say. `-` is standard input
    #[arg(value_name = "PATH")]
    pub path: PathBuf,
    /// What is avoided stands on the right
    #[arg(long)]
    pub swap: bool,
    /// Find verbs only in the form that is written, not in singular and plural
    #[arg(long)]
    pub verbs_as_written: bool,
    /// Language of the report: `el` or `en`; without it, that of the system
    #[arg(long, value_name = "LANGUAGE", default_value = "auto", value_parser = language)]
    pub language: Tag,
}

#[derive(Debug, Args)]
pub struct RulesNew {
    /// Language of the file: `el` or `en`; without it, that of the system
    #[arg(long, value_name = "LANGUAGE", default_value = "auto", value_parser = language)]
    pub language: Tag,
}

#[derive(Debug, Args)]
pub struct RulesSchema {
    /// Rules, the words of a language, or principles
    #[arg(value_enum, value_name = "KIND", default_value_t = Kind::Rules)]
    pub kind: Kind,
}

/// The kinds of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    Rules,
    Words,
    Principles,
}

/// The tag of a language; none for all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag(pub Option<String>);

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Level {
    Suggestion,
    Warning,
    Error,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Text,
    Json,
}

fn language(written: &str) -> Result<Tag, String> {
    let is_tag = !written.is_empty()
        && written.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '-');
    match written {
        "auto" => Ok(Tag(None)),
        _ if is_tag => Ok(Tag(Some(written.to_owned()))),
        _ => Err("expected `el`, `en`, `auto` or the tag of another language".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        super::Command::command().debug_assert();
    }
}
