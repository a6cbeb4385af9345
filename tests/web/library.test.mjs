import assert from 'node:assert/strict';
import { test } from './harness.mjs';

// Stories that share nothing with each other: their articles tell one event in different words and orders.
const kStories = [
  { name: 'dam', outlet: 'Morning Ledger', title: (i) => ['Dam breach leaves fourteen missing in Velda', 'Velda dam bursts, valley flooded',
    'Fourteen missing after the Velda dam breach'][i % 3], sentences: [
    'The Orrin dam above Velda broke early on Saturday and flooded the valley.', 'Rescue teams searched the flooded Velda valley for fourteen missing people.',
    'Elena Marsh, the mayor of Velda, said the curfew in the flooded valley would be lifted within days.',
    'The operator of the Orrin dam did not say when the breach was noticed.', 'Engineers had warned of cracks in the Orrin dam above Velda.'] },
  { name: 'strike', outlet: 'Coast Herald', title: (i) => ['Dockers at Port Amry go on strike', 'Port Amry strike enters second day',
    'Port Amry dockers strike over night shifts'][i % 3], sentences: [
    'Dockers at Port Amry stopped work on Monday over pay for night shifts.', 'Tomas Okafor of the dockers’ union said the strike at Port Amry would last a week.',
    'Nine container ships waited outside Port Amry because of the strike.', 'Amry Shipping called the dockers’ strike unlawful.',
    'Talks between the dockers’ union and Amry Shipping end on Thursday.'] },
  { name: 'election', outlet: 'Upland Post', title: (i) => ['Upper Sarn elects a new council', 'Council election in Upper Sarn: turnout at 61 percent',
    'New faces in the council of Upper Sarn'][i % 3], sentences: [
    'Voters in Upper Sarn elected a new council on Sunday with a turnout of 61 percent.', 'Ruth Lindqvist won the council election in Upper Sarn.',
    'The ballots of Upper Sarn will be counted again on Wednesday.', 'Four seats of the Upper Sarn council went to newcomers in the election.',
    'Ruth Lindqvist promised voters in Upper Sarn lower water fees.'] },
];

function articles(count, stories = kStories) {
  const files = {};
  for (let i = 0; i < count; i += 1) {
    const story = stories[i % stories.length];
    const turn = Math.floor(i / stories.length);
    const told = story.sentences.map((_, at) => story.sentences[(at + turn) % story.sentences.length]);
    const own = `Reporter ${i} saw ${i + 3} people at the ${story.name} on day ${turn + 1}.`;
    files[`${story.name}-${String(turn).padStart(4, '0')}.html`] = '<!doctype html><html lang="en"><meta charset="utf-8">' +
      `<meta property="og:site_name" content="${story.outlet}"><meta property="article:published_time" content="2025-05-0${turn % 7 + 2}">` +
      `<title>${story.title(turn)}</title><article><h1>${story.title(turn)}</h1><p>${told.slice(0, 3).join(' ')}</p>` +
      `<p>${told.slice(3).join(' ')}</p><p>${own}</p></article>`;
  }
  return files;
}

async function openSet(bench, count, options = {}) {
  const visit = await bench.visit('file', options);
  await visit.drop([bench.write(articles(count))]);
  await visit.idle();
  return visit;
}

const said = (visit, words) => visit.page.locator(`#mirror [data-words*="${words}"]`);
const library = (visit) => visit.page.getByRole('main', { name: 'Library' });
const shot = (visit, name) => process.env.NEWSLOUPE_SHOTS && visit.screenshot(`${process.env.NEWSLOUPE_SHOTS}/${name}.png`);

test('twelve articles open in the Brief, thirteen in the Library', async (bench) => {
  const small = await openSet(bench, 12);
  assert.equal(await library(small).count(), 0);
  const large = await openSet(bench, 13);
  assert.equal(await library(large).count(), 1);
  assert.deepEqual(large.complaints, []);
});

test('a story is opened by keys and shown in the Brief; 0 leads back', async (bench) => {
  const visit = await openSet(bench, 21);
  await visit.page.keyboard.press('j');
  await visit.page.keyboard.press('ArrowDown');
  await visit.page.keyboard.press('Enter');
  await visit.idle();
  assert.equal(await visit.page.getByRole('main', { name: 'Brief' }).count(), 1);
  const { comparison } = await visit.model();
  const names = new Set(comparison.articles.map((article) => article.id.split('-')[0]));
  assert.equal(names.size, 1);
  await visit.page.keyboard.press('0');
  await visit.idle();
  assert.equal(await library(visit).count(), 1);
});

test('articles are selected by keys, removed in one go and brought back by one undo', async (bench) => {
  const visit = await openSet(bench, 21);
  await visit.page.keyboard.press('ArrowRight');
  await visit.idle();
  for (const key of ['ArrowDown', 'x', 'ArrowDown', 'Space']) {
    await visit.page.keyboard.press(key);
    await visit.idle();
  }
  await visit.page.getByRole('button', { name: 'Remove', exact: true }).click({ force: true });
  await visit.idle();
  await shot(visit, 'removed');
  assert.equal(await said(visit, '19 articles · 3 stories').count(), 1);
  await visit.page.keyboard.press('Control+z');
  await visit.idle();
  assert.equal(await said(visit, '21 articles · 3 stories').count(), 1);
});

test('a story stays open when its first article is removed, and closes when it is asked to', async (bench) => {
  const visit = await openSet(bench, 21);
  const heads = () => visit.page.locator('#mirror [role=main] [aria-expanded=true]').evaluateAll((rows) =>
    rows.map((row) => row.getAttribute('aria-label').replace(/,.*/, '')));
  await visit.page.keyboard.press('ArrowRight');
  await visit.idle();
  const before = await heads();
  assert.equal(before.length, 1);
  for (const key of ['ArrowDown', 'x']) {
    await visit.page.keyboard.press(key);
    await visit.idle();
  }
  await visit.page.getByRole('button', { name: 'Remove', exact: true }).click({ force: true });
  await visit.idle();
  assert.equal(await said(visit, '20 articles · 3 stories').count(), 1);
  assert.equal((await heads()).length, 1);
  await visit.page.keyboard.press('Control+z');
  await visit.idle();
  assert.deepEqual(await heads(), before);
  await visit.page.locator('#mirror [role=main] [aria-expanded=true]').click({ force: true });
  await visit.idle();
  assert.deepEqual(await heads(), []);
});

test('an article beyond those that are compared at once is told of in one line', async (bench) => {
  const files = articles(203, kStories.slice(0, 1));
  const visit = await bench.visit('file');
  await visit.drop([bench.write(files)]);
  await visit.idle();
  const compared = new Set((await visit.model()).comparison.articles.map((article) => article.id));
  assert.equal(compared.size, 200);
  const [far] = Object.keys(files).filter((name) => !compared.has(name));
  await visit.page.getByRole('textbox', { name: 'Filter' }).click({ force: true });
  await visit.idle();
  await visit.page.keyboard.type(far.replace('.html', ''));
  await visit.idle();
  for (const key of ['Escape', 'ArrowRight', 'ArrowDown', 'Enter']) {
    await visit.page.keyboard.press(key);
    await visit.idle();
  }
  assert.match(await visit.page.locator('#live').textContent(),
    /^200 articles of this story's 203 are compared at once\. This one is not among them/);
  assert.equal(await library(visit).count(), 1);
});

test('the filter narrows the list, Ctrl+A selects what matches, Esc lets go of it', async (bench) => {
  const visit = await openSet(bench, 21);
  const field = visit.page.getByRole('textbox', { name: 'Filter' });
  await field.click({ force: true });
  await visit.idle();
  await visit.page.keyboard.type('outlet:upland after:2025-05-03');
  await visit.idle();
  await visit.page.keyboard.press('Escape');
  await visit.idle();
  await visit.page.keyboard.press('Control+a');
  await visit.idle();
  assert.equal(await said(visit, '6 of 21 articles match').count(), 1);
  assert.equal(await said(visit, '6 selected').count(), 1);
  assert.equal(await visit.page.getByRole('button', { name: 'Leave out' }).count(), 1);
  await shot(visit, 'library-filtered');
  await visit.page.getByRole('button', { name: 'Leave out' }).click({ force: true });
  await visit.idle();
  await visit.page.keyboard.press('Escape');
  await visit.idle();
  assert.equal(await visit.page.getByRole('button', { name: 'Leave out' }).count(), 0);
});

test('of many articles only the rows on the screen travel', async (bench) => {
  const visit = await openSet(bench, 150);
  const length = await visit.page.evaluate(async () => {
    const { page } = window.__app;
    const receive = page.link.events.response;
    let most = 0;
    page.link.events.response = (bytes) => {
      most = Math.max(most, bytes.length);
      receive(bytes);
    };
    page.requestFrames(3);
    window.longest = () => most;
    return most;
  });
  assert.equal(length, 0);
  await visit.page.keyboard.press('ArrowRight');
  await visit.idle();
  await visit.page.mouse.move(640, 500);
  for (let i = 0; i < 20; i += 1) await visit.page.mouse.wheel(0, 400);
  await visit.idle();
  const longest = await visit.page.evaluate(() => window.longest());
  assert.ok(longest > 0 && longest < 120000, `${longest} bytes`);
  assert.deepEqual(visit.complaints, []);
});

test('pictures of the Library', async (bench) => {
  if (!process.env.NEWSLOUPE_SHOTS) return;
  for (const count of [20, 150]) {
    for (const colorScheme of ['light', 'dark']) {
      for (const viewport of [{ width: 1280, height: 800 }, { width: 1920, height: 1080 }]) {
        const visit = await openSet(bench, count, { colorScheme, viewport });
        await visit.page.keyboard.press('ArrowRight');
        await visit.idle();
        await shot(visit, `web-library-${count}-${viewport.width}-${colorScheme}`);
      }
    }
  }
});

test('a search goes on through the articles of other stories, and Enter opens one of them there', async (bench) => {
  const visit = await openSet(bench, 24);
  await visit.page.keyboard.press('1');
  await visit.page.keyboard.press('/');
  await visit.idle();
  const { comparison } = await visit.model();
  const open = comparison.articles[0].id.split('-')[0];
  const words = { dam: 'night shifts', strike: 'lower water fees', election: 'night shifts' }[open];
  await visit.page.keyboard.type(words);
  await visit.idle();
  assert.equal(await said(visit, '8 articles of other stories').count(), 1);
  assert.equal(await said(visit, 'No article of this story has it.').count(), 1);
  await visit.page.keyboard.press('Enter');
  await visit.idle();
  assert.equal(await visit.page.getByRole('main', { name: 'Read' }).count(), 1);
  const after = (await visit.model()).comparison.articles[0].id.split('-')[0];
  assert.notEqual(after, open);
  assert.deepEqual(visit.complaints, []);
});

test('an article is marked as mine by a key: the Brief is written for it, and undo takes it back', async (bench) => {
  const visit = await bench.visit();
  await visit.openSample();
  await visit.page.keyboard.press('2');
  await visit.idle();
  await visit.page.keyboard.press('y');
  await visit.idle();
  const { comparison } = await visit.model();
  assert.equal(comparison.articles.filter((article) => article.role === 'mine').length, 1);
  await visit.page.keyboard.press('1');
  await visit.idle();
  assert.ok(await said(visit, ' is yours').count() > 0);
  assert.ok(await visit.page.locator('#mirror [aria-label^="Others have it, yours does not"]').count() > 0);
  await visit.page.keyboard.press('Control+z');
  await visit.idle();
  assert.equal(await said(visit, ' is yours').count(), 0);
});
