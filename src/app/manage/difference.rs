//! What is new, changed and gone between two versions, as leads read it.

use super::{Block, FIRST_FEW, Language, Team};
use crate::team::Replacement;
use crate::team::{Difference, RuleChange, RuleSummary};
use crate::ui::PanelFile;
use crate::ui::leads;
use crate::ui::leads::history as words;
use crate::ui::leads::history::{Aspect, Kind};
use crate::ui::leads::listing;

/// Whether a difference is there already, or would come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    /// It was made.
    Done,
    /// It would be made.
    Ahead,
}

/// A difference in blocks: the first few rules of each kind. What is left out goes into the file.
pub fn blocks(
    team: &Team,
    difference: &Difference,
    tense: Tense,
    language: Language,
) -> Vec<Block> {
    listed(team, difference, tense, FIRST_FEW, language)
}

/// All of a difference as a text file, where a panel shows only a part of it.
pub fn file(
    team: &Team,
    difference: &Difference,
    version: i64,
    language: Language,
) -> Option<PanelFile> {
    let kinds = [difference.new.len(), difference.changed.len(), difference.gone.len()];
    if kinds.into_iter().all(|count| count <= FIRST_FEW) {
        return None;
    }
    let all = listed(team, difference, Tense::Done, usize::MAX, language);
    let lines: Vec<String> = all.iter().map(Block::text).collect();
    let bytes = (lines.join("\n") + "\n").into_bytes();
    Some(PanelFile { name: words::file_name(version, language), bytes })
}

fn listed(
    team: &Team,
    difference: &Difference,
    tense: Tense,
    most: usize,
    language: Language,
) -> Vec<Block> {
    let mut blocks = Vec::new();
    if difference.is_empty() {
        blocks.push(Block::Text(words::SAME.to(language).to_owned()));
    }
    let mut section = |kind: Kind, count: usize, lines: Vec<Block>| {
        if count == 0 {
            return;
        }
        blocks.push(Block::Heading(match tense {
            Tense::Done => words::heading(kind, count, language),
            Tense::Ahead => words::heading_ahead(kind, count, language),
        }));
        blocks.extend(lines);
        if count > most {
            blocks.push(Block::Item(leads::and_more(count - most, language)));
        }
    };
    let sketches = |sketches: &[RuleSummary]| {
        sketches.iter().take(most).map(|it| Block::Item(line(team, it, language))).collect()
    };
    section(Kind::New, difference.new.len(), sketches(&difference.new));
    let changed = difference.changed.iter().take(most);
    let changed = changed.flat_map(|change| changed_rule(team, change, language)).collect();
    section(Kind::Changed, difference.changed.len(), changed);
    section(Kind::Gone, difference.gone.len(), sketches(&difference.gone));
    blocks
}

/// A rule in a line.
pub fn line(team: &Team, sketch: &RuleSummary, language: Language) -> String {
    let first = |texts: &[String]| texts.first().cloned().unwrap_or_default();
    let (phrase, wording) = team.readable_pair(&first(&sketch.avoid), &first(&sketch.prefer));
    let instead = match sketch.prefer.first() {
        _ if sketch.removes.is_some() => Replacement::LeaveOut,
        Some(_) => Replacement::Say(wording),
        None => Replacement::Advice,
    };
    leads::becomes(&phrase, &instead, language)
}

/// A rule that has changed: in a line, and under it the values before and after.
pub fn changed_rule(team: &Team, change: &RuleChange, language: Language) -> Vec<Block> {
    let mut blocks = vec![Block::Item(line(team, &change.after, language))];
    let aspects = aspects(team, change, language);
    blocks.extend(aspects.into_iter().map(|(aspect, before, after)| {
        Block::Quote(words::change(aspect, &before, &after, language))
    }));
    blocks
}

/// What differs in a rule: before and after.
fn aspects(team: &Team, change: &RuleChange, language: Language) -> Vec<(Aspect, String, String)> {
    let (before, after) = (&change.before, &change.after);
    let texts = |one: &[String], other: &[String]| {
        team.readable_change(&one.join(" · "), &other.join(" · "))
    };
    let plain = |text: &Option<String>| text.clone().unwrap_or_default();
    let instead = |sketch: &RuleSummary| {
        let removes = sketch.removes.map(|it| listing::leaves_out(it).to(language).to_owned());
        removes.into_iter().chain(sketch.prefer.iter().cloned()).collect::<Vec<_>>()
    };
    let level = |sketch: &RuleSummary| words::level(sketch.level, language).to_owned();
    let skips = |sketch: &RuleSummary| words::skips(&sketch.skip, language);
    let speaks = |sketch: &RuleSummary| words::speaks(&sketch.speaks, language);
    let turns = |sketch: &RuleSummary| words::yes(sketch.turns, language).to_owned();
    let quotes = |sketch: &RuleSummary| words::yes(sketch.in_quotes, language).to_owned();
    let all = [
        (Aspect::Avoid, texts(&before.avoid, &after.avoid)),
        (Aspect::Prefer, texts(&instead(before), &instead(after))),
        (Aspect::Sets, (before.sets.join(" · "), after.sets.join(" · "))),
        (Aspect::Level, (level(before), level(after))),
        (Aspect::Why, (plain(&before.why), plain(&after.why))),
        (Aspect::Unless, texts(&before.unless, &after.unless)),
        (Aspect::Skip, (skips(before), skips(after))),
        (Aspect::Speaks, (speaks(before), speaks(after))),
        (Aspect::Turns, (turns(before), turns(after))),
        (Aspect::Quotes, (quotes(before), quotes(after))),
        (Aspect::Principle, (plain(&before.principle), plain(&after.principle))),
        (Aspect::Source, (plain(&before.source), plain(&after.source))),
    ];
    let differs = all.into_iter().filter(|(_, (before, after))| before != after);
    differs.map(|(aspect, (before, after))| (aspect, before, after)).collect()
}
