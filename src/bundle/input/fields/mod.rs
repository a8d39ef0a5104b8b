//! Keys of TOML, YAML and JSON as typed values, each with its location.

mod calendar_day;
mod clock;
pub(crate) mod date;
pub(crate) mod date_remedy;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod from_json;
pub(crate) mod from_toml;
pub(crate) mod from_yaml;
pub(crate) mod reader;
pub(crate) mod syntax;
pub(crate) mod unknown_keys;
pub(crate) mod value;
