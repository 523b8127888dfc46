//! From what people write in the right column to wordings.

use super::Options;
use super::agreement::{Said, Wording};
use super::alternatives::{Side, alternatives};
use super::avoid::{Gap, Phrases, push_word};
use super::verbs::Verbs;
use super::words::{NEVER_LAST, Word, Words, escaped};
use crate::text::name_key;

/// Words that may follow a verb together with what was said of it.
const CONNECTIVES: [&str; 12] = [
    "αν", "εαν", "οταν", "μολισ", "εφοσον", "αφου", "οποτε", "if", "when", "once", "as", "provided",
];

/// Verbs that say something only with what follows them.
const ASKING: [&str; 6] = ["είμαι", "μπορώ", "θέλω", "πρέπει", "χρειάζομαι", "προτείνω"];
/// Words after which dots stand for a blank, as they compare.
const OPENING: &[&str] = &[
    "πρεπει", "εωσ", "ωσ", "μεχρι", "προσ", "πριν", "μετα", "που", "πωσ", "οπου", "γιατι",
    "επειδη", "διοτι", "αφου", "ο", "οι", "το", "τον", "την", "τη", "τα", "τισ", "τουσ", "του",
    "των", "στο", "στον", "στη", "στην", "στα", "στισ", "στουσ", "ενα", "εναν", "μια", "is", "are",
    "be", "was", "can", "will", "would", "a", "an", "at", "in", "on", "of", "from", "until",
    "that", "because", "before", "after", "your", "our", "as",
];

/// Words before one and the same form of a Greek verb: «δεν μπορώ να το στείλω», «με χαρά θα το στείλω».
const BEFORE_SAME_FORM: [&str; 3] = ["να", "θα", "ασ"];
/// Words before an English infinitive: "we can't send it", "we'd be glad to send it".
const BEFORE_INFINITIVE: &[&str] = &[
    "to", "can", "could", "will", "would", "may", "might", "must", "should", "i'll", "we'll",
    "can't", "cannot", "couldn't", "won't", "wouldn't", "mustn't", "shouldn't",
];

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
    // A blank that nobody asked for is none: dots in the cell, or in that of the phrase, ask for one.
    let has_dots = phrases.gaps.iter().any(|gap| gap.is_rest) || opens(cell);
    let mut all = Wordings::default();
    for part in alternatives(cell, Side::Right) {
        let composer = Composer { phrases, options, verbs, blank: &blank, has_dots };
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
    has_dots: bool,
}

/// Whether dots leave something open.
fn opens(text: &str) -> bool {
    text.contains("..") || text.contains('…')
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
            found: &self.phrases.verbs,
            persons: self.options.verbs,
        };
        let mut gaps = self.phrases.gaps.iter().peekable();
        let (mut text, mut only_so) = (String::new(), false);
        for (at, word) in words.iter().enumerate() {
            if let Some(gap) = self.of_same_label(word) {
                push_word(&mut text, &format!("{}{}", gap.sign(), escaped(word.closing)));
                continue;
            }
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
                    push_said(&mut text, word, &is);
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
        let key = name_key(last.core);
        let dangles = NEVER_LAST.contains(&key.as_str());
        let asks = gap.is_some() || dangles || self.asks_for_more(last, &key);
        match gap {
            Some(gap) if goes_on && self.follows(gap, last) => push_word(text, &gap.sign()),
            _ if text.ends_with('}') => (),
            _ if goes_on && asks || dangles && self.has_dots => push_word(text, self.blank),
            // «σας ευχαριστώ που περιμένετε…» is a sentence as it stands, dots and all.
            _ if goes_on => text.push('…'),
            _ => (),
        }
    }

    /// Whether a sentence can't end with this word: «είναι», «μπορείτε», «έως», «την», and a word before a comma.
    fn asks_for_more(&self, last: &Word<'_>, key: &str) -> bool {
        let verb = self.verbs.read(last.core, last.before);
        verb.is_some_and(|verb| ASKING.contains(&verb.name.as_str()))
            || OPENING.contains(&key)
            || last.closing.ends_with([',', ':'])
    }

    /// «Περιμένετε ΧΧ λεπτά» and «Σε ΧΧ λεπτά θα είμαι μαζί σας»: what the draft has there.
    fn of_same_label(&self, word: &Word<'_>) -> Option<&Gap> {
        let label = word.label();
        let mut gaps = self.phrases.gaps.iter().filter(|_| word.is_gap && !label.is_empty());
        gaps.find(|gap| gap.label == label)
    }

    /// Whether dots in the middle of a wording stand for what this gap holds.
    fn takes(&self, gap: &Gap, dots: &Word<'_>) -> bool {
        !gap.is_rest || self.fits_after(gap, dots.before, "")
    }

    fn follows(&self, gap: &Gap, last: &Word<'_>) -> bool {
        self.fits_after(gap, last.core, last.before)
    }

    /// Whether what follows the phrase may follow this word: the same word, a form of the same verb, or any that is no
    /// conjunction.
    fn fits_after(&self, gap: &Gap, word: &str, before: &str) -> bool {
        let key = name_key(word);
        let verb = self.verbs.read(word, before);
        let same_verb =
            gap.verb.as_ref().zip(verb).is_some_and(|(one, other)| one.name == other.name);
        let is_linking = verb.is_some_and(|verb| verb.name == "είμαι")
            || matches!(key.as_str(), "is" | "are" | "be");
        let alike = |words: &[&str]| {
            words.contains(&key.as_str()) && words.contains(&gap.last_word.as_str())
        };
        let takes_same_verb = alike(&BEFORE_SAME_FORM) || alike(BEFORE_INFINITIVE);
        key == gap.last_word
            || same_verb
            || takes_same_verb
            || !NEVER_LAST.contains(&key.as_str()) && !is_linking
    }

    /// «Δεν μπορώ...» and «Θα μπορούσα αν..»: what follows the verb on the left follows it on the right.
    fn carries(&self, gap: &Gap, word: &Word<'_>, next: Option<&Word<'_>>) -> bool {
        let verb = self.verbs.read(word.core, word.before);
        let same = gap.verb.as_ref().zip(verb).is_some_and(|(one, other)| one.name == other.name);
        let is_connective = |next: &Word<'_>| CONNECTIVES.contains(&name_key(next.core).as_str());
        gap.is_rest && same && next.is_none_or(|next| !next.is_gap && is_connective(next))
    }
}

/// Adds a word as it is said.
fn push_said(text: &mut String, word: &Word<'_>, said: &Said) {
    let written = match said {
        Said::AsWritten | Said::OnlySo => word.around(&escaped(word.core)),
        Said::Follows(verb) => word.around(&format!("<{}:{}>", verb.name, verb.tense.key())),
        Said::Speaks(verb) => {
            word.around(&format!("<{}:{}:{}>", verb.name, verb.tense.key(), verb.person))
        }
    };
    push_word(text, &written);
}
