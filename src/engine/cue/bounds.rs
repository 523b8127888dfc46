//! Where the clause or the sentence around a cue begins and ends.

use crate::engine::candidate::TokenRange;
use crate::engine::content;
use crate::engine::syntax;
use crate::engine::token::Tokens;
use crate::engine::vocabulary::Roles;
use crate::text::Between;

/// Punctuation that always separates what is on either side of it.
const PARTS: Between = Between::STOP
    .union(Between::BRACKET)
    .union(Between::SQUARE)
    .union(Between::EMOJI)
    .union(Between::ELLIPSIS);
/// Any punctuation inside a sentence.
pub const SIGNS: Between = PARTS.union(Between::COMMA).union(Between::END);

/// The longest title with a name, in tokens.
const LONGEST_NAME: usize = 3;

/// The tokens that are removed together with a cue.
pub struct RemovalExtent {
    /// All that goes, with the connective that joined it to the rest.
    pub range: TokenRange,
    /// Its sentence.
    pub sentence: TokenRange,
    /// Where the sentence begins after a greeting or a name, which stays.
    pub opening: usize,
    /// Both ends are certain.
    pub certain: bool,
    /// The connective before it stays and joins what is left: "I'd love to help but | my hands are tied, | the code ran out".
    pub joins: bool,
}

impl RemovalExtent {
    /// What stays of the sentence before it, without a greeting.
    pub fn left(&self) -> TokenRange {
        self.opening..self.range.start - usize::from(self.joins)
    }

    /// What stays of the sentence after it.
    pub fn right(&self) -> TokenRange {
        self.range.end..self.sentence.end
    }
}

/// Whether there is a clause boundary at a place.
#[derive(PartialEq, Eq)]
enum Seam {
    Yes,
    No,
    Unknown,
}

/// The whole sentence of a cue, without a greeting before it.
pub fn sentence(tokens: &Tokens<'_>, cue: &TokenRange) -> RemovalExtent {
    let sentence = content::sentence_of(tokens, cue);
    let opening = after_opening(tokens, &sentence, cue.start);
    RemovalExtent { range: opening..sentence.end, sentence, opening, certain: true, joins: false }
}

/// The clause around a cue, with the connective before it unless that is needed to join what is left. If the clause is
/// the first of its sentence, the connective after it is removed too.
pub fn clause(tokens: &Tokens<'_>, cue: &TokenRange) -> RemovalExtent {
    let sentence = content::sentence_of(tokens, cue);
    let opening = after_opening(tokens, &sentence, cue.start);
    let mut certain = true;
    let mut parts = |seam: Seam| {
        certain &= seam != Seam::Unknown;
        seam != Seam::No
    };
    let mut before = (opening + 1..=cue.start).rev();
    let start = before.find(|at| parts(before_cue(tokens, &sentence, *at, cue)));
    let mut behind = cue.end..sentence.end;
    let end = behind.find(|at| parts(behind_cue(tokens, *at)));
    let (mut start, mut end) = (start.unwrap_or(opening), end.unwrap_or(sentence.end));
    if start == opening && end < sentence.end && drops(tokens, end) {
        end += 1;
    }
    end = name_at_end(tokens, cue.end, end);
    let contrasts = start > opening && start < cue.start && is_contrast(tokens, start);
    let joins = contrasts && splices(tokens, end, &sentence);
    start += usize::from(joins);
    RemovalExtent { range: start..end, sentence, opening, certain, joins }
}

/// Whether nothing but a comma joins what follows at `at` to what is before it.
fn splices(tokens: &Tokens<'_>, at: usize, sentence: &TokenRange) -> bool {
    let joined =
        Roles::COORDINATOR | Roles::JOIN | Roles::CONTRAST | Roles::REASON | Roles::CONNECTIVE;
    at < sentence.end
        && tokens.before(at).contains(Between::COMMA)
        && !tokens.before(at).intersects(PARTS)
        && !tokens.roles(at).intersects(joined)
        && syntax::vocative_end(tokens, at).is_none()
}

/// Where the title and name at the end of a clause begin, even without a comma before them: «Ηρεμήστε | κυρία Λάσκου,
/// …».
fn name_at_end(tokens: &Tokens<'_>, start: usize, end: usize) -> usize {
    let title = |at: &usize| tokens.roles(*at).contains(Roles::TITLE);
    let named = (start..end).rev().take(LONGEST_NAME).find(title);
    named.filter(|at| syntax::vocative_end(tokens, *at) == Some(end)).unwrap_or(end)
}

/// Whether nothing but greetings and names is before `at` in its sentence.
pub fn is_after_opening(tokens: &Tokens<'_>, at: usize) -> bool {
    let sentence = content::sentence_of(tokens, &(at..at + 1));
    after_opening(tokens, &sentence, at) == at
}

/// The first token after the greetings and names at the start of a sentence: «Κύριε Πέτρου, | …».
pub fn after_opening(tokens: &Tokens<'_>, sentence: &TokenRange, limit: usize) -> usize {
    let mut start = sentence.start;
    while let Some(end) = (start + 1..=limit).find(|at| tokens.before(*at).intersects(SIGNS)) {
        let regrets = (start..end).any(|at| tokens.roles(at).contains(Roles::COURTESY));
        let dropped = tokens.movable(start) == Some((end - start, false));
        if regrets || dropped || !content::is_courtesy(tokens, start..end) {
            break;
        }
        start = end;
    }
    start
}

/// Whether a clause that holds the cue begins at `at`, before the cue or with it.
fn before_cue(tokens: &Tokens<'_>, sentence: &TokenRange, at: usize, cue: &TokenRange) -> Seam {
    let (signs, roles) = (tokens.before(at), tokens.roles(at));
    let left = last_piece(tokens, sentence.start, at);
    if signs.intersects(PARTS) {
        return Seam::Yes;
    }
    if signs.contains(Between::COMMA) {
        let goes_on = roles.contains(Roles::CONTINUER);
        // "…, which is nothing to do with us": all of it goes.
        let relative = roles.contains(Roles::RELATIVE);
        let apart = at == cue.start && tokens.before(cue.end).intersects(SIGNS);
        let clause = syntax::opens_clause(tokens, at) || has_verb(tokens, at..cue.end) || apart;
        let adverb = tokens.movable(left.start) == Some((left.len(), false));
        return match () {
            () if relative => Seam::Yes,
            () if goes_on || adverb || !clause => Seam::No,
            () if has_verb(tokens, left.clone()) || left.start == sentence.start => Seam::Yes,
            () if syntax::opens_clause(tokens, at) => Seam::Yes,
            () => Seam::Unknown,
        };
    }
    let joins = roles.contains(Roles::COORDINATOR)
        && has_verb(tokens, left)
        && (syntax::opens_clause(tokens, at + 1) || has_verb(tokens, at + 1..cue.end));
    if joins { Seam::Yes } else { Seam::No }
}

/// Whether another clause begins at `at`, after the cue.
fn behind_cue(tokens: &Tokens<'_>, at: usize) -> Seam {
    let (signs, roles) = (tokens.before(at), tokens.roles(at));
    let opens = syntax::opens_clause(tokens, at);
    let joins = roles.contains(Roles::COORDINATOR) && syntax::opens_clause(tokens, at + 1);
    if signs.intersects(PARTS) {
        return Seam::Yes;
    }
    if signs.contains(Between::COMMA) {
        let goes_on = Roles::CONTINUER | Roles::RELATIVE | Roles::REPORTER;
        return match () {
            () if roles.intersects(goes_on) || is_aside(tokens, at) => Seam::No,
            () if roles.contains(Roles::REASON) => Seam::Unknown,
            () if syntax::is_vocative(tokens, at) || opens || joins => Seam::Yes,
            () if has_late_verb(tokens, at..tokens.list.len()) => Seam::Yes,
            () => Seam::Unknown,
        };
    }
    match () {
        () if !joins => Seam::No,
        () if roles.contains(Roles::REASON) => Seam::Unknown,
        () => Seam::Yes,
    }
}

/// «…, δυστυχώς.», "…, sorry": it says nothing by itself.
fn is_aside(tokens: &Tokens<'_>, at: usize) -> bool {
    let alone = |length: usize| tokens.before(at + length).intersects(SIGNS);
    let regret = tokens.roles(at).contains(Roles::REGRET | Roles::COURTESY) && alone(1);
    regret || tokens.movable(at).is_some_and(|(length, kept)| !kept && alone(length))
}

/// Whether a connective goes where the clause before it does: «και», but not «γιατί».
fn drops(tokens: &Tokens<'_>, at: usize) -> bool {
    let roles = tokens.roles(at);
    roles.contains(Roles::COORDINATOR) && !roles.contains(Roles::REASON)
}

/// "but", «αλλά»: what stands on either side means something else without it.
pub fn is_contrast(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.roles(at).contains(Roles::COORDINATOR | Roles::CONTRAST)
}

/// From the last sign before `end`, but not before `start`.
pub fn last_piece(tokens: &Tokens<'_>, start: usize, end: usize) -> TokenRange {
    let begins = (start..end).rev().find(|at| tokens.before(*at).intersects(SIGNS));
    begins.unwrap_or(start)..end
}

/// Whether a clause is there.
pub fn has_verb(tokens: &Tokens<'_>, range: TokenRange) -> bool {
    range.into_iter().any(|at| syntax::heads_clause(tokens, at))
}

/// «τα κρασιά που παραγγείλατε ετοιμάζονται»: a verb of its own comes late, after those of relative clauses.
pub fn has_late_verb(tokens: &Tokens<'_>, range: TokenRange) -> bool {
    let piece = (range.start + 1..range.end).find(|at| tokens.before(*at).intersects(SIGNS));
    let piece = range.start..piece.unwrap_or(range.end);
    let roles = |at: usize| tokens.roles(at);
    let verbs = piece.clone().filter(|at| {
        syntax::heads_clause(tokens, *at)
            && !at.checked_sub(1).is_some_and(|at| roles(at).contains(Roles::PARTICLE))
    });
    let subordinate = Roles::RELATIVE | Roles::REPORTER | Roles::CONTINUER | Roles::CONDITION;
    let relatives = piece.clone().filter(|at| roles(*at).intersects(subordinate)).count();
    roles(piece.start).contains(Roles::ARTICLE)
        && !roles(piece.start).contains(Roles::PREPOSITION)
        && verbs.count() > relatives
}
