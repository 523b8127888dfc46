//! What everybody can ask for.

use super::{Command, CommandId, CommandKind, CommandOption, OptionKind, Who};
use crate::check::MAX_BOX_CHARS;
use crate::ui::said::said;

/// Commands for everybody, in the order of the help.
pub(super) const COMMANDS: &[Command] = &[
    Command {
        id: CommandId::Check,
        kind: CommandKind::Typed,
        name: said("έλεγχος", "check"),
        description: said(
            "Δείτε πώς αλλιώς μπορεί να ειπωθεί μια απάντηση σε πελάτη",
            "See how a reply to a customer could be put differently",
        ),
        options: &[CommandOption {
            name: said("μήνυμα", "draft"),
            description: said("Η απάντηση που ετοιμάζετε", "The reply you are writing"),
            kind: OptionKind::Text { max_chars: MAX_BOX_CHARS, completes: false },
            is_required: true,
        }],
        who: Who::Everyone,
        group: None,
        example: Some(said(
            "/έλεγχος μήνυμα: Δεν μπορώ να σας βοηθήσω.",
            "/check draft: I can't help you.",
        )),
    },
    Command {
        id: CommandId::Draft,
        kind: CommandKind::Typed,
        name: said("πρόχειρο", "draft"),
        description: said(
            "Έλεγχος απάντησης με πολλές γραμμές, σε μεγάλο πλαίσιο",
            "Check a longer reply, in a box for several lines",
        ),
        options: &[],
        who: Who::Everyone,
        group: None,
        example: None,
    },
    Command {
        id: CommandId::CheckWording,
        kind: CommandKind::MessageMenu,
        name: said("Έλεγχος διατύπωσης", "Check wording"),
        description: said(
            "Δεξί κλικ σε ένα μήνυμα, μετά «Εφαρμογές»: το ίδιο για κάτι που γράφτηκε ήδη",
            "Right-click a message, then “Apps”: check something already written",
        ),
        options: &[],
        who: Who::Everyone,
        group: None,
        example: None,
    },
    Command {
        id: CommandId::Why,
        kind: CommandKind::Typed,
        name: said("γιατί", "why"),
        description: said(
            "Τι να πείτε αντί για μια φράση, και γιατί",
            "What to say instead of a phrase, and why",
        ),
        options: &[CommandOption {
            name: said("κανόνας", "rule"),
            description: said(
                "Λίγα γράμματα της φράσης ή το όνομα του κανόνα",
                "A few letters of the phrase, or the name of the rule",
            ),
            kind: OptionKind::Text { max_chars: 200, completes: true },
            is_required: true,
        }],
        who: Who::Everyone,
        group: None,
        example: Some(said("/γιατί κανόνας: δεν μπορώ", "/why rule: calm down")),
    },
    Command {
        id: CommandId::Tip,
        kind: CommandKind::Typed,
        name: said("συμβουλή", "tip"),
        description: said("Μια μικρή ιδέα για καλή εξυπηρέτηση", "A small idea for good service"),
        options: &[],
        who: Who::Everyone,
        group: None,
        example: None,
    },
    Command {
        id: CommandId::Help,
        kind: CommandKind::Typed,
        name: said("βοήθεια", "help"),
        description: said("Τι μπορώ να κάνω για εσάς", "What I can do for you"),
        options: &[],
        who: Who::Everyone,
        group: None,
        example: None,
    },
];
