//! Reads the events of the parser. Its nodes are read in `values` and `table`.

use std::collections::BTreeMap;

use granit_parser::{Event, Parser, Span, StrInput};

use super::limits::{DEPTH, Weight};
use super::mistake::{Mistake, Reason};
use super::node::{Kind, Node, Pair, Place};

/// The entries of a document.
pub(super) fn read(text: &str) -> Result<Vec<Pair>, Mistake> {
    let mut options = granit_parser::Options::default();
    options.set_emit_comments(false);
    let parser = Parser::new_from_str_with_options(text, options);
    let mut reader = Reader { parser, anchors: BTreeMap::new(), open: Vec::new(), weight: Weight::default(), depth: 0 };
    let Some((event, at)) = reader.next()? else { return Ok(Vec::new()) };
    if !matches!(event, Event::MappingStart(..)) {
        return Err(Mistake::new(&at, "expected mapping start"));
    }
    let pairs = match reader.value(event, at)?.kind {
        Kind::Table(pairs) => pairs,
        _ => Vec::new(),
    };
    match reader.next()? {
        Some((_, at)) => Err(Mistake::new(&at, "only single YAML document expected but multiple found")),
        None => Ok(pairs),
    }
}

/// A node that aliases refer to.
pub(super) struct Anchored {
    pub(super) node: Node,
    pub(super) weight: Weight,
}

pub(super) struct Reader<'t> {
    parser: Parser<'t, StrInput<'t>>,
    pub(super) anchors: BTreeMap<usize, Anchored>,
    /// The anchors of the lists and tables that are being read.
    pub(super) open: Vec<usize>,
    pub(super) weight: Weight,
    pub(super) depth: usize,
}

impl<'t> Reader<'t> {
    /// The next event of a node. `None` at the end.
    fn next(&mut self) -> Result<Option<(Event<'t>, Place)>, Mistake> {
        while let Some(next) = self.parser.next_event() {
            let (event, span) = next.map_err(|error| Mistake::of_parser(&error))?;
            match event {
                Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
                Event::DocumentStart(..) => self.anchors.clear(),
                event => return Ok(Some((event, place(&span)))),
            }
        }
        Ok(None)
    }

    /// The next event within a list or a table.
    pub(super) fn inner(&mut self, at: &Place) -> Result<(Event<'t>, Place), Mistake> {
        self.next()?.ok_or_else(|| Mistake::new(at, "unexpected end of file"))
    }

    /// Counts a node with some words.
    pub(super) fn count(&mut self, at: &Place, bytes: usize) -> Result<(), Mistake> {
        self.weight.add(Weight { nodes: 1, bytes, merges: 0 });
        self.check(at, self.depth)
    }

    pub(super) fn check(&self, at: &Place, depth: usize) -> Result<(), Mistake> {
        if depth > DEPTH || self.weight.is_too_much() {
            return Err(Mistake { line: at.line, reason: Reason::TooDeep });
        }
        Ok(())
    }
}

fn place(span: &Span) -> Place {
    let bytes = span.start.byte_offset().zip(span.end.byte_offset());
    Place { line: span.start.line(), span: bytes.map_or(0..0, |(start, end)| start..end.max(start)) }
}
