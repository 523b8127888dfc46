//! Every written form, by its literal: what was posted once is read for good.

use super::codec::MAX_PRINCIPLE_CHARS;
use super::*;
use crate::check::BadCardState;
use crate::import::{Chosen, Heading};
use crate::import::{Persons, Sides};
use crate::rules::Level;
use crate::ui::leads::listing::Narrowing;

const UPLOAD: UploadId = UploadId(7);
const PROPOSAL: ProposalId = ProposalId(12);
const BASE: Version = Version(40);
const TIP: TipKey = TipKey(0xbeef);
/// A name, and the hash that stands for it.
const FILE: &str = "el_refusals";
const HASH: &str = "c2170103a00a6f30";

fn actions() -> Vec<(&'static str, Action)> {
    let file = NameHash::of(FILE);
    let (channel, alone) = (ProposalPlace::Channel, ProposalPlace::Alone);
    let swapped =
        Options { sides: Sides::Swapped, verbs: Persons::AsWritten, ..Options::default() };
    let laid_out = Options {
        columns: Some(Chosen { avoid: 1, prefer: 2 }),
        heading: Heading::None,
        sheet: Some(3),
        ..Options::default()
    };
    let narrowed = [Narrowing::Own, Narrowing::Muted, Narrowing::Of(Level::Error)];
    let languages = ["el".to_owned(), "en-GB".to_owned()];
    let view = ListView::new(narrowed, languages, "δεν μπορω").at(3);
    vec![
        (
            "p1/activate/7/4294967295/stand",
            Action::Activate {
                upload: UPLOAD,
                fingerprint: u32::MAX,
                objections: Objections::Stand,
            },
        ),
        (
            "p1/activate/7/0/silent",
            Action::Activate { upload: UPLOAD, fingerprint: 0, objections: Objections::Mute },
        ),
        (
            "p1/activate/7/0/in-place",
            Action::Activate { upload: UPLOAD, fingerprint: 0, objections: Objections::InPlace },
        ),
        ("p1/cancel/7", Action::Cancel { upload: UPLOAD }),
        ("p1/leave", Action::Leave),
        ("p1/list/0///", Action::List(ListView::default())),
        ("p1/list/3/o0e/el.en-GB/δεν μπορω", Action::List(view)),
        ("p1/narrow/", Action::Narrow { words: String::new() }),
        ("p1/narrow/δεν μπορω", Action::Narrow { words: "δεν μπορω".to_owned() }),
        ("p1/show", Action::Show),
        (
            "p1/turn/off/rule/HASH/40",
            Action::Turn { to: Position::Off, kind: SwitchKind::Rule, name: file, base: BASE },
        ),
        (
            "p1/turn/on/principle/HASH/40",
            Action::Turn { to: Position::On, kind: SwitchKind::Principle, name: file, base: BASE },
        ),
        (
            "p1/turn/on/pack/HASH/40",
            Action::Turn { to: Position::On, kind: SwitchKind::Pack, name: file, base: BASE },
        ),
        ("p1/turn-chosen/on/40", Action::TurnChosen { to: Position::On, base: BASE }),
        ("p1/turn-chosen/off/40", Action::TurnChosen { to: Position::Off, base: BASE }),
        ("p1/export/original", Action::Export { form: ExportAs::Original }),
        ("p1/export/xlsx", Action::Export { form: ExportAs::Workbook }),
        ("p1/export/csv", Action::Export { form: ExportAs::Csv }),
        ("p1/export/yaml", Action::Export { form: ExportAs::Yaml }),
        ("p1/history/10", Action::History { skip: 10 }),
        ("p1/change", Action::Change),
        ("p1/versions", Action::Versions { file: None }),
        ("p1/versions/HASH", Action::Versions { file: Some(file) }),
        ("p1/version/HASH", Action::Version { file, number: None }),
        ("p1/version/HASH/2", Action::Version { file, number: Some(2) }),
        ("p1/restore/HASH/2/40", Action::Restore { file, number: 2, base: BASE }),
        ("p1/remove/HASH/40", Action::Remove { file, base: BASE }),
        ("p1/names-form", Action::NamesForm),
        ("p1/names-drop/40", Action::NamesDrop { base: BASE }),
        (
            "p1/tip-useful/beef/5",
            Action::TipVote { vote: Vote::Useful, tip: TIP, claim: Some(ClaimId(5)) },
        ),
        ("p1/tip-useful/beef/-", Action::TipVote { vote: Vote::Useful, tip: TIP, claim: None }),
        (
            "p1/tip-not-for-us/beef/5",
            Action::TipVote { vote: Vote::NotForUs, tip: TIP, claim: Some(ClaimId(5)) },
        ),
        ("p1/tip-words/beef/5", Action::TipWords { tip: TIP, claim: Some(ClaimId(5)) }),
        ("p1/tip-words/beef/-", Action::TipWords { tip: TIP, claim: None }),
        (
            "p1/read-by/7/heading/0/1/no-heads",
            Action::ReadBy {
                upload: UPLOAD,
                list: TableList::Heading,
                options: Options {
                    verbs: Persons::AsWritten,
                    heading: crate::import::Heading::None,
                    ..Options::default()
                },
            },
        ),
        ("p1/forms/7", Action::Forms { upload: UPLOAD }),
        ("p1/row-forms/7", Action::RowForms { upload: UPLOAD }),
        ("p1/catch-row/7/12", Action::CatchRow { upload: UPLOAD, line: 12 }),
        ("p1/undo/40", Action::Undo { area: Area::Rules, version: BASE }),
        ("p1/undo/40/settings", Action::Undo { area: Area::Settings, version: BASE }),
        ("p1/undo/40/tips", Action::Undo { area: Area::Tips, version: BASE }),
        ("p1/report/7", Action::Report { upload: UPLOAD }),
        ("p1/read/7/0/0", Action::Read { upload: UPLOAD, options: Options::default() }),
        ("p1/read/7/1/1", Action::Read { upload: UPLOAD, options: swapped }),
        (
            "p1/read/7/0/0/columns-1-2/no-heads/sheet-3",
            Action::Read { upload: UPLOAD, options: laid_out },
        ),
        ("p1/level/7", Action::Level { upload: UPLOAD }),
        ("p1/rewrite/7", Action::Rewrite { upload: UPLOAD }),
        ("p1/try/7", Action::Try { upload: UPLOAD }),
        ("p1/topic", Action::SettingsTopic),
        ("p1/set/drafts/40", Action::SettingsSet { topic: Topic::Drafts, base: BASE }),
        ("p1/set/proposals/40", Action::SettingsSet { topic: Topic::Proposals, base: BASE }),
        ("p1/set/leads/40", Action::SettingsSet { topic: Topic::LeadRole, base: BASE }),
        ("p1/set/register/40", Action::SettingsSet { topic: Topic::Register, base: BASE }),
        ("p1/set/level/40", Action::SettingsSet { topic: Topic::Level, base: BASE }),
        ("p1/set/quotes/40", Action::SettingsSet { topic: Topic::Quotes, base: BASE }),
        ("p1/set/greeklish/40", Action::SettingsSet { topic: Topic::Greeklish, base: BASE }),
        ("p1/set/language/40", Action::SettingsSet { topic: Topic::Language, base: BASE }),
        ("p1/set/keep/40", Action::SettingsSet { topic: Topic::Keep, base: BASE }),
        ("p1/proposals/2", Action::Proposals { at: 2 }),
        ("p1/approve/12/c", Action::Approve { proposal: PROPOSAL, place: channel, kept: None }),
        (
            "p1/approve/12/a/7",
            Action::Approve { proposal: PROPOSAL, place: alone, kept: Some(UPLOAD) },
        ),
        (
            "p1/anyway/12/7/plain",
            Action::ApproveAnyway {
                proposal: PROPOSAL,
                upload: UPLOAD,
                objections: Objections::Stand,
                fingerprint: None,
            },
        ),
        (
            "p1/anyway/12/7/mine/4294967295",
            Action::ApproveAnyway {
                proposal: PROPOSAL,
                upload: UPLOAD,
                objections: Objections::Mute,
                fingerprint: Some(u32::MAX),
            },
        ),
        (
            "p1/unapprove/40/c/12",
            Action::UndoApproval { version: BASE, place: channel, proposal: Some(PROPOSAL) },
        ),
        ("p1/unapprove/40/a", Action::UndoApproval { version: BASE, place: alone, proposal: None }),
        ("p1/decline/12/c", Action::Decline { proposal: PROPOSAL, place: channel }),
        ("p1/decline/12/a", Action::Decline { proposal: PROPOSAL, place: alone }),
        ("p1/forget", Action::Forget),
    ]
}

fn form_actions() -> Vec<(&'static str, FormAction)> {
    let (channel, alone) = (ProposalPlace::Channel, ProposalPlace::Alone);
    let tip = |principle: Option<&str>| FormAction::TipWritten {
        language: "el".to_owned(),
        principle: principle.map(str::to_owned),
    };
    vec![
        ("p1/paste", FormAction::Paste),
        ("p1/new-rule", FormAction::NewRule { upload: None }),
        ("p1/new-rule/7", FormAction::NewRule { upload: Some(UPLOAD) }),
        ("p1/try/7", FormAction::Try { upload: UPLOAD }),
        ("p1/names-add/40", FormAction::NamesAdd { base: BASE }),
        ("p1/tip-written/el/empathy", tip(Some("empathy"))),
        ("p1/tip-written/el/-", tip(None)),
        ("p1/approved/12/c", FormAction::Approve { proposal: PROPOSAL, place: channel }),
        ("p1/approved/12/a", FormAction::Approve { proposal: PROPOSAL, place: alone }),
        ("p1/declined/12/a", FormAction::Decline { proposal: PROPOSAL, place: alone }),
        ("p1/declined/12/c", FormAction::Decline { proposal: PROPOSAL, place: channel }),
    ]
}

#[test]
fn a_name_has_the_hash_that_it_had() {
    assert_eq!(NameHash::of("").written(), "cbf29ce484222325");
    assert_eq!(NameHash::of("a").written(), "af63dc4c8601ec8c");
    assert_eq!(NameHash::of("ομάδα.yaml").written(), "5ed074c32801b356");
    assert_eq!(NameHash::of(FILE).written(), HASH);
}

#[test]
fn every_action_keeps_its_written_form() {
    for (literal, action) in actions() {
        let literal = literal.replace("HASH", HASH);
        assert_eq!(action.encode(), literal);
        assert_eq!(Action::decode(&literal), Ok(action));
        assert!(is_action(&literal));
    }
    for (literal, action) in form_actions() {
        assert_eq!(action.encode(), literal);
        assert_eq!(FormAction::decode(literal), Ok(action));
        assert!(is_action(literal));
    }
}

#[test]
fn what_earlier_releases_wrote_is_read() {
    let alone = ProposalPlace::Alone;
    for (literal, action) in [
        ("p1/approve/12/a/", Action::Approve { proposal: PROPOSAL, place: alone, kept: None }),
        ("p1/unapprove/40", Action::UndoApproval { version: BASE, place: alone, proposal: None }),
    ] {
        assert_eq!(Action::decode(literal), Ok(action), "{literal}");
    }
}

/// The forms are after the actions, and an empty line between them.
fn all_literals() -> String {
    let actions = actions().into_iter().map(|(literal, _)| literal.replace("HASH", HASH) + "\n");
    let forms = form_actions().into_iter().map(|(literal, _)| literal.to_owned() + "\n");
    actions.collect::<String>() + "\n" + &forms.collect::<String>()
}

/// A release takes these along: see `tests/releases`.
#[test]
fn all_custom_ids_are_listed() {
    insta::assert_snapshot!("custom_ids", all_literals());
}

#[test]
fn a_form_is_not_pressed_and_a_button_not_handed_in() {
    for (literal, _) in form_actions().iter().filter(|(literal, _)| *literal != "p1/try/7") {
        assert_eq!(Action::decode(literal), Err(BadCardState::Unreadable), "{literal}");
    }
    for (literal, _) in actions().iter().filter(|(literal, _)| *literal != "p1/try/7") {
        let literal = literal.replace("HASH", HASH);
        assert_eq!(FormAction::decode(&literal), Err(BadCardState::Unreadable), "{literal}");
    }
}

#[test]
fn what_is_forged_or_cut_off_is_refused() {
    let unreadable = BadCardState::Unreadable;
    for (forged, expected) in [
        ("", BadCardState::OtherVersion),
        ("p2/cancel/7", BadCardState::OtherVersion),
        ("p1x/cancel/7", BadCardState::OtherVersion),
        ("p1", unreadable),
        ("p1/", unreadable),
        ("p1/nonsense", unreadable),
        ("p1/cancel", unreadable),
        ("p1/cancel/", unreadable),
        ("p1/cancel/x", unreadable),
        ("p1/cancel/7/8", unreadable),
        ("p1/cancel/7/", unreadable),
        ("p1/cancel/99999999999999999999", unreadable),
        ("p1/leave/1", unreadable),
        ("p1/activate/7/42", unreadable),
        ("p1/activate/7/-1/stand", unreadable),
        ("p1/activate/7/4294967296/stand", unreadable),
        ("p1/activate/7/42/mine", unreadable),
        ("p1/list/0//", unreadable),
        ("p1/list/-1///", unreadable),
        ("p1/list/65536///", unreadable),
        ("p1/list/0/?//", unreadable),
        ("p1/turn/maybe/rule/0123456789abcdef/1", unreadable),
        ("p1/turn/on/file/0123456789abcdef/1", unreadable),
        ("p1/turn/on/rule/name/1", unreadable),
        ("p1/turn/on/rule/0123456789abcdef", unreadable),
        ("p1/version/0123456789abcdef/x", unreadable),
        ("p1/versions/0123456789abcdeg", unreadable),
        ("p1/restore/0123456789abcdef/2", unreadable),
        ("p1/export/pdf", unreadable),
        ("p1/read/7/2/0", unreadable),
        ("p1/set/nonsense/1", unreadable),
        ("p1/set/level", unreadable),
        ("p1/tip-useful/zz/5", unreadable),
        ("p1/tip-words/beef/x", unreadable),
        ("p1/approve/12", unreadable),
        ("p1/approve/12/b", unreadable),
        ("p1/anyway/12/7/stand", unreadable),
        ("p1/anyway/12/7/plain/-1", unreadable),
        ("p1/anyway/12/7/plain/4294967296", unreadable),
        ("p1/unapprove/40/c/x", unreadable),
    ] {
        assert_eq!(Action::decode(forged), Err(expected), "{forged:?}");
    }
    for forged in ["p1/paste/1", "p1/try", "p1/new-rule/x", "p1/tip-written/el", "p1/approved/12"] {
        assert_eq!(FormAction::decode(forged), Err(unreadable), "{forged:?}");
    }
    for other in ["", "p", "px/1", "1.w.0.0.0.", "idea.1.1.2.3"] {
        assert!(!is_action(other), "{other:?}");
    }
}

/// The longest that anything of the kind can be.
#[test]
fn every_custom_id_is_short_enough() {
    for long in ["ώ/".repeat(200), "😀/".repeat(200), "😀".repeat(200)] {
        with_texts_as_long_as(&long);
    }
}

fn with_texts_as_long_as(long: &str) {
    let (long, least) = (long.to_owned(), i64::MIN);
    let (name, base) = (NameHash(u64::MAX), Version(least));
    let (upload, proposal, place) = (UploadId(least), ProposalId(least), ProposalPlace::Channel);
    let (tip, claim) = (TipKey(u64::MAX), Some(ClaimId(least)));
    let narrowings = Narrowing::ALL.map(|(to, _)| to);
    let tags =
        || vec!["zh-Hant-TW".to_owned(), long.clone(), "abc-12345678".to_owned(), "el".to_owned()];
    let (to, kind, objections) = (Position::Off, SwitchKind::Principle, Objections::Mute);
    for action in [
        Action::Activate { upload, fingerprint: u32::MAX, objections },
        Action::List(ListView::new(narrowings, tags(), &long).at(usize::MAX)),
        Action::Narrow { words: long.clone() },
        Action::Turn { to, kind, name, base },
        Action::Version { file: name, number: Some(least) },
        Action::Restore { file: name, number: least, base },
        Action::Remove { file: name, base },
        Action::TipVote { vote: Vote::NotForUs, tip, claim },
        Action::TipWords { tip, claim },
        Action::Approve { proposal, place, kept: Some(upload) },
        Action::ApproveAnyway { proposal, upload, objections, fingerprint: Some(u32::MAX) },
        Action::UndoApproval { version: base, place, proposal: Some(proposal) },
    ] {
        let written = action.encode();
        assert!(written.encode_utf16().count() <= MAX_CUSTOM_ID_CHARS, "{written}");
        assert!(Action::decode(&written).is_ok(), "{written}");
    }
    for principle in [long.clone(), long.chars().take(MAX_PRINCIPLE_CHARS).collect()] {
        let form = FormAction::TipWritten { language: long.clone(), principle: Some(principle) };
        let written = form.encode();
        assert!(written.encode_utf16().count() <= MAX_CUSTOM_ID_CHARS, "{written}");
        assert!(FormAction::decode(&written).is_ok(), "{written}");
    }
}
