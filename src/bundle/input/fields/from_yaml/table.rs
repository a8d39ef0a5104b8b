//! Reads tables, and merges others into them by `<<`.

use std::collections::HashSet;

use granit_parser::{Event, ScalarStyle};

use super::document::Reader;
use super::mistake::{Mistake, Reason};
use super::node::{Kind, Node, Pair, Place};
use super::scalar;

impl Reader<'_> {
    pub(super) fn table(&mut self, at: &Place) -> Result<Kind, Mistake> {
        let (mut pairs, mut merged, mut known) = (Vec::new(), Vec::new(), HashSet::new());
        loop {
            let (event, key_at) = self.inner(at)?;
            if event == Event::MappingEnd {
                break;
            }
            if matches!(&event, Event::Scalar(words, ScalarStyle::Plain, _, None) if words == "<<") {
                self.count(&key_at, "<<".len())?;
                self.weight.merges += 1;
                let (event, at) = self.inner(at)?;
                let node = self.value(event, at)?;
                merged.extend(tables(node)?);
                continue;
            }
            let key = self.node(event, key_at.clone(), scalar::key)?;
            let Kind::Text(key) = key.kind else { return Err(Mistake::new(&key.defined, "expected string scalar")) };
            if !known.insert(key.clone()) {
                return Err(Mistake { line: key_at.line, reason: Reason::Duplicate(key) });
            }
            let (event, at) = self.inner(at)?;
            pairs.push(Pair { key, key_at, value: self.value(event, at)? });
        }
        pairs.extend(merged.into_iter().filter(|pair| known.insert(pair.key.clone())));
        Ok(Kind::Table(pairs))
    }
}

/// The pairs of the table, or the tables, that a key `<<` has.
fn tables(node: Node) -> Result<Vec<Pair>, Mistake> {
    match node.kind {
        Kind::List(nodes) => Ok(nodes.into_iter().map(pairs).collect::<Result<Vec<_>, _>>()?.concat()),
        _ => pairs(node),
    }
}

/// The pairs of a table that is merged into another: as if their values were where it is meant.
fn pairs(table: Node) -> Result<Vec<Pair>, Mistake> {
    let at = table.referenced;
    match table.kind {
        Kind::Table(mut pairs) => {
            for value in pairs.iter_mut().map(|pair| &mut pair.value).filter(|value| value.is_direct()) {
                value.refer(&at);
            }
            Ok(pairs)
        }
        Kind::Nothing => Ok(Vec::new()),
        _ => Err(Mistake::new(&table.defined, "YAML merge value must be mapping or sequence of mappings")),
    }
}
