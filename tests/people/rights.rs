//! Whoever is no lead, at every command and button; a lead of another server, with custom ids that are not theirs.

use kalologos::app::{Body, Interaction};
use kalologos::model::{Language, Version};
use kalologos::store::{ProposalId, UploadId};
use kalologos::team::Objections;
use kalologos::ui::leads::settings::Topic;
use kalologos::ui::{Action, CommandId, FormAction, ProposalPlace};

use crate::people::common::*;

/// Every control and form that is for leads, about the first proposal.
fn wishes(chosen: &[&str]) -> Vec<Interaction> {
    let (proposal, upload) = (ProposalId(1), UploadId(1));
    let (channel, alone) = (ProposalPlace::Channel, ProposalPlace::Alone);
    let chosen = || chosen.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let pressed = [
        Action::SettingsTopic,
        Action::SettingsSet { topic: Topic::Level, base: Version(0) },
        Action::Proposals { at: 0 },
        Action::Approve { proposal, place: channel, kept: None },
        Action::Approve { proposal, place: alone, kept: Some(upload) },
        Action::ApproveAnyway { proposal, upload, objections: Objections::Mute, fingerprint: None },
        Action::UndoApproval { version: Version(1), place: alone, proposal: None },
        Action::UndoApproval { version: Version(1), place: channel, proposal: Some(proposal) },
        Action::Decline { proposal, place: alone },
    ];
    let written = [
        FormAction::Approve { proposal, place: channel },
        FormAction::Decline { proposal, place: alone },
    ];
    let pressed = pressed.into_iter().map(|action| Interaction::Press(action, chosen()));
    pressed.chain(written.map(|action| Interaction::Submit(action, chosen()))).collect()
}

const KIND: &str = "Αυτό το κάνουν οι υπεύθυνοι της ομάδας.";

#[tokio::test]
async fn who_is_no_lead_is_told_kindly_and_nothing_happens() {
    let home = Home::new().await;
    home.suggest(&agent(), ["όπως είπαμε", "όπως συμφωνήσαμε", ""]).await;
    for id in [CommandId::Settings, CommandId::Proposals] {
        let response = home.command(&colleague(), id).await;
        assert!(refused(&response).starts_with(KIND), "{id:?}: {response:?}");
    }
    for wish in wishes(&["error", "όπως συμφωνήσαμε", ""]) {
        let response = home.wish(&colleague(), Language::El, wish.clone()).await;
        assert!(refused(&response).starts_with(KIND), "{wish:?}: {response:?}");
        assert!(response.effects.is_empty(), "{wish:?}");
    }
    untouched(&home).await;
}

#[tokio::test]
async fn a_lead_of_another_server_reaches_nothing_here() {
    let home = Home::new().await;
    home.suggest(&agent(), ["όπως είπαμε", "όπως συμφωνήσαμε", ""]).await;
    for wish in wishes(&["nonsense", "όπως συμφωνήσαμε", ""]) {
        let response = home.wish(&stranger(), Language::El, wish.clone()).await;
        let text = shown(&response);
        assert!(!text.contains("όπως είπαμε"), "{wish:?}: {text}");
        assert!(response.effects.is_empty() && response.error.is_none(), "{wish:?}");
    }
    untouched(&home).await;
}

#[tokio::test]
async fn custom_ids_that_nobody_wrote_do_no_harm() {
    let home = Home::new().await;
    home.suggest(&agent(), ["όπως είπαμε", "όπως συμφωνήσαμε", ""]).await;
    let huge = "9".repeat(60);
    let odd = ["", "-1", "9223372036854775807", "-9223372036854775808", "x", "c", "level", &huge];
    let words = ["topic", "set", "proposals", "approve", "anyway", "unapprove", "decline"];
    let forms = ["approved", "declined"];
    let mut wishes = Vec::new();
    for (first, second) in odd.iter().flat_map(|one| odd.iter().map(move |other| (one, other))) {
        for word in words {
            for id in [
                format!("p1/{word}"),
                format!("p1/{word}/{first}"),
                format!("p1/{word}/{first}/{second}"),
                format!("p1/{word}/{first}/{second}/mine"),
            ] {
                let action = Action::decode(&id).ok();
                wishes.extend(action.map(|action| Interaction::Press(action, Vec::new())));
            }
        }
        for word in forms {
            let action = FormAction::decode(&format!("p1/{word}/{first}/{second}")).ok();
            wishes.extend(action.map(|action| Interaction::Submit(action, Vec::new())));
        }
    }
    assert!(wishes.len() > 100, "some of it can be read");
    for wish in wishes {
        let response = home.wish(&lead(), Language::El, wish.clone()).await;
        assert!(response.error.is_none(), "{wish:?}: {response:?}");
        assert!(!matches!(response.body, Body::Refused(_)), "{wish:?}: {response:?}");
    }
    untouched(&home).await;
}

#[tokio::test]
async fn whoever_has_the_role_of_leads_leads() {
    let home = Home::new().await;
    let before = home.command(&agent(), CommandId::Settings).await;
    assert!(refused(&before).starts_with(KIND));
    home.set("leads", "Ρόλος υπευθύνων", &["50"]).await;
    let card = panel(home.command(&agent(), CommandId::Settings).await);
    assert!(card.text().contains("ο ρόλος @50"));
    assert!(refused(&home.command(&colleague(), CommandId::Settings).await).starts_with(KIND));
}

async fn untouched(home: &Home) {
    let (settings, version) = home.lead().await.settings().await.unwrap();
    assert_eq!((settings, version.0), (Default::default(), 0));
    assert_eq!(home.teams().rules_version(SERVER).await.unwrap().0, 0);
    assert!(home.lead().await.open_proposal(ProposalId(1)).await.is_ok());
}
