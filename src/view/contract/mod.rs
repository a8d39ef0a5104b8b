//! The names that the program shares with the scripts and the style of its pages. These have to spell them, and
//! `tests/site/bundle/contract.rs` compares. The functions that the program calls are declared in
//! `app/features/search/engine.rs`, the settings in `view/settings.rs`.

/// Declares names and their list, so that the list is complete.
macro_rules! names {
    ($(#[$list_doc:meta])* $list:ident: $($(#[$doc:meta])* $name:ident = $value:literal;)*) => {
        $($(#[$doc])* pub const $name: &str = $value;)*

        $(#[$list_doc])*
        pub const $list: &[&str] = &[$($name),*];
    };
}

pub(super) mod action;
pub mod attributes;
pub mod files;
pub mod ids;
pub mod storage;

/// The event by which the script of the local server tells that the site has changed. A page that draws the change
/// itself prevents the default, which is to load the page anew.
pub const SITE_CHANGED: &str = "site:changed";
