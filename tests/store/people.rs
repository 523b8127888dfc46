//! Proposals, counts and tips.

use kalologos::model::{ChannelId, Day, MessageId, UserId};
use kalologos::store::{
    ClaimState, Claimed, Count, MostOpen, NewProposal, Operation, Outcome, ProposalState, Proposed,
    Store, TooManyOpen, Vote,
};

use crate::store::common::*;

fn proposal(by: UserId, same: &str) -> NewProposal {
    NewProposal {
        server: SERVER,
        by,
        at: NOW,
        avoid: "δεν γίνεται".into(),
        prefer: "ας το δούμε μαζί".into(),
        why: "Ο πελάτης μαθαίνει τι μπορεί να γίνει.".into(),
        same: same.into(),
    }
}

const PLENTY: MostOpen = MostOpen { of_one: 100, of_all: 100 };

async fn propose(store: &Store, proposal: NewProposal) -> Proposed {
    store.propose(&proposal, PLENTY).await.unwrap().unwrap()
}

/// Many at the same moment: each is counted where it is taken in.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_proposals_at_once_do_not_go_over_what_there_is_room_for() {
    let home = Home::new().await;
    let most = MostOpen { of_one: 3, of_all: 5 };
    let begin = |number: u64, by: UserId| {
        let (store, new) = (home.store.clone(), proposal(by, &format!("ίδιο {by:?} {number}")));
        tokio::spawn(async move { store.propose(&new, most).await.unwrap() })
    };
    let of_one: Vec<_> = (0..8).map(|number| begin(number, AGENT)).collect();
    let mut refused = 0;
    for one in of_one {
        refused += usize::from(one.await.unwrap() == Err(TooManyOpen::OfOne));
    }
    assert_eq!(refused, 5);
    let of_all: Vec<_> = (0..8).map(|number| begin(number, UserId(100 + number))).collect();
    let mut refused = 0;
    for one in of_all {
        refused += usize::from(one.await.unwrap() == Err(TooManyOpen::OfAll));
    }
    assert_eq!(refused, 6);
    let open = home.store.proposals(SERVER, ProposalState::Open, 0, 100).await.unwrap();
    assert_eq!(open.len(), 5);
}

#[tokio::test]
async fn the_same_pair_is_joined_and_counted() {
    let home = Home::new().await;
    let store = &home.store;
    let Proposed::New(id) = propose(store, proposal(AGENT, "δεν γινεται")).await else {
        panic!("not new");
    };
    let again = propose(store, proposal(AGENT, "δεν γινεται")).await;
    assert_eq!(again, Proposed::Again(id));
    let joined = propose(store, proposal(LEAD, "δεν γινεται")).await;
    assert_eq!(joined, Proposed::Joined(id));
    let Proposed::New(other) = propose(store, proposal(AGENT, "κάτι άλλο")).await else {
        panic!("not new");
    };
    let open = store.proposals(SERVER, ProposalState::Open, 0, 10).await.unwrap();
    let told: Vec<_> = open.iter().map(|proposal| (proposal.id, proposal.times)).collect();
    assert_eq!(told, [(id, 2), (other, 1)]);
    store.proposal_posted(SERVER, id, ChannelId(5), MessageId(6)).await.unwrap();
    let posted = store.proposal(SERVER, id).await.unwrap().unwrap();
    assert_eq!(posted.card, Some((ChannelId(5), MessageId(6))));
    assert!(store.proposal(OTHER, id).await.unwrap().is_none());
}

#[tokio::test]
async fn a_proposal_is_decided_once_and_its_authors_hear_of_it_once() {
    let home = Home::new().await;
    let store = &home.store;
    let Proposed::New(yes) = propose(store, proposal(AGENT, "ένα")).await else {
        panic!("not new");
    };
    propose(store, proposal(LEAD, "ένα")).await;
    let Proposed::New(no) = propose(store, proposal(AGENT, "δύο")).await else {
        panic!("not new");
    };
    let steps = vec![add("team.yaml", "x"), Operation::Approve { proposal: yes }];
    done(store, change(SERVER, 0, steps)).await;
    let word = Some("Ευχαριστούμε!");
    assert!(!store.decline(SERVER, yes, LEAD, NOW, word).await.unwrap());
    assert!(!store.decline(OTHER, no, LEAD, NOW, word).await.unwrap());
    assert!(store.decline(SERVER, no, LEAD, NOW, word).await.unwrap());
    let declined = store.proposal(SERVER, no).await.unwrap().unwrap();
    assert_eq!(declined.state, ProposalState::Declined);
    assert_eq!(declined.answer.as_deref(), word);
    let authors = store.authors(SERVER, yes).await.unwrap();
    assert_eq!(authors.iter().map(|author| author.user).collect::<Vec<_>>(), [LEAD, AGENT]);
    assert!(store.tell_author(yes, AGENT).await.unwrap());
    assert!(!store.tell_author(yes, AGENT).await.unwrap());
    // What was declined may be proposed anew.
    assert!(matches!(propose(store, proposal(LEAD, "δύο")).await, Proposed::New(_)));
}

#[tokio::test]
async fn counts_add_up_by_day() {
    let home = Home::new().await;
    let count = |day, outcome, times| Count {
        server: SERVER,
        day: Day(day),
        rule: "el/refusals/cannot".into(),
        outcome,
        times,
    };
    let first = [count(10, Outcome::Shown, 3), count(10, Outcome::Kept, 1)];
    home.store.add_counts(&first).await.unwrap();
    home.store
        .add_counts(&[count(10, Outcome::Shown, 2), count(11, Outcome::Shown, 1)])
        .await
        .unwrap();
    let all = home.store.counts(SERVER, Day(10), Day(11)).await.unwrap();
    let expected =
        [count(10, Outcome::Kept, 1), count(10, Outcome::Shown, 5), count(11, Outcome::Shown, 1)];
    assert_eq!(all, expected);
    assert_eq!(home.store.counts(SERVER, Day(11), Day(20)).await.unwrap().len(), 1);
    assert_eq!(home.store.counts(OTHER, Day(0), Day(20)).await.unwrap(), []);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_all_who_claim_a_day_one_gets_it() {
    let home = Home::new().await;
    let mut tasks = tokio::task::JoinSet::new();
    for number in 0..32_u64 {
        let store = home.store.clone();
        tasks.spawn(async move {
            let tip = format!("tip-{number}");
            let claimed = store.claim_day(SERVER, Day(20_000), ChannelId(number), &tip, NOW).await;
            match claimed.unwrap() {
                Claimed::Yours(id) => Some((id, tip)),
                Claimed::Taken(_) => None,
            }
        });
    }
    let won: Vec<_> = tasks.join_all().await.into_iter().flatten().collect();
    assert_eq!(won.len(), 1);
    let open = home.store.open_claims().await.unwrap();
    assert_eq!((open[0].id, &open[0].tip), (won[0].0, &won[0].1));
    assert!(home.store.settle_claim(won[0].0, Some(MessageId(9))).await.unwrap());
    assert!(!home.store.settle_claim(won[0].0, None).await.unwrap());
    let claims = home.store.claims(SERVER, Day(0)).await.unwrap();
    assert_eq!((claims[0].state, claims[0].message), (ClaimState::Posted, Some(MessageId(9))));
    assert_eq!(home.store.open_claims().await.unwrap(), []);
}

#[tokio::test]
async fn a_second_thought_takes_the_place_of_the_first() {
    let home = Home::new().await;
    let store = &home.store;
    for (voter, vote) in [(AGENT, Vote::Useful), (AGENT, Vote::NotForUs), (LEAD, Vote::NotForUs)] {
        store.vote(SERVER, "listen", voter, vote, NOW).await.unwrap();
    }
    let votes = store.votes(SERVER).await.unwrap();
    assert_eq!(votes.len(), 1);
    assert_eq!((votes[0].vote, votes[0].times), (Vote::NotForUs, 2));
}
