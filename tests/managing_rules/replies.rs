//! Canned replies, looked through all at once.

use std::sync::atomic::Ordering;

use insta::assert_snapshot;
use kalologos::model::Language;
use kalologos::ui::CommandId;
use kalologos::ui::Panel;
use rust_xlsxwriter::Workbook;

use crate::managing_rules::common::*;

const TEXT: &str = "Καλημέρα σας,
δυστυχώς δεν μπορούμε να το στείλουμε σήμερα.

Σας ευχαριστούμε πολύ!

Κάνετε λάθος. 🙂

Please calm down, we are on it.

Δυστυχώς άργησε.

Μάλλον κάνετε λάθος.
";

async fn replies(home: &Home, language: Language, name: &str, bytes: impl Into<Vec<u8>>) -> Panel {
    let (given, _) = file(name, bytes);
    home.given(language, CommandId::RulesReplies, given).await
}

#[tokio::test]
async fn every_reply_of_a_text_is_looked_at() {
    let home = Home::new().await;
    for (language, name) in [(Language::El, "el"), (Language::En, "en")] {
        let panel = replies(&home, language, "απαντήσεις.txt", TEXT).await;
        let whole = String::from_utf8(panel.files[0].bytes.clone()).unwrap();
        assert_snapshot!(format!("replies_{name}"), shown(&panel));
        assert_snapshot!(format!("replies_file_{name}"), whole);
        let fine = replies(&home, language, "a.txt", "Καλημέρα!\n\nΕυχαριστούμε πολύ.").await;
        assert_snapshot!(format!("replies_fine_{name}"), shown(&fine));
    }
}

#[tokio::test]
async fn tables_are_read_as_people_have_them() {
    let home = Home::new().await;
    let (csv, _, _) = encoding_rs::WINDOWS_1253.encode(
        "Τίτλος;Απάντηση\r\nα;Κάνετε λάθος.\r\nβ;Ευχαριστούμε!\r\nγ;\"Δυστυχώς\r\nάργησε.\"\r\n",
    );
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, text) in (0..).zip(["Κάνετε λάθος.", "Ευχαριστούμε!", "Δυστυχώς\nάργησε."])
    {
        sheet.write_string(row, 3, text).unwrap();
    }
    let xlsx = workbook.save_to_buffer().unwrap();
    for (name, bytes) in [("απαντήσεις.csv", csv.to_vec()), ("Απαντήσεις.XLSX", xlsx)]
    {
        let panel = replies(&home, Language::El, name, bytes).await;
        assert!(panel.text().contains("3 απαντήσεις: για τις 2"), "{name}: {}", panel.text());
        let file = &panel.files[0];
        assert_eq!(file.name, "απαντήσεις-με-προτάσεις.xlsx");
        // What comes back is a table whose column of replies is found again.
        let again = replies(&home, Language::El, &file.name, file.bytes.clone()).await;
        assert!(again.text().contains("2 απαντήσεις: για τις 2"), "{name}: {}", again.text());
    }
}

#[tokio::test]
async fn what_is_no_file_of_replies_is_said_kindly() {
    let home = Home::new().await;
    let many = "Γεια σας.\n\n".repeat(2_001);
    for (language, name) in [(Language::El, "el"), (Language::En, "en")] {
        let mut said = String::new();
        for (file, bytes) in [
            ("a.txt", Vec::new()),
            ("εικόνα.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0".to_vec()),
            ("a.xlsx", b"PK\x03\x04 and then nothing".to_vec()),
            ("a.txt", many.clone().into_bytes()),
            ("a.txt", vec![b'a'; (1 << 20) + 1]),
        ] {
            said.push_str(&replies(&home, language, file, bytes).await.text());
            said.push('\n');
        }
        assert_snapshot!(format!("replies_not_read_{name}"), said);
    }
}

#[tokio::test]
async fn nothing_is_fetched_for_whoever_may_not_or_of_what_is_too_large() {
    let home = Home::new().await;
    let (given, handed) = file("a.txt", TEXT);
    let wish = kalologos::app::Interaction::Command(CommandId::RulesReplies, given);
    home.response(agent(), Language::El, wish).await;
    assert_eq!(handed.fetched.load(Ordering::Relaxed), 0);
    let (given, handed) = file("a.txt", vec![b'a'; (1 << 20) + 1]);
    home.given(Language::El, CommandId::RulesReplies, given).await;
    assert_eq!(handed.fetched.load(Ordering::Relaxed), 0);
}

#[tokio::test]
async fn nothing_of_the_replies_is_kept() {
    let home = Home::new().await;
    let secret = "Κάνετε λάθος, κύριε Αμπρακατάμπρα.";
    replies(&home, Language::El, "a.txt", secret).await;
    home.teams().flush().await.unwrap();
    home.teams().store().close().await;
    for entry in std::fs::read_dir(home.folder.path()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        assert!(!String::from_utf8_lossy(&bytes).contains("Αμπρακατάμπρα"));
    }
}

/// The longest file that is taken, every reply of it with something to say.
#[tokio::test]
async fn a_file_of_the_largest_size_is_looked_through() {
    let home = Home::new().await;
    let reply = "Δυστυχώς δεν μπορούμε να το στείλουμε σήμερα. Κάνετε λάθος στη διεύθυνση.\n\n";
    let many = reply.repeat(((1 << 20) / reply.len()).min(2_000));
    let panel = replies(&home, Language::El, "a.txt", many).await;
    assert!(panel.text().contains("2000 απαντήσεις: για τις 2000"), "{}", panel.text());
}
