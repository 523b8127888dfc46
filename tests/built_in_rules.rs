//! The built-in rules on the sentences that they were made for, and on those that they must leave alone.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at what should not happen")]

use std::sync::LazyLock;

use kalologos::engine::{Engine, Review, Scope};
use kalologos::rules::Level;
use kalologos::ruleset::{RuleSet, builtin};
use kalologos::text::Draft;
use unicode_normalization::UnicodeNormalization;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let (mut rule_set, _) = RuleSet::languages(builtin());
    let problems = rule_set.add(builtin());
    assert!(problems.is_empty(), "{problems:?}");
    rule_set.engine()
});

fn check(draft: &str, level: Level) -> Review {
    ENGINE.check(Draft::new(draft).expect("a short draft"), &Scope { level, ..Scope::everything() })
}

/// Draft and rewrite: the rows of the table, then forms, agreement and slack, then two in one draft.
const REWRITES: &[(&str, &str)] = &[
    ("Κάνετε λάθος.", "Το σωστό είναι [τα σωστά στοιχεία]."),
    ("Όχι. Δεν μπορεί να γίνει.", "Είναι δυνατόν αν [προϋπόθεση]."),
    ("Δεν μπορώ.", "Θα μπορούσα αν [προϋπόθεση]."),
    (
        "Δεν μπορούμε να σας το στείλουμε σήμερα.",
        "Θα μπορούσαμε να σας το στείλουμε σήμερα αν [προϋπόθεση].",
    ),
    ("Διαφωνώ.", "Συμφωνώ μαζί σας, αλλά [η άλλη πλευρά]."),
    ("Δυστυχώς δεν μπορώ να το βρω.", "Θα μπορούσα να το βρω αν [προϋπόθεση]."),
    ("ΔΕΝ ΜΠΟΡΩ ΝΑ ΣΑΣ ΒΟΗΘΗΣΩ", "ΘΑ ΜΠΟΡΟΥΣΑ ΝΑ ΣΑΣ ΒΟΗΘΗΣΩ ΑΝ [ΠΡΟΫΠΟΘΕΣΗ]"),
    (
        "Δεν μπορώ να το δω αν δεν μου στείλετε τον αριθμό.",
        "Μπορώ να το δω εφόσον μου στείλετε τον αριθμό.",
    ),
    (
        "Καλησπέρα,  κύριε Νίκο 😊\nΔεν μπορώ να το δω αν δεν μου στείλετε τον αριθμό!!  Κάνετε λάθος…",
        "Καλησπέρα,  κύριε Νίκο 😊\nΜπορώ να το δω εφόσον μου στείλετε τον αριθμό!!",
    ),
    (
        "Καλησπέρα σας\nΔεν μπορώ να το δω αν δεν μου στείλετε τον αριθμό.",
        "Καλησπέρα σας\nΜπορώ να το δω εφόσον μου στείλετε τον αριθμό.",
    ),
    (
        "Δεν μπορούμε να αλλάξουμε το χρώμα, το μέγεθος ή την ποσότητα.",
        "Θα μπορούσαμε να αλλάξουμε το χρώμα, το μέγεθος ή την ποσότητα αν [προϋπόθεση].",
    ),
    (
        "Δεν μπορώ να το δω και να σας πω τώρα, κυρία Άννα.",
        "Θα μπορούσα να το δω και να σας πω τώρα αν [προϋπόθεση], κυρία Άννα.",
    ),
    (
        "Δεν μπορούμε να επιστρέψουμε τα 3,50 € πριν τις 5 Μαρτίου.",
        "Μπορούμε να επιστρέψουμε τα 3,50 € από τις 5 Μαρτίου.",
    ),
    (
        "Δεν μπορούμε να επιστρέψουμε τα 3,50 € σήμερα.",
        "Θα μπορούσαμε να επιστρέψουμε τα 3,50 € σήμερα αν [προϋπόθεση].",
    ),
];

/// What is denied of somebody else may not become a promise: the no stays, said more kindly or as it is.
const DENIED_OF_OTHERS: &[(&str, &str)] = &[
    ("Δεν μπορείτε να πληρώσετε με κάρτα.", "Δυστυχώς δεν μπορείτε να πληρώσετε με κάρτα."),
    ("δε μπορεις να το αλλαξεις", "δυστυχως δεν μπορεις να το αλλαξεις"),
    ("Ο συνάδελφος δεν μπορεί να σας καλέσει.", "Ο συνάδελφος δεν μπορεί να σας καλέσει."),
    (
        "Οι τεχνικοί δεν θα μπορέσουν να έρθουν αύριο.",
        "Οι τεχνικοί δεν θα μπορέσουν να έρθουν αύριο.",
    ),
];

#[test]
fn the_table_rewords() {
    for (draft, rewrite) in REWRITES {
        let review = check(draft, Level::Suggestion);
        assert_eq!(review.rewrite, *rewrite, "for {draft:?}");
        assert!(review.remaining.is_empty(), "{:?}", review.remaining);
    }
}

#[test]
fn what_others_cannot_do_stays_a_no() {
    for (draft, rewrite) in DENIED_OF_OTHERS {
        assert_eq!(check(draft, Level::Suggestion).rewrite, *rewrite);
    }
}

#[test]
fn the_table_has_a_second_wording() {
    let review = check("Αποκλείεται.", Level::Suggestion);
    assert_eq!(review.findings[0].suggestions[1].text, "Αυτό που γίνεται είναι [εναλλακτική]");
}

/// One sentence however it is typed.
#[test]
fn typing_does_not_matter() {
    let decomposed: String = "Κάνετε λάθος.".nfd().collect();
    let wrong = [
        decomposed.as_str(),
        "Κάνετε\nλάθος.",
        "Κάνετε  λάθος.",
        "**Κάνετε** λάθος.",
        "Kάνετε λάθoς.",
        "Κάνετε λάθοσ.",
        "Κά\u{200b}νετε λάθος.",
        "_Κάνετε λάθος_.",
    ];
    for draft in wrong {
        let rewrite = check(draft, Level::Suggestion).rewrite;
        let plain = rewrite.trim_matches('_').replace("_.", ".");
        assert_eq!(plain, "Το σωστό είναι [τα σωστά στοιχεία].", "for {draft:?}");
    }
    // A draft without accents is reworded without them.
    let bare = check("Κανετε λαθος.", Level::Suggestion).rewrite;
    assert_eq!(bare, "Το σωστο ειναι [τα σωστα στοιχεια].");
    let quoted = check("“Κάνετε λάθος.”", Level::Suggestion).rewrite;
    assert_eq!(quoted, "“Το σωστό είναι [τα σωστά στοιχεία].”");
    let bold = check("**δεν** μπορώ να σας βοηθήσω.", Level::Suggestion).rewrite;
    assert_eq!(bold, "θα μπορούσα να σας βοηθήσω αν [προϋπόθεση].");
}

const FINE: &[&str] = &[
    "Αν δεν κάνω λάθος, το στείλαμε χθες.",
    "Βλέπω ότι δεν μπορείτε να συνδεθείτε.",
    "Δεν μπορείτε να συνδεθείτε;",
    "Αν δεν μπορείτε, πατήστε εδώ.",
    "Δεν μπορώ παρά να συμφωνήσω.",
    "Δεν χρειάζεται να κάνετε κάτι.",
    "Δεν υπάρχει χρέωση.",
    "> Δεν μπορώ να συνδεθώ",
    "> Δεν μπορώ να συνδεθώ\nΑς το δούμε μαζί, στείλτε μου μια εικόνα της οθόνης.",
    "Μας γράψατε «δεν μπορώ να μπω στον λογαριασμό» και το είδαμε.",
    "Πατήστε `δεν μπορώ να συνδεθώ` στο μενού.",
    "Δείτε το https://example.gr/δεν-μπορώ-να-συνδεθώ εδώ.",
    "Δείτε το [δεν μπορώ να συνδεθώ](https://example.gr/α) εδώ.",
    "Let me know if you can't log in.",
    "You can't go wrong with either.",
];

#[test]
fn good_replies_are_left_alone() {
    for draft in FINE {
        let review = check(draft, Level::Warning);
        let rules: Vec<&str> =
            review.findings.iter().map(|finding| finding.rule.id.as_str()).collect();
        assert!(rules.is_empty(), "{draft:?} is flagged by {rules:?}");
        assert_eq!(review.rewrite, *draft);
    }
}

/// So `kalologos check` need read only the rules of one language for a draft without letters of another.
#[test]
fn rules_find_nothing_in_a_draft_without_a_letter_of_their_language() {
    let drafts = |file: &str| std::fs::read_to_string(file).expect("a file of drafts");
    let is_greek = |letter: char| matches!(letter, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}');
    let mut checked = [0, 0];
    for file in ["tests/drafts/el.txt", "tests/drafts/en.txt"] {
        for draft in drafts(file).split("\n\n") {
            let has =
                |is: &dyn Fn(char) -> bool| draft.chars().any(|it| it.is_alphabetic() && is(it));
            let other = match (has(&is_greek), has(&|letter| !is_greek(letter))) {
                (true, false) => "en",
                (false, true) => "el",
                _ => continue,
            };
            let found = check(draft, Level::Suggestion).findings;
            assert!(found.iter().all(|it| it.rule.language != other), "{draft}: {found:#?}");
            checked[usize::from(other == "el")] += 1;
        }
    }
    assert!(checked.iter().all(|count| *count > 100), "{checked:?}");
    for (draft, rules) in [
        ("Sorry.", &[][..]),
        ("Αυτό είναι στο ticket σας.", &["el/inside-talk/your-ticket"]),
        ("Your backoffice ticket.", &[]),
    ] {
        let found = check(draft, Level::Suggestion).findings;
        let found: Vec<&str> = found.iter().map(|finding| finding.rule.id.as_str()).collect();
        let found: Vec<&str> = found.into_iter().filter(|id| id.starts_with("el/")).collect();
        assert_eq!(found, rules, "{draft}");
    }
}
