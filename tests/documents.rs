//! The commands in README.md, held against the table that they are made from.
#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

use std::fs;

use kalologos::model::Language;
use kalologos::ui::commands;

const BEGIN: &str = "<!-- commands -->\n";
const END: &str = "<!-- /commands -->";

/// `UPDATE_README=1 cargo test --test commands_in_readme` writes them anew.
#[test]
fn the_readme_has_the_commands_as_they_are() {
    let readme = fs::read_to_string("README.md").unwrap();
    let (before, rest) = readme.split_once(BEGIN).unwrap();
    let (there, after) = rest.split_once(END).unwrap();
    let table = table();
    if std::env::var_os("UPDATE_README").is_some() {
        fs::write("README.md", format!("{before}{BEGIN}{table}{END}{after}")).unwrap();
        return;
    }
    assert_eq!(there, table, "UPDATE_README=1 writes the table anew");
}

fn table() -> String {
    let mut table = "| command | εντολή | what it is good for |\n|---|---|---|\n".to_owned();
    for command in commands() {
        let [english, greek] = [Language::En, Language::El].map(|language| {
            let options =
                command.options.iter().map(|option| format!(" {}:", option.name.to(language)));
            format!("`{}{}`", command.written(language), options.collect::<String>())
        });
        table.push_str(&format!("| {english} | {greek} | {} |\n", command.description.en));
    }
    table
}
