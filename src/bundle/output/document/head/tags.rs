//! Writes the tags of a head, one a line.

use std::fmt::Write as _;

use serde_json::Value;

use crate::bundle::escape::escape;

/// The tags written so far.
pub(super) struct Tags(String);

impl Tags {
    pub(super) fn titled(title: &str) -> Self {
        Self(format!("<title>{}</title>", escape(title)))
    }

    pub(super) fn meta(&mut self, name: &str, content: &str) {
        let _ = write!(self.0, "\n<meta name=\"{name}\" content=\"{}\">", escape(content));
    }

    /// The colour of the browser's own interface, in a scheme.
    pub(super) fn theme(&mut self, scheme: &str, colour: &str) {
        let media = format!("(prefers-color-scheme: {scheme})");
        let _ = write!(self.0, "\n<meta name=\"theme-color\" media=\"{media}\" content=\"{colour}\">");
    }

    /// A property of the Open Graph.
    pub(super) fn property(&mut self, name: &str, content: &str) {
        let _ = write!(self.0, "\n<meta property=\"{name}\" content=\"{}\">", escape(content));
    }

    pub(super) fn link(&mut self, rel: &str, attributes: &[(&str, &str)]) {
        let _ = write!(self.0, "\n<link rel=\"{rel}\"");
        for (name, value) in attributes {
            let _ = write!(self.0, " {name}=\"{}\"", escape(value));
        }
        self.0.push('>');
    }

    /// Structured data. `<` is escaped so that no title can end the script element.
    pub(super) fn json_ld(&mut self, data: &Value) {
        let data = data.to_string().replace('<', "\\u003c");
        let _ = write!(self.0, "\n<script type=\"application/ld+json\">{data}</script>");
    }

    pub(super) fn finish(self) -> String {
        self.0
    }
}
