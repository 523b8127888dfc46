//! What earlier releases left behind works unchanged: databases, posted cards, custom ids, results for programs. Their
//! configurations are read by a test beside the reader (`cli/bot/config.rs`).
//!
//! `cargo test keep_this_release -- --ignored` writes the files of the present release into a folder of
//! `tests/fixtures` named after its version. It is run once, before a release, and its files are never changed after.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop where it stands")]

mod keep;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use kalologos::app::App;
use kalologos::model::{ChangeKind, ChannelId, UserId};
use kalologos::store::{Store, UploadId};
use kalologos::team::{Activate, Objections, Register, Teams, Treatment};
use kalologos::tips::Tips;
use kalologos::ui::{Action, CommandId, FormAction};
use serde_json::Value;

use crate::conversations::scene::{Scene, seen};
use crate::managing_rules::common::{DESK, Home, SERVER, shown};
use fake_discord::Card;

const FIXTURES: &str = "tests/fixtures";
const DRAFT: &str = "Δυστυχώς δεν μπορώ να σας βοηθήσω. Κάνετε λάθος.";

fn releases() -> Vec<PathBuf> {
    let folders: Vec<PathBuf> =
        fs::read_dir(FIXTURES).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(!folders.is_empty());
    folders
}

/// A copy of a release's database, opened by the present program.
async fn opened(release: &Path) -> Home {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data.sqlite");
    fs::copy(release.join("database.sqlite"), &path).unwrap();
    let store = Store::open(&path).await.unwrap();
    let app = App::new(Arc::new(Teams::over(Arc::clone(&DESK), store)));
    Home::with(folder, app)
}

#[tokio::test]
async fn a_database_keeps_its_rules_settings_plan_and_people() {
    for release in releases() {
        let home = opened(&release).await;
        let lead = home.lead().await;
        // A rule of an uploaded file, one that was proposed, one that is off, and a name that is never flagged.
        let found = home.check("Το δέμα χάθηκε. Δεν προλαβαίνω. Δυστυχώς. Ηλίας Δυστυχώς.").await;
        assert_eq!(found, ["el/team/το-δεμα-χαθηκε", "el/team/δεν-προλαβαινω"], "{release:?}");
        let (settings, _) = lead.settings().await.unwrap();
        assert_eq!(settings.language.as_deref(), Some("en"));
        assert_eq!(settings.register, Some(Register::Formal));
        assert_eq!(settings.quotes, Some(Treatment::LeftAlone));
        assert_eq!(settings.draft_channels, [ChannelId(31)]);
        assert_eq!(lead.team().await.unwrap().allowlist, ["Ηλίας"]);

        let tips = Tips::new(Arc::clone(home.app.teams()));
        let planned = tips.tip_plan(&lead).await.unwrap().unwrap();
        assert_eq!((planned.plan.channel, planned.plan.skipped.len()), (ChannelId(30), 1));
        assert_eq!(tips.own_tips(&lead).await.unwrap().len(), 1);
        let open = lead.open_proposals(0, 9).await.unwrap();
        assert_eq!(open.iter().map(|it| &*it.avoid).collect::<Vec<_>>(), ["περιμένετε"]);
        let voted = home.teams().store().votes(SERVER).await.unwrap();
        assert_eq!(voted.len(), 1);
    }
}

#[tokio::test]
async fn every_change_in_a_database_is_read_and_the_last_one_is_taken_back() {
    for release in releases() {
        let home = opened(&release).await;
        let past = home.lead().await.history(0, 100).await.unwrap();
        let kinds: Vec<Option<ChangeKind>> = past.iter().map(|past| past.summary.kind).collect();
        assert!(!kinds.contains(&None), "{release:?}: {past:?}");
        if release.ends_with(env!("CARGO_PKG_VERSION")) {
            for (kind, word) in ChangeKind::ALL {
                assert!(kinds.contains(&Some(*kind)), "{release:?} has no change `{word}`");
            }
        }
        let panel = home.command(CommandId::RulesHistory, &[]).await;
        insta::assert_snapshot!(name("history", &release), shown(&panel));

        // The proposed rule goes again.
        home.lead().await.undo(home.version().await).await.unwrap();
        assert_eq!(home.check("Δεν προλαβαίνω.").await, Vec::<String>::new());
        // And nobody of them is named once they ask for it.
        home.teams().store().forget(UserId(1)).await.unwrap();
        let past = home.lead().await.history(0, 100).await.unwrap();
        assert!(past.iter().all(|past| past.entry.by != Some(UserId(1))), "{release:?}");
    }
}

#[tokio::test]
async fn an_upload_that_waited_is_activated() {
    for release in releases() {
        let home = opened(&release).await;
        let waiting = fs::read_to_string(release.join("waiting.txt")).unwrap();
        let token = UploadId(waiting.trim().parse().unwrap());
        let wanted = Activate { token, objections: Objections::Stand, proposal: None };
        home.lead().await.activate(wanted).await.unwrap();
        assert_eq!(home.check("Στο τέλος πάντων.").await.len(), 1);
    }
}

#[tokio::test]
async fn a_card_that_was_posted_answers_to_all_its_buttons() {
    for release in releases() {
        let kept = fs::read_to_string(release.join("card.json")).unwrap();
        let kept: Value = serde_json::from_str(&kept).unwrap();
        let scene = Scene::begin().await;
        let ids = Card::kept_before(&scene.agent, &kept).custom_ids();
        assert!(ids.len() > 4, "{ids:?}");
        let pressed = async |id: &str| {
            seen(&Card::kept_before(&scene.agent, &kept).send_press_of(id).answer().await)
        };
        let forged = pressed("1.w.0").await;
        for id in ids {
            let answer = pressed(&id).await;
            let is_about_it = answer.contains("βοηθήσω") || answer.contains("χρειάζεται");
            assert!(answer != forged && is_about_it, "{id}: {answer}");
        }
        scene.end().await;
    }
}

#[test]
fn every_custom_id_is_read() {
    for release in releases() {
        let kept = fs::read_to_string(release.join("custom_ids.txt")).unwrap();
        let (actions, forms) = kept.split_once("\n\n").unwrap();
        for id in actions.lines() {
            assert_eq!(Action::decode(id).map(|it| it.encode()).as_deref(), Ok(id));
        }
        for id in forms.lines() {
            assert_eq!(FormAction::decode(id).map(|it| it.encode()).as_deref(), Ok(id));
        }
    }
}

#[test]
fn results_for_programs_say_all_that_they_said() {
    for release in releases() {
        let before = fs::read_to_string(release.join("check.jsonl")).unwrap();
        let now = checked(&release);
        assert_eq!(before.lines().count(), now.lines().count());
        for (before, now) in before.lines().zip(now.lines()) {
            let (before, now) = (serde_json::from_str(before), serde_json::from_str(now));
            holds(&before.unwrap(), &now.unwrap(), "$");
        }
    }
}

/// What the command line gives for a release's drafts by its rules.
fn checked(release: &Path) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_kalologos"))
        .args(["check", "--no-builtin", "--format", "json", "--lines", "--rules"])
        .arg(release.join("rules.yaml"))
        .arg("--file")
        .arg(release.join("drafts.txt"))
        .env("LC_ALL", "C")
        .output()
        .unwrap();
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Everything that was there is there; there may be more.
fn holds(before: &Value, now: &Value, place: &str) {
    match (before, now) {
        (Value::Object(before), Value::Object(now)) => {
            for (key, value) in before {
                let place = format!("{place}.{key}");
                holds(value, now.get(key).unwrap_or_else(|| panic!("{place} is gone")), &place);
            }
        }
        (Value::Array(before), Value::Array(now)) => {
            assert_eq!(before.len(), now.len(), "{place}");
            before.iter().zip(now).for_each(|(before, now)| holds(before, now, place));
        }
        _ => assert_eq!(before, now, "{place}"),
    }
}

fn name(what: &str, release: &Path) -> String {
    format!("{what}-{}", release.file_name().unwrap().to_string_lossy())
}
