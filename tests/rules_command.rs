//! `kalologos rules` as a lead, an editor and a script use it.
#![allow(clippy::unwrap_used, reason = "a test stops at what should not happen")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn kalologos(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kalologos"));
    command.args(arguments).env("LC_ALL", "C").stdin(Stdio::null()).output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

fn objects(output: &Output) -> Vec<Value> {
    text(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn temporary(name: &str, bytes: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn ten_mistakes_are_told_in_one_go() {
    for language in ["el", "en"] {
        let file = "tests/bad_rules/ten-mistakes.yaml";
        let output = kalologos(&["rules", "check", "--language", language, file]);
        assert_eq!(output.status.code(), Some(2));
        assert_eq!(text(&output.stdout), "");
        insta::assert_snapshot!(format!("ten-mistakes-{language}"), text(&output.stderr));
    }
}

#[test]
fn the_built_in_files_are_sound_and_a_script_hears_nothing() {
    let output = kalologos(&["rules", "check", "rules"]);
    assert_eq!((text(&output.stdout), text(&output.stderr)), ("", ""));
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn only_errors_refuse() {
    for (file, code, summary) in [
        ("no-example", 0, "1 rule file: 1 idea."),
        ("never-wins", 0, "1 rule file: 1 warning."),
        ("wording-flagged-by-own", 2, "1 rule file: 1 problem."),
    ] {
        let path = format!("tests/bad_packs/{file}.yaml");
        let output = kalologos(&["rules", "check", "--no-builtin", &path]);
        assert_eq!(output.status.code(), Some(code), "{file}");
        let shown = text(&output.stderr).trim_end();
        assert!(shown.ends_with(summary), "{shown}");
    }
}

#[test]
fn problems_for_programs_are_one_object_each() {
    let file = "tests/bad_rules/ten-mistakes.yaml";
    let output = kalologos(&["rules", "check", "--format", "json", "--language", "el", file]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(text(&output.stderr), "");
    let objects = objects(&output);
    assert!(objects.len() >= 10);
    let first = &objects[0];
    assert_eq!(first["code"], "unknown-key");
    assert_eq!(first["severity"], "error");
    assert_eq!((&first["line"], &first["column"]), (&Value::from(3), &Value::from(1)));
    assert_eq!(first["file"], file);
    assert!(first["message"].as_str().unwrap().contains("tittle"));
    assert!(first["help"].as_str().unwrap().contains("title"));
    assert_eq!(first.as_object().unwrap().len(), 7);
}

#[test]
fn examples_and_the_audit_speak_together() {
    let rules = "language: en\nrules:\n  - avoid: hang about\n    prefer: hang about a moment\n    examples:\n      - draft: You can come in.\n";
    let path = temporary("both.yaml", rules.as_bytes());
    let output =
        kalologos(&["rules", "check", "--no-builtin", "--format", "json", path.to_str().unwrap()]);
    let codes: Vec<String> =
        objects(&output).iter().map(|it| it["code"].as_str().unwrap().to_owned()).collect();
    assert_eq!(codes, ["example-mismatch", "wording-repeats-phrase"]);
}

#[test]
fn a_file_in_another_encoding_is_told_with_its_line() {
    let file = "tests/bad_rules/encoding-windows-1253.yaml";
    let output = kalologos(&["rules", "check", "--language", "el", file]);
    assert_eq!(output.status.code(), Some(2));
    let shown = text(&output.stderr);
    assert!(shown.contains("μοιάζει με Windows-1253"), "{shown}");
    assert!(shown.contains("avoid: κάνετε λάθος"), "{shown}");
}

#[test]
fn an_id_in_two_files_is_told() {
    let rule = |phrase: &str| {
        format!(
            "language: el\npack: team\nrules:\n  - id: one\n    avoid: {phrase}\n    remove: true\n"
        )
    };
    let one = temporary("ids-one.yaml", rule("στο περίπου").as_bytes());
    let two = temporary("ids-two.yaml", rule("στο πόδι").as_bytes());
    let paths = [one.to_str().unwrap(), two.to_str().unwrap()];
    let output = kalologos(&["rules", "check", "--format", "json", paths[0], paths[1]]);
    let objects = objects(&output);
    let told = objects.iter().find(|it| it["code"] == "id-twice-elsewhere").unwrap();
    assert_eq!((told["file"].as_str(), told["line"].as_u64()), (Some(paths[1]), Some(4)));
    assert!(told["help"].as_str().unwrap().contains(paths[0]));
}

#[test]
fn the_rules_are_listed() {
    let output = kalologos(&["rules", "list", "--language", "el"]);
    assert_eq!(output.status.code(), Some(0));
    let listed = text(&output.stdout);
    assert!(listed.contains("\nel/positive-language · Θετική γλώσσα\n"), "{listed}");
    assert!(!listed.contains("\nen/"), "{listed}");
    // Phrases as people say them; an expression is what it is.
    let is_expression = |line: &str| line.contains("(?");
    let symbols =
        |line: &&str| line.contains('→') && line.contains(['<', '{']) && !is_expression(line);
    assert_eq!(listed.lines().filter(symbols).collect::<Vec<_>>(), Vec::<&str>::new());
    let with = ["rules", "list", "--format", "json", "--rules", "tests/cmd/own-word"];
    let objects = objects(&kalologos(&with));
    let wrong: Vec<&Value> =
        objects.iter().filter(|it| it["id"] == "el/positive-language/wrong").collect();
    assert_eq!(wrong.len(), 1, "a team's rule takes the place of the built-in one");
    assert_eq!(wrong[0]["builtin"], false);
    assert!(objects.iter().any(|it| it["builtin"] == true && it["line"].as_u64() > Some(1)));
}

#[test]
fn a_rule_is_shown_with_all_that_it_catches() {
    let arguments = ["rules", "show", "one", "--no-builtin", "--rules"];
    let path = temporary("shown.yaml", SHOWN.as_bytes());
    for language in ["el", "en"] {
        let mut arguments = arguments.to_vec();
        arguments.extend([path.to_str().unwrap(), "--language", language]);
        let output = kalologos(&arguments);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        let shown = text(&output.stdout).replace(path.to_str().unwrap(), "shown.yaml");
        insta::assert_snapshot!(format!("show-{language}"), shown);
    }
}

const SHOWN: &str = "\
language: el
rules:
  - id: one
    avoid:
      - δεν <μπορώ:imperfect:1> (σήμερα|τώρα|) να {κάτι}
      - αδύνατον να {κάτι}
    prefer: θα <μπορώ:imperfect> να {κάτι} αν [προϋπόθεση]
    unless: δεν μπορούσα παρά να
    why: Έτσι φαίνεται τι γίνεται.
    source: Οδηγός ύφους, σελ. 4
    examples:
      - draft: Δεν μπορούσαμε να το στείλουμε.
";

#[test]
fn a_rule_that_is_not_there_is_told_kindly() {
    for (id, expected) in [
        ("el/positive-language/wrnog", "did you mean “el/positive-language/wrong”?"),
        ("nowhere", "kalologos rules list shows all of them."),
    ] {
        let output = kalologos(&["rules", "show", id]);
        assert_eq!(output.status.code(), Some(2));
        assert!(text(&output.stderr).contains(expected), "{}", text(&output.stderr));
    }
}

#[test]
fn a_new_file_is_sound_beside_the_built_in_rules() {
    for language in ["el", "en"] {
        let output = kalologos(&["rules", "new", "--language", language]);
        let path = temporary(&format!("new-{language}.yaml"), &output.stdout);
        let output = kalologos(&["rules", "check", path.to_str().unwrap()]);
        assert_eq!((text(&output.stdout), text(&output.stderr)), ("", ""), "{language}");
        assert_eq!(output.status.code(), Some(0));
    }
}

#[test]
fn the_schemas_are_printed() {
    for (kind, title) in [("rules", "κανόνες"), ("words", "λέξεις"), ("principles", "αρχές")]
    {
        let output = kalologos(&["rules", "schema", kind]);
        let schema: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert!(schema["title"].as_str().unwrap().contains(title), "{kind}");
        // The copies that the built-in files name, for editors.
        let kept = format!("{}/rules/schema/{kind}.json", env!("CARGO_MANIFEST_DIR"));
        let kept = std::fs::read_to_string(&kept).unwrap_or_default();
        assert!(
            kept == text(&output.stdout),
            "kalologos rules schema {kind} > rules/schema/{kind}.json"
        );
    }
}

#[test]
fn a_table_is_imported_by_the_columns_heading_and_sheet_that_are_named() {
    let table = "Γενικά;Θα το μάθω;Δεν ξέρω\nΓενικά;Ας το δούμε;Δεν γίνεται\n";
    let path = temporary("στήλες.csv", table.as_bytes());
    let path = path.to_str().unwrap();
    for columns in ["3,2", "C,B", "c, b"] {
        let output = kalologos(&["rules", "import", "--columns", columns, path]);
        let file = text(&output.stdout);
        assert!(file.contains("avoid:\n      - 'Δεν <ξέρω:present:1>'"), "{columns}: {file}");
        assert_eq!(file.matches("- avoid:").count(), 2, "{columns}: {file}");
    }
    let heading = ["rules", "import", "--columns", "3,2", "--heading", "first", path];
    assert_eq!(text(&kalologos(&heading).stdout).matches("- avoid:").count(), 1);
    for wrong in ["3", "3,3", "0,1", "Γ,Β"] {
        let output = kalologos(&["rules", "import", "--columns", wrong, path]);
        assert_eq!(output.status.code(), Some(2), "{wrong}");
        assert!(text(&output.stderr).contains("two columns are needed"), "{wrong}");
    }
    let book = temporary("βιβλίο.xlsx", &crate::tables::workbook());
    let book = book.to_str().unwrap();
    let output = kalologos(&["rules", "import", "--sheet", "2", book]);
    assert_eq!(text(&output.stdout).matches("- avoid:").count(), 5, "{output:?}");
}
