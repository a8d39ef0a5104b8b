//! The style of a drawing: which declarations apply to which of its elements.

use std::collections::BTreeMap;

use roxmltree::Node;
use simplecss::{DeclarationTokenizer, StyleSheet};

use super::element::Styled;

/// The properties that have an attribute of the same name, and that a drawing may have.
pub(super) const PROPERTIES: [&str; 19] = [
    "display",
    "dominant-baseline",
    "fill",
    "fill-opacity",
    "font-size",
    "font-style",
    "font-weight",
    "marker-end",
    "marker-start",
    "opacity",
    "stroke",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-opacity",
    "stroke-width",
    "text-anchor",
    "text-decoration",
    "visibility",
];

/// A value, and whether only what is important goes over it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Declared<'a> {
    pub(super) value: &'a str,
    pub(super) is_important: bool,
}

/// A style sheet.
pub(super) struct Sheet<'a>(StyleSheet<'a>);

impl<'a> Sheet<'a> {
    pub(super) fn parse(css: &'a str) -> Self {
        Self(StyleSheet::parse(css))
    }

    /// The properties of an element: its attributes, over which go the rules, over which goes its `style`. What is
    /// important goes over what is not.
    pub(super) fn of<'b>(&'b self, node: Node<'b, 'b>) -> BTreeMap<&'b str, Declared<'b>>
    where
        'a: 'b,
    {
        let mut all = BTreeMap::new();
        let mut declare = |name: &'b str, value: &'b str, is_important: bool| {
            let Some(name) = PROPERTIES.iter().find(|known| **known == name) else { return };
            let over = all.get(name).is_some_and(|known: &Declared<'_>| known.is_important && !is_important);
            if !over {
                all.insert(*name, Declared { value: value.trim(), is_important });
            }
        };
        for attribute in node.attributes() {
            declare(attribute.name(), attribute.value(), false);
        }
        // The rules are in the order of their specificity.
        for rule in self.0.rules.iter().filter(|rule| rule.selector.matches(&Styled(node))) {
            for declaration in &rule.declarations {
                declare(declaration.name, declaration.value, declaration.important);
            }
        }
        for declaration in node.attribute("style").into_iter().flat_map(DeclarationTokenizer::from) {
            declare(declaration.name, declaration.value, declaration.important);
        }
        all
    }
}
