//! What an operator reads about the state of the bot: what is well, and how to mend what is not.

use crate::model::Language;

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Checkup {
    /// No token was given.
    NoToken,
    /// Discord does not know the token.
    InvalidToken,
    /// Discord could not be reached.
    NoDiscord,
    /// The application that the token belongs to.
    Application {
        /// Its name.
        name: String,
    },
    /// The gateway answers.
    Gateway,
    /// It does not.
    NoGateway,
    /// It ended the connection for good.
    Closed,
    /// The bot may read messages.
    MessageContent,
    /// It may not, and a drafts channel is configured.
    NoMessageContent,
    /// It may not; no drafts channel is configured, but a team could turn one on.
    NoDraftsChannels,
    /// Discord knows the commands as they are.
    Commands,
    /// It knows others.
    CommandsDiffer,
    /// Where the bot is.
    Servers {
        /// How many; of many the first few hundred.
        count: usize,
    },
    /// A drafts channel in which all is well.
    DraftsChannel {
        /// Its name.
        name: String,
    },
    /// A configured channel that is not there, or that the bot can't see.
    NoChannel {
        /// As it is configured.
        id: u64,
    },
    /// A drafts channel in which the bot may not do enough.
    NoRights {
        /// Its name.
        name: String,
        /// What it may not do, as Discord calls it; none if that can't be said.
        missing: Vec<String>,
    },
    /// The rules in force.
    Rules {
        /// How many.
        count: usize,
    },
    /// How to bring the bot into a server.
    Invitation {
        /// A link.
        link: String,
    },
}

impl Checkup {
    /// Whether nothing has to be mended.
    pub fn is_well(&self) -> bool {
        !matches!(
            self,
            Checkup::NoToken
                | Checkup::InvalidToken
                | Checkup::NoDiscord
                | Checkup::NoGateway
                | Checkup::Closed
                | Checkup::NoMessageContent
                | Checkup::NoChannel { .. }
                | Checkup::NoRights { .. }
        )
    }
}

/// What was found, a line each, with a sign for whether it is well.
pub fn checkups(found: &[Checkup], language: Language) -> String {
    let line = |checkup: &Checkup| {
        let sign = match checkup {
            Checkup::Invitation { .. } | Checkup::CommandsDiffer | Checkup::NoDraftsChannels => "→",
            checkup if checkup.is_well() => "✓",
            _ => "✗",
        };
        let words = match language {
            Language::El => el(checkup),
            Language::En => en(checkup),
        };
        format!("{sign} {words}\n")
    };
    found.iter().map(line).collect()
}

fn el(checkup: &Checkup) -> String {
    match checkup {
        Checkup::NoToken => "Δεν δόθηκε token. Βάλτε το στη μεταβλητή DISCORD_TOKEN ή σε αρχείο με --token-file.".to_owned(),
        Checkup::InvalidToken => "Το Discord δεν αναγνωρίζει το token. Φτιάξτε καινούργιο στο developer portal, στη σελίδα Bot της εφαρμογής («Reset Token»).".to_owned(),
        Checkup::NoDiscord => "Το Discord δεν απαντά. Δείτε τη σύνδεση στο διαδίκτυο και, αν υπάρχει, το --api-url.".to_owned(),
        Checkup::Application { name } => format!("Το token ανήκει στην εφαρμογή «{name}»."),
        Checkup::Gateway => "Το gateway απαντά.".to_owned(),
        Checkup::NoGateway => "Το gateway δεν απαντά. Αν οι κλήσεις περνούν από --api-url, χρειάζεται να περνά και η /gateway.".to_owned(),
        Checkup::Closed => "Το gateway έκλεισε τη σύνδεση οριστικά. Η kalologos doctor δείχνει τι λείπει.".to_owned(),
        Checkup::MessageContent => "Το bot μπορεί να διαβάζει τα μηνύματα στα κανάλια προχείρων.".to_owned(),
        Checkup::NoMessageContent => "Το bot δεν μπορεί να διαβάζει μηνύματα, οπότε τα κανάλια προχείρων μένουν σιωπηλά. Ανοίξτε το «Message Content Intent» στο developer portal, στη σελίδα Bot.".to_owned(),
        Checkup::NoDraftsChannels => "Το bot δεν μπορεί να διαβάζει μηνύματα. Αν μια ομάδα θελήσει κανάλι προχείρων, ανοίξτε το «Message Content Intent» στο developer portal, στη σελίδα Bot· όλα τα άλλα δουλεύουν και χωρίς αυτό.".to_owned(),
        Checkup::Commands => "Το Discord έχει τις εντολές όπως είναι εδώ.".to_owned(),
        Checkup::CommandsDiffer => "Το Discord έχει άλλες εντολές· με το ξεκίνημα του bot ανανεώνονται μόνες τους.".to_owned(),
        Checkup::Servers { count: 0 } => "Το bot δεν είναι ακόμη σε κανέναν server.".to_owned(),
        Checkup::Servers { count: 1 } => "Το bot είναι σε έναν server.".to_owned(),
        Checkup::Servers { count } => format!("Το bot είναι σε {count} servers."),
        Checkup::DraftsChannel { name } => format!("Στο κανάλι #{name} έχει όσα δικαιώματα χρειάζεται."),
        Checkup::NoChannel { id } => format!("Το κανάλι {id} δεν υπάρχει ή δεν το βλέπει το bot. Δείτε τον αριθμό στο drafts_channels και το δικαίωμα View Channel."),
        Checkup::NoRights { name, missing } if missing.is_empty() => format!("Για το κανάλι #{name} δεν μπόρεσα να δω τα δικαιώματα του bot."),
        Checkup::NoRights { name, missing } => format!("Στο κανάλι #{name} λείπουν από το bot τα δικαιώματα: {}.", missing.join(", ")),
        Checkup::Rules { count } => format!("Ισχύουν {count} κανόνες."),
        Checkup::Invitation { link } => format!("Πρόσκληση για server: {link}"),
    }
}

fn en(checkup: &Checkup) -> String {
    match checkup {
        Checkup::NoToken => "There is no token. Put it into the variable DISCORD_TOKEN, or into a file with --token-file.".to_owned(),
        Checkup::InvalidToken => "Discord does not know the token. Make a new one in the developer portal, on the application's Bot page (“Reset Token”).".to_owned(),
        Checkup::NoDiscord => "Discord does not answer. Look at the connection to the internet and, if there is one, at --api-url.".to_owned(),
        Checkup::Application { name } => format!("The token belongs to the application “{name}”."),
        Checkup::Gateway => "The gateway answers.".to_owned(),
        Checkup::NoGateway => "The gateway does not answer. If requests go through --api-url, /gateway has to pass there as well.".to_owned(),
        Checkup::Closed => "The gateway ended the connection for good. kalologos doctor shows what is missing.".to_owned(),
        Checkup::MessageContent => "The bot may read messages in drafts channels.".to_owned(),
        Checkup::NoMessageContent => "The bot may not read messages, so drafts channels stay silent. Turn on “Message Content Intent” in the developer portal, on the Bot page.".to_owned(),
        Checkup::NoDraftsChannels => "The bot may not read messages. Should a team want a drafts channel, turn on “Message Content Intent” in the developer portal, on the Bot page; all else works without it.".to_owned(),
        Checkup::Commands => "Discord has the commands as they are here.".to_owned(),
        Checkup::CommandsDiffer => "Discord has other commands; they are brought up to date when the bot starts.".to_owned(),
        Checkup::Servers { count: 0 } => "The bot is in no server yet.".to_owned(),
        Checkup::Servers { count: 1 } => "The bot is in one server.".to_owned(),
        Checkup::Servers { count } => format!("The bot is in {count} servers."),
        Checkup::DraftsChannel { name } => format!("In #{name} the bot has the permissions that it needs."),
        Checkup::NoChannel { id } => format!("The channel {id} is not there, or the bot can't see it. Look at the number in drafts_channels and at the permission View Channel."),
        Checkup::NoRights { name, missing } if missing.is_empty() => format!("The bot's permissions in #{name} can't be read."),
        Checkup::NoRights { name, missing } => format!("In #{name} the bot lacks the permissions: {}.", missing.join(", ")),
        Checkup::Rules { count } => format!("{count} rules are in force."),
        Checkup::Invitation { link } => format!("Invitation to a server: {link}"),
    }
}
