use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::check::{Answer, CardAction, Checker, Pressed, Request, UserError};
use crate::discord::draft_codec;
use crate::ruleset::{RuleSet, SourceFile, builtin};

const RULES: &str = r"language: el
rules:
  - id: cannot
    avoid: δεν <μπορώ:present> να {action}
    prefer:
      - θα <μπορώ:imperfect> να {action} αν [προϋπόθεση]
      - για να {action}, χρειάζεται [τι χρειάζεται]
      - μπορούμε να το δούμε [πότε]
      - ας το δούμε
      - το κοιτάζω
      - θα σας πω
    why: Έτσι ο πελάτης μαθαίνει τι γίνεται, και **δεν** περιμένει @everyone.
  - id: sadly
    avoid: δυστυχώς
    remove: true
  - id: never
    level: error
    avoid: ποτέ
    why: Κλείνει την πόρτα.
";

static DESK: LazyLock<Checker> = LazyLock::new(|| {
    let words: Vec<SourceFile> =
        builtin().iter().filter(|file| file.name.contains("words/")).cloned().collect();
    let (mut rule_set, _) = RuleSet::languages(&words);
    let file = SourceFile { name: "team.yaml".to_owned(), text: RULES.to_owned() };
    assert!(!crate::ruleset::has_errors(&rule_set.add(&[file])));
    Checker::new(rule_set)
});

fn card(answer: Result<Answer, UserError>) -> Option<Card> {
    match answer {
        Ok(Answer::Card(card)) => Some(*card),
        _ => None,
    }
}

fn message(card: &Card) -> Message {
    card_message(card, Language::El, DESK.rule_set().principles())
}

/// Drafts of up to 4,000 characters, of phrases, hostile characters and harmless words.
fn drafts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "Δεν μπορώ να σας βοηθήσω. ", "Δυστυχώς, ", "Ποτέ. ", "ΔΕΝ ΜΠΟΡΟΥΜΕ ΝΑ ΤΟ ΣΤΕΙΛΟΥΜΕ! ",
            "δεν μπορώ να δω το [δέμα] ", "Δεν μπορούμε να αλλάξουμε το χρώμα, το μέγεθος ή την ποσότητα. ",
        ]),
        3 => prop::sample::select(vec![
            "```", "**", "__", "||", "\u{202e}", "\u{200b}", "\u{2060}", "👩‍👩‍👧", "<@1>", "@everyone", "https://a.gr/_b_",
            "\n> ", "\n# ", "\n1. ", "\r\n", "[κενό]", "\\", "   ", "שלום ",
        ]),
        2 => prop::sample::select(vec!["Το δέμα σας έρχεται αύριο. ", "Καλημέρα σας, ", "ααα", "\n\n"]),
    ];
    let count = prop_oneof![4 => 0..20usize, 1 => 20..400usize];
    count
        .prop_flat_map(move |count| prop::collection::vec(piece.clone(), count))
        .prop_map(|all| all.concat().chars().take(4_000).collect())
}

fn holds(card: &Card) -> Result<(), TestCaseError> {
    let message = message(card);
    prop_assert_eq!(message.check(), Ok(()));
    let carried = message.embeds.first().map(|embed| embed.description.trim().to_owned());
    let carried = carried.as_deref().and_then(draft_codec::read);
    let says_so = message
        .embeds
        .iter()
        .any(|embed| embed.description.contains(talk::TOO_LONG_FOR_BUTTONS.el));
    prop_assert!(carried.as_deref() == Some(card.draft.as_str()) || says_so);
    prop_assert!(message.embeds.iter().all(|embed| !embed.description.trim().is_empty()));
    // The reworded draft is in a block or in a file, whole.
    let block = draft_codec::code_block(&card.review.rewrite);
    let shown = message.embeds.iter().any(|embed| embed.description.contains(&block));
    let in_file = message.files.iter().any(|file| file.bytes == card.review.rewrite.as_bytes());
    prop_assert!(shown || in_file || !card.is_reworded());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn every_card_fits_and_carries_its_draft(draft in drafts(), presses in prop::collection::vec((0..4usize, 0..6usize), 0..3)) {
        let Some(mut shown) = card(DESK.answer(Request::Check { draft }, Language::El)) else { return Ok(()) };
        holds(&shown)?;
        for (action, row) in presses {
            let action = [CardAction::AnotherWording, CardAction::Keep, CardAction::NotAProblem, CardAction::Focus][action];
            let button = Pressed { action, state: shown.state(), row: Some(row) };
            let answer = DESK.answer(Request::Press { button, draft: shown.draft.clone() }, Language::El);
            shown = card(answer).expect("a card stays a card");
            holds(&shown)?;
        }
    }
}
