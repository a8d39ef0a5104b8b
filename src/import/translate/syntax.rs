//! The engines whose Markdown is translated.

/// Whose Markdown a text is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// Shortcodes in `{{< >}}` and `{{% %}}`.
    Hugo,
    /// Liquid, and kramdown's lists of attributes.
    Jekyll,
    /// Shortcodes in `{{ name() }}` and `{% name() %}`, and links to `@/file.md`.
    Zola,
    /// Markdown and MDX.
    Astro,
    /// Liquid or Nunjucks.
    Eleventy,
    /// Tag plugins in `{% %}`.
    Hexo,
    /// Wiki links, callouts, comments in `%%`.
    Obsidian,
    /// MDX, and containers in `:::`.
    Docusaurus,
    /// Components of Vue, and containers in `:::`.
    VitePress,
    /// As Obsidian.
    Quartz,
    /// Shortcodes in `[name]`.
    WordPress,
    /// Markdown of any origin.
    Plain,
}

impl Syntax {
    /// Whether tags in `{% %}` mean something.
    pub(super) fn has_tags(self) -> bool {
        matches!(self, Self::Jekyll | Self::Zola | Self::Eleventy | Self::Hexo | Self::Plain)
    }

    /// Whether a tag is read before Markdown even within a code block. Hexo takes the code blocks out before.
    pub(super) fn reads_tags_in_code(self) -> bool {
        matches!(self, Self::Jekyll | Self::Eleventy)
    }

    /// Whether shortcodes in `{{< >}}` mean something.
    pub(super) fn has_shortcodes(self) -> bool {
        matches!(self, Self::Hugo | Self::Quartz | Self::Plain)
    }

    /// Whether a text may be MDX.
    pub(super) fn has_components(self) -> bool {
        matches!(self, Self::Astro | Self::Docusaurus | Self::VitePress | Self::Plain)
    }

    /// Whether `[[x]]` is a link, whatever is in it.
    pub(crate) fn is_wiki(self) -> bool {
        matches!(self, Self::Obsidian | Self::Quartz)
    }
}
