//! The rules that a command works with: the built-in files and the user's own.

use std::path::{Path, PathBuf};

use super::files;
use crate::model::Language;
use crate::rules::{self, Diagnostic};
use crate::ruleset::{
    FileKind, RuleSet, SourceFile, builtin, builtin_files, good_replies, has_errors,
};
use crate::ui::Refusal;

/// The largest rule file that is read, in bytes; the reader of rule files is stricter, and says why.
const MAX_RULES_BYTES: usize = 16 << 20;

/// The rules in force, and what was found wrong on the way.
pub struct Loaded {
    /// The rules in force.
    pub rule_set: RuleSet,
    /// Problems of all files.
    pub problems: Vec<Diagnostic>,
    /// The user's files.
    pub own: Vec<SourceFile>,
    /// The rules of all files that can be read, also where their examples do not behave.
    tried: Option<RuleSet>,
    builtin: Vec<SourceFile>,
    /// Files that are not UTF-8, as their likely encoding reads them: to show their lines.
    unreadable: Vec<SourceFile>,
}

impl Loaded {
    /// What shows only when the rules of the user's files run next to the others.
    pub fn audit(&self) -> Vec<Diagnostic> {
        let packs = self.own.iter().filter(|file| file.kind() == FileKind::Pack);
        let names: Vec<&str> = packs.map(|file| file.name.as_str()).collect();
        let rule_set = self.tried.as_ref().unwrap_or(&self.rule_set);
        let folders = builtin_folders(&self.own);
        let is_builtin = |name: &str| {
            let path = std::path::absolute(name);
            path.is_ok_and(|path| folders.iter().any(|folder| path.starts_with(folder)))
        };
        rule_set.audit(&names, is_builtin, &good_replies())
    }

    /// The text of a file by its name.
    pub fn source(&self, name: &str) -> Option<&str> {
        let mut files = self.own.iter().chain(&self.builtin).chain(&self.unreadable);
        files.find(|file| file.name == name).map(|file| file.text.as_str())
    }
}

/// Whether the built-in rules are in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Builtin {
    /// They are, after the user's own.
    Rules,
    /// Only the words and principles.
    WordsOnly,
    /// Only those that can find something in the drafts, without their examples, and no tips: a start takes
    /// less time.
    ForDrafts(Packs),
}

/// Packs by language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Packs {
    /// Of every language.
    All,
    /// Of one language.
    Of(Language),
    /// Of one language with its words alone: no draft has a word that another language could be read from.
    Alone(Language),
}

impl Builtin {
    /// Whether a file is read.
    fn takes(self, file: &SourceFile) -> bool {
        if file.kind() == FileKind::Words {
            return self.takes_words(file);
        }
        if file.kind() != FileKind::Pack {
            return true;
        }
        let is_below = |folder: &str| file.name.starts_with(&format!("rules/{folder}/"));
        match self {
            Builtin::Rules => true,
            Builtin::WordsOnly => false,
            Builtin::ForDrafts(Packs::All) => !is_below("tips"),
            Builtin::ForDrafts(Packs::Of(language) | Packs::Alone(language)) => {
                is_below(language.key())
            }
        }
    }

    fn takes_words(self, file: &SourceFile) -> bool {
        match self {
            Builtin::ForDrafts(Packs::Alone(language)) => {
                file.name.starts_with(&format!("rules/words/{}", language.key()))
            }
            Builtin::ForDrafts(Packs::All | Packs::Of(_)) | Builtin::Rules | Builtin::WordsOnly => {
                true
            }
        }
    }
}

/// Reads the user's files and puts them before the built-in ones.
///
/// A file of the user's at the path of a built-in one takes its place, so that the folder from which
/// the built-in files come can itself be checked.
pub fn load(paths: &[PathBuf], with: Builtin) -> Result<Loaded, Refusal> {
    let Read { own, unreadable, problems: not_utf8 } = read(paths)?;
    let absolute: Vec<PathBuf> =
        own.iter().filter_map(|file| std::path::absolute(&file.name).ok()).collect();
    let in_place =
        |file: &SourceFile| !absolute.iter().any(|path| path.ends_with(Path::new(&file.name)));
    let builtin: Vec<SourceFile> = builtin_files().into_iter().filter(in_place).collect();
    let taken: Vec<&SourceFile> = builtin.iter().filter(|file| with.takes(file)).collect();
    let (mut rule_set, mut problems) = RuleSet::languages(taken.iter().copied().chain(&own));
    problems.extend(not_utf8);
    problems.extend(match with {
        Builtin::ForDrafts(_) => rule_set.add_for_drafts(taken.iter().copied()),
        Builtin::Rules | Builtin::WordsOnly => rule_set.add_proven(taken.iter().copied()),
    });
    let mut tried = None;
    if own.iter().any(|file| file.kind() == FileKind::Pack) {
        let outcome = rule_set.tried(&own);
        if let Some(sound) = outcome.rule_set.as_ref().filter(|_| !has_errors(&outcome.problems)) {
            rule_set = sound.clone();
        }
        problems.extend(outcome.problems);
        tried = outcome.rule_set;
    }
    Ok(Loaded { rule_set, problems, own, tried, builtin, unreadable })
}

/// The folders from which the built-in files come, where the user's files are these.
fn builtin_folders(own: &[SourceFile]) -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = Vec::new();
    for path in own.iter().filter_map(|file| std::path::absolute(&file.name).ok()) {
        for file in builtin().iter().filter(|file| path.ends_with(Path::new(&file.name))) {
            let below = Path::new(&file.name).components().count() - 1;
            let folder = path.ancestors().nth(below).map(Path::to_owned);
            folders.extend(folder.filter(|folder| !folders.contains(folder)));
        }
    }
    folders
}

/// The user's files.
#[derive(Default)]
struct Read {
    own: Vec<SourceFile>,
    unreadable: Vec<SourceFile>,
    problems: Vec<Diagnostic>,
}

fn read(paths: &[PathBuf]) -> Result<Read, Refusal> {
    let mut found: Vec<PathBuf> = Vec::new();
    for path in paths {
        let new: Vec<PathBuf> =
            files::rule_files(path)?.into_iter().filter(|path| !found.contains(path)).collect();
        found.extend(new);
    }
    let mut read = Read::default();
    for path in found {
        let name = path.display().to_string();
        let bytes = files::read(&path, MAX_RULES_BYTES)?;
        match rules::decode(bytes, &name) {
            Ok(text) => read.own.push(SourceFile { name, text }),
            Err(not_utf8) => {
                read.unreadable.push(SourceFile { name, text: not_utf8.text });
                read.problems.push(not_utf8.diagnostic);
            }
        }
    }
    Ok(read)
}
