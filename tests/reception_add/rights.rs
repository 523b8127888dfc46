//! Who may not: members at every command and control, leads of other servers, people without a server.

use kalologos::app::{Argument, Arguments, Interaction, RequestContext};
use kalologos::model::Version;
use kalologos::ui::CommandId;
use kalologos::ui::{Act, Mark};

use crate::common::*;
use crate::tables::SEED;

/// Every command and control of these, with the numbers of what waits.
fn everything(token: &str) -> Vec<Interaction> {
    let draft = || Arguments(vec![("draft", Argument::Text("Διαφωνώ.".into()))]);
    let mut wishes = vec![
        Interaction::Command(CommandId::RulesAdd, untouchable()),
        Interaction::Command(CommandId::RulesAdd, Arguments::default()),
        Interaction::Command(CommandId::RulesNew, Arguments::default()),
        Interaction::Command(CommandId::RulesTry, draft()),
    ];
    for arguments in [&[token][..], &[token, "0", "stand"], &[token, "0", "silent"], &["1"]] {
        for act in [
            Act::Activate,
            Act::Cancel,
            Act::Undo,
            Act::Report,
            Act::Read,
            Act::Level,
            Act::Rewrite,
            Act::Try,
        ] {
            let mark = Mark::new(act, arguments.iter().copied());
            wishes.push(Interaction::Press(mark, vec!["error".into()]));
        }
        for act in [Act::Paste, Act::NewRule, Act::Try] {
            let boxes = vec!["Διαφωνώ".into(), "Συμφωνώ".into(), "γιατί".into()];
            wishes.push(Interaction::Submit(Mark::new(act, arguments.iter().copied()), boxes));
        }
    }
    wishes
}

#[tokio::test]
async fn a_member_who_does_not_lead_gets_a_kind_word_and_nothing_is_done() {
    let place = Place::new().await;
    let report = place.paste(&lead(), SEED, "").await;
    let token = report.mark("Άκυρο").arguments[0].clone();
    for wish in everything(&token) {
        let shown = place.wish(&agent(), wish.clone()).await;
        assert!(
            shown.text().starts_with("Αυτό το κάνουν οι υπεύθυνοι"),
            "{wish:?}: {}",
            shown.text()
        );
    }
    assert_eq!(place.version().await, Version(0));
    report.press("Ενεργοποίηση").await;
    assert_eq!(place.version().await, Version(1));
    for wish in everything(&token) {
        place.wish(&agent(), wish).await;
    }
    assert_eq!(place.version().await, Version(1));
}

#[tokio::test]
async fn a_lead_of_another_server_reaches_nothing_of_this_one() {
    let place = Place::new().await;
    let report = place.paste(&lead(), SEED, "").await;
    let token = report.mark("Άκυρο").arguments[0].clone();
    for wish in everything(&token) {
        if matches!(&wish, Interaction::Command(CommandId::RulesAdd, given) if given.file("file").is_some())
        {
            continue;
        }
        place.wish(&foreign_lead(), wish).await;
    }
    // What it was told is still there to be activated, as it was seen.
    let done = report.press("Ενεργοποίηση").await;
    assert_eq!(done.buttons(), ["Αναίρεση"], "{}", done.text());
    for wish in everything(&token) {
        if !matches!(&wish, Interaction::Command(..)) {
            place.wish(&foreign_lead(), wish).await;
        }
    }
    assert_eq!(place.version().await, Version(1));
    assert_eq!(place.check("Διαφωνώ.").await.1, "Συμφωνώ μαζί σας, αλλά [συμπληρώστε].");
}

#[tokio::test]
async fn where_there_is_no_server_there_is_no_team() {
    let place = Place::new().await;
    let alone = RequestContext { member: None, ..lead() };
    for wish in everything("1") {
        let shown = place.wish(&alone, wish).await;
        assert!(shown.text().starts_with("Αυτό γίνεται μέσα στον server"), "{}", shown.text());
    }
}

#[tokio::test]
async fn forged_numbers_lead_nowhere() {
    let place = Place::new().await;
    for arguments in
        [&[][..], &["x"], &["-1"], &["99999999999999999999", "1", "stand"], &["1", "", ""]]
    {
        for act in [
            Act::Activate,
            Act::Cancel,
            Act::Undo,
            Act::Report,
            Act::Read,
            Act::Level,
            Act::Rewrite,
        ] {
            let mark = Mark::new(act, arguments.iter().copied());
            let shown = place.wish(&lead(), Interaction::Press(mark, Vec::new())).await;
            assert!(shown.panel().controls.is_empty(), "{act:?}: {}", shown.text());
        }
    }
    assert_eq!(place.version().await, Version(0));
}
