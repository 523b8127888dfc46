//! What goes wrong between the bot and a channel.

use std::time::Duration;

use kalologos::model::Member;
use kalologos::model::{ChannelId, UserId, Version};
use kalologos::store::{ClaimState, PlanState};
use kalologos::team::Settings as TeamSettings;

use crate::posting::home::{Bot, DAY, FIRST, Frail, Home, every_day, lead, settings};
use fake_discord::faults::Scope;
use fake_discord::rights::{Overwrite, READ_MESSAGE_HISTORY, SEND_MESSAGES, VIEW_CHANNEL};

const POST: &str = "POST /channels/*/messages";

#[tokio::test]
async fn a_tip_comes_at_its_time_with_buttons_and_mentions_nobody() {
    let home = Home::new().await;
    let bot = home.bot().await;
    home.at(FIRST.plus(-1));
    home.at(FIRST);
    let claims = home.settled(1).await;
    assert_eq!(claims[0].state, ClaimState::Posted);
    assert_eq!(claims[0].at, FIRST, "not a second earlier");
    let posted = home.discord.requests_to("POST /channels/");
    assert_eq!(posted.len(), 1);
    let body = &posted[0].json;
    assert_eq!(body["enforce_nonce"], true);
    assert_eq!(body["allowed_mentions"]["parse"], serde_json::json!([]));
    assert!(body["nonce"].as_str().unwrap().len() <= 25);
    home.at(FIRST.plus(60));
    home.at(FIRST.plus(DAY));
    assert_eq!(home.settled(2).await.len(), 2);
    assert_eq!(home.posts(), 2);
    bot.stop().await;
}

#[tokio::test]
async fn troubles_of_discord_are_tried_again_and_leave_one_tip() {
    let home = Home::new().await;
    let bot = home.bot().await;
    let post = || home.discord.on(POST);
    let errors: [&dyn Fn(); 7] = [
        &|| post().limited(Duration::from_millis(20), Scope::Route),
        &|| post().limited(Duration::from_millis(20), Scope::Global),
        &|| post().answers(500),
        &|| post().answers(503),
        &|| post().hangs_up(),
        &|| post().loses_the_answer(),
        &|| post().does_it_but_answers(502),
    ];
    for (day, error) in errors.iter().enumerate() {
        error();
        home.at(FIRST.plus(day as i64 * DAY));
        let claims = home.settled(day + 1).await;
        assert_eq!(claims[day].state, ClaimState::Posted, "day {day}");
        assert_eq!(home.posts(), day + 1, "day {day}");
    }
    assert_eq!(home.discord.faults_left(), 0);
    bot.stop().await;
}

/// A day whose bot broke down: after the tip was posted, or after the day was claimed for it.
async fn broken_down(home: &Home, posted: bool) {
    let bot = Frail::start(home, FIRST.plus(-60)).await;
    let held = match posted {
        true => home.discord.on(POST).answer_held(),
        false => home.discord.on(POST).held(),
    };
    // What is held before it is done must not be done once it is let go.
    home.move_fake(FIRST);
    bot.at(FIRST);
    held.arrived(1).await;
    bot.breaks_down();
    assert_eq!(home.posts(), usize::from(posted));
    assert_eq!(home.tips.teams().store().open_claims().await.unwrap().len(), 1);
    std::mem::forget(held);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_a_breakdown_the_channel_is_looked_into() {
    for posted in [false, true] {
        let home = Home::new().await;
        broken_down(&home, posted).await;
        // A minute later the claim may still be in somebody's hands; later, nobody tells Discord's nonces.
        home.at(FIRST.plus(60));
        let bot = home.bot().await;
        home.at(FIRST.plus(61));
        assert_eq!(home.tips.teams().store().open_claims().await.unwrap().len(), 1);
        home.at(FIRST.plus(600));
        let claims = home.settled(1).await;
        let there: Vec<u64> = home.channel.messages().iter().map(|it| it.id).collect();
        assert_eq!(claims[0].state, ClaimState::Posted);
        assert_eq!(there, [claims[0].message.unwrap().0], "posted before: {posted}");
        bot.stop().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_tip_is_found_behind_hundreds_of_messages() {
    let home = Home::new().await;
    let person = home.discord.person("Άννα").locale("el").in_channel(&home.channel);
    broken_down(&home, true).await;
    for number in 0..250 {
        person.posts(&format!("Μήνυμα {number}"));
    }
    let bot = home.bot().await;
    home.at(FIRST.plus(600));
    assert_eq!(home.settled(1).await[0].state, ClaimState::Posted);
    assert_eq!(home.posts(), 251);
    assert_eq!(home.discord.requests_to("GET /channels/").len(), 1 + 3, "a channel, three pages");
    bot.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn troubles_of_a_look_leave_the_claim_for_later() {
    let home = Home::new().await;
    broken_down(&home, true).await;
    let bot = home.bot().await;
    home.discord.on("GET /channels/*/messages").times(4).answers(500);
    home.at(FIRST.plus(600));
    home.discord.answered("GET /channels/", 5).await;
    assert_eq!(home.tips.teams().store().open_claims().await.unwrap().len(), 1);
    home.at(FIRST.plus(800));
    assert_eq!(home.settled(1).await[0].state, ClaimState::Posted);
    assert_eq!(home.posts(), 1);
    bot.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_claim_that_is_found_too_late_is_left_out() {
    let home = Home::new().await;
    broken_down(&home, false).await;
    let bot = home.bot().await;
    home.at(FIRST.plus(3 * 3_600 + 1));
    assert_eq!(home.settled(1).await[0].state, ClaimState::LeftOut);
    assert_eq!(home.posts(), 0);
    bot.stop().await;
}

#[tokio::test]
async fn a_bot_that_was_off_posts_late_up_to_the_limit() {
    for (late, posts) in [(1, 1), (3 * 3_600, 1), (3 * 3_600 + 1, 0)] {
        let home = Home::new().await;
        home.at(FIRST.plus(late));
        let bot = home.bot().await;
        home.at(FIRST.plus(DAY));
        home.settled(posts + 1).await;
        assert_eq!(home.posts(), posts + 1, "{late} seconds late");
        bot.stop().await;
    }
}

#[tokio::test]
async fn asked_to_stop_it_finishes_what_it_has_begun_and_the_next_one_does_the_rest() {
    let home = Home::new().await;
    let evening = FIRST.plus(-100);
    let mut channels = vec![home.channel.clone()];
    for number in 1..30 {
        let server = home.discord.server(&format!("Ομάδα {number}"));
        let channel = server.channel("συμβουλές");
        let plan = every_day(channel.id);
        home.tips
            .set_tip_plan(&home.lead_at(&lead(server.id), evening).await, &plan)
            .await
            .unwrap();
        channels.push(channel);
    }
    let bot = home.bot().await;
    let held = home.discord.on(POST).times(100).held();
    home.at(FIRST);
    held.arrived(3).await;
    let stopping = tokio::spawn(bot.stop());
    home.discord.gateway().empty().await;
    held.release();
    stopping.await.unwrap();
    assert_eq!(home.tips.teams().store().open_claims().await.unwrap(), []);
    let posts = || channels.iter().map(|channel| channel.messages().len()).collect::<Vec<_>>();
    let begun: usize = posts().iter().sum();
    assert!((3..30).contains(&begun), "{begun}");
    let next = home.bot().await;
    for channel in &channels {
        channel.messages_of_bot(1).await;
    }
    next.stop().await;
    assert_eq!(posts(), [1; 30]);
}

#[tokio::test]
async fn two_bots_on_one_database_post_once() {
    let home = Home::new().await;
    let other = crate::posting::home::tips(&home.path()).await;
    let hands = crate::posting::home::Hands::at(home.hands.now());
    let one = home.bot().await;
    let two = Bot::start(settings(home.discord.url(), &other, &hands));
    home.discord.gateway().identified(2).await;
    for day in 0..20 {
        let nine = FIRST.plus(day * DAY);
        home.at(nine);
        hands.set(nine, &other);
        home.settled(day as usize + 1).await;
        assert_eq!(home.posts(), day as usize + 1);
    }
    // A pause in one of them holds in the other, whose plans are a minute old.
    home.tips
        .pause_tips(&home.lead_at(&home.lead(), FIRST.plus(20 * DAY - 10)).await)
        .await
        .unwrap();
    hands.set(FIRST.plus(20 * DAY), &other);
    home.at(FIRST.plus(20 * DAY));
    one.stop().await;
    two.stop().await;
    assert_eq!(home.posts(), 20);
}

#[tokio::test]
async fn a_channel_that_is_out_of_reach_pauses_its_plan_alone_and_is_told_once() {
    let home = Home::new().await;
    let leads = home.server.channel("υπεύθυνοι");
    let other = home.discord.server("Άλλη ομάδα");
    let of_other = other.channel("συμβουλές");
    let evening = FIRST.plus(-100);
    let plan = every_day(of_other.id);
    home.tips.set_tip_plan(&home.lead_at(&lead(other.id), evening).await, &plan).await.unwrap();
    let settings =
        TeamSettings { proposals_channel: Some(ChannelId(leads.id)), ..TeamSettings::default() };
    let set =
        home.lead_at(&home.lead(), evening).await.set_settings(Version(0), &settings, None).await;
    set.unwrap();
    home.channel.deny_bot(SEND_MESSAGES);
    let bot = home.bot().await;
    home.at(FIRST);
    let told = leads.messages_of_bot(1).await;
    insta::assert_snapshot!(told[0].text().replace(&home.channel.id.to_string(), "…"));
    of_other.messages_of_bot(1).await;
    let plan = home.tips.tip_plan(&home.lead_at(&home.lead(), FIRST).await).await.unwrap().unwrap();
    assert_eq!(plan.state, PlanState::Closed);
    for day in 1..3 {
        home.at(FIRST.plus(day * DAY));
        of_other.messages_of_bot(1 + day as usize).await;
    }
    assert_eq!((leads.messages().len(), home.posts()), (1, 0));
    // Mended, and begun again.
    home.channel.overwrite(Overwrite { who: home.server.id, allow: SEND_MESSAGES, deny: 0 });
    home.channel.deny_bot(0);
    home.tips
        .resume_tips(&home.lead_at(&home.lead(), FIRST.plus(2 * DAY + 1)).await)
        .await
        .unwrap();
    home.at(FIRST.plus(3 * DAY));
    home.channel.messages_of_bot(1).await;
    bot.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_channel_that_closed_before_the_look_into_it_pauses_its_plan_the_same_day() {
    let home = Home::new().await;
    let leads = home.server.channel("υπεύθυνοι");
    let settings =
        TeamSettings { proposals_channel: Some(ChannelId(leads.id)), ..TeamSettings::default() };
    let lead = home.lead_at(&home.lead(), FIRST.plus(-100)).await;
    lead.set_settings(Version(0), &settings, None).await.unwrap();
    broken_down(&home, false).await;
    home.channel.deny_bot(VIEW_CHANNEL);
    let bot = home.bot().await;
    home.at(FIRST.plus(600));
    let told = leads.messages_of_bot(1).await;
    assert!(told[0].text().contains(&home.channel.id.to_string()), "{}", told[0].text());
    assert_eq!(home.settled(1).await[0].state, ClaimState::LeftOut);
    let plan = home.tips.tip_plan(&home.lead_at(&home.lead(), FIRST).await).await.unwrap().unwrap();
    assert_eq!((plan.state, home.posts()), (PlanState::Closed, 0));
    bot.stop().await;
}

#[tokio::test]
async fn where_no_channel_is_known_whoever_set_the_plan_up_hears_of_it() {
    let home = Home::new().await;
    let person = home.discord.person("Μαρία").locale("el").in_channel(&home.channel);
    let member = Member { user: UserId(person.id), ..home.lead() };
    let mut plan = every_day(home.channel.id);
    plan.schedule.time = "08:59".parse().unwrap();
    home.tips.set_tip_plan(&home.lead_at(&member, FIRST.plus(-100)).await, &plan).await.unwrap();
    home.channel.deny_bot(VIEW_CHANNEL);
    let bot = home.bot().await;
    home.at(FIRST.plus(60));
    home.discord.answered("POST /users/@me/channels", 1).await;
    home.discord.answered("POST /channels/", 2).await;
    for day in 1..4 {
        home.at(FIRST.plus(day * DAY));
    }
    bot.stop().await;
    assert_eq!(home.discord.requests_to("POST /users/@me/channels").len(), 1);
    assert_eq!(home.discord.requests_to("POST /channels/").len(), 2, "one tip refused, one word");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_the_right_to_read_the_day_is_left_out() {
    for posted in [false, true] {
        let home = Home::new().await;
        broken_down(&home, posted).await;
        home.channel.deny_bot(READ_MESSAGE_HISTORY);
        let bot = home.bot().await;
        home.at(FIRST.plus(600));
        let claims = home.settled(1).await;
        assert_eq!(claims[0].state, ClaimState::LeftOut);
        assert_eq!(home.posts(), usize::from(posted), "nothing was posted in addition");
        home.at(FIRST.plus(DAY));
        assert_eq!(home.settled(2).await[1].state, ClaimState::Posted, "the next day goes on");
        bot.stop().await;
    }
}
