//! `kalologos rules`: what the rules in force are, and help for writing more.

use super::args::{Kind, ListFormat, RulesList, RulesNew, RulesSchema, RulesShow, Sources};
use super::load::{self, Builtin, Loaded};
use super::{Exit, Failure, locale, report};
use crate::rules::{Rule, schema};
use crate::ruleset::{Pack, RuleLookup, has_errors};
use crate::ui;
use crate::ui::{Refusal, ShownRule};

/// Lists the rules in force: those of the user first, and of two with one id the first.
pub fn list(list: &RulesList) -> Result<Exit, Failure> {
    let speaking = locale::speaking(list.language.0.as_deref());
    let Some(loaded) = sound(&list.sources, speaking)? else { return Ok(Exit::Refused) };
    let mut seen: Vec<&str> = Vec::new();
    let mut rules: Vec<(&Pack, &Rule)> = Vec::new();
    let language = list.language.0.as_deref();
    for pack in loaded.rule_set.packs() {
        for rule in &pack.rules.rules {
            let asked = language.is_none_or(|language| language == rule.language);
            if asked && !seen.contains(&rule.id.as_str()) {
                seen.push(&rule.id);
                rules.push((pack, rule));
            }
        }
    }
    let listed: Vec<ShownRule<'_>> = rules.iter().map(|(pack, rule)| shown(pack, rule)).collect();
    report::print(&match list.format {
        ListFormat::Json => crate::json::rule_list(&listed),
        ListFormat::Text => ui::rule_list(&listed, &loaded.rule_set.engine(), speaking),
        ListFormat::Markdown => ui::rule_page(&listed, loaded.rule_set.principles()),
    })?;
    Ok(Exit::Nothing)
}

/// Shows one rule.
pub fn show(show: &RulesShow) -> Result<Exit, Failure> {
    let speaking = locale::speaking(show.language.0.as_deref());
    let Some(loaded) = sound(&show.sources, speaking)? else { return Ok(Exit::Refused) };
    match loaded.rule_set.rule(&show.id) {
        RuleLookup::Found(pack, rule) => {
            let engine = loaded.rule_set.engine();
            let principles = loaded.rule_set.principles();
            report::print(&ui::rule(&shown(pack, rule), &engine, principles, speaking))?;
            Ok(Exit::Nothing)
        }
        RuleLookup::Several(ids) => Err(Refusal::SeveralRules { id: show.id.clone(), ids }.into()),
        RuleLookup::Unknown { nearest } => {
            Err(Refusal::UnknownRule { id: show.id.clone(), nearest }.into())
        }
    }
}

/// Prints a rule file to begin with.
pub fn new(new: &RulesNew) -> Result<Exit, Failure> {
    report::print(ui::template(locale::speaking(new.language.0.as_deref())))?;
    Ok(Exit::Nothing)
}

/// Prints the JSON Schema of a kind of file.
pub fn schema(asked: &RulesSchema) -> Result<Exit, Failure> {
    let schema = match asked.kind {
        Kind::Rules => schema::rules(),
        Kind::Words => schema::words(),
        Kind::Principles => schema::principles(),
    };
    report::print(&format!("{schema:#}\n"))?;
    Ok(Exit::Nothing)
}

/// The rules in force; none if a file of the user's can't be used, which was then told.
pub fn sound(
    sources: &Sources,
    speaking: crate::model::Language,
) -> Result<Option<Loaded>, Failure> {
    let builtin = if sources.no_builtin { Builtin::WordsOnly } else { Builtin::Rules };
    let loaded = load::load(&sources.rules, builtin)?;
    report::problems(&loaded, speaking);
    Ok((!has_errors(&loaded.problems)).then_some(loaded))
}

fn shown<'a>(pack: &'a Pack, rule: &'a Rule) -> ShownRule<'a> {
    ShownRule {
        rule,
        file: &pack.name,
        title: pack.rules.title.as_deref(),
        standing: pack.standing,
    }
}
