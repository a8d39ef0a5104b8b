//! The cards of Ghost's editor, and WordPress's groups of pictures and buttons.

use super::blocks::folded;
use super::convert::Convert;
use crate::markdown::compose::{Block, Mark, Token, joined, paragraphs, prefixed};

/// The sign of a callout, and the alert that it is.
const ALERTS: [(&str, &[&str]); 4] = [
    ("TIP", &["💡", "✅", "👉", "🎉", "⭐"]),
    ("IMPORTANT", &["❗", "‼", "📢", "🔑"]),
    ("WARNING", &["⚠", "🚧"]),
    ("CAUTION", &["🛑", "🚨", "❌", "⛔", "🔥"]),
];

impl Convert<'_> {
    /// The blocks of a card; `None` if an element is none.
    pub(super) fn card(&mut self, id: usize, marks: &[Mark]) -> Option<Vec<Block>> {
        let class = self.tree.classes(id).find(|class| class.starts_with("kg-"))?;
        let kinds: Vec<&str> = self.tree.classes(id).chain([class]).collect();
        let is = |kind: &str| kinds.contains(&kind);
        let (name, blocks) = if is("kg-bookmark-card") {
            ("bookmark card → link", self.bookmark(id)?)
        } else if is("kg-callout-card") {
            ("callout card → alert", self.callout(id)?)
        } else if is("kg-toggle-card") {
            ("toggle card → <details>", self.toggle(id)?)
        } else if is("kg-file-card") || is("kg-button-card") {
            ("file or button card → link", self.linked(id)?)
        } else if is("kg-audio-card") || is("kg-video-card") {
            ("audio or video card → its file", self.film(id, marks)?)
        } else {
            return None;
        };
        self.notes.translated(name);
        Some(blocks)
    }

    fn link_to(&mut self, id: usize, label: String) -> Vec<Token> {
        let mark = self.address(id);
        let open = mark.clone().map(Token::Open);
        open.into_iter().chain([Token::Text(label)]).chain(mark.map(Token::Close)).collect()
    }

    /// A link to a page with its title, its description below, and the caption.
    fn bookmark(&mut self, id: usize) -> Option<Vec<Block>> {
        let tree = self.tree;
        let link = tree.find(id, "a")?;
        let words =
            |class: &str| tree.find_class(id, class).map(|part| tree.words(part)).filter(|words| !words.is_empty());
        let title =
            words("kg-bookmark-title").unwrap_or_else(|| tree.attribute(link, "href").unwrap_or_default().to_owned());
        let mut tokens = self.link_to(link, title);
        let facts = [words("kg-bookmark-author"), words("kg-bookmark-publisher")];
        let from = facts.into_iter().flatten().collect::<Vec<_>>().join(", ");
        for line in words("kg-bookmark-description").into_iter().chain(Some(from).filter(|from| !from.is_empty())) {
            tokens.extend([Token::Break, Token::Text(line)]);
        }
        let mut blocks = paragraphs(tokens, &[]);
        if let Some(caption) = tree.find(id, "figcaption") {
            blocks.extend(self.flow(tree.children(caption), &[]));
        }
        Some(vec![Block::other(prefixed(&joined(&blocks), "> ", "> "))])
    }

    fn callout(&mut self, id: usize) -> Option<Vec<Block>> {
        let tree = self.tree;
        let text = tree.find_class(id, "kg-callout-text")?;
        let sign = tree.find_class(id, "kg-callout-emoji").map(|sign| tree.words(sign)).unwrap_or_default();
        let known = ALERTS.iter().find(|(_, signs)| signs.iter().any(|one| sign.starts_with(one)));
        let mut blocks = self.flow(tree.children(text), &[]);
        if known.is_none() && !sign.is_empty() && !sign.starts_with('ℹ') {
            match blocks.first_mut() {
                Some(first) => first.text.insert_str(0, &(sign + " ")),
                None => blocks.push(Block::other(sign)),
            }
        }
        let kind = known.map_or("NOTE", |(kind, _)| kind);
        Some(vec![Block::other(format!("> [!{kind}]\n{}", prefixed(&joined(&blocks), "> ", "> ")))])
    }

    fn toggle(&mut self, id: usize) -> Option<Vec<Block>> {
        let tree = self.tree;
        let title = tree.find_class(id, "kg-toggle-heading-text")?;
        let title = self.inlines(tree.children(title));
        let content = tree.find_class(id, "kg-toggle-content");
        let content = content.map(|content| self.flow(tree.children(content), &[])).unwrap_or_default();
        Some(vec![Block::other(folded("<details>", title, &joined(&content)))])
    }

    fn linked(&mut self, id: usize) -> Option<Vec<Block>> {
        let tree = self.tree;
        let link = tree.find(id, "a")?;
        let words =
            |class: &str| tree.find_class(id, class).map(|part| tree.words(part)).filter(|words| !words.is_empty());
        let title = words("kg-file-card-title").unwrap_or_else(|| tree.words(link));
        let mut tokens = self.link_to(link, title);
        for line in words("kg-file-card-caption").into_iter().chain(words("kg-file-card-metadata")) {
            tokens.extend([Token::Break, Token::Text(line)]);
        }
        Some(paragraphs(tokens, &[]))
    }

    /// The file with its title and caption, without the buttons of the player.
    fn film(&mut self, id: usize, marks: &[Mark]) -> Option<Vec<Block>> {
        let tree = self.tree;
        let file = tree.find(id, "video").or_else(|| tree.find(id, "audio"))?;
        let mut blocks = Vec::new();
        if let Some(title) = tree.find_class(id, "kg-audio-title") {
            blocks.extend(self.flow(tree.children(title), &[Mark::Strong]));
        }
        blocks.extend(self.flow(&[file], marks));
        if let Some(caption) = tree.find(id, "figcaption") {
            let caption = self.flow(tree.children(caption), &[]);
            return Some(vec![super::figures::framed(&blocks, &caption)]);
        }
        Some(blocks)
    }
}
