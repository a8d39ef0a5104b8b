//! `cargo site serve`: the site as it is being written.

use std::env;
use std::io::ErrorKind;
use std::process::{Command, ExitCode};
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail, ensure};
use tokio::runtime::Runtime;
use tokio::signal::ctrl_c;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use super::args::Serve;
use super::draw;
use super::host::{files, listen};
use super::live::Live;
use super::lock::Lock;
use super::project::{Project, clear};
use super::tell;
use super::today::today;
use super::tools::Tools;
use super::trunk::Profile;
use super::watch::{Change, Watch};
use super::workshop::Workshop;
use crate::bundle::Options;

/// How long an author who writes does not save.
const LULL: Duration = Duration::from_secs(1);

/// Serves until it is stopped by Ctrl-C, or until its own code changed: then it starts again as the new program.
pub(super) fn run(project: &Project, args: Serve) -> Result<ExitCode> {
    let lock = Lock::take(&project.work("serve"))?
        .context("`cargo site serve` shows this site already: look at the terminal it runs in, or stop it there")?;
    let tools = Tools::ensure(project)?;
    let live = project.work("serve/live");
    let options = Options {
        shell: project.work("serve/shell"),
        out: project.work("serve/next"),
        base: Some(args.base),
        drafts: true,
        // Without an index and previews: nobody should wait for them, nor does anybody link to what is being written.
        // And without a worker, which would show what was written before.
        ..Options::new(project.root().to_owned(), today())
    };
    let workshop = Workshop { project: project.clone(), tools, profile: Profile::Dev, options, live };
    let runtime = Runtime::new()?;
    let ended = runtime.block_on(async {
        tokio::select! {
            ended = serve(Arc::new(workshop), args.port) => ended.map(|()| true),
            stopped = ctrl_c() => stopped.map(|()| false).context("Ctrl-C cannot be heard"),
        }
    });
    // A page that listens for news would hold the server for ever.
    runtime.shutdown_background();
    // The new program takes it anew.
    drop(lock);
    if ended? { restart(project) } else { Ok(ExitCode::SUCCESS) }
}

/// Serves and builds, until this program itself is to be replaced.
async fn serve(workshop: Arc<Workshop>, port: u16) -> Result<()> {
    let live = Live::new();
    let base = workshop.options.base.clone().unwrap_or_default();
    let router = live.wrap(files(workshop.live.clone(), &base));
    let (address, _server) = match listen(router, port).await {
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            bail!(
                "port {port} is taken: stop what runs there, or say `cargo site serve --port {}`",
                port.wrapping_add(1)
            )
        }
        listening => listening.with_context(|| format!("port {port} cannot be listened on"))?,
    };
    // Not before the port is ours: another server may show what is there.
    clear(&workshop.live)?;
    let mut watch = Watch::new(workshop.project.root())?;
    let mut change = Change::Shell;
    loop {
        let bench = Arc::clone(&workshop);
        let done = spawn_blocking(move || work(&bench, change)).await;
        let mut owed = Change::Content;
        let mut built = false;
        match done.unwrap_or_else(|stopped| Err(anyhow!("the bundler stopped unexpectedly: {stopped}"))) {
            Ok(Done::Built(summary)) => {
                println!("{summary} · http://localhost:{}{base}", address.port());
                live.changed(change != Change::Content);
                built = true;
            }
            Ok(Done::Compiled) => return Ok(()),
            Err(error) => {
                tell(workshop.project.root(), &error);
                live.failed(format!("{error:#}"));
                owed = change;
            }
        }
        // What takes longer than an author waits is made in a lull.
        let next = watch.next();
        tokio::pin!(next);
        let saved = match timeout(LULL, &mut next).await {
            Ok(saved) => saved,
            Err(_) if built => {
                let bench = Arc::clone(&workshop);
                if let Ok(Err(error)) = spawn_blocking(move || bench.index()).await {
                    eprintln!("the search index: {error:#}");
                }
                next.await
            }
            Err(_) => next.await,
        };
        // What failed is to be done together with the next change, which is the author's answer to it.
        change = saved?.max(owed);
    }
}

enum Done {
    Built(String),
    /// There is a newer one of this program.
    Compiled,
}

fn work(workshop: &Workshop, change: Change) -> Result<Done> {
    if change == Change::Program {
        println!("The code changed: the program is compiled anew.");
        let status = workshop.project.cargo().args(["build", "--quiet", "--release"]).status()?;
        ensure!(status.success(), "the program does not compile: cargo says why in the terminal");
        return Ok(Done::Compiled);
    }
    let start = Instant::now();
    if change == Change::Shell {
        workshop.shell()?;
    }
    let report = workshop.pages()?;
    draw::print(workshop.project.root(), &report.findings);
    Ok(Done::Built(format!("{} pages, {:.1} s", report.pages, start.elapsed().as_secs_f64())))
}

/// Becomes the program that was just compiled, with the same arguments. Open pages find it and load themselves anew.
fn restart(project: &Project) -> Result<ExitCode> {
    let mut cargo: Command = project.cargo();
    cargo.args(["run", "--quiet", "--release", "--"]).args(env::args_os().skip(1));
    #[cfg(unix)]
    return Err(std::os::unix::process::CommandExt::exec(&mut cargo).into());
    #[cfg(not(unix))]
    return Ok(if cargo.status()?.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE });
}
