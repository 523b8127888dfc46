//! Where the accent of a Greek word is, and how it moves from form to form.

/// Each vowel with and without its accent.
const ACCENTED: &[(char, char)] = &[
    ('ά', 'α'),
    ('έ', 'ε'),
    ('ή', 'η'),
    ('ί', 'ι'),
    ('ό', 'ο'),
    ('ύ', 'υ'),
    ('ώ', 'ω'),
    ('ΐ', 'ϊ'),
    ('ΰ', 'ϋ'),
];

/// Two letters, one sound; the second bears the accent.
const PAIRS: &[(char, char)] = &[
    ('α', 'ι'),
    ('ε', 'ι'),
    ('ο', 'ι'),
    ('υ', 'ι'),
    ('α', 'υ'),
    ('ε', 'υ'),
    ('η', 'υ'),
    ('ο', 'υ'),
];

/// Whether the word has an accent.
pub fn is_accented(word: &str) -> bool {
    word.chars().any(|letter| bare(letter) != letter)
}

/// The word without its accent. Two vowels that only the accent kept apart get a diaeresis: κορόιδ → κοροϊδ.
pub fn unaccented(word: &str) -> String {
    let mut result = String::with_capacity(word.len());
    let mut split = None;
    for letter in word.chars() {
        let plain = bare(letter);
        let apart = split.is_some_and(|before| PAIRS.contains(&(before, letter)));
        result.push(if apart { with_diaeresis(letter) } else { plain });
        split = (plain != letter).then_some(plain);
    }
    result
}

/// The word with its accent on that syllable, counted from the end; the last is 0.
/// A word with fewer syllables is accented on its first.
pub fn accented(word: &str, syllable: usize) -> String {
    let mut letters: Vec<char> = unaccented(word).chars().collect();
    let bearers: Vec<usize> = bearers(letters.iter().copied()).collect();
    let Some(&place) = bearers.iter().rev().nth(syllable).or(bearers.first()) else {
        return letters.into_iter().collect();
    };
    if let Some(letter) = letters.get_mut(place) {
        *letter = marked(*letter);
    }
    if let Some(next @ ('ϊ' | 'ϋ')) = letters.get_mut(place + 1) {
        *next = if *next == 'ϊ' { 'ι' } else { 'υ' };
    }
    letters.into_iter().collect()
}

/// The word's accented syllable, counted from the end.
pub fn accent_of(word: &str) -> Option<usize> {
    let letters: Vec<char> = word.chars().collect();
    let is_marked = |place: usize| letters.get(place).is_some_and(|&letter| bare(letter) != letter);
    let marked: Vec<bool> = bearers(letters.iter().copied()).map(is_marked).collect();
    marked.into_iter().rev().position(|marked| marked)
}

/// How many vowel sounds the word has.
pub fn syllables(word: &str) -> usize {
    bearers(word.chars()).count()
}

/// Whether the word is one syllable as spoken: δω, and also πιω, whose ι glides.
pub fn is_monosyllable(word: &str) -> bool {
    match syllables(word) {
        0 | 1 => true,
        2 => glides(word),
        _ => false,
    }
}

/// Whether the first vowel sound is an i that runs into the second: φτιαχν, νοιαζ.
pub fn glides(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    let Some(first) = bearers(letters.iter().copied()).next() else {
        return false;
    };
    let vowel_follows = letters.get(first + 1).is_some_and(|&letter| is_vowel(letter));
    vowel_follows && matches!(letters.get(first), Some('ι' | 'υ'))
}

/// Whether the letter is a vowel, with or without marks.
pub fn is_vowel(letter: char) -> bool {
    matches!(bare(letter), 'α' | 'ε' | 'η' | 'ι' | 'ο' | 'υ' | 'ω' | 'ϊ' | 'ϋ')
}

/// For each vowel sound, the place of the letter that would bear the accent.
fn bearers(letters: impl Iterator<Item = char>) -> impl Iterator<Item = usize> {
    let mut letters = letters.enumerate().peekable();
    std::iter::from_fn(move || {
        let (place, vowel) = letters.find(|(_, letter)| is_vowel(*letter))?;
        let paired = letters.next_if(|(_, next)| PAIRS.contains(&(vowel, bare(*next))));
        Some(paired.map_or(place, |(second, _)| second))
    })
}

fn bare(letter: char) -> char {
    ACCENTED.iter().find(|(accented, _)| *accented == letter).map_or(letter, |(_, plain)| *plain)
}

fn marked(letter: char) -> char {
    ACCENTED.iter().find(|(_, plain)| *plain == letter).map_or(letter, |(accented, _)| *accented)
}

fn with_diaeresis(letter: char) -> char {
    match letter {
        'ι' => 'ϊ',
        'υ' => 'ϋ',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_accent_moves() {
        let rows = [
            ("στείλ", 0, "στείλ"),
            ("βοήθησ", 0, "βοηθήσ"),
            ("αλλαξ", 1, "άλλαξ"),
            ("χρησιμοποιησ", 1, "χρησιμοποίησ"),
            ("κορόιδευ", 0, "κοροϊδεύ"),
            ("κοροϊδευ", 2, "κορόιδευ"),
            ("δω", 5, "δώ"),
            ("ξς", 0, "ξς"),
            ("", 0, ""),
        ];
        for (word, syllable, expected) in rows {
            assert_eq!(accented(word, syllable), expected, "{word}");
        }
    }

    #[test]
    fn syllables_are_counted() {
        let rows = [
            ("προϊόν", 3),
            ("ευθύνομαι", 4),
            ("ακούει", 3),
            ("τσάι", 2),
            ("", 0),
            ("🙂", 0),
            ("abc", 0),
        ];
        for (word, expected) in rows {
            assert_eq!(syllables(word), expected, "{word}");
        }
        assert!(is_monosyllable("πιω") && is_monosyllable("δω") && !is_monosyllable("κανω"));
        assert_eq!(accent_of("εξυπηρετήθηκα"), Some(2));
        assert_eq!(accent_of("δω"), None);
    }
}
