//! A draft from the first look to the finished text, by every way in.

use crate::conversations::scene::{Scene, seen};

const DRAFT: &str =
    "Καλημέρα σας. Δυστυχώς δεν μπορούμε να σας το στείλουμε σήμερα. Κάνετε λάθος στη διεύθυνση.";

#[tokio::test]
async fn from_a_draft_to_the_finished_text() {
    let scene = Scene::begin().await;
    let card = scene.agent.slash("check", &[("draft", DRAFT)]).await;
    assert!(card.is_private());
    let mut shown = vec![seen(&card)];
    let card = card.press("Άλλη διατύπωση (1)").await;
    shown.push(seen(&card));
    let form = card.press("Συμπλήρωση κενών").await.modal();
    shown.push(form.shown());
    let texts: Vec<&str> =
        ["έρθει το δέμα", "Αθηνάς 5"].into_iter().take(form.labels().len()).collect();
    let card = form.fill_all(&texts).submit().await;
    shown.push(seen(&card));
    insta::assert_snapshot!(shown.join("\n\n"));
    scene.end().await;
}

#[tokio::test]
async fn the_same_in_english() {
    let scene = Scene::begin().await;
    let agent = scene.discord.person("Kate").in_channel(&scene.channel);
    let draft = "Hello. Unfortunately it is late. We can't send it today. Calm down.";
    let card = agent.slash("check", &[("draft", draft)]).await;
    let mut shown = vec![seen(&card)];
    let form = card.press("Fill in the blanks").await.modal();
    shown.push(form.shown());
    let texts: Vec<String> = form.labels().iter().map(|label| format!("<{label}>")).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    shown.push(seen(&form.fill_all(&texts).submit().await));
    insta::assert_snapshot!(shown.join("\n\n"));
    scene.end().await;
}

#[tokio::test]
async fn the_same_by_the_menu_of_a_message() {
    let scene = Scene::begin().await;
    let posted = scene.agent.posts("Δεν μπορούμε να σας το στείλουμε σήμερα.");
    let card = scene.agent.message_menu("Check wording", &posted).await;
    assert!(card.is_private());
    let card = card.press("Άλλη διατύπωση").await;
    let form = card.press("Συμπλήρωση κενών").await.modal();
    let card = form.fill_all(&["η παραλαβή γίνει αύριο"]).submit().await;
    insta::assert_snapshot!(seen(&card), @r"
    Kalologos · only Άννα sees this
    │ ▌ **Έτοιμο για αποστολή**
    │ ▌ ```
    │ ▌ Μπορούμε να σας το στείλουμε σήμερα εφόσον η παραλαβή γίνει αύριο.
    │ ▌ ```
    │ [Έλεγχος ξανά]
    ");
    assert_eq!(scene.channel.messages().len(), 1, "everybody sees the agent's message alone");
    let empty = scene.agent.posts("   ");
    insta::assert_snapshot!(seen(&scene.agent.message_menu("Check wording", &empty).await), @"
    Kalologos · only Άννα sees this
    │ Αυτό το μήνυμα δεν έχει κείμενο για να το δούμε.
    ");
    scene.end().await;
}

#[tokio::test]
async fn the_same_by_a_form_with_line_breaks_kept() {
    let scene = Scene::begin().await;
    let form = scene.agent.slash("draft", &[]).await.modal();
    let mut shown = vec![form.shown()];
    let text = "Καλημέρα σας,\n\nΔεν μπορώ να σας βοηθήσω.\n\nΜε εκτίμηση,\n  Άννα";
    let card = form.fill_all(&[text]).submit().await;
    assert!(card.is_private());
    shown.push(seen(&card));
    insta::assert_snapshot!(shown.join("\n\n"));
    scene.end().await;
}

#[tokio::test]
async fn buttons_work_after_a_restart() {
    let mut scene = Scene::begin().await;
    let draft = "  Δεν μπορώ να σας βοηθήσω.  \n```\nδεν είναι λόγια\n```\n  ";
    let form = scene.agent.slash("draft", &[]).await.modal();
    let card = form.fill_all(&[draft]).submit().await;
    scene.restart().await;
    let before = seen(&card);
    let other = card.press("Άλλη διατύπωση").await;
    assert_ne!(seen(&other), before);
    scene.restart().await;
    let form = other.press("Συμπλήρωση κενών").await.modal();
    scene.restart().await;
    let texts: Vec<&str> = form.labels().iter().map(|_| "έρθει το δέμα").collect();
    let card = form.fill_all(&texts).submit().await;
    insta::assert_snapshot!(seen(&card));
    scene.end().await;
}

#[tokio::test]
async fn a_phrase_is_kept_or_no_problem() {
    let scene = Scene::begin().await;
    let draft = "Δεν μπορώ να σας βοηθήσω. Ηρεμήστε. Θα δούμε.";
    let card = scene.agent.slash("check", &[("draft", draft)]).await;
    let card = card.press("Να μείνει έτσι (1)").await;
    let mut shown = vec![seen(&card)];
    let card = card.choose("Για ποια φράση;", &["2"]).await;
    let card = card.press("Εδώ είναι εντάξει (3)").await;
    shown.push(seen(&card));
    let card = card.press("Να μείνει έτσι (2)").await;
    shown.push(seen(&card));
    let card = card.press("Άλλη διατύπωση (2)").await;
    shown.push(seen(&card));
    insta::assert_snapshot!(shown.join("\n\n"));
    assert!(
        crate::conversations::log::so_far().contains("el/house/we-will-see"),
        "the rule alone is noted"
    );
    scene.end().await;
}

#[tokio::test]
async fn check_again_goes_on_from_the_reworded_draft() {
    let scene = Scene::begin().await;
    let card = scene.agent.slash("check", &[("draft", "Ηρεμήστε. Θα δούμε.")]).await;
    let form = card.press("Έλεγχος ξανά").await.modal();
    let mut shown = vec![form.shown()];
    let value = form.value("0");
    let card = form.fill_all(&[&format!("{value} Δεν μπορώ να σας βοηθήσω.")]).submit().await;
    shown.push(seen(&card));
    let form = card.press("Έλεγχος ξανά").await.modal();
    shown.push(seen(&form.fill_all(&["Το δέμα σας έρχεται αύριο!"]).submit().await));
    insta::assert_snapshot!(shown.join("\n\n"));
    scene.end().await;
}

#[tokio::test]
async fn more_than_five_blanks_in_forms_one_after_another() {
    let scene = Scene::begin().await;
    let draft = "Ένα [α], δύο [β], τρία [γ], τέσσερα [δ], πέντε [ε], έξι [ζ], επτά [η].";
    let card = scene.agent.slash("check", &[("draft", draft)]).await;
    let mut shown = vec![seen(&card)];
    let form = card.press("Συμπλήρωση κενών").await.modal();
    assert_eq!(form.labels(), ["α", "β", "γ", "δ", "ε"]);
    let card = form.fill_all(&["1", "2", "3", "", "5"]).submit().await;
    shown.push(seen(&card));
    let form = card.press("Συμπλήρωση κενών").await.modal();
    assert_eq!(form.labels(), ["δ", "ζ", "η"]);
    let card = form.fill_all(&["4", "6", "7"]).submit().await;
    shown.push(seen(&card));
    insta::assert_snapshot!(shown.join("\n\n"));
    scene.end().await;
}

#[tokio::test]
async fn a_rule_is_explained() {
    let scene = Scene::begin().await;
    let offered = scene.agent.autocomplete_choices("why", "rule", "δεν μπορ").await;
    assert!(offered.len() <= 25);
    let is_cannot = |offer: &&serde_json::Value| offer["value"] == "el/house/cannot";
    let cannot = offered.iter().find(is_cannot).unwrap();
    assert_eq!(cannot["name"], "δεν μπορώ να … · el/house/cannot");
    let card = scene.agent.slash("γιατί", &[("κανόνας", cannot["value"].as_str().unwrap())]).await;
    assert!(card.is_private());
    let kate = scene.discord.person("Kate").in_channel(&scene.channel);
    assert_eq!(
        kate.autocomplete("why", "rule", "calm down").await,
        ["calm down · en/house/calm-down"]
    );
    let english = kate.slash("why", &[("rule", "calm down")]).await;
    let unknown = kate.slash("why", &[("rule", "*zxqw* <@1>")]).await;
    let shown = [seen(&card), seen(&english), seen(&unknown)];
    insta::assert_snapshot!(shown.join("\n\n"));
    assert!(!scene.agent.autocomplete("why", "rule", "").await.is_empty());
    scene.end().await;
}

#[tokio::test]
async fn help_and_a_draft_with_nothing_to_mend() {
    let scene = Scene::begin().await;
    let kate = scene.discord.person("Kate").in_channel(&scene.channel);
    let shown = [
        seen(&scene.agent.slash("βοήθεια", &[]).await),
        seen(&kate.slash("help", &[]).await),
        seen(&scene.agent.slash("check", &[("draft", "Το δέμα σας έρχεται αύριο!")]).await),
        seen(&kate.slash("check", &[("draft", "Your parcel arrives tomorrow!")]).await),
        seen(&kate.slash("check", &[("draft", "Your parcel arrives on [day].")]).await),
    ];
    insta::assert_snapshot!(shown.join("\n\n"));
    scene.end().await;
}

#[tokio::test]
async fn it_works_in_direct_messages_and_where_only_a_person_installed_it() {
    let scene = Scene::begin().await;
    let elsewhere = scene.discord.server_without_bot("Αλλού").channel("γενικά");
    for place in [
        scene.agent.in_direct(),
        scene.agent.with_own_install().in_group(),
        scene.agent.with_own_install().in_channel(&elsewhere),
    ] {
        let card = place.slash("check", &[("draft", "Θα δούμε.")]).await;
        assert!(card.is_private());
        let card = card.press("Να μείνει έτσι").await;
        assert!(seen(&card).contains("μένει όπως το γράψατε"));
    }
    scene.end().await;
}

#[tokio::test]
async fn a_person_in_a_great_hurry_is_asked_to_wait() {
    let scene = Scene::with(|settings, _| settings.checks_per_minute = 2).await;
    let check = async || seen(&scene.agent.slash("check", &[("draft", "Θα δούμε.")]).await);
    let first = check().await;
    assert_eq!(check().await, first);
    insta::assert_snapshot!(check().await, @"
    Kalologos · only Άννα sees this
    │ Πολλοί έλεγχοι μαζί! Σε ένα λεπτό συνεχίζουμε.
    ");
    assert!(scene.agent.slash("help", &[]).await.embeds().len() == 1, "help is no check");
    scene.end().await;
}

#[tokio::test]
async fn a_tip_and_then_another() {
    let scene = Scene::begin().await;
    let kate = scene.discord.person("Kate").in_channel(&scene.channel);
    let mut tips = Vec::new();
    for person in [&scene.agent, &scene.agent, &scene.agent, &kate] {
        let tip = person.slash("tip", &[]).await;
        assert!(tip.is_private());
        tips.push(seen(&tip));
    }
    insta::assert_snapshot!(tips.join("\n\n"));
    tips.sort();
    tips.dedup();
    assert_eq!(tips.len(), 4);
    scene.end().await;
}
