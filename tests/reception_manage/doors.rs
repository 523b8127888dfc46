//! Whoever is not a lead, a lead of another server with forged marks, and storage that is gone.

use kalologos::desk::CommandId;
use kalologos::desk::reception::{Act, Given, GivenValue, Mark, Reply, Visitor, Wish};
use kalologos::desk::team::Asker;
use kalologos::render::Language;
use kalologos::store::ServerId;

use crate::common::*;

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
const PRESSED: [Act; 16] = [
    Act::Leave,
    Act::Undo,
    Act::List,
    Act::Narrow,
    Act::Show,
    Act::Turn,
    Act::TurnChosen,
    Act::Export,
    Act::History,
    Act::Change,
    Act::Versions,
    Act::Version,
    Act::Restore,
    Act::Remove,
    Act::NamesForm,
    Act::NamesDrop,
];

fn every_wish() -> Vec<Wish> {
    let text = |name| (name, GivenValue::Text("δέμα".to_owned()));
    let given = || Given(["rule", "name", "file", "words", "add"].map(text).to_vec());
    let mut wishes: Vec<Wish> = COMMANDS.into_iter().map(|id| Wish::Command(id, given())).collect();
    for act in PRESSED {
        for arguments in
            [vec![], vec!["1", "rule", "x", "1"], vec!["-7", "", "🙂", "99999999999999999999"]]
        {
            let mark = Mark::new(act, arguments);
            wishes.push(Wish::Press(mark.clone(), vec!["1".to_owned()]));
            wishes.push(Wish::Press(mark, Vec::new()));
        }
    }
    let form = Mark::new(Act::NamesAdd, ["1"]);
    wishes.push(Wish::Submit(form.clone(), vec!["Όνομα".to_owned()]));
    wishes.push(Wish::Submit(form, Vec::new()));
    wishes
}

#[tokio::test]
async fn whoever_is_not_a_lead_is_refused_at_every_door() {
    let home = Home::new().await;
    home.activated("ομάδα.yaml", OWN).await;
    for wish in every_wish() {
        let received = home.received(agent(), Language::El, wish.clone()).await;
        assert!(received.trouble.is_none(), "{wish:?}");
        let text = panel(received).text();
        assert!(text.starts_with("Αυτό το κάνουν οι υπεύθυνοι"), "{wish:?}: {text}");
        // Where there is no server there is no team.
        let alone = Visitor { member: None, ..home.visitor(agent(), Language::El) };
        let text = panel(home.reception.receive(&alone, wish.clone()).await).text();
        assert!(text.starts_with("Αυτό γίνεται μέσα στον server"), "{wish:?}: {text}");
    }
    let visitor = home.visitor(agent(), Language::El);
    for command in COMMANDS {
        let offered = home.reception.offers(&visitor, command, "name", "", 25).await;
        assert!(offered.is_empty(), "{command:?}");
    }
    assert_eq!(home.teams().rules_version(SERVER).await.unwrap().0, 1);
}

#[tokio::test]
async fn forged_marks_change_nothing_and_reach_no_other_server() {
    let home = Home::new().await;
    home.activated("ομάδα.yaml", OWN).await;
    let stranger = Asker { server: ServerId(901), ..lead() };
    for who in [lead(), stranger.clone()] {
        for wish in every_wish() {
            if matches!(wish, Wish::Command(..) | Wish::Submit(..)) {
                continue;
            }
            let received = home.received(who.clone(), Language::El, wish.clone()).await;
            assert!(received.trouble.is_none(), "{wish:?}");
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
            let wish = Wish::Press(mark_of(control).clone(), vec!["1".to_owned()]);
            let text = panel(home.received(stranger.clone(), Language::El, wish).await).text();
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
        let received = home.received(lead(), Language::El, wish.clone()).await;
        assert!(received.trouble.is_some(), "{wish:?}");
        match received.reply {
            Reply::Panel(panel) | Reply::InPlace(panel) => {
                assert!(panel.text().contains("Δεν έχω πρόσβαση στις σημειώσεις μου"), "{wish:?}");
            }
            other => panic!("{other:?}"),
        }
    }
}
