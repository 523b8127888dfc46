//! How one writer types Greek in Latin letters, and Greek words typed in the same way.

use unicode_normalization::UnicodeNormalization;

use super::sounds::{SOUNDS, Typed, number_of, typed_first};
use super::spellings::Reading;

const DIALYTIKA: char = '\u{308}';

/// Which of its ways a writer types each sound in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Habit {
    ways: [u8; SOUNDS.len()],
    /// A question ends with `?`, not with the Greek `;`.
    question: char,
}

/// How often each way was seen.
#[derive(Debug, Clone)]
pub struct Votes {
    seen: [[u32; 4]; SOUNDS.len()],
}

impl Default for Votes {
    fn default() -> Votes {
        Votes { seen: [[0; 4]; SOUNDS.len()] }
    }
}

impl Votes {
    /// Counts the ways in which a word was typed.
    pub fn add(&mut self, reading: &Reading<'_>) {
        for typed in reading.typed.iter().filter(|typed| !typed.is_slip()) {
            let ways = self.seen.get_mut(typed.sound as usize);
            if let Some(count) = ways.and_then(|ways| ways.get_mut(typed.way as usize)) {
                *count += 1;
            }
        }
    }

    /// Counts what an unknown word still shows: w is ω and 8 is θ, and h at the end is η, for no
    /// Greek word ends in χ or θ.
    pub fn add_unknown(&mut self, latin: &str) {
        let tells = [("ω", "w", latin.contains('w')), ("θ", "8", latin.contains('8'))];
        for (greek, way, told) in tells.into_iter().chain([("η", "h", latin.ends_with('h'))]) {
            let Some(sound) = number_of(greek).filter(|_| told) else { continue };
            let way = SOUNDS[sound as usize].usual.iter().position(|usual| *usual == way);
            let ways = self.seen.get_mut(sound as usize);
            if let Some(count) = way.and_then(|way| ways.and_then(|ways| ways.get_mut(way))) {
                *count += 1;
            }
        }
    }

    /// The way seen most often, if one was.
    fn way(&self, greek: &str) -> Option<&'static str> {
        let sound = number_of(greek)?;
        let ways = self.seen.get(sound as usize)?;
        let most = ways.iter().copied().max().filter(|most| *most > 0)?;
        let way = ways.iter().position(|count| *count == most)?;
        SOUNDS[sound as usize].usual.get(way).copied()
    }
}

impl Habit {
    /// The writer's own ways where the votes tell; elsewhere those that go with them.
    pub fn new(votes: &Votes, draft: &str) -> Habit {
        let style = Style::of(votes);
        let mut ways = [0; SOUNDS.len()];
        for (way, sound) in ways.iter_mut().zip(SOUNDS) {
            let chosen = votes.way(sound.greek).unwrap_or_else(|| style.way(sound.greek));
            *way = sound.usual.iter().position(|usual| *usual == chosen).unwrap_or(0) as u8;
        }
        let question = if draft.contains(';') && !draft.contains('?') { ';' } else { '?' };
        Habit { ways, question }
    }

    /// How far a word was typed from this habit.
    pub fn distance(&self, reading: &Reading<'_>) -> usize {
        let strange = |typed: &&Typed| self.ways.get(typed.sound as usize) != Some(&typed.way);
        reading.typed.iter().filter(strange).count() + reading.slips()
    }

    /// Greek words in Latin letters; what is not Greek stays as it is.
    pub fn write(&self, greek: &str) -> String {
        let letters = letters(greek);
        let mut latin = String::with_capacity(greek.len());
        let mut at = 0;
        while let Some(letter) = letters.get(at) {
            let pair = letters.get(at + 1).filter(|next| letter.joins(next)).and_then(|next| {
                number_of(&format!("{}{}", letter.base, next.base))
                    .filter(|sound| !SOUNDS[*sound as usize].usual.is_empty())
            });
            let (sound, length) = match pair {
                Some(pair) => (Some(pair), 2),
                None => (number_of(letter.base.encode_utf8(&mut [0; 4])), 1),
            };
            let after = letters.get(at + length);
            match sound {
                Some(sound) => {
                    let way = voiced(self.way(sound), after);
                    let shouted = letters.get(at + 1).is_some_and(|next| next.upper)
                        || (at.checked_sub(1).and_then(|before| letters.get(before)))
                            .is_some_and(|before| before.upper);
                    push(&mut latin, &way, letter.upper, shouted);
                }
                // No one has the raised dot on a Latin keyboard.
                None if matches!(letter.sign, '·' | '\u{387}') => latin.push(','),
                None if letter.sign == '\u{37e}' || letter.sign == ';' => latin.push(self.question),
                None => latin.extend([letter.sign].into_iter().chain(letter.marks.iter().copied())),
            }
            at += length;
        }
        latin.nfc().collect()
    }

    /// A word in Latin letters (folded) as it would most likely be spelled in Greek.
    pub fn guess(&self, latin: &str) -> String {
        let mut greek = String::with_capacity(2 * latin.len());
        let mut rest = latin;
        while let Some(letter) = rest.chars().next() {
            let own = |typed: &Typed| self.ways.get(typed.sound as usize) == Some(&typed.way);
            let likely = |typed: &Typed| {
                (typed.latin().len(), !typed.is_slip(), own(typed), std::cmp::Reverse(typed.way))
            };
            match typed_first(rest).max_by_key(|(typed, _)| likely(typed)) {
                Some((typed, letters)) => {
                    greek.push_str(typed.sound().greek);
                    rest = rest.get(letters.len()..).unwrap_or("");
                }
                None => {
                    greek.push(letter);
                    rest = rest.get(letter.len_utf8()..).unwrap_or("");
                }
            }
        }
        greek
    }

    fn way(&self, sound: u8) -> &'static str {
        let way = self.ways.get(sound as usize).copied().unwrap_or(0);
        SOUNDS[sound as usize].usual.get(way as usize).copied().unwrap_or("")
    }
}

/// What goes together: a writer who types η as h types ω as w, and υ as y.
#[derive(Debug, Clone, Copy)]
struct Style {
    by_spelling: bool,
    by_sound: bool,
    chi_is_x: bool,
}

impl Style {
    fn of(votes: &Votes) -> Style {
        let is = |greek: &str, way: &str| votes.way(greek) == Some(way);
        Style {
            by_spelling: is("η", "h") || is("ω", "w"),
            by_sound: is("αι", "e") || is("οι", "i") || is("ει", "i"),
            chi_is_x: !is("ξ", "x"),
        }
    }

    fn way(self, greek: &str) -> &'static str {
        match greek {
            "η" if !self.by_spelling => "i",
            "ω" if !self.by_spelling => "o",
            "υ" if self.by_sound => "i",
            "αι" if self.by_sound => "e",
            "ει" | "οι" if self.by_sound => "i",
            "αυ" if self.by_sound => "av",
            "ευ" if self.by_sound => "ev",
            "χ" if !self.chi_is_x => "h",
            _ => number_of(greek)
                .and_then(|sound| SOUNDS[sound as usize].usual.first().copied())
                .unwrap_or(""),
        }
    }
}

/// A letter of a Greek text, or another sign.
struct Letter {
    sign: char,
    /// In lower case, ς as σ.
    base: char,
    upper: bool,
    marks: Vec<char>,
}

impl Letter {
    /// Whether this letter and the next are one sound: no accent on it, and nothing keeps the next one apart.
    fn joins(&self, next: &Letter) -> bool {
        self.marks.is_empty() && !next.marks.contains(&DIALYTIKA)
    }
}

fn letters(text: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::new();
    for sign in text.nfd() {
        let mark = matches!(sign, '\u{300}'..='\u{36f}');
        match letters.last_mut() {
            Some(last) if mark => last.marks.push(sign),
            _ => {
                let base = sign.to_lowercase().next().unwrap_or(sign);
                let base = if base == 'ς' { 'σ' } else { base };
                letters.push(Letter { sign, base, upper: sign.is_uppercase(), marks: Vec::new() });
            }
        }
    }
    letters
}

/// By sound, αυ and ευ end in f before a voiceless letter and in v elsewhere.
fn voiced(way: &str, after: Option<&Letter>) -> String {
    let voiceless = after.is_none_or(|after| "θκξπστφχψ".contains(after.base) || after.base == ' ');
    match way {
        "av" | "af" => format!("a{}", if voiceless { 'f' } else { 'v' }),
        "ev" | "ef" => format!("e{}", if voiceless { 'f' } else { 'v' }),
        other => other.to_owned(),
    }
}

fn push(latin: &mut String, way: &str, upper: bool, shouted: bool) {
    for (index, letter) in way.chars().enumerate() {
        let upper = upper && (index == 0 || shouted);
        latin.push(if upper { letter.to_ascii_uppercase() } else { letter });
    }
}
