//! From a page to what a reader sees. Pure, on both sides.
