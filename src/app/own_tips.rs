//! `/tips add`, `list` and `remove`: tips that a team writes itself.

use super::manage::is_meant;
use super::tips::language_tag;
use super::{App, Arguments, Body, RequestContext, Response};
use crate::app::Error;
use crate::model::Language;
use crate::rules::{MAX_TIP_CHARS, MAX_TRY_CHARS, Principle};
use crate::store::{OwnTip, OwnTipWords};
use crate::team::Lead;
use crate::text;
use crate::tips;
use crate::ui::Said;
use crate::ui::tip_plan;
use crate::ui::{Block, Field, FormAction, Modal, Panel, Tone};

impl App {
    /// The form for a tip of the team's own.
    pub(super) async fn tips_add(
        &self,
        context: &RequestContext,
        lead: &Lead,
        given: &Arguments,
    ) -> Result<Response, Error> {
        let plan = self.tips.tip_plan(lead).await?;
        let of_plan = plan.map(|plan| plan.plan.language);
        let language = match given.text("language") {
            Some(written) => language_tag(written)?,
            None => of_plan.unwrap_or_else(|| context.language.key().to_owned()),
        };
        let principle = match given.text("principle") {
            Some(written) => Some(self.principle(written)?),
            None => None,
        };
        let action = FormAction::TipWritten { language, principle };
        Ok(Response::of(Body::Modal(tip_form(action, context.language))))
    }

    /// Takes in what was written into that form.
    pub(super) async fn tip_written(
        &self,
        context: &RequestContext,
        lead: &Lead,
        (language, principle): (String, Option<String>),
        written: &[String],
    ) -> Result<Response, Error> {
        let part = |number: usize| written.get(number).cloned().unwrap_or_default();
        let language = language_tag(&language)?;
        let principle = principle.map(|written| self.principle_meant(written));
        let words = OwnTipWords { language, principle, text: part(0), today: Some(part(1)) };
        let added = self.tips.add_tip(lead, words).await?;
        let mut blocks = vec![Block::Text(tip_plan::added(added.id.0, context.language))];
        if added.has_ideas {
            blocks.push(Block::Small(tip_plan::OWN_TIP_IDEAS.to(context.language).to_owned()));
        }
        Ok(Response::panel(Panel { tone: Tone::Good, blocks, ..Panel::default() }))
    }

    /// The tips of the team's own.
    pub(super) async fn tips_list(
        &self,
        context: &RequestContext,
        lead: &Lead,
    ) -> Result<Response, Error> {
        let tips = self.tips.own_tips(lead).await?;
        if tips.is_empty() {
            return Ok(Response::panel(Panel::saying(tip_plan::NO_OWN_TIPS.to(context.language))));
        }
        let title = tip_plan::OWN_TIPS.to(context.language).to_owned();
        let blocks = tips.iter().map(|tip| Block::Item(tip_plan::own_tip(tip))).collect();
        Ok(Response::panel(Panel { title, blocks, ..Panel::default() }))
    }

    /// Removes one of the team's own tips.
    pub(super) async fn tips_remove(
        &self,
        context: &RequestContext,
        lead: &Lead,
        given: &Arguments,
    ) -> Result<Response, Error> {
        let tips = self.tips.own_tips(lead).await?;
        let asked = given.text("tip").unwrap_or("");
        let found = meant(&tips, asked).ok_or(tips::UserError::TipGone)?;
        self.tips.remove_tip(lead, found.id).await?;
        let blocks = vec![
            Block::Text(tip_plan::REMOVED.to(context.language).to_owned()),
            Block::Quote(found.words.text.clone()),
        ];
        Ok(Response::panel(Panel { tone: Tone::Good, blocks, ..Panel::default() }))
    }

    /// The id of a principle that a form carries as it is or, where it is very long, by its hash.
    fn principle_meant(&self, written: String) -> String {
        let all = self.principles();
        let meant = all.iter().find(|known| is_meant(&known.id, &written));
        meant.map_or(written, |known| known.id.clone())
    }

    /// The id of a principle by its id, its name, or words that occur in only one name.
    fn principle(&self, written: &str) -> Result<String, Error> {
        let key = text::key(written);
        let all = self.principles();
        let exact = |it: &&Principle| {
            it.id == written.trim() || it.names.iter().any(|(_, name)| text::key(name) == key)
        };
        let like = |it: &&Principle| {
            !key.is_empty() && it.names.iter().any(|(_, name)| text::key(name).contains(&key))
        };
        let alone = || all.iter().find(like).filter(|_| all.iter().filter(like).count() == 1);
        let found = all.iter().find(exact).or_else(alone).map(|found| found.id.clone());
        let asked = written.trim().to_owned();
        Ok(found.ok_or(tips::UserError::UnknownPrinciple { asked })?)
    }
}

fn tip_form(action: FormAction, language: Language) -> Modal {
    let of = |said: Said| said.to(language).to_owned();
    Modal {
        title: of(tip_plan::ADD_FORM),
        fields: vec![
            Field {
                label: of(tip_plan::ADD_TEXT),
                example: of(tip_plan::ADD_TEXT_EXAMPLE),
                max_chars: MAX_TIP_CHARS,
                is_long: true,
                is_required: true,
                ..Field::default()
            },
            Field {
                label: of(tip_plan::ADD_TODAY),
                example: of(tip_plan::ADD_TODAY_EXAMPLE),
                max_chars: MAX_TRY_CHARS,
                ..Field::default()
            },
        ],
        action,
    }
}

/// The tip that is meant by a number, or by words that occur in only one.
fn meant<'t>(tips: &'t [OwnTip], asked: &str) -> Option<&'t OwnTip> {
    let number: Option<i64> = asked.trim().trim_end_matches('.').parse().ok();
    if let Some(tip) = tips.iter().find(|tip| Some(tip.id.0) == number) {
        return Some(tip);
    }
    let key = text::key(asked);
    let mut found = tips.iter().filter(|tip| text::key(&tip_plan::own_tip(tip)).contains(&key));
    let first = found.next().filter(|_| !key.is_empty());
    first.filter(|_| found.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::OwnTipId;

    #[test]
    fn a_tip_is_meant_by_its_number_or_by_words_of_its_own() {
        let own = |id: i64, text: &str| OwnTip {
            id: OwnTipId(id),
            words: OwnTipWords { text: text.to_owned(), ..OwnTipWords::default() },
            by: None,
            at: crate::model::Time(0),
        };
        let tips = [own(3, "Πείτε «καλημέρα»."), own(12, "Πείτε «ευχαριστώ» 3 φορές.")];
        for (asked, expected) in [
            ("3", Some(3)),
            ("12.", Some(12)),
            ("καλημερα", Some(3)),
            ("ΕΥΧΑΡΙΣΤΩ", Some(12)),
            ("πείτε", None),
            ("4", None),
            ("", None),
        ] {
            assert_eq!(meant(&tips, asked).map(|tip| tip.id.0), expected, "{asked}");
        }
    }
}
