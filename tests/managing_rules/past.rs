//! History, yesterday's version, files that go and come back.

use insta::assert_snapshot;
use kalologos::app::{Argument, Arguments, Interaction};
use kalologos::model::Language;
use kalologos::model::UserId;
use kalologos::ui::Block;
use kalologos::ui::CommandId;

use crate::managing_rules::common::*;

const TODAY: &str = "language: el
rules:
  - avoid: το δέμα χάθηκε
    prefer: το δέμα το ψάχνουμε ήδη
    level: suggestion
    why: Ο πελάτης θέλει να ξέρει τι κάνουμε.
    skip: [questions]
  - avoid: δεν <μπορώ:present> να σας πω
    prefer: σας λέω μόλις το μάθω
";

#[tokio::test]
async fn yesterdays_version_comes_back_after_a_look() {
    let home = Home::new().await;
    home.activated("ομάδα.yaml", OWN).await;
    home.later(DAY);
    home.activated("ομάδα.yaml", TODAY).await;
    home.later(3_600);
    for (language, name) in [(Language::El, "el"), (Language::En, "en")] {
        let versions = home.command_in(language, CommandId::RulesRestore, &[]).await;
        assert_snapshot!(format!("versions_{name}"), shown(&versions));
        let label = if language == Language::El { "Εκδόσεις" } else { "Versions" };
        let wanted = if language == Language::El { "έκδοση 1" } else { "version 1" };
        let looked_at = home.choose_in(language, &versions, label, &[wanted]).await;
        assert_snapshot!(format!("restore_look_{name}"), shown(&looked_at));
    }
    let versions = home.command(CommandId::RulesRestore, &[("file", "ομάδα")]).await;
    let in_force = home.choose(&versions, "Εκδόσεις", &["έκδοση 2"]).await;
    assert_snapshot!("restore_in_force_el", shown(&in_force));
    let look = home.choose(&versions, "Εκδόσεις", &["έκδοση 1"]).await;
    let by_number = Arguments(vec![
        ("file", Argument::Text("ομάδα.yaml".into())),
        ("version", Argument::Number(1)),
    ]);
    assert_eq!(home.given(Language::El, CommandId::RulesRestore, by_number).await, look);
    let restored = home.press(&look, "Επαναφορά").await;
    assert_snapshot!("restored_el", shown(&restored));
    assert_eq!(home.press(&look, "Επαναφορά").await, restored);
    assert_eq!(home.check("Δεν ξέρω πού είναι.").await.len(), 1);
    home.press(&restored, "Αναίρεση").await;
    assert_eq!(home.check("Δεν ξέρω πού είναι.").await.len(), 0);
    let unknown = Arguments(vec![("version", Argument::Number(7))]);
    let unknown = home.given(Language::El, CommandId::RulesRestore, unknown).await;
    assert!(unknown.text().contains("δεν έχει έκδοση 7"), "{}", unknown.text());
}

#[tokio::test]
async fn a_difference_names_where_a_rule_speaks_what_it_turns_and_its_lists() {
    let home = Home::new().await;
    let before = "language: el
sets:
  μήνες: [Ιούνιο, Ιούλιο]
rules:
  - avoid: όχι πριν τον (@μήνες)
    prefer: από τότε
";
    home.activated("ομάδα.yaml", before).await;
    home.later(DAY);
    let since = before.replace("Ιούλιο", "(Ιούλιο|Αύγουστο)")
        + "    turns: true\n    speaks: [conditions, relatives, negated]\n";
    home.activated("ομάδα.yaml", since).await;
    for (language, name) in [(Language::El, "el"), (Language::En, "en")] {
        let history = home.command_in(language, CommandId::RulesHistory, &[]).await;
        let label = if language == Language::El { "Δείτε τι" } else { "See exactly" };
        let change = home.choose_in(language, &history, label, &["26/11"]).await;
        assert_snapshot!(format!("change_of_manner_{name}"), shown(&change));
    }
}

#[tokio::test]
async fn the_history_tells_who_what_and_when() {
    let home = Home::new().await;
    for (language, name) in [(Language::El, "el"), (Language::En, "en")] {
        let none = home.command_in(language, CommandId::RulesHistory, &[]).await;
        assert_snapshot!(format!("history_none_{name}"), shown(&none));
    }
    home.activated("ομάδα.yaml", OWN).await;
    home.later(DAY);
    home.activated("ομάδα.yaml", TODAY).await;
    home.later(600);
    home.command(CommandId::RulesOff, &[("name", "κάνετε λάθος")]).await;
    home.later(600);
    home.command(CommandId::RulesNames, &[("add", "Δυστυχώς Plus")]).await;
    for (language, name) in [(Language::El, "el"), (Language::En, "en")] {
        let history = home.command_in(language, CommandId::RulesHistory, &[]).await;
        assert_snapshot!(format!("history_{name}"), shown(&history));
        let label = if language == Language::El { "Δείτε τι" } else { "See exactly" };
        // The newer of the two.
        let change = home.choose_in(language, &history, label, &["26/11"]).await;
        assert_snapshot!(format!("change_{name}"), shown(&change));
    }
    let history = home.command(CommandId::RulesHistory, &[]).await;
    let who = history.blocks.iter().find_map(|part| match part {
        Block::Change(done) => Some((done.by, done.at.0 > NOW.0)),
        _ => None,
    });
    assert_eq!(who, Some((Some(UserId(1)), true)));
    let change = home.choose(&history, "Δείτε τι", &["26/11"]).await;
    let look = home.press(&change, "Επαναφορά της προηγούμενης έκδοσης").await;
    assert!(look.title.contains("έκδοση 1"), "{}", look.title);
    assert_eq!(home.press(&change, "Πίσω στο ιστορικό").await, history);
    let undone = home.press(&history, "Αναίρεση της τελευταίας αλλαγής").await;
    assert_snapshot!("history_undone_el", shown(&undone));
    // Whoever has left is not named.
    home.teams().forget(UserId(1)).await.unwrap();
    let history = home.command(CommandId::RulesHistory, &[]).await;
    assert!(history.text().contains("δεν θυμάμαι ποιος"), "{}", history.text());
}

#[tokio::test]
async fn a_long_history_has_pages_and_a_long_difference_a_file() {
    let home = Home::new().await;
    let many: String = (1..=30)
        .map(|number| format!("  - avoid: σας το είπα {number} φορές\n    prefer: το ξαναλέω\n"))
        .collect();
    home.activated("πολλοί.yaml", format!("language: el\nrules:\n{many}")).await;
    for number in 0..12 {
        home.later(60);
        home.command(CommandId::RulesNames, &[("add", &format!("Όνομα {number}"))]).await;
    }
    let first = home.command(CommandId::RulesHistory, &[]).await;
    let second = home.press(&first, "Παλιότερες").await;
    let texts = |part: &Block| matches!(part, Block::Change(_));
    assert_eq!(first.blocks.iter().filter(|part| texts(part)).count(), 10);
    assert_eq!(second.blocks.iter().filter(|part| texts(part)).count(), 3);
    assert_eq!(home.press(&second, "Νεότερες").await, first);
    let change = home.choose(&second, "Δείτε τι", &["πολλοί.yaml"]).await;
    assert_snapshot!("change_long_el", shown(&change));
    let whole = String::from_utf8(change.files[0].bytes.clone()).unwrap();
    assert_eq!(whole.matches("σας το είπα").count(), 30, "{whole}");
}

#[tokio::test]
async fn a_file_goes_after_a_question_and_comes_back() {
    let home = Home::new().await;
    let none = home.command(CommandId::RulesRemove, &[("file", "ομάδα")]).await;
    assert!(none.text().contains("Δεν βρήκα αρχείο"), "{}", none.text());
    assert_snapshot!("no_files_el", shown(&home.command(CommandId::RulesExport, &[]).await));
    home.activated("ομάδα.yaml", OWN).await;
    for (language, name) in [(Language::El, "el"), (Language::En, "en")] {
        let asked = home.command_in(language, CommandId::RulesRemove, &[("file", "ομαδα")]).await;
        assert_snapshot!(format!("remove_{name}"), shown(&asked));
    }
    let asked = home.command(CommandId::RulesRemove, &[("file", "ομαδα")]).await;
    assert_eq!(home.press(&asked, "Άκυρο").await.text(), "Εντάξει, τίποτα δεν άλλαξε.");
    assert_eq!(home.check("Το δέμα χάθηκε.").await.len(), 1);
    let removed = home.press(&asked, "Αφαίρεση").await;
    assert_snapshot!("removed_el", shown(&removed));
    assert_eq!(home.press(&asked, "Αφαίρεση").await, removed);
    assert_eq!(home.check("Το δέμα χάθηκε.").await.len(), 0);
    // A file that is out of force can be brought back, by its version.
    let versions = home.command(CommandId::RulesRestore, &[]).await;
    let look = home.choose(&versions, "Εκδόσεις", &["έκδοση 1"]).await;
    assert!(look.text().contains("Θα προστεθούν (2)"), "{}", look.text());
    let restored = home.press(&look, "Επαναφορά").await;
    assert_eq!(home.check("Το δέμα χάθηκε.").await.len(), 1);
    home.press(&restored, "Αναίρεση").await;
    let late = home.press(&removed, "Αναίρεση").await;
    assert!(late.text().contains("Από τότε έγιναν κι άλλες αλλαγές"), "{}", late.text());
    let old = Interaction::Press(button(&asked, "Αφαίρεση"), Vec::new());
    let stale = panel(home.response(other_lead(), Language::El, old).await);
    assert!(stale.text().starts_with("Δεν πείραξα τίποτα"), "{}", stale.text());
}
