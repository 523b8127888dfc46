//! From the bytes of a file to its text: UTF-8, or the likely encoding named.
//!
//! A rule file is refused rather than guessed at: one wrong letter in a phrase and the rule is
//! silently dead. General detectors take short Greek files for Windows-1252, so the score is ours:
//! how often letters occur in Greek, and what is next to them.

use encoding_rs::{ISO_8859_7, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1253};

use super::place::Lines;
use super::{Diagnostic, Problem};

/// An encoding that rule files turn up in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// Western European of Windows.
    Windows1252,
    /// Greek of Windows.
    Windows1253,
    /// Greek of the standard.
    Iso8859_7,
    /// Two bytes a letter, the lower first.
    Utf16Le,
    /// Two bytes a letter, the higher first.
    Utf16Be,
    /// UTF-8, but for a damaged place.
    DamagedUtf8,
}

impl Encoding {
    /// Every encoding with its name.
    pub const ALL: &[(Encoding, &str)] = &[
        (Encoding::Windows1252, "Windows-1252"),
        (Encoding::Windows1253, "Windows-1253"),
        (Encoding::Iso8859_7, "ISO-8859-7"),
        (Encoding::Utf16Le, "UTF-16"),
        (Encoding::Utf16Be, "UTF-16"),
        (Encoding::DamagedUtf8, "UTF-8"),
    ];

    /// Its name, the same in every language.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(known, _)| *known == self).map_or("", |(_, name)| name)
    }
}

/// A file that is not UTF-8.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotUtf8 {
    /// The text as the likely encoding reads it, to show the line.
    pub text: String,
    /// What is wrong, and the first place where it shows.
    pub diagnostic: Diagnostic,
}

/// How much of a file tells its encoding.
const SAMPLE: usize = 1 << 16;
/// Below this a file is taken for something else, such as a picture or a spreadsheet.
const LEAST_SCORE: i64 = 0;

/// The text of a rule file. `file` is its name as the user knows it.
///
/// # Errors
/// [`NotUtf8`] with the likely encoding, where there is one.
pub fn decode(bytes: Vec<u8>, file: &str) -> Result<String, Box<NotUtf8>> {
    if !is_utf16(&bytes)
        && let Ok(text) = std::str::from_utf8(&bytes)
    {
        return Ok(text.to_owned());
    }
    let likely = likely(&bytes);
    let text = read_as(&bytes, likely);
    let odd = |c: char| !c.is_ascii() && c != '\u{feff}';
    let place = match likely {
        Some(Encoding::DamagedUtf8) => text.find('\u{fffd}'),
        Some(Encoding::Windows1252 | Encoding::Windows1253 | Encoding::Iso8859_7) => text.find(odd),
        _ => None,
    };
    let span = place.map_or(0..0, |start| start..end_of_word(&text, start));
    let problem = Problem::NotUtf8 { likely };
    let diagnostic = Diagnostic {
        severity: problem.severity(),
        file: file.to_owned(),
        place: Lines::new(&text).place(span),
        problem,
    };
    Err(Box::new(NotUtf8 { text, diagnostic }))
}

/// The text of a file in whatever encoding it is likely to be; `None` if it is no text.
///
/// For tables, where one wrong letter is seen in the preview; a rule file goes through [`decode`].
pub fn decode_any(bytes: &[u8]) -> Option<String> {
    if !is_utf16(bytes)
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        return (!text.contains('\0')).then(|| text.to_owned());
    }
    likely(bytes).map(|encoding| read_as(bytes, Some(encoding)))
}

fn end_of_word(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or("");
    let is_part = |c: char| c.is_alphanumeric() || c == '\u{fffd}';
    let length = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
    start + length.max(rest.chars().next().map_or(0, char::len_utf8))
}

fn read_as(bytes: &[u8], encoding: Option<Encoding>) -> String {
    let table = match encoding {
        Some(Encoding::Windows1252) => WINDOWS_1252,
        Some(Encoding::Windows1253) => WINDOWS_1253,
        Some(Encoding::Iso8859_7) => ISO_8859_7,
        Some(Encoding::Utf16Le) => UTF_16LE,
        Some(Encoding::Utf16Be) => UTF_16BE,
        Some(Encoding::DamagedUtf8) => return String::from_utf8_lossy(bytes).into_owned(),
        None => return String::new(),
    };
    table.decode_with_bom_removal(bytes).0.into_owned()
}

/// The encoding that the bytes are probably in.
fn likely(bytes: &[u8]) -> Option<Encoding> {
    if let Some(wide) = utf16(bytes) {
        return Some(wide);
    }
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    if sample.contains(&0) {
        return None;
    }
    if mostly_utf8(sample) {
        return Some(Encoding::DamagedUtf8);
    }
    // The first of the best: where no letter tells them apart, Western and Windows are more common.
    let candidates = [Encoding::Windows1252, Encoding::Windows1253, Encoding::Iso8859_7];
    let mut best = (LEAST_SCORE, None);
    for candidate in candidates {
        let score = score(&read_as(sample, Some(candidate)));
        if score > best.0 {
            best = (score, Some(candidate));
        }
    }
    best.1
}

fn is_utf16(bytes: &[u8]) -> bool {
    utf16(bytes).is_some()
}

/// UTF-16 by its byte order mark; without one by its high bytes, which are 0 or, for Greek, 3.
fn utf16(bytes: &[u8]) -> Option<Encoding> {
    match bytes {
        [0xff, 0xfe, ..] => return Some(Encoding::Utf16Le),
        [0xfe, 0xff, ..] => return Some(Encoding::Utf16Be),
        _ => {}
    }
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let pairs = sample.len() / 2;
    let high = |offset: usize| {
        sample.iter().skip(offset).step_by(2).filter(|byte| matches!(byte, 0 | 3)).count()
    };
    let most = |count: usize| pairs >= 4 && count * 10 >= pairs * 9;
    match (high(1), high(0)) {
        (little, _) if most(little) => Some(Encoding::Utf16Le),
        (_, big) if most(big) => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// More valid characters of several bytes than broken ones: by chance that does not happen.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    sound > broken
}

/// The letters of Greek by how often they occur, most often first.
const GREEK: &str = "αεντοιμπρσίλδηυόάθκςώωγχέήύζφξβϋψϊΐΰ";

/// How much a text looks like one that people write.
fn score(text: &str) -> i64 {
    let mut score = 0;
    let (mut before, mut rest) = (' ', text.chars().peekable());
    while let Some(sign) = rest.next() {
        let after = rest.peek().copied().unwrap_or(' ');
        if !sign.is_ascii() || sign.is_ascii_control() && !sign.is_whitespace() {
            score += value(before, sign, after);
        }
        before = sign;
    }
    score
}

fn value(before: char, sign: char, after: char) -> i64 {
    let beside = |is: fn(char) -> bool| is(before) || is(after);
    match sign {
        '\u{fffd}' => -10,
        _ if sign.is_control() => -6,
        'ς' if is_greek(after) => -4,
        _ if is_greek(sign) && beside(|c| c.is_ascii_alphabetic()) => -4,
        _ if is_greek(sign) && sign.is_uppercase() && before.is_lowercase() => -4,
        _ if is_greek(sign) => frequency(sign),
        _ if sign.is_alphabetic() && beside(|c| c.is_alphabetic() && !c.is_ascii()) => -3,
        _ if sign.is_alphabetic() && beside(|c| c.is_ascii_alphabetic()) => 2,
        '’' if !before.is_alphanumeric() && after.is_alphabetic() => -2,
        '‘' | '’' | '“' | '”' | '–' | '—' | '…' | '«' | '»' | '€' | '·' | '\u{a0}' => {
            1
        }
        _ => -2,
    }
}

fn is_greek(sign: char) -> bool {
    matches!(sign, 'Ά'..='ώ') && sign.is_alphabetic()
}

fn frequency(letter: char) -> i64 {
    let small = letter.to_lowercase().next().unwrap_or(letter);
    match GREEK.chars().position(|known| known == small) {
        Some(0..12) => 3,
        Some(12..24) => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guessed(text: &str, encoding: &'static encoding_rs::Encoding) -> Option<Encoding> {
        let (bytes, _, lost) = encoding.encode(text);
        assert!(!lost, "{text}");
        likely(&bytes)
    }

    #[test]
    fn short_greek_is_told_from_western() {
        for text in ["λάθος", "όχι", "δεν μπορώ", "ΔΕΝ ΓΙΝΕΤΑΙ", "ναι, αύριο", "το δέμα έφυγε"]
        {
            let found = guessed(text, WINDOWS_1253);
            assert_eq!(found, Some(Encoding::Windows1253), "{text}");
        }
        for text in ["naïve café", "déjà vu", "It’s fine – really", "Straße", "€5 off"] {
            assert_eq!(guessed(text, WINDOWS_1252), Some(Encoding::Windows1252), "{text}");
        }
    }

    #[test]
    fn the_two_greek_tables_are_told_apart() {
        for text in ["Άννα, καλημέρα", "Το λέμε ‘λάθος’ εδώ", "Άλλη μέρα, 5 € λιγότερο"]
        {
            assert_eq!(guessed(text, ISO_8859_7), Some(Encoding::Iso8859_7), "{text}");
        }
        for text in ["Άννα, καλημέρα", "το λέμε “λάθος” εδώ…", "Άλλη μέρα, 5 € λιγότερο"]
        {
            assert_eq!(guessed(text, WINDOWS_1253), Some(Encoding::Windows1253), "{text}");
        }
    }

    #[test]
    fn wide_text_is_known_without_a_mark() {
        let wide = |text: &str, order: fn(u16) -> [u8; 2]| -> Vec<u8> {
            text.encode_utf16().flat_map(order).collect()
        };
        for text in ["language: el", "δεν μπορώ"] {
            assert_eq!(likely(&wide(text, u16::to_le_bytes)), Some(Encoding::Utf16Le), "{text}");
            assert_eq!(likely(&wide(text, u16::to_be_bytes)), Some(Encoding::Utf16Be), "{text}");
        }
    }

    #[test]
    fn what_is_no_text_is_not_guessed() {
        assert_eq!(likely(b"PK\x03\x04\x14\x00\x06\x00\x08\x80\xff\x00\x01"), None);
        assert_eq!(likely("δεν μ\u{0}".as_bytes()), None);
        assert_eq!(likely(b"\xce\xb4\xce\xb5\xce\xbd \xce"), Some(Encoding::DamagedUtf8));
    }

    #[test]
    fn plain_text_passes() {
        for text in ["", "a", "δεν μπορώ", "\u{feff}δεν"] {
            assert_eq!(decode(text.as_bytes().to_vec(), "x.yaml").as_deref(), Ok(text));
        }
    }
}
