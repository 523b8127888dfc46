//! Every built-in rule in its own example, at the start, in the middle and at the end of a longer draft, in
//! capitals, and in Greek without accents and with accents where none belong: the rule still finds it, and
//! the sentence stands.
#![allow(clippy::expect_used, reason = "a test stops at what should not happen")]

mod sentences;

use std::sync::LazyLock;

use kalologos::engine::{Engine, Review, Scope};
use kalologos::rules::{Example, Rule};
use kalologos::ruleset::{RuleSet, builtin};
use kalologos::text::Draft;
use sentences::{faults, lower_case_left};
use unicode_normalization::UnicodeNormalization;

static LIBRARY: LazyLock<RuleSet> = LazyLock::new(|| {
    let (mut rule_set, _) = RuleSet::languages(builtin());
    let problems = rule_set.add(builtin());
    assert!(problems.is_empty(), "{problems:?}");
    rule_set
});

static ENGINE: LazyLock<Engine> = LazyLock::new(|| LIBRARY.engine());

/// Where an example is put, and how it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Alone,
    Start,
    Middle,
    End,
    Capitals,
    NoAccents,
    CliticAccents,
}

const PLACES: [Place; 7] = [
    Place::Alone,
    Place::Start,
    Place::Middle,
    Place::End,
    Place::Capitals,
    Place::NoAccents,
    Place::CliticAccents,
];

/// Rules whose example can't be as it should in some place, each with its reason.
const EXCEPTIONS: &[(&str, Place, &str)] = &[
    ("el/refusing/so-no", Place::Capitals, "οπότε in capitals is όποτε"),
    ("el/refusing/so-no", Place::NoAccents, "οπότε without its accent is όποτε"),
];

/// What stands around an example, with nothing to reword in it.
fn surroundings(language: &str) -> (&'static str, &'static str) {
    match language {
        "el" => ("Η παραγγελία έφυγε σήμερα το πρωί.", "Η Άννα είναι εδώ ως τις πέντε."),
        _ => ("Your parcel left this morning.", "Anna is here until five."),
    }
}

fn placed(example: &str, place: Place, language: &str) -> Option<String> {
    let (head, tail) = surroundings(language);
    let ended = example.trim_end().ends_with(['.', '!', ';', '?', '…']);
    let closed = if ended { example.to_owned() } else { format!("{example}.") };
    let greek = language == "el";
    // A draft is written in Greek or in Latin letters, not in both by turns.
    let is_greeklish = greek && !example.chars().any(|sign| ('α'..='ω').contains(&sign));
    Some(match place {
        Place::Start | Place::Middle | Place::End if is_greeklish => return None,
        Place::Alone => example.to_owned(),
        Place::Start => format!("{closed} {tail}"),
        Place::Middle => format!("{head} {closed} {tail}"),
        Place::End => format!("{head} {example}"),
        Place::Capitals => capitals(example),
        Place::NoAccents if greek => without_accents(example),
        Place::CliticAccents if greek => with_clitic_accents(example),
        Place::NoAccents | Place::CliticAccents => return None,
    })
}

fn without_accents(text: &str) -> String {
    text.nfd().filter(|sign| *sign != '\u{301}').nfc().collect()
}

/// In Greek capitals carry no accent.
fn capitals(text: &str) -> String {
    without_accents(text).to_uppercase()
}

/// The pronouns as people type them who accent them too: σάς, τό.
fn with_clitic_accents(text: &str) -> String {
    const PRONOUNS: &[(&str, &str)] = &[
        ("σας", "σάς"),
        ("μας", "μάς"),
        ("σου", "σού"),
        ("μου", "μού"),
        ("το", "τό"),
        ("τα", "τά"),
        ("τον", "τόν"),
        ("τους", "τούς"),
    ];
    let accented = |word: &str| {
        let bare = word.trim_end_matches(|sign: char| !sign.is_alphabetic());
        let found = PRONOUNS.iter().find(|(plain, _)| *plain == bare);
        found.map_or_else(|| word.to_owned(), |(_, typed)| word.replacen(bare, typed, 1))
    };
    text.split(' ').map(accented).collect::<Vec<_>>().join(" ")
}

fn check(draft: &str, language: &str) -> Review {
    let scope = Scope { language: Some(language), ..Scope::everything() };
    ENGINE.check(Draft::new(draft).expect("a short draft"), &scope)
}

/// What is wrong with a rule's example in a place.
fn error(rule: &Rule, example: &str, place: Place) -> Vec<String> {
    let Some(draft) = placed(example, place, &rule.language) else { return Vec::new() };
    let review = check(&draft, &rule.language);
    let mut errors = Vec::new();
    // Where a sentence follows another rule may know a better edit: «You're wrong. The shop opens at eight.»
    let found = match place {
        Place::Start | Place::Middle | Place::End => {
            let start = draft.find(example).unwrap_or(0);
            let end = start + example.len();
            review.findings.iter().any(|it| it.span.start < end && start < it.span.end)
        }
        _ => review.findings.iter().any(|finding| finding.rule.id == rule.id),
    };
    if !found {
        errors.push("not found".to_owned());
    }
    errors.extend(faults(&draft, &review.rewrite, &rule.language));
    if place == Place::Capitals && lower_case_left(&review.rewrite) {
        errors.push("small letters among capitals".to_owned());
    }
    let told = |what: String| {
        format!("{} {place:?}: {what}\n    {draft}\n    {}", rule.id, review.rewrite)
    };
    errors.into_iter().map(told).collect()
}

#[test]
fn every_rule_holds_wherever_its_example_stands() {
    let excused = |rule: &Rule, place: Place| {
        EXCEPTIONS.iter().any(|(id, excused, _)| *id == rule.id && *excused == place)
    };
    let mut errors = Vec::new();
    let mut tried = 0;
    for rule in LIBRARY.packs().iter().flat_map(|pack| &pack.rules.rules) {
        for example in &rule.examples {
            let Example::Draft { draft, .. } = example else { continue };
            for place in PLACES.into_iter().filter(|place| !excused(rule, *place)) {
                tried += 1;
                errors.extend(error(rule, &draft.value, place));
            }
        }
    }
    assert!(tried > 3_000, "only {tried} sentences tried");
    assert!(errors.is_empty(), "{} of {tried}:\n{}", errors.len(), errors.join("\n"));
}

#[test]
fn every_exception_is_needed() {
    for (id, place, reason) in EXCEPTIONS {
        let rule =
            LIBRARY.packs().iter().flat_map(|pack| &pack.rules.rules).find(|it| it.id == *id);
        let rule = rule.unwrap_or_else(|| panic!("no rule {id} ({reason})"));
        let drafts = rule.examples.iter().filter_map(|example| match example {
            Example::Draft { draft, .. } => Some(draft.value.as_str()),
            Example::Fine(_) => None,
        });
        let needed = drafts.into_iter().any(|draft| !error(rule, draft, *place).is_empty());
        assert!(needed, "{id} {place:?} stands without its exception: {reason}");
    }
}
