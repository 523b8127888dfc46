//! Names of a team's files: `ομάδα.yaml` that comes back as `ομάδα (1).xlsx` is the same file.

use super::Team;
use crate::text::name_key;

/// Endings that say what a file is written in.
const ENDINGS: [&str; 9] = ["yaml", "yml", "csv", "tsv", "txt", "md", "xlsx", "ods", "docx"];
/// What systems put before or after the name of a copy, as it compares.
const COPIES_BEFORE: [&str; 4] = ["αντιγραφο απο ", "αντιγραφο του ", "αντιγραφο ", "copy of "];
const COPIES_BEHIND: [&str; 4] = [" - αντιγραφο", " αντιγραφο", " - copy", " copy"];

/// The name under which the team has the file already, where it has one of the kind; else the name itself.
pub fn known_name(team: &Team, name: &str) -> String {
    let name = name.trim();
    if team.file(name).is_some() {
        return name.to_owned();
    }
    let keys = [name_key(without_copy(stem(name))), plain_key(stem(name))];
    let mut same = team.files.iter().filter(|file| keys.contains(&name_key(stem(&file.name))));
    match (same.next(), same.next()) {
        (Some(file), None) => file.name.clone(),
        _ => name.to_owned(),
    }
}

/// The file that has most of these rules: a table that was exported keeps their ids under any name.
pub fn file_of_ids<'t>(team: &'t Team, ids: &[&str]) -> Option<&'t str> {
    let has = |file: &super::OwnFile| {
        file.rules.rules.iter().filter(|rule| ids.contains(&rule.id.as_str())).count()
    };
    let known = team.files.iter().map(|file| (has(file), file.name.as_str()));
    known
        .filter(|(count, _)| *count * 2 > ids.len())
        .max_by_key(|(count, _)| *count)
        .map(|(_, name)| name)
}

/// The stem without what makes it a copy, as it compares: «Αντίγραφο του ομάδα», «ομάδα - Αντίγραφο (2)», `ομάδα-1`.
fn plain_key(stem: &str) -> String {
    let mut key = name_key(without_copy(stem));
    let without = COPIES_BEFORE.iter().find_map(|start| key.strip_prefix(start));
    key = without.unwrap_or(&key).to_owned();
    let without = COPIES_BEHIND.iter().find_map(|end| key.strip_suffix(end));
    key = without.unwrap_or(&key).to_owned();
    match key.rsplit_once(['-', '_']) {
        Some((plain, number)) if number.len() < 3 && number.parse::<u8>().is_ok() => {
            plain.to_owned()
        }
        _ => key,
    }
}

/// The name without the ending that says what the file is written in.
pub fn stem(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, ending)) if ENDINGS.contains(&ending.to_lowercase().as_str()) => stem,
        _ => name,
    }
}

/// The name with another ending.
pub fn with_ending(name: &str, ending: &str) -> String {
    format!("{}.{ending}", stem(name))
}

/// The stem without the number that browsers put after the name of a second download: ` (1)`.
fn without_copy(stem: &str) -> &str {
    let numbered = stem.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
    match numbered {
        Some((plain, number)) if number.parse::<u16>().is_ok() => plain,
        _ => stem,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_a_stem_whatever_it_is_written_in() {
        for (name, expected) in [
            ("ομάδα.yaml", "ομάδα"),
            ("ομάδα.XLSX", "ομάδα"),
            ("team.el.yaml", "team.el"),
            ("έκδοση 2.1", "έκδοση 2.1"),
            ("ομάδα (1).csv", "ομάδα"),
            ("ομάδα (β)", "ομάδα (β)"),
        ] {
            assert_eq!(without_copy(stem(name)), expected);
        }
        for name in [
            "Αντίγραφο του Ομάδα.xlsx",
            "ομάδα - Αντίγραφο.xlsx",
            "ομάδα-1.xlsx",
            "Copy of ομάδα.csv",
            "ομάδα - Copy (2).csv",
            "ΟΜΑΔΑ_2.ods",
        ] {
            assert_eq!(plain_key(stem(name)), "ομαδα", "{name}");
        }
        assert_eq!(with_ending("team.el.yml", "csv"), "team.el.csv");
    }
}
