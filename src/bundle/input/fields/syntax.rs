//! The syntax of keys: TOML, YAML or JSON.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Syntax {
    Toml,
    Yaml,
    Json,
}

impl Syntax {
    /// The line above and below the front matter; of JSON, the line above.
    pub(crate) fn fence(self) -> &'static str {
        match self {
            Self::Toml => "+++",
            Self::Yaml => "---",
            Self::Json => "{",
        }
    }

    /// How to begin a text that has no front matter with one of a single key.
    pub(crate) fn front_matter(self, key: &str, value: &str) -> String {
        let (fence, line) = (self.fence(), self.line(key, value));
        format!("start the file with\n{fence}\n{line}\n{fence}\n")
    }

    /// A line with a key and its value.
    pub(crate) fn line(self, key: &str, value: &str) -> String {
        match self {
            Self::Toml => format!("{key} = {value}"),
            Self::Yaml => format!("{key}: {value}"),
            Self::Json => format!("\"{key}\": {}", quoted(value)),
        }
    }
}

/// A value as JSON has it: a day or a time in quotes.
fn quoted(value: &str) -> String {
    if value.starts_with(|c: char| c.is_ascii_digit()) && value.contains('-') {
        format!("\"{value}\"")
    } else {
        value.to_owned()
    }
}
