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
    /// The database can be used.
    Database {
        /// Where it lies.
        path: String,
    },
    /// There is none yet.
    NoDatabaseYet {
        /// Where it will lie.
        path: String,
    },
    /// It can't be used.
    BadDatabase {
        /// Why, in words.
        why: String,
    },
    /// Others than its owner can read a file.
    OpenFile {
        /// Which.
        path: String,
    },
    /// Our clock agrees with Discord's.
    ClockRight,
    /// It does not.
    ClockOff {
        /// By so many seconds it is ahead, or behind below zero.
        ahead: i64,
    },
    /// Discord does not say what time it is.
    ClockUnknown,
    /// Monitoring can be answered on an address.
    Monitoring {
        /// Which.
        address: String,
    },
    /// Other machines reach the address.
    MonitoringOpen {
        /// Which.
        address: String,
    },
    /// Somebody has the address, which may be the bot itself.
    MonitoringTaken {
        /// Which.
        address: String,
        /// What the system says.
        reason: String,
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
                | Checkup::NoMessageContent
                | Checkup::BadDatabase { .. }
                | Checkup::ClockOff { .. }
                | Checkup::ClockUnknown
                | Checkup::NoChannel { .. }
                | Checkup::NoRights { .. }
        )
    }
}

/// What was found, a line each, with a sign for whether it is well.
pub fn checkups(found: &[Checkup], language: Language) -> String {
    let line = |checkup: &Checkup| {
        let sign = match checkup {
            Checkup::Invitation { .. }
            | Checkup::CommandsDiffer
            | Checkup::NoDraftsChannels
            | Checkup::NoDatabaseYet { .. }
            | Checkup::OpenFile { .. }
            | Checkup::MonitoringOpen { .. }
            | Checkup::MonitoringTaken { .. } => "→",
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
        Checkup::Database { path } => format!("Τα δεδομένα είναι στο {path} και διαβάζονται."),
        Checkup::NoDatabaseYet { path } => format!("Δεδομένα δεν υπάρχουν ακόμη· με το πρώτο ξεκίνημα θα είναι στο {path}."),
        Checkup::BadDatabase { why } => why.clone(),
        Checkup::OpenFile { path } => format!("Το {path} το διαβάζουν και άλλοι χρήστες. Με chmod 600 μένει μόνο δικό σας."),
        Checkup::ClockRight => "Το ρολόι συμφωνεί με του Discord.".to_owned(),
        Checkup::ClockOff { ahead } if *ahead > 0 => format!("Το ρολόι πάει {ahead} δευτερόλεπτα μπροστά από του Discord, οπότε δεν έρχονται συμβουλές και δεν σβήνεται τίποτα. Ανοίξτε τον συγχρονισμό ώρας του συστήματος."),
        Checkup::ClockOff { ahead } => format!("Το ρολόι πάει {} δευτερόλεπτα πίσω από του Discord, οπότε δεν έρχονται συμβουλές και δεν σβήνεται τίποτα. Ανοίξτε τον συγχρονισμό ώρας του συστήματος.", ahead.unsigned_abs()),
        Checkup::ClockUnknown => "Το Discord δεν λέει τι ώρα είναι, οπότε δεν έρχονται συμβουλές και δεν σβήνεται τίποτα. Αν οι κλήσεις περνούν από --api-url, χρειάζεται να περνά και η κεφαλίδα Date.".to_owned(),
        Checkup::Monitoring { address } => format!("Η παρακολούθηση μπορεί να απαντά στο {address}."),
        Checkup::MonitoringOpen { address } => format!("Το {address} το βλέπουν και άλλα μηχανήματα· χωρίς κάποιο τείχος προστασίας, βάλτε 127.0.0.1."),
        Checkup::MonitoringTaken { address, reason } => format!("Στο {address} απαντά ήδη κάποιος, ίσως το ίδιο το bot ({reason})."),
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
        Checkup::Database { path } => format!("The data are in {path}, and can be read."),
        Checkup::NoDatabaseYet { path } => format!("There are no data yet; from the first start on they are in {path}."),
        Checkup::BadDatabase { why } => why.clone(),
        Checkup::OpenFile { path } => format!("Other users can read {path}. chmod 600 keeps it to you."),
        Checkup::ClockRight => "The clock agrees with Discord's.".to_owned(),
        Checkup::ClockOff { ahead } if *ahead > 0 => format!("The clock is {ahead} seconds ahead of Discord's, so no tips come and nothing is deleted. Turn on the system's time synchronization."),
        Checkup::ClockOff { ahead } => format!("The clock is {} seconds behind Discord's, so no tips come and nothing is deleted. Turn on the system's time synchronization.", ahead.unsigned_abs()),
        Checkup::ClockUnknown => "Discord does not say what time it is, so no tips come and nothing is deleted. If requests go through --api-url, the header Date has to pass as well.".to_owned(),
        Checkup::Monitoring { address } => format!("Monitoring can be answered on {address}."),
        Checkup::MonitoringOpen { address } => format!("Other machines reach {address}; without a firewall, take 127.0.0.1."),
        Checkup::MonitoringTaken { address, reason } => format!("Something answers on {address} already, perhaps the bot itself ({reason})."),
        Checkup::Invitation { link } => format!("Invitation to a server: {link}"),
    }
}
