// The words and sentence patterns of the generated corpus, and its generator of numbers. All invented here.

// Linear congruential (Numerical Recipes' constants): the same on every machine. name(n): an invented proper name of n syllables.
export function generator(seed) {
  let state = seed >>> 0;
  const below = (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * n);
  };
  const pick = (list) => list[below(list.length)];
  const name = (n) => {
    let word = '';
    for (let i = 0; i < n; i += 1) word += pick(kOnsets) + pick(kRhymes);
    return word[0].toUpperCase() + word.slice(1);
  };
  return { below, pick, name };
}

const words = (text) => text.trim().split(/\s+/);
const kOnsets = words('b br d dr f g gr h k kl l m n p pr r s st t tr v w z sh th');
const kRhymes = words('a an ar e el en er i in is o on or os u ul un al am est ov ick');

export const kWords = {
  first: words(`Amara Bruno Chen Dalia Erik Fatima Goran Hana Idris Julia Kofi Lena Mateo Nadia Omar Petra Quentin Rosa Sanjay Tomas
    Ursula Viktor Wen Yara Zoltan Alice Boris Clara Daniel Esther Farid Greta Hugo Irene Jakob Karin Leon Maria Nils Olga`),
  offices: ['President', 'Prime Minister', 'Governor', 'Mayor', 'Professor', 'Dr.', 'Judge', 'General', 'Ambassador', 'Senator',
    'Foreign Minister', 'Police Chief'],
  bodies: ['University', 'Ministry', 'Police', 'Council', 'Bank', 'Airlines', 'Energy Ltd', 'Hospital', 'Institute', 'Union',
    'Port Authority', 'Court'],
  papers: ['Ledger', 'Herald', 'Post', 'Times', 'Courier', 'Tribune', 'Gazette'],
  heads: ['what is known', 'talks go on', 'officials meet', 'more questions', 'a long night', 'court to decide', 'costs rise',
    'rescue continues', 'vote delayed', 'inquiry opens'],
  adjectives: words(`sudden bitter costly local quiet public severe steady unusual rapid coastal northern rural hidden broad narrow
    official early late fragile open heavy minor joint final`),
  events: words(`flood strike election budget trial merger outage drought protest summit fire accident reform deal auction eviction
    vaccination blockade festival shortage`),
  nouns: words(`bridge harvest valley committee report pipeline ferry garden market engine library contract harbour winter border
    railway factory orchard shelter witness permit tunnel hospital reservoir teacher cargo archive treaty surgeon pension mortgage
    customs tariff festival glacier satellite vessel inquiry defence payment warehouse lawyer corridor signal sample furnace
    meadow ledger rumour veteran farmer turbine ballot chapel estuary curfew levy fishery textile quarry subsidy vaccine`),
  plurals: words(`households soldiers tonnes workers voters pupils passengers homes farms vehicles patients tickets barrels trees
    shares complaints hectares books engineers nurses`),
  verbs: words(`approved inspected repaired postponed financed criticised defended abandoned extended measured restored challenged
    reopened surveyed guarded audited replaced welcomed delayed dismissed`),
  said: ['said', 'told reporters', 'added', 'warned', 'insisted', 'told a news conference', 'wrote in a statement', 'argued'],
  months: words('January February March April May June July August September October November December'),
  weekdays: words('Monday Tuesday Wednesday Thursday Friday Saturday Sunday'),
};

const person = (g, s) => {
  const p = g.pick(s.cast);
  return g.below(3) === 0 ? `${p.office} ${p.name}` : g.below(2) === 0 ? p.name : p.name.split(' ')[1];
};
const adjective = (g) => g.pick(kWords.adjectives);
const noun = (g) => g.pick(kWords.nouns);
const thing = (g) => (g.below(2) === 0 ? `the ${noun(g)}` : `the ${adjective(g)} ${noun(g)}`);
const verb = (g) => g.pick(kWords.verbs);
const number = (g) => [String(g.below(90) + 10), `${g.below(9) + 1},${g.below(900) + 100}`, `${g.below(90) + 10}.${g.below(9) + 1} million`][g.below(3)];
const day = (g) => `${g.below(27) + 1} ${g.pick(kWords.months)} ${2015 + g.below(11)}`;
const clause = (g) => `${thing(g)} near ${thing(g)} was ${verb(g)} before ${thing(g)} could be ${verb(g)}`;

export const kPatterns = [
  (g, s) => `at least ${number(g)} ${g.pick(kWords.plurals)} were affected by the ${s.topic} in ${g.pick(s.places)} on ${g.pick(kWords.weekdays)}, ${person(g, s)} ${g.pick(kWords.said)}.`,
  (g, s) => `“We have ${verb(g)} ${thing(g)} and ${thing(g)},” ${person(g, s)} ${g.pick(kWords.said)} on ${g.pick(kWords.weekdays)}.`,
  (g, s) => `“It was ${adjective(g)}, and ${clause(g)},” ${g.pick(kWords.said)} ${g.pick(s.cast).name} of ${g.pick(s.bodies)}.`,
  (g, s) => `${g.pick(s.bodies)} put the cost of ${thing(g)} at $${number(g)}, up ${g.below(40) + 1}% from ${2015 + g.below(9)}.`,
  (g, s) => `${person(g, s)} arrived in ${g.pick(s.places)} on ${day(g)} for talks with ${g.pick(s.bodies)} about ${thing(g)}.`,
  (g, s) => `about ${number(g)} ${g.pick(kWords.plurals)} waited between 6 a.m. and ${g.below(4) + 1}:30 p.m. while ${clause(g)}.`,
  (g, s) => `${person(g, s)} called ${thing(g)} “${adjective(g)} and ${adjective(g)}” and left ${g.pick(s.places)}.`,
  (g, s) => `officials in ${g.pick(s.places)} denied that ${g.pick(s.bodies)} knew of ${thing(g)} two weeks earlier.`,
  (g, s) => `the next meeting is planned for ${g.pick(kWords.months)} ${g.below(27) + 1}, after ${clause(g)}.`,
  (g, s) => `according to ${g.pick(s.bodies)}, ${clause(g)} and ${number(g)} ${g.pick(kWords.plurals)} stayed away.`,
  (g, s) => `${person(g, s)} ${g.pick(kWords.said)} that ${clause(g)}, which ${g.pick(s.bodies)} disputes.`,
  (g, s) => `a spokesman for ${g.pick(s.bodies)} ${g.pick(kWords.said)} ${thing(g)} would be ${verb(g)} within days, not weeks.`,
  (g, s) => `in ${2000 + g.below(25)}, ${g.pick(s.places)} ${verb(g)} ${thing(g)}, and ${person(g, s)} was appointed to lead ${thing(g)}.`,
  (g, s) => `residents of ${g.pick(s.places)} describe ${thing(g)} as ${adjective(g)}; most have ${verb(g)} ${thing(g)} more than once.`,
  (g, s) => `the share of ${g.pick(kWords.plurals)} fell from ${g.below(40) + 41} to ${g.below(40) + 1} percent last year, ${g.pick(s.bodies)} found.`,
  (g, s) => `${thing(g)} ran late, ${thing(g)} stood empty and ${clause(g)}.`,
];
