//! What is active for one team.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::own_words::{self, OwnWords};
use super::{Settings, fixed_ids};
use crate::audit::Standing;
use crate::check::{Checker, Choices};
use crate::engine::Spared;
use crate::model::{Member, Rights};
use crate::rules::{Diagnostic, Rule, RuleFile, Severity};
use crate::ruleset::{Pack, RuleSet, SourceFile};
use crate::store::{FileVersion, RememberedTeam, Switch, SwitchKind, VersionContent, Versions};

/// Rules that were read take this many times the bytes of their file, about, as `benches/teams.rs` finds it.
const READ_TIMES: usize = 10;

/// What is active for one team; a change makes a new one.
#[derive(Debug)]
pub struct Team {
    /// Its versions.
    pub versions: Versions,
    pub settings: Settings,
    /// Its active files.
    pub files: Vec<OwnFile>,
    /// What is switched off.
    pub off: Vec<Switch>,
    /// Names that are never flagged.
    pub allowlist: Vec<String>,
    /// What can't be read any more of files that were sound when they took effect; the rest is.
    pub problems: Vec<Diagnostic>,
    /// Answers by all of it.
    pub checker: Arc<Checker>,
    /// What its own rules take in memory, about.
    pub(super) bytes: usize,
    /// The built-in rules that it builds on.
    pub(super) builtin: Arc<Checker>,
}

/// An active file of a team.
#[derive(Debug, Clone)]
pub struct OwnFile {
    pub name: String,
    /// Its version.
    pub number: i64,
    /// What it holds.
    pub rules: Arc<RuleFile>,
    /// What its version takes in storage.
    pub bytes: usize,
    /// The words of the table that it was made from.
    pub(super) words: OwnWords,
}

impl Team {
    /// Reads and compiles what storage remembers.
    pub(super) fn new(builtin: &Arc<Checker>, remembered: RememberedTeam) -> Team {
        let RememberedTeam { versions, settings, files, off, allowlist } = remembered;
        let settings = Settings::read(&settings);
        let mut problems = Vec::new();
        let read = |file: &FileVersion| own_file(builtin.rule_set(), file, &mut problems);
        let files: Vec<OwnFile> = files.iter().map(read).collect();
        let has_own = !files.is_empty();
        let plain = off.is_empty() && allowlist.is_empty() && settings.checks_as_usual();
        let checker = if !has_own && plain {
            Arc::clone(builtin)
        } else {
            let rule_set = with_files(builtin.rule_set(), &files);
            let choices = choices(&rule_set, &settings, &off, &allowlist);
            Arc::new(Checker::of_team(Arc::clone(builtin), rule_set, choices))
        };
        let bytes = if has_own { bytes(checker.rule_set(), &files) } else { 0 };
        let builtin = Arc::clone(builtin);
        Team { versions, settings, files, off, allowlist, problems, checker, bytes, builtin }
    }

    /// Whether a member leads this team: by a right of the server, or by the role in the settings.
    pub fn is_led_by(&self, member: &Member) -> bool {
        let by_role = self.settings.lead_role.is_some_and(|role| member.roles.contains(&role));
        member.rights == Rights::ManagesServer || by_role
    }

    /// How many rules of its own it has.
    pub fn own_rules(&self) -> usize {
        self.files.iter().map(|file| file.rules.rules.len()).sum()
    }

    /// Whether storage had it after the other.
    pub(super) fn is_later_than(&self, other: &Team) -> bool {
        self.versions.rules > other.versions.rules
            || self.versions.settings > other.versions.settings
    }

    /// Its file of this name.
    pub(super) fn file(&self, name: &str) -> Option<&OwnFile> {
        self.files.iter().find(|file| file.name == name)
    }
}

/// What the rules of a team take in memory, about: compiled, and as they were read.
fn bytes(rule_set: &RuleSet, files: &[OwnFile]) -> usize {
    let written: usize = files.iter().map(|file| file.bytes).sum();
    rule_set.last_added_bytes() + written * READ_TIMES
}

/// The rule set with files of a team's before its rules.
pub(super) fn with_files(rule_set: &RuleSet, files: &[OwnFile]) -> RuleSet {
    if files.is_empty() {
        return rule_set.clone();
    }
    let pack = |file: &OwnFile| Pack {
        name: file.name.clone(),
        rules: Arc::clone(&file.rules),
        standing: Standing::Team,
    };
    rule_set.with_packs(files.iter().map(pack).collect())
}

/// What the switches and settings of a team leave out.
pub(super) fn choices(
    rule_set: &RuleSet,
    settings: &Settings,
    off: &[Switch],
    allowlist: &[String],
) -> Choices {
    let mut ids = FxHashSet::default();
    for rule in rule_set.packs().iter().flat_map(|pack| &pack.rules.rules) {
        if off.iter().any(|switch| concerns(switch, rule)) {
            ids.insert(rule.id.clone());
        }
    }
    let spared = Spared::new(allowlist.iter().map(String::as_str));
    Choices {
        off: ids,
        level: settings.lowest_level(),
        spared,
        greeklish: settings.greeklish(),
        register: settings.register(),
        quotes: settings.quotes(),
    }
}

/// Whether a switch turns a rule off.
pub(super) fn concerns(switch: &Switch, rule: &Rule) -> bool {
    match switch.kind {
        SwitchKind::Rule => rule.id == switch.name,
        SwitchKind::Pack => pack_of(&rule.id) == switch.name,
        SwitchKind::Principle => rule.principle.as_deref() == Some(&switch.name),
    }
}

/// The pack of a rule, with its language: `el/refusals` of `el/refusals/cannot`.
pub(super) fn pack_of(id: &str) -> &str {
    id.rsplit_once('/').map_or("", |(pack, _)| pack)
}

fn own_file(rule_set: &RuleSet, version: &FileVersion, problems: &mut Vec<Diagnostic>) -> OwnFile {
    // It was sound when it took effect. What a later version of the program can't read is left out.
    let (mut rules, found) = rule_set.read(&source(&version.file, &version.content));
    problems.extend(found.into_iter().filter(|problem| problem.severity == Severity::Error));
    fixed_ids::restore(&mut rules, &version.content.ids);
    let words = own_words::of_version(&version.content, &rules, rule_set);
    OwnFile {
        name: version.file.clone(),
        number: version.number,
        rules: Arc::new(compact(&rules)),
        bytes: version.content.size(),
        words,
    }
}

/// The rules without what only reports on their file need. Of thousands of teams that would be much:
/// a copy takes no more room than it needs, and places are of no use without the text.
fn compact(rules: &RuleFile) -> RuleFile {
    let mut compact = rules.clone();
    for rule in &mut compact.rules {
        rule.places.avoid = Vec::new();
        rule.places.prefer = Vec::new();
    }
    compact
}

/// The rules of a version as the text of a rule file.
pub(super) fn source(name: &str, content: &VersionContent) -> SourceFile {
    let text = match &content.rules {
        Some(rules) => rules.clone(),
        None => String::from_utf8_lossy(&content.bytes).into_owned(),
    };
    SourceFile { name: name.to_owned(), text }
}
