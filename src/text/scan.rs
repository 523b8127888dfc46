//! The one pass over a draft: letters become folded words, everything between them becomes separators.
//!
//! One pass keeps folding linear and lets every word keep its bytes in the draft.

mod word;

use super::table::{Class, Entry, TABLE, Table, Traits, is_stress};
use super::{Between, Folded, Separator};
use word::OpenWord;

/// The pass over the draft.
struct Scanner<'a> {
    folded: Folded<'a>,
    open: Option<OpenWord>,
    signs: Between,
    mark: Option<(usize, usize)>,
    /// Greek words less others: names of products are Latin in a Greek draft too.
    balance: i64,
    /// There is a Greek word.
    greek_words: bool,
    /// A sign was read that may open a zone.
    zone_signs: bool,
    /// An apostrophe is before a word or after it.
    apostrophes: bool,
    /// Two words are divided by a dot alone.
    dotted: bool,
}

/// Where zones are worth looking for.
pub(super) struct Hints {
    /// There is a sign that may open a zone.
    pub zone_signs: bool,
    /// An apostrophe is before a word or after it: it may open a quotation, or the word has lost its beginning.
    pub apostrophes: bool,
    /// Two words are divided by a dot alone.
    pub dotted: bool,
}

/// Words and separators; zones and sentences are marked afterwards.
pub(super) fn scan<'a>(room: Folded<'_>, draft: &'a str) -> (Folded<'a>, Hints) {
    let folded = emptied(room, draft);
    let mut scanner = Scanner {
        folded,
        open: None,
        signs: Between::empty(),
        mark: None,
        balance: 0,
        greek_words: false,
        zone_signs: false,
        apostrophes: false,
        dotted: false,
    };
    scanner.run(&TABLE);
    let hints = Hints {
        zone_signs: scanner.zone_signs,
        apostrophes: scanner.apostrophes,
        dotted: scanner.dotted,
    };
    (scanner.finish(), hints)
}

/// The room of an earlier fold, empty and wide enough.
fn emptied<'a>(room: Folded<'_>, draft: &'a str) -> Folded<'a> {
    let Folded { mut bytes, mut words, mut separators, mut sentences, mut zones, .. } = room;
    bytes.clear();
    bytes.reserve(draft.len());
    // Four bytes a word, its space included: seldom too few.
    let most = draft.len() / 4 + 1;
    words.clear();
    words.reserve(most);
    separators.clear();
    separators.reserve(most + 1);
    sentences.clear();
    sentences.reserve(draft.len() / 32 + 1);
    zones.clear();
    Folded { draft, bytes, words, separators, sentences, zones, accented: false, greek: false }
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

    /// An accent that is a character of its own (decomposed text).
    fn accent(&mut self, mark: char, end: usize) -> usize {
        if matches!(mark, '\u{384}' | '\u{1ffd}') && self.is_apostrophe(end) {
            return end;
        }
        if let Some(open) = &mut self.open {
            open.end = end;
            if is_stress(mark) && open.letters > 0 {
                open.accent(Traits::ACCENTED, open.letters - 1);
            }
        }
        end
    }

    /// Whether an accent of its own that ends at `end` is typed for an apostrophe, as Greek keyboards invite to:
    /// «απ΄ το». It then ends its word.
    fn is_apostrophe(&mut self, end: usize) -> bool {
        let rest = self.folded.draft.get(end..).unwrap_or("");
        let letter = rest.chars().next().is_some_and(|next| TABLE.entry(next).in_word());
        self.open.is_some() && !letter && self.apostrophe(end, false)
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
            Class::Bracket | Class::BraceOpen => Between::BRACKET,
            Class::SquareOpen | Class::SquareClose => Between::SQUARE,
            Class::QuoteOpen | Class::QuoteClose | Class::QuoteEither => Between::QUOTE,
            Class::Emoji => Between::EMOJI,
            // Not the one within a word, which most English drafts have.
            Class::Apostrophe => {
                self.apostrophes = true;
                Between::LIGHT
            }
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
        if self.folded.bytes.last().is_some_and(|last| *last != b' ') {
            self.folded.bytes.push(b' ');
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
                if self.folded.bytes.last().is_some_and(u8::is_ascii_digit)
                    && following.next().is_some_and(digit) =>
            {
                let sign = if class == Class::Comma { b',' } else { b'.' };
                self.folded.bytes.push(sign);
                true
            }
            // «ό,τι» is one word, and "o,ti" in Greeklish.
            Class::Comma
                if ["ο", "o"]
                    .map(|letter| Some(letter.as_bytes()))
                    .contains(&self.folded.bytes.get(open.fold_start..))
                    && starts_with_ti(rest) =>
            {
                self.folded.bytes.push(b',');
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
        let letters =
            || std::str::from_utf8(self.folded.bytes.get(open.fold_start..).unwrap_or(&[]));
        let elided = greek && letters().is_ok_and(is_elided);
        if !(elided || (!greek && letter_follows)) {
            return false;
        }
        self.folded.bytes.push(b'\'');
        open.end = end;
        if greek {
            self.close();
            self.signs |= Between::LIGHT;
        }
        true
    }

    fn fold_sign(&mut self, class: Class, letter: char) {
        match class {
            Class::LineBreak if self.folded.bytes.last().is_none_or(|last| *last == b' ') => (),
            Class::LineBreak => self.push(' '),
            Class::Emphasis | Class::Backtick => (),
            Class::Apostrophe => self.push('\''),
            Class::Hyphen => self.push('-'),
            _ => self.push(letter),
        }
    }

    #[inline]
    fn close(&mut self) {
        if let Some(open) = self.open.take() {
            self.close_word(&open);
        }
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
pub(super) fn is_elided(letters: &str) -> bool {
    let short = letters.chars().count() <= 4;
    let vowel_or_ending = |letter: char| "αεηιουωσν".contains(letter);
    matches!(letters, "γι" | "κι" | "σ" | "ν") || (short && !letters.ends_with(vowel_or_ending))
}
