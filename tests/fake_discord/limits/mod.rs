//! What Discord refuses by its form alone. Lengths are counted in code points; how Discord counts
//! outside the basic plane is not documented, so the record keeps the length in UTF-16 as well.

pub mod command;
pub mod components;
pub mod embeds;
pub mod message;
pub mod modal;

use std::ops::RangeInclusive;

use serde_json::Value;

use super::refusal::Problems;

/// The text of a field that may be missing or null; a problem where it is no text or of another length.
pub fn text<'v>(
    problems: &mut Problems,
    path: &str,
    value: &'v Value,
    length: RangeInclusive<usize>,
) -> &'v str {
    let Value::String(text) = value else {
        if !value.is_null() {
            problems.add(
                path,
                "STRING_TYPE_CONVERT",
                format!("Could not convert {value} to string."),
            );
        }
        return "";
    };
    let count = text.chars().count();
    let (least, most) = (*length.start(), *length.end());
    if count > most && least == 0 {
        problems.add(path, "BASE_TYPE_MAX_LENGTH", format!("Must be {most} or fewer in length."));
    } else if !length.contains(&count) {
        problems.add(
            path,
            "BASE_TYPE_BAD_LENGTH",
            format!("Must be between {least} and {most} in length."),
        );
    }
    text
}

/// The same, where a missing field is a problem too.
pub fn needed_text<'v>(
    problems: &mut Problems,
    path: &str,
    value: &'v Value,
    length: RangeInclusive<usize>,
) -> &'v str {
    if value.is_null() {
        problems.required(path);
    }
    text(problems, path, value, length)
}

/// The members of a list that may be missing; a problem where it is none or holds too many.
pub fn list<'v>(problems: &mut Problems, path: &str, value: &'v Value, most: usize) -> &'v [Value] {
    match value {
        Value::Null => &[],
        Value::Array(members) => {
            if members.len() > most {
                problems.add(
                    path,
                    "BASE_TYPE_MAX_LENGTH",
                    format!("Must be {most} or fewer in length."),
                );
            }
            members
        }
        _ => {
            problems.add(path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            &[]
        }
    }
}
