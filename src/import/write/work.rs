//! The steps of writing a site into a project.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::addresses::key;
use super::draft::{self, Draft};
use super::index::Index;
use super::lists;
use super::manifest::{Content, Fate, Manifest, hash_of};
use super::needs::Needs;
use super::own::Own;
use super::plan::Plan;
use super::redirects;
use super::settings::{self, OldLinks};
use super::undated;
use crate::bundle::input::config::content_security_policy::Resource;
use crate::bundle::input::config::read_what_is_right;
use crate::bundle::input::config::site_url::origin_and_base;
use crate::bundle::input::{blogroll, resume};
use crate::bundle::output::feeds;
use crate::bundle::taxonomy::Taxonomy;
use crate::bundle::{BLOGROLL, Diagnostics, Progress, RESUMES, read_posts};
use crate::content::Route;
use crate::import::folder::{Folder, is_public, slashed};
use crate::import::notes::Open;
use crate::import::site::OldSite;

/// What was written, and what was not.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    pub(crate) posts: usize,
    pub(crate) pages: usize,
    pub(crate) drafts: usize,
    pub(crate) files: usize,
    /// How many translations of each kind were made.
    pub(crate) translated: BTreeMap<String, usize>,
    /// Keys of front matter that were left out, with the number of texts that have each.
    pub(crate) keys: BTreeMap<String, usize>,
    /// What has to be done by hand, by the old file.
    pub(crate) open: Vec<(PathBuf, Open)>,
    /// How many old addresses answer.
    pub(crate) answering: usize,
    /// Old addresses that do not, each with the reason.
    pub(crate) lost: Vec<(String, String)>,
    /// Files that were not written, and why.
    pub(crate) left: Vec<(PathBuf, Fate)>,
    /// Texts of earlier imports that this one does not have.
    pub(crate) gone: Vec<PathBuf>,
    /// Settings that the new site says otherwise: key, new value, old value.
    pub(crate) settings: Vec<[String; 3]>,
}

/// A file to be written.
struct Job {
    path: PathBuf,
    content: Content,
    hash: String,
}

/// Writes an old site into the project in a folder.
pub(crate) fn write(folder: &Folder, mut site: OldSite, into: &Path) -> Result<Outcome> {
    let mut manifest = Manifest::read(into)?;
    let old = site.settings.url.as_deref().and_then(origin_and_base).unwrap_or_else(|| (String::new(), "/".to_owned()));
    redirects::apply(&mut site);
    let mut taken = taken(into, &manifest);
    let may_choose = taken.is_empty() && !manifest.has_finished(Path::new("site.toml"));
    taken.extend(of_sections(into));
    taken.extend(of_taxonomies(&site));
    let own = Own::new(into, &site, may_choose, &old.1);
    undated::date(&mut site, &folder.root);
    let plan = Plan::new(&mut site, &taken, &own.permalink, &old.1, &own.base);
    let mut outcome = Outcome { open: std::mem::take(&mut site.open), ..Outcome::default() };
    outcome.translated = std::mem::take(&mut site.passed);
    outcome.keys = std::mem::take(&mut site.keys);
    site.settings.links = navigation(&site, &plan, &mut outcome);
    site.settings.old_lists = old_lists(&site, &old.1, &own.base);
    let index = Index::new(folder, &site, &plan, &old.0, &old.1);
    let progress = Progress::new("texts translated", site.texts.len());
    let drafts = draft::all(&index, &|| progress.step());
    let files = files(&site, &plan, &drafts, &mut manifest)?;
    let mut jobs = Vec::new();
    texts(&site, &plan, &drafts, &files, &own.language, folder, &mut jobs);
    let mut needs = Needs::default();
    drafts.iter().for_each(|draft| needs.add(&draft.needs));
    let links = OldLinks { permalink: own.form.as_deref(), heading_ids: site.heading_ids.as_deref() };
    settings_of(into, &site, &needs, &links, &mut manifest, &mut jobs, &mut outcome);
    published(&site, &mut jobs, &mut outcome);
    let now: BTreeSet<&Path> = jobs.iter().map(|job| job.path.as_path()).collect();
    outcome.gone = manifest.texts().filter(|path| !now.contains(path)).map(Path::to_owned).collect();
    count(&site, &plan, drafts, &mut outcome);
    (outcome.answering, outcome.lost) = (plan.answering, plan.lost);
    carry_out(jobs, &mut manifest, &mut outcome)?;
    Ok(outcome)
}

/// The pages of a project that are not from an import.
fn taken(into: &Path, manifest: &Manifest) -> BTreeSet<Route> {
    let mut unheard = Diagnostics::default();
    let posts = read_posts(into, &read_what_is_right(into, &mut unheard), true, &mut unheard);
    posts.iter().filter(|post| !manifest.has(&post.source.path)).map(|post| post.route()).collect()
}

/// The addresses of a project's pages that are made from no text.
fn of_sections(into: &Path) -> impl Iterator<Item = Route> {
    let config = read_what_is_right(into, &mut Diagnostics::default());
    let files = RESUMES.map(|file| (file, resume::PAGE)).into_iter().chain([(BLOGROLL, blogroll::PAGE)]);
    let pages: Vec<&str> = files.filter(|(file, _)| into.join(file).exists()).map(|(_, page)| page).collect();
    let lists = config.collections.into_values().filter_map(|collection| collection.page(1));
    lists.chain(pages.into_iter().filter_map(Route::article))
}

/// The addresses of the lists of names, which the site has only if a text has a name.
fn of_taxonomies(site: &OldSite) -> impl Iterator<Item = Route> {
    Taxonomy::of_sections().filter(|taxonomy| lists::has_some(*taxonomy, site)).map(Taxonomy::index)
}

/// The file of each text: in a folder if it has files beside it, or if an earlier import made one.
fn files(site: &OldSite, plan: &Plan, drafts: &[Draft], manifest: &mut Manifest) -> Result<Vec<PathBuf>> {
    let mut files = Vec::with_capacity(site.texts.len());
    for (place, draft) in plan.texts.iter().zip(drafts) {
        let flat = Path::new("posts").join(format!("{}.md", place.file));
        let folder = Path::new("posts").join(place.file.as_str()).join("index.md");
        let in_folder = draft.has_files() || manifest.has(&folder);
        // An edited file stays where it is.
        let moved = in_folder && manifest.has(&flat) && !manifest.remove(&flat)?;
        files.push(if in_folder && !moved { folder } else { flat });
    }
    Ok(files)
}

/// The folders of old lists, below the address of the new site, of taxonomies that it has.
fn old_lists(site: &OldSite, old_base: &str, base: &str) -> Vec<(Taxonomy, String)> {
    let below = |folder: &str| Some(format!("{old_base}{folder}").strip_prefix(base)?.to_owned());
    let old = site.settings.old_lists.iter().filter(|(taxonomy, _)| lists::has_some(*taxonomy, site));
    let old = old.filter_map(|(taxonomy, folder)| Some((*taxonomy, below(folder)?)));
    let is_another = |taxonomy: &Taxonomy, folder: &str| !folder.is_empty() && folder != taxonomy.key();
    old.filter(|(taxonomy, folder)| is_another(taxonomy, folder.trim_matches('/'))).collect()
}

/// The links of the navigation: to the new pages, to the lists of this site, and to other sites.
fn navigation(site: &OldSite, plan: &Plan, outcome: &mut Outcome) -> Vec<(String, String)> {
    let mut links = Vec::new();
    for (name, url) in &site.settings.links {
        let own = !url.contains(':') && !url.starts_with("//");
        let text = plan.by_address.get(&key(url)).filter(|_| own);
        let target = match text {
            Some(index) if site.texts[*index].draft => None,
            Some(index) => Some(format!("/{}", plan.texts[*index].route.path())),
            None if !own => Some(url.clone()),
            None if key(url).is_empty() => continue,
            None => lists::of(url, site),
        };
        match target {
            Some(target) => links.push((name.clone(), target)),
            None => {
                let message = format!("the link \"{name}\" of the old navigation leads to no page here: {url}");
                let remedy = "add the page, and the link to [[navigation]]".to_owned();
                outcome.open.push((PathBuf::from("site.toml"), Open { line: 1, message, remedy }));
            }
        }
    }
    links
}

fn texts(
    site: &OldSite,
    plan: &Plan,
    drafts: &[Draft],
    files: &[PathBuf],
    language: &str,
    folder: &Folder,
    jobs: &mut Vec<Job>,
) {
    let file_of = |index: usize| files.get(index).cloned().unwrap_or_default();
    for (((text, place), draft), path) in site.texts.iter().zip(&plan.texts).zip(drafts).zip(files) {
        let other = text.language.as_deref().map(|tag| tag.replace('_', "-")).filter(|tag| is_tag(tag));
        let other = other.filter(|tag| !tag.eq_ignore_ascii_case(language));
        let content = draft.file(text, place, other.as_deref(), path, &file_of).into_bytes();
        jobs.push(Job { path: path.clone(), hash: hash_of(&content), content: Content::Bytes(content) });
        for (from, to) in draft.files(path, &folder.root) {
            jobs.extend(copy(from, to));
        }
    }
}

/// A file to be copied; `None` if it cannot be read: the check then reports where it is missing.
fn copy(from: PathBuf, to: PathBuf) -> Option<Job> {
    let content = Content::File(from);
    Some(Job { path: to, hash: content.hash().ok()?, content })
}

/// A language tag by its form (BCP 47).
fn is_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=8).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// `site.toml`, and what keeps caches out of the repository of a new site.
fn settings_of(
    into: &Path,
    site: &OldSite,
    needs: &Needs,
    links: &OldLinks<'_>,
    manifest: &mut Manifest,
    jobs: &mut Vec<Job>,
    outcome: &mut Outcome,
) {
    let path = PathBuf::from("site.toml");
    let text = std::fs::read_to_string(into.join(&path)).unwrap_or_default();
    manifest.adopt(&path);
    let mut job = |path: PathBuf, text: String| {
        jobs.push(Job { hash: hash_of(text.as_bytes()), content: Content::Bytes(text.into_bytes()), path });
    };
    for (kind, hosts) in &needs.hosts {
        for host in hosts {
            let (message, remedy) = if *kind == Resource::Frame.name() {
                let message =
                    format!("the texts show pages of another host, which learns who opens them: frame of {host}");
                (message, "keep the host in [policy], or delete it there: each page is a link then")
            } else {
                let message =
                    format!("the texts load from another host, which learns who reads them: {kind} of {host}");
                (message, "put copies beside the posts, or keep the host in [policy]")
            };
            let remedy = remedy.to_owned();
            outcome.open.push((path.clone(), Open { line: 1, message, remedy }));
        }
    }
    match settings::fill(&text, &site.settings, links, &site.people, needs) {
        Some((text, other)) => {
            outcome.settings = other;
            job(path, text);
        }
        None => {
            let open = Open {
                line: 1,
                message: "this is not TOML".to_owned(),
                remedy: "correct it, and import again".to_owned(),
            };
            outcome.open.push((path, open));
        }
    }
    if !into.join(".gitignore").exists() {
        job(PathBuf::from(".gitignore"), "/dist/\n/target/\n".to_owned());
    }
}

/// Files at the root that the site makes itself, besides its feeds.
const MADE: [&str; 7] =
    ["index.html", "404.html", "sitemap.xml", "llms.txt", "manifest.webmanifest", "sw.js", feeds::STYLE_FILE];

/// Whether the site makes a file itself.
fn is_made(file: &str) -> bool {
    MADE.contains(&file) || feeds::FORMATS.iter().any(|format| format.file == file)
}

/// The files that are published as they are.
fn published(site: &OldSite, jobs: &mut Vec<Job>, outcome: &mut Outcome) {
    let mut seen: BTreeSet<PathBuf> = jobs.iter().map(|job| job.path.clone()).collect();
    for (from, to) in &site.files {
        if is_made(&slashed(to).to_lowercase()) {
            let message = "the site makes this file itself, so it is not imported".to_owned();
            outcome.open.push((to.clone(), Open { line: 1, message, remedy: "nothing has to be done".to_owned() }));
            continue;
        }
        let to = Path::new("public").join(to);
        if !is_public(&to) {
            let message = "its name begins with a dot, and it may have settings or passwords: it is not imported";
            let remedy = "copy it to there if readers may have it";
            outcome.open.push((to, Open { line: 1, message: message.to_owned(), remedy: remedy.to_owned() }));
            continue;
        }
        if !seen.insert(to.clone()) {
            continue;
        }
        match copy(from.clone(), to.clone()) {
            Some(job) => jobs.push(job),
            None => {
                let message = "it cannot be read, and is not copied".to_owned();
                let remedy = "make it readable, and import again".to_owned();
                outcome.open.push((to, Open { line: 1, message, remedy }));
            }
        }
    }
}

fn count(site: &OldSite, plan: &Plan, drafts: Vec<Draft>, outcome: &mut Outcome) {
    for ((text, place), draft) in site.texts.iter().zip(&plan.texts).zip(drafts) {
        match (text.draft, text.page) {
            (true, _) => outcome.drafts += 1,
            (false, true) => outcome.pages += 1,
            (false, false) => outcome.posts += 1,
        }
        for (kind, count) in draft.notes.translated {
            *outcome.translated.entry(kind).or_default() += count;
        }
        outcome.open.extend(place.open.iter().map(|open| (text.source.clone(), open.clone())));
        let below = |open: Open| Open { line: text.line.max(1) + open.line.max(1) - 1, ..open };
        outcome.open.extend(draft.notes.open.into_iter().map(|open| (text.source.clone(), below(open))));
    }
}

/// Writes the files that nobody has edited.
fn carry_out(jobs: Vec<Job>, manifest: &mut Manifest, outcome: &mut Outcome) -> Result<()> {
    let mut right = Vec::new();
    let mut seen = BTreeSet::new();
    for job in jobs {
        if !seen.insert(job.path.clone()) {
            continue;
        }
        match manifest.fate(&job.path, &job.hash) {
            Fate::Written => right.push(job),
            fate => outcome.left.push((job.path, fate)),
        }
    }
    let hashes: Vec<(PathBuf, String)> = right.iter().map(|job| (job.path.clone(), job.hash.clone())).collect();
    manifest.announce(&hashes)?;
    let progress = Progress::new("files written", right.len());
    for job in &right {
        manifest.write(&job.path, &job.content, &job.hash)?;
        outcome.files += usize::from(matches!(job.content, Content::File(_)));
        progress.step();
    }
    manifest.finish(&hashes)
}

/// Writes a file that is not from the old site, unless somebody has edited it.
pub(crate) fn keep(into: &Path, path: &Path, text: String) -> Result<()> {
    let mut manifest = Manifest::read(into)?;
    let job = Job { path: path.to_owned(), hash: hash_of(text.as_bytes()), content: Content::Bytes(text.into_bytes()) };
    carry_out(vec![job], &mut manifest, &mut Outcome::default())
}
