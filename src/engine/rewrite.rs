//! Composes the reworded draft, and checks it again by the same rules.

use std::ops::Range;

use super::candidate::Candidate;
use super::edit::Edit;
use super::find::find;
use super::layer::{CompiledRule, Origin};
use super::selection::Selection;
use super::template::{FirstLetter, Part, Template};
use super::token::Tokens;
use super::{Blank, Engine, Finding, Pick, Scope, greeklish};
use crate::text;

/// How many times a rewrite is checked and its wordings changed at most.
const MAX_ROUNDS: usize = 4;

/// No reply that a person wrote has more findings; past this every edit keeps its first wording, and
/// the rewrite is checked only for what remains.
const MANY_EDITS: usize = 200;

/// The draft with a suggestion of every edit in place.
pub struct Rewrite {
    /// The whole text.
    pub text: String,
    /// Which suggestion each edit took, if any.
    pub choices: Vec<Option<usize>>,
    /// The findings of the text itself.
    pub remaining: Vec<Finding>,
    /// What is still to be filled in.
    pub blanks: Vec<Blank>,
}

/// The draft with a wording of every edit, chosen again until none of them brings a new finding.
pub fn rewrite(
    engine: &Engine,
    draft: &str,
    edits: &[Edit<'_>],
    picks: &[Pick],
    scope: &Scope<'_>,
) -> Rewrite {
    let many = edits.len() > MANY_EDITS;
    let mut selection =
        if many { Selection::plain(edits, picks) } else { Selection::new(edits, picks) };
    let rounds = if many { 0 } else { MAX_ROUNDS };
    let mut round = 0;
    loop {
        round += 1;
        let choices = selection.choices();
        let composed = compose(draft, edits, &choices);
        let read = greeklish::read(engine, &composed.text, scope);
        let tokens = Tokens::new(&read, &engine.vocabulary);
        let selected = find(engine, &tokens, scope).selected;
        let bars = |candidate: &Candidate, edit: usize| bars(engine, edits, candidate, edit);
        let faulty = faulty(&tokens, &selected, &composed, edits.len(), bars);
        if round > rounds || !selection.exclude(&choices, &faulty) {
            let left = super::edit::edits(engine, &tokens, &selected, scope);
            let remaining = super::findings(&composed.text, &left, &[]);
            let blanks = super::blanks(&read.folded);
            // An edit that reaches into the words of another has no place of its own: nothing of it is said to be done.
            let placed = |(choice, placed): (Option<usize>, bool)| choice.filter(|_| placed);
            let choices = choices.into_iter().zip(composed.placed).map(placed).collect();
            return Rewrite { choices, remaining, blanks, text: composed.text };
        }
    }
}

/// Which edits' own words are part of a finding in the composed text.
fn faulty(
    tokens: &Tokens<'_>,
    selected: &[Candidate],
    composed: &Composed,
    count: usize,
    bars: impl Fn(&Candidate, usize) -> bool,
) -> Vec<bool> {
    let mut faulty = vec![false; count];
    for candidate in selected {
        for bytes in claimed(tokens, candidate) {
            let first = composed.own.partition_point(|(range, _)| range.end <= bytes.start);
            let near =
                composed.own[first..].iter().take_while(|(range, _)| range.start < bytes.end);
            near.filter(|(_, edit)| bars(candidate, *edit))
                .for_each(|(_, edit)| faulty[*edit] = true);
        }
    }
    faulty
}

/// Whether a finding in the words of a wording speaks against it. What a team wrote is not for built-in rules to judge.
fn bars(engine: &Engine, edits: &[Edit<'_>], candidate: &Candidate, edit: usize) -> bool {
    let team = |rule: &CompiledRule| rule.origin == Origin::Team;
    let by_team = engine.rule(candidate).is_some_and(team);
    by_team || !edits.get(edit).is_some_and(|edit| team(edit.rule))
}

fn claimed(tokens: &Tokens<'_>, candidate: &Candidate) -> Vec<Range<usize>> {
    candidate
        .span
        .clone()
        .filter(|token| candidate.claims(*token))
        .map(|token| tokens.bytes(token, token + 1))
        .collect()
}

struct Composed {
    text: String,
    /// Bytes that an edit wrote itself, in order, with the number of the edit.
    own: Vec<(Range<usize>, usize)>,
    /// Which edits are in the text.
    placed: Vec<bool>,
}

fn compose(draft: &str, edits: &[Edit<'_>], choices: &[Option<usize>]) -> Composed {
    let mut composer = Composer::new(draft, edits, choices);
    let mut text = String::with_capacity(draft.len() + 64 * edits.len());
    composer.compose_range(&mut text, 0..draft.len(), 0);
    Composed { text, own: composer.own, placed: composer.placed }
}

/// One suggestion with the draft's own words in place, themselves reworded as chosen.
pub fn suggestion(
    draft: &str,
    edits: &[Edit<'_>],
    choices: &[Option<usize>],
    index: usize,
    template: &Template,
) -> String {
    let mut composer = Composer::new(draft, edits, choices);
    let mut text = String::new();
    composer.edit(&mut text, index, template);
    text
}

struct Composer<'a, 'e> {
    draft: &'a str,
    edits: &'a [Edit<'e>],
    choices: &'a [Option<usize>],
    own: Vec<(Range<usize>, usize)>,
    placed: Vec<bool>,
    /// What the next letter still has to become.
    pending: FirstLetter,
}

impl<'a, 'e> Composer<'a, 'e> {
    fn new(draft: &'a str, edits: &'a [Edit<'e>], choices: &'a [Option<usize>]) -> Self {
        let placed = vec![false; edits.len()];
        Composer { draft, edits, choices, own: Vec::new(), placed, pending: FirstLetter::AsIs }
    }

    /// The draft from `range.start` to `range.end` with the edits from number `first` on that lie in it.
    fn compose_range(&mut self, text: &mut String, range: Range<usize>, first: usize) {
        let mut at = range.start;
        let from =
            first + self.edits[first..].partition_point(|edit| edit.span.start < range.start);
        for index in from..self.edits.len() {
            let edit = &self.edits[index];
            if edit.span.start >= range.end {
                break;
            }
            let choice = self.choices.get(index).copied().flatten();
            let option = choice.and_then(|choice| edit.options.get(choice));
            let Some(option) =
                option.filter(|_| edit.span.start >= at && edit.span.end <= range.end)
            else {
                continue;
            };
            self.copy(text, at..edit.span.start);
            at = edit.span.end;
            self.edit(text, index, &option.template);
            if self.edits[index].after != FirstLetter::AsIs {
                self.pending = self.edits[index].after;
            }
        }
        self.copy(text, at..range.end);
    }

    fn copy(&mut self, text: &mut String, range: Range<usize>) {
        let Some(words) = self.draft.get(range) else { return };
        self.push(text, words);
    }

    fn push(&mut self, text: &mut String, words: &str) {
        let pending = if words.contains(char::is_alphanumeric) {
            std::mem::replace(&mut self.pending, FirstLetter::AsIs)
        } else {
            FirstLetter::AsIs
        };
        match pending {
            FirstLetter::AsIs => text.push_str(words),
            FirstLetter::Capital => text.push_str(&text::capitalize(words)),
            FirstLetter::Small => text.push_str(&text::lowercase_first(words)),
        }
    }

    fn edit(&mut self, text: &mut String, index: usize, template: &Template) {
        self.placed[index] = true;
        for part in template {
            match part {
                Part::Text(words) => {
                    let start = text.len();
                    self.push(text, words);
                    self.own.push((start..text.len(), index));
                }
                Part::Kept { span, first } => {
                    if *first != FirstLetter::AsIs {
                        self.pending = *first;
                    }
                    self.compose_range(text, span.clone(), index + 1);
                }
            }
        }
    }
}
