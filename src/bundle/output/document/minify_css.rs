//! Minifies CSS: removes comments and white space. Each page carries it before its text.

/// Minifies CSS. Quoted strings stay as they are.
pub(super) fn css(style: &str) -> String {
    let mut lean = String::with_capacity(style.len());
    let mut rest = style;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '"' | '\'' => {
                let end = end_of_text(rest, c);
                lean.push_str(&rest[..end]);
                end
            }
            _ if c.is_ascii_whitespace() => {
                // After these, white space has no meaning. Before a colon it has: `main :is(a, b)` is within `main`.
                if !lean.ends_with(['{', '}', ';', ',', ':', ' ']) {
                    lean.push(' ');
                }
                1
            }
            '{' | '}' | ';' | ',' => {
                lean.truncate(lean.trim_end_matches(' ').len());
                if c == '}' && lean.ends_with(';') {
                    lean.pop();
                }
                lean.push(c);
                1
            }
            _ => {
                lean.push(c);
                c.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    lean.trim().to_owned()
}

/// The end of a quoted string. A quotation mark after a backslash is a part of it.
fn end_of_text(text: &str, mark: char) -> usize {
    let mut escaped = false;
    for (index, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == mark => return index + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::css;

    #[test]
    fn rules_stay_what_they_are() {
        let style = "/* Every link. */\nmain :is(a, b):hover , p > a {\n  color : red;\n  content: \" {;  /* n\\\"ot */ }\";\n}\n\n\
            @media (width < 34rem) {\n  a { margin: calc(1em - 2px) 0; }\n}\n";
        let lean = "main :is(a,b):hover,p > a{color :red;content:\" {;  /* n\\\"ot */ }\"}@media (width < 34rem){a{margin:calc(1em - 2px) 0}}";
        assert_eq!(css(style), lean);
    }
}
