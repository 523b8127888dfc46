//! The catalogue: each sentence stands in Greek and in English, one below the other, where it is chosen.
//!
//! A sentence that lacks a language, or names a value that is not at hand, does not compile.

use crate::model::Language;

/// One sentence, in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    /// In Greek.
    pub el: &'static str,
    pub en: &'static str,
}

/// A sentence in Greek and in English.
pub(super) const fn said(el: &'static str, en: &'static str) -> Said {
    Said { el, en }
}

impl Said {
    /// The sentence in a language.
    pub fn to(self, language: Language) -> &'static str {
        match language {
            Language::El => self.el,
            Language::En => self.en,
        }
    }
}

/// A sentence with values in it: the language, the Greek, the English, then `name = value` for what is not a variable.
macro_rules! say {
    ($language:expr, $el:literal, $en:literal $(, $name:ident = $value:expr)* $(,)?) => {{
        $(let $name = $value;)*
        match $language {
            $crate::model::Language::El => format!($el),
            $crate::model::Language::En => format!($en),
        }
    }};
}

/// A `match` over what there is to say. An arm is `[Greek, English]`, with values as in `say!`; for a problem of a file
/// `[problem in Greek, help in Greek, problem in English, help in English]`; or a block that makes the text.
macro_rules! sentences {
    ($language:expr, match $subject:tt { $($pattern:pat $(if $guard:expr)? => $arm:tt $(,)?)* }) => {
        match $subject {
            $($pattern $(if $guard)? => $crate::ui::said::sentences!(@arm $language, $arm),)*
        }
    };
    ($language:expr, [$($sentence:tt)*]) => {
        $crate::ui::said::sentences!(@arm $language, [$($sentence)*])
    };
    (@arm $language:expr, [
        $el:literal, $el_help:literal, $en:literal, $en_help:literal
        $(, $name:ident = $value:expr)* $(,)?
    ]) => {{
        $(let $name = $value;)*
        match $language {
            $crate::model::Language::El => Words { message: format!($el), help: format!($el_help) },
            $crate::model::Language::En => Words { message: format!($en), help: format!($en_help) },
        }
    }};
    (@arm $language:expr, [$($sentence:tt)*]) => { $crate::ui::said::say!($language, $($sentence)*) };
    (@arm $language:expr, $text:block) => { $text };
}

pub(super) use {say, sentences};
