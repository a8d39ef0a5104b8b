//! The forms that numbers have in a language, by the rules for cardinal numbers of Unicode's CLDR (49, in icu_plurals).
//! Native only: the messages of pages carry a table, see [`plural`](crate::content::plural).

use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

use crate::content::plural::{MILLION, PERIOD};
use crate::content::primary;

/// The languages of CLDR that have one form for all numbers. icu_plurals answers for unknown languages as for these.
const ALIKE: &str = "bm bo dz hnj id ig ii ja jbo jv kde kea km ko lkt lo ms my nqo osa sah ses sg su th to tpi wo yo \
    yue zh";

/// The form that every language has.
pub(super) const OTHER: &str = "other";

/// The forms of a language, by their names in CLDR.
pub(super) struct Plurals {
    pub(super) language: String,
    pub(super) forms: Vec<&'static str>,
    /// Of the numbers from 0: after the first hundred, the second repeats.
    numbers: Vec<&'static str>,
    million: &'static str,
}

impl Plurals {
    /// A language that icu_plurals does not know, such as Latin or Manx, has forms for 1 and for all other numbers.
    pub(super) fn of(language: &str) -> Self {
        let locale = Locale::try_from_str(language).ok();
        let rules = locale.and_then(|locale| PluralRules::try_new_cardinal((&locale).into()).ok());
        let is_alike = ALIKE.split(' ').any(|alike| alike == primary(language));
        let rules = rules.filter(|rules| is_alike || rules.categories().count() > 1);
        let form = |n: u32| match &rules {
            Some(rules) => name(rules.category_for(n)),
            None if n == 1 => "one",
            None => OTHER,
        };
        let forms = rules.as_ref().map(|rules| rules.categories().map(name).collect());
        Self {
            language: language.to_owned(),
            forms: forms.unwrap_or_else(|| vec!["one", OTHER]),
            numbers: (0..2 * PERIOD as u32).map(form).collect(),
            million: form(MILLION),
        }
    }

    /// The forms that a message needs: not those for fractions only.
    pub(super) fn needed(&self) -> impl Iterator<Item = &'static str> {
        self.forms.iter().copied().filter(|form| *form == OTHER || self.numbers_of(form).next().is_some())
    }

    /// The numbers that have a form: the small ones, and a million.
    pub(super) fn numbers_of(&self, form: &str) -> impl Iterator<Item = u32> {
        let numbers = (0..).zip(&self.numbers).chain([(MILLION, &self.million)]);
        numbers.filter(move |(_, own)| **own == form).map(|(number, _)| number)
    }

    /// The text of a message as pages carry it: its forms after a table, or one form that all numbers have. `None` if
    /// there is no text for a number.
    pub(super) fn message<'t>(&self, text_of: impl Fn(&str) -> Option<&'t str>) -> Option<String> {
        let used = self.forms.iter().filter(|form| self.numbers_of(form).next().is_some());
        let mut texts = Vec::new();
        for text in used.map(|form| text_of(form)) {
            if !texts.contains(&text?) {
                texts.push(text?);
            }
        }
        if let [only] = texts[..] {
            return Some(only.to_owned());
        }
        let digit = |form: &&str| {
            let index = texts.iter().position(|text| Some(*text) == text_of(form))?;
            char::from_digit(u32::try_from(index).ok()?, 10)
        };
        let numbers: Vec<char> = self.numbers.iter().map(digit).collect::<Option<_>>()?;
        let table: String = [digit(&self.million)?].iter().chain(without_repeats(&numbers)).collect();
        texts.insert(0, &table);
        Some(texts.join("\t"))
    }
}

/// The name of a form.
fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => OTHER,
    }
}

/// The digits of two hundreds, without those that follow from the rest.
fn without_repeats(digits: &[char]) -> &[char] {
    let tail = digits.iter().rev().take_while(|digit| Some(*digit) == digits.last()).count();
    let differing = digits.len() - tail;
    match digits.split_at(PERIOD) {
        _ if differing + 1 < PERIOD => &digits[..=differing],
        (first, second) if first == second => first,
        _ => digits,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::plural::index;

    /// The languages of the interface, and others with each kind of rules.
    const LANGUAGES: &str = "ar de en es fr it ja nl pl pt ru zh \
        be bg ca cs cy da fa fil ga he hi hr hu is ka ko lt lv mk pt-PT ro sk sl sr sv tr uk vi ak bs br ceb dsb gd mt si ta am bn \
        el et eu fi nn";

    fn rules(language: &str) -> PluralRules {
        let locale = Locale::try_from_str(language).expect("a language");
        PluralRules::try_new_cardinal((&locale).into()).expect("rules")
    }

    /// The name of the form that the table of a language gives a number.
    fn form(message: &str, n: u32) -> &str {
        let Some((table, forms)) = message.split_once('\t') else { return message };
        forms.split('\t').nth(index(table, n)).expect("a form")
    }

    #[test]
    fn a_table_gives_each_number_the_form_that_cldr_gives_it() {
        for language in LANGUAGES.split_whitespace() {
            let (plurals, rules) = (Plurals::of(language), rules(language));
            let names = plurals.message(|name| plurals.forms.iter().find(|form| **form == name).copied());
            let names = names.expect("all forms");
            let numbers = (0..1_200).chain([10_001, 999_999, 1_000_000, 1_000_001, 2_000_000, u32::MAX]);
            let wrong: Vec<u32> = numbers.filter(|n| form(&names, *n) != name(rules.category_for(*n))).collect();
            assert_eq!(wrong, [0; 0], "{language}: {names}");
        }
    }

    #[test]
    fn a_language_without_plurals_has_one_form_and_an_unknown_language_two() {
        let others: Vec<&str> = ALIKE.split(' ').filter(|language| Plurals::of(language).forms != [OTHER]).collect();
        assert_eq!(others, [""; 0]);
        for language in ["la", "gv", "x-own", "", "not a tag"] {
            assert_eq!(Plurals::of(language).forms, ["one", OTHER], "{language}");
            assert_eq!(Plurals::of(language).numbers_of("one").collect::<Vec<_>>(), [1], "{language}");
        }
    }

    #[test]
    fn a_table_has_no_digit_that_follows_from_the_others() {
        let table = |language: &str| {
            let plurals = Plurals::of(language);
            let message = plurals.message(|name| plurals.forms.iter().find(|form| **form == name).copied());
            message.and_then(|message| Some(message.split_once('\t')?.0.to_owned()))
        };
        assert_eq!(table("en").as_deref(), Some("1101"));
        assert_eq!(table("fr").as_deref(), Some("1002"));
        assert_eq!(table("ja"), None);
        assert_eq!(
            ["ru", "pl", "ar"].map(|language| table(language).map(|table| table.len())),
            [Some(101), Some(201), Some(201)]
        );
    }

    #[test]
    fn forms_with_the_same_words_are_one() {
        let english = Plurals::of("en");
        assert_eq!(english.message(|_| Some("{n} min")).as_deref(), Some("{n} min"));
        assert_eq!(english.message(|_| None), None);
    }
}
