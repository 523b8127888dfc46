//! The leads hear of rules that took too long: once, and without a word of the draft.

use insta::assert_snapshot;
use kalologos::app::{Effect, Interaction};
use kalologos::check::Request;
use kalologos::model::ChannelId;
use kalologos::model::Language;
use kalologos::model::Member;
use kalologos::model::Version;
use kalologos::team::Settings;
use kalologos::ui::CommandId;

use crate::managing_rules::common::*;

/// Passes the audit, for it costs no more than the draft is long; but it finds every letter.
const LETTERS: &str =
    "language: el\npack: team\nrules:\n  - id: letters\n    regex: '[α-ω]'\n    why: επειδή\n";

fn slow_draft() -> Interaction {
    Interaction::Check(Request::Check { draft: "μυστικό ".repeat(600) })
}

async fn effects(home: &Home, member: Member, wish: Interaction) -> Vec<Effect> {
    home.response(member, Language::El, wish).await.effects
}

#[tokio::test]
async fn without_a_channel_the_next_lead_hears_of_it_once() {
    let home = Home::new().await;
    home.activated("team.yaml", LETTERS).await;
    // An agent's card works, and the agent is not bothered.
    assert_eq!(effects(&home, agent(), slow_draft()).await, []);
    let list = || Interaction::Command(CommandId::RulesList, Default::default());
    let told = effects(&home, lead(), list()).await;
    let [Effect::Tell { user, panel }] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!(*user, lead().user);
    assert_snapshot!("slow_rules_el", shown(panel));
    assert!(!shown(panel).contains("μυστικ"));
    // Once is enough, also where it happens again.
    assert_eq!(effects(&home, lead(), slow_draft()).await, []);
    assert_eq!(effects(&home, other_lead(), list()).await, []);
    // Of new rules they hear anew.
    home.activated("team.yaml", LETTERS.replace("[α-ω]", "[α-ψ]")).await;
    assert_eq!(effects(&home, lead(), slow_draft()).await.len(), 1);
}

#[tokio::test]
async fn the_leads_channel_hears_of_it_at_once() {
    let home = Home::new().await;
    let settings = Settings {
        proposals_channel: Some(ChannelId(77)),
        language: Some("en".to_owned()),
        ..Settings::default()
    };
    let set = home.lead().await.set_settings(Version(0), &settings, None).await;
    set.unwrap();
    home.activated("team.yaml", LETTERS).await;
    let told = effects(&home, agent(), slow_draft()).await;
    let [Effect::Post { channel, panel }] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!(*channel, ChannelId(77));
    assert_snapshot!("slow_rules_en", shown(panel));
    assert_eq!(effects(&home, agent(), slow_draft()).await, []);
}

/// Of drafts that nobody asked about as well: a team may use nothing but drafts channels.
#[tokio::test]
async fn a_look_at_a_posted_draft_tells_of_it_as_a_check_does() {
    let home = Home::new().await;
    home.activated("team.yaml", LETTERS).await;
    let look =
        async || home.app.look(Some(SERVER), &"μυστικό ".repeat(600), NOW, Language::El).await;
    assert!(look().await.news.is_none());
    let list = Interaction::Command(CommandId::RulesList, Default::default());
    assert!(matches!(effects(&home, lead(), list).await.as_slice(), [Effect::Tell { .. }]));
    let settings = Settings { proposals_channel: Some(ChannelId(77)), ..Settings::default() };
    home.lead().await.set_settings(Version(0), &settings, None).await.unwrap();
    home.activated("team.yaml", LETTERS.replace("[α-ω]", "[α-ψ]")).await;
    let news = look().await.news;
    let Some(Effect::Post { channel, panel }) = news else { panic!("{news:?}") };
    assert!(channel == ChannelId(77) && shown(&panel).contains("el/team/letters"));
    assert!(look().await.news.is_none());
}
