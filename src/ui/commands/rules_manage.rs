//! What the leads of a team do with rules that are there.

use super::leads::RULES;
use super::{Command, CommandId, CommandKind, CommandOption, OptionKind, Who};
use crate::ui::Said;
use crate::ui::said::said;

/// What a file is handed out as; the words are those of `ExportAs`.
const FORMATS: &[(&str, Said)] = &[
    ("original", said("Όπως το ανεβάσατε", "As uploaded")),
    ("xlsx", said("Excel (.xlsx)", "Excel (.xlsx)")),
    ("csv", said("Κείμενο για Excel (.csv)", "Text for Excel (.csv)")),
    ("yaml", said("Αρχείο κανόνων (.yaml)", "Rule file (.yaml)")),
];

/// Commands for rules that are there, in the order of the help.
pub(super) const COMMANDS: &[Command] = &[
    Command {
        id: CommandId::RulesList,
        kind: CommandKind::Typed,
        group: Some(&RULES),
        name: said("λίστα", "list"),
        description: said("Όλοι οι κανόνες, με φίλτρα", "All rules, with filters"),
        options: &[CommandOption {
            name: said("λόγια", "words"),
            description: said(
                "Μόνο όσοι τα έχουν στη φράση ή στο όνομά τους",
                "Only rules with these words in their phrase or name",
            ),
            kind: OptionKind::Text { max_chars: 60, completes: false },
            is_required: false,
        }],
        who: Who::Leads,
        example: None,
    },
    Command {
        id: CommandId::RulesShow,
        kind: CommandKind::Typed,
        group: Some(&RULES),
        name: said("προβολή", "show"),
        description: said(
            "Ένας κανόνας ολόκληρος, με κουμπί που τον απενεργοποιεί",
            "One rule in full, with a button to switch it off",
        ),
        options: &[CommandOption {
            name: said("κανόνας", "rule"),
            description: said(
                "Λίγα γράμματα της φράσης ή του ονόματος",
                "A few letters of the phrase or the name",
            ),
            kind: OptionKind::Text { max_chars: 200, completes: true },
            is_required: true,
        }],
        who: Who::Leads,
        example: None,
    },
    Command {
        id: CommandId::RulesOff,
        kind: CommandKind::Typed,
        group: Some(&RULES),
        name: said("απενεργοποίηση", "off"),
        description: said(
            "Απενεργοποιήστε έναν κανόνα, ένα πακέτο ή μια ολόκληρη αρχή",
            "Switch off a rule, a pack or a whole principle",
        ),
        options: &[CommandOption {
            name: said("όνομα", "name"),
            description: said(
                "Λίγα γράμματα από φράση, πακέτο ή αρχή",
                "A few letters of a phrase, a pack or a principle",
            ),
            kind: OptionKind::Text { max_chars: 200, completes: true },
            is_required: true,
        }],
        who: Who::Leads,
        example: None,
    },
    Command {
        id: CommandId::RulesOn,
        kind: CommandKind::Typed,
        group: Some(&RULES),
        name: said("ενεργοποίηση", "on"),
        description: said(
            "Ενεργοποιήστε ξανά ό,τι είχατε απενεργοποιήσει",
            "Switch back on what you had switched off",
        ),
        options: &[CommandOption {
            name: said("όνομα", "name"),
            description: said(
                "Λίγα γράμματα από φράση, πακέτο ή αρχή",
                "A few letters of a phrase, a pack or a principle",
            ),
            kind: OptionKind::Text { max_chars: 200, completes: true },
            is_required: true,
        }],
        who: Who::Leads,
        example: None,
    },
    Command {
        id: CommandId::RulesExport,
        kind: CommandKind::Typed,
        group: Some(&RULES),
        name: said("εξαγωγή", "export"),
        description: said(
            "Κατεβάστε ένα αρχείο της ομάδας, όπως το ανεβάσατε ή για Excel",
            "Download one of the team's files, as uploaded or for Excel",
        ),
        options: &[
            CommandOption {
                name: said("αρχείο", "file"),
                description: said(
                    "Το αρχείο της ομάδας· αρκούν λίγα γράμματα",
                    "One of the team's files; a few letters are enough",
                ),
                kind: OptionKind::Text { max_chars: 120, completes: true },
                is_required: false,
            },
            CommandOption {
                name: said("μορφή", "format"),
                description: said(
                    "Όπως το ανεβάσατε, αν δεν διαλέξετε κάτι άλλο",
                    "As uploaded, unless you choose another format",
                ),
                kind: OptionKind::OneOf(FORMATS),
                is_required: false,
            },
        ],
        who: Who::Leads,
        example: None,
    },
    Command {
        id: CommandId::RulesHistory,
        kind: CommandKind::Typed,
        group: Some(&RULES),
        name: said("ιστορικό", "history"),
        description: said(
            "Ποιος άλλαξε τι και πότε, με αναίρεση της τελευταίας αλλαγής",
            "Who changed what and when; undo the last change",
        ),
        options: &[],
        who: Who::Leads,
        example: None,
    },
    Command {
        id: CommandId::RulesRestore,
        kind: CommandKind::Typed,
        group: Some(&RULES),
        name: said("επαναφορά", "restore"),
        description: said(
            "Φέρτε πίσω μια παλιότερη έκδοση ενός αρχείου",
            "Bring back an earlier version of a file",
        ),
        options: &[
            CommandOption {
                name: said("αρχείο", "file"),
                description: said(
                    "Το αρχείο της ομάδας· αρκούν λίγα γράμματα",
                    "One of the team's files; a few letters are enough",
                ),
                kind: OptionKind::Text { max_chars: 120, completes: true },
                is_required: false,
            },
            CommandOption {
                name: said("έκδοση", "version"),
                description: said(
                    "Ο αριθμός της· αλλιώς τη διαλέγετε από λίστα",
                    "Its number; without one, you choose from a list",
                ),
                kind: OptionKind::Number { least: 1, most: 1_000_000 },
                is_required: false,
            },
        ],
        who: Who::Leads,
        example: None,
    },
    Command {
        id: CommandId::RulesRemove,
        kind: CommandKind::Typed,
        group: Some(&RULES),
        name: said("αφαίρεση", "remove"),
        description: said(
            "Βγάλτε ένα αρχείο της ομάδας· οι εκδόσεις του μένουν",
            "Remove one of the team's files; its versions are kept",
        ),
        options: &[CommandOption {
            name: said("αρχείο", "file"),
            description: said(
                "Το αρχείο της ομάδας· αρκούν λίγα γράμματα",
                "One of the team's files; a few letters are enough",
            ),
            kind: OptionKind::Text { max_chars: 120, completes: true },
            is_required: true,
        }],
        who: Who::Leads,
        example: None,
    },
    Command {
        id: CommandId::RulesNames,
        kind: CommandKind::Typed,
        group: Some(&RULES),
        name: said("ονόματα", "names"),
        description: said(
            "Ονόματα προϊόντων ή προγραμμάτων που δεν επισημαίνονται ποτέ",
            "Names of products or plans that are never flagged",
        ),
        options: &[
            CommandOption {
                name: said("προσθήκη", "add"),
                description: said("Ένα όνομα που δεν θα επισημαίνεται", "A name to leave alone"),
                kind: OptionKind::Text { max_chars: 100, completes: false },
                is_required: false,
            },
            CommandOption {
                name: said("αφαίρεση", "remove"),
                description: said("Ένα όνομα που θα ελέγχω ξανά", "A name to check again"),
                kind: OptionKind::Text { max_chars: 100, completes: true },
                is_required: false,
            },
        ],
        who: Who::Leads,
        example: None,
    },
    Command {
        id: CommandId::RulesReplies,
        kind: CommandKind::Typed,
        group: Some(&RULES),
        name: said("απαντήσεις", "replies"),
        description: said(
            "Όλες οι έτοιμες απαντήσεις σας μαζί: τι θα λέγαμε αλλιώς",
            "All your canned replies at once: what to put differently",
        ),
        options: &[CommandOption {
            name: said("αρχείο", "file"),
            description: said(
                ".txt με κενή γραμμή ανάμεσά τους, .csv ή .xlsx",
                ".txt with empty lines between them, .csv or .xlsx",
            ),
            kind: OptionKind::File,
            is_required: true,
        }],
        who: Who::Leads,
        example: None,
    },
];
