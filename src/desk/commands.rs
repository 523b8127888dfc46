//! Every command of the bot, once: this table feeds the registration with Discord, `/help`, the terminal
//! and the README.

use crate::render::{Language, Said};

/// The longest draft that a box of a chat holds, in characters: Discord's limit for a text input.
pub const MAX_BOX_CHARS: usize = 4_000;

/// A command by what it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CommandId {
    /// A draft in one line.
    Check,
    /// A form with a large box.
    Draft,
    /// A message that stands in the chat already.
    CheckWording,
    /// One rule explained.
    Why,
    /// A tip on service.
    Tip,
    /// What this person can do.
    Help,
}

/// Where a command is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommandKind {
    /// It is typed.
    Typed,
    /// It stands in the menu of a message.
    MessageMenu,
}

/// Who may use a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Anybody.
    Everyone,
}

/// What is given to a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CommandOption {
    /// Its name: small letters, no spaces.
    pub name: Said,
    /// What belongs there.
    pub description: Said,
    /// The longest text that is taken, in characters.
    pub max_chars: usize,
    /// The bot offers texts while one is being typed.
    pub completes: bool,
}

/// A command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Command {
    /// What it does.
    pub id: CommandId,
    /// Where it is found.
    pub kind: CommandKind,
    /// Its name: of a typed one small letters without spaces.
    pub name: Said,
    /// What it is good for, in a line.
    pub description: Said,
    /// What has to be given to it.
    pub options: &'static [CommandOption],
    /// Who may use it.
    pub who: Who,
    /// What somebody might write.
    pub example: Option<Said>,
}

impl Command {
    /// The command of an id.
    pub fn of(id: CommandId) -> Option<&'static Command> {
        COMMANDS.iter().find(|command| command.id == id)
    }

    /// The command that is called so, in either language.
    pub fn named(name: &str) -> Option<&'static Command> {
        COMMANDS.iter().find(|command| command.name.en == name || command.name.el == name)
    }

    /// How it is written: `/check` or “Check wording”.
    pub fn written(&self, language: Language) -> String {
        match self.kind {
            CommandKind::Typed => format!("/{}", self.name.to(language)),
            CommandKind::MessageMenu => self.name.to(language).to_owned(),
        }
    }
}

/// All commands, in the order of the help.
pub const COMMANDS: &[Command] = &[
    Command {
        id: CommandId::Check,
        kind: CommandKind::Typed,
        name: Said { el: "έλεγχος", en: "check" },
        description: Said {
            el: "Δείτε πώς αλλιώς μπορεί να ειπωθεί μια απάντηση σε πελάτη",
            en: "See how else a reply to a customer could be put",
        },
        options: &[CommandOption {
            name: Said { el: "μήνυμα", en: "draft" },
            description: Said {
                el: "Η απάντηση που ετοιμάζετε",
                en: "The reply that you are writing",
            },
            max_chars: MAX_BOX_CHARS,
            completes: false,
        }],
        who: Who::Everyone,
        example: Some(Said {
            el: "/έλεγχος μήνυμα: Δεν μπορώ να σας βοηθήσω.",
            en: "/check draft: I can't help you.",
        }),
    },
    Command {
        id: CommandId::Draft,
        kind: CommandKind::Typed,
        name: Said { el: "πρόχειρο", en: "draft" },
        description: Said {
            el: "Το ίδιο, με μεγάλο κουτί για απαντήσεις πολλών γραμμών",
            en: "The same, with a large box for replies of several lines",
        },
        options: &[],
        who: Who::Everyone,
        example: None,
    },
    Command {
        id: CommandId::CheckWording,
        kind: CommandKind::MessageMenu,
        name: Said { el: "Έλεγχος διατύπωσης", en: "Check wording" },
        description: Said {
            el: "Δεξί κλικ σε ένα μήνυμα, μετά «Εφαρμογές»: το ίδιο για κάτι που γράφτηκε ήδη",
            en: "Right-click a message, then “Apps”: the same for what is written already",
        },
        options: &[],
        who: Who::Everyone,
        example: None,
    },
    Command {
        id: CommandId::Why,
        kind: CommandKind::Typed,
        name: Said { el: "γιατί", en: "why" },
        description: Said {
            el: "Τι να πείτε αντί για μια φράση, και γιατί",
            en: "What to say in place of a phrase, and why",
        },
        options: &[CommandOption {
            name: Said { el: "κανόνας", en: "rule" },
            description: Said {
                el: "Λίγα γράμματα της φράσης ή το όνομα του κανόνα",
                en: "A few letters of the phrase, or the name of the rule",
            },
            max_chars: 200,
            completes: true,
        }],
        who: Who::Everyone,
        example: Some(Said {
            el: "/γιατί κανόνας: δεν μπορώ", en: "/why rule: calm down"
        }),
    },
    Command {
        id: CommandId::Tip,
        kind: CommandKind::Typed,
        name: Said { el: "συμβουλή", en: "tip" },
        description: Said {
            el: "Μια μικρή ιδέα για καλή εξυπηρέτηση",
            en: "A small idea for good service",
        },
        options: &[],
        who: Who::Everyone,
        example: None,
    },
    Command {
        id: CommandId::Help,
        kind: CommandKind::Typed,
        name: Said { el: "βοήθεια", en: "help" },
        description: Said {
            el: "Τι μπορώ να κάνω για εσάς", en: "What I can do for you"
        },
        options: &[],
        who: Who::Everyone,
        example: None,
    },
];
