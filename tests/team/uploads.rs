//! Uploads and their reports.

use kalologos::import::TableError;
use kalologos::model::{Time, Version};
use kalologos::team::UserError;
use kalologos::team::{
    Activate, Applied, Binding, Format, MAX_TEAM_RULES, MAX_UPLOAD_BYTES, Objections, Upload,
    Verdict,
};

use crate::team::common::*;

#[tokio::test]
async fn the_first_table_pasted_unchanged_counts_after_activation_and_not_before() {
    let home = Home::new().await;
    let before = home.check("Διαφωνώ.").await;
    let report = home.upload("πίνακας.txt", SEED).await;
    assert_eq!(
        (report.format, report.verdict),
        (Format::Table, Verdict::Ready),
        "{:?}",
        report.problems
    );
    assert_eq!(report.difference.new.len(), 5);
    assert!(report.difference.changed.is_empty() && report.difference.gone.is_empty());
    assert_eq!(report.rows, []);
    for caught in &report.caught {
        assert!((1..=5).contains(&caught.sentences.len()), "{caught:?}");
    }
    assert_eq!(home.check("Διαφωνώ.").await, before);

    let activation = home.activate(&report).await.unwrap();
    assert_eq!((activation.version, activation.applied), (Version(1), Applied::Now));
    let (ids, rewrite) = home.check("Διαφωνώ.").await;
    assert_eq!(ids, [report.difference.new[3].id.clone()]);
    assert!(rewrite.starts_with("Συμφωνώ μαζί σας, αλλά"), "{rewrite}");

    // A second press does nothing, undo takes it back, and a second undo does nothing either.
    assert_eq!(home.activate(&report).await.unwrap().applied, Applied::Before);
    let undone = home.lead().await.undo(Version(1)).await.unwrap();
    assert_eq!((undone.version, undone.applied), (Version(2), Applied::Now));
    assert_eq!(home.check("Διαφωνώ.").await, before);
    let again = home.lead().await.undo(Version(1)).await.unwrap();
    assert_eq!((again.version, again.applied), (Version(2), Applied::Before));
}

#[tokio::test]
async fn a_report_survives_a_restart() {
    let home = Home::new().await;
    let report = home.upload("πίνακας.txt", SEED).await;
    let home = home.restarted().await;
    let trial = home.lead().await.trial(report.token.unwrap()).await.unwrap();
    assert!(found(&trial, "Διαφωνώ.").1.starts_with("Συμφωνώ μαζί σας"));
    assert_ne!(home.check("Διαφωνώ.").await, found(&trial, "Διαφωνώ."));
    home.activate(&report).await.unwrap();
    let home = home.restarted().await;
    assert_eq!(home.check("Διαφωνώ.").await, found(&trial, "Διαφωνώ."));
}

#[tokio::test]
async fn a_cancelled_report_can_not_be_activated() {
    let home = Home::new().await;
    let report = home.upload("πίνακας.txt", SEED).await;
    home.lead().await.cancel(report.token.unwrap()).await.unwrap();
    assert_eq!(refused(home.activate(&report).await), UserError::NothingWaiting);
    let again = home.lead().await.cancel(report.token.unwrap()).await;
    assert_eq!(refused(again), UserError::NothingWaiting);
    assert_eq!(home.version().await, Version(0));
}

const FIRST: &str = "language: el
rules:
  - avoid: το δέμα χάθηκε
    prefer: ψάχνουμε το δέμα
  - avoid: κλείνουμε στις πέντε
    prefer: είμαστε εδώ έως τις πέντε
  - avoid: πάρτε ξανά
    prefer: θα σας πάρουμε εμείς
";

const SECOND: &str = "language: el
rules:
  - avoid: πάρτε ξανά αύριο
    prefer: θα σας πάρουμε εμείς
  - avoid: κλείνουμε στις πέντε
    prefer: σας περιμένουμε έως τις πέντε
  - avoid: το παιδί λείπει
    prefer: ο συνεργάτης μας επιστρέφει σύντομα
";

#[tokio::test]
async fn the_report_says_what_is_new_changed_and_gone_and_ids_survive_edits() {
    let home = Home::new().await;
    let (first, _) = home.activated("ομάδα.yaml", FIRST).await;
    let ids: Vec<String> = first.difference.new.iter().map(|rule| rule.id.clone()).collect();
    let report = home.upload("ομάδα.yaml", SECOND).await;
    assert_eq!(report.replaces, Some(1));
    let difference = &report.difference;
    let named = |rules: &[kalologos::team::RuleSummary]| -> Vec<String> {
        rules.iter().map(|rule| rule.avoid[0].clone()).collect()
    };
    assert_eq!(named(&difference.new), ["το παιδί λείπει"]);
    assert_eq!(named(&difference.gone), ["το δέμα χάθηκε"]);
    let changed: Vec<(&str, &str, &str)> = difference
        .changed
        .iter()
        .map(|change| (&*change.after.id, &*change.before.avoid[0], &*change.after.avoid[0]))
        .collect();
    let expected = [
        (&*ids[2], "πάρτε ξανά", "πάρτε ξανά αύριο"),
        (&*ids[1], "κλείνουμε στις πέντε", "κλείνουμε στις πέντε"),
    ];
    assert_eq!(changed, expected);
    home.activate(&report).await.unwrap();
    assert_eq!(home.check("Πάρτε ξανά αύριο.").await.0, [ids[2].clone()]);
    // The same once more is nothing new.
    assert_eq!(home.upload("ομάδα.yaml", SECOND).await.verdict, Verdict::NothingNew);
}

#[tokio::test]
async fn every_bad_rule_file_is_told_and_nothing_is_in_force() {
    let home = Home::new().await;
    let mut refused = 0;
    for (number, entry) in std::fs::read_dir("tests/bad_rules").unwrap().enumerate() {
        // Nobody hands in so many within a minute.
        let later = Time(NOW.0 + 2 * number as i64);
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let lead = home.teams.lead(&lead(), later).await.unwrap();
        let report = lead.upload(Upload::new(&name, bytes)).await.unwrap();
        if report.token.is_none() {
            refused += 1;
            assert_eq!(report.verdict, Verdict::Mend, "{name}");
            assert!(!report.problems.is_empty(), "{name}");
        }
    }
    assert!(refused > 80, "{refused}");
    assert_eq!(home.version().await, Version(0));
    assert!(home.team().await.files.is_empty());
}

#[tokio::test]
async fn what_is_no_rules_at_all_is_told_kindly() {
    let home = Home::new().await;
    let large = vec![b'a'; 2 << 20];
    let png = [&b"\x89PNG\r\n\x1a\n"[..], &[0, 1, 2, 255, 254, 0, 9, 200]].concat();
    for (name, bytes, expected) in [
        ("rules.yaml", large.clone(), UserError::TooLarge { limit: MAX_UPLOAD_BYTES }),
        ("table.csv", large, UserError::TooLarge { limit: MAX_UPLOAD_BYTES }),
        ("table.csv", Vec::new(), UserError::NotATable(TableError::Empty)),
        (
            "table.csv",
            "μόνο μία στήλη\nκι άλλη".into(),
            UserError::NotATable(TableError::OneColumn),
        ),
        (&*"μ".repeat(300), b"a,b".to_vec(), UserError::TooLong { limit: 120 }),
    ] {
        let upload = Upload::new(name, bytes);
        assert_eq!(refused(home.lead().await.upload(upload).await), expected, "{name}");
    }
    for bytes in [png.clone(), Vec::new()] {
        let report = home.lead().await.upload(Upload::new("rules.yaml", bytes)).await.unwrap();
        assert_eq!((report.verdict, report.problems.len()), (Verdict::Mend, 1));
    }
    let as_table = home.lead().await.upload(Upload::new("rules.xlsx", png)).await;
    assert!(matches!(refused(as_table), UserError::NotATable(_)));
    assert_eq!(home.version().await, Version(0));
}

#[tokio::test]
async fn a_team_has_room_for_so_many_rules() {
    let home = Home::new().await;
    let rules = |count: usize| {
        let rows = (0..count).map(|number| format!("  - {{avoid: λέξη{number}, remove: true}}\n"));
        format!("language: el\nrules:\n{}", rows.collect::<String>())
    };
    // So many in one file are a problem of that file, told with its place.
    let report = home.upload("many.yaml", &rules(6_000)).await;
    let codes: Vec<&str> = report.problems.iter().map(|found| found.problem.code()).collect();
    assert_eq!((report.verdict, codes, report.token), (Verdict::Mend, vec!["too-many"], None));
    // Rules of all files count together.
    home.activated("one.yaml", &rules(3)).await;
    let upload = Upload::new("many.yaml", rules(MAX_TEAM_RULES - 2).into_bytes());
    let expected = UserError::TooManyRules { found: MAX_TEAM_RULES + 1, limit: MAX_TEAM_RULES };
    assert_eq!(refused(home.lead().await.upload(upload).await), expected);
}

#[tokio::test]
async fn a_phrase_that_is_everywhere_is_told_with_the_good_replies_that_it_flags() {
    let home = Home::new().await;
    let report = home
        .upload(
            "wide.yaml",
            "language: el\nrules:\n  - avoid: \"σας {όλα}\"\n    prefer: εντάξει\n",
        )
        .await;
    assert!(report.flagged_replies().count() > 0, "{:?}", report.problems);
}

/// What it says instead is caught by a built-in rule.
const CONTESTED: &str = "language: el
rules:
  - avoid: μην ανησυχείτε
    prefer: δεν μπορούμε να το στείλουμε
";

#[tokio::test]
async fn a_lead_may_keep_a_wording_to_which_another_rule_objects() {
    let home = Home::new().await;
    let report = home.upload("δικά μας.yaml", CONTESTED).await;
    assert_eq!(report.verdict, Verdict::Ready, "{:?}", report.problems);
    let [contest, ..] = &*report.contested else { panic!("{:?}", report.contested) };
    assert!(report.contested.iter().all(|it| it.binding == Binding::Advice));
    let draft = "Δεν μπορούμε να το στείλουμε.";
    assert_eq!(home.check(draft).await.0, [contest.by.as_str()]);
    let mine = Activate { objections: Objections::Mute, ..plainly(&report) };
    let version = home.lead().await.activate(mine).await.unwrap().version;
    assert_eq!(home.check(draft).await.0, Vec::<String>::new());
    // One undo takes both back.
    home.lead().await.undo(version).await.unwrap();
    assert_eq!(home.check(draft).await.0, [contest.by.as_str()]);
    assert!(home.team().await.files.is_empty());
}

#[tokio::test]
async fn a_team_does_not_contradict_itself_unless_one_rule_goes_silent() {
    let home = Home::new().await;
    let first = "language: el\nrules:\n  - avoid: το κοιτάμε ήδη\n    prefer: το βλέπουμε τώρα\n";
    let (first, _) = home.activated("one.yaml", first).await;
    let second = "language: el\nrules:\n  - avoid: περιμένετε λίγο\n    prefer: το κοιτάμε ήδη\n";
    let report = home.upload("two.yaml", second).await;
    assert_eq!(report.verdict, Verdict::KeepMine, "{:?}", report.problems);
    assert_eq!(report.contested[0].by, first.difference.new[0].id);
    assert_eq!(refused(home.activate(&report).await), UserError::NotSound);
    let mine = Activate { objections: Objections::Mute, ..plainly(&report) };
    home.lead().await.activate(mine).await.unwrap();
    assert_eq!(home.check("Το κοιτάμε ήδη.").await.0, Vec::<String>::new());
    assert!(home.check("Περιμένετε λίγο.").await.1.starts_with("Το κοιτάμε ήδη"));
}

#[tokio::test]
async fn a_teams_rule_goes_before_a_built_in_one_and_takes_its_place_by_id() {
    let home = Home::new().await;
    let draft = "Κάνετε λάθος.";
    let (builtin, _) = home.check(draft).await;
    let text = format!(
        "language: el\nrules:\n  - id: {}\n    avoid: κάνετε λάθος\n    prefer: ας το δούμε παρέα\n",
        builtin[0]
    );
    home.activated("δικά μας.yaml", &text).await;
    assert_eq!(home.check(draft).await, (builtin, "Ας το δούμε παρέα.".to_owned()));
}
