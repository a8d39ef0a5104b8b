//! The ids of the page's own elements. No heading and no HTML of an author's gets one of them.

/// Declares the ids, and lists them: what is declared is in the list.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident = $id:literal;)*) => {
        $($(#[$doc])* pub const $name: &str = $id;)*

        /// All of them.
        pub const IDS: &[&str] = &[$($name),*];
    };
}

ids! {
    /// What the program takes over.
    APP = "app";
    /// The data that the program begins with.
    START = "start";
    /// The template that the program's tags wait in until the page was painted.
    PROGRAM = "program";
    /// The element a page is drawn in, and that takes the focus after a navigation.
    MAIN = "main";
    /// The element that tells a screen reader where it is.
    ANNOUNCER = "announcer";
    /// The panel with what a reader can set.
    PANEL = "reading-panel";
    /// The list of what can be read without a network.
    READABLE = "readable";
}
