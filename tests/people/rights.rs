//! Whoever is no lead, at every command and button; a lead of another server, with marks that are not theirs.

use kalologos::app::{Body, Interaction, Response};
use kalologos::check::UserError;
use kalologos::model::Language;
use kalologos::store::ProposalId;
use kalologos::ui::CommandId;
use kalologos::ui::{Act, Mark};

use crate::common::*;

/// Every control that is for leads, about the first proposal.
fn marks() -> Vec<Mark> {
    vec![
        Mark::new(Act::SettingsTopic, []),
        Mark::new(Act::SettingsSet, ["level", "0"]),
        Mark::new(Act::Proposals, ["0"]),
        Mark::new(Act::Approve, ["1", "c"]),
        Mark::new(Act::ApproveWritten, ["1", "c"]),
        Mark::new(Act::ApproveAnyway, ["1", "1", "mine"]),
        Mark::new(Act::UndoApproval, ["1"]),
        Mark::new(Act::Decline, ["1", "a"]),
        Mark::new(Act::DeclineSaid, ["1", "a"]),
    ]
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
    let chosen = || vec!["error".to_owned(), "όπως συμφωνήσαμε".to_owned(), String::new()];
    for mark in marks() {
        for wish in [
            Interaction::Press(mark.clone(), chosen()),
            Interaction::Submit(mark.clone(), chosen()),
        ] {
            let response = home.wish(&colleague(), Language::El, wish.clone()).await;
            assert!(
                is_for_the_other_door(&wish, &response) || refused(&response).starts_with(KIND)
            );
            assert!(response.effects.is_empty());
        }
    }
    untouched(&home).await;
}

#[tokio::test]
async fn a_lead_of_another_server_reaches_nothing_here() {
    let home = Home::new().await;
    home.suggest(&agent(), ["όπως είπαμε", "όπως συμφωνήσαμε", ""]).await;
    let chosen = || vec!["nonsense".to_owned(), "όπως συμφωνήσαμε".to_owned(), String::new()];
    for mark in marks() {
        for wish in [
            Interaction::Press(mark.clone(), chosen()),
            Interaction::Submit(mark.clone(), chosen()),
        ] {
            let response = home.wish(&stranger(), Language::El, wish).await;
            let text = shown(&response);
            assert!(!text.contains("όπως είπαμε"), "{mark:?}: {text}");
            assert!(response.effects.is_empty() && response.error.is_none(), "{mark:?}");
        }
    }
    untouched(&home).await;
}

#[tokio::test]
async fn marks_that_nobody_wrote_do_no_harm() {
    let home = Home::new().await;
    home.suggest(&agent(), ["όπως είπαμε", "όπως συμφωνήσαμε", ""]).await;
    let huge = "9".repeat(60);
    let odd = ["", "-1", "9223372036854775807", "-9223372036854775808", "x", &huge];
    for mark in marks() {
        for (first, second) in odd.iter().flat_map(|one| odd.iter().map(move |other| (one, other)))
        {
            let mark = Mark::new(mark.act, [*first, *second]);
            for wish in [
                Interaction::Press(mark.clone(), Vec::new()),
                Interaction::Submit(mark, Vec::new()),
            ] {
                let response = home.wish(&lead(), Language::El, wish.clone()).await;
                assert!(response.error.is_none(), "{response:?}");
                let is_answer = matches!(response.body, Body::Refused(_));
                assert_eq!(is_answer, is_for_the_other_door(&wish, &response), "{response:?}");
            }
        }
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

/// A form's mark that was pressed, or a button's that was handed in: neither leads anywhere.
fn is_for_the_other_door(wish: &Interaction, response: &Response) -> bool {
    let is_forms = |act: Act| matches!(act, Act::ApproveWritten | Act::DeclineSaid);
    let is_swapped = match wish {
        Interaction::Press(mark, _) => is_forms(mark.act),
        Interaction::Submit(mark, _) => !is_forms(mark.act),
        _ => false,
    };
    let unreadable = Body::Refused(UserError::CardUnreadable);
    is_swapped && response.body == unreadable
}

async fn untouched(home: &Home) {
    let (settings, version) = home.teams().settings(&lead(), NOW).await.unwrap();
    assert_eq!((settings, version.0), (Default::default(), 0));
    assert_eq!(home.teams().rules_version(SERVER).await.unwrap().0, 0);
    assert!(home.teams().open_proposal(&lead(), ProposalId(1), NOW).await.is_ok());
}
