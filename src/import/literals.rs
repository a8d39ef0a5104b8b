//! The literals of a configuration that is code: texts, numbers and booleans, each with its path. The code is never run.

/// The literals of a source of JavaScript or TypeScript, in its order.
#[derive(Debug, Default)]
pub(super) struct Literals(Vec<(Vec<String>, String)>);

/// What the source is made of, as far as literals need it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Name(String),
    Text(String),
    Sign(char),
}

impl Literals {
    /// Reads `key: "value"`, `key: true` and `const KEY = "value"`.
    pub(super) fn read(source: &str) -> Self {
        let mut literals = Self::default();
        let (mut path, mut key) = (Vec::new(), String::new());
        let tokens = tokens(source);
        for (at, token) in tokens.iter().enumerate() {
            let next = tokens.get(at + 1);
            match token {
                Token::Name(name) | Token::Text(name) if matches!(next, Some(Token::Sign(':' | '='))) => {
                    key.clone_from(name);
                }
                Token::Sign('{' | '[' | '(') => path.push(std::mem::take(&mut key)),
                Token::Sign('}' | ']' | ')') => {
                    path.pop();
                    key.clear();
                }
                Token::Sign(',' | ';') => key.clear(),
                Token::Sign(_) => {}
                Token::Text(text) | Token::Name(text) => {
                    let is_literal = matches!(token, Token::Text(_))
                        || matches!(text.as_str(), "true" | "false")
                        || text.starts_with(|c: char| c.is_ascii_digit());
                    if is_literal {
                        let names = path.iter().chain([&key]).filter(|name| !name.is_empty());
                        literals.0.push((names.cloned().collect(), text.clone()));
                    }
                }
            }
        }
        literals
    }

    /// The first literal whose path ends with these names: `dir.input`. Of several, the one that is least deep.
    pub(super) fn get(&self, path: &str) -> Option<&str> {
        let names: Vec<&str> = path.split('.').collect();
        let ends = |(found, _): &&(Vec<String>, String)| {
            found.len() >= names.len() && found[found.len() - names.len()..].iter().zip(&names).all(|(a, b)| a == b)
        };
        let found = self.0.iter().filter(ends).min_by_key(|(found, _)| found.len());
        found.map(|(_, text)| text.as_str()).filter(|text| !text.is_empty())
    }

    /// All literals at a path, as in `tags: ["a", "b"]`.
    pub(super) fn all(&self, path: &str) -> Vec<String> {
        let at = |(found, _): &&(Vec<String>, String)| found.last().is_some_and(|last| last == path);
        self.0.iter().filter(at).map(|(_, text)| text.clone()).collect()
    }

    /// The literals that are in no object, by their names.
    pub(super) fn top(&self) -> impl Iterator<Item = (String, String)> {
        let single = self.0.iter().filter(|(path, _)| path.len() == 1);
        single.map(|(path, text)| (path[0].clone(), text.clone()))
    }

    /// The text of the first of some paths that has one.
    pub(super) fn text(&self, paths: &[&str]) -> Option<String> {
        paths.iter().find_map(|path| self.get(path)).map(str::to_owned)
    }

    /// Every pair of a name and an address in one object: `{ text: "About", link: "/about/" }`.
    pub(super) fn links(&self, name: &[&str], address: &[&str]) -> Vec<(String, String)> {
        let is = |path: &[String], keys: &[&str]| path.last().is_some_and(|last| keys.contains(&last.as_str()));
        let mut links = Vec::new();
        for pair in self.0.windows(2) {
            let [(a, first), (b, second)] = pair else { continue };
            if is(a, name) && is(b, address) {
                links.push((first.clone(), second.clone()));
            } else if is(a, address) && is(b, name) {
                links.push((second.clone(), first.clone()));
            }
        }
        links
    }
}

/// A literal in the arguments of a call, and the literal that is its key if it is in an object.
type Argument = (Option<String>, String);

/// The literals in the arguments of each call of a name: `config.addPassthroughCopy({ "src/img": "/img" })`.
pub(super) fn calls(source: &str, name: &str) -> Vec<Vec<Argument>> {
    let tokens = tokens(source);
    let is_call = |at: &usize| {
        let named = matches!(&tokens[*at], Token::Name(found) if found.strip_suffix(name).is_some_and(|before| before.is_empty() || before.ends_with('.')));
        named && matches!(tokens.get(at + 1), Some(Token::Sign('(')))
    };
    (0..tokens.len()).filter(is_call).map(|at| arguments(&tokens[at + 2..])).collect()
}

fn arguments(tokens: &[Token]) -> Vec<Argument> {
    let (mut depth, mut key, mut found) = (1_usize, None, Vec::new());
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Sign('(') => depth += 1,
            Token::Sign(')') => depth -= 1,
            Token::Text(text) if matches!(tokens.get(at + 1), Some(Token::Sign(':'))) => key = Some(text.clone()),
            Token::Text(text) => found.push((key.take(), text.clone())),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    found
}

fn tokens(source: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let taken = match c {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '"' | '\'' | '`' => {
                let (text, taken) = quoted(rest, c);
                // A text with a value in it is code.
                if !(c == '`' && text.contains("${")) {
                    tokens.push(Token::Text(text));
                }
                taken
            }
            c if c.is_alphanumeric() || c == '_' || c == '$' => {
                let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | '.');
                let end = rest.find(|c| !word(c)).unwrap_or(rest.len());
                tokens.push(Token::Name(rest[..end].to_owned()));
                end
            }
            c if c.is_whitespace() => c.len_utf8(),
            c => {
                tokens.push(Token::Sign(c));
                c.len_utf8()
            }
        };
        rest = &rest[taken..];
    }
    tokens
}

/// A text in quotes, and how many bytes it takes with them.
fn quoted(rest: &str, quote: char) -> (String, usize) {
    let mut text = String::new();
    let mut chars = rest.char_indices().skip(1);
    while let Some((at, c)) = chars.next() {
        match c {
            c if c == quote => return (text, at + c.len_utf8()),
            '\n' if quote != '`' => return (text, at),
            '\\' => match chars.next() {
                Some((_, 'n')) => text.push('\n'),
                Some((_, c)) => text.push(c),
                None => {}
            },
            c => text.push(c),
        }
    }
    (text, rest.len())
}

#[cfg(test)]
mod tests {
    use super::{Literals, calls};

    #[test]
    fn the_arguments_of_calls_are_found() {
        let source =
            "eleventyConfig.addPassthroughCopy('img');\nconfig.addPassthroughCopy({ \"a/b\": \"/\", 'c': 'd' })\nx(1)";
        let found = calls(source, "addPassthroughCopy");
        let pair = |from: &str, to: &str| (Some(from.to_owned()), to.to_owned());
        assert_eq!(found, [vec![(None, "img".to_owned())], vec![pair("a/b", "/"), pair("c", "d")]]);
        assert_eq!(calls(source, "Copy"), [] as [Vec<_>; 0]);
    }

    #[test]
    fn literals_are_found_by_their_path_and_code_is_not_one() {
        let source = "// site: 'no'\nexport const SITE_TITLE = \"A \\\"b\\\"\";\nexport default defineConfig({\n  \
                      site: 'https://a.org', base: `/x${y}`, i18n: { defaultLocale: \"de\" }, clean: true })";
        let literals = Literals::read(source);
        assert_eq!(literals.get("site"), Some("https://a.org"));
        assert_eq!(literals.get("SITE_TITLE"), Some("A \"b\""));
        assert_eq!(literals.get("i18n.defaultLocale"), Some("de"));
        assert_eq!(literals.get("clean"), Some("true"));
        assert_eq!(literals.get("base"), None);
    }

    #[test]
    fn links_are_pairs_in_one_object() {
        let literals = Literals::read("nav: [{ text: 'About', link: '/about' }, { href: '/b', label: 'B' }]");
        let links = literals.links(&["text", "label"], &["link", "href"]);
        assert_eq!(links, [("About".to_owned(), "/about".to_owned()), ("B".to_owned(), "/b".to_owned())]);
    }
}
