//! The limits of embeds, each and together.

use serde_json::Value;

use super::{list, needed_text, text};
use crate::refusal::Problems;

const EMBEDS: usize = 10;
const TITLE: usize = 256;
const DESCRIPTION: usize = 4096;
const FIELDS: usize = 25;
const FIELD_NAME: usize = 256;
const FIELD_VALUE: usize = 1024;
const FOOTER: usize = 2048;
const AUTHOR: usize = 256;
const TOGETHER: usize = 6000;

pub fn check(problems: &mut Problems, embeds: &Value) {
    let mut together = 0;
    for (index, embed) in list(problems, "embeds", embeds, EMBEDS).iter().enumerate() {
        let path = format!("embeds.{index}");
        let texts = check_one(problems, &path, embed);
        if texts == 0 && ["image", "thumbnail"].iter().all(|key| embed[key].is_null()) {
            problems.add(&path, "EMBED_EMPTY", "Embed must have something to show.");
        }
        together += texts;
    }
    if together > TOGETHER {
        problems.add(
            "embeds",
            "MAX_EMBED_SIZE_EXCEEDED",
            format!("Embed size exceeds maximum size of {TOGETHER}"),
        );
    }
}

/// How many characters count towards what all embeds may hold.
fn check_one(problems: &mut Problems, path: &str, embed: &Value) -> usize {
    let mut count = 0;
    for (place, value, most) in [
        ("title", &embed["title"], TITLE),
        ("description", &embed["description"], DESCRIPTION),
        ("footer.text", &embed["footer"]["text"], FOOTER),
        ("author.name", &embed["author"]["name"], AUTHOR),
    ] {
        count += text(problems, &format!("{path}.{place}"), value, 0..=most).chars().count();
    }
    let fields = list(problems, &format!("{path}.fields"), &embed["fields"], FIELDS);
    for (index, field) in fields.iter().enumerate() {
        for (key, most) in [("name", FIELD_NAME), ("value", FIELD_VALUE)] {
            let place = format!("{path}.fields.{index}.{key}");
            let field = needed_text(problems, &place, &field[key], 0..=most);
            if field.trim().is_empty() {
                problems.required(&place);
            }
            count += field.chars().count();
        }
    }
    count
}
