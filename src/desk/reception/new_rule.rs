//! `/rules new`: a pair in three boxes becomes a rule, shown back as it was understood.

use super::decide::token_of;
use super::{Act, Mark, Question, Questions, Received, Reception, Reply, Visitor};
use crate::desk::team::{Asker, MAX_PHRASE_CHARS, MAX_WHY_CHARS, Pair, Trouble};
use crate::render::Said;
use crate::render::leads::add as words;

impl Reception {
    /// The form for a rule.
    pub(super) async fn rules_new(
        &self,
        visitor: &Visitor,
        asker: &Asker,
    ) -> Result<Received, Trouble> {
        self.teams.open_to(asker, visitor.now).await?;
        let form = rule_form(visitor, &Pair::default(), Mark::new(Act::NewRule, []));
        Ok(Received::of(Reply::Questions(form)))
    }

    /// The form once more, with what was written.
    pub(super) async fn rule_rewrite(
        &self,
        visitor: &Visitor,
        asker: &Asker,
        mark: &Mark,
    ) -> Result<Received, Trouble> {
        let token = token_of(mark);
        let pair = self.teams.waiting_pair(asker, token, visitor.now).await?;
        let mark = Mark::new(Act::NewRule, [token.0.to_string().as_str()]);
        Ok(Received::of(Reply::Questions(rule_form(visitor, &pair, mark))))
    }

    /// The report on a rule that was written.
    pub(super) async fn rule_written(
        &self,
        visitor: &Visitor,
        asker: &Asker,
        mark: &Mark,
        written: &[String],
    ) -> Result<Received, Trouble> {
        let text = |number: usize| written.get(number).cloned().unwrap_or_default();
        let pair = Pair { avoid: text(0), prefer: text(1), why: text(2) };
        let (report, is_new) = match mark.arguments.is_empty() {
            true => (self.teams.write_rule(asker, &pair, None, visitor.now).await?, true),
            false => {
                let token = token_of(mark);
                (self.teams.rewrite_pair(asker, token, &pair, visitor.now).await?, false)
            }
        };
        let panel = self.reported(visitor, asker, &report).await?;
        Ok(if is_new { Received::panel(panel) } else { Received::in_place(panel) })
    }
}

fn rule_form(visitor: &Visitor, pair: &Pair, mark: Mark) -> Questions {
    let question = |label: Said, example: Said, value: &str, max_chars: usize| Question {
        label: label.to(visitor.language).to_owned(),
        example: example.to(visitor.language).to_owned(),
        value: value.to_owned(),
        max_chars,
        ..Question::default()
    };
    let avoid = question(words::AVOID_BOX, words::AVOID_EXAMPLE, &pair.avoid, MAX_PHRASE_CHARS);
    let prefer = question(words::PREFER_BOX, words::PREFER_EXAMPLE, &pair.prefer, MAX_PHRASE_CHARS);
    let why = question(words::WHY_BOX, words::WHY_EXAMPLE, &pair.why, MAX_WHY_CHARS);
    Questions {
        title: words::RULE_FORM.to(visitor.language).to_owned(),
        questions: vec![Question { is_required: true, ..avoid }, prefer, why],
        mark,
    }
}
