//! What the leads of a team can ask for.

use super::{Command, CommandGroup, CommandId, CommandKind, CommandOption, OptionKind, Who};
use crate::check::MAX_BOX_CHARS;
use crate::ui::said::said;

pub(super) const RULES: CommandGroup = CommandGroup {
    name: said("κανόνες", "rules"),
    description: said("Οι κανόνες της ομάδας", "The rules of the team"),
};

/// Commands for leads, in the order of the help.
pub(super) const COMMANDS: &[Command] = &[
    Command {
        id: CommandId::RulesAdd,
        kind: CommandKind::Typed,
        group: Some(&RULES),
        name: said("προσθήκη", "add"),
        description: said(
            "Ανεβάστε τον πίνακα της ομάδας· πριν ισχύσει, βλέπετε τι θα αλλάξει",
            "Add your team's table; you see what would change before it takes effect",
        ),
        options: &[CommandOption {
            name: said("αρχείο", "file"),
            description: said(
                "Excel, CSV ή YAML· χωρίς αρχείο ανοίγει φόρμα για επικόλληση",
                "Excel, CSV or YAML; without a file, a form opens to paste into",
            ),
            kind: OptionKind::File,
            is_required: false,
        }],
        who: Who::Leads,
        example: None,
    },
    Command {
        id: CommandId::RulesNew,
        kind: CommandKind::Typed,
        group: Some(&RULES),
        name: said("νέος", "new"),
        description: said(
            "Ένας κανόνας με δικά σας λόγια: τι αποφεύγουμε, τι λέμε, γιατί",
            "One rule in your own words: what we avoid, what we say, and why",
        ),
        options: &[],
        who: Who::Leads,
        example: None,
    },
    Command {
        id: CommandId::RulesTry,
        kind: CommandKind::Typed,
        group: Some(&RULES),
        name: said("δοκιμή", "try"),
        description: said(
            "Δείτε τι θα έπιαναν οι κανόνες που ετοιμάζετε, πριν ισχύσουν",
            "See what the rules you are preparing would catch before they take effect",
        ),
        options: &[CommandOption {
            name: said("μήνυμα", "draft"),
            description: said(
                "Μια απάντηση όπως θα την έστελνε κάποιος",
                "A reply as somebody would send it",
            ),
            kind: OptionKind::Text { max_chars: MAX_BOX_CHARS, completes: false },
            is_required: true,
        }],
        who: Who::Leads,
        example: None,
    },
];
