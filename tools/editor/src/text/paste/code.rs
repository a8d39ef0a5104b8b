//! Blocks of code.

use personal_page::markdown::compose::{Block, Token, paragraphs};

use super::blocks::Convert;
use super::rules::{is_block, is_hidden};
use super::tree::{Node, Tree};
use crate::text::code_block::fence_for;

impl Convert<'_> {
    /// A block of code. A single line that is code by its style alone is code within a line.
    pub(super) fn code(&mut self, id: usize) -> Vec<Block> {
        let tree = self.tree;
        let code = text(tree, id);
        let code = code.strip_prefix('\n').unwrap_or(&code).trim_end_matches('\n');
        if code.trim().is_empty() {
            return Vec::new();
        }
        if tree.name(id) != "pre" && !code.contains('\n') {
            let token = Token::Code(code.trim().to_owned());
            return paragraphs(vec![token], &[]);
        }
        let found = language(tree, id);
        let language = if found.is_empty() { self.language } else { &found };
        let fence = fence_for(code);
        vec![Block::other([&fence, language, "\n", code, "\n", &fence].concat())]
    }
}

/// The text of an element, each block in it in lines of its own.
fn text(tree: &Tree, id: usize) -> String {
    enum Step {
        Node(usize),
        EndOfBlock,
    }
    let mut out = String::new();
    let mut next: Vec<Step> = tree.children(id).iter().rev().map(|id| Step::Node(*id)).collect();
    while let Some(step) = next.pop() {
        let Step::Node(id) = step else {
            out.push_str(if out.is_empty() || out.ends_with('\n') { "" } else { "\n" });
            continue;
        };
        match tree.node(id) {
            Node::Text(text) => out.push_str(&text.replace("\r\n", "\n").replace('\u{a0}', " ")),
            Node::Element(_) if is_hidden(tree, id) => {}
            Node::Element(element) if element.name == "br" => out.push('\n'),
            Node::Element(element) => {
                // An empty line is a block with nothing, or with a break, in it.
                let block = is_block(&element.name);
                let has_break = element.children.iter().any(|child| tree.name(*child) == "br");
                if block && !out.is_empty() && !out.ends_with('\n') {
                    out.push('\n');
                }
                if block && !has_break {
                    next.push(Step::EndOfBlock);
                }
                next.extend(element.children.iter().rev().map(|id| Step::Node(*id)));
            }
        }
    }
    out
}

/// The language of a block: `language-rust`, `lang-rust`, `highlight-source-rust`, `hljs rust`, `brush: rust;`, of the
/// block, of the code in it, or of the box around it; or an attribute of the block or of the code. That of a box may be
/// the language of its words.
fn language(tree: &Tree, id: usize) -> String {
    let own = || std::iter::once(id).chain(tree.find(id, "code"));
    let found = own().chain([tree.parent(id)]).find_map(|node| of_class(tree, node));
    let keys = ["data-language", "data-lang", "lang"];
    let of_attribute = || own().find_map(|node| keys.iter().find_map(|key| tree.attribute(node, key)));
    let found = found.or_else(of_attribute).unwrap_or_default();
    let found = found.trim_matches(['"', '\'', ';']).to_ascii_lowercase();
    let is_plain = matches!(found.as_str(), "none" | "plain" | "plaintext" | "text" | "nohighlight");
    let is_valid = found.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '#' | '-' | '_' | '.'));
    if is_plain || !is_valid { String::new() } else { found }
}

fn of_class(tree: &Tree, id: usize) -> Option<&str> {
    let named =
        |prefix: &str| tree.classes(id).find_map(|class| class.strip_prefix(prefix)).filter(|name| !name.is_empty());
    let found = ["language-", "lang-", "brush:"].iter().find_map(|prefix| named(prefix));
    // GitHub has the name of a grammar: `highlight-text-html-basic`.
    let grammar =
        || ["highlight-source-", "highlight-text-"].iter().find_map(|prefix| named(prefix)?.split('-').next());
    let named = found.or_else(grammar);
    let after = |sign: &str| tree.classes(id).skip_while(|class| *class != sign).nth(1);
    named.or_else(|| after("hljs")).or_else(|| after("sourceCode")).or_else(|| after("brush:"))
}
