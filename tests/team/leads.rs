//! Who may do what, and several leads at once.

use kalologos::model::{ChangeKind, ChangeSummary};
use kalologos::model::{Member, Rights};
use kalologos::model::{RoleId, ServerId, UserId, Version};
use kalologos::team::UserError;
use kalologos::team::{Applied, Pair, Settings, Upload};

use crate::team::common::*;

#[tokio::test]
async fn who_is_not_a_lead_is_refused_and_may_propose() {
    let home = Home::new().await;
    let (_, version) = home.activated("πίνακας.txt", SEED).await;
    // All that a lead can do is a method of what is refused here.
    let lead = home.teams.lead(&agent(), NOW).await;
    assert_eq!(refused(lead.map(|_| ())), UserError::NotALead);
    assert!(!home.teams.is_led_by(&agent(), NOW).await);
    assert_eq!(home.version().await, version);
    let pair = Pair { avoid: "α".into(), prefer: "β".into(), why: String::new() };
    home.teams.suggest(&agent(), &pair, NOW).await.unwrap();
}

#[tokio::test]
async fn a_role_makes_leads_and_loses_that_when_the_setting_goes() {
    let home = Home::new().await;
    let with_role = Settings { lead_role: Some(RoleId(50)), ..Settings::default() };
    home.lead().await.set_settings(Version(0), &with_role, None).await.unwrap();
    assert_eq!(
        home.teams.lead(&agent(), NOW).await.unwrap().settings().await.unwrap(),
        (with_role, Version(1))
    );
    let other_role = Member { roles: vec![RoleId(51)], ..agent() };
    assert_eq!(refused(home.teams.lead(&other_role, NOW).await.map(|_| ())), UserError::NotALead);
    let none = Settings::default();
    home.teams
        .lead(&agent(), NOW)
        .await
        .unwrap()
        .set_settings(Version(1), &none, None)
        .await
        .unwrap();
    assert_eq!(refused(home.teams.lead(&agent(), NOW).await.map(|_| ())), UserError::NotALead);
}

#[tokio::test]
async fn a_lead_of_another_server_reaches_nothing_here() {
    let home = Home::new().await;
    let report = home.upload("πίνακας.txt", SEED).await;
    let stranger = Member { server: ServerId(901), ..lead() };
    let foreign = home.teams.lead(&stranger, NOW).await.unwrap();
    let forged = foreign.activate(plainly(&report)).await;
    assert_eq!(refused(forged), UserError::NothingWaiting);
    let token = report.token.unwrap();
    assert_eq!(refused(foreign.cancel(token).await), UserError::NothingWaiting);
    assert_eq!(refused(foreign.trial(token).await), UserError::NothingWaiting);
    home.activate(&report).await.unwrap();
    assert_eq!(refused(foreign.undo(Version(1)).await), UserError::NothingToUndo);
    let export = foreign.export("πίνακας.txt", Some(1)).await;
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
    let theirs = home.teams.lead(&other, NOW).await.unwrap().upload(theirs).await.unwrap();
    home.teams.lead(&other, NOW).await.unwrap().activate(plainly(&theirs)).await.unwrap();
    let since = vec![ChangeSummary {
        kind: Some(ChangeKind::Activated),
        subject: "δικά τους.yaml".to_owned(),
    }];
    assert_eq!(refused(home.activate(&mine).await), UserError::Stale { since: since.clone() });
    let remove = home.lead().await.remove(Version(0), "δικά τους.yaml").await;
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
    assert_eq!(pressed.iter().filter(|press| press.applied == Applied::Now).count(), 1);
    assert_eq!(home.lead().await.file_versions().await.unwrap().len(), 1);
}

#[tokio::test]
async fn whoever_sits_at_a_terminal_leads_a_server_of_their_own() {
    let home = Home::new().await;
    let local = Member::local();
    assert_eq!((local.server, local.rights), (ServerId::LOCAL, Rights::ManagesServer));
    let report = home
        .teams
        .lead(&local, NOW)
        .await
        .unwrap()
        .upload(Upload::new("a.txt", SEED.into()))
        .await
        .unwrap();
    home.teams.lead(&local, NOW).await.unwrap().activate(plainly(&report)).await.unwrap();
    let (checker, _) = home.teams.checker(ServerId::LOCAL, NOW).await;
    let own = &report.difference.new[3].id;
    assert_eq!(found(&checker.checker, "Διαφωνώ.").0, [own.as_str()]);
    assert_eq!(home.check("Διαφωνώ.").await, found(&home.teams.builtin(), "Διαφωνώ."));
}
