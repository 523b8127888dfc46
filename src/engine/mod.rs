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
mod review;
mod rewrite;
mod scope;
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

use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashMap;

use crate::lexicon::Lexeme;
use crate::text::Draft;
use crate::text::greeklish::Spellings;
pub use budget::Work;
use candidate::Candidate;
pub use explain::{BlockedWording, Explanation, Silence, Silent};
pub use held::HoldReason;
use layer::CompiledRule;
pub use layer::{Layer, Origin, RuleInfo};
pub use review::{Blank, Finding, HeldBack, Pick, Review, Suggestion};
use review::{blanks, findings};
use rewrite::Rewrite;
pub use scope::{Greeklish, Quotes, Register, Scope};
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

    /// The engine with only those layers that contain a rule for which `matters` is true, which makes checks faster.
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
