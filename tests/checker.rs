//! The desk answered by data: what a button does, however old its card is.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop where it stands")]

use kalologos::check::{
    Answer, Card, CardAction, CardForm, CardState, Checker, MAX_FIELDS, Note, Pressed, Request,
    RowPick, Stage, UserError,
};
use kalologos::model::Language;
use kalologos::ruleset::{RuleSet, SourceFile, builtin};

const CANNOT: &str = "language: el
rules:
  - id: cannot
    avoid: δεν <μπορώ:present> να {action}
    prefer:
      - θα <μπορώ:imperfect> να {action} αν [προϋπόθεση]
      - <μπορώ:present> να {action} εφόσον [τι χρειάζεται]
";
const WRONG: &str = "  - id: wrong
    avoid: κάνετε λάθος
    prefer: ας δούμε μαζί τα στοιχεία για [ποια παραγγελία]
";

fn checker(rules: &str) -> Checker {
    let (mut rule_set, _) = RuleSet::languages(builtin());
    let file = SourceFile { name: "team.yaml".to_owned(), text: rules.to_owned() };
    let problems = rule_set.add(&[file]);
    assert!(problems.is_empty(), "{problems:?}");
    Checker::new(rule_set)
}

fn card(answer: Result<Answer, UserError>) -> Card {
    match answer {
        Ok(Answer::Card(card)) => *card,
        other => panic!("no card: {other:?}"),
    }
}

fn checked(checker: &Checker, draft: &str) -> Card {
    card(checker.answer(Request::Check { draft: draft.to_owned() }, Language::El))
}

/// A button as it comes back from a chat: by its custom id alone.
fn pressed(card: &Card, action: CardAction, row: Option<usize>) -> Request {
    let (action, state) = CardState::read(&card.state().written(action)).unwrap();
    Request::Press { button: Pressed { action, state, row }, draft: card.draft.clone() }
}

fn submitted(card: &Card, form: &CardForm, values: &[&str]) -> Request {
    let (action, state) = CardState::read(&form.state.written(form.action)).unwrap();
    let values = values.iter().map(|value| (*value).to_owned()).collect();
    let button = Pressed { action, state, row: None };
    Request::Submit { button, draft: card.draft.clone(), values }
}

#[test]
fn decisions_survive_in_the_custom_id_alone() {
    let rules = format!("{CANNOT}{WRONG}");
    let first = checked(&checker(&rules), "Κάνετε λάθος. Δεν μπορώ να έρθω. Κάνετε λάθος.");
    assert_eq!(first.rows.len(), 2);
    // Every step is answered by another desk, as by another process.
    let kept = card(checker(&rules).answer(pressed(&first, CardAction::Keep, None), Language::El));
    assert_eq!((kept.picks[0], kept.focus), (RowPick::Keep, 1));
    let other = card(
        checker(&rules).answer(pressed(&kept, CardAction::AnotherWording, None), Language::El),
    );
    assert_eq!(other.picks, [RowPick::Keep, RowPick::Wording(1)]);
    assert_eq!(
        other.review.rewrite,
        "Κάνετε λάθος. Μπορώ να έρθω εφόσον [τι χρειάζεται]. Κάνετε λάθος."
    );
    let back =
        card(checker(&rules).answer(pressed(&other, CardAction::Focus, Some(0)), Language::El));
    assert_eq!((back.focus, &back.picks), (0, &other.picks));
    let again = card(
        checker(&rules).answer(pressed(&back, CardAction::AnotherWording, None), Language::El),
    );
    assert_eq!(
        again.review.rewrite,
        "Ας δούμε μαζί τα στοιχεία για [ποια παραγγελία]. Μπορώ να έρθω εφόσον [τι χρειάζεται]. \
            Ας δούμε μαζί τα στοιχεία για [ποια παραγγελία]."
    );
}

#[test]
fn what_is_kept_is_kept_in_the_finished_text() {
    let checker = checker(&format!("{CANNOT}{WRONG}"));
    let first = checked(&checker, "Κάνετε λάθος. Δεν μπορώ να έρθω.");
    let kept = card(checker.answer(pressed(&first, CardAction::Keep, None), Language::El));
    assert!(kept.remaining().is_empty(), "{:?}", kept.remaining());
    let Ok(Answer::Form(form)) =
        checker.answer(pressed(&kept, CardAction::FillBlanks, None), Language::El)
    else {
        panic!("no form")
    };
    let filled = card(checker.answer(submitted(&kept, &form, &["βρω θέση;"]), Language::El));
    assert_eq!(filled.stage, Stage::Filled);
    assert_eq!(filled.draft, "Κάνετε λάθος. Θα μπορούσα να έρθω αν βρω θέση.");
    assert_eq!(filled.review.rewrite, filled.draft);
    assert_eq!(filled.picks, [RowPick::Keep]);
}

/// A clause with a blank stands only where the draft ends, so of one phrase twice the second alone is reworded.
#[test]
fn a_phrase_is_decided_about_in_the_place_where_it_is_reworded() {
    let rules = format!(
        "{CANNOT}  - id: mistaken\n    avoid: έχετε λάθος\n    prefer: το σωστό είναι [τα σωστά]\n"
    );
    let checker = checker(&rules);
    let draft = "Έχετε λάθος. Σας έγραψα χθες για την παραγγελία. Έχετε λάθος.";
    let first = checked(&checker, draft);
    assert_eq!(
        first.review.rewrite,
        "Έχετε λάθος. Σας έγραψα χθες για την παραγγελία. Το σωστό είναι [τα σωστά]."
    );
    assert_eq!((first.rows.len(), first.chosen(0), first.chosen(1)), (2, None, Some(0)));
    let focused = card(checker.answer(pressed(&first, CardAction::Focus, Some(1)), Language::El));
    let Ok(Answer::Form(form)) =
        checker.answer(pressed(&focused, CardAction::FillBlanks, None), Language::El)
    else {
        panic!("no form")
    };
    let filled = card(checker.answer(submitted(&focused, &form, &["το 5"]), Language::El));
    assert!(filled.draft.ends_with("παραγγελία. Το σωστό είναι το 5."), "{}", filled.draft);
    let kept = card(checker.answer(pressed(&focused, CardAction::Keep, None), Language::El));
    assert_eq!(
        (kept.picks.as_slice(), &*kept.review.rewrite),
        (&[RowPick::Fitting, RowPick::Keep][..], draft)
    );
}

#[test]
fn a_blank_left_empty_stays_for_the_next_form() {
    let checker = checker(&format!("{CANNOT}{WRONG}"));
    let draft = "Κάνετε λάθος. ".repeat(5) + "Δεν μπορώ να έρθω.";
    let first = checked(&checker, &draft);
    let Ok(Answer::Form(form)) =
        checker.answer(pressed(&first, CardAction::FillBlanks, None), Language::El)
    else {
        panic!("no form")
    };
    assert_eq!((form.fields.len(), form.left), (MAX_FIELDS, 1));
    let filled = card(checker.answer(submitted(&first, &form, &["α", " ", "γ"]), Language::El));
    assert_eq!(filled.review.blanks.len(), 4);
    assert!(filled.draft.starts_with(
        "Ας δούμε μαζί τα στοιχεία για α. Ας δούμε μαζί τα στοιχεία για [ποια παραγγελία]."
    ));
}

#[test]
fn rules_that_changed_meanwhile_are_said() {
    let first = checked(&checker(CANNOT), "Κάνετε λάθος. Δεν μπορώ να έρθω.");
    let now = checker(&format!("{CANNOT}{WRONG}"));
    for action in [
        CardAction::AnotherWording,
        CardAction::Keep,
        CardAction::FillBlanks,
        CardAction::NotAProblem,
    ] {
        let anew = card(now.answer(pressed(&first, action, None), Language::El));
        assert_eq!(anew.notes, [Note::RulesChanged], "{action:?}");
        assert_eq!(anew.picks, [RowPick::Fitting, RowPick::Fitting], "{action:?}");
    }
    assert!(matches!(
        now.answer(pressed(&first, CardAction::CheckAgain, None), Language::El),
        Ok(Answer::Form(_))
    ));
}

#[test]
fn a_text_that_is_not_the_cards_own_is_declined() {
    let checker = checker(CANNOT);
    let first = checked(&checker, "Δεν μπορώ να έρθω.");
    for text in ["", "Δεν μπορώ να έρθω", "κάτι άλλο"] {
        let Request::Press { button, .. } = pressed(&first, CardAction::Keep, None) else {
            panic!("a press")
        };
        let request = Request::Press { button, draft: text.to_owned() };
        assert_eq!(checker.answer(request, Language::El), Err(UserError::CardUnreadable), "{text}");
    }
}

#[test]
fn nonsense_in_a_handle_never_breaks_a_card() {
    let checker = checker(&format!("{CANNOT}{WRONG}"));
    let first = checked(&checker, "Κάνετε λάθος. Δεν μπορώ να έρθω.");
    let mut state = first.state();
    state.focus = 60_000;
    state.picks = vec![RowPick::Wording(19); 64];
    for action in
        [CardAction::AnotherWording, CardAction::Keep, CardAction::NotAProblem, CardAction::Focus]
    {
        let button = Pressed { action, state: state.clone(), row: Some(usize::MAX) };
        let request = Request::Press { button, draft: first.draft.clone() };
        let anew = card(checker.answer(request, Language::El));
        assert!(anew.focus < anew.rows.len(), "{action:?}");
        assert_eq!(anew.picks.len(), anew.rows.len(), "{action:?}");
    }
}
