//! How fast drafts are checked, beside a loop of regular expressions and beside folding with
//! Aho-Corasick: `cargo bench`.
//!
//! `cargo bench -- quick` takes the small rule sets only; `-- hostile` and `-- start` run these parts
//! alone. `--digest` proves that a change for speed changed no result. `--once` runs one thing a number of times, for `scripts/instructions.sh`.
#![allow(missing_docs, reason = "a program, read from its source")]
#![allow(clippy::print_stdout, clippy::expect_used, reason = "a benchmark tells and stops")]
#![allow(clippy::disallowed_methods, reason = "it measures time")]

mod baseline;
mod drafts;
mod measure;
mod random;
mod rules;
mod words;

use std::collections::BTreeMap;
use std::process::Command;
use std::sync::Arc;
use std::time::Instant;

use kalologos::engine::{Engine, Layer, Origin, Scope, Vocabulary};
use kalologos::rules::Rule;
use kalologos::ruleset::{RuleSet, builtin};
use kalologos::text::{self, Draft};

use baseline::{Automaton, RegexLoop, SimpleFold};
use drafts::DRAFTS;
use measure::{Applied, Subject, best_of, race};
use rules::{Base, Kind};
use words::Language;

/// A loop of regular expressions is so slow that a part of the drafts must do.
const REGEX_DRAFTS: [(usize, usize); 4] = [(5, DRAFTS), (100, 500), (1_000, 60), (10_000, 6)];

/// The rules as those that come with the program.
fn as_builtin(rules: &[Rule]) -> impl Iterator<Item = (&Rule, Origin)> {
    rules.iter().map(|rule| (rule, Origin::BuiltIn))
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|it| it != "--bench").collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["--once", stage, tag, rules, kind, passes] => {
            once(stage, tag, number(rules), kind, number(passes))
        }
        ["--memory", tag, rules, kind] => memory(tag, number(rules), kind),
        ["--start"] => start_once(),
        ["--digest"] => digest(),
        ["hostile"] => hostile(),
        ["start"] => start(),
        ["quick"] => whole(&[5, 1_000, 10_000]),
        _ => {
            whole(&[5, 100, 1_000, 10_000]);
            start();
            hostile();
        }
    }
}

fn number(text: &str) -> usize {
    text.parse().expect("a number")
}

/// Rules of one kind and size, compiled, and drafts for them.
struct Case {
    rules: Vec<Rule>,
    instances: Vec<String>,
    drafts: Vec<String>,
    vocabulary: Arc<Vocabulary>,
}

impl Case {
    fn new(base: &Base, language: Language, kind: Kind, rules: usize, drafts: usize) -> Case {
        let words = words::words(language);
        let set = rules::generate(base, language, &words, kind, rules);
        let drafts = drafts::drafts(language, &words, &set.instances, drafts);
        let rules = base.parse(&set);
        Case { rules, instances: set.instances, drafts, vocabulary: Arc::new(base.vocabulary()) }
    }

    fn engine(&self) -> Engine {
        let layer = Layer::new(as_builtin(&self.rules), Vec::new(), &self.vocabulary);
        Engine::new(Arc::clone(&self.vocabulary), vec![Arc::new(layer)])
    }
}

fn draft(text: &str) -> Draft<'_> {
    Draft::new(text).expect("no longer than the limit")
}

/// All rule sets: times, set-up, memory, ratios.
fn whole(sizes: &[usize]) {
    let base = Base::new();
    let mut medians: BTreeMap<(&str, &str, usize, String), f64> = BTreeMap::new();
    println!(
        "| language | rules | | subject | median µs | p99 µs | MB/s | found | set-up ms | peak MB |"
    );
    println!("|---|--:|---|---|--:|--:|--:|--:|--:|--:|");
    for language in Language::ALL {
        for kind in Kind::ALL {
            for size in sizes {
                for times in case(&base, language, kind, *size) {
                    medians.insert(
                        (language.tag(), kind.name(), *size, times.name.clone()),
                        times.median(),
                    );
                }
            }
        }
    }
    ratios(&medians);
}

fn case(base: &Base, language: Language, kind: Kind, size: usize) -> Vec<Applied> {
    let case = Case::new(base, language, kind, size, DRAFTS);
    let (compiled, engine) = best_of(3, || case.engine());
    let scope = Scope::everything();
    let mut setup: BTreeMap<String, f64> = BTreeMap::new();
    setup.insert("find".to_owned(), compiled.as_secs_f64() * 1_000.0);
    let mut subjects: Vec<Subject<'_>> = vec![
        ("fold".to_owned(), Box::new(|text| text::fold(text).words.len())),
        ("find".to_owned(), Box::new(|text| engine.count(draft(text), &scope))),
        ("check".to_owned(), Box::new(|text| engine.check(draft(text), &scope).findings.len())),
    ];
    if kind == Kind::Phrases {
        for (milliseconds, subject) in automata(&case.instances) {
            setup.insert(subject.0.clone(), milliseconds);
            subjects.push(subject);
        }
    }
    let mut all = race(subjects, &case.drafts);
    if kind == Kind::Phrases {
        let (milliseconds, times) = regex_loop(&case, size);
        setup.insert(times.name.clone(), milliseconds);
        all.push(times);
    }
    for times in &all {
        let setup = setup.get(&times.name).map_or(String::new(), |it| format!("{it:.1}"));
        let peak = if times.name == "find" { peak(language, size, kind) } else { String::new() };
        println!(
            "| {} | {size} | {} | {} | {:.2} | {:.2} | {:.0} | {} | {setup} | {peak} |",
            language.tag(),
            kind.name(),
            times.name,
            times.median(),
            times.percentile(99),
            times.megabytes_a_second(),
            times.found,
        );
    }
    all
}

/// The two baselines with an automaton: over the simplest fold there is, and over our own.
///
/// Each with the milliseconds that its set-up took.
fn automata<'a>(phrases: &[String]) -> Vec<(f64, Subject<'a>)> {
    let simple = SimpleFold::new();
    let mut buffer = String::new();
    let folded: Vec<String> = phrases
        .iter()
        .map(|phrase| {
            simple.fold(phrase, &mut buffer);
            buffer.clone()
        })
        .collect();
    let (took, automaton) = best_of(1, || Automaton::new(&folded));
    let keys: Vec<String> = phrases.iter().map(|phrase| text::key(phrase)).collect();
    let ours = Automaton::new(&keys);
    let milliseconds = took.as_secs_f64() * 1_000.0;
    let over_simple = move |text: &str| {
        simple.fold(text, &mut buffer);
        automaton.count(&buffer)
    };
    let over_ours = move |text: &str| ours.count(&text::fold(text).text());
    vec![
        (milliseconds, ("simple fold + Aho-Corasick".to_owned(), Box::new(over_simple))),
        (milliseconds, ("fold + Aho-Corasick".to_owned(), Box::new(over_ours))),
    ]
}

fn regex_loop(case: &Case, size: usize) -> (f64, Applied) {
    let (took, regexes) = best_of(1, || RegexLoop::new(&case.instances));
    let count =
        REGEX_DRAFTS.iter().find(|(rules, _)| *rules == size).map_or(6, |(_, drafts)| *drafts);
    let subjects: Vec<Subject<'_>> =
        vec![("regex loop".to_owned(), Box::new(|text| regexes.count(text)))];
    let times = race(subjects, &case.drafts[..count.min(case.drafts.len())]).swap_remove(0);
    (took.as_secs_f64() * 1_000.0, times)
}

/// The targets, and how far from them we are.
fn ratios(medians: &BTreeMap<(&str, &str, usize, String), f64>) {
    let of = |tag: &'static str, kind: &'static str, size: usize, name: &str| {
        medians.get(&(tag, kind, size, name.to_owned())).copied()
    };
    let line = |what: String, one: Option<f64>, other: Option<f64>, target: f64| {
        if let (Some(one), Some(other)) = (one, other) {
            let ratio = one / other;
            let verdict = if ratio <= target { "met" } else { "missed" };
            println!("| {what} | {ratio:.2} | {target} | {verdict} |");
        }
    };
    println!("\n| ratio of medians | is | at most | |\n|---|--:|--:|---|");
    for language in Language::ALL {
        let tag = language.tag();
        let find = |kind: &'static str, size: usize| of(tag, kind, size, "find");
        for (size, target) in [(1_000, 1.5), (10_000, 1.0)] {
            for name in ["simple fold + Aho-Corasick", "fold + Aho-Corasick"] {
                let other = of(tag, "phrases", size, name);
                line(
                    format!("{tag}: find / {name}, {size} rules"),
                    find("phrases", size),
                    other,
                    target,
                );
            }
        }
        for kind in ["phrases", "mix"] {
            line(
                format!("{tag}: find, 10000 / 5 rules, {kind}"),
                find(kind, 10_000),
                find(kind, 5),
                3.0,
            );
        }
        for size in [5, 100, 1_000, 10_000] {
            line(
                format!("{tag}: find, mix / phrases, {size} rules"),
                find("mix", size),
                find("phrases", size),
                2.0,
            );
        }
    }
}

/// Memory of a compiled layer, read in a process of its own.
fn peak(language: Language, size: usize, kind: Kind) -> String {
    said(&["--memory", language.tag(), &size.to_string(), kind.name()])
}

/// What this program says when it is run again.
fn said(arguments: &[&str]) -> String {
    let me = std::env::current_exe().expect("a program has a path");
    let output = Command::new(me).args(arguments).output().expect("it ran once, it runs again");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

/// The peak while a layer is compiled, over what was there before. Some layers are compiled first and
/// kept, so that memory that reading the rules gave back is in use again and cannot hide it.
fn memory(tag: &str, size: usize, kind: &str) {
    let case = Case::new(&Base::new(), Language::from_tag(tag), Kind::from_name(kind), size, 0);
    let layer = || Layer::new(as_builtin(&case.rules), Vec::new(), &case.vocabulary);
    let mut layers: Vec<Layer> = (0..8).map(|_| layer()).collect();
    let before = measure::memory("VmRSS");
    measure::forget_peak();
    layers.push(layer());
    let peak = measure::memory("VmHWM").saturating_sub(before);
    println!("{:.1}", peak as f64 / 1_024.0);
    drop(layers);
}

/// Runs one stage over a thousand drafts, `passes` times.
fn once(stage: &str, tag: &str, size: usize, kind: &str, passes: usize) {
    let case = Case::new(&Base::new(), Language::from_tag(tag), Kind::from_name(kind), size, 1_000);
    let engine = case.engine();
    let scope = Scope::everything();
    let mut found = 0;
    for _ in 0..passes {
        for text in &case.drafts {
            found += match stage {
                "fold" => text::fold(text).words.len(),
                "find" => engine.count(draft(text), &scope),
                _ => engine.check(draft(text), &scope).findings.len(),
            };
        }
    }
    let bytes: usize = case.drafts.iter().map(String::len).sum();
    println!("{bytes} {found}");
}

/// Two numbers that change with any result of folding, or of finding and checking: before and after a
/// change for speed they must be the same.
fn digest() {
    let base = Base::new();
    let (mut rule_set, _) = RuleSet::languages(builtin());
    rule_set.add(builtin());
    let builtin = rule_set.engine();
    let scope = Scope::everything();
    let (mut folds, mut checks) = (0, 0);
    for text in &drafts::noises(20_000) {
        stir(&mut folds, &text::fold(text));
        stir(&mut checks, &builtin.check(draft(text), &scope));
    }
    for (language, kind) in
        Language::ALL.into_iter().flat_map(|it| Kind::ALL.map(|kind| (it, kind)))
    {
        let case = Case::new(&base, language, kind, 3_000, 3_000);
        let engine = case.engine();
        for text in &case.drafts {
            stir(&mut folds, &text::fold(text));
            stir(
                &mut checks,
                &(engine.check(draft(text), &scope), engine.count(draft(text), &scope)),
            );
        }
    }
    for (_, text) in drafts::hostile() {
        stir(&mut folds, &text::fold(&text));
        stir(&mut checks, &builtin.count(draft(&text), &scope));
    }
    println!("{folds:016x} {checks:016x}");
}

/// Adds all of a result to a hash (FNV).
fn stir(hash: &mut u64, result: &impl std::fmt::Debug) {
    for byte in format!("{result:?}").bytes() {
        *hash = (*hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
}

/// From nothing to the first answer with the built-in rules, each run in a process of its own.
fn start() {
    let runs: Vec<Vec<f64>> = (0..21)
        .map(|_| said(&["--start"]).split(' ').filter_map(|part| part.parse().ok()).collect())
        .collect();
    println!("\n| from a cold start, built-in rules | median ms |\n|---|--:|");
    for (index, stage) in ["words and principles", "rules", "first check", "all"].iter().enumerate()
    {
        let mut times: Vec<f64> = runs.iter().filter_map(|run| run.get(index).copied()).collect();
        times.sort_unstable_by(f64::total_cmp);
        println!("| {stage} | {:.2} |", times.get(times.len() / 2).copied().unwrap_or(0.0));
    }
    if let Some(program) = option_env!("CARGO_BIN_EXE_kalologos") {
        for (kind, draft) in COMMANDS {
            let mut times: Vec<f64> = (0..21).map(|_| command(program, draft)).collect();
            times.sort_unstable_by(f64::total_cmp);
            println!("| `kalologos check`, {kind}: the whole process | {:.2} |", times[10]);
        }
    }
}

/// Drafts that call for the rules of one language, or for all.
const COMMANDS: [(&str, &str); 3] = [
    ("Greek", "Δεν μπορώ να το στείλω σήμερα."),
    ("English", "We can't send it today."),
    ("Greek with a word in Latin letters", "Δεν μπορώ να το στείλω με email σήμερα."),
];

/// Milliseconds of the whole command, from its start to its end.
fn command(program: &str, draft: &str) -> f64 {
    let begun = Instant::now();
    let output = Command::new(program).args(["check", draft]).output();
    drop(output.expect("the program was built with this one"));
    begun.elapsed().as_secs_f64() * 1_000.0
}

fn start_once() {
    let begun = Instant::now();
    let (mut rule_set, _) = RuleSet::languages(builtin());
    let words = begun.elapsed();
    rule_set.add(builtin());
    let engine = rule_set.engine();
    let rules = begun.elapsed();
    let review = engine.check(draft("Δεν μπορώ να το στείλω σήμερα."), &Scope::everything());
    std::hint::black_box(review);
    let all = begun.elapsed();
    let milliseconds = |time: std::time::Duration| time.as_secs_f64() * 1_000.0;
    println!(
        "{:.3} {:.3} {:.3} {:.3}",
        milliseconds(words),
        milliseconds(rules - words),
        milliseconds(all - rules),
        milliseconds(all)
    );
}

/// Drafts as long as they may be, of the kinds that make programs slow.
fn hostile() {
    let (mut rule_set, _) = RuleSet::languages(builtin());
    rule_set.add(builtin());
    let engine = rule_set.engine();
    let scope = Scope::everything();
    println!(
        "\n| 100,000 characters of | check ms | find ms | fold ms | findings | |\n|---|--:|--:|--:|--:|---|"
    );
    for (name, text) in drafts::hostile() {
        let (check, review) = best_of(2, || engine.check(draft(&text), &scope));
        let (find, _) = best_of(2, || engine.count(draft(&text), &scope));
        let (fold, _) = best_of(2, || text::fold(&text));
        let milliseconds = check.as_secs_f64() * 1_000.0;
        println!(
            "| {name} | {milliseconds:.1} | {:.1} | {:.1} | {} | {} |",
            find.as_secs_f64() * 1_000.0,
            fold.as_secs_f64() * 1_000.0,
            review.findings.len(),
            if milliseconds <= 50.0 { "met" } else { "missed" }
        );
    }
}
