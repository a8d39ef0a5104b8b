//! A document of HTML whose parts are found by their classes, as those of Medium's export.

use super::sink::Content;
use super::tree::Tree;

/// A parsed document.
pub(crate) struct Document {
    tree: Tree,
}

impl Document {
    pub(crate) fn parse(html: &str) -> Self {
        Self { tree: Tree::parse(html) }
    }

    /// The text of the first element of a class, on one line.
    pub(crate) fn words_of(&self, class: &str) -> Option<String> {
        self.tree.find_class(0, class).map(|id| self.tree.words(id))
    }

    /// An attribute of the first element of a class.
    pub(crate) fn attribute_of(&self, class: &str, key: &str) -> Option<String> {
        let id = self.tree.find_class(0, class)?;
        self.tree.attribute(id, key).map(str::to_owned)
    }

    /// The HTML in the first element of a class, without a first heading that repeats the title.
    pub(crate) fn content_of(&self, class: &str, title: &str) -> String {
        let tree = &self.tree;
        let Some(id) = tree.find_class(0, class) else { return String::new() };
        let is_title =
            |id: &usize| matches!(tree.element(*id), Some("h1" | "h2" | "h3" | "h4")) && tree.words(*id) == title;
        let repeated = tree
            .descendants(id)
            .find(|id| tree.element(*id).is_some_and(|name| name.starts_with('h') && name.len() == 2 && name != "hr"));
        let repeated = repeated.filter(is_title);
        let mut out = String::new();
        for child in tree.children(id) {
            self.write(*child, repeated, &mut out);
        }
        out
    }

    fn write(&self, id: usize, without: Option<usize>, out: &mut String) {
        let tree = &self.tree;
        match &tree.node(id).content {
            _ if without == Some(id) => {}
            Content::Text(text) => out.push_str(&super::escaped(text)),
            Content::Element { name, attributes } => {
                out.push_str(&["<", name].concat());
                for (key, value) in attributes {
                    out.push_str(&format!(" {key}=\"{}\"", super::escaped(value)));
                }
                out.push('>');
                tree.children(id).iter().for_each(|child| self.write(*child, without, out));
                if !super::elements::is_void(name) {
                    out.push_str(&["</", name, ">"].concat());
                }
            }
            Content::Root | Content::Comment(_) => {}
        }
    }
}
