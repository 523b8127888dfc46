//! Files to take along: read again they are the same rules.

use insta::assert_snapshot;
use kalologos::model::Language;
use kalologos::team::{Pasted, Verdict};
use kalologos::ui::CommandId;
use kalologos::ui::Panel;

use crate::managing_rules::common::*;

/// Everything that a rule can say.
const EVERYTHING: &str = r#"language: el
pack: everything
rules:
  - id: greeting
    principle: empathy
    level: error
    avoid:
      - δεν <μπορώ:present:1,3> να {action}
      - '^δεν γίνεται (να|ποτέ να|) {action}$'
    prefer:
      - θα <μπορώ:imperfect> να {action} αν [προϋπόθεση; όροι]
      - '<μπορώ:present> να {action} μόλις [τι χρειάζεται]'
    unless:
      - δεν <μπορώ:present> παρά να
      - δεν μπορώ να μην
    skip: [questions, conditions]
    quotes: check
    why: "Έτσι ο πελάτης μαθαίνει τι γίνεται· «χωρίς» περιστροφές, 100%."
    source: https://example.org/a?b=1;c
    examples:
      - draft: Δεν μπορώ να το δω.
  - avoid: απλά
    remove: true
    why: Φεύγει.
  - avoid: '=ποτέ ξανά'
    prefer: '+30 λεπτά το πολύ'
  - avoid: '-20% μόνο σήμερα'
    why: Χωρίς πίεση.
  - regex: (?P<a>παρακαλ(ω|ουμε)) περιμενετε
    prefer: "'μισό λεπτό'"
  - avoid: δεν το στέλνουμε πριν {date}
    prefer: το στέλνουμε μετά {date}
    turns: true
  - avoid: 'τιμή; ποσό, 3|5'
    prefer: ας δούμε την τιμή
"#;

/// What no table holds, each in a file of its own.
const NOT_IN_TABLES: [&str; 2] = [
    "language: el
sets:
  μήνες: [Ιούνιος, Ιούλιος]
rules:
  - avoid: όχι πριν τον (@μήνες)
    prefer: μετά τον μήνα αυτόν
",
    "language: el
defaults:
  speaks: [relatives, negated]
rules:
  - avoid: δεν γίνεται τίποτα
    prefer: ας δούμε τι γίνεται
",
];

const FORMS: [&str; 4] = ["original", "xlsx", "csv", "yaml"];

async fn exported(home: &Home, language: Language, form: &str) -> Panel {
    home.command_in(language, CommandId::RulesExport, &[("format", form)]).await
}

#[tokio::test]
async fn export_then_add_changes_nothing_whatever_the_form() {
    let home = Home::new().await;
    let text =
        EVERYTHING.replace("  - avoid: 'τιμή; ποσό, 3|5'\n    prefer: ας δούμε την τιμή\n", "");
    home.activated("όλα.yaml", text.clone()).await;
    for language in [Language::El, Language::En] {
        for form in FORMS {
            let panel = exported(&home, language, form).await;
            let file = panel.files[0].clone();
            let is_table = form == "xlsx" || form == "csv";
            assert_eq!(is_table, !file.name.ends_with(".yaml"), "{form}: {}", panel.text());
            let report = home.upload(&file.name, file.bytes.clone()).await;
            assert_eq!(
                report.verdict,
                Verdict::NothingNew,
                "{form} {language:?} {:#?}",
                report.difference
            );
            assert_eq!(report.file, "όλα.yaml");
            // As a browser names a second download.
            let (stem, ending) = file.name.rsplit_once('.').unwrap();
            let again = home.upload(&format!("{stem} (1).{ending}"), file.bytes).await;
            assert_eq!((again.verdict, &*again.file), (Verdict::NothingNew, "όλα.yaml"));
        }
    }
    let original = exported(&home, Language::El, "original").await;
    assert_eq!(original.files[0].bytes, text.as_bytes());
}

#[tokio::test]
async fn what_a_table_would_lose_is_handed_out_as_a_rule_file() {
    for text in NOT_IN_TABLES {
        let home = Home::new().await;
        home.activated("όλα.yaml", text).await;
        for form in ["xlsx", "csv"] {
            let panel = exported(&home, Language::El, form).await;
            let file = panel.files[0].clone();
            assert_eq!((file.name.as_str(), &*file.bytes), ("όλα.yaml", text.as_bytes()), "{form}");
            let report = home.upload(&file.name, file.bytes).await;
            assert_eq!(report.verdict, Verdict::NothingNew, "{form} {:#?}", report.difference);
        }
    }
}

#[tokio::test]
async fn defaults_come_back_from_a_table_as_what_each_rule_says() {
    let home = Home::new().await;
    let text = "language: el
defaults:
  level: error
  skip: [questions]
  why: Λέμε τι γίνεται.
  unless: παρά μόνο
rules:
  - avoid: δεν γίνεται τίποτα
  - avoid: ποτέ των ποτών
    unless: []
";
    home.activated("όλα.yaml", text).await;
    let file = exported(&home, Language::El, "csv").await.files[0].clone();
    assert!(file.name.ends_with(".csv"), "{}", file.name);
    let report = home.upload(&file.name, file.bytes).await;
    assert_eq!(report.verdict, Verdict::NothingNew, "{:#?}", report.difference);
}

#[tokio::test]
async fn what_changes_in_a_set_changes_the_rules_that_name_it() {
    let home = Home::new().await;
    let [text, ..] = NOT_IN_TABLES;
    home.activated("όλα.yaml", text).await;
    let report = home.upload("όλα.yaml", text.replace("Ιούλιος", "Αύγουστος")).await;
    assert_eq!(report.verdict, Verdict::Ready);
    let [change] = report.difference.changed.as_slice() else { panic!("{:#?}", report.difference) };
    assert_eq!(change.before.sets, ["μήνες: Ιούνιος, Ιούλιος"]);
    assert_eq!(change.after.sets, ["μήνες: Ιούνιος, Αύγουστος"]);
}

#[tokio::test]
async fn a_table_is_edited_and_replaces_the_file_that_it_came_from() {
    let home = Home::new().await;
    home.activated("ομάδα.yaml", OWN).await;
    home.command(CommandId::RulesOff, &[("name", "το δέμα χάθηκε")]).await;
    let csv = exported(&home, Language::El, "csv").await.files[0].clone();
    let text = String::from_utf8(csv.bytes).unwrap();
    assert_snapshot!("export_csv_el", text.trim_start_matches('\u{feff}'));
    assert!(text.starts_with('\u{feff}'));
    // A phrase is changed, and a row added in plain words.
    let edited =
        text.replace("το δέμα χάθηκε", "το δέμα έχει χαθεί") + "δεν σας θυμάμαι;θυμίστε μου\n";
    home.activated(&csv.name, edited).await;
    let team = home.teams().team(SERVER, home.now()).await.unwrap();
    assert_eq!(team.files.len(), 1);
    assert_eq!(home.check("Δεν σας θυμάμαι. Δεν ξέρω πού είναι.").await.len(), 2);
    // What was off stays off, since the rule has kept its name.
    assert_eq!(home.check("Το δέμα έχει χαθεί.").await, Vec::<String>::new());
    // As it came is now a table, and is named so.
    let original = exported(&home, Language::El, "original").await;
    assert_eq!(original.files[0].name, "ομάδα.csv");
}

#[tokio::test]
async fn the_panel_says_what_a_table_can_not_hold() {
    let home = Home::new().await;
    home.activated("όλα.yaml", EVERYTHING.replace("3|5", "3")).await;
    for (language, name) in [(Language::El, "el"), (Language::En, "en")] {
        assert_snapshot!(
            format!("export_original_{name}"),
            shown(&exported(&home, language, "original").await)
        );
        assert_snapshot!(
            format!("export_table_{name}"),
            shown(&exported(&home, language, "xlsx").await)
        );
    }
    let words = "language: el
words:
  - {word: τσεκάρω, class: -ω}
rules:
  - avoid: δεν <τσεκάρω:present>
    prefer: το κοιτάζω
";
    let home = Home::new().await;
    let report = home.upload("λέξεις.yaml", words).await;
    if report.verdict == Verdict::Ready {
        home.activated("λέξεις.yaml", words).await;
    } else {
        // The form of a word's entry is not what this is about: tips do as well.
        let tips =
            format!("{OWN}tips:\n  - id: a\n    text: Ένα όνομα στην αρχή δείχνει προσοχή.\n");
        home.activated("λέξεις.yaml", tips).await;
    }
    for (language, name) in [(Language::El, "el"), (Language::En, "en")] {
        let panel = exported(&home, language, "xlsx").await;
        assert_snapshot!(format!("export_yaml_instead_{name}"), shown(&panel));
    }
}

#[tokio::test]
async fn of_several_files_one_is_chosen() {
    let home = Home::new().await;
    home.activated("ομάδα.yaml", OWN).await;
    home.activated("table.csv", "avoid,prefer\nno idea,let me find out\ncalm please,I hear you\n")
        .await;
    let which = exported(&home, Language::El, "xlsx").await;
    assert_snapshot!("export_which_el", shown(&which));
    let chosen = home.choose(&which, "Ποιο", &["table"]).await;
    assert_eq!(chosen.files[0].name, "table.xlsx");
    let report = home.upload("table.xlsx", chosen.files[0].bytes.clone()).await;
    assert_eq!((report.verdict, &*report.file), (Verdict::NothingNew, "table.csv"));
    // The table as it came is read in the same language as before.
    let named = [("file", "table"), ("format", "yaml")];
    let yaml = home.command(CommandId::RulesExport, &named).await;
    let report = home.upload(&yaml.files[0].name, yaml.files[0].bytes.clone()).await;
    assert_eq!((report.verdict, &*report.file), (Verdict::NothingNew, "table.csv"));
}

#[tokio::test]
async fn a_pasted_table_without_a_name_takes_no_other_files_place() {
    let home = Home::new().await;
    home.activated("πίνακας.csv", "αποφεύγουμε;προτιμούμε\nδεν σας θυμάμαι;θυμίστε μου\n").await;
    let pasted = |text| Pasted { text, name: "", otherwise: "πίνακας" };
    let report = async |text| home.lead().await.paste(pasted(text)).await.unwrap();
    let another = report("αποφεύγουμε\tπροτιμούμε\nτο πακέτο χάθηκε\tτο ψάχνουμε\n").await;
    assert_eq!((another.file.as_str(), another.replaces), ("πίνακας 2", None));
    // The same table once more is that file, whatever it was written in.
    let same = report("αποφεύγουμε\tπροτιμούμε\nδεν σας θυμάμαι\tθυμίστε μου\n").await;
    assert_eq!((same.file.as_str(), same.verdict), ("πίνακας.csv", Verdict::NothingNew));
}

#[tokio::test]
async fn a_table_of_greek_rules_opens_in_a_greek_spreadsheet_whatever_the_language_of_the_bot() {
    let home = Home::new().await;
    home.activated("ομάδα.yaml", OWN).await;
    for language in [Language::El, Language::En] {
        let csv = exported(&home, language, "csv").await.files[0].clone();
        let text = String::from_utf8(csv.bytes).unwrap();
        // Marked as UTF-8, and separated as a Greek computer expects it.
        assert!(text.starts_with('\u{feff}'), "{text}");
        assert!(text.lines().next().unwrap().matches(';').count() > 3, "{text}");
    }
}

#[tokio::test]
async fn a_document_of_word_goes_out_as_it_came_under_its_name() {
    let home = Home::new().await;
    let document = crate::tables::document();
    home.activated("Οδηγός εκφράσεων.docx", document.clone()).await;
    let original = exported(&home, Language::El, "original").await.files[0].clone();
    assert_eq!((&*original.name, original.bytes), ("Οδηγός εκφράσεων.docx", document));
    // A workbook under that name goes out as what it is.
    let home = Home::new().await;
    home.activated("Οδηγός εκφράσεων.docx", crate::tables::workbook()).await;
    let original = exported(&home, Language::El, "original").await.files[0].clone();
    assert_eq!(original.name, "Οδηγός εκφράσεων.xlsx");
}

/// A lead's table of a whole day: every way to write a cell in it, and none that a workbook can't hold.
#[tokio::test]
async fn the_table_of_a_leads_day_goes_out_as_a_workbook() {
    let home = Home::new().await;
    home.activated("Οδηγός εκφράσεων.tsv", include_str!("../tables/lead_day.tsv")).await;
    let panel = exported(&home, Language::El, "xlsx").await;
    assert_eq!(panel.files[0].name, "Οδηγός εκφράσεων.xlsx", "{}", panel.text());
    let report = home.upload("Οδηγός εκφράσεων.xlsx", panel.files[0].bytes.clone()).await;
    assert_eq!(report.verdict, Verdict::NothingNew, "{:#?}", report.difference);
}
