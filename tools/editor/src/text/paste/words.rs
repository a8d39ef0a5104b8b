//! The words that a reader sees, of HTML and of Markdown, to compare them.

use personal_page::content::Dialect;
use personal_page::markdown::events;
use pulldown_cmark::{Event, Tag, TagEnd};

use super::rules::is_hidden;
use super::tree::{Node, Tree};

/// The characters of a tree that are shown, without spaces. Formulas are compared by nothing: they change their language.
pub(super) fn of_tree(tree: &Tree) -> String {
    let mut words = String::new();
    let mut next = vec![(tree.root(), false)];
    while let Some((id, is_end)) = next.pop() {
        let quoted = tree.name(id) == "q";
        match tree.node(id) {
            _ if is_end => words.push('”'),
            Node::Text(text) => words.extend(text.chars().filter(|c| is_shown(*c))),
            Node::Element(_) if is_hidden(tree, id) || formula(tree, id).is_some() => {}
            Node::Element(element) => {
                if quoted {
                    words.push('“');
                    next.push((id, true));
                }
                next.extend(element.children.iter().rev().map(|id| (*id, false)));
            }
        }
    }
    words
}

/// Those of some Markdown.
pub(super) fn of_markdown(markdown: &str) -> String {
    let mut words = String::new();
    let mut in_image = 0_usize;
    for (event, _) in events(markdown, Dialect { smart_punctuation: false, math: true }) {
        match event {
            Event::Start(Tag::Image { .. }) => in_image += 1,
            Event::End(TagEnd::Image) => in_image -= 1,
            Event::Text(text) | Event::Code(text) if in_image == 0 => {
                words.extend(text.chars().filter(|c| is_shown(*c)))
            }
            // The only HTML that is written is a break.
            Event::InlineHtml(html) if &*html != "<br>" => words.push_str(&html),
            Event::Html(html) => words.push_str(&html),
            _ => {}
        }
    }
    words
}

fn is_shown(c: char) -> bool {
    !c.is_whitespace() && !matches!(c, '\u{200b}' | '\u{feff}' | '\0')
}

/// The LaTeX of a formula: MathML has it, and with it KaTeX.
pub(super) fn formula(tree: &Tree, id: usize) -> Option<String> {
    if tree.name(id) != "math" && !tree.classes(id).any(|class| class == "katex") {
        return None;
    }
    let is_latex = |id: &usize| tree.attribute(*id, "encoding") == Some("application/x-tex");
    let latex = tree.descendants(id).into_iter().find(is_latex)?;
    let texts = tree.descendants(latex).into_iter().filter_map(|id| match tree.node(id) {
        Node::Text(text) => Some(text.trim().to_owned()),
        Node::Element(_) => None,
    });
    Some(texts.collect::<String>()).filter(|latex| !latex.is_empty() && !latex.contains(['$', '\n']))
}
