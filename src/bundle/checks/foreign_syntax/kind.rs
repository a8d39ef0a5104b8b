//! The kinds of syntax that other engines have.

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// Hugo's `{{< x >}}` and `{{% x %}}`.
    Shortcode,
    /// Liquid's, Tera's, Nunjucks' and Hexo's `{% x %}`.
    Tag,
    /// `{{ x }}` of most template languages.
    Expression,
    /// `:::x` of Docusaurus, VitePress and Pandoc; `::x[…]` of Markdown directives.
    Directive,
    /// `!!! x` of Python-Markdown.
    Admonition,
    /// `[[x]]` of wikis and Obsidian.
    Wiki,
    /// `![[x]]`.
    Embed,
    /// `[toc]` and its like.
    Contents,
    /// `{: .x}` of kramdown, and `{.x}` behind a link or a picture.
    Attributes,
    /// `==x==`.
    Highlight,
    /// `^[x]`.
    Note,
    /// The `import` and `export` of MDX.
    Module,
    /// `<Component/>` of MDX.
    Component,
    /// `{/* x */}` of MDX.
    Comment,
    /// `[gallery ids="…"]` of WordPress.
    Bracket,
    /// `\(x\)` and `\[x\]` of LaTeX, and dollar signs with spaces within.
    Formula,
}

impl Kind {
    /// How it is written with a name, for messages.
    pub(crate) fn written(self, name: &str) -> String {
        match self {
            Self::Shortcode => format!("{{{{< {name} >}}}}"),
            Self::Tag => format!("{{% {name} %}}"),
            Self::Expression => format!("{{{{ {name} }}}}"),
            Self::Component => format!("<{name}>"),
            Self::Bracket => format!("[{name} …]"),
            Self::Wiki => "[[…]]".to_owned(),
            Self::Embed => "![[…]]".to_owned(),
            Self::Highlight => "==…==".to_owned(),
            Self::Note => "^[…]".to_owned(),
            Self::Attributes => "{: …}".to_owned(),
            Self::Comment => "{/* … */}".to_owned(),
            Self::Directive | Self::Formula | Self::Admonition | Self::Contents | Self::Module => name.to_owned(),
        }
    }

    /// What it is, after "is".
    pub(crate) fn what(self) -> &'static str {
        match self {
            Self::Shortcode | Self::Bracket => "a shortcode of another engine",
            Self::Tag => "a tag of a template language",
            Self::Expression => "an expression of a template language",
            Self::Directive => "a container of another engine",
            Self::Admonition => "an admonition of Python-Markdown",
            Self::Wiki => "a link of a wiki",
            Self::Embed => "an embedded file of a wiki",
            Self::Contents => "a contents list of another engine",
            Self::Attributes => "a list of attributes of another engine",
            Self::Highlight => "a mark of another engine",
            Self::Note => "an inline note of another engine",
            Self::Comment => "a comment of MDX",
            Self::Module => "a line of MDX",
            Self::Component => "a component of MDX",
            Self::Formula => "a formula of another engine",
        }
    }

    /// How a reader sees it, for messages.
    pub(crate) fn shown(self) -> &'static str {
        match self {
            Self::Component => "and readers see its tags, or nothing",
            _ => "and readers see it as written",
        }
    }
}
