//! The engine: compiled rules, what they find in a draft, and the draft reworded.
//!
//! An [`Engine`] is a shared [`Vocabulary`] and its [`Layer`]s. A draft is folded once and its words are
//! looked up once; every layer then gives candidates over that one fold, and overlaps are resolved once
//! over all layers. [`Engine::check`] gives a [`Review`].
//!
//! The engine is pure: no input or output, no clock, and no operation that fails. It is [`Send`] and
//! [`Sync`]; share it behind an `Arc`. All offsets are bytes, on character boundaries, end excluded.
#![warn(missing_docs)]

mod budget;
mod candidate;
mod chunks;
mod clause;
mod content;
mod cue;
mod edges;
mod edit;
mod explain;
mod find;
mod gap;
mod greeklish;
mod guard;
mod held;
mod layer;
mod lexemes;
mod match_context;
mod matcher;
mod overlap;
mod patterns;
mod removal;
mod resolve;
mod rewrite;
mod search;
mod selection;
mod spared;
mod suggest;
mod syntax;
mod template;
mod token;
mod trie;
mod vocabulary;
mod voice;
mod word_index;
mod wording;

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::lexicon::Lexeme;
use crate::rules::Level;
use crate::text::greeklish::Spellings;
use crate::text::{self, Draft, ZoneKind};
pub use budget::Work;
use candidate::Candidate;
pub use explain::{Contested, Explanation, Silence, Silent};
pub use held::Held;
use layer::CompiledRule;
pub use layer::{Layer, Origin, RuleInfo};
use rewrite::Rewrite;
pub use spared::Spared;
use token::Tokens;
pub use vocabulary::Vocabulary;

/// The rules that apply: shared words, and layers of which an earlier one may replace rules of a later one.
#[derive(Debug, Clone)]
pub struct Engine {
    vocabulary: Arc<Vocabulary>,
    layers: Vec<Arc<Layer>>,
    /// Rules that an earlier layer has replaced by naming their id, with the number of that layer.
    replaced: FxHashMap<String, usize>,
    /// The Greek words of all layers, made when the first draft needs them.
    spellings: Arc<OnceLock<Spellings>>,
}

/// What becomes of Greek in Latin letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Greeklish {
    /// It is read as Greek, and reworded in Latin letters.
    #[default]
    Read,
    /// It is left alone.
    Ignored,
}

/// How customers are spoken to where a draft does not tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Register {
    /// In the plural of politeness: σας.
    #[default]
    Formal,
    /// In the singular: σου.
    Familiar,
}

/// What becomes of quotations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Quotes {
    /// Only rules that ask for them look at them.
    #[default]
    LeftAlone,
    /// They are looked at as the rest of a draft is.
    Checked,
}

/// What a check looks at.
#[derive(Debug, Clone, Default)]
pub struct Scope<'a> {
    /// Only rules of this language; `None`: of every language.
    pub language: Option<&'a str>,
    /// Only rules of this level or above.
    pub level: Level,
    /// Rules that are switched off, by full id.
    pub off: Option<&'a FxHashSet<String>>,
    /// Names that are never flagged.
    pub spared: Option<&'a Spared>,
    /// Whether a draft in Greeklish is read as Greek.
    pub greeklish: Greeklish,
    /// How customers are spoken to where a draft does not tell.
    pub register: Register,
    /// What becomes of quotations.
    pub quotes: Quotes,
}

impl Scope<'_> {
    /// Every rule of every language.
    pub fn everything() -> Scope<'static> {
        Scope { level: Level::Suggestion, ..Scope::default() }
    }

    /// Why a rule is not asked, if it is not.
    fn bars(&self, rule: &RuleInfo) -> Option<Silence> {
        if rule.level < self.level {
            Some(Silence::Level)
        } else if self.language.is_some_and(|language| language != rule.language) {
            Some(Silence::Language)
        } else if self.off.is_some_and(|off| off.contains(&rule.id)) {
            Some(Silence::Off)
        } else {
            None
        }
    }
}

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
    pub reason: Held,
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

impl Engine {
    /// The layers over their shared words. Of two rules with one id the earlier layer's counts.
    pub fn new(vocabulary: Arc<Vocabulary>, layers: Vec<Arc<Layer>>) -> Engine {
        let mut replaced = FxHashMap::default();
        for (number, layer) in layers.iter().enumerate() {
            let later = &layers[number + 1..];
            for rule in &layer.rules {
                let id = &rule.info.id;
                if !replaced.contains_key(id) && later.iter().any(|layer| layer.has_rule(id)) {
                    replaced.insert(id.clone(), number);
                }
            }
        }
        Engine { vocabulary, layers, replaced, spellings: Arc::default() }
    }

    /// Only the layers with rules that matter: what these find alone is found in less time.
    pub fn only(&self, matters: impl Fn(&RuleInfo) -> bool) -> Engine {
        let has_some = |layer: &&Arc<Layer>| layer.rules.iter().any(|rule| matters(&rule.info));
        let layers = self.layers.iter().filter(has_some).cloned().collect();
        let spellings = Arc::clone(&self.spellings);
        Engine { spellings, ..Engine::new(Arc::clone(&self.vocabulary), layers) }
    }

    /// The shared words.
    pub fn vocabulary(&self) -> &Arc<Vocabulary> {
        &self.vocabulary
    }

    /// The word that rules call by this name: of the earliest layer that has it, else the shared one.
    pub fn lexeme(&self, name: &str) -> Option<&Lexeme> {
        let own = self.layers.iter().find_map(|layer| layer.own_lexeme(name));
        own.or_else(|| self.vocabulary.lexemes.get(name).map(|lexeme| &**lexeme))
    }

    /// Every active rule, with those of earlier layers first.
    pub fn rules(&self) -> impl Iterator<Item = &Arc<RuleInfo>> {
        self.layers.iter().enumerate().flat_map(move |(number, layer)| {
            layer
                .rules
                .iter()
                .map(|rule| &rule.info)
                .filter(move |info| !self.replaced(number, &info.id))
        })
    }

    /// Checks a draft: findings, suggestions and the whole draft reworded.
    ///
    /// Spans of findings are bytes of the draft, spans of blanks and of [`Review::remaining`] bytes of the
    /// rewrite. Equal drafts, rules and scopes give equal reviews.
    ///
    /// ```
    /// use kalologos::engine::Scope;
    /// use kalologos::ruleset::{RuleSet, SourceFile, builtin};
    /// use kalologos::text::Draft;
    ///
    /// let (mut rules, _) = RuleSet::languages(builtin());
    /// let text = "language: en\nrules:\n  - avoid: in due course\n    prefer: by [when]\n";
    /// rules.add(&[SourceFile { name: "team.yaml".to_owned(), text: text.to_owned() }]);
    ///
    /// let draft = Draft::new("You will hear from us in due course.")?;
    /// let review = rules.engine().check(draft, &Scope::everything());
    /// let finding = &review.findings[0];
    /// assert_eq!(&draft.text()[finding.span.clone()], "in due course");
    /// assert_eq!(finding.suggestions[0].text, "by [when]");
    /// assert_eq!(&review.rewrite[review.blanks[0].span.clone()], "[when]");
    /// # Ok::<(), kalologos::text::DraftTooLong>(())
    /// ```
    pub fn check(&self, draft: Draft<'_>, scope: &Scope<'_>) -> Review {
        self.check_as_picked(draft, scope, &[])
    }

    /// The draft checked as by [`Engine::check`], and reworded as somebody picked: a pick for each
    /// finding, in their order. Findings past the last pick take the first wording that fits.
    pub fn check_as_picked(&self, draft: Draft<'_>, scope: &Scope<'_>, picks: &[Pick]) -> Review {
        let read = greeklish::read(self, draft.text(), scope);
        let tokens = Tokens::new(&read, &self.vocabulary);
        let found = find::find(self, &tokens, scope);
        let skipped = found.skipped(self, scope);
        let edits = edit::edits(self, &tokens, &found.selected, scope);
        let language = if read.folded.greek { "el" } else { "en" };
        let greeklish = read.typed.is_some();
        if edits.is_empty() {
            return Review {
                language,
                greeklish,
                findings: Vec::new(),
                rewrite: draft.text().to_owned(),
                blanks: blanks(&read.folded),
                remaining: Vec::new(),
                skipped,
            };
        }
        let rewritten = rewrite::rewrite(self, draft.text(), &edits, picks, scope);
        let findings = findings(draft.text(), &edits, &rewritten.choices);
        let Rewrite { text: rewrite, remaining, blanks, .. } = rewritten;
        Review { language, greeklish, findings, rewrite, blanks, remaining, skipped }
    }

    /// Counts the findings of a draft, as many as [`Engine::check`] finds. Much faster, because wordings are formed
    /// only where rules compete.
    pub fn count(&self, draft: Draft<'_>, scope: &Scope<'_>) -> usize {
        self.count_and_skipped(draft, scope).0
    }

    /// The same with the rules that took more than their budget and were left out.
    pub fn count_and_skipped(
        &self,
        draft: Draft<'_>,
        scope: &Scope<'_>,
    ) -> (usize, Vec<Arc<RuleInfo>>) {
        let read = greeklish::read(self, draft.text(), scope);
        let tokens = Tokens::new(&read, &self.vocabulary);
        let found = find::find(self, &tokens, scope);
        (found.selected.len(), found.skipped(self, scope))
    }

    /// The work of finding in a draft, in steps and bytes rather than in time: the same on every machine.
    pub fn work(&self, draft: Draft<'_>, scope: &Scope<'_>) -> Work {
        let read = greeklish::read(self, draft.text(), scope);
        find::find(self, &Tokens::new(&read, &self.vocabulary), scope).work
    }

    /// The draft checked as by [`Engine::check`], and which rules nearly found something in it.
    pub fn explain(&self, draft: Draft<'_>, scope: &Scope<'_>) -> Explanation {
        let review = self.check(draft, scope);
        let read = greeklish::read(self, draft.text(), scope);
        let tokens = Tokens::new(&read, &self.vocabulary);
        let contested = explain::contested(self, draft.text(), &review, scope);
        Explanation { silent: explain::silent(self, &tokens, scope), contested, review }
    }

    fn spellings(&self) -> &Spellings {
        self.spellings.get_or_init(|| greeklish::spellings(&self.vocabulary, &self.layers))
    }

    /// Whether a language's file or a rule names this folded word.
    fn knows(&self, hash: u32, folded: &[u8]) -> bool {
        let own = |layer: &Arc<Layer>| layer.own_word(hash, || folded) != word_index::UNKNOWN;
        self.vocabulary.find(hash, || folded) != word_index::UNKNOWN || self.layers.iter().any(own)
    }

    fn rule(&self, candidate: &Candidate) -> Option<&CompiledRule> {
        self.layer_and_rule(candidate).map(|(_, rule)| rule)
    }

    fn layer_and_rule(&self, candidate: &Candidate) -> Option<(&Layer, &CompiledRule)> {
        let layer = self.layers.get(candidate.layer)?;
        layer.rules.get(candidate.rule as usize).map(|rule| (&**layer, rule))
    }

    fn replaced(&self, layer: usize, id: &str) -> bool {
        !self.replaced.is_empty() && self.replaced.get(id).is_some_and(|by| *by < layer)
    }
}

/// The findings of a text with their suggestions; without choices every gap keeps the draft's words.
fn findings(draft: &str, edits: &[edit::Edit<'_>], choices: &[Option<usize>]) -> Vec<Finding> {
    let composed = |index: usize, template: &template::Template| {
        rewrite::suggestion(draft, edits, choices, index, template)
    };
    let finding = |(index, edit): (usize, &edit::Edit<'_>)| Finding {
        rule: Arc::clone(&edit.rule.info),
        span: edit.span.clone(),
        marks: edit.marks.clone(),
        removes: edit.removes,
        suggestions: edit
            .options
            .iter()
            .map(|it| Suggestion {
                text: composed(index, &it.template),
                short: template::shortened(&it.template),
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
                short: template::shortened(&it.template),
                reason: it.reason,
                number: it.number,
            })
            .collect(),
    };
    edits.iter().enumerate().map(finding).collect()
}

fn blanks(folded: &text::Folded<'_>) -> Vec<Blank> {
    let hint = |span: &Range<usize>| {
        folded.draft.get(span.start + 1..span.end - 1).unwrap_or("").to_owned()
    };
    let blank = |zone: &text::Zone| Blank { hint: hint(&zone.span), span: zone.span.clone() };
    folded.zones.iter().filter(|zone| zone.kind == ZoneKind::Blank).map(blank).collect()
}
