//! A waiting upload read again: as it is, read another way, or with another level.

use crate::team::UserError;
use std::sync::Arc;

use super::pair::{KeptForms, KeptPair};
use super::reading::{Origin, Reading};
use super::upload::{Format, Upload};
use super::{Error, Lead, Pair, Report, Team};
use crate::import::Options;
use crate::rules::Level;
use crate::store::{NewUpload, PendingUpload, UploadId};

/// How a waiting upload is read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reread {
    /// As before, with the current rules.
    AsItIs,
    /// A table, read so.
    Read(Options),
    /// A single pair, with this level.
    Level(Level),
}

impl Lead {
    /// The report on a waiting upload again, with the rules that are active now. What waits is
    /// then what this report says, under the same token.
    ///
    /// # Errors
    /// If nothing waits, and if storage fails.
    pub async fn report_again(&self, token: UploadId, anew: Reread) -> Result<Report, Error> {
        let team = self.team().await?;
        let waiting = self.waiting(token).await?;
        let upload = self.upload_anew(&team, waiting, anew).await?;
        self.renewed(&team, token, upload).await
    }

    /// The report on a waiting pair that was put in other words.
    ///
    /// # Errors
    /// For a pair without words, where nothing waits, and if storage fails.
    pub async fn rewrite_pair(&self, token: UploadId, pair: &Pair) -> Result<Report, Error> {
        let team = self.team().await?;
        pair.check()?;
        let waiting = self.waiting(token).await?;
        let Origin::Pair(level) = Reading::of(&waiting.content.format).origin else {
            return Err(UserError::NothingWaiting.into());
        };
        let edited = pair_of(&waiting).and_then(|kept| kept.edited);
        let kept = KeptPair { edited, ..KeptPair::new(pair) };
        let upload = self.pair_upload(&team, &kept, level).await?;
        self.renewed(&team, token, upload).await
    }

    /// The report on a waiting pair of which only some forms are caught. Without any nothing would be left, and all
    /// stay.
    ///
    /// # Errors
    /// If no pair waits, and if storage fails.
    pub async fn catch_forms(
        &self,
        token: UploadId,
        is_wanted: impl Fn(&str) -> bool,
    ) -> Result<Report, Error> {
        let team = self.team().await?;
        let waiting = self.waiting(token).await?;
        let mut kept = pair_of(&waiting).ok_or(UserError::NothingWaiting)?;
        let level = match Reading::of(&waiting.content.format).origin {
            Origin::Pair(level) => level,
            Origin::File => None,
        };
        kept.without = Vec::new();
        let upload = self.pair_upload(&team, &kept, level).await?;
        let all = self.examined(&team, upload).await?.report;
        let forms: Vec<String> =
            all.caught.first().map(|caught| caught.forms.clone()).unwrap_or_default();
        kept.without = forms.iter().filter(|form| !is_wanted(form)).cloned().collect();
        if kept.without.len() == forms.len() {
            kept.without = Vec::new();
        }
        let upload = self.pair_upload(&team, &kept, level).await?;
        self.renewed(&team, token, upload).await
    }

    /// The report on a waiting table of which one row catches only some forms. Without any nothing would be left of
    /// it, and all stay.
    ///
    /// # Errors
    /// If no such row waits, and if storage fails.
    pub async fn catch_row_forms(
        &self,
        token: UploadId,
        line: usize,
        is_wanted: impl Fn(&str) -> bool,
    ) -> Result<Report, Error> {
        let team = self.team().await?;
        let waiting = self.waiting(token).await?;
        let mut kept = KeptForms::of(waiting.content.note.as_deref());
        let mut upload = self.upload_anew(&team, waiting, Reread::AsItIs).await?;
        let now = self.examined(&team, upload.clone()).await?.report;
        let (cell, forms) = now.forms_of_row(line).ok_or(UserError::NothingWaiting)?;
        let mut without: Vec<String> =
            forms.iter().filter(|form| !is_wanted(form)).cloned().collect();
        if without.len() == forms.len() {
            without.clear();
        }
        kept.set(cell, without);
        upload.note = kept.note();
        self.renewed(&team, token, upload).await
    }

    /// The words of a waiting pair, to be changed.
    ///
    /// # Errors
    /// If nothing waits, and if storage fails.
    pub async fn waiting_pair(&self, token: UploadId) -> Result<Pair, Error> {
        let waiting = self.waiting(token).await?;
        Ok(pair_of(&waiting).ok_or(UserError::NothingWaiting)?.pair)
    }

    /// Whether what waits is still what a report said.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn is_as_reported(&self, token: UploadId, fingerprint: u32) -> Result<bool, Error> {
        let waiting = self.teams.store.pending(self.member.server, token).await?;
        // What no longer waits was activated or dropped, and nobody changes it then.
        let same =
            |waiting: PendingUpload| waiting.content.fingerprint(waiting.base) == fingerprint;
        Ok(waiting.is_none_or(same))
    }

    pub(super) async fn waiting(&self, token: UploadId) -> Result<PendingUpload, Error> {
        let waiting = self.teams.store.pending(self.member.server, token).await?;
        Ok(waiting.ok_or(UserError::NothingWaiting)?)
    }

    async fn upload_anew(
        &self,
        team: &Team,
        waiting: PendingUpload,
        anew: Reread,
    ) -> Result<Upload, Error> {
        let reading = Reading::of(&waiting.content.format);
        if let Origin::Pair(level) = reading.origin {
            let kept = pair_of(&waiting).ok_or(UserError::NothingWaiting)?;
            let level = if let Reread::Level(level) = anew { Some(level) } else { level };
            return self.pair_upload(team, &kept, level).await;
        }
        let options = match (reading.format, anew) {
            (Format::Table, Reread::Read(options)) => options,
            _ => reading.options,
        };
        Ok(Upload {
            name: waiting.file,
            bytes: waiting.content.bytes,
            format: reading.format,
            options: Some(options),
            origin: Origin::File,
            note: waiting.content.note,
            avoid: None,
        })
    }

    async fn renewed(
        &self,
        team: &Arc<Team>,
        token: UploadId,
        upload: Upload,
    ) -> Result<Report, Error> {
        let examined = self.examined(team, upload).await?;
        let mut report = examined.report;
        let renewed = NewUpload {
            server: self.member.server,
            by: self.member.user,
            at: self.now,
            base: report.base,
            file: &report.file,
            content: &examined.content,
        };
        match self.teams.store.renew_pending(token, &renewed).await? {
            true => report.is_kept_as(token),
            false => return Err(UserError::NothingWaiting.into()),
        }
        Ok(report)
    }
}

fn pair_of(waiting: &PendingUpload) -> Option<KeptPair> {
    KeptPair::of(waiting.content.note.as_deref())
}
