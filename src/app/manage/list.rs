//! `/rules list`: the rules page by page, narrowed by what is chosen.

use super::{
    Action, App, Arguments, Block, Control, Error, FIRST_FEW, Language, MOST_OPTIONS, NameHash,
    Offered, Panel, RequestContext, Select, SelectOption, Team, choose_one, value,
};
use crate::rules::Level;
use crate::team::{Lead, ListedRule, Page, RuleFilter, RuleState, Source};
use crate::text;
use crate::ui::ListView;
use crate::ui::leads;
use crate::ui::leads::listing as words;
use crate::ui::leads::listing::Narrowing;

/// Before the tag of a language among what was chosen.
const LANGUAGE: &str = "in-";

/// The rules that a list shows.
fn filter(view: &ListView) -> RuleFilter {
    // Two opposites cancel each other.
    let either = |one: Narrowing, other: Narrowing| match (view.has(one), view.has(other)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    };
    let levels = [Level::Suggestion, Level::Warning, Level::Error];
    RuleFilter {
        languages: view.languages().to_vec(),
        own: either(Narrowing::Own, Narrowing::Ready),
        speaks: either(Narrowing::Speaking, Narrowing::Muted),
        levels: levels.into_iter().filter(|level| view.has(Narrowing::Of(*level))).collect(),
        text: (!view.words().is_empty()).then(|| view.words().to_owned()),
    }
}

impl App {
    pub(in crate::app) async fn rules_list(
        &self,
        context: &RequestContext,
        lead: &Lead,
        given: &Arguments,
    ) -> Result<Panel, Error> {
        let team = lead.team().await?;
        let words = text::key(given.text("words").unwrap_or(""));
        let view = ListView::new([], [], &words);
        Ok(panel(&team, &view, context.language))
    }

    pub(in crate::app) async fn list_page(
        &self,
        context: &RequestContext,
        lead: &Lead,
        view: &ListView,
    ) -> Result<Panel, Error> {
        let team = lead.team().await?;
        Ok(panel(&team, view, context.language))
    }

    pub(in crate::app) async fn narrowed(
        &self,
        context: &RequestContext,
        lead: &Lead,
        words: &str,
        chosen: &[String],
    ) -> Result<Panel, Error> {
        let team = lead.team().await?;
        let languages = chosen.iter().filter_map(|it| it.strip_prefix(LANGUAGE));
        let narrowing = |it: &String| match it.strip_prefix(LANGUAGE) {
            Some(_) => None,
            None => it.chars().next().and_then(Narrowing::of_sign),
        };
        let narrowings = chosen.iter().filter_map(narrowing);
        let view = ListView::new(narrowings, languages.map(str::to_owned), words);
        Ok(panel(&team, &view, context.language))
    }
}

/// Rules for what is being typed, the team's own first.
pub fn offers(team: &Team, typed: &str, most: usize) -> Vec<Offered> {
    let filter = RuleFilter { text: Some(typed.to_owned()), ..RuleFilter::default() };
    let offered = |rule: ListedRule| Offered {
        value: value(&rule.id),
        shown: format!("{} · {}", rule.phrase, rule.id),
    };
    team.list(&filter, 0, most).rules.into_iter().map(offered).collect()
}

fn panel(team: &Team, view: &ListView, language: Language) -> Panel {
    let page = team.list(&filter(view), usize::from(view.page), FIRST_FEW);
    let mut panel = Panel { title: words::TITLE.to(language).to_owned(), ..Panel::default() };
    if page.total == 0 {
        panel.blocks.push(Block::Text(words::NONE.to(language).to_owned()));
    } else {
        let found = words::found(page.total, page.number + 1, page.pages, language);
        panel.blocks.push(Block::Text(found));
        panel.blocks.extend(lines(&page, language));
    }
    panel.controls.push(filters(team, view, language));
    if page.total > 0 {
        let option = |rule: &ListedRule| (NameHash::of(&rule.id).written(), rule.phrase.clone());
        let rules = page.rules.iter().map(option).collect();
        panel.controls.push(choose_one(words::SHOW_ONE.to(language), Action::Show, rules));
    }
    if let Some(before) = page.number.checked_sub(1) {
        panel = panel.button(leads::EARLIER.to(language), Action::List(view.at(before)));
    }
    if page.number + 1 < page.pages {
        panel = panel.button(leads::LATER.to(language), Action::List(view.at(page.number + 1)));
    }
    panel
}

fn lines(page: &Page, language: Language) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut over = None;
    for rule in &page.rules {
        let heading = match rule.source {
            Source::Own { .. } => words::OWN,
            Source::Builtin => words::READY,
        };
        if over != Some(heading) {
            blocks.push(Block::Heading(heading.to(language).to_owned()));
            over = Some(heading);
        }
        let speaks = rule.state == RuleState::On;
        blocks.push(Block::Item(words::line(
            &rule.phrase, &rule.instead, rule.level, speaks, language,
        )));
    }
    blocks
}

fn filters(team: &Team, view: &ListView, language: Language) -> Control {
    let mut options: Vec<SelectOption> = Narrowing::ALL
        .iter()
        .map(|(to, sign)| SelectOption {
            label: words::narrowing(*to, language),
            value: sign.to_string(),
            is_chosen: view.has(*to),
        })
        .collect();
    let tags = team.languages();
    // In a team of one language there is nothing to choose.
    if tags.len() > 1 {
        options.extend(tags.iter().map(|tag| SelectOption {
            label: words::in_language(tag, language),
            value: format!("{LANGUAGE}{tag}"),
            is_chosen: view.languages().contains(tag),
        }));
    }
    options.truncate(MOST_OPTIONS);
    Control::Select(Select {
        label: words::FILTERS.to(language).to_owned(),
        action: Action::Narrow { words: view.words().to_owned() },
        options,
        is_several: true,
    })
}
