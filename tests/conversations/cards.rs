//! Cards at their limits: many findings, long drafts, hostile signs. The fake refuses what Discord would.

use crate::conversations::scene::{Scene, seen};

const TEN: &str = "Δεν μπορώ να σας βοηθήσω. Δεν γνωρίζω τι έγινε με το δέμα σας. Κάνετε λάθος στη διεύθυνση. \
    Ηρεμήστε. Πρέπει να περιμένετε. Δεν φταίμε εμείς. Όπως σας είπα, το δέμα έφυγε. Είναι πολιτική της εταιρείας. \
    Διαβάστε τους όρους. Έχετε λάθος. Θα δούμε.";

#[tokio::test]
async fn ten_findings_are_readable() {
    let scene = Scene::begin().await;
    let card = scene.agent.slash("check", &[("draft", TEN)]).await;
    insta::assert_snapshot!(seen(&card));
    let card = card.choose("Για ποια φράση;", &["9"]).await;
    assert!(seen(&card).contains("▸ 10."), "{}", seen(&card));
    scene.end().await;
}

#[tokio::test]
async fn four_thousand_characters_fit() {
    let scene = Scene::begin().await;
    let filler = "Το δέμα σας έφυγε σήμερα από την αποθήκη μας, κυρία Παπαδοπούλου. ";
    let mut text = TEN.to_owned();
    while text.chars().count() + filler.chars().count() <= 4_000 {
        text.push(' ');
        text.push_str(filler.trim());
    }
    while text.chars().count() < 4_000 {
        text.push('!');
    }
    let form = scene.agent.slash("draft", &[]).await.modal();
    let card = form.fill_all(&[&text]).submit().await;
    let rewrite = card.file("reply.txt");
    assert!(rewrite.contains("αποθήκη") && rewrite.chars().count() > 3_500);
    let mut shown = vec![seen(&card)];
    let card = card.choose("Για ποια φράση;", &["1"]).await;
    let card = card.press("Άλλη διατύπωση (2)").await;
    assert_ne!(card.file("reply.txt"), rewrite);
    let card = card.press("Να μείνει έτσι (2)").await;
    let form = card.press("Έλεγχος ξανά").await.modal();
    assert_eq!(form.value("0"), text, "reworded it is too long for the box");
    shown.push(seen(&form.fill_all(&["Το δέμα έφτασε."]).submit().await));
    insta::assert_snapshot!(shown.join("\n\n"));
    scene.end().await;
}

#[tokio::test]
async fn every_finding_of_many_can_be_reached() {
    let scene = Scene::begin().await;
    let names = ["Άννα", "Μαρία", "Ελένη", "Σοφία", "Κατερίνα", "Γεωργία", "Δήμητρα", "Ιωάννα"];
    let things = ["το δέμα", "το γράμμα", "το κουτί", "τον φάκελο"];
    let sentences: Vec<String> = names
        .iter()
        .flat_map(|name| things.map(|thing| format!("Δεν μπορώ να δω {thing} για {name}.")))
        .collect();
    let card = scene.agent.slash("check", &[("draft", &sentences.join(" "))]).await;
    assert!(seen(&card).contains("Επόμενες φράσεις"), "{}", seen(&card));
    let card = card.choose("Για ποια φράση;", &["Επόμενες φράσεις"]).await;
    assert!(seen(&card).contains("Προηγούμενες φράσεις"), "{}", seen(&card));
    assert!(seen(&card).contains("Να μείνει έτσι (24)"), "{}", seen(&card));
    let card = card.choose("Για ποια φράση;", &["31"]).await;
    let card = card.press("Να μείνει έτσι (32)").await;
    assert!(card.file("kalologos.txt").contains("μένει όπως το γράψατε"));
    scene.end().await;
}

#[tokio::test]
async fn hostile_drafts_are_carried_and_shown_as_text() {
    let scene = Scene::begin().await;
    for (draft, exact) in [
        ("```\nκώδικας\n``` Δεν μπορώ να σας βοηθήσω.", false),
        ("  Δεν μπορώ να σας βοηθήσω.   \n\n", true),
        (
            "@everyone <@1> <#2> <:α:3> ||κρυφό|| [εδώ](https://a.gr)\nΔεν μπορώ να σας βοηθήσω.",
            true,
        ),
        ("# Ένα\n- δύο\n> τρία\n1. τέσσερα\n\nΔεν μπορώ να σας βοηθήσω.", true),
        ("Δεν μπορώ να σας βοηθήσω \u{202e}ανάποδα\u{202c} 👩‍👩‍👧 ❤️\u{200b}.", false),
        (r"Δεν μπορώ να σας βοηθήσω. ¯\_(ツ)_/¯ \*όχι\*", true),
    ] {
        let form = scene.agent.slash("draft", &[]).await.modal();
        let card = form.fill_all(&[draft]).submit().await;
        assert_eq!(card.files().contains(&"reply.txt".to_owned()), !exact, "{draft}");
        assert!(card.pings().is_empty(), "{draft}");
        let kept = card.press("Να μείνει έτσι").await;
        assert!(seen(&kept).contains("μένει όπως το γράψατε"), "{draft}:\n{}", seen(&kept));
        // The draft comes back byte for byte: with the phrase kept it is the whole of the form.
        let form = kept.press("Έλεγχος ξανά").await.modal();
        assert_eq!(form.value("0"), draft, "{draft}");
    }
    scene.end().await;
}

#[tokio::test]
async fn a_draft_that_no_card_can_carry_says_so() {
    let scene = Scene::begin().await;
    let draft = format!("Δεν μπορώ να σας βοηθήσω. {}", "\u{202e}".repeat(1_500));
    let form = scene.agent.slash("draft", &[]).await.modal();
    let card = form.fill_all(&[&draft]).submit().await;
    assert_eq!(card.buttons(), ["Έλεγχος ξανά"]);
    assert!(seen(&card).contains("η κάρτα έχει λιγότερα κουμπιά"));
    let form = card.press("Έλεγχος ξανά").await.modal();
    let card = form.fill_all(&["Το δέμα έφτασε."]).submit().await;
    assert!(seen(&card).contains("Ωραίο μήνυμα"));
    scene.end().await;
}
