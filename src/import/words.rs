//! The words of a cell one by one, and the places in it that are left open.

use crate::text::name_key;

/// Signs of the phrase language.
const SIGNS: [char; 12] = ['<', '>', '{', '}', '(', ')', '[', ']', '|', '^', '$', '\\'];

/// Words with which no phrase and no wording ends: what follows them is for the agent to fill in.
pub const NEVER_LAST: &[&str] = &[
    "αν", "εαν", "οταν", "μολισ", "με", "να", "σε", "για", "απο", "οτι", "και", "αλλα", "θα",
    "ωστε", "η", "ή", "the", "if", "when", "but", "once", "and", "or", "to", "by", "with", "for",
];

/// Words with which a remark to colleagues begins: what they have to fill in.
const HINTS: &[&str] = &[
    "αναφ", "συμπληρ", "βαζουμε", "βαλτε", "γραφουμε", "γραψτε", "λεμε", "πειτε", "δινουμε",
    "δωστε", "προσθετ", "προσθεσ", "ονομα", "ημερομηνια", "ωρα", "ποσο", "αριθμ", "ημερα", "εξηγ",
    "δηλων", "εδω", "π.χ", "insert", "add", "mention", "state", "give", "fill", "name", "date",
    "time", "amount", "number", "explain", "reason", "e.g", "say", "your",
];
/// The longest remark that is taken for a blank, in words.
const MAX_HINT_WORDS: usize = 6;

/// A word of a cell, or a place that is left open.
pub struct Word<'c> {
    /// Its letters.
    pub core: &'c str,
    /// What stands before its letters.
    opening: &'c str,
    /// What stands after them.
    pub closing: &'c str,
    /// The word before it; empty for the first.
    pub before: &'c str,
    /// It is left open: `...`, `___`, `[…]`, `ΧΧΧ`.
    pub is_gap: bool,
    /// It is left open by dots: what follows in the draft stays.
    pub is_dots: bool,
    /// What belongs there, if the cell says so.
    pub hint: Option<&'c str>,
}

impl Word<'_> {
    /// What is written in a place that is left open, as it compares: `[ποσό]`, `ΧΧ`; empty for dots and lines.
    pub fn label(&self) -> String {
        name_key(self.hint.unwrap_or(self.core))
    }

    /// Another spelling in place of its letters, with the signs around them.
    pub fn around(&self, spelling: &str) -> String {
        format!("{}{spelling}{}", escaped(self.opening), escaped(self.closing))
    }
}

/// The words of a cell one by one.
pub struct Words<'c> {
    rest: &'c str,
    before: &'c str,
}

impl<'c> Words<'c> {
    /// The words of a text.
    pub fn of(text: &'c str) -> Words<'c> {
        Words { rest: text.trim(), before: "" }
    }

    /// Dots or a line at the start of what is left, with the signs after them.
    fn open_run(&mut self) -> Option<Word<'c>> {
        let is_dots = self.rest.starts_with("..") || self.rest.starts_with('…');
        if !is_dots && !self.rest.starts_with("__") {
            return None;
        }
        let run = if is_dots {
            full_stop_behind_dots(self.rest)
                .unwrap_or_else(|| self.rest.trim_start_matches(['.', '…', '_']))
        } else {
            self.rest.trim_start_matches('_')
        };
        let end = run.find(|sign| !matches!(sign, ',' | ';' | ':' | '!' | '?' | '.' | ')' | '»'));
        let (closing, rest) = run.split_at(end.unwrap_or(run.len()));
        let before = std::mem::take(&mut self.before);
        self.rest = rest;
        Some(Word { core: "", opening: "", closing, before, is_gap: true, is_dots, hint: None })
    }
}

impl<'c> Iterator for Words<'c> {
    type Item = Word<'c>;

    fn next(&mut self) -> Option<Word<'c>> {
        self.rest = self.rest.trim_start();
        if self.rest.is_empty() {
            return None;
        }
        if let Some((hint, closing, rest)) = open_place(self.rest) {
            self.rest = rest;
            let before = std::mem::take(&mut self.before);
            let is_dots = false;
            return Some(Word {
                core: "",
                opening: "",
                closing,
                before,
                is_gap: true,
                is_dots,
                hint,
            });
        }
        if let Some(open) = self.open_run() {
            return Some(open);
        }
        let before = self.before;
        let end = self.rest.find(char::is_whitespace).unwrap_or(self.rest.len());
        // «είναι.... μέχρι»: the dots are a word of their own.
        let dots = ["..", "…", "__", "[", "(…", "(.."]
            .iter()
            .filter_map(|sign| self.rest.find(sign))
            .min();
        let end = dots.filter(|at| *at > 0).map_or(end, |at| end.min(at));
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        let start = word.find(char::is_alphanumeric).unwrap_or(word.len());
        let stop = word.rfind(char::is_alphanumeric).map_or(start, |at| {
            at + word.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
        });
        let (opening, core) = word.split_at(start);
        let (core, closing) = core.split_at(stop - start);
        self.before = core;
        let is_gap = is_placeholder(core) || is_line_of_signs(word);
        let opening = if core.is_empty() && is_gap { "" } else { opening };
        Some(Word { core, opening, closing, before, is_gap, is_dots: false, hint: None })
    }
}

/// What is left behind dots that end a sentence, from its full stop on: «στις ……. Το βλέπουμε».
fn full_stop_behind_dots(text: &str) -> Option<&str> {
    let run = text.trim_start_matches('…');
    let next = run.strip_prefix(". ")?;
    let ends = run.len() < text.len() && next.trim_start().starts_with(char::is_uppercase);
    ends.then_some(run)
}

/// `ΧΧΧ`, `ΧΧ,ΧΧ`, in Greek or Latin letters; `ΗΗ/ΜΜ`, `HH:MM`: capitals that stand for digits.
fn is_placeholder(core: &str) -> bool {
    let is_sign = |sign: char| matches!(sign, '/' | '.' | ':' | '-' | ',');
    let letters = core.chars().filter(|sign| sign.is_alphabetic()).count();
    let crosses =
        letters > 1 && core.chars().all(|sign| matches!(sign, 'Χ' | 'X') || is_sign(sign));
    let same = |group: &str| {
        let first = group.chars().next();
        let length = group.chars().count();
        matches!(length, 2 | 4) && group.chars().all(|it| Some(it) == first && it.is_uppercase())
    };
    crosses || core.contains(is_sign) && core.split(is_sign).all(same)
}

/// `***`, `####`: signs that stand for words.
fn is_line_of_signs(word: &str) -> bool {
    let mut signs = word.chars();
    let first = signs.next().filter(|sign| matches!(sign, '*' | '#'));
    first.is_some() && word.len() > 1 && signs.all(|sign| Some(sign) == first)
}

/// `[hint]`, `{hint}` or `<hint>` at the start of a text: the hint, the signs right after it, and the rest. In round brackets
/// stands a hint where it tells colleagues what to fill in.
fn open_place(text: &str) -> Option<(Option<&str>, &str, &str)> {
    const BRACKETS: [(&str, &str); 6] =
        [("{{", "}}"), ("[[", "]]"), ("[", "]"), ("{", "}"), ("<", ">"), ("(", ")")];
    let (open, close) = *BRACKETS.iter().find(|(open, _)| text.starts_with(*open))?;
    let (inside, rest) = text.strip_prefix(open)?.split_once(close)?;
    let is_open = inside.chars().all(|sign| matches!(sign, '.' | '…' | '_' | ' '));
    if open == "(" && !is_remark(inside) && !is_open
        || open == "<" && inside.split_whitespace().count() > MAX_HINT_WORDS
    {
        return None;
    }
    let hint = Some(inside.trim()).filter(|hint| hint.contains(char::is_alphanumeric));
    let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
    let (closing, rest) = rest.split_at(end);
    let is_plain = !closing.contains(char::is_alphanumeric);
    is_plain.then_some((hint, closing, rest))
}

/// Whether brackets tell colleagues what to fill in.
pub fn is_remark(inside: &str) -> bool {
    let key = name_key(inside);
    key.split_whitespace().count() <= MAX_HINT_WORDS
        && HINTS.iter().any(|hint| key.starts_with(hint))
}

/// Plain words, with the signs of the phrase language meaning themselves.
pub fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for sign in words.chars() {
        if SIGNS.contains(&sign) {
            out.push('\\');
        }
        out.push(sign);
    }
    out
}
