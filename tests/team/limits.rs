//! What a team may have and may ask for: each attack is refused kindly, and what people have is not.

use std::fmt::Write;

use kalologos::model::{Member, ServerId, Time};
use kalologos::ruleset::{FileKind, builtin};
use kalologos::team::{
    Error, MAX_TEAM_BYTES, MAX_TEAM_FILES, MAX_UPLOADS_PER_MINUTE, MAX_WAITING_UPLOADS, Upload,
    UserError, Verdict,
};

use crate::common::*;

/// A small rule file.
fn file(word: &str) -> String {
    format!("language: el\nrules:\n  - avoid: {word}\n    prefer: κάτι άλλο\n")
}

async fn upload(home: &Home, name: &str, text: &str) -> Result<kalologos::team::Report, Error> {
    home.lead().await.upload(Upload::new(name, text.as_bytes().to_vec())).await
}

#[tokio::test]
async fn expressions_that_fill_the_memory_are_refused() {
    let home = Home::new().await;
    let mut text = "language: el\nrules:\n".to_owned();
    for number in 0..200 {
        let regex = format!("[α-ω]{{1,200}}[{}-ω]{{1,200}}{number}", 'α');
        write!(text, "  - id: r{number}\n    regex: '{regex}'\n    why: επειδή\n").unwrap();
    }
    let found = refused(upload(&home, "heavy.yaml", &text).await);
    assert_eq!(found, UserError::TooHeavy);
}

#[tokio::test]
async fn files_without_end_are_refused() {
    let home = Home::new().await;
    let long = format!("{}# {}\n", file("κάτι κακό"), "x".repeat((1 << 20) - 200));
    let fits = MAX_TEAM_BYTES / long.len();
    for number in 0..fits {
        let text = long.replace("κάτι κακό", &format!("κάτι κακό {}", "πολύ ".repeat(number)));
        home.activated(&format!("{number}.yaml"), &text[..text.floor_char_boundary(1 << 20)]).await;
    }
    let found = refused(upload(&home, "more.yaml", &long).await);
    assert_eq!(found, UserError::TeamTooLarge { limit: MAX_TEAM_BYTES });
    // In place of another it fits.
    assert_eq!(upload(&home, "0.yaml", &file("τίποτα")).await.unwrap().verdict, Verdict::Ready);
}

#[tokio::test]
async fn too_many_files_are_refused() {
    let home = Home::new().await;
    let words = |number: usize| {
        let letter = |at: usize| char::from_u32('α' as u32 + at as u32 % 17).unwrap();
        format!("λεξη{}{}{}", letter(number), letter(number / 17), letter(number / 289))
    };
    let mut time = NOW;
    for number in 0..MAX_TEAM_FILES {
        // Each in a minute of its own.
        time = Time(time.0 + 60);
        let lead = home.teams.lead(&lead(), time).await.unwrap();
        let upload = Upload::new(&format!("{number}.yaml"), file(&words(number)).into_bytes());
        let report = lead.upload(upload).await.unwrap();
        lead.activate(plainly(&report)).await.unwrap();
    }
    let found = refused(upload(&home, "more.yaml", &file("τελευταία")).await);
    assert_eq!(found, UserError::TooManyFiles { limit: MAX_TEAM_FILES });
}

#[tokio::test]
async fn uploads_in_a_rush_are_refused_for_a_minute_and_only_for_their_team() {
    let home = Home::new().await;
    for _ in 0..MAX_UPLOADS_PER_MINUTE {
        upload(&home, "a.yaml", &file("κάτι κακό")).await.unwrap();
    }
    assert_eq!(refused(upload(&home, "a.yaml", &file("κάτι")).await), UserError::ManyUploads);
    let other = Member { server: ServerId(901), ..lead() };
    let others = home.teams.lead(&other, NOW).await.unwrap();
    let small = || Upload::new("a.yaml", file("κάτι κακό").into_bytes());
    assert!(others.upload(small()).await.is_ok());
    let later = home.teams.lead(&lead(), Time(NOW.0 + 60)).await.unwrap();
    assert!(later.upload(small()).await.is_ok());
}

#[tokio::test]
async fn of_uploads_that_nobody_decides_about_the_newest_wait() {
    let home = Home::new().await;
    let first = upload(&home, "a.yaml", &file("κάτι κακό")).await.unwrap();
    for _ in 0..MAX_WAITING_UPLOADS {
        upload(&home, "a.yaml", &file("κάτι χειρότερο")).await.unwrap();
    }
    assert_eq!(refused(home.activate(&first).await), UserError::NothingWaiting);
}

#[tokio::test]
async fn what_people_have_is_taken() {
    let home = Home::new().await;
    let rows: String = (0..5_000).fold(String::new(), |mut rows, number| {
        let greek: String = number
            .to_string()
            .chars()
            .map(|digit| char::from_u32('α' as u32 + digit.to_digit(10).unwrap()).unwrap())
            .collect();
        writeln!(rows, "η λέξη {greek} εδώ\tμια άλλη λέξη {greek}\tΓιατί είναι πιο ευγενικό.")
            .unwrap();
        rows
    });
    let report = upload(&home, "rows.tsv", &rows).await.unwrap();
    assert_eq!((report.rules, report.rows.len()), (5_000, 0));
    let other = Member { server: ServerId(901), ..lead() };
    let other = home.teams.lead(&other, NOW).await.unwrap();
    for pack in builtin().iter().filter(|file| file.kind() == FileKind::Pack) {
        let name = pack.name.replace('/', "-");
        let text = pack.text.replace("\npack: ", "\npack: own-");
        let report = other.upload(Upload::new(&name, text.into_bytes())).await;
        assert!(report.is_ok(), "{name}: {report:?}");
    }
}
