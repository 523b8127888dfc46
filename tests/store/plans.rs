//! Plans for tips, tips of a team's own, and claims that are taken in hand.

use kalologos::model::{ChannelId, Day, ServerId, UserId, Version};
use kalologos::store::{Claimed, NewPlan, OwnTipWords, PlanState, StoredPlan};

use crate::store::common::*;

/// A plan as changed by a lead, made on a version.
pub fn plan(server: ServerId, base: i64, state: PlanState) -> NewPlan {
    NewPlan {
        plan: StoredPlan {
            server,
            version: Version(base),
            json: format!("{{\"made-on\":{base}}}"),
            schema: 1,
            state,
            since: NOW,
            set_by: Some(LEAD),
            last_day: None,
        },
        by: Some(LEAD),
        at: NOW,
        kind: "tips-planned".to_owned(),
    }
}

#[tokio::test]
async fn a_plan_is_changed_by_the_first_who_saw_it_and_only_those_that_are_on_are_read() {
    let home = Home::new().await;
    let store = &home.store;
    let other = ServerId(SERVER.0 + 1);
    for (new, version) in [
        (plan(SERVER, 0, PlanState::On), Some(1)),
        (plan(SERVER, 0, PlanState::Paused), None),
        (plan(SERVER, 2, PlanState::Paused), None),
        (plan(other, 0, PlanState::Paused), Some(1)),
    ] {
        assert_eq!(store.change_tip_plan(&new).await.unwrap(), version.map(Version));
    }
    store.claim_day(SERVER, Day(7), ChannelId(1), "tip", NOW).await.unwrap();
    store.claim_day(SERVER, Day(5), ChannelId(1), "tip", NOW).await.unwrap();
    let on = store.tip_plans_on().await.unwrap();
    assert_eq!(on.len(), 1);
    assert_eq!((on[0].server, on[0].last_day), (SERVER, Some(Day(7))));
    assert_eq!(store.tip_plan(SERVER).await.unwrap().as_ref(), Some(&on[0]));
    let done: Vec<String> =
        store.history(SERVER, 0, 9).await.unwrap().into_iter().map(|entry| entry.kind).collect();
    assert_eq!(done, ["tips-planned"]);
    assert_eq!(store.versions(SERVER).await.unwrap(), Default::default(), "rules stay as they are");
}

#[tokio::test]
async fn that_a_plan_rests_is_told_once_and_anew_after_it_was_mended() {
    let home = Home::new().await;
    let store = &home.store;
    store.change_tip_plan(&plan(SERVER, 0, PlanState::Closed)).await.unwrap();
    assert_eq!(store.tip_plans_untold().await.unwrap().len(), 1);
    assert!(!store.tell_tip_plan(SERVER, Version(2)).await.unwrap());
    assert!(store.tell_tip_plan(SERVER, Version(1)).await.unwrap());
    assert!(!store.tell_tip_plan(SERVER, Version(1)).await.unwrap());
    assert_eq!(store.tip_plans_untold().await.unwrap(), []);
    store.change_tip_plan(&plan(SERVER, 1, PlanState::On)).await.unwrap();
    assert_eq!(store.tip_plans_untold().await.unwrap(), []);
    store.change_tip_plan(&plan(SERVER, 2, PlanState::Closed)).await.unwrap();
    assert_eq!(store.tip_plans_untold().await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_lost_claim_is_in_one_hand_at_a_time() {
    let home = Home::new().await;
    let store = &home.store;
    store.claim_day(SERVER, Day(1), ChannelId(1), "tip", NOW).await.unwrap();
    let claim = store.open_claims().await.unwrap().remove(0);
    assert_eq!((claim.at, claim.tried), (NOW, NOW));
    let later = NOW.plus(130);
    let hands = [store.retake_claim(&claim, later), store.retake_claim(&claim, later)];
    let mut got = 0;
    for hand in hands {
        got += usize::from(hand.await.unwrap());
    }
    assert_eq!(got, 1);
    let again = store.open_claims().await.unwrap().remove(0);
    assert_eq!((again.at, again.tried), (NOW, later), "the look still begins at the claim");
    store.settle_claim(again.id, None).await.unwrap();
    assert!(!store.retake_claim(&again, later.plus(130)).await.unwrap());
    let taken = store.claim_day(SERVER, Day(1), ChannelId(1), "tip", later).await.unwrap();
    assert!(matches!(taken, Claimed::Taken(_)));
}

#[tokio::test]
async fn tips_of_a_teams_own_are_kept_up_to_a_limit_and_stay_with_their_server() {
    let home = Home::new().await;
    let store = &home.store;
    let words = OwnTipWords {
        language: "el".to_owned(),
        principle: None,
        text: "Πρώτα ακούμε, 👂 μετά μιλάμε.".to_owned(),
        today: Some("Ακούστε.".to_owned()),
    };
    let by = (UserId(7), NOW);
    let first = store.add_own_tip(SERVER, &words, 2, by).await.unwrap().unwrap();
    store.add_own_tip(SERVER, &words, 2, by).await.unwrap().unwrap();
    assert_eq!(store.add_own_tip(SERVER, &words, 2, by).await.unwrap(), None);
    let other = ServerId(SERVER.0 + 1);
    assert!(!store.remove_own_tip(other, first).await.unwrap());
    assert!(store.remove_own_tip(SERVER, first).await.unwrap());
    assert!(!store.remove_own_tip(SERVER, first).await.unwrap());
    let third = store.add_own_tip(SERVER, &words, 2, by).await.unwrap().unwrap();
    assert!(third > first, "a number is never given twice");
    let left = store.own_tips(SERVER).await.unwrap();
    assert_eq!(left.len(), 2);
    assert_eq!(left[1].words, words);
}
