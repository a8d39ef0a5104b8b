//! The editor's program. Natively it does nothing.

fn main() {}
