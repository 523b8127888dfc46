//! From rule files to an engine: files are parsed, checked and compiled, and every problem is returned.

use std::sync::Arc;
use std::thread;

use super::builtin;
use super::source_file::{FileKind, SourceFile};
use crate::audit::{AuditedPack, Replies, Standing};
use crate::engine::{Engine, Layer, Origin, Vocabulary};
use crate::lexicon::Lexeme;
use crate::rules::{Diagnostic, Extent, Known, Principle, Rule, RuleFile, Severity, Source};
use crate::{audit, rules, text};

/// The languages, the principles and the rules that apply.
#[derive(Debug, Clone)]
pub struct RuleSet {
    known: Arc<Known>,
    principles: Arc<Vec<Principle>>,
    vocabulary: Arc<Vocabulary>,
    layers: Vec<Arc<Layer>>,
    /// What the layers were made of, in the same order.
    packs: Vec<Pack>,
}

/// What came of rule files.
#[derive(Debug)]
pub struct Tried {
    /// The rule set with their rules; `None` if they can't be read.
    pub rule_set: Option<RuleSet>,
    /// Every problem.
    pub problems: Vec<Diagnostic>,
}

/// What a name of a rule leads to.
#[derive(Debug, Clone)]
pub enum RuleLookup<'a> {
    /// A rule and its file.
    Found(&'a Pack, &'a Rule),
    /// Several rules end so.
    Several(Vec<String>),
    /// None.
    Unknown {
        /// The id that is most like it.
        nearest: Option<String>,
    },
}

/// A valid rule file whose rules apply.
#[derive(Debug, Clone)]
pub struct Pack {
    /// Its name as the user knows it.
    pub name: String,
    /// What it holds.
    pub rules: Arc<RuleFile>,
    /// Whose it is.
    pub standing: Standing,
}

impl Pack {
    fn audited(&self) -> AuditedPack<'_> {
        AuditedPack { name: &self.name, rules: &self.rules, standing: self.standing }
    }
}

impl RuleSet {
    /// The languages and principles of the files, without their rules; and every problem.
    pub fn languages<'f>(
        files: impl IntoIterator<Item = &'f SourceFile>,
    ) -> (RuleSet, Vec<Diagnostic>) {
        let files: Vec<&SourceFile> = files.into_iter().collect();
        let mut known = Known::default();
        let mut problems = Vec::new();
        let mut languages = Vec::new();
        let mut principles = Vec::new();
        for file in files.iter().filter(|file| file.kind() == FileKind::Words) {
            let (mut data, found) =
                rules::parse_language(builtin::source(file, Extent::Whole), &file.name);
            problems.extend(found);
            known.add_language(&data);
            let lexemes = std::mem::take(&mut data.lexemes);
            languages.push((data, lexemes));
        }
        for file in files.iter().filter(|file| file.kind() == FileKind::Principles) {
            let (read, found) =
                rules::parse_principles(builtin::source(file, Extent::Whole), &file.name);
            problems.extend(found);
            known.add_principles(read.iter().map(|principle| principle.id.as_str()));
            for principle in &read {
                let names = principle.names.iter().map(|(_, name)| name.as_str());
                known.add_principle_names(&principle.id, names);
            }
            principles.extend(read);
        }
        let vocabulary = Arc::new(Vocabulary::new(&languages));
        let (known, principles) = (Arc::new(known), Arc::new(principles));
        (RuleSet { known, principles, vocabulary, layers: Vec::new(), packs: Vec::new() }, problems)
    }

    /// Adds the rules of files as one layer before the existing ones; a rule replaces theirs of the same id.
    ///
    /// Returns every problem. If one of them is an error, nothing is added.
    ///
    /// ```
    /// use kalologos::ruleset::{RuleSet, SourceFile, builtin, has_errors};
    ///
    /// let file = |text: &str| SourceFile { name: "team.yaml".to_owned(), text: text.to_owned() };
    /// let (mut rules, _) = RuleSet::languages(builtin());
    /// let problems = rules.add(&[file("language: en\nrules:\n  - prefer: soon\n")]);
    /// assert!(has_errors(&problems) && rules.packs().is_empty());
    ///
    /// let problems = rules.add(&[file("language: en\nrules:\n  - {avoid: asap, prefer: soon}\n")]);
    /// assert!(problems.is_empty());
    /// assert_eq!(rules.packs()[0].rules.rules.len(), 1);
    /// ```
    pub fn add<'f>(&mut self, files: impl IntoIterator<Item = &'f SourceFile>) -> Vec<Diagnostic> {
        let Tried { rule_set, problems } = self.tried(files);
        if let Some(rule_set) = rule_set.filter(|_| !has_errors(&problems)) {
            *self = rule_set;
        }
        problems
    }

    /// Compiles files as [`RuleSet::add`] does, without adding them, and runs their examples.
    pub fn tried<'f>(&self, files: impl IntoIterator<Item = &'f SourceFile>) -> Tried {
        let (parsed, mut problems) = self.parse(files, Standing::Team, Extent::Whole);
        if has_errors(&problems) {
            return Tried { rule_set: None, problems };
        }
        let candidate = self.with_layer(&parsed, Standing::Team);
        let engine = candidate.engine();
        for (file, rules) in &parsed {
            problems.extend(audit::examples(&engine, rules, &file.name));
        }
        Tried { rule_set: Some(candidate), problems }
    }

    /// Adds rules whose examples were audited against the engine before, such as the built-in ones:
    /// they are not run again. Otherwise as [`RuleSet::add`].
    pub fn add_proven<'f>(
        &mut self,
        files: impl IntoIterator<Item = &'f SourceFile>,
    ) -> Vec<Diagnostic> {
        self.add_builtin(files, Extent::Whole)
    }

    /// The same for a library that only checks drafts: the examples of the rules are not read.
    pub fn add_for_drafts<'f>(
        &mut self,
        files: impl IntoIterator<Item = &'f SourceFile>,
    ) -> Vec<Diagnostic> {
        self.add_builtin(files, Extent::WithoutExamples)
    }

    fn add_builtin<'f>(
        &mut self,
        files: impl IntoIterator<Item = &'f SourceFile>,
        extent: Extent,
    ) -> Vec<Diagnostic> {
        let (parsed, problems) = self.parse(files, Standing::Builtin, extent);
        let candidate = self.with_layer(&parsed, Standing::Builtin);
        if !has_errors(&problems) {
            *self = candidate;
        }
        problems
    }

    fn parse<'f>(
        &self,
        files: impl IntoIterator<Item = &'f SourceFile>,
        standing: Standing,
        extent: Extent,
    ) -> (Vec<(&'f SourceFile, Arc<RuleFile>)>, Vec<Diagnostic>) {
        let packs: Vec<&SourceFile> =
            files.into_iter().filter(|file| file.kind() == FileKind::Pack).collect();
        let read = |file: &&'f SourceFile| {
            // Of a file that is tried everything shows that can be wrong, also of a built-in one.
            let source = match standing {
                Standing::Builtin => builtin::source(file, extent),
                Standing::Team => Source::from(&file.text),
            };
            let (rules, found) = rules::parse(source, &file.name, &self.known);
            let kept = match (standing, extent) {
                // They stay as long as the program runs. File by file: what is dropped once all are read leaves
                // holes in memory that no one fills.
                (Standing::Builtin, Extent::Whole) => rules.compact(),
                _ => rules,
            };
            (*file, (kept, found))
        };
        let mut parsed = Vec::with_capacity(packs.len());
        let mut problems = Vec::new();
        for (file, (rules, found)) in map_in_parallel(&packs, |file| file.text.len(), read) {
            problems.extend(found);
            parsed.push((file, Arc::new(rules)));
        }
        let named: Vec<(&str, &RuleFile)> =
            parsed.iter().map(|(file, rules)| (file.name.as_str(), &**rules)).collect();
        problems.extend(rules::ids_across(&named));
        problems.extend(rules::tips_across(&named));
        (parsed, problems)
    }

    fn with_layer(&self, parsed: &[(&SourceFile, Arc<RuleFile>)], standing: Standing) -> RuleSet {
        // A file at the path of a built-in one takes its place, also in how its rules speak.
        let in_place = |file: &SourceFile| {
            let path = std::path::Path::new(&file.name);
            let below = |name: &'static str| name.strip_prefix("rules/").unwrap_or(name);
            builtin::builtin().iter().any(|own| path.ends_with(below(&own.name)))
        };
        let pack = |(file, rules): &(&SourceFile, Arc<RuleFile>)| Pack {
            name: file.name.clone(),
            rules: Arc::clone(rules),
            standing: if in_place(file) { Standing::Builtin } else { standing },
        };
        self.with_packs(parsed.iter().map(pack).collect())
    }

    /// A rule file as it reads by the words that are known here, and every problem.
    pub fn read(&self, file: &SourceFile) -> (RuleFile, Vec<Diagnostic>) {
        rules::parse(&file.text, &file.name, &self.known)
    }

    /// With packs that were read before, as one layer before those that are there.
    pub fn with_packs(&self, packs: Vec<Pack>) -> RuleSet {
        let lexemes = packs.iter().flat_map(|pack| pack.rules.lexemes.iter().cloned());
        let origin = |pack: &Pack| match pack.standing {
            Standing::Builtin => Origin::BuiltIn,
            Standing::Team => Origin::Team,
        };
        let all = packs
            .iter()
            .flat_map(|pack| pack.rules.rules.iter().map(move |rule| (rule, origin(pack))));
        let layer = Layer::new(all, lexemes, &self.vocabulary);
        let mut candidate = self.clone();
        candidate.layers.insert(0, Arc::new(layer));
        candidate.packs.splice(0..0, packs);
        candidate
    }

    /// What the rules that were added last take in memory once they are compiled, in bytes, about.
    pub fn last_added_bytes(&self) -> usize {
        self.layers.first().map_or(0, |layer| layer.bytes())
    }

    /// The rules that apply, ready to check drafts.
    pub fn engine(&self) -> Engine {
        Engine::new(Arc::clone(&self.vocabulary), self.layers.clone())
    }

    /// The active rule files; of two rules with one id the first counts.
    pub fn packs(&self) -> &[Pack] {
        &self.packs
    }

    /// The files of these names audited against themselves, the other active rules and good replies.
    ///
    /// `builtin` tells the files that are to be judged as the program's own.
    pub fn audit(
        &self,
        names: &[&str],
        builtin: impl Fn(&str) -> bool,
        replies: &[Replies<'_>],
    ) -> Vec<Diagnostic> {
        let (under, beside): (Vec<&Pack>, Vec<&Pack>) =
            self.packs.iter().partition(|pack| names.contains(&pack.name.as_str()));
        let mut under: Vec<AuditedPack<'_>> = under.iter().map(|pack| pack.audited()).collect();
        for audited in under.iter_mut().filter(|audited| builtin(audited.name)) {
            audited.standing = Standing::Builtin;
        }
        let beside: Vec<AuditedPack<'_>> = beside.iter().map(|pack| pack.audited()).collect();
        audit::audit(&self.engine(), &under, &beside, replies)
    }

    /// The rule of this name: a full id, the end of one, or the id alone where only one rule has it.
    pub fn rule(&self, name: &str) -> RuleLookup<'_> {
        let all = || {
            self.packs.iter().flat_map(|pack| pack.rules.rules.iter().map(move |rule| (pack, rule)))
        };
        if let Some((pack, rule)) = all().find(|(_, rule)| rule.id == name) {
            return RuleLookup::Found(pack, rule);
        }
        let end = format!("/{name}");
        let mut ids: Vec<String> = Vec::new();
        let mut first = None;
        for (pack, rule) in all().filter(|(_, rule)| rule.id.ends_with(&end)) {
            if !ids.contains(&rule.id) {
                ids.push(rule.id.clone());
                first = first.or(Some((pack, rule)));
            }
        }
        match (first, ids.len()) {
            (Some((pack, rule)), 1) => RuleLookup::Found(pack, rule),
            (Some(_), _) => RuleLookup::Several(ids),
            (None, _) => RuleLookup::Unknown {
                nearest: text::nearest(name, all().map(|(_, rule)| rule.id.as_str())),
            },
        }
    }

    /// Every word of the word tables.
    pub fn lexemes(&self) -> impl Iterator<Item = &Lexeme> {
        self.vocabulary.all_lexemes()
    }

    /// The same, each with whether the customer next to it is an accusative: σας, σε.
    pub fn lexemes_by_case(&self) -> impl Iterator<Item = (&Lexeme, bool)> {
        self.lexemes().map(|lexeme| (lexeme, self.vocabulary.takes_accusative(lexeme)))
    }

    /// Whether a principle has this id, or is called so in any language.
    pub fn has_principle(&self, name: &str) -> bool {
        self.known.principle_called(name).is_some()
            || self.principles.iter().any(|it| it.id == name)
    }

    /// The principles of service.
    pub fn principles(&self) -> &[Principle] {
        &self.principles
    }

    /// The same, to be kept.
    pub fn shared_principles(&self) -> Arc<Vec<Principle>> {
        Arc::clone(&self.principles)
    }
}

/// Whether one of the problems is an error.
pub fn has_errors(problems: &[Diagnostic]) -> bool {
    problems.iter().any(|problem| problem.severity == Severity::Error)
}

/// Below this weight a second thread costs more than it saves.
const LEAST: usize = 1 << 17;

/// What `work` makes of each item, in their order; a second thread takes the second half by weight.
pub(super) fn map_in_parallel<T: Sync, R: Send>(
    items: &[T],
    weight: impl Fn(&T) -> usize,
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let whole: usize = items.iter().map(&weight).sum();
    let all = |items: &[T]| items.iter().map(&work).collect::<Vec<R>>();
    if whole < LEAST {
        return all(items);
    }
    let mut so_far = 0;
    let middle = items.iter().position(|item| {
        so_far += weight(item);
        2 * so_far > whole
    });
    let (first, second) = items.split_at(middle.unwrap_or(items.len()));
    thread::scope(|scope| {
        let second = scope.spawn(|| all(second));
        let mut made = all(first);
        match second.join() {
            Ok(rest) => made.extend(rest),
            // What went wrong there goes wrong here.
            Err(panic) => std::panic::resume_unwind(panic),
        }
        made
    })
}

#[cfg(test)]
mod tests {
    use super::map_in_parallel;

    #[test]
    fn the_order_stays() {
        for count in [0, 1, 2, 3, 50] {
            let items: Vec<usize> = (0..count).collect();
            for weight in [0, 1, 1 << 16, 1 << 20] {
                let made = map_in_parallel(&items, |_| weight, |item| item * 2);
                assert_eq!(made, items.iter().map(|item| item * 2).collect::<Vec<_>>());
            }
        }
    }
}
