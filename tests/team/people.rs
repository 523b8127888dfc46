//! Pairs that people propose, and rules that leads write one by one.

use kalologos::model::ChangeKind;
use kalologos::model::Member;
use kalologos::model::UserId;
use kalologos::rules::Level;
use kalologos::store::{ProposalState, Proposed};
use kalologos::team::UserError;
use kalologos::team::{Activate, Pair, Verdict};

use crate::team::common::*;

fn pair(avoid: &str, prefer: &str) -> Pair {
    Pair {
        avoid: avoid.into(), prefer: prefer.into(), why: "Ο πελάτης ξέρει τι γίνεται.".into()
    }
}

#[tokio::test]
async fn a_proposal_becomes_a_rule_and_each_author_hears_of_it_once() {
    let home = Home::new().await;
    let teams = &home.teams;
    let second = Member { user: UserId(9), ..agent() };
    let proposed = pair("Δεν έχω ιδέα..", "Το βρίσκω και σας λέω");
    let Proposed::New(id) = teams.suggest(&agent(), &proposed, NOW).await.unwrap() else {
        panic!("not new");
    };
    let same = pair("δεν εχω ΙΔΕΑ", "κάτι άλλο");
    assert_eq!(teams.suggest(&second, &same, NOW).await.unwrap(), Proposed::Joined(id));
    assert_eq!(teams.suggest(&agent(), &same, NOW).await.unwrap(), Proposed::Again(id));
    let open = teams.lead(&lead(), NOW).await.unwrap().open_proposals(0, 10).await.unwrap();
    assert_eq!((open.len(), open[0].times), (1, 2));

    let waiting = teams.lead(&lead(), NOW).await.unwrap().open_proposal(id).await.unwrap();
    let form = Pair { avoid: waiting.avoid, prefer: waiting.prefer, why: waiting.why };
    let report = teams
        .lead(&lead(), NOW)
        .await
        .unwrap()
        .write_rule(&form, Some(Level::Error))
        .await
        .unwrap();
    assert_eq!(report.verdict, Verdict::Ready, "{:?}", report.problems);
    let approve = Activate { proposal: Some(id), ..plainly(&report) };
    teams.lead(&lead(), NOW).await.unwrap().activate(approve).await.unwrap();
    assert_eq!(home.check("Δεν έχω ιδέα.").await.1, "Το βρίσκω και σας λέω.");
    assert_eq!(
        teams.lead(&lead(), NOW).await.unwrap().authors_to_tell(id).await.unwrap(),
        [UserId(2), UserId(9)]
    );
    assert_eq!(teams.lead(&lead(), NOW).await.unwrap().authors_to_tell(id).await.unwrap(), []);
    let decline = teams.lead(&lead(), NOW).await.unwrap().decline(id, None).await;
    assert_eq!(refused(decline), UserError::AlreadyDecided);
    let past = teams.lead(&lead(), NOW).await.unwrap().history(0, 1).await.unwrap();
    assert_eq!(past[0].summary.kind, Some(ChangeKind::Approved));
}

#[tokio::test]
async fn an_approval_that_is_taken_back_leaves_its_proposal_open() {
    let home = Home::new().await;
    let teams = &home.teams;
    let proposed = pair("Δεν έχω ιδέα", "Το βρίσκω");
    let propose = async |who: Member| teams.suggest(&who, &proposed, NOW).await.unwrap();
    let approve = async |id| {
        let report =
            teams.lead(&lead(), NOW).await.unwrap().write_rule(&proposed, None).await.unwrap();
        let approve = Activate { proposal: Some(id), ..plainly(&report) };
        teams.lead(&lead(), NOW).await.unwrap().activate(approve).await.unwrap().version
    };
    let Proposed::New(id) = propose(agent()).await else { panic!("not new") };
    let version = approve(id).await;
    assert_eq!(
        teams.lead(&lead(), NOW).await.unwrap().authors_to_tell(id).await.unwrap(),
        [UserId(2)]
    );
    let undone = teams.lead(&lead(), NOW).await.unwrap().undo(version).await.unwrap().version;
    assert_ne!(home.check("Δεν έχω ιδέα.").await.1, "Το βρίσκω.");
    assert_eq!(teams.lead(&lead(), NOW).await.unwrap().open_proposal(id).await.unwrap().id, id);
    // Whatever is decided next, its authors hear of it.
    let after_all = teams.lead(&lead(), NOW).await.unwrap().undo(undone).await.unwrap().version;
    assert_eq!(home.check("Δεν έχω ιδέα.").await.1, "Το βρίσκω.");
    assert_eq!(
        refused(teams.lead(&lead(), NOW).await.unwrap().open_proposal(id).await),
        UserError::AlreadyDecided
    );
    assert_eq!(
        teams.lead(&lead(), NOW).await.unwrap().authors_to_tell(id).await.unwrap(),
        [UserId(2)]
    );
    // Where the same was proposed in the meantime, that one waits, and this stays as it is.
    let Proposed::New(other) = propose(Member { user: UserId(9), ..agent() }).await else {
        panic!("not new")
    };
    teams.lead(&lead(), NOW).await.unwrap().undo(after_all).await.unwrap();
    let open = teams.lead(&lead(), NOW).await.unwrap().open_proposals(0, 9).await.unwrap();
    assert_eq!(open.iter().map(|proposal| proposal.id).collect::<Vec<_>>(), [other]);
}

#[tokio::test]
async fn of_two_leads_who_decide_at_once_one_does() {
    let home = Home::new().await;
    let teams = &home.teams;
    let proposed = pair("Δεν έχω ιδέα", "Το βρίσκω");
    let Proposed::New(id) = teams.suggest(&agent(), &proposed, NOW).await.unwrap() else {
        panic!("not new");
    };
    let report = teams.lead(&lead(), NOW).await.unwrap().write_rule(&proposed, None).await.unwrap();
    teams.lead(&lead(), NOW).await.unwrap().decline(id, Some("Το έχουμε ήδη")).await.unwrap();
    let approve = Activate { proposal: Some(id), ..plainly(&report) };
    assert_eq!(
        refused(teams.lead(&lead(), NOW).await.unwrap().activate(approve).await),
        UserError::AlreadyDecided
    );
    assert!(home.team().await.files.is_empty());
    let declined = teams.store().proposal(SERVER, id).await.unwrap().unwrap();
    assert_eq!(declined.state, ProposalState::Declined);
    assert_eq!(
        refused(teams.lead(&lead(), NOW).await.unwrap().open_proposal(id).await),
        UserError::AlreadyDecided
    );
}

#[tokio::test]
async fn rules_that_are_written_one_by_one_gather_in_a_file_by_language() {
    let home = Home::new().await;
    for (avoid, prefer, draft, expected) in [
        ("Κάτι δεν πάει καλά", "Το κοιτάμε", "Κάτι δεν πάει καλά.", "Το κοιτάμε."),
        ("Όχι τώρα", "Σε λίγο", "Όχι τώρα!", "Σε λίγο!"),
        ("As I said", "To sum up", "As I said, it is on its way.", "To sum up, it is on its way."),
    ] {
        let report = home.lead().await.write_rule(&pair(avoid, prefer), None).await.unwrap();
        assert_eq!(
            (report.verdict, report.difference.new.len()),
            (Verdict::Ready, 1),
            "{:?}",
            report.problems
        );
        assert!(report.difference.changed.is_empty() && report.difference.gone.is_empty());
        home.activate(&report).await.unwrap();
        assert_eq!(home.check(draft).await.1, expected);
    }
    let team = home.team().await;
    let files: Vec<(&str, usize)> =
        team.files.iter().map(|file| (&*file.name, file.rules.rules.len())).collect();
    assert_eq!(files, [("team.el.yaml", 2), ("team.en.yaml", 1)]);
}

#[tokio::test]
async fn a_pair_without_words_or_without_end_is_refused() {
    let home = Home::new().await;
    let long = "λέξη ".repeat(100);
    for (pair, expected) in [
        (pair("", "β"), UserError::EmptyPair),
        (pair(" … ", "β"), UserError::EmptyPair),
        (Pair { avoid: "α".into(), ..Pair::default() }, UserError::EmptyPair),
        (pair(&long, "β"), UserError::TooLong { limit: 300 }),
        (pair("α", &long), UserError::TooLong { limit: 300 }),
        (Pair { why: "γ".repeat(601), ..pair("α", "β") }, UserError::TooLong { limit: 600 }),
    ] {
        assert_eq!(refused(home.teams.suggest(&agent(), &pair, NOW).await), expected);
        assert_eq!(refused(home.lead().await.write_rule(&pair, None).await), expected);
    }
}

#[tokio::test]
async fn a_pair_with_signs_of_the_rule_file_is_taken_as_words() {
    let home = Home::new().await;
    for odd in [
        "a: b", "# α", "- α", "{α} [β] <γ> (δ|ε) ^ζ$", "\"α", "α'β", "α\nβ", "*α*", "α \\ β",
        "🙂 α", "!α", "| α |",
    ] {
        let report = home.lead().await.write_rule(&pair(odd, odd), None).await.unwrap();
        assert!(
            report.problems.iter().all(|p| p.problem.code() != "not-yaml"),
            "{odd}: {report:?}"
        );
    }
}
