//! Names of a team's files: `ομάδα.yaml` that comes back as `ομάδα (1).xlsx` is the same file.

use super::Team;
use crate::text::name_key;

/// Endings that say what a file is written in.
const ENDINGS: [&str; 7] = ["yaml", "yml", "csv", "tsv", "txt", "md", "xlsx"];

/// The name under which the team has the file already, where it has one of the kind; else the name itself.
pub fn known_name(team: &Team, name: &str) -> String {
    let name = name.trim();
    if team.file(name).is_some() {
        return name.to_owned();
    }
    let key = name_key(without_copy(stem(name)));
    let mut same = team.files.iter().filter(|file| name_key(stem(&file.name)) == key);
    match (same.next(), same.next()) {
        (Some(file), None) => file.name.clone(),
        _ => name.to_owned(),
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

/// The stem without the number that browsers put behind the name of a second download: ` (1)`.
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
        assert_eq!(with_ending("team.el.yml", "csv"), "team.el.csv");
    }
}
