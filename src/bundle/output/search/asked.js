// What was asked for, and which of Pagefind's hits have it. Pagefind looks for the words that begin with the stem of what
// was asked for. Where there is none, it takes the longest word that the stem begins with: `a` for `axolotl`. So its hits
// are judged by what it tells of them: the stem of each term, and which words of its index it has found.

// How many texts are read for one question, where only the text can tell.
const READ = 40;

// As Pagefind compares: in small letters and without marks, but for those that make another letter of a kana.
const fold = (text) => text.normalize("NFD").replace(/(?![\u3099\u309a])\p{M}/gu, "").toLowerCase();
// Signs are in no word of the index.
const SIGNS = /[^\p{Alphabetic}\p{N}\p{M}]+/gu;
const SYMBOL = /^[\p{S}\p{Pc}#@&%*/\\]|[\p{S}\p{Pc}#@&%*/\\]$/u;
const bare = (text) => text.normalize("NFC").replace(SIGNS, "");

// The terms of a question, without those that are nothing but signs. `word`: as the index has it; `begun`: more of it may
// follow; `sign`: as it was typed, if a sign of it can tell two words apart (`C++`, `$HOME`); `bound`: without its sign
// it would be no word.
const read = (question) => question.split(/\s+/).flatMap((typed) => {
  const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(typed);
  const word = /[\p{Alphabetic}\p{N}]/u.test(typed) ? bare(typed) : emoji ? typed : "";
  const begun = /[\p{Alphabetic}\p{N}\p{M}]$/u.test(typed);
  const sign = SYMBOL.test(typed) && !emoji && fold(typed);
  return word ? [{ word, begin: fold(word), begun, sign, bound: sign && [...word].length === 1 }] : [];
});

// The terms with their stems. A language that writes no spaces is taken apart by Pagefind, and has no stems.
const stemmed = (terms, stems) => stems.length === terms.length
  ? terms.map((term, index) => ({ ...term, stem: stems[index] }))
  : stems.map((stem) => ({ word: stem, begin: fold(stem), begun: true, stem }));

// Whether a word of the index is the term, a form of it, or begins with it.
const is = ({ stem, begin, begun }, word) => word === stem || begun && fold(word).startsWith(begin);
// Whether the text of a word may begin with the term though its stem does not: `running` with `runn`.
const may = ({ stem, begun }, word) =>
  begun && word.length > 1 && (stem.startsWith(word) || word.startsWith(stem));

// The text that begins at a place. Where Pagefind took it apart, what follows belongs to it.
const textAt = ({ raw_content }, { location }) => {
  const apart = raw_content.includes("\u200b");
  const words = raw_content.split(apart ? "\u200b" : /[^\S\ufeff]+/);
  const text = apart ? words.slice(location, location + 8).join("") : words[location] ?? "";
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
};
const begins = (text, { begin }) => [bare(text), ...text.split(SIGNS)].some((part) => fold(part).startsWith(begin));
const isAt = (data, place, term) => {
  const word = place.verbose.word_string;
  return is(term, word) || may(term, word) && begins(textAt(data, place), term);
};

// Keeps those of the hits, best first, that pass a test of their text; of no more than READ.
const keep = async (hits, test) => {
  const passed = await Promise.all(hits.slice(0, READ).map(async (hit) => test(await hit.data())));
  return hits.filter((_, index) => passed[index]);
};

// The hits that have every term.
const sound = async (results, terms) => {
  // In quotation marks (an exact search, which takes nothing else) or by a tag alone: nothing to judge.
  if (!terms.length || results.some(({ scores }) => !scores)) return results;
  const each = (test) => ({ scores }) => terms.every((term) => scores.some(({ search_term }) => test(term, search_term)));
  const sure = results.filter(each(is));
  const unsure = results.filter((hit) => !sure.includes(hit) && each((term, word) => is(term, word) || may(term, word))(hit));
  const has = (test) => (data) => terms.every((term) => data.weighted_locations.some((place) => test(data, place, term)));
  const found = [...sure, ...await keep(unsure, has(isAt))];
  if (!terms.some(({ sign }) => sign)) return found;
  // With its signs if it is anywhere, else without.
  const typed = await keep(found, has((data, place, { sign }) => !sign || fold(textAt(data, place)).includes(sign)));
  return typed.length || terms.some(({ bound }) => bound) ? typed : found;
};

// What Pagefind knows of a hit, once it marks no more than what was asked for. It marks what is in this list of its own.
const marked = async (hit, terms) => {
  const data = await hit.data();
  const places = data.weighted_locations;
  if (!terms.length || places.some(({ verbose }) => !verbose)) return data;
  places.splice(0, places.length, ...places.filter((place) => terms.some((term) => isAt(data, place, term))));
  return hit.data();
};

