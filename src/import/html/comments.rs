//! The comments that mean something to WordPress: blocks, `<!--more-->`, `<!--nextpage-->`.

use serde_json::Value;

use super::convert::Convert;
use crate::markdown::compose::{Mark, Token};

/// Blocks that show what this site has by itself, by how their names begin.
const FURNITURE: [&str; 26] = [
    "archives",
    "avatar",
    "calendar",
    "categories",
    "comment",
    "home-link",
    "latest-comments",
    "latest-posts",
    "loginout",
    "more",
    "navigation",
    "nextpage",
    "page-list",
    "pattern",
    "post-",
    "query",
    "read-more",
    "search",
    "separator",
    "site-",
    "spacer",
    "tag-cloud",
    "template-part",
    "term-",
    "footnotes",
    "social-links",
];

impl Convert<'_> {
    pub(super) fn comment(&mut self, id: usize, comment: &str, out: &mut Vec<Token>) {
        let comment = comment.trim();
        if comment == "nextpage" {
            self.notes.translated("page breaks → one page");
        } else if comment == "more" || comment.starts_with("more ") {
            self.notes.translated("<!--more--> → left out");
        } else if let Some(ended) = comment.strip_prefix("/wp:") {
            self.classic = self.classic && ended.trim() != "freeform";
        } else if let Some(block) = comment.strip_prefix("wp:") {
            self.wordpress_block(id, block, out);
        }
    }

    /// A block begins. One that ends at once has no HTML: WordPress makes it for each page.
    fn wordpress_block(&mut self, id: usize, block: &str, out: &mut Vec<Token>) {
        let (name, rest) = block.split_once(char::is_whitespace).unwrap_or((block, ""));
        self.classic = name == "freeform";
        let Some(attributes) = rest.trim().strip_suffix('/') else { return };
        let attributes: Value = serde_json::from_str(attributes.trim()).unwrap_or_default();
        let text = |key: &str| attributes.get(key).and_then(Value::as_str).filter(|text| !text.is_empty());
        let name = name.strip_prefix("core/").unwrap_or(name);
        // A fragment stands for an address that nobody has written yet.
        let address = text("url").or_else(|| text("feedURL")).filter(|url| !url.starts_with('#'));
        match (name, address) {
            ("social-link" | "navigation-link" | "navigation-submenu" | "embed" | "rss", Some(url)) => {
                self.notes.translated(&format!("block {name} → link"));
                let label = text("label").or_else(|| text("service")).unwrap_or(url).to_owned();
                let mark = Mark::Link(url.to_owned(), String::new());
                out.extend([Token::Paragraph, Token::Open(mark.clone()), Token::Text(label), Token::Close(mark)]);
                out.push(Token::Paragraph);
            }
            // A placeholder without an address shows nothing.
            ("social-link" | "navigation-link" | "embed" | "rss" | "image" | "video" | "audio" | "file", None) => {}
            ("block", _) => {
                let message = "a reusable block is not in this text of the export";
                self.notes.open(self.tree.node(id).line, message, "write its text here");
            }
            _ if FURNITURE.iter().any(|own| name.starts_with(own)) => {
                self.notes.translated("blocks that this site has by itself → left out");
            }
            _ => {
                let message = format!("the block {name} is made by WordPress, and has no text in the export");
                self.notes.open(self.tree.node(id).line, message, "write in Markdown what it showed, or leave it out");
            }
        }
    }
}
