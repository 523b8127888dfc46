//! The words on the card of the settings.

use crate::model::Language;
use crate::rules::Level;
use crate::ui::Said;
use crate::ui::said::{said, say};

/// What can be set: its name, what it is good for, and how it is put as a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TopicWords {
    /// Before what is set.
    pub name: Said,
    /// What it is good for, in a sentence.
    pub about: Said,
    /// Above the choice.
    pub question: Said,
}

/// Something that can be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// The language of what everybody sees.
    Language,
    /// How customers are addressed.
    Register,
    /// The lowest level that is shown.
    Level,
    /// The role of leads.
    LeadRole,
    /// Drafts channels.
    Drafts,
    Quotes,
    /// Greek in Latin letters.
    Greeklish,
    /// The channel for proposals.
    Proposals,
    /// How long things are kept.
    Keep,
}

impl Topic {
    /// Every topic with its word, in the order of the card.
    pub const ALL: &[(Topic, &str)] = &[
        (Topic::Drafts, "drafts"),
        (Topic::Proposals, "proposals"),
        (Topic::LeadRole, "leads"),
        (Topic::Register, "register"),
        (Topic::Level, "level"),
        (Topic::Quotes, "quotes"),
        (Topic::Greeklish, "greeklish"),
        (Topic::Language, "language"),
        (Topic::Keep, "keep"),
    ];

    /// The word of a topic.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(topic, _)| *topic == self).map_or("", |(_, word)| word)
    }

    /// The topic of a word.
    pub fn of(word: &str) -> Option<Topic> {
        Self::ALL.iter().find(|(_, known)| *known == word).map(|(topic, _)| *topic)
    }

    /// What the card says of it.
    pub fn words(self) -> &'static TopicWords {
        match self {
            Topic::Language => &LANGUAGE,
            Topic::Register => &REGISTER,
            Topic::Level => &LEVEL,
            Topic::LeadRole => &LEAD_ROLE,
            Topic::Drafts => &DRAFTS,
            Topic::Quotes => &QUOTES,
            Topic::Greeklish => &GREEKLISH,
            Topic::Proposals => &PROPOSALS,
            Topic::Keep => &KEEP,
        }
    }
}

/// Title of the card.
pub const TITLE: Said = said("Ρυθμίσεις της ομάδας", "The team's settings");
/// The list of what can be changed.
pub const WHAT_TO_CHANGE: Said = said("Τι θέλετε να αλλάξετε;", "What would you like to change?");
/// It was changed.
pub const SAVED: Said =
    said("Το άλλαξα, και ισχύει από τώρα.", "Changed. It takes effect right away.");
/// What was chosen is set already.
pub const AS_IT_WAS: Said = said("Έτσι ήταν ήδη.", "It was already set that way.");
/// Somebody else came first.
pub const CHANGED_MEANWHILE: Said = said(
    "Στο μεταξύ άλλαξε κάτι κάποιος άλλος, οπότε δεν πείραξα τίποτα. Έτσι είναι τώρα οι ρυθμίσεις:",
    "Somebody else changed something in the meantime, so I left everything alone. This is how things are now:",
);
/// Follows what somebody else has changed.
pub const NEW_SINCE: Said = said("(άλλαξε μόλις)", "(just changed)");

/// The bot may not read what is posted.
pub const CANNOT_READ: Said = said(
    "Για να βλέπω όσα γράφονται στα κανάλια μού λείπει ακόμη μια άδεια από το Discord. Όποιος με εγκατέστησε τη δίνει στο developer portal («Message Content Intent»)· ως τότε αυτά τα κανάλια μένουν ήσυχα.",
    "To see what is posted in channels I still need a permission from Discord. The person who hosts me can turn it on in the developer portal (“Message Content Intent”); until then I stay quiet in these channels.",
);

/// The language of what everybody sees.
pub const LANGUAGE: TopicWords = TopicWords {
    name: said("Γλώσσα στα κανάλια", "Language in channels"),
    about: said(
        "Για όσα βλέπουν όλοι. Ό,τι βλέπει μόνο ένας είναι πάντα στη γλώσσα του δικού του Discord.",
        "For what everybody sees. What only one person sees is always in the language of that person's Discord.",
    ),
    question: said("Σε ποια γλώσσα;", "Which language?"),
};
/// How customers are addressed.
pub const REGISTER: TopicWords = TopicWords {
    name: said("Πώς μιλάμε στους πελάτες", "How customers are addressed"),
    about: said(
        "Αν το μήνυμα λέει ήδη «σου» ή «σας», ακολουθώ το μήνυμα. Αν δεν φαίνεται εκεί, ακολουθώ αυτή τη ρύθμιση.",
        "If a draft says «σου» or «σας» already, I go by the draft. If the draft does not show it, I use this setting.",
    ),
    question: said("Ενικός ή πληθυντικός;", "Familiar or polite?"),
};
/// The lowest level that is shown.
pub const LEVEL: TopicWords = TopicWords {
    name: said("Τι επισημαίνω", "What I point out"),
    about: said(
        "Όσο λιγότερα, τόσο πιο σύντομες κάρτες.",
        "The less I point out, the shorter the cards.",
    ),
    question: said("Από πού και πάνω;", "From which level?"),
};
/// Who leads.
pub const LEAD_ROLE: TopicWords = TopicWords {
    name: said("Υπεύθυνοι", "Leads"),
    about: said(
        "Όποιος διαχειρίζεται τον server είναι πάντα υπεύθυνος. Διαλέξτε έναν ρόλο, και γίνονται υπεύθυνοι και όσοι τον έχουν.",
        "Anyone who manages the server is always a lead. Choose a role to make others leads as well.",
    ),
    question: said("Ρόλος υπευθύνων", "Role for leads"),
};
/// Drafts channels.
pub const DRAFTS: TopicWords = TopicWords {
    name: said("Κανάλια προχείρων", "Drafts channels"),
    about: said(
        "Όποιος γράφει εκεί μια απάντηση παίρνει ένα μικρό μήνυμα όταν έχω μια ιδέα. Χρειάζομαι εκεί τα δικαιώματα View Channel, Send Messages και Read Message History.",
        "Anyone who posts a reply there gets a small message if I have an idea. I need the permissions View Channel, Send Messages and Read Message History there.",
    ),
    question: said("Σε ποια κανάλια;", "In which channels?"),
};
pub const QUOTES: TopicWords = TopicWords {
    name: said("Λόγια σε εισαγωγικά", "Quoted words"),
    about: said(
        "Τα λόγια μέσα σε «…», από τρεις λέξεις και πάνω, είναι συνήθως του πελάτη. Τις γραμμές με > τις αφήνω πάντα.",
        "Three or more words in quotation marks are usually the customer's. I always leave lines with > alone.",
    ),
    question: said("Να τα κοιτάζω;", "Should I check them?"),
};
/// Greek in Latin letters.
pub const GREEKLISH: TopicWords = TopicWords {
    name: said("Greeklish", "Greeklish"),
    about: said(
        "Ελληνικά με λατινικά γράμματα, όπως «den mporw».",
        "Greek in Latin letters, such as “den mporw”.",
    ),
    question: said("Να τα διαβάζω;", "Should I read it?"),
};
/// Where proposals go.
pub const PROPOSALS: TopicWords = TopicWords {
    name: said("Κανάλι για προτάσεις", "Channel for proposals"),
    about: said(
        "Εκεί φτάνει ό,τι προτείνουν οι συνάδελφοι με /πρόταση. Διαλέξτε ένα που το βλέπουν μόνο οι υπεύθυνοι· εκεί χρειάζομαι τα δικαιώματα View Channel, Send Messages και Embed Links.",
        "Proposals made with /suggest arrive there. Choose a channel that only leads see; I need the permissions View Channel, Send Messages and Embed Links there.",
    ),
    question: said("Σε ποιο κανάλι;", "In which channel?"),
};
/// How long things are kept.
pub const KEEP: TopicWords = TopicWords {
    name: said("Πόσο καιρό θυμάμαι", "How long I remember"),
    about: said(
        "Ποιος άλλαξε τι, και πόσες φορές μίλησε κάθε κανόνας. Οι εκδόσεις των κανόνων μένουν πάντα.",
        "Who changed what, and how often each rule was used. Versions of rules are always kept.",
    ),
    question: said("Για πόσο;", "For how long?"),
};

/// As the server has it.
pub const AS_THE_SERVER: Said = said("όπως ο server", "same as the server");
pub const GREEK: Said = said("ελληνικά", "Greek");
pub const ENGLISH: Said = said("αγγλικά", "English");
/// σας
pub const FORMAL: Said = said("στον πληθυντικό (σας)", "politely (σας)");
/// σου
pub const FAMILIAR: Said = said("στον ενικό (σου)", "familiarly (σου)");
/// The lowest level that is shown.
pub const fn level(lowest: Level) -> Said {
    match lowest {
        Level::Suggestion => said("όλα, και τις απλές ιδέες", "everything, including ideas"),
        Level::Warning => {
            said("από «καλύτερα αλλιώς» και πάνω", "“better put otherwise” and above")
        }
        Level::Error => {
            said("μόνο όσα δεν λέμε ποτέ σε πελάτη", "only what customers should never read")
        }
    }
}
/// Nobody but those who manage the server.
pub const MANAGERS: Said = said("όσοι διαχειρίζονται τον server", "people who manage the server");
/// Those, and a role that follows.
pub const MANAGERS_AND: Said = said(
    "όσοι διαχειρίζονται τον server και ο ρόλος",
    "people who manage the server, and the role",
);
/// No channel.
pub const NO_CHANNEL: Said = said("κανένα", "none");
/// Proposals wait with the command.
pub const BY_COMMAND: Said =
    said("κανένα, τις βλέπετε με /προτάσεις", "none; you see them with /proposals");
/// Quotations are left alone.
pub const QUOTES_LEFT: Said = said("τα αφήνω όπως είναι", "I leave them alone");
/// Quotations are looked at.
pub const QUOTES_CHECKED: Said = said("τα κοιτάζω κι αυτά", "I check them too");
/// Greeklish is read.
pub const GREEKLISH_READ: Said = said("τα διαβάζω σαν ελληνικά", "I read it as Greek");
/// Greeklish is left alone.
pub const GREEKLISH_LEFT: Said = said("τα αφήνω όπως είναι", "I leave it alone");

/// This many days.
pub fn days(days: u32, language: Language) -> String {
    say!(language, "{days} ημέρες", "{days} days")
}
