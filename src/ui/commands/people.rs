//! What everybody in a team can ask for, and what its leads set and decide.

use super::{Command, CommandId, CommandKind, CommandOption, OptionKind, Who};
use crate::ui::Said;

/// The longest phrase or wording that is proposed, in characters.
const PHRASE: usize = 300;
/// The longest reason.
const REASON: usize = 600;

/// In the order of the help.
pub(super) const COMMANDS: &[Command] = &[
    Command {
        id: CommandId::Suggest,
        kind: CommandKind::Typed,
        group: None,
        name: Said { el: "πρόταση", en: "suggest" },
        description: Said {
            el: "Προτείνετε έναν κανόνα στους υπεύθυνους της ομάδας",
            en: "Propose a rule to the team's leads",
        },
        options: &[
            CommandOption {
                name: Said { el: "αντί", en: "avoid" },
                description: Said {
                    el: "Τι καλύτερα να μη λέμε",
                    en: "What we should avoid saying",
                },
                kind: OptionKind::Text { max_chars: PHRASE, completes: false },
                is_required: true,
            },
            CommandOption {
                name: Said { el: "καλύτερα", en: "prefer" },
                description: Said {
                    el: "Τι να λέμε στη θέση του", en: "What to say instead"
                },
                kind: OptionKind::Text { max_chars: PHRASE, completes: false },
                is_required: false,
            },
            CommandOption {
                name: Said { el: "γιατί", en: "why" },
                description: Said {
                    el: "Τι κερδίζει ο πελάτης", en: "What the customer gains"
                },
                kind: OptionKind::Text { max_chars: REASON, completes: false },
                is_required: false,
            },
        ],
        who: Who::Members,
        example: Some(Said {
            el: "/πρόταση αντί: όπως σας είπα καλύτερα: να το δούμε ξανά μαζί",
            en: "/suggest avoid: as I told you prefer: let us look at it together",
        }),
    },
    Command {
        id: CommandId::Forget,
        kind: CommandKind::Typed,
        group: None,
        name: Said { el: "ξέχασέ-με", en: "forget" },
        description: Said {
            el: "Σβήνω το όνομά σας από όσα θυμάμαι",
            en: "I remove your name from everything I remember",
        },
        options: &[],
        who: Who::Everyone,
        example: None,
    },
    Command {
        id: CommandId::Proposals,
        kind: CommandKind::Typed,
        group: None,
        name: Said { el: "προτάσεις", en: "proposals" },
        description: Said {
            el: "Τι προτείνουν οι συνάδελφοι, και η απόφασή σας",
            en: "What colleagues propose, for you to decide",
        },
        options: &[],
        who: Who::Leads,
        example: None,
    },
    Command {
        id: CommandId::Settings,
        kind: CommandKind::Typed,
        group: None,
        name: Said { el: "ρυθμίσεις", en: "settings" },
        description: Said {
            el: "Γλώσσα, σου ή σας, κανάλια και όσα άλλα ταιριάζουν στην ομάδα",
            en: "Language, familiar or polite, channels, and other settings for the team",
        },
        options: &[],
        who: Who::Leads,
        example: None,
    },
];
