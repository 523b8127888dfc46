//! Known Greek words, found by what a word in Latin letters may stand for.

use std::ops::Range;

use super::sounds::{Typed, typed_first};

/// A word in Latin letters is read in at most this many ways.
const MAX_READINGS: usize = 16;
/// Steps for one word: far more than any needs, so that a malicious one cannot stall.
const MAX_STEPS: u32 = 2_000;
/// A longer word is no Greek one.
const LONGEST_WORD: usize = 40;
/// A word of this many letters may have two slips, a shorter one has one.
const LONG_WORD: usize = 8;

/// Letters from α to ω, final ς included.
const LETTERS: usize = 25;
/// Entries of [`Spellings::starts`] for each first letter: the letter alone, then with each second one.
const STARTS_PER_LETTER: usize = LETTERS + 1;

/// Greek words, folded, in order: every step through a word in Latin letters narrows them down.
#[derive(Debug, Default)]
pub struct Spellings {
    text: String,
    /// Bytes of `text`, by word.
    words: Vec<(u32, u32)>,
    /// The number of the first word that begins with these two letters or later ones, and the count of words at the
    /// end. Nearly all steps through an English word are about its first two letters; here they cost no search.
    starts: Vec<u32>,
}

/// A known word that a word in Latin letters may stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading<'s> {
    /// The Greek word, folded.
    pub word: &'s str,
    pub(super) typed: Vec<Typed>,
}

impl Reading<'_> {
    /// How often it was typed against the spelling.
    pub fn slips(&self) -> usize {
        self.typed.iter().filter(|typed| typed.is_slip()).count()
    }
}

impl Spellings {
    /// These words, folded; what is not Greek is left out.
    pub fn new<'w>(words: impl Iterator<Item = &'w str>) -> Spellings {
        let is_greek = |word: &&str| {
            word.chars().all(|letter| matches!(letter, 'α'..='ω' | '\'' | ',')) && !word.is_empty()
        };
        let mut words: Vec<&str> = words.filter(is_greek).collect();
        words.sort_unstable();
        words.dedup();
        let mut spellings = Spellings::default();
        let mut counts = vec![0; LETTERS * STARTS_PER_LETTER + 1];
        for word in words {
            let start = spellings.text.len() as u32;
            spellings.text.push_str(word);
            spellings.words.push((start, spellings.text.len() as u32));
            counts[start_of(word).map_or(0, |start| start + 1)] += 1;
        }
        let sums = counts.into_iter().scan(0, |sum, count: u32| {
            *sum += count;
            Some(*sum)
        });
        spellings.starts = sums.collect();
        spellings
    }

    /// The words that `latin` (folded) may stand for: those with the fewest slips, in their own order.
    pub fn read(&self, latin: &str) -> Vec<Reading<'_>> {
        let mut found = self.readings(latin, if latin.len() < LONG_WORD { 1 } else { 2 });
        let fewest = found.iter().map(Reading::slips).min();
        found.retain(|reading| Some(reading.slips()) == fewest);
        found
    }

    /// Whether `latin` (folded) may stand for a word without a slip. Much faster than [`Spellings::read`]; where this is
    /// false, every reading there has a slip.
    pub fn may_be_without_slip(&self, latin: &str) -> bool {
        !self.readings(latin, 0).is_empty()
    }

    fn readings(&self, latin: &str, slips: u32) -> Vec<Reading<'_>> {
        let mut descent = Descent {
            spellings: self,
            slips_left: slips,
            steps: 0,
            typed: Vec::new(),
            found: Vec::new(),
        };
        if latin.len() <= LONGEST_WORD && latin.is_ascii() {
            descent.descend(0..self.words.len(), 0, latin);
        }
        descent.found
    }

    fn word(&self, index: usize) -> &str {
        let (start, end) = self.words.get(index).copied().unwrap_or_default();
        self.text.get(start as usize..end as usize).unwrap_or("")
    }

    /// The words in `range`, which are all that have the same first `depth` bytes, that go on with `greek`.
    fn narrow(&self, range: Range<usize>, depth: usize, greek: &str) -> Range<usize> {
        let mut letters = greek.chars().map(letter_number);
        let indexed = match (depth, letters.next(), letters.next()) {
            (0, Some(Some(first)), None) => Some(self.starting(first, None)),
            (0, Some(Some(first)), Some(Some(second))) => Some(self.starting(first, Some(second))),
            (2, Some(Some(second)), None) => {
                let first = self.word(range.start).chars().next().and_then(letter_number);
                first.map(|first| self.starting(first, Some(second)))
            }
            _ => None,
        };
        indexed.unwrap_or_else(|| self.search(range, depth, greek))
    }

    /// The words that begin with one letter, or with two, by the numbers of the letters.
    fn starting(&self, first: usize, second: Option<usize>) -> Range<usize> {
        let begin = first * STARTS_PER_LETTER + second.map_or(0, |second| second + 1);
        let end = begin + if second.is_some() { 1 } else { STARTS_PER_LETTER };
        let at = |start: usize| self.starts.get(start).map_or(0, |at| *at as usize);
        at(begin)..at(end)
    }

    fn search(&self, range: Range<usize>, depth: usize, greek: &str) -> Range<usize> {
        let rest = |index: &(u32, u32)| {
            self.text.get(index.0 as usize + depth..index.1 as usize).unwrap_or("")
        };
        let here = self.words.get(range.clone()).unwrap_or(&[]);
        let first = here.partition_point(|word| rest(word) < greek);
        let here = here.get(first..).unwrap_or(&[]);
        let first = range.start + first;
        if here.first().is_none_or(|word| !rest(word).starts_with(greek)) {
            return first..first;
        }
        first..first + here.partition_point(|word| rest(word).starts_with(greek))
    }
}

/// The number of a Greek letter, from 0.
fn letter_number(letter: char) -> Option<usize> {
    let number = (letter as usize).checked_sub('α' as usize)?;
    (number < LETTERS).then_some(number)
}

/// Where a word belongs in [`Spellings::starts`]; `None` before all of them.
fn start_of(word: &str) -> Option<usize> {
    let mut letters = word.chars().map(letter_number);
    let first = letters.next().flatten()?;
    Some(first * STARTS_PER_LETTER + letters.next().flatten().map_or(0, |second| second + 1))
}

/// One way down through the words.
struct Descent<'s> {
    spellings: &'s Spellings,
    slips_left: u32,
    steps: u32,
    typed: Vec<Typed>,
    found: Vec<Reading<'s>>,
}

impl Descent<'_> {
    fn descend(&mut self, range: Range<usize>, depth: usize, latin: &str) {
        self.steps += 1;
        if range.is_empty() || self.steps > MAX_STEPS || self.found.len() >= MAX_READINGS {
            return;
        }
        if latin.is_empty() {
            self.take(range, depth);
            return;
        }
        for (typed, letters) in typed_first(latin) {
            if typed.is_slip() && self.slips_left == 0 {
                continue;
            }
            let greek = typed.sound().greek;
            let narrowed = self.spellings.narrow(range.clone(), depth, greek);
            let slip = u32::from(typed.is_slip());
            self.slips_left -= slip;
            self.typed.push(typed);
            let rest = latin.get(letters.len()..).unwrap_or("");
            self.descend(narrowed, depth + greek.len(), rest);
            self.typed.pop();
            self.slips_left += slip;
        }
    }

    /// The word that ends here, and the one that only lost a vowel after it (γι').
    fn take(&mut self, range: Range<usize>, depth: usize) {
        let whole = |word: &str| matches!(word.get(depth..), Some("" | "'"));
        for word in range.map(|index| self.spellings.word(index)).take(2).filter(|it| whole(it)) {
            let rival = self.found.iter_mut().find(|reading| reading.word == word);
            let reading = Reading { word, typed: self.typed.clone() };
            match rival {
                Some(rival) if rival.slips() <= reading.slips() => (),
                Some(rival) => *rival = reading,
                None => self.found.push(reading),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &[&str] = &[
        "δεν", "μπορω", "φορο", "βορο", "εχω", "εξω", "την", "τησ", "τισ", "γινεται", "γινετε",
        "γι'", "για", "ευχαριστω", "βοηθησω", "αλλα", "συγχωρω", "ψαχνω", "ειναι", "ουτε", "παιδι",
        "ελεγξω",
    ];

    fn read(latin: &str) -> Vec<&'static str> {
        let spellings = Spellings::new(WORDS.iter().copied());
        let found = spellings.read(latin).into_iter().map(|reading| reading.word.to_owned());
        let found: Vec<String> = found.collect();
        WORDS.iter().copied().filter(|word| found.contains(&(*word).to_owned())).collect()
    }

    #[test]
    fn every_habit_is_read() {
        for (latin, words) in [
            ("den", &["δεν"][..]),
            ("dhen", &["δεν"]),
            ("mporw", &["μπορω"]),
            ("mporo", &["μπορω"]),
            ("boro", &["μπορω", "βορο"]),
            ("foro", &["φορο"]),
            ("exw", &["εχω", "εξω"]),
            ("echo", &["εχω"]),
            ("ekso", &["εξω"]),
            ("e3w", &["εξω"]),
            ("thn", &["την"]),
            ("ths", &["τησ"]),
            ("tis", &["τησ", "τισ"]),
            ("ginete", &["γινεται", "γινετε"]),
            ("ginetai", &["γινεται"]),
            ("gi", &["γι'"]),
            ("ya", &["για"]),
            ("efxaristo", &["ευχαριστω"]),
            ("euxaristw", &["ευχαριστω"]),
            ("boh8hsw", &["βοηθησω"]),
            ("voithiso", &["βοηθησω"]),
            ("alla", &["αλλα"]),
            ("ala", &["αλλα"]),
            ("sygxwrw", &["συγχωρω"]),
            ("sinxoro", &["συγχωρω"]),
            ("4axnw", &["ψαχνω"]),
            ("ine", &["ειναι"]),
            ("oute", &["ουτε"]),
            ("ute", &["ουτε"]),
            ("pedi", &["παιδι"]),
            ("elegksw", &["ελεγξω"]),
            ("elenxo", &["ελεγξω"]),
            ("the", &[]),
            ("", &[]),
        ] {
            assert_eq!(read(latin), words, "{latin}");
        }
    }

    #[test]
    fn the_index_finds_what_a_search_finds() {
        let mut words = WORDS.to_vec();
        words.extend(["α", "ω", "ωσ", "αα", "ό,τι", "'ναι", "ο,τι", "α'"]);
        let spellings = Spellings::new(words.into_iter());
        let all = 0..spellings.words.len();
        for first in 'α'..='ω' {
            let one = first.to_string();
            let range = spellings.search(all.clone(), 0, &one);
            assert_eq!(spellings.narrow(all.clone(), 0, &one).len(), range.len(), "{one}");
            for second in 'α'..='ω' {
                let two = format!("{first}{second}");
                let found = spellings.search(all.clone(), 0, &two);
                let indexed = spellings.narrow(all.clone(), 0, &two);
                assert_eq!(indexed.len(), found.len(), "{two}");
                assert!(found.is_empty() || indexed == found, "{two}");
                if !range.is_empty() {
                    let indexed = spellings.narrow(range.clone(), 2, &second.to_string());
                    assert!(indexed == found || found.is_empty() && indexed.is_empty(), "{two}");
                }
            }
        }
    }

    #[test]
    fn a_hostile_word_ends() {
        let words: Vec<String> = (1..30).map(|length| "ιη".repeat(length)).collect();
        let spellings = Spellings::new(words.iter().map(String::as_str));
        assert!(spellings.read(&"i".repeat(40)).len() <= MAX_READINGS);
        assert!(spellings.read(&"i".repeat(41)).is_empty());
    }
}
