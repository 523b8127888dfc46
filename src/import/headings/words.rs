//! The words of the heads that people write over their columns, as they compare.

/// Words that deny, as they compare.
pub const NOS: &[&str] = &[
    "μη", "μην", "δεν", "δε", "οχι", "ποτε", "not", "no", "never", "don't", "dont", "don'ts",
    "donts", "dont's", "shouldn't", "nope",
];
/// Beginnings of words that call something bad.
pub const BAD: &[&str] = &[
    "αποφευ", "αποφυγ", "λαθοσ", "λαθη", "λανθασμεν", "αδοκιμ", "κακ", "αρνητικ", "πριν", "απαγορ",
    "ακαταλληλ", "παλια", "παλιο", "παλαι", "χειροτερ", "αντι", "αρχικ", "avoid", "bad", "wrong",
    "negativ", "before", "worse", "banned", "forbidden", "original", "old", "incorrect", "poor",
    "discourag", "unaccept", "inappropriate", "unhelpful", "weak", "απαραδεκτ", "τοξικ", "ενοχλ",
    "αγεν", "αποτομ", "ψυχρ", "κρυα", "προβληματικ", "αποθαρρυν", "ανεπιθυμητ", "επιθετικ",
    "αμυντικ", "απροσωπ", "αντιεπαγγελματικ", "ξυλιν", "γραφειοκρατικ", "λεγαμε", "γραφαμε",
    "ελεγα", "εγραφα", "λανθασ", "αστοχ", "αδεξι", "rude", "unfriendly", "harsh", "toxic", "cold",
    "aggressive", "defensive", "impersonal", "unprofessional", "robotic", "blunt", "outdated",
    "stop", "error", "dispreferred", "κοβ", "ξεχν", "αφην", "κοκκιν", "ακυρ", "ασχημ", "εκνευρ",
    "apofe", "apofy", "lathos", "robot", "jargon", "ζαργκον", "ξυλιν", "κλισε", "cliche", "εγραψ",
    "wrote", "τετριμμεν", "μηχανικ", "ωμα", "ωμο", "στεγν", "σκληρ", "αδιαφορ", "ειρωνικ",
    "dismissive", "sarcastic", "stiff", "vague", "αοριστ", "ανεπισημ", "διωχν",
];
/// Beginnings of words that call something good.
pub const GOOD: &[&str] = &[
    "προτιμ", "σωστ", "δοκιμο", "θετικ", "καλυτερ", "καλο", "καλη", "καλα", "ναι", "εναλλακτικ",
    "προτειν", "αντικατ", "καταλληλ", "νεα", "νεο", "ορθ", "επιθυμητ", "συνιστ", "θεση", "ιδανικ",
    "good", "better", "best", "right", "correct", "positiv", "prefer", "after", "yes", "instead",
    "alternativ", "suggest", "recommend", "replace", "new", "improved", "acceptable",
    "appropriate", "helpful", "ideal", "αποδεκτ", "επιτρεπτ", "υποστηρικτικ", "βοηθ", "ευγεν",
    "φιλικ", "ζεστ", "επαγγελματικ", "βελτιωμεν", "διορθωμεν", "διορθωσ", "ανθρωπιν", "εγκεκριμεν",
    "ευστοχ", "polite", "friendly", "gentle", "supportive", "warm", "professional", "revised",
    "proposed", "correction", "corrected", "start", "kind", "human", "fixed", "approved",
    "empathetic", "κρατ", "υιοθετ", "πρασιν", "καθησυχ", "μιμησ", "green", "strong", "protim",
    "protein", "sost", "swst", "kalyter", "ανθρωπον", "σαφ", "clear", "simple", "απλη", "προσωπικ",
];
/// Words that are bad only as a whole.
pub const BAD_WORDS: &[&str] = &[
    "red", "out", "prin", "kako", "tabu", "taboo", "ταμπου", "kill", "lose", "στοπ", "less",
    "λιγοτερο",
];
/// Words that are good only as a whole.
pub const GOOD_WORDS: &[&str] = &[
    "do", "dos", "do's", "try", "ok", "οκ", "οκει", "okay", "okey", "yep", "yeah", "μετα", "in",
    "meta", "kalo", "plain", "power", "αλλιωσ", "αλλιωτικα", "differently", "παμε", "more",
    "περισσοτερο",
];
/// Saying, in the forms that speak to colleagues.
pub const SAY: &[&str] = &[
    "λεμε", "λεω", "γραφω", "λετε", "λεσ", "λεγεται", "λεγονται", "λεγε", "πειτε", "πεσ", "πουμε",
    "πω", "πεισ", "γραφουμε", "γραφετε", "γραφεισ", "γραψτε", "γραψε", "γραφεται",
    "χρησιμοποιουμε", "χρησιμοποιειτε", "χρησιμοποιειται", "χρησιμοποιηστε", "χρησιμοποιουνται",
    "γραψει", "γραψουμε", "say", "says", "saying", "use", "using", "used", "write", "writing",
    "tell",
];
/// Words that what is written over a column of phrases begins with.
pub const TOPICS: &[&str] = &[
    "τι", "φραση", "φρασεισ", "λεξη", "λεξεισ", "εκφραση", "εκφρασεισ", "διατυπωση", "διατυπωσεισ",
    "what", "phrases", "words", "wordings", "expressions", "things",
];
/// Words of which a head that begins so may have this many that are nobody's here.
pub const MOST_UNKNOWN: usize = 3;
/// Words that say nothing by themselves.
pub const LINKS: &[&str] = &[
    "τι", "το", "τα", "η", "ο", "οι", "την", "τισ", "του", "τησ", "των", "ωσ", "να", "για", "με",
    "στο", "στη", "στην", "στον", "στουσ", "στισ", "σε", "πωσ", "οταν", "αυτο", "αυτα", "αυτου",
    "ετσι", "φραση", "φρασεισ", "φρασησ", "λεξη", "λεξεισ", "διατυπωση", "διατυπωσεισ", "εκφραση",
    "εκφρασεισ", "προταση", "προτασεισ", "ορο", "προσ", "οροι", "κειμενο", "υφοσ", "τονοσ",
    "πρεπει", "θα", "θελουμε", "μπορουμε", "μπορειτε", "που", "μασ", "πελατη", "πελατεσ", "αλλη",
    "αλλο", "και", "ή", "απλα", "the", "a", "an", "to", "of", "what", "we", "you", "i", "it",
    "this", "is", "that", "these", "phrase", "phrases", "word", "words", "wording", "expression",
    "expressions", "sentence", "sentences", "term", "terms", "language", "tone", "like", "please",
    "should", "ones", "example", "examples", "customers", "and", "or", "with", "option", "for",
    "our", "things", "version", "way", "how", "παραδειγμα", "παραδειγματα", "πλεον", "τωρα",
    "σημερα", "now", "today", "μεχρι", "εωσ", "na", "ti", "english", "ελληνικα", "γλωσσα", "agent",
    "agents", "συναδελφοσ", "συναδελφου", "ομαδα", "ομαδασ", "team", "εμεισ", "επρεπε", "αλλοσ",
    "τροποσ", "another", "by", "via", "on", "μεσω", "chat", "email", "mail", "sms", "τηλεφωνο",
    "τηλεφωνικα", "phone", "γραπτα", "προφορικα", "social",
];
/// Words that no head has: they speak to a customer, or of the one who writes.
pub const SAID: &[&str] = &[
    "σασ", "σου", "σε", "μου", "με", "ειμαι", "ειμαστε", "you", "your", "i", "my", "me", "us",
    "i'm", "i'll",
];
pub const CUSTOMER: &[&str] = &[
    "πελατησ", "πελατεσ", "πελατισσα", "χρηστησ", "χρηστεσ", "χρηστρια", "επισκεπτησ", "customer",
    "customers", "client", "clients", "guest", "guests", "user", "users", "caller", "callers",
    "shopper", "visitor",
];
pub const ASKS: &[&str] = &[
    "λεει", "λενε", "λεν", "ρωτα", "ρωταει", "ρωτανε", "ρωτουν", "ζητα", "ζηταει", "γραφει",
    "γραφουν", "παραπονιεται", "παραπονειται", "says", "say", "asks", "ask", "complains", "writes",
    "said", "πει", "πουν", "ειπε", "ειπαν", "γραψει", "γραψουν", "εγραψε", "ρωτησει", "ρωτησουν",
    "ρωτησε", "ζητησει", "ζητησουν", "ζητουν", "θελει", "παραπονεθει", "write", "wrote", "asked",
    "complain", "wants", "sends", "στελνει",
];
pub const QUESTIONS: &[&str] = &[
    "ερωτηση", "ερωτησεισ", "αντιρρηση", "αντιρρησεισ", "παραπονο", "παραπονα", "question",
    "questions", "objection", "objections", "complaint", "complaints", "enquiry", "inquiry", "faq",
    "faqs", "ενσταση", "ενστασεισ",
];
/// What a customer's name next to it makes theirs: «Μήνυμα πελάτη».
pub const MESSAGES: &[&str] = &[
    "μηνυμα", "μηνυματα", "λογια", "αιτημα", "αιτηματα", "φραση", "φρασεισ", "σχολιο", "σχολια",
    "message", "messages", "request", "requests", "comment", "comments",
];
/// What colleagues hear and not say.
pub const HEARD: &[&str] = &[
    "οταν ακουμε", "οταν ακουτε", "οταν ακουσετε", "οταν ακουσουμε", "αν ακουσετε", "αν ακουσουμε",
    "αν ακουμε", "ακουμε", "μασ λενε", "μασ γραφουν", "when we hear", "when you hear",
    "if you hear", "if we hear", "we hear", "you hear", "they say", "they write",
];
/// Words over a trouble and over what helps: over phrases they may stand as well as over anything else, so that their lead is
/// asked.
pub const TROUBLES: &[&str] = &[
    "προβλημα", "προβληματα", "γκρινια", "γκρινιεσ", "θεμα", "ζητημα", "παθηση", "εμποδιο",
    "problem", "problems", "issue", "issues", "trouble", "pain",
];
pub const REMEDIES: &[&str] = &[
    "λυση", "λυσεισ", "διορθωση", "γιατρεια", "θεραπεια", "solution", "solutions", "fix", "fixes",
    "remedy", "cure",
];
/// What a reply says and a head does not, besides what speaks to a customer.
pub const REPLIES: &[&str] = &[
    "δεν", "δε", "μη", "μην", "θα", "ασ", "we", "we'll", "i've", "can't", "cannot", "won't",
    "don't", "it's", "that's", "isn't", "please", "παρακαλω", "sorry", "είμαι", "ειναι", "ηταν",
    "εχει", "is", "are", "was", "will",
];
/// Words that end as a verb of the first person does and are none.
pub const NO_VERBS: &[&str] =
    &["πανω", "κατω", "εξω", "πισω", "γυρω", "επανω", "αλλιωσ", "αρτιστε", "ποτε", "τοτε"];
/// What a head begins with that tells how something is said.
pub const HOWS: &[&str] = &["πωσ", "τι", "οτι", "how", "what"];
pub const ANSWERS: &[&str] = &[
    "απανταμε", "απαντατε", "απαντηση", "απαντησεισ", "απαντηστε", "answer", "answers", "reply",
    "replies", "response", "responses", "απαντω", "απαντασ", "απαντησε",
];
pub const WHY: &[&str] = &[
    "γιατι", "αιτιολογ", "λογοσ", "εξηγησ", "σχολι", "παρατηρησ", "σημειωσ", "why", "reason",
    "note", "comment", "explanation", "rationale", "remark",
];
pub const LEVEL: &[&str] = &[
    "επιπεδο", "σοβαρ", "βαθμοσ", "βαρυτητα", "προτεραιοτητα", "level", "severity", "priority",
    "degree",
];
pub const PRINCIPLE: &[&str] = &["αρχη", "αρχεσ", "principle"];
pub const SKIP: &[&str] = &["οχι μεσα σε", "skip", "not in", "not inside"];
pub const NUMBERS: &[&str] = &[
    "", "αα", "no", "nr", "νο", "n", "id", "αριθμοσ", "αρ", "κωδικοσ", "code", "sn", "αριθ", "num",
    "number",
];
pub const OTHERS: &[&str] = &[
    "κατηγορι", "καναλι", "ημερομηνι", "θεμα", "θεματικη", "ενοτητα", "κατασταση", "τμημα",
    "περιπτωση", "υπευθυνο", "πηγη", "ομαδα", "ειδοσ", "τυποσ", "category", "channel", "date",
    "topic", "status", "owner", "department", "context", "section", "team", "type", "source",
    "author", "situation", "added", "tag",
];
/// Heads that mean something only together: what is avoided, and what is said instead.
pub const TOGETHER: &[(&str, &str)] = &[
    ("ποτε", "παντα"),
    ("never", "always"),
    ("δεν επιτρεπεται", "επιτρεπεται"),
    ("κοκκινο", "πρασινο"),
    ("red", "green"),
    ("current", "proposed"),
    ("current", "new"),
    ("stop", "start"),
    ("φραση", "αντικατασταση"),
    ("φραση", "διορθωση"),
    ("phrase", "replacement"),
    ("μακρια απο", "κοντα σε"),
    ("θελει βελτιωση", "βελτιωμενο"),
    ("needs improvement", "improved"),
    ("needs work", "better"),
    ("προς βελτιωση", "βελτιωμενο"),
    ("replace", "with"),
    ("find", "replace"),
    ("from", "to"),
    ("απο", "σε"),
    ("φραση", "προταση"),
    ("εκφραση", "προταση"),
    ("λεξη", "προταση"),
    ("φρασεισ", "προτασεισ"),
    ("εκφρασεισ", "προτασεισ"),
    ("source phrase", "replace with"),
    ("source phrase", "replacement"),
    ("source", "target"),
    ("source", "replacement"),
    ("φραση", "πωσ το λεμε"),
    ("x", "v"),
    ("χ", "ν"),
];
