//! `cargo site serve`: shows the site while it is being written.

use std::env;
use std::io::ErrorKind;
use std::process::{Command, ExitCode};
use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context, Result, anyhow, bail, ensure};
use tokio::runtime::Runtime;
use tokio::signal::ctrl_c;
use tokio::task::spawn_blocking;

use crate::bundle::{BuiltSite, Options};
use crate::cli::args::Serve;
use crate::cli::lock::Lock;
use crate::cli::project::Project;
use crate::cli::server::allowed_hosts::AllowedHosts;
use crate::cli::server::current_site::CurrentSite;
use crate::cli::server::host::files;
use crate::cli::server::listen::listen;
use crate::cli::server::live_reload::Live;
use crate::cli::server::watch::{Change, Watch};
use crate::cli::terminal::diagnostics;
use crate::cli::terminal::exit::report_error;
use crate::cli::today::today;
use crate::cli::toolchain::tools::Tools;
use crate::cli::toolchain::trunk::{self, Profile};

/// The state of the command.
struct Server {
    project: Project,
    tools: Tools,
    options: Options,
    /// The base path of the site.
    base: String,
    stage: CurrentSite,
}

/// Serves until Ctrl-C, or until the program's own code has changed: then restarts as the new program.
pub(crate) fn run(project: &Project, args: Serve) -> Result<ExitCode> {
    let lock = Lock::take(&project.work("serve"))?
        .context("`cargo site serve` shows this site already: look at the terminal it runs in, or stop it there")?;
    let server = Server {
        project: project.clone(),
        tools: Tools::ensure(project)?,
        options: Options {
            shell: project.work("serve/shell"),
            base: Some(args.base.clone()),
            drafts: true,
            // No previews: nobody links to a draft. No service worker: it would show an older state.
            ..Options::new(project.root().to_owned(), today(project.root()))
        },
        base: args.base,
        stage: CurrentSite::default(),
    };
    let runtime = Runtime::new()?;
    let ended = runtime.block_on(async {
        tokio::select! {
            ended = serve(Arc::new(server), args.port, AllowedHosts::new(args.hosts)) => ended.map(|()| true),
            stopped = ctrl_c() => stopped.map(|()| false).context("Ctrl-C cannot be heard"),
        }
    });
    // Open SSE connections never end, so a graceful shutdown would block.
    runtime.shutdown_background();
    // The new program takes the lock again.
    drop(lock);
    if ended? { restart(project) } else { Ok(ExitCode::SUCCESS) }
}

/// Serves and rebuilds, until this program is to be replaced.
async fn serve(server: Arc<Server>, port: u16, hosts: AllowedHosts) -> Result<()> {
    let live = Live::new();
    let router = hosts.guard(live.wrap(files(server.stage.clone(), &server.base)));
    let (address, _task) = match listen(router, port).await {
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            bail!(
                "port {port} is taken: stop what runs there, or say `cargo site serve --port {}`",
                port.wrapping_add(1)
            )
        }
        listening => listening.with_context(|| format!("port {port} cannot be listened on"))?,
    };
    let mut watch = Watch::new(server.project.root())?;
    let mut change = Change::Shell;
    loop {
        let worker = Arc::clone(&server);
        let done = spawn_blocking(move || work(&worker, change)).await;
        let mut owed = Change::Content;
        match done.unwrap_or_else(|stopped| Err(anyhow!("the bundler stopped unexpectedly: {stopped}"))) {
            Ok(Done::Built(summary)) => {
                println!("{summary} · http://localhost:{}{}", address.port(), server.base);
                live.changed(change != Change::Content);
            }
            Ok(Done::Compiled) => return Ok(()),
            Err(error) => {
                report_error(server.project.root(), &error);
                live.failed(format!("{error:#}"));
                owed = change;
            }
        }
        // A failed change is done again with the next one, which is probably its fix.
        change = watch.next().await?.max(owed);
    }
}

enum Done {
    Built(String),
    /// A newer build of this program exists.
    Compiled,
}

fn work(server: &Server, change: Change) -> Result<Done> {
    let Server { project, tools, options, base, stage } = server;
    if change == Change::Program {
        println!("The code changed: the program is compiled anew.");
        let status = project.cargo().args(["build", "--quiet", "--release"]).status()?;
        ensure!(status.success(), "the program does not compile: cargo says why in the terminal");
        return Ok(Done::Compiled);
    }
    let start = Instant::now();
    if change == Change::Shell {
        trunk::shell(project, tools, Profile::Dev, base, &options.shell)?;
    }
    // The date changes while a server runs.
    let made = BuiltSite::new(&Options { today: today(project.root()), ..options.clone() })?;
    let report = made.report();
    stage.show(made);
    diagnostics::print(project.root(), &report.findings, false);
    Ok(Done::Built(format!("{} pages, {:.2} s", report.pages, start.elapsed().as_secs_f64())))
}

/// Replaces this process by the newly compiled program, with the same arguments. Open pages reconnect and reload.
fn restart(project: &Project) -> Result<ExitCode> {
    let mut cargo: Command = project.cargo();
    cargo.args(["run", "--quiet", "--release", "--"]).args(env::args_os().skip(1));
    #[cfg(unix)]
    return Err(std::os::unix::process::CommandExt::exec(&mut cargo).into());
    #[cfg(not(unix))]
    return Ok(if cargo.status()?.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE });
}
