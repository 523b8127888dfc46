//! The one pass over the draft: letters to words, the rest to separators.

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
    first_upper: bool,
    accent: u8,
    /// Of all its letters together.
    traits: Traits,
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
    /// There is a Greek word.
    greek_words: bool,
    /// A sign was read that may open a zone.
    zone_signs: bool,
    /// Two words are divided by a dot alone.
    dotted: bool,
}

/// Where zones are worth looking for.
pub(super) struct Hints {
    /// There is a sign that may open a zone.
    pub zone_signs: bool,
    /// Two words are divided by a dot alone.
    pub dotted: bool,
}

/// Words and separators; zones and sentences are marked afterwards.
pub(super) fn scan(draft: &str) -> (Folded<'_>, Hints) {
    // Six bytes a word, its space included: seldom too few.
    let words = draft.len() / 6 + 1;
    let folded = Folded {
        draft,
        text: String::with_capacity(draft.len()),
        words: Vec::with_capacity(words),
        separators: Vec::with_capacity(words + 1),
        sentences: Vec::with_capacity(draft.len() / 64 + 1),
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
        greek_words: false,
        zone_signs: false,
        dotted: false,
    };
    scanner.run(&TABLE);
    let hints = Hints { zone_signs: scanner.zone_signs, dotted: scanner.dotted };
    (scanner.finish(), hints)
}

impl<'a> Scanner<'a> {
    fn run(&mut self, table: &Table) {
        let mut at = 0;
        while let Some((entry, end)) = table.read(self.folded.draft, at) {
            at = match entry.class {
                _ if entry.in_word() => self.letters(table, at, entry),
                Class::Mark => self.accent(entry.folded, end),
                Class::Invisible => end,
                Class::Space => self.space(end),
                class => self.sign(class, entry.folded, at, end),
            }
        }
    }

    /// Letters from `at` on, up to the first other sign, or past the space behind them. Most of a draft is
    /// read here, so the open word stays in a local variable, and the loops do no more than they must.
    #[inline]
    fn letters(&mut self, table: &Table, at: usize, first: Entry) -> usize {
        let draft = self.folded.draft;
        let mut open = self.open.take().unwrap_or_else(|| self.begin(at, first));
        let mut at = at;
        loop {
            let before = at;
            at = self.other_letters(table, at, &mut open);
            at = self.ascii_letters(table, at, &mut open);
            if at == before {
                break;
            }
        }
        open.end = at;
        if draft.as_bytes().get(at) == Some(&b' ') {
            // Nearly every word ends so; it need not be put away first.
            self.close_word(&open);
            return self.divide(at + 1);
        }
        self.open = Some(open);
        at
    }

    /// A run of ASCII letters is copied whole, then put in lower case if need be.
    #[inline]
    fn ascii_letters(&mut self, table: &Table, start: usize, open: &mut Open) -> usize {
        let draft = self.folded.draft;
        let letter = |byte: u8| byte.is_ascii() && table.ascii(byte).in_word();
        if !draft.as_bytes().get(start).copied().is_some_and(letter) {
            return start;
        }
        let mut traits = Traits::empty();
        let mut hash = open.hash;
        let rest = draft.as_bytes().get(start..).unwrap_or(&[]);
        let run = rest.iter().take_while(|byte| {
            let entry = table.ascii(**byte);
            let letter = byte.is_ascii() && entry.in_word();
            if letter {
                traits |= entry.traits;
                hash.add(entry.folded);
            }
            letter
        });
        let end = start + run.count();
        let letters = draft.get(start..end).unwrap_or("");
        let from = self.folded.text.len();
        self.folded.text.push_str(letters);
        if traits.contains(Traits::UPPER)
            && let Some(copied) = self.folded.text.get_mut(from..)
        {
            copied.make_ascii_lowercase();
        }
        let digits = if traits.contains(Traits::DIGIT) {
            letters.bytes().filter(|byte| !byte.is_ascii_alphabetic()).count()
        } else {
            0
        };
        open.letters += (letters.len() - digits) as u32;
        open.traits |= traits;
        open.hash = hash;
        end
    }

    /// A run of letters beyond ASCII. Text and counts are local while it is read, and put back after it.
    #[inline]
    fn other_letters(&mut self, table: &Table, start: usize, open: &mut Open) -> usize {
        let draft = self.folded.draft;
        let beyond = |at: usize| draft.as_bytes().get(at).is_some_and(|byte| !byte.is_ascii());
        if !beyond(start) {
            return start;
        }
        let mut text = std::mem::take(&mut self.folded.text);
        let (mut hash, mut traits, mut letters) = (open.hash, open.traits, open.letters);
        let mut at = start;
        while beyond(at)
            && let Some((entry, end)) = table.read(draft, at)
            && entry.in_word()
        {
            if entry.traits.contains(Traits::ACCENTED) {
                open.accent(letters);
            }
            hash.add(entry.folded);
            traits |= entry.traits;
            letters += u32::from((entry.traits & Traits::LETTER).bits());
            text.push(entry.folded);
            at = end;
        }
        (open.hash, open.traits, open.letters) = (hash, traits, letters);
        self.folded.text = text;
        at
    }

    fn begin(&mut self, at: usize, entry: Entry) -> Open {
        let signs = std::mem::replace(&mut self.signs, Between::empty());
        let (from, to) = self.mark.take().unwrap_or((at, at));
        self.folded.separators.push(Separator { signs, mark: (from as u32, to as u32) });
        self.dotted |= signs == Between::DOT;
        Open {
            start: at,
            end: at,
            fold_start: self.folded.text.len(),
            hash: WordHash::default(),
            letters: 0,
            first_upper: entry.traits.contains(Traits::UPPER),
            accent: NO_ACCENT,
            traits: Traits::empty(),
        }
    }

    /// An accent that stands as a character of its own (decomposed text).
    fn accent(&mut self, mark: char, end: usize) -> usize {
        if let Some(open) = &mut self.open {
            open.end = end;
            if is_stress(mark) && open.letters > 0 {
                open.accent(open.letters - 1);
            }
        }
        end
    }

    fn sign(&mut self, class: Class, letter: char, at: usize, end: usize) -> usize {
        self.zone_signs |= class.may_open_zone();
        if self.open.is_some() && self.joins(class, end) {
            return end;
        }
        self.close();
        self.fold_sign(class, letter);
        let bit = match class {
            Class::LineBreak => self.line_break(letter, at),
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
        if ends.intersects(bit) {
            self.end_mark(at, end);
        }
        end
    }

    fn space(&mut self, end: usize) -> usize {
        self.close();
        self.divide(end)
    }

    /// A space between words, which ends at `end`.
    #[inline]
    fn divide(&mut self, end: usize) -> usize {
        let text = &mut self.folded.text;
        if !text.is_empty() && !text.ends_with(' ') {
            text.push(' ');
        }
        self.signs |= Between::SPACE;
        end
    }

    fn end_mark(&mut self, at: usize, end: usize) {
        match &mut self.mark {
            Some((_, to)) if *to == at => *to = end,
            Some(_) => (),
            none => *none = Some((at, end)),
        }
    }

    fn line_break(&self, letter: char, at: usize) -> Between {
        let pair = letter == '\n' && self.folded.draft[..at].ends_with('\r');
        match self.signs.contains(Between::LINE) {
            _ if pair => Between::empty(),
            true => Between::PARAGRAPH,
            false => Between::LINE,
        }
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
                if self.folded.text.ends_with(|last: char| last.is_ascii_digit())
                    && following.next().is_some_and(digit) =>
            {
                let sign = if class == Class::Comma { ',' } else { '.' };
                open.hash.add(sign);
                self.folded.text.push(sign);
                true
            }
            // «ό,τι» is one word, and "o,ti" in Greeklish.
            Class::Comma
                if matches!(self.folded.text.get(open.fold_start..), Some("ο" | "o"))
                    && starts_with_ti(rest) =>
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

    #[inline]
    fn close(&mut self) {
        if let Some(open) = self.open.take() {
            self.close_word(&open);
        }
    }

    // Always: a word is closed where it is read, and stays in registers.
    #[inline(always)]
    fn close_word(&mut self, open: &Open) {
        let traits = open.traits;
        let kept = traits & (Traits::GREEK | Traits::LATIN | Traits::DIGIT);
        let mut flags = WordFlags::from_bits_retain(u16::from(kept.bits()));
        let upper = !traits.contains(Traits::LOWER);
        flags.set(WordFlags::CAPITAL, open.first_upper);
        flags.set(WordFlags::ALL_CAPS, upper && open.letters >= 2);
        flags.set(WordFlags::SINGLE, upper && open.letters == 1);
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
        self.greek_words |= greek;
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
        self.folded.greek = self.greek_words && self.balance >= 0;
        self.folded
    }
}

fn starts_with_ti(rest: &str) -> bool {
    let letters: String = rest.chars().take(3).map(|letter| TABLE.entry(letter).folded).collect();
    (letters.starts_with("τι") || letters.starts_with("ti"))
        && letters.chars().nth(2).is_none_or(|letter| !letter.is_alphanumeric())
}

/// Whether Greek letters before an apostrophe are a word that lost its last vowel: γι', σ', απ'.
fn is_elided(letters: &str) -> bool {
    let short = letters.chars().count() <= 4;
    let vowel_or_ending = |letter: char| "αεηιουωσν".contains(letter);
    matches!(letters, "γι" | "κι" | "σ" | "ν") || (short && !letters.ends_with(vowel_or_ending))
}
