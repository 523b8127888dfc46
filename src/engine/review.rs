//! What comes of a check: findings, their suggestions, the rewrite.

use std::ops::Range;
use std::sync::Arc;

use super::edit::Edit;
use super::held::HoldReason;
use super::layer::RuleInfo;
use super::rewrite;
use super::template::{Template, shortened};
use crate::text::{Folded, Zone, ZoneKind};

/// One thing to say otherwise. All offsets are bytes of the draft, on character boundaries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule that found it.
    pub rule: Arc<RuleInfo>,
    /// What a suggestion replaces.
    pub span: Range<usize>,
    /// What to show: the words without the gaps.
    pub marks: Vec<Range<usize>>,
    /// Its marked words go without replacement, if anything may be done at all.
    pub removes: bool,
    /// What may be said instead, the first to take. Empty: these words are for the agent to write.
    pub suggestions: Vec<Suggestion>,
    /// Which of the suggestions is in the rewrite; `None`: the draft's own words do.
    pub chosen: Option<usize>,
    /// Wordings that would do harm here, as examples of how others put it.
    pub held: Vec<HeldBack>,
}

impl Finding {
    /// The suggestion that is in the rewrite.
    pub fn applied(&self) -> Option<&Suggestion> {
        self.chosen.and_then(|chosen| self.suggestions.get(chosen))
    }
}

/// What may be said instead of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// What takes the place of the finding's span.
    pub text: String,
    /// The same with `…` for the draft's own words in it: what is new.
    pub short: String,
    /// The agent promises to ask, check or tell.
    pub commits: bool,
    /// Its number among the wordings of the rule.
    pub number: usize,
}

/// A wording that may not take the place of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldBack {
    /// What would have taken the place of the finding's span.
    pub text: String,
    /// The same with `…` for the draft's own words in it.
    pub short: String,
    /// Why it was held back.
    pub reason: HoldReason,
    /// Its number among the wordings of the rule.
    pub number: usize,
}

/// What a person wants done with a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pick {
    /// The first wording that fits.
    #[default]
    Fitting,
    /// The suggestion of this number; as [`Pick::Fitting`] if there is none.
    Wording(usize),
    /// The draft's own words.
    Keep,
}

/// A `[hint]` that the agent has to fill in. Offsets are bytes of the rewrite.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blank {
    /// What belongs there.
    pub hint: String,
    /// With its brackets.
    pub span: Range<usize>,
}

/// A checked draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// The language that most of the draft's letters belong to, `el` or `en`.
    pub language: &'static str,
    /// The draft was read as Greek in Latin letters.
    pub greeklish: bool,
    /// What to say otherwise, by place.
    pub findings: Vec<Finding>,
    /// The draft with a suggestion of every finding in place.
    pub rewrite: String,
    /// What is still to be filled in.
    pub blanks: Vec<Blank>,
    /// The findings of the rewrite itself: checking it again gives just these.
    pub remaining: Vec<Finding>,
    /// Rules that would have taken too long on this draft, and were left out of it. None of those that come with the
    /// program.
    pub skipped: Vec<Arc<RuleInfo>>,
}

/// The findings of a text with their suggestions; without choices every gap keeps the draft's words.
pub(super) fn findings(draft: &str, edits: &[Edit<'_>], choices: &[Option<usize>]) -> Vec<Finding> {
    let composed = |index: usize, template: &Template| {
        rewrite::suggestion(draft, edits, choices, index, template)
    };
    let finding = |(index, edit): (usize, &Edit<'_>)| Finding {
        rule: Arc::clone(&edit.rule.info),
        span: edit.span.clone(),
        marks: edit.marks.clone(),
        removes: edit.removes,
        suggestions: edit
            .options
            .iter()
            .map(|it| Suggestion {
                text: composed(index, &it.template),
                short: shortened(&it.template),
                commits: it.commits,
                number: it.number,
            })
            .collect(),
        chosen: choices.get(index).copied().flatten(),
        held: edit
            .held
            .iter()
            .map(|it| HeldBack {
                text: composed(index, &it.template),
                short: shortened(&it.template),
                reason: it.reason,
                number: it.number,
            })
            .collect(),
    };
    edits.iter().enumerate().map(finding).collect()
}

/// What is still to be filled in.
pub(super) fn blanks(folded: &Folded<'_>) -> Vec<Blank> {
    let hint = |span: &Range<usize>| {
        folded.draft.get(span.start + 1..span.end - 1).unwrap_or("").to_owned()
    };
    let blank = |zone: &Zone| Blank { hint: hint(&zone.span), span: zone.span.clone() };
    folded.zones.iter().filter(|zone| zone.kind == ZoneKind::Blank).map(blank).collect()
}
