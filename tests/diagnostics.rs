//! Every mistake of `tests/bad_rules` as a lead sees it, in both languages.
#![allow(clippy::unwrap_used, reason = "a test stops at what should not happen")]

use std::fs;

use kalologos::lexicon::{WordEntry, inflect};
use kalologos::model::Language;
use kalologos::rules::{Diagnostic, Example, Known, Outcome, Problem, decode, parse};
use kalologos::ui::diagnostics;

fn known() -> Known {
    let mut known = Known::default();
    known.add_words("el", ["μπορώ", "κάνω", "θέλω", "στέλνω", "σας"]);
    known.add_words("en", ["can", "do"]);
    let forms = vec!["λάθος".to_owned(), "λάθη".to_owned()];
    let noun = WordEntry { name: "λάθος".to_owned(), forms, ..WordEntry::default() };
    let verb = WordEntry { name: "κάνω".to_owned(), ..WordEntry::default() };
    known.add_lexemes("el", &[noun, verb].map(|entry| inflect(&entry, "el").unwrap()));
    known.add_principles(["positive-language", "empathy"]);
    known
}

#[test]
fn every_mistake_reads_well() {
    insta::glob!("bad_rules/*.yaml", |path| {
        let file = path.file_name().unwrap().to_string_lossy();
        let (text, problems) = match decode(fs::read(path).unwrap(), &file) {
            Ok(text) => {
                let (_, problems) = parse(&text, &file, &known());
                (text, problems)
            }
            Err(not_utf8) => (not_utf8.text, vec![not_utf8.diagnostic]),
        };
        assert!(!problems.is_empty(), "{file} has no mistake");
        let shown = |language| diagnostics(&problems, |_| Some(text.as_str()), language, false);
        insta::assert_snapshot!(format!("{}\n{}", shown(Language::El), shown(Language::En)));
    });
}

#[test]
fn a_failed_example_says_what_happens() {
    let text = "language: el\nrules:\n  - avoid: κάνετε λάθος\n    prefer: ας το δούμε\n    examples:\n      - draft: Κάνετε λάθος.\n";
    let (file, _) = parse(text, "demo.yaml", &known());
    let Example::Draft { draft, .. } = &file.rules[0].examples[0] else { panic!("no draft") };
    let rewrite = |text: &str| Outcome::Rewrite(text.to_owned());
    let mut shown = String::new();
    for (expected, found) in [
        (Outcome::Silent, Outcome::Found),
        (Outcome::Found, Outcome::Silent),
        (rewrite("Ας δούμε."), Outcome::Silent),
        (rewrite("Ας δούμε."), Outcome::Found),
        (rewrite("Ας δούμε."), rewrite("Ας το δούμε.")),
    ] {
        let problem = Problem::ExampleMismatch { draft: draft.value.clone(), expected, found };
        let diagnostic = Diagnostic {
            severity: problem.severity(),
            file: "demo.yaml".to_owned(),
            place: draft.place.clone(),
            problem,
        };
        for language in [Language::El, Language::En] {
            shown += &diagnostics(std::slice::from_ref(&diagnostic), |_| None, language, false);
        }
    }
    insta::assert_snapshot!(shown);
}

#[test]
fn a_long_list_is_cut() {
    let text = format!("language: el\nrules:\n{}", "  - avoid: κάνετε λάθος\n".repeat(42));
    let (_, problems) = parse(&text, "demo.yaml", &known());
    let shown = diagnostics(&problems, |_| Some(text.as_str()), Language::El, false);
    assert!(shown.ends_with("\nκαι άλλα 2· διορθώστε πρώτα αυτά\n"), "{shown}");
    assert_eq!(diagnostics(&[], |_| None, Language::En, true), "");
}

#[test]
fn what_is_too_much_is_told_with_its_limit() {
    let head = "language: el\nrules:\n  - remove: true\n    avoid:\n";
    let phrases = format!("{head}{}", "      - κάνετε λάθος\n".repeat(101));
    let rules =
        format!("language: el\nrules:\n{}", "  - {avoid: λάθος, remove: true}\n".repeat(5_001));
    let head = "language: el\nrules:\n  - avoid: λάθος\n";
    let wordings = format!("{head}    prefer:\n{}", "      - σωστό\n".repeat(101));
    let examples =
        format!("{head}    remove: true\n    examples:\n{}", "      - fine: Σωστό.\n".repeat(101));
    let words = (0..5_001).map(|number| format!("  λέξη{number}: [μία]\n")).collect::<String>();
    let words = format!("language: el\nwords:\n{words}");
    let bytes = "α".repeat(4_200_000);
    let mut shown = String::new();
    for text in [phrases, rules, wordings, examples, words, bytes] {
        let (_, problems) = parse(&text, "demo.yaml", &known());
        assert_eq!(problems.len(), 1);
        for language in [Language::El, Language::En] {
            let source = |_: &str| Some(text.as_str()).filter(|text| text.len() < 1 << 20);
            shown += &diagnostics(&problems, source, language, false);
        }
    }
    insta::assert_snapshot!(shown);
}
