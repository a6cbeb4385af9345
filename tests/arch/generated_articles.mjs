// Invented articles from sentence patterns and a fixed seed: stories with copies, changed figures, quotes cut short,
// dates in every form. For tests of sameness and for the benchmark; not for quality.

// Small linear congruential generator (Numerical Recipes' constants): the same on every machine.
function generator(seed) {
  let state = seed >>> 0;
  const below = (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * n);
  };
  return { below, pick: (list) => list[below(list.length)] };
}

const kPlaces = ['Velda', 'Port Amry', 'Kesterholm', 'San Tirso', 'Olvan', 'Břežany', 'Nagasuma', 'Lower Tarn'];
const kPeople = ['Elena Marsh', 'Tomas Okafor', 'Ruth Lindqvist', 'Prime Minister Adan Sorley', 'Dr. Wen Halloran', 'Józef Brandt'];
const kOrganizations = ['the River Board', 'Amry Shipping Ltd', 'the Health Ministry', 'Tarn University', 'the Dockers’ Union'];
const kMonths = ['January', 'March', 'May', 'August', 'October', 'December'];
const kWeekdays = ['Monday', 'Tuesday', 'Thursday', 'Saturday'];
const kTopics = ['flood', 'strike', 'budget', 'vaccination drive', 'ferry accident', 'election'];
const kSaid = ['said', 'told reporters', 'added', 'warned'];
const kSpeech = ['We will not leave anyone behind', 'The numbers speak for themselves', 'This could have been prevented',
  'Nobody expected the water to rise that fast', 'We have asked for talks three times'];
const kOutlets = ['Morning Ledger', 'Coast Herald', 'Upland Post', 'Harbour Times'];

const kPatterns = [
  (g, s) => `At least ${s.dead} people died in the ${s.topic} in ${s.place} on ${s.weekday}, ${s.person} ${g.pick(kSaid)}.`,
  (g, s) => `“${g.pick(kSpeech)},” ${g.pick(kPeople)} of ${g.pick(kOrganizations)} ${g.pick(kSaid)} on ${g.pick(kWeekdays)}.`,
  (g, s) => `The cost is put at $${g.below(90) + 1}.${g.below(9)} million, up ${g.below(40) + 1}% from ${2015 + g.below(9)}.`,
  (g, s) => `${s.person} arrived in ${g.pick(kPlaces)} on ${g.below(27) + 1} ${g.pick(kMonths)} 2025 with ${g.pick(kOrganizations)}.`,
  (g, s) => `About ${(g.below(9) + 1) * 100} households lost power between 6 a.m. and ${g.below(4) + 1}:30 p.m. yesterday.`,
  (g, s) => `${g.pick(kPeople)} called the response “${g.pick(kSpeech).toLowerCase()}” and left.`,
  (g, s) => `Officials in ${s.place} have denied that ${g.pick(kOrganizations)} knew of the ${s.topic} two weeks earlier.`,
  (g, s) => `The next meeting is planned for ${g.pick(kMonths)} ${g.below(27) + 1}, a third of the ${g.below(60) + 12} members being away.`,
];

function story(g) {
  return { place: g.pick(kPlaces), person: g.pick(kPeople), topic: g.pick(kTopics), weekday: g.pick(kWeekdays),
    dead: g.below(30) + 2, day: g.below(27) + 1, month: g.below(12) + 1 };
}

// Every fifth article opens a new story; the others retell the last one, keep some of its sentences and change a figure.
export function generatedArticles(count, seed = 20250504) {
  const g = generator(seed);
  const articles = [];
  let current = null;
  let shared = [];
  for (let i = 0; i < count; i += 1) {
    if (i % 5 === 0) {
      current = story(g);
      shared = Array.from({ length: 6 }, () => g.pick(kPatterns)(g, current));
    }
    const own = Array.from({ length: 3 + g.below(8) }, () =>
      g.pick(kPatterns)(g, { ...current, dead: current.dead + g.below(2) }));
    const sentences = [...shared.slice(0, g.below(7)), ...own];
    const paragraphs = [];
    while (sentences.length > 0) paragraphs.push(sentences.splice(0, 1 + g.below(3)).join(' '));
    const day = `2025-${String(current.month).padStart(2, '0')}-${String(Math.min(28, current.day + g.below(2))).padStart(2, '0')}`;
    articles.push({ id: `generated-${String(i).padStart(5, '0')}`, title: `${current.place} ${current.topic}: ${current.dead} dead`,
      date: day, sitename: g.pick(kOutlets), text: paragraphs.join('\n\n') });
  }
  return articles;
}
