//! What the engine says to a reader: every text of the interface, by name.

macro_rules! words {
    ($($(#[$doc:meta])* $word:ident = $key:literal $(of $forms:literal)?,)*) => {
        /// A text of the interface. Pages carry the texts in this order: a word that is added goes where its like stand,
        /// and into every file of `languages/`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Message { $($(#[$doc])* $word,)* }

        impl Message {
            /// What a language's file calls each, in their order; and how many forms it lists, or 0 for a single text.
            pub const KEYS: &'static [(&'static str, usize)] = &[$(($key, 0 $(+ $forms)?),)*];
        }
    };
}

words! {
    /// The link that leads past the header.
    Skip = "skip",
    /// What the navigation is called.
    Navigation = "navigation",
    /// The link to the feed.
    FeedLink = "feed_link",

    /// The list of all posts.
    Archive = "archive",
    /// The list of all tags.
    Tags = "tags",
    /// Stands above the name of a tag.
    Tagged = "tagged",
    /// A link to the archive.
    AllPosts = "all_posts",
    /// Stands above the posts the owner pinned.
    Pinned = "pinned",
    /// In place of posts.
    NoPosts = "no_posts",
    /// What the links to a list's other pages are called.
    Pages = "pages",
    /// A link to newer posts.
    Newer = "newer",
    /// A link to older posts.
    Older = "older",
    /// Said of a post.
    Unread = "unread",
    /// Said of a post.
    Draft = "draft",

    /// Stands above the headings of an article.
    Contents = "contents",
    /// The day an article was last changed.
    Updated = "updated",
    /// How long it takes to read.
    Minutes = "minutes",
    /// The series it is a part of.
    Series = "series",
    /// Which of its parts.
    Part = "part",
    /// What the links to the posts before and after are called.
    More = "more",
    /// Stands above the title of the post before.
    Previous = "previous",
    /// Stands above the title of the post after.
    Next = "next",
    /// Stands above related posts.
    Related = "related",
    /// A link.
    ByMail = "by_mail",
    /// A link.
    InFediverse = "in_fediverse",
    /// A link.
    InDiscussions = "in_discussions",
    /// A link.
    Edit = "edit",
    /// On a button.
    Resume = "resume",

    /// A kind of alert.
    Note = "note",
    /// A kind of alert.
    Tip = "tip",
    /// A kind of alert.
    Important = "important",
    /// A kind of alert.
    Warning = "warning",
    /// A kind of alert.
    Caution = "caution",
    /// What the number of a footnote is called.
    Footnote = "footnote",
    /// What the footnotes are called.
    Footnotes = "footnotes",
    /// What the arrow at the end of a footnote is called.
    Back = "back",
    /// That arrow.
    BackArrow = "back_arrow",
    /// What the mark beside a heading is called.
    LinkTo = "link_to",
    /// What a block of code is called that says nothing of itself.
    Code = "code",
    /// What a formula is called.
    Formula = "formula",
    /// What a table is called that no heading stands above.
    Table = "table",
    /// Said of a task.
    Done = "done",
    /// Said of a task.
    ToDo = "to_do",
    /// On a button that copies.
    Copy = "copy",
    /// Said once something is on the clipboard.
    Copied = "copied",
    /// Said where nothing could be copied.
    NotCopied = "not_copied",

    /// What the light box is called.
    Picture = "picture",
    /// On a button of the light box.
    PreviousPicture = "previous_picture",
    /// On a button of the light box.
    NextPicture = "next_picture",
    /// On a button of the light box.
    Close = "close",

    /// What a reader can set.
    Settings = "settings",
    /// The theme.
    Theme = "theme",
    /// The theme that holds.
    ThemeNow = "theme_now",
    /// The system's, the light, the dark.
    Themes = "themes" of 3,
    /// The size of the text.
    Size = "size",
    /// From the smallest.
    Sizes = "sizes" of 4,
    /// The length of lines.
    Measure = "measure",
    /// From the shortest.
    Measures = "measures" of 3,
    /// The distance of lines.
    Leading = "leading",
    /// From the tightest.
    Leadings = "leadings" of 3,
    /// The typeface.
    Face = "face",
    /// With serifs, and without.
    Faces = "faces" of 2,
    /// On a button that undoes every choice.
    Reset = "reset",
    /// On a button that forgets what was read.
    Forget = "forget",
    /// Said once that is forgotten.
    Forgotten = "forgotten",
    /// Where all this is kept.
    KeptHere = "kept_here",

    /// What the search is called.
    Search = "search",
    /// Said while it goes on.
    Searching = "searching",
    /// How much it found.
    Hits = "hits",
    /// It found nothing.
    NoHits = "no_hits",
    /// On a button.
    MoreHits = "more_hits",
    /// It could not be loaded.
    SearchFailed = "search_failed",

    /// The address leads nowhere.
    NotFound = "not_found",
    /// Why that may be.
    NotFoundMore = "not_found_more",
    /// The page could not be loaded.
    Unreachable = "unreachable",
    /// Why that may be.
    UnreachableMore = "unreachable_more",
    /// A link.
    Retry = "retry",
    /// A link.
    Home = "home",

    /// A day in full.
    Date = "date",
    /// A day of a year that is known.
    Day = "day",
    /// A year as the heading of its posts.
    Year = "year",
    /// From January.
    Months = "months" of 12,

    // What follows stands in files of the bundler's alone, and travels with no page: see `Messages::for_pages`.
    /// What a feed is.
    Feed = "feed",
    /// Stands above the posts in `llms.txt`.
    Posts = "posts",
    /// Stands above the pages in `llms.txt`.
    OwnPages = "own_pages",
    /// On a button that keeps a page for reading offline, and lets it go again.
    Keep = "keep",
    /// Said once it is kept.
    Kept = "kept",
    /// Said once it is no longer.
    LetGo = "let_go",
    /// Said where it could not be kept.
    NotKept = "not_kept",
    /// There is no network, nor the page without one.
    Offline = "offline",
    /// What to do then.
    OfflineMore = "offline_more",
    /// Stands above what can be read.
    Readable = "readable",
}
