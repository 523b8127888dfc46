//! A file of a team's, in the form in which somebody wants to have it.

use super::file_names::with_ending;
use super::{Difference, ExportAs, Exported, Format, HandedOut};
use super::{fixed_ids, own};
use crate::check::Checker;
use crate::import;
use crate::import::Options;
use crate::import::Verbs;
use crate::model::Language;
use crate::rules::RuleFile;
use crate::ruleset::{SourceFile, has_errors};
use crate::store::FileVersion;

/// The file in the requested format; a rule file, if a table would not read back the same.
pub fn hand_out(
    builtin: &Checker,
    exported: Exported,
    version: &FileVersion,
    form: ExportAs,
    language: Language,
) -> HandedOut {
    let rules = rules_of(builtin, version);
    let table = match form {
        ExportAs::Original | ExportAs::Yaml => None,
        ExportAs::Workbook | ExportAs::Csv => {
            table(builtin, &rules, &exported.name, form, language)
        }
    };
    let file = exported.name.clone();
    let (number, without_examples) = (exported.number, false);
    let plainly = |name: String, bytes: Vec<u8>, form| HandedOut {
        file: file.clone(),
        number,
        name,
        bytes,
        form,
        without_examples,
    };
    match (form, table) {
        (ExportAs::Original, _) => plainly(original_name(&exported), exported.bytes, form),
        (_, Some(bytes)) => HandedOut {
            without_examples: rules.rules.iter().any(|rule| !rule.examples.is_empty()),
            ..plainly(with_ending(&file, ending(form)), bytes, form)
        },
        (_, None) if exported.format == Format::Yaml => {
            let name = with_ending(&file, ending(ExportAs::Yaml));
            plainly(name, exported.bytes, ExportAs::Yaml)
        }
        (_, None) => {
            let name = with_ending(&file, ending(ExportAs::Yaml));
            plainly(name, exported.rules.into_bytes(), ExportAs::Yaml)
        }
    }
}

fn ending(form: ExportAs) -> &'static str {
    match form {
        ExportAs::Original | ExportAs::Yaml => "yaml",
        ExportAs::Workbook => "xlsx",
        ExportAs::Csv => "csv",
    }
}

/// The name of a file as it was uploaded. It may have come last in another form than the first time.
fn original_name(exported: &Exported) -> String {
    let is_yaml = Format::of(&exported.name) == Format::Yaml;
    match exported.format {
        Format::Yaml if is_yaml => exported.name.clone(),
        Format::Yaml => with_ending(&exported.name, "yaml"),
        Format::Table => match import::archive_ending(&exported.bytes) {
            Some(ending) => with_ending(&exported.name, ending),
            None if is_yaml || import::names_archive(&exported.name) => {
                with_ending(&exported.name, "csv")
            }
            None => exported.name.clone(),
        },
    }
}

/// The rules as a table, if they come back from it as they are.
fn table(
    builtin: &Checker,
    rules: &RuleFile,
    name: &str,
    form: ExportAs,
    language: Language,
) -> Option<Vec<u8>> {
    if !rules.lexemes.is_empty() || !rules.tips.is_empty() {
        return None;
    }
    let rows = import::written_rows(&rules.rules, language.key());
    // Excel expects what the language of the computer puts between cells; whoever has Greek rules has a Greek one,
    // whatever the language of their Discord.
    let is_greek = rules.rules.iter().any(|rule| rule.language == "el");
    let separator = match language {
        Language::El => b';',
        Language::En if is_greek => b';',
        Language::En => b',',
    };
    let bytes = match form {
        ExportAs::Workbook => import::as_workbook(&rows, &import::RULE_WIDTHS).ok()?,
        _ => import::as_csv(&rows, separator),
    };
    let again = read_again(builtin, &bytes, name)?;
    Difference::between(Some(rules), Some(&again)).is_empty().then_some(bytes)
}

/// The rules of a table as they would be read if it were handed in.
fn read_again(builtin: &Checker, bytes: &[u8], name: &str) -> Option<RuleFile> {
    let table = import::read_table(bytes, Options::default()).ok()?;
    let rule_set = builtin.rule_set();
    let file =
        import::rule_file(&table, Options::default(), &Verbs::new(rule_set.lexemes_by_case()));
    if !table.errors.is_empty() || !file.errors.is_empty() {
        return None;
    }
    let (rules, problems) = rule_set.read(&SourceFile { name: name.to_owned(), text: file.text });
    (!has_errors(&problems)).then_some(rules)
}

/// The rules of a version, with the ids that they were first given.
pub(super) fn rules_of(builtin: &Checker, version: &FileVersion) -> RuleFile {
    let (mut rules, _) = builtin.rule_set().read(&own::source(&version.file, &version.content));
    fixed_ids::restore(&mut rules, &version.content.ids);
    rules
}
