//! Every sentence that leads read, in both languages.

use std::fmt::Write;

use insta::assert_snapshot;
use kalologos::import::TableError;
use kalologos::model::Language;
use kalologos::model::{ChangeKind, ChangeSummary};
use kalologos::team::UserError;
use kalologos::ui::team::{StorageFault, change, storage, user_error};

#[test]
fn refusals_and_changes_read_well() {
    let text = |text: &str| text.to_owned();
    let refusals = [
        UserError::NotALead,
        UserError::Stale {
            since: vec![
                ChangeSummary {
                    kind: Some(ChangeKind::Activated), subject: text("πίνακας.xlsx")
                },
                ChangeSummary {
                    kind: Some(ChangeKind::SwitchedOff),
                    subject: text("el/refusals/cannot"),
                },
            ],
        },
        UserError::NothingWaiting,
        UserError::NothingToUndo,
        UserError::TooLarge { limit: 1 << 20 },
        UserError::TooManyRules { found: 6_000, limit: 5_000 },
        UserError::TooManyFiles { limit: 200 },
        UserError::TeamTooLarge { limit: 8 << 20 },
        UserError::TooHeavy,
        UserError::ManyUploads,
        UserError::ManyAtOnce,
        UserError::NotATable(TableError::OneColumn),
        UserError::NotSound,
        UserError::UnknownFile {
            asked: text("ομαδα"), nearest: Some(text("ομάδα.yaml"))
        },
        UserError::UnknownFile { asked: text("x"), nearest: None },
        UserError::UnknownVersion { file: text("ομάδα.yaml"), number: 9 },
        UserError::UnknownName { asked: text("canot"), nearest: Some(text("el/refusals/cannot")) },
        UserError::UnknownName { asked: text("x"), nearest: None },
        UserError::AlreadySo,
        UserError::AlreadyDecided,
        UserError::ManyProposals,
        UserError::ManyProposalsOfTeam,
        UserError::EmptyPair,
        UserError::TooLong { limit: 300 },
        UserError::TooManyNames { limit: 300 },
    ];
    let mut all = String::new();
    for language in [Language::El, Language::En] {
        for refusal in &refusals {
            writeln!(all, "{}\n", user_error(refusal, language)).unwrap();
        }
        for error in [StorageFault::Busy, StorageFault::Full, StorageFault::Away] {
            writeln!(all, "{}\n", storage(error).to(language)).unwrap();
        }
        for (kind, _) in ChangeKind::ALL {
            let one = ChangeSummary { kind: Some(*kind), subject: text("ομάδα.yaml") };
            writeln!(all, "{}", change(&one, language)).unwrap();
        }
        writeln!(all, "{}\n", change(&ChangeSummary { kind: None, subject: text("x") }, language))
            .unwrap();
    }
    assert_snapshot!(all);
}

#[test]
fn every_deed_comes_back_from_its_word() {
    for (kind, key) in ChangeKind::ALL {
        assert_eq!((ChangeKind::from_key(key), kind.key()), (Some(*kind), *key));
    }
    assert_eq!(ChangeKind::from_key("of tomorrow"), None);
}
