//! Finds the facts of a draft: numbers, names, addresses and codes, which no rewording may lose.
//!
//! Computed on demand and not with every fold, because most drafts have no finding.

mod names;

use std::ops::Range;

use super::{Between, Folded, Word, WordFlags, ZoneKind};
use names::Names;

/// The ends of addresses that are written without `https://` or `www.`, folded.
pub(super) const ENDS_OF_ADDRESSES: [&str; 12] =
    ["gr", "com", "org", "net", "eu", "cy", "uk", "de", "edu", "gov", "info", "example"];

/// A word of more letters, a dot and a number are the end of a sentence and the next, not «αρ.12».
const LONGEST_PREFIX: usize = 4;

/// The words of a draft that are facts. A fact is
///
/// - a number, with whatever is written on to it: 3,50, 12th, 3ος, 65€, 10:30, 22/08, 10–12, and the sign or the
///   half of the day next to it (12 €, 100 %, 5 p.m., 10 π.μ.);
/// - a code, which is letters and digits without a space: RF-6620, 77120-GR, ΤΔ-4471, V5C, #55821;
/// - a link, an address, a mention, code between backticks, a placeholder (`{{order.id}}`, `%{x}`, `<name>`, `%s`);
/// - a name: a word with a capital that does not begin a sentence, in English not *I*, in Greek not the polite Σας; and
///   whatever capital is after a title (Mr, κύριε). Where everything is in capitals no name can be told.
///
/// What a `[blank]` holds is none: it is not written yet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// Whether each word is one.
    words: Vec<bool>,
    spans: Vec<Range<usize>>,
}

impl Facts {
    /// Whether the word of this index is a fact or part of one.
    pub fn is_fact(&self, word: usize) -> bool {
        self.words.get(word).copied().unwrap_or(false)
    }

    /// Whether any of these words is.
    pub fn any(&self, words: Range<usize>) -> bool {
        let end = words.end.min(self.words.len());
        self.words.get(words.start.min(end)..end).is_some_and(|words| words.contains(&true))
    }

    /// The bytes of each fact in the draft, in order: a telephone number or a full name is one.
    pub fn spans(&self) -> &[Range<usize>] {
        &self.spans
    }
}

/// What makes a word a fact; facts of one kind side by side are one fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Address,
    Name,
}

/// The facts of a folded draft, in one pass over its words.
pub fn facts(folded: &Folded<'_>) -> Facts {
    let mut kinds = vec![None; folded.words.len()];
    let mut names = Names::of(folded);
    let mut first = 0;
    while first < folded.words.len() {
        let end = token_end(folded, first);
        match kind_of_token(folded, first..end) {
            Some(kind) => kinds[first..end].iter_mut().for_each(|word| *word = Some(kind)),
            None => mark_names(folded, &mut names, first..end, &mut kinds),
        }
        first = end;
    }
    mark_neighbours(folded, &mut kinds);
    let spans = spans(folded, &kinds);
    Facts { words: kinds.iter().map(Option::is_some).collect(), spans }
}

/// The draft between word `index - 1` and word `index`.
fn between<'a>(folded: &Folded<'a>, index: usize) -> &'a str {
    let from = index.checked_sub(1).and_then(|before| folded.words.get(before));
    let to = folded.words.get(index);
    let (Some(from), Some(to)) = (from, to) else { return "" };
    folded.draft.get(from.end as usize..to.start as usize).unwrap_or("")
}

/// One past the last word that is written on to word `first` without a space: `RF-6620`, `name@host.gr/a`.
fn token_end(folded: &Folded<'_>, first: usize) -> usize {
    let mut end = first + 1;
    while end < folded.words.len() && is_glued(folded, end) {
        end += 1;
    }
    end
}

fn is_glued(folded: &Folded<'_>, index: usize) -> bool {
    let signs = between(folded, index);
    let glue = |sign: char| {
        matches!(sign, '-' | '‐' | '‑' | '–' | '−' | '.' | '/' | '\\' | '_' | '@' | '*' | '~' | '|')
    };
    if signs.is_empty() || signs.len() > 8 || !signs.chars().all(glue) {
        return false;
    }
    // EXAMPLE.GR is one, though its dot looks like an end; «τέλος.3 μέρες» are two, though it does not.
    let signs_ahead = folded.separators.get(index).map_or(Between::END, |it| it.signs);
    let digits = |word: usize| folded.folded(word).contains(|sign: char| sign.is_ascii_digit());
    let ends = signs_ahead.contains(Between::END)
        || (signs == "."
            && digits(index)
            && !digits(index - 1)
            && folded.folded(index - 1).chars().nth(LONGEST_PREFIX).is_some());
    !ends || ENDS_OF_ADDRESSES.contains(&folded.folded(index))
}

fn kind_of_token(folded: &Folded<'_>, words: Range<usize>) -> Option<Kind> {
    let zones = || words.clone().filter_map(|word| zone_of(folded, word));
    if zones().any(|(kind, _)| kind == ZoneKind::Blank) {
        return None;
    }
    let is_address = |(kind, text): (ZoneKind, &str)| match kind {
        // `:smile:` is an emoji.
        ZoneKind::Mention => !text.starts_with(':'),
        kind => {
            matches!(kind, ZoneKind::Link | ZoneKind::Code | ZoneKind::Placeholder)
        }
    };
    let dotted = || words.clone().skip(1).any(|word| ends_address(folded, word));
    if zones().any(is_address) || dotted() || words.clone().any(|word| is_percent_s(folded, word)) {
        return Some(Kind::Address);
    }
    let number = |word: usize| folded.words.get(word).is_some_and(|word| has_number(folded, word));
    words.clone().any(number).then_some(Kind::Number)
}

/// The zone around a word that is not the agent's own, with its text.
fn zone_of<'a>(folded: &Folded<'a>, word: usize) -> Option<(ZoneKind, &'a str)> {
    let word = folded.words.get(word)?;
    if !word.flags.contains(WordFlags::FOREIGN) {
        return None;
    }
    let zone = folded.zone_at(word.start as usize)?;
    Some((zone.kind, folded.draft.get(zone.span.clone())?))
}

/// `.gr` after a word of whatever letters.
fn ends_address(folded: &Folded<'_>, word: usize) -> bool {
    between(folded, word) == "." && ENDS_OF_ADDRESSES.contains(&folded.folded(word))
}

/// `%s` and `%1$s`, which a program fills in.
fn is_percent_s(folded: &Folded<'_>, word: usize) -> bool {
    let text = folded.words.get(word).and_then(|word| folded.draft.get(word.span()));
    text.and_then(|text| text.strip_prefix('%'))
        .is_some_and(|rest| rest.starts_with(|letter: char| letter.is_ascii_alphanumeric()))
}

fn has_number(folded: &Folded<'_>, word: &Word) -> bool {
    // Digits that were read as Greek letters («8elw») are none: the fold has them no more.
    let digit = |bytes: &[u8]| bytes.iter().any(u8::is_ascii_digit);
    let other =
        || folded.draft.get(word.span()).is_some_and(|text| text.contains(char::is_numeric));
    folded.bytes.get(word.fold_span()).is_some_and(digit)
        || (word.flags.contains(WordFlags::DIGIT) && other())
}

/// The names among words that are written together: with one of them all that follow it («Jean-luc»).
fn mark_names(
    folded: &Folded<'_>,
    names: &mut Names<'_>,
    words: Range<usize>,
    kinds: &mut [Option<Kind>],
) {
    let mut named = false;
    for word in words {
        let blank = || zone_of(folded, word).is_some_and(|(kind, _)| kind == ZoneKind::Blank);
        named |= names.is_name(word) && !blank();
        if named {
            kinds[word] = Some(Kind::Name);
        }
    }
}

/// The sign of an amount and the half of the day, which are next to a number of their own: 12 €, 5 p.m.
fn mark_neighbours(folded: &Folded<'_>, kinds: &mut [Option<Kind>]) {
    let number = |kinds: &[Option<Kind>], word: Option<usize>| {
        word.and_then(|word| kinds.get(word)).is_some_and(|kind| *kind == Some(Kind::Number))
    };
    for word in 0..kinds.len() {
        if kinds[word].is_some() {
            continue;
        }
        let near = |index: usize| between(folded, index).chars().all(char::is_whitespace);
        if is_sign(folded, word) {
            let before = near(word) && number(kinds, word.checked_sub(1));
            let after = near(word + 1) && number(kinds, Some(word + 1));
            kinds[word] = (before || after).then_some(Kind::Number);
        } else if near(word) && number(kinds, word.checked_sub(1)) {
            let length = half_of_day(folded, word);
            kinds.iter_mut().skip(word).take(length).for_each(|kind| *kind = Some(Kind::Number));
        }
    }
}

/// €, % and the like alone, which an amount may have on either side.
fn is_sign(folded: &Folded<'_>, word: usize) -> bool {
    matches!(folded.folded(word), "€" | "$" | "£" | "%" | "‰" | "°" | "#" | "№" | "§" | "+")
}

/// How many words from `word` on are a.m., p.m., π.μ. or μ.μ.
fn half_of_day(folded: &Folded<'_>, word: usize) -> usize {
    match folded.folded(word) {
        "am" | "pm" | "πμ" | "μμ" => 1,
        "a" | "p" | "π" | "μ" if between(folded, word + 1) == "." => {
            match (folded.folded(word), folded.folded(word + 1)) {
                ("a" | "p", "m") | ("π" | "μ", "μ") => 2,
                _ => 0,
            }
        }
        _ => 0,
    }
}

/// The bytes of the facts: those of one kind with nothing but spaces or joining signs between are one.
fn spans(folded: &Folded<'_>, kinds: &[Option<Kind>]) -> Vec<Range<usize>> {
    const PARTS: Between =
        Between::SPACE.union(Between::LIGHT).union(Between::DOT).union(Between::STOP);
    let mut spans: Vec<Range<usize>> = Vec::new();
    for (index, (word, kind)) in folded.words.iter().zip(kinds).enumerate() {
        let Some(kind) = kind else { continue };
        let mut span = word.span();
        if *kind == Kind::Address
            && let Some(zone) = folded.zone_at(span.start)
            && !matches!(zone.kind, ZoneKind::Quote | ZoneKind::ShortQuote | ZoneKind::QuotedLine)
        {
            span = zone.span.start.min(span.start)..zone.span.end.max(span.end);
        }
        let signs = folded.separators.get(index).map_or(Between::END, |it| it.signs);
        let spaced = between(folded, index).contains(char::is_whitespace);
        let joins = PARTS.contains(signs)
            && !(spaced && signs.intersects(Between::DOT | Between::STOP))
            && !(spaced && *kind == Kind::Address);
        let goes_on =
            index > 0 && kinds.get(index - 1).is_some_and(|before| *before == Some(*kind)) && joins;
        match spans.last_mut() {
            // A zone holds words that its own span has taken in already.
            Some(last) if goes_on || span.start < last.end => last.end = last.end.max(span.end),
            _ => spans.push(span),
        }
    }
    spans
}
