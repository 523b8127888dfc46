//! The JSON Schemas, held against the reader: both accept every built-in file, both refuse broken ones.
#![allow(clippy::unwrap_used, reason = "a test stops at what should not happen")]

use std::path::Path;

use jsonschema::Validator;
use kalologos::model::Language;
use kalologos::rules::{Known, parse, parse_language, parse_principles, schema};
use kalologos::ruleset::{FileKind, builtin};
use serde_json::Value;

fn validator(kind: FileKind) -> Validator {
    let schema = match kind {
        FileKind::Pack => schema::rules(),
        FileKind::Words => schema::words(),
        FileKind::Principles => schema::principles(),
    };
    jsonschema::draft7::new(&schema).unwrap()
}

fn json(yaml: &str) -> Value {
    serde_yaml::from_str(yaml).unwrap()
}

#[test]
fn every_built_in_file_is_accepted() {
    for file in builtin() {
        let value = json(&file.text);
        let found: Vec<String> = validator(file.kind())
            .iter_errors(&value)
            .map(|error| format!("{}: {error}", error.instance_path))
            .collect();
        assert!(found.is_empty(), "{}: {found:?}", file.name);
    }
}

#[test]
fn the_files_to_begin_with_are_accepted() {
    for language in [Language::El, Language::En] {
        let text = kalologos::ui::template(language);
        assert!(validator(FileKind::Pack).is_valid(&json(text)));
    }
}

/// The first line of a file turns the schema on in editors: a path from the folder of the file.
fn schema_line(text: &str) -> Option<&str> {
    text.lines().next()?.strip_prefix("# yaml-language-server: $schema=")
}

#[test]
fn every_built_in_file_turns_its_schema_on_in_editors() {
    for file in builtin() {
        let line = schema_line(&file.text);
        let named =
            line.and_then(|path| Path::new(&file.name).with_file_name(path).canonicalize().ok());
        let schema = match file.kind() {
            FileKind::Pack => "rules/schema/rules.json",
            FileKind::Words => "rules/schema/words.json",
            FileKind::Principles => "rules/schema/principles.json",
        };
        let expected = Path::new(schema).canonicalize().unwrap();
        assert_eq!(named, Some(expected), "the first line of {}", file.name);
    }
}

#[test]
fn the_files_to_begin_with_turn_the_schema_on_and_say_where_it_comes_from() {
    for language in [Language::El, Language::En] {
        let text = kalologos::ui::template(language);
        let name = schema_line(text).unwrap();
        assert!(text.contains(&format!("kalologos rules schema > {name}")), "{language:?}");
    }
}

/// Files in which something is missing, misspelt or of the wrong kind.
const BROKEN: &[(&str, &str)] = &[
    ("a rule without a phrase", "language: el\nrules:\n  - why: Έτσι.\n"),
    ("a rule with nothing to say", "language: el\nrules:\n  - avoid: λάθος\n"),
    ("a misspelt key", "language: el\nrules:\n  - avoid: λάθος\n    prefr: αλλιώς\n"),
    ("no language", "rules:\n  - avoid: λάθος\n    remove: true\n"),
    ("a language that is a country", "language: gr\nrules:\n  - avoid: λάθος\n    remove: true\n"),
    (
        "a level that is none",
        "language: el\nrules:\n  - avoid: λάθος\n    level: worning\n    remove: true\n",
    ),
    ("a number for a phrase", "language: el\nrules:\n  - avoid: 24\n    remove: true\n"),
    ("a word for a yes", "language: el\nrules:\n  - avoid: λάθος\n    remove: ναι\n"),
    (
        "a phrase and a regex",
        "language: el\nrules:\n  - avoid: λάθος\n    regex: λαθοσ\n    why: Έτσι.\n",
    ),
    (
        "prefer and remove",
        "language: el\nrules:\n  - avoid: λάθος\n    prefer: αλλιώς\n    remove: true\n",
    ),
    (
        "a yes for a turn",
        "language: el\nrules:\n  - avoid: λάθος\n    turns: ναι\n    remove: true\n",
    ),
    (
        "a place where nobody is silent",
        "language: el\nrules:\n  - avoid: λάθος\n    speaks: [questions]\n    remove: true\n",
    ),
    (
        "a default that is none",
        "language: el\ndefaults: {prefer: αλλιώς}\nrules:\n  - avoid: λάθος\n    remove: true\n",
    ),
    (
        "defaults that are a text",
        "language: el\ndefaults: error\nrules:\n  - avoid: λάθος\n    remove: true\n",
    ),
    (
        "defaults without a reason",
        "language: el\ndefaults: {level: error}\nrules:\n  - avoid: λάθος\n",
    ),
    (
        "sets that are a list",
        "language: el\nsets: [λάθος]\nrules:\n  - avoid: λάθος\n    remove: true\n",
    ),
    (
        "a set with nothing in it",
        "language: el\nsets: {α: []}\nrules:\n  - avoid: (@α)\n    remove: true\n",
    ),
    (
        "a set whose name is two words",
        "language: el\nsets: {α β: [λάθος]}\nrules:\n  - avoid: λάθος\n    remove: true\n",
    ),
    ("rules that are no list", "language: el\nrules: λάθος\n"),
    (
        "an example of two kinds",
        "language: el\nrules:\n  - avoid: λάθος\n    remove: true\n    examples:\n      - draft: Λάθος.\n        fine: Σωστό.\n",
    ),
    ("an empty phrase", "language: el\nrules:\n  - avoid: ' '\n    remove: true\n"),
    (
        "an id with blanks",
        "language: el\nrules:\n  - id: δύο λέξεις\n    avoid: λάθος\n    remove: true\n",
    ),
    ("another version", "schema: 2\nlanguage: el\nrules:\n  - avoid: λάθος\n    remove: true\n"),
    ("a tense that is none", "language: el\nwords:\n  τσεκάρω: {pst: τσέκαρα}\n"),
    ("tips that are no list", "language: el\ntips: Μιλάμε ήρεμα.\n"),
    ("a tip without a text", "language: el\ntips:\n  - try: Πιείτε λίγο νερό.\n"),
    ("a misspelt key of a tip", "language: el\ntips:\n  - text: Ήρεμα.\n    today: Νερό.\n"),
    ("a tip that is a text", "language: el\ntips:\n  - Ήρεμα.\n"),
    ("an empty tip", "language: el\ntips:\n  - text: ''\n"),
    ("neither rules nor words", "language: el\ntitle: Τίτλος\n"),
];

#[test]
fn broken_rule_files_are_refused_by_both() {
    let validator = validator(FileKind::Pack);
    for (what, text) in BROKEN {
        assert!(!validator.is_valid(&json(text)), "the schema lets pass: {what}");
        let (_, problems) = parse(text, "broken.yaml", &Known::default());
        assert!(!problems.is_empty(), "the reader lets pass: {what}");
    }
}

#[test]
fn a_tip_that_no_card_holds_is_refused_by_both() {
    let long = "Λόγια ".repeat(60);
    for key in ["text: Ήρεμα.\n    try", "text"] {
        let text = format!("language: el\ntips:\n  - {key}: {}\n", long.trim());
        assert!(!validator(FileKind::Pack).is_valid(&json(&text)), "{key}");
        assert!(!parse(&text, "long.yaml", &Known::default()).1.is_empty(), "{key}");
    }
}

#[test]
fn broken_word_files_and_principles_are_refused_by_both() {
    let words = "language: el\nwords: {}\nclitcs: [σας]\n";
    assert!(!validator(FileKind::Words).is_valid(&json(words)));
    assert!(!parse_language(words, "el.yaml").1.is_empty());
    let principles = "principles:\n  empathy:\n    summary: {el: Πρώτα ο άνθρωπος.}\n";
    assert!(!validator(FileKind::Principles).is_valid(&json(principles)));
    assert!(!parse_principles(principles, "principles.yaml").1.is_empty());
}

/// Sound files that use every key: what the reader takes, the schema takes.
const SOUND: &[&str] = &[
    "schema: '1'\nlanguage: pt-BR\npack: p.1\ntitle: T\nrules:\n  - regex: 'a+'\n    why: W\n    quotes: check\n    skip: questions\n",
    "language: el\nrules: []\n",
    "language: el\nsets:\n  μήνες: [Ιούνιος, Ιούλιος]\n  όλα: (@μήνες) μετά\ndefaults:\n  principle: p\n  level: error\n  skip: [questions]\n  speaks: negated\n  turns: true\n  why: Έτσι.\n  unless: [όχι λάθος]\nrules:\n  - avoid: (@όλα)\n  - avoid: λάθος\n    unless: []\n    skip: []\n    speaks: []\n    turns: false\n",
    "language: el\nrules:\n  - id: el/other/one\n    avoid: [λάθος]\n    unless: [όχι λάθος]\n    skip: [conditions, reports]\n    speaks: [relatives, negated]\n    turns: true\n    prefer: αλλιώς\n    remove: false\n    level: error\n    principle: p\n    source: s\n    examples:\n      - draft: Λάθος.\n        rewrite: Αλλιώς.\n      - fine: Σωστό.\n",
    "language: el\ntips:\n  - text: Ήρεμα.\n  - id: el/tips/calm\n    principle: p\n    text: Αργά.\n    try: Νερό.\n    source: s\n",
    "language: el\ntips: []\n",
    "language: el\nwords:\n  λάθος: [λάθους, λάθη]\n  αγαπώ:\n    like: βοηθώ\n    past: {1s: αγάπησα, 3p: [αγάπησαν, αγαπήσανε]}\n    imperative: none\n",
];

#[test]
fn sound_files_are_accepted_by_both() {
    for text in SOUND {
        let (_, problems) = parse(text, "sound.yaml", &Known::default());
        assert!(problems.is_empty(), "{text}\n{problems:?}");
        let value = json(text);
        let found: Vec<String> =
            validator(FileKind::Pack).iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(found.is_empty(), "{text}\n{found:?}");
    }
}
