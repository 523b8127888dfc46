//! What the leads of a team can ask for.

use super::{Command, CommandGroup, CommandId, CommandKind, CommandOption, OptionKind, Who};
use crate::render::Said;

pub(super) const RULES: CommandGroup = CommandGroup {
    name: Said { el: "κανόνες", en: "rules" },
    description: Said {
        el: "Οι κανόνες της ομάδας", en: "The rules of the team"
    },
};

/// Commands for leads, in the order of the help.
pub(super) const COMMANDS: &[Command] = &[Command {
    id: CommandId::RulesAdd,
    kind: CommandKind::Typed,
    group: Some(&RULES),
    name: Said { el: "προσθήκη", en: "add" },
    description: Said {
        el: "Φέρτε τον πίνακα της ομάδας· πριν ισχύσει, βλέπετε τι θα αλλάξει",
        en: "Bring the team's own table; you see what would change before it counts",
    },
    options: &[CommandOption {
        name: Said { el: "αρχείο", en: "file" },
        description: Said {
            el: "Excel, CSV ή YAML· χωρίς αρχείο ανοίγει φόρμα για επικόλληση",
            en: "Excel, CSV or YAML; without a file a form opens to paste into",
        },
        kind: OptionKind::File,
        is_required: false,
    }],
    who: Who::Leads,
    example: None,
}];
