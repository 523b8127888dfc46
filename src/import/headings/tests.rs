use super::*;

#[test]
fn heads_are_read_by_their_meaning() {
    use Head::{Answer, Avoid, Customer, Level, Number, Other, Prefer, Why};
    for (avoid, prefer) in [
        ("Αποφεύγουμε να λέμε", "Προτιμούμε να λέμε"),
        ("Τι αποφεύγουμε", "Τι λέμε"),
        ("Δεν λέμε", "Λέμε"),
        ("Μη λες", "Πες"),
        ("Όχι", "Ναι"),
        ("Αντί για", "Πείτε"),
        ("Αντί να πείτε", "Πείτε καλύτερα"),
        ("Λάθος", "Σωστό"),
        ("Λάθος διατύπωση", "Σωστή διατύπωση"),
        ("Να αποφεύγεται", "Να προτιμάται"),
        ("Αρνητική", "Θετική διατύπωση"),
        ("ΑΡΝΗΤΙΚΟ", "ΘΕΤΙΚΟ"),
        ("✗", "✓"),
        ("❌", "✅"),
        ("Don't say", "Say"),
        ("Don’t say", "Say this instead"),
        ("Bad", "Good"),
        ("DON'T", "DO"),
        ("Don'ts", "Dos"),
        ("Avoid", "Use instead"),
        ("Instead of", "Say"),
        ("Wrong", "Right"),
        ("Negative", "Positive"),
        ("Before", "After"),
        ("No", "Yes"),
        ("Not this", "This is better"),
        ("Words to avoid", "Better words"),
        ("Phrase to avoid", "Preferred phrase"),
        ("What not to say", "What to say"),
        ("Never say", "Alternative"),
        ("Φράσεις προς αποφυγή", "Εναλλακτικές"),
        ("Τι να μην πείτε", "Τι να πείτε"),
        ("Απαγορεύεται", "Προτείνεται"),
        ("Παλιά διατύπωση", "Νέα διατύπωση"),
        ("Όχι έτσι", "Έτσι ναι"),
        ("Μη γράφετε στον πελάτη", "Γράψτε στον πελάτη"),
        ("Πριν", "Μετά"),
        ("Ακατάλληλο", "Στη θέση του"),
    ] {
        assert_eq!((head(avoid), head(prefer)), (Some(Avoid), Some(Prefer)), "{avoid} | {prefer}");
    }
    for (cell, expected) in [
        ("Α/Α", Some(Number)),
        ("#", Some(Number)),
        ("α.α.", Some(Number)),
        ("Κατηγορία", Some(Other)),
        ("Channel", Some(Other)),
        ("Ημερομηνία", Some(Other)),
        ("Σχόλια", Some(Why)),
        ("Γιατί;", Some(Why)),
        ("Notes", Some(Why)),
        ("Επίπεδο", Some(Level)),
        ("Ο πελάτης λέει", Some(Customer)),
        ("Customer says", Some(Customer)),
        ("Ερώτηση", Some(Customer)),
        ("Απαντάμε", Some(Answer)),
        ("Δεν μπορώ να σας βοηθήσω", None),
        ("Κάνετε λάθος.", None),
        ("Θα το δω", None),
        ("We can't do that", None),
    ] {
        assert_eq!(head(cell), expected, "{cell}");
    }
    assert_eq!(together("From", "To"), Some([Avoid, Prefer]));
    assert_eq!(together("With this", "Replace this"), Some([Prefer, Avoid]));
}
