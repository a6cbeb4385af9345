// Keeping and passing on: story files, links, tables, and what asks before work is lost.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test, testEverywhere } from './harness.mjs';

async function openSample(visit) {
  await visit.page.evaluate(() => window.__app.page.program._nl_page_sample());
  await visit.idle();
}

const model = async (visit) => {
  const { articles, comparison } = await visit.model();
  return { articles, comparison };
};
const view = (visit) => visit.page.evaluate(() => window.__app.page.view);
const files = (visit) => visit.page.evaluate(() => window.__app.page.story.state.files);
const notice = (visit) => visit.page.locator('#notice-words').innerText();

// Clicks in the browser's own time: a dialog that opens holds up the idle promise.
async function saved(visit, act) {
  const [download] = await Promise.all([visit.page.waitForEvent('download'), act()]);
  return { name: download.suggestedFilename(), path: await download.path() };
}

const openShare = async (visit) => {
  await visit.page.evaluate(() => window.__app.page.share.open());
  await visit.page.locator('#share[open]').waitFor();
  await visit.page.waitForFunction(() => /KB/.test(document.getElementById('share-report-size').textContent));
};

async function linkOf(visit, kind) {
  await openShare(visit);
  const link = await visit.page.locator(`#share-${kind}-link`).inputValue();
  await visit.page.keyboard.press('Escape');
  return link;
}

async function correct(visit, title) {
  await visit.page.evaluate((words) => {
    const page = window.__app.page;
    const id = 'coast-herald_twelve-missing.txt';
    const text = (value) => {
      const bytes = new TextEncoder().encode(value);
      return [bytes.length, 0, 0, 0, ...bytes];
    };
    // ApplyChange of one SetTitle, as core/wire/request_codec.cpp writes it.
    page.link.request(new Uint8Array([1, 1, 0, 0, 0, 0, ...text(id), ...text(words)]), true);
  }, title);
  await visit.idle();
}

testEverywhere('a saved story opens as the same model and the same view', async (bench, place) => {
  const visit = await bench.visit(place);
  await openSample(visit);
  await correct(visit, 'My own <title>');
  await visit.page.keyboard.press('4');
  await visit.idle();
  await visit.page.keyboard.press('j');
  await visit.idle();
  const before = [await model(visit), await view(visit)];
  assert.ok(JSON.stringify(before[0]).includes('My own <title>'), 'the correction is in');
  const file = await saved(visit, () => visit.page.keyboard.press('Control+s'));
  assert.match(file.name, /\.newsloupe\.html$/);
  const folder = bench.write({ [file.name]: readFileSync(file.path) });
  const other = await bench.visit(place);
  await other.drop([join(folder, file.name)]);
  await other.page.waitForFunction(() => window.__app.page.story.saved_name !== '');
  await other.idle();
  assert.deepEqual([await model(other), await view(other)], before);
  assert.equal(await other.page.evaluate(() => window.__app.page.story.words), 'Saved as ' + file.name);
  assert.deepEqual(visit.complaints.concat(other.complaints), []);
});

test('a saved story is a page that anybody can read and that loads nothing', async (bench) => {
  const visit = await bench.visit('file');
  await openSample(visit);
  const file = await saved(visit, () => visit.page.keyboard.press('Control+s'));
  const reader = await bench.window();
  const folder = bench.write({ 'report.html': readFileSync(file.path) });
  await reader.page.goto(pathToFileURL(join(folder, 'report.html')).href);
  assert.ok(await reader.page.getByRole('heading', { name: /They differ/ }).isVisible());
  assert.equal(reader.requests.length, 1);
  assert.deepEqual(reader.complaints, []);
});

test('cut and changed story files say so and keep the open work', async (bench) => {
  const visit = await bench.visit('file');
  await openSample(visit);
  const before = await model(visit);
  const text = readFileSync((await saved(visit, () => visit.page.keyboard.press('Control+s'))).path, 'utf8');
  const folder = bench.write({
    'cut.newsloupe.html': text.slice(0, text.length - 2000),
    'edited.newsloupe.html': text.replace(/"text":"/, '"text":"An added line. '),
  });
  await visit.drop([join(folder, 'cut.newsloupe.html')]);
  await visit.page.getByText('is cut').waitFor();
  assert.match(await notice(visit), /^cut\.newsloupe\.html: This story file is cut/);
  await visit.drop([join(folder, 'edited.newsloupe.html')]);
  await visit.page.getByText('was changed after it was saved').waitFor();
  assert.deepEqual(await model(visit), before);
});

test('a story never replaces open work without a question', async (bench) => {
  const visit = await bench.visit('file');
  await openSample(visit);
  const file = await saved(visit, () => visit.page.keyboard.press('Control+s'));
  const folder = bench.write({ 'story.newsloupe.html': readFileSync(file.path),
    'other.txt': 'Port strike goes on\n\nBy Ann Lee\n\nDockers in Calder stayed out for a third day on Monday.' });
  const other = await bench.visit('file');
  await other.drop([join(folder, 'other.txt')]);
  await other.idle();
  await other.drop([join(folder, 'story.newsloupe.html')]);
  await other.page.getByRole('button', { name: 'Cancel' }).click();
  await other.idle();
  assert.equal(await files(other), 1);
  await other.drop([join(folder, 'story.newsloupe.html')]);
  await other.page.getByRole('button', { name: 'Add to what is open' }).click();
  await other.idle();
  assert.equal(await files(other), 7);
  await other.drop([join(folder, 'story.newsloupe.html')]);
  await other.page.getByRole('button', { name: 'Open instead' }).click();
  await other.idle();
  assert.equal(await files(other), 6);
  assert.deepEqual(await model(other), await model(visit));
});

test('a link with the articles brings the same model and view; the payload leaves the address', async (bench) => {
  const visit = await bench.visit('http', { query: 'test=1' });
  await openSample(visit);
  await visit.page.keyboard.press('6');
  await visit.idle();
  const link = await linkOf(visit, 'full');
  assert.match(link, /^http:\/\/127\.0\.0\.1:\d+\/#1\.\d+\.[0-9a-f]{8}\.[\w-]+$/);
  const other = await bench.window();
  await other.page.goto(link.replace('/#', '/?test=1#'));
  await other.page.waitForFunction(() => window.__app && location.hash.startsWith('#v.'));
  await other.idle();
  assert.deepEqual([await model(other), await view(other)], [await model(visit), await view(visit)]);
  assert.ok((await other.page.evaluate(() => location.hash)).length < 80);
  assert.deepEqual(other.complaints, []);
});

test('a link to a view waits for the same articles and then shows it, in whatever order they come', async (bench) => {
  const texts = { 'a.txt': 'Dam breach in Velda\n\nBy Ann Lee\n\nMay 4, 2025\n\nFourteen people are missing in Velda, police said.',
    'b.txt': 'Velda under water\n\nBy Bo Ray\n\nMay 4, 2025\n\nTwelve people are missing in Velda, the fire service said.' };
  const folder = bench.write(texts);
  const visit = await bench.visit('http');
  await visit.drop([join(folder, 'a.txt')]);
  await visit.idle();
  await visit.drop([join(folder, 'b.txt')]);
  await visit.idle();
  await visit.page.keyboard.press('2');
  await visit.idle();
  await visit.page.keyboard.press('ArrowRight');
  await visit.idle();
  const link = await linkOf(visit, 'view');
  assert.ok(link.length < 300, `${link.length} characters`);
  const other = await bench.window();
  await other.page.goto(link.replace('/#', '/?test=1#'));
  await other.page.getByText('Drop the same 2 articles').waitFor();
  const renamed = bench.write({ '1.txt': texts['b.txt'], '2.txt': texts['a.txt'] });
  await other.drop([join(renamed, '1.txt')]);
  await other.page.getByText('1 of 2 articles recognised').waitFor();
  await other.drop([join(renamed, '2.txt')]);
  await other.page.locator('#expecting').waitFor({ state: 'hidden' });
  await other.idle();
  assert.match(await view(visit), /^read a=1/);
  assert.match(await view(other), /^read(?! a=)/);  // the same article stands first here
});

test('links that were cut, changed or made by a newer version each say so and keep the open work', async (bench) => {
  const visit = await bench.visit('http');
  await openSample(visit);
  const link = await linkOf(visit, 'full');
  const payload = link.slice(link.indexOf('#'));
  const before = await model(visit);
  const middle = payload.length >> 1;
  const flipped = payload.slice(0, middle) + (payload[middle] === 'a' ? 'b' : 'a') + payload.slice(middle + 1);
  const cases = [[payload.slice(0, -200), /cut on its way: [\d,]+ of [\d,]+ characters arrived/], [flipped, /changed on its way/],
    ['#2' + payload.slice(2), /newer Newsloupe/], ['#1.14', /cut on its way: only its beginning/]];
  for (const [fragment, words] of cases) {
    await visit.page.evaluate((hash) => {
      document.getElementById('notice').hidden = true;
      location.hash = hash;
    }, fragment);
    await visit.page.locator('#notice').waitFor();
    assert.match(await notice(visit), words);
    assert.deepEqual(await model(visit), before);
  }
});

test('a link with a password opens with it alone', async (bench) => {
  const visit = await bench.visit('http');
  await openSample(visit);
  await openShare(visit);
  await visit.page.locator('input[value=full]').check();
  await visit.page.locator('#share-full-password').fill('open sesame');
  await visit.page.waitForFunction(() => document.getElementById('share-full-link').value === '');
  await visit.page.waitForFunction(() => document.getElementById('share-full-link').value !== '');
  const link = await visit.page.locator('#share-full-link').inputValue();
  const other = await bench.window();
  await other.page.goto(link.replace('/#', '/?test=1#'));
  await other.page.getByLabel('Password', { exact: true }).fill('wrong');
  await other.page.locator('#question-buttons .primary').click();
  await other.page.getByText('does not fit').waitFor();
  await other.page.getByLabel('Password', { exact: true }).fill('open sesame');
  await other.page.locator('#question-buttons .primary').click();
  await other.page.waitForFunction(() => location.hash.startsWith('#v.'));
  assert.deepEqual(await model(other), await model(visit));
});

test('a copy on a disk makes no link without an address, and never one with a path of the disk', async (bench) => {
  const visit = await bench.visit('file');
  await openSample(visit);
  await openShare(visit);
  assert.equal(await visit.page.locator('#share-view-link').inputValue(), '');
  assert.ok(await visit.page.locator('input[value=view]').isDisabled());
  assert.match(await visit.page.locator('#share-view-words').innerText(), /opened from a disk/);
  assert.ok(await visit.page.locator('input[value=report]').isChecked());
  const home = '<meta name="newsloupe-home" content="https://news.example/loupe">';
  const folder = bench.write({ 'home.html': bench.pageText.replace('<title>', home + '<title>') });
  const other = await bench.window();
  await other.page.goto(pathToFileURL(join(folder, 'home.html')).href + '?test=1');
  await other.page.waitForFunction(() => window.__app);
  await openSample(other);
  for (const kind of ['view', 'full']) assert.match(await linkOf(other, kind), /^https:\/\/news\.example\/loupe#1\./);
});

test('what is too long for a link is refused before it is copied, and a long one asks twice', async (bench) => {
  const noise = [...crypto.getRandomValues(new Uint8Array(60000))].map((n) => n.toString(36)).join(' ');
  const folder = bench.write({ 'long.txt': 'Long list\n\nBy Ann Lee\n\n' + noise });
  const visit = await bench.visit('http');
  await visit.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit.drop([join(folder, 'long.txt')]);
  await visit.idle();
  await openShare(visit);
  await visit.page.locator('input[value=full]').check();
  const copy = visit.page.locator('#share-full-copy');
  await copy.click();
  assert.equal(await copy.innerText(), 'Copy it all the same');
  await copy.click();
  await visit.page.getByText(/^Copied: /).waitFor();
  const link = await visit.page.evaluate(() => navigator.clipboard.readText());
  assert.equal(link, await visit.page.locator('#share-full-link').inputValue());
  await visit.page.evaluate(() => {
    window.__app.page.share.links.full = 'x'.repeat(3000000);
    window.__app.page.share.meter('full');
  });
  assert.ok(await copy.isDisabled());
  assert.match(await visit.page.locator('#share-full-size').innerText(), /3,000,000 characters, too long/);
});

test('leaving asks only where something would be lost', async (bench) => {
  const visit = await bench.visit('file');
  const unsaved = () => visit.page.evaluate(() => window.__app.page.story.unsaved);
  const words = () => visit.page.evaluate(() => window.__app.page.story.words);
  assert.equal(await unsaved(), false);
  await openSample(visit);
  assert.equal(await words(), 'Not saved (Ctrl+S)');
  assert.equal(await unsaved(), false);
  await correct(visit, 'Mine');
  assert.equal(await unsaved(), true);
  const file = await saved(visit, () => visit.page.keyboard.press('Control+s'));
  await visit.idle();
  assert.equal(await words(), 'Saved as ' + file.name);
  assert.equal(await unsaved(), false);
  await visit.paste('Port strike goes on\n\nBy Ann Lee\n\nDockers in Calder stayed out for a third day on Monday.');
  await visit.idle();
  assert.equal(await unsaved(), true);
  assert.equal(await words(), 'Not saved (Ctrl+S)');
});

test('tables and choices are what they say', async (bench) => {
  const visit = await bench.visit('file');
  await openSample(visit);
  await correct(visit, 'Mine alone');
  await visit.page.getByRole('button', { name: 'Share', exact: true }).click({ force: true });
  await visit.page.locator('#share[open]').waitFor();
  await visit.page.locator('input[value=tables]').check();
  const quotes = await saved(visit, () => visit.page.locator('[data-kind="quotes.csv"]').click());
  assert.match(quotes.name, /quotes\.csv$/);
  assert.match(readFileSync(quotes.path, 'utf8'), /^\ufeffquote,speaker,.*\r\n/);
  await visit.page.locator('#share-corrections').uncheck();
  await visit.page.locator('input[value=report]').check();
  await visit.page.locator('#share-texts').uncheck();
  const report = await saved(visit, () => visit.page.getByRole('button', { name: 'Save report' }).click());
  const text = readFileSync(report.path, 'utf8');
  assert.ok(!text.includes('Mine alone') && !text.includes('Articles in full'));
  assert.equal(await visit.page.evaluate(() => window.__app.page.story.unsaved), true);  // that file holds not all
});

test('nothing of an article is kept in the browser', async (bench) => {
  const visit = await bench.visit('file');
  await openSample(visit);
  await saved(visit, () => visit.page.keyboard.press('Control+s'));
  const kept = await visit.page.evaluate(async () => JSON.stringify(localStorage) + JSON.stringify(sessionStorage) +
    JSON.stringify(await indexedDB.databases()));
  assert.ok(!/Velda|Marsh|dam/i.test(kept), kept);
});
