//! Which words of a draft are facts, row by row; and that whatever a plain search takes for one is among them.
#![allow(clippy::expect_used, reason = "a test stops at what should not happen")]

use std::sync::LazyLock;

use kalologos::text::{self, WordFlags};
use proptest::prelude::*;
use regex::Regex;

/// A draft, and the facts in it.
type Row = (&'static str, &'static [&'static str]);

fn hold(rows: &[Row]) {
    for (draft, expected) in rows {
        let folded = text::fold(draft);
        let facts = text::facts(&folded);
        let found: Vec<&str> = facts.spans().iter().map(|span| &draft[span.clone()]).collect();
        assert_eq!(found, *expected, "for {draft:?}");
    }
}

#[test]
fn numbers_are_facts_with_what_belongs_to_them() {
    hold(&[
        ("Το 12345 έφυγε στις 22/08.", &["12345", "22/08"]),
        ("The 12th floor, 3rd door", &["12th", "3rd"]),
        ("Ο 3ος όροφος, η 2η πόρτα", &["3ος", "2η"]),
        ("Κάνει 65€ ή €45, δηλαδή 3,50 € λιγότερο", &["65€", "€45", "3,50 €"]),
        ("It is £ 20 or 15 % off", &["£ 20", "15 %"]),
        ("Από 10–12 έως 9:00-17:00", &["10–12", "9:00-17:00"]),
        ("Ανοιχτά 10:30 π.μ. και 5μμ σήμερα", &["10:30 π.μ.", "5μμ"]),
        ("We close at 5 p.m. today, or at 6 pm", &["5 p.m.", "6 pm"]),
        ("Καλέστε στο 210 5551234 σήμερα", &["210 5551234"]),
        ("Call +30 210 555 1234, please", &["+30 210 555 1234"]),
        ("Έρχεται σε 2 μέρες", &["2"]),
        ("Version 2.1.4 fixes it", &["2.1.4"]),
        ("τέλος.3 μέρες", &["3"]),
        ("Εμείς & εσείς = μαζί + πάντα", &[]),
        ("ΤΟ 15Ο ΚΑΤΑΣΤΗΜΑ", &["15Ο"]),
    ]);
}

#[test]
fn codes_are_facts_as_a_whole() {
    hold(&[
        ("το δέμα 77120-GR έφυγε", &["77120-GR"]),
        ("your order RF-6620 left", &["RF-6620"]),
        ("the V5C and the R15 tyre", &["V5C", "R15"]),
        ("Η #55821 και η ΤΔ-4471.", &["#55821", "ΤΔ-4471"]),
        ("Η αίτηση Ν.4251/2014 ισχύει", &["Ν.4251/2014"]),
        ("it is a self-service, all-in-one checker", &[]),
        ("πήρα το ORD_123_A πίσω 📦", &["ORD_123_A"]),
    ]);
}

/// A digit that stands for a Greek letter is none, once the word is read.
#[test]
fn digits_of_greeklish_are_letters() {
    let draft = "den 8elw to 77120-gr twra";
    let read = |index: usize| ["δεν", "θελω", "το"].get(index).copied();
    let folded = text::greeklish::fold(draft, read);
    let spans = |folded| text::facts(folded).spans().to_vec();
    assert_eq!(spans(&folded).first(), Some(&(12..20)));
    assert_eq!(spans(&text::fold(draft)), [4..8, 12..20]);
}

#[test]
fn addresses_mentions_and_placeholders_are_facts() {
    hold(&[
        ("Δείτε το https://a.gr/β?γ=δ. Ναι", &["https://a.gr/β?γ=δ"]),
        ("Γράψτε στο name.b@host.example.gr, παρακαλώ", &["name.b@host.example.gr"]),
        ("Open example.com/returns/policy?a=b today", &["example.com/returns/policy?a=b"]),
        ("Δείτε παπάς.gr ή www.example.gr", &["παπάς.gr", "www.example.gr"]),
        ("ask @maria or <@123> about `set mode`", &["@maria", "<@123>", "`set mode`"]),
        ("Η {{order.id}} του {{ customer.name }}", &["{{order.id}}", "{{ customer.name }}"]),
        ("σε %{time_left}, ${x}, {name} ή <order>", &["%{time_left}", "${x}", "{name}", "<order>"]),
        ("γεια %s, έχεις %1$s", &["%s", "%1$s"]),
        ("η **{reason}** και {{{raw}}}", &["{reason}", "{{{raw}}}"]),
        ("γεια :smile: σας", &[]),
        ("το [όνομα] και [2 μέρες], [Ποιος] και [α β", &[]),
        ("{δείτε εδώ} και {}", &[]),
    ]);
}

#[test]
fn names_are_told_by_their_capitals() {
    hold(&[
        ("Γεια σας Μαρία Παππά, ήρθε.", &["Μαρία Παππά"]),
        ("Hi Marie, your Golf is ready", &["Marie", "Golf"]),
        ("Ήρθε. Δεν είναι εδώ! Ίσως αύριο; Ναι", &[]),
        ("«Έλα» είπε η Άννα (από την Αθήνα)", &["Άννα", "Αθήνα"]),
        ("Μιλήστε με τον Α\u{301}ρη εδώ", &["Α\u{301}ρη"]),
        ("I think I'm right and I’ll go, I've", &[]),
        ("Θα ήθελα να Σας πω ότι Εσείς και Σου", &[]),
        ("Το iPhone και το Wi-Fi, το router όχι", &["iPhone", "Wi-Fi"]),
        ("iPhone cases and eBay", &["iPhone", "eBay"]),
        ("Κύριε Νίκο, ο κ. Παππάς και η κα. Άννα", &["Νίκο", "Παππάς", "Άννα"]),
        ("Mr. Smith is here. Dr. Patel too", &["Smith", "Patel"]),
        ("Ask Jean-luc and O'Brien 😊 today", &["Jean-luc", "O'Brien"]),
        ("Σημείωση: Δεν ήρθε. Πελάτης: Μαρία Παππά", &["Μαρία Παππά"]),
        ("στις 5 Μαρτίου, Τρίτη", &["5", "Μαρτίου", "Τρίτη"]),
        ("είπε «δεν ήρθε. Ίσως αύριο» ο Άρης", &["Άρης"]),
        ("στην\u{a0}Ερμού 45", &["Ερμού", "45"]),
        ("Βήματα:\n1) Συνδέστε το\n2. Μπείτε στην Αθήνα", &["1", "2", "Αθήνα"]),
    ]);
}

#[test]
fn in_capitals_no_name_can_be_told() {
    hold(&[
        ("ΔΕΝ ΜΠΟΡΟΥΜΕ ΝΑ ΤΟ ΣΤΕΙΛΟΥΜΕ ΣΤΙΣ 10", &["10"]),
        ("Γεια. ΔΕΝ ΘΑ ΕΡΘΕΙ ΣΗΜΕΡΑ. Είναι στην Αθήνα.", &["Αθήνα"]),
        ("Hello. WE CANNOT SHIP IT. It is with DHL", &["DHL"]),
        ("σας γράφει η ΔΕΗ", &["ΔΕΗ"]),
    ]);
}

static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
    let address =
        r"https?://[^\s)»”]+|[\w.+-]+@[\w.-]+\w|\b\w+(?:\.\w+)*\.(?:gr|com|org|net|example|eu)\b";
    Regex::new(address).expect("an expression")
});
static NUMBER: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\d+").expect("an expression"));
static NAME: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\b[A-ZΑ-ΩΆΈΉΊΌΎΏ][\w-]+").expect("an expression"));

/// What a plain search takes for a fact: digits, addresses, capitals that begin no sentence.
fn plain_facts(draft: &str) -> Vec<std::ops::Range<usize>> {
    let mut found: Vec<_> = ADDRESS.find_iter(draft).map(|it| it.range()).collect();
    found.extend(NUMBER.find_iter(draft).map(|it| it.range()));
    let polite = ["i", "εσείς", "εσάς", "σας", "εμείς", "εγώ"];
    for name in NAME.find_iter(draft) {
        let before = draft[..name.start()].trim_end_matches([' ', '«', '“', '"', '\'', '(']);
        let begins = before.ends_with(|sign: char| ".!?;·:…\n>)–-".contains(sign))
            || draft[before.len()..name.start()].contains('\n')
            || before.is_empty();
        let lower = name.as_str().to_lowercase();
        if !begins && draft.to_uppercase() != draft && !polite.contains(&lower.as_str()) {
            found.push(name.range());
        }
    }
    found
}

/// Every word that the plain search touches is a fact here too.
fn holds_what_a_plain_search_finds(draft: &str) {
    let folded = text::fold(draft);
    let facts = text::facts(&folded);
    for range in plain_facts(draft) {
        for (index, word) in folded.words.iter().enumerate() {
            let span = word.span();
            if span.start < range.end && range.start < span.end {
                assert!(facts.is_fact(index), "{:?} in {draft:?}", &draft[span]);
            }
        }
    }
}

#[test]
fn what_a_plain_search_finds_is_a_fact() {
    for draft in [
        "Καλημέρα σας! Η κυρία Στεργίου έχει ραντεβού στις 14:00 και από τις 9:30, στην Ερμού 12, Αθήνα.",
        "Hi Marie, we can't do it for Friday 14 June because of DHL and UPS-Europe (Berlin), see shop.example/x.",
        "Το δέμα 77120-GR είναι στο Κέντρο Διαλογής, γράψτε στο info@shop.gr ή δείτε shop.com.",
        "Dear Ms O'Neil, your Wi-Fi 6 router (RT-AX88U) ships on Monday, 3 Nov; ask Leo, Anna or Jo.",
        "είπε «ο Νίκος θα έρθει» η Μαρία, και το IBAN GR16 0110 1250 είναι της Τράπεζας Πειραιώς",
        "the seats E14, E15 and row G are at Stadium-North, not South: 210-5551234 or +44 20 7946 0958",
        "Νίκο, Σας ευχαριστούμε για το μήνυμα, το Samsung S23 (128GB) κοστίζει 899,90€ με ΦΠΑ 24%.",
        "10-12 Μαΐου, 1.234,00 € και $5, ή 20% μέχρι τις 31/12/2026",
        "your code is AB-12-CD, ask for Mr Patel",
    ] {
        holds_what_a_plain_search_finds(draft);
    }
}

/// Pieces of drafts, and signs that get in their way.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "Μαρία", "δεν", "Δεν", "ΔΕΝ", "κ.", "κύριε", "Mr.", "Smith", "iPhone", "Wi-Fi", "I'm", "we", "12th", "3ος", "65€", "€", "€45", "%",
    "10:30", "π.μ.", "p.m.", "22/08", "10–12", "+30", "210", "RF-6620", "#5", "V5C", "ΤΔ-4471", "{{order.id}}", "{", "}", "%{x}", "%s",
    "{name}", "<x>", "[κενό]", "[", "]", "a@b.gr", "@maria", "https://a.gr/b", "example.gr/a", "παπάς.gr", "`a`", "`", ":smile:", "Α\u{301}ρης",
    "e\u{301}", "😀", "👩‍👧", "🇬🇷", "\u{200b}", "\u{202e}", "ß", "한글", "٣", "①", "«", "»", "“", "”", "\"", "'", "’", "(", ")", ".", ",", ";",
    ":", "!", "?", "…", "-", "–", "—", "/", "_", "**", "\n", "\n\n", "> ", "- ", "Σας", "και", "the", "A", "Η", "\u{a0}", "\0",
];

fn draft() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        12 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => "[α-ωά-ώΑ-Ωa-zA-Z0-9]{1,9}",
    ];
    let joint = prop_oneof![4 => Just(" "), 2 => Just("")];
    prop::collection::vec((piece, joint), 0..30).prop_map(|parts| {
        parts.into_iter().flat_map(|(piece, joint)| [piece, joint.to_owned()]).collect()
    })
}

fn promises_hold(draft: &str) {
    let folded = text::fold(draft);
    let facts = text::facts(&folded);
    let mut at = 0;
    for span in facts.spans() {
        assert!(draft.get(span.clone()).is_some_and(|fact| !fact.is_empty()), "{draft:?}");
        assert!(span.start >= at, "{:?} in {draft:?}", facts.spans());
        at = span.end;
    }
    for (index, word) in folded.words.iter().enumerate() {
        let within = facts
            .spans()
            .iter()
            .any(|span| span.start <= word.span().start && word.span().end <= span.end);
        assert!(!facts.is_fact(index) || within, "word {index} of {draft:?}");
        let number = folded.folded_bytes(index).iter().any(u8::is_ascii_digit);
        let blank = word.flags.contains(WordFlags::FOREIGN);
        assert!(!number || blank || facts.is_fact(index), "word {index} of {draft:?}");
    }
    assert!(!facts.is_fact(folded.words.len()));
}

proptest! {
    #[test]
    fn facts_keep_their_promises(draft in draft()) {
        promises_hold(&draft);
    }
}

/// The longest draft of each piece: a search that looks around from every word takes minutes.
#[test]
fn floods_are_read_once() {
    for piece in PIECES {
        let draft = piece.repeat((text::MAX_DRAFT_CHARS - 20) / piece.chars().count());
        let folded = text::fold(&draft);
        assert!(text::facts(&folded).spans().len() <= folded.words.len());
    }
}
