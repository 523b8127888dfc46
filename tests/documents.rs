//! What the documents say, held against the program: their tables of commands, and their links.
#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

use std::fs;
use std::path::{Path, PathBuf};

use kalologos::model::Language;
use kalologos::ui::{Command, Who, commands};

const BEGIN: &str = "<!-- commands -->\n";
const END: &str = "<!-- /commands -->";

/// `UPDATE_DOCS=1 cargo test --test suite documents` writes the tables anew.
#[test]
fn the_documents_list_the_commands_as_they_are() {
    let for_leads = |command: &&Command| command.who == Who::Leads;
    let pages = [
        ("docs/for-agents.md", table(commands().filter(|command| !for_leads(command)))),
        ("docs/for-teams.md", table(commands().filter(for_leads))),
    ];
    for (page, table) in pages {
        let text = fs::read_to_string(page).unwrap();
        let (before, rest) = text.split_once(BEGIN).unwrap();
        let (there, after) = rest.split_once(END).unwrap();
        if std::env::var_os("UPDATE_DOCS").is_some() {
            fs::write(page, format!("{before}{BEGIN}{table}{END}{after}")).unwrap();
        } else {
            assert_eq!(there, table, "{page}: UPDATE_DOCS=1 writes the table anew");
        }
    }
}

fn table(commands: impl Iterator<Item = &'static Command>) -> String {
    let mut table = "| command | εντολή | what it does |\n|---|---|---|\n".to_owned();
    for command in commands {
        let [english, greek] = [Language::En, Language::El].map(|language| {
            let options =
                command.options.iter().map(|option| format!(" {}:", option.name.to(language)));
            format!("`{}{}`", command.written(language), options.collect::<String>())
        });
        table.push_str(&format!("| {english} | {greek} | {} |\n", command.description.en));
    }
    table
}

#[test]
fn every_link_leads_to_a_file_and_a_heading_that_are_there() {
    let pages =
        ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(PathBuf::from);
    let docs = fs::read_dir("docs").unwrap().map(|entry| entry.unwrap().path());
    let is_page = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "md");
    let mut links = 0;
    for page in pages.into_iter().chain(docs.filter(is_page)) {
        let text = without_code(&fs::read_to_string(&page).unwrap());
        for link in text.split("](").skip(1).filter_map(|rest| rest.split_once(')')) {
            let link = link.0;
            if link.contains("://") {
                continue;
            }
            links += 1;
            let (path, heading) = link.split_once('#').unwrap_or((link, ""));
            let folder = page.parent().unwrap_or(Path::new(""));
            let target = if path.is_empty() { page.clone() } else { folder.join(path) };
            assert!(target.exists(), "{}: {link}", page.display());
            if !heading.is_empty() {
                let there = anchors(&fs::read_to_string(&target).unwrap());
                assert!(there.iter().any(|it| it == heading), "{}: {link}", page.display());
            }
        }
    }
    assert!(links > 20, "{links} links");
}

/// The text without its blocks of code, in which `#` and brackets mean something else.
fn without_code(text: &str) -> String {
    text.split("```").step_by(2).collect()
}

/// What GitHub makes of the headings of a page.
fn anchors(text: &str) -> Vec<String> {
    let text = without_code(text);
    let headings = text.lines().filter(|line| line.starts_with('#'));
    headings
        .map(|line| {
            let title = line.trim_start_matches('#').trim().to_lowercase().replace(' ', "-");
            title.chars().filter(|c| c.is_alphanumeric() || matches!(c, '-' | '_')).collect()
        })
        .collect()
}

/// A newcomer opens what ARCHITECTURE.md names, so each file and folder of it is there.
#[test]
fn every_path_in_the_architecture_is_there() {
    let text = without_code(&fs::read_to_string("ARCHITECTURE.md").unwrap());
    let named = text.split('`').skip(1).step_by(2);
    let paths = named.filter(|it| it.contains('/') && (it.ends_with(".rs") || it.ends_with('/')));
    let (there, missing): (Vec<&str>, Vec<&str>) = paths
        .partition(|path| ["", "src"].iter().any(|folder| Path::new(folder).join(path).exists()));
    assert_eq!(missing, [""; 0]);
    assert!(there.len() > 50, "{there:?}");
}
