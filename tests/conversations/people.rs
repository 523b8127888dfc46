//! What a team sets, proposes and forgets, in whole conversations; and what is left of all of it.

use std::sync::Arc;

use kalologos::app::App;
use kalologos::model::{Day, ServerId};
use kalologos::store::{Count, Outcome};

use crate::conversations::log;
use crate::conversations::scene::{Bot, Scene, seen, settings};
use fake_discord::{Channel, FakeDiscord, Person, rights, sessions};

const DRAFT: &str = "Δεν μπορώ να σας βοηθήσω.";
const IDEA: [(&str, &str); 3] = [
    ("avoid", "δεν είναι δική μας δουλειά"),
    ("prefer", "το προωθώ στους συναδέλφους"),
    ("why", "Ο πελάτης μαθαίνει πού φτάνει."),
];

/// A team with a channel of its leads, and two of them.
struct Team {
    scene: Scene,
    server: ServerId,
    leads: Channel,
    maria: Person,
    nikos: Person,
    app: Arc<App>,
}

impl Team {
    async fn begin() -> Team {
        let discord = FakeDiscord::start().await;
        let server = discord.server("Υποστήριξη");
        let (channel, leads) = (server.channel("απαντήσεις"), server.channel("υπεύθυνοι"));
        let role = server.role("υπεύθυνοι", rights::MANAGE_GUILD);
        let agent = discord.person("Άννα").locale("el").in_channel(&channel);
        let somebody = |name: &str| {
            let person = discord.person(name).locale("el");
            server.admit(&person, &[role]);
            person.in_channel(&channel)
        };
        let (maria, nikos) = (somebody("Μαρία"), somebody("Νίκος"));
        let settings = settings(&discord).await;
        let app = Arc::clone(&settings.app);
        let bot = Bot::start(settings);
        discord.gateway().ready().await;
        let id = ServerId(server.id);
        let scene = Scene { discord, server, channel, agent, bot };
        Team { scene, server: id, leads, maria, nikos, app }
    }

    /// Changes one setting, as Maria.
    async fn set(&self, topic: &str, question: &str, chosen: &[&str]) -> String {
        let card = self.maria.slash("settings", &[]).await;
        let card = card.choose("Τι θέλετε να αλλάξετε;", &[topic]).await;
        seen(&card.choose(question, chosen).await)
    }
}

#[tokio::test]
async fn a_drafts_channel_is_on_at_once_and_off_at_once_and_on_after_a_restart() {
    let mut team = Team::begin().await;
    let channel = team.scene.channel.id.to_string();
    team.scene.agent.posts(DRAFT);
    let card = team.set("Κανάλια προχείρων", "Σε ποια κανάλια;", &[&channel]).await;
    assert!(card.contains(&format!("Κανάλια προχείρων: <#{channel}>")), "{card}");
    let posted = team.scene.agent.posts(DRAFT);
    let answer = posted.answered_for(&team.scene.agent).await;
    assert_eq!(answer.content(), "Υπάρχει μια ιδέα για τη διατύπωση.");
    assert_eq!(team.scene.channel.messages_of_bot(1).await.len(), 1);
    // The team's settings say in which language it speaks there.
    team.set("Γλώσσα στα κανάλια", "Σε ποια γλώσσα;", &["αγγλικά"]).await;
    let answer = team.scene.agent.posts(DRAFT).answered_for(&team.scene.agent).await;
    assert_eq!(answer.content(), "I have an idea for the wording.");
    team.scene.restart().await;
    team.scene.agent.posts(DRAFT).answered_for(&team.scene.agent).await;
    // Nothing of another team's channel is on there.
    let other = team.scene.discord.server("Άλλοι").channel("γενικά");
    team.scene.agent.in_channel(&other).posts(DRAFT);
    team.set("Κανάλια προχείρων", "Σε ποια κανάλια;", &[]).await;
    team.scene.agent.posts(DRAFT);
    // Everything before this has been seen to once this is answered.
    assert!(
        seen(&team.scene.agent.slash("check", &[("draft", DRAFT)]).await).contains("Το μήνυμά σας")
    );
    assert_eq!(team.scene.channel.messages_of_bot(3).await.len(), 3);
    assert_eq!(other.messages().len(), 1);
    team.scene.end().await;
}

#[tokio::test]
async fn a_lead_who_turns_a_channel_on_hears_that_the_bot_may_not_read_it() {
    let discord = FakeDiscord::start().await;
    discord.forbid_intents(sessions::MESSAGE_CONTENT);
    let server = discord.server("Υποστήριξη");
    let channel = server.channel("απαντήσεις");
    let lead = discord.person("Μαρία").locale("el");
    server.owned_by(&lead);
    let lead = lead.in_channel(&channel);
    let bot = Bot::start(settings(&discord).await);
    discord.gateway().ready().await;
    let card = lead.slash("settings", &[]).await;
    let card = card.choose("Τι θέλετε να αλλάξετε;", &["Κανάλια προχείρων"]).await;
    let card = card.choose("Σε ποια κανάλια;", &[&channel.id.to_string()]).await;
    assert!(seen(&card).contains("«Message Content Intent»"), "{}", seen(&card));
    assert!(log::so_far().contains("drafts channels stay quiet"));
    let agent = lead.clone();
    Scene { discord, server, channel, agent, bot }.end().await;
}

#[tokio::test]
async fn an_idea_goes_to_the_leads_becomes_a_rule_and_its_author_hears_of_it() {
    let team = Team::begin().await;
    let leads = team.leads.id.to_string();
    team.set("Κανάλι για προτάσεις", "Σε ποιο κανάλι;", &[&leads]).await;
    let mut shown = vec![seen(&team.scene.agent.slash("suggest", &IDEA).await)];
    let posted = team.leads.messages_of_bot(1).await;
    let card = fake_discord::Card::of_message(&team.maria.in_channel(&team.leads), posted[0].id);
    shown.push(seen(&card));
    assert!(card.pings().is_empty());
    // Another colleague has the same idea: the card says so.
    let other = team.scene.discord.person("Κώστας").locale("el").in_channel(&team.scene.channel);
    other.slash("suggest", &IDEA).await;
    card.until("two people want it", |text| text.contains("Το πρότειναν 2 άτομα.")).await;
    // Who is no lead presses in vain.
    shown.push(seen(&card.seen_by(&other.in_channel(&team.leads)).press("Έγκριση").await));
    let form = card.press("Έγκριση").await.modal();
    shown.push(form.shown());
    let decided = form.submit().await;
    shown.push(seen(&decided));
    for author in [&team.scene.agent, &other] {
        let told = told(author).await;
        shown.push(told);
    }
    let checked =
        team.scene.agent.slash("check", &[("draft", "Δεν είναι δική μας δουλειά.")]).await;
    assert!(seen(&checked).contains("Το προωθώ στους συναδέλφους."), "{}", seen(&checked));
    // A second lead presses on the card as it was.
    let custom_id = "p1/decline/1/c";
    let late =
        card.seen_by(&team.nikos.in_channel(&team.leads)).send_press_of(custom_id).answer().await;
    shown.push(seen(&late));
    insta::assert_snapshot!(shown.join("\n\n————\n\n"));
    team.scene.end().await;
}

/// What somebody was told alone.
async fn told(person: &Person) -> String {
    let direct = Channel { discord: person.discord.clone(), id: person.in_direct().place };
    let messages = direct.messages_of_bot(1).await;
    seen(&fake_discord::Card::of_message(&person.in_direct(), messages[0].id))
}

#[tokio::test]
async fn an_idea_without_a_channel_waits_with_the_command_and_is_declined_with_thanks() {
    let team = Team::begin().await;
    team.scene.agent.slash("suggest", &IDEA).await;
    let card = team.nikos.slash("proposals", &[]).await;
    let mut shown = vec![seen(&card)];
    let form = card.press("Όχι αυτή τη φορά").await.modal();
    shown.push(form.shown());
    let decided = form.fill_all(&["Το λέμε ήδη στο «Καλωσόρισμα». Ωραία ιδέα!"]).submit().await;
    shown.push(seen(&decided));
    shown.push(told(&team.scene.agent).await);
    shown.push(seen(&decided.press("Οι υπόλοιπες προτάσεις").await));
    insta::assert_snapshot!(shown.join("\n\n————\n\n"));
    team.scene.end().await;
}

#[tokio::test]
async fn who_asks_to_be_forgotten_is() {
    let team = Team::begin().await;
    team.scene.agent.slash("suggest", &IDEA).await;
    let asked = team.scene.agent.in_direct().slash("forget", &[]).await;
    let done = asked.press("Ναι, ξέχασέ με").await;
    insta::assert_snapshot!(seen(&done));
    let server = team.server;
    let store = team.app.teams().store();
    let open = store.proposals(server, kalologos::store::ProposalState::Open, 0, 9).await.unwrap();
    assert_eq!(open.len(), 1);
    assert_eq!(store.authors(server, open[0].id).await.unwrap(), []);
    team.scene.end().await;
}

/// Everything that people do with drafts, and then every byte that is left of it.
#[tokio::test]
async fn no_word_of_a_draft_is_left_in_the_database_or_the_log() {
    let team = Team::begin().await;
    let channel = team.scene.channel.id.to_string();
    team.set("Κανάλια προχείρων", "Σε ποια κανάλια;", &[&channel]).await;
    let agent = &team.scene.agent;
    let marker = "ζαφειρένιο υποβρύχιο";
    let draft = format!("Δυστυχώς δεν μπορώ να σας στείλω το {marker} σήμερα. Ηρεμήστε.");
    let card = agent.slash("check", &[("draft", &draft)]).await;
    let card = card.press("Άλλη διατύπωση (1)").await;
    let card = card.press("Εδώ είναι εντάξει (1)").await;
    let card = card.press("Να μείνει έτσι (2)").await;
    let again = card.press("Έλεγχος ξανά").await.modal();
    let card = again.submit().await;
    let form = card.press("Συμπλήρωση κενών").await.modal();
    let blanks: Vec<String> = form.labels().iter().map(|_| marker.to_owned()).collect();
    let blanks: Vec<&str> = blanks.iter().map(String::as_str).collect();
    form.fill_all(&blanks).submit().await;
    let posted = agent.posts(&draft);
    let answer = posted.answered_for(agent).await;
    answer.press("Δείτε την").await;
    agent.edits(&posted, &format!("{draft} Και πάλι."));
    agent.message_menu("Check wording", &posted).await;
    agent.slash("why", &[("rule", &draft)]).await;
    agent.slash("suggest", &IDEA).await;
    let home = team.scene.discord.home().to_owned();
    team.app.teams().flush().await.unwrap();
    let discord = team.scene.discord.clone();
    team.scene.end().await;
    let mut files = 0;
    for entry in std::fs::read_dir(&home).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        for words in ["ζαφειρένιο", "υποβρύχιο", "Δυστυχώς δεν", "Ηρεμήστε."]
        {
            assert!(!text.contains(words), "«{words}» stands in {}", path.display());
        }
        // What was proposed is kept, so the search does find what is there.
        files += usize::from(text.contains("δεν είναι δική μας δουλειά"));
    }
    assert!(files > 0, "the database was not searched");
    let log = log::so_far();
    assert!(!log.contains("ζαφειρένιο") && !log.contains("υποβρύχιο"), "{log}");
    drop(discord);
}

#[tokio::test]
async fn counts_are_written_down_at_the_end_and_what_is_old_goes_at_the_start() {
    let mut team = Team::begin().await;
    let (server, day) = (team.server, crate::conversations::scene::NOW.day());
    let card = team.scene.agent.slash("check", &[("draft", DRAFT)]).await;
    card.press("Εδώ είναι εντάξει").await;
    let store = team.app.teams().store().clone();
    let old = Day(day.0 - 500);
    let count = Count {
        server,
        day: old,
        rule: "el/house/cannot".to_owned(),
        outcome: Outcome::Shown,
        times: 3,
    };
    store.add_counts(&[count]).await.unwrap();
    // The next process lets go of what is old, and the first writes down what it has counted when it ends.
    team.scene.restart().await;
    let gone = async {
        while !store.counts(server, old, old).await.unwrap().is_empty() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(fake_discord::PATIENCE, gone).await.expect("it never went");
    let counts = store.counts(server, day, day).await.unwrap();
    let mut seen: Vec<String> =
        counts.iter().map(|count| format!("{:?} {}", count.outcome, count.times)).collect();
    seen.sort();
    assert_eq!(seen, ["NotAProblem 1", "Shown 1"]);
    team.scene.end().await;
}

#[tokio::test]
async fn while_storage_is_away_a_card_says_by_which_rules_it_was_made() {
    let team = Team::begin().await;
    let home = team.scene.discord.home().to_owned();
    std::fs::rename(home.join("data.sqlite"), home.join("away")).unwrap();
    let without = "Οι κανόνες της ομάδας σας δεν είναι διαθέσιμοι αυτή τη στιγμή";
    let card = seen(&team.scene.agent.slash("check", &[("draft", DRAFT)]).await);
    assert!(card.contains(without) && card.contains("Το μήνυμά σας"), "{card}");
    // What would have to be kept is refused kindly, and a direct message knows no team.
    let refused = seen(&team.scene.agent.slash("suggest", &IDEA).await);
    assert!(refused.contains("Δεν έχω πρόσβαση στα δεδομένα μου"), "{refused}");
    let alone = seen(&team.scene.agent.in_direct().slash("check", &[("draft", DRAFT)]).await);
    assert!(!alone.contains(without), "{alone}");
    std::fs::rename(home.join("away"), home.join("data.sqlite")).unwrap();
    let card = seen(&team.scene.agent.slash("check", &[("draft", DRAFT)]).await);
    assert!(!card.contains(without), "{card}");
    team.scene.end().await;
}

#[tokio::test]
async fn channels_and_roles_of_another_server_are_refused() {
    let team = Team::begin().await;
    let other = team.scene.discord.server("Άλλοι");
    let (channel, role) = (other.channel("γενικά").id.to_string(), other.role("ξένοι", 0));
    for (topic, question, chosen) in [
        ("Κανάλια προχείρων", "Σε ποια κανάλια;", &channel),
        ("Κανάλι για προτάσεις", "Σε ποιο κανάλι;", &channel),
        ("Υπεύθυνοι", "Ρόλος υπευθύνων", &role.to_string()),
    ] {
        let said = team.set(topic, question, &[chosen]).await;
        assert!(said.contains("Αυτό δεν το βρίσκω σε αυτόν τον server"), "{topic}: {said}");
    }
    let given = [("channel", channel.as_str()), ("time", "10:00"), ("zone", "Europe/Athens")];
    let said = seen(&team.maria.slash("tips setup", &given).await);
    assert!(said.contains("Αυτό δεν το βρίσκω σε αυτόν τον server"), "{said}");
    let settings = seen(&team.maria.slash("settings", &[]).await);
    assert!(!settings.contains(&channel) && !settings.contains(&role.to_string()), "{settings}");
    team.scene.end().await;
}
