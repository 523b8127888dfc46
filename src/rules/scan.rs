//! Splits a phrase or wording into its parts, each with its byte range, for problems to point at.

use std::ops::Range;
use std::sync::Arc;

use super::element::{Form, WordSpec};
use super::gap::{GapSign, read_gap};
use super::phrase_problem::PhraseProblem;
use super::sets::{Set, Sets};
use super::word_spec::read_word;

mod set;

/// How deep choices may be in choices.
const MAX_NESTING: usize = 3;

/// A part of a phrase or wording, with its byte range in the text.
#[derive(Debug)]
pub(super) struct Part {
    pub range: Range<usize>,
    pub kind: PartKind,
}

impl Part {
    /// Whether text that begins at `start` goes on with this part.
    fn joins(&self, start: usize) -> bool {
        matches!(self.kind, PartKind::Text(_)) && self.range.end == start
    }

    fn join(&mut self, more: &str, range: Range<usize>) {
        if let PartKind::Text(text) = &mut self.kind {
            text.push_str(more);
            self.range.end = range.end;
        }
    }
}

#[derive(Debug)]
pub(super) enum PartKind {
    /// As written but for escapes, with the blanks around it.
    Text(String),
    Word(WordSpec),
    Gap(GapSign),
    Choice(Vec<Vec<Part>>),
    /// `@name`, alone in a branch of a choice.
    Set(Arc<Set>),
    /// `{name:@set}`: the name of the gap, and the set.
    Listed(String, Arc<Set>),
    Blank(String),
}

/// What scanning gives: parts, anchors and everything that is wrong with single signs.
#[derive(Debug, Default)]
pub(super) struct Scanned {
    pub parts: Vec<Part>,
    pub at_start: bool,
    pub at_end: bool,
    /// The sets that it names.
    pub sets: Vec<Arc<Set>>,
    pub problems: Vec<(Range<usize>, PhraseProblem)>,
}

pub(super) fn scan(text: &str, form: Form, sets: &Sets) -> Scanned {
    let mut scanner = Scanner { text, at: 0, form, sets, found: Scanned::default() };
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
    sets: &'a Sets,
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

    fn stray(&mut self, sign: char) -> Option<PartKind> {
        let start = self.at;
        self.at += sign.len_utf8();
        self.problem(start..self.at, PhraseProblem::Stray(sign));
        None
    }

    /// Parts up to the end or to a `|` or `)` that belongs to the choice around.
    fn parts(&mut self, depth: usize) -> Vec<Part> {
        // Most branches of a choice are one text.
        let mut parts: Vec<Part> = Vec::with_capacity(1);
        while let Some(sign) = self.peek() {
            if self.form != Form::Wording && matches!(sign, '|' | ')') {
                break;
            }
            let start = self.at;
            let kind = self.part(sign, depth);
            let range = start..self.at;
            match (kind, parts.last_mut()) {
                (Some(PartKind::Text(more)), Some(last)) if last.joins(start) => {
                    last.join(&more, range)
                }
                (Some(kind), _) => parts.push(Part { range, kind }),
                (None, _) => {}
            }
        }
        parts
    }

    /// The part that begins with the sign here, if it is valid; goes past it.
    fn part(&mut self, sign: char, depth: usize) -> Option<PartKind> {
        match sign {
            '<' => {
                let (inside, range) = self.enclosed('>')?;
                let word = read_word(inside, range.start, &mut self.found.problems)?;
                if self.form == Form::Set && word.is_variable() {
                    self.problem(range.start - 1..range.end + 1, PhraseProblem::SignInSet);
                }
                Some(PartKind::Word(word))
            }
            '{' => {
                let (inside, range) = self.enclosed('}')?;
                if self.form == Form::Set {
                    self.problem(range.start - 1..range.end + 1, PhraseProblem::SignInSet);
                    return None;
                }
                if self.form == Form::Phrase
                    && let Some((name, set)) = inside.split_once(":@")
                {
                    return self.listed(name.trim(), set, range);
                }
                read_gap(inside, range.start, self.form, &mut self.found.problems)
                    .map(PartKind::Gap)
            }
            '[' => self.enclosed(']').and_then(|(inside, range)| self.blank(inside, range)),
            '(' if self.form != Form::Wording => self.choice(depth),
            '(' if self.is_choice() => self.choice_in_wording(),
            '^' | '$' => self.anchor(sign, depth),
            '}' | ']' => self.stray(sign),
            '>' if !self.is_arrow() => self.stray(sign),
            '\\' => self.escaped(),
            _ => Some(self.plain(sign)),
        }
    }

    /// Plain text up to the next sign that may be more.
    fn plain(&mut self, first: char) -> PartKind {
        let rest = self.rest();
        let length = first.len_utf8();
        let next = rest.bytes().skip(length).position(is_sign);
        let end = next.map_or(rest.len(), |next| length + next);
        let text = rest.get(..end).unwrap_or("");
        self.sets_in_text(text);
        self.at += end;
        PartKind::Text(text.to_owned())
    }

    fn escaped(&mut self) -> Option<PartKind> {
        let start = self.at;
        self.at += 1;
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

    /// The text between the sign here and `close`, with its range; goes past it.
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

    fn blank(&mut self, inside: &str, range: Range<usize>) -> Option<PartKind> {
        let around = range.start - 1..range.end + 1;
        if self.form != Form::Wording {
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
            let set = self.set();
            branches.push(set.unwrap_or_else(|| self.parts(depth + 1)));
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

    fn choice_in_wording(&mut self) -> Option<PartKind> {
        let start = self.at;
        self.at += self.rest().find(')').map_or(1, |end| end + 1);
        self.problem(start..self.at, PhraseProblem::ChoiceInWording);
        None
    }

    fn anchor(&mut self, sign: char, depth: usize) -> Option<PartKind> {
        let start = self.at;
        self.at += 1;
        let before = self.text.get(..start).unwrap_or("");
        if self.form == Form::Wording {
            self.problem(start..self.at, PhraseProblem::AnchorInWording(sign));
        } else if self.form == Form::Set {
            self.problem(start..self.at, PhraseProblem::SignInSet);
        } else if sign == '^' && depth == 0 && before.trim().is_empty() {
            self.found.at_start = true;
        } else if sign == '$' && depth == 0 && self.rest().trim().is_empty() {
            self.found.at_end = true;
        } else {
            self.problem(start..self.at, PhraseProblem::AnchorMisplaced(sign));
        }
        None
    }
}

/// Whether a character may be more than plain text; all that may are ASCII.
fn is_sign(byte: u8) -> bool {
    matches!(
        byte,
        b'<' | b'>' | b'{' | b'}' | b'[' | b']' | b'(' | b')' | b'|' | b'^' | b'$' | b'\\'
    )
}
