//! Blocks of code, and verses.

use super::convert::Convert;
use super::tree::Tree;
use crate::markdown::compose::{Block, Token, paragraphs};
use crate::markdown::fence::longest_run;

impl Convert<'_> {
    pub(super) fn code(&mut self, id: usize) -> Vec<Block> {
        let tree = self.tree;
        if tree.has_class(id, "wp-block-verse") {
            return self.verse(id);
        }
        for link in tree.descendants(id).filter(|node| tree.is(*node, "a") && tree.attribute(*node, "href").is_some()) {
            let address = tree.attribute(link, "href").unwrap_or_default();
            let message = format!("a link in a block of code is text now: {address}");
            self.notes.open(tree.node(link).line, message, "write the link below the code");
        }
        vec![Block::other(fenced(&tree.text(id), &language(tree, id), ""))]
    }

    /// Lines as they are, in the type of the text.
    fn verse(&mut self, id: usize) -> Vec<Block> {
        let mut tokens = Vec::new();
        for token in self.inlines(self.tree.children(id)) {
            let Token::Text(text) = token else {
                tokens.push(token);
                continue;
            };
            for (index, line) in text.split('\n').enumerate() {
                tokens.extend((index > 0).then_some(Token::Break));
                // Spaces that indent a line would be dropped.
                let words = line.trim_start_matches(' ');
                let indent = if index > 0 { "\u{a0}".repeat(line.len() - words.len()) } else { String::new() };
                tokens.push(Token::Text(indent + if index > 0 { words } else { line }));
            }
        }
        paragraphs(tokens, &[])
    }
}

/// Code between more backticks than it has in a row.
pub(super) fn fenced(code: &str, language: &str, title: &str) -> String {
    let code = code.replace("\r\n", "\n");
    let code = code.strip_suffix('\n').unwrap_or(&code);
    let fence = "`".repeat(longest_run(code).max(2) + 1);
    let title = if title.is_empty() { String::new() } else { format!(" title=\"{title}\"") };
    let language = if language.is_empty() && !title.is_empty() { "text" } else { language };
    [&fence, language, &title, "\n", code, "\n", &fence].concat()
}

/// The language of a block: `language-rust`, `lang-rust`, `brush: rust`, `hljs rust`, or an attribute.
pub(super) fn language(tree: &Tree, id: usize) -> String {
    let nodes = || std::iter::once(id).chain(tree.find(id, "code"));
    let found =
        nodes().find_map(|node| of_class(tree, node)).or_else(|| nodes().find_map(|node| of_attribute(tree, node)));
    let found = found.unwrap_or_default().trim_matches(['"', '\'', ';']).to_ascii_lowercase();
    let plain = matches!(found.as_str(), "none" | "plain" | "plaintext" | "text" | "nohighlight" | "raw" | "generic");
    let valid = found.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '#' | '-' | '_' | '.'));
    if plain || !valid { String::new() } else { found }
}

fn of_class(tree: &Tree, id: usize) -> Option<String> {
    let classes: Vec<&str> = tree.classes(id).collect();
    let prefixes = ["language-", "lang-", "brush:", "src-"];
    let mut prefixed = classes.iter().flat_map(|class| prefixes.iter().map(move |prefix| class.strip_prefix(prefix)));
    let named = prefixed.find_map(|name| name.filter(|name| !name.is_empty())).map(str::to_owned);
    let after = |word: &str| {
        let at = classes.iter().position(|class| *class == word)?;
        classes.get(at + 1).map(|class| (*class).to_owned())
    };
    named.or_else(|| after("brush:")).or_else(|| after("hljs")).or_else(|| after("sourceCode"))
}

fn of_attribute(tree: &Tree, id: usize) -> Option<String> {
    let keys = ["data-language", "data-lang", "data-enlighter-language", "lang", "data-code-block-lang"];
    keys.iter().find_map(|key| tree.attribute(id, key)).filter(|value| !value.is_empty()).map(str::to_owned)
}
