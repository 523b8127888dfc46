//! What an operator reads about the state of the bot: what is well, and how to fix what is not.

use crate::model::Language;
use crate::ui::said::sentences;

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
    Application { name: String },
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
    DraftsChannel { name: String },
    /// A configured channel that is not there, or that the bot can't see.
    NoChannel {
        /// As it is configured.
        id: u64,
    },
    /// A drafts channel in which the bot may not do enough.
    NoRights {
        name: String,
        /// What it may not do, as Discord calls it; none if that can't be said.
        missing: Vec<String>,
    },
    /// The active rules.
    Rules {
        /// How many.
        count: usize,
    },
    /// The database can be used.
    Database {
        /// Where it is.
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
        /// Seconds by which it is ahead, or behind if negative.
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
    Invitation { link: String },
}

impl Checkup {
    /// Whether nothing has to be fixed.
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

/// What was found, a line each, with a symbol for whether it is well.
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
        let words = words(checkup, language);
        format!("{sign} {words}\n")
    };
    found.iter().map(line).collect()
}

fn words(checkup: &Checkup, language: Language) -> String {
    sentences!(
        language,
        match checkup {
            Checkup::NoToken => [
                "Δεν δόθηκε token. Βάλτε το στη μεταβλητή DISCORD_TOKEN ή σε αρχείο με --token-file.",
                "There is no token. Put it in the variable DISCORD_TOKEN, or in a file given with --token-file.",
            ],
            Checkup::InvalidToken => [
                "Το Discord δεν αναγνωρίζει το token. Φτιάξτε καινούργιο στο developer portal, στη σελίδα Bot της εφαρμογής («Reset Token»).",
                "Discord does not know the token. Make a new one in the developer portal, on the application's Bot page (“Reset Token”).",
            ],
            Checkup::NoDiscord => [
                "Το Discord δεν απαντά. Δείτε τη σύνδεση στο διαδίκτυο και, αν υπάρχει, το --api-url.",
                "Discord does not answer. Check the internet connection and, if you use it, --api-url.",
            ],
            Checkup::Application { name } => [
                "Το token ανήκει στην εφαρμογή «{name}».",
                "The token belongs to the application “{name}”.",
            ],
            Checkup::Gateway => ["Το gateway απαντά.", "The gateway answers."],
            Checkup::NoGateway => [
                "Το gateway δεν απαντά. Αν οι κλήσεις περνούν από --api-url, χρειάζεται να περνά και η /gateway.",
                "The gateway does not answer. If requests go through --api-url, the proxy has to let /gateway through as well.",
            ],
            Checkup::MessageContent => [
                "Το bot μπορεί να διαβάζει τα μηνύματα στα κανάλια προχείρων.",
                "The bot can read messages in drafts channels.",
            ],
            Checkup::NoMessageContent => [
                "Το bot δεν μπορεί να διαβάζει μηνύματα, οπότε τα κανάλια προχείρων μένουν σιωπηλά. Ενεργοποιήστε το «Message Content Intent» στο developer portal, στη σελίδα Bot.",
                "The bot is not allowed to read messages, so it does not answer in drafts channels. Turn on “Message Content Intent” in the developer portal, on the Bot page.",
            ],
            Checkup::NoDraftsChannels => [
                "Το bot δεν μπορεί να διαβάζει μηνύματα. Αν μια ομάδα θελήσει κανάλι προχείρων, ενεργοποιήστε το «Message Content Intent» στο developer portal, στη σελίδα Bot· όλα τα άλλα δουλεύουν και χωρίς αυτό.",
                "The bot is not allowed to read messages. If a team wants a drafts channel, turn on “Message Content Intent” in the developer portal, on the Bot page; everything else works without it.",
            ],
            Checkup::Commands =>
                ["Οι εντολές στο Discord είναι ενημερωμένες.", "Discord has the current commands.",],
            Checkup::CommandsDiffer => [
                "Οι εντολές στο Discord διαφέρουν· με το ξεκίνημα του bot ανανεώνονται μόνες τους.",
                "Discord has different commands; they are updated when the bot starts.",
            ],
            Checkup::Servers { count: 0 } =>
                ["Το bot δεν είναι ακόμη σε κανέναν server.", "The bot is not in any server yet.",],
            Checkup::Servers { count: 1 } =>
                ["Το bot είναι σε έναν server.", "The bot is in one server.",],
            Checkup::Servers { count } =>
                ["Το bot είναι σε {count} servers.", "The bot is in {count} servers.",],
            Checkup::DraftsChannel { name } => [
                "Στο κανάλι #{name} το bot έχει όσα δικαιώματα χρειάζεται.",
                "In #{name} the bot has the permissions that it needs.",
            ],
            Checkup::NoChannel { id } => [
                "Το κανάλι {id} δεν υπάρχει ή δεν το βλέπει το bot. Δείτε τον αριθμό στο drafts_channels και το δικαίωμα View Channel.",
                "The channel {id} does not exist, or the bot can't see it. Check the number in drafts_channels and the permission View Channel.",
            ],
            Checkup::NoRights { name, missing } if missing.is_empty() => [
                "Τα δικαιώματα του bot στο κανάλι #{name} δεν διαβάζονται.",
                "The bot's permissions in #{name} can't be read.",
            ],
            Checkup::NoRights { name, missing } => [
                "Στο κανάλι #{name} λείπουν από το bot τα δικαιώματα: {missing}.",
                "In #{name} the bot is missing these permissions: {missing}.",
                missing = missing.join(", "),
            ],
            Checkup::Rules { count } =>
                ["Κανόνες που ισχύουν: {count}.", "{count} rules are active."],
            Checkup::Database { path } => [
                "Τα δεδομένα είναι στο {path} και διαβάζονται.",
                "The data is in {path} and can be read.",
            ],
            Checkup::NoDatabaseYet { path } => [
                "Δεδομένα δεν υπάρχουν ακόμη· με το πρώτο ξεκίνημα θα είναι στο {path}.",
                "There is no data yet; from the first start on it is kept in {path}.",
            ],
            Checkup::BadDatabase { why } => {
                why.clone()
            }
            Checkup::OpenFile { path } => [
                "Το {path} μπορούν να το διαβάσουν και άλλοι χρήστες. Με chmod 600 μένει μόνο δικό σας.",
                "Other users can read {path}. chmod 600 keeps it private.",
            ],
            Checkup::ClockRight =>
                ["Το ρολόι συμφωνεί με του Discord.", "The clock agrees with Discord's.",],
            Checkup::ClockOff { ahead } if *ahead > 0 => [
                "Το ρολόι πάει {ahead} δευτερόλεπτα μπροστά από του Discord, οπότε δεν έρχονται συμβουλές και δεν σβήνονται τα παλιά στοιχεία. Ενεργοποιήστε τον συγχρονισμό ώρας του συστήματος.",
                "The clock is {ahead} seconds ahead of Discord's, so no tips are sent and old records are not deleted. Turn on the system's time synchronization.",
            ],
            Checkup::ClockOff { ahead } => [
                "Το ρολόι πάει {behind} δευτερόλεπτα πίσω από του Discord, οπότε δεν έρχονται συμβουλές και δεν σβήνονται τα παλιά στοιχεία. Ενεργοποιήστε τον συγχρονισμό ώρας του συστήματος.",
                "The clock is {behind} seconds behind Discord's, so no tips are sent and old records are not deleted. Turn on the system's time synchronization.",
                behind = ahead.unsigned_abs(),
            ],
            Checkup::ClockUnknown => [
                "Το Discord δεν λέει τι ώρα είναι, οπότε δεν έρχονται συμβουλές και δεν σβήνονται τα παλιά στοιχεία. Αν οι κλήσεις περνούν από --api-url, χρειάζεται να περνά και η κεφαλίδα Date.",
                "Discord does not say what time it is, so no tips are sent and old records are not deleted. If requests go through --api-url, the proxy has to let the Date header through as well.",
            ],
            Checkup::Monitoring { address } => [
                "Το {address} είναι ελεύθερο για την παρακολούθηση.",
                "{address} is free for monitoring.",
            ],
            Checkup::MonitoringOpen { address } => [
                "Το {address} το βλέπουν και άλλα μηχανήματα· χωρίς κάποιο τείχος προστασίας, βάλτε 127.0.0.1.",
                "Other machines can reach {address}; without a firewall, use 127.0.0.1.",
            ],
            Checkup::MonitoringTaken { address, reason } => [
                "Στο {address} απαντά ήδη κάποιος, ίσως το ίδιο το bot ({reason}).",
                "Something already answers on {address}, perhaps the bot itself ({reason}).",
            ],
            Checkup::Invitation { link } => [
                "Σύνδεσμος για να μπει το bot σε έναν server: {link}",
                "Link to add the bot to a server: {link}",
            ],
        }
    )
}
