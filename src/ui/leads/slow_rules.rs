//! What leads hear of rules that take too long.

use crate::ui::Said;
use crate::ui::said::said;

/// Title of what they hear.
pub const TITLE: Said = said("Κανόνες που αργούν", "Rules that take too long");
/// What happened.
pub const LEFT_OUT: Said = said(
    "Σε έναν έλεγχο αυτοί οι κανόνες θα αργούσαν πολύ, οπότε τους άφησα έξω για εκείνο το κείμενο. Όλοι οι άλλοι έτρεξαν κανονικά.",
    "In one check these rules would have taken too long, so I skipped them for that text. All the others ran as usual.",
);
/// What helps.
pub const WHAT_TO_DO: Said = said(
    "Συνήθως φταίει ένα regex που διαβάζει ως το τέλος του κειμένου, ή μια φράση με πολλά {…}. Κάντε τα πιο συγκεκριμένα και ανεβάστε ξανά το αρχείο με /κανόνες προσθήκη. Θα σας το ξαναπώ μόνο αν συμβεί και με τους νέους κανόνες.",
    "The usual cause is a regex that reads to the end of the text, or a phrase with many {…}. Make them more specific and upload the file again with /rules add. I will mention it again only if the new rules are slow too.",
);
