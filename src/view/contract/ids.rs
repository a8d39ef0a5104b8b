//! The ids of the engine's own elements. No heading and no HTML of an author may have one of them.

names! {
    /// All ids.
    IDS:

    /// The element that the program hydrates.
    APP = "app";
    /// The template that holds the program's tags until the first paint.
    PROGRAM = "program";
    /// The element that holds the page, and gets the focus after a navigation.
    MAIN = "main";
    /// The live region that announces a new page to screen readers.
    ANNOUNCER = "announcer";
    /// The panel of settings.
    PANEL = "reading-panel";
    /// The preview of a link.
    PREVIEW = "reading-preview";
    /// The list of pages readable offline.
    READABLE = "readable";
    /// What the editor fills in, on its own page. Hidden until it starts.
    WRITE = "write";
    /// What the page of the editor says without it. Hidden once it has started.
    WRITE_ABOUT = "write-about";
}
