//! Turns a sequence of nodes into blocks of Markdown.

use super::convert::Convert;
use super::raw;
use crate::bundle::slugify;
use crate::markdown::compose::{self, Block, Kind, Mark, Place, Token, around, joined, paragraphs, prefixed, tidy};

impl Convert<'_> {
    /// The blocks of nodes beside each other. `marks` are around each of their lines.
    pub(super) fn flow(&mut self, nodes: &[usize], marks: &[Mark]) -> Vec<Block> {
        let (mut blocks, mut line) = (Vec::new(), Vec::new());
        for node in nodes {
            if !self.tree.node(*node).has_block {
                line.push(*node);
                continue;
            }
            self.lines(&std::mem::take(&mut line), marks, &mut blocks);
            let found = self.block(*node, marks);
            blocks.extend(found);
        }
        self.lines(&line, marks, &mut blocks);
        lists_apart(&mut blocks);
        blocks
    }

    /// The paragraphs of nodes that are in lines.
    fn lines(&mut self, nodes: &[usize], marks: &[Mark], blocks: &mut Vec<Block>) {
        if nodes.iter().all(|node| self.tree.is_blank(*node) && self.tree.node(*node).children.is_empty())
            && !nodes.iter().any(|node| matches!(self.tree.node(*node).content, super::sink::Content::Comment(_)))
        {
            return;
        }
        let tokens = self.inlines(nodes);
        blocks.extend(paragraphs(tokens, marks));
    }

    fn block(&mut self, id: usize, marks: &[Mark]) -> Vec<Block> {
        let tree = self.tree;
        let name = tree.element(id).unwrap_or_default();
        if let Some(blocks) = self.card(id, marks) {
            return blocks;
        }
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading(id, name, marks),
            "ul" if tree.has_class(id, "blocks-gallery-grid") => self.pictures(id, marks),
            "ul" | "ol" | "menu" | "dir" => self.list(id),
            "dl" => self.definitions(id),
            "table" => self.table(id),
            "pre" => self.code(id),
            "blockquote" => self.quote(id, marks),
            "hr" => vec![Block::other("---".to_owned())],
            "figure" => self.figure(id, marks),
            "details" => self.details(id, marks),
            "iframe" | "video" | "audio" | "embed" | "object" | "script" => self.embedded(id),
            "noscript" if self.late && tree.find(id, "img").is_some() => Vec::new(),
            "style" | "canvas" => {
                self.left_out(id, name);
                Vec::new()
            }
            "form" if tree.find(id, "input").is_some() => {
                self.left_out(id, name);
                Vec::new()
            }
            _ => self.container(id, name, marks),
        }
    }

    /// An element that only groups what is in it, or a mark around blocks.
    fn container(&mut self, id: usize, name: &str, marks: &[Mark]) -> Vec<Block> {
        let tree = self.tree;
        let mut marks = marks.to_vec();
        match name {
            "a" => marks.extend(self.address(id)),
            "b" | "strong" if !marks.contains(&Mark::Strong) => marks.push(Mark::Strong),
            "i" | "em" | "cite" | "address" if !marks.contains(&Mark::Emphasis) => marks.push(Mark::Emphasis),
            "s" | "del" | "strike" if !marks.contains(&Mark::Deleted) => marks.push(Mark::Deleted),
            _ => {}
        }
        let mut blocks = Vec::new();
        let background = background(tree.attribute(id, "style").unwrap_or_default());
        if let Some(src) = background {
            self.notes.translated("background picture → picture");
            blocks.extend(paragraphs(vec![Token::Image { alt: String::new(), src, title: String::new() }], &[]));
        }
        if tree.attribute(id, "id").is_some_and(|own| self.linked.remove(own)) {
            self.notes.translated(super::KEPT_AS_HTML);
            let own = raw::escaped(tree.attribute(id, "id").unwrap_or_default());
            blocks.push(Block::other(format!("<a id=\"{own}\"></a>")));
        }
        blocks.extend(self.flow(tree.children(id), &marks));
        blocks
    }

    /// The pictures of a gallery, which WordPress kept in a list once.
    fn pictures(&mut self, id: usize, marks: &[Mark]) -> Vec<Block> {
        let tree = self.tree;
        let items = tree.children(id).iter();
        items.flat_map(|item| self.flow(tree.children(*item), marks)).collect()
    }

    fn heading(&mut self, id: usize, name: &str, marks: &[Mark]) -> Vec<Block> {
        let tree = self.tree;
        let level = usize::from(name.as_bytes()[1] - b'0') + self.shift;
        let tokens = around(self.inlines(tree.children(id)), marks);
        let lines: Vec<String> = tidy(tokens).iter().map(|line| compose::line(line, Place::Heading)).collect();
        if lines.is_empty() {
            return Vec::new();
        }
        if level > 6 {
            self.notes.translated("headings below the sixth level → sixth level");
        }
        let mut text = ["#".repeat(level.min(6)), " ".to_owned(), lines.join(" ")].concat();
        let own = tree.attribute(id, "id").filter(|own| is_id(own));
        if let Some(own) = own.filter(|own| slugify(&tree.words(id)).is_none_or(|slug| slug.as_str() != *own)) {
            text.push_str(&[" {#", own, "}"].concat());
        }
        if let Some(own) = own {
            self.linked.remove(own);
        }
        vec![Block::other(text)]
    }

    pub(super) fn quote(&mut self, id: usize, marks: &[Mark]) -> Vec<Block> {
        let blocks = self.flow(self.tree.children(id), marks);
        if blocks.is_empty() {
            return Vec::new();
        }
        vec![Block::other(prefixed(&joined(&blocks), "> ", "> "))]
    }

    fn details(&mut self, id: usize, marks: &[Mark]) -> Vec<Block> {
        let tree = self.tree;
        let (summary, rest): (Vec<usize>, Vec<usize>) =
            tree.children(id).iter().partition(|child| tree.is(**child, "summary"));
        let title = summary.first().map(|summary| self.inlines(tree.children(*summary))).unwrap_or_default();
        let open = if tree.attribute(id, "open").is_some() { "<details open>" } else { "<details>" };
        let content = self.flow(&rest, marks);
        vec![Block::other(folded(open, title, &joined(&content)))]
    }
}

/// A part that unfolds.
pub(super) fn folded(open: &str, title: Vec<Token>, content: &str) -> String {
    let title = match tidy(title).as_slice() {
        [line] => match line.as_slice() {
            [Token::Text(text)] => ["<summary>", &raw::escaped(text), "</summary>"].concat(),
            line => ["<summary>\n\n", &compose::line(line, Place::Paragraph), "\n\n</summary>"].concat(),
        },
        _ => String::new(),
    };
    let title = if title.is_empty() { title } else { ["\n", &title].concat() };
    [open, &title, "\n\n", content, if content.is_empty() { "" } else { "\n\n" }, "</details>"].concat()
}

/// Two lists of one kind beside each other would be one: the second gets another sign.
fn lists_apart(blocks: &mut [Block]) {
    for index in 1..blocks.len() {
        let (before, rest) = blocks.split_at_mut(index);
        let (before, block) = (&before[index - 1], &mut rest[0]);
        if before.kind != block.kind {
            continue;
        }
        match block.kind {
            Kind::Bullets if before.text.starts_with('-') => {
                block.text = signs(&block.text, |line| line.starts_with("- ") || line == "-", "*")
            }
            Kind::Numbers if numbered(&before.text, '.') => block.text = parentheses(&block.text),
            _ => {}
        }
    }
}

fn signs(text: &str, is_item: impl Fn(&str) -> bool, sign: &str) -> String {
    let line = |line: &str| if is_item(line) { [sign, &line[1..]].concat() } else { line.to_owned() };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

fn numbered(line: &str, sign: char) -> bool {
    line.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(sign)
        && line.starts_with(|c: char| c.is_ascii_digit())
}

fn parentheses(text: &str) -> String {
    let line = |line: &str| if numbered(line, '.') { line.replacen('.', ")", 1) } else { line.to_owned() };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

fn is_id(id: &str) -> bool {
    !id.is_empty() && id.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
}

/// The address of a picture that a style puts behind an element.
fn background(style: &str) -> Option<String> {
    let (_, rest) = style.split_once("background-image").or_else(|| style.split_once("background:"))?;
    let (_, rest) = rest.split_once("url(")?;
    let (address, _) = rest.split_once(')')?;
    let address = address.trim().trim_matches(['"', '\'']);
    (!address.is_empty() && !address.starts_with("data:")).then(|| address.to_owned())
}
