//! Every command of the bot, once: this table feeds the registration with Discord, `/help`, the terminal
//! and the README.

mod everyone;
mod leads;
mod people;
mod rules_manage;
mod tips;

use super::Said;
use crate::model::Language;

/// A command by what it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CommandId {
    /// A draft in one line.
    Check,
    /// A form with a large box.
    Draft,
    /// A message that is in the chat already.
    CheckWording,
    /// One rule explained.
    Why,
    /// A tip on service.
    Tip,
    /// What this person can do.
    Help,
    /// A rule that somebody proposes.
    Suggest,
    /// Somebody wants to be forgotten.
    Forget,
    /// What was proposed, for leads.
    Proposals,
    /// The settings of the team.
    Settings,
    /// A file or a table of rules, reported on before it takes effect.
    RulesAdd,
    /// The rules, page by page.
    RulesList,
    /// One rule, for leads.
    RulesShow,
    /// Switches off a rule, a pack or a principle.
    RulesOff,
    /// Switches it on again.
    RulesOn,
    /// A file of the team's to take along.
    RulesExport,
    /// Who changed what.
    RulesHistory,
    /// An earlier version of a file comes back.
    RulesRestore,
    /// A file goes out of force.
    RulesRemove,
    /// Names that are never flagged.
    RulesNames,
    /// A file of canned replies, looked through.
    RulesReplies,
    /// When and where a tip comes.
    TipsSetup,
    /// The tips that come next.
    TipsPreview,
    /// Pauses the tips.
    TipsPause,
    /// Tips come again.
    TipsResume,
    /// The next tip does not come.
    TipsSkip,
    /// A tip of the team's own.
    TipsAdd,
    /// All of those.
    TipsList,
    /// One of those goes.
    TipsRemove,
    /// A form for a single rule.
    RulesNew,
    /// A draft, by rules that do not count yet.
    RulesTry,
}

/// Where a command is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommandKind {
    /// It is typed.
    Typed,
    /// It is in the menu of a message.
    MessageMenu,
}

/// Who may use a command; a later one may use all that an earlier one may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// Anybody, anywhere.
    Everyone,
    /// Anybody in a server.
    Members,
    /// The leads of a server's team.
    Leads,
}

/// Commands that are typed as two words with the same first word.
#[derive(Debug, PartialEq, Eq)]
pub struct CommandGroup {
    /// The first word.
    pub name: Said,
    /// What they are good for together.
    pub description: Said,
}

/// What is given to a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CommandOption {
    /// Its name: small letters, no spaces.
    pub name: Said,
    /// What belongs there.
    pub description: Said,
    /// What kind of thing that is.
    pub kind: OptionKind,
    /// The command can't do without it.
    pub is_required: bool,
}

/// What kind of thing is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OptionKind {
    /// Words.
    Text {
        /// The longest text that is taken, in characters.
        max_chars: usize,
        /// The bot offers texts while one is being typed.
        completes: bool,
    },
    /// One of a few words, each with what is shown.
    OneOf(&'static [(&'static str, Said)]),
    /// A whole number within bounds.
    Number {
        least: i64,
        most: i64,
    },
    File,
    /// A channel of the server in which people write.
    Channel,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Command {
    /// What it does.
    pub id: CommandId,
    /// Where it is found.
    pub kind: CommandKind,
    /// The word before its name, where it has one.
    pub group: Option<&'static CommandGroup>,
    /// Its name: of a typed one small letters without spaces.
    pub name: Said,
    /// What it is good for, in a line of at most 100 characters.
    pub description: Said,
    /// What can be given to it; what it can't do without comes first.
    pub options: &'static [CommandOption],
    /// Who may use it.
    pub who: Who,
    /// What somebody might write.
    pub example: Option<Said>,
}

/// All commands, in the order of the help. Those of a group are next to each other.
pub fn commands() -> impl Iterator<Item = &'static Command> + Clone {
    [everyone::COMMANDS, people::COMMANDS, leads::COMMANDS, rules_manage::COMMANDS, tips::COMMANDS]
        .into_iter()
        .flatten()
}

impl Command {
    /// The command of an id.
    pub fn of(id: CommandId) -> Option<&'static Command> {
        commands().find(|command| command.id == id)
    }

    /// The command that is called so, in either language; of a group, by both words.
    pub fn named(group: Option<&str>, name: &str) -> Option<&'static Command> {
        let is_called = |said: &Said, word: &str| said.en == word || said.el == word;
        commands().find(|command| {
            let in_group = match (command.group, group) {
                (Some(known), Some(word)) => is_called(&known.name, word),
                (None, None) => true,
                _ => false,
            };
            in_group && is_called(&command.name, name)
        })
    }

    /// How it is written: `/check`, `/rules add` or “Check wording”.
    pub fn written(&self, language: Language) -> String {
        let name = self.name.to(language);
        match (self.kind, self.group) {
            (CommandKind::MessageMenu, _) => name.to_owned(),
            (CommandKind::Typed, None) => format!("/{name}"),
            (CommandKind::Typed, Some(group)) => format!("/{} {name}", group.name.to(language)),
        }
    }

    /// Whether somebody may use it.
    pub fn is_for(&self, who: Who) -> bool {
        self.who <= who
    }

    /// Whether it is only there in servers.
    pub fn needs_server(&self) -> bool {
        self.who != Who::Everyone
    }
}
