//! The word tables: every form of the verbs that rules rely on, and entries that make no word.

#![allow(clippy::expect_used, reason = "a word table that cannot be read fails its test")]

mod table;

use kalologos::lexicon::{Part, Person, Tense, WordEntry, WordProblem, inflect, models};
use table::{entries, paradigm};

const GREEK: &str = include_str!("../../rules/words/el.yaml");
const ENGLISH: &str = include_str!("../../rules/words/en.yaml");

/// Verbs whose whole paradigm is held against a snapshot: those of the built-in rules.
const READ_BY_HAND: &[&str] = &[
    "μπορώ", "ξέρω", "γνωρίζω", "θέλω", "έχω", "είμαι", "κάνω", "δίνω", "στέλνω", "βρίσκω",
    "βοηθώ", "εξυπηρετώ", "εξυπηρετούμαι", "ελέγχω", "διαφωνώ", "συμφωνώ", "καταλαβαίνω",
    "λυπάμαι", "γίνομαι", "χρειάζομαι", "αλλάζω",
];

#[test]
fn greek_verbs_read_by_hand() {
    let all = entries(GREEK);
    let paradigms: Vec<String> = READ_BY_HAND
        .iter()
        .map(|name| paradigm(all.iter().find(|entry| entry.name == *name).expect(name), "el"))
        .collect();
    insta::assert_snapshot!("greek_read_by_hand", paradigms.join("\n"));
}

#[test]
fn every_other_greek_verb() {
    let others =
        entries(GREEK).into_iter().filter(|entry| !READ_BY_HAND.contains(&entry.name.as_str()));
    let paradigms: Vec<String> = others.map(|entry| paradigm(&entry, "el")).collect();
    insta::assert_snapshot!("greek_others", paradigms.join("\n"));
}

#[test]
fn every_english_verb() {
    let paradigms: Vec<String> =
        entries(ENGLISH).iter().map(|entry| paradigm(entry, "en")).collect();
    insta::assert_snapshot!("english", paradigms.join("\n"));
}

/// Vowels of a Greek word, two that are read as one counted once.
fn syllables(word: &str) -> usize {
    let pairs = ["ου", "ού", "αι", "αί", "ει", "εί", "οι", "οί", "υι", "αυ", "αύ", "ευ", "εύ"];
    let single = pairs.iter().fold(word.to_owned(), |word, pair| word.replace(pair, "ο"));
    // After a consonant and before a vowel, ι is no syllable of its own (πιω, ποιος).
    let single = ["ιω", "ια", "ιο"].iter().fold(single, |word, glide| word.replace(glide, "ο"));
    single.chars().filter(|letter| "αεηιουωάέήίόύώΐΰϊϋ".contains(*letter)).count()
}

/// A Greek word of several syllables has one accent; a mistake in the endings would lose or double it.
#[test]
fn every_greek_form_has_one_accent() {
    for entry in entries(GREEK) {
        for form in inflect(&entry, "el").unwrap().forms {
            // Said as one syllable.
            if form.spelling == "πιες" {
                continue;
            }
            let accents =
                form.spelling.chars().filter(|letter| "άέήίόύώΐΰ".contains(*letter)).count();
            assert_eq!(accents, usize::from(syllables(&form.spelling) > 1), "{}", form.spelling);
        }
    }
}

fn entry(name: &str) -> WordEntry {
    WordEntry { name: name.to_owned(), ..WordEntry::default() }
}

fn like(name: &str, verb: &str) -> WordEntry {
    WordEntry { like: Some(verb.to_owned()), ..entry(name) }
}

fn stating(name: &str, tense: Tense, leads: &[&str]) -> WordEntry {
    let leads = leads.iter().map(|&lead| lead.to_owned()).collect();
    WordEntry { parts: vec![(tense, Part::Lead(leads))], ..entry(name) }
}

fn forms(words: &[&str]) -> WordEntry {
    WordEntry { forms: words.iter().map(|&word| word.to_owned()).collect(), ..entry("word") }
}

#[test]
fn entries_that_make_no_word() {
    use WordProblem::*;
    let rows = [
        (entry(""), EmptyName),
        (entry(" \u{a0}"), EmptyName),
        (entry("🙂"), NoForms),
        (entry("προϊόν"), NoForms),
        (entry("send"), NoForms),
        (forms(&[""]), EmptySpelling { tense: None }),
        (stating("στέλνω", Tense::Past, &["\t"]), EmptySpelling { tense: Some(Tense::Past) }),
        (entry("ρωτώ"), ModelNeeded { spelling: "ρωτώ".into() }),
        (like("ρωτώ", "ρωτάω"), UnknownModel { like: "ρωτάω".into() }),
        (like("γίνομαι", "μπορώ"), ModelMisfit { like: "μπορώ".into() }),
        (like("send", "βοηθώ"), ModelMisfit { like: "βοηθώ".into() }),
        (
            stating("στέλνω", Tense::Subjunctive, &["να στείλω"]),
            SeveralWords { tense: Tense::Subjunctive, spelling: "να στείλω".into() },
        ),
        (
            stating("στέλνω", Tense::Past, &["εστειλα"]),
            NoAccent { tense: Tense::Past, spelling: "εστειλα".into() },
        ),
        (
            stating("στέλνω", Tense::Past, &["έστειλε"]),
            LeadEnding { tense: Tense::Past, spelling: "έστειλε".into() },
        ),
        (
            stating("στέλνω", Tense::Past, &["α"]),
            LeadEnding { tense: Tense::Past, spelling: "α".into() },
        ),
        (
            stating("στέλνω", Tense::Imperative, &["στείλω"]),
            LeadEnding { tense: Tense::Imperative, spelling: "στείλω".into() },
        ),
        // The last letter is Latin.
        (
            stating("στέλνo", Tense::Past, &["έστειλα"]),
            LeadEnding { tense: Tense::Present, spelling: "στέλνo".into() },
        ),
    ];
    for (entry, problem) in rows {
        assert_eq!(inflect(&entry, "el"), Err(problem), "{}", entry.name);
    }
}

#[test]
fn other_languages_have_listed_forms() {
    let third = Person::from_key("3s").unwrap();
    let mut verb = entry("können");
    verb.parts = vec![(Tense::Present, Part::Persons(vec![(third, vec!["kann".into()])]))];
    let lexeme = inflect(&verb, "de-AT").unwrap();
    assert_eq!(lexeme.spelling(Some(Tense::Present), Some(third)), Some("kann"));
    let lead = stating("können", Tense::Present, &["kann"]);
    assert_eq!(inflect(&lead, "de"), Err(WordProblem::ListNeeded { tense: Tense::Present }));
    assert_eq!(inflect(&entry("können"), "de"), Err(WordProblem::NoForms));
    assert_eq!(models("de"), Vec::<&str>::new());
}

#[test]
fn plain_forms_keep_their_order_and_come_once() {
    let lexeme =
        inflect(&forms(&["Προϊόν", "προϊόντα", "προϊόν", "προι\u{308}όντος"]), "el").unwrap();
    let spellings: Vec<&str> = lexeme.forms.iter().map(|form| form.spelling.as_str()).collect();
    assert_eq!(spellings, ["προϊόν", "προϊόντα", "προϊόντος"]);
    // A list is no verb even where the name ends like one.
    let lexeme = inflect(&WordEntry { forms: vec!["κάτω".into()], ..entry("κάτω") }, "el").unwrap();
    assert_eq!(lexeme.forms.len(), 1);
}

#[test]
fn every_model_verb_is_a_model_of_itself() {
    for verb in models("el") {
        assert!(inflect(&like(verb, verb), "el").is_ok(), "{verb}");
    }
}

#[test]
fn a_team_lead_may_leave_out_what_is_regular() {
    for (name, tense, past, expected) in [
        ("επιστρέφω", Tense::Past, "επέστρεψα", ["επέστρεψα", "επιστρέψαμε"]),
        ("επιστρέφω", Tense::Subjunctive, "επέστρεψα", ["επιστρέψω", "επιστρέψουμε"]),
        ("εκφράζω", Tense::Subjunctive, "εξέφρασα", ["εκφράσω", "εκφράσουμε"]),
        ("συλλέγω", Tense::Subjunctive, "συνέλεξα", ["συλλέξω", "συλλέξουμε"]),
        ("εμπνέω", Tense::Past, "ενέπνευσα", ["ενέπνευσα", "εμπνεύσαμε"]),
        ("ερευνώ", Tense::Past, "ερεύνησα", ["ερεύνησα", "ερευνήσαμε"]),
        ("εξετάζω", Tense::Past, "εξέτασα", ["εξέτασα", "εξετάσαμε"]),
        ("πιάνω", Tense::Past, "έπιασα", ["έπιασα", "πιάσαμε"]),
        ("τρώω", Tense::Past, "έφαγα", ["έφαγα", "φάγαμε"]),
        ("κοιμάμαι", Tense::Subjunctive, "κοιμήθηκα", ["κοιμηθώ", "κοιμηθούμε"]),
        ("κοροϊδεύω", Tense::Past, "κορόιδεψα", ["κορόιδεψα", "κοροϊδέψαμε"]),
    ] {
        let mut verb = stating(name, Tense::Past, &[past]);
        verb.like = name.ends_with('ώ').then(|| "βοηθώ".to_owned());
        let lexeme = inflect(&verb, "el").unwrap();
        let persons = [Person::ALL[0], Person::ALL[3]];
        let found = persons.map(|person| lexeme.spelling(Some(tense), Some(person)).unwrap());
        assert_eq!(found, expected);
    }
}

/// Whatever a file says, the answer is a word or a problem.
fn never_panics(text: &str, language: &str) {
    for like in [None, Some(text.to_owned())]
        .into_iter()
        .chain(models("el").into_iter().map(|verb| Some(verb.to_owned())))
    {
        for (tense, _) in Tense::ALL {
            let lead = Part::Lead(vec![text.to_owned()]);
            let named = WordEntry {
                like: like.clone(),
                parts: vec![(*tense, lead.clone())],
                ..entry(text)
            };
            let _ = inflect(&named, language);
            let _ = inflect(&WordEntry { name: "στέλνω".into(), ..named }, language);
        }
    }
    let _ = inflect(&entry(text), language);
}

#[test]
fn odd_spellings_do_no_harm() {
    let odd = [
        "", " ", "ω", "ώ", "α", "ε", "ά", "έα", "ομαι", "ιέμαι", "μουν", "όμουν", "ού", "ώνω",
        "ίζω", "άω", "ς", "ου", "🙂", "🙂ω", "🙂α", "a", "y", "e", "ie", "ΐ", "ϊ", "\u{301}",
        "ω\u{301}", "έ\u{301}α", "ΑΪΎΠΝΊΑ", "ΣΤΈΛΝΩ", "\u{200d}ω", "-ω", "ώώώώώ", "εεεεα",
    ];
    for text in odd {
        for language in ["el", "en", "", "el-GR", "🙂"] {
            never_panics(text, language);
        }
    }
}

proptest::proptest! {
    #[test]
    fn any_spelling_does_no_harm(text in "[α-ωά-ώϊΐa-e \u{301}🙂]{0,8}(ω|ώ|α|ε|ομαι|ηκα|όμουν|ed|y)?") {
        never_panics(&text, "el");
        never_panics(&text, "en");
    }
}
