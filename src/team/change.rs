//! Changes of a team's rules: what waits is activated, and every change is made here.

use crate::team::UserError;
use std::sync::Arc;

use super::reading::{Origin, Reading, Soundness};
use super::upload;
use super::upload::{Format, Upload};
use super::{Error, Member, Report, Team, Teams, Verdict, apart, own};
use crate::model::{ChangeKind, ChangeSummary};
use crate::model::{ServerId, Time, Version};
use crate::store::{
    Area, Change, ChangeRequest, Changed, HistoryEntry, Operation, PendingId, PendingUpload,
    Position, ProposalId, SwitchKind,
};

/// What is to be activated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Activate {
    /// The token of its report.
    pub token: PendingId,
    /// What becomes of rules that object to its wordings.
    pub objections: Objections,
    /// The proposal that it fulfils.
    pub proposal: Option<ProposalId>,
}

/// What becomes of rules that object to the wordings of an upload.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Objections {
    /// They go on as they are.
    #[default]
    Stand,
    /// They go silent: «Κράτα το δικό μου».
    GoSilent,
}

/// A change that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Activation {
    /// The version since.
    pub version: Version,
    /// Whether this request has made it.
    pub times: Times,
}

/// How often a change was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Times {
    /// Once.
    First,
    /// It was made before; this time nothing was done.
    Again,
}

impl Teams {
    /// Puts a waiting upload in force. Asked for twice it is done once.
    ///
    /// # Errors
    /// For whoever is not a lead, on an old version, where nothing waits or something objects, and where storage fails.
    pub async fn activate(
        &self,
        member: &Member,
        wanted: Activate,
        now: Time,
    ) -> Result<Activation, Error> {
        let team = self.for_lead(member, now).await?;
        let request = format!("activate-{}", wanted.token.0);
        let Some(waiting) = self.store.pending(member.server, wanted.token).await? else {
            return self.activated_before(member, request, now).await;
        };
        if Reading::of(&waiting.content.format).soundness == Soundness::Unsound {
            return Err(UserError::NotSound.into());
        }
        let mut steps = vec![Operation::Accept(wanted.token)];
        let silent = self.silenced(&team, &waiting, wanted.objections).await?;
        let deed =
            if silent.is_empty() { ChangeKind::Activated } else { ChangeKind::ActivatedAlone };
        steps.extend(silent.into_iter().map(|name| Operation::Turn {
            kind: SwitchKind::Rule,
            name,
            to: Position::Off,
        }));
        let deed = match wanted.proposal {
            Some(proposal) => {
                steps.push(Operation::Approve { proposal });
                ChangeKind::Approved
            }
            None => deed,
        };
        let made =
            Made { deed, subject: &waiting.file, base: waiting.base, request: Some(request) };
        let changed = self.store.change(&change(member, made, steps, now)).await?;
        self.after_change(member.server, now).await;
        match changed {
            Changed::Gone if wanted.proposal.is_some() => Err(UserError::AlreadyDecided.into()),
            other => activation(other),
        }
    }

    /// What waits no more may have been activated by the same press a moment ago.
    async fn activated_before(
        &self,
        member: &Member,
        request: String,
        now: Time,
    ) -> Result<Activation, Error> {
        let nowhere = Version(-1);
        let made = Made {
            deed: ChangeKind::Activated,
            subject: "",
            base: nowhere,
            request: Some(request),
        };
        match self.store.change(&change(member, made, Vec::new(), now)).await? {
            before @ Changed::Before(_) => activation(before),
            _ => Err(UserError::NothingWaiting.into()),
        }
    }

    /// The rules that go silent with a waiting upload.
    async fn silenced(
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
            (Objections::GoSilent, _) => {
                Ok(report.contested.into_iter().map(|contest| contest.by).collect())
            }
        }
    }

    /// The report on a waiting upload once more.
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
        let (builtin, team) = (self.builtin(), Arc::clone(team));
        Ok(apart(move || upload::examine(&builtin, &team, upload)).await??.report)
    }

    pub(super) async fn make(
        &self,
        member: &Member,
        made: Made<'_>,
        steps: Vec<Operation>,
        now: Time,
    ) -> Result<Activation, Error> {
        let base = made.base;
        let changed = self.store.change(&change(member, made, steps, now)).await?;
        self.after_change(member.server, now).await;
        if let Changed::Before(version) = changed {
            // Done before, but what came after it may have taken it back.
            let since = self.what_followed(member, base, version).await?;
            if !since.is_empty() {
                return Err(UserError::Stale { since }.into());
            }
        }
        activation(changed)
    }

    /// Everything since `base`, if something came after the change that made version `done`; else nothing.
    pub(super) async fn what_followed(
        &self,
        member: &Member,
        base: Version,
        done: Version,
    ) -> Result<Vec<ChangeSummary>, Error> {
        let since = self.store.changes_since(member.server, Area::Rules, base).await?;
        let is_last = since.last().is_none_or(|last| last.version == done);
        Ok(if is_last { Vec::new() } else { since.iter().map(told).collect() })
    }

    /// The version of the rules, for a change that somebody asks for without having read anything.
    ///
    /// # Errors
    /// Where storage fails.
    pub async fn rules_version(&self, server: ServerId) -> Result<Version, Error> {
        Ok(self.store.versions(server).await?.rules)
    }
}

/// What is done, to what, on which version.
pub(super) struct Made<'a> {
    pub deed: ChangeKind,
    pub subject: &'a str,
    pub base: Version,
    pub request: Option<String>,
}

impl<'a> Made<'a> {
    /// A deed that is one deed if it is asked for again on the same version: by a second click, or a second lead.
    pub fn once(deed: ChangeKind, subject: &'a str, base: Version) -> Made<'a> {
        let request = Some(format!("{}-{}-{subject}", deed.key(), base.0));
        Made { deed, subject, base, request }
    }
}

fn change(member: &Member, made: Made<'_>, steps: Vec<Operation>, now: Time) -> Change {
    Change { asked: asked(member, made, now), steps }
}

pub(super) fn asked(member: &Member, made: Made<'_>, now: Time) -> ChangeRequest {
    ChangeRequest {
        server: member.server,
        by: member.user,
        at: now,
        base: made.base,
        request: made.request,
        deed: made.deed.key().to_owned(),
        subject: made.subject.to_owned(),
    }
}

pub(super) fn activation(changed: Changed) -> Result<Activation, Error> {
    match changed {
        Changed::Done(version) => Ok(Activation { version, times: Times::First }),
        Changed::Before(version) => Ok(Activation { version, times: Times::Again }),
        Changed::Stale { since, .. } => {
            Err(UserError::Stale { since: since.iter().map(told).collect() }.into())
        }
        Changed::Gone => Err(UserError::NothingWaiting.into()),
    }
}

/// A change as it is told.
pub(super) fn told(entry: &HistoryEntry) -> ChangeSummary {
    ChangeSummary { deed: ChangeKind::from_key(&entry.deed), subject: entry.subject.clone() }
}

pub(super) fn unknown_file(team: &Team, asked: &str) -> UserError {
    let names = team.files.iter().map(|file| file.name.as_str());
    UserError::UnknownFile { asked: asked.to_owned(), nearest: crate::text::nearest(asked, names) }
}
