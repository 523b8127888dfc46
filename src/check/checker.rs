//! The checker: answers requests about drafts and rules. Nothing is kept between two requests.

use std::sync::{Arc, OnceLock};

use super::answer::{Answer, Explained, Offered, Pressed, Request};
use super::card;
use super::card::{Card, Note, Stage};
use super::card_state::{CardAction, CardState, MAX_PICKS, MOST_WORDINGS, RowPick};
use super::form;
use super::form::CardForm;
use super::options::Choices;
use super::rule_query::RuleQuery;
use super::user_error::UserError;
use crate::audit;
use crate::engine::{Engine, RuleInfo};
use crate::model::Language;
use crate::rules::Rule;
use crate::ruleset::{RuleIndex, readable_phrases};
use crate::ruleset::{RuleLookup, RuleSet};
use crate::text::{Draft, DraftTooLong, MAX_DRAFT_CHARS};

/// Phrases of a rule that are shown when it is explained.
const MOST_PHRASES: usize = 6;

/// Answers requests by the active rules. Shared by everybody; a change of rules makes a new checker.
#[derive(Debug)]
pub struct Checker {
    rule_set: RuleSet,
    engine: Engine,
    choices: Choices,
    /// For a team's checker: the one whose rules come after the team's own.
    behind: Option<Arc<Checker>>,
    /// The rules that `behind` does not have. Made when somebody first looks for a rule.
    index: OnceLock<RuleIndex>,
}

impl Checker {
    /// The checker over a rule set.
    pub fn new(rule_set: RuleSet) -> Checker {
        let engine = rule_set.engine();
        let (choices, behind) = (Choices::default(), None);
        Checker { rule_set, engine, choices, behind, index: OnceLock::new() }
    }

    /// The checker of a team: `rule_set` is the rule set of `behind` with the team's own rules added before it.
    pub fn of_team(behind: Arc<Checker>, rule_set: RuleSet, choices: Choices) -> Checker {
        let engine = rule_set.engine();
        Checker { rule_set, engine, choices, behind: Some(behind), index: OnceLock::new() }
    }

    /// The active rules.
    pub fn rule_set(&self) -> &RuleSet {
        &self.rule_set
    }

    /// The active rules, compiled.
    pub fn engine(&self) -> &Engine {
        &self.engine
    }

    /// What a check leaves out.
    pub fn choices(&self) -> &Choices {
        &self.choices
    }

    /// The answer to a request of somebody who speaks `language`.
    ///
    /// # Errors
    /// For what the person can fix: a draft without words, a card that can't be read, a rule that is not known.
    pub fn answer(&self, request: Request, language: Language) -> Result<Answer, UserError> {
        match request {
            Request::Check { draft } => self.checked(&draft, Vec::new()),
            Request::DraftForm => Ok(Answer::Form(CardForm::draft(""))),
            Request::Why { asked } => self.why(&asked, language),
            Request::Press { button, draft } => self.pressed(&button, &draft),
            Request::Submit { button, draft, values } => self.submitted(&button, &draft, &values),
        }
    }

    /// Whether there are suggestions for a draft; the quick look for messages that nobody asked about.
    pub fn has_ideas(&self, draft: &str) -> bool {
        self.look(draft).0
    }

    /// The same with the rules that took too long on the draft and were left out.
    pub fn look(&self, draft: &str) -> (bool, Vec<Arc<RuleInfo>>) {
        let Ok(draft) = Draft::new(draft) else { return (false, Vec::new()) };
        let (count, skipped) = self.engine.count_and_skipped(draft, &self.choices.scope());
        (count > 0, skipped)
    }

    /// At most `most` rules for what is being typed.
    pub fn offer_rules(&self, typed: &str, language: Language, most: usize) -> Vec<Offered> {
        let found = self.matching(typed, language, most).into_iter();
        let offered = |(id, phrase): (&str, &str)| Offered {
            value: id.to_owned(),
            shown: format!("{phrase} · {id}"),
        };
        let offers: Vec<Offered> = found.map(offered).collect();
        if !offers.is_empty() {
            return offers;
        }
        let caught = self.caught_by(typed);
        let offered = |rule: &Rule| match caught.as_ref() == Some(&rule.id) {
            true => Offered {
                shown: format!("{} · {}", typed.trim(), rule.id),
                value: rule.id.clone(),
            },
            false => self.offered(rule),
        };
        self.about(typed, language).take(most).map(offered).collect()
    }

    fn offered(&self, rule: &Rule) -> Offered {
        let phrase = readable_phrases(&self.engine, rule).next().unwrap_or_default();
        Offered { value: rule.id.clone(), shown: format!("{phrase} · {}", rule.id) }
    }

    /// Rules about a phrase in whatever form: first those that find something in it, as in a reply.
    fn about(&self, typed: &str, language: Language) -> impl Iterator<Item = &Rule> {
        let caught = self.caught_by(typed);
        let wanted = RuleQuery::new(&self.rule_set, typed);
        let is_on = |rule: &&Rule| !self.choices.off.contains(&rule.id);
        let all = self.rule_set.packs().iter().flat_map(|pack| &pack.rules.rules);
        let mut rules: Vec<&Rule> = all.filter(is_on).collect();
        rules.retain(|rule| Some(&rule.id) == caught.as_ref() || wanted.is_about(rule));
        rules.sort_by_key(|rule| {
            (Some(&rule.id) != caught.as_ref(), rule.language != language.key())
        });
        rules.into_iter()
    }

    /// At most `most` rules for what was typed, the best first, with a phrase of each.
    fn matching(&self, typed: &str, language: Language, most: usize) -> Vec<(&str, &str)> {
        let behind = self.behind.as_ref();
        let mut ranked = self.index().matching(typed, language.key());
        for (rank, id, phrase) in
            behind.into_iter().flat_map(|checker| checker.index().matching(typed, language.key()))
        {
            if !self.index().has(id) {
                ranked.push((rank, id, phrase));
            }
        }
        ranked.retain(|(_, id, _)| !self.choices.off.contains(*id));
        ranked.sort_by_key(|(rank, ..)| *rank);
        ranked.truncate(most);
        ranked.into_iter().map(|(_, id, phrase)| (id, phrase)).collect()
    }

    fn index(&self) -> &RuleIndex {
        self.index.get_or_init(|| {
            let behind = self.behind.as_ref().map_or(0, |checker| checker.rule_set.packs().len());
            let own = self.rule_set.packs().len().saturating_sub(behind);
            let packs = self.rule_set.packs().get(..own).unwrap_or_default();
            RuleIndex::new(packs, &self.engine)
        })
    }

    fn checked(&self, draft: &str, picks: Vec<RowPick>) -> Result<Answer, UserError> {
        Ok(Answer::Card(Box::new(self.card(draft, picks)?)))
    }

    fn card(&self, draft: &str, picks: Vec<RowPick>) -> Result<Card, UserError> {
        if !draft.contains(|sign: char| !sign.is_whitespace()) {
            return Err(UserError::EmptyDraft);
        }
        let too_long =
            |DraftTooLong { found }| UserError::DraftTooLong { found, limit: MAX_DRAFT_CHARS };
        let draft = Draft::new(draft).map_err(too_long)?;
        Ok(Card::new(&self.engine, &self.choices.scope(), draft, picks))
    }

    /// The card on which a button was pressed, as it was. Where the rules now find something else,
    /// decisions about rows mean nothing: the draft gets a new card, which says so.
    pub(crate) fn as_it_stood(&self, state: &CardState, draft: &str) -> Result<Card, UserError> {
        if card::hash(draft.bytes()) != state.draft_hash {
            return Err(UserError::CardUnreadable);
        }
        let mut card = self.card(draft, state.picks.clone())?;
        if card.state().findings_hash != state.findings_hash {
            card = self.card(draft, Vec::new())?;
            card.notes.push(Note::RulesChanged);
        } else {
            card.focus = state.focus.min(card.rows.len().saturating_sub(1));
        }
        Ok(card)
    }

    fn pressed(&self, button: &Pressed, draft: &str) -> Result<Answer, UserError> {
        let mut card = self.as_it_stood(&button.state, draft)?;
        let changed = card.notes.contains(&Note::RulesChanged);
        match button.action {
            CardAction::FillBlanks if !changed => {
                if let Some(form) = CardForm::blanks(&card) {
                    return Ok(Answer::Form(form));
                }
            }
            CardAction::CheckAgain => return Ok(Answer::Form(CardForm::again(&card))),
            CardAction::Focus => {
                card.focus = button.row.unwrap_or(0).min(card.rows.len().saturating_sub(1));
            }
            action if !changed => card = self.decided(card, action)?,
            _ => (),
        }
        Ok(Answer::Card(Box::new(card)))
    }

    /// The card after a decision about the row that it looks at.
    fn decided(&self, card: Card, action: CardAction) -> Result<Card, UserError> {
        let row = card.focus;
        let Some(finding) = card.finding(row).filter(|_| row < MAX_PICKS) else { return Ok(card) };
        let wordings = finding.suggestions.len();
        let pick = match action {
            CardAction::AnotherWording if card.pick(row).keeps() || wordings == 0 => {
                RowPick::Fitting
            }
            CardAction::AnotherWording => RowPick::Wording(
                finding.chosen.map_or(0, |chosen| chosen + 1) % wordings.min(MOST_WORDINGS),
            ),
            CardAction::Keep => RowPick::Keep,
            CardAction::NotAProblem => RowPick::NotAProblem,
            _ => return Ok(card),
        };
        let mut picks = card.picks.clone();
        if let Some(slot) = picks.get_mut(row) {
            *slot = pick;
        }
        let mut decided = self.card(&card.draft, picks)?;
        decided.focus = if pick.keeps() { next_open(&decided, row) } else { row };
        if pick == RowPick::NotAProblem {
            decided.notes.push(Note::NotAProblem);
        }
        Ok(decided)
    }

    fn submitted(
        &self,
        button: &Pressed,
        draft: &str,
        values: &[String],
    ) -> Result<Answer, UserError> {
        match button.action {
            CardAction::BlanksFilled => self.filled(&button.state, draft, values),
            _ => self.checked(values.first().map_or("", String::as_str), Vec::new()),
        }
    }

    fn filled(
        &self,
        state: &CardState,
        draft: &str,
        values: &[String],
    ) -> Result<Answer, UserError> {
        let card = self.as_it_stood(state, draft)?;
        if card.notes.contains(&Note::RulesChanged) {
            return Ok(Answer::Card(Box::new(card)));
        }
        let text = form::filled(&card, values);
        let fresh = self.card(&text, Vec::new())?;
        let picks = carried_over(&card, &fresh);
        let mut filled = self.card(&text, picks)?;
        filled.stage = Stage::Filled;
        Ok(Answer::Card(Box::new(filled)))
    }

    fn why(&self, asked: &str, language: Language) -> Result<Answer, UserError> {
        let rule = match self.rule_set.rule(asked.trim()) {
            RuleLookup::Found(_, rule) => Some(rule),
            _ => self.looked_up(asked, language),
        };
        let rule = rule.ok_or_else(|| {
            let nearest = match self.rule_set.rule(asked.trim()) {
                RuleLookup::Unknown { nearest } => nearest,
                _ => None,
            };
            UserError::UnknownRule { asked: asked.trim().to_owned(), nearest }
        })?;
        Ok(Answer::Why(Box::new(self.explained(rule))))
    }

    fn looked_up(&self, asked: &str, language: Language) -> Option<&Rule> {
        let found = self.matching(asked, language, 1);
        let named = found.first().filter(|_| !asked.trim().is_empty());
        match named.map(|(id, _)| self.rule_set.rule(id)) {
            Some(RuleLookup::Found(_, rule)) => Some(rule),
            _ => self.about(asked, language).next(),
        }
    }

    /// The rule that finds something in what was typed: a phrase as it is in a reply, in any of its forms.
    fn caught_by(&self, typed: &str) -> Option<String> {
        let review = self.engine.check(Draft::new(typed).ok()?, &self.choices.scope());
        review.findings.first().map(|finding| finding.rule.id.clone())
    }

    fn explained(&self, rule: &Rule) -> Explained {
        let mut phrases: Vec<String> = readable_phrases(&self.engine, rule).collect();
        let more_phrases = phrases.len().saturating_sub(MOST_PHRASES);
        phrases.truncate(MOST_PHRASES);
        let pair = audit::caught(&self.engine, rule, 1, 1).into_iter().next();
        let wordings = pair.as_ref().map(|(sentence, _)| self.wordings(sentence, &rule.id));
        let principles = self.rule_set.principles().iter();
        let principle = principles.clone().find(|known| Some(&known.id) == rule.principle.as_ref());
        Explained {
            id: rule.id.clone(),
            level: rule.level,
            phrases,
            more_phrases,
            pair: pair.filter(|(sentence, rewrite)| sentence != rewrite),
            wordings: wordings.unwrap_or_default(),
            why: rule.why.clone(),
            principle: principle.cloned(),
            source: rule.source.clone(),
        }
    }

    fn wordings(&self, sentence: &str, id: &str) -> Vec<String> {
        let Ok(draft) = Draft::new(sentence) else { return Vec::new() };
        let review = self.engine.check(draft, &self.choices.scope());
        let found = review.findings.into_iter().find(|finding| finding.rule.id == id);
        let found = found.filter(|found| !found.removes);
        let said = found.iter().flat_map(|found| {
            let held = found.held.iter().map(|held| &held.text);
            found.suggestions.iter().map(|it| &it.text).chain(held)
        });
        said.cloned().collect()
    }
}

/// The next row about which nothing was decided; the row itself if there is none.
fn next_open(card: &Card, row: usize) -> usize {
    let rows = card.rows.len();
    let after = (row + 1..rows).chain(0..row);
    after.into_iter().find(|other| !card.pick(*other).keeps()).unwrap_or(row)
}

/// The decisions to keep a phrase, for a text in which it occurs again.
fn carried_over(from: &Card, to: &Card) -> Vec<RowPick> {
    let key = |card: &Card, row: usize| {
        let finding = card.finding(row)?;
        Some((finding.rule.id.clone(), card::phrase_key(&card.draft, finding)))
    };
    let kept = |row: usize| {
        let wanted = key(to, row)?;
        let same = (0..from.rows.len()).filter(|old| key(from, *old).as_ref() == Some(&wanted));
        same.map(|old| from.pick(old)).find(|pick| pick.keeps())
    };
    (0..to.rows.len()).map(|row| kept(row).unwrap_or_default()).collect()
}
