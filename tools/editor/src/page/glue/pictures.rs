//! Pictures of the author: shrunk and written anew by a canvas, which leaves out where and with what they were taken.

use std::cell::Cell;
use std::collections::BTreeMap;

use web_sys::{File, Url};

use super::app::{app, send, state};
use super::canvas::{decode, has_transparency, written_anew};
use super::{effects, files};
use crate::browser::js;
use crate::drafts::draft::Draft;
use crate::page::event::Event;
use crate::page::picture::{self, Kind};
use personal_page::bundle::preview::NewPicture;

/// A file that is larger is not read: the browser would need several times as much memory.
const MAX_BYTES: f64 = 60e6;

/// A picture of the open text.
#[derive(Debug)]
pub(crate) struct Loaded {
    pub(crate) bytes: Vec<u8>,
    /// Its address in this browser.
    pub(crate) url: String,
    /// Whether the database has it.
    pub(crate) is_kept: bool,
}

impl Drop for Loaded {
    fn drop(&mut self) {
        let _ = Url::revoke_object_url(&self.url);
    }
}

thread_local! {
    static NUMBER: Cell<u32> = const { Cell::new(0) };
}

/// Adds pictures, one after another.
pub(crate) async fn add(chosen: Vec<File>) {
    for file in chosen {
        let name = file.name();
        if let Err((message, remedy)) = add_one(&file).await {
            send(Event::NoPicture(format!("{name}: {message}"), remedy.to_owned()));
        }
    }
}

type Refusal = (String, &'static str);

async fn add_one(file: &File) -> Result<(), Refusal> {
    if file.size() > MAX_BYTES {
        return Err(("the picture is larger than 60 MB".to_owned(), "make it smaller with another program first"));
    }
    let bytes = js::call_async(file, "arrayBuffer", &[]).await.map(|buffer| js::bytes(&buffer));
    let bytes = bytes.map_err(|error| (js::message(&error), "choose the file again"))?;
    let kind = picture::kind(&bytes)?;
    let url = files::url(&bytes, kind.media_type()).ok_or_else(unreadable)?;
    let image = decode(&url).await.ok_or_else(unreadable)?;
    let size = (image.natural_width(), image.natural_height());
    let (bytes, kind, size) = match kind {
        Kind::Svg | Kind::Gif | Kind::Animated(_) => (bytes, kind, size),
        Kind::Png if has_transparency(&image) => (bytes, kind, size),
        _ => written_anew(&image).await.ok_or_else(unreadable)?,
    };
    let _ = Url::revoke_object_url(&url);
    let url = files::url(&bytes, kind.media_type()).ok_or_else(unreadable)?;
    let waiting = NUMBER.replace(NUMBER.get() + 1);
    app(|app| app.waiting.insert(waiting, Loaded { bytes, url, is_kept: false }));
    send(Event::Picture { media_type: kind.media_type().to_owned(), extension: kind.extension(), size, waiting });
    Ok(())
}

fn unreadable() -> Refusal {
    ("this browser cannot read the picture".to_owned(), "save it as JPEG or PNG, and add it again")
}

/// Gives a picture that waits its path, and shows it; or drops it.
pub(crate) fn take(waiting: u32, path: Option<String>) {
    let Some(loaded) = app(|app| app.waiting.remove(&waiting)) else { return };
    match path {
        Some(path) => {
            let url = loaded.url.clone();
            app(|app| app.pictures.insert(path.clone(), loaded));
            effects::later(Event::PictureUrl(path, url));
        }
        None => drop(loaded),
    }
}

/// Gives pictures other paths.
pub(crate) fn rename(moved: Vec<(String, String)>) {
    app(|app| {
        for (from, to) in moved {
            if let Some(mut loaded) = app.pictures.remove(&from) {
                loaded.is_kept = false;
                app.pictures.insert(to, loaded);
            }
        }
    });
}

/// The pictures that the worker has to know.
pub(crate) fn shown() -> Vec<NewPicture> {
    let pictures = state(|state| state.editor.as_ref().map(|editor| editor.pictures.clone()).unwrap_or_default());
    app(|app| {
        let shown = pictures.into_iter().filter_map(|picture| {
            let url = app.pictures.get(&picture.path)?.url.clone();
            Some(NewPicture { path: picture.path, width: picture.width, height: picture.height, url })
        });
        shown.collect()
    })
}

/// Reads the pictures of a draft.
pub(crate) async fn load(draft: Option<&Draft>) -> BTreeMap<String, Loaded> {
    let mut pictures = BTreeMap::new();
    let (Some(draft), Some(database)) = (draft, app(|app| app.database.clone())) else { return pictures };
    for picture in &draft.pictures {
        let Ok(Some(bytes)) = database.picture(&picture.path).await else { continue };
        if let Some(url) = files::url(&bytes, &picture.media_type) {
            pictures.insert(picture.path.clone(), Loaded { bytes, url, is_kept: true });
        }
    }
    pictures
}

/// Has the pictures of a text that is opened in place of those of the one that was open.
pub(crate) fn replace(pictures: BTreeMap<String, Loaded>) {
    app(|app| app.pictures = pictures);
}
