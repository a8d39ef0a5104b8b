//! Hostile text stays text. The policy is disabled here: it would hide faults of the renderer.

use serde_json::Value;

use crate::common::hostile;
use crate::console;
use crate::visit::{Visit, at_root};

const COUNTER: &str = "window.hits = 0; window.hit = () => window.hits++";

/// The faults of the current page: what ran, what could run on interaction, what could pass for a part of the page or
/// of the browser, and what is no longer readable.
const LOOK: &str = r#"
    const [title, end, raw] = arguments;
    const main = document.querySelector('#app > main#main');
    const wrong = [];
    // The schemes that the HTML Standard lists as safe, and the elements that pass in every text.
    const schemes = /^(https?|bitcoin|ftps?|gemini|geo|im|ircs?|magnet|mailto|matrix|mms|news|nntp|openpgp4fpr|sftp|sip|sms|smsto|ssh|tel|urn|webcal|wtai|xmpp):$/;
    const passes = /^<(abbr|br|details|figcaption|figure|img|kbd|mark|picture|small|source|sub|summary|sup|u)(?=[\s>\/])/i;
    const holds = (right, what) => right || wrong.push(what);
    const known = (text) => text.replace(/[\s\u0000-\u001f\u007f\ufffd\ufffe]/g, '');
    holds(window.hits === 0, 'it ran');
    for (const element of document.querySelectorAll('#app *')) {
        const name = element.localName;
        holds(!/^(script|style|iframe|object|embed|form|base|meta|link|template|frame|noscript)$/.test(name), `<${name}>`);
        for (const { name: attribute, value } of element.attributes) {
            holds(!/^on|^(style|srcdoc|formaction|action|ping|background)$/i.test(attribute), `${attribute} of <${name}>`);
            if (/^(xlink:)?href$|^src$|^poster$|^data$/i.test(attribute))
                holds(schemes.test(new URL(value, location).protocol), `${attribute}="${value}"`);
        }
    }
    for (const id of ['app', 'main', 'program', 'announcer'])
        holds(document.querySelectorAll(`#${id}`).length === 1, `one #${id}`);
    holds(document.body instanceof HTMLBodyElement && document.forms instanceof HTMLCollection, 'document.body, .forms');
    holds(typeof document.querySelector === 'function' && typeof document.cookie === 'string', 'the document\'s own names');
    holds(window.location instanceof Location && typeof document.title === 'string', 'window.location');
    holds(known(document.querySelector('h1').textContent) === known(title), 'the title can be read');
    holds(main.textContent.includes('A word before.'), 'the text can be read');
    // HTML that is begun and never ended takes with it what follows, and so does a comment.
    holds(raw || /^<!--(?!.*-->)/.test(title) || main.textContent.includes(end), 'the text can be read to its end');
    const element = /^<[a-z]+(?=[\s>\/])/i.exec(title);
    holds(raw || !element || passes.test(title) || main.querySelector('.text').textContent.includes(element[0]), 'markup is shown as text');
    return wrong.join(', ');
"#;

/// The title of a post, which has its attack.
fn title(text: &str) -> String {
    let line = text.lines().find_map(|line| line.strip_prefix("title = ")).expect("a title");
    serde_json::from_str(line).expect("TOML writes texts as JSON does")
}

async fn nothing_runs(visit: Visit, raw: bool) {
    let hostile = "title = '''</script><script>hit()</script><img src=x onerror=hit()>'''";
    visit.host.edit("site.toml", "title = \"Crumb\"", hostile);
    if raw {
        visit.host.edit("site.toml", "[reply]", "[markdown]\nhtml = true\n\n[reply]");
    }
    let posts = hostile::posts();
    visit.host.adds(posts.clone());
    visit.is_without_policy();
    visit.runs_first(COUNTER);

    let look = async |n: usize, text: &str, how: &str| {
        visit.is("document.readyState", "complete").await;
        visit.still().await;
        let arguments = vec![title(text).into(), hostile::END.into(), raw.into()];
        let wrong = visit.client.execute(LOOK, arguments).await.unwrap_or_else(|error| Value::from(error.to_string()));
        if wrong == "" { None } else { Some(format!("{how} {n}: {wrong}\n{text}")) }
    };
    let mut wrong = Vec::new();
    for (n, (_, text)) in posts.iter().enumerate() {
        visit.arrive(&format!("posts/vector-{n}/")).await;
        wrong.extend(look(n, text, "loaded").await);
    }
    visit.open("about/").await;
    visit.mark().await;
    for (n, (_, text)) in posts.iter().enumerate() {
        let path = format!("posts/vector-{n}/");
        visit.adds_link("Next", &format!("{}{path}", visit.host.base)).await;
        visit.client.execute("document.getElementById('added').click()", vec![]).await.expect("a link to click");
        visit.stands_at(&path).await;
        wrong.extend(look(n, text, "drawn").await);
    }
    for page in ["", "archive/", "tags/", "no/such/page/"] {
        visit.open(page).await;
        visit.is("hits", 0).await;
    }
    assert!(posts.len() > 80 && wrong.is_empty(), "{} of {}:\n{}", wrong.len(), posts.len(), wrong.join("\n"));

    // Checks that the detection works.
    let hit = "document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=x onerror=hit()>')";
    visit.client.execute(hit, vec![]).await.expect("a page to attack");
    visit.is("hits", 1).await;
    console::thrown(&visit.client).await;
}

#[tokio::test]
async fn a_hostile_text_stays_text() {
    at_root(async |visit: Visit| nothing_runs(visit, false).await).await;
}

#[tokio::test]
async fn a_hostile_text_whose_html_is_allowed_runs_nothing() {
    at_root(async |visit: Visit| nothing_runs(visit, true).await).await;
}
