//! Letters that were broken on the way to us, fixed where it is certain what they were.

use std::sync::LazyLock;

use encoding_rs::{Encoding, WINDOWS_1252, WINDOWS_1253};
use unicode_normalization::UnicodeNormalization;

use super::grid::{CellProblem, Format, Grid, TableNote};
use super::written::Written;

/// What spreadsheets show where a formula fails.
const ERRORS: [&str; 10] = [
    "#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!",
    "#ERROR!",
];
/// Greek in UTF-8 that was read as if each byte were a letter begins its letters with these.
const BROKEN: [(char, &Encoding); 4] =
    [('Î', WINDOWS_1252), ('Ï', WINDOWS_1252), ('Ξ', WINDOWS_1253), ('Ο', WINDOWS_1253)];
/// This many letters with accents are not a word of another language.
const LEAST_BROKEN: usize = 4;
/// Capitals of Latin and Cyrillic letters that look like Greek ones, and small ones that do.
const LOOK_ALIKES: &[(char, char)] = &[
    ('A', 'Α'),
    ('B', 'Β'),
    ('E', 'Ε'),
    ('Z', 'Ζ'),
    ('H', 'Η'),
    ('I', 'Ι'),
    ('K', 'Κ'),
    ('M', 'Μ'),
    ('N', 'Ν'),
    ('O', 'Ο'),
    ('P', 'Ρ'),
    ('T', 'Τ'),
    ('Y', 'Υ'),
    ('X', 'Χ'),
    ('o', 'ο'),
    ('e', 'ε'),
    ('t', 'τ'),
    ('v', 'ν'),
    ('u', 'υ'),
    ('p', 'ρ'),
    ('i', 'ι'),
    ('k', 'κ'),
    ('x', 'χ'),
    ('a', 'α'),
    ('ó', 'ό'),
    ('í', 'ί'),
    ('á', 'ά'),
    ('ú', 'ύ'),
    ('µ', 'μ'),
    ('А', 'Α'),
    ('В', 'Β'),
    ('Е', 'Ε'),
    ('К', 'Κ'),
    ('М', 'Μ'),
    ('Н', 'Η'),
    ('О', 'Ο'),
    ('Р', 'Ρ'),
    ('Т', 'Τ'),
    ('Х', 'Χ'),
    ('о', 'ο'),
    ('р', 'ρ'),
    ('х', 'χ'),
    ('а', 'α'),
];

static LATIN_AS_GREEK: LazyLock<rustc_hash::FxHashMap<char, char>> =
    LazyLock::new(|| LOOK_ALIKES.iter().copied().collect());

/// Mends the cells of a table, and says what was fixed.
pub fn mend(grid: &mut Grid) {
    // What this program has written needs no fixing, and has to come back as it was.
    if grid.rows.iter().any(|row| Written::of(row).is_some()) {
        return;
    }
    let mut mended = false;
    for row in &mut grid.rows {
        for (at, cell) in row.cells.iter_mut().enumerate() {
            if ERRORS.contains(&cell.as_str()) || is_libre_error(cell) {
                row.problems.push((at, CellProblem::Error));
                continue;
            }
            if let Some(right) = reread(cell) {
                *cell = right;
                mended = true;
            }
            *cell = in_one_script(&cell.nfc().filter(|it| !is_invisible(*it)).collect::<String>());
        }
    }
    if mended {
        grid.notes.push(TableNote::MendedLetters);
    }
    if grid.format != Format::Sentences {
        soften(grid);
    }
}

/// `Err:502`
fn is_libre_error(cell: &str) -> bool {
    cell.strip_prefix("Err:")
        .is_some_and(|rest| rest.len() == 3 && rest.bytes().all(|it| it.is_ascii_digit()))
}

fn is_invisible(sign: char) -> bool {
    matches!(
        sign,
        '\u{200b}'
            | '\u{200c}'
            | '\u{200d}'
            | '\u{2060}'
            | '\u{feff}'
            | '\u{ad}'
            | '\u{200e}'
            | '\u{200f}'
    )
}

/// Greek that was saved in one encoding and read in another, as it was: «Î”ÎµÎ½» is «Δεν».
fn reread(cell: &str) -> Option<String> {
    let count = |sign: char| cell.matches(sign).count();
    let broken = |(first, encoding): &(char, &'static Encoding)| {
        (count(*first) * 4 >= cell.chars().count().max(4)).then_some(*encoding)
    };
    let Some(encoding) = BROKEN.iter().find_map(broken) else { return greek_of_latin(cell) };
    let mut bytes = Vec::with_capacity(cell.len());
    for sign in cell.chars() {
        match bytes_of(sign, encoding) {
            Some(byte) => bytes.push(byte),
            None => return None,
        }
    }
    String::from_utf8(bytes).ok().filter(|text| text.contains(char::is_alphabetic))
}

/// Greek of one byte a letter that was read as the letters of Western Europe: «Äåí ãßíåôáé» is «Δεν γίνεται». Only where
/// nearly all letters have accents, which no language of the West has.
fn greek_of_latin(cell: &str) -> Option<String> {
    let letters = || cell.chars().filter(|sign| sign.is_alphabetic());
    let broken = letters().filter(|sign| matches!(sign, 'À'..='ÿ')).count();
    if broken < LEAST_BROKEN || broken * 10 < letters().count() * 7 {
        return None;
    }
    let bytes: Vec<u8> =
        cell.chars().map(|sign| bytes_of(sign, WINDOWS_1252)).collect::<Option<_>>()?;
    let read = WINDOWS_1253.decode_without_bom_handling_and_without_replacement(&bytes)?;
    let greek = read.chars().filter(|sign| matches!(sign, 'Ͱ'..='Ͽ')).count();
    (greek * 10 >= read.chars().filter(|sign| sign.is_alphabetic()).count() * 9)
        .then(|| read.into_owned())
}

/// The byte of a sign in an encoding of one byte a letter; control signs stand for bytes without a letter.
fn bytes_of(sign: char, encoding: &'static Encoding) -> Option<u8> {
    if let Ok(byte) = u8::try_from(u32::from(sign))
        && (0x80..0xa0).contains(&byte)
    {
        return Some(byte);
    }
    let mut buffer = [0; 4];
    let (encoded, _, lost) = encoding.encode(sign.encode_utf8(&mut buffer));
    match (&*encoded, lost) {
        ([byte], false) => Some(*byte),
        _ => None,
    }
}

/// Words of two scripts in that which most of their letters are in, if every stranger looks like one of its letters.
fn in_one_script(cell: &str) -> String {
    let words = cell.split_inclusive(char::is_whitespace).map(word_in_one_script);
    let mended: String = words.collect();
    let is_greek = mended.contains(|sign| matches!(sign, 'Ͱ'..='Ͽ'));
    let written = |word: &str| {
        let bare = word.trim_matches(|sign: char| !sign.is_alphabetic());
        let all_greek = || bare.chars().map(|sign| LATIN_AS_GREEK.get(&sign).copied()).collect();
        let greek = Some(bare)
            .filter(|bare| {
                ANSWERS_IN_LATIN.contains(bare) || is_greek && SHORT_IN_LATIN.contains(bare)
            })
            .and_then(|_| all_greek());
        greek.map_or_else(|| word.to_owned(), |greek: String| word.replacen(bare, &greek, 1))
    };
    mended.split_inclusive(char::is_whitespace).map(written).collect()
}

/// Greek words in capitals of which every letter may be a Latin one, and that are not a Latin word or abbreviation.
const ANSWERS_IN_LATIN: [&str; 4] = ["OXI", "NAI", "MHN", "EINAI"];
/// The same of words that are something else too where no Greek stands next to them.
const SHORT_IN_LATIN: [&str; 12] =
    ["KAI", "MH", "TO", "TA", "TH", "THN", "TON", "OTI", "ENA", "MIA", "EXEI", "EXETE"];

fn word_in_one_script(word: &str) -> String {
    let is_greek = |sign: char| matches!(sign, 'Ͱ'..='Ͽ');
    let greek = word.chars().filter(|sign| is_greek(*sign)).count();
    let strangers = || word.chars().filter(|sign| sign.is_alphabetic() && !is_greek(*sign));
    let known = strangers().all(|sign| LATIN_AS_GREEK.contains_key(&sign));
    if greek == 0 || greek < strangers().count() || !known {
        return word.to_owned();
    }
    word.chars().map(|sign| LATIN_AS_GREEK.get(&sign).copied().unwrap_or(sign)).collect()
}

/// A column in capitals gets small letters: nobody answers a customer in capitals.
fn soften(grid: &mut Grid) {
    let mut softened = false;
    for row in &mut grid.rows {
        for cell in &mut row.cells {
            if is_shouted(cell) {
                *cell = softened_cell(cell);
                softened = true;
            }
        }
    }
    if softened {
        grid.notes.push(TableNote::Capitals);
    }
}

/// Several words, all in capitals: «ΔΕΝ ΓΙΝΕΤΑΙ», not «ΦΠΑ» nor a head.
fn is_shouted(cell: &str) -> bool {
    let letters = cell.chars().filter(|sign| sign.is_alphabetic()).count();
    letters > 6
        && cell
            .split_whitespace()
            .filter(|word| word.chars().filter(|it| it.is_alphabetic()).count() > 1)
            .count()
            > 1
        && !cell.chars().any(char::is_lowercase)
        && super::headings::head(cell).is_none()
        && !cell.contains(['{', '<'])
}

fn softened_cell(cell: &str) -> String {
    let mut begins = true;
    let lower = cell.to_lowercase();
    let mut out = String::with_capacity(lower.len());
    for sign in lower.chars() {
        if begins && sign.is_alphabetic() {
            out.extend(sign.to_uppercase());
            begins = false;
        } else {
            out.push(sign);
        }
        begins |= matches!(sign, '.' | '!' | ';' | '?' | '\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_mended_where_it_is_certain_what_they_were() {
        let latin: String = WINDOWS_1252.decode("Δεν μπορώ".as_bytes()).0.into_owned();
        let greek: String = WINDOWS_1253.decode("Δεν ξέρω".as_bytes()).0.into_owned();
        assert_eq!(reread(&latin).as_deref(), Some("Δεν μπορώ"));
        assert_eq!(reread(&greek).as_deref(), Some("Δεν ξέρω"));
        for plain in ["Οι Ξένοι", "Île-de-France", "Όχι", "Ο"] {
            assert_eq!(reread(plain), None, "{plain}");
        }
        for (word, expected) in [
            ("μπoρώ", "μπορώ"),
            ("Kάνετε λάθος", "Κάνετε λάθος"),
            ("USB", "USB"),
            ("Δeν", "Δεν"),
            ("OXI", "ΟΧΙ"),
            ("OXI TO βράδυ", "ΟΧΙ ΤΟ βράδυ"),
            ("TO GO", "TO GO"),
            ("IBAN", "IBAN"),
            ("έxετε", "έχετε"),
            ("e-mailάκι", "e-mailάκι"),
            ("Αthens", "Αthens"),
        ] {
            assert_eq!(in_one_script(word), expected);
        }
        assert_eq!(softened_cell("ΔΕΝ ΓΙΝΕΤΑΙ. ΛΥΠΑΜΑΙ"), "Δεν γινεται. Λυπαμαι");
        assert!(is_shouted("ΔΕΝ ΓΙΝΕΤΑΙ"));
        for quiet in ["ΦΠΑ", "ΔΕΝ ΛΕΜΕ", "Δεν ΓΙΝΕΤΑΙ", "ΦΠΑ 24 %"] {
            assert!(!is_shouted(quiet), "{quiet}");
        }
    }
}
