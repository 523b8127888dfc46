//! Every phrase of every built-in rule in ten kinds of sentences, with what becomes of each: pages to be read by a
//! native speaker before a pack changes, and a sign of what else a change did.
//!
//! A page has three lines or more for a phrase: a sentence made of it, its rewrite, and the frames. `+name`: reworded
//! as the plain sentence was; `-name`: not found; `!name`: found and left for the agent to word. A frame whose
//! rewrite is another one has a line of its own.
#![allow(clippy::expect_used, reason = "a test stops at what should not happen")]

use std::fmt::Write as _;
use std::sync::LazyLock;

use kalologos::audit;
use kalologos::engine::{Engine, Review, Scope};
use kalologos::rules::{Example, Rule};
use kalologos::ruleset::{RuleSet, builtin};
use kalologos::text::{self, Draft};
use unicode_normalization::UnicodeNormalization;

static RULE_SET: LazyLock<RuleSet> = LazyLock::new(|| {
    let (mut rule_set, problems) = RuleSet::languages(builtin());
    assert!(problems.is_empty(), "{problems:?}");
    let problems = rule_set.add_proven(builtin());
    assert!(problems.is_empty(), "{problems:?}");
    rule_set
});

static ENGINE: LazyLock<Engine> = LazyLock::new(|| RULE_SET.engine());

/// A kind of sentence: its name, and the sentence with `{}` where the phrase stands.
type Frame = (&'static str, &'static str);

const GREEK: &[Frame] = &[
    ("greeting", "Καλημέρα κυρία Στεργίου, {}."),
    ("comma", "Ευχαριστούμε για το μήνυμα, {}."),
    ("because", "Σας γράφω γιατί {}."),
    ("that", "Είναι καλό να ξέρετε ότι {}."),
    ("negated", "Δεν {}."),
    ("list", "1. Παραλαβή από τις 9:00\n2. {}\n3. Κλειστά την Κυριακή"),
    ("question", "{};"),
    ("capitals", "{}."),
    ("clitic", "Σας το γράφω κι εδώ: {}, κύριε Παππά."),
    ("end", "Το δέμα 77120 έρχεται στις 22/08 και {}."),
];

const ENGLISH: &[Frame] = &[
    ("greeting", "Good morning Mrs Novak, {}."),
    ("comma", "Thank you for your message, {}."),
    ("because", "I am writing because {}."),
    ("that", "It is good to know that {}."),
    ("negated", "It is not that {}."),
    ("list", "1. Collection from 9:00\n2. {}\n3. Closed on Sunday"),
    ("question", "{}?"),
    ("capitals", "{}."),
    ("clitic", "I wrote it down for you: {}, Mr Lee."),
    ("end", "Parcel 77120 arrives on 22/08 and {}."),
];

/// The sentence without its end mark in a frame; with its first letter small unless the frame begins with it.
fn put(bare: &str, (name, within): Frame) -> String {
    match name {
        "capitals" => {
            let plain: String = bare.nfd().filter(|it| *it != '\u{301}').nfc().collect();
            within.replacen("{}", &plain.to_uppercase(), 1)
        }
        "list" | "question" => within.replacen("{}", bare, 1),
        _ => {
            let first = bare.split([' ', '\'', '’']).next().unwrap_or("");
            let small = if first == "I" { bare.to_owned() } else { text::lowercase_first(bare) };
            within.replacen("{}", &small, 1)
        }
    }
}

fn check(sentence: &str, language: &str) -> Option<Review> {
    let scope = Scope { language: Some(language), ..Scope::everything() };
    Some(ENGINE.check(Draft::new(sentence).ok()?, &scope))
}

fn bare(sentence: &str) -> &str {
    sentence.trim_end_matches(['.', '!', ';', '?', '…', ' '])
}

/// The lines of one sentence.
fn lines(page: &mut String, sentence: &str, rule: &Rule) {
    let Some(plain) = check(sentence, &rule.language) else { return };
    let rewrite = bare(&plain.rewrite).to_owned();
    let frames = if rule.language == "el" { GREEK } else { ENGLISH };
    let (mut marks, mut others) = (String::new(), String::new());
    for frame in frames {
        let text = put(bare(sentence), *frame);
        let Some(review) = check(&text, &rule.language) else { continue };
        let name = frame.0;
        let found = review.findings.iter().any(|finding| finding.rule.id == rule.id);
        if review.rewrite == text {
            write!(marks, " {}{name}", if found { '!' } else { '-' }).expect("room");
        } else if review.rewrite == put(&rewrite, *frame) {
            write!(marks, " +{name}").expect("room");
        } else {
            writeln!(others, "    {name}: {}", review.rewrite.replace('\n', " / ")).expect("room");
        }
    }
    let shown = if plain.rewrite == sentence { "=" } else { plain.rewrite.as_str() };
    writeln!(page, "  {sentence}\n    {shown}\n   {marks}\n{others}").expect("room");
}

/// One of each phrase; the examples of a rule that has none.
fn sentences(rule: &Rule) -> Vec<String> {
    let made = audit::generated(&ENGINE, rule, 1);
    if !made.is_empty() {
        return made;
    }
    let drafts = rule.examples.iter().filter_map(|example| match example {
        Example::Draft { draft, .. } => Some(draft.value.clone()),
        Example::Fine(_) => None,
    });
    drafts.collect()
}

fn page(rules: &[Rule]) -> String {
    let mut page = String::new();
    for rule in rules {
        writeln!(page, "{}", rule.id).expect("room");
        for sentence in sentences(rule) {
            lines(&mut page, &sentence, rule);
        }
    }
    while page.contains("\n\n\n") {
        page = page.replace("\n\n\n", "\n\n");
    }
    page
}

#[test]
fn every_phrase_in_ten_frames() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for pack in RULE_SET.packs() {
            let name =
                pack.name.trim_start_matches("rules/").trim_end_matches(".yaml").replace('/', "-");
            insta::assert_snapshot!(name, page(&pack.rules.rules));
        }
    });
}
