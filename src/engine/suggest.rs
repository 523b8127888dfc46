//! What a finding suggests: its wordings with gaps, agreement, register and letter case in place.

use super::layer::{CompiledRule, Layer};
use super::speech::Speech;
use super::unit::Units;
use super::vocabulary::{Reading, Roles};
use super::walk::{Candidate, Stretch};
use crate::rules::{Piece, WordSpec, Wording};
use crate::text::{self, Between, WordFlags};
use crate::words::{Person, Tense};

/// A part of a suggestion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Words of ours.
    Text(String),
    /// Words of the draft, themselves checked and reworded.
    Kept {
        /// Bytes of the draft.
        span: std::ops::Range<usize>,
        /// What happens to their first letter.
        first: FirstLetter,
    },
}

impl Part {
    fn text(&self) -> Option<&str> {
        match self {
            Part::Text(text) => Some(text),
            Part::Kept { .. } => None,
        }
    }
}

/// What happens to the first letter of the draft's own words in a suggestion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FirstLetter {
    /// Nothing.
    AsIs,
    /// They now begin a sentence.
    Capital,
    /// They no longer begin the sentence.
    Small,
}

/// A suggestion before the draft's own words are put in.
pub type Template = Vec<Part>;

/// Everything that the wordings of one finding depend on.
pub struct Setting<'a> {
    /// The draft.
    pub units: &'a Units<'a>,
    /// The layer of the rule.
    pub layer: &'a Layer,
    /// The rule.
    pub rule: &'a CompiledRule,
    /// Where it matched.
    pub candidate: &'a Candidate,
    /// Register and voice of the draft.
    pub speech: Speech,
    /// The gaps in bytes, with the signs around them.
    pub gaps: &'a [(u16, std::ops::Range<usize>)],
}

impl Setting<'_> {
    /// The wordings that can be formed, those that fit what follows first.
    pub fn templates(&self) -> Vec<Template> {
        let formed: Vec<Template> =
            self.rule.prefer.iter().filter_map(|wording| self.form(wording)).collect();
        let (fitting, rest): (Vec<Template>, Vec<Template>) =
            formed.into_iter().partition(|template| self.fits(template));
        fitting.into_iter().chain(rest).collect()
    }

    /// The wording with its words inflected and its gaps in place; `None` if a form does not exist.
    fn form(&self, wording: &Wording) -> Option<Template> {
        let mut parts: Template = Vec::new();
        let mut carried = false;
        for piece in &wording.pieces {
            match piece {
                Piece::Text(text) => push_text(&mut parts, text),
                Piece::Blank(hint) => push_text(&mut parts, &format!("[{hint}]")),
                Piece::Gap { name, optional } => self.push_gap(&mut parts, name, *optional)?,
                Piece::Word(spec) => match self.units.vocabulary.register_pair(&spec.name) {
                    Some((formal, familiar)) => {
                        push_text(&mut parts, if self.speech.familiar { familiar } else { formal })
                    }
                    None => {
                        let verb = self.inflect(spec)?;
                        let imperative = spec.tense == Some(Tense::Imperative);
                        self.push_verb(
                            &mut parts,
                            &verb,
                            std::mem::replace(&mut carried, true),
                            imperative,
                        );
                    }
                },
            }
        }
        self.push_stranded(&mut parts, carried);
        self.set_case(&mut parts);
        Some(parts)
    }

    /// The verb with the clitics that the phrase carried, and behind it the movable words that are kept.
    fn push_verb(&self, parts: &mut Template, verb: &str, carried: bool, imperative: bool) {
        let clitics = if carried { 0..0 } else { self.candidate.clitics.clone() };
        if !imperative {
            self.push_units(parts, clitics.clone(), After);
        }
        push_text(parts, verb);
        if imperative {
            self.push_units(parts, clitics, Before);
        }
        if !carried {
            for kept in &self.candidate.kept {
                self.push_units(parts, kept.clone(), Before);
            }
        }
    }

    /// A wording without a verb of its own still keeps the words that the draft must not lose.
    fn push_stranded(&self, parts: &mut Template, carried: bool) {
        if !carried {
            for kept in &self.candidate.kept {
                self.push_units(parts, kept.clone(), Before);
            }
        }
    }

    fn push_units(&self, parts: &mut Template, units: Stretch, space: Space) {
        if units.is_empty() {
            return;
        }
        let span = self.units.bytes(units.start, units.end);
        if space == Before {
            push_text(parts, " ");
        }
        parts.push(Part::Kept { span, first: self.moved_from_start(units.start) });
        if space == After {
            push_text(parts, " ");
        }
    }

    /// Words that began the sentence only had their capital from there.
    fn moved_from_start(&self, unit: usize) -> FirstLetter {
        let word = self
            .units
            .list
            .get(unit)
            .and_then(|unit| self.units.folded.words.get(unit.word as usize));
        let begins = self.units.before(unit).contains(Between::END);
        let ours = word.is_some_and(|word| {
            word.flags.contains(WordFlags::CAPITAL)
                && !word.flags.intersects(WordFlags::ALL_CAPS | WordFlags::DIGIT)
                && word.flags.contains(WordFlags::GREEK) == self.units.folded.greek
        });
        if begins && ours { FirstLetter::Small } else { FirstLetter::AsIs }
    }

    fn push_gap(&self, parts: &mut Template, name: &str, optional: bool) -> Option<()> {
        let number = self.rule.gaps.iter().position(|gap| gap == name)?;
        let bound = self.gaps.iter().find(|(gap, _)| usize::from(*gap) == number);
        match bound {
            Some((_, span)) => {
                let unit = self
                    .candidate
                    .gaps
                    .iter()
                    .find(|(gap, _)| usize::from(*gap) == number)
                    .map_or(0, |(_, gap)| gap.start);
                parts.push(Part::Kept { span: span.clone(), first: self.moved_from_start(unit) });
                Some(())
            }
            None if optional || self.is_optional(number) => Some(()),
            None => None,
        }
    }

    /// A gap that not every way through the phrase binds.
    fn is_optional(&self, number: usize) -> bool {
        number < self.rule.gaps.len()
    }

    fn inflect(&self, spec: &WordSpec) -> Option<String> {
        let lexeme = self.layer.lexeme(&spec.name, self.units.vocabulary)?;
        let matched = self.matched();
        let tense = spec
            .tense
            .or_else(|| matched.and_then(|reading| reading.tense))
            .unwrap_or(Tense::Present);
        let person = self.person(spec, matched.and_then(|reading| reading.person));
        lexeme
            .spelling(Some(tense), Some(person))
            .or_else(|| lexeme.spelling(None, None))
            .map(str::to_owned)
    }

    fn matched(&self) -> Option<Reading> {
        let (word, class) = self.candidate.inflected?;
        self.layer.reading(class, word, self.units.vocabulary)
    }

    /// The person of the wording's word: the one it names, else that of the first inflected word matched.
    fn person(&self, spec: &WordSpec, matched: Option<Person>) -> Person {
        let same = |person: u8| matched.filter(|matched| matched.person == person);
        match spec.persons.first() {
            Some(person) => {
                same(*person).unwrap_or(Person { person: *person, plural: self.plural(*person) })
            }
            None => matched.unwrap_or(Person { person: 3, plural: false }),
        }
    }

    fn plural(&self, person: u8) -> bool {
        match person {
            1 => self.speech.we,
            2 => !self.speech.familiar,
            _ => false,
        }
    }

    fn set_case(&self, parts: &mut Template) {
        let flags: Vec<WordFlags> = self
            .candidate
            .span
            .clone()
            .filter(|unit| self.candidate.claims(*unit))
            .filter_map(|unit| self.units.list.get(unit))
            .filter_map(|unit| self.units.folded.words.get(unit.word as usize))
            .map(|word| word.flags)
            .collect();
        let shouted = flags.iter().any(|flags| flags.contains(WordFlags::ALL_CAPS))
            && flags.iter().all(|flags| {
                flags.intersects(WordFlags::ALL_CAPS | WordFlags::SINGLE | WordFlags::DIGIT)
            });
        let begins = self.begins_with_capital();
        if shouted {
            for part in parts.iter_mut() {
                if let Part::Text(text) = part {
                    *text = text::uppercase(text);
                }
            }
        } else if begins {
            change_first(parts, FirstLetter::Capital);
        } else if self.rule.capital_style {
            change_first(parts, FirstLetter::Small);
        }
    }

    /// The English I has its capital anywhere, so it counts at the start of a sentence only.
    fn begins_with_capital(&self) -> bool {
        let first = self.candidate.span.start;
        let word = self
            .units
            .list
            .get(first)
            .and_then(|unit| self.units.folded.words.get(unit.word as usize));
        let folded = self.folded(first);
        let english_i = folded == "i" || folded.starts_with("i'");
        word.is_some_and(|word| word.flags.contains(WordFlags::CAPITAL))
            && (!english_i || self.units.before(first).contains(Between::END))
    }

    /// Whether the wording reads well with the draft's words in it and behind it: no connective twice, no word doubled.
    fn fits(&self, template: &Template) -> bool {
        let next = self.candidate.span.end;
        let ends = next >= self.units.list.len() || self.units.before(next).contains(Between::END);
        let follows = (!ends).then_some(next);
        let gaps = self.candidate.gaps.iter().filter(|(gap, _)| self.keeps(template, *gap));
        let kept = gaps.flat_map(|(_, gap)| gap.clone());
        let connective = |unit: &usize| self.units.roles(*unit).contains(Roles::CONNECTIVE);
        let connectives: Vec<usize> = kept.chain(follows).filter(connective).collect();
        if follows.is_none() && connectives.is_empty() {
            return true;
        }
        let ours: Vec<&str> = template.iter().filter_map(Part::text).collect();
        let wording = own_words(&ours.join(" | "));
        let repeats =
            connectives.iter().any(|unit| wording.iter().any(|word| *word == self.folded(*unit)));
        let last_is_ours = matches!(template.last(), Some(Part::Text(_)));
        let doubles = follows.is_some_and(|unit| {
            last_is_ours && wording.last().is_some_and(|word| *word == self.folded(unit))
        });
        !repeats && !doubles
    }

    fn keeps(&self, template: &Template, gap: u16) -> bool {
        let span = self.gaps.iter().find(|(number, _)| *number == gap).map(|(_, span)| span);
        template
            .iter()
            .any(|part| matches!(part, Part::Kept { span: kept, .. } if Some(kept) == span))
    }

    fn folded(&self, unit: usize) -> &str {
        self.units.list.get(unit).map_or("", |unit| self.units.folded.folded(unit.word as usize))
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Space {
    Before,
    After,
}
use Space::{After, Before};

/// The folded words of a wording, without its blanks.
fn own_words(wording: &str) -> Vec<String> {
    let folded = text::fold(wording);
    let own = |index: &usize| !folded.words[*index].flags.contains(WordFlags::FOREIGN);
    (0..folded.words.len()).filter(own).map(|index| folded.folded(index).to_owned()).collect()
}

/// Adds text; where an empty gap left two spaces or a space before punctuation, one goes.
fn push_text(parts: &mut Template, text: &str) {
    let text = match parts.last() {
        Some(Part::Text(before)) if before.ends_with(' ') => text.trim_start_matches(' '),
        None => text.trim_start_matches(' '),
        _ => text,
    };
    if text.is_empty() {
        return;
    }
    match parts.last_mut() {
        Some(Part::Text(before)) => {
            if text.starts_with([',', '.', ';', '!', '?', ':']) {
                before.truncate(before.trim_end_matches(' ').len());
            }
            before.push_str(text);
        }
        _ => parts.push(Part::Text(text.to_owned())),
    }
}

fn change_first(parts: &mut Template, change: FirstLetter) {
    match parts.first_mut() {
        Some(Part::Text(text)) if change == FirstLetter::Capital => *text = text::capitalize(text),
        Some(Part::Text(text)) if starts_as_sentence(text) => *text = text::lowercase_first(text),
        Some(Part::Kept { first, .. }) if change == FirstLetter::Capital => {
            *first = FirstLetter::Capital
        }
        _ => (),
    }
}

/// A capital and then a small letter: «Θα», not "I'd" nor an abbreviation.
fn starts_as_sentence(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}
