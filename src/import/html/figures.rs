//! Figures: a picture, code or something else, with a caption.

use super::code::{fenced, language};
use super::convert::Convert;
use super::raw;
use crate::markdown::compose::{Block, Mark, Token, joined, paragraphs, tidy};

impl Convert<'_> {
    pub(super) fn figure(&mut self, id: usize, marks: &[Mark]) -> Vec<Block> {
        let tree = self.tree;
        let (captions, content): (Vec<usize>, Vec<usize>) =
            tree.children(id).iter().partition(|child| tree.is(**child, "figcaption"));
        let caption = captions.first().copied().filter(|caption| !tree.words(*caption).is_empty());
        let Some(caption) = caption else { return self.flow(&content, marks) };
        let plain = self.plain(caption);
        let content: Vec<usize> = content.into_iter().filter(|node| !tree.is_blank(*node)).collect();
        if let ([only], Some(plain)) = (content.as_slice(), &plain)
            && let Some(found) = self.captioned(*only, plain)
        {
            return vec![found];
        }
        let content = self.figure_content(&content, marks);
        let caption = self.flow(tree.children(caption), &[]);
        if content.is_empty() { caption } else { vec![framed(&content, &caption)] }
    }

    /// The content of a figure. The title of a picture would be a second caption in Markdown: such a picture is HTML.
    fn figure_content(&mut self, nodes: &[usize], marks: &[Mark]) -> Vec<Block> {
        let tree = self.tree;
        if let [only] = nodes
            && tree.is(*only, "img")
            && let Some(Token::Image { alt, src, title }) = self.image(*only)
            && !title.is_empty()
        {
            let [alt, src, title] = [&alt, &src, &title].map(|value| raw::escaped(value));
            return vec![Block::other(format!("<img src=\"{src}\" alt=\"{alt}\" title=\"{title}\">"))];
        }
        self.flow(nodes, marks)
    }

    /// The words of a caption, if it is one line without marks.
    fn plain(&mut self, caption: usize) -> Option<String> {
        // Its notes are taken when it is written.
        let counted = std::mem::take(self.notes);
        let tokens = self.inlines(self.tree.children(caption));
        *self.notes = counted;
        match tidy(tokens).as_slice() {
            [line] => match line.as_slice() {
                [Token::Text(text)]
                    if !self.tree.node(caption).children.iter().any(|child| self.tree.node(*child).has_block) =>
                {
                    Some(text.clone())
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// A picture or code that can have its caption in Markdown.
    fn captioned(&mut self, id: usize, caption: &str) -> Option<Block> {
        let tree = self.tree;
        match tree.element(id)? {
            "img" => match self.image(id)? {
                Token::Image { alt, src, title } if title.is_empty() || title == caption => {
                    let token = Token::Image { alt, src, title: caption.to_owned() };
                    paragraphs(vec![token], &[]).pop().map(|block| Block::other(block.text))
                }
                _ => None,
            },
            "pre" if !caption.contains(['"', '\'', '`', '<', '&', '\\']) && tree.find(id, "a").is_none() => {
                Some(Block::other(fenced(&tree.text(id), &language(tree, id), caption)))
            }
            "div" | "p" | "picture" => {
                match tree.children(id).iter().filter(|node| !tree.is_blank(**node)).collect::<Vec<_>>().as_slice() {
                    [only] if tree.is(**only, "img") => self.captioned(**only, caption),
                    _ => None,
                }
            }
            _ => None,
        }
    }
}

/// Blocks with a caption that Markdown has no form for.
pub(super) fn framed(content: &[Block], caption: &[Block]) -> Block {
    let parts =
        ["<figure>\n\n", &joined(content), "\n\n<figcaption>\n\n", &joined(caption), "\n\n</figcaption>\n</figure>"];
    Block::other(parts.concat())
}
