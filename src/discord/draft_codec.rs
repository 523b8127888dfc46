//! A card carries its draft where everybody can read it: in the description of its first embed. From there
//! it is read back byte for byte when a button is pressed, after a restart and on any process.
//!
//! Discord cuts white space from the ends of a text, so both ends are kept by a character of their own or by a
//! block of code.

use std::ops::Range;

use super::escape::{self, Escaping};
use super::limits::{self, length};

/// Begins a block of code.
const OPEN: &str = "```\n";
/// Ends it.
const CLOSE: &str = "\n```";
/// Bold and underlined.
const MARK: (&str, &str) = ("__**", "**__");

/// The draft with marks as the description of an embed; `None` if it does not fit or can't be read back.
pub fn marked(draft: &str, marks: &[Range<usize>]) -> Option<String> {
    let mut escaping = Escaping::with_room_for(draft);
    let mut at = 0;
    for mark in joined(marks) {
        escaping.push_all(draft.get(at..mark.start)?);
        escaping.push_mark(MARK.0);
        escaping.push_all(draft.get(mark.clone())?);
        escaping.push_mark(MARK.1);
        at = mark.end;
    }
    escaping.push_all(draft.get(at..)?);
    carrying(escape::with_ends(&escaping.finish()), draft)
}

/// The draft in a block of code as the description of an embed; `None` if it does not fit or can't be read back.
pub fn block(draft: &str) -> Option<String> {
    carrying(code_block(draft), draft)
}

/// A text in a block of code, from which it can be copied.
pub fn code_block(text: &str) -> String {
    format!("{OPEN}{}{CLOSE}", escape::in_block(text))
}

/// The draft that a description carries.
pub fn read(description: &str) -> Option<String> {
    let block = description.strip_prefix(OPEN).and_then(|rest| rest.strip_suffix(CLOSE));
    match block {
        Some(block) => escape::from_block(block),
        None if escape::has_ends(description) => escape::unescaped(description),
        None => None,
    }
}

fn carrying(description: String, draft: &str) -> Option<String> {
    let fits = length(&description) <= limits::EMBED_DESCRIPTION;
    (fits && read(description.trim()).as_deref() == Some(draft)).then_some(description)
}

/// Marks by place; those that touch or overlap are one, because Discord would read two as something else.
fn joined(marks: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut sorted: Vec<Range<usize>> =
        marks.iter().filter(|mark| !mark.is_empty()).cloned().collect();
    sorted.sort_by_key(|mark| mark.start);
    let mut joined: Vec<Range<usize>> = Vec::new();
    for mark in sorted {
        match joined.last_mut().filter(|last| last.end >= mark.start) {
            Some(last) => last.end = last.end.max(mark.end),
            None => joined.push(mark),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// As Discord keeps it.
    fn kept(description: &str) -> String {
        description.trim().to_owned()
    }

    #[test]
    fn a_marked_draft_reads_well() {
        let draft = "Δεν μπορώ να σας *βοηθήσω*.";
        let mark = 0.."Δεν μπορώ".len();
        let found = marked(draft, std::slice::from_ref(&mark)).unwrap();
        assert_eq!(found.trim_matches('\u{200b}'), r"__**Δεν μπορώ**__ να σας \*βοηθήσω\*.");
    }

    #[test]
    fn marks_that_touch_are_one() {
        assert_eq!(joined(&[4..6, 0..2, 2..3, 5..5]), [0..3, 4..6]);
    }

    #[test]
    fn hostile_drafts_come_back() {
        let long = "α".repeat(4_000);
        for draft in [
            "```rust\nfn main() {}\n```",
            "``````",
            "  στα άκρα κενά \n\n",
            "\r\nγραμμή\r\n",
            r"\*_~|`<[\\",
            "\u{2060}\u{200b}\u{2060}\u{fe01}\u{fe02}",
            "\u{202e}ανάποδα\u{202c} שלום",
            "👩‍👩‍👧 ❤️ 🏴\u{e0067}\u{e0062}",
            "__**όχι δικό μας**__",
            "\u{0}\u{7f}\u{85}",
            &long,
        ] {
            let as_block = block(draft).unwrap();
            assert_eq!(read(&kept(&as_block)).as_deref(), Some(draft), "{draft:?}");
            let as_marked = marked(draft, &[]).unwrap();
            assert_eq!(read(&kept(&as_marked)).as_deref(), Some(draft), "{draft:?}");
        }
    }

    #[test]
    fn what_nobody_wrote_is_not_read() {
        for description in
            ["", "Δεν μπορώ.", "\u{200b}", "```\nα", "\u{200b}\u{2060}α\u{200b}", "``` α ```"]
        {
            assert_eq!(read(description), None, "{description:?}");
        }
    }

    /// Texts of up to 4,000 characters in which characters with a meaning are as frequent as others.
    fn drafts() -> impl Strategy<Value = String> {
        let sign = prop_oneof![
            4 => any::<char>(),
            4 => prop::sample::select("αβγ άέ.!;".chars().collect::<Vec<_>>()),
            4 => prop::sample::select("`*_~|\\<>[]()#@:/-+1.\n\r\t ".chars().collect::<Vec<_>>()),
            2 => prop::sample::select(vec![
                '\u{200b}', '\u{2060}', '\u{200d}', '\u{fe0f}', '\u{fe00}', '\u{202e}', '\u{2066}', '\u{feff}',
            ]),
        ];
        let short = prop::collection::vec(sign.clone(), 0..200);
        let long = prop::collection::vec(sign, 0..4_000);
        prop_oneof![4 => short, 1 => long].prop_map(|signs| signs.into_iter().collect())
    }

    proptest! {
        #[test]
        fn every_draft_comes_back_or_is_not_carried(draft in drafts(), cut in any::<prop::sample::Index>()) {
            let middle = draft.floor_char_boundary(cut.index(draft.len() + 1));
            let mark = 0..middle;
            let as_marked = marked(&draft, std::slice::from_ref(&mark));
            for carried in [as_marked.clone(), block(&draft)].into_iter().flatten() {
                prop_assert!(length(&carried) <= limits::EMBED_DESCRIPTION);
                let read_back = read(&kept(&carried));
                prop_assert_eq!(read_back.as_deref(), Some(draft.as_str()));
            }
            let short = length(&draft) <= 300;
            prop_assert!(!short || as_marked.is_some() && block(&draft).is_some());
        }

        #[test]
        fn an_escaped_text_comes_back(draft in drafts()) {
            let back = escape::unescaped(&escape::escaped(&draft));
            prop_assert_eq!(back.as_deref(), Some(draft.as_str()));
        }
    }
}
