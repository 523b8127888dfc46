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

#[test]
fn two_cells_may_be_heads_though_not_all_of_their_words_are_known() {
    use Head::{Avoid, Prefer};
    for (left, right) in [
        ("Κακή ατάκα", "Καλή ατάκα"),
        ("Red zone", "Green zone"),
        ("Swap out", "Swap in"),
        ("Φράσεις που πετάμε και κόβουμε", "Φράσεις που κρατάμε"),
        ("🚫 Τέλος", "✅ Εμπρός"),
        ("Ψυχρό σενάριο", "Ζεστό σενάριο"),
        ("Τι εκνευρίζει τον κόσμο", "Τι καθησυχάζει τον κόσμο"),
    ] {
        assert_eq!(opposed(left, right), Some([Avoid, Prefer]), "{left} | {right}");
        assert_eq!(opposed(right, left), Some([Prefer, Avoid]), "{right} | {left}");
    }
    for (left, right) in [
        ("Δεν ξέρω", "Καλή ερώτηση"),
        ("Λάθος τμήμα πήρατε", "Σας συνδέω με το σωστό τμήμα"),
        ("Κακή ώρα!", "Καλή ώρα!"),
        ("Ηρεμήστε", "Καταλαβαίνω"),
        ("Wait", "In a moment I'll be with you"),
    ] {
        assert_eq!(opposed(left, right), None, "{left} | {right}");
    }
    for (cell, expected) in [
        ("Αποφ.", Some(Avoid)),
        ("Προτ.", Some(Prefer)),
        ("Ερωτήσεις πελατών", Some(Head::Customer)),
        ("Αποφεύγεται γιατί", Some(Head::Why)),
        ("Δε λέω", Some(Avoid)),
        ("Na apofeygetai", Some(Avoid)),
        ("Βαθμός", Some(Head::Level)),
        ("Redirect", None),
        ("Αποφασίσαμε.", None),
    ] {
        assert_eq!(head(cell), expected, "{cell}");
    }
}
