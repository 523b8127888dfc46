//! A lead looks after the rules of the team: what Discord shows of each panel, from the first upload to the last undo.

use insta::assert_snapshot;

use crate::conversations::scene::{Scene, seen};
use fake_discord::rights::MANAGE_GUILD;
use fake_discord::{Card, Person};

const YESTERDAY: &str = "language: el
rules:
  - avoid: το πακέτο χάθηκε
    prefer: ψάχνουμε το πακέτο
  - avoid: δεν ξέρω πού είναι
    prefer: το βρίσκω και σας λέω
";
const TODAY: &str = "language: el
rules:
  - avoid: το πακέτο χάθηκε
    prefer: το πακέτο το ψάχνουμε ήδη
";
const REPLIES: &str = "Καλημέρα σας, το πακέτο χάθηκε.

Ευχαριστούμε πολύ!

Ηρεμήστε. Κάνετε λάθος.
";

/// Somebody who manages the server.
fn lead(scene: &Scene) -> Person {
    let role = scene.server.role("Υπεύθυνοι", MANAGE_GUILD);
    let person = scene.discord.person("Μαρία").locale("el");
    scene.server.admit(&person, &[role]);
    person.in_channel(&scene.channel)
}

async fn with_file(lead: &Person, command: &str, name: &str, text: &str) -> Card {
    let files = [("file", name, text.as_bytes())];
    lead.send_slash_with_files(command, &[], &files).await.answer().await
}

async fn activated(lead: &Person, text: &str) {
    let report = with_file(lead, "rules add", "team.yaml", text).await;
    report.press("Ενεργοποίηση").await;
}

#[tokio::test]
async fn from_the_list_to_a_rule_and_its_silence() {
    let scene = Scene::begin().await;
    let lead = lead(&scene);
    activated(&lead, YESTERDAY).await;
    let list = lead.slash("rules list", &[]).await;
    assert!(list.is_private());
    assert_snapshot!("managing_list", seen(&list));
    let own =
        list.choose("Ποιους να δείξω; (διαλέξτε έναν ή περισσότερους)", &["Της ομάδας σας"]).await;
    let rule = own.choose("Δείτε έναν κανόνα", &["το πακέτο χάθηκε"]).await;
    assert_snapshot!("managing_rule", seen(&rule));
    let off = rule.press("Απενεργοποίηση").await;
    assert_snapshot!("managing_off", seen(&off));
    let fine = scene.agent.slash("check", &[("draft", "Το πακέτο χάθηκε.")]).await;
    assert!(!seen(&fine).contains("ψάχνουμε"), "{}", seen(&fine));
    off.press("Αναίρεση").await;
    let card = scene.agent.slash("check", &[("draft", "Το πακέτο χάθηκε.")]).await;
    assert!(seen(&card).contains("Ψάχνουμε το πακέτο."), "{}", seen(&card));
    let offered = lead.autocomplete("rules off", "name", "πακετο").await;
    assert_eq!(offered, ["το πακέτο χάθηκε · el/team/το-πακετο-χαθηκε"]);
    scene.end().await;
}

#[tokio::test]
async fn yesterdays_version_and_the_history() {
    let scene = Scene::begin().await;
    let lead = lead(&scene);
    activated(&lead, YESTERDAY).await;
    activated(&lead, TODAY).await;
    let history = lead.slash("rules history", &[]).await;
    assert_snapshot!("managing_history", seen(&history));
    assert!(history.pings().is_empty());
    let look = lead.slash("rules restore", &[("file", "team.yaml"), ("version", "1")]).await;
    assert_snapshot!("managing_restore", seen(&look));
    let restored = look.press("Επαναφορά").await;
    let card = scene.agent.slash("check", &[("draft", "Δεν ξέρω πού είναι.")]).await;
    assert!(seen(&card).contains("Το βρίσκω και σας λέω."), "{}", seen(&card));
    assert!(seen(&restored).contains("έκδοση 1"), "{}", seen(&restored));
    let exported = lead.slash("rules export", &[("format", "csv")]).await;
    assert!(exported.file("team.csv").contains("το πακέτο χάθηκε;ψάχνουμε το πακέτο"));
    let table = exported.file("team.csv");
    let report = with_file(&lead, "rules add", "team.csv", &table).await;
    assert!(!report.buttons().contains(&"Ενεργοποίηση".to_owned()), "{}", seen(&report));
    let asked = lead.slash("rules remove", &[("file", "team")]).await;
    asked.press("Αφαίρεση").await.press("Αναίρεση").await;
    scene.end().await;
}

#[tokio::test]
async fn canned_replies_and_names() {
    let scene = Scene::begin().await;
    let lead = lead(&scene);
    activated(&lead, YESTERDAY).await;
    let report = with_file(&lead, "rules replies", "replies.txt", REPLIES).await;
    assert_snapshot!("managing_replies", seen(&report));
    let whole = report.file("απαντήσεις-με-προτάσεις.txt");
    assert!(whole.contains("Καλημέρα σας, ψάχνουμε το πακέτο."), "{whole}");
    let names = lead.slash("rules names", &[]).await;
    let form = names.press("Προσθήκη").await.modal();
    let added = form.fill_all(&["Το Πακέτο Χάθηκε\nΆλλο όνομα"]).submit().await;
    assert!(seen(&added).contains("«Το Πακέτο Χάθηκε», «Άλλο όνομα»"), "{}", seen(&added));
    let fine = with_file(&lead, "rules replies", "replies.txt", "Το πακέτο χάθηκε.").await;
    assert!(seen(&fine).contains("μια χαρά"), "{}", seen(&fine));
    scene.end().await;
}

#[tokio::test]
async fn an_agent_gets_a_kind_word_and_no_more() {
    let scene = Scene::begin().await;
    let lead = lead(&scene);
    activated(&lead, YESTERDAY).await;
    let list = lead.slash("rules list", &[]).await;
    for command in ["rules list", "rules history", "rules export", "rules names"] {
        let refused = scene.agent.slash(command, &[]).await;
        assert!(refused.is_private());
        assert!(seen(&refused).contains("οι υπεύθυνοι της ομάδας"), "{}", seen(&refused));
    }
    let refused = with_file(&scene.agent, "rules replies", "replies.txt", REPLIES).await;
    assert!(seen(&refused).contains("οι υπεύθυνοι της ομάδας"), "{}", seen(&refused));
    assert!(scene.agent.autocomplete("rules off", "name", "πακετο").await.is_empty());
    // What stands on a lead's panel, from somebody else's hand.
    for custom_id in list.custom_ids() {
        let pressed = refused.send_press_of(&custom_id).answer().await;
        assert!(seen(&pressed).contains("οι υπεύθυνοι της ομάδας"), "{}", seen(&pressed));
    }
    scene.end().await;
}
