//! `/rules list`: the rules page by page, narrowed by what is chosen.

use super::{
    Act, App, Arguments, Choose, Control, Error, FIRST_FEW, Language, MOST_OPTIONS, Mark, Member,
    Offered, Panel, PanelOption, Part, RequestContext, Team, choose_one, hash, value,
};
use crate::rules::Level;
use crate::team::{ListedRule, Page, RuleFilter, RuleState, Source};
use crate::text;
use crate::ui::leads;
use crate::ui::leads::listing as words;
use crate::ui::leads::listing::Narrowing;

/// The longest text to look for that a mark carries, in characters.
const MAX_WORDS: usize = 50;
/// Languages that a mark carries.
const MAX_LANGUAGES: usize = 4;
/// Before the tag of a language among what was chosen.
const LANGUAGE: &str = "in-";

/// What a list can be narrowed to, each with the sign that stands for it.
const NARROWINGS: [(Narrowing, char); 7] = [
    (Narrowing::Own, 'o'),
    (Narrowing::Ready, 'r'),
    (Narrowing::Speaking, '1'),
    (Narrowing::Silent, '0'),
    (Narrowing::Of(Level::Suggestion), 's'),
    (Narrowing::Of(Level::Warning), 'w'),
    (Narrowing::Of(Level::Error), 'e'),
];

/// What somebody looks at: all of it stands in the marks of the panel.
#[derive(Debug, Clone, Default)]
struct Looking {
    page: usize,
    signs: String,
    languages: Vec<String>,
    words: String,
}

impl Looking {
    fn of(mark: &Mark) -> Looking {
        let text = |number: usize| mark.argument::<String>(number).unwrap_or_default();
        let languages =
            text(2).split('.').filter(|tag| !tag.is_empty()).map(str::to_owned).collect();
        Looking { page: mark.argument(0).unwrap_or(0), signs: text(1), languages, words: text(3) }
    }

    fn mark(&self, page: usize) -> Mark {
        let languages = self.languages.join(".");
        Mark::new(Act::List, [page.to_string().as_str(), &self.signs, &languages, &self.words])
    }

    fn has(&self, to: Narrowing) -> bool {
        NARROWINGS.iter().any(|(known, sign)| *known == to && self.signs.contains(*sign))
    }

    /// Of two that are opposites, both together are as none.
    fn either<T>(&self, one: (Narrowing, T), other: (Narrowing, T)) -> Option<T> {
        match (self.has(one.0), self.has(other.0)) {
            (true, false) => Some(one.1),
            (false, true) => Some(other.1),
            _ => None,
        }
    }

    fn filter(&self) -> RuleFilter {
        let levels = [Level::Suggestion, Level::Warning, Level::Error];
        RuleFilter {
            languages: self.languages.clone(),
            own: self.either((Narrowing::Own, true), (Narrowing::Ready, false)),
            speaks: self.either((Narrowing::Speaking, true), (Narrowing::Silent, false)),
            levels: levels.into_iter().filter(|level| self.has(Narrowing::Of(*level))).collect(),
            text: (!self.words.is_empty()).then(|| self.words.clone()),
        }
    }
}

impl App {
    pub(super) async fn rules_list(
        &self,
        context: &RequestContext,
        member: &Member,
        given: &Arguments,
    ) -> Result<Panel, Error> {
        let team = self.opened(context, member).await?;
        let words = text::key(given.text("words").unwrap_or(""));
        let words = words.chars().take(MAX_WORDS).collect();
        Ok(panel(&team, Looking { words, ..Looking::default() }, context.language))
    }

    pub(super) async fn list_page(
        &self,
        context: &RequestContext,
        member: &Member,
        mark: &Mark,
    ) -> Result<Panel, Error> {
        let team = self.opened(context, member).await?;
        Ok(panel(&team, Looking::of(mark), context.language))
    }

    pub(super) async fn narrowed(
        &self,
        context: &RequestContext,
        member: &Member,
        mark: &Mark,
        chosen: &[String],
    ) -> Result<Panel, Error> {
        let team = self.opened(context, member).await?;
        let languages = chosen.iter().filter_map(|it| it.strip_prefix(LANGUAGE));
        let sign = |it: &String| it.chars().next().filter(|_| !it.starts_with(LANGUAGE));
        let looking = Looking {
            page: 0,
            signs: chosen.iter().filter_map(sign).collect(),
            languages: languages.take(MAX_LANGUAGES).map(str::to_owned).collect(),
            words: mark.argument(0).unwrap_or_default(),
        };
        Ok(panel(&team, looking, context.language))
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

fn panel(team: &Team, looking: Looking, language: Language) -> Panel {
    let page = team.list(&looking.filter(), looking.page, FIRST_FEW);
    let mut panel = Panel { title: words::TITLE.to(language).to_owned(), ..Panel::default() };
    if page.total == 0 {
        panel.parts.push(Part::Text(words::NONE.to(language).to_owned()));
    } else {
        let found = words::found(page.total, page.number + 1, page.pages, language);
        panel.parts.push(Part::Text(found));
        panel.parts.extend(lines(&page, language));
    }
    panel.controls.push(filters(team, &looking, language));
    if page.total > 0 {
        let rules = page.rules.iter().map(|rule| (hash(&rule.id), rule.phrase.clone())).collect();
        let (label, mark) = (words::SHOW_ONE.to(language), Mark::new(Act::Show, []));
        panel.controls.push(choose_one(label, mark, rules));
    }
    if let Some(before) = page.number.checked_sub(1) {
        panel = panel.button(leads::EARLIER.to(language), looking.mark(before));
    }
    if page.number + 1 < page.pages {
        panel = panel.button(leads::LATER.to(language), looking.mark(page.number + 1));
    }
    panel
}

fn lines(page: &Page, language: Language) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut over = None;
    for rule in &page.rules {
        let heading = match rule.source {
            Source::Own { .. } => words::OWN,
            Source::Builtin => words::READY,
        };
        if over != Some(heading) {
            parts.push(Part::Heading(heading.to(language).to_owned()));
            over = Some(heading);
        }
        let speaks = rule.state == RuleState::On;
        parts.push(Part::Item(words::line(
            &rule.phrase,
            &rule.instead,
            rule.level,
            speaks,
            language,
        )));
    }
    parts
}

fn filters(team: &Team, looking: &Looking, language: Language) -> Control {
    let mut options: Vec<PanelOption> = NARROWINGS
        .iter()
        .map(|(to, sign)| PanelOption {
            label: words::narrowing(*to, language),
            value: sign.to_string(),
            is_chosen: looking.has(*to),
        })
        .collect();
    let tags = team.languages();
    // In a team of one language there is nothing to choose.
    if tags.len() > 1 {
        options.extend(tags.iter().map(|tag| PanelOption {
            label: words::in_language(tag, language),
            value: format!("{LANGUAGE}{tag}"),
            is_chosen: looking.languages.contains(tag),
        }));
    }
    options.truncate(MOST_OPTIONS);
    Control::Choose(Choose {
        label: words::FILTERS.to(language).to_owned(),
        mark: Mark::new(Act::Narrow, [looking.words.as_str()]),
        options,
        is_several: true,
    })
}
