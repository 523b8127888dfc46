//! The same in a terminal: lines piped into `kalologos chat`.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use insta::assert_snapshot;

use crate::tables::{self, SEED};

/// What `kalologos chat` says to these lines, in a folder of its own.
fn chat(folder: &Path, language: &str, lines: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kalologos"));
    command.args(["chat", "--language", language]).current_dir(folder);
    command.env("KALOLOGOS_DATA", folder.join("data.sqlite")).env("LC_ALL", "C");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    tables::without_total(&String::from_utf8(output.stdout).unwrap())
}

#[test]
fn the_table_of_the_first_day_is_pasted_activated_and_found_by_the_next_check() {
    let folder = tempfile::tempdir().unwrap();
    let lines = format!("/κανόνες προσθήκη\n{SEED}.\n\n1\n/έλεγχος Διαφωνώ, κυρία Άννα.\n");
    assert_snapshot!("terminal-first-day", chat(folder.path(), "el", &lines));
    // Another visit, by the same storage.
    let later = chat(folder.path(), "el", "Δεν μπορούμε.\n");
    assert!(later.contains("Θα μπορούσαμε αν [συμπληρώστε]."), "{later}");
}

#[test]
fn the_same_table_from_a_file_as_greek_excel_saves_it_and_as_a_workbook() {
    for (name, bytes) in
        [("ο πίνακας.csv", tables::greek_csv()), ("ο πίνακας.xlsx", tables::workbook())]
    {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(name), bytes).unwrap();
        let lines = format!("/rules add {name}\n1\nΔιαφωνώ.\n");
        let said = chat(folder.path(), "en", &lines);
        assert!(said.contains("Συμφωνώ μαζί σας, αλλά [συμπληρώστε]."), "{name}: {said}");
        let left: Vec<String> = std::fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .filter(|file| file.ends_with(".txt"))
            .collect();
        assert_eq!(left, Vec::<String>::new(), "a report that fits leaves no file");
    }
}

#[test]
fn a_rule_is_written_tried_and_activated_in_a_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let lines = "/rules new
we are closed
you can reach us again [when]
The customer learns when.
3
Sorry, we are closed.
.
2
6
3
1
Sorry, we are closed.
/rules try We are closed today.
/rules add nowhere.csv
";
    assert_snapshot!("terminal-new-rule", chat(folder.path(), "en", lines));
}

#[test]
fn a_command_typed_while_a_list_is_open_is_the_command() {
    let folder = tempfile::tempdir().unwrap();
    let lines = format!("/κανόνες προσθήκη\n{SEED}.\n\n1\n/κανόνες ιστορικό\n1\n/βοήθεια\n");
    let said = chat(folder.path(), "el", &lines);
    assert!(!said.contains("Αυτό δεν υπάρχει πια"), "{said}");
    assert!(said.contains("/έλεγχος"), "{said}");
}
