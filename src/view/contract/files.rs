//! Files that pages load by their names. The bundler writes them.

/// The data of a page, in the folder that is its address.
pub const PAGE_DATA: &str = "index.json";

/// What the editor knows of the site.
pub const WRITE_SITE: &str = "write/site.json";

/// The folder of the grammars that the editor highlights code with.
pub const WRITE_GRAMMARS: &str = "write/grammars/";

/// The script that the program imports, in the folder [`SEARCH`](crate::content::SEARCH).
pub const SEARCH_SCRIPT: &str = "start.js";

/// The script of the search engine, in the folder of each language.
pub const SEARCH_ENGINE: &str = "pagefind.js";

/// The engine itself, beside its script.
pub const SEARCH_WASM: &str = "wasm.search.pagefind";
