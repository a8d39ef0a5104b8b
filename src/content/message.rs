//! The messages of the interface, by name.

/// What a language file has for a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A text.
    Text,
    /// A list of so many texts.
    List(usize),
    /// A text for every number `{n}`, or a form for each kind of number that the language tells apart.
    Count,
}

macro_rules! messages {
    (@shape [] []) => { Shape::Text };
    (@shape [$texts:literal] []) => { Shape::List($texts) };
    (@shape [] [n]) => { Shape::Count };
    ($($(#[$doc:meta])* $message:ident = $key:literal $(of $texts:literal)? $(for $number:ident)?,)*) => {
        /// A message of the interface. Pages carry the texts in this order: add a message beside similar ones, and to
        /// every file of `languages/`. `of 3`: a list of texts; `for n`: a text for a number.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Message { $($(#[$doc])* $message,)* }

        impl Message {
            /// For each message in order, its key in language files, and what stands there.
            pub const KEYS: &'static [(&'static str, Shape)] =
                &[$(($key, messages!(@shape [$($texts)?] [$($number)?])),)*];
        }
    };
}

messages! {
    /// Link to the main content, past the header.
    Skip = "skip",
    /// Label of the navigation.
    Navigation = "navigation",
    /// Link to the feed.
    FeedLink = "feed_link",

    /// Title of the list of all posts.
    Archive = "archive",
    /// Title of the list of all tags.
    Tags = "tags",
    /// Above the name of a tag.
    Tagged = "tagged",
    /// Link to the archive.
    AllPosts = "all_posts",
    /// Heading of the posts that the owner pinned.
    Pinned = "pinned",
    /// In place of an empty list of posts.
    NoPosts = "no_posts",
    /// Label of the links to other pages of a list.
    Pages = "pages",
    /// Link to newer posts.
    Newer = "newer",
    /// Link to older posts.
    Older = "older",
    /// Marks a post that was not read.
    Unread = "unread",
    /// Marks a post that is not published.
    Draft = "draft",

    /// Title of the contents list of an article.
    Contents = "contents",
    /// Date of the last change, with the value `{date}`.
    Updated = "updated",
    /// Reading time, with the value `{n}` in minutes.
    Minutes = "minutes" for n,
    /// Series of an article, with the value `{name}`.
    Series = "series",
    /// Part of a series, with the values `{n}` and `{of}`.
    Part = "part",
    /// Label of the links to the posts before and after.
    More = "more",
    /// Above the title of the older post.
    Previous = "previous",
    /// Above the title of the newer post.
    Next = "next",
    /// Heading of related posts.
    Related = "related",
    /// Link to reply by email.
    ByMail = "by_mail",
    /// Link to reply on the fediverse.
    InFediverse = "in_fediverse",
    /// Link to the discussions of the post.
    InDiscussions = "in_discussions",
    /// Link to edit the source of an article.
    Edit = "edit",
    /// Button that scrolls to where a post was left.
    Resume = "resume",

    /// Title of an alert of this kind.
    Note = "note",
    /// Title of an alert of this kind.
    Tip = "tip",
    /// Title of an alert of this kind.
    Important = "important",
    /// Title of an alert of this kind.
    Warning = "warning",
    /// Title of an alert of this kind.
    Caution = "caution",
    /// Label of a footnote reference, with the value `{n}`.
    Footnote = "footnote",
    /// Label of the footnotes.
    Footnotes = "footnotes",
    /// Label of the link back from a footnote, with the value `{n}`.
    Back = "back",
    /// Text of the link back from a footnote.
    BackArrow = "back_arrow",
    /// Label of the link beside a heading, with the value `{heading}`.
    LinkTo = "link_to",
    /// Label of a code block without title and language.
    Code = "code",
    /// Label of a formula.
    Formula = "formula",
    /// Label of a table with no heading above it.
    Table = "table",
    /// Label of the checkbox of a task.
    Done = "done",
    /// Label of the checkbox of a task.
    ToDo = "to_do",
    /// Button that copies a code block.
    Copy = "copy",
    /// Said after a copy to the clipboard.
    Copied = "copied",
    /// Said if a copy failed.
    NotCopied = "not_copied",

    /// Label of the lightbox.
    Picture = "picture",
    /// Button of the lightbox.
    PreviousPicture = "previous_picture",
    /// Button of the lightbox.
    NextPicture = "next_picture",
    /// Button that closes a dialog.
    Close = "close",

    /// Label of the settings.
    Settings = "settings",
    /// Label of the theme.
    Theme = "theme",
    /// The current theme, with the value `{name}`.
    ThemeNow = "theme_now",
    /// System, light, dark.
    Themes = "themes" of 3,
    /// Label of the text size.
    Size = "size",
    /// From the smallest.
    Sizes = "sizes" of 4,
    /// Label of the line length.
    Measure = "measure",
    /// From the shortest.
    Measures = "measures" of 3,
    /// Label of the line height.
    Leading = "leading",
    /// From the tightest.
    Leadings = "leadings" of 3,
    /// Label of the typeface.
    Face = "face",
    /// Serif, sans-serif.
    Faces = "faces" of 2,
    /// Label of the previews of links. Empty if the owner has turned them off.
    Previews = "previews",
    /// Automatic, on, off.
    PreviewsWhen = "previews_when" of 3,
    /// Button that resets all settings.
    Reset = "reset",
    /// Button that deletes the reading progress.
    Forget = "forget",
    /// Said after the deletion.
    Forgotten = "forgotten",
    /// Tells where the settings and the progress are stored.
    KeptHere = "kept_here",

    /// Label of the search.
    Search = "search",
    /// Said while a search runs.
    Searching = "searching",
    /// Number of hits, with the value `{n}`.
    Hits = "hits" for n,
    /// Said if there are no hits.
    NoHits = "no_hits",
    /// Button that shows more hits.
    MoreHits = "more_hits",
    /// Said if the search could not be loaded.
    SearchFailed = "search_failed",

    /// Title of the page for unknown addresses.
    NotFound = "not_found",
    /// Possible reasons.
    NotFoundMore = "not_found_more",
    /// Title of a page that could not be loaded.
    Unreachable = "unreachable",
    /// Possible reasons, and what to do.
    UnreachableMore = "unreachable_more",
    /// Link that loads the page again.
    Retry = "retry",
    /// Link to the home page.
    Home = "home",

    /// A date in full.
    Date = "date",
    /// A date without the year.
    Day = "day",
    /// A year, as the heading of its posts.
    Year = "year",
    /// From January.
    Months = "months" of 12,

    // Only files of the bundler use the messages below; pages do not carry them: see `Messages::for_pages`.
    /// Explains what a feed is.
    Feed = "feed",
    /// Label of a diagram without a name.
    Diagram = "diagram",
    /// Opens the source of a diagram.
    DiagramSource = "diagram_source",
    /// In place of a diagram, in the editor.
    DiagramLater = "diagram_later",
    /// Label of the field for the reader's address, in the form of a newsletter.
    SubscribeBy = "subscribe_by",
    /// Button of the form of a newsletter.
    Subscribe = "subscribe",
    /// Label of the breadcrumbs.
    Breadcrumbs = "breadcrumbs",
    /// Heading of the texts that link to this one.
    Backlinks = "backlinks",
    /// Link to the history of a text.
    History = "history",
    /// Link with which readers suggest a change to a text.
    Suggest = "suggest",
    /// Label of the links that share a text.
    Share = "share",
    /// Link to the Markdown of a text.
    AsMarkdown = "as_markdown",
    /// Button that copies the Markdown of a text.
    CopyMarkdown = "copy_markdown",
    /// Button that copies a link to the selected words.
    CopyPassage = "copy_passage",
    /// Heading of the replies to a text.
    Conversation = "conversation",
    /// Link to the thread about a text, with the value `{place}`.
    ReplyOn = "reply_on",
    /// How many liked a text on another service, with the value `{n}`.
    Likes = "likes" for n,
    /// How many passed a text on there, with the value `{n}`.
    Reposts = "reposts" for n,
    /// Beside a page that mentions a text without replying to it.
    Mention = "mention",
    /// How many replies are not shown, with the value `{n}`.
    MoreReplies = "more_replies" for n,
    /// Title of the list of all categories.
    Categories = "categories",
    /// Above the name of a category.
    Category = "category",
    /// Title of the list of all authors.
    Authors = "authors",
    /// Above the name of an author.
    WrittenBy = "written_by",
    /// The line that names the authors of a post, with the value `{names}`.
    Byline = "byline",
    /// Two of several names, with the values `{a}` and `{b}`: before the last, and all names before the last.
    Names = "names" of 2,
    /// Label of the link from a list to a post whose title leads elsewhere.
    Permalink = "permalink",
    /// Link to the data of a page, with the value `{format}`.
    AsFile = "as_file",
    /// Title of the page of a résumé.
    ResumeTitle = "resume_title",
    /// Work, projects, education, volunteering, skills, languages, certificates, awards, publications, interests,
    /// references.
    ResumeSections = "resume_sections" of 11,
    /// In place of the end of a period that lasts.
    UntilNow = "until_now",
    /// A month, with the values `{month}` and `{year}`.
    MonthAndYear = "month_and_year",
    /// Title of the page of the blogroll.
    Blogroll = "blogroll",
    /// A typeface whose letters have one width. Replaces one of `Faces` in a look that has it.
    Monospaced = "monospaced",
    /// Heading of the newest posts, below the author.
    Newest = "newest",
    /// Link to the public key of the author.
    PublicKey = "public_key",
    /// Link to the contact of the author, as a vCard.
    Contact = "contact",
    /// Heading of the posts in `llms.txt`.
    Posts = "posts",
    /// Heading of the pages in `llms.txt`.
    OwnPages = "own_pages",
    /// Button that keeps a page for offline reading, or stops keeping it.
    Keep = "keep",
    /// Said after a page was kept.
    Kept = "kept",
    /// Said after a page is no longer kept.
    LetGo = "let_go",
    /// Said if a page could not be kept.
    NotKept = "not_kept",
    /// Title of the page shown offline in place of one that is not kept.
    Offline = "offline",
    /// Why that page is not available.
    OfflineMore = "offline_more",
    /// Heading of the pages readable offline.
    Readable = "readable",
}
