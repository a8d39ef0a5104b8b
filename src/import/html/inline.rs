//! Turns what is in a line of text into tokens.

use super::convert::Convert;
use super::sink::Content;
use super::{embeds, raw};
use crate::markdown::compose::{Mark, Token};

/// The marks around a node.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Within {
    emphasis: bool,
    strong: bool,
    deleted: bool,
    link: bool,
    code: bool,
}

impl Convert<'_> {
    /// The tokens of nodes beside each other.
    pub(super) fn inlines(&mut self, nodes: &[usize]) -> Vec<Token> {
        let mut out = Vec::new();
        nodes.iter().for_each(|node| self.inline(*node, Within::default(), &mut out));
        out
    }

    fn inside(&mut self, id: usize, within: Within, out: &mut Vec<Token>) {
        let tree = self.tree;
        tree.children(id).iter().for_each(|child| self.inline(*child, within, out));
    }

    fn marked(&mut self, id: usize, mark: Mark, within: Within, out: &mut Vec<Token>) {
        out.push(Token::Open(mark.clone()));
        self.inside(id, within, out);
        out.push(Token::Close(mark));
    }

    fn inline(&mut self, id: usize, within: Within, out: &mut Vec<Token>) {
        let tree = self.tree;
        let name = match &tree.node(id).content {
            Content::Text(text) => return self.text(text, within, out),
            Content::Comment(comment) => return self.comment(id, comment, out),
            Content::Root => "",
            Content::Element { name, .. } => name,
        };
        self.anchor(id, name, out);
        match name {
            "img" => out.extend(self.image(id)),
            "br" => out.push(Token::Break),
            "a" if self.leads_back(id) => {}
            // The link before it leads to the file, too.
            "a" if tree.has_class(id, "wp-block-file__button") => {}
            "math" => self.formula(id, within, out),
            "a" => {
                // A button beside a link has a box around it, and no space before it.
                let button = tree.classes(id).any(|class| class.contains("button"));
                if button && matches!(out.last(), Some(Token::Close(Mark::Link(..)))) {
                    out.push(Token::Text(" ".to_owned()));
                }
                self.link(id, within, out);
            }
            "code" | "tt" | "samp" => self.inside(id, Within { code: true, ..within }, out),
            "q" => {
                out.push(Token::Text("“".to_owned()));
                self.inside(id, within, out);
                out.push(Token::Text("”".to_owned()));
            }
            "sup" if self.note(id, out) => {}
            "kbd" | "sup" | "sub" | "mark" | "small" | "u" | "ins" | "abbr" | "acronym" => {
                self.marked(id, element(tree.attribute(id, "title"), name), within, out);
            }
            "input" if tree.attribute(id, "type") == Some("checkbox") => {}
            "iframe" | "script" | "video" | "audio" | "embed" | "object" => {
                let link = embeds::embed(self, id);
                out.extend(link.into_iter().flatten());
            }
            "ruby" | "rt" | "rp" | "bdo" => {
                self.notes.translated(super::KEPT_AS_HTML);
                out.push(Token::Html(raw::opening(name, tree.attributes(id))));
                self.inside(id, within, out);
                out.push(Token::Html(["</", name, ">"].concat()));
            }
            "style" | "svg" | "canvas" | "select" | "textarea" | "form" | "input" => self.left_out(id, name),
            name if super::elements::is_hidden(name) => {}
            _ => match self.style(id, name, within) {
                Some((mark, within)) => self.marked(id, mark, within, out),
                None => {
                    let apart = super::elements::is_block(name);
                    out.extend(apart.then(|| Token::Text(" ".to_owned())));
                    self.inside(id, within, out);
                    out.extend(apart.then(|| Token::Text(" ".to_owned())));
                }
            },
        }
    }

    /// A formula in MathML, by the LaTeX that is in it.
    fn formula(&mut self, id: usize, within: Within, out: &mut Vec<Token>) {
        let tree = self.tree;
        let is_latex = |node: &usize| tree.attribute(*node, "encoding") == Some("application/x-tex");
        let latex = tree.descendants(id).find(is_latex).map(|node| tree.words(node)).filter(|latex| !latex.is_empty());
        match latex {
            Some(latex) => {
                self.notes.translated("formula in MathML → LaTeX");
                out.push(Token::Formula(latex));
            }
            None => {
                let line = tree.node(id).line;
                self.notes.open(line, "the signs of a formula are kept as text", "write it in LaTeX: $x^2$");
                self.inside(id, within, out);
            }
        }
    }

    /// The mark of an element that is shown in another style, unless it is within the same.
    fn style(&self, id: usize, name: &str, within: Within) -> Option<(Mark, Within)> {
        let css = self.tree.attribute(id, "style").unwrap_or_default().replace(' ', "").to_ascii_lowercase();
        let says = |rule: &str| name == "span" && css.contains(rule);
        let strong = matches!(name, "b" | "strong") || says("font-weight:bold") || says("font-weight:700");
        let emphasis = matches!(name, "em" | "i" | "cite" | "var" | "dfn") || says("font-style:italic");
        let deleted = matches!(name, "s" | "strike" | "del") || says("text-decoration:line-through");
        if strong && !within.strong {
            Some((Mark::Strong, Within { strong: true, ..within }))
        } else if emphasis && !within.emphasis {
            Some((Mark::Emphasis, Within { emphasis: true, ..within }))
        } else if deleted && !within.deleted {
            Some((Mark::Deleted, Within { deleted: true, ..within }))
        } else {
            None
        }
    }

    fn text(&self, text: &str, within: Within, out: &mut Vec<Token>) {
        if within.code {
            let code = text.replace("\r\n", " ").replace(['\n', '\r'], " ");
            match out.last_mut() {
                _ if code.trim().is_empty() => out.push(Token::Text(code)),
                Some(Token::Code(last)) => last.push_str(&code),
                _ => out.push(Token::Code(code)),
            }
        } else if self.classic && text.contains('\n') {
            classic(text, out);
        } else {
            formulas(text, out);
        }
    }

    /// A link. One without words is dropped, one within another is text.
    fn link(&mut self, id: usize, within: Within, out: &mut Vec<Token>) {
        match self.address(id).filter(|_| !within.link) {
            Some(mark) => self.marked(id, mark, Within { link: true, ..within }, out),
            None => self.inside(id, within, out),
        }
    }

    /// The mark of a link.
    pub(super) fn address(&mut self, id: usize) -> Option<Mark> {
        let href = self.tree.attribute(id, "href")?.to_owned();
        if href.trim_start().to_ascii_lowercase().starts_with("javascript:") {
            let line = self.tree.node(id).line;
            self.notes.open(line, "a link runs a script; its words are kept", "link to a page, or delete the link");
            return None;
        }
        let title = self.tree.attribute(id, "title").unwrap_or_default();
        let title = if title == self.tree.words(id) { "" } else { title };
        Some(Mark::Link(href, title.to_owned()))
    }

    /// An id that the text links to is kept, where Markdown has none.
    fn anchor(&mut self, id: usize, name: &str, out: &mut Vec<Token>) {
        let tree = self.tree;
        let own = tree.attribute(id, "id").or_else(|| tree.attribute(id, "name").filter(|_| name == "a"));
        if let Some(own) = own.filter(|own| self.linked.remove(*own)) {
            self.notes.translated(super::KEPT_AS_HTML);
            let tag = format!("<a id=\"{}\">", raw::escaped(own));
            out.extend([Token::Html(tag), Token::Html("</a>".to_owned())]);
        }
    }

    /// A picture. Plugins that load pictures late put the address elsewhere; a smiley is its sign.
    pub(super) fn image(&self, id: usize) -> Option<Token> {
        let tree = self.tree;
        let alt = tree.attribute(id, "alt").unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        if tree.has_class(id, "wp-smiley") || tree.has_class(id, "emoji") {
            return Some(Token::Text(alt));
        }
        let late = ["data-src", "data-lazy-src", "data-original"].into_iter().find_map(|key| tree.attribute(id, key));
        let src = tree.attribute(id, "src").filter(|src| !src.is_empty() && !src.starts_with("data:"));
        let src = src.or(late).or_else(|| tree.attribute(id, "src")).filter(|src| !src.is_empty())?;
        let title = tree.attribute(id, "title").unwrap_or_default();
        let title = if title == alt { "" } else { title };
        Some(Token::Image { alt, src: src.to_owned(), title: title.to_owned() })
    }
}

/// An element that every post may have, as HTML around Markdown.
fn element(title: Option<&str>, name: &str) -> Mark {
    let (name, close) = match name {
        "ins" | "u" => ("u", "</u>"),
        "acronym" | "abbr" => ("abbr", "</abbr>"),
        "kbd" => ("kbd", "</kbd>"),
        "sup" => ("sup", "</sup>"),
        "sub" => ("sub", "</sub>"),
        "mark" => ("mark", "</mark>"),
        _ => ("small", "</small>"),
    };
    let title = title.filter(|title| !title.is_empty());
    let title = title.map(|title| format!(" title=\"{}\"", raw::escaped(title))).unwrap_or_default();
    Mark::Element(format!("<{name}{title}>"), close)
}

/// Text of WordPress's classic editor: an empty line ends a paragraph, and a line end breaks the line.
fn classic(text: &str, out: &mut Vec<Token>) {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut lines = 0;
    for (index, line) in text.split('\n').enumerate() {
        lines += usize::from(index > 0);
        if line.trim_matches([' ', '\t']).is_empty() {
            out.extend((!line.is_empty()).then(|| Token::Text(" ".to_owned())));
            continue;
        }
        line_end(lines, out);
        lines = 0;
        formulas(line, out);
    }
    line_end(lines, out);
}

fn line_end(lines: usize, out: &mut Vec<Token>) {
    match lines {
        0 => {}
        // A `<br>` at the end of a line breaks it once.
        1 if matches!(out.last(), Some(Token::Break)) => {}
        1 => out.push(Token::Break),
        _ => out.push(Token::Paragraph),
    }
}

/// Text with formulas as WordPress.com has them: `$latex x^2$`.
fn formulas(text: &str, out: &mut Vec<Token>) {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("$latex ") {
        let Some((formula, after)) = after.split_once('$') else { break };
        out.push(Token::Text(before.to_owned()));
        out.push(Token::Formula(formula.trim().to_owned()));
        rest = after;
    }
    out.push(Token::Text(rest.to_owned()));
}
