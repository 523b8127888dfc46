//! Rules made at random of pieces of the phrase language, on drafts made of the same phrases.
//!
//! A rule here says what no author would write: wordings that drop gaps, say them twice or turn them round, whole sentences, another
//! register. The promises hold all the same, for the engine keeps them and not the author.

use std::sync::{Arc, LazyLock};

use kalologos::audit::Standing;
use kalologos::engine::{Greeklish, Scope};
use kalologos::rules::Diagnostic;
use kalologos::ruleset::{Pack, RuleSet, SourceFile, builtin, has_errors};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};

use crate::promises::keep::{Book, Outcome, broken};
use crate::promises::told;

static WORDS: LazyLock<RuleSet> = LazyLock::new(|| RuleSet::languages(builtin()).0);

/// How many packs are made of the same seed each time, and how many at random beside them.
const FIXED: usize = 250;
const RANDOM: u32 = 24;

/// What a language has to make rules and drafts of.
#[derive(Debug)]
struct Tongue {
    language: &'static str,
    /// Parts of phrases: as written, and as a draft may have them.
    words: &'static [(&'static str, &'static [&'static str])],
    /// Parts that only a wording has.
    wordings: &'static [&'static str],
    fillings: &'static [&'static str],
    /// What may stand between the words of a phrase.
    slack: &'static [&'static str],
    before: &'static [&'static str],
    after: &'static [&'static str],
}

#[rustfmt::skip]
static GREEK: Tongue = Tongue {
    language: "el",
    words: &[
        ("δεν", &["δεν", "Δεν", "δε", "ΔΕΝ"]), ("όχι", &["όχι", "Όχι"]), ("να", &["να"]), ("θα", &["θα"]), ("πριν", &["πριν"]),
        ("χωρίς", &["χωρίς"]), ("για", &["για"]), ("μας", &["μας"]), ("το λάθος", &["το λάθος", "το **λάθος**"]), ("πότε", &["πότε"]),
        ("η πολιτική μας", &["η πολιτική μας", "Η πολιτική μας"]), ("Κάππα 3000", &["Κάππα 3000", "Κάππα3000", "ΚΑΠΠΑ 3000"]), ("Ρούτερ", &["Ρούτερ"]),
        ("<μπορώ:present>", &["μπορώ", "μπορούμε", "μπορείτε", "μπορεί", "ΜΠΟΡΟΥΜΕ", "Μπορείς"]), ("<στέλνω>", &["στέλνουμε", "έστειλα", "στείλετε"]),
        ("<είμαι:present:3>", &["είναι", "Είναι"]), ("<κάνω:present:2>", &["κάνετε", "κάνεις"]), ("<*:subjunctive>", &["στείλουμε", "δώσετε", "μας δώσεις"]),
        ("(αυτό|εκείνο)", &["αυτό", "εκείνο"]), ("(πάντα|)", &["πάντα", ""]), (",", &[",", ".", "", ":", " -"]), ("πρέπει να", &["πρέπει να", "Πρέπει να"]),
    ],
    wordings: &[
        "ας το δούμε μαζί", "θα σας πω [πότε]", "παρακαλώ περιμένετε", "σου λέω", "[πότε]", "μόλις", "αν [προϋπόθεση]", "όμως", "θα ρωτήσω", "σας",
        "<σας>", "<μπορώ:imperfect>", "<στέλνω:subjunctive>", "Το έχουμε έτοιμο.", "στις 10 Μαΐου", "<είμαι:present:3>", "σε", "ότι", "δεν", "και",
    ],
    fillings: &[
        "το δέμα 77120-GR", "στη Μαρία Παππά", "τα 3,50 € στις 22/08", "μάλλον αύριο", "{{order.id}}", "το", "σας το στείλω", "μου πείτε πότε έφυγε",
        "την παραγγελία του Νίκου, το χρώμα ή το μέγεθος", "https://a.gr/β", "γενικά όμως 5μμ", "«Λίνα» και «Κάλλια 2»", "**πολύ** αργά", "iPhone", "δεν μπορώ", "ο Άρης δεν ήρθε",
    ],
    slack: &["", "", "", " δυστυχώς", " σας", " μου το", " σήμερα", ", λυπάμαι αλλά", " Δυστυχώς,", " μάλλον", " 55821", " κ. Παππά"],
    before: &["", "", "", "Καλημέρα Μαρία, ", "Σας γράφω γιατί ", "Ξέρουμε ότι ", "Ο Νίκος ", "Δεν ", "Αν ", "πολύ ", "Το δέμα που ", "Γεια σου Νίκο, ", "σ' εσάς ", "ΔΥΣΤΥΧΩΣ ", "(", "> ", "1. "],
    after: &[".", ".", "", " το δέμα.", ", κυρία Άννα.", " και δεν ήρθε.", " στις 14:00 με τον Άρη.", " γιατί έβρεχε.", " ότι έφυγε.", ", εκτός αν πληρώσετε 65€.", ";", "!! 😊", "\nμε τη Eurobank", ") κι αυτό."],
};

#[rustfmt::skip]
static ENGLISH: Tongue = Tongue {
    language: "en",
    words: &[
        ("not", &["not", "NOT"]), ("can't", &["can't", "cannot", "can’t"]), ("to", &["to"]), ("until", &["until"]), ("without", &["without"]), ("when", &["when"]),
        ("our policy", &["our policy", "Our policy"]), ("Kappa 3000", &["Kappa 3000", "KAPPA 3000"]), ("Router", &["Router"]), ("the fault", &["the fault", "the *fault*"]),
        ("<I:present:1> <be>", &["I am", "we're", "We are", "I'm"]), ("<send>", &["send", "sent", "sends", "SENT"]), ("<be:present>", &["is", "are", "am"]), ("<need:present>", &["need", "needs"]),
        ("<*:subjunctive>", &["send", "give"]), ("(this|that)", &["this", "that", "That"]), ("(always|)", &["always", ""]), (",", &[",", ".", "", " -"]), ("you must", &["you must", "You must"]),
    ],
    wordings: &[
        "let's look at it together", "I'll tell you by [when]", "please wait", "[when]", "once", "if [what]", "but", "I will ask", "you", "<can>",
        "<send:subjunctive>", "It is ready.", "on 10 May", "<be:present:3>", "to", "that", "not", "and", "<I:present:1>",
    ],
    fillings: &[
        "the parcel RF-6620", "to Maria Potter", "€3.50 on 22/08", "usually tomorrow", "{{order.id}}", "it", "tell me when it left", "the order of Nick, the colour or the size",
        "https://a.example/b", "also at 5 p.m.", "'Lina' and \"Kallia 2\"", "**very** late", "iPhone", "I can't", "Anna did not come", "your don't know",
    ],
    slack: &["", "", "", " unfortunately", " simply", " today", ", I'm afraid,", " Unfortunately,", " usually", " 55821", " Mr Lee"],
    before: &["", "", "", "Hi Maria, ", "We write because ", "We know that ", "Nick ", "It is not ", "If ", "very ", "The parcel that ", "UNFORTUNATELY ", "(", "> ", "1. ", "it's "],
    after: &[".", ".", "", " the parcel.", ", Mrs Anna.", " and it did not come.", " at 14:00 with Anna.", " because it rained.", " that it left.", ", unless you pay €65.", "?", "!! 😊", "\nwith Eurobank", ") and this."],
};

/// A part of a phrase, as its rule has it and as the draft does.
#[derive(Debug, Clone)]
enum Part {
    Words(&'static str, &'static str),
    Gap { kind: GapKind, filling: &'static str },
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum GapKind {
    Plain,
    Optional,
    /// With what must stand before it.
    Clause(&'static str),
}

/// A rule and the words that its phrase has in a draft.
#[derive(Debug, Clone)]
struct Made {
    yaml: String,
    said: Vec<&'static str>,
}

fn part(tongue: &'static Tongue) -> impl Strategy<Value = Part> {
    let words = prop::sample::select(tongue.words).prop_flat_map(|(written, said)| {
        prop::sample::select(said).prop_map(|it| Part::Words(written, it))
    });
    let because = if tongue.language == "el" { "γιατί" } else { "because" };
    let kind = prop_oneof![
        6 => Just(GapKind::Plain),
        2 => Just(GapKind::Optional),
        1 => Just(GapKind::Clause(",")),
        1 => Just(GapKind::Clause(because)),
    ];
    let gap = (kind, prop::sample::select(tongue.fillings))
        .prop_map(|(kind, filling)| Part::Gap { kind, filling });
    prop_oneof![5 => words, 2 => gap]
}

/// What a phrase leaves open, and a wording may say again.
#[derive(Debug, Clone, Copy)]
struct Open {
    gaps: usize,
    /// It has a verb variable.
    variable: bool,
}

/// A phrase in the phrase language with what it leaves open, and in a draft.
fn phrase(parts: &[Part]) -> (String, Open, Vec<&'static str>) {
    let mut written: Vec<String> = Vec::new();
    let mut said = Vec::new();
    let mut gaps = 0;
    let mut variable = false;
    let ends_with_gap = matches!(parts.last(), Some(Part::Gap { .. }));
    for part in parts {
        let after_gap = written.last().is_some_and(|it| it.starts_with('{'));
        match part {
            Part::Words(word, _) if word.starts_with("<*") && variable => continue,
            Part::Words(word, draft) => {
                variable |= word.starts_with("<*");
                written.push((*word).to_owned());
                said.push(*draft);
            }
            // Two gaps side by side, or one at each end, are no phrase.
            Part::Gap { kind, .. } if after_gap && !matches!(kind, GapKind::Clause(_)) => continue,
            Part::Gap { .. } if written.is_empty() && ends_with_gap => continue,
            Part::Gap { kind, filling } => {
                match kind {
                    GapKind::Plain => written.push(format!("{{g{gaps}}}")),
                    GapKind::Optional => written.push(format!("{{g{gaps}?}}")),
                    GapKind::Clause(sign) => {
                        if !written.is_empty() {
                            written.push((*sign).to_owned());
                            said.push(*sign);
                        }
                        written.push(format!("{{g{gaps}:clause}}"));
                    }
                }
                said.push(*filling);
                gaps += 1;
            }
        }
    }
    (written.join(" "), Open { gaps, variable }, said)
}

/// A wording of some of its gaps in any order, and words around them.
fn wording(tongue: &'static Tongue) -> impl Strategy<Value = Vec<(u8, &'static str)>> {
    let both: Vec<&'static str> =
        tongue.wordings.iter().copied().chain(tongue.words.iter().map(|(word, _)| *word)).collect();
    let sound = both.into_iter().filter(|it| !it.contains('|'));
    let sound: Vec<&'static str> = sound.collect();
    prop::collection::vec((0_u8..8, prop::sample::select(sound)), 1..5)
}

/// A faithful wording repeats every gap in order; another one some of them, in any.
fn written(pieces: &[(u8, &'static str)], Open { gaps, variable }: Open, faithful: bool) -> String {
    let mut text: Vec<String> = Vec::new();
    let mut next = 0;
    for (number, word) in pieces {
        if variable || !word.starts_with("<*") {
            text.push((*word).to_owned());
        }
        if faithful && next < gaps {
            text.push(format!("{{g{next}}}"));
            next += 1;
        } else if !faithful && *number < 4 && gaps > 0 {
            text.push(format!("{{g{}}}", usize::from(*number) % gaps));
        }
    }
    text.extend((next..if faithful { gaps } else { next }).map(|gap| format!("{{g{gap}}}")));
    text.join(" ")
}

fn rule(tongue: &'static Tongue) -> impl Strategy<Value = Made> {
    let level = prop::sample::select(&["suggestion", "warning", "error"][..]);
    let wordings = prop::collection::vec((wording(tongue), any::<bool>()), 1..4);
    let parts = prop::collection::vec(part(tongue), 1..6);
    let manner = (0_u8..12, any::<bool>(), any::<bool>());
    (parts, wordings, level, manner, 0_u32..1_000_000).prop_map(
        |(parts, wordings, level, (removes, turns, speaks), id)| {
            let (phrase, open, said) = phrase(&parts);
            let quoted = |text: &str| format!("'{}'", text.replace('\'', "''"));
            let mut yaml =
                format!("  - id: r{id}\n    avoid: {}\n    level: {level}\n", quoted(&phrase));
            let removed = ["true", "clause", "sentence", "clause"].get(usize::from(removes));
            if let Some(removed) = removed {
                yaml.push_str(&format!("    remove: {removed}\n"));
            }
            if removes > 2 {
                yaml.push_str("    prefer:\n");
                for (pieces, faithful) in wordings {
                    let wording = quoted(&written(&pieces, open, faithful));
                    yaml.push_str(&format!("      - {wording}\n"));
                }
            }
            if turns && removes > 2 {
                yaml.push_str("    turns: true\n");
            }
            if speaks {
                yaml.push_str("    speaks: [conditions, relatives, negated]\n");
            }
            Made { yaml, said }
        },
    )
}

/// A pack of rules and drafts in which their phrases stand.
#[derive(Debug, Clone)]
struct Case {
    language: &'static str,
    yaml: String,
    drafts: Vec<String>,
    builtin: bool,
}

fn case() -> impl Strategy<Value = Case> {
    prop_oneof![Just(&GREEK), Just(&ENGLISH)].prop_flat_map(|tongue| {
        let rules = prop::collection::vec(rule(tongue), 2..5);
        let place = (
            0_usize..8,
            prop::sample::select(tongue.before),
            prop::sample::select(tongue.after),
            prop::collection::vec(prop::sample::select(tongue.slack), 8),
            0_u8..12,
        );
        let places = prop::collection::vec(prop::collection::vec(place, 1..3), 3..6);
        (rules, places, any::<bool>()).prop_map(move |(rules, places, builtin)| {
            let sentence = |(rule, before, after, slack, manner): &Place| {
                let said = &rules[rule % rules.len()].said;
                let mut text = (*before).to_owned();
                for (number, words) in said.iter().enumerate() {
                    let signed = words.starts_with([',', '.', ':', ' ']);
                    if number > 0 && !signed {
                        text.push_str(slack[number % slack.len()]);
                        text.push(if *manner == 1 && number == 2 { '\n' } else { ' ' });
                    }
                    text.push_str(words);
                }
                text.push_str(after);
                if *manner == 0 { kalologos::text::uppercase(&text) } else { text }
            };
            let drafts =
                places.iter().map(|it| it.iter().map(sentence).collect::<Vec<_>>().join(" "));
            let bodies: Vec<&str> = rules.iter().map(|it| it.yaml.as_str()).collect();
            let yaml = format!("language: {}\nrules:\n{}", tongue.language, bodies.concat());
            Case { language: tongue.language, drafts: drafts.collect(), yaml, builtin }
        })
    })
}

type Place = (usize, &'static str, &'static str, Vec<&'static str>, u8);

/// The rules in force alone, or why the parser refuses them.
pub fn book(yaml: &str, standing: Standing) -> Result<Book, Vec<Diagnostic>> {
    let file = SourceFile { name: "made.yaml".to_owned(), text: yaml.to_owned() };
    let (rules, problems) = WORDS.read(&file);
    let pack = Pack { name: file.name, rules: Arc::new(rules), standing };
    if has_errors(&problems) {
        return Err(problems);
    }
    Ok(Book::new(&WORDS.with_packs(vec![pack])))
}

/// What the drafts of a case break; `None` if its rules are none.
fn tried(case: &Case) -> Option<Outcome> {
    let standing = if case.builtin { Standing::Builtin } else { Standing::Team };
    let book = book(&case.yaml, standing).ok()?;
    let greeklish = Greeklish::Ignored;
    let scope = Scope { language: Some(case.language), greeklish, ..Scope::everything() };
    let mut all = Outcome::default();
    for draft in &case.drafts {
        all.add(broken(&book, &scope, draft));
    }
    all.broken.iter_mut().for_each(|it| it.push_str(&format!("\n{}", case.yaml)));
    Some(all)
}

/// The cases are the same each time. Enough of them have to be rules, be applied and be held back, or they say nothing.
#[test]
fn rules_made_at_random_keep_their_promises() {
    let mut runner = TestRunner::deterministic();
    let (mut sound, mut all) = (0, Outcome::default());
    for _ in 0..FIXED {
        let case = case().new_tree(&mut runner).expect("a case").current();
        let Some(outcome) = tried(&case) else { continue };
        sound += 1;
        all.add(outcome);
    }
    told(FIXED, &all.broken);
    assert!(sound * 2 > FIXED, "{sound} of {FIXED} packs are sound");
    assert!(
        all.applied > FIXED / 2 && all.held > FIXED,
        "{} applied, {} held",
        all.applied,
        all.held
    );
}

proptest! {
    #![proptest_config(Config { cases: RANDOM, failure_persistence: None, ..Config::default() })]

    #[test]
    fn other_rules_made_at_random_keep_their_promises(case in case()) {
        let broken = tried(&case).map_or(Vec::new(), |outcome| outcome.broken);
        prop_assert!(broken.is_empty(), "{}", broken.join("\n"));
    }
}
