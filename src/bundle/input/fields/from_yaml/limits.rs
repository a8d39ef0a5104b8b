//! What a document may hold when all its aliases are followed.

/// The maximum depth of lists and tables.
pub(super) const DEPTH: usize = 64;
const NODES: usize = 250_000;
const BYTES: usize = 64 << 20;
const MERGES: usize = 10_000;

/// What has been read: nodes, the bytes of their words, and the keys `<<`.
#[derive(Clone, Copy, Default)]
pub(super) struct Weight {
    pub(super) nodes: usize,
    pub(super) bytes: usize,
    pub(super) merges: usize,
}

impl Weight {
    pub(super) fn add(&mut self, other: Self) {
        self.nodes += other.nodes;
        self.bytes += other.bytes;
        self.merges += other.merges;
    }

    /// What has been read since.
    pub(super) fn since(self, before: Self) -> Self {
        Self { nodes: self.nodes - before.nodes, bytes: self.bytes - before.bytes, merges: self.merges - before.merges }
    }

    pub(super) fn is_too_much(self) -> bool {
        self.nodes > NODES || self.bytes > BYTES || self.merges > MERGES
    }
}
