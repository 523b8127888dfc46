//! Every sentence that leads read, in both languages.

use std::fmt::Write;

use insta::assert_snapshot;
use kalologos::import::TableError;
use kalologos::model::Language;
use kalologos::model::{ChangeKind, Told};
use kalologos::ui::team::{Refused, StorageFault, refused, storage, told};

#[test]
fn refusals_and_changes_read_well() {
    let text = |text: &str| text.to_owned();
    let refusals = [
        Refused::NotALead,
        Refused::Stale {
            since: vec![
                Told { deed: Some(ChangeKind::Activated), subject: text("πίνακας.xlsx") },
                Told { deed: Some(ChangeKind::SwitchedOff), subject: text("el/refusals/cannot") },
            ],
        },
        Refused::NothingWaiting,
        Refused::NothingToUndo,
        Refused::TooLarge { limit: 1 << 20 },
        Refused::TooManyRules { found: 6_000, limit: 5_000 },
        Refused::NotATable(TableError::OneColumn),
        Refused::NotSound,
        Refused::UnknownFile { asked: text("ομαδα"), nearest: Some(text("ομάδα.yaml")) },
        Refused::UnknownFile { asked: text("x"), nearest: None },
        Refused::UnknownVersion { file: text("ομάδα.yaml"), number: 9 },
        Refused::UnknownName { asked: text("canot"), nearest: Some(text("el/refusals/cannot")) },
        Refused::UnknownName { asked: text("x"), nearest: None },
        Refused::AlreadySo,
        Refused::AlreadyDecided,
        Refused::EmptyPair,
        Refused::TooLong { limit: 300 },
        Refused::TooManyNames { limit: 300 },
    ];
    let mut all = String::new();
    for language in [Language::El, Language::En] {
        for refusal in &refusals {
            writeln!(all, "{}\n", refused(refusal, language)).unwrap();
        }
        for error in [StorageError::Busy, StorageError::Full, StorageError::Away] {
            writeln!(all, "{}\n", storage(error).to(language)).unwrap();
        }
        for (deed, _) in Deed::ALL {
            let one = Told { deed: Some(*deed), subject: text("ομάδα.yaml") };
            writeln!(all, "{}", told(&one, language)).unwrap();
        }
        writeln!(all, "{}\n", told(&Told { deed: None, subject: text("x") }, language)).unwrap();
    }
    assert_snapshot!(all);
}

#[test]
fn every_deed_comes_back_from_its_word() {
    for (deed, key) in Deed::ALL {
        assert_eq!((Deed::from_key(key), deed.key()), (Some(*deed), *key));
    }
    assert_eq!(Deed::from_key("of tomorrow"), None);
}
