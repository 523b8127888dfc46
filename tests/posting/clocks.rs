//! Clocks that are wrong, and a database that was put back: no tip comes twice or on a day that is not there.

use kalologos::model::{Day, ServerId, Time};
use kalologos::store::{ClaimState, Store};

use crate::posting::home::{Bot, DAY, FIRST, Home, every_day, settings, tips};

const YEAR: i64 = 366 * DAY;
const WRONG: [i64; 6] = [10 * DAY, -10 * DAY, YEAR, -YEAR, 10 * YEAR, -10 * YEAR];

async fn changes(home: &Home) -> usize {
    let server = ServerId(home.server.id);
    home.tips.teams().store().history(server, 0, 100).await.unwrap().len()
}

async fn asked(home: &Home, count: usize) {
    home.discord.answered("GET /gateway/bot", count).await;
}

#[tokio::test]
async fn a_start_by_a_wrong_clock_posts_nothing_and_sweeps_nothing() {
    for ahead in WRONG {
        let home = Home::new().await;
        let before = changes(&home).await;
        assert!(before > 0);
        home.move_fake(FIRST);
        home.hands.set(FIRST.plus(ahead), &home.tips);
        let bot = home.bot().await;
        // At the start, and once more before anything depends on it.
        asked(&home, 2).await;
        assert_eq!((home.posts(), changes(&home).await), (0, before), "{ahead}");
        home.at(FIRST);
        let claims = home.settled(1).await;
        assert_eq!((claims[0].at, claims[0].state), (FIRST, ClaimState::Posted), "{ahead}");
        assert_eq!((home.posts(), changes(&home).await), (1, before), "{ahead}");
        bot.stop().await;
    }
}

#[tokio::test]
async fn a_clock_that_goes_wrong_while_the_bot_runs_posts_no_second_tip() {
    for ahead in WRONG {
        let home = Home::new().await;
        let bot = home.bot().await;
        home.at(FIRST);
        home.settled(1).await;
        let before = changes(&home).await;
        let so_far = home.discord.requests_to("GET /gateway/bot").len();
        home.hands.set(FIRST.plus(ahead), &home.tips);
        asked(&home, so_far + 1).await;
        assert_eq!((home.posts(), changes(&home).await), (1, before), "{ahead}");
        home.at(FIRST.plus(DAY));
        let claims = home.settled(2).await;
        assert_eq!(claims.len(), 2, "{ahead}");
        assert_eq!(claims[1].at, FIRST.plus(DAY), "{ahead}");
        assert_eq!(home.posts(), 2, "{ahead}");
        bot.stop().await;
    }
}

#[tokio::test]
async fn a_clock_that_goes_wrong_when_a_tip_is_due_posts_it_once_it_is_right() {
    for ahead in WRONG {
        let home = Home::new().await;
        let bot = home.bot().await;
        let before = changes(&home).await;
        let so_far = home.discord.requests_to("GET /gateway/bot").len();
        home.move_fake(FIRST);
        home.hands.set(FIRST.plus(ahead), &home.tips);
        asked(&home, so_far + 1).await;
        let server = ServerId(home.server.id);
        let claimed = home.tips.teams().store().claims(server, Day(0)).await.unwrap();
        assert_eq!((claimed, home.posts(), changes(&home).await), (vec![], 0, before), "{ahead}");
        home.at(FIRST);
        let claims = home.settled(1).await;
        assert_eq!((claims[0].at, claims[0].state), (FIRST, ClaimState::Posted), "{ahead}");
        assert_eq!((home.posts(), changes(&home).await), (1, before), "{ahead}");
        bot.stop().await;
    }
}

#[tokio::test]
async fn while_discord_does_not_say_what_time_it_is_nothing_is_posted() {
    let home = Home::new().await;
    home.discord.says_date(Some("soon"));
    home.move_fake(FIRST);
    home.hands.set(FIRST, &home.tips);
    let bot = home.bot().await;
    asked(&home, 3).await;
    assert_eq!(home.posts(), 0);
    home.discord.says_date(None);
    home.settled(1).await;
    bot.stop().await;
    assert_eq!(home.posts(), 1);
}

#[tokio::test]
async fn a_plan_that_is_set_a_second_before_its_time_is_not_slept_through() {
    let home = Home::new().await;
    let eight = FIRST.plus(-3_600);
    home.at(eight.plus(-1));
    let bot = home.bot().await;
    let mut plan = every_day(home.channel.id);
    plan.schedule.time = "08:00".parse().unwrap();
    home.tips.set_tip_plan(&home.lead_at(&home.lead(), eight.plus(-1)).await, &plan).await.unwrap();
    home.move_fake(eight);
    home.hands.go_on_to(eight);
    // Far less than the minute after which plans are read again.
    assert_eq!(home.settled(1).await[0].at, eight);
    assert_eq!(home.posts(), 1);
    bot.stop().await;
}

#[tokio::test]
async fn a_backup_of_the_same_day_brings_no_second_tip() {
    let home = Home::new().await;
    let copy = home.path().with_file_name("restored.sqlite");
    Store::backup(&home.path(), &copy).await.unwrap();
    let bot = home.bot().await;
    home.at(FIRST);
    let posted = home.settled(1).await[0].message;
    bot.stop().await;
    home.at(FIRST.plus(600));
    let restored = tips(&copy).await;
    let bot = Bot::start(settings(home.discord.url(), &restored, &home.hands));
    home.discord.gateway().identified(2).await;
    let server = ServerId(home.server.id);
    let claims =
        crate::posting::home::settled(restored.teams().store(), server, 1, &home.discord).await;
    assert_eq!((claims[0].state, claims[0].message), (ClaimState::Posted, posted));
    assert_eq!(home.posts(), 1, "the one that stood there");
    let next = Time(FIRST.plus(DAY).0);
    home.move_fake(next);
    home.hands.set(next, &restored);
    crate::posting::home::settled(restored.teams().store(), server, 2, &home.discord).await;
    assert_eq!(home.posts(), 2, "the next day is like any other");
    bot.stop().await;
}

#[tokio::test]
async fn a_server_that_removes_the_bot_gets_no_tip_and_one_that_did_meanwhile_is_noticed() {
    let home = Home::new().await;
    let bot = home.bot().await;
    home.at(FIRST);
    home.settled(1).await;
    home.server.removes_bot();
    let departed = async {
        while home.tips.teams().store().departures().await.unwrap().is_empty() {
            tokio::time::sleep(std::time::Duration::from_millis(2)).await;
        }
    };
    let noticed = tokio::time::timeout(fake_discord::PATIENCE, departed).await;
    noticed.expect("the bot hears that it was removed");
    assert_eq!(home.tips.teams().store().tip_plans_on().await.unwrap().len(), 0);
    bot.stop().await;
    // Nothing is heard of it while the bot is off.
    let id = ServerId(home.server.id);
    home.tips.teams().returned(id).await.unwrap();
    let bot = home.bot().await;
    let departed = async {
        while home.tips.teams().store().departures().await.unwrap() != [id] {
            tokio::time::sleep(std::time::Duration::from_millis(2)).await;
        }
    };
    tokio::time::timeout(fake_discord::PATIENCE, departed).await.expect("noticed at the start");
    bot.stop().await;
}
