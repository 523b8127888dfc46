//! A home for teams, and short ways to say what people do.

use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use kalologos::check::{Answer, Card, Request};
use kalologos::model::Language;
use kalologos::model::{Member, Rights};
use kalologos::model::{RoleId, ServerId, Time, UserId, Version};
use kalologos::ruleset::{RuleSet, builtin};
use kalologos::store::Store;
use kalologos::team::UserError;
use kalologos::team::{Activate, Activation, Error, Lead, Objections, Report, Team, Teams, Upload};
use tempfile::TempDir;

/// The built-in rules, read once for all tests.
pub static BUILTIN: LazyLock<RuleSet> = LazyLock::new(|| {
    let (mut rule_set, problems) = RuleSet::languages(builtin());
    assert!(problems.is_empty());
    assert!(rule_set.add_proven(builtin()).is_empty());
    rule_set
});

pub const NOW: Time = Time(1_800_000_000);
pub const SERVER: ServerId = ServerId(900);

/// The table with which the project began, pasted as it comes out of its document.
pub const SEED: &str = include_str!("../tables/first_day.txt");

pub struct Home {
    pub folder: TempDir,
    pub teams: Arc<Teams>,
}

impl Home {
    pub async fn new() -> Home {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("data.sqlite")).await.unwrap();
        Home { folder, teams: Arc::new(Teams::new(BUILTIN.clone(), store)) }
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("data.sqlite")
    }

    /// The same after a restart of the program.
    pub async fn restarted(self) -> Home {
        self.teams.store().close().await;
        let store = Store::open(&self.path()).await.unwrap();
        Home { folder: self.folder, teams: Arc::new(Teams::new(BUILTIN.clone(), store)) }
    }

    pub async fn team(&self) -> std::sync::Arc<Team> {
        self.teams.team(SERVER, NOW).await.unwrap()
    }

    pub async fn version(&self) -> Version {
        self.teams.rules_version(SERVER).await.unwrap()
    }

    pub async fn lead(&self) -> Lead {
        self.teams.lead(&lead(), NOW).await.unwrap()
    }

    pub async fn upload(&self, name: &str, text: &str) -> Report {
        let upload = Upload::new(name, text.as_bytes().to_vec());
        self.lead().await.upload(upload).await.unwrap()
    }

    /// A file that has to come in force.
    pub async fn activated(&self, name: &str, text: &str) -> (Report, Version) {
        let report = self.upload(name, text).await;
        let activation = self.activate(&report).await.unwrap();
        (report, activation.version)
    }

    pub async fn activate(&self, report: &Report) -> Result<Activation, Error> {
        self.lead().await.activate(plainly(report)).await
    }

    /// The ids of the rules that find something in a draft, and the draft reworded.
    pub async fn check(&self, draft: &str) -> (Vec<String>, String) {
        let (in_force, error) = self.teams.checker(SERVER, NOW).await;
        assert!(error.is_none(), "{error:?}");
        found(&in_force.checker, draft)
    }
}

pub fn found(checker: &kalologos::check::Checker, draft: &str) -> (Vec<String>, String) {
    let card = card(checker, draft);
    let ids = card.review.findings.iter().map(|finding| finding.rule.id.clone()).collect();
    (ids, card.review.rewrite)
}

pub fn card(checker: &kalologos::check::Checker, draft: &str) -> Card {
    match checker.answer(Request::Check { draft: draft.to_owned() }, Language::El) {
        Ok(Answer::Card(card)) => *card,
        other => panic!("{other:?}"),
    }
}

pub fn plainly(report: &Report) -> Activate {
    Activate {
        token: report.token.expect("something to activate"),
        objections: Objections::Stand,
        proposal: None,
    }
}

pub fn lead() -> Member {
    Member { server: SERVER, user: UserId(1), rights: Rights::ManagesServer, roles: Vec::new() }
}

pub fn agent() -> Member {
    Member { server: SERVER, user: UserId(2), rights: Rights::Member, roles: vec![RoleId(50)] }
}

/// Why it was refused.
pub fn refused<T: std::fmt::Debug>(result: Result<T, Error>) -> UserError {
    match result {
        Err(Error::User(refused)) => refused,
        other => panic!("not refused: {other:?}"),
    }
}
