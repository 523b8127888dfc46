//! An upload becomes a report: what is wrong, what would change, what it would catch. Nothing is active yet.

use crate::import::Verbs;
use crate::team::UserError;
use std::sync::Arc;

use super::limits::*;
use super::own_words::{OwnWords, table_of};
use super::pair::{KeptForms, KeptPair};
use super::reading;
use super::reading::{Origin, Reading, Soundness};
use super::report::{Report, Source, TableReading, Verdict};
use super::{Error, Lead, OwnFile, Team, examine, file_names, fixed_ids, own};
use crate::check::Checker;
use crate::import;
use crate::import::{Options, TableNote};
use crate::rules;
use crate::rules::{Diagnostic, RuleFile};
use crate::ruleset::{RuleSet, SourceFile, good_replies, has_errors};
use crate::store::{NewUpload, UploadId, VersionContent};

/// What an upload is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// A rule file.
    Yaml,
    /// A table, as people have it: CSV, TSV, Markdown, a workbook, or pasted.
    Table,
}

impl Format {
    /// Every format with the word that storage keeps.
    pub const ALL: &[(Format, &str)] = &[(Format::Yaml, "yaml"), (Format::Table, "table")];

    /// The format according to the name of a file.
    pub fn of(name: &str) -> Format {
        let name = name.to_lowercase();
        if name.ends_with(".yaml") || name.ends_with(".yml") { Format::Yaml } else { Format::Table }
    }

    /// The word that storage keeps.
    pub fn key(self) -> &'static str {
        Self::ALL.iter().find(|(format, _)| *format == self).map_or("", |(_, key)| key)
    }

    /// The format of a word; how it is read follows it.
    pub fn from_key(key: &str) -> Option<Format> {
        let key = reading::format_of(key);
        Self::ALL.iter().find(|(_, known)| *known == key).map(|(format, _)| *format)
    }
}

/// A file that a lead hands in.
#[derive(Debug, Clone)]
pub struct Upload {
    /// Its name; a file of the team with this name is replaced, whatever their formats.
    pub name: String,
    /// All of it.
    pub bytes: Vec<u8>,
    /// What it is written in.
    pub format: Format,
    /// How a table is read; `None`: as the active file of this name was, or as it is written.
    pub options: Option<Options>,
    /// Where it comes from.
    pub origin: Origin,
    /// What is stored with it.
    pub note: Option<String>,
    /// What a single pair avoids, as somebody wrote it.
    pub avoid: Option<String>,
}

impl Upload {
    /// A file, in the format according to its name.
    pub fn new(name: &str, bytes: Vec<u8>) -> Upload {
        let format = Format::of(name);
        Upload {
            name: name.to_owned(),
            bytes,
            format,
            options: None,
            origin: Origin::File,
            note: None,
            avoid: None,
        }
    }
}

/// A report, and what would be kept of the upload.
pub(super) struct Examined {
    pub report: Report,
    pub content: VersionContent,
}

impl Lead {
    /// The report on an upload. What is active stays so until a lead activates it.
    ///
    /// # Errors
    /// For what is too large or no table, and if storage fails.
    pub async fn upload(&self, mut upload: Upload) -> Result<Report, Error> {
        let team = self.team().await?;
        if upload.bytes.len() > MAX_UPLOAD_BYTES {
            return Err(UserError::TooLarge { limit: MAX_UPLOAD_BYTES }.into());
        }
        if upload.name.chars().count() > MAX_FILE_NAME_CHARS {
            return Err(UserError::TooLong { limit: MAX_FILE_NAME_CHARS }.into());
        }
        upload.name = file_names::known_name(&team, &upload.name);
        let of_team = Arc::clone(&team);
        let looked = self.apart(move || (source_of(&of_team, &upload), upload));
        let (came_from, mut upload) = looked.await?;
        if let Some(source) = &came_from {
            upload.name.clone_from(source);
        }
        if upload.options.is_none() {
            self.read_as_before(&team, &mut upload).await?;
        }
        let mut examined = self.examined(&team, upload).await?;
        if let (Some(file), Some(table)) = (came_from, &mut examined.report.table) {
            table.notes.push(TableNote::Replaces { file });
        }
        self.keep(&team, examined).await
    }

    /// Looks at an upload in the team's turn; it counts as one of this minute.
    pub(super) async fn examined(
        &self,
        team: &Arc<Team>,
        upload: Upload,
    ) -> Result<Examined, Error> {
        if !self.teams.upload_quota.allows(self.member.server, self.now) {
            return Err(UserError::ManyUploads.into());
        }
        let (builtin, team) = (self.teams.builtin(), Arc::clone(team));
        self.apart(move || examine(&builtin, &team, upload)).await?
    }

    /// Reads a file the way the active file of that name was read, so that nobody has to choose twice.
    async fn read_as_before(&self, team: &Team, upload: &mut Upload) -> Result<(), Error> {
        let name = upload.name.trim();
        let Some(known) = team.file(name) else { return Ok(()) };
        let version = self.teams.store.file_version(self.member.server, name, known.number).await?;
        let Some(version) = version else { return Ok(()) };
        let reading = Reading::of(&version.content.format);
        upload.options = Some(reading.options);
        if (reading.format, upload.format) == (Format::Table, Format::Table) {
            upload.note = version.content.note;
        }
        Ok(())
    }

    /// Keeps what can be activated until somebody decides, and what may yet be read another way.
    pub(super) async fn keep(&self, team: &Team, examined: Examined) -> Result<Report, Error> {
        let Examined { mut report, content } = examined;
        if report.verdict == Verdict::Mend && !report.can_be_read_anew() {
            return Ok(report);
        }
        let upload = NewUpload {
            server: self.member.server,
            by: self.member.user,
            at: self.now,
            base: team.versions.rules,
            file: &report.file,
            content: &content,
        };
        report.is_kept_as(self.teams.store.keep_pending(&upload).await?);
        let (server, store) = (self.member.server, &self.teams.store);
        store.trim_pending(server, MAX_WAITING_UPLOADS, MAX_WAITING_BYTES).await?;
        Ok(report)
    }

    /// Drops a report.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn cancel(&self, token: UploadId) -> Result<(), Error> {
        match self.teams.store.drop_pending(self.member.server, token).await? {
            true => Ok(()),
            false => Err(UserError::NothingWaiting.into()),
        }
    }
}

/// The file that a table was exported from, where the table comes back under another name.
fn source_of(team: &Team, upload: &Upload) -> Option<String> {
    if upload.format != Format::Table || team.file(upload.name.trim()).is_some() {
        return None;
    }
    let table = import::read_table(&upload.bytes, upload.options.unwrap_or_default()).ok()?;
    let further = table.rows.iter().filter(|row| row.is_phrase).flat_map(|row| &row.further);
    let ids: Vec<&str> =
        further.filter(|(key, _)| *key == "id").map(|(_, id)| id.as_str()).collect();
    (!ids.is_empty()).then(|| file_names::file_of_ids(team, &ids).map(str::to_owned)).flatten()
}

/// The files of a team, with one in its place or after the others.
pub(super) fn with_file(
    team: &Team,
    name: &str,
    rules: Arc<RuleFile>,
    content: &VersionContent,
) -> Vec<OwnFile> {
    let mut files = team.files.clone();
    let bytes = content.size();
    match files.iter_mut().find(|file| file.name == name) {
        Some(file) => (file.rules, file.bytes) = (rules, bytes),
        None => files.push(OwnFile {
            name: name.to_owned(),
            number: 0,
            rules,
            bytes,
            words: OwnWords::default(),
        }),
    }
    files
}

/// Whether a team may have these files.
fn have_room(files: &[OwnFile]) -> Result<(), UserError> {
    let rules: usize = files.iter().map(|file| file.rules.rules.len()).sum();
    let bytes: usize = files.iter().map(|file| file.bytes).sum();
    if rules > MAX_TEAM_RULES {
        return Err(UserError::TooManyRules { found: rules, limit: MAX_TEAM_RULES });
    }
    if files.len() > MAX_TEAM_FILES {
        return Err(UserError::TooManyFiles { limit: MAX_TEAM_FILES });
    }
    if bytes > MAX_TEAM_BYTES {
        return Err(UserError::TeamTooLarge { limit: MAX_TEAM_BYTES });
    }
    Ok(())
}

/// Reads an upload and tries its rules next to the active ones.
pub(super) fn examine(
    builtin: &Arc<Checker>,
    team: &Team,
    upload: Upload,
) -> Result<Examined, Error> {
    let rule_set = builtin.rule_set();
    let options = upload.options.unwrap_or_default();
    let mut reading = Reading {
        format: upload.format,
        options,
        origin: upload.origin,
        soundness: Soundness::Sound,
    };
    let mut source = source(rule_set, &upload, options)?;
    source.cells.extend(upload.avoid);
    let mut content = VersionContent {
        format: String::new(),
        rules: (upload.format == Format::Table).then(|| source.file.text.clone()),
        bytes: upload.bytes,
        ids: Vec::new(),
        note: upload.note,
    };
    let mut rules = RuleFile::default();
    let mut problems = source.problems.clone();
    if problems.is_empty() {
        (rules, problems) = rule_set.read(&source.file);
    }
    let before = team.file(&source.file.name).map(|file| Arc::clone(&file.rules));
    if let Some(before) = &before {
        fixed_ids::carry_over(&mut rules, before);
    }
    let rules = Arc::new(rules);
    let files = with_file(team, &source.file.name, Arc::clone(&rules), &content);
    have_room(&files)?;
    problems.extend(ids_across(&files, &source.file.name));
    content.ids = fixed_ids::kept(&rules);
    let cells = source.cells.clone();
    let mut report = Report::new(team, source, problems, &reading);
    let note = content.note.as_deref();
    report.without = match KeptPair::of(note) {
        Some(kept) => kept.without,
        None => KeptForms::of(note).all(),
    };
    if !has_errors(&report.problems) {
        let with_upload = own::with_files(rule_set, &files);
        if with_upload.last_added_bytes() > MAX_COMPILED_BYTES {
            return Err(UserError::TooHeavy.into());
        }
        let libraries = (rule_set, &with_upload);
        examine::fill(&mut report, libraries, team, before.as_deref(), &rules, &good_replies());
        examine::as_written(&mut report, &rules, &cells);
    }
    report.judge(&rules);
    if report.verdict == Verdict::Mend {
        reading.soundness = Soundness::Unsound;
    }
    content.format = reading.word();
    report.fingerprint = content.fingerprint(report.base);
    Ok(Examined { report, content })
}

/// Ids of the file that another file of the team's has.
fn ids_across(files: &[OwnFile], name: &str) -> Vec<Diagnostic> {
    let others = files.iter().filter(|file| file.name != name);
    let this = files.iter().filter(|file| file.name == name);
    let named: Vec<(&str, &RuleFile)> =
        others.chain(this).map(|file| (file.name.as_str(), &*file.rules)).collect();
    let mut found = rules::ids_across(&named);
    found.retain(|problem| problem.file == name);
    found
}

/// The upload as the text of a rule file.
fn source(rule_set: &RuleSet, upload: &Upload, options: Options) -> Result<Source, Error> {
    let name = upload.name.trim().to_owned();
    let text = |text: String, rows, lines| Source {
        file: SourceFile { name: name.clone(), text },
        rows,
        lines,
        table: None,
        cells: Vec::new(),
        problems: Vec::new(),
    };
    match upload.format {
        Format::Yaml => Ok(match rules::decode(upload.bytes.clone(), &name) {
            Ok(read) => text(read, Vec::new(), Vec::new()),
            Err(not_utf8) => Source {
                problems: vec![not_utf8.diagnostic],
                ..text(not_utf8.text, Vec::new(), Vec::new())
            },
        }),
        Format::Table => {
            let table = table_of(&upload.bytes, options, upload.note.as_deref(), rule_set)
                .map_err(UserError::NotATable)?;
            let file = import::rule_file(&table, options, &Verbs::new(rule_set.lexemes_by_case()));
            let seen = TableReading::of(&table, &rule_set.engine());
            let mut rows = table.errors.clone();
            rows.extend(file.errors);
            rows.sort_by_key(|(line, _)| *line);
            let cell = |line: &usize| {
                let row = table.rows.iter().find(|row| row.line == *line);
                row.map(|row| row.avoid.clone()).unwrap_or_default()
            };
            let cells = file.lines.iter().map(cell).collect();
            let lines = file.lines.into_iter().zip(file.starts).collect();
            Ok(Source { table: Some(seen), cells, ..text(file.text, rows, lines) })
        }
    }
}
