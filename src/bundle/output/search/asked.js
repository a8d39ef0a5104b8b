// The terms of a query, and a filter for Pagefind's hits. Pagefind finds words that begin with the stem of a term. If
// there is none, it takes the longest word that the stem begins with: `a` for `axolotl`. So hits are filtered by what it
// reports: the stem of each term, and the words of the index that it found.

// How many texts are read for one query, if only the text can decide.
const READ = 40;

// Folds as Pagefind does: lower case, without diacritics except the voicing marks of kana.
const fold = (text) => text.normalize("NFD").replace(/(?![\u3099\u309a])\p{M}/gu, "").toLowerCase();
// Words of the index have no symbols.
const SIGNS = /[^\p{Alphabetic}\p{N}\p{M}]+/gu;
const SYMBOL = /^[\p{S}\p{Pc}#@&%*/\\]|[\p{S}\p{Pc}#@&%*/\\]$/u;
const bare = (text) => text.normalize("NFC").replace(SIGNS, "");

// The terms of a query, without those of symbols only. `word`: as in the index; `begun`: it may be the start of a longer
// word; `sign`: as typed, if a symbol in it distinguishes words (`C++`, `$HOME`); `bound`: one letter without its symbol.
const read = (question) => question.split(/\s+/).flatMap((typed) => {
  const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(typed);
  const word = /[\p{Alphabetic}\p{N}]/u.test(typed) ? bare(typed) : emoji ? typed : "";
  const begun = /[\p{Alphabetic}\p{N}\p{M}]$/u.test(typed);
  const sign = SYMBOL.test(typed) && !emoji && fold(typed);
  return word ? [{ word, begin: fold(word), begun, sign, bound: sign && [...word].length === 1 }] : [];
});

// The terms with their stems. Languages without spaces are segmented by Pagefind, and have no stems.
const stemmed = (terms, stems) => stems.length === terms.length
  ? terms.map((term, index) => ({ ...term, stem: stems[index] }))
  : stems.map((stem) => ({ word: stem, begin: fold(stem), begun: true, stem }));

// Whether a word of the index is the term, a form of it, or begins with it.
const is = ({ stem, begin, begun }, word) => word === stem || begun && fold(word).startsWith(begin);
// Whether the written word may begin with the term although its stem does not: `running` with `runn`.
const may = ({ stem, begun }, word) =>
  begun && word.length > 1 && (stem.startsWith(word) || word.startsWith(stem));

// The text at a location. If Pagefind segmented it, the next segments are included.
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

// The hits whose text passes a test, in the same order. Tests at most READ of them.
const keep = async (hits, test) => {
  const passed = await Promise.all(hits.slice(0, READ).map(async (hit) => test(await hit.data())));
  return hits.filter((_, index) => passed[index]);
};

// The hits that contain all terms.
const sound = async (results, terms) => {
  // An exact search (in quotation marks) and a search by tag only need no filter.
  if (!terms.length || results.some(({ scores }) => !scores)) return results;
  const each = (test) => ({ scores }) => terms.every((term) => scores.some(({ search_term }) => test(term, search_term)));
  const sure = results.filter(each(is));
  const unsure = results.filter((hit) => !sure.includes(hit) && each((term, word) => is(term, word) || may(term, word))(hit));
  const has = (test) => (data) => terms.every((term) => data.weighted_locations.some((place) => test(data, place, term)));
  const found = [...sure, ...await keep(unsure, has(isAt))];
  if (!terms.some(({ sign }) => sign)) return found;
  // With the symbols as typed, if any text has them; otherwise without.
  const typed = await keep(found, has((data, place, { sign }) => !sign || fold(textAt(data, place)).includes(sign)));
  return typed.length || terms.some(({ bound }) => bound) ? typed : found;
};

// The data of a hit, with only the terms marked. Pagefind marks the locations in its own list, which is edited here.
const marked = async (hit, terms) => {
  const data = await hit.data();
  const places = data.weighted_locations;
  if (!terms.length || places.some(({ verbose }) => !verbose)) return data;
  places.splice(0, places.length, ...places.filter((place) => terms.some((term) => isAt(data, place, term))));
  return hit.data();
};

