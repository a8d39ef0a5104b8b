//! The actions of buttons: each names its action in `data-act`, where the program reads it.

use maud::Render;

/// Declares the actions and their list, so that the list is complete.
macro_rules! actions {
    ($($(#[$doc:meta])* $action:ident = $name:literal;)*) => {
        /// The action of a button.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Action {
            $($(#[$doc])* $action,)*
        }

        impl Action {
            /// All actions.
            pub const ALL: &[Self] = &[$(Self::$action),*];

            /// Its value of `data-act`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$action => $name,)*
                }
            }

            /// The action that a value of `data-act` names.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$action),)*
                    _ => None,
                }
            }

            /// The CSS selector of its buttons.
            #[must_use]
            pub const fn selector(self) -> &'static str {
                match self {
                    $(Self::$action => concat!("[data-act=", $name, "]"),)*
                }
            }
        }
    };
}

actions! {
    /// Opens the search.
    Search = "search";
    /// Filters the search by the tag on the button, or removes the filter.
    FilterByTag = "tag";
    /// Shows more hits.
    MoreHits = "more";
    /// Switches to the next theme.
    NextTheme = "theme";
    /// Opens the panel of settings.
    Settings = "settings";
    /// Resets all settings.
    ResetSettings = "reset";
    /// Deletes the reading progress.
    ForgetProgress = "forget";
    /// Scrolls to where a post was left.
    Resume = "resume";
    /// Shows the previous picture.
    PreviousPicture = "back";
    /// Shows the next picture.
    NextPicture = "on";
    /// Closes the dialog.
    Close = "close";
}

impl Render for Action {
    // Not inlined: a dozen uses would each be larger.
    #[inline(never)]
    fn render_to(&self, buffer: &mut String) {
        buffer.push_str(self.name());
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use walkdir::WalkDir;

    use super::Action;

    #[test]
    fn every_action_is_read_back_from_its_name() {
        for action in Action::ALL {
            assert_eq!(Action::from_name(action.name()), Some(*action));
        }
    }

    #[test]
    fn a_name_of_no_action_is_none() {
        for name in ["", "serch", "Close", "close "] {
            assert_eq!(Action::from_name(name), None, "{name:?}");
        }
    }

    #[test]
    fn the_style_names_actions_alone() {
        let files = WalkDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/style")).into_iter();
        let files = files.map(|file| file.expect("a file")).filter(|file| file.file_type().is_file());
        let sheets = files.map(|file| fs::read_to_string(file.path()).expect("a style sheet"));
        let style = sheets.collect::<String>();
        let names = style.split("[data-act=").skip(1).map(|rest| rest.split(']').next().unwrap_or_default());
        let unknown = names.clone().filter(|name| Action::from_name(name).is_none()).collect::<Vec<_>>();
        assert!(names.count() > 0 && unknown.is_empty(), "{unknown:?}");
    }
}
