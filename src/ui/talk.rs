//! What the bot says around its cards, in both languages: buttons, forms, notes and kind refusals.

use super::Said;
use crate::check::UserError;
use crate::model::Language;
use crate::ui::said::{said, say, sentences};

/// The next wording for a phrase.
pub const ANOTHER_WORDING: Said = said("Άλλη διατύπωση", "Another wording");
/// The form for what only the agent knows.
pub const FILL_BLANKS: Said = said("Συμπλήρωση κενών", "Fill in the blanks");
/// The draft's own words stay.
pub const KEEP: Said = said("Να μείνει έτσι", "Keep as it is");
/// The rule has found something harmless.
pub const NOT_A_PROBLEM: Said = said("Εδώ είναι εντάξει", "It's fine here");
/// The form with the text.
pub const CHECK_AGAIN: Said = said("Έλεγχος ξανά", "Check again");
/// The placeholder of the list of phrases.
pub const WHICH_PHRASE: Said = said("Για ποια φράση;", "Which phrase?");
/// More phrases in the list.
pub const MORE_PHRASES: Said = said("Επόμενες φράσεις", "More phrases");
/// Back in the list.
pub const FORMER_PHRASES: Said = said("Προηγούμενες φράσεις", "Earlier phrases");

/// A phrase that the agent keeps.
pub const KEPT: Said = said("μένει όπως το γράψατε", "stays as you wrote it");
/// A phrase with which nothing is wrong.
pub const NOTED: Said =
    said("μένει όπως είναι, το σημείωσα", "stays as it is, and I have noted it");
/// The original draft.
pub const YOUR_DRAFT: Said = said("Το μήνυμά σας", "Your draft");
/// The text whose blanks are filled in.
pub const FINISHED: Said = said("Έτοιμο για αποστολή", "Ready to send");
/// The text in which some blanks are filled in.
pub const NEARLY_FINISHED: Said = said("Σχεδόν έτοιμο", "Nearly there");
/// No suggestions: shown next to a text that is shown again.
pub const GOOD_AS_IT_IS: Said =
    said("Ωραίο μήνυμα, έτοιμο όπως είναι.", "Nicely put, ready as it is.");
/// Every phrase stays, so the text is the agent's own.
pub const ALL_KEPT: Said =
    said("Το μήνυμα μένει όπως το γράψατε.", "The draft stays as you wrote it.");

/// The rules now find something else.
pub const RULES_CHANGED: Said = said(
    "Οι κανόνες άλλαξαν από τότε που φτιάχτηκε η κάρτα, οπότε κοίταξα το μήνυμα από την αρχή.",
    "The rules have changed since this card was made, so I checked the draft again.",
);
/// Thanks for a word on a rule.
pub const THANKS_NOTED: Said = said("Το σημείωσα, ευχαριστώ.", "Noted, thank you.");

/// Title of the form for a draft.
pub const DRAFT_FORM: Said = said("Έλεγχος διατύπωσης", "Check wording");
/// Label of the box for a draft.
pub const DRAFT_BOX: Said = said("Η απάντηση που ετοιμάζετε", "The reply you are writing");
/// Title of the form for blanks.
pub const BLANKS_FORM: Said = said("Συμπλήρωση κενών", "Fill in the blanks");
/// The placeholder of an empty box for a blank.
pub const BLANK_BOX: Said =
    said("Αν το αφήσετε κενό, μένει για μετά", "Leave it empty to fill in later");

/// The greeting of the chat in a terminal.
pub const TERMINAL_WELCOME: Said = said(
    "Καλώς ήρθατε στον «Καλό λόγο». Γράψτε μια απάντηση όπως θα τη στέλνατε, ή /βοήθεια για όσα μπορώ. Με /έξοδος κλείνουμε.",
    "Welcome to Kalologos. Type a reply as you would send it, or /help to see what I can do. Type /quit to leave.",
);
/// What can be typed in a terminal besides commands.
pub const TERMINAL_HELP: Said = said(
    "Μια γραμμή χωρίς εντολή ελέγχεται ως απάντηση. Για να πατήσετε ένα κουμπί, γράψτε τον αριθμό του. Με /έξοδος κλείνουμε.",
    "A line without a command is checked as a reply. To press a button, type its number. Type /quit to leave.",
);
/// How a draft of several lines is written in a terminal.
pub const TERMINAL_DRAFT: Said = said(
    "Γράψτε όσες γραμμές θέλετε· για τέλος, μια γραμμή μόνο με τελεία.",
    "Write as many lines as you like; a line with only a full stop ends the text.",
);

/// The one channel of a terminal.
pub const TERMINAL_CHANNEL: Said = said("εδώ, στο τερματικό", "here, in the terminal");
/// A file could not be written.
pub const FILE_NOT_KEPT: Said = said(
    "Το αρχείο δεν μπόρεσα να το γράψω σε αυτόν τον φάκελο.",
    "I could not write the file to this folder.",
);

/// Where a file was written to.
pub fn file_kept(path: &str, language: Language) -> String {
    say!(language, "Το αρχείο είναι στο {path}", "The file is at {path}")
}

/// Before a reason.
pub const WHY: Said = said("Γιατί:", "Why:");
/// Before a sentence as people write it.
pub const INSTEAD_OF: Said = said("Αντί για:", "Instead of:");
/// Before that sentence reworded.
pub const SAY: Said = said("Πείτε:", "Say:");
/// Before other wordings.
pub const ALSO: Said = said("Ή:", "Or:");
/// Before the phrases that a rule finds.
pub const PHRASES: Said = said("Φράσεις:", "Phrases:");
/// Before where an advice comes from.
pub const SOURCE: Said = said("Πηγή:", "Source:");

/// First line of the help.
pub const HELP_INTRO: Said = said(
    "Διαβάζω την απάντηση που ετοιμάζετε για έναν πελάτη, δείχνω πώς αλλιώς μπορεί να ειπωθεί και γιατί, και σας τη δίνω έτοιμη για αντιγραφή. Όσα σας προτείνω τα βλέπετε μόνο εσείς, και τα μηνύματα που ελέγχετε δεν αποθηκεύονται πουθενά.",
    "I read the reply you are writing to a customer, show how it could be put differently and why, and give it back ready to copy. Only you see what I suggest, and the drafts you check are not stored anywhere.",
);
/// Above the commands of leads in the help.
pub const HELP_FOR_LEADS: Said = said("Για τους υπεύθυνους της ομάδας", "For the team's leads");
/// Before an example in the help.
pub const FOR_EXAMPLE: Said = said("π.χ.", "e.g.");

/// There is a suggestion for a message in a drafts channel.
pub const IDEA_FOR_YOU: Said =
    said("Υπάρχει μια ιδέα για τη διατύπωση.", "I have an idea for the wording.");
/// Opens the card of such a message.
pub const SEE_IDEA: Said = said("Δείτε την", "See it");
/// Somebody other than the author pressed it.
pub const IDEA_FOR_AUTHOR: Said = said(
    "Αυτή η ιδέα είναι για όποιον έγραψε το μήνυμα. Για ένα δικό σας μήνυμα: /έλεγχος.",
    "This idea is for the person who wrote the message. For your own messages, use /check.",
);
/// The message is gone, or no longer has any words.
pub const IDEA_GONE: Said = said("Το μήνυμα δεν υπάρχει πια.", "The message is gone.");

/// A channel or role that was chosen is not one of the server.
pub const NOT_OF_THIS_SERVER: Said = said(
    "Αυτό δεν το βρίσκω σε αυτόν τον server, οπότε δεν άλλαξα τίποτα. Διαλέξτε ένα κανάλι ή έναν ρόλο από εδώ.",
    "I don't find that in this server, so I changed nothing. Please choose a channel or role from here.",
);

/// The program is about to stop.
pub const STOPPING: Said = said(
    "Σταματώ για λίγο. Δοκιμάστε ξανά σε ένα λεπτό, και συνεχίζουμε.",
    "I am stopping for a moment. Please try again in a minute and we'll carry on.",
);
/// There is no tip in this language.
pub const NO_TIP: Said = said("Δεν υπάρχουν συμβουλές εδώ ακόμη.", "There are no tips here yet.");

/// A message that holds pictures or files only.
pub const MESSAGE_WITHOUT_WORDS: Said =
    said("Αυτό το μήνυμα δεν έχει κείμενο για να το δούμε.", "That message has no text to check.");
/// More checks than a person needs in a minute.
pub const ONE_MOMENT: Said = said(
    "Πολλοί έλεγχοι μαζί! Σε ένα λεπτό συνεχίζουμε.",
    "That's a lot of checks at once! Please try again in a minute.",
);
/// A form that could not be opened in time.
pub const PRESS_AGAIN: Said = said(
    "Άργησα λίγο να ανοίξω τη φόρμα. Δοκιμάστε ξανά, τώρα θα ανοίξει αμέσως.",
    "I was a little too slow to open the form. Please try again; it will open right away this time.",
);
/// Something of ours broke.
pub const OUR_FAULT: Said = said(
    "Κάτι χάλασε από τη δική μου πλευρά, και το κατέγραψα. Δοκιμάστε ξανά σε λίγο.",
    "Something broke on my side, and I have logged it. Please try again in a moment.",
);
/// A command or button that this version does not have.
pub const UNKNOWN_COMMAND: Said = said(
    "Αυτό δεν το ξέρω ακόμη. Η /βοήθεια δείχνει όσα μπορώ.",
    "I don't know that one yet. /help shows what I can do.",
);
/// A form was left by Ctrl-C.
pub const FORM_LEFT: Said = said(
    "Εντάξει, η φόρμα έκλεισε και τίποτα δεν άλλαξε.",
    "All right, the form is closed and nothing has changed.",
);

/// A value that is none of those an option takes.
pub fn no_such_choice(written: &str, choices: &[String], language: Language) -> String {
    let choices = choices.join(", ");
    say!(
        language,
        "Το «{written}» δεν είναι στις επιλογές: {choices}.",
        "“{written}” is not one of the choices here: {choices}.",
    )
}

/// The number of a button that is not there.
pub fn no_button(number: usize, language: Language) -> String {
    say!(language, "Εδώ δεν υπάρχει κουμπί {number}.", "There is no button {number} here.")
}

/// The file with the full text of a card or panel that does not fit.
pub const WHOLE_FILE: &str = "kalologos.txt";
/// What did not fit is in that file.
pub const REST_IN_FILE: Said =
    said("Όλα μαζί είναι στο αρχείο kalologos.txt.", "Everything is in the file kalologos.txt.");
/// The file with nothing but the reworded draft.
pub const REPLY_FILE: &str = "reply.txt";
/// The reworded draft is in that file.
pub const REWRITE_IN_FILE: Said = said(
    "Το μήνυμα ολόκληρο, για αντιγραφή, είναι στο αρχείο reply.txt.",
    "The whole reply is in the file reply.txt, ready to copy.",
);
/// The draft does not fit into a card, so its buttons are few.
pub const TOO_LONG_FOR_BUTTONS: Said = said(
    "Για ένα τόσο μακρύ μήνυμα η κάρτα έχει λιγότερα κουμπιά.",
    "For a draft of this length the card has fewer buttons.",
);

/// A kind refusal in a sentence or two; text from outside is not escaped in it.
pub fn check_error(error: &UserError, language: Language) -> String {
    sentences!(
        language,
        match error {
            UserError::EmptyDraft => [
                "Δεν έχει κείμενο ακόμη. Γράψτε την απάντηση που ετοιμάζετε και τη βλέπουμε μαζί.",
                "There is no text yet. Write the reply you have in mind and we'll look at it together.",
            ],
            UserError::DraftTooLong { found, limit } => [
                "Το μήνυμα έχει {found} χαρακτήρες· διαβάζω έως {limit} τη φορά. Αν το χωρίσετε σε δύο ή τρία κομμάτια, το βλέπουμε όλο.",
                "The draft has {found} characters; I read up to {limit} at a time. Split it into two or three parts and I can check all of it.",
            ],
            UserError::CardOfOtherVersion => [
                "Αυτή η κάρτα φτιάχτηκε από άλλη έκδοσή μου. Με /έλεγχος φτιάχνω αμέσως καινούργια.",
                "This card was made by another version of me. /check makes a new one right away.",
            ],
            UserError::CardUnreadable => [
                "Το κείμενο αυτής της κάρτας δεν διαβάζεται πια. Με /έλεγχος φτιάχνω αμέσως καινούργια.",
                "I can't read the text of this card any more. /check makes a new one right away.",
            ],
            UserError::UnknownRule { asked, nearest: Some(nearest) } => [
                "Για «{asked}» δεν βρήκα κανόνα· μήπως εννοείτε «{nearest}»;",
                "I found no rule for “{asked}”; did you mean “{nearest}”?",
            ],
            UserError::UnknownRule { asked, nearest: None } => [
                "Για «{asked}» δεν βρήκα κανόνα. Αρκούν λίγα γράμματα από τη φράση.",
                "I found no rule for “{asked}”. A few letters of the phrase are enough.",
            ],
        }
    )
}
