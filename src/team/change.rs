//! Changes of a team's rules: what waits is activated, and every change is made here.

use crate::team::UserError;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::limits::MAX_VERSION_BYTES;
use super::reading::{Origin, Reading, Soundness};
use super::upload;
use super::upload::{Format, Upload};
use super::{Error, Lead, Member, Report, Team, Teams, Verdict, own};
use crate::model::{ChangeKind, ChangeSummary};
use crate::model::{ServerId, Time, Version};
use crate::store::{
    Area, Change, ChangeRequest, Changed, HistoryEntry, Operation, PendingUpload, Position,
    ProposalId, StoreError, SwitchKind, UploadId,
};

/// What is to be activated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Activate {
    /// The token of its report.
    pub token: UploadId,
    /// What happens to rules that object to its wordings.
    pub objections: Objections,
    /// The proposal that it fulfils.
    pub proposal: Option<ProposalId>,
}

/// What happens to rules that object to the wordings of an upload.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Objections {
    /// They go on as they are.
    #[default]
    Stand,
    /// They go silent: «Κράτα το δικό μου».
    Mute,
    /// They go silent, and so do the built-in rules that step back for its rules.
    InPlace,
}

/// A change that was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Activation {
    /// The version since.
    pub version: Version,
    /// Whether this request has made it.
    pub applied: Applied,
}

/// Whether a request made its change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Applied {
    /// It did.
    Now,
    /// The change was made before; this time nothing was done.
    Before,
}

impl Lead {
    /// Activates a waiting upload. Asked for twice, it is done once.
    ///
    /// # Errors
    /// On an old version, where nothing waits or something objects, and if storage fails.
    pub async fn activate(&self, wanted: Activate) -> Result<Activation, Error> {
        let team = self.team().await?;
        let request = format!("activate-{}", wanted.token.0);
        let Some(waiting) = self.teams.store.pending(self.member.server, wanted.token).await?
        else {
            return self.activated_before(request).await;
        };
        if Reading::of(&waiting.content.format).soundness == Soundness::Unsound {
            return Err(UserError::NotSound.into());
        }
        let mut operations = vec![Operation::Accept(wanted.token)];
        let silent = self.muted(&team, &waiting, wanted.objections).await?;
        let kind =
            if silent.is_empty() { ChangeKind::Activated } else { ChangeKind::ActivatedAlone };
        operations.extend(silent.into_iter().map(|name| Operation::Turn {
            kind: SwitchKind::Rule,
            name,
            to: Position::Off,
        }));
        let kind = match wanted.proposal {
            Some(proposal) => {
                operations.push(Operation::Approve { proposal });
                ChangeKind::Approved
            }
            None => kind,
        };
        let made =
            NewChange { kind, subject: &waiting.file, base: waiting.base, request: Some(request) };
        let changed =
            self.teams.store.change(&change(&self.member, made, operations, self.now)).await?;
        self.teams.after_change(self.member.server, self.now).await;
        if matches!(changed, Changed::Done(_)) {
            self.trim_versions().await;
        }
        match changed {
            Changed::Gone if wanted.proposal.is_some() => Err(UserError::AlreadyDecided.into()),
            other => activation(other),
        }
    }

    /// Deletes the oldest versions. The change is already stored; if this fails, they are deleted another time.
    async fn trim_versions(&self) {
        let _: Result<u64, StoreError> =
            self.teams.store.trim_versions(self.member.server, MAX_VERSION_BYTES).await;
    }

    /// An upload that no longer waits may have been activated by the same press a moment ago.
    async fn activated_before(&self, request: String) -> Result<Activation, Error> {
        let nowhere = Version(-1);
        let made = NewChange {
            kind: ChangeKind::Activated,
            subject: "",
            base: nowhere,
            request: Some(request),
        };
        match self.teams.store.change(&change(&self.member, made, Vec::new(), self.now)).await? {
            before @ Changed::Before(_) => activation(before),
            _ => Err(UserError::NothingWaiting.into()),
        }
    }

    /// The rules that a waiting upload switches off.
    async fn muted(
        &self,
        team: &Arc<Team>,
        waiting: &PendingUpload,
        objections: Objections,
    ) -> Result<Vec<String>, Error> {
        let alone = team.files.iter().all(|file| file.name == waiting.file);
        if waiting.base != team.versions.rules || alone && objections == Objections::Stand {
            return Ok(Vec::new());
        }
        let report = self.again(team, waiting).await?;
        match (objections, report.verdict) {
            (_, Verdict::Mend) | (Objections::Stand, Verdict::KeepMine) => {
                Err(UserError::NotSound.into())
            }
            (Objections::Stand, _) => Ok(Vec::new()),
            (Objections::Mute, _) => {
                Ok(report.contested.into_iter().map(|contest| contest.by).collect())
            }
            (Objections::InPlace, _) => {
                let objecting = report.contested.into_iter().map(|contest| contest.by);
                let silent: BTreeSet<String> = objecting.chain(report.stepping_back).collect();
                Ok(silent.into_iter().collect())
            }
        }
    }

    /// The report on a waiting upload again.
    async fn again(&self, team: &Arc<Team>, waiting: &PendingUpload) -> Result<Report, Error> {
        let text = own::source(&waiting.file, &waiting.content);
        let upload = Upload {
            name: text.name,
            bytes: text.text.into_bytes(),
            format: Format::Yaml,
            options: None,
            origin: Origin::File,
            note: None,
            avoid: None,
        };
        let (builtin, team) = (self.teams.builtin(), Arc::clone(team));
        Ok(self.apart(move || upload::examine(&builtin, &team, upload)).await??.report)
    }

    pub(super) async fn make(
        &self,
        made: NewChange<'_>,
        operations: Vec<Operation>,
    ) -> Result<Activation, Error> {
        let base = made.base;
        let changed =
            self.teams.store.change(&change(&self.member, made, operations, self.now)).await?;
        self.teams.after_change(self.member.server, self.now).await;
        if let Changed::Before(version) = changed {
            // Done before, but what came after it may have taken it back.
            let since = self.what_followed(Area::Rules, base, version).await?;
            if !since.is_empty() {
                return Err(UserError::Stale { since }.into());
            }
        }
        activation(changed)
    }

    /// Everything since `base`, if something came after the change that made version `done`; else nothing.
    pub(super) async fn what_followed(
        &self,
        area: Area,
        base: Version,
        done: Version,
    ) -> Result<Vec<ChangeSummary>, Error> {
        let since = self.teams.store.changes_since(self.member.server, area, base).await?;
        let is_last = since.last().is_none_or(|last| last.version == done);
        Ok(if is_last { Vec::new() } else { since.iter().map(summary).collect() })
    }
}

impl Teams {
    /// The version of the rules, for a change that somebody asks for without having read anything.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn rules_version(&self, server: ServerId) -> Result<Version, Error> {
        Ok(self.store.versions(server).await?.rules)
    }
}

/// What is done, to what, on which version.
pub(super) struct NewChange<'a> {
    pub kind: ChangeKind,
    pub subject: &'a str,
    pub base: Version,
    pub request: Option<String>,
}

impl<'a> NewChange<'a> {
    /// A change that is one change if it is asked for again on the same version: by a second click, or a second lead.
    pub fn once(kind: ChangeKind, subject: &'a str, base: Version) -> NewChange<'a> {
        let request = Some(format!("{}-{}-{subject}", kind.key(), base.0));
        NewChange { kind, subject, base, request }
    }
}

fn change(member: &Member, made: NewChange<'_>, operations: Vec<Operation>, now: Time) -> Change {
    Change { request: change_request(member, made, now), operations }
}

pub(super) fn change_request(member: &Member, made: NewChange<'_>, now: Time) -> ChangeRequest {
    ChangeRequest {
        server: member.server,
        by: member.user,
        at: now,
        base: made.base,
        id: made.request,
        kind: made.kind.key().to_owned(),
        subject: made.subject.to_owned(),
    }
}

pub(super) fn activation(changed: Changed) -> Result<Activation, Error> {
    match changed {
        Changed::Done(version) => Ok(Activation { version, applied: Applied::Now }),
        Changed::Before(version) => Ok(Activation { version, applied: Applied::Before }),
        Changed::Stale { since, .. } => {
            Err(UserError::Stale { since: since.iter().map(summary).collect() }.into())
        }
        Changed::Gone => Err(UserError::NothingWaiting.into()),
    }
}

/// What the history says of a change.
pub(super) fn summary(entry: &HistoryEntry) -> ChangeSummary {
    ChangeSummary { kind: ChangeKind::from_key(&entry.kind), subject: entry.subject.clone() }
}

pub(super) fn unknown_file(team: &Team, asked: &str) -> UserError {
    let names = team.files.iter().map(|file| file.name.as_str());
    UserError::UnknownFile { asked: asked.to_owned(), nearest: crate::text::nearest(asked, names) }
}
