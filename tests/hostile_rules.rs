//! Whatever a rule file holds, it is answered soon and without a panic.

use kalologos::model::Language;
use kalologos::rules::{Known, Severity, parse, parse_language, parse_principles};
use kalologos::ui::diagnostics;
use proptest::prelude::*;

fn check(text: &str) -> usize {
    let mut known = Known::default();
    known.add_words("el", ["μπορώ", "κάνω"]);
    let (file, problems) = parse(text, "hostile.yaml", &known);
    for problem in &problems {
        let span = problem.place.span.clone();
        assert!(text.get(span.clone()).is_some(), "{span:?} is no range of {text:?}");
        assert!(problem.place.line >= 1 && problem.place.column >= 1);
    }
    for language in [Language::El, Language::En] {
        diagnostics(&problems, |_| Some(text), language, true);
    }
    parse_language(text, "hostile.yaml");
    parse_principles(text, "hostile.yaml");
    if file.rules.is_empty() {
        return problems.len();
    }
    problems.iter().filter(|problem| problem.severity == Severity::Error).count()
}

const SIZE: usize = 20_000;

fn repeat(head: &str, part: &str) -> String {
    let mut text = head.to_owned();
    while text.len() < SIZE {
        text.push_str(part);
    }
    text
}

#[test]
fn large_files_are_refused() {
    for (head, part) in [
        ("", "["),
        ("", "{"),
        ("", "{a: "),
        ("", "- "),
        ("", "? "),
        ("", "a: "),
        ("", "&a "),
        ("", "!"),
        ("", "'"),
        ("", "\""),
        ("a: \"", "\\"),
        ("a: \"", "\\u03b1"),
        ("", "#"),
        ("", "\t"),
        ("", "\n"),
        ("", "---\n"),
        ("", "α"),
        ("", "\u{0}"),
        ("- |\n", "  α\n"),
        ("- >\n", "  α\n"),
        ("&a [x]: y\n", "*a "),
        ("language: el\nrules: [", "α, "),
        ("language: el\nrules:\n", "  - avoid: <α> <β> <γ> <δ>\n"),
        ("language: el\nrules:\n", "  - α\n"),
        ("language: el\nrules:\n", "  - avoid: α #5\n"),
        ("language: el\nrules:\n  - avoid: '", "(α|"),
        ("language: el\nrules:\n  - avoid: '", "<α"),
        ("language: el\nrules:\n  - remove: true\n    avoid:\n", "      - (α|β) (γ|δ) {ε} {ζ}\n"),
        ("language: el\nsets:\n", "  α: β\n"),
        ("language: el\nsets: {α: β}\nrules:\n  - avoid: '", "(@α|"),
        ("language: el\ndefaults:\n", "  level: error\n"),
        ("language: el\nwords:\n", "  α: β\n"),
        ("language: el\nrules:\n", "  - {α: β, γ: δ}\n"),
    ] {
        let text = repeat(head, part);
        assert!(check(&text) > 0, "{head:?} and many {part:?}");
    }
}

/// A file with a set of many words.
fn with_words(count: usize, rest: &str) -> String {
    let words: Vec<String> = (0..count).map(|number| format!("λέξη{number}")).collect();
    format!("language: el\nsets:\n  α: [{}]\n{rest}", words.join(", "))
}

#[test]
fn sets_that_grow_when_they_are_written_out_are_refused() {
    // Each set takes in the one before it as often as a phrase has room for.
    let twenty = "(@α) ".repeat(20);
    let mut doubling = "language: el\nsets:\n  α: [ένα]\n".to_owned();
    for (name, before) in ('β'..='ω').zip('α'..) {
        let phrase = twenty.replace('α', &before.to_string());
        doubling += &format!("  {name}: ['{phrase}', '{phrase}']\n");
    }
    doubling += "rules:\n  - avoid: (@ω)\n    remove: true\n";
    let rules = "  - avoid: λάθος (@α)\n    remove: true\n".repeat(5_000);
    let by_rules = with_words(900, &format!("rules:\n{rules}"));
    let rules = "  - avoid: λάθος\n    remove: true\n".repeat(5_000);
    let by_defaults =
        with_words(900, &format!("defaults:\n  unless: [(@α) όχι, (@α) ναι]\nrules:\n{rules}"));
    let unknown = "  - avoid: (@αλφα|@βητα|@γαμα)\n    remove: true\n".repeat(4_000);
    let unknown = with_words(900, &format!("rules:\n{unknown}"));
    for text in [doubling, by_rules, by_defaults, unknown] {
        assert!(check(&text) > 0);
    }
}

#[test]
fn many_sound_rules_are_read() {
    let text = repeat(
        "language: el\nrules:\n",
        "  - avoid: κάνετε πολύ μεγάλο λάθος, κυρία μου, και το ξέρετε καλά, όπως και εγώ\n    remove: true\n",
    );
    let (file, problems) = parse(&text, "many.yaml", &Known::default());
    assert_eq!(problems, []);
    assert!(file.rules.len() > 100);
}

#[test]
fn a_file_over_the_limit_is_refused_unread() {
    assert_eq!(check(&"α".repeat(4_200_000)), 1);
}

const YAML: &str = r##"(language: el\n|rules:\n|  - |avoid: |prefer: |remove: true|words:|  |\n|\r\n|\t|[<>{}\[\]()|^$\\'"#&*!%@:,?-]|μπορώ|κάνω:past:1|ά̈|🙂|漢字|[a-zα-ω]{1,4}|\PC){0,60}"##;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_it_panic(text in YAML) {
        check(&text);
    }

    #[test]
    fn no_set_makes_it_panic(
        phrase in r#"(\(@one|\(@two\)|\||\)|\(|@one|@|\\| |:clause|:subject|<\*:past>|<\*|\{a|\}|,|word|ά|🙂){0,30}"#,
    ) {
        let quoted = phrase.replace('\'', "''");
        check(&format!("language: el\nsets:\n  one: [x, (y|z)]\n  two: ['{quoted}', word]\ndefaults:\n  unless: '{quoted}'\nrules:\n  - avoid: '{quoted}'\n    prefer: '{quoted}'\n"));
    }

    #[test]
    fn no_phrase_makes_it_panic(phrase in r#"([<>{}\[\]()|^$\\:? ,]|μπορώ|present|1|ά|🙂|word){0,30}"#) {
        let quoted = phrase.replace('\'', "''");
        check(&format!("language: el\nrules:\n  - avoid: '{quoted}'\n    prefer: '{quoted}'\n    unless: ['{quoted}']\n"));
    }
}
