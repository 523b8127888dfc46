//! Who may do what, and several leads at once.

use kalologos::model::{ChangeKind, ChangeSummary};
use kalologos::model::{Member, Rights};
use kalologos::model::{RoleId, ServerId, UserId, Version};
use kalologos::store::{PendingId, Position, ProposalId, Switch, SwitchKind};
use kalologos::team::UserError;
use kalologos::team::{Activate, Objections, Pair, Settings, Times, Upload};

use crate::common::*;

#[tokio::test]
async fn whoever_is_not_a_lead_is_refused_at_every_door() {
    let home = Home::new().await;
    let (report, version) = home.activated("πίνακας.txt", SEED).await;
    let teams = &home.teams;
    let who = agent();
    let token = PendingId(1);
    let upload = Upload::new("a.yaml", b"language: el".to_vec());
    let activate = Activate { token, objections: Objections::Stand, proposal: None };
    let rule = Switch { kind: SwitchKind::Rule, name: report.difference.new[0].id.clone() };
    let pair = Pair { avoid: "α".into(), prefer: "β".into(), why: String::new() };
    let doors = [
        teams.upload(&who, upload, NOW).await.err(),
        teams.cancel(&who, token, NOW).await.err(),
        teams.trial(&who, token, NOW).await.err(),
        teams.activate(&who, activate, NOW).await.err(),
        teams.undo(&who, version, NOW).await.err(),
        teams.restore(&who, version, "πίνακας.txt", 1, NOW).await.err(),
        teams.remove(&who, version, "πίνακας.txt", NOW).await.err(),
        teams.turn(&who, version, &rule, Position::Off, NOW).await.err(),
        teams.spare(&who, version, &["Όνομα"], Position::Off, NOW).await.err(),
        teams.settings(&who, NOW).await.err(),
        teams.set_settings(&who, Version(0), &Settings::default(), None, NOW).await.err(),
        teams.open_to(&who, NOW).await.err(),
        teams.history(&who, 0, 10, NOW).await.err(),
        teams.difference(&who, version, NOW).await.err(),
        teams.file_versions(&who, NOW).await.err(),
        teams.export(&who, "πίνακας.txt", None, NOW).await.err(),
        teams.write_rule(&who, &pair, None, NOW).await.err(),
        teams.open_proposals(&who, 0, 10, NOW).await.err(),
        teams.open_proposal(&who, ProposalId(1), NOW).await.err(),
        teams.decline(&who, ProposalId(1), None, NOW).await.err(),
    ];
    for (number, door) in doors.into_iter().enumerate() {
        assert_eq!(refused(door.map_or(Ok(()), Err)), UserError::NotALead, "door {number}");
    }
    assert_eq!(home.version().await, version);
    // Anybody may propose.
    teams.suggest(&who, &pair, NOW).await.unwrap();
}

#[tokio::test]
async fn a_role_makes_leads_and_loses_that_when_the_setting_goes() {
    let home = Home::new().await;
    let with_role = Settings { lead_role: Some(RoleId(50)), ..Settings::default() };
    home.teams.set_settings(&lead(), Version(0), &with_role, None, NOW).await.unwrap();
    assert_eq!(home.teams.settings(&agent(), NOW).await.unwrap(), (with_role, Version(1)));
    let other_role = Member { roles: vec![RoleId(51)], ..agent() };
    assert_eq!(refused(home.teams.settings(&other_role, NOW).await), UserError::NotALead);
    let none = Settings::default();
    home.teams.set_settings(&agent(), Version(1), &none, None, NOW).await.unwrap();
    assert_eq!(refused(home.teams.settings(&agent(), NOW).await), UserError::NotALead);
}

#[tokio::test]
async fn a_lead_of_another_server_reaches_nothing_here() {
    let home = Home::new().await;
    let report = home.upload("πίνακας.txt", SEED).await;
    let stranger = Member { server: ServerId(901), ..lead() };
    let teams = &home.teams;
    let forged = teams.activate(&stranger, plainly(&report), NOW).await;
    assert_eq!(refused(forged), UserError::NothingWaiting);
    let token = report.token.unwrap();
    assert_eq!(refused(teams.cancel(&stranger, token, NOW).await), UserError::NothingWaiting);
    assert_eq!(refused(teams.trial(&stranger, token, NOW).await), UserError::NothingWaiting);
    home.activate(&report).await.unwrap();
    assert_eq!(refused(teams.undo(&stranger, Version(1), NOW).await), UserError::NothingToUndo);
    let export = teams.export(&stranger, "πίνακας.txt", Some(1), NOW).await;
    assert!(matches!(refused(export), UserError::UnknownVersion { .. }));
    assert_eq!(home.team().await.files.len(), 1);
}

#[tokio::test]
async fn the_slower_of_two_leads_is_told_what_the_faster_has_changed() {
    let home = Home::new().await;
    let other = Member { user: UserId(3), ..lead() };
    let mine = home.upload("δικά μου.txt", SEED).await;
    let theirs = Upload::new(
        "δικά τους.yaml",
        b"language: en\nrules:\n  - {avoid: no idea, remove: true}\n".to_vec(),
    );
    let theirs = home.teams.upload(&other, theirs, NOW).await.unwrap();
    home.teams.activate(&other, plainly(&theirs), NOW).await.unwrap();
    let since = vec![ChangeSummary {
        deed: Some(ChangeKind::Activated),
        subject: "δικά τους.yaml".to_owned(),
    }];
    assert_eq!(refused(home.activate(&mine).await), UserError::Stale { since: since.clone() });
    let remove = home.teams.remove(&lead(), Version(0), "δικά τους.yaml", NOW).await;
    assert_eq!(refused(remove), UserError::Stale { since });
    assert_eq!(home.team().await.files.len(), 1);
    // Uploaded again it is tried beside what is in force now, and counts.
    let again = home.upload("δικά μου.txt", SEED).await;
    home.activate(&again).await.unwrap();
    assert_eq!(home.team().await.files.len(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_presses_at_the_same_moment_one_counts() {
    let home = std::sync::Arc::new(Home::new().await);
    let report = home.upload("πίνακας.txt", SEED).await;
    let mut presses = tokio::task::JoinSet::new();
    for _ in 0..8 {
        let (home, report) = (std::sync::Arc::clone(&home), report.clone());
        presses.spawn(async move { home.activate(&report).await.unwrap() });
    }
    let pressed = presses.join_all().await;
    assert!(pressed.iter().all(|press| press.version == Version(1)), "{pressed:?}");
    assert_eq!(pressed.iter().filter(|press| press.times == Times::First).count(), 1);
    assert_eq!(home.teams.file_versions(&lead(), NOW).await.unwrap().len(), 1);
}

#[tokio::test]
async fn whoever_sits_at_a_terminal_leads_a_server_of_their_own() {
    let home = Home::new().await;
    let local = Member::local();
    assert_eq!((local.server, local.rights), (ServerId::LOCAL, Rights::ManagesServer));
    let report = home.teams.upload(&local, Upload::new("a.txt", SEED.into()), NOW).await.unwrap();
    home.teams.activate(&local, plainly(&report), NOW).await.unwrap();
    let (checker, _) = home.teams.checker(ServerId::LOCAL, NOW).await;
    let own = &report.difference.new[3].id;
    assert_eq!(found(&checker.checker, "Διαφωνώ.").0, [own.as_str()]);
    assert_eq!(home.check("Διαφωνώ.").await, found(&home.teams.builtin(), "Διαφωνώ."));
}
