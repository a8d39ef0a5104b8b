//! The picture of the author, for the home page.

use std::path::{Path, PathBuf};

use crate::bundle::address::Href;
use crate::bundle::article::pictures::make;
use crate::bundle::article::resolve::Resolver;
use crate::bundle::article::resolve::place::{Files, Place};
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::diagnostics::problem::Problem;
use crate::bundle::input::config::FILE;
use crate::bundle::input::config::settings::Settings;
use crate::content::Picture;

/// The picture of the author.
pub(crate) struct Portrait {
    /// The address of the widest copy, or of the picture if it has none.
    pub(crate) address: Href,
    pub(crate) picture: Picture,
    pub(crate) alt: String,
    /// The files to copy.
    pub(crate) files: Files,
}

/// Finds the picture that `[author]` names. One that cannot be shown is an error.
pub(crate) fn find(settings: Settings<'_>, resolver: &Resolver, findings: &mut Diagnostics) -> Option<Portrait> {
    let profile = &settings.config.profile;
    let (written, at) = profile.picture.as_ref()?;
    let alt = profile.alt.clone().unwrap_or_else(|| settings.site.author.name.clone());
    let found = match resolver.resolve_in_site(written) {
        Place::File(file, href) => portrait(settings, file, href, true, alt),
        Place::Public(file, href) => portrait(settings, file, href, false, alt),
        Place::Elsewhere | Place::Here(_) | Place::Folder(_) => Err(no_picture()),
        Place::Nowhere(nowhere) => {
            let remedy = "write the path of a picture in the folder of the site, such as picture = \"public/me.jpg\"";
            Err(Problem::new(nowhere.problem.message, remedy))
        }
    };
    let found = found.map_err(|Problem { message, remedy }| {
        let lenient = settings.options.lenient;
        findings.mistake(lenient, Path::new(FILE), *at, format!("\"{written}\" {message}"), remedy);
    });
    found.ok()
}

/// The portrait in a file. `copied`: whether the file is to be copied, if it is shown itself.
fn portrait(settings: Settings<'_>, file: PathBuf, href: Href, copied: bool, alt: String) -> Result<Portrait, Problem> {
    let pictures = make::portrait(&settings.options.root, &file).ok_or_else(no_picture)?;
    let placed = pictures.place(&file, &href.file()).map_err(|broken| broken.problem.clone())?;
    if let Some(heavy) = pictures.too_heavy(&file) {
        return Err(heavy.problem);
    }
    let (mut picture, mut files) = placed.ok_or_else(no_picture)?;
    // The whole picture, as a camera takes it, is for no screen.
    picture.copies.retain(|(_, path)| path != href.as_str());
    let address = files.last().map_or_else(|| href.clone(), |(_, path)| path.href());
    if files.is_empty() && copied {
        files.push((file, href.file()));
    }
    Ok(Portrait { address, picture, alt, files })
}

fn no_picture() -> Problem {
    Problem::new("is not a picture", "write the path of a PNG, JPEG, WebP, GIF, AVIF or SVG")
}
