//! From what people write in the right column to wordings.

use super::Options;
use super::agreement::{Said, Wording};
use super::alternatives::{Side, alternatives};
use super::avoid::{Gap, Phrases, escaped, push_word};
use super::verbs::Verbs;
use crate::text::name_key;

/// Words with which no wording ends: what follows them is for the agent to fill in.
const NEVER_LAST: &[&str] = &[
    "αν",
    "εαν",
    "οταν",
    "μολισ",
    "με",
    "να",
    "σε",
    "για",
    "απο",
    "οτι",
    "και",
    "αλλα",
    "θα",
    "ωστε",
    "η",
    "ή",
    "the",
    "if",
    "when",
    "but",
    "once",
    "and",
    "or",
    "to",
    "by",
    "with",
    "for",
];
/// Words that may follow a verb together with what was said of it.
const CONNECTIVES: [&str; 12] = [
    "αν",
    "εαν",
    "οταν",
    "μολισ",
    "εφοσον",
    "αφου",
    "οποτε",
    "if",
    "when",
    "once",
    "as",
    "provided",
];

/// Words with which a remark to colleagues begins: what they have to fill in.
const HINTS: &[&str] = &[
    "αναφ",
    "συμπληρ",
    "βαζουμε",
    "βαλτε",
    "γραφουμε",
    "γραψτε",
    "λεμε",
    "πειτε",
    "δινουμε",
    "δωστε",
    "προσθετ",
    "προσθεσ",
    "ονομα",
    "ημερομηνια",
    "ωρα",
    "ποσο",
    "αριθμ",
    "ημερα",
    "εξηγ",
    "δηλων",
    "εδω",
    "π.χ",
    "insert",
    "add",
    "mention",
    "state",
    "give",
    "fill",
    "name",
    "date",
    "time",
    "amount",
    "number",
    "explain",
    "reason",
    "e.g",
    "say",
    "your",
];
/// The longest remark that is taken for a blank, in words.
const MAX_HINT_WORDS: usize = 6;

/// A word of a cell, or a place that is left open.
pub struct Word<'c> {
    /// Its letters.
    pub core: &'c str,
    /// What stands before its letters.
    opening: &'c str,
    /// What stands behind them.
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

    /// Dots or a line at the start of what is left, with the signs behind them.
    fn open_run(&mut self) -> Option<Word<'c>> {
        let is_dots = self.rest.starts_with("..") || self.rest.starts_with('…');
        if !is_dots && !self.rest.starts_with("__") {
            return None;
        }
        let run = self.rest.trim_start_matches(['.', '…', '_']);
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
        let dots = ["..", "…", "__", "["].iter().filter_map(|sign| self.rest.find(sign)).min();
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
        let is_gap = is_placeholder(core);
        Some(Word { core, opening, closing, before, is_gap, is_dots: false, hint: None })
    }
}

/// `ΧΧΧ`, `ΧΧ/ΧΧ`, in Greek or Latin letters.
fn is_placeholder(core: &str) -> bool {
    let letters = core.chars().filter(|sign| sign.is_alphabetic()).count();
    letters > 1 && core.chars().all(|sign| matches!(sign, 'Χ' | 'X' | '/' | '.' | ':' | '-'))
}

/// `[hint]`, `{hint}` or `<hint>` at the start of a text: the hint, the signs right behind it, and the rest. In round brackets
/// stands a hint where it tells colleagues what to fill in.
fn open_place(text: &str) -> Option<(Option<&str>, &str, &str)> {
    const BRACKETS: [(char, char); 4] = [('[', ']'), ('{', '}'), ('<', '>'), ('(', ')')];
    let (open, close) = *BRACKETS.iter().find(|(open, _)| text.starts_with(*open))?;
    let (inside, rest) = text.strip_prefix(open)?.split_once(close)?;
    if open == '(' && !is_remark(inside)
        || open == '<' && inside.split_whitespace().count() > MAX_HINT_WORDS
    {
        return None;
    }
    let hint = Some(inside.trim()).filter(|hint| hint.contains(char::is_alphanumeric));
    let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
    let (closing, rest) = rest.split_at(end);
    let is_plain = !closing.contains(char::is_alphanumeric);
    is_plain.then_some((hint, closing, rest))
}

fn is_remark(inside: &str) -> bool {
    let key = name_key(inside);
    key.split_whitespace().count() <= MAX_HINT_WORDS
        && HINTS.iter().any(|hint| key.starts_with(hint))
}

/// The wordings of a cell, and whether one of them fits the phrase only as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wordings {
    /// In the language of wordings.
    pub wordings: Vec<String>,
    /// Nobody knows how one of them goes in another person.
    pub only_so: bool,
}

/// The wordings of a cell of the right column.
pub fn wordings(
    cell: &str,
    phrases: &Phrases,
    options: Options,
    verbs: &Verbs,
    hint: &str,
) -> Wordings {
    let blank = format!("[{}]", hint.replace(['[', ']'], ""));
    let mut all = Wordings::default();
    for part in alternatives(cell, Side::Right) {
        let composer = Composer { phrases, options, verbs, blank: &blank };
        let (wording, only_so) = composer.wording(&part);
        all.only_so |= only_so;
        if !wording.is_empty() && !all.wordings.contains(&wording) {
            all.wordings.push(wording);
        }
    }
    all
}

struct Composer<'a> {
    phrases: &'a Phrases,
    options: Options,
    verbs: &'a Verbs,
    blank: &'a str,
}

impl Composer<'_> {
    fn wording(&self, part: &str) -> (String, bool) {
        let part = part.trim();
        let bare =
            part.trim_end_matches(|sign: char| matches!(sign, '.' | '…') || sign.is_whitespace());
        let words: Vec<Word<'_>> = Words::of(bare).collect();
        let said = Wording {
            words: &words,
            verbs: self.verbs,
            found: self.phrases.verb.as_ref(),
            persons: self.options.verbs,
        };
        let mut gaps = self.phrases.gaps.iter().peekable();
        let (mut text, mut only_so) = (String::new(), false);
        for (at, word) in words.iter().enumerate() {
            match (word.is_gap, word.hint) {
                (true, Some(hint)) => {
                    let hint = format!("[{}]", hint.replace(['[', ']'], ""));
                    push_word(&mut text, &format!("{hint}{}", escaped(word.closing)));
                }
                (true, None) if text.is_empty() && word.is_dots => (),
                (true, None) => {
                    let gap = gaps.next_if(|gap| word.is_dots && self.takes(gap, word));
                    let open = gap.map_or_else(|| self.blank.to_owned(), |gap| gap.sign());
                    push_word(&mut text, &format!("{open}{}", escaped(word.closing)));
                }
                (false, _) => {
                    let is = said.said(at);
                    only_so |= is == Said::OnlySo;
                    push_said(&mut text, word, &is, said.takes_accusative(at));
                    let next = words.get(at + 1);
                    if gaps.peek().is_some_and(|gap| self.carries(gap, word, next))
                        && let Some(gap) = gaps.next()
                    {
                        push_word(&mut text, &gap.sign());
                    }
                }
            }
        }
        self.end(part, &words, &mut text, gaps.next());
        (text, only_so)
    }

    /// What an open end stands for: what follows in the draft, or a blank.
    fn end(&self, part: &str, words: &[Word<'_>], text: &mut String, gap: Option<&Gap>) {
        let goes_on = part.ends_with("..") || part.ends_with('…');
        let Some(last) = words.last().filter(|word| !word.is_gap) else { return };
        let dangles = NEVER_LAST.contains(&name_key(last.core).as_str());
        match gap {
            Some(gap) if goes_on && self.follows(gap, last) => push_word(text, &gap.sign()),
            _ if text.ends_with('}') => (),
            _ if goes_on || dangles => push_word(text, self.blank),
            _ => (),
        }
    }

    /// Whether dots in the middle of a wording stand for what this gap holds.
    fn takes(&self, gap: &Gap, dots: &Word<'_>) -> bool {
        !gap.is_rest || self.fits_behind(gap, dots.before, "")
    }

    fn follows(&self, gap: &Gap, last: &Word<'_>) -> bool {
        self.fits_behind(gap, last.core, last.before)
    }

    /// Whether what follows the phrase may follow this word: the same word, a form of the same verb, or any that is no
    /// conjunction.
    fn fits_behind(&self, gap: &Gap, word: &str, before: &str) -> bool {
        let key = name_key(word);
        let verb = self.verbs.read(word, before);
        let same_verb =
            gap.verb.as_ref().zip(verb).is_some_and(|(one, other)| one.name == other.name);
        let is_linking = verb.is_some_and(|verb| verb.name == "είμαι")
            || matches!(key.as_str(), "is" | "are" | "be");
        key == gap.last_word || same_verb || !NEVER_LAST.contains(&key.as_str()) && !is_linking
    }

    /// «Δεν μπορώ...» and «Θα μπορούσα αν..»: what follows the verb on the left follows it on the right.
    fn carries(&self, gap: &Gap, word: &Word<'_>, next: Option<&Word<'_>>) -> bool {
        let verb = self.verbs.read(word.core, word.before);
        let same = gap.verb.as_ref().zip(verb).is_some_and(|(one, other)| one.name == other.name);
        let is_connective = |next: &Word<'_>| CONNECTIVES.contains(&name_key(next.core).as_str());
        gap.is_rest && same && next.is_none_or(|next| !next.is_gap && is_connective(next))
    }
}

/// Adds a word as it is said. In a familiar draft «θα σας» is «θα σε» before a verb with an accusative.
fn push_said(text: &mut String, word: &Word<'_>, said: &Said, takes_accusative: bool) {
    let written = match said {
        Said::AsWritten | Said::OnlySo => word.around(&escaped(word.core)),
        Said::Pronoun => word.around("<σας>"),
        Said::Follows(verb) => word.around(&format!("<{}:{}>", verb.name, verb.tense.key())),
        Said::Addresses(verb) => {
            word.around(&format!("<{}:{}:{}>", verb.name, verb.tense.key(), verb.person))
        }
    };
    for (plain, register) in
        [("θα σας", "<θα σας>"), ("να σας", "<να σας>"), ("Θα σας", "<θα σας>")]
    {
        let Some(start) = text.strip_suffix(plain).filter(|_| takes_accusative) else { continue };
        // Behind a full stop the capital is the wording's own.
        if start.is_empty() || start.ends_with(' ') && !plain.starts_with('Θ') {
            *text = format!("{start}{register}");
        }
    }
    push_word(text, &written);
}
