//! How often rules speak; and that no word of a draft is ever kept.

use kalologos::check::{Answer, CardAction, Pressed, Request};
use kalologos::model::Day;
use kalologos::model::Language;
use kalologos::store::Outcome;

use crate::team::common::*;

const DRAFT: &str = "Δυστυχώς δεν μπορούμε να στείλουμε το ζαφειρόξυλο.\n\nΚάνετε λάθος.";

#[tokio::test]
async fn what_comes_of_a_card_is_counted_by_rule_and_day() {
    let home = Home::new().await;
    let checker = home.teams.checker(SERVER, NOW).await.0.checker;
    let day = Day(20_000);
    let ask = |request: Request| {
        let answer = checker.answer(request.clone(), Language::El);
        home.teams.note(SERVER, day, checker.outcomes(&request, answer.as_ref().unwrap()));
        match answer {
            Ok(Answer::Card(card)) => *card,
            other => panic!("{other:?}"),
        }
    };
    let press = |card: &kalologos::check::Card, action, draft: &str| Request::Press {
        button: Pressed { action, state: card.state(), row: None },
        draft: draft.to_owned(),
    };
    let card = ask(Request::Check { draft: DRAFT.to_owned() });
    let ids: Vec<String> = card.review.findings.iter().map(|f| f.rule.id.clone()).collect();
    assert_eq!(ids.len(), 2, "{ids:?}");
    let card = ask(press(&card, CardAction::AnotherWording, DRAFT));
    let card = ask(press(&card, CardAction::Keep, DRAFT));
    let card = ask(press(&card, CardAction::NotAProblem, DRAFT));
    ask(Request::Check { draft: "Κάνετε λάθος.".to_owned() });
    let fresh = ask(Request::Check { draft: "Κάνετε λάθος.".to_owned() });
    ask(Request::Submit {
        button: Pressed { action: CardAction::BlanksFilled, state: fresh.state(), row: None },
        draft: "Κάνετε λάθος.".to_owned(),
        values: vec!["το ζαφειρόξυλο".to_owned()],
    });
    assert!(card.picks.iter().all(|pick| pick.keeps()));
    home.teams.flush().await.unwrap();
    home.teams.flush().await.unwrap();
    let counts = home.teams.store().counts(SERVER, day, day).await.unwrap();
    let mut told: Vec<(&str, Outcome, u32)> =
        counts.iter().map(|count| (&*count.rule, count.outcome, count.times)).collect();
    told.sort();
    let mut expected = vec![
        (&*ids[0], Outcome::Shown, 1),
        (&*ids[0], Outcome::Kept, 1),
        (&*ids[1], Outcome::Shown, 3),
        (&*ids[1], Outcome::NotAProblem, 1),
        (&*ids[1], Outcome::Taken, 1),
    ];
    expected.sort();
    assert_eq!(told, expected);

    // Nothing that is written holds a word that only drafts had.
    home.teams.store().close().await;
    let mut files = 0;
    for entry in std::fs::read_dir(home.folder.path()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        for word in ["ζαφειρόξυλο", "Κάνετε λάθος", "στείλουμε"] {
            let utf16: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
            for needle in [word.as_bytes(), &utf16] {
                assert!(!bytes.windows(needle.len()).any(|window| window == needle), "{word}");
            }
        }
        files += 1;
    }
    assert!(files > 0);
}
