//! Whether what a regular expression costs grows faster than the text that it is searched in.
//!
//! The engine bounds what an expression may search; the audit reports it early, to the people who can fix it. An expression is
//! searched by hand in texts made to be slow for it, and every byte that it has to look at is counted: no clock, and
//! the same on every machine. Twice the text should cost twice as much; where it costs four times as much, each
//! match looks on through all the rest.

use regex_automata::nfa::thompson::{Compiler, Config, NFA, State, WhichCaptures};
use regex_automata::util::primitives::StateID;
use regex_syntax::hir::{Class, Hir, HirKind};

use crate::rules::Pattern;

/// Lengths of the texts, in bytes: each twice the one before.
const LENGTHS: [usize; 3] = [1_000, 2_000, 4_000];
/// Twice the text for more than this many times the cost is too much.
const MAX_GROWTH: u64 = 3;
/// What looks at each byte no more often than this costs little, however it grows.
const FEW_LOOKS: u64 = 8;
/// The largest automaton that is stepped through, in bytes: as large as expressions may be.
const MAX_SIZE: usize = 1 << 20;
/// Fragments of an expression that are repeated.
const MAX_FRAGMENTS: usize = 24;
/// The longest of them, in bytes.
const LONGEST_FRAGMENT: usize = 200;
/// Steps for all expressions of an audit: a file of thousands is not looked at to the end, and the engine's own
/// limits hold for the rest.
pub const MAX_STEPS: u64 = 200_000_000;

/// Letters and spaces, digits, and signs.
const COMMON: [&str; 9] = ["α", "α ", "αβ γ ", "a", "a ", "1", "1 ", "α1", "α, "];

/// The fragment that makes an expression slow where a text repeats it; `None` if nothing does. What that took is taken
/// off `steps`.
pub fn slow_on(pattern: &Pattern, steps: &mut u64) -> Option<String> {
    let limits = Config::new().nfa_size_limit(Some(MAX_SIZE)).which_captures(WhichCaptures::None);
    let nfa = Compiler::new().configure(limits).build_from_hir(pattern.hir()).ok()?;
    let mut stepper = Stepper::new(&nfa);
    fragments(pattern.hir()).into_iter().find(|fragment| grows(&mut stepper, fragment, steps))
}

/// Whether the cost grows faster than a text that repeats the fragment.
fn grows(stepper: &mut Stepper<'_>, fragment: &str, steps: &mut u64) -> bool {
    let mut before: Option<u64> = None;
    for length in LENGTHS {
        let text: String = fragment.chars().cycle().take(length).collect();
        let text = text.get(..text.floor_char_boundary(length)).unwrap_or("");
        let Some(looks) = stepper.looks(text.as_bytes(), steps) else { return false };
        let few = looks <= FEW_LOOKS * text.len() as u64;
        if before.is_some_and(|before| few || looks < MAX_GROWTH * before) {
            return false;
        }
        before = Some(looks);
    }
    true
}

/// Texts to repeat: common ones, and what the expression itself is made of.
fn fragments(hir: &Hir) -> Vec<String> {
    let mut found: Vec<String> = COMMON.iter().map(|text| (*text).to_owned()).collect();
    let mut add = |text: String| {
        if !text.is_empty() && text.len() <= LONGEST_FRAGMENT && !found.contains(&text) {
            found.push(text);
        }
    };
    for branch in 0..MAX_FRAGMENTS {
        for optional in [Optional::LeftOut, Optional::There] {
            let mut text = String::new();
            sample(hir, branch, optional, &mut text);
            add(format!("{} ", text.trim()));
            add(text);
        }
    }
    found.truncate(COMMON.len() + MAX_FRAGMENTS);
    found
}

/// What becomes of parts that need not be there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Optional {
    LeftOut,
    There,
}

/// Adds a text that the expression matches, or nearly; of each choice the branch of that number.
fn sample(hir: &Hir, branch: usize, optional: Optional, text: &mut String) {
    if text.len() > LONGEST_FRAGMENT {
        return;
    }
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => (),
        HirKind::Literal(literal) => text.push_str(&String::from_utf8_lossy(&literal.0)),
        HirKind::Class(class) => text.extend(letter_of(class)),
        HirKind::Capture(capture) => sample(&capture.sub, branch, optional, text),
        HirKind::Repetition(repetition) => {
            let least = u32::from(optional == Optional::There);
            for _ in 0..repetition.min.max(least).min(LONGEST_FRAGMENT as u32) {
                sample(&repetition.sub, branch, optional, text);
            }
        }
        HirKind::Concat(parts) => parts.iter().for_each(|it| sample(it, branch, optional, text)),
        HirKind::Alternation(branches) => {
            if let Some(hir) = branches.get(branch % branches.len().max(1)) {
                sample(hir, branch / branches.len().max(1), optional, text);
            }
        }
    }
}

/// A letter of a class: a small one if there is any.
fn letter_of(class: &Class) -> Option<char> {
    match class {
        Class::Unicode(class) => {
            let has = |letter: &char| {
                class.iter().any(|range| (range.start()..=range.end()).contains(letter))
            };
            let letter = ['α', 'a', '1', ' '].into_iter().find(has);
            letter.or_else(|| class.iter().next().map(|range| range.start()))
        }
        Class::Bytes(class) => class.iter().next().map(|range| char::from(range.start())),
    }
}

/// An automaton stepped through by hand: the states that may still match, the one that counts most first.
struct Stepper<'n> {
    nfa: &'n NFA,
    now: Vec<StateID>,
    next: Vec<StateID>,
    waiting: Vec<StateID>,
    /// At which step a state was last added.
    added: Vec<u64>,
    step: u64,
}

impl<'n> Stepper<'n> {
    fn new(nfa: &'n NFA) -> Stepper<'n> {
        let added = vec![0; nfa.states().len()];
        Stepper { nfa, now: Vec::new(), next: Vec::new(), waiting: Vec::new(), added, step: 0 }
    }

    /// How many bytes are looked at to find every match in a text; `None` if the steps do not last.
    fn looks(&mut self, text: &[u8], steps: &mut u64) -> Option<u64> {
        let (mut at, mut looks) = (0, 0);
        while at <= text.len() {
            let (end, looked) = self.search(text, at, steps)?;
            looks += looked;
            let Some(end) = end else { break };
            at = if end > at { end } else { at + 1 };
        }
        Some(looks)
    }

    /// The end of the first match from `from` on, and how many bytes it took to be sure of it.
    fn search(
        &mut self,
        text: &[u8],
        from: usize,
        steps: &mut u64,
    ) -> Option<(Option<usize>, u64)> {
        let mut end = None;
        self.now.clear();
        self.step += 1;
        let mut at = from;
        loop {
            if end.is_none() {
                self.add(self.nfa.start_anchored(), text, at);
            } else if self.now.is_empty() {
                break;
            }
            *steps = steps.checked_sub(self.now.len() as u64 + 1)?;
            self.step += 1;
            let mut now = std::mem::take(&mut self.now);
            for state in now.drain(..) {
                let state = self.nfa.state(state);
                if matches!(state, State::Match { .. }) {
                    // What counts less is not asked for any more.
                    end = Some(at);
                    break;
                }
                if let Some(to) = self.behind(state, text, at) {
                    self.add_to_next(to, text, at + 1);
                }
            }
            self.now = std::mem::replace(&mut self.next, now);
            if at >= text.len() {
                break;
            }
            at += 1;
        }
        Some((end, (at - from) as u64))
    }

    fn behind(&self, state: &State, text: &[u8], at: usize) -> Option<StateID> {
        match state {
            State::ByteRange { trans } => trans.matches(text, at).then_some(trans.next),
            State::Sparse(sparse) => sparse.matches(text, at),
            State::Dense(dense) => dense.matches(text, at),
            _ => None,
        }
    }

    fn add(&mut self, state: StateID, text: &[u8], at: usize) {
        std::mem::swap(&mut self.now, &mut self.next);
        self.add_to_next(state, text, at);
        std::mem::swap(&mut self.now, &mut self.next);
    }

    /// Adds a state, or those to which it leads without a byte.
    fn add_to_next(&mut self, state: StateID, text: &[u8], at: usize) {
        self.waiting.push(state);
        while let Some(id) = self.waiting.pop() {
            match self.added.get_mut(id.as_usize()) {
                Some(added) if *added != self.step => *added = self.step,
                _ => continue,
            }
            match self.nfa.state(id) {
                State::Look { look, next } => {
                    if self.nfa.look_matcher().matches(*look, text, at) {
                        self.waiting.push(*next);
                    }
                }
                State::Union { alternates } => self.waiting.extend(alternates.iter().rev()),
                State::BinaryUnion { alt1, alt2 } => self.waiting.extend([*alt2, *alt1]),
                State::Capture { next, .. } => self.waiting.push(*next),
                State::Fail => (),
                State::ByteRange { .. }
                | State::Sparse(_)
                | State::Dense(_)
                | State::Match { .. } => self.next.push(id),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{Avoid, Known, parse};

    fn pattern(regex: &str) -> Pattern {
        let text = format!("language: el\nrules:\n  - regex: '{regex}'\n    why: x\n");
        let (file, problems) = parse(&text, "one.yaml", &Known::default());
        match file.rules.first().map(|rule| rule.avoid.clone()) {
            Some(Avoid::Regex(pattern)) => pattern,
            _ => panic!("{regex}: {problems:?}"),
        }
    }

    fn is_slow(regex: &str) -> bool {
        slow_on(&pattern(regex), &mut MAX_STEPS.clone()).is_some()
    }

    #[test]
    fn what_looks_on_to_the_end_for_each_match_is_slow() {
        for regex in [
            r"[α-ω ]*\b[0-9]\b|[α-ω]", r"λαθοσ(?:.*συγγνωμη)?", r"(?:α.*)?β|α",
            r"ενα (?:[^.!;]*τελοσ)?", r"[0-9]+(?: .*ευρω)?", r"(?:\w+ )*\w+!|\w+",
        ] {
            assert!(is_slow(regex), "{regex}");
        }
    }

    #[test]
    fn what_ends_somewhere_is_not_however_often_it_matches() {
        for regex in [
            "α",
            "[α-ω]",
            r"\w+",
            r"\bδεν\b",
            r"λαθοσ.*",
            r"λαθοσ(?:[^.!;]{0,60}συγγνωμη)?",
            r"[α-ω ]{0,40}\b[0-9]\b|[α-ω]",
            r"\bδεν? (?P<what>[^.!;]*?) (?:για λογουσ|γιατι) [^.!;]+|\bδεν? [^.!;]*",
        ] {
            assert!(!is_slow(regex), "{regex}");
        }
    }

    #[test]
    fn thousands_of_expressions_are_looked_at_only_so_long() {
        let mut steps = 1_000;
        assert_eq!(slow_on(&pattern(r"λαθοσ(?:.*συγγνωμη)?"), &mut steps), None);
        assert!(steps < 1_000);
    }
}
