//! What the page asks its worker, and what it is told: one question at a time, of those that wait the newest.

use personal_page::bundle::preview::Preview;

use super::messages::{Answer, Ask, FromWorker, Question, ToWorker};
use crate::text::edit::Edit;

/// How often in a row a worker is started again that answers nothing.
const RESTARTS: u32 = 3;
/// The pause before a worker is started again whose program has not come, in milliseconds. The next one is four times as
/// long: a network that fails is often there again soon.
const PAUSE_MS: i32 = 1_000;

/// The side of the page. It sends nothing itself: its functions return what is to be sent.
#[derive(Debug, Default)]
pub struct Client {
    /// The number of the last question.
    last: u32,
    /// The number of the question that the worker has.
    asked: Option<u32>,
    /// The newest question that is not sent yet.
    waiting: Option<(u32, Question)>,
    /// The text that the worker has.
    text: String,
    /// The HTML of the last answer.
    html: String,
    /// Whether the worker can be asked.
    is_ready: bool,
    /// How often the worker was started again since it last answered.
    restarts: u32,
    /// How long the next worker is to wait, in milliseconds.
    pause_ms: i32,
}

/// What the page is told.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// The worker has the data of the site, or that of the changed site.
    Ready,
    /// The answer to a question.
    Answer {
        /// The number of the question.
        id: u32,
        /// The prepared text.
        preview: Box<Preview>,
        /// Whether there is no newer question.
        is_latest: bool,
    },
    /// Something went wrong, and the worker goes on.
    Trouble(String),
    /// The worker has failed with the question of this number, if it had one, and is started again.
    Restarted(Option<u32>),
    /// The worker has failed too often: there are no more answers.
    Stopped,
}

impl Client {
    /// A new question. Returns its number, and what is to be sent now. One that is not sent yet becomes void.
    pub fn ask(&mut self, question: Question) -> (u32, Option<ToWorker>) {
        self.last += 1;
        self.waiting = Some((self.last, question));
        (self.last, self.next())
    }

    /// A message from the worker. Returns what the page is told, and what is to be sent now.
    pub fn hear(&mut self, message: FromWorker) -> (Heard, Option<ToWorker>) {
        let heard = match message {
            FromWorker::Ready => {
                self.is_ready = true;
                Heard::Ready
            }
            FromWorker::Answer(Answer { id, html, mut preview }) => {
                self.asked.take_if(|asked| *asked == id);
                self.restarts = 0;
                self.html = html.apply(&self.html);
                preview.html.clone_from(&self.html);
                Heard::Answer { id, preview, is_latest: id == self.last }
            }
            FromWorker::Trouble(message) => Heard::Trouble(message),
        };
        (heard, self.next())
    }

    /// The worker has failed. Its question is not asked again, as it may be the reason. Unless the page is told that it has
    /// [`Stopped`](Heard::Stopped), another worker is to be started.
    pub fn failed(&mut self) -> Heard {
        let question = self.asked.take();
        self.pause_ms = if self.is_ready { 0 } else { PAUSE_MS << (2 * self.restarts.min(RESTARTS)) };
        self.is_ready = false;
        // The next worker knows nothing.
        self.text.clear();
        self.html.clear();
        self.restarts += 1;
        if self.restarts > RESTARTS { Heard::Stopped } else { Heard::Restarted(question) }
    }

    /// How long the worker after one that has failed is to wait before it is started, in milliseconds.
    #[must_use]
    pub fn pause_ms(&self) -> i32 {
        self.pause_ms
    }

    /// The number of the question that the worker has.
    #[must_use]
    pub fn asked(&self) -> Option<u32> {
        self.asked
    }

    fn next(&mut self) -> Option<ToWorker> {
        if !self.is_ready || self.asked.is_some() {
            return None;
        }
        let (id, Question { path, text, pictures }) = self.waiting.take()?;
        self.asked = Some(id);
        let change = Edit::between(&self.text, &text);
        self.text = text;
        Some(ToWorker::Ask(Ask { id, question: Question { path, text: change, pictures } }))
    }
}

#[cfg(test)]
mod tests {
    use super::{Client, Heard};
    use crate::text::edit::Edit;
    use crate::worker::messages::{Answer, Ask, FromWorker, Question, ToWorker};

    fn question(text: &str) -> Question {
        Question { text: text.to_owned(), ..Question::default() }
    }

    /// The question with a text to a worker that has another.
    fn ask_after(before: &str, id: u32, text: &str) -> Option<ToWorker> {
        let question = Question { path: String::new(), text: Edit::between(before, text), pictures: Vec::new() };
        Some(ToWorker::Ask(Ask { id, question }))
    }

    fn ask(id: u32, text: &str) -> Option<ToWorker> {
        ask_after("", id, text)
    }

    fn answer(id: u32) -> FromWorker {
        FromWorker::Answer(Answer { id, html: Edit::between("", ""), preview: Box::default() })
    }

    fn html_of(heard: Heard) -> String {
        let Heard::Answer { preview, .. } = heard else { panic!("no answer: {heard:?}") };
        preview.html
    }

    fn ready() -> Client {
        let mut client = Client::default();
        client.hear(FromWorker::Ready);
        client
    }

    #[test]
    fn a_question_waits_until_the_worker_is_ready() {
        let mut client = Client::default();
        assert_eq!(client.ask(question("a")), (1, None));
        assert_eq!(client.hear(FromWorker::Ready), (Heard::Ready, ask(1, "a")));
    }

    #[test]
    fn of_the_questions_that_wait_the_newest_is_asked() {
        let mut client = ready();
        assert_eq!(client.ask(question("a")), (1, ask(1, "a")));
        assert_eq!(client.ask(question("ab")), (2, None));
        assert_eq!(client.ask(question("abc")), (3, None));
        let (heard, next) = client.hear(answer(1));
        assert!(matches!(heard, Heard::Answer { is_latest: false, .. }));
        assert_eq!(next, ask_after("a", 3, "abc"));
        let (heard, next) = client.hear(answer(3));
        assert!(matches!(heard, Heard::Answer { is_latest: true, .. }));
        assert_eq!(next, None);
    }

    #[test]
    fn a_second_answer_to_a_question_is_told_and_frees_no_other() {
        let mut client = ready();
        client.ask(question("a"));
        client.hear(answer(1));
        let (heard, _) = client.hear(answer(1));
        assert!(matches!(heard, Heard::Answer { is_latest: true, .. }));
        client.ask(question("b"));
        client.ask(question("c"));
        let (heard, next) = client.hear(answer(1));
        assert!(matches!(heard, Heard::Answer { is_latest: false, .. }));
        assert_eq!((next, client.asked()), (None, Some(2)));
    }

    #[test]
    fn a_question_that_ends_a_worker_is_not_asked_again_but_a_newer_one_is() {
        let mut client = ready();
        client.ask(question("deadly"));
        client.ask(question("harmless"));
        assert_eq!((client.failed(), client.pause_ms()), (Heard::Restarted(Some(1)), 0));
        assert_eq!(client.asked(), None);
        assert_eq!(client.hear(FromWorker::Ready).1, ask(2, "harmless"));
    }

    #[test]
    fn a_long_text_and_its_page_are_sent_once_and_then_what_changes() {
        let (long, longer) = ("bread ".repeat(9000), "bread ".repeat(8000) + "and butter " + &"bread ".repeat(1000));
        let mut client = ready();
        client.ask(question(&long));
        let answer = |id, before: &str, html: &str| {
            FromWorker::Answer(Answer { id, html: Edit::between(before, html), preview: Box::default() })
        };
        assert_eq!(html_of(client.hear(answer(1, "", &long)).0), long);
        let (_, sent) = client.ask(question(&longer));
        assert!(serde_json::to_string(&sent).expect("JSON").len() < 300, "{sent:?}");
        assert_eq!(html_of(client.hear(answer(2, &long, &longer)).0), longer);
        // A new worker has neither.
        client.failed();
        client.hear(FromWorker::Ready);
        assert_eq!(client.ask(question(&longer)).1, ask(3, &longer));
        assert_eq!(html_of(client.hear(answer(3, "", &long)).0), long);
    }

    #[test]
    fn a_worker_that_never_answers_is_not_started_for_ever() {
        let mut client = Client::default();
        for pause in [1_000, 4_000, 16_000] {
            assert_eq!((client.failed(), client.pause_ms()), (Heard::Restarted(None), pause));
        }
        assert_eq!(client.failed(), Heard::Stopped);
    }

    #[test]
    fn a_worker_that_answers_may_fail_again_later() {
        let mut client = ready();
        for n in 1..10 {
            assert!(matches!(client.failed(), Heard::Restarted(_)));
            client.hear(FromWorker::Ready);
            client.ask(question("a"));
            client.hear(answer(n));
        }
    }
}
