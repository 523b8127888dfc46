//! Words typed with letters of another script that look the same: «μπoρώ» with a Latin o.
//!
//! They are folded as the word that was meant, so that a slip of the keyboard hides nothing from the rules.

use super::table::{Script, TABLE};

/// Upper and lower case Latin letters, each with the Greek letter that it passes for, folded.
const LATIN_AS_GREEK: &[(char, char)] = &[
    ('A', 'α'),
    ('B', 'β'),
    ('E', 'ε'),
    ('Z', 'ζ'),
    ('H', 'η'),
    ('I', 'ι'),
    ('K', 'κ'),
    ('M', 'μ'),
    ('N', 'ν'),
    ('O', 'ο'),
    ('P', 'ρ'),
    ('T', 'τ'),
    ('Y', 'υ'),
    ('X', 'χ'),
    ('a', 'α'),
    ('o', 'ο'),
    ('v', 'ν'),
    ('u', 'υ'),
    ('p', 'ρ'),
    ('i', 'ι'),
    ('k', 'κ'),
    ('x', 'χ'),
    ('t', 'τ'),
    ('y', 'γ'),
    ('w', 'ω'),
    ('n', 'η'),
    ('e', 'ε'),
    ('s', 'σ'),
    ('c', 'σ'),
    ('f', 'φ'),
];

/// Cyrillic letters, folded, with the Latin and the Greek letter that they pass for.
const CYRILLIC: &[(char, char, char)] = &[
    ('а', 'a', 'α'),
    ('е', 'e', 'ε'),
    ('о', 'o', 'ο'),
    ('р', 'p', 'ρ'),
    ('с', 'c', 'σ'),
    ('х', 'x', 'χ'),
    ('у', 'y', 'υ'),
    ('і', 'i', 'ι'),
    ('ѕ', 's', 'σ'),
    ('к', 'k', 'κ'),
    ('м', 'm', 'μ'),
    ('т', 't', 'τ'),
    ('н', 'h', 'η'),
    ('в', 'b', 'β'),
];

/// The folded letters of a word of mixed script, read in one script, if every stranger passes for one of its letters.
///
/// A word with a Greek letter that no Latin one resembles is Greek; the rest goes by majority.
pub(super) fn unmix(raw: &str) -> Option<String> {
    let greek = read_as(raw, Script::Greek);
    let latin = read_as(raw, Script::Latin);
    match (greek, latin) {
        (Some(greek), Some(latin)) => {
            Some(if count(raw, Script::Greek) >= count(raw, Script::Latin) { greek } else { latin })
        }
        (one, other) => one.or(other),
    }
}

fn count(raw: &str, script: Script) -> usize {
    raw.chars().filter(|letter| TABLE.entry(*letter).script == script).count()
}

fn read_as(raw: &str, target: Script) -> Option<String> {
    use super::table::Class;
    let mut read = String::with_capacity(raw.len());
    for letter in raw.chars() {
        let entry = TABLE.entry(letter);
        match entry.class {
            Class::Letter if entry.script == target || entry.script == Script::Other => {
                read.push(entry.folded)
            }
            Class::Letter => read.push(stand_in(letter, entry.folded, target)?),
            Class::Digit => read.push(entry.folded),
            Class::Apostrophe => read.push('\''),
            _ => (),
        }
    }
    Some(read)
}

/// The letter of `target` that this one passes for.
fn stand_in(letter: char, folded: char, target: Script) -> Option<char> {
    let accentless = if letter.is_uppercase() { folded.to_uppercase().next()? } else { folded };
    if let Some((_, latin, greek)) = CYRILLIC.iter().find(|row| row.0 == folded) {
        return Some(if target == Script::Greek { *greek } else { *latin });
    }
    match target {
        Script::Greek => LATIN_AS_GREEK.iter().find(|row| row.0 == accentless).map(|row| row.1),
        _ => {
            LATIN_AS_GREEK.iter().find(|row| row.1 == folded).map(|row| row.0.to_ascii_lowercase())
        }
    }
}
