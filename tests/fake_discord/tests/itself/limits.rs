use serde_json::{Value, json};
use serenity::all::CreateAttachment;

use crate::bare_bot;
use crate::{code, team};
use fake_discord::TOKEN;

fn long(count: usize) -> String {
    "ά".repeat(count)
}

fn many(count: usize, one: &Value) -> Value {
    Value::Array(vec![one.clone(); count])
}

fn row(members: Vec<Value>) -> Value {
    json!({"type": 1, "components": members})
}

fn button(id: &str, label: &str) -> Value {
    json!({"type": 2, "style": 1, "custom_id": id, "label": label})
}

fn menu(options: usize) -> Value {
    let options: Vec<Value> =
        (0..options).map(|number| json!({"label": "α", "value": number.to_string()})).collect();
    json!({"type": 3, "custom_id": "menu", "options": options})
}

fn embed(more: Value) -> Value {
    json!({"embeds": [more]})
}

fn buttons(count: usize) -> Value {
    row((0..count).map(|number| button(&number.to_string(), "α")).collect())
}

/// Bodies of a message with the code that they get; 0 is none.
fn messages() -> Vec<(&'static str, Value, isize)> {
    let components = |rows: Vec<Value>| json!({"content": "α", "components": rows});
    let one = |part: Value| components(vec![row(vec![part])]);
    let field = |name: usize, value: usize| json!({"name": long(name), "value": long(value)});
    let six_embeds = many(2, &json!({"description": long(3000)}));
    vec![
        ("the longest content", json!({"content": long(2000)}), 0),
        ("emoji count once", json!({"content": "🙂".repeat(2000)}), 0),
        ("a longer content", json!({"content": long(2001)}), 50035),
        ("no text", json!({"content": 5}), 50035),
        ("nothing", json!({}), 50006),
        ("blanks alone", json!({"content": " \n "}), 50006),
        ("the largest embeds", json!({"embeds": six_embeds}), 0),
        (
            "too much in all embeds",
            json!({"embeds": [
                {"description": long(4000)}, {"description": long(2001)},
            ]}),
            50035,
        ),
        ("eleven embeds", json!({"embeds": many(11, &json!({"title": "α"}))}), 50035),
        ("a long title", embed(json!({"title": long(257)})), 50035),
        ("a long description", embed(json!({"description": long(4097)})), 50035),
        ("a long footer", embed(json!({"footer": {"text": long(2049)}})), 50035),
        ("a long author", embed(json!({"author": {"name": long(257)}})), 50035),
        ("25 fields", embed(json!({"fields": many(25, &field(1, 1))})), 0),
        ("26 fields", embed(json!({"fields": many(26, &field(1, 1))})), 50035),
        ("a long field", embed(json!({"fields": [field(1, 1025)]})), 50035),
        ("a long field name", embed(json!({"fields": [field(257, 1)]})), 50035),
        ("a field without a name", embed(json!({"fields": [{"value": "α"}]})), 50035),
        ("an empty embed", embed(json!({})), 50035),
        ("five buttons", components(vec![buttons(5)]), 0),
        ("six buttons", components(vec![buttons(6)]), 50035),
        (
            "six rows",
            components((0..6).map(|id| row(vec![button(&id.to_string(), "α")])).collect()),
            50035,
        ),
        ("an empty row", components(vec![row(vec![])]), 50035),
        ("a button on its own", components(vec![button("id", "α")]), 50035),
        ("the longest id", one(button(&long(100), "α")), 0),
        ("a long id", one(button(&long(101), "α")), 50035),
        ("an empty id", one(button("", "α")), 50035),
        (
            "the same id twice",
            components(vec![row(vec![button("a", "α"), button("a", "β")])]),
            50035,
        ),
        ("a long label", one(button("a", &long(81))), 50035),
        ("no label", one(button("a", "")), 50035),
        (
            "a link with an id",
            one(json!({
                "type": 2, "style": 5, "label": "α", "url": "https://example.org", "custom_id": "a",
            })),
            50035,
        ),
        ("a button of no style", one(json!({"type": 2, "custom_id": "a", "label": "α"})), 50035),
        ("25 options", one(menu(25)), 0),
        ("26 options", one(menu(26)), 50035),
        ("no options", one(menu(0)), 50035),
        ("a menu beside a button", components(vec![row(vec![menu(1), button("a", "α")])]), 50035),
        ("a text box in a message", one(json!({"type": 4, "custom_id": "a"})), 50035),
        ("for one person alone", json!({"content": "α", "flags": 64}), 50035),
        ("a long nonce", json!({"content": "α", "nonce": "1".repeat(26)}), 50035),
        (
            "mentions of no kind",
            json!({"content": "α", "allowed_mentions": {"parse": ["all"]}}),
            50035,
        ),
    ]
}

#[tokio::test]
async fn messages_are_held_to_their_limits() {
    let (discord, support, _) = team().await;
    let http = bare_bot::http(&discord, TOKEN);
    for (what, body, expected) in messages() {
        let sent = http.send_message(support.id.into(), vec![], &body).await;
        assert_eq!(sent.map_or_else(|error| code(&error), |_| 0), expected, "{what}");
    }
    let lengths = discord.requests()[1].content_length();
    assert_eq!(lengths, Some((2000, 4000)), "emoji are two units of UTF-16");
    let large = CreateAttachment::bytes(vec![0; (10 << 20) + 1], "large.txt");
    let sent = http.send_message(support.id.into(), vec![large], &json!({})).await;
    assert_eq!(code(&sent.unwrap_err()), 40005);
}

#[tokio::test]
async fn a_refusal_names_every_field() {
    let (discord, support, _) = team().await;
    let http = bare_bot::http(&discord, TOKEN);
    let body = json!({"content": long(2001), "embeds": [{"title": long(257), "description": "α"}]});
    let error = http.send_message(support.id.into(), vec![], &body).await.unwrap_err();
    let serenity::Error::Http(serenity::http::HttpError::UnsuccessfulRequest(answer)) = error
    else {
        panic!("{error}");
    };
    let paths: Vec<String> = answer.error.errors.into_iter().map(|error| error.path).collect();
    assert_eq!(paths, ["content", "embeds.0.title"]);
}

/// Forms and offers with the code that they get.
fn answers() -> Vec<(&'static str, Value, isize)> {
    let input = |more: Value| {
        let mut input = json!({"type": 4, "custom_id": "a", "style": 2, "label": "α"});
        for (key, value) in more.as_object().unwrap() {
            input[key] = value.clone();
        }
        input
    };
    let form = |title: usize, rows: Vec<Value>| json!({"type": 9, "data": {"custom_id": "f", "title": long(title), "components": rows}});
    let one = |more: Value| form(1, vec![row(vec![input(more)])]);
    let rows = |count: usize| {
        (0..count).map(|id| row(vec![input(json!({"custom_id": id.to_string()}))])).collect()
    };
    vec![
        ("a long title", form(46, rows(1)), 50035),
        ("no boxes", form(1, vec![]), 50035),
        ("six boxes", form(1, rows(6)), 50035),
        (
            "two boxes in a row",
            form(1, vec![row(vec![input(json!({})), input(json!({"custom_id": "b"}))])]),
            50035,
        ),
        (
            "the same id twice",
            form(1, vec![row(vec![input(json!({}))]), row(vec![input(json!({}))])]),
            50035,
        ),
        ("a button in a form", form(1, vec![row(vec![button("a", "α")])]), 50035),
        ("a long label", one(json!({"label": long(46)})), 50035),
        ("a box without a label", one(json!({"label": null})), 50035),
        ("a long text in a box", one(json!({"value": long(4001)})), 50035),
        ("more than the box takes", one(json!({"value": "αβγ", "max_length": 2})), 50035),
        ("a box that takes too much", one(json!({"max_length": 4001})), 50035),
        ("an offer to what is no typing", json!({"type": 8, "data": {"choices": []}}), 50035),
        ("the largest form", form(45, rows(5)), 0),
    ]
}

#[tokio::test]
async fn forms_and_offers_are_held_to_their_limits() {
    let (discord, _, agent) = team().await;
    discord.gateway().listens();
    let http = bare_bot::http(&discord, TOKEN);
    let command = json!({"name": "why", "description": "d", "options": [
        {"type": 3, "name": "rule", "description": "d", "autocomplete": true},
    ]});
    http.create_global_command(&command).await.unwrap();
    let asked = agent.send_slash("why", &[]).await;
    let token = format!("interaction-token-{}", asked.id);
    for (what, body, expected) in answers() {
        let done = http.create_interaction_response(asked.id.into(), &token, &body, vec![]).await;
        assert_eq!(done.map_or_else(|error| code(&error), |()| 0), expected, "{what}");
    }
}

/// Commands with the code that they get.
fn commands() -> Vec<(&'static str, Value, isize)> {
    let chat = |name: &str| json!({"name": name, "description": "d"});
    let with = |key: &str, value: Value| {
        let mut command = chat("check");
        command[key] = value;
        command
    };
    let option = |name: &str, required: bool| json!({"type": 3, "name": name, "description": "d", "required": required});
    let options: Vec<Value> = (0..26).map(|id| option(&format!("o{id}"), false)).collect();
    let choices: Vec<Value> =
        (0..25).map(|id| json!({"name": long(99), "value": format!("{id:0>100}")})).collect();
    let wide = json!({"type": 3, "name": "o", "description": long(100), "choices": choices});
    let twice = json!([wide.clone(), {"type": 3, "name": "p", "description": "d", "choices": wide["choices"]}]);
    vec![
        ("a Greek name", chat("έλεγχος"), 0),
        ("a name in capitals", chat("Έλεγχος"), 50035),
        ("a name with a blank", chat("two words"), 50035),
        ("an accent on its own", chat("ε\u{301}λεγχος"), 50035),
        ("a long name", chat(&long(33)), 50035),
        ("no description", json!({"name": "check"}), 50035),
        ("a long description", with("description", json!(long(101))), 50035),
        ("a language that is none", with("name_localizations", json!({"gr": "έλεγχος"})), 50035),
        (
            "a translated name in capitals",
            with("name_localizations", json!({"el": "Έλεγχος"})),
            50035,
        ),
        ("25 options", with("options", json!(options[1..])), 0),
        ("26 options", with("options", json!(options)), 50035),
        (
            "two options of a name",
            with("options", json!([option("a", true), option("a", true)])),
            50035,
        ),
        (
            "a needed one behind",
            with("options", json!([option("a", false), option("b", true)])),
            50035,
        ),
        ("5,000 characters", with("options", json!([wide])), 0),
        ("10,000 characters", with("options", twice), 50035),
        ("a menu entry", json!({"name": "Check wording", "type": 3}), 0),
        ("a described menu entry", json!({"name": "Check", "type": 3, "description": "d"}), 50035),
    ]
}

#[tokio::test]
async fn commands_are_held_to_their_limits() {
    let (discord, _, _) = team().await;
    let http = bare_bot::http(&discord, TOKEN);
    for (what, body, expected) in commands() {
        let done = http.create_global_command(&body).await;
        assert_eq!(done.map_or_else(|error| code(&error), |_| 0), expected, "{what}");
    }
    let menu = |count: usize| -> Value {
        (0..count).map(|id| json!({"name": format!("Entry {id}"), "type": 3})).collect()
    };
    assert_eq!(http.create_global_commands(&menu(15)).await.unwrap().len(), 15);
    assert_eq!(code(&http.create_global_commands(&menu(16)).await.unwrap_err()), 30032);
    assert_eq!(discord.commands().len(), 15, "a refused list changes nothing");
}

#[tokio::test]
async fn a_command_keeps_its_version_until_it_changes() {
    let (discord, _, _) = team().await;
    let http = bare_bot::http(&discord, TOKEN);
    let list = |text: &str| json!([{"name": "check", "description": text}]);
    let first = http.create_global_commands(&list("α")).await.unwrap().remove(0);
    let same = http.create_global_commands(&list("α")).await.unwrap().remove(0);
    let changed = http.create_global_commands(&list("β")).await.unwrap().remove(0);
    assert_eq!((first.id, first.version), (same.id, same.version));
    assert_eq!(first.id, changed.id);
    assert_ne!(first.version, changed.version);
    assert_eq!(discord.commands_created(), 1);
}
