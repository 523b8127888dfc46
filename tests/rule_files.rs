//! Sound rule files, word files and principles, and what is read out of them.

use kalologos::lexicon::{Part, Person, Tense};
use kalologos::rules::{
    Avoid, Element, Example, GapForm, GapKind, Known, Level, Piece, RuleFile, Severity, Skip,
    Speaks, parse, parse_language, parse_principles,
};
use kalologos::ruleset::{FileKind, builtin};
use kalologos::text::name_key;

const FULL: &str = "\
schema: 1
pack: positive-language          # id of the pack; the file's name if left out
title: Θετική γλώσσα
language: el
rules:
  - id: cannot
    principle: positive-language # ties the rule to the tips
    level: error
    avoid:
      - δεν <μπορώ:present:1,3> να {action}
    prefer:
      - θα <μπορώ:imperfect> να {action} αν [προϋπόθεση]
      - <μπορώ:present> να {action} μόλις [τι χρειάζεται]
    unless:
      - δεν <μπορώ:present> παρά να
    skip: [questions, reports]
    quotes: check
    why: Έτσι ο πελάτης μαθαίνει τι γίνεται.
    source: https://example.com/a#b
    examples:
      - draft: Δεν μπορούμε να το στείλουμε σήμερα.
        rewrite: Θα μπορούσαμε να το στείλουμε σήμερα αν [προϋπόθεση].
      - fine: Μπορούμε να το στείλουμε αύριο.
  - avoid: Κάνετε <αγαπώ> λάθος!
    remove: true
  - avoid: κάνετε αγαπώ λάθος
    why: Δεν φταίει ο πελάτης.
  - id: el/other/lathos
    regex: '(?P<x>λαθοσ)'
    prefer: '{x} μας'
words:
  αγαπώ:
    like: βοηθώ
    present: [αγαπώ, αγαπάω]
    past: {1s: αγάπησα, 3p: [αγάπησαν, αγαπήσανε]}
    imperative: none
  λάθος: [λάθους, λάθη]
tips:
  - id: calm
    principle: positive-language
    text: Η ηρεμία κολλάει.
    try: Πιείτε νερό.
  - {text: Αργά!, source: σ. 4}
";

fn read(text: &str) -> RuleFile {
    let mut known = Known::default();
    known.add_words("el", ["μπορώ", "σας"]);
    known.add_principles(["positive-language"]);
    let (file, problems) = parse(text, "packs/demo.el.yaml", &known);
    assert_eq!(problems, []);
    file
}

#[test]
fn a_full_rule_is_read() {
    let file = read(FULL);
    assert_eq!((file.pack.as_str(), file.language.as_str()), ("positive-language", "el"));
    assert_eq!(file.title.as_deref(), Some("Θετική γλώσσα"));
    let rule = &file.rules[0];
    assert_eq!(rule.id, "el/positive-language/cannot");
    assert_eq!(rule.level, Level::Error);
    assert_eq!(rule.skip, [Skip::Questions, Skip::Reports]);
    assert!(rule.in_quotes && rule.remove.is_none());
    assert_eq!((rule.prefer.len(), rule.unless.len()), (2, 1));
    assert_eq!(rule.source.as_deref(), Some("https://example.com/a#b"));
    assert_eq!((rule.place.line, rule.place.column), (6, 5));
    let Example::Draft { draft, rewrite } = &rule.examples[0] else { panic!("no draft") };
    assert_eq!(&FULL[draft.place.span.clone()], draft.value);
    assert!(rewrite.is_some());
    assert!(matches!(&rule.examples[1], Example::Fine(_)));
}

#[test]
fn a_rule_may_turn_a_no_and_speak_where_others_are_silent() {
    let rule = |more: &str| {
        let text = format!(
            "language: el\nrules:\n  - avoid: δεν γίνεται πριν {{date}}\n    prefer: γίνεται μετά {{date}}\n{more}"
        );
        read(&text).rules.remove(0)
    };
    let plain = rule("");
    assert!(!plain.turns && plain.speaks.is_empty());
    for (more, turns, speaks) in [
        ("    turns: true\n", true, &[][..]),
        ("    turns: false\n    speaks: []\n", false, &[]),
        ("    speaks: relatives\n", false, &[Speaks::Relatives]),
        (
            "    speaks: [negated, conditions, negated]\n    skip: questions\n",
            false,
            &[Speaks::Negated, Speaks::Conditions],
        ),
    ] {
        let rule = rule(more);
        assert_eq!((rule.turns, rule.speaks.as_slice()), (turns, speaks), "{more}");
    }
}

#[test]
fn a_gap_may_take_a_clause_and_be_put_as_a_subject() {
    let text = "\
language: el
rules:
  - avoid: δεν καλύπτεται {thing}, {reason:clause}
    prefer: '{thing:subject} είναι εκτός κάλυψης, {reason}'
  - avoid: '{answer:clause}, αλλά όχι τώρα'
    prefer: '{answer}'
  - avoid: (όχι·|γιατί|ναι, αλλά) {answer:clause} ποτέ
    why: Έτσι.
";
    let file = read(text);
    let Avoid::Phrases(phrases) = &file.rules[0].avoid else { panic!("no phrases") };
    let elements = phrases[0].elements();
    let [.., thing, _, reason] = elements.as_ref() else { panic!("{elements:?}") };
    assert!(matches!(thing, Element::Gap { kind: GapKind::Words, .. }));
    assert!(matches!(reason, Element::Gap { kind: GapKind::Clause, optional: false, .. }));
    let pieces = file.rules[0].prefer[0].pieces();
    let form = |piece: &Piece| match piece {
        Piece::Gap { form, .. } => Some(*form),
        _ => None,
    };
    let forms: Vec<GapForm> = pieces.iter().filter_map(form).collect();
    assert_eq!(forms, [GapForm::Subject, GapForm::AsIs]);
}

#[test]
fn a_phrase_may_take_any_verb() {
    let text = "\
language: en
words:
  send: {past: sent}
rules:
  - avoid: you must <*:subjunctive> {what}
    prefer: please <*:imperative> {what}
";
    let file = read(text);
    let Avoid::Phrases(phrases) = &file.rules[0].avoid else { panic!("no phrases") };
    let is_variable = |element: &&Element| matches!(element, Element::Word(it) if it.is_variable());
    assert_eq!(phrases[0].elements().iter().filter(is_variable).count(), 1);
    assert!(phrases[0].has_variable());
    assert_eq!(file.rules[0].id, "en/demo/you-must");
}

#[test]
fn a_rule_takes_what_it_does_not_say_from_the_defaults() {
    let text = "\
language: el
defaults:
  principle: positive-language
  level: error
  skip: [questions, conditions]
  speaks: relatives
  turns: true
  why: Λέμε τι γίνεται.
  unless: παρά να
rules:
  - avoid: δεν γίνεται
  - avoid: δεν μπορώ
    level: suggestion
    skip: reports
    speaks: []
    turns: false
    why: Άλλο.
    unless: [μόνο να]
  - avoid: ποτέ
    skip: []
    unless: []
    speaks: conditions
";
    let rules = read(text).rules;
    let shown: Vec<String> = rules
        .iter()
        .map(|rule| {
            let unless: Vec<&str> = rule.unless.iter().map(|it| it.source.as_str()).collect();
            format!(
                "{:?} {:?} {:?} {} {} {unless:?} {}",
                rule.level,
                rule.skip,
                rule.speaks,
                rule.turns,
                rule.why.as_deref().unwrap_or("-"),
                rule.principle.as_deref().unwrap_or("-"),
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            "Error [Questions, Conditions] [Relatives] true Λέμε τι γίνεται. [\"παρά να\"] positive-language",
            "Suggestion [Reports] [] false Άλλο. [\"παρά να\", \"μόνο να\"] positive-language",
            "Error [] [Conditions] true Λέμε τι γίνεται. [] positive-language",
        ]
    );
}

#[test]
fn what_a_rule_says_itself_goes_before_a_default_of_the_other_kind() {
    let rule = |defaults: &str, own: &str| {
        let text = format!(
            "language: el\ndefaults: {{{defaults}}}\nrules:\n  - avoid: ποτέ\n    remove: true\n    {own}\n"
        );
        let rule = read(&text).rules.remove(0);
        (rule.skip, rule.speaks)
    };
    for (defaults, own, expected) in [
        (
            "speaks: [conditions, negated]",
            "skip: conditions",
            (vec![Skip::Conditions], vec![Speaks::Negated]),
        ),
        (
            "skip: [conditions, reports]",
            "speaks: conditions",
            (vec![Skip::Reports], vec![Speaks::Conditions]),
        ),
        (
            "skip: [conditions], speaks: [negated]",
            "level: error",
            (vec![Skip::Conditions], vec![Speaks::Negated]),
        ),
    ] {
        assert_eq!(rule(defaults, own), expected, "{defaults} {own}");
    }
}

/// The phrase of a rule with its choices written out.
fn written_out(elements: &[Element]) -> String {
    let one = |element: &Element| match element {
        Element::Text(text) => text.clone(),
        Element::Choice(branches) | Element::Listed { branches, .. } => {
            let branches: Vec<String> = branches.iter().map(|it| written_out(it)).collect();
            format!("({})", branches.join("|"))
        }
        other => format!("{other:?}"),
    };
    elements.iter().map(one).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_choice_may_take_in_a_set() {
    let text = "\
language: el
sets:
  μήνες: [Ιανουάριος, '(Φλεβάρης|Φεβρουάριος)']
  χρόνος: [καλοκαίρι, όλο τον (@ΜΗΝΕΣ)]
rules:
  - avoid: (ο|@μήνες) αργεί
    unless: ( @χρόνος | @μήνες ) μετά
    remove: true
  - avoid: (\\@home|@ σπίτι) στο info@μηνες.gr
    remove: true
";
    let file = read(text);
    let shown = |rule: usize| {
        let Avoid::Phrases(phrases) = &file.rules[rule].avoid else { panic!("no phrases") };
        written_out(&phrases[0].elements())
    };
    assert_eq!(shown(0), "(ο|Ιανουάριος|(Φλεβάρης|Φεβρουάριος)) αργεί");
    let unless = written_out(&file.rules[0].unless[0].elements());
    let months = "Ιανουάριος|(Φλεβάρης|Φεβρουάριος)";
    assert_eq!(unless, format!("(καλοκαίρι|όλο τον ({months})|{months}) μετά"));
    assert_eq!(shown(1), "(@home|@ σπίτι) στο info@μηνες.gr");
    assert_eq!(file.rules[0].id, "el/demo/ο-μηνες-αργει");
}

#[test]
fn ids_are_made_and_kept_apart() {
    let ids: Vec<String> = read(FULL).rules.into_iter().map(|rule| rule.id).collect();
    assert_eq!(
        ids,
        [
            "el/positive-language/cannot",
            "el/positive-language/κανετε-αγαπω-λαθος",
            "el/positive-language/κανετε-αγαπω-λαθος-2",
            "el/other/lathos",
        ]
    );
}

#[test]
fn tips_are_read() {
    let tips = read(FULL).tips;
    let ids: Vec<&str> = tips.iter().map(|tip| tip.id.as_str()).collect();
    assert_eq!(ids, ["el/positive-language/calm", "el/positive-language/αργα"]);
    let [calm, slowly] = tips.as_slice() else { panic!("two tips") };
    assert_eq!((calm.language.as_str(), calm.text.as_str()), ("el", "Η ηρεμία κολλάει."));
    assert_eq!(calm.principle.as_deref(), Some("positive-language"));
    assert_eq!(calm.today.as_deref(), Some("Πιείτε νερό."));
    assert_eq!(&FULL[calm.places.text.span.clone()], calm.text);
    assert_eq!((slowly.today.as_deref(), slowly.source.as_deref()), (None, Some("σ. 4")));
    assert_eq!(slowly.places.today, slowly.places.id);
}

#[test]
fn a_regex_may_name_gaps() {
    assert!(
        matches!(&read(FULL).rules[3].avoid, Avoid::Regex(pattern) if pattern.regex().is_some_and(|regex| regex.is_match("λαθοσ")))
    );
}

#[test]
fn word_entries_are_read() {
    let words = read(FULL).words;
    let verb = &words[0].value;
    assert_eq!(verb.like.as_deref(), Some("βοηθώ"));
    let past = vec![
        (Person::ALL[0], vec!["αγάπησα".to_owned()]),
        (Person::ALL[5], vec!["αγάπησαν".to_owned(), "αγαπήσανε".to_owned()]),
    ];
    assert_eq!(
        verb.parts,
        [
            (Tense::Present, Part::Lead(vec!["αγαπώ".to_owned(), "αγαπάω".to_owned()])),
            (Tense::Past, Part::Persons(past)),
            (Tense::Imperative, Part::None),
        ]
    );
    assert_eq!(words[1].value.forms, ["λάθους", "λάθη"]);
}

#[test]
fn the_smallest_file_is_complete() {
    let text =
        "language: el\nrules:\n  - avoid: κάνετε λάθος\n    prefer: το σωστό είναι [στοιχεία]\n";
    let file = read(text);
    assert_eq!(file.pack, "demo");
    assert_eq!(file.rules[0].id, "el/demo/κανετε-λαθος");
    assert_eq!(file.rules[0].level, Level::Warning);
}

#[test]
fn yes_and_no_are_words() {
    let text =
        "language: en\nrules:\n  - avoid: [no, yes, on, off]\n    why: Kinder words exist.\n";
    assert_eq!(read(text).rules.len(), 1);
}

#[test]
fn windows_lines_and_a_byte_order_mark_are_fine() {
    let text = format!("\u{feff}{}", FULL.replace('\n', "\r\n"));
    assert_eq!(read(&text).rules.len(), 4);
}

#[test]
fn what_is_sound_is_read_beside_what_is_not() {
    let text = "language: el\nrules:\n  - avoid: δεν <\n    remove: true\n  - avoid: λάθος\n    remove: true\n";
    let (file, problems) = parse(text, "demo.yaml", &Known::default());
    assert_eq!(file.rules.len(), 1);
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].severity, Severity::Error);
    assert_eq!((problems[0].place.line, problems[0].place.column), (3, 16));
}

#[test]
fn a_word_file_is_read() {
    let text = "\
language: el
words:
  μπορώ: {like: μπορώ, past: μπόρεσα, subjunctive: μπορέσω, imperative: none}
same: [[δεν, δε], [μην, μη]]
contractions: {can't: can not, won't: will not}
homographs: [αλλά, άλλα]
clitics: []
registers: {σας: σου, εσείς: εσύ}
stops:
  always: [αλλά, εκτός αν]
  joins: [και]
asking: [μπορώ]
";
    let (data, problems) = parse_language(text, "el.yaml");
    assert_eq!(problems, []);
    assert_eq!(data.words[0].name, "μπορώ");
    assert_eq!(data.same[1], ["μην", "μη"]);
    assert_eq!(data.contractions[1], ("won't".to_owned(), "will not".to_owned()));
    assert_eq!(data.stops.always, ["αλλά", "εκτός αν"]);
    let mut known = Known::default();
    known.add_language(&data);
    for (language, name, expected) in [
        ("el", "μπορώ", true),
        ("el-GR", "ΜΠΟΡΩ", true),
        ("el", "σου", true),
        ("el", "στέλνω", false),
        ("en", "μπορώ", false),
    ] {
        assert_eq!(known.is_word(language, name), expected, "{language} {name}");
    }
}

/// The blocks of YAML of a page.
fn blocks(page: &str) -> Vec<&str> {
    page.split("```yaml\n").skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

#[test]
fn every_example_of_the_page_on_rules_is_a_sound_file() {
    let mut known = Known::default();
    for file in builtin() {
        match file.kind() {
            FileKind::Words => known.add_language(&parse_language(&file.text, &file.name).0),
            FileKind::Principles | FileKind::Pack => {}
        }
    }
    let page = include_str!("../docs/rule-language.md");
    let blocks = blocks(page);
    assert!(blocks.len() >= 20, "{}", blocks.len());
    for pair in blocks.chunks(2) {
        let languages: Vec<String> = pair
            .iter()
            .map(|text| {
                let (file, problems) = parse(*text, "team.yaml", &known);
                assert_eq!(problems, [], "{text}");
                assert!(!file.rules.is_empty(), "{text}");
                file.language
            })
            .collect();
        assert_eq!(languages, ["el", "en"], "{pair:?}");
    }
}

#[test]
fn principles_are_read() {
    let text = "principles:\n  empathy:\n    name: {el: Ενσυναίσθηση, en: Empathy}\n    summary: {el: Πρώτα ο άνθρωπος.}\n  plain:\n    summary: {el: Απλά.}\n";
    let (principles, problems) = parse_principles(text, "principles.yaml");
    assert_eq!(principles[0].name("el"), Some("Ενσυναίσθηση"));
    assert_eq!(principles[0].summary("en"), None);
    let codes: Vec<_> = problems.iter().map(|problem| problem.problem.code()).collect();
    assert_eq!(codes, ["missing-key"]);
}

#[test]
fn a_key_ignores_case_accents_and_final_sigma() {
    for (a, b) in [("Λόγος", "λογοσ"), ("ΜΠΟΡΏ", "μπορω"), ("προϊόν", "ΠΡΟΪΟΝ"), ("α\u{301}", "ά")]
    {
        assert_eq!(name_key(a), name_key(b));
    }
}
