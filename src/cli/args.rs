//! What may stand on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::{Date, DateTime, Time};

use crate::import::Chosen;

/// Compares customer-support drafts with rules and hands them back reworded.
#[derive(Debug, Parser)]
#[command(name = "kalologos", version = VERSION, about, after_help = AFTER)]
pub struct Command {
    #[command(subcommand)]
    pub task: Task,
}

/// The version, and the commit that it is built from.
const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), " (", env!("COMMIT"), ")");

const AFTER: &str =
    "Exit codes: 0 nothing to show, 1 findings, 2 a problem with the command or a rule file.";

#[derive(Debug, Subcommand)]
pub enum Task {
    /// Check drafts: what to say instead, why, and the whole draft reworded
    Check(Check),
    /// Talk with the bot in this terminal: the same commands and cards as in a chat
    Chat(Chat),
    /// Run the bot on Discord
    #[cfg(feature = "discord")]
    Bot(Bot),
    /// Check everything that the bot needs, and say how to fix what is missing
    #[cfg(feature = "discord")]
    Doctor(Bot),
    /// Ask a running bot whether it is alive
    #[cfg(feature = "discord")]
    #[command(hide = true)]
    Healthy(Healthy),
    /// Work with rule files
    #[command(subcommand)]
    Rules(Rules),
    /// Tips on the principles of service: the next one, and all of them
    #[command(subcommand)]
    Tips(Tips),
    /// Copy the bot's data to a new file; the bot can keep running
    Backup(Backup),
    /// Put a backup in place after checking that it is sound; the bot has to be stopped. The old data is kept
    Restore(Backup),
    /// Print completions for a shell
    Completions(Completions),
    /// Write the manual pages into a folder
    #[command(hide = true)]
    ManualPages(ManualPages),
}

#[cfg(feature = "discord")]
#[derive(Debug, Args)]
pub struct Healthy {
    /// The address on which it answers monitoring
    #[arg(value_name = "ADDRESS")]
    pub address: std::net::SocketAddr,
}

#[derive(Debug, Args)]
pub struct Completions {
    /// The shell
    #[arg(value_name = "SHELL", value_enum)]
    pub shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
pub struct ManualPages {
    /// The folder
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
}

#[derive(Debug, Args)]
pub struct Backup {
    /// The file of the backup
    #[arg(value_name = "PATH")]
    pub file: PathBuf,
    /// The configuration file of the bot; by default `kalologos.toml`, if there is one
    #[arg(long, value_name = "PATH")]
    pub config: Option<PathBuf>,
    /// The file in which the bot keeps its data; by default, the one in the system's data folder
    #[arg(long, value_name = "PATH")]
    pub data: Option<PathBuf>,
    /// Language of the messages: `el` or `en`; by default, the system's
    #[arg(long, value_name = "LANGUAGE", default_value = "auto", value_parser = language)]
    pub language: Tag,
}

#[derive(Debug, Args)]
pub struct Check {
    /// The draft; several words are joined by spaces. `-`, or no text at the end of a pipe, reads standard input
    #[arg(value_name = "TEXT")]
    pub text: Vec<String>,
    /// A file with a draft; may be given several times. `-` is standard input
    #[arg(long, value_name = "PATH")]
    pub file: Vec<PathBuf>,
    /// Treat every line as a draft of its own, even an empty one
    #[arg(long)]
    pub lines: bool,
    /// Use the rules of this language: `el`, `en`, `auto` for all, or a language of your own rules
    #[arg(long, value_name = "LANGUAGE", default_value = "auto", value_parser = language)]
    pub language: Tag,
    #[command(flatten)]
    pub sources: Sources,
    /// The lowest level to show
    #[arg(long, value_enum, default_value_t = Level::Suggestion)]
    pub level: Level,
    /// Also say which wordings were held back, which rules found their phrase but do not apply, and why
    #[arg(long)]
    pub explain: bool,
    /// Text for people, or one JSON object per line for programs
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

#[derive(Debug, Args)]
pub struct Chat {
    /// The file in which the bot keeps its data; by default, one in the system's data folder
    #[arg(long, value_name = "PATH")]
    pub data: Option<PathBuf>,
    /// Language of the bot: `el` or `en`; by default, the system's
    #[arg(long, value_name = "LANGUAGE", default_value = "auto", value_parser = language)]
    pub language: Tag,
    #[command(flatten)]
    pub sources: Sources,
}

/// How the bot is set up. Options override the environment, which overrides the file.
#[cfg(feature = "discord")]
#[derive(Debug, Args)]
pub struct Bot {
    /// The configuration file; by default `kalologos.toml`, if there is one
    #[arg(long, value_name = "PATH")]
    pub config: Option<PathBuf>,
    /// A file with the bot's token, instead of the variable DISCORD_TOKEN
    #[arg(long, value_name = "PATH")]
    pub token_file: Option<PathBuf>,
    /// A proxy for requests to Discord that keeps to its rate limits
    #[arg(long, value_name = "URL", value_parser = url)]
    pub api_url: Option<String>,
    /// The file in which the bot keeps its data; by default, one in the system's data folder
    #[arg(long, value_name = "PATH")]
    pub data: Option<PathBuf>,
    /// A channel in which the bot checks what is posted; may be given several times
    #[arg(long = "drafts-channel", value_name = "ID", value_parser = clap::value_parser!(u64).range(1..))]
    pub drafts_channels: Vec<u64>,
    /// Language of what the bot says to everybody: `el` or `en`; by default, the server's
    #[arg(long, value_name = "LANGUAGE", default_value = "auto", value_parser = spoken)]
    pub language: Tag,
    /// How many checks one person may ask for in a minute
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    pub checks_per_minute: Option<u32>,
    /// Connections to the gateway; by default, as many as Discord recommends
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    pub shards: Option<u32>,
    /// The log as text for people, or one JSON object per line for programs
    #[arg(long, value_enum)]
    pub log_format: Option<LogFormat>,
    #[command(flatten)]
    pub sources: Sources,
}

/// How the log is written.
#[cfg(feature = "discord")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// For people.
    Text,
    /// One object a line, for programs.
    Json,
}

/// Where rules come from.
#[derive(Debug, Args)]
pub struct Sources {
    /// A rule file, or a folder of them, that comes before the built-in rules; may be given several times
    #[arg(long, value_name = "PATH")]
    pub rules: Vec<PathBuf>,
    /// Leave the built-in rules out; the built-in words of the languages stay
    #[arg(long)]
    pub no_builtin: bool,
}

#[derive(Debug, Subcommand)]
pub enum Rules {
    /// Check rule files: every problem with its line and how to fix it, and whether the examples work
    Check(RulesCheck),
    /// List the active rules
    List(RulesList),
    /// Show one rule: everything that its phrases catch, and sentences that it would catch
    Show(RulesShow),
    /// Turn a table (CSV, Excel, Markdown, pasted text) into a rule file and print it
    Import(RulesImport),
    /// Print a commented rule file to start from
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
    /// Language of the report: `el` or `en`; by default, the system's
    #[arg(long, value_name = "LANGUAGE", default_value = "auto", value_parser = language)]
    pub language: Tag,
    /// Text for people, or one JSON object per problem for programs
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

#[derive(Debug, Args)]
pub struct RulesList {
    #[command(flatten)]
    pub sources: Sources,
    /// Use the rules of this language: `el`, `en`, `auto` for all, or a language of your own rules
    #[arg(long, value_name = "LANGUAGE", default_value = "auto", value_parser = language)]
    pub language: Tag,
    /// Text for people, one JSON object per rule for programs, or a page to read
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    pub format: ListFormat,
}

#[derive(Debug, Args)]
pub struct RulesShow {
    /// The id of the rule, or the end of it
    #[arg(value_name = "ID")]
    pub id: String,
    #[command(flatten)]
    pub sources: Sources,
    /// Language of the labels: `el` or `en`; by default, the system's
    #[arg(long, value_name = "LANGUAGE", default_value = "auto", value_parser = language)]
    pub language: Tag,
}

#[derive(Debug, Args)]
pub struct RulesImport {
    /// The table: what to avoid on the left, what to say instead on the right, why next to it; or as its headings say. `-` is standard input
    #[arg(value_name = "PATH")]
    pub path: PathBuf,
    /// What to avoid is on the right
    #[arg(long)]
    pub swap: bool,
    /// The columns of what to avoid and what to say instead, by number or letter, such as `2,3` or `B,C`
    #[arg(long, value_name = "AVOID,PREFER", value_parser = columns)]
    pub columns: Option<Chosen>,
    /// Whether the first row holds the headings; by default, the row that looks like it
    #[arg(long, value_enum, value_name = "ROW")]
    pub heading: Option<HeadingRow>,
    /// The sheet of a workbook, by its number among those in sight
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u8).range(1..))]
    pub sheet: Option<u8>,
    /// Find verbs only in the form that is written, not in singular and plural
    #[arg(long)]
    pub verbs_as_written: bool,
    /// Language of the report: `el` or `en`; by default, the system's
    #[arg(long, value_name = "LANGUAGE", default_value = "auto", value_parser = language)]
    pub language: Tag,
}

/// Whether a table has headings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum HeadingRow {
    /// The first row holds the headings
    First,
    /// No row does; the first is a rule already
    None,
}

/// Two columns, from 1 or from A.
fn columns(written: &str) -> Result<Chosen, String> {
    let column = |written: &str| match written.trim().as_bytes() {
        [letter] if letter.is_ascii_alphabetic() => Some(letter.to_ascii_uppercase() - b'A'),
        _ => written.trim().parse::<u8>().ok()?.checked_sub(1),
    };
    let both = written.split_once(',');
    let chosen = both.and_then(|(avoid, prefer)| {
        Some(Chosen { avoid: column(avoid)?, prefer: column(prefer)? })
    });
    let chosen = chosen.filter(|it| it.avoid != it.prefer);
    chosen.ok_or_else(|| "two columns are needed, such as `2,3` or `B,C`".to_owned())
}

#[derive(Debug, Args)]
pub struct RulesNew {
    /// Language of the file: `el` or `en`; by default, the system's
    #[arg(long, value_name = "LANGUAGE", default_value = "auto", value_parser = language)]
    pub language: Tag,
}

#[derive(Debug, Args)]
pub struct RulesSchema {
    /// Rules, the words of a language, or principles
    #[arg(value_enum, value_name = "KIND", default_value_t = Kind::Rules)]
    pub kind: Kind,
}

#[derive(Debug, Subcommand)]
pub enum Tips {
    /// Show when the next tip comes and what it says, for a server whose first tip came at the start of the year
    Next(TipsNext),
    /// List all tips
    List(TipsList),
}

#[derive(Debug, Args)]
pub struct TipsNext {
    /// The moment to start from, in the time zone, such as 2026-12-24T08:00; by default, now
    #[arg(long, value_name = "MOMENT")]
    pub at: Option<DateTime>,
    /// The time zone
    #[arg(long, value_name = "ZONE", default_value = "Europe/Athens")]
    pub zone: String,
    /// The time of day
    #[arg(long, value_name = "TIME", default_value = "09:00")]
    pub time: Time,
    /// On which days of the week
    #[arg(long, value_enum, default_value_t = Days::Working)]
    pub days: Days,
    /// On which public holidays no tip comes
    #[arg(long, value_enum, default_value_t = Holidays::Greek)]
    pub holidays: Holidays,
    /// A day on which no tip comes, such as 2026-08-14; may be given several times
    #[arg(long, value_name = "DAY")]
    pub skip: Vec<Date>,
    /// How many tips
    #[arg(long, value_name = "NUMBER", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..=31))]
    pub count: u8,
    /// The name of the server: each has its own order
    #[arg(long, value_name = "NAME", default_value = "")]
    pub server: String,
    #[command(flatten)]
    pub sources: Sources,
    /// Language of the tips: `el`, `en`, or a language of your own tips; by default, the system's
    #[arg(long, value_name = "LANGUAGE", default_value = "auto", value_parser = language)]
    pub language: Tag,
}

#[derive(Debug, Args)]
pub struct TipsList {
    #[command(flatten)]
    pub sources: Sources,
    /// List the tips in this language: `el`, `en`, `auto` for all, or a language of your own tips
    #[arg(long, value_name = "LANGUAGE", default_value = "auto", value_parser = language)]
    pub language: Tag,
    /// Text for people, or one JSON object per tip for programs
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Days of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Days {
    /// Monday to Friday
    Working,
    /// All seven
    Every,
}

/// Public holidays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Holidays {
    /// Those of Greece
    Greek,
    /// Holidays are like other days
    None,
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

/// How the rules are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    Text,
    Json,
    Markdown,
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

/// A language that the program speaks.
#[cfg(feature = "discord")]
fn spoken(written: &str) -> Result<Tag, String> {
    match crate::model::Language::from_key(written) {
        Some(_) => Ok(Tag(Some(written.to_owned()))),
        None if written == "auto" => Ok(Tag(None)),
        None => Err("expected `el`, `en` or `auto`".to_owned()),
    }
}

#[cfg(feature = "discord")]
fn url(written: &str) -> Result<String, String> {
    if is_url(written) {
        Ok(written.to_owned())
    } else {
        Err("expected an address that begins with http:// or https://".to_owned())
    }
}

/// Whether requests can go there.
#[cfg(feature = "discord")]
pub fn is_url(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        super::Command::command().debug_assert();
    }
}
