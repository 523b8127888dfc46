//! The table of modules in ARCHITECTURE.md, held against the code.
#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod circles;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use regex::Regex;

/// A module, the modules that it may name, and the crates and paths that it must not.
struct Layer {
    name: &'static str,
    uses: &'static [&'static str],
    never: &'static [&'static str],
}

/// Crates that only the outermost fronts may use.
const FRONTS: &[&str] = &["clap", "anstream", "anyhow"];
/// What reads the world.
const WORLD: &[&str] = &[
    "std::fs", "std::env", "std::net", "std::process", "SystemTime", "Instant", "Timestamp::now",
    "ZonedDateTime::now", "TimeZone::system",
];
/// What does several things at once; the rule set reads the built-in files in two halves.
const THREADS: &[&str] = &["std::thread"];
/// What speaks of formats and storage.
const FORMATS: &[&str] = &["serde", "serde_yaml", "serde_json", "tokio", "serenity", "sqlx"];
const PRINTS: &[&str] = &["std::io::stdout", "io::stdout", "io::stderr", "println!", "eprintln!"];

/// Lowest first. A new arrow is a commit of its own, with its reason.
const LAYERS: &[Layer] = &[
    Layer { name: "text", uses: &[], never: &["regex", "include_dir"] },
    Layer { name: "lexicon", uses: &["text"], never: &["include_dir"] },
    Layer {
        name: "rules",
        uses: &["text", "lexicon"],
        never: &["tokio", "serenity", "sqlx", "include_dir"],
    },
    Layer { name: "engine", uses: &["text", "lexicon", "rules"], never: &["include_dir"] },
    Layer { name: "audit", uses: &["text", "lexicon", "rules", "engine"], never: &["include_dir"] },
    Layer {
        name: "ruleset",
        uses: &["text", "lexicon", "rules", "engine", "audit"],
        never: &["tokio", "serenity", "sqlx", "serde_yaml"],
    },
    Layer {
        name: "import",
        uses: &["text", "lexicon", "rules"],
        never: &["tokio", "serenity", "sqlx", "include_dir"],
    },
    Layer { name: "model", uses: &[], never: &["tokio", "serenity", "sqlx", "include_dir"] },
    Layer { name: "store", uses: &["model"], never: &["serenity", "serde_yaml", "include_dir"] },
    Layer { name: "schedule", uses: &["text", "model"], never: &["include_dir"] },
    Layer {
        name: "check",
        uses: &["text", "lexicon", "rules", "engine", "audit", "ruleset", "model"],
        never: &["tokio", "serenity", "sqlx", "serde_yaml"],
    },
    Layer {
        name: "team",
        uses: &[
            "text", "lexicon", "rules", "engine", "audit", "ruleset", "import", "model", "store",
            "schedule", "check",
        ],
        never: &["serenity", "sqlx", "serde_yaml"],
    },
    Layer {
        name: "tips",
        uses: &["text", "rules", "audit", "ruleset", "model", "store", "schedule", "team"],
        never: &["serenity", "sqlx", "serde_yaml"],
    },
    Layer {
        name: "ui",
        uses: &[
            "text", "lexicon", "rules", "engine", "audit", "ruleset", "import", "model", "store",
            "schedule", "check", "team", "tips",
        ],
        never: &["tokio", "serenity", "sqlx", "serde_yaml"],
    },
    Layer {
        name: "app",
        uses: &[
            "text", "lexicon", "rules", "engine", "audit", "ruleset", "import", "model", "store",
            "schedule", "check", "team", "tips", "ui",
        ],
        never: &["serenity", "sqlx", "serde_yaml"],
    },
    Layer {
        name: "json",
        uses: &["rules", "audit", "engine", "check", "model", "tips", "ui"],
        never: &["tokio", "serenity", "sqlx", "serde_yaml"],
    },
    Layer {
        name: "terminal",
        uses: &["text", "model", "check", "tips", "ui", "app"],
        never: &["serenity", "sqlx", "serde_yaml"],
    },
    Layer {
        name: "discord",
        uses: &["text", "rules", "model", "ruleset", "check", "tips", "ui", "app"],
        never: &["sqlx", "serde_yaml", "toml", "std::fs", "std::env", "std::process", "SystemTime"],
    },
    Layer {
        name: "cli",
        uses: &[
            "text", "lexicon", "rules", "engine", "audit", "ruleset", "import", "model", "store",
            "schedule", "check", "team", "tips", "ui", "app", "json", "terminal", "discord",
        ],
        never: &["serenity", "sqlx", "serde_yaml"],
    },
];

/// Modules that know neither formats nor storage.
const PURE: &[&str] = &["text", "lexicon", "engine", "audit", "schedule"];
/// Modules that do not read the world.
const BLIND: &[&str] = &[
    "text", "lexicon", "rules", "engine", "audit", "ruleset", "import", "model", "schedule",
    "check", "team", "tips", "ui", "app", "json", "terminal",
];
/// The file that reads YAML, and the one that reads the reader's errors.
const YAML_READERS: &[&str] = &["rules/yaml.rs", "rules/yaml_error.rs"];

#[test]
fn modules_import_only_downwards() {
    // Tests run in the folder of the package.
    let src = Path::new("src");
    let mut broken = Vec::new();
    for file in rust_files(src) {
        let path = file.strip_prefix(src).unwrap().to_string_lossy().replace('\\', "/");
        broken.extend(violations(&path, &fs::read_to_string(&file).unwrap()));
    }
    assert!(broken.is_empty(), "layering broken:\n{}", broken.join("\n"));
}

/// What a file below `src` does that its module must not.
fn violations(path: &str, source: &str) -> Vec<String> {
    let module = path.split('/').next().unwrap_or("").trim_end_matches(".rs");
    if matches!(module, "lib" | "main") {
        return Vec::new();
    }
    let Some(layer) = LAYERS.iter().find(|layer| layer.name == module) else {
        return vec![format!("{path}: module `{module}` has no row in LAYERS")];
    };
    let code = without_comments(source);
    let mut broken = Vec::new();
    for (line, other) in modules_named(&code) {
        let known = LAYERS.iter().any(|layer| layer.name == other);
        if known && other != module && !layer.uses.contains(&other) {
            broken.push(format!("{path}:{line}: `{module}` must not use `{other}`"));
        }
    }
    for name in forbidden(layer, path) {
        if let Some(line) = line_naming(&code, name) {
            broken.push(format!("{path}:{line}: `{module}` must not use `{name}`"));
        }
    }
    if let Some(line) = line_naming(&code, "super::super") {
        broken.push(format!("{path}:{line}: `crate::…` reads better than `super::super`"));
    }
    broken
}

fn forbidden<'a>(layer: &'a Layer, path: &str) -> Vec<&'a str> {
    let mut never = layer.never.to_vec();
    let lists: [(bool, &[&str]); 6] = [
        (layer.name != "cli", FRONTS),
        (PURE.contains(&layer.name), FORMATS),
        (BLIND.contains(&layer.name), WORLD),
        (BLIND.contains(&layer.name) && layer.name != "ruleset", THREADS),
        (layer.name != "cli", PRINTS),
        (!YAML_READERS.contains(&path), &["serde_yaml"]),
    ];
    lists.iter().filter(|(applies, _)| *applies).for_each(|(_, names)| never.extend(*names));
    never
}

/// The first line that names a crate or path; `std::{fs}` counts as `std::fs`.
fn line_naming(code: &str, name: &str) -> Option<usize> {
    let in_group = |line: &str| {
        name.strip_prefix("std::")
            .is_some_and(|rest| line.contains("std::{") && words(line, rest).next().is_some())
    };
    code.lines().position(|line| is_named(line, name) || in_group(line)).map(|index| index + 1)
}

/// A path is named wherever it stands; a single name before `::` or after `use`, for elsewhere it may be anything.
fn is_named(line: &str, name: &str) -> bool {
    let is_path = name.contains([':', '!']) || name.starts_with(char::is_uppercase);
    let is_crate = |after: &str| {
        after.starts_with("::") || line.trim_start().starts_with(&format!("use {name}"))
    };
    words(line, name).any(|after| is_path || is_crate(after))
}

/// What follows each place where the name stands as a whole word.
fn words<'l>(line: &'l str, name: &str) -> impl Iterator<Item = &'l str> {
    let is_part = |sign: char| sign.is_alphanumeric() || sign == '_';
    line.match_indices(name).filter_map(move |(at, found)| {
        let after = &line[at + found.len()..];
        let part_of_more = line[..at].ends_with(is_part) || after.starts_with(is_part);
        (!part_of_more).then_some(after)
    })
}

fn without_comments(source: &str) -> String {
    let lines: Vec<&str> =
        source.lines().map(|line| line.split("//").next().unwrap_or("")).collect();
    lines.join("\n")
}

/// Every first name after `crate::`, also inside `crate::{…}` over several lines, with its line.
fn modules_named(code: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let line = code[..at].matches('\n').count() + 1;
        let rest = &code[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            None => found.push((line, first_word(rest))),
            Some(group) => found.extend(members(group).into_iter().map(|name| (line, name))),
        }
    }
    found
}

/// The first name of every member of a group, up to the bracket that closes it.
fn members(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut found) = (0, 0, Vec::new());
    for (at, sign) in group.char_indices() {
        match sign {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                found.push(first_word(&group[start..at]));
                if sign == '}' {
                    break;
                }
                start = at + 1;
            }
            _ => (),
        }
    }
    found
}

fn first_word(text: &str) -> &str {
    let text = text.trim_start();
    let end =
        text.find(|sign: char| !(sign.is_alphanumeric() || sign == '_')).unwrap_or(text.len());
    &text[..end]
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files
}

/// Sentences stand in both languages side by side (`ui/said.rs`), not in a file for each, which nobody keeps alike.
#[test]
fn no_file_is_of_one_language() {
    let named = |file: &PathBuf| file.file_stem().is_some_and(|name| name == "el" || name == "en");
    let files = rust_files(Path::new("src/ui"));
    assert_eq!(files.into_iter().find(named), None);
}

/// What `format!` can't tell: a value that only one of the two languages names.
#[test]
fn both_languages_name_the_same_values() {
    let files = rust_files(Path::new("src/ui"));
    let texts = files.iter().map(|file| fs::read_to_string(file).unwrap());
    let (pairs, wrong) = texts.map(|text| unlike_pairs(&text)).fold(
        (0, Vec::new()),
        |(pairs, mut wrong), (more, others)| {
            wrong.extend(others);
            (pairs + more, wrong)
        },
    );
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(pairs > 400, "only {pairs} sentences are read");
    let sample = "[\"βήμα {step} από {of}\", \"step {step}\"]";
    assert_eq!(unlike_pairs(sample).1, ["βήμα {step} από {of}"]);
}

/// How many sentences there are side by side, and the Greek of those whose values differ. Of four texts the first two are Greek.
fn unlike_pairs(code: &str) -> (usize, Vec<String>) {
    let literal = r#""(?:[^"\\]|\\.)*""#;
    let run = Regex::new(&format!(r"(?s)(said\(\s*)?{literal}(?:\s*,\s*{literal})+")).unwrap();
    let (literal, value) =
        (Regex::new(literal).unwrap(), Regex::new(r"(?:^|[^{])\{(\w+)").unwrap());
    let mut pairs = 0;
    let mut wrong = Vec::new();
    // A constant holds no values: its braces are letters.
    for run in run.captures_iter(code).filter(|run| run.get(1).is_none()) {
        let texts: Vec<&str> = literal.find_iter(&run[0]).map(|it| it.as_str()).collect();
        let is_greek = texts[0].chars().any(|letter| ('α'..='ω').contains(&letter));
        if !is_greek || !matches!(texts.len(), 2 | 4) {
            continue;
        }
        let values = |texts: &[&str]| -> BTreeSet<String> {
            let text = texts.concat();
            value.captures_iter(&text).map(|it| it[1].to_owned()).collect()
        };
        let (greek, english) = texts.split_at(texts.len() / 2);
        pairs += 1;
        if values(greek) != values(english) {
            wrong.push(greek[0].trim_matches('"').to_owned());
        }
    }
    (pairs, wrong)
}

#[test]
fn a_broken_sample_is_caught() {
    for (path, code, caught) in [
        ("text/scan.rs", "use crate::rules::Level;", "`text` must not use `rules`"),
        (
            "engine/mod.rs",
            "use crate::{\n    text::{fold, key},\n    check::Checker,\n};",
            "`engine` must not use `check`",
        ),
        (
            "engine/find.rs",
            "fn now() -> u8 {\n    crate::cli::run()\n}",
            "engine/find.rs:2: `engine` must not use `cli`",
        ),
        ("engine/find.rs", "use serde::Serialize;", "`engine` must not use `serde`"),
        ("engine/find.rs", "use std::{fmt, fs};", "`engine` must not use `std::fs`"),
        (
            "engine/find.rs",
            "let now = std::time::Instant::now();",
            "`engine` must not use `Instant`",
        ),
        (
            "rules/parse.rs",
            "let it = serde_yaml::from_str(text);",
            "`rules` must not use `serde_yaml`",
        ),
        (
            "json/review.rs",
            "use std::io;\nlet out = io::stdout();",
            "json/review.rs:2: `json` must not use `io::stdout`",
        ),
        ("json/review.rs", "println!(\"\");", "`json` must not use `println!`"),
        ("app/mod.rs", "use clap::Parser;", "`app` must not use `clap`"),
        ("text/scan.rs", "use super::super::rules;", "`super::super`"),
        ("gossip.rs", "", "module `gossip` has no row"),
    ] {
        let broken = violations(path, code).join("\n");
        assert!(broken.contains(caught), "{path}: {code}\nexpected: {caught}\nfound: {broken}");
    }
}

#[test]
fn sound_code_passes() {
    for (path, code) in [
        ("engine/find.rs", "use crate::text::fold;\nuse crate::{rules::Level, words};"),
        ("engine/find.rs", "// serde::Serialize and crate::desk in a comment\nlet instant = 1;"),
        ("rules/yaml.rs", "use serde_yaml::Spanned;"),
        ("cli/mod.rs", "let out = std::io::stdout();"),
        ("json/review.rs", "use serde::Serialize;\nuse std::io::ErrorKind;"),
        ("main.rs", "use kalologos::cli;"),
    ] {
        assert_eq!(violations(path, code), Vec::<String>::new(), "{path}: {code}");
    }
}
