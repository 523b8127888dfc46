//! Rows of cells, as every kind of table is read into them.

use crate::rules::OtherTool;

/// Rows of a table.
pub const MAX_ROWS: usize = 5_000;
/// The longest cell, in characters.
pub const MAX_CELL_CHARS: usize = 400;

/// What a table was written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// An Excel or LibreOffice workbook; the first sheet that holds a table.
    Workbook,
    /// The tables of a document.
    Document,
    /// `| … | … |`
    Markdown,
    /// Cells apart by tabs, as copied from a spreadsheet.
    Tabs,
    /// Cells apart by semicolons, as Greek Excel writes them.
    Semicolons,
    /// Cells apart by commas.
    Commas,
    /// Phrases apart by arrows.
    Arrows,
    /// Sentences after one another, as copied from a document.
    Sentences,
}

/// Why a table can't be read at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableError {
    /// There is nothing in it.
    Empty,
    /// It is neither text nor a workbook.
    NotATable,
    /// The workbook is damaged or protected.
    BadWorkbook,
    /// The workbook holds more than is read, or says that it does.
    LargeWorkbook,
    /// It has more rows than are read.
    TooManyRows {
        /// How many are read.
        limit: usize,
    },
    /// No line has two cells.
    OneColumn,
    /// It is a file of another kind.
    OtherFile(OtherFile),
    /// It is the rule file of another tool.
    OtherTool(OtherTool),
    /// The document has no table.
    NoTableInDocument,
}

/// Files that hold no table that can be read, as people know them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OtherFile {
    /// `.xls` or `.doc`, from before 2007, or a workbook with a password.
    OldOffice,
    /// `.pdf`
    Pdf,
    /// A picture.
    Image,
    /// `.rtf`
    RichText,
    /// A web page.
    WebPage,
    /// `.pptx`
    Slides,
    /// `.xlsb`
    BinaryWorkbook,
    /// `.json`
    Json,
}

/// What is wrong with a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellProblem {
    /// It shows an error.
    Error,
    /// Its formula has no value.
    NoValue,
    /// It holds a number that people see in a way which is not known here.
    NotShown,
}

/// A row of cells and the line it begins on, from 1.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GridRow {
    /// The line of the file, or the row of the sheet.
    pub line: usize,
    /// Its cells, trimmed.
    pub cells: Vec<String>,
    /// The way it is written says that it holds the heads: in Markdown a line of dashes stands below it.
    pub is_head: bool,
    /// Cells that are not as their author sees them, by column.
    pub problems: Vec<(usize, CellProblem)>,
}

/// Something about a table that its lead should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableNote {
    /// The left side is what customers say, so no rule comes of it.
    CustomersWords,
    /// From a line on the left side is what customers say, so no rule comes of these rows.
    CustomersFrom {
        /// The line.
        line: usize,
    },
    /// Further down are heads that name other columns.
    OtherHeads {
        /// Their line.
        line: usize,
        /// The head of what is avoided from there on.
        avoid: String,
        /// The head of what is said instead.
        prefer: String,
    },
    /// Rows above the heads that hold as much as a row of the table: no rules came of them.
    AboveHeads {
        /// Their lines.
        lines: Vec<usize>,
    },
    /// Which column is which was guessed from what stands in them.
    Guessed,
    /// The first row was taken for the heads, which is not certain.
    HeadsGuessed {
        /// What stands over the phrases that are avoided.
        left: String,
        /// What stands over the wordings.
        right: String,
    },
    /// The workbook has other sheets, which were not read.
    OtherSheets {
        /// The one that was read.
        read: String,
        /// The others.
        others: Vec<String>,
    },
    /// Hidden sheets were passed over.
    HiddenSheets {
        /// Their names.
        names: Vec<String>,
    },
    /// Hidden rows were passed over.
    HiddenRows {
        /// Their numbers.
        lines: Vec<usize>,
    },
    /// Rows name principles that are none; the rules have no principle then.
    UnknownPrinciples {
        /// Some of their names.
        names: Vec<String>,
    },
    /// Rows name levels that are none; the rules have the level of any rule then.
    UnknownLevels {
        /// Some of their names.
        names: Vec<String>,
    },
    /// Rows name kinds of sentences that are none; the rules speak there as well.
    UnknownClauses {
        /// Some of their names.
        names: Vec<String>,
    },
    /// Remarks for colleagues in brackets are no part of phrases and wordings.
    RemarksLeftOut {
        /// Some of them.
        texts: Vec<String>,
    },
    /// Words in brackets at the end of a cell stay, though they may be remarks.
    BracketsKept {
        /// Some of them.
        texts: Vec<String>,
    },
    /// Columns that hold words were not read.
    ColumnsLeftOut {
        /// Their heads or their numbers.
        names: Vec<String>,
    },
    /// It is a file of the team's that was exported, and takes its place.
    Replaces {
        /// Its name.
        file: String,
    },
    /// Letters that were broken when the file was saved have been fixed.
    MendedLetters,
    /// Words in capitals without accents have got small letters; the accents are for the lead.
    Capitals,
}

/// Rows of cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// What it was written with.
    pub format: Format,
    /// Rows that hold something.
    pub rows: Vec<GridRow>,
    /// The sheets in sight of a workbook.
    pub sheets: Vec<String>,
    /// The one that was read.
    pub sheet: usize,
    /// What its lead should know.
    pub notes: Vec<TableNote>,
}

impl Grid {
    pub fn new(format: Format, rows: Vec<GridRow>) -> Grid {
        Grid { format, rows, sheets: Vec::new(), sheet: 0, notes: Vec::new() }
    }

    /// Cells of the longest row.
    pub fn width(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0)
    }
}
