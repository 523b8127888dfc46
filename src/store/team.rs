//! What a server has of its own: rule files with their versions, switches, words that are never flagged.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::settings::StoredSettings;
use super::sqlite::Tx;
use super::value::{Row, Value, values};
use super::{Store, StoreError, from_json, one_of, word_of};
use crate::model::{ServerId, Time, UserId, Version};

/// What a switch turns off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum SwitchKind {
    /// One rule, by full id.
    Rule,
    /// All rules of a pack.
    Pack,
    /// All rules that serve a principle.
    Principle,
}

impl SwitchKind {
    /// Every kind with its word.
    pub const ALL: &[(SwitchKind, &str)] = &[
        (SwitchKind::Rule, "rule"),
        (SwitchKind::Pack, "pack"),
        (SwitchKind::Principle, "principle"),
    ];

    pub fn word(self) -> &'static str {
        word_of(Self::ALL, &self)
    }
}

/// The position of a switch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Position {
    /// The rules are on.
    On,
    /// They are silent.
    Off,
}

/// What a version of a rule file holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionContent {
    /// The format of the bytes: a word chosen by the caller.
    pub format: String,
    /// As uploaded.
    pub bytes: Vec<u8>,
    /// The rules as a rule file, where the upload was in another format.
    pub rules: Option<String>,
    /// The ids of its rules, in their order.
    pub ids: Vec<String>,
    /// A word on it.
    pub note: Option<String>,
}

impl VersionContent {
    /// What it takes in storage, in bytes.
    pub fn size(&self) -> usize {
        self.bytes.len() + self.rules.as_ref().map_or(0, String::len)
    }

    /// SHA-256 of the bytes as uploaded.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(&self.bytes).into()
    }

    /// Tells one content, tried with one version of the rules, from another; short enough for a button.
    pub fn fingerprint(&self, base: Version) -> u32 {
        let mut digest = Sha256::new();
        digest.update(base.0.to_le_bytes());
        digest.update(&self.format);
        digest.update([0]);
        digest.update(&self.bytes);
        let [first, second, third, fourth, ..]: [u8; 32] = digest.finalize().into();
        u32::from_le_bytes([first, second, third, fourth])
    }

    /// Format, bytes, hash, rules, ids, note.
    pub(super) fn columns(&self) -> [Value; 6] {
        [
            self.format.as_str().into(),
            self.bytes.as_slice().into(),
            self.hash().as_slice().into(),
            self.rules.as_deref().into(),
            // A list of texts is always JSON.
            serde_json::to_string(&self.ids).unwrap_or_default().as_str().into(),
            self.note.as_deref().into(),
        ]
    }

    /// From the columns format, bytes, rules, ids, note, of which the first is `at`.
    pub(super) fn from_row(row: &Row, at: usize) -> Result<VersionContent, StoreError> {
        Ok(VersionContent {
            format: row.text(at)?,
            bytes: row.bytes(at + 1)?,
            rules: row.maybe_text(at + 2)?,
            ids: from_json(&row.text(at + 3)?)?,
            note: row.maybe_text(at + 4)?,
        })
    }
}

/// A version of a rule file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileVersion {
    pub file: String,
    /// The number of the version, from 1.
    pub number: i64,
    /// What it holds.
    pub content: VersionContent,
}

/// A version of a rule file, without what it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionInfo {
    pub file: String,
    /// The number of the version, from 1.
    pub number: i64,
    /// Whether it is active.
    pub active: bool,
    /// Who brought it; `None` if unknown.
    pub by: Option<UserId>,
    /// When it first took effect.
    pub at: Time,
    /// Size as uploaded.
    pub size: i64,
    /// How many rules it has.
    pub rules: usize,
    /// A word on it.
    pub note: Option<String>,
}

/// A switch that is off.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Switch {
    /// What kind.
    pub kind: SwitchKind,
    /// What it turns off.
    pub name: String,
}

/// The current versions of a server's rules and settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Versions {
    pub rules: Version,
    pub settings: Version,
}

/// Everything that bears on the rules of a server, at one moment.
#[derive(Debug, Clone, Default)]
pub struct RememberedTeam {
    /// How far it is.
    pub versions: Versions,
    pub settings: StoredSettings,
    /// The active version of each file, in the order in which the files first came.
    pub files: Vec<FileVersion>,
    /// What is off.
    pub off: Vec<Switch>,
    /// Words that are never flagged.
    pub allowlist: Vec<String>,
}

impl Store {
    /// The versions of a server; zero for one that nothing is known about.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn versions(&self, server: ServerId) -> Result<Versions, StoreError> {
        versions(&mut self.read().await?, server).await
    }

    /// Everything that bears on the rules of a server.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn team(&self, server: ServerId) -> Result<RememberedTeam, StoreError> {
        let mut tx = self.moment().await?;
        let team = RememberedTeam {
            versions: versions(&mut tx, server).await?,
            settings: super::settings::stored(&mut tx, server).await?,
            files: files_in_force(&mut tx, server).await?,
            off: switches(&mut tx, server).await?,
            allowlist: allowlist(&mut tx, server).await?,
        };
        tx.commit().await?;
        Ok(team)
    }

    /// Every version of every file of a server, the newest of each file first.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn file_versions(&self, server: ServerId) -> Result<Vec<VersionInfo>, StoreError> {
        let mut tx = self.read().await?;
        let rows = tx
            .rows(
                "SELECT v.file, v.number, COALESCE(f.active, 0), v.made_by, v.made_at,
                        LENGTH(v.bytes), v.ids, v.note
                 FROM rule_versions v JOIN rule_files f ON f.server = v.server AND f.file = v.file
                 WHERE v.server = $1 ORDER BY v.file, v.number DESC",
                values![server.stored()],
            )
            .await?;
        rows.iter().map(version_info).collect()
    }

    /// A version of a file.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn file_version(
        &self,
        server: ServerId,
        file: &str,
        number: i64,
    ) -> Result<Option<FileVersion>, StoreError> {
        let mut tx = self.read().await?;
        let row = tx
            .row(
                "SELECT file, number, format, bytes, rules, ids, note FROM rule_versions
                 WHERE server = $1 AND file = $2 AND number = $3",
                values![server.stored(), file, number],
            )
            .await?;
        row.as_ref().map(file_version).transpose()
    }

    /// Every server that something is known about.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn servers(&self) -> Result<Vec<ServerId>, StoreError> {
        let mut tx = self.read().await?;
        let rows = tx.rows("SELECT server FROM servers ORDER BY server", &[]).await?;
        rows.iter().map(|row| row.int(0).map(ServerId::from_stored)).collect()
    }
}

async fn versions(tx: &mut Tx, server: ServerId) -> Result<Versions, StoreError> {
    let sql = "SELECT rules_version, settings_version FROM servers WHERE server = $1";
    match tx.row(sql, values![server.stored()]).await? {
        Some(row) => Ok(Versions { rules: Version(row.int(0)?), settings: Version(row.int(1)?) }),
        None => Ok(Versions::default()),
    }
}

async fn files_in_force(tx: &mut Tx, server: ServerId) -> Result<Vec<FileVersion>, StoreError> {
    let rows = tx
        .rows(
            "SELECT v.file, v.number, v.format, v.bytes, v.rules, v.ids, v.note
             FROM rule_files f JOIN rule_versions v
               ON v.server = f.server AND v.file = f.file AND v.number = f.active
             WHERE f.server = $1
             ORDER BY (SELECT MIN(made_at) FROM rule_versions w
                       WHERE w.server = f.server AND w.file = f.file), v.file",
            values![server.stored()],
        )
        .await?;
    rows.iter().map(file_version).collect()
}

async fn switches(tx: &mut Tx, server: ServerId) -> Result<Vec<Switch>, StoreError> {
    let sql = "SELECT kind, name FROM switches WHERE server = $1 ORDER BY kind, name";
    let rows = tx.rows(sql, values![server.stored()]).await?;
    let switch = |row: &Row| {
        Ok(Switch { kind: one_of(SwitchKind::ALL, &row.text(0)?)?, name: row.text(1)? })
    };
    rows.iter().map(switch).collect()
}

async fn allowlist(tx: &mut Tx, server: ServerId) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT word FROM brand_words WHERE server = $1 ORDER BY word";
    let rows = tx.rows(sql, values![server.stored()]).await?;
    rows.iter().map(|row| row.text(0)).collect()
}

fn file_version(row: &Row) -> Result<FileVersion, StoreError> {
    Ok(FileVersion {
        file: row.text(0)?,
        number: row.int(1)?,
        content: VersionContent::from_row(row, 2)?,
    })
}

fn version_info(row: &Row) -> Result<VersionInfo, StoreError> {
    let ids: Vec<String> = from_json(&row.text(6)?)?;
    Ok(VersionInfo {
        file: row.text(0)?,
        number: row.int(1)?,
        active: row.int(1)? == row.int(2)?,
        by: row.maybe_int(3)?.map(UserId::from_stored),
        at: Time(row.int(4)?),
        size: row.int(5)?,
        rules: ids.len(),
        note: row.maybe_text(7)?,
    })
}
