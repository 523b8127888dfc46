//! `/rules new` and `/rules try`: a rule in one's own words, shown back, tried, changed, activated.

use insta::assert_snapshot;
use kalologos::app::{Argument, Arguments};
use kalologos::ui::CommandId;

use crate::adding_rules::common::*;
use crate::tables::SEED;

const BOXES: [&str; 3] =
    ["Δεν έχουμε προσωπικό", "Θα σας εξυπηρετήσουμε στις [ώρα]", "Ο πελάτης μαθαίνει πότε."];

#[tokio::test]
async fn a_rule_is_shown_back_as_it_was_understood_and_tried_before_it_counts() {
    let place = Place::new().await;
    let form = place.command(&lead(), CommandId::RulesNew, Arguments::default()).await;
    assert_snapshot!("form-el", form.text());
    let english =
        place.command(&in_english(lead()), CommandId::RulesNew, Arguments::default()).await;
    assert_snapshot!("form-en", english.text());
    let report = form.fill(&BOXES).await;
    assert_snapshot!("understood-el", report.text());
    assert_snapshot!("understood-en", english.fill(&BOXES).await.text());
    let draft = "Δεν έχω προσωπικό σήμερα, κυρία Άννα.";
    let try_form = report.press("Δοκιμή").await;
    assert_snapshot!("try-form", try_form.text());
    let tried = try_form.fill(&[draft]).await;
    assert_snapshot!("tried-el", tried.text());
    assert_eq!(place.check(draft).await.1, draft);
    let nothing =
        tried.press("Άλλο κείμενο").await.fill(&["Ευχαριστούμε πολύ, καλή σας μέρα."]).await;
    assert_snapshot!("tried-nothing", nothing.text());
    let report = nothing.press("Πίσω στην αναφορά").await;
    report.press("Ενεργοποίηση").await;
    assert!(place.check(draft).await.1.starts_with("Θα σας εξυπηρετήσω στις [ώρα] σήμερα"));
}

#[tokio::test]
async fn a_level_is_chosen_and_the_words_are_changed_on_the_report() {
    let place = Place::new().await;
    let report = place.new_rule(&lead(), &BOXES).await;
    let stronger = report.choose("Πόσο μετράει;", "error").await;
    assert!(stronger.is_in_place());
    assert!(stronger.text().contains("● όχι σε πελάτη"), "{}", stronger.text());
    let form = stronger.press("Αλλαγή").await;
    assert_eq!(form.form().fields[0].value, BOXES[0]);
    assert_eq!(form.form().fields[2].value, BOXES[2]);
    let changed = form.fill(&["η βάρδια τελείωσε", BOXES[1], ""]).await;
    assert!(changed.text().contains("● όχι σε πελάτη"), "the level stays: {}", changed.text());
    changed.press("Ενεργοποίηση").await;
    assert_eq!(place.check("Η βάρδια τελείωσε.").await.1, "Θα σας εξυπηρετήσουμε στις [ώρα].");
    assert_eq!(place.version().await.0, 1);
}

#[tokio::test]
async fn two_leads_write_a_rule_each_and_none_is_lost() {
    let place = Place::new().await;
    let one = place.new_rule(&lead(), &BOXES).await;
    let two = place.new_rule(&other_lead(), &["το κουτί άνοιξε", "το κουτί ελέγχεται", ""]).await;
    one.press("Ενεργοποίηση").await;
    let stale = two.press("Ενεργοποίηση").await;
    let again = stale.press("Πίσω στην αναφορά").await;
    assert!(again.text().contains("1 νέος κανόνας."), "{}", again.text());
    again.press("Ενεργοποίηση").await;
    let (_, rewrite) = place.check("Δεν έχουμε προσωπικό. Το κουτί άνοιξε.").await;
    assert_eq!(rewrite, "Θα σας εξυπηρετήσουμε στις [ώρα]. Το κουτί ελέγχεται.");
}

#[tokio::test]
async fn a_rule_that_can_not_stand_is_written_again_with_what_was_there() {
    let place = Place::new().await;
    place
        .new_rule(&lead(), &["το κουτί άνοιξε", "το κουτί ελέγχεται", ""])
        .await
        .press("Ενεργοποίηση")
        .await;
    let report = place.new_rule(&lead(), &["περιμένετε λιγάκι", "το κουτί άνοιξε", ""]).await;
    assert_snapshot!("mend-rule", report.text());
    let form = report.press("Αλλαγή").await;
    assert_eq!(form.form().fields[0].value, "περιμένετε λιγάκι");
    let report = form.fill(&["περιμένετε λιγάκι", "μια στιγμή παρακαλώ", ""]).await;
    report.press("Ενεργοποίηση").await;
    assert_eq!(place.check("Περιμένετε λιγάκι.").await.1, "Μια στιγμή παρακαλώ.");
}

#[tokio::test]
async fn what_is_missing_is_asked_for_kindly() {
    let place = Place::new().await;
    for boxes in [["", "", ""], ["...", "εντάξει", ""], ["δεν γίνεται", "", ""]] {
        let shown = place.new_rule(&lead(), &boxes).await;
        assert!(shown.text().starts_with("Λείπουν ακόμη τα λόγια"), "{}", shown.text());
    }
    let long = "λ".repeat(400);
    let shown = place.new_rule(&lead(), &[&long, "εντάξει", ""]).await;
    assert!(shown.text().starts_with("Χωράνε έως 300"), "{}", shown.text());
    assert_eq!(place.version().await.0, 0);
}

#[tokio::test]
async fn a_draft_is_tried_on_what_the_asker_prepares_and_on_nothing_else() {
    let place = Place::new().await;
    let nothing = place.try_draft(&lead(), "Διαφωνώ.").await;
    assert_snapshot!("nothing-to-try-el", nothing.text());
    let english = place.try_draft(&in_english(lead()), "I disagree.").await;
    assert_snapshot!("nothing-to-try-en", english.text());
    place.paste(&lead(), SEED, "").await;
    let tried = place.try_draft(&lead(), "Διαφωνώ. Δυστυχώς δεν έχουμε άλλο.").await;
    assert_snapshot!("tried-table", tried.text());
    assert!(place.try_draft(&other_lead(), "Διαφωνώ.").await.text().contains("δεν περιμένει"));
    assert!(place.try_draft(&lead(), " \n").await.text().contains("Άλλο κείμενο"));
}

#[tokio::test]
async fn a_dash_takes_a_phrase_out_and_a_reason_alone_is_advice() {
    let place = Place::new().await;
    place.new_rule(&lead(), &["κοιτάξτε να δείτε", "-", ""]).await.press("Ενεργοποίηση").await;
    assert_eq!(place.check("Κοιτάξτε να δείτε, το δέμα έφυγε.").await.1, "Το δέμα έφυγε.");
    let report =
        place.new_rule(&lead(), &["κατά τη γνώμη μου", "", "Ο πελάτης θέλει το γεγονός."]).await;
    report.press("Ενεργοποίηση").await;
    let (ids, rewrite) = place.check("Κατά τη γνώμη μου έφυγε.").await;
    assert_eq!((ids.len(), rewrite.as_str()), (1, "Κατά τη γνώμη μου έφυγε."));
}

/// Why a rule under trial says no more than it does, in plain words.
#[tokio::test]
async fn a_trial_says_why_a_phrase_is_let_be_and_a_wording_stays_an_example() {
    let place = Place::new().await;
    let rules = "language: el\nrules:\n  - avoid: δεν στέλνουμε {τι}\n    prefer: στέλνουμε {τι}\n    skip: [questions]\n  \
                 - avoid: μην {κάτι}\n    remove: true\n    unless: [μην διστάσετε]\n  - avoid: πάρτε ξανά\n    prefer: θα \
                 σας πάρουμε εμείς\n";
    place.add(&lead(), "δοκιμή.yaml", rules).await;
    let draft = "Δεν στέλνουμε δέματα. Δεν στέλνουμε αύριο; Μην διστάσετε. Πάρτε ξανά.";
    assert_snapshot!("reasons-el", place.try_draft(&lead(), draft).await.text());
    assert_snapshot!("reasons-en", place.try_draft(&in_english(lead()), draft).await.text());
}

#[tokio::test]
async fn a_file_that_ends_in_tips_takes_a_new_rule_among_its_rules() {
    let place = Place::new().await;
    let file = "language: el\nrules:\n- avoid: η βάρδια τελείωσε\n  prefer: συνεχίζουμε αύριο\n\n# Οι συμβουλές μας.\ntips:\n- id: thanks\n  text: Ευχαριστούμε πριν κλείσουμε.\n";
    place.add(&lead(), "team.el.yaml", file).await.press("Ενεργοποίηση").await;
    let report = place.new_rule(&lead(), &BOXES).await;
    assert!(report.text().contains("Δεν έχουμε προσωπικό"), "{}", report.text());
    report.press("Ενεργοποίηση").await;
    let (_, rewrite) = place.check("Δεν έχουμε προσωπικό. Η βάρδια τελείωσε.").await;
    assert_eq!(rewrite, "Θα σας εξυπηρετήσουμε στις [ώρα]. Συνεχίζουμε αύριο.");
    let team = place.app.teams().team(SERVER, NOW).await.unwrap();
    let [file] = team.files.as_slice() else { panic!("{:?}", team.files) };
    assert_eq!((file.rules.rules.len(), file.rules.tips.len()), (2, 1));
}

#[tokio::test]
async fn the_forms_that_a_row_of_a_table_catches_can_be_unticked() {
    let place = Place::new().await;
    let table =
        "Αποφεύγουμε;Λέμε\nΔεν γνωρίζουμε κάτι;Το ρωτάω τώρα\nΤα δέματα αργούν;Ψάχνω το δέμα\n";
    let report = place.add(&lead(), "ομάδα.csv", table).await;
    let rows = report.press("Ποιους τύπους πιάνει").await;
    assert_snapshot!("row-forms-el", rows.text());
    let [row, ..] = &*options(&rows, "Ποια φράση;") else { panic!("{}", rows.text()) };
    assert_eq!(row.label, "«Δεν γνωρίζουμε κάτι»");
    let row = rows.choose("Ποια φράση;", &row.value).await;
    let forms = options(&row, "Ποιους τύπους να πιάνει;");
    let one = forms.iter().find(|form| form.label.contains("γνωρίζουμε")).unwrap();
    let row = row.choose("Ποιους τύπους να πιάνει;", &one.value).await;
    let ticked = options(&row, "Ποιους τύπους να πιάνει;");
    assert_eq!(ticked.iter().filter(|form| form.is_chosen).count(), 1, "{}", row.text());
    let report = row.press("Πίσω στην αναφορά").await;
    report.press("Ενεργοποίηση").await;
    assert_eq!(place.check("Δεν γνωρίζουμε κάτι.").await.1, "Το ρωτάω τώρα.");
    assert_ne!(place.check("Δεν γνωρίζω κάτι.").await.1, "Το ρωτάω τώρα.");
    // The same table again keeps to it.
    let table = table.replace("Ψάχνω", "Βρίσκω");
    place.add(&lead(), "ομάδα.csv", &table).await.press("Ενεργοποίηση").await;
    assert_ne!(place.check("Δεν γνωρίζω κάτι.").await.1, "Το ρωτάω τώρα.");
}

/// The entries of a list that a panel has.
fn options(shown: &Shown<'_>, label: &str) -> Vec<kalologos::ui::SelectOption> {
    let list = shown.panel().controls.iter().find_map(|control| match control {
        kalologos::ui::Control::Select(list) if list.label == label => Some(list),
        _ => None,
    });
    list.unwrap_or_else(|| panic!("{}", shown.text())).options.clone()
}

#[tokio::test]
async fn the_forms_that_a_rule_catches_are_listed_and_can_be_unticked() {
    let place = Place::new().await;
    let report = place.new_rule(&lead(), &["δεν γνωρίζουμε κάτι", "το ρωτάω τώρα", ""]).await;
    let forms = |shown: &Shown<'_>| options(shown, "Ποιους τύπους να πιάνει;");
    let all = forms(&report);
    assert!(all.len() > 1 && all.iter().all(|form| form.is_chosen), "{all:?}");
    let one = all.iter().find(|form| form.label.contains("γνωρίζουμε")).unwrap();
    let report = report.choose("Ποιους τύπους να πιάνει;", &one.value).await;
    let ticked: Vec<bool> = forms(&report).iter().map(|form| form.is_chosen).collect();
    assert_eq!(ticked.iter().filter(|it| **it).count(), 1, "{}", report.text());
    let done = report.press("Ενεργοποίηση").await;
    assert_eq!(place.check("Δεν γνωρίζουμε κάτι.").await.1, "Το ρωτάω τώρα.");
    assert_ne!(place.check("Δεν γνωρίζω κάτι.").await.1, "Το ρωτάω τώρα.");
    assert!(done.text().contains("Έγινε"), "{}", done.text());
}

#[tokio::test]
async fn rules_are_shown_in_the_words_in_which_they_were_written() {
    let place = Place::new().await;
    let table = "Αποφεύγουμε;Λέμε\nΤο χάσαμε;Το αναζητούμε\nΔεν πληρώσατε;Η πληρωμή λείπει\n";
    place.add(&lead(), "ομάδα.csv", table).await.press("Ενεργοποίηση").await;
    let arguments = || Arguments::default();
    for command in [CommandId::RulesHistory, CommandId::RulesList] {
        let text = place.command(&lead(), command, arguments()).await.text();
        assert!(text.contains("Το χάσαμε") && text.contains("Δεν πληρώσατε"), "{text}");
        assert!(!text.contains("Το έχασα") && !text.contains('<'), "{text}");
    }
    let asked = Arguments(vec![("rule", Argument::Text("δεν πλήρωσαν".to_owned()))]);
    let text = place.command(&lead(), CommandId::RulesShow, asked).await.text();
    assert!(text.contains("Δεν πληρώσατε"), "{text}");
    let again = place.add(&lead(), "άλλη.csv", "Αποφεύγουμε;Λέμε\nΤο χάσαμε;Το ψάχνουμε\n").await;
    let text = again.text();
    assert!(text.contains("«Το χάσαμε» το έχει ήδη") && !text.contains('<'), "{text}");
}
