//! Every change has its own way back: rules, settings and the plan of the tips; and the history tells what each did.

use kalologos::app::{Argument, Arguments};
use kalologos::model::{ChannelId, Time};
use kalologos::ui::CommandId;

use crate::adding_rules::common::*;

fn at(seconds: i64) -> kalologos::app::RequestContext {
    let mut context = lead();
    context.now = Time(NOW.0 + seconds);
    context.request = format!("request-{seconds}");
    context
}

const RULE: &str = "language: el\nrules:\n  - avoid: το δέμα χάθηκε\n    prefer: το ψάχνουμε\n";

#[tokio::test]
async fn a_setting_has_its_own_undo_and_the_history_says_what_it_was() {
    let place = Place::new().await;
    let card = place.command(&at(1), CommandId::Settings, Arguments::default()).await;
    let turned = card.choose("Τι θέλετε να αλλάξετε;", "register").await;
    let set = turned.choose("Ενικός ή πληθυντικός;", "familiar").await;
    assert!(set.text().contains("στον ενικό (σου)"), "{}", set.text());
    let history = place.command(&at(2), CommandId::RulesHistory, Arguments::default()).await;
    let said =
        "άλλαξαν οι ρυθμίσεις (Πώς μιλάμε στους πελάτες: στον πληθυντικό (σας) → στον ενικό (σου))";
    assert!(history.text().contains(said), "{}", history.text());
    let undone = set.press("Αναίρεση").await;
    assert!(undone.text().starts_with("Αναιρέθηκε αυτή η αλλαγή"), "{}", undone.text());
    let card = place.command(&at(4), CommandId::Settings, Arguments::default()).await;
    assert!(card.text().contains("στον πληθυντικό (σας)"), "{}", card.text());
    // A second press is no second change, and what was undone can be done after all.
    assert_eq!(set.press("Αναίρεση").await.text(), undone.text());
    undone.press("Τελικά να ισχύσει").await;
    let card = place.command(&at(5), CommandId::Settings, Arguments::default()).await;
    assert!(card.text().contains("στον ενικό (σου)"), "{}", card.text());
    // Once something came after it, it is refused.
    let late = set.press("Αναίρεση").await;
    assert!(late.text().contains("Από τότε έγιναν κι άλλες αλλαγές"), "{}", late.text());
}

#[tokio::test]
async fn undoing_again_says_what_is_in_force_and_what_was_undone() {
    const LAST: &str = "Αναίρεση της τελευταίας αλλαγής";
    let place = Place::new().await;
    place.add(&at(1), "ομάδα.yaml", RULE).await.press("Ενεργοποίηση").await;
    let what = "ενεργοποιήθηκε το «ομάδα.yaml»";
    for press in 1..=4 {
        let history =
            place.command(&at(10 * press), CommandId::RulesHistory, Arguments::default()).await;
        let said = history.press(LAST).await.text();
        let (is_in_force, draft) = (press % 2 == 0, place.check("Το δέμα χάθηκε.").await.1);
        assert_eq!(draft == "Το ψάχνουμε.", is_in_force, "{press}");
        let start = if is_in_force {
            "Εντάξει, η αλλαγή ισχύει"
        } else {
            "Αναιρέθηκε αυτή"
        };
        assert!(said.starts_with(start) && said.contains(what), "{press}: {said}");
        let history =
            place.command(&at(10 * press + 5), CommandId::RulesHistory, Arguments::default()).await;
        let line = if is_in_force {
            "ισχύει ξανά αυτό"
        } else {
            "αναιρέθηκε αυτό"
        };
        let text = history.text();
        let first = text.lines().find(|line| line.contains("ομάδα.yaml")).unwrap();
        assert!(first.contains(&format!("{line}: {what}")), "{press}: {text}");
    }
    // So do settings and the plan of the tips.
    let card = place.command(&at(60), CommandId::Settings, Arguments::default()).await;
    let turned = card.choose("Τι θέλετε να αλλάξετε;", "register").await;
    let set = turned.choose("Ενικός ή πληθυντικός;", "familiar").await;
    let undone = set.press("Αναίρεση").await;
    let back = undone.press("Τελικά να ισχύσει").await;
    assert!(back.text().starts_with("Εντάξει, η αλλαγή ισχύει"), "{}", back.text());
    let again = back.press("Αναίρεση").await;
    assert!(again.text().starts_with("Αναιρέθηκε αυτή η αλλαγή"), "{}", again.text());
    assert!(again.text().contains("άλλαξαν οι ρυθμίσεις"), "{}", again.text());
    let history = place.command(&at(70), CommandId::RulesHistory, Arguments::default()).await;
    assert!(history.text().contains("αναιρέθηκε αυτό: άλλαξαν οι ρυθμίσεις"), "{}", history.text());
    place.command(&at(80), CommandId::TipsSetup, plan(&[("time", "9:00")])).await;
    let later = place.command(&at(81), CommandId::TipsSetup, plan(&[("time", "10:30")])).await;
    let undone = later.press("Αναίρεση").await;
    assert!(undone.text().contains("ορίστηκε πρόγραμμα"), "{}", undone.text());
    let back = undone.press("Τελικά να ισχύσει").await;
    assert!(back.text().starts_with("Εντάξει, η αλλαγή ισχύει"), "{}", back.text());
}

fn plan(options: &[(&'static str, &str)]) -> Arguments {
    let mut given: Vec<(&'static str, Argument)> =
        vec![("channel", Argument::Channel(ChannelId(70)))];
    given.extend(options.iter().map(|(name, text)| (*name, Argument::Text((*text).to_owned()))));
    Arguments(given)
}

#[tokio::test]
async fn each_change_of_the_tips_is_undone_and_told() {
    let place = Place::new().await;
    place.command(&at(1), CommandId::TipsSetup, plan(&[("time", "9:00")])).await;
    let later = place.command(&at(2), CommandId::TipsSetup, plan(&[("time", "10:30")])).await;
    let history = place.command(&at(3), CommandId::RulesHistory, Arguments::default()).await;
    assert!(
        history.text().contains("ορίστηκε πρόγραμμα για τις συμβουλές (Κάθε εργάσιμη στις 10:30"),
        "{}",
        history.text()
    );
    // By the clock of the plan, which is two hours ahead of UTC.
    assert!(history.text().contains(" EET · "), "{}", history.text());
    let undone = later.press("Αναίρεση").await;
    assert!(undone.text().contains("Αναιρέθηκε"), "{}", undone.text());
    let shown = place.command(&at(5), CommandId::TipsSetup, Arguments::default()).await;
    assert!(shown.text().contains("09:00"), "{}", shown.text());
    let paused = place.command(&at(6), CommandId::TipsPause, Arguments::default()).await;
    paused.press("Αναίρεση").await;
    let skipped = place.command(&at(7), CommandId::TipsSkip, Arguments::default()).await;
    let history = place.command(&at(8), CommandId::RulesHistory, Arguments::default()).await;
    assert!(
        history.text().contains("παραλείφθηκε μία συμβουλή (Χωρίς συμβουλή:"),
        "{}",
        history.text()
    );
    let before = skipped.text();
    skipped.press("Αναίρεση").await;
    let again = place.command(&at(9), CommandId::TipsSkip, Arguments::default()).await;
    assert_eq!(again.text(), before, "the day that was skipped is the next one again");
    // What was undone once is not undone twice, and nothing older is undone in its place.
    let late = paused.press("Αναίρεση").await;
    assert!(late.text().contains("Από τότε έγιναν κι άλλες αλλαγές"), "{}", late.text());
}

#[tokio::test]
async fn the_last_change_is_the_newest_that_the_list_shows_whatever_it_is_about() {
    let place = Place::new().await;
    place.add(&at(1), "ομάδα.yaml", RULE).await.press("Ενεργοποίηση").await;
    let card = place.command(&at(10), CommandId::Settings, Arguments::default()).await;
    let set = card.choose("Τι θέλετε να αλλάξετε;", "level").await;
    set.choose("Από πού και πάνω;", "error").await;
    let history = place.command(&at(11), CommandId::RulesHistory, Arguments::default()).await;
    let undone = history.press("Αναίρεση της τελευταίας αλλαγής").await;
    assert!(undone.text().contains("άλλαξαν οι ρυθμίσεις"), "{}", undone.text());
    // The rule is still there.
    assert_eq!(place.check("Το δέμα χάθηκε.").await.1, "Το ψάχνουμε.");
    let history = place.command(&at(12), CommandId::RulesHistory, Arguments::default()).await;
    assert!(
        history.text().contains("ενεργοποιήθηκε το «ομάδα.yaml» (νέα: «το δέμα χάθηκε»)"),
        "{}",
        history.text()
    );
}
