//! The nodes of a document, with their places.

use std::ops::Range;

/// Where a node is in a document.
#[derive(Clone, Debug, Default)]
pub(super) struct Place {
    /// Its line, from 1.
    pub(super) line: usize,
    /// Its bytes. Of a list or a table, only its beginning.
    pub(super) span: Range<usize>,
}

#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) kind: Kind,
    /// Where its words are.
    pub(super) defined: Place,
    /// Where it is meant: at an alias, if it comes from one.
    pub(super) referenced: Place,
}

#[derive(Clone, Debug)]
pub(super) enum Kind {
    Nothing,
    Flag(bool),
    Number(String),
    Text(String),
    List(Vec<Node>),
    Table(Vec<Pair>),
}

#[derive(Clone, Debug)]
pub(super) struct Pair {
    pub(super) key: String,
    pub(super) key_at: Place,
    pub(super) value: Node,
}

impl Node {
    pub(super) fn new(kind: Kind, at: Place) -> Self {
        Self { kind, defined: at.clone(), referenced: at }
    }

    /// Gives it, and all in it, the place of an alias.
    pub(super) fn refer(&mut self, place: &Place) {
        self.referenced = place.clone();
        match &mut self.kind {
            Kind::List(items) => items.iter_mut().for_each(|item| item.refer(place)),
            Kind::Table(pairs) => {
                for pair in pairs {
                    pair.key_at = place.clone();
                    pair.value.refer(place);
                }
            }
            Kind::Nothing | Kind::Flag(_) | Kind::Number(_) | Kind::Text(_) => {}
        }
    }

    /// Whether it comes from no alias.
    pub(super) fn is_direct(&self) -> bool {
        self.referenced.span == self.defined.span
    }

    /// How many lists and tables are in one another.
    pub(super) fn height(&self) -> usize {
        match &self.kind {
            Kind::List(items) => 1 + items.iter().map(Self::height).max().unwrap_or_default(),
            Kind::Table(pairs) => 1 + pairs.iter().map(|pair| pair.value.height()).max().unwrap_or_default(),
            Kind::Nothing | Kind::Flag(_) | Kind::Number(_) | Kind::Text(_) => 0,
        }
    }
}
