//! Finds the zones that begin with a sign of their own: quotes, backticks, brackets, links.

use super::single;
use crate::text::table::{Class, TABLE};
use crate::text::{Zone, ZoneKind};

/// The longest blank, mention or named emoji, in bytes.
const LONGEST_TAG: usize = 200;

/// Quotations nest twice at most in anything a person writes; more is noise that would cost time.
const DEEPEST_QUOTE: usize = 8;

/// Templates write one pair of braces, two, or three.
const MAX_BRACES: usize = 3;

struct Finder<'a> {
    draft: &'a str,
    zones: Vec<Zone>,
    /// Opening quotation marks not yet closed in this paragraph.
    open: Vec<(usize, char)>,
    /// Runs of backticks: start and length, and the next run of the same length.
    ticks: Vec<(usize, usize, Option<usize>)>,
    next_tick: usize,
    /// Where the last quotation in single quotes ends.
    single_end: usize,
}

/// The zones of a draft, not yet in order.
pub(super) fn find(draft: &str) -> Vec<Zone> {
    let mut finder = Finder {
        draft,
        zones: Vec::new(),
        open: Vec::new(),
        ticks: tick_runs(draft),
        next_tick: 0,
        single_end: 0,
    };
    let mut at = 0;
    let mut line_start = true;
    while let Some(byte) = draft.as_bytes().get(at) {
        // Letters open nothing, and are most of a draft: those of ASCII, and the Greek ones of two bytes.
        let letters = usize::from(byte.is_ascii_alphanumeric())
            + 2 * usize::from(matches!(*byte, 0xce | 0xcf));
        if letters > 0 {
            at += letters;
            line_start = false;
            continue;
        }
        let Some(letter) = draft[at..].chars().next() else { break };
        let end = at + letter.len_utf8();
        let class = TABLE.entry(letter).class;
        at = match finder.zone_from(at, letter, class, line_start) {
            Some(zone) => finder.take(zone),
            None => end,
        };
        let pair = letter == '\n' && draft[..end - 1].ends_with('\r');
        if line_start && class == Class::LineBreak && !pair {
            finder.open.clear();
        }
        line_start = match class {
            Class::LineBreak => true,
            Class::Space | Class::Invisible => line_start,
            _ => false,
        };
    }
    finder.zones
}

impl Finder<'_> {
    fn take(&mut self, zone: Zone) -> usize {
        let end = zone.span.end;
        self.zones.push(zone);
        end
    }

    /// The zone that this sign opens (or, for a quotation, closes), if it does.
    fn zone_from(
        &mut self,
        at: usize,
        letter: char,
        class: Class,
        line_start: bool,
    ) -> Option<Zone> {
        match class {
            Class::AngleClose if line_start => Some(self.quoted_line(at)),
            Class::Backtick => self.code(at),
            Class::AngleOpen => self.tag(at, '>', ZoneKind::Mention, 1),
            Class::SquareOpen => self.square(at),
            Class::BraceOpen => self.placeholder(at),
            Class::Colon => self.scheme(at).or_else(|| self.tag(at, ':', ZoneKind::Mention, 3)),
            Class::At => self.address(at),
            Class::QuoteOpen | Class::QuoteClose | Class::QuoteEither => {
                self.quote(at, letter, class);
                None
            }
            Class::Apostrophe if at >= self.single_end => {
                if let Some(end) = single::closing(self.draft, at, letter) {
                    self.zones.push(Zone { kind: ZoneKind::Quote, span: at..end });
                    self.single_end = end;
                }
                None
            }
            _ => None,
        }
    }

    /// `>` quotes its line, `>>>` all that follows.
    fn quoted_line(&self, at: usize) -> Zone {
        let rest = &self.draft[at..];
        let length = if rest.starts_with(">>> ") {
            rest.len()
        } else {
            rest.find(['\n', '\r']).unwrap_or(rest.len())
        };
        Zone { kind: ZoneKind::QuotedLine, span: at..at + length }
    }

    fn code(&mut self, at: usize) -> Option<Zone> {
        while self.ticks.get(self.next_tick).is_some_and(|run| run.0 < at) {
            self.next_tick += 1;
        }
        let (start, _, closing) = *self.ticks.get(self.next_tick)?;
        if start != at {
            return None;
        }
        let (close, length, _) = *self.ticks.get(closing?)?;
        Some(Zone { kind: ZoneKind::Code, span: at..close + length })
    }

    /// A short tag without spaces, such as `<@123>` or `:smile:`.
    fn tag(&self, at: usize, closing: char, kind: ZoneKind, shortest: usize) -> Option<Zone> {
        let inside = &self.draft[at + 1..];
        let inside = &inside[..inside.floor_char_boundary(LONGEST_TAG)];
        let length = inside
            .find(|letter: char| letter == closing || letter == '<' || letter.is_whitespace())?;
        let content = &inside[..length];
        let named = closing != ':'
            || content
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'+' | b'-'));
        let letters = closing != ':' || content.bytes().any(|byte| byte.is_ascii_alphabetic());
        let closed = inside[length..].starts_with(closing);
        let fits = closed && named && letters && length >= shortest;
        fits.then(|| Zone { kind, span: at..at + 1 + length + closing.len_utf8() })
    }

    /// `[hint]` is a blank; `[text](url)` is a link, its text the name of a page.
    fn square(&self, at: usize) -> Option<Zone> {
        let inside = &self.draft[at + 1..];
        let inside = &inside[..inside.floor_char_boundary(LONGEST_TAG)];
        let length = inside.find(['[', ']', '\n'])?;
        if !inside[length..].starts_with(']') || !inside[..length].chars().any(char::is_alphabetic)
        {
            return None;
        }
        let end = at + 1 + length + 1;
        let target = self.draft[end..]
            .strip_prefix('(')
            .map(|rest| &rest[..rest.floor_char_boundary(LONGEST_TAG)]);
        match target
            .and_then(|target| target.find(|letter: char| letter == ')' || letter.is_whitespace()))
        {
            Some(length) => {
                // The blank that ends an unclosed address is not the link's; it may also be wider than a byte.
                let closing = usize::from(self.draft[end + 1 + length..].starts_with(')'));
                Some(Zone { kind: ZoneKind::Link, span: at..end + 1 + length + closing })
            }
            None => Some(Zone { kind: ZoneKind::Blank, span: at..end }),
        }
    }

    /// `{name}`, `{{ order.id }}`, `%{x}`: one line, and within single braces no space.
    fn placeholder(&self, at: usize) -> Option<Zone> {
        let rest = &self.draft[at..];
        let braces = rest.bytes().take(MAX_BRACES).take_while(|byte| *byte == b'{').count();
        let inside = &rest[braces..];
        let inside = &inside[..inside.floor_char_boundary(LONGEST_TAG)];
        let length = inside.find(['{', '}', '\n', '\r'])?;
        let (content, behind) = inside.split_at(length);
        let closing = behind.bytes().take_while(|byte| *byte == b'}').count();
        let named = content.contains(char::is_alphanumeric);
        let spaced = braces == 1 && content.contains(char::is_whitespace);
        if closing < braces || !named || spaced {
            return None;
        }
        let sign = usize::from(self.draft[..at].ends_with(['%', '$', '#']));
        Some(Zone { kind: ZoneKind::Placeholder, span: at - sign..at + braces + length + braces })
    }

    /// `https://…`: the whole run without spaces.
    fn scheme(&self, at: usize) -> Option<Zone> {
        let scheme =
            self.draft[..at].bytes().rev().take(16).take_while(u8::is_ascii_alphabetic).count();
        (scheme > 1 && self.draft[at..].starts_with("://"))
            .then(|| self.run(at, at - scheme, ZoneKind::Link))
    }

    /// `name@host` or `@name`.
    fn address(&self, at: usize) -> Option<Zone> {
        let from =
            self.zones.last().map_or(0, |zone| zone.span.end).max(at.saturating_sub(LONGEST_TAG));
        let before = self.draft.get(self.draft.ceil_char_boundary(from)..at)?;
        let name =
            before.rfind(|letter: char| !(letter.is_alphanumeric() || "._-+".contains(letter)));
        let start =
            name.map_or(at - before.len(), |found| at - before.len() + self.width(before, found));
        let follows = self.draft[at + 1..].chars().next().is_some_and(char::is_alphanumeric);
        follows.then(|| {
            self.run(at, start, if start == at { ZoneKind::Mention } else { ZoneKind::Link })
        })
    }

    fn width(&self, text: &str, at: usize) -> usize {
        at + text[at..].chars().next().map_or(0, char::len_utf8)
    }

    fn run(&self, at: usize, start: usize, kind: ZoneKind) -> Zone {
        Zone { kind, span: start..run_end(self.draft, at) }
    }

    /// Opens or closes a quotation; a pair is a zone.
    fn quote(&mut self, at: usize, letter: char, class: Class) {
        let closes = |open: char| match open {
            '«' | '‹' => matches!(letter, '»' | '›'),
            '„' | '‟' => matches!(letter, '“' | '”'),
            '“' => letter == '”',
            '"' => letter == '"',
            _ => false,
        };
        let opened = self.open.iter().rposition(|(_, open)| closes(*open));
        match opened {
            Some(index) => {
                let start = self.open[index].0;
                self.open.truncate(index);
                self.zones
                    .push(Zone { kind: ZoneKind::Quote, span: start..at + letter.len_utf8() });
            }
            None if class != Class::QuoteClose && self.open.len() < DEEPEST_QUOTE => {
                self.open.push((at, letter))
            }
            None => (),
        }
    }
}

/// From `at` to the next space, without the punctuation that ends the sentence around it.
pub(super) fn run_end(draft: &str, at: usize) -> usize {
    let rest = &draft[at..];
    let closes = |letter: char| {
        letter.is_whitespace()
            || matches!(letter, '<' | '>' | '"' | '«' | '»' | '”' | ')' | ']' | '`')
    };
    let length = rest.find(closes).unwrap_or(rest.len());
    let trimmed = rest[..length].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_']);
    at + trimmed.len().max(1)
}

fn tick_runs(draft: &str) -> Vec<(usize, usize, Option<usize>)> {
    let mut runs: Vec<(usize, usize, Option<usize>)> = Vec::new();
    for (at, _) in draft.match_indices('`') {
        match runs.last_mut() {
            Some((start, length, _)) if *start + *length == at => *length += 1,
            _ => runs.push((at, 1, None)),
        }
    }
    let mut next = rustc_hash::FxHashMap::default();
    for index in (0..runs.len()).rev() {
        runs[index].2 = next.insert(runs[index].1, index);
    }
    runs
}
