// The one connection on which the server tells all open pages of a site what is new: a browser opens six to a host, and
// each page needs one to load. It runs as a SharedWorker, as long as a page is open.
const pages = new BroadcastChannel("/_site/news");
let news;

const listen = () => {
  const events = new EventSource("/_site/events");
  events.onmessage = ({ data }) => pages.postMessage(news = JSON.parse(data));
  // After a lost connection the browser tries again by itself, but not after another answer than a stream.
  events.onerror = () => events.readyState === EventSource.CLOSED && setTimeout(listen, 1000);
};

// A page that comes later missed what was told before.
self.onconnect = () => news && pages.postMessage(news);
listen();
