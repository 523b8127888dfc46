//! What the rules of a file share: sets and defaults.

use serde_json::{Map, Value, json};

use super::rule_property;
use crate::rules::manner::{KEYS, MAX_DEFAULT_UNLESS};
use crate::rules::sets::{MAX_SET_PHRASES, MAX_SETS};

pub(super) fn sets() -> Value {
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

pub(super) fn defaults() -> Value {
    let mut properties: Map<String, Value> =
        KEYS.iter().map(|key| ((*key).to_owned(), rule_property(key))).collect();
    properties["unless"]["anyOf"][1]["maxItems"] = MAX_DEFAULT_UNLESS.most.into();
    json!({
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
        "description": "Ό,τι ισχύει σε κάθε κανόνα που δεν το λέει ο ίδιος. / What holds for each rule that does not say it itself."
    })
}

pub(super) fn says_something() -> Value {
    json!({"anyOf": [{"required": ["prefer"]}, {"required": ["remove"]}, {"required": ["why"]}]})
}
