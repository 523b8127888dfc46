//! Reads the signs of phrases and wordings into parts with their places.

use std::ops::Range;

use super::phrase_problem::PhraseProblem;
use super::problem::nearest;
use super::{WordSpec, phrase::Form};
use crate::words::Tense;

/// How deep choices may stand in choices.
const MAX_NESTING: usize = 3;

/// A part of a phrase or wording, with its byte range in the text.
#[derive(Debug)]
pub(super) struct Part {
    pub range: Range<usize>,
    pub kind: PartKind,
}

#[derive(Debug)]
pub(super) enum PartKind {
    /// As written but for escapes, with the blanks around it.
    Text(String),
    Word(WordSpec),
    Gap {
        name: String,
        optional: bool,
    },
    Choice(Vec<Vec<Part>>),
    Blank(String),
}

/// What scanning gives: parts, anchors and everything that is wrong with single signs.
#[derive(Debug, Default)]
pub(super) struct Scanned {
    pub parts: Vec<Part>,
    pub at_start: bool,
    pub at_end: bool,
    pub problems: Vec<(Range<usize>, PhraseProblem)>,
}

pub(super) fn scan(text: &str, form: Form) -> Scanned {
    let mut scanner = Scanner { text, at: 0, form, found: Scanned::default() };
    let mut parts = scanner.parts(0);
    // Only a sign that closes nothing ends the parts early.
    while let Some(sign) = scanner.peek() {
        scanner.stray(sign);
        parts.extend(scanner.parts(0));
    }
    Scanned { parts, ..scanner.found }
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    form: Form,
    found: Scanned,
}

impl<'a> Scanner<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn problem(&mut self, range: Range<usize>, problem: PhraseProblem) {
        self.found.problems.push((range, problem));
    }

    fn stray(&mut self, sign: char) {
        let start = self.at;
        self.at += sign.len_utf8();
        self.problem(start..self.at, PhraseProblem::Stray(sign));
    }

    /// Parts up to the end or to a `|` or `)` that belongs to the choice around.
    fn parts(&mut self, depth: usize) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        while let Some(sign) = self.peek() {
            let start = self.at;
            let kind = match sign {
                '|' | ')' if self.form == Form::Phrase => break,
                '<' => self.enclosed('>').and_then(|(inside, range)| self.word(inside, range)),
                '{' => self.enclosed('}').and_then(|(inside, range)| self.gap(inside, range)),
                '[' => self.enclosed(']').and_then(|(inside, range)| self.blank(inside, range)),
                '(' if self.form == Form::Phrase => self.choice(depth),
                '(' if self.is_choice() => {
                    self.at += self.rest().find(')').map_or(1, |end| end + 1);
                    self.problem(start..self.at, PhraseProblem::ChoiceInWording);
                    None
                }
                '^' | '$' => {
                    self.anchor(sign, depth);
                    None
                }
                '}' | ']' => {
                    self.stray(sign);
                    None
                }
                '>' if !self.is_arrow() => {
                    self.stray(sign);
                    None
                }
                _ => self.plain(sign),
            };
            match (kind, parts.last_mut()) {
                (Some(PartKind::Text(more)), Some(Part { range, kind: PartKind::Text(text) }))
                    if range.end == start =>
                {
                    text.push_str(&more);
                    range.end = self.at;
                }
                (Some(kind), _) => parts.push(Part { range: start..self.at, kind }),
                (None, _) => {}
            }
        }
        parts
    }

    /// One character of plain text.
    fn plain(&mut self, character: char) -> Option<PartKind> {
        let start = self.at;
        self.at += character.len_utf8();
        if character != '\\' {
            return Some(PartKind::Text(character.to_string()));
        }
        match self.peek() {
            Some(escaped) => {
                self.at += escaped.len_utf8();
                Some(PartKind::Text(escaped.to_string()))
            }
            None => {
                self.problem(start..self.at, PhraseProblem::Stray('\\'));
                None
            }
        }
    }

    /// «Ρυθμίσεις > Λογαριασμός», `->`: a sign for the reader, not for us.
    fn is_arrow(&self) -> bool {
        let before = self.text.get(..self.at).unwrap_or("").chars().next_back();
        before.is_none_or(|c| c.is_whitespace() || c == '-' || c == '=')
    }

    /// The text between the sign here and `close`, with its range; goes behind it.
    fn enclosed(&mut self, close: char) -> Option<(&'a str, Range<usize>)> {
        let start = self.at;
        let open = self.peek()?;
        let inside = self.rest().get(open.len_utf8()..)?;
        let ends = |c: char| c == close || c == open || (close != ']' && "<{([".contains(c));
        let end = inside.find(ends).unwrap_or(inside.len());
        let range = start + open.len_utf8()..start + open.len_utf8() + end;
        if inside.get(end..).is_some_and(|rest| rest.starts_with(close)) {
            self.at = range.end + close.len_utf8();
            return Some((inside.get(..end)?, range));
        }
        self.at = range.start;
        self.problem(start..range.start, PhraseProblem::Unclosed(open));
        None
    }

    fn word(&mut self, inside: &str, range: Range<usize>) -> Option<PartKind> {
        let mut fields = Vec::new();
        let mut offset = range.start;
        for field in inside.split(':') {
            let lead = field.len() - field.trim_start().len();
            fields.push((field.trim(), offset + lead..offset + lead + field.trim().len()));
            offset += field.len() + 1;
        }
        let mut fields = fields.into_iter();
        let name = fields.next().map_or("", |(name, _)| name).to_owned();
        if name.is_empty() {
            self.problem(range.start - 1..range.end + 1, PhraseProblem::EmptyName('<'));
            return None;
        }
        let (mut tense, mut persons) = (None, Vec::new());
        match (fields.next(), fields.next(), fields.next()) {
            (_, _, Some(_)) => {
                self.problem(range.start - 1..range.end + 1, PhraseProblem::TooManyParts)
            }
            (Some(first), second, None) => {
                match second {
                    None if first.0.starts_with(|c: char| c.is_ascii_digit()) => {
                        persons = self.persons(first)
                    }
                    None => tense = self.tense(first),
                    Some(second) => {
                        tense = self.tense(first);
                        persons = self.persons(second);
                    }
                };
            }
            (None, ..) => {}
        }
        Some(PartKind::Word(WordSpec { name, tense, persons }))
    }

    fn tense(&mut self, (key, range): (&str, Range<usize>)) -> Option<Tense> {
        let tense = Tense::from_key(key);
        if tense.is_none() {
            let nearest = nearest(key, Tense::ALL.iter().map(|(_, key)| *key));
            self.problem(range, PhraseProblem::UnknownTense { found: key.to_owned(), nearest });
        }
        tense
    }

    fn persons(&mut self, (list, range): (&str, Range<usize>)) -> Vec<u8> {
        let person = |text: &str| match text.trim() {
            "1" => Some(1),
            "2" => Some(2),
            "3" => Some(3),
            _ => None,
        };
        let persons: Option<Vec<u8>> = list.split(',').map(person).collect();
        if persons.is_none() {
            self.problem(range, PhraseProblem::UnknownPerson { found: list.to_owned() });
        }
        let mut persons = persons.unwrap_or_default();
        persons.sort_unstable();
        persons.dedup();
        persons
    }

    fn gap(&mut self, inside: &str, range: Range<usize>) -> Option<PartKind> {
        let name = inside.trim();
        let optional = name.ends_with('?');
        let name = name.trim_end_matches('?').trim().to_owned();
        if name.is_empty() {
            self.problem(range.start - 1..range.end + 1, PhraseProblem::EmptyName('{'));
            return None;
        }
        Some(PartKind::Gap { name, optional })
    }

    fn blank(&mut self, inside: &str, range: Range<usize>) -> Option<PartKind> {
        let around = range.start - 1..range.end + 1;
        if self.form == Form::Phrase {
            self.problem(around, PhraseProblem::BlankInPhrase);
            return None;
        }
        let hint = inside.trim().to_owned();
        if hint.is_empty() {
            self.problem(around, PhraseProblem::EmptyName('['));
            return None;
        }
        Some(PartKind::Blank(hint))
    }

    fn choice(&mut self, depth: usize) -> Option<PartKind> {
        let start = self.at;
        if depth >= MAX_NESTING {
            self.problem(start..start + 1, PhraseProblem::TooDeep);
            self.at = self.text.len();
            return None;
        }
        let mut branches = Vec::new();
        loop {
            self.at += 1;
            branches.push(self.parts(depth + 1));
            match self.peek() {
                Some('|') => {}
                Some(_) => {
                    self.at += 1;
                    return Some(PartKind::Choice(branches));
                }
                None => {
                    if self
                        .found
                        .problems
                        .last()
                        .is_none_or(|(_, last)| *last != PhraseProblem::TooDeep)
                    {
                        self.problem(start..start + 1, PhraseProblem::Unclosed('('));
                    }
                    return None;
                }
            }
        }
    }

    /// Whether the parenthesis here holds a `|`; else it is plain text of a wording.
    fn is_choice(&self) -> bool {
        self.rest().split(')').next().is_some_and(|inside| inside.contains('|'))
    }

    fn anchor(&mut self, sign: char, depth: usize) {
        let start = self.at;
        self.at += 1;
        let before = self.text.get(..start).unwrap_or("");
        if self.form == Form::Wording {
            self.problem(start..self.at, PhraseProblem::AnchorInWording(sign));
        } else if sign == '^' && depth == 0 && before.trim().is_empty() {
            self.found.at_start = true;
        } else if sign == '$' && depth == 0 && self.rest().trim().is_empty() {
            self.found.at_end = true;
        } else {
            self.problem(start..self.at, PhraseProblem::AnchorMisplaced(sign));
        }
    }
}
