//! Who may not: members at every command and control, leads of other servers, people without a server.

use kalologos::app::{Argument, Arguments, Interaction, RequestContext};
use kalologos::import::{Options, Sides};
use kalologos::model::Version;
use kalologos::store::{Area, UploadId};
use kalologos::team::Objections;
use kalologos::ui::CommandId;
use kalologos::ui::{Action, FormAction};

use crate::adding_rules::common::*;
use crate::tables::SEED;

/// Every command and control of these, with the numbers of what waits.
fn everything(upload: UploadId) -> Vec<Interaction> {
    let draft = || Arguments(vec![("draft", Argument::Text("Διαφωνώ.".into()))]);
    let mut wishes = vec![
        Interaction::Command(CommandId::RulesAdd, untouchable()),
        Interaction::Command(CommandId::RulesAdd, Arguments::default()),
        Interaction::Command(CommandId::RulesNew, Arguments::default()),
        Interaction::Command(CommandId::RulesTry, draft()),
    ];
    for upload in [upload, UploadId(1)] {
        let pressed = actions(upload).into_iter();
        wishes.extend(pressed.map(|action| Interaction::Press(action, vec!["error".into()])));
        for action in [
            FormAction::Paste,
            FormAction::NewRule { upload: None },
            FormAction::NewRule { upload: Some(upload) },
            FormAction::Try { upload },
        ] {
            let boxes = vec!["Διαφωνώ".into(), "Συμφωνώ".into(), "γιατί".into()];
            wishes.push(Interaction::Submit(action, boxes));
        }
    }
    wishes
}

fn actions(upload: UploadId) -> Vec<Action> {
    let swapped = Options { sides: Sides::Swapped, ..Options::default() };
    vec![
        Action::Activate { upload, fingerprint: 0, objections: Objections::Stand },
        Action::Activate { upload, fingerprint: 0, objections: Objections::Mute },
        Action::Cancel { upload },
        Action::Undo { area: Area::Rules, version: Version(upload.0) },
        Action::Report { upload },
        Action::Read { upload, options: Options::default() },
        Action::Read { upload, options: swapped },
        Action::Level { upload },
        Action::Rewrite { upload },
        Action::Try { upload },
    ]
}

/// The upload that a report is about.
fn upload_of(report: &Shown<'_>) -> UploadId {
    match report.action("Άκυρο") {
        Action::Cancel { upload } => upload,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_member_who_does_not_lead_gets_a_kind_word_and_nothing_is_done() {
    let place = Place::new().await;
    let report = place.paste(&lead(), SEED, "").await;
    let upload = upload_of(&report);
    for wish in everything(upload) {
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
    for wish in everything(upload) {
        place.wish(&agent(), wish).await;
    }
    assert_eq!(place.version().await, Version(1));
}

#[tokio::test]
async fn a_lead_of_another_server_reaches_nothing_of_this_one() {
    let place = Place::new().await;
    let report = place.paste(&lead(), SEED, "").await;
    let upload = upload_of(&report);
    for wish in everything(upload) {
        if matches!(&wish, Interaction::Command(CommandId::RulesAdd, given) if given.file("file").is_some())
        {
            continue;
        }
        place.wish(&foreign_lead(), wish).await;
    }
    // What it was told is still there to be activated, as it was seen.
    let done = report.press("Ενεργοποίηση").await;
    assert_eq!(done.buttons(), ["Αναίρεση"], "{}", done.text());
    for wish in everything(upload) {
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
    for wish in everything(UploadId(1)) {
        let shown = place.wish(&alone, wish).await;
        assert!(shown.text().starts_with("Αυτό γίνεται μέσα στον server"), "{}", shown.text());
    }
}

#[tokio::test]
async fn forged_numbers_lead_nowhere() {
    let place = Place::new().await;
    let words = ["activate", "cancel", "undo", "report", "read", "level", "rewrite"];
    let fields =
        ["", "/", "/x", "/-1", "/99999999999999999999/1/stand", "/1//", "/-1/1/stand", "/-1/0/1"];
    let mut readable = 0;
    for custom_id in words.iter().flat_map(|word| fields.map(|it| format!("p1/{word}{it}"))) {
        let Ok(action) = Action::decode(&custom_id) else { continue };
        readable += 1;
        let shown = place.wish(&lead(), Interaction::Press(action, Vec::new())).await;
        assert!(shown.panel().controls.is_empty(), "{custom_id}: {}", shown.text());
    }
    assert_eq!(readable, words.len(), "one of each");
    assert_eq!(place.version().await, Version(0));
}
