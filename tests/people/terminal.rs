//! The same in a terminal, where whoever sits there is everybody.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io;

use insta::assert_snapshot;
use kalologos::model::Language;
use kalologos::terminal;
use kalologos::terminal::{Chat, Prompt};

use crate::people::common::*;

/// Lines that somebody types; each is shown as typed, with the question it answers.
struct Typed<'o> {
    lines: VecDeque<&'static str>,
    shown: &'o RefCell<Vec<u8>>,
}

impl Prompt for Typed<'_> {
    fn line(&mut self, prompt: &str, value: &str) -> io::Result<Option<String>> {
        let Some(line) = self.lines.pop_front() else { return Ok(None) };
        let given = if value.is_empty() { String::new() } else { format!("⟨{value}⟩ ") };
        self.shown.borrow_mut().extend(format!("{prompt}{given}{line}\n").bytes());
        Ok(Some(line.to_owned()))
    }

    fn is_person(&self) -> bool {
        false
    }
}

struct Screen<'o>(&'o RefCell<Vec<u8>>);

impl io::Write for Screen<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn conversation(language: Language, lines: &[&'static str]) -> String {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let home = runtime.block_on(Home::new());
    let shown = RefCell::new(Vec::new());
    let mut typed = Typed { lines: lines.iter().copied().collect(), shown: &shown };
    let chat = Chat {
        app: &home.app,
        runtime: runtime.handle().clone(),
        now: &|| NOW,
        open: &|_| unreachable!("nobody hands in a file"),
        keep: &|_, _| None,
        log: &|error| panic!("{error}"),
        arrived: &|| None,
        language,
        colour: false,
        seed: 7,
    };
    terminal::run(&chat, &mut typed, &mut Screen(&shown)).unwrap();
    String::from_utf8(shown.into_inner()).unwrap()
}

#[test]
fn settings_an_idea_that_becomes_a_rule_and_forgetting() {
    assert_snapshot!(conversation(
        Language::El,
        &[
            "/ρυθμίσεις",
            "1",
            "4",
            "2",
            "2",
            "Όπως είπα.",
            "/πρόταση αντί: δεν είναι δική μας δουλειά καλύτερα: το προωθώ στους συναδέλφους",
            "/προτάσεις",
            "1",
            "",
            "",
            "Ο πελάτης μαθαίνει πού φτάνει.",
            "Δεν είναι δική μας δουλειά.",
            "/ξέχασέ-με",
            "1",
        ]
    ));
}

#[test]
fn the_same_in_english_and_a_kind_no() {
    assert_snapshot!(conversation(
        Language::En,
        &[
            "/settings",
            "1",
            "1",
            "2",
            "1",
            "/suggest avoid: not our department",
            "/suggest avoid: not our department why: The customer should not have to look for us.",
            "/proposals",
            "2",
            "We have that already, thank you!",
            "/proposals",
            "/forget",
            "1",
        ]
    ));
}
