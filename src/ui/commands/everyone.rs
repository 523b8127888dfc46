//! What everybody can ask for.

use super::{Command, CommandId, CommandKind, CommandOption, OptionKind, Who};
use crate::check::MAX_BOX_CHARS;
use crate::ui::Said;

/// Commands for everybody, in the order of the help.
pub(super) const COMMANDS: &[Command] = &[
    Command {
        id: CommandId::Check,
        kind: CommandKind::Typed,
        name: Said { el: "έλεγχος", en: "check" },
        description: Said {
            el: "Δείτε πώς αλλιώς μπορεί να ειπωθεί μια απάντηση σε πελάτη",
            en: "See how a reply to a customer could be put differently",
        },
        options: &[CommandOption {
            name: Said { el: "μήνυμα", en: "draft" },
            description: Said {
                el: "Η απάντηση που ετοιμάζετε", en: "The reply you are writing"
            },
            kind: OptionKind::Text { max_chars: MAX_BOX_CHARS, completes: false },
            is_required: true,
        }],
        who: Who::Everyone,
        group: None,
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
        group: None,
        example: None,
    },
    Command {
        id: CommandId::CheckWording,
        kind: CommandKind::MessageMenu,
        name: Said { el: "Έλεγχος διατύπωσης", en: "Check wording" },
        description: Said {
            el: "Δεξί κλικ σε ένα μήνυμα, μετά «Εφαρμογές»: το ίδιο για κάτι που γράφτηκε ήδη",
            en: "Right-click a message, then “Apps”: the same for something already written",
        },
        options: &[],
        who: Who::Everyone,
        group: None,
        example: None,
    },
    Command {
        id: CommandId::Why,
        kind: CommandKind::Typed,
        name: Said { el: "γιατί", en: "why" },
        description: Said {
            el: "Τι να πείτε αντί για μια φράση, και γιατί",
            en: "What to say instead of a phrase, and why",
        },
        options: &[CommandOption {
            name: Said { el: "κανόνας", en: "rule" },
            description: Said {
                el: "Λίγα γράμματα της φράσης ή το όνομα του κανόνα",
                en: "A few letters of the phrase, or the name of the rule",
            },
            kind: OptionKind::Text { max_chars: 200, completes: true },
            is_required: true,
        }],
        who: Who::Everyone,
        group: None,
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
        group: None,
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
        group: None,
        example: None,
    },
];
