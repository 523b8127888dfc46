//! What the leads of a team do with rules that are there.

use super::leads::RULES;
use super::{Command, CommandId, CommandKind, CommandOption, OptionKind, Who};
use crate::ui::Said;

/// What a file is handed out as; the words are those of `ExportAs`.
const FORMATS: &[(&str, Said)] = &[
    ("original", Said { el: "Όπως ήρθε", en: "As uploaded" }),
    ("xlsx", Said { el: "Excel (.xlsx)", en: "Excel (.xlsx)" }),
    ("csv", Said { el: "Κείμενο για Excel (.csv)", en: "Text for Excel (.csv)" }),
    ("yaml", Said { el: "Αρχείο κανόνων (.yaml)", en: "Rule file (.yaml)" }),
];

/// Commands for rules that are there, in the order of the help.
pub(super) const COMMANDS: &[Command] = &[
    Command {
        id: CommandId::RulesList,
        kind: CommandKind::Typed,
        group: Some(&RULES),
        name: Said { el: "λίστα", en: "list" },
        description: Said {
            el: "Όλοι οι κανόνες, με φίλτρα", en: "All rules, with filters"
        },
        options: &[CommandOption {
            name: Said { el: "λόγια", en: "words" },
            description: Said {
                el: "Μόνο όσοι τα έχουν στη φράση ή στο όνομά τους",
                en: "Only rules with these words in their phrase or name",
            },
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
        name: Said { el: "προβολή", en: "show" },
        description: Said {
            el: "Ένας κανόνας ολόκληρος, με κουμπί που τον απενεργοποιεί",
            en: "One rule in full, with a button to switch it off",
        },
        options: &[CommandOption {
            name: Said { el: "κανόνας", en: "rule" },
            description: Said {
                el: "Λίγα γράμματα της φράσης ή του ονόματος",
                en: "A few letters of the phrase or the name",
            },
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
        name: Said { el: "απενεργοποίηση", en: "off" },
        description: Said {
            el: "Να μη μιλάει ένας κανόνας, ένα πακέτο ή μια ολόκληρη αρχή",
            en: "Switch off a rule, a pack or a whole principle",
        },
        options: &[CommandOption {
            name: Said { el: "όνομα", en: "name" },
            description: Said {
                el: "Λίγα γράμματα από φράση, πακέτο ή αρχή",
                en: "A few letters of a phrase, a pack or a principle",
            },
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
        name: Said { el: "ενεργοποίηση", en: "on" },
        description: Said {
            el: "Να μιλάει ξανά ό,τι είχατε απενεργοποιήσει",
            en: "Switch back on what you had switched off",
        },
        options: &[CommandOption {
            name: Said { el: "όνομα", en: "name" },
            description: Said {
                el: "Λίγα γράμματα από φράση, πακέτο ή αρχή",
                en: "A few letters of a phrase, a pack or a principle",
            },
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
        name: Said { el: "εξαγωγή", en: "export" },
        description: Said {
            el: "Πάρτε ένα αρχείο της ομάδας όπως το φέρατε, ή για Excel",
            en: "Download one of the team's files, as uploaded or for Excel",
        },
        options: &[
            CommandOption {
                name: Said { el: "αρχείο", en: "file" },
                description: Said {
                    el: "Το αρχείο της ομάδας· αρκούν λίγα γράμματα",
                    en: "One of the team's files; a few letters are enough",
                },
                kind: OptionKind::Text { max_chars: 120, completes: true },
                is_required: false,
            },
            CommandOption {
                name: Said { el: "μορφή", en: "format" },
                description: Said {
                    el: "Όπως ήρθε, αν δεν πείτε κάτι άλλο",
                    en: "As uploaded, unless you choose another format",
                },
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
        name: Said { el: "ιστορικό", en: "history" },
        description: Said {
            el: "Ποιος άλλαξε τι και πότε, με αναίρεση της τελευταίας αλλαγής",
            en: "Who changed what and when; undo the last change",
        },
        options: &[],
        who: Who::Leads,
        example: None,
    },
    Command {
        id: CommandId::RulesRestore,
        kind: CommandKind::Typed,
        group: Some(&RULES),
        name: Said { el: "επαναφορά", en: "restore" },
        description: Said {
            el: "Φέρτε πίσω μια παλιότερη έκδοση ενός αρχείου",
            en: "Bring back an earlier version of a file",
        },
        options: &[
            CommandOption {
                name: Said { el: "αρχείο", en: "file" },
                description: Said {
                    el: "Το αρχείο της ομάδας· αρκούν λίγα γράμματα",
                    en: "One of the team's files; a few letters are enough",
                },
                kind: OptionKind::Text { max_chars: 120, completes: true },
                is_required: false,
            },
            CommandOption {
                name: Said { el: "έκδοση", en: "version" },
                description: Said {
                    el: "Ο αριθμός της· αλλιώς τη διαλέγετε από λίστα",
                    en: "Its number; without one, you choose from a list",
                },
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
        name: Said { el: "αφαίρεση", en: "remove" },
        description: Said {
            el: "Βγάλτε ένα αρχείο της ομάδας· οι εκδόσεις του μένουν",
            en: "Remove one of the team's files; its versions are kept",
        },
        options: &[CommandOption {
            name: Said { el: "αρχείο", en: "file" },
            description: Said {
                el: "Το αρχείο της ομάδας· αρκούν λίγα γράμματα",
                en: "One of the team's files; a few letters are enough",
            },
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
        name: Said { el: "ονόματα", en: "names" },
        description: Said {
            el: "Ονόματα προϊόντων ή προγραμμάτων που δεν επισημαίνονται ποτέ",
            en: "Names of products or plans that are never flagged",
        },
        options: &[
            CommandOption {
                name: Said { el: "προσθήκη", en: "add" },
                description: Said {
                    el: "Ένα όνομα που δεν θα επισημαίνεται",
                    en: "A name to leave alone",
                },
                kind: OptionKind::Text { max_chars: 100, completes: false },
                is_required: false,
            },
            CommandOption {
                name: Said { el: "αφαίρεση", en: "remove" },
                description: Said {
                    el: "Ένα όνομα που θα κοιτάζω ξανά",
                    en: "A name to check again",
                },
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
        name: Said { el: "απαντήσεις", en: "replies" },
        description: Said {
            el: "Όλες οι έτοιμες απαντήσεις σας μαζί: τι θα λέγαμε αλλιώς",
            en: "All your canned replies at once: what to put differently",
        },
        options: &[CommandOption {
            name: Said { el: "αρχείο", en: "file" },
            description: Said {
                el: ".txt με κενή γραμμή ανάμεσά τους, .csv ή .xlsx",
                en: ".txt with empty lines between them, .csv or .xlsx",
            },
            kind: OptionKind::File,
            is_required: true,
        }],
        who: Who::Leads,
        example: None,
    },
];
