//! The only codec between what a control does and its custom id.
//!
//! A custom id is a version, a word and a few fields: `p1/activate/7/42/stand`. Posted messages keep theirs for as long
//! as they exist, so a word or a field that was released keeps its meaning. It comes back from outside and may be
//! forged: what can't be read is refused here, and what can be read gives nobody a right.

use std::fmt::Display;
use std::str::{FromStr, Split};

use super::{Action, FormAction, NameHash, ProposalPlace, TableList};
use crate::check::BadCardState;
use crate::import::{Options, Persons, Sides};
use crate::model::Version;
use crate::rules::MAX_TAG_CHARS;
use crate::store::{Area, ClaimId, Position, ProposalId, SwitchKind, UploadId, Vote};
use crate::team::{ExportAs, Objections};
use crate::tips::TipKey;
use crate::ui::leads::settings::Topic;
use crate::ui::rule_filter::{ListView, MAX_WORDS_CHARS, beginning};

/// A change to the meaning of a custom id takes the next number. No other custom id of the bot begins so.
const VERSION: &str = "p1";
/// Between the fields; in a text it becomes `_`.
const BETWEEN: char = '/';
/// Written in place of an empty field.
const NOTHING: &str = "-";
/// The longest custom id: Discord's limit, in characters as UTF-16 counts them.
pub const MAX_CUSTOM_ID_CHARS: usize = 100;
/// The longest id of a principle that is written as it is, in characters; of a longer one its hash is.
pub(super) const MAX_PRINCIPLE_CHARS: usize = 60;

const TABLE_LISTS: [(TableList, &str); 3] =
    [(TableList::Columns, "columns"), (TableList::Heading, "heading"), (TableList::Sheet, "sheet")];
const ACTIVATIONS: [(Objections, &str); 3] =
    [(Objections::Stand, "stand"), (Objections::Mute, "silent"), (Objections::InPlace, "in-place")];
const APPROVALS: [(Objections, &str); 3] =
    [(Objections::Stand, "plain"), (Objections::Mute, "mine"), (Objections::InPlace, "in-place")];
const PLACES: [(ProposalPlace, &str); 2] =
    [(ProposalPlace::Channel, "c"), (ProposalPlace::Alone, "a")];
const POSITIONS: [(Position, &str); 2] = [(Position::On, "on"), (Position::Off, "off")];
const SIDES: [(Sides, &str); 2] = [(Sides::AsWritten, "0"), (Sides::Swapped, "1")];
const PERSONS: [(Persons, &str); 2] = [(Persons::All, "0"), (Persons::AsWritten, "1")];

/// Whether a custom id is that of a panel or its form, of this version or another.
pub fn is_action(custom_id: &str) -> bool {
    let mut signs = custom_id.chars();
    signs.next() == Some('p') && signs.next().is_some_and(|sign| sign.is_ascii_digit())
}

impl Action {
    /// The custom id.
    pub fn encode(&self) -> String {
        match self {
            Action::Activate { upload, fingerprint, objections } => {
                let objections = word(&ACTIVATIONS, objections);
                written("activate", &[&upload.0, fingerprint, &objections])
            }
            Action::Cancel { upload } => written("cancel", &[&upload.0]),
            Action::Leave => written("leave", &[]),
            Action::List(view) => {
                written("list", &[&view.page, &view.signs(), &view.tags(), &plain(view.words())])
            }
            Action::Narrow { words } => {
                written("narrow", &[&plain(beginning(words, MAX_WORDS_CHARS))])
            }
            Action::Show => written("show", &[]),
            Action::EditRule { rule } => written("edit-rule", &[&rule.written()]),
            Action::RuleLevel { rule } => written("rule-level", &[&rule.written()]),
            Action::TryRule { rule } => written("try-rule", &[&rule.written()]),
            Action::Turn { to, kind, name, base } => {
                let to = word(&POSITIONS, to);
                written("turn", &[&to, &kind.word(), &name.written(), &base.0])
            }
            Action::TurnChosen { to, base } => {
                written("turn-chosen", &[&word(&POSITIONS, to), &base.0])
            }
            Action::Export { form } => written("export", &[&word(ExportAs::ALL, form)]),
            Action::History { skip } => written("history", &[skip]),
            Action::Change => written("change", &[]),
            Action::Versions { file: None } => written("versions", &[]),
            Action::Versions { file: Some(file) } => written("versions", &[&file.written()]),
            Action::Version { file, number: None } => written("version", &[&file.written()]),
            Action::Version { file, number: Some(number) } => {
                written("version", &[&file.written(), number])
            }
            Action::Restore { file, number, base } => {
                written("restore", &[&file.written(), number, &base.0])
            }
            Action::Remove { file, base } => written("remove", &[&file.written(), &base.0]),
            Action::NamesForm => written("names-form", &[]),
            Action::NamesDrop { base } => written("names-drop", &[&base.0]),
            Action::TipVote { vote: Vote::Useful, tip, claim } => {
                written("tip-useful", &[&tip.written(), &or_nothing(claim.map(|it| it.0))])
            }
            Action::TipVote { vote: Vote::NotForUs, tip, claim } => {
                written("tip-not-for-us", &[&tip.written(), &or_nothing(claim.map(|it| it.0))])
            }
            Action::TipWords { tip, claim } => {
                written("tip-words", &[&tip.written(), &or_nothing(claim.map(|it| it.0))])
            }
            Action::Undo { area: Area::Rules, version } => written("undo", &[&version.0]),
            Action::Undo { area, version } => {
                written("undo", &[&version.0, &word(Area::ALL, area)])
            }
            Action::Report { upload } => written("report", &[&upload.0]),
            Action::Read { upload, options } => read_so("read", &[&upload.0], options),
            Action::ReadBy { upload, list, options } => {
                read_so("read-by", &[&upload.0, &word(&TABLE_LISTS, list)], options)
            }
            Action::Level { upload } => written("level", &[&upload.0]),
            Action::Forms { upload } => written("forms", &[&upload.0]),
            Action::RowForms { upload } => written("row-forms", &[&upload.0]),
            Action::CatchRow { upload, line } => written("catch-row", &[&upload.0, line]),
            Action::Rewrite { upload } => written("rewrite", &[&upload.0]),
            Action::Try { upload } => written("try", &[&upload.0]),
            Action::SettingsTopic => written("topic", &[]),
            Action::SettingsSet { topic, base } => written("set", &[&topic.word(), &base.0]),
            Action::Proposals { at } => written("proposals", &[at]),
            Action::Approve { proposal, place, kept: None } => {
                written("approve", &[&proposal.0, &word(&PLACES, place)])
            }
            Action::Approve { proposal, place, kept: Some(kept) } => {
                written("approve", &[&proposal.0, &word(&PLACES, place), &kept.0])
            }
            Action::ApproveAnyway { proposal, upload, objections, fingerprint: None } => {
                written("anyway", &[&proposal.0, &upload.0, &word(&APPROVALS, objections)])
            }
            Action::ApproveAnyway { proposal, upload, objections, fingerprint: Some(seen) } => {
                written("anyway", &[&proposal.0, &upload.0, &word(&APPROVALS, objections), seen])
            }
            Action::UndoApproval { version, place, proposal: None } => {
                written("unapprove", &[&version.0, &word(&PLACES, place)])
            }
            Action::UndoApproval { version, place, proposal: Some(proposal) } => {
                written("unapprove", &[&version.0, &word(&PLACES, place), &proposal.0])
            }
            Action::Decline { proposal, place } => {
                written("decline", &[&proposal.0, &word(&PLACES, place)])
            }
            Action::Forget => written("forget", &[]),
        }
    }

    /// What the custom id of a button or a list says.
    ///
    /// # Errors
    /// For what another version has written, and for what none has.
    pub fn decode(custom_id: &str) -> Result<Action, BadCardState> {
        read(custom_id, Action::of)
    }

    fn of(word: &str, fields: &mut Fields<'_>) -> Option<Action> {
        Some(match word {
            "activate" => Action::Activate {
                upload: fields.upload()?,
                fingerprint: fields.number()?,
                objections: fields.word(&ACTIVATIONS)?,
            },
            "cancel" => Action::Cancel { upload: fields.upload()? },
            "leave" => Action::Leave,
            "list" => Action::List(ListView::read(
                fields.number()?,
                fields.text()?,
                fields.text()?,
                fields.text()?,
            )?),
            "narrow" => Action::Narrow { words: fields.text()?.to_owned() },
            "show" => Action::Show,
            "edit-rule" => Action::EditRule { rule: fields.name()? },
            "rule-level" => Action::RuleLevel { rule: fields.name()? },
            "try-rule" => Action::TryRule { rule: fields.name()? },
            "turn" => Action::Turn {
                to: fields.word(&POSITIONS)?,
                kind: fields.word(SwitchKind::ALL)?,
                name: fields.name()?,
                base: fields.version()?,
            },
            "turn-chosen" => {
                Action::TurnChosen { to: fields.word(&POSITIONS)?, base: fields.version()? }
            }
            "export" => Action::Export { form: fields.word(ExportAs::ALL)? },
            "history" => Action::History { skip: fields.number()? },
            "change" => Action::Change,
            "versions" => Action::Versions { file: fields.rest(NameHash::read)? },
            "version" => Action::Version {
                file: fields.name()?,
                number: fields.rest(|number| number.parse().ok())?,
            },
            "restore" => Action::Restore {
                file: fields.name()?,
                number: fields.number()?,
                base: fields.version()?,
            },
            "remove" => Action::Remove { file: fields.name()?, base: fields.version()? },
            "names-form" => Action::NamesForm,
            "names-drop" => Action::NamesDrop { base: fields.version()? },
            "tip-useful" => {
                Action::TipVote { vote: Vote::Useful, tip: fields.tip()?, claim: fields.claim()? }
            }
            "tip-not-for-us" => {
                Action::TipVote { vote: Vote::NotForUs, tip: fields.tip()?, claim: fields.claim()? }
            }
            "tip-words" => Action::TipWords { tip: fields.tip()?, claim: fields.claim()? },
            "undo" => Action::Undo { version: fields.version()?, area: fields.area()? },
            "report" => Action::Report { upload: fields.upload()? },
            "read" => Action::Read { upload: fields.upload()?, options: fields.options()? },
            "read-by" => Action::ReadBy {
                upload: fields.upload()?,
                list: fields.word(&TABLE_LISTS)?,
                options: fields.options()?,
            },
            "level" => Action::Level { upload: fields.upload()? },
            "forms" => Action::Forms { upload: fields.upload()? },
            "row-forms" => Action::RowForms { upload: fields.upload()? },
            "catch-row" => Action::CatchRow { upload: fields.upload()?, line: fields.number()? },
            "rewrite" => Action::Rewrite { upload: fields.upload()? },
            "try" => Action::Try { upload: fields.upload()? },
            "topic" => Action::SettingsTopic,
            "set" => {
                Action::SettingsSet { topic: fields.word(Topic::ALL)?, base: fields.version()? }
            }
            "proposals" => Action::Proposals { at: fields.number()? },
            "approve" => Action::Approve {
                proposal: fields.proposal()?,
                place: fields.word(&PLACES)?,
                kept: fields.rest_number()?.map(UploadId),
            },
            "anyway" => Action::ApproveAnyway {
                proposal: fields.proposal()?,
                upload: fields.upload()?,
                objections: fields.word(&APPROVALS)?,
                fingerprint: fields.rest(|seen| seen.parse().ok())?,
            },
            "unapprove" => Action::UndoApproval {
                version: fields.version()?,
                place: fields
                    .rest(|place| of_word(&PLACES, place))?
                    .unwrap_or(ProposalPlace::Alone),
                proposal: fields.rest_number()?.map(ProposalId),
            },
            "decline" => {
                Action::Decline { proposal: fields.proposal()?, place: fields.word(&PLACES)? }
            }
            "forget" => Action::Forget,
            _ => return None,
        })
    }
}

impl FormAction {
    /// The custom id.
    pub fn encode(&self) -> String {
        match self {
            FormAction::Paste => written("paste", &[]),
            FormAction::NewRule { upload: None } => written("new-rule", &[]),
            FormAction::NewRule { upload: Some(upload) } => written("new-rule", &[&upload.0]),
            FormAction::EditRule { rule } => written("edit-rule", &[&rule.written()]),
            FormAction::TryRule { rule } => written("try-rule", &[&rule.written()]),
            FormAction::Try { upload } => written("try", &[&upload.0]),
            FormAction::NamesAdd { base } => written("names-add", &[&base.0]),
            FormAction::TipWritten { language, principle } => {
                let language = plain(beginning(language, MAX_TAG_CHARS));
                let short = |id: &String| match beginning(id, MAX_PRINCIPLE_CHARS) == id {
                    true => plain(id),
                    false => NameHash::of(id).written(),
                };
                written("tip-written", &[&language, &or_nothing(principle.as_ref().map(short))])
            }
            FormAction::Approve { proposal, place } => {
                written("approved", &[&proposal.0, &word(&PLACES, place)])
            }
            FormAction::Decline { proposal, place } => {
                written("declined", &[&proposal.0, &word(&PLACES, place)])
            }
        }
    }

    /// What the custom id of a form says.
    ///
    /// # Errors
    /// For what another version has written, and for what none has.
    pub fn decode(custom_id: &str) -> Result<FormAction, BadCardState> {
        read(custom_id, FormAction::of)
    }

    fn of(word: &str, fields: &mut Fields<'_>) -> Option<FormAction> {
        Some(match word {
            "paste" => FormAction::Paste,
            "new-rule" => FormAction::NewRule { upload: fields.rest_number()?.map(UploadId) },
            "edit-rule" => FormAction::EditRule { rule: fields.name()? },
            "try-rule" => FormAction::TryRule { rule: fields.name()? },
            "try" => FormAction::Try { upload: fields.upload()? },
            "names-add" => FormAction::NamesAdd { base: fields.version()? },
            "tip-written" => FormAction::TipWritten {
                language: fields.text()?.to_owned(),
                principle: Some(fields.text()?).filter(|id| *id != NOTHING).map(str::to_owned),
            },
            "approved" => {
                FormAction::Approve { proposal: fields.proposal()?, place: fields.word(&PLACES)? }
            }
            "declined" => {
                FormAction::Decline { proposal: fields.proposal()?, place: fields.word(&PLACES)? }
            }
            _ => return None,
        })
    }
}

fn written(word: &str, fields: &[&dyn Display]) -> String {
    let mut written = format!("{VERSION}{BETWEEN}{word}");
    for field in fields {
        written.push_str(&format!("{BETWEEN}{field}"));
    }
    written
}

fn plain(text: &str) -> String {
    text.replace(BETWEEN, "_")
}

fn or_nothing<T: Display>(field: Option<T>) -> String {
    field.map_or_else(|| NOTHING.to_owned(), |field| field.to_string())
}

/// A word and fields, then how a table is read.
fn read_so(name: &str, before: &[&dyn Display], options: &Options) -> String {
    let (sides, persons) = (word(&SIDES, &options.sides), word(&PERSONS, &options.verbs));
    let chosen = options.words();
    let mut fields: Vec<&dyn Display> = before.to_vec();
    fields.extend([&sides as &dyn Display, &persons]);
    fields.extend(chosen.iter().map(|word| word as &dyn Display));
    written(name, &fields)
}

fn word<T: PartialEq>(all: &[(T, &'static str)], value: &T) -> &'static str {
    all.iter().find(|(known, _)| known == value).map_or(NOTHING, |(_, word)| word)
}

fn of_word<T: Copy>(all: &[(T, &str)], word: &str) -> Option<T> {
    all.iter().find(|(_, known)| *known == word).map(|(value, _)| *value)
}

fn read<T>(
    custom_id: &str,
    of: impl FnOnce(&str, &mut Fields<'_>) -> Option<T>,
) -> Result<T, BadCardState> {
    let mut fields = Fields(custom_id.split(BETWEEN));
    if fields.text() != Some(VERSION) {
        return Err(BadCardState::OtherVersion);
    }
    let action = fields.text().and_then(|word| of(word, &mut fields));
    action.filter(|_| fields.text().is_none()).ok_or(BadCardState::Unreadable)
}

/// The fields of a custom id, read one after another.
struct Fields<'i>(Split<'i, char>);

impl<'i> Fields<'i> {
    fn text(&mut self) -> Option<&'i str> {
        self.0.next()
    }

    fn number<T: FromStr>(&mut self) -> Option<T> {
        self.text()?.parse().ok()
    }

    fn word<T: Copy>(&mut self, all: &[(T, &str)]) -> Option<T> {
        of_word(all, self.text()?)
    }

    /// A field that may be missing at the end, or empty.
    fn rest<T>(&mut self, read: impl FnOnce(&str) -> Option<T>) -> Option<Option<T>> {
        match self.text() {
            None | Some("" | NOTHING) => Some(None),
            Some(field) => read(field).map(Some),
        }
    }

    fn rest_number(&mut self) -> Option<Option<i64>> {
        self.rest(|number| number.parse().ok())
    }

    /// How a table is read: its sides and persons, then what a lead chose of its layout.
    fn options(&mut self) -> Option<Options> {
        let (sides, verbs) = (self.word(&SIDES)?, self.word(&PERSONS)?);
        let chosen: Vec<&str> = self.0.by_ref().collect();
        Some(Options { sides, verbs, ..Options::of_words(&chosen) })
    }

    /// What was changed; the rules, where nothing is said.
    fn area(&mut self) -> Option<Area> {
        Some(self.rest(|word| of_word(Area::ALL, word))?.unwrap_or(Area::Rules))
    }

    fn upload(&mut self) -> Option<UploadId> {
        self.number().map(UploadId)
    }

    fn proposal(&mut self) -> Option<ProposalId> {
        self.number().map(ProposalId)
    }

    fn version(&mut self) -> Option<Version> {
        self.number().map(Version)
    }

    fn name(&mut self) -> Option<NameHash> {
        NameHash::read(self.text()?)
    }

    fn tip(&mut self) -> Option<TipKey> {
        TipKey::read(self.text()?)
    }

    fn claim(&mut self) -> Option<Option<ClaimId>> {
        Some(self.rest_number()?.map(ClaimId))
    }
}
