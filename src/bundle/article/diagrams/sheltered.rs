//! Takes drawings past the sanitiser of a text, which removes every SVG: those of authors may run scripts.

use crate::bundle::key::Key;

/// What an element with an id has in its tag. A footnote that has it is shown once, and no second time in the margin: so
/// what stands for such elements has it, too.
pub(crate) const ID: &str = " id=\"";
/// What begins and ends a drawing.
const SVG: (&str, &str) = ("<svg", "</svg>");

/// The drawings of a text, each with what stands for it meanwhile.
pub(crate) struct Sheltered(Vec<(String, String)>);

/// Takes the drawings out of the code of a text. What stands for them has the hash of the text, which no text has in it.
pub(crate) fn shelter(code: &[String], body: &str) -> (Vec<String>, Sheltered) {
    let key = Key::new("diagrams", &[body.as_bytes()]);
    let mut sheltered = Vec::new();
    let take = |html: &String| {
        let drawing = html.starts_with("<figure").then(|| Some((html.find(SVG.0)?, html.rfind(SVG.1)? + SVG.1.len())));
        let Some((start, end)) = drawing.flatten() else { return html.clone() };
        let id = if html[start..end].contains(ID) { ID } else { "" };
        let stand_in = format!("{}-{}-{id};", key.name(), sheltered.len());
        let without = [&html[..start], &stand_in, &html[end..]].concat();
        sheltered.push((stand_in, html[start..end].to_owned()));
        without
    };
    let code = code.iter().map(take).collect();
    (code, Sheltered(sheltered))
}

impl Sheltered {
    /// Puts the drawings back.
    pub(crate) fn restore(&self, html: String) -> String {
        self.0.iter().fold(html, |html, (stand_in, svg)| html.replace(stand_in, svg))
    }
}
