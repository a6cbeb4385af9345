// Generated articles as JSON Lines, for measuring: node tests/bench/corpus.mjs COUNT
//
// Invented news from sentence patterns and a fixed seed: 1.5 to 11 KB an article (4 KB on average, as agencies write), stories of
// a few articles that share people, figures and some sentences, and one article in ten a near-copy of an earlier one (sentences
// dropped, two words in a hundred changed). Two stories share no more wording than two real ones do. Not for quality.
import { pathToFileURL } from 'node:url';
import { generator, kPatterns, kWords } from './corpus_words.mjs';

const capital = (word) => word[0].toUpperCase() + word.slice(1);

// What the articles of one story have in common: cast, place, figures, and sentences that are told again.
function story(g) {
  const person = () => `${g.pick(kWords.first)} ${g.name(2)}`;
  const cast = Array.from({ length: 6 }, () => ({ name: person(), office: g.pick(kWords.offices) }));
  return {
    cast,
    bodies: Array.from({ length: 4 }, () => `${g.name(2)} ${g.pick(kWords.bodies)}`),
    places: Array.from({ length: 4 }, () => g.name(2 + g.below(2))),
    topic: `${g.pick(kWords.adjectives)} ${g.pick(kWords.events)}`,
    year: 2019 + g.below(7), month: 1 + g.below(12), day: 1 + g.below(26),
    told: [],
  };
}

function sentence(g, s) {
  if (s.told.length > 12 && g.below(10) < 2) return g.pick(s.told);
  const made = g.pick(kPatterns)(g, s);
  s.told.push(capital(made));
  return capital(made);
}

function article(g, s, number) {
  const target = 1500 + Math.floor(Math.min(9500, -Math.log(1 - g.below(1000) / 1020) * 2600));
  const paragraphs = [];
  for (let length = 0; length < target; length += paragraphs[paragraphs.length - 1].length + 2) {
    paragraphs.push(Array.from({ length: 1 + g.below(4) }, () => sentence(g, s)).join(' '));
  }
  const two = (n) => String(n).padStart(2, '0');
  return { id: `generated-${String(number).padStart(5, '0')}`, title: `${capital(s.topic)} in ${s.places[0]}: ${g.pick(kWords.heads)}`,
    date: `${s.year}-${two(s.month)}-${two(Math.min(28, s.day + g.below(3)))}`, sitename: `${g.pick(s.places)} ${g.pick(kWords.papers)}`,
    text: paragraphs.join('\n\n') };
}

function nearCopy(g, original, number) {
  const paragraphs = original.text.split('\n\n').map((p) => p.replace(/\b[a-z]{5,}\b/g, (w) => (g.below(50) === 0 ? g.pick(kWords.nouns) : w)));
  for (let drop = 1 + g.below(2); drop > 0 && paragraphs.length > 3; drop -= 1) paragraphs.splice(1 + g.below(paragraphs.length - 2), 1);
  return { ...original, id: `generated-${String(number).padStart(5, '0')}`, title: `${original.title}, ${g.pick(kWords.heads)}`,
    sitename: `${g.name(2)} ${g.pick(kWords.papers)}`, text: paragraphs.join('\n\n') };
}

export function benchArticles(count, seed = 20250826) {
  const g = generator(seed);
  const articles = [];
  let current = story(g);
  for (let i = 0; i < count; i += 1) {
    if (g.below(6) === 0) current = story(g);
    const copy = i > 20 && g.below(10) === 0;
    articles.push(copy ? nearCopy(g, articles[g.below(articles.length)], i) : article(g, current, i));
  }
  return articles;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const record of benchArticles(Number(process.argv[2] ?? 1000))) process.stdout.write(JSON.stringify(record) + '\n');
}
