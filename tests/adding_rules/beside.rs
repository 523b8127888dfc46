//! A team's rule beside others: in place of the built-in ones, twice, against another of its own, and gone again.

use kalologos::app::{Argument, Arguments};
use kalologos::ui::CommandId;

use crate::adding_rules::common::*;

const OWN: &str = "language: el\nrules:\n  - avoid: διαφωνώ\n    prefer: το βλέπω αλλιώς\n";

#[tokio::test]
async fn mine_goes_in_the_place_of_the_built_in_rules_that_step_back() {
    let place = Place::new().await;
    let (builtin, _) = place.check("Διαφωνούμε.").await;
    assert_eq!(builtin.len(), 1);
    // As it is written it catches one person; the built-in rule goes on with the others.
    let report = place.add(&lead(), "δικά μας.yaml", OWN).await;
    assert!(report.text().contains("κάνει πίσω ο έτοιμος κανόνας"), "{}", report.text());
    report.press("Ενεργοποίηση").await.press("Αναίρεση").await;
    assert_eq!(place.check("Διαφωνούμε.").await.0, builtin);
    let report = place.add(&lead(), "δικά μας.yaml", OWN).await;
    let done = report.press("Το δικό μου στη θέση τους").await;
    assert!(done.text().contains("Απενεργοποιήθηκαν"), "{}", done.text());
    assert_eq!(place.check("Διαφωνούμε.").await.0, Vec::<String>::new());
    assert_eq!(place.check("Διαφωνώ.").await.1, "Το βλέπω αλλιώς.");
    let history = place.command(&lead(), CommandId::RulesHistory, Arguments::default()).await;
    assert!(history.text().contains("απενεργοποιήθηκαν: «"), "{}", history.text());
    // With the file the rules that were switched off for it are on again, and are named before and after.
    let asked = place.command(&lead(), CommandId::RulesRemove, Arguments::default()).await;
    assert!(asked.text().contains("που θα ισχύουν ξανά:"), "{}", asked.text());
    let removed = asked.press("Αφαίρεση").await;
    assert!(removed.text().contains("Ισχύουν ξανά οι κανόνες"), "{}", removed.text());
    assert_eq!(place.check("Διαφωνούμε.").await.0, builtin);
    // One undo takes both back.
    removed.press("Αναίρεση").await;
    assert_eq!(place.check("Διαφωνούμε.").await.0, Vec::<String>::new());
}

#[tokio::test]
async fn a_second_rule_for_the_same_phrase_is_refused_with_the_first_one_shown() {
    let place = Place::new().await;
    place
        .new_rule(&lead(), &["το δέμα χάθηκε", "το ψάχνουμε", ""])
        .await
        .press("Ενεργοποίηση")
        .await;
    let second = place.new_rule(&lead(), &["Το δέμα χάθηκε.", "θα το βρούμε", ""]).await;
    assert!(second.text().contains("το δέμα χάθηκε → το ψάχνουμε"), "{}", second.text());
    assert!(!second.buttons().contains(&"Ενεργοποίηση".to_owned()), "{:?}", second.buttons());
    // In other forms than the first one's, too: this wording fits one person alone.
    let first = place.new_rule(&lead(), &["δεν ξέρω", "θα το μάθω", ""]).await;
    first.press("Ενεργοποίηση").await;
    let second = place.new_rule(&lead(), &["δεν ξέρω", "ρωτάω και σας λέω", ""]).await;
    assert!(second.text().contains("δεν ξέρω → θα το μάθω"), "{}", second.text());
    assert!(!second.buttons().contains(&"Ενεργοποίηση".to_owned()), "{:?}", second.buttons());
    // The same from a table, and in another file.
    let table =
        "avoid;prefer\nτο δέμα χάθηκε;θα το βρούμε\nκλείνουμε νωρίς;είμαστε εδώ έως τις πέντε\n";
    let report = place.add(&lead(), "νέος πίνακας.csv", table).await;
    assert!(report.text().contains("το δέμα χάθηκε → το ψάχνουμε"), "{}", report.text());
    assert!(!report.buttons().contains(&"Ενεργοποίηση".to_owned()), "{:?}", report.buttons());
    assert_eq!(place.check("Το δέμα χάθηκε.").await.1, "Το ψάχνουμε.");
}

#[tokio::test]
async fn a_new_rule_that_catches_another_ones_wording_is_told() {
    let place = Place::new().await;
    place.add(&lead(), "πρώτα.yaml", OWN).await.press("Ενεργοποίηση").await;
    let second = "language: el\nrules:\n  - avoid: το βλέπω\n    prefer: το εξετάζω\n";
    let report = place.add(&lead(), "μετά.yaml", second).await;
    let said = "το «το βλέπω» υπάρχει στη διατύπωση «το βλέπω αλλιώς» του κανόνα για το «διαφωνώ»";
    assert!(report.text().contains(said), "{}", report.text());
    assert!(report.buttons().contains(&"Ενεργοποίηση".to_owned()), "{:?}", report.buttons());
}

#[tokio::test]
async fn a_new_rule_that_catches_what_an_earlier_one_of_its_file_proposes_is_told_too() {
    let place = Place::new().await;
    let first = place.new_rule(&lead(), &["διαφωνώ κάθετα", "το βλέπω αλλιώς", ""]).await;
    first.press("Ενεργοποίηση").await;
    let report = place.new_rule(&lead(), &["το βλέπω", "το εξετάζω", ""]).await;
    let said = "υπάρχει στη διατύπωση «Το βλέπω» του κανόνα για το «διαφωνώ κάθετα»";
    assert!(report.text().contains(said), "{}", report.text());
    assert!(report.buttons().contains(&"Ενεργοποίηση".to_owned()), "{:?}", report.buttons());
}

#[tokio::test]
async fn an_everyday_word_as_a_name_is_warned_of() {
    let place = Place::new().await;
    let names = vec![("add", Argument::Text("Volt Air; δεν".to_owned()))];
    let added = place.command(&lead(), CommandId::RulesNames, Arguments(names)).await;
    assert!(added.text().contains("Το «δεν» το λέμε κάθε μέρα"), "{}", added.text());
    assert!(!added.text().contains("Το «Volt Air» το λέμε"), "{}", added.text());
}

#[tokio::test]
async fn keep_mine_switches_off_every_rule_that_catches_the_wording() {
    let place = Place::new().await;
    let two = "language: el
rules:
  - avoid: το κοιτάμε ήδη
    prefer: είναι στα χέρια μας
    level: error
  - avoid: κοιτάμε ήδη
    prefer: έχουμε ξεκινήσει
";
    place.add(&lead(), "δύο.yaml", two).await.press("Ενεργοποίηση").await;
    let third = "language: el\nrules:\n  - avoid: περιμένετε λίγο\n    prefer: το κοιτάμε ήδη\n";
    let report = place.add(&lead(), "τρίτο.yaml", third).await;
    report.press("Κράτα το δικό μου").await;
    let (found, rewrite) = place.check("Περιμένετε λίγο.").await;
    assert_eq!((found.len(), rewrite.as_str()), (1, "Το κοιτάμε ήδη."));
    assert_eq!(place.check("Το κοιτάμε ήδη.").await.0, Vec::<String>::new());
}
