//! A wording follows the register of the draft as a whole, or it is held back.
#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

use std::sync::LazyLock;

use kalologos::engine::Scope;
use kalologos::ruleset::{RuleSet, SourceFile, builtin};
use kalologos::text::Draft;

static WORDS: LazyLock<RuleSet> = LazyLock::new(|| RuleSet::languages(builtin()).0);

/// What a draft becomes by one rule with this wording; `None` if that is held back.
fn reworded(wording: &str, before: &str) -> Option<String> {
    let mut rule_set = WORDS.clone();
    let text = format!("language: el\nrules:\n  - avoid: άστο\n    prefer: \"{wording}\"\n");
    let problems = rule_set.add(&[SourceFile { name: "team.yaml".to_owned(), text }]);
    assert!(problems.is_empty(), "{problems:?}");
    let draft = format!("{before} Άστο.");
    let review = rule_set.engine().check(Draft::new(&draft).unwrap(), &Scope::everything());
    (review.rewrite != draft)
        .then(|| review.rewrite.strip_prefix(before).unwrap().trim().to_owned())
}

/// Wordings in the plural of politeness, with what a familiar draft gets.
const FORMAL: &[(&str, &str)] = &[
    ("Θα σας ενημερώσω αύριο", "Θα σε ενημερώσω αύριο"),
    ("Σας ενημερώνω αύριο", "Σε ενημερώνω αύριο"),
    ("Ο συνάδελφος σας είπε το ποσό", "Ο συνάδελφος σου είπε το ποσό"),
    ("Όπως σας είπε ο συνάδελφος", "Όπως σου είπε ο συνάδελφος"),
    ("Ο λογαριασμός σας είναι έτοιμος", "Ο λογαριασμός σου είναι έτοιμος"),
    ("Το κρατάμε για εσάς", "Το κρατάμε για εσένα"),
    ("Το κρατάμε για σας", "Το κρατάμε για σένα"),
    ("Μπορείτε να το δείτε εδώ", "Μπορείς να το δεις εδώ"),
    ("Εσείς διαλέγετε", "Εσύ διαλέγεις"),
    ("Θα σας το στείλω", "Θα σου το στείλω"),
    ("Θα σας τηλεφωνήσουμε", "Θα σου τηλεφωνήσουμε"),
    ("Σας έχουμε στείλει μήνυμα", "Σου έχουμε στείλει μήνυμα"),
    ("Σας έχουμε ενημερώσει", "Σε έχουμε ενημερώσει"),
    ("Στείλτε μου τον αριθμό σας", "Στείλε μου τον αριθμό σου"),
    ("Καλέστε μας στο τηλέφωνο", "Κάλεσέ μας στο τηλέφωνο"),
    ("Πείτε μου τι βλέπετε", "Πες μου τι βλέπεις"),
    ("Μόλις δείτε το μήνυμα, πείτε μου", "Μόλις δεις το μήνυμα, πες μου"),
    ("Παρακαλώ ακυρώστε την παραγγελία", "Παρακαλώ ακύρωσε την παραγγελία"),
    ("Χαίρομαι να το δω μαζί σας", "Χαίρομαι να το δω μαζί σου"),
    ("Αν σας βολεύει, το κλείνουμε", "Αν σε βολεύει, το κλείνουμε"),
    ("Καταλαβαίνω ότι σας ταλαιπωρεί", "Καταλαβαίνω ότι σε ταλαιπωρεί"),
    ("Η ομάδα μας θα σας καλέσει", "Η ομάδα μας θα σε καλέσει"),
    ("Σας ευχαριστώ για την υπομονή σας", "Σε ευχαριστώ για την υπομονή σου"),
    ("Θα ήθελα να σας εξηγήσω", "Θα ήθελα να σου εξηγήσω"),
    ("Τι θα θέλατε να αλλάξει;", "Τι θα ήθελες να αλλάξει;"),
    ("Το αίτημά σας [τι]", "Το αίτημά σου [τι]"),
    ("ΜΠΟΡΕΙΤΕ να το δείτε", "ΜΠΟΡΕΙΣ να το δεις"),
];

/// Wordings in the plural of politeness that nobody can put in the singular for sure.
const FORMAL_ONLY: &[&str] = &[
    // σε or σου: it depends on what follows.
    "Σας αφήνω το δέμα",
    "Θα σας βρω λύση",
    "Θα σας καλύψουμε τη ζημιά",
    // The parcel of the customer, or it serves them.
    "Το κατάστημα σας εξυπηρετεί",
    "Είστε ενήμεροι για το θέμα",
    // No word table knows the verb.
    "Επιβιβαστείτε νωρίς",
    "Μεταξύ σας το βρίσκετε",
];

/// Wordings in the singular, with what a polite draft gets.
const FAMILIAR: &[(&str, &str)] = &[
    ("Θα σε ενημερώσω αύριο", "Θα σας ενημερώσω αύριο"),
    ("Θα σου το στείλω", "Θα σας το στείλω"),
    ("Μπορείς να το δεις εδώ", "Μπορείτε να το δείτε εδώ"),
    ("Πες μου τον αριθμό σου", "Πείτε μου τον αριθμό σας"),
    ("Κάλεσέ μας αύριο", "Καλέστε μας αύριο"),
    ("Το κρατάμε για σένα", "Το κρατάμε για σας"),
];

#[test]
fn a_wording_speaks_to_the_customer_as_the_draft_does() {
    let (familiar, polite) = ("Γεια σου Μαρία, εσύ τι λες;", "Κύριε Νίκα, σας ευχαριστώ.");
    let mut wrong = Vec::new();
    let mut expect = |wording: &str, before: &str, expected: Option<&str>| {
        let end = if wording.ends_with(';') { "" } else { "." };
        let expected = expected.map(|text| format!("{text}{end}"));
        let is = reworded(wording, before);
        if is != expected {
            wrong.push(format!("{before} {wording}: {is:?}, not {expected:?}"));
        }
    };
    for (formal, singular) in FORMAL {
        expect(formal, familiar, Some(singular));
        expect(formal, polite, Some(formal));
    }
    for formal in FORMAL_ONLY {
        expect(formal, familiar, None);
        expect(formal, polite, Some(formal));
    }
    for (singular, formal) in FAMILIAR {
        expect(singular, polite, Some(formal));
        expect(singular, familiar, Some(singular));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_draft_that_speaks_in_both_ways_gets_neither() {
    for (wording, _) in FORMAL.iter().chain(FAMILIAR) {
        assert_eq!(reworded(wording, "Γεια σου, παιδιά, σας ευχαριστώ."), None, "{wording}");
    }
}

#[test]
fn the_phrase_itself_tells_the_register_where_nothing_else_does() {
    let mut rule_set = WORDS.clone();
    let text = "language: el\nrules:\n  - avoid: <ηρεμώ:imperative:2>\n    prefer: Σας ακούω\n";
    let text = text.to_owned();
    let problems = rule_set.add(&[SourceFile { name: "team.yaml".to_owned(), text }]);
    assert!(problems.is_empty(), "{problems:?}");
    let rows = [
        ("Ηρέμησε.", "Σε ακούω."),
        ("Ηρεμήστε.", "Σας ακούω."),
        ("Κύριε Νίκα, σας ευχαριστώ. Ηρέμησε.", "Κύριε Νίκα, σας ευχαριστώ. Ηρέμησε."),
    ];
    for (draft, expected) in rows {
        let review = rule_set.engine().check(Draft::new(draft).unwrap(), &Scope::everything());
        assert_eq!(review.rewrite, expected);
    }
}
