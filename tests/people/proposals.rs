//! `/suggest` and `/proposals`: from a pair that an agent proposes to a rule, or to a kind no.

use insta::assert_snapshot;
use kalologos::app::{Body, Effect, Interaction, Response};
use kalologos::model::Language;
use kalologos::model::{MessageId, UserId};
use kalologos::store::ProposalId;
use kalologos::team::Pair;
use kalologos::ui::{Action, CommandId};

use crate::people::common::*;

const PAIR: [&str; 3] = ["δεν είναι δική μας δουλειά", "το προωθώ στους συναδέλφους", ""];

/// The card that is posted for the leads; it stands as message 500 then.
async fn posted(home: &Home, response: &Response) -> kalologos::ui::Panel {
    let found = response.effects.iter().find_map(|effect| match effect {
        Effect::PostProposal { server, proposal, channel, panel } => {
            Some((*server, *proposal, *channel, panel.clone()))
        }
        _ => None,
    });
    let (server, proposal, channel, panel) = found.expect("nothing was posted");
    let place = (channel, MessageId(500));
    home.teams().proposal_posted(server, proposal, place).await.unwrap();
    panel
}

#[tokio::test]
async fn from_an_idea_to_a_rule_in_the_leads_channel() {
    let home = Home::new().await;
    home.set("proposals", "Σε ποιο κανάλι;", &["72"]).await;
    let proposed = home.suggest(&agent(), PAIR).await;
    let mut texts = vec![shown(&proposed)];
    let card = posted(&home, &proposed).await;
    assert_eq!(home.check("Δεν είναι δική μας δουλειά.").await.rows.len(), 0);
    let form = form(home.press(&lead(), &card, "Έγκριση", &[]).await);
    texts.push(shown(&Response { body: Body::Modal(form.clone()), effects: vec![], error: None }));
    let approved =
        home.submit(&lead(), &form, &[PAIR[0], PAIR[1], "Ο πελάτης μαθαίνει πού φτάνει."]).await;
    texts.push(shown(&approved));
    assert_eq!(told(&approved).iter().map(|(user, _)| *user).collect::<Vec<_>>(), [agent().user]);
    let card = home.check("Δεν είναι δική μας δουλειά.").await;
    assert_eq!(card.review.rewrite, "Το προωθώ στους συναδέλφους.");
    // The same form handed in twice makes one rule, and the author hears of it once.
    let again = home.submit(&lead(), &form, &PAIR).await;
    texts.push(shown(&again));
    assert_eq!(home.teams().rules_version(SERVER).await.unwrap().0, 1);
    let undone = home.press(&lead(), &panel(approved), "Αναίρεση", &[]).await;
    texts.push(shown(&undone));
    assert_eq!(home.check("Δεν είναι δική μας δουλειά.").await.rows.len(), 0);
    assert_snapshot!(texts.join("\n\n————\n\n"));
}

#[tokio::test]
async fn the_same_idea_of_several_people_is_one_and_all_of_them_hear_the_outcome() {
    let home = Home::new().await;
    home.set("proposals", "Σε ποιο κανάλι;", &["72"]).await;
    let first = home.suggest(&agent(), PAIR).await;
    posted(&home, &first).await;
    // Accents, capitals and spaces make no other idea of it.
    let second =
        home.suggest(&colleague(), ["  ΔΕΝ ΕΙΝΑΙ ΔΙΚΗ ΜΑΣ ΔΟΥΛΕΙΑ", "το προωθώ", ""]).await;
    let third = home.suggest_in(&colleague(), PAIR, Language::En).await;
    let mut texts = vec![shown(&second), shown(&third)];
    let list = home.command(&lead(), CommandId::Proposals).await;
    texts.push(shown(&list));
    let form = form(home.press(&lead(), &panel(list), "Όχι αυτή τη φορά", &[]).await);
    let declined =
        home.submit(&lead(), &form, &["Το λέμε ήδη αλλιώς, σας ευχαριστούμε πολύ!"]).await;
    texts.push(shown(&declined));
    assert_snapshot!(texts.join("\n\n————\n\n"));
    let users: Vec<UserId> = told(&declined).into_iter().map(|(user, _)| user).collect();
    assert_eq!(users, [agent().user, colleague().user]);
}

#[tokio::test]
async fn two_leads_decide_at_once_and_the_second_is_told_kindly() {
    let home = Home::new().await;
    home.suggest(&agent(), PAIR).await;
    let list = panel(home.command(&lead(), CommandId::Proposals).await);
    let approve = form(home.press(&lead(), &list, "Έγκριση", &[]).await);
    let decline = form(home.press(&other_lead(), &list, "Όχι αυτή τη φορά", &[]).await);
    let (first, second) = (lead(), other_lead());
    let (one, other) =
        tokio::join!(home.submit(&first, &approve, &PAIR), home.submit(&second, &decline, &[""]));
    let all: Vec<_> = told(&one).into_iter().chain(told(&other)).collect();
    assert_eq!(all.len(), 1, "the author hears one outcome: {all:?}");
    let version = home.teams().rules_version(SERVER).await.unwrap();
    let rules = home.check("Δεν είναι δική μας δουλειά.").await.rows.len();
    assert_eq!(version.0, rules as i64);
    // Whoever comes later, by any button, sees what was decided.
    let mut late = Vec::new();
    for label in ["Έγκριση", "Όχι αυτή τη φορά"] {
        late.push(home.press(&other_lead(), &list, label, &[]).await);
    }
    late.push(home.submit(&other_lead(), &approve, &PAIR).await);
    late.push(home.submit(&other_lead(), &decline, &[""]).await);
    for response in late {
        let text = shown(&response);
        assert!(text.contains("έχει ήδη αποφασίσει κάποιος"), "{text}");
        assert!(response.effects.is_empty(), "{text}");
    }
}

#[tokio::test]
async fn two_ideas_approved_at_once_both_become_rules() {
    let home = Home::new().await;
    let other = ["ρωτήστε αλλού", "το ρωτάω για εσάς", ""];
    home.suggest(&agent(), PAIR).await;
    home.suggest(&agent(), other).await;
    let list = panel(home.command(&lead(), CommandId::Proposals).await);
    let next = panel(home.press(&lead(), &list, "Επόμενη", &[]).await);
    let first = form(home.press(&lead(), &list, "Έγκριση", &[]).await);
    let second = form(home.press(&lead(), &next, "Έγκριση", &[]).await);
    let (one, two) = (lead(), other_lead());
    let (one, two) =
        tokio::join!(home.submit(&one, &first, &PAIR), home.submit(&two, &second, &other));
    for response in [one, two] {
        assert!(shown(&response).contains("Έγινε κανόνας"), "{}", shown(&response));
    }
    let card = home.check("Δεν είναι δική μας δουλειά. Ρωτήστε αλλού.").await;
    assert_eq!(card.review.rewrite, "Το προωθώ στους συναδέλφους. Το ρωτάω για εσάς.");
}

#[tokio::test]
async fn open_ideas_are_leafed_through_those_that_most_want_first() {
    let home = Home::new().await;
    let none = home.command(&lead(), CommandId::Proposals).await;
    for (number, phrase) in
        ["καθυστέρηση είναι", "δεν ξέρω τίποτα", "ρωτήστε αλλού"].iter().enumerate()
    {
        let who = if number == 2 { colleague() } else { agent() };
        home.suggest(&who, [phrase, "", "Ο πελάτης μένει μόνος του."]).await;
    }
    home.suggest(&colleague(), ["δεν ξέρω τίποτα", "", "Ίδιο."]).await;
    let mut list = home.command(&lead(), CommandId::Proposals).await;
    let mut texts = vec![shown(&none), shown(&list)];
    for label in ["Επόμενη", "Επόμενη", "Προηγούμενη"] {
        list = home.press(&lead(), &panel(list), label, &[]).await;
        texts.push(shown(&list));
    }
    assert_snapshot!(texts.join("\n\n————\n\n"));
}

#[tokio::test]
async fn a_rule_about_which_there_is_something_to_decide_waits_for_the_lead() {
    let home = Home::new().await;
    home.set("proposals", "Σε ποιο κανάλι;", &["72"]).await;
    let rows: [(&str, [&str; 3]); 4] = [
        (
            "its wording is flagged by a built-in rule",
            ["περιμένετε λίγο", "δεν μπορώ να το δω τώρα", ""],
        ),
        ("its wording repeats the phrase", ["ρωτήστε αλλού", "καλύτερα ρωτήστε αλλού", ""]),
        ("it flags good replies", ["σας ευχαριστούμε", "να είστε καλά", ""]),
        ("it has the phrase of a built-in rule", ["κάνετε λάθος", "ας το δούμε μαζί", ""]),
    ];
    let mut texts = Vec::new();
    for (number, (what, pair)) in rows.into_iter().enumerate() {
        let proposed = home.suggest(&agent(), pair).await;
        let card = posted(&home, &proposed).await;
        let form = form(home.press(&lead(), &card, "Έγκριση", &[]).await);
        let looked = home.submit(&lead(), &form, &pair).await;
        texts.push(format!("{number}. {what}\n{}", shown(&looked)));
        let panel = panel(looked);
        for label in ["Ενεργοποίηση", "Κράτα το δικό μου"] {
            if of_panel(&panel).contains(&format!("({label})")) {
                texts.push(shown(&home.press(&lead(), &panel, label, &[]).await));
            }
        }
    }
    // How many good replies there are to try rules on is of no matter here.
    let text = texts.join("\n\n————\n\n");
    let parts: Vec<&str> = text.split("από τις ").collect();
    let uncounted = parts.iter().enumerate().map(|(number, part)| match number {
        0 => (*part).to_owned(),
        _ => format!("από τις …{}", part.trim_start_matches(|sign: char| sign.is_ascii_digit())),
    });
    assert_snapshot!(uncounted.collect::<String>());
}

#[tokio::test]
async fn a_pair_without_words_too_long_a_text_and_too_many_ideas() {
    let home = Home::new().await;
    let long = "ά".repeat(301);
    for (pair, begins) in [
        (["", "κάτι", ""], "Λείπουν ακόμη τα λόγια"),
        ([" ... ", "κάτι", ""], "Λείπουν ακόμη τα λόγια"),
        (["κάτι", "", " "], "Λείπουν ακόμη τα λόγια"),
        ([&long, "κάτι", ""], "Χωράνε έως 300"),
    ] {
        let text = refused(&home.suggest(&agent(), pair).await);
        assert!(text.starts_with(begins), "{pair:?}: {text}");
    }
    let numbers = ["ένα", "δύο", "τρία", "τέσσερα", "πέντε"];
    for number in 0..20 {
        let phrase = format!("{} {}", numbers[number % 5], numbers[number / 5]);
        let response = home.suggest(&agent(), [&phrase, "κάτι άλλο", ""]).await;
        assert!(shown(&response).contains("Ευχαριστώ"), "{phrase}: {}", shown(&response));
    }
    let text = refused(&home.suggest(&agent(), ["κι άλλο ένα", "κάτι άλλο", ""]).await);
    assert!(text.contains("αρκετές προτάσεις"), "{text}");
    // Somebody else still may.
    assert!(
        shown(&home.suggest(&colleague(), ["κι άλλο ένα", "κάτι", ""]).await).contains("Ευχαριστώ")
    );
}

#[tokio::test]
async fn an_idea_with_signs_and_emoji_is_shown_as_it_came() {
    let home = Home::new().await;
    let odd = "ό,τι «νά 'ναι» 🙂 `x` {gap} <verb> [κενό] \u{202e}abc e\u{301}";
    home.suggest(&agent(), [odd, "κάτι πιο απλό", "@everyone"]).await;
    let list = panel(home.command(&lead(), CommandId::Proposals).await);
    assert!(list.text().contains(odd), "{}", list.text());
    let proposal = home.lead().await.open_proposal(ProposalId(1)).await.unwrap();
    assert_eq!((proposal.avoid.as_str(), proposal.why.as_str()), (odd, "@everyone"));
    let approve = form(home.press(&lead(), &list, "Έγκριση", &[]).await);
    let response = home.submit(&lead(), &approve, &[odd, "κάτι πιο απλό", ""]).await;
    assert!(response.error.is_none());
}

/// One lead looks at a rule that waits for a decision, and another puts it in other words meanwhile.
#[tokio::test]
async fn a_rule_is_activated_anyway_only_as_it_was_seen() {
    let home = Home::new().await;
    let pair = ["σας ευχαριστούμε", "να είστε καλά", ""];
    home.suggest(&agent(), pair).await;
    let list = panel(home.command(&lead(), CommandId::Proposals).await);
    let form = form(home.press(&lead(), &list, "Έγκριση", &[]).await);
    let seen = panel(home.submit(&lead(), &form, &pair).await);
    let Action::ApproveAnyway { proposal, upload, objections, .. } = mark(&seen, "Ενεργοποίηση")
    else {
        panic!("{}", of_panel(&seen));
    };
    let [avoid, prefer] = [pair[0], "χαρά μας"].map(str::to_owned);
    let other = Pair { avoid, prefer, why: String::new() };
    home.lead().await.rewrite_pair(upload, &other).await.unwrap();
    // A button of the first release does not say what was seen.
    let unseen = Action::ApproveAnyway { proposal, upload, objections, fingerprint: None };
    for action in [mark(&seen, "Ενεργοποίηση"), unseen] {
        let pressed = Interaction::Press(action, Vec::new());
        let again = panel(home.wish(&lead(), Language::El, pressed).await);
        assert!(again.text().contains("Η αναφορά άλλαξε"), "{}", again.text());
        assert!(again.text().contains("Χαρά μας"), "{}", again.text());
    }
    assert!(home.lead().await.open_proposal(proposal).await.is_ok());
    let pressed = Interaction::Press(mark(&seen, "Ενεργοποίηση"), Vec::new());
    let again = panel(home.wish(&lead(), Language::El, pressed).await);
    let approved = shown(&home.press(&lead(), &again, "Ενεργοποίηση", &[]).await);
    assert!(approved.contains("Έγινε κανόνας"), "{approved}");
    assert!(home.lead().await.open_proposal(proposal).await.is_err());
}
