//! The ids of the engine's own elements. No heading and no HTML of an author may have one of them.

/// Declares the ids and their list, so that the list is complete.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident = $id:literal;)*) => {
        $($(#[$doc])* pub const $name: &str = $id;)*

        /// All ids.
        pub const IDS: &[&str] = &[$($name),*];
    };
}

ids! {
    /// The element that the program hydrates.
    APP = "app";
    /// The data for hydration.
    START = "start";
    /// The template that holds the program's tags until the first paint.
    PROGRAM = "program";
    /// The element that holds the page, and gets the focus after a navigation.
    MAIN = "main";
    /// The live region that announces a new page to screen readers.
    ANNOUNCER = "announcer";
    /// The panel of settings.
    PANEL = "reading-panel";
    /// The list of pages readable offline.
    READABLE = "readable";
}
