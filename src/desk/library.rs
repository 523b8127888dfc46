//! From rule files to an engine: the files are parsed, checked and compiled; every problem comes back.

use std::sync::Arc;

use crate::audit;
use crate::engine::{Engine, Layer, Vocabulary};
use crate::rules::{self, Diagnostic, Known, Principle, Problem, Rule, RuleFile, Severity};
use crate::words::{LanguageData, Lexeme, WordEntry, inflect};

/// A file as it came: its name for people, and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// As the user knows it.
    pub name: String,
    /// All of it.
    pub text: String,
}

/// The languages, the principles and the rules in force.
#[derive(Debug, Clone)]
pub struct Library {
    known: Known,
    principles: Vec<Principle>,
    vocabulary: Arc<Vocabulary>,
    layers: Vec<Arc<Layer>>,
}

impl Library {
    /// The languages and principles of the built-in files, without rules.
    pub fn languages(files: &[SourceFile]) -> (Library, Vec<Diagnostic>) {
        let mut known = Known::default();
        let mut problems = Vec::new();
        let mut languages = Vec::new();
        let mut principles = Vec::new();
        for file in files.iter().filter(|file| kind(file) == Kind::Words) {
            let (data, found) = rules::parse_language(&file.text, &file.name);
            problems.extend(found);
            known.add_language(&data);
            let lexemes =
                data.words.iter().filter_map(|entry| inflect(entry, &data.language).ok()).collect();
            languages.push((data, lexemes));
        }
        for file in files.iter().filter(|file| kind(file) == Kind::Principles) {
            let (read, found) = rules::parse_principles(&file.text, &file.name);
            problems.extend(found);
            known.add_principles(read.iter().map(|principle| principle.id.as_str()));
            principles.extend(read);
        }
        let vocabulary = Arc::new(Vocabulary::new(&languages));
        (Library { known, principles, vocabulary, layers: Vec::new() }, problems)
    }

    /// Adds the rules of files as one layer before those that are there; it may replace theirs by id.
    ///
    /// Returns every problem. If one of them is an error nothing was added.
    pub fn add(&mut self, files: &[SourceFile]) -> Vec<Diagnostic> {
        let mut problems = Vec::new();
        let mut parsed = Vec::new();
        for file in files.iter().filter(|file| kind(file) == Kind::Pack) {
            let (rules, found) = rules::parse(&file.text, &file.name, &self.known);
            problems.extend(found);
            parsed.push((file, rules));
        }
        let layer = self.compile(&parsed, &mut problems);
        let mut candidate = self.clone();
        candidate.layers.insert(0, Arc::new(layer));
        if !has_errors(&problems) {
            let engine = candidate.engine();
            for (file, rules) in &parsed {
                problems.extend(audit::examples(&engine, rules, &file.name));
            }
        }
        if !has_errors(&problems) {
            *self = candidate;
        }
        problems
    }

    fn compile(&self, parsed: &[(&SourceFile, RuleFile)], problems: &mut Vec<Diagnostic>) -> Layer {
        let mut lexemes: Vec<Lexeme> = Vec::new();
        for (file, rules) in parsed {
            for word in &rules.words {
                match inflect(&word.value, &rules.language) {
                    Ok(lexeme) => lexemes.push(lexeme),
                    Err(_) => problems.push(Diagnostic {
                        severity: Severity::Error,
                        file: file.name.clone(),
                        place: word.place.clone(),
                        problem: Problem::UnknownWord {
                            name: word.value.name.clone(),
                            nearest: None,
                        },
                    }),
                }
            }
        }
        let all: Vec<Rule> =
            parsed.iter().flat_map(|(_, rules)| rules.rules.iter().cloned()).collect();
        Layer::new(&all, lexemes, &self.vocabulary)
    }

    /// The rules in force, ready to check drafts.
    pub fn engine(&self) -> Engine {
        Engine::new(Arc::clone(&self.vocabulary), self.layers.clone())
    }

    /// The principles of service.
    pub fn principles(&self) -> &[Principle] {
        &self.principles
    }
}

/// Whether one of the problems is an error.
pub fn has_errors(problems: &[Diagnostic]) -> bool {
    problems.iter().any(|problem| problem.severity == Severity::Error)
}

#[derive(PartialEq, Eq)]
enum Kind {
    Words,
    Principles,
    Pack,
}

fn kind(file: &SourceFile) -> Kind {
    if file.name.starts_with("rules/words/") {
        Kind::Words
    } else if file.name == "rules/principles.yaml" {
        Kind::Principles
    } else {
        Kind::Pack
    }
}

#[allow(dead_code)]
fn unused(_: &LanguageData, _: &WordEntry) {}
