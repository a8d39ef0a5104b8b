//! The browser's side: takes over the static page and navigates from there.
