//! Why a rule found nothing: the candidates that were dropped, each with its reason.

use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::candidate::Candidate;
use super::find::{Observer, find_observed};
use super::layer::Origin;
use super::token::Tokens;
use super::{Engine, Finding, Review, RuleInfo, Scope, Suggestion, edit};
use crate::rules::{Skip, Speaks};
use crate::text::Draft;

/// How many wordings are explained at most: each takes a check.
const MAX_CONTESTED: usize = 20;

/// A checked draft with the rules that nearly found something in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// What [`Engine::check`] gives.
    pub review: Review,
    /// Phrases that are in the draft and are not findings, by place.
    pub silent: Vec<Silent>,
    /// Wordings that fit but are not in the rewrite, because a rule finds something in them.
    pub contested: Vec<BlockedWording>,
}

/// A wording that fits where a rule finds something in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockedWording {
    /// The number of the finding.
    pub finding: usize,
    /// The number of its suggestion.
    pub suggestion: usize,
    /// The rule that finds something in it.
    pub by: Arc<RuleInfo>,
}

/// A phrase that is in a draft while its rule is silent. Offsets are bytes of the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Silent {
    /// The rule.
    pub rule: Arc<RuleInfo>,
    /// The words of the phrase, without its gaps.
    pub marks: Vec<Range<usize>>,
    /// Why it is silent.
    pub silence: Silence,
}

/// Why a rule is silent although its phrase is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Silence {
    /// It is a rule of another language than was asked for.
    Language,
    /// It matters less than was asked for.
    Level,
    /// It is switched off.
    Off,
    /// It is a Greek rule that met a loan word in a draft that is not Greek.
    OtherDraft,
    /// A rule of an earlier layer has the same id and replaces it.
    Replaced,
    /// The match is part of something longer, such as the U of U.S.
    HalfAWord,
    /// The words are somebody else's.
    Quoted,
    /// The rule leaves such clauses out.
    Skipped(Skip),
    /// Built-in rules are silent in such places.
    Innocent(Speaks),
    /// It is a no about safety, health, privacy or law.
    Safeguard,
    /// The words are a name that the team never wants flagged.
    Spared,
    /// An `unless` phrase of the rule is there.
    Unless,
    /// Another rule speaks of the same words.
    Outdone {
        /// The rule that does.
        by: Arc<RuleInfo>,
        /// It is a team's, and this one a built-in one.
        is_teams: bool,
    },
}

impl Silence {
    /// Its key in JSON, such as `outdone`.
    pub fn key(&self) -> &'static str {
        match self {
            Silence::Language => "language",
            Silence::Level => "level",
            Silence::Off => "off",
            Silence::OtherDraft => "other-draft",
            Silence::Replaced => "replaced",
            Silence::HalfAWord => "half-a-word",
            Silence::Quoted => "quoted",
            Silence::Skipped(Skip::Questions) => "question",
            Silence::Skipped(Skip::Conditions) | Silence::Innocent(Speaks::Conditions) => {
                "condition"
            }
            Silence::Skipped(Skip::Reports) => "report",
            Silence::Innocent(Speaks::Relatives) => "relative",
            Silence::Innocent(Speaks::Negated) => "negated",
            Silence::Safeguard => "safeguard",
            Silence::Spared => "spared",
            Silence::Unless => "unless",
            Silence::Outdone { .. } => "outdone",
        }
    }
}

/// The wordings of findings without one in the rewrite, each with a rule that finds something in it.
pub(super) fn contested(
    engine: &Engine,
    draft: &str,
    review: &Review,
    scope: &Scope<'_>,
) -> Vec<BlockedWording> {
    let left = review.findings.iter().enumerate().filter(|(_, it)| it.chosen.is_none());
    let wordings = left.flat_map(|(number, finding)| {
        let suggestions = finding.suggestions.iter().enumerate();
        suggestions.map(move |(suggestion, said)| (number, suggestion, finding, said))
    });
    let objected = |(finding, suggestion, found, said): (usize, usize, &Finding, &Suggestion)| {
        let (before, after) = (draft.get(..found.span.start)?, draft.get(found.span.end..)?);
        let text = format!("{before}{}{after}", said.text);
        let words = before.len()..before.len() + said.text.len();
        let within = |mark: &Range<usize>| mark.start < words.end && words.start < mark.end;
        let findings = engine.check(Draft::new(&text).ok()?, scope).findings;
        let by = findings.into_iter().find(|it| it.marks.iter().any(within))?.rule;
        Some(BlockedWording { finding, suggestion, by })
    };
    wordings.take(MAX_CONTESTED).filter_map(objected).collect()
}

/// The phrases of a draft that are not findings, by place.
pub(super) fn silent(engine: &Engine, tokens: &Tokens<'_>, scope: &Scope<'_>) -> Vec<Silent> {
    let mut told = Told { engine, tokens, silent: Vec::new() };
    find_observed(engine, tokens, scope, &mut told);
    let mut silent = told.silent;
    silent.sort_by_key(|silent| silent.marks.first().map(|mark| (mark.start, mark.end)));
    silent.dedup();
    silent
}

struct Told<'a> {
    engine: &'a Engine,
    tokens: &'a Tokens<'a>,
    silent: Vec<Silent>,
}

impl Told<'_> {
    /// Records in `silent` each candidate that is in `before` but not in `after`, with its reason.
    fn missing(
        &mut self,
        before: &[Candidate],
        after: &[Candidate],
        silence: impl Fn(&Candidate) -> Option<Silence>,
    ) {
        let key = |it: &Candidate| (it.layer, it.rule, it.span.start, it.span.end);
        let kept: FxHashSet<_> = after.iter().map(key).collect();
        for candidate in before.iter().filter(|it| !kept.contains(&key(it))) {
            if let Some(silence) = silence(candidate) {
                self.rejected(candidate, silence);
            }
        }
    }
}

impl Observer for Told<'_> {
    const ENABLED: bool = true;

    fn rejected(&mut self, candidate: &Candidate, silence: Silence) {
        let Some(rule) = self.engine.rule(candidate) else { return };
        let marks = edit::marks(self.tokens, candidate);
        self.silent.push(Silent { rule: Arc::clone(&rule.info), marks, silence });
    }

    fn step(
        &mut self,
        found: &mut Vec<Candidate>,
        silence: Silence,
        step: impl FnOnce(&mut Vec<Candidate>),
    ) {
        let before = found.clone();
        step(found);
        self.missing(&before, found, |_| Some(silence.clone()));
    }

    fn resolve(
        &mut self,
        all: Vec<Candidate>,
        resolve: impl FnOnce(Vec<Candidate>) -> Vec<Candidate>,
    ) -> Vec<Candidate> {
        let before = all.clone();
        let selected = resolve(all);
        let (engine, winners) = (self.engine, Winners::of(&selected, self.tokens.list.len()));
        self.missing(&before, &selected, |loser| {
            let winner = winners.over(loser).and_then(|number| selected.get(number))?;
            // A shorter match of the same rule says nothing new.
            let same = (winner.layer, winner.rule) == (loser.layer, loser.rule);
            let (by, other) = (engine.rule(winner)?, engine.rule(loser)?);
            let is_teams = by.origin == Origin::Team && other.origin == Origin::BuiltIn;
            (!same).then(|| Silence::Outdone { by: Arc::clone(&by.info), is_teams })
        });
        selected
    }
}

/// Which selected candidate has each token.
struct Winners {
    claimed: Vec<Option<usize>>,
    in_gap: Vec<Option<usize>>,
}

impl Winners {
    fn of(selected: &[Candidate], tokens: usize) -> Winners {
        let mut winners = Winners { claimed: vec![None; tokens], in_gap: vec![None; tokens] };
        for (number, candidate) in selected.iter().enumerate() {
            for token in candidate.span.clone() {
                let claims = candidate.claims(token);
                let list = if claims { &mut winners.claimed } else { &mut winners.in_gap };
                if let Some(slot) = list.get_mut(token) {
                    *slot = Some(number);
                }
            }
        }
        winners
    }

    /// The selected candidate that overlaps this one: by a word of its phrase or, failing that, by one of its gaps.
    fn over(&self, loser: &Candidate) -> Option<usize> {
        let at = |list: &[Option<usize>], token: usize| list.get(token).copied().flatten();
        let mut own = loser.span.clone().filter(|token| loser.claims(*token));
        own.find_map(|token| at(&self.claimed, token))
            .or_else(|| loser.span.clone().find_map(|token| at(&self.claimed, token)))
            .or_else(|| loser.span.clone().find_map(|token| at(&self.in_gap, token)))
    }
}
