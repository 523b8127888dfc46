//! What the leads of a team can ask for.

use super::{Command, CommandGroup, CommandId, CommandKind, CommandOption, OptionKind, Who};
use crate::check::MAX_BOX_CHARS;
use crate::ui::Said;

pub(super) const RULES: CommandGroup = CommandGroup {
    name: Said { el: "κανόνες", en: "rules" },
    description: Said {
        el: "Οι κανόνες της ομάδας", en: "The rules of the team"
    },
};

/// Commands for leads, in the order of the help.
pub(super) const COMMANDS: &[Command] = &[
    Command {
        id: CommandId::RulesAdd,
        kind: CommandKind::Typed,
        group: Some(&RULES),
        name: Said { el: "προσθήκη", en: "add" },
        description: Said {
            el: "Φέρτε τον πίνακα της ομάδας· πριν ισχύσει, βλέπετε τι θα αλλάξει",
            en: "Bring your team's table; you see what would change before it takes effect",
        },
        options: &[CommandOption {
            name: Said { el: "αρχείο", en: "file" },
            description: Said {
                el: "Excel, CSV ή YAML· χωρίς αρχείο ανοίγει φόρμα για επικόλληση",
                en: "Excel, CSV or YAML; without a file, a form opens to paste into",
            },
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
        name: Said { el: "νέος", en: "new" },
        description: Said {
            el: "Ένας κανόνας με δικά σας λόγια: τι αποφεύγουμε, τι λέμε, γιατί",
            en: "One rule in your own words: what we avoid, what we say, and why",
        },
        options: &[],
        who: Who::Leads,
        example: None,
    },
    Command {
        id: CommandId::RulesTry,
        kind: CommandKind::Typed,
        group: Some(&RULES),
        name: Said { el: "δοκιμή", en: "try" },
        description: Said {
            el: "Δείτε τι θα έπιανε ό,τι ετοιμάζετε, πριν ισχύσει",
            en: "See what the rules you are preparing would catch before they take effect",
        },
        options: &[CommandOption {
            name: Said { el: "μήνυμα", en: "draft" },
            description: Said {
                el: "Μια απάντηση όπως θα την έστελνε κάποιος",
                en: "A reply as somebody would send it",
            },
            kind: OptionKind::Text { max_chars: MAX_BOX_CHARS, completes: false },
            is_required: true,
        }],
        who: Who::Leads,
        example: None,
    },
];
