//! Programs that builds and tests need: the wasm32 target, Trunk, wasm-bindgen, browsers, npm packages. Native only.

pub(crate) mod browser;
mod checksum_table;
pub(crate) mod editor;
mod editor_files;
pub(crate) mod entity_table;
pub(crate) mod glue;
pub(crate) mod imports;
mod inputs;
pub(crate) mod npm;
pub(crate) mod plain_shell;
pub(crate) mod shell;
pub(crate) mod shrink;
pub(crate) mod split;
pub(crate) mod system;
pub(crate) mod tools;
pub(crate) mod trunk;
