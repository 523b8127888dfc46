//! What everybody in a team can ask for, and what its leads set and decide.

use super::{Command, CommandId, CommandKind, CommandOption, OptionKind, Who};
use crate::ui::said::said;

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
        name: said("πρόταση", "suggest"),
        description: said(
            "Προτείνετε έναν κανόνα στους υπεύθυνους της ομάδας",
            "Propose a rule to the team's leads",
        ),
        options: &[
            CommandOption {
                name: said("αντί", "avoid"),
                description: said("Τι καλύτερα να μη λέμε", "What we should avoid saying"),
                kind: OptionKind::Text { max_chars: PHRASE, completes: false },
                is_required: true,
            },
            CommandOption {
                name: said("καλύτερα", "prefer"),
                description: said("Τι να λέμε στη θέση του", "What we say instead"),
                kind: OptionKind::Text { max_chars: PHRASE, completes: false },
                is_required: false,
            },
            CommandOption {
                name: said("γιατί", "why"),
                description: said("Τι κερδίζει ο πελάτης", "What the customer gains"),
                kind: OptionKind::Text { max_chars: REASON, completes: false },
                is_required: false,
            },
        ],
        who: Who::Members,
        example: Some(said(
            "/πρόταση αντί: όπως σας είπα καλύτερα: να το δούμε ξανά μαζί",
            "/suggest avoid: as I told you prefer: let us look at it together",
        )),
    },
    Command {
        id: CommandId::Forget,
        kind: CommandKind::Typed,
        group: None,
        name: said("ξέχασέ-με", "forget"),
        description: said(
            "Σβήνω το όνομά σας από όσα θυμάμαι",
            "I remove your name from everything I remember",
        ),
        options: &[],
        who: Who::Everyone,
        example: None,
    },
    Command {
        id: CommandId::Proposals,
        kind: CommandKind::Typed,
        group: None,
        name: said("προτάσεις", "proposals"),
        description: said(
            "Τι προτείνουν οι συνάδελφοι, και η απόφασή σας",
            "What colleagues propose, for you to decide",
        ),
        options: &[],
        who: Who::Leads,
        example: None,
    },
    Command {
        id: CommandId::Settings,
        kind: CommandKind::Typed,
        group: None,
        name: said("ρυθμίσεις", "settings"),
        description: said(
            "Γλώσσα, σου ή σας, κανάλια και άλλες ρυθμίσεις της ομάδας",
            "Language, familiar or polite, channels, and other settings for the team",
        ),
        options: &[],
        who: Who::Leads,
        example: None,
    },
];
