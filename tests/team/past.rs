//! History with readable differences, earlier versions, files as they came.

use kalologos::model::ChangeKind;
use kalologos::model::{Time, Version};
use kalologos::store::{Position, Switch, SwitchKind};
use kalologos::team::{Retention, UserError};
use kalologos::team::{Upload, Verdict};

use crate::team::common::*;

const YESTERDAY: &str = "language: el
rules:
  - avoid: το δέμα χάθηκε
    prefer: ψάχνουμε το δέμα
";
const TODAY: &str = "language: el
rules:
  - avoid: το δέμα χάθηκε
    prefer: το δέμα το ψάχνουμε ήδη
  - avoid: δεν ξέρω πού είναι
    prefer: το βρίσκω και σας λέω
";

#[tokio::test]
async fn yesterdays_version_comes_back_and_the_history_tells_all_of_it() {
    let home = Home::new().await;
    let file = "ομάδα.yaml";
    home.activated(file, YESTERDAY).await;
    home.activated(file, TODAY).await;
    let base = home.version().await;
    home.lead().await.restore(base, file, 1).await.unwrap();
    assert_eq!(home.check("Το δέμα χάθηκε.").await.1, "Ψάχνουμε το δέμα.");
    let again = home.lead().await.restore(Version(3), file, 1).await;
    assert_eq!(refused(again), UserError::AlreadySo);
    home.lead().await.remove(Version(3), file).await.unwrap();
    assert!(home.team().await.files.is_empty());
    let gone = home.lead().await.remove(Version(4), "ομαδα.yaml").await;
    assert!(matches!(refused(gone), UserError::UnknownFile { .. }));
    let none = home.lead().await.restore(Version(4), file, 7).await;
    assert!(matches!(refused(none), UserError::UnknownVersion { number: 7, .. }));

    let past = home.lead().await.history(0, 10).await.unwrap();
    let kinds: Vec<(i64, ChangeKind)> =
        past.iter().map(|past| (past.entry.version.0, past.summary.kind.unwrap())).collect();
    let expected = [
        (4, ChangeKind::Removed),
        (3, ChangeKind::Restored),
        (2, ChangeKind::Activated),
        (1, ChangeKind::Activated),
    ];
    assert_eq!(kinds, expected);
    assert!(past.iter().all(|past| past.summary.subject == file && past.has_difference()));
    let difference = async |version| {
        let found = home.lead().await.difference(Version(version)).await.unwrap();
        (found.new.len(), found.changed.len(), found.gone.len())
    };
    assert_eq!(difference(1).await, (1, 0, 0));
    assert_eq!(difference(2).await, (1, 1, 0));
    assert_eq!(difference(3).await, (0, 1, 1));
    assert_eq!(difference(4).await, (0, 0, 1));
}

#[tokio::test]
async fn what_is_exported_is_as_it_came_and_loads_to_the_same_rules() {
    let home = Home::new().await;
    let (csv, _, _) = encoding_rs::WINDOWS_1253.encode(
        "Αποφεύγουμε να λέμε;Προτιμούμε να λέμε\r\nΔιαφωνώ..;Συμφωνώ μαζί σας, αλλά...\r\n",
    );
    let upload = Upload::new("πίνακας.csv", csv.to_vec());
    let report = home.lead().await.upload(upload).await.unwrap();
    home.activate(&report).await.unwrap();
    home.activated("ομάδα.yaml", TODAY).await;
    for (name, bytes) in [("πίνακας.csv", csv.to_vec()), ("ομάδα.yaml", TODAY.into())] {
        let exported = home.lead().await.export(name, None).await.unwrap();
        assert_eq!(exported.bytes, bytes, "{name}");
        let again = Upload::new(&exported.name, exported.bytes);
        let report = home.lead().await.upload(again).await.unwrap();
        assert_eq!(report.verdict, Verdict::NothingNew, "{name}");
        // The rules in the format of rule files say the same.
        let as_rules = Upload::new("other.yaml", exported.rules.into_bytes());
        let report = home.lead().await.upload(as_rules).await.unwrap();
        let in_force = home.team().await;
        let file = in_force.files.iter().find(|file| file.name == name).unwrap();
        assert_eq!(report.difference.new.len(), file.rules.rules.len(), "{name}");
    }
    let unknown = home.lead().await.export("ομαδα", None).await;
    assert!(matches!(refused(unknown), UserError::UnknownFile { .. }));
}

#[tokio::test]
async fn a_change_of_another_kind_has_no_difference_and_the_old_goes_by_the_setting() {
    let home = Home::new().await;
    home.activated("ομάδα.yaml", YESTERDAY).await;
    let pack = Switch { kind: SwitchKind::Pack, name: "el/positive-language".into() };
    let later = Time(NOW.0 + 300 * 86_400);
    home.teams
        .lead(&lead(), later)
        .await
        .unwrap()
        .turn(Version(1), &pack, Position::Off)
        .await
        .unwrap();
    let past = home.teams.lead(&lead(), later).await.unwrap().history(0, 10).await.unwrap();
    assert!(!past[0].has_difference() && past[1].has_difference());
    assert_eq!(home.teams.sweep(later, Retention::default()).await.unwrap(), 0);
    // By default some four hundred days; a team may say otherwise.
    assert_eq!(
        home.teams.sweep(Time(NOW.0 + 401 * 86_400), Retention::default()).await.unwrap(),
        1
    );
    let (mut settings, base) =
        home.teams.lead(&lead(), later).await.unwrap().settings().await.unwrap();
    settings.keep_days = Some(10);
    home.teams
        .lead(&lead(), later)
        .await
        .unwrap()
        .set_settings(base, &settings, None)
        .await
        .unwrap();
    assert_eq!(
        home.teams.sweep(Time(later.0 + 11 * 86_400), Retention::default()).await.unwrap(),
        2
    );
    assert_eq!(home.team().await.files.len(), 1);
    home.teams
        .lead(&lead(), later)
        .await
        .unwrap()
        .restore(Version(2), "ομάδα.yaml", 1)
        .await
        .unwrap_err();
}
