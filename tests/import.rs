//! A team's own table, as people have it, becomes rules that work.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop where it stands")]

#[path = "tables/mod.rs"]
mod tables;

use std::fmt::Write;
use std::sync::LazyLock;

use encoding_rs::{ISO_8859_7, WINDOWS_1253};
use insta::assert_snapshot;
use kalologos::engine::Scope;
use kalologos::import::{Options, RowError, Sides, TableError, Verbs, read_table, rule_file};
use kalologos::rules::{Diagnostic, Problem, Severity};
use kalologos::ruleset::{RuleSet, SourceFile, builtin};
use kalologos::text::Draft;
use proptest::prelude::*;
use tables::{ROWS, SEED, separated};

static WORDS: LazyLock<RuleSet> = LazyLock::new(|| RuleSet::languages(builtin()).0);
static VERBS: LazyLock<Verbs> = LazyLock::new(|| Verbs::new(WORDS.lexemes()));

fn file_of(bytes: &[u8], sides: Sides) -> String {
    let options = Options { sides, ..Options::default() };
    let table = read_table(bytes, sides).unwrap();
    assert!(table.errors.is_empty(), "{:?}", table.errors);
    let file = rule_file(&table, options, &VERBS);
    assert_eq!(file.lines.len(), table.rows.len());
    file.text
}

fn rule_set(text: String) -> RuleSet {
    let mut rule_set = WORDS.clone();
    let problems = rule_set.add(&[SourceFile { name: "team.yaml".to_owned(), text: text.clone() }]);
    assert!(problems.is_empty(), "{problems:?}\n{text}");
    rule_set
}

/// The drafts with what becomes of each.
fn reworded(rule_set: &RuleSet, drafts: &[&str]) -> String {
    let engine = rule_set.engine();
    let mut shown = String::new();
    for draft in drafts {
        let review = engine.check(Draft::new(draft).unwrap(), &Scope::everything());
        writeln!(shown, "{draft}\n  → {}", review.rewrite).unwrap();
    }
    shown
}

#[test]
fn the_table_of_the_first_day_pasted_unchanged_is_five_rules() {
    let text = file_of(SEED.as_bytes(), Sides::AsWritten);
    let rule_set = rule_set(text.clone());
    assert_eq!(rule_set.engine().rules().count(), 5);
    let drafts = [
        "Κάνετε λάθος.",
        "Κάνεις λάθος στην ημερομηνία.",
        "Όχι. Δεν μπορεί να γίνει.",
        "Αυτό δεν μπορεί να γίνει.",
        "Όχι.",
        "Όχι, το στείλαμε χθες.",
        "Δεν μπορώ να σας βοηθήσω σήμερα, κυρία Άννα.",
        "Δεν μπορούμε να το αλλάξουμε, αλλά το κοιτάμε.",
        "Δεν μπορώ.",
        "Διαφωνώ.",
        "Διαφωνούμε με αυτό.",
        "Διαφωνούμε.",
        "Κάνεις λάθος.",
        "Δεν μπορούμε να το αλλάξουμε.",
        "Δεν μπορείτε να πληρώσετε με μετρητά.",
        "Δεν μπορείς να το επιστρέψεις.",
    ];
    assert_snapshot!(format!("{text}\n{}", reworded(&rule_set, &drafts)));
}

#[test]
fn the_same_table_in_other_clothes_gives_the_same_rules() {
    let pasted = file_of(SEED.as_bytes(), Sides::AsWritten);
    let greek = ["Αποφεύγουμε να λέμε", "Προτιμούμε να λέμε"];
    let semicolons = separated(";", greek);
    let utf16: Vec<u8> = format!("\u{feff}{}", separated("\t", greek))
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let markdown: String = std::iter::once("| Avoid | Prefer |\n|---|:---:|\n".to_owned())
        .chain(ROWS.iter().map(|[avoid, prefer]| format!("| {avoid} | {prefer} |\n")))
        .collect();
    let tables: [(&str, Vec<u8>); 9] = [
        ("semicolons", semicolons.clone().into()),
        ("with a mark", format!("\u{feff}{semicolons}").into()),
        ("Windows-1253", WINDOWS_1253.encode(&semicolons).0.into_owned()),
        ("ISO-8859-7", ISO_8859_7.encode(&semicolons).0.into_owned()),
        ("UTF-16 with tabs", utf16),
        ("commas", separated(",", ["avoid saying", "say instead"]).into()),
        ("Markdown", markdown.into()),
        ("arrows", ROWS.iter().map(|[a, p]| format!("- {a} → {p}\n")).collect::<String>().into()),
        (
            "tabs, no heads",
            ROWS.iter().map(|[a, p]| format!("{a}\t{p}\n")).collect::<String>().into(),
        ),
    ];
    for (name, bytes) in tables {
        assert_eq!(file_of(&bytes, Sides::AsWritten), pasted, "{name}");
    }
}

#[test]
fn a_workbook_gives_the_same_rules() {
    let pasted = file_of(SEED.as_bytes(), Sides::AsWritten);
    assert_eq!(file_of(&tables::workbook(), Sides::AsWritten), pasted);
}

#[test]
fn the_sides_can_be_swapped() {
    let swapped: String = ROWS.iter().map(|[a, p]| format!("{p}\t{a}\n")).collect();
    assert_eq!(
        file_of(swapped.as_bytes(), Sides::Swapped),
        file_of(SEED.as_bytes(), Sides::AsWritten)
    );
}

#[test]
fn cells_become_phrases_and_wordings() {
    let table = "avoid\tprefer\twhy
Θα σας πάρουμε ... τηλέφωνο\tΘα σας καλέσουμε [πότε]\tΜια ώρα ησυχάζει.
Ηρεμήστε! ή Μη φωνάζετε\tΚαταλαβαίνω πόσο ενοχλητικό είναι ή Ας το δούμε μαζί
Την Πέμπτη ή την Παρασκευή\tΈως την Παρασκευή στις ___
Θέμα (εταιρείας) & [τμήμα]\tΘέμα μας: {το θέμα}.
Κοιτάξτε να δείτε\t—
Σας το είπα\tΜε χαρά σας το λέω ξανά\tΚανείς δεν θέλει να νιώθει ότι 'ρωτά πολλά'.
";
    let text = file_of(table.as_bytes(), Sides::AsWritten);
    let rule_set = rule_set(text.clone());
    let drafts = [
        "Θα σας πάρουμε αύριο το πρωί τηλέφωνο.",
        "Θα σας πάρουμε αύριο τηλέφωνο.",
        "Θα σας πάρουμε τηλέφωνο.",
        "Ηρέμησε! Μη φωνάζετε.",
        "Την Πέμπτη ή την Παρασκευή θα έρθει.",
        "Σου το είπαμε χθες.",
        "Κοιτάξτε να δείτε, το δέμα έφυγε.",
    ];
    assert_snapshot!(format!("{text}\n{}", reworded(&rule_set, &drafts)));
}

#[test]
fn a_row_that_does_not_fit_is_named_by_its_line() {
    let long = "λ".repeat(500);
    let table = format!(
        "avoid;prefer\nΔεν μπορώ;Μπορώ αν\n;Μπορώ\nΔεν ξέρω;\n...;Κάτι\nδεν ΜΠΟΡΩ.;Ξανά\n{long};α\n\"δύο\nγραμμές\";β\n;;;\nμόνη\nα;β\nγ;δ\nε;ζ\n"
    );
    let table = read_table(table.as_bytes(), Sides::AsWritten).unwrap();
    assert_eq!(
        table.errors,
        [
            (3, RowError::NoAvoid),
            (4, RowError::NothingToSay),
            (5, RowError::NoWords),
            (6, RowError::Twice { first_line: 2 }),
            (7, RowError::TooLong { limit: 400 }),
            (11, RowError::OneCell),
        ]
    );
    let lines: Vec<usize> = table.rows.iter().map(|row| row.line).collect();
    assert_eq!(lines, [2, 8, 12, 13, 14]);
}

#[test]
fn what_is_no_table_is_refused() {
    let bomb = tables::bomb();
    let many: String = (0..6_000).map(|row| format!("φράση {row};άλλη\n")).collect();
    for (name, bytes, expected) in [
        ("nothing", Vec::new(), TableError::Empty),
        ("blank lines", b"\n \n".to_vec(), TableError::Empty),
        ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), TableError::NotATable),
        ("an archive that is no workbook", b"PK\x03\x04nonsense".to_vec(), TableError::BadWorkbook),
        ("an archive that never ends", bomb, TableError::LargeWorkbook),
        ("one column", "δεν μπορώ\nδεν ξέρω\n".into(), TableError::OneColumn),
        ("too many rows", many.into(), TableError::TooManyRows { limit: 5_000 }),
    ] {
        assert_eq!(read_table(&bytes, Sides::AsWritten), Err(expected), "{name}");
    }
}

proptest::proptest! {
    #[test]
    fn any_table_becomes_a_file_without_a_problem_or_rows_with_one(
        cells in proptest::collection::vec(("[ -~α-ωά-ώΑ-Ω«».;…\u{300}😀]{0,40}", "[ -~α-ωά-ώ.;…_]{0,40}"), 1..8)
    ) {
        let table: String =
            cells.iter().map(|(avoid, prefer)| format!("{}\t{}\n", avoid.replace(['"', '\t'], ""), prefer.replace(['"', '\t'], ""))).collect();
        if let Ok(table) = read_table(table.as_bytes(), Sides::AsWritten) {
            let file = rule_file(&table, Options::default(), &VERBS);
            proptest::prop_assert_eq!(file.lines.len() + file.errors.len(), table.rows.len());
            proptest::prop_assume!(!file.lines.is_empty());
            let mut rule_set = WORDS.clone();
            let problems = rule_set.add(&[SourceFile { name: "team.yaml".to_owned(), text: file.text.clone() }]);
            // Two rows may come to the same rule; nothing else can be wrong with what we wrote ourselves.
            for problem in problems {
                let allowed = matches!(problem.problem, kalologos::rules::Problem::IdTwice { .. } | kalologos::rules::Problem::EmptyFile);
                proptest::prop_assert!(allowed, "{problem:?}\n{}", file.text);
            }
        }
    }
}

/// A table of any cells, some of them as people and programs write them.
fn tables() -> impl Strategy<Value = Vec<Vec<String>>> {
    let piece = prop_oneof![
        3 => prop::sample::select(vec![
            "δεν μπορώ να", "κάνετε λάθος", "-", "—", "...", "[κενό]", "{gap}", "<verb>", "<μπορώ:present>", "(a|b)",
            "el/a/b", "πολυ-μακρια-γλωσσα/x", "xx-toolongatag-forasingle/x", "'", "\"", "\\", ": ", "# ", "- ", "|", ">",
            "&a", "*a", "!t", "%", "@", "`", "{", "}", "[", "]", "?", "~", "null", "true", "1e3", "\u{feff}", "\u{fffe}", "\u{85}",
            "\u{2028}", "\u{0}", "\u{7f}", "\u{202e}", "\u{200b}", "😀", "e\u{301}", "\n", "\t", "regex:", "regex: [", "warning",
        ]).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    let cell = prop::collection::vec(piece, 0..4).prop_map(|pieces| pieces.concat());
    prop::collection::vec(prop::collection::vec(cell, 1..5), 1..8)
}

const HEADS: [&[&str]; 4] = [
    &[],
    &["avoid", "prefer", "why", "level"],
    &["αποφεύγουμε", "λέμε", "γιατί"],
    &["id", "phrases", "prefer", "why", "unless"],
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    /// A phrase may be none that the language of rules knows; but what is written is always a rule file.
    #[test]
    fn what_is_written_of_any_table_is_read(rows in tables(), head in 0..HEADS.len(), swapped: bool) {
        let mut all: Vec<Vec<String>> = vec![HEADS[head].iter().map(|it| (*it).to_owned()).collect()];
        all.extend(rows);
        let bytes = kalologos::import::as_csv(&all, b',');
        let sides = if swapped { Sides::Swapped } else { Sides::AsWritten };
        if let Ok(table) = read_table(&bytes, sides) {
            let file = rule_file(&table, Options { sides, ..Options::default() }, &VERBS);
            let source = SourceFile { name: "team.yaml".to_owned(), text: file.text.clone() };
            let (_, problems) = WORDS.read(&source);
            // Phrases that somebody wrote as phrases are theirs to mend.
            let counts = |it: &&Diagnostic| match it.problem {
                Problem::NotYaml(_) => true,
                _ => it.severity == Severity::Error && !table.are_phrases,
            };
            let refused: Vec<_> = problems.iter().filter(counts).collect();
            prop_assert!(refused.is_empty(), "{refused:?}\n{}", file.text);
        }
    }
}
