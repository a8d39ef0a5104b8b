//! Resolves the entities in the values of attributes, as the tokeniser of the HTML standard does. The names are those of
//! the Markdown parser: a table of its own would be a tenth of the editor.

use std::borrow::Cow;

use crate::markdown::entities::characters;

/// The names that the standard knows without a `;`, too.
const WITHOUT_END: &str = " AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave Euml GT \
    Iacute Icirc Igrave Iuml LT Ntilde Oacute Ocirc Ograve Oslash Otilde Ouml QUOT REG THORN Uacute Ucirc Ugrave Uuml \
    Yacute aacute acirc acute aelig agrave amp aring atilde auml brvbar ccedil cedil cent copy curren deg divide eacute \
    ecirc egrave eth euml frac12 frac14 frac34 gt iacute icirc iexcl igrave iquest iuml laquo lt macr micro middot nbsp \
    not ntilde oacute ocirc ograve ordf ordm oslash otilde ouml para plusmn pound quot raquo reg sect shy sup1 sup2 sup3 \
    szlig thorn times uacute ucirc ugrave uml uuml yacute yen yuml ";

/// What the numbers from 128 to 159 stand for, as in Windows-1252; five of them are not assigned.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// The value of an attribute with its entities resolved.
pub(crate) fn decoded(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(start) = rest.find('&') {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let (value, length) = entity(rest).unwrap_or((Cow::Borrowed("&"), 1));
        out.push_str(&value);
        rest = &rest[length..];
    }
    out.push_str(rest);
    out
}

/// The characters of the entity at the beginning of a text, and its length.
fn entity(text: &str) -> Option<(Cow<'static, str>, usize)> {
    if let Some(number) = text.strip_prefix("&#") {
        let (digits, radix) = number.strip_prefix(['x', 'X']).map_or((number, 10), |hex| (hex, 16));
        let length = digits.bytes().take_while(|byte| char::from(*byte).is_digit(radix)).count();
        let end = text.len() - digits.len() + length;
        let value = character(&digits[..length], radix)?.to_string();
        return Some((value.into(), end + usize::from(text[end..].starts_with(';'))));
    }
    let length = 1 + text[1..].bytes().take_while(u8::is_ascii_alphanumeric).count();
    let (name, after) = text.split_at(length);
    if after.starts_with(';') {
        return Some((characters(&text[..=length])?.into(), length + 1));
    }
    // In `?a=1&copy=2` it is a parameter.
    let is_entity = !after.starts_with('=') && length > 1 && WITHOUT_END.contains(&format!(" {} ", &name[1..]));
    is_entity.then(|| Some((characters(&format!("{name};"))?.into(), length)))?
}

/// The character of a number; `None` if there are no digits.
fn character(digits: &str, radix: u32) -> Option<char> {
    if digits.is_empty() {
        return None;
    }
    // A number that is too long is none of a character.
    let number = u32::from_str_radix(digits, radix).unwrap_or(u32::MAX);
    Some(match number {
        0 => char::REPLACEMENT_CHARACTER,
        128..160 => WINDOWS.chars().nth(number as usize - 128).unwrap_or(char::REPLACEMENT_CHARACTER),
        _ => char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER),
    })
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use html5ever::tendril::StrTendril;
    use html5ever::tokenizer::{BufferQueue, Token, TokenSink, TokenSinkResult, Tokenizer};

    use super::decoded;

    /// The value that the tokeniser of a browser reads.
    fn expected(raw: &str) -> String {
        struct Value(RefCell<String>);
        impl TokenSink for Value {
            type Handle = ();
            fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
                if let Token::TagToken(tag) = token {
                    self.0.replace(tag.attrs.first().map_or_else(String::new, |attribute| attribute.value.to_string()));
                }
                TokenSinkResult::Continue
            }
        }
        let input = BufferQueue::default();
        input.push_back(StrTendril::from(format!("<a a=\"{}\">", raw.replace('"', "&quot;"))));
        let tokenizer = Tokenizer::new(Value(RefCell::default()), Default::default());
        let _ = tokenizer.feed(&input);
        tokenizer.end();
        tokenizer.sink.0.into_inner()
    }

    #[test]
    fn entities_are_read_as_browsers_read_them() {
        assert!(names().len() > 1_000);
        for name in names() {
            for end in [";", "", " x", "=x", "x", "é", "&", ";;"] {
                let raw = format!("/?a&{name}{end}");
                assert_eq!(decoded(&raw), expected(&raw), "{raw}");
            }
        }
        let numbers = (0..400).chain([0xd7ff, 0xd800, 0xdfff, 0xe000, 0xfffe, 0x10_ffff, 0x11_0000, u64::MAX]);
        for number in numbers {
            for raw in [format!("&#{number};"), format!("&#x{number:x}g"), format!("&#X{number:X};&#{number}")] {
                assert_eq!(decoded(&raw), expected(&raw), "{raw}");
            }
        }
    }

    #[test]
    fn what_is_no_entity_stays_as_it_is() {
        for raw in
            ["", "&", "&&", "&;", "&#", "&#;", "&#x", "&#xg;", "a & b", "&nothing;", "&nothing", "?a=1&copy=2", "&é;"]
        {
            assert_eq!(decoded(raw), raw);
            assert_eq!(expected(raw), raw);
        }
    }

    /// All names that end with `;`, without it.
    fn names() -> Vec<&'static str> {
        html5ever::data::NAMED_ENTITIES.keys().filter_map(|name| name.strip_suffix(';')).collect()
    }
}
