//! What leads do about tips on Discord, and what people say under one.

use kalologos::model::Time;

use crate::posting::home::{DAY, Home};
use fake_discord::rights::MANAGE_GUILD;
use fake_discord::{Card, Person};

/// Nine in the morning in Athens on 26 November 2026, a Thursday.
const NINE: Time = Time(1_795_676_400);

fn person(home: &Home, locale: &str, rights: u64) -> Person {
    let person = home.discord.person("Μαρία").locale(locale).in_channel(&home.channel);
    let role = home.server.role("ομάδα", rights);
    home.server.admit(&person, &[role]);
    person
}

/// A card without the numbers of channels, which say nothing.
fn seen(home: &Home, card: &Card) -> String {
    let shown = card.shown().replace(&home.channel.id.to_string(), "…");
    let mut lines: Vec<String> = shown.lines().map(without_pair).collect();
    lines.dedup();
    lines.join("\n")
}

/// A line with its pair of sentences left out: they come from the built-in rules, whose words change. The two differ.
fn without_pair(line: &str) -> String {
    for [open, between, close] in
        [["Αντί για «", "», πείτε «", "»."], ["Instead of “", "”, say “", "”."]]
    {
        let Some((before, pair)) = line.split_once(open) else { continue };
        let Some((avoid, prefer)) = pair.split_once(between) else { continue };
        let prefer = prefer.strip_suffix(close).unwrap();
        assert!(!avoid.is_empty() && !prefer.is_empty() && avoid != prefer, "{line}");
        return format!("{before}{open}…{between}…{close}");
    }
    line.to_owned()
}

#[tokio::test]
async fn a_plan_from_setup_to_the_tip_and_what_people_say() {
    let home = Home::whole().await;
    let bot = home.bot().await;
    let lead = person(&home, "el", MANAGE_GUILD);
    let channel = home.channel.id.to_string();
    let mut shown = Vec::new();
    let mut note =
        |what: &str, card: &Card| shown.push(format!("── {what}\n{}", seen(&home, card)));
    note("χωρίς πλάνο", &lead.slash("tips preview", &[]).await);
    note("χωρίς κανάλι", &lead.slash("tips setup", &[("time", "9")]).await);
    let zones = lead.autocomplete("tips setup", "zone", "αθη").await;
    assert_eq!(zones, ["Europe/Athens"]);
    let days = lead.autocomplete("tips setup", "days", "εργ").await;
    assert_eq!(days, ["Εργάσιμες"]);
    let options = [("channel", channel.as_str()), ("time", "9:00"), ("zone", "Αθήνα")];
    note("ρύθμιση", &lead.slash("tips setup", &options).await);
    let more = [
        ("days", "Δευτέρα, Πέμπτη"),
        ("focus", "needs"),
        ("except", "1/1/2026, 24/12/2026, 28/12/2026..31/12/2026"),
        ("late", "1"),
    ];
    note("αλλαγές", &lead.slash("tips setup", &more).await);
    note("αδιάβαστη ώρα", &lead.slash("tips setup", &[("time", "εννιά")]).await);
    note("επόμενες", &lead.slash("tips preview", &[]).await);
    home.at(NINE);
    let posted = home.channel.messages_of_bot(1).await.remove(0);
    let agent = person(&home, "el", 0);
    let tip = Card::of_message(&agent, posted.id);
    note("η συμβουλή", &tip);
    assert_eq!(tip.pings(), Vec::<String>::new());
    note("χρήσιμη", &tip.press("Χρήσιμη").await);
    note("τα λόγια", &tip.press("Πώς να το πω").await);
    note("όχι για εμάς", &tip.press("Όχι για εμάς").await);
    note("όχι για εμάς, δεύτερη φωνή", &tip.seen_by(&lead).press("Όχι για εμάς").await);
    note("όποιος δεν είναι υπεύθυνος", &agent.slash("tips pause", &[]).await);
    insta::assert_snapshot!(shown.join("\n\n"));
    let votes = home.tips.teams().store().votes(kalologos::model::ServerId(home.server.id)).await;
    assert_eq!(votes.unwrap().iter().map(|count| count.times).collect::<Vec<_>>(), [2]);
    home.at(NINE.plus(4 * DAY));
    home.channel.messages_of_bot(2).await;
    bot.stop().await;
}

#[tokio::test]
async fn the_same_in_english() {
    let home = Home::whole().await;
    let bot = home.bot().await;
    let lead = person(&home, "en-US", MANAGE_GUILD);
    let channel = home.channel.id.to_string();
    let mut shown = Vec::new();
    let mut note =
        |what: &str, card: &Card| shown.push(format!("── {what}\n{}", seen(&home, card)));
    let options =
        [("channel", channel.as_str()), ("time", "09:00"), ("zone", "Athens"), ("language", "en")];
    note("setup", &lead.slash("tips setup", &options).await);
    note("preview", &lead.slash("tips preview", &[]).await);
    home.at(NINE);
    let posted = home.channel.messages_of_bot(1).await.remove(0);
    let tip = Card::of_message(&lead, posted.id);
    note("the tip", &tip);
    // Not every principle has rules that serve it.
    let mut one_more = lead.slash("tip", &[]).await;
    while !one_more.buttons().iter().any(|label| label == "Show me how to say it") {
        one_more = lead.slash("tip", &[]).await;
    }
    note("a tip for one person", &one_more);
    note("show me the words", &one_more.press("Show me how to say it").await);
    note("not for us", &one_more.press("Not for us").await);
    insta::assert_snapshot!(shown.join("\n\n"));
    bot.stop().await;
}

#[tokio::test]
async fn pause_resume_skip_and_tips_of_the_teams_own() {
    let home = Home::whole().await;
    let bot = home.bot().await;
    let lead = person(&home, "el", MANAGE_GUILD);
    let channel = home.channel.id.to_string();
    let mut shown = Vec::new();
    let mut note =
        |what: &str, card: &Card| shown.push(format!("── {what}\n{}", seen(&home, card)));
    lead.slash("tips setup", &[("channel", &channel)]).await;
    note("παύση", &lead.slash("tips pause", &[]).await);
    note("ήδη", &lead.slash("tips pause", &[]).await);
    note("επόμενες σε παύση", &lead.slash("tips preview", &[]).await);
    note("παράλειψη σε παύση", &lead.slash("tips skip", &[]).await);
    note("συνέχεια", &lead.slash("tips resume", &[]).await);
    note("παράλειψη", &lead.slash("tips skip", &[]).await);
    note("το πλάνο", &lead.slash("tips setup", &[]).await);
    note("καμία δική μας", &lead.slash("tips list", &[]).await);
    let form = lead.slash("tips add", &[("principle", "Θετική γλώσσα")]).await.modal();
    assert!(form.shown().contains("Κάτι μικρό για σήμερα"), "{}", form.shown());
    let words = "Στις @everyone **παραδόσεις** λέμε «θα φτάσει», όχι «δεν έφυγε».";
    let added = form.fill(&[("Η συμβουλή", words), ("Κάτι μικρό για σήμερα", "Μία φορά.")]);
    note("προσθήκη", &added.submit().await);
    let form = lead.slash("tips add", &[]).await.modal();
    note("ξανά η ίδια", &form.fill(&[("Η συμβουλή", words)]).submit().await);
    note("λίστα", &lead.slash("tips list", &[]).await);
    let offered = lead.autocomplete("tips remove", "tip", "παραδοσ").await;
    assert_eq!(offered.len(), 1);
    note("αφαίρεση", &lead.slash("tips remove", &[("tip", "παραδόσεις")]).await);
    note("αφαίρεση ξανά", &lead.slash("tips remove", &[("tip", "1")]).await);
    insta::assert_snapshot!(shown.join("\n\n"));
    home.at(NINE);
    home.at(NINE.plus(DAY));
    home.channel.messages_of_bot(1).await;
    let claims = home.settled(1).await;
    assert_eq!((claims.len(), claims[0].at), (1, NINE.plus(DAY)), "the skipped day has no claim");
    bot.stop().await;
}
