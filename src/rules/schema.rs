//! The JSON Schema of every kind of file, for editors: what the reader accepts, from the same lists of keys.
//!
//! A schema knows neither words nor phrases; what it lets pass may still be reported by `rules check`.

use serde_json::{Map, Value, json};

use super::Level;
use super::language::{KEYS as WORD_FILE_KEYS, STOP_KEYS};
use super::options::{KEYS as DEFAULT_KEYS, MAX_DEFAULT_UNLESS, SKIPS, SPEAKS};
use super::phrases::MAX_PHRASES;
use super::rule::{KEYS as RULE_KEYS, MAX_EXAMPLES};
use super::sets::{MAX_SET_PHRASES, MAX_SETS};
use super::tip::{KEYS as TIP_KEYS, MAX_TIP_CHARS, MAX_TRY_CHARS};
use crate::lexicon::{Grammar, Person, Tense};

const DRAFT: &str = "http://json-schema.org/draft-07/schema#";

/// The schema of a rule file.
pub fn rules() -> Value {
    json!({
        "$schema": DRAFT,
        "title": "Kalologos: κανόνες / rules",
        "type": "object",
        "additionalProperties": false,
        "required": ["language"],
        "anyOf": [{"required": ["rules"]}, {"required": ["words"]}, {"required": ["tips"]}],
        // A reason that every rule has is something to say.
        "if": {"required": ["defaults"], "properties": {"defaults": {"required": ["why"]}}},
        "else": {"properties": {"rules": {"items": says_something()}}},
        "properties": {
            "schema": {"enum": [1, "1"], "description": "Πάντα 1. / Always 1."},
            "pack": {
                "type": "string",
                "pattern": NAME,
                "description": "Όνομα του πακέτου· αλλιώς του αρχείου. / Id of the pack; the file's name if left out."
            },
            "title": text("Τίτλος για ανθρώπους. / Title for people."),
            "language": language(),
            "sets": sets(),
            "defaults": defaults(),
            "rules": {"type": "array", "items": {"$ref": "#/definitions/rule"}},
            "words": words_table(),
            "tips": {
                "type": "array",
                "items": {"$ref": "#/definitions/tip"},
                "description": "Συμβουλές για την ημέρα. / Tips of the day."
            }
        },
        "definitions": definitions(&[("rule", rule()), ("example", example()), ("tip", tip())])
    })
}

/// The schema of the words of a language.
pub fn words() -> Value {
    let list =
        json!({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]});
    let pairs = json!({"type": "object", "additionalProperties": {"type": "string"}});
    let stops: Map<String, Value> =
        STOP_KEYS.iter().map(|key| ((*key).to_owned(), list.clone())).collect();
    let grammar: Map<String, Value> = Grammar::default()
        .lists_mut()
        .iter()
        .map(|(key, _)| ((*key).to_owned(), list.clone()))
        .collect();
    let property = |key: &str| match key {
        "grammar" => {
            json!({"type": "object", "additionalProperties": false, "properties": grammar})
        }
        "language" => language(),
        "words" => words_table(),
        "same" => json!({"type": "array", "items": list}),
        "contractions" | "registers" | "nominatives" => pairs.clone(),
        "stops" => {
            json!({"type": "object", "additionalProperties": false, "properties": stops})
        }
        _ => list.clone(),
    };
    let properties: Map<String, Value> =
        WORD_FILE_KEYS.iter().map(|key| ((*key).to_owned(), property(key))).collect();
    json!({
        "$schema": DRAFT,
        "title": "Kalologos: λέξεις / words",
        "type": "object",
        "additionalProperties": false,
        "required": ["language"],
        "properties": properties,
        "definitions": definitions(&[])
    })
}

/// The schema of the principles of service.
pub fn principles() -> Value {
    let by_language = json!({"type": "object", "additionalProperties": {"type": "string"}});
    json!({
        "$schema": DRAFT,
        "title": "Kalologos: αρχές / principles",
        "type": "object",
        "additionalProperties": false,
        "required": ["principles"],
        "properties": {
            "principles": {
                "type": "object",
                "additionalProperties": {
                    "type": "object",
                    "additionalProperties": false,
                    "required": ["name"],
                    "properties": {"name": by_language, "summary": by_language}
                }
            }
        }
    })
}

/// A name of the pack.
const NAME: &str = r"^\s*[\p{L}\p{N}][\p{L}\p{N}._-]*\s*$";
/// A name of a rule, or language/pack/id.
const RULE_NAME: &str = r"^\s*([\p{L}\p{N}][\p{L}\p{N}._-]*|([\p{L}\p{N}][\p{L}\p{N}._-]*/){2}[\p{L}\p{N}][\p{L}\p{N}._-]*)\s*$";

fn text(description: &str) -> Value {
    json!({"type": "string", "pattern": r"\S", "description": description})
}

fn texts(description: &str) -> Value {
    json!({
        "description": description,
        "anyOf": [
            {"$ref": "#/definitions/text"},
            {
                "type": "array",
                "minItems": 1,
                "maxItems": MAX_PHRASES.most,
                "items": {"$ref": "#/definitions/text"}
            }
        ]
    })
}

fn one_or_several(description: &str, keys: &[String]) -> Value {
    json!({
        "description": description,
        "anyOf": [{"enum": keys}, {"type": "array", "items": {"enum": keys}}]
    })
}

fn language() -> Value {
    json!({
        "type": "string",
        "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
        "not": {"enum": ["gr", "ell", "gre", "eng"]},
        "examples": ["el", "en"],
        "description": "Η γλώσσα: el, en… / The language: el, en…"
    })
}

fn keys<T>(list: &[(&str, T)]) -> Vec<String> {
    list.iter().map(|(key, _)| (*key).to_owned()).collect()
}

fn rule() -> Value {
    let properties: Map<String, Value> =
        RULE_KEYS.iter().map(|key| ((*key).to_owned(), rule_property(key))).collect();
    json!({
        "type": "object",
        "additionalProperties": false,
        "oneOf": [{"required": ["avoid"]}, {"required": ["regex"]}],
        "not": {"required": ["prefer", "remove"], "properties": {"remove": {"const": true}}},
        "properties": properties
    })
}

fn rule_property(key: &str) -> Value {
    match key {
        "id" => json!({
            "type": "string",
            "pattern": RULE_NAME,
            "description": "Όνομα· πλήρες αν παίρνει τη θέση έτοιμου κανόνα. / Name; in full to replace a built-in rule."
        }),
        "principle" => {
            text("Η αρχή εξυπηρέτησης που υπηρετεί. / The principle of service that it serves.")
        }
        "level" => json!({
            "enum": keys(Level::ALL),
            "description": "ιδέα · καλύτερα αλλιώς · όχι σε πελάτη / an idea · better put otherwise · not to a customer"
        }),
        "avoid" => texts(
            "Η φράση που αποφεύγεται: λέξεις, <λέξη>, {κενό}, (α|β). / The phrase to avoid: words, <word>, {gap}, (a|b).",
        ),
        "regex" => text("Αντί για avoid, για όσους ξέρουν. / In place of avoid, for experts."),
        "prefer" => texts(
            "Τι να λέμε στη θέση της: <λέξη>, {κενό}, [υπόδειξη]. / What to say instead: <word>, {gap}, [hint].",
        ),
        "remove" => json!({
            "enum": [true, false, "clause", "sentence"],
            "description": "Τι φεύγει: η φράση, η πρόταση ή όλη η περίοδος γύρω της. / What goes: the phrase, or the clause or sentence around it."
        }),
        "unless" => {
            let mut value = texts("Πού είναι εντάξει. / Where it is fine.");
            // An empty list: not even where the defaults say so.
            value["anyOf"][1]["minItems"] = 0.into();
            value
        }
        "skip" => one_or_several(
            "Σε ποιες προτάσεις είναι εντάξει. / In which clauses it is fine.",
            &keys(SKIPS),
        ),
        "speaks" => one_or_several(
            "Πού μιλά, ενώ οι άλλοι κανόνες σωπαίνουν. / Where it speaks though other rules are silent.",
            &keys(SPEAKS),
        ),
        "turns" => json!({
            "type": "boolean",
            "description": "Μπορεί να κάνει το «όχι» «ναι». / It may turn a no into a yes."
        }),
        "quotes" => {
            json!({"enum": ["check"], "description": "Και μέσα σε εισαγωγικά. / Inside quotes as well."})
        }
        "why" => text("Μια πρόταση για τον συνάδελφο. / One sentence for a colleague."),
        "source" => text("Από πού είναι η συμβουλή. / Where the advice comes from."),
        "examples" => json!({
            "type": "array",
            "maxItems": MAX_EXAMPLES.most,
            "items": {"$ref": "#/definitions/example"},
            "description": "Κάθε έλεγχος τα δοκιμάζει. / Every check tries them."
        }),
        _ => json!({}),
    }
}

fn example() -> Value {
    json!({
        "type": "object",
        "additionalProperties": false,
        "oneOf": [
            {"required": ["draft"]},
            {"required": ["fine"], "not": {"required": ["rewrite"]}}
        ],
        "properties": {
            "draft": text("Το πιάνει ο κανόνας. / The rule catches it."),
            "rewrite": text("Πώς γίνεται ολόκληρο. / What becomes of all of it."),
            "fine": text("Ο κανόνας το αφήνει. / The rule leaves it alone.")
        }
    })
}

fn tip() -> Value {
    let properties: Map<String, Value> =
        TIP_KEYS.iter().map(|key| ((*key).to_owned(), tip_property(key))).collect();
    json!({
        "type": "object",
        "additionalProperties": false,
        "required": ["text"],
        "properties": properties
    })
}

fn tip_property(key: &str) -> Value {
    let limited = |description: &str, limit: usize| {
        let mut value = text(description);
        value["maxLength"] = limit.into();
        value
    };
    match key {
        "id" => rule_property("id"),
        "principle" => text("Η αρχή εξυπηρέτησης. / The principle of service."),
        "text" => limited("Μία ή δύο προτάσεις. / A sentence or two.", MAX_TIP_CHARS),
        "try" => limited("Κάτι μικρό για σήμερα. / Something small for today.", MAX_TRY_CHARS),
        "source" => text("Από πού είναι. / Where it comes from."),
        _ => json!({}),
    }
}

fn words_table() -> Value {
    json!({
        "type": "object",
        "additionalProperties": {"$ref": "#/definitions/word"},
        "description": "Λέξεις με τους τύπους τους. / Words with their forms."
    })
}

fn definitions(more: &[(&str, Value)]) -> Value {
    let tenses = Tense::ALL.iter().map(|(_, key)| *key);
    let mut word: Map<String, Value> =
        tenses.map(|key| (key.to_owned(), json!({"$ref": "#/definitions/part"}))).collect();
    word.insert("like".to_owned(), text("Κλίνεται όπως αυτό. / Inflected like this one."));
    word.insert("forms".to_owned(), texts("Τύποι χωρίς χρόνο. / Forms without tense."));
    let persons: Map<String, Value> =
        Person::ALL.iter().map(|person| (person.key(), texts(""))).collect();
    let mut all = Map::new();
    all.insert("text".to_owned(), json!({"type": "string", "pattern": r"\S"}));
    let word = json!({"type": "object", "additionalProperties": false, "properties": word});
    all.insert("word".to_owned(), json!({"anyOf": [texts(""), word]}));
    let persons = json!({"type": "object", "additionalProperties": false, "properties": persons});
    all.insert("part".to_owned(), json!({"anyOf": [texts(""), persons]}));
    all.extend(more.iter().map(|(name, value)| ((*name).to_owned(), value.clone())));
    Value::Object(all)
}

fn sets() -> Value {
    let phrases = json!({
        "anyOf": [
            {"$ref": "#/definitions/text"},
            {
                "type": "array",
                "minItems": 1,
                "maxItems": MAX_SET_PHRASES.most,
                "items": {"$ref": "#/definitions/text"}
            }
        ]
    });
    json!({
        "type": "object",
        "maxProperties": MAX_SETS.most,
        "propertyNames": {"pattern": r"^[\p{L}\p{M}\p{N}_-]+$"},
        "additionalProperties": phrases,
        "description": "Λίστες με όνομα: (@μήνες) σε μια φράση. / Lists with a name: (@months) in a phrase."
    })
}

fn defaults() -> Value {
    let mut properties: Map<String, Value> =
        DEFAULT_KEYS.iter().map(|key| ((*key).to_owned(), rule_property(key))).collect();
    properties["unless"]["anyOf"][1]["maxItems"] = MAX_DEFAULT_UNLESS.most.into();
    json!({
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
        "description": "Ό,τι ισχύει σε κάθε κανόνα που δεν το λέει ο ίδιος. / What holds for each rule that does not say it itself."
    })
}

fn says_something() -> Value {
    json!({"anyOf": [{"required": ["prefer"]}, {"required": ["remove"]}, {"required": ["why"]}]})
}
