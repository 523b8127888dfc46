//! Names as they compare, and the known name that a misspelled one probably means ("did you mean").

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A longer name is not compared with the known ones, in characters.
const MAX_GUESSED: usize = 60;

/// The known name that is most like `name`, if one is like enough to be meant.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let key = name_key(name);
    let length = key.chars().count();
    // Of two letters, one wrong, nothing is left to guess from.
    if !(3..=MAX_GUESSED).contains(&length) {
        return None;
    }
    let allowed = (length / 3).min(3);
    let distance = |candidate: &str| match name_key(candidate) {
        known if known.starts_with(&key) => 1,
        known => strsim::damerau_levenshtein(&key, &known),
    };
    known
        .into_iter()
        .map(|candidate| (distance(candidate), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate.to_owned())
}

/// The comparison key of a name: lower case, without accents, σ for ς.
pub fn name_key(name: &str) -> String {
    let bare = name.trim().nfd().filter(|c| !is_combining_mark(*c));
    bare.flat_map(char::to_lowercase).map(|c| if c == 'ς' { 'σ' } else { c }).collect()
}
