//! Who the owner of a new site is: from the options, from questions in a terminal, or by default.

use std::io::{IsTerminal, Write, stdin, stdout};

use anyhow::{Context, Result, bail};

use crate::bundle::input::config::site_url::origin_and_base;
use crate::cli::args::Init;

pub(super) struct Answers {
    pub(super) name: String,
    pub(super) title: String,
    pub(super) url: String,
}

/// What an answer has to be, or why it is not.
type Check = fn(&str) -> Result<(), &'static str>;

impl Answers {
    /// Asks for each answer that the options leave out, if a person is at the terminal. An empty answer is the default.
    pub(super) fn ask(args: &Init) -> Result<Self> {
        let name = answer("--name", args.name.as_deref(), "Your name", "Alex Doe", is_text)?;
        let title = answer("--title", args.title.as_deref(), "The title of the site", &name, is_text)?;
        let default = "https://example.github.io/";
        let url = answer("--url", args.url.as_deref(), "The address it will have", default, is_address)?;
        Ok(Self { name, title, url })
    }
}

fn is_text(text: &str) -> Result<(), &'static str> {
    if text.is_empty() { Err("it is empty: write at least one letter") } else { Ok(()) }
}

/// Whether a text is the full address of a site.
pub(super) fn is_address(text: &str) -> Result<(), &'static str> {
    origin_and_base(text).map(drop).ok_or("it is not a full address: write one such as https://you.github.io/")
}

/// An answer on one line: that of the option, else that of the terminal, else the default.
fn answer(option: &str, given: Option<&str>, question: &str, default: &str, check: Check) -> Result<String> {
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(given) = given.map(one_line) {
        return match check(&given) {
            Ok(()) => Ok(given),
            Err(reason) => bail!("{option} \"{given}\": {reason}"),
        };
    }
    if !stdin().is_terminal() || !stdout().is_terminal() {
        return Ok(default.to_owned());
    }
    loop {
        let answer = one_line(&ask(question, default)?);
        match check(&answer) {
            _ if answer.is_empty() => return Ok(default.to_owned()),
            Ok(()) => return Ok(answer),
            Err(reason) => println!("\"{answer}\": {reason}"),
        }
    }
}

fn ask(question: &str, default: &str) -> Result<String> {
    print!("{question} [{default}]: ");
    stdout().flush().context("the question cannot be shown")?;
    let mut answer = String::new();
    let read = stdin().read_line(&mut answer).context("the answer cannot be read")?;
    if read == 0 {
        bail!("the input has ended; nothing was written")
    }
    Ok(answer)
}
