//! Reads values: scalars, lists, and what aliases refer to.

use granit_parser::{Event, ScalarStyle, Tag};

use super::document::{Anchored, Reader};
use super::mistake::Mistake;
use super::node::{Kind, Node, Place};
use super::scalar::{self, Type};

impl<'t> Reader<'t> {
    /// The value that begins with an event.
    pub(super) fn value(&mut self, event: Event<'t>, at: Place) -> Result<Node, Mistake> {
        self.node(event, at, scalar::value)
    }

    /// The node that begins with an event, whose words are read by `scalar`.
    pub(super) fn node(
        &mut self,
        event: Event<'t>,
        at: Place,
        scalar: fn(&str, bool, Type) -> Result<Kind, String>,
    ) -> Result<Node, Mistake> {
        let before = self.weight;
        let (kind, anchor) = match event {
            Event::Scalar(words, style, anchor, tag) => {
                self.count(&at, words.len())?;
                let tag = self.tag(tag.as_deref(), &at, |tag| !matches!(tag, Type::List | Type::Table))?;
                let kind = scalar(&words, style == ScalarStyle::Plain, tag);
                (kind.map_err(|message| Mistake::new(&at, message))?, anchor)
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.tag(tag.as_deref(), &at, |tag| matches!(tag, Type::Any | Type::List))?;
                (self.within(anchor, &at, Self::list)?, anchor)
            }
            Event::MappingStart(_, anchor, tag) => {
                self.tag(tag.as_deref(), &at, |tag| matches!(tag, Type::Any | Type::Table))?;
                (self.within(anchor, &at, Self::table)?, anchor)
            }
            Event::Alias(anchor) => return self.alias(anchor, &at),
            _ => return Err(Mistake::new(&at, "list or mapping end with no start")),
        };
        let node = Node::new(kind, at);
        if anchor != 0 {
            let weight = self.weight.since(before);
            self.anchors.insert(anchor, Anchored { node: node.clone(), weight });
        }
        Ok(node)
    }

    /// The type by the tag of a node, if it may have it.
    fn tag(&self, tag: Option<&Tag>, at: &Place, may: impl Fn(Type) -> bool) -> Result<Type, Mistake> {
        let Some(tag) = tag else { return Ok(Type::Any) };
        let name = tag.suffix_in_namespace("tag:yaml.org,2002:");
        let typed = match name {
            Some(name) => Type::named(&name),
            // `!` alone.
            None if tag.suffix().is_empty() || tag.suffix() == "!" => Type::Text,
            None => Type::named(tag.suffix()),
        };
        if may(typed) {
            return Ok(typed);
        }
        Err(Mistake::new(at, format!("unsupported tag `{}`", tag.original())))
    }

    /// Reads the inside of a list or a table.
    fn within(
        &mut self,
        anchor: usize,
        at: &Place,
        inside: fn(&mut Self, &Place) -> Result<Kind, Mistake>,
    ) -> Result<Kind, Mistake> {
        self.count(at, 0)?;
        self.depth += 1;
        self.check(at, self.depth)?;
        self.open.push(anchor);
        let kind = inside(self, at)?;
        self.open.pop();
        self.depth -= 1;
        Ok(kind)
    }

    fn list(&mut self, at: &Place) -> Result<Kind, Mistake> {
        let mut items = Vec::new();
        loop {
            let (event, at) = self.inner(at)?;
            if event == Event::SequenceEnd {
                return Ok(Kind::List(items));
            }
            items.push(self.value(event, at)?);
        }
    }

    /// The node that an alias refers to.
    fn alias(&mut self, anchor: usize, at: &Place) -> Result<Node, Mistake> {
        if self.open.contains(&anchor) {
            return Err(Mistake::new(at, "Recursive reference not allowed here"));
        }
        let Some(anchored) = self.anchors.get(&anchor) else {
            return Err(Mistake::new(at, "reference to unknown value"));
        };
        self.weight.add(anchored.weight);
        self.check(at, self.depth + anchored.node.height())?;
        let mut node = anchored.node.clone();
        node.refer(at);
        Ok(node)
    }
}
