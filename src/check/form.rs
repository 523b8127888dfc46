//! A form: what a person is asked to write.

use super::card::{Card, MAX_FIELDS};
use super::card_state::{CardAction, CardState};
use crate::engine::Blank;

/// What a form is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FormKind {
    /// A draft to check.
    Draft,
    /// What belongs into the blanks of a reworded draft.
    Blanks,
}

/// One box of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlankField {
    /// What belongs there; `None` for the draft itself.
    pub hint: Option<String>,
    /// The words that come before it, shortened: they tell two blanks with the same hint apart.
    pub before: String,
    /// The text it starts with.
    pub value: String,
    /// The longest text that is taken, in characters.
    pub max_chars: usize,
}

/// The longest text that a field of a form takes, in characters: Discord's limit for a text input.
pub const MAX_BOX_CHARS: usize = 4_000;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardForm {
    /// What it is for.
    pub kind: FormKind,
    /// One to five boxes.
    pub fields: Vec<BlankField>,
    /// Comes back with what was written: as a custom id, see [`CardState::written`].
    pub state: CardState,
    /// What is done with what was written.
    pub action: CardAction,
    /// How many blanks are left for another form.
    pub left: usize,
}

/// The longest text for one blank, in characters.
const MAX_BLANK_CHARS: usize = 500;

/// Words that are shown before a blank, in characters.
const MAX_BEFORE_CHARS: usize = 40;

/// End marks that are not written twice where a blank comes before one.
const END_MARKS: [char; 6] = ['.', ';', '!', '?', '…', '\u{37e}'];

impl CardForm {
    /// A form for a draft, empty or with a text to go on from.
    pub fn draft(text: &str) -> CardForm {
        let fits = text.chars().count() <= MAX_BOX_CHARS;
        let value = if fits { text.to_owned() } else { String::new() };
        let field =
            BlankField { hint: None, before: String::new(), value, max_chars: MAX_BOX_CHARS };
        CardForm {
            kind: FormKind::Draft,
            fields: vec![field],
            state: CardState::default(),
            action: CardAction::Checked,
            left: 0,
        }
    }

    /// A form that goes on from the reworded draft of a card; where that is too long for a box, from the draft.
    pub fn again(card: &Card) -> CardForm {
        let fits = |text: &&String| text.chars().count() <= MAX_BOX_CHARS;
        let text = [&card.review.rewrite, &card.draft].into_iter().find(fits);
        CardForm::draft(text.map_or("", String::as_str))
    }

    /// A form for the next blanks of a card; `None` if it has none.
    pub fn blanks(card: &Card) -> Option<CardForm> {
        let field = |blank: &Blank| BlankField {
            hint: Some(blank.hint.clone()),
            before: before(&card.review.rewrite, blank),
            value: String::new(),
            max_chars: MAX_BLANK_CHARS,
        };
        let fields: Vec<BlankField> = card.next_blanks().iter().map(field).collect();
        (!fields.is_empty()).then(|| CardForm {
            kind: FormKind::Blanks,
            left: card.review.blanks.len().saturating_sub(MAX_FIELDS),
            fields,
            state: card.state(),
            action: CardAction::BlanksFilled,
        })
    }
}

/// The words of the sentence up to a blank; of many the last ones.
fn before(text: &str, blank: &Blank) -> String {
    let before = text.get(..blank.span.start).unwrap_or("");
    let ends = |sign: char| END_MARKS.contains(&sign) || sign == '\n';
    let start = before.trim_end().rfind(ends).map_or(0, |at| at + 1);
    let sentence = before.get(start..).unwrap_or(before).trim();
    let count = sentence.chars().count();
    if count <= MAX_BEFORE_CHARS {
        return sentence.to_owned();
    }
    let last: String = sentence.chars().skip(count - MAX_BEFORE_CHARS + 1).collect();
    format!("…{}", last.trim_start())
}

/// The reworded draft of a card with the next blanks filled in; a blank for which nothing was written stays.
pub fn filled(card: &Card, values: &[String]) -> String {
    let text = &card.review.rewrite;
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (blank, value) in card.next_blanks().iter().zip(values) {
        let value = value.trim();
        let (Some(before), Some(after)) =
            (text.get(at..blank.span.start), text.get(blank.span.end..))
        else {
            continue;
        };
        if value.is_empty() {
            continue;
        }
        out.push_str(before);
        let ends = after.starts_with(END_MARKS);
        out.push_str(if ends { value.trim_end_matches(END_MARKS) } else { value });
        at = blank.span.end;
    }
    out.push_str(text.get(at..).unwrap_or(""));
    out
}
