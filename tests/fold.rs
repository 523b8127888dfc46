//! What folding makes of a text, row by row.

use kalologos::text::{self, Between, WordFlags, ZoneKind};

#[test]
fn words_compare() {
    let rows = [
        ("ΔΕΝ Μπορώ", "δεν μπορω"),
        ("λόγος λόγοσ ΛΟΓΟΣ", "λογοσ λογοσ λογοσ"),
        ("το αυτοκίνητό μου", "το αυτοκινητο μου"),
        ("ΐ ϊ ΰ ᾷ ἄνθρωπος", "ι ι υ α ανθρωποσ"),
        ("Μάι\u{308}ος", "μαιοσ"),
        ("can’t can't canʼt", "can't can't can't"),
        ("γι’ αυτό, γι'αυτό", "γι' αυτο γι' αυτο"),
        ("απ΄ το, σ΄ εσάς, Μπορώ΄ εδώ", "απ' το σ' εσασ μπορω εδω"),
        ("θα 'ναι εδώ", "θα 'ναι εδω"),
        ("Θα ’ναι, ΝΑ 'ΡΘΕΙ, 'ναι' και «'ναι", "θα 'ναι να 'ρθει ναι και ναι"),
        ("είπε 'ναι σε όλα' και", "ειπε 'ναι σε ολα και"),
        ("«δεν» ‘δεν’ “δεν”", "δεν δεν δεν"),
        ("ό,τι όχι, τι", "ο,τι οχι τι"),
        ("3,50 € 1.234,00€ 10:30 50%", "3,50 € 1.234,00€ 10.30 50%"),
        ("μπο**ρώ** **δεν**", "μπορω δεν"),
        ("μ\u{200b}πο\u{ad}ρώ", "μπορω"),
        ("μπoρώ Δεv ΝΑTΟ", "μπορω δεν νατο"),
        ("SMS στο iPhone", "sms στο iphone"),
        ("ｃａｆé CAFÉ", "ｃａｆe cafe"),
        ("e-mail all-in-one", "e mail all in one"),
        ("한글 中文", "한글 中文"),
    ];
    for (draft, key) in rows {
        assert_eq!(text::key(draft), key, "for {draft:?}");
    }
}

#[test]
fn sentences_end() {
    let rows: &[(&str, usize)] = &[
        ("Ένα. Δύο.", 2),
        ("Ένα! Δύο; Τρία", 3),
        ("ένα. δύο", 2),
        ("Στις 3.50 € ή 10.30 π.μ. περίπου.", 1),
        ("Ο κ. Νίκος και η κα. Άννα κ.λπ. ήρθαν.", 1),
        ("Δείτε example.gr και name@example.gr. Ευχαριστώ.", 2),
        ("Ένα\nδύο", 1),
        ("Ένα\nΔύο", 2),
        ("ένα\n\nδύο", 2),
        ("ένα\n- δύο\n- τρία", 3),
        ("> ένα\nδύο", 2),
        ("Ένα... και δύο… Τρία", 2),
        ("one; two? three", 2),
        ("Ένα 😊 Δύο", 2),
        ("Είπε «Ναι. Όχι. Ίσως.» και έφυγε.", 1),
        ("She said 'It is fine. Go on.' and left.", 1),
        ("τέλος.Καλησπέρα", 2),
        ("Είναι η {{order.id}} εδώ. Ναι", 2),
        ("Είναι το {x}. Ναι, το %s. Όχι", 3),
        ("", 0),
        ("…", 0),
    ];
    for (draft, count) in rows {
        assert_eq!(text::fold(draft).sentences.len(), *count, "for {draft:?}");
    }
}

/// The sentences of a draft, each from its first word to its last.
fn sentences(draft: &str) -> Vec<&str> {
    let folded = text::fold(draft);
    let words = |sentence: &text::Sentence| folded.words[sentence.words.clone()].to_vec();
    let span = |words: Vec<text::Word>| Some(words.first()?.span().start..words.last()?.span().end);
    folded.sentences.iter().filter_map(|it| span(words(it))).map(|span| &draft[span]).collect()
}

#[test]
fn abbreviations_end_no_sentence() {
    let whole = [
        "Απαιτείται Α.Φ.Μ.",
        "Ο φορέας (Α.Ε.Ε.Π) απαντά",
        "Η Δ.Ο.Υ. Χαλανδρίου κλείνει",
        "Στείλτε Α.Φ.Μ. και Α.Δ.Τ. σήμερα",
        "Ήρθε ο Α. Παππάς.",
        "Ήρθε ο Α.Γ. Παππάς.",
        "Μιλήστε με τον κ. Παππά ή την κα. Άννα",
        "Έχουμε χρώματα, π.χ. Μπλε, δηλ. πολλά",
        "ζώνες, λάστιχα κ.λπ. για το Ι.Χ. σας",
        "Ο αρ. 12, τηλ. 210 5551234, σελ. 3",
        "The U.S. warehouse is closed.",
        "The U.S. Embassy is closed.",
        "We ship to the U.S.A. before Monday",
        "Acme Inc. before Monday",
        "Acme Ltd. Berlin is away",
        "It opens at 5 p.m. on Friday",
        "It opens at 9 a.m. Monday",
        "WE OPEN AT 5 P.M. ON FRIDAY",
        "ΑΝΟΙΓΟΥΜΕ ΣΤΙΣ 5 Μ.Μ. ΣΤΗΝ ΑΘΗΝΑ",
        "Mr. Smith and Dr. Patel, e.g. Monday, i.e. Tuesday",
        "We are at No. 5, 12 Main St. near you",
        "We are in St. Albans",
        "Δείτε το EXAMPLE.GR σήμερα",
        "Ρωτήστε τον Α\u{301}. Παππά 😊 αύριο",
    ];
    for draft in whole {
        assert_eq!(sentences(draft).len(), 1, "for {draft:?}");
    }
}

#[test]
fn sentences_end_with_abbreviations_where_a_new_one_begins() {
    let rows: &[(&str, &[&str])] = &[
        ("We close at 5 p.m. Please call.", &["We close at 5 p.m", "Please call"]),
        ("Κλείνουμε στις 10 π.μ. Ευχαριστώ", &["Κλείνουμε στις 10 π.μ", "Ευχαριστώ"]),
        ("Λείπει ο Α.Φ.Μ. Στείλτε τον μας.", &["Λείπει ο Α.Φ.Μ", "Στείλτε τον μας"]),
        ("ΛΕΙΠΕΙ Ο Α.Φ.Μ. ΔΕΝ ΗΡΘΕ", &["ΛΕΙΠΕΙ Ο Α.Φ.Μ", "ΔΕΝ ΗΡΘΕ"]),
        ("It is with Acme Inc. We will call", &["It is with Acme Inc", "We will call"]),
        ("It is in the U.S. Please wait", &["It is in the U.S", "Please wait"]),
        ("λάστιχα κ.λπ. Ευχαριστώ", &["λάστιχα κ.λπ", "Ευχαριστώ"]),
        ("nuts, bolts etc. Maria will call", &["nuts, bolts etc", "Maria will call"]),
        ("No. Seats E14 and E15 went", &["No", "Seats E14 and E15 went"]),
        ("Go with plan B. It is free", &["Go with plan B", "It is free"]),
        ("τέλος.Καλησπέρα", &["τέλος", "Καλησπέρα"]),
    ];
    for (draft, expected) in rows {
        assert_eq!(sentences(draft), *expected, "for {draft:?}");
    }
}

/// Whoever moves the abbreviation takes its dot along, and leaves the end mark of a sentence.
#[test]
fn a_dot_inside_a_sentence_belongs_to_its_word() {
    for (draft, word) in [
        ("to Acme Inc. because", "Inc."),
        ("στον κ. Παππά", "κ."),
        ("λάστιχα κ.λπ. για", "λπ."),
        ("at 5 p.m. on", "m."),
        ("at 5 p.m. Please", "m"),
        ("at 5 p.m., on", "m."),
        ("Είναι καλά. Ναι", "καλά"),
        ("Είναι κ... ναι", "κ"),
    ] {
        let folded = text::fold(draft);
        let found = folded.words.iter().map(|it| &draft[it.span()]).any(|found| found == word);
        assert!(found, "{word} in {draft:?}");
    }
}

#[test]
fn a_sentence_goes_on_over_a_wrapped_line() {
    for draft in [
        "Δεν μπορούμε να το στείλουμε στην\nΑθήνα σήμερα.",
        "We cannot ship it to\nGreece today.",
        "Δεν θα το φέρουμε πριν από τις\r\n12 Μαΐου στις 10",
        "Στείλτε το στον κ.\nΠαππά σήμερα",
        "We will ask Mr\nSmith about it",
        "We have it in\nAthens now",
        "Στείλτε την παραγγελία\n{{order.id}} σήμερα",
        "Στείλτε την {{order.id}}\nσήμερα",
        "Δείτε το στο\nhttps://a.gr/b",
        "Είδα την\nΜαρία στο κατάστημα",
        "μιλήστε με τη\n**Μαρία** στο κατάστημα",
        "> δεν μπορείτε να το στείλετε στην\n> Αθήνα σήμερα",
        "ΔΕΝ ΜΠΟΡΟΥΜΕ ΝΑ ΤΟ ΣΤΕΙΛΟΥΜΕ\nΑΘΗΝΑ ΟΥΤΕ ΠΑΤΡΑ",
        "WE CANNOT SHIP YOUR ORDER\nGREECE TODAY.",
        "Πηγαίνετε στο κατάστημα και στη\nΘεσσαλονι\u{301}κη 😊",
    ] {
        assert_eq!(sentences(draft).len(), 1, "for {draft:?}");
    }
}

#[test]
fn a_line_of_its_own_is_a_sentence() {
    for draft in [
        "Γεια σας κυρία Άννα\nΗ παραγγελία σας έφυγε",
        "Hi Maria,\nWe cannot ship it",
        "Thanks for logging in\nMaria",
        "Ευχαριστώ πολύ\nΝίκος Παππάς",
        "Τα βήματα για το\n- Μενού σας",
        "Πατήστε το\n1) Μενού σας",
        "Στείλτε μας το\nΕυχαριστούμε πολύ",
        "Στείλτε το\nΚαλή συνέχεια",
        "Δεν το είδα πριν\nΕίναι εδώ",
        "Επιστροφές και\n\nΑλλαγές",
        "Δείτε εδώ\nhttps://a.gr/b",
        "Ευχαριστούμε\n{{agent.name}}",
        "Στοιχεία για:\nΑθήνα",
        "ΓΕΙΑ ΣΑΣ\nΔΕΝ ΜΠΟΡΟΥΜΕ ΝΑ ΤΟ ΔΟΥΜΕ",
        "ΔΕΝ ΜΠΟΡΟΥΜΕ ΝΑ ΤΟ ΔΟΥΜΕ\nΝΙΚΟΣ ΠΑΠΠΑΣ",
        "> είναι στην\nΑθήνα σήμερα",
    ] {
        assert_eq!(sentences(draft).len(), 2, "for {draft:?}");
    }
}

#[test]
fn questions_are_told() {
    let question =
        |draft: &str| text::fold(draft).sentences.first().is_some_and(|sentence| sentence.question);
    assert!(
        question("Μπορείτε;")
            && question("Μπορείτε\u{37e}")
            && question("Can you?")
            && question("Το PIN;")
    );
    for draft in [
        "Ήρθε; Ναι", "Ήρθε\u{37e} Ναι", "ΗΡΘΕ\u{37e} ΝΑΙ", "Ήρθε σ' εσάς\u{37e}", "Is it? Yes",
        "Είναι OK;",
    ] {
        assert!(question(draft), "{draft}");
    }
    assert!(!question("Μπορείτε.") && !question("I can; you can"));
}

#[test]
fn zones_are_found() {
    let rows: &[(&str, &[(ZoneKind, &str)])] = &[
        ("είπε «δεν μπορώ άλλο» ναι", &[(ZoneKind::Quote, "«δεν μπορώ άλλο»")]),
        (
            "είπε “ένα «δύο τρία τέσσερα» πέντε” ναι",
            &[
                (ZoneKind::Quote, "“ένα «δύο τρία τέσσερα» πέντε”"),
                (ZoneKind::Quote, "«δύο τρία τέσσερα»"),
            ],
        ),
        ("πατήστε «ΟΚ» ναι", &[(ZoneKind::ShortQuote, "«ΟΚ»")]),
        ("«όλο το μήνυμα είναι εδώ»", &[(ZoneKind::ShortQuote, "«όλο το μήνυμα είναι εδώ»")]),
        ("> όλα αυτά\nόχι αυτά", &[(ZoneKind::QuotedLine, "> όλα αυτά")]),
        ("`ένα` ``δύο ` τρία``", &[(ZoneKind::Code, "`ένα`"), (ZoneKind::Code, "``δύο ` τρία``")]),
        ("``ένα`", &[]),
        (
            "<@123> και :smile: και 10:30:45",
            &[(ZoneKind::Mention, "<@123>"), (ZoneKind::Mention, ":smile:")],
        ),
        ("α@β.gr, ναι", &[(ZoneKind::Link, "α@β.gr")]),
        ("https://a.gr/β?γ=δ. Ναι", &[(ZoneKind::Link, "https://a.gr/β?γ=δ")]),
        (
            "το [όνομα] και [α](https://β.gr)",
            &[(ZoneKind::Blank, "[όνομα]"), (ZoneKind::Link, "[α](https://β.gr)")],
        ),
        (
            "η {{order.id}} σε %{time} και {{ α β }}, {ναι}",
            &[
                (ZoneKind::Placeholder, "{{order.id}}"),
                (ZoneKind::Placeholder, "%{time}"),
                (ZoneKind::Placeholder, "{{ α β }}"),
                (ZoneKind::Placeholder, "{ναι}"),
            ],
        ),
        ("{δύο λέξεις} {} {{α β} {α\nβ} {", &[]),
        ("δείτε a.gr/β?γ=δ. Ναι", &[(ZoneKind::Link, "a.gr/β?γ=δ")]),
        ("«ανοιχτό", &[]),
        // An address that a blank ends, also one that is wider than a byte.
        ("το [α](β γ) ναι", &[(ZoneKind::Link, "[α](β")]),
        ("το [α](β\u{a0}γ) ναι", &[(ZoneKind::Link, "[α](β")]),
        ("το [α](\u{2001}γ", &[(ZoneKind::Link, "[α](")]),
        ("[α](β\n> όχι αυτά", &[(ZoneKind::Link, "[α](β"), (ZoneKind::QuotedLine, "> όχι αυτά")]),
        // A quotation may go over a line, however the line ends, but not over a paragraph.
        ("α «ένα\nδύο τρία»", &[(ZoneKind::Quote, "«ένα\nδύο τρία»")]),
        ("α «ένα\r\nδύο τρία»", &[(ZoneKind::Quote, "«ένα\r\nδύο τρία»")]),
        ("α «ένα\n\nδύο τρία»", &[]),
        ("α «ένα\n \t\nδύο τρία»", &[]),
        ("α «ένα\r\n\r\nδύο τρία»", &[]),
    ];
    for (draft, zones) in rows {
        let folded = text::fold(draft);
        let found: Vec<(ZoneKind, &str)> =
            folded.zones.iter().map(|zone| (zone.kind, &draft[zone.span.clone()])).collect();
        assert_eq!(found, *zones, "for {draft:?}");
    }
}

#[test]
fn quotations_in_single_quotes_are_zones() {
    let rows: &[(&str, &[&str])] = &[
        ("You wrote 'this is not my problem' and I see.", &["'this is not my problem'"]),
        ("Είπατε ‘δεν με νοιάζει καθόλου’ χθες", &["‘δεν με νοιάζει καθόλου’"]),
        ("ok: 'we can't do this,' she said", &["'we can't do this,'"]),
        ("He wrote 'it is the customers' own wish' 😊", &["'it is the customers' own wish'"]),
        ("('θα σας πω απ' το τηλέφωνο') ναι", &["'θα σας πω απ' το τηλέφωνο'"]),
        ("Γράψατε 'δεν ε\u{301}χω χρόνο'. Ναι", &["'δεν ε\u{301}χω χρόνο'"]),
        ("HE SAID 'I DON'T CARE ABOUT IT'!", &["'I DON'T CARE ABOUT IT'"]),
        ("I don't know the customers' wishes, it's the boss' idea", &[]),
        ("'cause rock 'n' roll isn't the drivers' thing, is it", &[]),
        ("γι' αυτό σ' εσάς απ' το πρωί θα 'ναι κι απ' τους άλλους", &[]),
        ("the '90s were the workers' years", &[]),
        ("open 'it and go\n\non with' it", &[]),
        ("press 'OK' now", &[]),
    ];
    for (draft, expected) in rows {
        let folded = text::fold(draft);
        let quotes = folded.zones.iter().filter(|zone| zone.kind == ZoneKind::Quote);
        let found: Vec<&str> = quotes.map(|zone| &draft[zone.span.clone()]).collect();
        assert_eq!(found, *expected, "for {draft:?}");
    }
}

#[test]
fn a_word_that_is_spoken_of_is_a_quotation() {
    let rows = [
        ("The word \"unfortunately\" appears twice.", "unfortunately"),
        ("your message reads: 'no way', right", "no"),
        ("Ο όρος «άκυρο» είναι παλιός", "άκυρο"),
        ("Η ΛΕΞΗ «ΔΥΣΤΥΧΩΣ» ΛΕΙΠΕΙ", "ΔΥΣΤΥΧΩΣ"),
        ("Μου έγραψε «δυστυχώς όχι» 😔", "όχι"),
        ("η φρα\u{301}ση “δεν γίνεται”", "γίνεται"),
    ];
    for (draft, word) in rows {
        let folded = text::fold(draft);
        let quoted = folded.words.iter().filter(|it| it.flags.contains(WordFlags::QUOTED));
        assert!(quoted.clone().any(|it| &draft[it.span()] == word), "for {draft:?}");
    }
    for draft in
        ["Press \"OK\" now", "Πατήστε «Αποθήκευση» εδώ", "«η λέξη» είναι", "a word. \"No\" is it"]
    {
        let folded = text::fold(draft);
        let quoted = |word: &text::Word| word.flags.contains(WordFlags::QUOTED);
        assert!(!folded.words.iter().any(quoted), "for {draft:?}");
    }
}

/// The longest draft of each kind of line break: a search that looks ahead from every one takes minutes.
#[test]
fn floods_of_line_breaks_are_read_once() {
    for ending in ["\n", "\r", "\r\n", "\n \t", "\r ", "\u{2028}", "\u{b}"] {
        let flood = ending.repeat((text::MAX_DRAFT_CHARS - 20) / ending.chars().count());
        let draft = format!("α «ένα{flood}δύο τρία» `κ`");
        let folded = text::fold(&draft);
        let found: Vec<&str> = folded.zones.iter().map(|zone| &draft[zone.span.clone()]).collect();
        assert_eq!(found, ["`κ`"], "for {ending:?}");
    }
}

#[test]
fn words_that_share_an_apostrophe_are_held_together() {
    let rows: &[(&str, &[usize])] = &[
        ("γράψτε σ' εσάς απ' το σπίτι", &[2, 4]),
        ("θ' αλλάξει γι’αυτό, κι' εγώ", &[1, 3, 5]),
        ("ΘΑ 'ΝΑΙ ΕΔΩ 😊 να 'χετε", &[1, 4]),
        ("απ΄ τον Α\u{301}ρη κατ'\nιδίαν", &[1, 4]),
        ("απ', το σπίτι. Κι' αυτό", &[4]),
        ("don't the customers' wishes, e-mail", &[]),
    ];
    for (draft, expected) in rows {
        let folded = text::fold(draft);
        let held: Vec<usize> =
            (0..folded.words.len()).filter(|word| folded.leans_back(*word)).collect();
        assert_eq!(held, *expected, "for {draft:?}");
    }
}

#[test]
fn words_know_their_letters() {
    let folded = text::fold("Το ΔΕΜΑ ή Η άλλα αλλά");
    let flags = |index: usize| folded.words[index].flags;
    assert!(flags(0).contains(WordFlags::CAPITAL) && !flags(0).contains(WordFlags::ALL_CAPS));
    assert!(flags(1).contains(WordFlags::ALL_CAPS));
    assert!(flags(3).contains(WordFlags::SINGLE));
    let accents: Vec<u8> = folded.words.iter().map(|word| word.accent).collect();
    assert_eq!(accents, [text::NO_ACCENT, text::NO_ACCENT, 0, text::NO_ACCENT, 0, 3]);
    assert!(folded.accented && folded.greek);
    assert!(folded.separators[0].signs.contains(Between::END));
}

#[test]
fn capitals_are_greek() {
    let rows = [
        ("προϊόν", "ΠΡΟΪΟΝ"),
        ("ρολόι", "ΡΟΛΟΪ"),
        ("μάιος", "ΜΑΪΟΣ"),
        ("άυπνος", "ΑΫΠΝΟΣ"),
        ("είναι δυνατόν", "ΕΙΝΑΙ ΔΥΝΑΤΟΝ"),
        ("προϋπόθεση", "ΠΡΟΫΠΟΘΕΣΗ"),
        ("ΐ café ß", "Ϊ CAFÉ SS"),
    ];
    for (text, upper) in rows {
        assert_eq!(text::uppercase(text), upper);
    }
    let rows = [
        ("«έλα»", "«Έλα»"),
        ("e\u{301}λα ΕΔΩ", "E\u{301}λα ΕΔΩ"),
        ("iPhone cases", "iPhone cases"),
        ("**eBay** και", "**eBay** και"),
        ("😊 iOS", "😊 iOS"),
        ("email us, iPhone", "Email us, iPhone"),
        ("δεν ΘΑ", "Δεν ΘΑ"),
        ("3ος όροφος", "3ος όροφος"),
    ];
    for (text, capitalized) in rows {
        assert_eq!(text::capitalize(text), capitalized);
    }
    let rows = [
        ("**Έλα** Εδώ", "**έλα** Εδώ"),
        ("I think I'm", "I think I'm"),
        ("I'm here", "I'm here"),
        ("It is", "it is"),
        ("ΔΕΗ και", "ΔΕΗ και"),
        ("McDonald’s", "McDonald’s"),
        ("Η ώρα", "η ώρα"),
    ];
    for (text, lowered) in rows {
        assert_eq!(text::lowercase_first(text), lowered);
    }
}
