//! The one dialect of markdown, the same in the bundler and in the browser.
