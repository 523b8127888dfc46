//! Whoever is not a lead, a lead of another server with forged marks, and storage that is gone.

use kalologos::app::{Argument, Arguments, Body, Interaction, RequestContext};
use kalologos::model::Language;
use kalologos::model::Member;
use kalologos::model::ServerId;
use kalologos::model::Version;
use kalologos::store::{Area, Position, SwitchKind};
use kalologos::team::ExportAs;
use kalologos::ui::{Action, CommandId, FormAction, ListView, NameHash};

use crate::managing_rules::common::*;

const COMMANDS: [CommandId; 10] = [
    CommandId::RulesList,
    CommandId::RulesShow,
    CommandId::RulesOff,
    CommandId::RulesOn,
    CommandId::RulesExport,
    CommandId::RulesHistory,
    CommandId::RulesRestore,
    CommandId::RulesRemove,
    CommandId::RulesNames,
    CommandId::RulesReplies,
];
/// Every control, made for this server and for none.
fn pressed() -> Vec<Action> {
    let file = NameHash::of("ομάδα");
    let every = |number: i64| {
        let base = Version(number);
        vec![
            Action::Leave,
            Action::Undo { area: Area::Rules, version: base },
            Action::List(ListView::default().at(usize::MAX)),
            Action::Narrow { words: "🙂".to_owned() },
            Action::Show,
            Action::Turn { to: Position::Off, kind: SwitchKind::Rule, name: file, base },
            Action::TurnChosen { to: Position::On, base },
            Action::Export { form: ExportAs::Original },
            Action::History { skip: usize::MAX },
            Action::Change,
            Action::Versions { file: None },
            Action::Versions { file: Some(file) },
            Action::Version { file, number: None },
            Action::Version { file, number: Some(number) },
            Action::Restore { file, number, base },
            Action::Remove { file, base },
            Action::NamesForm,
            Action::NamesDrop { base },
        ]
    };
    [1, -7, i64::MAX].into_iter().flat_map(every).collect()
}

fn every_wish() -> Vec<Interaction> {
    let text = |name| (name, Argument::Text("δέμα".to_owned()));
    let given = || Arguments(["rule", "name", "file", "words", "add"].map(text).to_vec());
    let mut wishes: Vec<Interaction> =
        COMMANDS.into_iter().map(|id| Interaction::Command(id, given())).collect();
    for action in pressed() {
        wishes.push(Interaction::Press(action.clone(), vec!["1".to_owned()]));
        wishes.push(Interaction::Press(action, Vec::new()));
    }
    let form = FormAction::NamesAdd { base: Version(1) };
    wishes.push(Interaction::Submit(form.clone(), vec!["Όνομα".to_owned()]));
    wishes.push(Interaction::Submit(form, Vec::new()));
    wishes
}

#[tokio::test]
async fn whoever_is_not_a_lead_is_refused_at_every_door() {
    let home = Home::new().await;
    home.activated("ομάδα.yaml", OWN).await;
    for wish in every_wish() {
        let response = home.response(agent(), Language::El, wish.clone()).await;
        assert!(response.error.is_none(), "{wish:?}");
        let text = panel(response).text();
        assert!(text.starts_with("Αυτό το κάνουν οι υπεύθυνοι"), "{wish:?}: {text}");
        // Where there is no server there is no team.
        let alone = RequestContext { member: None, ..home.context(agent(), Language::El) };
        let text = panel(home.app.handle(&alone, wish.clone()).await).text();
        assert!(text.starts_with("Αυτό γίνεται μέσα στον server"), "{wish:?}: {text}");
    }
    let context = home.context(agent(), Language::El);
    for command in COMMANDS {
        let offered = home.app.offers(&context, command, "name", "", 25).await;
        assert!(offered.is_empty(), "{command:?}");
    }
    assert_eq!(home.teams().rules_version(SERVER).await.unwrap().0, 1);
}

#[tokio::test]
async fn forged_marks_change_nothing_and_reach_no_other_server() {
    let home = Home::new().await;
    home.activated("ομάδα.yaml", OWN).await;
    let stranger = Member { server: ServerId(901), ..lead() };
    for who in [lead(), stranger.clone()] {
        for wish in every_wish() {
            if matches!(wish, Interaction::Command(..) | Interaction::Submit(..)) {
                continue;
            }
            let response = home.response(who.clone(), Language::El, wish.clone()).await;
            assert!(response.error.is_none(), "{wish:?}");
            // An undo of version 1 is the one thing that a lead here may do with those numbers.
            let _ = home.teams();
        }
    }
    // What a lead of this server has in hand leads nowhere in another.
    let home = Home::new().await;
    home.activated("ομάδα.yaml", OWN).await;
    home.later(60);
    let asked = home.command(CommandId::RulesRemove, &[("file", "ομάδα")]).await;
    let versions = home.command(CommandId::RulesRestore, &[]).await;
    let history = home.command(CommandId::RulesHistory, &[]).await;
    for panel_here in [&asked, &versions, &history] {
        for control in &panel_here.controls {
            let wish = Interaction::Press(action_of(control).clone(), vec!["1".to_owned()]);
            let text = panel(home.response(stranger.clone(), Language::El, wish).await).text();
            assert!(!text.contains("δέμα"), "{control:?}: {text}");
        }
    }
    let team = home.teams().team(SERVER, home.now()).await.unwrap();
    assert_eq!((team.files.len(), team.versions.rules.0), (1, 1));
}

#[tokio::test]
async fn without_storage_the_answer_is_kind_and_the_trouble_is_for_the_log() {
    let home = Home::new().await;
    home.activated("ομάδα.yaml", OWN).await;
    home.teams().store().close().await;
    std::fs::remove_file(home.folder.path().join("data.sqlite")).unwrap();
    home.later(60);
    for wish in every_wish() {
        let response = home.response(lead(), Language::El, wish.clone()).await;
        assert!(response.error.is_some(), "{wish:?}");
        match response.body {
            Body::Panel(panel) | Body::InPlace(panel) => {
                assert!(panel.text().contains("Δεν έχω πρόσβαση στα δεδομένα μου"), "{wish:?}");
            }
            other => panic!("{other:?}"),
        }
    }
}
