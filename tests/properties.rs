//! Any text, any time: no panic, offsets on characters, nothing changed outside the findings, and
//! checking the rewrite gives exactly what remains.
#![allow(clippy::expect_used, reason = "a test stops at what should not happen")]

use std::sync::LazyLock;

use kalologos::engine::{Engine, Finding, Review, Scope};
use kalologos::ruleset::{RuleSet, builtin};
use kalologos::text::{self, Draft};
use proptest::prelude::*;
use proptest::strategy::ValueTree;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let (mut rule_set, problems) = RuleSet::languages(builtin());
    assert!(problems.is_empty(), "{problems:?}");
    let problems = rule_set.add(builtin());
    assert!(problems.is_empty(), "{problems:?}");
    rule_set.engine()
});

/// Beginnings of what rules look for.
#[rustfmt::skip]
const PHRASES: &[&str] = &[
    "δεν μπορώ να", "Δεν μπορούμε να", "ΔΕΝ ΜΠΟΡΩ ΝΑ", "δε μπορεις να", "Δεν μπορείτε να", "δεν θα μπορέσουν να",
    "Δυστυχώς, δεν μπορώ να το δω", "κάνετε λάθος", "Κάνεις **λάθος**", "Όχι. Δεν μπορεί να γίνει", "διαφωνώ",
    "δεν γίνεται να", "Δεν σας μπορώ τώρα", "αν δεν μου στείλετε", "I can't help", "We cannot", "you can't log in",
    "You're wrong", "that's not possible", "I disagree", "Unfortunately,",
];

/// Words on both sides of what rules look for, and signs that get in their way.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "δεν", "Δεν", "ΔΕΝ", "δε", "μπορώ", "μπορούμε", "μπορείτε", "ΜΠΟΡΩ", "μπορεί", "μπoρώ", "θα", "να", "το δω",
    "σας", "σου", "στείλουμε", "γίνει", "γίνεται", "κάνετε", "λάθος", "διαφωνώ", "Διαφωνώ", "αν", "αλλά", "άλλα",
    "και", "ή", "γιατί", "χωρίς", "δυστυχώς", "Δυστυχώς", "τώρα", "πλέον", "σήμερα", "Όχι", "όχι", "βλέπω", "ότι",
    "την παραγγελία", "3,50 €", "10:30", "κ.", "π.χ.", "γι'", "ό,τι", "I", "we", "you", "can't", "cannot", "can not",
    "won't", "be able to", "help", "wrong", "you're", "disagree", "possible", "not", "is", "if", "but", "because",
    "unless", "No", "that's", "it", ".", ",", ";", ":", "!", "?", "…", "...", " - ", "—", "\n", "\n\n", "\r\n", "(",
    ")", "[", "]", "[κενό]", "«", "»", "“", "”", "\"", "**", "*", "_", "~~", "||", "`", "```", "> ", "@", "#", "<@123>",
    ":smile:", "https://example.gr/α_β", "[α](https://β.gr)", "name@example.gr", "😀", "👩‍👧", "🇬🇷", "e\u{301}",
    "α\u{301}", "ΐ", "ᾷ", "\u{200b}", "\u{200d}", "\u{202e}", "\u{feff}", "\0", "\u{7}", "ß", "ﬁ", "İ", "한글", "中文",
    "µ", "Ω", "'", "’", "´", "΄", "[α](β", "\u{a0}", "\u{2001}", "\r", "\u{2029}", "{{order.id}}", "%{x}", "{", "}", "Α.Φ.Μ.", "κ.λπ.", "U.S.",
    "p.m.", "Inc.", "στην", "Αθήνα", "to the", "Greece", "ΤΟ ΔΕΜΑ", "'this is it'", "‘", "σ'", "απ'", "term", "λέξη",
];

/// Greek in Latin letters, in several habits, and what may stand beside it.
#[rustfmt::skip]
const GREEKLISH: &[&str] = &[
    "den mporw na", "Den mporoume na", "DEN MPORW NA", "den boro na", "dhen mporeite na", "den 8a mporesoun na",
    "Dystyxws, den", "kanete lathos", "Kanete **la8os**", "Oxi. Den mporei na ginei", "diafwnw", "den ginetai na",
    "ti thelete;", "prepei na", "perimenete", "tha doume", "den 3erw", "an den mou steilete", "alla", "giati", "twra",
    "simera", "sas", "to dw", "thn paraggelia", "stin", "tou", "ths", "kai", "ke", "h", "i", "w", "oti", "o,ti", "8a", "xwris",
    "email", "courier", "FedEx", "link", "the", "and", "we can't", "[keno]", "(", ")", "?", ";", ".", ",", "!", "\n", "«", "»",
    "**", "`", "> ", "https://den.gr/mporw", "😀", "δεν", "μπορώ", "Καλημέρα", "é", "ç", "8", "3,50", "4", "'", "h'", "ß",
];

fn greeklish() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        12 => prop::sample::select(GREEKLISH).prop_map(str::to_owned),
        1 => "[a-zA-Z0-9]{1,9}",
    ];
    let joint = prop_oneof![8 => Just(" "), 1 => Just("")];
    prop::collection::vec((piece, joint), 0..25).prop_map(|parts| {
        parts.into_iter().flat_map(|(piece, joint)| [piece, joint.to_owned()]).collect()
    })
}

fn draft() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => prop::sample::select(PHRASES).prop_map(str::to_owned),
        12 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => "[α-ωά-ώΑ-Ωa-zA-Z]{1,9}",
    ];
    let joint = prop_oneof![6 => Just(" "), 1 => Just(""), 1 => Just("  ")];
    prop::collection::vec((piece, joint), 0..30).prop_map(|parts| {
        parts.into_iter().flat_map(|(piece, joint)| [piece, joint.to_owned()]).collect()
    })
}

fn check(draft: &str) -> Review {
    ENGINE.check(Draft::new(draft).expect("a short draft"), &Scope::everything())
}

fn offsets_hold(text: &str, findings: &[Finding]) {
    for finding in findings {
        assert!(text.get(finding.span.clone()).is_some(), "{:?} in {text:?}", finding.span);
        assert!(!finding.marks.is_empty());
        assert!(finding.chosen.is_none_or(|chosen| chosen < finding.suggestions.len()));
        for mark in &finding.marks {
            assert!(text.get(mark.clone()).is_some_and(|marked| !marked.is_empty()));
        }
    }
}

/// Which rule found what, where.
fn places(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(|it| format!("{} {:?} {:?}", it.rule.id, it.span, it.marks)).collect()
}

/// What lies outside every span, in order.
fn untouched<'d>(draft: &'d str, findings: &[Finding]) -> Vec<&'d str> {
    let mut kept = Vec::new();
    let mut at = 0;
    for finding in findings.iter().filter(|finding| finding.chosen.is_some()) {
        if finding.span.start >= at {
            kept.push(&draft[at..finding.span.start]);
            at = finding.span.end;
        }
    }
    kept.push(&draft[at..]);
    kept
}

fn rest_is_left_alone(draft: &str, review: &Review) {
    // A capital may come to stand where a sentence now begins.
    let kept = untouched(draft, &review.findings);
    let kept: Vec<String> = kept.into_iter().map(str::to_lowercase).collect();
    let rewrite = review.rewrite.to_lowercase();
    let mut rest = rewrite.as_str();
    assert!(rest.starts_with(&kept[0]), "{draft:?} became {rest:?}");
    assert!(rest.ends_with(&kept[kept.len() - 1]), "{draft:?} became {rest:?}");
    for part in &kept {
        let found = rest.find(part.as_str());
        assert!(found.is_some(), "{part:?} of {draft:?} is not in {:?}", review.rewrite);
        rest = &rest[found.unwrap_or(0) + part.len()..];
    }
}

fn promises_hold(draft: &str) {
    let review = check(draft);
    offsets_hold(draft, &review.findings);
    offsets_hold(&review.rewrite, &review.remaining);
    rest_is_left_alone(draft, &review);
    for blank in &review.blanks {
        let bracketed = |text: &str| text.starts_with('[') && text.ends_with(']');
        assert!(review.rewrite.get(blank.span.clone()).is_some_and(bracketed));
    }
    let again = check(&review.rewrite);
    assert_eq!(
        places(&again.findings),
        places(&review.remaining),
        "checking {:?} again",
        review.rewrite
    );
}

#[test]
fn removals_side_by_side_both_happen() {
    for (draft, rewrite) in [
        ("Δυστυχώς, δυστυχώς  το βλέπω", "Το βλέπω"),
        ("δυστυχώς, obviously το βλέπω", "το βλέπω"),
        ("Δυστυχώς, δυστυχώς. Το βλέπω.", "Το βλέπω."),
        ("Δυστυχώς, δυστυχώς το βλέπω.", "Το βλέπω."),
        ("Το βλέπω, δυστυχώς, δυστυχώς.", "Το βλέπω."),
    ] {
        promises_hold(draft);
        assert_eq!(check(draft).rewrite, rewrite, "{draft}");
    }
}

proptest! {
    #[test]
    fn a_check_keeps_its_promises(draft in draft()) {
        promises_hold(&draft);
    }

    #[test]
    fn a_check_of_greeklish_keeps_its_promises(draft in greeklish()) {
        promises_hold(&draft);
    }

    #[test]
    fn a_fold_maps_back(draft in draft()) {
        let folded = text::fold(&draft);
        prop_assert_eq!(folded.separators.len(), folded.words.len() + 1);
        let mut at = 0;
        for (index, word) in folded.words.iter().enumerate() {
            prop_assert!(draft.get(word.span()).is_some_and(|text| !text.is_empty()));
            prop_assert!(word.start as usize >= at);
            prop_assert!(!folded.folded(index).is_empty());
            prop_assert_eq!(word.hash, text::hash(folded.folded(index)));
            prop_assert!(folded.sentences[word.sentence as usize].words.contains(&index));
            at = word.end as usize;
        }
        let mut next = 0;
        for sentence in &folded.sentences {
            prop_assert!(sentence.words.start == next && sentence.words.end > next);
            next = sentence.words.end;
        }
        prop_assert_eq!(next, folded.words.len());
        for zone in &folded.zones {
            prop_assert!(draft.get(zone.span.clone()).is_some());
        }
    }

    #[test]
    fn capitals_fold_like_the_text(draft in "[α-ωά-ώϊϋΐΰ ]{0,60}") {
        prop_assert_eq!(text::key(&text::uppercase(&draft)), text::key(&draft));
    }
}

/// Drafts of nothing but one sign: the shape that makes a careless search quadratic.
#[test]
fn floods_are_checked() {
    for piece in PIECES.iter().chain(PHRASES).chain(GREEKLISH) {
        let draft = piece.repeat(2_000 / piece.chars().count());
        let review = check(&draft);
        offsets_hold(&draft, &review.findings);
    }
}

#[test]
fn too_long_a_draft_is_refused() {
    let longest = "α".repeat(text::MAX_DRAFT_CHARS);
    assert!(Draft::new(&longest).is_ok());
    let longer = format!("{longest}α");
    assert_eq!(Draft::new(&longer), Err(text::DraftTooLong { found: text::MAX_DRAFT_CHARS + 1 }));
}

/// The properties above say something only if the drafts hold what rules look for.
#[test]
fn the_drafts_reach_the_rules() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let drafts = (0..500).map(|_| draft().new_tree(&mut runner).expect("a draft").current());
    let reviews: Vec<Review> = drafts.map(|draft| check(&draft)).collect();
    let found = reviews.iter().filter(|review| !review.findings.is_empty()).count();
    let nested = reviews.iter().filter(|review| {
        review.findings.windows(2).any(|pair| pair[1].span.start < pair[0].span.end)
    });
    assert!(found > 100, "{found} of 500 drafts have a finding");
    assert!(nested.count() > 3);
    let drafts = (0..500).map(|_| greeklish().new_tree(&mut runner).expect("a draft").current());
    let reviews: Vec<Review> = drafts.map(|draft| check(&draft)).collect();
    let found = reviews.iter().filter(|review| review.greeklish && !review.findings.is_empty());
    assert!(found.count() > 200);
}
