//! The one pass over the draft: letters to words, the rest to separators.

use std::str::CharIndices;

use super::lookalike::unmix;
use super::table::{Class, Entry, Script, TABLE, Table, Traits, is_stress};
use super::{Between, Folded, NO_ACCENT, Separator, Word, WordFlags};

/// The hash of a word's folded letters, added one by one.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct WordHash(u32);

impl WordHash {
    #[inline]
    pub fn add(&mut self, letter: char) {
        // The multiplier of rustc's Fx hash; words are short and compared exactly afterwards.
        self.0 = (self.0.rotate_left(5) ^ letter as u32).wrapping_mul(0x9e37_79b9);
    }

    #[inline]
    pub fn finish(self) -> u32 {
        self.0 ^ (self.0 >> 15)
    }
}

/// The word that is being read.
struct Open {
    start: usize,
    end: usize,
    fold_start: usize,
    hash: WordHash,
    letters: u32,
    uppers: u32,
    first_upper: bool,
    accent: u8,
    /// Of all its letters together.
    traits: Traits,
    last: Entry,
}

impl Open {
    /// Notes which letter carries the first accent.
    fn accent(&mut self, letter: u32) {
        if self.accent == NO_ACCENT {
            self.accent = u8::try_from(letter).unwrap_or(NO_ACCENT - 1).min(NO_ACCENT - 1);
        }
    }
}

struct Scanner<'a> {
    folded: Folded<'a>,
    open: Option<Open>,
    signs: Between,
    mark: Option<(usize, usize)>,
    /// Greek words less others: names of products are Latin in a Greek draft too.
    balance: i64,
    /// A sign was read that may open a zone.
    zone_signs: bool,
}

/// Words and separators, and whether there is a sign that may open a zone; zones and sentences are
/// marked afterwards.
pub(super) fn scan(draft: &str) -> (Folded<'_>, bool) {
    // Six bytes a word, its space included: seldom too few.
    let words = draft.len() / 6 + 1;
    let folded = Folded {
        draft,
        text: String::with_capacity(draft.len()),
        words: Vec::with_capacity(words),
        separators: Vec::with_capacity(words + 1),
        sentences: Vec::new(),
        zones: Vec::new(),
        accented: false,
        greek: false,
    };
    let mut scanner = Scanner {
        folded,
        open: None,
        signs: Between::empty(),
        mark: None,
        balance: 0,
        zone_signs: false,
    };
    scanner.run(&TABLE);
    let zone_signs = scanner.zone_signs;
    (scanner.finish(), zone_signs)
}

impl<'a> Scanner<'a> {
    fn run(&mut self, table: &Table) {
        let mut letters = self.folded.draft.char_indices();
        let mut next = letters.next();
        while let Some((at, letter)) = next {
            let entry = table.entry(letter);
            if entry.in_word() {
                next = self.letters(table, at, entry, &mut letters);
                continue;
            }
            let end = letters.offset();
            match entry.class {
                Class::Mark => self.accent(letter, end),
                Class::Invisible => (),
                class => self.sign(class, letter, at, end),
            }
            next = letters.next();
        }
    }

    /// Letters from `at` on, up to the first other sign, which is given back. Most of a draft is read
    /// here, so the open word stays in a local variable, and the loop does no more than it must.
    #[inline]
    fn letters(
        &mut self,
        table: &Table,
        at: usize,
        mut entry: Entry,
        letters: &mut CharIndices<'a>,
    ) -> Option<(usize, char)> {
        let mut open = self.open.take().unwrap_or_else(|| self.begin(at, entry));
        let sign = loop {
            if entry.traits.contains(Traits::ACCENTED) {
                open.accent(open.letters);
            }
            open.hash.add(entry.folded);
            self.folded.text.push(entry.folded);
            open.traits |= entry.traits;
            open.letters += u32::from(entry.traits.contains(Traits::LETTER));
            open.uppers += u32::from(entry.traits.contains(Traits::UPPER));
            let Some((next, letter)) = letters.next() else { break None };
            let following = table.entry(letter);
            if !following.in_word() {
                break Some((next, letter));
            }
            entry = following;
        };
        open.end = sign.map_or(self.folded.draft.len(), |(at, _)| at);
        open.last = entry;
        self.open = Some(open);
        sign
    }

    fn begin(&mut self, at: usize, entry: Entry) -> Open {
        let signs = std::mem::replace(&mut self.signs, Between::empty());
        let (from, to) = self.mark.take().unwrap_or((at, at));
        self.folded.separators.push(Separator { signs, mark: (from as u32, to as u32) });
        Open {
            start: at,
            end: at,
            fold_start: self.folded.text.len(),
            hash: WordHash::default(),
            letters: 0,
            uppers: 0,
            first_upper: entry.traits.contains(Traits::UPPER),
            accent: NO_ACCENT,
            traits: Traits::empty(),
            last: entry,
        }
    }

    /// An accent that stands as a character of its own (decomposed text).
    fn accent(&mut self, mark: char, end: usize) {
        if let Some(open) = &mut self.open {
            open.end = end;
            if is_stress(mark) && open.letters > 0 {
                open.accent(open.letters - 1);
            }
        }
    }

    fn sign(&mut self, class: Class, letter: char, at: usize, end: usize) {
        if class == Class::Space {
            return self.space();
        }
        self.zone_signs |= class.may_open_zone();
        if self.open.is_some() && self.joins(class, end) {
            return;
        }
        self.close();
        self.fold_sign(class, letter);
        let bit = match class {
            Class::LineBreak => return self.line_break(letter, at),
            Class::Comma => Between::COMMA,
            Class::Dot if self.mark.is_some_and(|(_, to)| to == at) => Between::ELLIPSIS,
            Class::Dot => Between::DOT,
            Class::Ellipsis => Between::ELLIPSIS,
            Class::Exclamation => Between::EXCLAMATION,
            Class::Question => Between::QUESTION,
            Class::Semicolon => Between::SEMICOLON,
            Class::Colon | Class::Stop => Between::STOP,
            Class::Hyphen => self.hyphen(at, end),
            Class::Bracket => Between::BRACKET,
            Class::SquareOpen | Class::SquareClose => Between::SQUARE,
            Class::QuoteOpen | Class::QuoteClose | Class::QuoteEither => Between::QUOTE,
            Class::Emoji => Between::EMOJI,
            _ => Between::LIGHT,
        };
        self.signs |= bit;
        let ends = Between::DOT
            | Between::ELLIPSIS
            | Between::EXCLAMATION
            | Between::QUESTION
            | Between::SEMICOLON;
        if ends.contains(bit) {
            self.end_mark(at, end);
        }
    }

    /// By far the most common sign.
    fn space(&mut self) {
        self.close();
        let text = &mut self.folded.text;
        if !text.is_empty() && !text.ends_with(' ') {
            text.push(' ');
        }
        self.signs |= Between::SPACE;
    }

    fn end_mark(&mut self, at: usize, end: usize) {
        match &mut self.mark {
            Some((_, to)) if *to == at => *to = end,
            Some(_) => (),
            none => *none = Some((at, end)),
        }
    }

    fn line_break(&mut self, letter: char, at: usize) {
        let pair = letter == '\n' && self.folded.draft[..at].ends_with('\r');
        if pair {
            return;
        }
        self.signs |=
            if self.signs.contains(Between::LINE) { Between::PARAGRAPH } else { Between::LINE };
    }

    /// A dash with a space before it or after it divides; inside a word it joins.
    fn hyphen(&self, at: usize, end: usize) -> Between {
        let draft = self.folded.draft;
        let before = draft[..at].chars().next_back().is_none_or(char::is_whitespace);
        let after = draft[end..].chars().next().is_none_or(char::is_whitespace);
        if before || after { Between::STOP } else { Between::LIGHT }
    }

    /// Whether a sign inside an open word belongs to it: the apostrophe of can't, the comma of 3,50, a stray `**`.
    fn joins(&mut self, class: Class, end: usize) -> bool {
        let Some(open) = &mut self.open else { return false };
        // Looked up only where it matters: most signs are spaces.
        let rest = self.folded.draft.get(end..).unwrap_or("");
        let mut following = rest.chars().map(|letter| TABLE.entry(letter));
        let digit = |entry: Entry| entry.folded.is_ascii_digit();
        match class {
            Class::Dot | Class::Comma | Class::Colon | Class::Slash
                if digit(open.last) && following.next().is_some_and(digit) =>
            {
                let sign = if class == Class::Comma { ',' } else { '.' };
                open.hash.add(sign);
                self.folded.text.push(sign);
                true
            }
            // «ό,τι» is one word.
            Class::Comma
                if self.folded.text.get(open.fold_start..) == Some("ο") && starts_with_ti(rest) =>
            {
                open.hash.add(',');
                self.folded.text.push(',');
                true
            }
            Class::Apostrophe => {
                let letter = following.next().is_some_and(|entry| entry.class == Class::Letter);
                self.apostrophe(end, letter)
            }
            // At most two more signs (`***`), so that a long run of them is not read again and again.
            Class::Emphasis => {
                let after = following.by_ref().take(3).find(|entry| entry.class != Class::Emphasis);
                after.is_some_and(|entry| entry.class == Class::Letter)
            }
            _ => false,
        }
    }

    /// Latin: inside a word (can't). Greek: ends an elided word and belongs to it (γι' αυτό).
    fn apostrophe(&mut self, end: usize, letter_follows: bool) -> bool {
        let Some(open) = &mut self.open else { return false };
        let greek = open.traits.contains(Traits::GREEK);
        let elided = greek && is_elided(self.folded.text.get(open.fold_start..).unwrap_or(""));
        if !(elided || (!greek && letter_follows)) {
            return false;
        }
        open.hash.add('\'');
        self.folded.text.push('\'');
        open.end = end;
        if greek {
            self.close();
            self.signs |= Between::LIGHT;
        }
        true
    }

    fn fold_sign(&mut self, class: Class, letter: char) {
        let text = &mut self.folded.text;
        match class {
            Class::LineBreak if text.is_empty() || text.ends_with(' ') => (),
            Class::LineBreak => text.push(' '),
            Class::Emphasis | Class::Backtick => (),
            Class::Apostrophe => text.push('\''),
            Class::Hyphen => text.push('-'),
            _ => text.push(letter),
        }
    }

    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        let traits = open.traits;
        let mut flags = WordFlags::empty();
        flags.set(WordFlags::GREEK, traits.contains(Traits::GREEK));
        flags.set(WordFlags::LATIN, traits.contains(Traits::LATIN));
        flags.set(WordFlags::DIGIT, traits.contains(Traits::DIGIT));
        flags.set(WordFlags::CAPITAL, open.first_upper);
        flags.set(WordFlags::ALL_CAPS, open.letters >= 2 && open.uppers == open.letters);
        flags.set(WordFlags::SINGLE, open.letters == 1 && open.uppers == 1);
        let mut word = Word {
            start: open.start as u32,
            end: open.end as u32,
            fold_start: open.fold_start as u32,
            fold_end: self.folded.text.len() as u32,
            hash: open.hash.finish(),
            sentence: 0,
            accent: open.accent,
            flags,
        };
        let mixed = traits.contains(Traits::GREEK | Traits::LATIN);
        if mixed || traits.contains(Traits::CYRILLIC) {
            self.unmix(&mut word);
        }
        let greek = word.flags.contains(WordFlags::GREEK);
        self.folded.accented |= greek && open.accent != NO_ACCENT && open.letters > 1;
        if open.letters > 0 {
            self.balance += if greek { 1 } else { -1 };
        }
        self.folded.words.push(word);
    }

    fn unmix(&mut self, word: &mut Word) {
        let Some(raw) = self.folded.draft.get(word.span()) else { return };
        let Some(read) = unmix(raw) else { return };
        self.folded.text.truncate(word.fold_start as usize);
        self.folded.text.push_str(&read);
        word.fold_end = self.folded.text.len() as u32;
        word.hash = super::hash(&read);
        let greek = read.chars().any(|letter| TABLE.entry(letter).script == Script::Greek);
        word.flags.remove(WordFlags::GREEK | WordFlags::LATIN);
        word.flags.insert(if greek { WordFlags::GREEK } else { WordFlags::LATIN });
    }

    fn finish(mut self) -> Folded<'a> {
        self.close();
        let end = self.folded.draft.len();
        let (from, to) = self.mark.unwrap_or((end, end));
        self.folded
            .separators
            .push(Separator { signs: self.signs, mark: (from as u32, to as u32) });
        let words = self.folded.words.iter().any(|word| word.flags.contains(WordFlags::GREEK));
        self.folded.greek = words && self.balance >= 0;
        self.folded
    }
}

fn starts_with_ti(rest: &str) -> bool {
    let letters: String = rest.chars().take(3).map(|letter| TABLE.entry(letter).folded).collect();
    letters.starts_with("τι")
        && letters.chars().nth(2).is_none_or(|letter| !letter.is_alphanumeric())
}

/// Whether Greek letters before an apostrophe are a word that lost its last vowel: γι', σ', απ'.
fn is_elided(letters: &str) -> bool {
    let short = letters.chars().count() <= 4;
    let vowel_or_ending = |letter: char| "αεηιουωσν".contains(letter);
    matches!(letters, "γι" | "κι" | "σ" | "ν") || (short && !letters.ends_with(vowel_or_ending))
}
