//! The literals of a configuration that is code: texts, numbers and booleans, each with its path. The code is never run.

pub(super) mod calls;
mod tokens;

use std::collections::HashMap;

use tokens::{Token, tokens};

/// The literals of a source of JavaScript or TypeScript, in its order.
#[derive(Debug, Default)]
pub(super) struct Literals(Vec<Literal>);

#[derive(Debug)]
struct Literal {
    /// The names that lead to it.
    path: Vec<String>,
    /// The brackets that it is directly in, counted from the beginning, and those around them.
    brackets: usize,
    around: usize,
    text: String,
}

/// The literals of one object.
pub(super) struct Object<'l>(Vec<&'l Literal>);

impl Literals {
    /// Reads `key: "value"`, `key: true` and `const KEY = "value"`.
    pub(super) fn read(source: &str) -> Self {
        let mut literals = Self::default();
        let (mut path, mut key) = (Vec::new(), String::new());
        let (mut open, mut count) = (vec![0], 0);
        let tokens = tokens(source);
        for (at, token) in tokens.iter().enumerate() {
            let next = tokens.get(at + 1);
            match token {
                Token::Name(name) | Token::Text(name) if matches!(next, Some(Token::Sign(':' | '='))) => {
                    key.clone_from(name);
                }
                Token::Sign('{' | '[' | '(') => {
                    count += 1;
                    open.push(count);
                    path.push(std::mem::take(&mut key));
                }
                Token::Sign('}' | ']' | ')') => {
                    if open.len() > 1 {
                        open.pop();
                    }
                    path.pop();
                    key.clear();
                }
                Token::Sign(',' | ';') => key.clear(),
                Token::Sign(_) => {}
                Token::Text(_) | Token::Name(_) | Token::Template(_) => {
                    if let Some(text) = literals.value(token) {
                        let names = path.iter().chain([&key]).filter(|name| !name.is_empty());
                        let brackets = open.last().copied().unwrap_or_default();
                        let around = open.iter().rev().nth(1).copied().unwrap_or_default();
                        literals.0.push(Literal { path: names.cloned().collect(), brackets, around, text });
                    }
                }
            }
        }
        literals
    }

    /// The value of a token, if it is known without running the code. A template may have the names of literals above.
    fn value(&self, token: &Token) -> Option<String> {
        let Token::Template(template) = token else {
            return match token {
                Token::Text(text) => Some(text.clone()),
                Token::Name(name) => {
                    let is =
                        matches!(name.as_str(), "true" | "false") || name.starts_with(|c: char| c.is_ascii_digit());
                    is.then(|| name.clone())
                }
                _ => None,
            };
        };
        let (mut text, mut rest) = (String::new(), template.as_str());
        while let Some((before, after)) = rest.split_once("${") {
            let (name, after) = after.split_once('}')?;
            text.push_str(before);
            text.push_str(self.get(name.trim())?);
            rest = after;
        }
        Some(text + rest)
    }

    /// The literals whose path ends with these names: `dir.input`.
    fn ending<'l>(&'l self, path: &str) -> impl Iterator<Item = &'l Literal> + use<'l> {
        let names: Vec<String> = path.split('.').map(str::to_owned).collect();
        self.0.iter().filter(move |literal| literal.path.ends_with(&names))
    }

    /// The first of them. Of several, the one that is least deep.
    pub(super) fn get(&self, path: &str) -> Option<&str> {
        let found = self.ending(path).min_by_key(|literal| literal.path.len());
        found.map(|literal| literal.text.as_str()).filter(|text| !text.is_empty())
    }

    /// All of them, as in a list.
    pub(super) fn all<'l>(&'l self, path: &str) -> impl Iterator<Item = &'l str> + use<'l> {
        self.ending(path).map(|literal| literal.text.as_str())
    }

    /// The texts of a name, each with all names that lead to it.
    pub(super) fn paths_to<'l>(&'l self, name: &str) -> impl Iterator<Item = (&'l [String], &'l str)> + use<'l> {
        self.ending(name).map(|literal| (literal.path.as_slice(), literal.text.as_str()))
    }

    /// The names that come directly below a name, such as the languages in `locales: { en: { … } }`.
    pub(super) fn below(&self, name: &str) -> Vec<&str> {
        let below = |literal: &'_ Literal| {
            let at = literal.path.iter().position(|own| own == name)?;
            (literal.path.len() > at + 2).then_some(at + 1)
        };
        let mut names: Vec<&str> =
            self.0.iter().filter_map(|literal| Some(literal.path[below(literal)?].as_str())).collect();
        names.dedup();
        names
    }

    /// The literals directly in a name, each with its own name: `redirects: { "/old": "/new" }`.
    pub(super) fn entries<'l>(&'l self, name: &'l str) -> impl Iterator<Item = (&'l str, &'l str)> + use<'l> {
        self.0.iter().filter_map(move |Literal { path, text, .. }| match path.as_slice() {
            [.., parent, own] if parent == name => Some((own.as_str(), text.as_str())),
            _ => None,
        })
    }

    /// The literals that are in no object, by their names.
    pub(super) fn top(&self) -> impl Iterator<Item = (String, String)> {
        let single = self.0.iter().filter(|literal| literal.path.len() == 1);
        single.map(|literal| (literal.path[0].clone(), literal.text.clone()))
    }

    /// The text of the first of some paths that has one.
    pub(super) fn text(&self, paths: &[&str]) -> Option<String> {
        paths.iter().find_map(|path| self.get(path)).map(str::to_owned)
    }

    /// The objects, in the order of their first literals.
    pub(super) fn objects(&self) -> Vec<Object<'_>> {
        let mut objects: Vec<Object<'_>> = Vec::new();
        let mut known = HashMap::new();
        for literal in &self.0 {
            let at = *known.entry(literal.brackets).or_insert(objects.len());
            match objects.get_mut(at) {
                Some(object) => object.0.push(literal),
                None => objects.push(Object(vec![literal])),
            }
        }
        objects
    }

    /// Every pair of a name and an address in one object: `{ text: "About", link: "/about/" }`.
    pub(super) fn links(&self, name: &[&str], address: &[&str]) -> Vec<(String, String)> {
        let first = |object: &Object<'_>, keys: &[&str]| keys.iter().find_map(|key| object.get(key)).map(str::to_owned);
        self.objects().iter().filter_map(|object| Some((first(object, name)?, first(object, address)?))).collect()
    }
}

impl Object<'_> {
    /// The literal of a name.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let is = |literal: &&&Literal| literal.path.last().is_some_and(|last| last == name);
        self.0.iter().find(is).map(|literal| literal.text.as_str())
    }

    /// Whether it is directly in the brackets of another one, as the options of a plugin are beside its name.
    pub(super) fn is_in(&self, other: &Object<'_>) -> bool {
        matches!((self.0.first(), other.0.first()), (Some(own), Some(other)) if own.around == other.brackets)
    }

    /// Its texts.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|literal| literal.text.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Literals;

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
    fn a_template_has_the_literals_above_and_a_list_all_of_its_texts() {
        let literals =
            Literals::read("const DIR = \"src/blog\";\nglob({ base: `./${DIR}`, no: `${x}` }); not: ['a', 'b']");
        assert_eq!(literals.get("base"), Some("./src/blog"));
        assert_eq!(literals.get("no"), None);
        assert_eq!(literals.all("not").collect::<Vec<_>>(), ["a", "b"]);
    }

    #[test]
    fn links_are_pairs_in_one_object() {
        let source = "nav: [{ text: 'About', link: '/about' }, { text: 'No' }, { href: '/b', label: 'B' }]";
        let literals = Literals::read(source);
        let links = literals.links(&["text", "label"], &["link", "href"]);
        assert_eq!(links, [("About".to_owned(), "/about".to_owned()), ("B".to_owned(), "/b".to_owned())]);
    }
}
