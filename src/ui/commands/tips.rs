//! What the leads of a team can ask for about its tips.

use super::{Command, CommandGroup, CommandId, CommandKind, CommandOption, OptionKind, Who};
use crate::ui::Said;
use crate::ui::said::said;

const TIPS: CommandGroup = CommandGroup {
    name: said("συμβουλές", "tips"),
    description: said("Μια συμβουλή την ημέρα για την ομάδα", "A tip a day for the team"),
};

const fn text(name: Said, description: Said, max_chars: usize) -> CommandOption {
    let kind = OptionKind::Text { max_chars, completes: true };
    CommandOption { name, description, kind, is_required: false }
}

const fn command(id: CommandId, name: Said, description: Said) -> Command {
    Command {
        id,
        kind: CommandKind::Typed,
        group: Some(&TIPS),
        name,
        description,
        options: &[],
        who: Who::Leads,
        example: None,
    }
}

const SETUP: &[CommandOption] = &[
    CommandOption {
        name: said("κανάλι", "channel"),
        description: said("Πού θα έρχεται η συμβουλή", "Where the tip is posted"),
        kind: OptionKind::Channel,
        is_required: false,
    },
    CommandOption {
        name: said("ώρα", "time"),
        description: said("Τι ώρα, όπως 09:00", "At what time, such as 09:00"),
        kind: OptionKind::Text { max_chars: 10, completes: false },
        is_required: false,
    },
    text(
        said("ζώνη", "zone"),
        said(
            "Η πόλη που την ώρα της ακολουθούμε· γράψτε λίγα γράμματα",
            "The city whose time to use; type a few letters",
        ),
        60,
    ),
    text(
        said("μέρες", "days"),
        said(
            "Ποιες μέρες: εργάσιμες, κάθε μέρα, ή «Δευτέρα, Τετάρτη»",
            "On which days: working days, every day, or “Monday, Wednesday”",
        ),
        120,
    ),
    text(
        said("γλώσσα", "language"),
        said("Η γλώσσα των συμβουλών", "The language of the tips"),
        20,
    ),
    CommandOption {
        name: said("έμφαση", "focus"),
        description: said("Τι έρχεται πιο συχνά", "What comes more often"),
        kind: OptionKind::OneOf(&[
            ("even", said("Όλα το ίδιο", "Everything equally")),
            ("needs", said("Ό,τι χρειάζονται οι απαντήσεις μας", "What our replies need")),
        ]),
        is_required: false,
    },
    CommandOption {
        name: said("αργίες", "holidays"),
        description: said("Τι γίνεται στις επίσημες αργίες", "What happens on public holidays"),
        kind: OptionKind::OneOf(&[
            ("greek", said("Χωρίς συμβουλή στις αργίες της Ελλάδας", "No tip on Greek holidays")),
            ("none", said("Σαν τις άλλες μέρες", "As on other days")),
        ]),
        is_required: false,
    },
    CommandOption {
        name: said("εκτός", "except"),
        description: said(
            "Δικές σας μέρες χωρίς συμβουλή: 24/12/2026, 10/8/2026..21/8/2026· παύλα για καμία",
            "Your own days without a tip: 2026-12-24, 2026-08-10..2026-08-21; a dash for none",
        ),
        kind: OptionKind::Text { max_chars: 500, completes: false },
        is_required: false,
    },
    CommandOption {
        name: said("καθυστέρηση", "late"),
        description: said(
            "Έως πόσες ώρες αργότερα έρχεται, αν λείπω εκείνη την ώρα",
            "How many hours late it may come if I am offline at the time",
        ),
        kind: OptionKind::Number { least: 0, most: 23 },
        is_required: false,
    },
];

/// Commands about tips, in the order of the help.
pub(super) const COMMANDS: &[Command] = &[
    Command {
        options: SETUP,
        example: Some(said(
            "/συμβουλές ρύθμιση κανάλι: #ομάδα ώρα: 09:00",
            "/tips setup channel: #team time: 09:00",
        )),
        ..command(
            CommandId::TipsSetup,
            said("ρύθμιση", "setup"),
            said(
                "Πού και πότε έρχεται η συμβουλή της ημέρας· αλλάζει ό,τι συμπληρώσετε",
                "Where and when the tip of the day comes; changes only what you fill in",
            ),
        )
    },
    command(
        CommandId::TipsPreview,
        said("επόμενες", "preview"),
        said("Οι τρεις επόμενες συμβουλές", "The next three tips"),
    ),
    command(
        CommandId::TipsPause,
        said("παύση", "pause"),
        said(
            "Οι συμβουλές σταματούν ώσπου να τις ξεκινήσετε πάλι",
            "Pause the tips until you resume them",
        ),
    ),
    command(
        CommandId::TipsResume,
        said("συνέχεια", "resume"),
        said("Ξεκινήστε πάλι τις συμβουλές", "Resume the tips"),
    ),
    command(
        CommandId::TipsSkip,
        said("παράλειψη", "skip"),
        said("Παραλείψτε την επόμενη συμβουλή", "Skip the next tip"),
    ),
    Command {
        options: &[
            text(
                said("αρχή", "principle"),
                said("Σε ποια αρχή εξυπηρέτησης ανήκει", "Which service principle it belongs to"),
                60,
            ),
            text(
                said("γλώσσα", "language"),
                said("Σε ποια γλώσσα είναι", "Which language it is in"),
                20,
            ),
        ],
        ..command(
            CommandId::TipsAdd,
            said("προσθήκη", "add"),
            said(
                "Μια συμβουλή δική σας, ανάμεσα στις άλλες",
                "A tip of your own, among the others",
            ),
        )
    },
    command(
        CommandId::TipsList,
        said("λίστα", "list"),
        said("Οι δικές σας συμβουλές", "Your own tips"),
    ),
    Command {
        options: &[CommandOption {
            name: said("συμβουλή", "tip"),
            description: said(
                "Ο αριθμός της, ή λίγα γράμματα από τα λόγια της",
                "Its number, or a few letters of its words",
            ),
            kind: OptionKind::Text { max_chars: 100, completes: true },
            is_required: true,
        }],
        ..command(
            CommandId::TipsRemove,
            said("αφαίρεση", "remove"),
            said("Αφαιρέστε μια δική σας συμβουλή", "Remove one of your own tips"),
        )
    },
];
