//! Checks a document type, which can give elements attributes and namespaces, and load other files.

use roxmltree::{Document, Node};

use super::harm::Harm;

const REMEDY: &str = "export it as plain SVG, or delete the document type";
const ATTRIBUTES: &str = "the document type gives elements attributes";

/// A token of a document type (XML 1.0, 2.8). Comments and instructions are left out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Token<'t> {
    /// A name, a keyword, or the start of a declaration: `<!ATTLIST`.
    Word(&'t str),
    /// The text between quotes.
    Literal(&'t str),
    /// One of `()[]|>`.
    Sign(char),
    /// A comment, an instruction or a literal that does not end before the first element.
    Endless,
}

/// All harmful declarations. `prolog` is the text before the first element.
pub(super) fn harms(prolog: &str, document: &Document<'_>) -> Vec<Harm> {
    let mut tokens = Tokens { text: prolog, at: 0 };
    let mut harms = Vec::new();
    while let Some(token) = tokens.next() {
        let end = tokens.at;
        let what = match token {
            Token::Word("<!ATTLIST") => (!is_known(&mut tokens, document)).then_some(ATTRIBUTES),
            Token::Word("<!ENTITY") => match (tokens.next(), tokens.next()) {
                (Some(Token::Word("%")), _) => Some("the document type has parameter entities"),
                (_, Some(Token::Word("SYSTEM" | "PUBLIC"))) => Some("an entity loads another file"),
                (Some(Token::Word(_)), Some(Token::Literal(_))) => None,
                _ => Some("an entity of the document type cannot be read"),
            },
            Token::Endless => Some("the document type cannot be read"),
            _ => None,
        };
        let start = if let Token::Word(word) = token { end - word.len() } else { end.saturating_sub(1) };
        harms.extend(what.map(|what| Harm { span: start..end, what: what.to_owned(), remedy: REMEDY }));
    }
    harms
}

/// Reads an `<!ATTLIST`. Whether it gives only namespaces that the elements of the document have anyway: another
/// namespace could turn data into a script.
fn is_known(tokens: &mut Tokens<'_>, document: &Document<'_>) -> bool {
    let Some(Token::Word(_)) = tokens.next() else { return false };
    loop {
        let name = match tokens.next() {
            Some(Token::Sign('>')) => return true,
            Some(Token::Word(name)) => name,
            _ => return false,
        };
        let prefix = match name.strip_prefix("xmlns") {
            Some("") => None,
            Some(prefix) if prefix.starts_with(':') => Some(&prefix[1..]),
            _ => return false,
        };
        if tokens.next() != Some(Token::Word("CDATA")) {
            return false;
        }
        let default = match tokens.next() {
            Some(Token::Word("#IMPLIED" | "#REQUIRED")) => continue,
            Some(Token::Word("#FIXED")) => tokens.next(),
            default => default,
        };
        let Some(Token::Literal(namespace)) = default else { return false };
        let same = |node: Node<'_, '_>| match node.lookup_namespace_uri(prefix) {
            Some(known) => known == namespace,
            // No name has an undeclared prefix, or the document would not have been parsed.
            None => prefix.is_some(),
        };
        if !document.descendants().filter(Node::is_element).all(same) {
            return false;
        }
    }
}

struct Tokens<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let rest = self.text[self.at..].trim_start_matches([' ', '\t', '\r', '\n', '\u{feff}']);
            self.at = self.text.len() - rest.len();
            let skipped = [("<!--", "-->"), ("<?", "?>")].into_iter().find(|(begin, _)| rest.starts_with(begin));
            if let Some((begin, end)) = skipped {
                let Some(length) = rest[begin.len()..].find(end) else { return self.endless() };
                self.at += begin.len() + length + end.len();
                continue;
            }
            let first = rest.chars().next()?;
            if matches!(first, '"' | '\'') {
                let Some(length) = rest[1..].find(first) else { return self.endless() };
                self.at += length + 2;
                return Some(Token::Literal(&rest[1..=length]));
            }
            if is_sign(first) {
                self.at += 1;
                return Some(Token::Sign(first));
            }
            let ends = |c: char| is_sign(c) || matches!(c, ' ' | '\t' | '\r' | '\n' | '"' | '\'' | '<');
            let length = rest.char_indices().skip(1).find(|(_, c)| ends(*c)).map_or(rest.len(), |(at, _)| at);
            self.at += length;
            return Some(Token::Word(&rest[..length]));
        }
    }
}

impl<'t> Tokens<'t> {
    fn endless(&mut self) -> Option<Token<'t>> {
        self.at = self.text.len();
        Some(Token::Endless)
    }
}

fn is_sign(c: char) -> bool {
    "()[]|>".contains(c)
}
