//! Nodes as bytes: a file that was read once, while the program was built, and need not be read as YAML again.
//!
//! The build script packs the built-in files, each start of the program unpacks them. What the nodes say is
//! checked then, by the same reader as every other file.

use std::borrow::Cow;

use super::node::{Entry, Node};
use super::{Place, Placed};

const NULL: u8 = 0;
const FALSE: u8 = 1;
const TRUE: u8 = 2;
const NUMBER: u8 = 3;
const TEXT: u8 = 4;
const LIST: u8 = 5;
const MAP: u8 = 6;

/// The text reads as it is written at its place: most do, and are not stored again.
const AS_WRITTEN: u8 = 0;
/// The same, within quotes.
const IN_QUOTES: u8 = 1;
/// The text follows.
const OTHERWISE: u8 = 2;

/// The bytes of a file's root. `file` is its text, which unpacking needs again.
#[cfg_attr(not(test), allow(dead_code, reason = "the build script packs, the program unpacks"))]
pub(super) fn pack(root: &Placed<Node>, file: &str) -> Vec<u8> {
    let mut packer = Packer { file, bytes: Vec::new(), last: Place::default() };
    packer.node(root);
    packer.bytes
}

/// The root that the bytes hold, without the values of the keys in `left_out`; `None` if they are not whole.
#[allow(dead_code, reason = "the build script packs, the program unpacks")]
pub(super) fn unpack<'a>(
    bytes: &'a [u8],
    file: &'a str,
    left_out: &[&str],
) -> Option<Placed<Node<'a>>> {
    let mut unpacker = Unpacker { file, rest: bytes, last: Place::default(), left_out };
    let root = unpacker.node()?;
    unpacker.rest.is_empty().then_some(root)
}

struct Packer<'f> {
    file: &'f str,
    bytes: Vec<u8>,
    /// Places are told from one to the next: most are near.
    last: Place,
}

impl Packer<'_> {
    fn node(&mut self, node: &Placed<Node>) {
        match &node.value {
            Node::Null => self.begin(NULL, &node.place),
            Node::Bool(false) => self.begin(FALSE, &node.place),
            Node::Bool(true) => self.begin(TRUE, &node.place),
            Node::Number(written) => {
                self.begin(NUMBER, &node.place);
                self.text(written, &node.place);
            }
            Node::Text(text) => {
                self.begin(TEXT, &node.place);
                self.text(text, &node.place);
            }
            Node::List(items) => {
                self.begin(LIST, &node.place);
                self.number(items.len());
                items.iter().for_each(|item| self.node(item));
            }
            Node::Map(entries) => {
                self.begin(MAP, &node.place);
                self.number(entries.len());
                for (key, value) in entries {
                    self.place(&key.place);
                    self.text(&key.value, &key.place);
                    self.node(value);
                }
            }
        }
    }

    fn begin(&mut self, kind: u8, place: &Place) {
        self.bytes.push(kind);
        self.place(place);
    }

    fn place(&mut self, place: &Place) {
        self.number(zigzag(place.span.start, self.last.span.start));
        self.number(place.span.len());
        self.number(zigzag(place.line, self.last.line));
        self.number(place.column);
        self.last = place.clone();
    }

    fn text(&mut self, text: &str, place: &Place) {
        if written(self.file, place) == Some(text) {
            self.bytes.push(AS_WRITTEN);
        } else if in_quotes(self.file, place) == Some(text) {
            self.bytes.push(IN_QUOTES);
        } else {
            self.bytes.push(OTHERWISE);
            self.number(text.len());
            self.bytes.extend_from_slice(text.as_bytes());
        }
    }

    /// Seven bits a byte, the lowest first; the eighth says that more follow.
    fn number(&mut self, mut number: usize) {
        while number >= 0x80 {
            self.bytes.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }
}

struct Unpacker<'a, 'k> {
    file: &'a str,
    rest: &'a [u8],
    last: Place,
    left_out: &'k [&'k str],
}

impl<'a> Unpacker<'a, '_> {
    fn node(&mut self) -> Option<Placed<Node<'a>>> {
        let kind = self.byte()?;
        let place = self.place()?;
        let value = match kind {
            NULL => Node::Null,
            FALSE => Node::Bool(false),
            TRUE => Node::Bool(true),
            NUMBER => Node::Number(self.text(&place)?),
            TEXT => Node::Text(self.text(&place)?),
            LIST => Node::List(self.list()?),
            MAP => Node::Map(self.map()?),
            _ => return None,
        };
        Some(Placed { value, place })
    }

    fn list(&mut self) -> Option<Vec<Placed<Node<'a>>>> {
        let count = self.number()?;
        // Each takes a byte at least: bytes that are not whole ask for no room.
        let mut items = Vec::with_capacity(count.min(self.rest.len()));
        for _ in 0..count {
            items.push(self.node()?);
        }
        Some(items)
    }

    fn map(&mut self) -> Option<Vec<Entry<'a>>> {
        let count = self.number()?;
        let mut entries = Vec::with_capacity(count.min(self.rest.len()));
        for _ in 0..count {
            let place = self.place()?;
            let value = self.text(&place)?;
            if self.left_out.contains(&&*value) {
                self.pass()?;
            } else {
                entries.push((Placed { value, place }, self.node()?));
            }
        }
        Some(entries)
    }

    /// Skips a node. Its places are still read, because each place is stored relative to the one before.
    fn pass(&mut self) -> Option<()> {
        let kind = self.byte()?;
        let place = self.place()?;
        match kind {
            NULL | FALSE | TRUE => (),
            NUMBER | TEXT => drop(self.text(&place)?),
            LIST => (0..self.number()?).try_for_each(|_| self.pass())?,
            MAP => (0..self.number()?).try_for_each(|_| {
                let place = self.place()?;
                self.text(&place)?;
                self.pass()
            })?,
            _ => return None,
        }
        Some(())
    }

    fn place(&mut self) -> Option<Place> {
        let start = unzigzag(self.number()?, self.last.span.start);
        let end = start.checked_add(self.number()?)?;
        let line = unzigzag(self.number()?, self.last.line);
        self.last = Place { span: start..end, line, column: self.number()? };
        Some(self.last.clone())
    }

    fn text(&mut self, place: &Place) -> Option<Cow<'a, str>> {
        let text = match self.byte()? {
            AS_WRITTEN => written(self.file, place)?,
            IN_QUOTES => in_quotes(self.file, place)?,
            OTHERWISE => {
                let length = self.number()?;
                let (text, rest) = self.rest.split_at_checked(length)?;
                self.rest = rest;
                std::str::from_utf8(text).ok()?
            }
            _ => return None,
        };
        Some(Cow::Borrowed(text))
    }

    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..usize::BITS).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    fn byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*byte)
    }
}

/// What is at a place of the file.
fn written<'f>(file: &'f str, place: &Place) -> Option<&'f str> {
    file.get(place.span.clone())
}

/// What is there without its first and last sign.
fn in_quotes<'f>(file: &'f str, place: &Place) -> Option<&'f str> {
    file.get(place.span.start.checked_add(1)?..place.span.end.checked_sub(1)?)
}

/// The way from one number to another, small if they are near, whichever is larger.
fn zigzag(to: usize, from: usize) -> usize {
    let way = to.wrapping_sub(from) as isize;
    ((way << 1) ^ (way >> (isize::BITS - 1))) as usize
}

/// Where that way leads to.
fn unzigzag(way: usize, from: usize) -> usize {
    from.wrapping_add((way >> 1) ^ (way & 1).wrapping_neg())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::yaml;

    const FILE: &str = "language: el\nrules:\n  - avoid: [δεν γίνεται, 'όχι {κάτι}']\n    # Σχόλιο.\n    \
        remove: true\n    n: 12\n    empty:\n    no: false\n    flow: {a: &x ώ, b: *x, c: []}\n    \
        long: >\n      μία\n      δύο 🙂\n";

    #[test]
    fn what_is_unpacked_is_what_was_packed() {
        let root = yaml::read(FILE).unwrap();
        assert_eq!(unpack(&pack(&root, FILE), FILE, &[]), Some(root));
    }

    #[test]
    fn what_is_left_out_changes_nothing_else() {
        let root = yaml::read(FILE).unwrap();
        let packed = pack(&root, FILE);
        assert_eq!(unpack(&packed, FILE, &["no such key"]), Some(root.clone()));
        for key in ["language", "avoid", "flow", "n", "long"] {
            let mut without = root.clone();
            leave_out(&mut without.value, key);
            assert_ne!(without, root);
            assert_eq!(unpack(&packed, FILE, &[key]), Some(without), "{key}");
        }
    }

    fn leave_out(node: &mut Node, key: &str) {
        match node {
            Node::List(items) => items.iter_mut().for_each(|item| leave_out(&mut item.value, key)),
            Node::Map(entries) => {
                entries.retain(|(known, _)| known.value != key);
                entries.iter_mut().for_each(|(_, value)| leave_out(&mut value.value, key));
            }
            _ => (),
        }
    }

    #[test]
    fn bytes_that_are_not_whole_are_no_nodes() {
        let packed = pack(&yaml::read(FILE).unwrap(), FILE);
        for length in 0..packed.len() {
            assert_eq!(unpack(&packed[..length], FILE, &[]), None, "{length} bytes");
        }
        let longer = [packed.as_slice(), &[NULL]].concat();
        assert_eq!(unpack(&longer, FILE, &[]), None);
        for at in 0..packed.len() {
            let mut changed = packed.clone();
            changed[at] ^= 0xff;
            unpack(&changed, FILE, &["flow"]);
            unpack(&changed, FILE, &[]);
            unpack(&packed, &FILE[at % 2..FILE.len() / 2], &[]);
        }
    }
}
