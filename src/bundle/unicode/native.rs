//! The tables of libraries.

use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

pub(super) fn nfc(text: &str) -> String {
    text.nfc().collect()
}

pub(super) fn nfkd(text: &str) -> String {
    text.nfkd().collect()
}

pub(super) fn is_mark(c: char) -> bool {
    c.general_category_group() == GeneralCategoryGroup::Mark
}

pub(super) fn is_letter_or_digit(c: char) -> bool {
    c.general_category_group() == GeneralCategoryGroup::Letter || c.general_category() == GeneralCategory::DecimalNumber
}

pub(super) fn is_connector(c: char) -> bool {
    c.general_category() == GeneralCategory::ConnectorPunctuation
}
