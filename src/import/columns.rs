//! Which column is which: by the meaning of its head, else by what stands in it, or as the lead says.

mod by_content;

use super::grid::{GridRow, TableNote};
use super::headings::{
    Head, has_sign, head, may_be_a_head, may_be_a_phrase, numbered, opposed, together, trouble,
};
use super::written::Written;
use super::{Chosen, Heading, Options, Sides};
use by_content::{by_content, titles, unnamed, wordy};

/// Among this many rows at the top the heads are looked for: titles stand above them.
const MOST_TITLES: usize = 12;
/// Words of the longest head that nobody knows.
const MOST_IN_A_HEAD: usize = 5;
/// Rows that are held against other rules, to find out which column is which, and those that decide it.
const MOST_WITNESSES: usize = 30;
const LEAST_WITNESSES: usize = 2;

/// What stands in which column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns {
    /// What is avoided.
    pub avoid: usize,
    /// What is said instead; of several each holds a wording.
    pub prefer: Vec<usize>,
    /// Why.
    pub why: Option<usize>,
    /// How much it matters.
    pub level: Option<usize>,
    /// Which principle it is about.
    pub principle: Option<usize>,
    /// In which clauses the rule is silent.
    pub skip: Option<usize>,
    /// Rows above those of the table: titles and heads.
    pub skipped: usize,
    /// One of the rows above holds the heads.
    pub has_heads: bool,
    /// Nobody knows for sure that it does.
    pub heads_are_guessed: bool,
    /// How sure this is.
    pub certainty: Certainty,
    /// It was guessed the other way round, and what stands in the columns speaks against it.
    pub is_turned: bool,
    /// The heads don't tell for sure, so that the lead may choose.
    pub is_open: bool,
    /// This program has written the table: its cells are in the phrase language.
    pub written: Option<Written>,
}

/// How sure it is which column is which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// The heads or the lead say so.
    Sure,
    /// By their places and by what stands in them.
    Guessed,
    /// The left side is what customers say: no rules come of it.
    Customers,
}

impl Columns {
    /// The columns of a table with these rows; `is_avoided` knows what other rules catch.
    pub fn of(rows: &[GridRow], options: &Options, is_avoided: &dyn Fn(&str) -> bool) -> Columns {
        let written = rows.iter().take(MOST_TITLES).enumerate();
        let written = written.filter_map(|(at, row)| Some((at, Written::of(row)?))).next();
        if let Some((at, written)) = written {
            return Columns::written(at, written);
        }
        let mut columns = match options.heading {
            Heading::None => by_content(rows, 0),
            Heading::First => by_heads(rows, 0, true)
                .or_else(|| likely(rows, 0))
                .unwrap_or_else(|| Columns { has_heads: true, ..by_content(rows, 1) }),
            Heading::Found => found(rows).unwrap_or_else(|| unnamed(rows, titles(rows))),
        };
        if columns.certainty == Certainty::Guessed && columns.stands_against(rows, is_avoided) {
            columns.swap();
            columns.certainty = Certainty::Guessed;
            columns.is_turned = true;
        }
        columns.is_open = columns.certainty != Certainty::Sure || options.heading != Heading::Found;
        if let Some(Chosen { avoid, prefer }) = options.columns {
            let [avoid, prefer] = [usize::from(avoid), usize::from(prefer)];
            let free = |column: &usize| *column != avoid && *column != prefer;
            columns.why = columns.why.filter(free);
            columns.level = columns.level.filter(free);
            columns.principle = columns.principle.filter(free);
            columns.skip = columns.skip.filter(free);
            (columns.avoid, columns.prefer) = (avoid, vec![prefer]);
            columns.certainty = Certainty::Sure;
        }
        if options.sides == Sides::Swapped {
            columns.swap();
        }
        columns
    }

    /// Whether other rules match what this reading takes for the wordings, and hardly ever what it takes for the
    /// phrases.
    fn stands_against(&self, rows: &[GridRow], is_avoided: &dyn Fn(&str) -> bool) -> bool {
        let rows = rows.iter().skip(self.skipped).take(MOST_WITNESSES);
        let caught = |column: usize| {
            let cells = rows.clone().filter_map(|row| row.cells.get(column));
            cells.filter(|cell| is_avoided(cell)).count()
        };
        let said = caught(self.first_prefer());
        said >= LEAST_WITNESSES && said * 2 >= rows.len() && caught(self.avoid) * 2 < said
    }

    /// What is said instead, in the first column that holds it.
    pub fn first_prefer(&self) -> usize {
        self.prefer.first().copied().unwrap_or(1)
    }

    /// The columns from a row on that holds heads of its own; `None` for any other row. What the lead has said of the table
    /// goes for heads that say the same again.
    pub fn renamed_at(&self, rows: &[GridRow], at: usize, options: &Options) -> Option<Columns> {
        let row = rows.get(at).filter(|_| self.written.is_none())?;
        let first = self.skipped.checked_sub(1).filter(|_| self.has_heads);
        let first = first.and_then(|at| rows.get(at));
        if options.heading == Heading::None {
            return None;
        }
        if first.is_some_and(|first| first.cells == row.cells) {
            return Some(self.clone());
        }
        let is_turned =
            first.is_some_and(|first| row.cells.iter().all(|cell| first.cells.contains(cell)));
        let is_bare = row.cells.iter().all(|cell| may_be_a_phrase(cell));
        let named = by_heads(rows, at, false).filter(|it| it.certainty != Certainty::Guessed);
        let named = named.filter(|_| !is_bare || is_turned || row.is_head);
        let mut next = named.or_else(|| likely(rows, at).filter(|_| row.is_head))?;
        let says = |at: usize| by_heads(rows, at, false).map(|it| it.certainty);
        let was_sure = self.skipped.checked_sub(1).and_then(says) == Some(Certainty::Sure);
        if options.sides == Sides::Swapped && was_sure {
            next.swap();
        }
        Some(next)
    }

    /// Columns that hold words and are not read: what a head names as something else may stand next to phrases.
    pub fn left_out(&self, rows: &[GridRow]) -> Vec<usize> {
        let heads = self.skipped.checked_sub(1).filter(|_| self.has_heads);
        let heads = heads.map_or(&[][..], |at| row(rows, at));
        let read = [self.why, self.level, self.principle, self.skip];
        let is_read = |column: &usize| {
            *column == self.avoid || self.prefer.contains(column) || read.contains(&Some(*column))
        };
        let is_named = |column: &usize| {
            let head = heads.get(*column).and_then(|cell| head(cell));
            head.is_some_and(|head| !matches!(head, Head::Avoid | Head::Prefer | Head::Answer))
        };
        let is_free = |column: &usize| !is_read(column) && !is_named(column);
        match self.written {
            Some(_) => Vec::new(),
            None => wordy(rows, self.skipped).into_iter().filter(is_free).collect(),
        }
    }

    /// A note where the phrases or the wordings of a second table stand elsewhere than those above.
    pub fn other_places(&self, heads: &GridRow, above: &Columns) -> Option<TableNote> {
        let head = |at: usize| heads.cells.get(at).cloned().unwrap_or_default();
        let is_same = self.avoid == above.avoid && self.first_prefer() == above.first_prefer();
        let is_said = self.certainty != Certainty::Customers && !is_same;
        is_said.then(|| TableNote::OtherHeads {
            line: heads.line,
            avoid: head(self.avoid),
            prefer: head(self.first_prefer()),
        })
    }

    /// Whether a row has words in both columns: above the heads it may be a pair all the same.
    pub fn may_hold_a_pair(&self, row: &GridRow) -> bool {
        let says = |column: usize| {
            let cell = row.cells.get(column).map_or("", String::as_str);
            cell.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count() > 1
        };
        says(self.avoid) && says(self.first_prefer()) && !is_in_parentheses(row)
    }

    fn swap(&mut self) {
        let first = self.first_prefer();
        self.prefer = vec![std::mem::replace(&mut self.avoid, first)];
        self.certainty = Certainty::Sure;
    }

    fn written(at: usize, written: Written) -> Columns {
        let [avoid, prefer, why, level] = written.first_four();
        Columns {
            avoid: avoid.unwrap_or(0),
            prefer: vec![prefer.unwrap_or(1)],
            why,
            level,
            principle: None,
            skip: None,
            skipped: at + 1,
            has_heads: true,
            heads_are_guessed: false,
            certainty: Certainty::Sure,
            is_turned: false,
            is_open: false,
            written: Some(written),
        }
    }
}

/// The first row whose cells are heads, if there is one. In Markdown it is the one above the dashes. A pair that names both
/// sides goes before one head that does, and that before a guess.
fn found(rows: &[GridRow]) -> Option<Columns> {
    let top = 0..rows.len().min(MOST_TITLES);
    if let Some(at) = top.clone().find(|at| rows.get(*at).is_some_and(|row| row.is_head)) {
        let sure = by_heads(rows, at, false).filter(|it| it.certainty != Certainty::Guessed);
        let named = sure.or_else(|| likely(rows, at)).or_else(|| by_heads(rows, at, false));
        let plain = || Columns { has_heads: true, ..by_content(rows, at + 1) };
        return Some(named.unwrap_or_else(plain));
    }
    let named = top.clone().find_map(|at| by_heads(rows, at, false));
    match named {
        Some(columns) if columns.certainty != Certainty::Guessed => Some(columns),
        guessed => likely(rows, titles(rows)).or(guessed),
    }
}

/// The columns by two cells of a first row that may be heads, though not all of their words are known. No other row may be of
/// that kind: then it is how this team writes its phrases.
fn likely(rows: &[GridRow], at: usize) -> Option<Columns> {
    let row = rows.get(at)?;
    let below = rows.get(at + 1..).filter(|below| below.len() >= LEAST_BELOW_A_LABEL)?;
    let pair = |row: &GridRow, left: usize, right: usize| {
        let (one, other) = row.cells.get(left).zip(row.cells.get(right))?;
        let heads = opposed(one, other).or_else(|| trouble(one, other))?;
        Some((heads, has_sign(one)))
    };
    let places = 0..row.cells.len();
    let (left, right, heads) = places
        .clone()
        .flat_map(|left| (left + 1..row.cells.len()).map(move |right| (left, right)))
        .find_map(|(left, right)| {
            let (heads, by_sign) = pair(row, left, right)?;
            let is_alike = |row: &GridRow| {
                pair(row, left, right).is_some()
                    || by_sign && row.cells.get(left).is_some_and(|cell| has_sign(cell))
            };
            (!below.iter().any(is_alike)).then_some((left, right, heads))
        })?;
    let known = |column: usize| match column {
        _ if column == left => Some(heads[0]),
        _ if column == right => Some(heads[1]),
        // Both sides are named already.
        _ => row.cells.get(column).and_then(|cell| head(cell)).filter(|head| {
            !matches!(head, Head::Avoid | Head::Prefer | Head::Customer | Head::Answer)
        }),
    };
    let mut columns = of_heads(rows, at, &places.map(known).collect::<Vec<_>>(), false)?;
    columns.certainty = Certainty::Guessed;
    columns.heads_are_guessed = !row.is_head;
    Some(columns)
}

/// Rows below two cells that are taken for heads.
const LEAST_BELOW_A_LABEL: usize = 2;

/// Whether the row has the heads of both columns: then it is not a row of the table, wherever it stands.
pub fn is_heads(row: &GridRow) -> bool {
    by_heads(std::slice::from_ref(row), 0, false)
        .is_some_and(|columns| columns.certainty == Certainty::Sure)
}

/// Whether all that a row says is in parentheses.
pub fn is_in_parentheses(row: &GridRow) -> bool {
    let mut said = row.cells.iter().filter(|cell| !cell.is_empty()).peekable();
    said.peek().is_some() && said.all(|cell| cell.starts_with('(') && cell.ends_with(')'))
}

/// The columns by the heads in a row; `says` where the lead says that it holds them.
fn by_heads(rows: &[GridRow], at: usize, says: bool) -> Option<Columns> {
    let row = rows.get(at)?;
    let mut heads: Vec<Option<Head>> = row.cells.iter().map(|cell| head(cell)).collect();
    let places = 0..row.cells.len();
    for (left, right) in places.clone().flat_map(|left| places.clone().map(move |it| (left, it))) {
        let pair = row.cells.get(left).zip(row.cells.get(right)).filter(|_| left < right);
        if let Some([one, other]) = pair.and_then(|(left, right)| together(left, right)) {
            (heads[left], heads[right]) = (Some(one), Some(other));
        }
    }
    // A single row that says «Όχι» and «Ναι» is a rule: there is nothing that it could be the head of.
    let is_alone = rows.len() == at + 1 && row.cells.iter().all(|cell| may_be_a_phrase(cell));
    if is_alone && !says { None } else { of_heads(rows, at, &heads, says) }
}

/// The columns by what the cells of a row mean as heads.
fn of_heads(rows: &[GridRow], at: usize, heads: &[Option<Head>], says: bool) -> Option<Columns> {
    let find = |wanted: Head| heads.iter().position(|head| *head == Some(wanted));
    let all = |wanted: Head| {
        let found = heads.iter().enumerate().filter(|(_, head)| **head == Some(wanted));
        found.map(|(at, _)| at).collect::<Vec<usize>>()
    };
    let customer = find(Head::Customer);
    let (avoid, mut prefer) = (find(Head::Avoid), all(Head::Prefer));
    if prefer.is_empty() && avoid.is_some() {
        prefer = all(Head::Answer);
    }
    // «Ελληνικά - όχι | Ελληνικά - ναι | English - avoid | English - say» are two tables side by side.
    if let [first, second, ..] = *all(Head::Avoid)
        && prefer.iter().any(|column| (first..second).contains(column))
    {
        prefer.retain(|column| *column < second);
    }
    let columns = |avoid: usize, prefer: Vec<usize>, certainty| Columns {
        avoid,
        prefer,
        why: find(Head::Why),
        level: find(Head::Level),
        principle: find(Head::Principle),
        skip: find(Head::Skip),
        skipped: at + 1,
        has_heads: true,
        heads_are_guessed: false,
        certainty,
        is_turned: false,
        is_open: false,
        written: None,
    };
    match (avoid, prefer.is_empty(), customer, find(Head::Answer)) {
        (Some(avoid), false, ..) => Some(columns(avoid, prefer, Certainty::Sure)),
        (None, true, Some(asked), Some(answer)) => {
            Some(columns(asked, vec![answer], Certainty::Customers))
        }
        (None, false, Some(asked), _) => Some(columns(asked, prefer, Certainty::Customers)),
        (None, true, Some(asked), None) => {
            let answer = beside(rows, at, heads, asked)?;
            Some(columns(asked, vec![answer], Certainty::Customers))
        }
        _ => one_sided(rows, at, heads, says).map(|(avoid, prefer)| {
            let certainty = if says { Certainty::Sure } else { Certainty::Guessed };
            columns(avoid, of_a_kind(row(rows, at), prefer), certainty)
        }),
    }
}

fn row(rows: &[GridRow], at: usize) -> &[String] {
    rows.get(at).map_or(&[], |row| row.cells.as_slice())
}

/// The columns whose heads differ from this one's by a number alone: «Πρόταση 1», «Πρόταση 2».
fn of_a_kind(heads: &[String], column: usize) -> Vec<usize> {
    let kind = |at: usize| heads.get(at).and_then(|head| numbered(head));
    let own = kind(column);
    let is_alike = |at: &usize| *at == column || own.is_some() && kind(*at) == own;
    (0..heads.len()).filter(is_alike).collect()
}

/// The columns where one head alone tells what it is; the other is the column of words next to it.
fn one_sided(
    rows: &[GridRow],
    at: usize,
    heads: &[Option<Head>],
    says: bool,
) -> Option<(usize, usize)> {
    let row = rows.get(at)?;
    let known = heads.iter().position(|head| matches!(head, Some(Head::Avoid | Head::Prefer)))?;
    let cell = row.cells.get(known)?;
    // «Όχι» and «Λάθος» are what people say, too, but not next to the head of another column.
    let is_backed = heads.iter().enumerate().any(|(at, head)| at != known && head.is_some())
        || (0..row.cells.len()).any(|at| of_a_kind(&row.cells, at).len() > 1);
    if !says && !is_backed && may_be_a_phrase(cell) {
        return None;
    }
    let other = nearest(rows, at, heads, known)?;
    (looks_like_a_head(row, other) || says).then_some(match heads.get(known) {
        Some(Some(Head::Avoid)) => (known, other),
        _ => (other, known),
    })
}

/// The column of words nearest to another one, whose head nobody knows.
fn nearest(rows: &[GridRow], at: usize, heads: &[Option<Head>], known: usize) -> Option<usize> {
    let others = wordy(rows, at + 1).into_iter().filter(|column| *column != known);
    let free = |column: &usize| heads.get(*column).copied().flatten().is_none();
    others.filter(free).min_by_key(|column| column.abs_diff(known))
}

fn looks_like_a_head(row: &GridRow, column: usize) -> bool {
    row.cells.get(column).is_some_and(|cell| {
        !cell.is_empty()
            && cell.split_whitespace().count() <= 4
            && !cell.ends_with(['.', '!', ';', '…'])
    })
}

/// The column of answers next to what customers say, where both cells can't be said themselves.
fn beside(rows: &[GridRow], at: usize, heads: &[Option<Head>], asked: usize) -> Option<usize> {
    let row = rows.get(at)?;
    let answer = nearest(rows, at, heads, asked)?;
    let is_short = |column: usize| {
        looks_like_a_head(row, column)
            && row.cells.get(column).is_some_and(|cell| may_be_a_head(cell))
    };
    (is_short(answer) && is_short(asked)).then_some(answer)
}

/// The heads of both columns where they stand in one line with nothing between them.
pub fn heads_of_line(line: &str) -> Option<Vec<String>> {
    if line.contains(['.', '!', ';', '?', '…', '\u{37e}']) {
        return None;
    }
    let words: Vec<&str> = line.split_whitespace().collect();
    (1..words.len()).find_map(|at| {
        let (left, right) = words.split_at_checked(at)?;
        let [left, right] = [left.join(" "), right.join(" ")];
        let both = (head(&left)?, head(&right)?);
        matches!(both, (Head::Avoid, Head::Prefer) | (Head::Prefer, Head::Avoid))
            .then_some(vec![left, right])
    })
}
