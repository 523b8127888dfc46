//! Leads bring a table into the bot: from the first command to an agent's next check, and all that people
//! hand in instead of a table.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, LazyLock};

use insta::assert_snapshot;
use kalologos::app::App;
use kalologos::check::Checker;
use kalologos::discord::{Clock, Settings};
use kalologos::model::Time;
use kalologos::ruleset::{RuleSet, builtin};
use kalologos::team::Teams;

use crate::conversations::scene::{NOW, Scene, seen};
use crate::tables::{self, SEED};
use fake_discord::rights::{EVERYONE, MANAGE_GUILD};
use fake_discord::{Card, Person};

/// What an agent writes on the first day, and what the table of the first day makes of it.
const FIRST_DAY: [[&str; 2]; 5] = [
    ["Κάνετε λάθος.", "Το σωστό είναι [συμπληρώστε]."],
    ["Όχι. Δεν μπορεί να γίνει.", "Είναι δυνατόν αν [συμπληρώστε]."],
    ["Δεν μπορούμε.", "Θα μπορούσαμε αν [συμπληρώστε]."],
    ["Διαφωνώ.", "Συμφωνώ μαζί σας, αλλά [συμπληρώστε]."],
    ["Δεν μπορείτε.", "Μπορείτε να εξυπηρετηθείτε με [συμπληρώστε]."],
];

static BUILTIN: LazyLock<Arc<Checker>> = LazyLock::new(|| {
    let (mut rule_set, problems) = RuleSet::languages(builtin());
    assert!(problems.is_empty());
    assert!(rule_set.add_proven(builtin()).is_empty());
    Arc::new(Checker::new(rule_set))
});

/// The bot with the rules that come with it.
fn with_builtin(settings: &mut Settings) {
    let store = settings.app.teams().store().clone();
    let teams = Teams::over(Arc::clone(&BUILTIN), store);
    settings.app = Arc::new(App::new(Arc::new(teams)));
}

async fn first_day() -> (Scene, Person) {
    let scene = Scene::with(|settings, _| with_builtin(settings)).await;
    let lead = lead(&scene, "Μαρία");
    (scene, lead)
}

fn lead(scene: &Scene, name: &str) -> Person {
    let server = scene.channel.server();
    let role = server.role("Υπεύθυνοι", EVERYONE | MANAGE_GUILD);
    let lead = scene.discord.person(name).locale("el").in_channel(&scene.channel);
    server.admit(&lead, &[role]);
    lead
}

async fn add(lead: &Person, name: &str, bytes: &[u8]) -> Card {
    lead.send_slash_with_files("rules add", &[], &[("file", name, bytes)]).await.answer().await
}

/// What the bot makes of the drafts of the first day.
async fn checked(agent: &Person) -> Vec<bool> {
    let mut found = Vec::new();
    for [draft, expected] in FIRST_DAY {
        found.push(seen(&agent.slash("check", &[("draft", draft)]).await).contains(expected));
    }
    found
}

#[tokio::test]
async fn the_table_of_the_first_day_pasted_unchanged_is_five_rules_for_the_next_check() {
    let (scene, lead) = first_day().await;
    let form = lead.slash("κανόνες προσθήκη", &[]).await.modal();
    assert_snapshot!("first-day-form", form.shown());
    let report = form.fill_all(&[SEED, ""]).submit().await;
    assert!(report.is_private());
    assert_snapshot!("first-day-report", tables::without_total(&seen(&report)));
    assert!(!checked(&scene.agent).await.contains(&true), "nothing counts before");
    let done = report.press("Ενεργοποίηση").await;
    assert_snapshot!("first-day-done", seen(&done));
    assert_eq!(checked(&scene.agent).await, [true; 5]);
    done.press("Αναίρεση").await;
    assert!(!checked(&scene.agent).await.contains(&true));
    scene.end().await;
}

#[tokio::test]
async fn the_same_table_as_greek_excel_saves_it_and_as_a_workbook() {
    for (name, bytes) in
        [("πίνακας.csv", tables::greek_csv()), ("πίνακας.xlsx", tables::workbook())]
    {
        let (scene, lead) = first_day().await;
        add(&lead, name, &bytes).await.press("Ενεργοποίηση").await;
        assert_eq!(checked(&scene.agent).await, [true; 5], "{name}");
        scene.end().await;
    }
}

#[tokio::test]
async fn a_report_is_decided_about_after_a_restart() {
    let mut scene = Scene::begin().await;
    let lead = lead(&scene, "Μαρία");
    let report =
        add(&lead, "πίνακας.tsv", "Όλα καλά\tΧαίρομαι που όλα πάνε καλά\n".as_bytes()).await;
    scene.restart().await;
    let swapped = report.press("Όχι, ανάποδα").await;
    assert!(seen(&swapped).contains("Δεξιά είναι όσα αποφεύγουμε, σωστά;"), "{}", seen(&swapped));
    let back = swapped.press("Όχι, ανάποδα").await;
    let done = back.press("Ενεργοποίηση").await;
    assert!(seen(&done).contains("1 νέος κανόνας"), "{}", seen(&done));
    let card = scene.agent.slash("check", &[("draft", "Όλα καλά, ευχαριστώ.")]).await;
    assert!(seen(&card).contains("Χαίρομαι που όλα πάνε καλά, ευχαριστώ."), "{}", seen(&card));
    scene.end().await;
}

#[tokio::test]
async fn a_rule_in_ones_own_words_is_tried_changed_and_activated() {
    let scene = Scene::begin().await;
    let lead = lead(&scene, "Μαρία");
    let form = lead.slash("rules new", &[]).await.modal();
    let report = form.fill_all(&["Όλα καλά", "Χαίρομαι που όλα πάνε καλά", ""]).submit().await;
    assert_snapshot!("new-rule", tables::without_total(&seen(&report)));
    let stronger = report.choose("Πόσο μετράει;", &["όχι σε πελάτη"]).await;
    let tried = stronger.press("Δοκιμή").await.modal().fill_all(&["Όλα καλά."]).submit().await;
    assert_snapshot!("new-rule-tried", seen(&tried));
    let tried = lead.slash("rules try", &[("draft", "Όλα καλά, ευχαριστώ.")]).await;
    assert!(seen(&tried).contains("Χαίρομαι που όλα πάνε καλά, ευχαριστώ."), "{}", seen(&tried));
    let changed = stronger.press("Αλλαγή").await.modal();
    assert_eq!(changed.value("Τι αποφεύγουμε να λέμε"), "Όλα καλά");
    let changed = changed.fill(&[("Τι αποφεύγουμε να λέμε", "Όλα οκ")]).submit().await;
    changed.press("Ενεργοποίηση").await;
    let card = scene.agent.slash("check", &[("draft", "Όλα οκ.")]).await;
    assert!(seen(&card).contains("όχι σε πελάτη"), "{}", seen(&card));
    scene.end().await;
}

#[tokio::test]
async fn the_lists_of_a_report_choose_columns_headings_and_forms() {
    let (scene, lead) = first_day().await;
    // Nobody can tell which of three columns without headings is which.
    let table = "Γενικά;Τα δέματα αργούν;Ελέγχω πού είναι\nΓενικά;Δεν γνωρίζουμε;Το ρωτάω τώρα\n";
    let report = add(&lead, "στήλες.csv", table.as_bytes()).await;
    assert!(seen(&report).contains("Οι πρώτες γραμμές:"), "{}", seen(&report));
    let chosen = report
        .choose("Στήλη με όσα αποφεύγουμε → με όσα λέμε", &["Τα δέματα αργούν → Ελέγχω πού είναι"])
        .await;
    assert!(seen(&chosen).contains("«Τα δέματα αργούν»"), "{}", seen(&chosen));
    chosen.press("Ενεργοποίηση").await;
    let card = scene.agent.slash("check", &[("draft", "Τα δέματα αργούν.")]).await;
    assert!(seen(&card).contains("Ελέγχω πού είναι."), "{}", seen(&card));
    // The first row is a rule, or it is a heading.
    let table = "Πάντα;Τα πλοία αργούν;Ρωτάω στο λιμάνι\nΠάντα;Τα τρένα αργούν;Ρωτάω στον σταθμό\n";
    let report = add(&lead, "γραμμές.csv", table.as_bytes()).await;
    let headed = report.choose("Η πρώτη γραμμή", &["είναι επικεφαλίδα"]).await;
    let chosen = headed
        .choose("Στήλη με όσα αποφεύγουμε → με όσα λέμε", &["Τα πλοία αργούν → Ρωτάω στο λιμάνι"])
        .await;
    assert!(seen(&chosen).contains("• «Τα τρένα αργούν»"), "{}", seen(&chosen));
    assert!(!seen(&chosen).contains("• «Τα πλοία αργούν»"), "{}", seen(&chosen));
    // Of two columns as well.
    let table = "Στην κουβέντα;Στο μέιλ\nΤα φορτηγά αργούν;Ρωτάω την αποθήκη\n";
    let report = add(&lead, "δύο.csv", table.as_bytes()).await;
    assert!(seen(&report).contains("• «Στην κουβέντα»"), "{}", seen(&report));
    let headed = report.choose("Η πρώτη γραμμή", &["είναι επικεφαλίδα"]).await;
    assert!(!seen(&headed).contains("• «Στην κουβέντα»"), "{}", seen(&headed));
    let again = headed.choose("Η πρώτη γραμμή", &["είναι ήδη κανόνας"]).await;
    assert!(seen(&again).contains("• «Στην κουβέντα»"), "{}", seen(&again));
    // A rule of one's own catches the forms that are left ticked.
    let form = lead.slash("rules new", &[]).await.modal();
    let report = form.fill_all(&["δεν θυμόμαστε πώς", "το βρίσκω αμέσως", ""]).submit().await;
    assert_snapshot!("forms-of-a-rule", tables::without_total(&seen(&report)));
    scene.end().await;
}

#[tokio::test]
async fn five_mistakes_are_seen_mended_and_activated() {
    let scene = Scene::begin().await;
    let lead = lead(&scene, "Μαρία");
    let report = add(&lead, "ομάδα.yaml", tables::FIVE_MISTAKES.as_bytes()).await;
    assert_snapshot!("five-mistakes", seen(&report));
    let mended = tables::five_mistakes_mended();
    add(&lead, "ομάδα.yaml", mended.as_bytes()).await.press("Ενεργοποίηση").await;
    let card = scene.agent.slash("check", &[("draft", "Το κουτί χάθηκε. Πάρτε ξανά.")]).await;
    assert!(seen(&card).contains("Ψάχνουμε το κουτί. Θα σας πάρουμε εμείς."), "{}", seen(&card));
    scene.end().await;
}

#[tokio::test]
async fn of_two_leads_at_once_the_second_is_told_and_a_double_click_is_one_change() {
    let scene = Scene::begin().await;
    let (one, two) = (lead(&scene, "Μαρία"), lead(&scene, "Νίκος"));
    let first = add(&one, "ένα.csv", "αποφεύγουμε;λέμε\nόλα καλά;χαίρομαι\n".as_bytes()).await;
    let second = add(&two, "δύο.csv", "αποφεύγουμε;λέμε\nτι έγινε;πώς είστε\n".as_bytes()).await;
    let presses = [first.send_press("Ενεργοποίηση"), first.send_press("Ενεργοποίηση")];
    for press in presses {
        assert!(seen(&press.answer().await).contains("1 νέος κανόνας"));
    }
    let stale = second.press("Ενεργοποίηση").await;
    assert_snapshot!("stale", seen(&stale));
    stale.press("Πίσω στην αναφορά").await.press("Ενεργοποίηση").await;
    let card = scene.agent.slash("check", &[("draft", "Όλα καλά; Τι έγινε;")]).await;
    assert!(seen(&card).contains("Χαίρομαι; Πώς είστε;"), "{}", seen(&card));
    scene.end().await;
}

#[tokio::test]
async fn whoever_does_not_lead_gets_a_kind_word_at_every_command_and_button() {
    let scene = Scene::begin().await;
    let lead = lead(&scene, "Μαρία");
    let report = add(&lead, "α.csv", "αποφεύγουμε;λέμε\nόλα καλά;χαίρομαι\n".as_bytes()).await;
    // A card of the agent's own, from which marks of the lead's report are forged.
    let card = scene.agent.slash("check", &[("draft", "Ηρεμήστε.")]).await;
    for custom_id in report.custom_ids() {
        let told = card.send_press_of(&custom_id).answer().await;
        assert!(seen(&told).contains("Αυτό το κάνουν οι υπεύθυνοι"), "{}", seen(&told));
    }
    for command in ["rules add", "rules new"] {
        let told = scene.agent.slash(command, &[]).await;
        assert!(seen(&told).contains("Αυτό το κάνουν οι υπεύθυνοι"), "{}", seen(&told));
        assert!(told.is_private());
    }
    let told = scene.agent.slash("rules try", &[("draft", "Όλα καλά.")]).await;
    assert!(seen(&told).contains("Αυτό το κάνουν οι υπεύθυνοι"), "{}", seen(&told));
    scene.end().await;
}

#[tokio::test]
async fn every_file_of_the_suite_of_diagnostics_is_answered_and_nothing_counts() {
    // Nobody hands in so many within a minute.
    let time = AtomicI64::new(NOW.0);
    let clock = Clock(Arc::new(move || Time(time.fetch_add(2, Ordering::Relaxed))));
    let scene = Scene::with(|settings, _| settings.clock = clock).await;
    let lead = lead(&scene, "Μαρία");
    let mut told = 0;
    for entry in std::fs::read_dir("tests/bad_rules").unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let report = add(&lead, &name, &std::fs::read(&path).unwrap()).await;
        assert!(report.is_private());
        if !report.buttons().contains(&"Ενεργοποίηση".to_owned()) {
            told += 1;
            assert!(seen(&report).contains("γραμμή "), "{name}: {}", seen(&report));
        }
    }
    assert!(told > 80, "{told}");
    scene.end().await;
}

#[tokio::test]
async fn what_is_no_table_is_answered_and_the_bot_goes_on() {
    let scene = Scene::begin().await;
    let lead = lead(&scene, "Μαρία");
    let png = [&b"\x89PNG\r\n\x1a\n"[..], &[0, 1, 2, 255, 254, 0, 9, 200]].concat();
    let many: String = (0..6_000).map(|row| format!("φράση {row};άλλη\n")).collect();
    for (name, bytes, expected) in [
        ("empty.csv", Vec::new(), "Ο πίνακας είναι άδειος"),
        ("empty.yaml", Vec::new(), "το αρχείο είναι άδειο"),
        ("big.csv", vec![b'a'; 2 << 20], "Το αρχείο είναι πολύ μεγάλο· διαβάζω έως 1 MB"),
        ("rules.yaml", png.clone(), "το αρχείο δεν είναι απλό κείμενο"),
        ("rules.bin", png, "Αυτό είναι εικόνα"),
        ("bomb.xlsx", tables::bomb(), "Το αρχείο .xlsx είναι μεγαλύτερο"),
        ("one.csv", "όλα καλά\nχαίρομαι\n".into(), "Βλέπω μία μόνο στήλη"),
        ("many.csv", many.into(), "Ο πίνακας έχει πάνω από 5000 γραμμές"),
    ] {
        let told = add(&lead, name, &bytes).await;
        assert!(seen(&told).contains(expected), "{name}: {}", seen(&told));
    }
    scene.end().await;
}

/// Changes what Discord says of the file that is handed in next.
fn next_file(scene: &Scene, key: &'static str, value: serde_json::Value) {
    scene.discord.change_next_event(move |event| {
        let files = event["data"]["resolved"]["attachments"].as_object_mut().unwrap();
        files.values_mut().for_each(|file| file[key] = value.clone());
    });
}

#[tokio::test]
async fn files_are_taken_from_discord_alone_and_no_further_than_there() {
    let scene = Scene::begin().await;
    let lead = lead(&scene, "Μαρία");
    let table = "αποφεύγουμε;λέμε\nόλα καλά;χαίρομαι\n".as_bytes();
    for elsewhere in ["http://127.0.0.1:9/a.csv", "https://example.org/a.csv", "file:///etc/passwd"]
    {
        next_file(&scene, "url", elsewhere.into());
        let told = add(&lead, "α.csv", table).await;
        assert!(seen(&told).contains("Παίρνω μόνο αρχεία που ανεβάζετε εδώ"), "{}", seen(&told));
    }
    for status in [302, 307, 403, 404, 500] {
        scene.discord.on("GET /attachments/*/*/*").answers(status);
        let told = add(&lead, "α.csv", table).await;
        assert!(
            seen(&told).contains("Δεν μπόρεσα να ανοίξω το αρχείο"),
            "{status}: {}",
            seen(&told)
        );
    }
    assert_eq!(scene.discord.faults_left(), 0);
    // What is said of the size is not believed.
    next_file(&scene, "size", 12.into());
    let told = add(&lead, "α.csv", &vec![b'a'; 2 << 20]).await;
    assert!(seen(&told).contains("Το αρχείο είναι πολύ μεγάλο"), "{}", seen(&told));
    next_file(&scene, "size", (2 << 20).into());
    let told = add(&lead, "α.csv", table).await;
    assert!(seen(&told).contains("Το αρχείο είναι πολύ μεγάλο"), "{}", seen(&told));
    let report = add(&lead, "α.csv", table).await;
    assert!(report.buttons().contains(&"Ενεργοποίηση".to_owned()), "{}", seen(&report));
    scene.end().await;
}
