//! The content of a line of text, between the tree and Markdown: white space as browsers show it, marks around words.

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// Text as it is shown.
    Text(String),
    /// Code as it is shown.
    Code(String),
    /// A formula in LaTeX.
    Formula(String),
    /// A picture: its description, address and title.
    Image {
        /// The description.
        alt: String,
        /// The address.
        src: String,
        /// The title.
        title: String,
    },
    /// A tag that stays HTML.
    Html(String),
    /// A reference to a footnote, by its number.
    Note(usize),
    /// The beginning of a mark.
    Open(Mark),
    /// The end of a mark.
    Close(Mark),
    /// A line break.
    Break,
    /// The end of a paragraph.
    Paragraph,
}

/// What is around words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Emphasis.
    Emphasis,
    /// Strong emphasis.
    Strong,
    /// Struck through.
    Deleted,
    /// A link: its address and title.
    Link(String, String),
    /// An element that stays HTML: its tags.
    Element(String, &'static str),
}

/// White space that is not written yet.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    Break(usize),
    Paragraph,
}

/// Moves white space out of marks, collapses it, and drops marks around nothing. What is left has no white space at the
/// ends of a paragraph.
#[must_use]
pub fn tidy(tokens: Vec<Token>) -> Vec<Vec<Token>> {
    let mut tidy = Tidy { gap: Gap::Paragraph, ..Tidy::default() };
    for token in tokens {
        tidy.token(token);
    }
    tidy.end_paragraph();
    tidy.paragraphs
}

#[derive(Default)]
struct Tidy {
    paragraphs: Vec<Vec<Token>>,
    out: Vec<Token>,
    /// Marks that are written and not closed.
    open: Vec<Mark>,
    /// Marks that have no content yet.
    pending: Vec<Mark>,
    gap: Gap,
}

impl Tidy {
    fn token(&mut self, token: Token) {
        match token {
            Token::Text(text) => self.text(&text),
            Token::Break => {
                self.gap = match self.gap {
                    Gap::Break(lines) => Gap::Break(lines + 1),
                    gap => gap.max(Gap::Break(1)),
                };
            }
            Token::Paragraph => self.gap = Gap::Paragraph,
            Token::Open(mark) => self.pending.push(mark),
            Token::Close(mark) => self.close(&mark),
            other => {
                self.begin();
                self.out.push(other);
            }
        }
    }

    fn text(&mut self, text: &str) {
        let space = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0c');
        for piece in text.split_inclusive(space) {
            let word = piece.trim_end_matches(space);
            if !word.is_empty() {
                self.begin();
                match self.out.last_mut() {
                    Some(Token::Text(last)) => last.push_str(word),
                    _ => self.out.push(Token::Text(word.to_owned())),
                }
            }
            if word.len() < piece.len() {
                self.gap = self.gap.max(Gap::Space);
            }
        }
    }

    /// Writes the white space and the marks before some content.
    fn begin(&mut self) {
        match std::mem::replace(&mut self.gap, Gap::None) {
            Gap::None => {}
            Gap::Paragraph => self.end_paragraph(),
            _ if self.out.iter().all(|token| matches!(token, Token::Open(_))) => {}
            Gap::Space => match self.out.last_mut() {
                Some(Token::Text(last)) => last.push(' '),
                _ => self.out.push(Token::Text(" ".to_owned())),
            },
            Gap::Break(lines) => self.out.extend(std::iter::repeat_n(Token::Break, lines)),
        }
        for mark in std::mem::take(&mut self.pending) {
            // `*a**b*` would not be read as two.
            if !matches!(mark, Mark::Link(..) | Mark::Element(..))
                && self.out.last() == Some(&Token::Close(mark.clone()))
            {
                self.out.pop();
            } else {
                self.out.push(Token::Open(mark.clone()));
            }
            self.open.push(mark);
        }
    }

    fn close(&mut self, mark: &Mark) {
        if self.pending.last() == Some(mark) {
            self.pending.pop();
            // An element without content may be an anchor.
            if matches!(mark, Mark::Element(open, _) if open.contains(' ')) {
                self.begin();
                self.out.extend([Token::Open(mark.clone()), Token::Close(mark.clone())]);
            }
        } else if self.open.last() == Some(mark) {
            self.open.pop();
            self.out.push(Token::Close(mark.clone()));
        }
    }

    /// Closes what is open, and opens it again in the next paragraph.
    fn end_paragraph(&mut self) {
        let open = std::mem::take(&mut self.open);
        self.out.extend(open.iter().rev().cloned().map(Token::Close));
        let paragraph = std::mem::take(&mut self.out);
        let shows = |token: &Token| match token {
            Token::Text(text) => !is_empty(text),
            Token::Open(mark) => matches!(mark, Mark::Element(..)),
            Token::Close(_) => false,
            _ => true,
        };
        if paragraph.iter().any(shows) {
            self.paragraphs.push(paragraph);
        }
        self.pending.splice(0..0, open);
    }
}

/// Whether a text shows nothing: spaces that editors put into empty paragraphs.
fn is_empty(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}'))
}
