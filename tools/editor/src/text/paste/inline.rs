//! What is in a line of text.

use personal_page::markdown::compose::{Mark, Token};

use super::blocks::Convert;
use super::rules::{Type, is_block, is_hidden, is_on_the_web, leads, type_of};
use super::tree::Node;

/// The marks around a node.
#[derive(Clone, Copy, Debug, Default)]
struct Within {
    strong: bool,
    emphasis: bool,
    deleted: bool,
    link: bool,
}

impl Convert<'_> {
    /// The tokens of nodes beside each other. In a heading, and in the head of a table, all words are strong anyway.
    pub(super) fn inlines(&mut self, nodes: &[usize], is_strong: bool) -> Vec<Token> {
        let mut out = Vec::new();
        let within = Within { strong: is_strong, ..Within::default() };
        nodes.iter().for_each(|node| self.inline(*node, within, &mut out));
        out
    }

    fn inside(&mut self, id: usize, within: Within, out: &mut Vec<Token>) {
        let tree = self.tree;
        tree.children(id).iter().for_each(|child| self.inline(*child, within, out));
    }

    fn inline(&mut self, id: usize, within: Within, out: &mut Vec<Token>) {
        let tree = self.tree;
        let Node::Element(element) = tree.node(id) else {
            let Node::Text(text) = tree.node(id) else { return };
            return out.push(Token::Text(text.replace(['\u{200b}', '\u{feff}'], "")));
        };
        match element.name.as_str() {
            "br" => out.push(Token::Break),
            "img" => self.image(id, out),
            "a" => self.link(id, within, out),
            "q" => {
                out.push(Token::Text("“".to_owned()));
                self.inside(id, within, out);
                out.push(Token::Text("”".to_owned()));
            }
            _ if is_hidden(tree, id) => {}
            _ if let Some(latex) = super::words::formula(tree, id) => out.push(Token::Formula(latex)),
            name => {
                let apart = is_block(name).then(|| Token::Text(" ".to_owned()));
                out.extend(apart.clone());
                self.typed(id, type_of(tree, id), within, out);
                out.extend(apart);
            }
        }
    }

    fn typed(&mut self, id: usize, set: Type, within: Within, out: &mut Vec<Token>) {
        if set.code {
            let code = self.tree.descendants(id).into_iter().filter_map(|id| match self.tree.node(id) {
                Node::Text(text) => Some(text.as_str()),
                Node::Element(_) => None,
            });
            let code: String = code.collect();
            let words = code.split_whitespace().collect::<Vec<_>>().join(" ");
            out.extend((!words.is_empty()).then_some(Token::Code(words)));
            return;
        }
        let marks = [
            (Mark::Strong, set.strong == Some(true) && !within.strong),
            (Mark::Emphasis, set.emphasis == Some(true) && !within.emphasis),
            (Mark::Deleted, set.deleted && !within.deleted),
        ];
        let marks: Vec<Mark> = marks.into_iter().filter(|(_, is_set)| *is_set).map(|(mark, _)| mark).collect();
        let within = Within {
            strong: within.strong || marks.contains(&Mark::Strong),
            emphasis: within.emphasis || marks.contains(&Mark::Emphasis),
            deleted: within.deleted || marks.contains(&Mark::Deleted),
            ..within
        };
        out.extend(marks.iter().cloned().map(Token::Open));
        self.inside(id, within, out);
        out.extend(marks.into_iter().rev().map(Token::Close));
    }

    fn link(&mut self, id: usize, within: Within, out: &mut Vec<Token>) {
        let tree = self.tree;
        if is_hidden(tree, id) {
            return;
        }
        let address = tree.attribute(id, "href").filter(|address| leads(address) && !within.link);
        // Some pages make links of strong words strong by their style alone.
        let mark = address.map(|address| Mark::Link(address.trim().to_owned(), String::new()));
        out.extend(mark.clone().map(Token::Open));
        self.typed(id, type_of(tree, id), Within { link: true, ..within }, out);
        out.extend(mark.map(Token::Close));
    }

    fn image(&mut self, id: usize, out: &mut Vec<Token>) {
        let attribute = |name: &str| self.tree.attribute(id, name).unwrap_or_default().to_owned();
        let src = attribute("src");
        if is_on_the_web(&src) {
            out.push(Token::Image { alt: attribute("alt"), src, title: attribute("title") });
        } else {
            self.lost_pictures += 1;
        }
    }
}
