//! What a button carries: a version, numbers and two short hashes; never a word of a draft.
//!
//! A card is rewritten whenever one of its buttons is pressed: from the draft that is in the
//! card, the active rules, and this. So a button works after a restart, and on any process.

use std::fmt;

use crate::engine::Pick;

/// A change to the form of handles, or to what a card shows, takes the next number.
const VERSION: &str = "1";
/// Rows for which a pick is carried. A state then stays below Discord's 100 characters for a custom id.
pub const MAX_PICKS: usize = 64;
/// The highest number of a wording that a single character encodes.
pub(super) const MOST_WORDINGS: usize = 20;

/// What a button or a form does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CardAction {
    /// Turns to another row.
    Focus,
    /// The next wording for the row.
    AnotherWording,
    /// The draft's own words for the row.
    Keep,
    /// The same, and the rule has found something harmless.
    NotAProblem,
    /// Opens the form for the blanks.
    FillBlanks,
    /// What was filled in.
    BlanksFilled,
    /// Opens the form with the text.
    CheckAgain,
    /// The text to check.
    Checked,
}

impl CardAction {
    /// Every action with the character that stands for it.
    const ALL: [(CardAction, char); 8] = [
        (CardAction::Focus, 'r'),
        (CardAction::AnotherWording, 'w'),
        (CardAction::Keep, 'k'),
        (CardAction::NotAProblem, 'n'),
        (CardAction::FillBlanks, 'b'),
        (CardAction::BlanksFilled, 'f'),
        (CardAction::CheckAgain, 'a'),
        (CardAction::Checked, 'c'),
    ];

    fn sign(self) -> char {
        Self::ALL.iter().find(|(action, _)| *action == self).map_or('?', |(_, sign)| *sign)
    }

    fn of(sign: &str) -> Option<CardAction> {
        let mut signs = sign.chars();
        let (first, rest) = (signs.next()?, signs.next());
        let known = Self::ALL.iter().find(|(_, known)| *known == first);
        known.filter(|_| rest.is_none()).map(|(action, _)| *action)
    }
}

/// What somebody decided about a row of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RowPick {
    /// Nothing yet: the first wording that fits.
    #[default]
    Fitting,
    /// The wording of this number.
    Wording(usize),
    /// The draft's own words.
    Keep,
    /// The same, for the rule has found something harmless.
    NotAProblem,
}

impl RowPick {
    /// What the engine is asked for.
    pub fn pick(self) -> Pick {
        match self {
            RowPick::Fitting => Pick::Fitting,
            RowPick::Wording(number) => Pick::Wording(number),
            RowPick::Keep | RowPick::NotAProblem => Pick::Keep,
        }
    }

    /// Whether the draft's own words stay.
    pub fn keeps(self) -> bool {
        self.pick() == Pick::Keep
    }

    fn sign(self) -> char {
        match self {
            RowPick::Fitting => '-',
            RowPick::Wording(number) => {
                let number = number.min(MOST_WORDINGS - 1) as u8;
                char::from(b'A' + number)
            }
            RowPick::Keep => 'k',
            RowPick::NotAProblem => 'n',
        }
    }

    fn of(sign: char) -> Option<RowPick> {
        match sign {
            '-' => Some(RowPick::Fitting),
            'k' => Some(RowPick::Keep),
            'n' => Some(RowPick::NotAProblem),
            'A'..='T' => Some(RowPick::Wording(usize::from(sign as u8 - b'A'))),
            _ => None,
        }
    }
}

/// The state of a card: which row is selected, and what was decided about each.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CardState {
    /// The row that the buttons are about.
    pub focus: usize,
    /// Tells one draft from another.
    pub draft_hash: u32,
    /// Tells whether the rules still find the same.
    pub findings_hash: u16,
    /// A pick for each row; rows past the end have none yet.
    pub picks: Vec<RowPick>,
}

/// Why a state can't be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadCardState {
    /// Another version of the program wrote it.
    OtherVersion,
    /// Nobody wrote it.
    Unreadable,
}

impl CardState {
    /// The state as a custom id: at most 100 ASCII characters.
    pub fn written(&self, action: CardAction) -> String {
        let mut picks: String = self.picks.iter().take(MAX_PICKS).map(|pick| pick.sign()).collect();
        picks.truncate(picks.trim_end_matches('-').len());
        format!("{VERSION}.{}.{self}.{picks}", action.sign())
    }

    /// What a custom id says.
    ///
    /// # Errors
    /// [`BadCardState::OtherVersion`] if it begins with another version, else [`BadCardState::Unreadable`].
    pub fn read(custom_id: &str) -> Result<(CardAction, CardState), BadCardState> {
        let Some((version, rest)) = custom_id.split_once('.') else {
            return Err(BadCardState::Unreadable);
        };
        if version != VERSION {
            let is_version =
                !version.is_empty() && version.chars().all(|sign| sign.is_ascii_digit());
            return Err(if is_version {
                BadCardState::OtherVersion
            } else {
                BadCardState::Unreadable
            });
        }
        read_parts(rest).ok_or(BadCardState::Unreadable)
    }
}

fn read_parts(rest: &str) -> Option<(CardAction, CardState)> {
    let mut parts = rest.split('.');
    let action = CardAction::of(parts.next()?)?;
    let focus = usize::from(u16::from_str_radix(parts.next()?, 16).ok()?);
    let draft_hash = u32::from_str_radix(parts.next()?, 16).ok()?;
    let findings_hash = u16::from_str_radix(parts.next()?, 16).ok()?;
    let picks: Option<Vec<RowPick>> = parts.next()?.chars().map(RowPick::of).collect();
    let picks = picks.filter(|picks| picks.len() <= MAX_PICKS && parts.next().is_none())?;
    Some((action, CardState { focus, draft_hash, findings_hash, picks }))
}

impl fmt::Display for CardState {
    /// The numbers between the action and the picks.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let focus = self.focus.min(usize::from(u16::MAX));
        write!(out, "{focus:x}.{:x}.{:x}", self.draft_hash, self.findings_hash)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let picks =
            vec![RowPick::Fitting, RowPick::Wording(3), RowPick::Keep, RowPick::NotAProblem];
        let state = CardState { focus: 2, draft_hash: 0xdead_beef, findings_hash: 0xf00, picks };
        for (action, _) in CardAction::ALL {
            assert_eq!(CardState::read(&state.written(action)), Ok((action, state.clone())));
        }
    }

    /// What a posted card carries is read for good.
    #[test]
    fn every_action_keeps_its_written_form() {
        let picks =
            vec![RowPick::Fitting, RowPick::Wording(3), RowPick::Keep, RowPick::NotAProblem];
        let state = CardState { focus: 18, draft_hash: 0xdead_beef, findings_hash: 0xf00, picks };
        for (literal, action) in [
            ("1.r.12.deadbeef.f00.-Dkn", CardAction::Focus),
            ("1.w.12.deadbeef.f00.-Dkn", CardAction::AnotherWording),
            ("1.k.12.deadbeef.f00.-Dkn", CardAction::Keep),
            ("1.n.12.deadbeef.f00.-Dkn", CardAction::NotAProblem),
            ("1.b.12.deadbeef.f00.-Dkn", CardAction::FillBlanks),
            ("1.f.12.deadbeef.f00.-Dkn", CardAction::BlanksFilled),
            ("1.a.12.deadbeef.f00.-Dkn", CardAction::CheckAgain),
            ("1.c.12.deadbeef.f00.-Dkn", CardAction::Checked),
        ] {
            assert_eq!(state.written(action), literal);
            assert_eq!(CardState::read(literal), Ok((action, state.clone())));
        }
        assert_eq!(CardState::default().written(CardAction::Checked), "1.c.0.0.0.");
        let picks = vec![RowPick::Wording(0), RowPick::Wording(19), RowPick::Fitting];
        let cut = CardState { picks, ..CardState::default() };
        assert_eq!(cut.written(CardAction::Keep), "1.k.0.0.0.AT");
    }

    #[test]
    fn a_state_fits_into_a_custom_id() {
        let picks = vec![RowPick::NotAProblem; 500];
        let state =
            CardState { focus: usize::MAX, draft_hash: u32::MAX, findings_hash: u16::MAX, picks };
        let written = state.written(CardAction::Focus);
        assert!(written.len() <= 100 && written.is_ascii(), "{written}");
        assert!(CardState::read(&written).is_ok());
    }

    #[test]
    fn what_cannot_be_read_is_told_apart() {
        for (written, expected) in [
            ("", BadCardState::Unreadable),
            ("nonsense", BadCardState::Unreadable),
            ("2.w.0.0.0.", BadCardState::OtherVersion),
            ("1", BadCardState::Unreadable),
            ("1.", BadCardState::Unreadable),
            ("1.w.0.0.0", BadCardState::Unreadable),
            ("1.z.0.0.0.", BadCardState::Unreadable),
            ("1.w.0.0.0.?", BadCardState::Unreadable),
            ("1.w.0.0.0..", BadCardState::Unreadable),
            ("1.w.fffff.0.0.", BadCardState::Unreadable),
            ("1.ww.0.0.0.", BadCardState::Unreadable),
            ("v1.w.0.0.0.", BadCardState::Unreadable),
            ("1.w.0.0.0.λ", BadCardState::Unreadable),
        ] {
            assert_eq!(CardState::read(written), Err(expected), "{written:?}");
        }
    }
}
