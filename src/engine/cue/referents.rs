//! Whether the text after a removal refers to something that only the removed text names.

use super::bounds::{RemovalExtent, SIGNS};
use super::stands;
use crate::engine::edges::is_verb;
use crate::engine::syntax;
use crate::engine::token::Tokens;
use crate::engine::vocabulary::Roles;
use crate::engine::word_index::UNKNOWN;
use crate::text::WordFlags;

/// How close to the start of its sentence a referring word must be: "With it …".
const NEAR_START: usize = 2;

/// «Τη γρατζουνιά την κάνατε εσείς, | το δείχνουν οι φωτογραφίες», "Jim will be there when he is there. | He is on the A40":
/// nobody would know what is meant. `others`: the words that go and that the phrase does not spell out.
pub fn points_back(
    tokens: &Tokens<'_>,
    stretch: &RemovalExtent,
    others: impl IntoIterator<Item = usize>,
) -> bool {
    // What stays of the sentence names what is meant.
    if stretch.left().any(|at| names_something(tokens, at)) {
        return false;
    }
    let next = stretch.range.end;
    let goes_on = !stretch.right().is_empty();
    // «Εσείς βάλατε λάθος λάδι, | γι' αυτό άναψε το λαμπάκι»: it follows from all that goes.
    if goes_on && tokens.roles(next).contains(Roles::PREPOSITION) && is_pointer(tokens, next + 1) {
        return true;
    }
    let points = has_pointer(tokens, next);
    let subject = goes_on && leans_on_subject(tokens, next);
    let leans = points || subject;
    // «Δεν είναι δουλειά μου να σας το εξηγήσω, | αυτό το κάνει ο γιατρός»: what is done is meant as well.
    let meant = points && goes_on && is_pointer(tokens, next);
    let verb = |at| syntax::heads_clause(tokens, at) || tokens.roles(at).contains(Roles::CONTINUER);
    let does = |at: usize| meant && verb(at);
    let commands = goes_on && stands::is_command(tokens, next);
    // "The part isn't ours, | talk to them": a first word may have its capital from the sentence.
    let named = |at: usize| at > stretch.range.start || tokens.roles(at).contains(Roles::ARTICLE);
    // «Ο συνάδελφος έκανε λάθος και | δεν σας έδωσε απόδειξη», "The rules are the rules and | they are in section 9": the
    // subject may be a word of the phrase.
    let joined = next.checked_sub(1).map_or(Roles::empty(), |at| tokens.roles(at));
    let owns_subject = (subject || is_pointer(tokens, next))
        && joined.contains(Roles::COORDINATOR)
        && stretch.range.clone().any(|at| named(at) && names_something(tokens, at));
    let mut others = others.into_iter();
    owns_subject
        || others
            .any(|at| does(at) || (leans || commands && named(at)) && names_something(tokens, at))
}

/// Whether a name, or an article with its noun, begins at `at`.
pub fn names_something(tokens: &Tokens<'_>, at: usize) -> bool {
    let unknown = tokens.list.get(at).is_some_and(|token| token.id == UNKNOWN);
    let capital = tokens.word(at).is_some_and(|word| word.flags.contains(WordFlags::CAPITAL));
    let roles = tokens.roles(at);
    // Many nouns look like verbs: "the sign", «η κρέμα»; «το δείχνουν» and "that is" have no noun.
    let latin = tokens.word(at).is_some_and(|word| word.flags.contains(WordFlags::LATIN));
    let surely = !roles.contains(Roles::CLITIC)
        && (!latin || tokens.typed.is_none() && !roles.contains(Roles::POINTER));
    let before_noun =
        !tokens.before(at + 1).intersects(SIGNS) && (surely || !is_verb(tokens.roles(at + 1)));
    let article = roles.contains(Roles::ARTICLE);
    tokens.is_name(at) || unknown && capital || article && before_noun
}

/// A pronoun that means something said before is at the start of what begins at `at`.
fn has_pointer(tokens: &Tokens<'_>, at: usize) -> bool {
    let adverbs = Roles::ADVERB | Roles::NEGATION | Roles::PARTICLE;
    let verb = (at..).find(|at| !tokens.roles(*at).intersects(adverbs)).unwrap_or(at);
    (at..at + NEAR_START).any(|at| is_pointer(tokens, at))
        || is_object_before_verb(tokens, verb)
        || is_object_behind_command(tokens, at)
        || is_number_before_verb(tokens, at)
}

/// "You're overreacting about the glucose, | 118 is common": of what, only what goes has said.
fn is_number_before_verb(tokens: &Tokens<'_>, at: usize) -> bool {
    let number = tokens.word(at).is_some_and(|word| word.flags.contains(WordFlags::DIGIT));
    number && !tokens.before(at + 1).intersects(SIGNS) && is_verb(tokens.roles(at + 1))
}

/// "It is", «αυτό φαίνεται», «αυτό το κάνει», «χωρίς αυτήν»; but not «αυτό το δέμα», "this parcel".
fn is_pointer(tokens: &Tokens<'_>, at: usize) -> bool {
    let (roles, next) = (tokens.roles(at), tokens.roles(at + 1));
    let alone = !next.contains(Roles::ARTICLE)
        && (!roles.contains(Roles::ARTICLE) || is_verb(next))
        || is_object_before_verb(tokens, at + 1);
    roles.contains(Roles::POINTER) && alone
}

/// «το δείχνουν»: a clitic of the third person looks like an article, and its verb follows.
fn is_object_before_verb(tokens: &Tokens<'_>, at: usize) -> bool {
    let verb = tokens.roles(at + 1);
    tokens.roles(at).contains(Roles::ARTICLE | Roles::CLITIC)
        && is_verb(verb)
        && verb.contains(Roles::FINITE)
}

/// «άλλαξέ τον», "change it"
fn is_object_behind_command(tokens: &Tokens<'_>, at: usize) -> bool {
    let third = tokens.roles(at + 1).contains(Roles::ARTICLE | Roles::CLITIC);
    third
        && !tokens.before(at + 1).intersects(SIGNS)
        && stands::is_command(tokens, at)
        && !names_something(tokens, at + 1)
}

/// «… και πήγε», «…, δεν είναι εγγύηση»: a Greek verb of the third person has its subject in what went.
fn leans_on_subject(tokens: &Tokens<'_>, at: usize) -> bool {
    let skipped = Roles::COORDINATOR | Roles::NEGATION | Roles::PARTICLE | Roles::CLITIC;
    let verb = (at..).find(|at| !tokens.roles(*at).intersects(skipped)).unwrap_or(at);
    let Some(token) = tokens.list.get(verb) else { return false };
    let readings = tokens.vocabulary.lexemes.readings(token.id);
    tokens.folded.greek
        && tokens.roles(verb).contains(Roles::FINITE)
        && readings.iter().any(|it| it.person.is_some_and(|it| it.person == 3))
}
