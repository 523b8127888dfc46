//! Settings count: in checks, for channels, and where storage is away.

use insta::assert_snapshot;
use kalologos::app::Body;
use kalologos::check::Note;
use kalologos::model::{ChannelId, ServerId};

use crate::people::common::*;

#[tokio::test]
async fn how_customers_are_spoken_to_where_the_draft_does_not_tell() {
    let home = Home::new().await;
    let drafts = [
        "Όπως είπα.",
        "Όπως είπα, το πακέτο σας έρχεται και σας γράφω.",
        "Όπως είπα, το πακέτο σου έρχεται και σου γράφω.",
        "ΟΠΩΣ ΕΙΠΑ.",
    ];
    let mut texts = Vec::new();
    for register in ["formal", "familiar", "formal"] {
        home.set("register", "Ενικός ή πληθυντικός;", &[register]).await;
        for draft in drafts {
            texts.push(format!(
                "{register}: {} → {}",
                draft,
                home.check(draft).await.review.rewrite
            ));
        }
    }
    assert_snapshot!(texts.join("\n"));
}

#[tokio::test]
async fn quotes_greeklish_and_levels() {
    let home = Home::new().await;
    let drafts = [
        "Γράψατε: «όπως μας είπατε, δεν μπορείτε να πληρώσετε σήμερα». Το είδαμε.",
        "> Δεν μπορώ να πληρώσω.\nΤο είδα.",
        "den mporw na to steilw simera",
        "Δυστυχώς, έρχεται αύριο. Δεν μπορώ να έρθω. Κάνετε λάθος.",
    ];
    let found = async || {
        let mut lines = Vec::new();
        for draft in drafts {
            let card = home.check(draft).await;
            let ids = card.review.findings.iter().map(|found| found.rule.id.as_str());
            lines.push(ids.collect::<Vec<_>>().join(", "));
        }
        lines.join(" | ")
    };
    let mut texts = vec![format!("as usual: {}", found().await)];
    for (topic, question, values) in [
        ("quotes", "Να τα κοιτάζω;", ["checked", "left-alone"]),
        ("greeklish", "Να τα διαβάζω;", ["left-alone", "checked"]),
        ("level", "Από πού και πάνω;", ["error", "warning"]),
    ] {
        for value in values {
            home.set(topic, question, &[value]).await;
            texts.push(format!("{topic} {value}: {}", found().await));
        }
    }
    assert_snapshot!(texts.join("\n"));
}

#[tokio::test]
async fn a_posted_draft_is_looked_at_as_the_team_has_set_it() {
    let home = Home::new().await;
    let has_ideas = async |draft: &str| {
        let (in_force, error) = home.teams().checker(SERVER, NOW).await;
        assert!(error.is_none());
        in_force.checker.has_ideas(draft)
    };
    let quoted = "Γράψατε: «δυστυχώς δεν μπορείτε να έρθετε». Το είδαμε.";
    assert!(has_ideas("Δυστυχώς, έρχεται αύριο.").await && !has_ideas(quoted).await);
    home.set("level", "Από πού και πάνω;", &["error"]).await;
    assert!(!has_ideas("Δυστυχώς, έρχεται αύριο.").await && has_ideas("Κάνετε λάθος.").await);
    home.set("level", "Από πού και πάνω;", &["suggestion"]).await;
    home.set("quotes", "Να τα κοιτάζω;", &["checked"]).await;
    assert!(has_ideas(quoted).await && has_ideas("den mporw na to steilw simera").await);
    home.set("greeklish", "Να τα διαβάζω;", &["left-alone"]).await;
    assert!(!has_ideas("den mporw na to steilw simera").await);
}

#[tokio::test]
async fn drafts_channels_are_known_at_once_after_a_restart_and_only_for_their_server() {
    let home = Home::new().await;
    let (on, off) = (ChannelId(70), ChannelId(71));
    home.set("drafts", "Σε ποια κανάλια;", &["70"]).await;
    assert!(home.teams().is_drafts_channel(SERVER, on));
    assert!(!home.teams().is_drafts_channel(SERVER, off));
    assert!(!home.teams().is_drafts_channel(ServerId(901), on));
    let path = home.folder.path().join("data.sqlite");
    let store = kalologos::store::Store::open(&path).await.unwrap();
    let again = kalologos::team::Teams::over(std::sync::Arc::clone(&DESK), store);
    assert!(!again.is_drafts_channel(SERVER, on));
    again.learn_drafts_channels().await.unwrap();
    assert!(again.is_drafts_channel(SERVER, on));
    // What one process changes, another learns.
    home.set("drafts", "Σε ποια κανάλια;", &["71"]).await;
    again.learn_drafts_channels().await.unwrap();
    assert!(!again.is_drafts_channel(SERVER, on) && again.is_drafts_channel(SERVER, off));
}

#[tokio::test]
async fn without_storage_a_check_goes_on_and_says_by_which_rules() {
    let home = Home::new().await;
    home.set("level", "Από πού και πάνω;", &["error"]).await;
    let folder = home.folder.path();
    std::fs::rename(folder.join("data.sqlite"), folder.join("away.sqlite")).unwrap();
    // What was at hand before stands, so there is nothing to say.
    assert_eq!(home.check("Δυστυχώς κάνετε λάθος.").await.notes, []);
    let wish = check("Δυστυχώς κάνετε λάθος.");
    let response = home.wish(&stranger(), kalologos::model::Language::El, wish).await;
    assert!(is_storage(&response.error), "{:?}", response.error);
    let Body::Card(card) = response.body else { panic!("no card") };
    assert_eq!((card.notes.as_slice(), card.rows.len()), (&[Note::WithoutOwnRules][..], 2));
    // Everything that would be kept is refused kindly.
    let response = home.suggest(&agent(), ["όπως είπαμε", "όπως συμφωνήσαμε", ""]).await;
    assert!(is_storage(&response.error));
    std::fs::rename(folder.join("away.sqlite"), folder.join("data.sqlite")).unwrap();
    let response = home.suggest(&agent(), ["όπως είπαμε", "όπως συμφωνήσαμε", ""]).await;
    assert!(response.error.is_none());
}

fn check(draft: &str) -> kalologos::app::Interaction {
    kalologos::app::Interaction::Check(kalologos::check::Request::Check { draft: draft.to_owned() })
}
