// What a person checks by hand before trusting the page: storage that is full or refused, taking corrections back,
// stillness, and stopping what is under way (rows 16, 23 and 25).
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generatedArticles } from '../arch/generated_articles.mjs';
import { test } from './harness.mjs';

const live = (visit) => visit.page.locator('#live').textContent();

async function openSettings(visit) {
  await visit.press('Control+k');
  await visit.type('settings');
  await visit.press('Enter');
}

// ---- Storage

test('storage that is full is one line, the setting holds, and forgetting makes room', async (bench) => {
  const visit = await bench.visit('file');
  await visit.openSample();
  await visit.page.evaluate(() => {
    localStorage.setItem('newsloupe.line-length', 'long');
    for (let size = 1 << 20; size > 0; size >>= 1) {
      for (let number = 0; ; number += 1) {
        try {
          localStorage.setItem(`other.${size}.${number}`, 'x'.repeat(size));
        } catch {
          break;
        }
      }
    }
  });
  await openSettings(visit);
  await visit.page.getByRole('radio', { name: 'Dark' }).click({ force: true });
  await visit.idle();
  assert.equal(await live(visit), 'This browser did not keep the setting. It holds until you leave the page.');
  assert.equal(await visit.page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  assert.equal(await visit.page.evaluate(() => localStorage.getItem('newsloupe.theme')), null);
  await visit.page.getByRole('button', { name: 'Forget them' }).dispatchEvent('click');
  await visit.idle();
  assert.equal(await live(visit), 'Nothing of this page is kept in this browser any more.');
  const kept = await visit.page.evaluate(() => Object.keys(localStorage).filter((key) => !key.startsWith('other.')));
  assert.deepEqual(kept, []);
  assert.deepEqual([visit.dialogs, visit.complaints], [[], []]);
});

test('where the browser refuses storage the page works, and says so once something would be kept', async (bench) => {
  const visit = await bench.window();
  await visit.context.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(window, name, { get: () => { throw new DOMException('refused', 'SecurityError'); } });
    }
  });
  await visit.page.goto(bench.address('file') + '?test=1');
  await visit.page.waitForFunction(() => window.__app);
  await visit.openSample();
  await openSettings(visit);
  await visit.page.getByRole('radio', { name: 'Dark' }).click({ force: true });
  await visit.idle();
  assert.equal(await live(visit), 'This browser did not keep the setting. It holds until you leave the page.');
  await visit.page.getByRole('button', { name: 'Forget them' }).dispatchEvent('click');
  await visit.idle();
  assert.equal(await live(visit), 'The browser did not let the page forget. Clear its site data in the browser.');
  assert.deepEqual([visit.dialogs, visit.complaints], [[], []]);
});

test('no word of an article is in any storage, read from another page of the same disk', async (bench) => {
  const visit = await bench.visit('file');
  await visit.openSample();
  await visit.press('Control+k');
  await visit.type('theme dark');
  await visit.press('Enter', '2', '4', '6', '/');
  await visit.type('evacuation');
  await visit.press('Enter');
  const words = await visit.page.evaluate(() => window.__app.page.link.document({ kind: 'report' }));
  const articles = new Set(words.replace(/<style[^]*?<\/style>|<script[^]*?<\/script>|<[^>]*>/g, ' ').match(/\p{L}{7,}/gu));
  assert.ok(articles.size > 200 && articles.has('evacuation'), `${articles.size} words`);
  writeFileSync(join(bench.folder, 'page', 'other.html'), '<!doctype html><title>Other</title>');
  const other = await visit.context.newPage();
  await other.goto(pathToFileURL(join(bench.folder, 'page', 'other.html')).href);
  const kept = [];
  for (const page of [visit.page, other]) {
    kept.push(await page.evaluate(async () => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage),
      await indexedDB.databases(), document.cookie, await (window.caches ? caches.keys().catch(() => []) : [])])));
  }
  assert.ok(kept[0].includes('newsloupe.theme'), 'something is kept: ' + kept[0]);
  const found = [...articles].filter((word) => kept.some((text) => text.includes(word)));
  assert.deepEqual(found, [], kept.join('\n'));
});

// ---- Corrections

const model = async (visit) => {
  const { articles, comparison } = await visit.model();
  return JSON.stringify({ articles, comparison });
};

test('names merged, a quote given to another, an article left out: marked, taken back and done again exactly', async (bench) => {
  const visit = await bench.visit('file');
  await visit.openSample();
  await visit.press('Escape');
  const states = [await model(visit)];
  const changed = async (what) => {
    const now = await model(visit);
    assert.ok(!states.includes(now), what + ' changes the model');
    states.push(now);
  };
  await visit.press('Control+k');
  await visit.type('Tomas Brand');
  await visit.press('Enter', 'e');
  assert.match(await visit.tree(), /dialog "Correct"/);
  await visit.type('Piet Hollander');
  assert.match(await visit.tree(), /option "Same as Piet Hollander" \[selected\]/);
  await visit.press('Enter');
  await changed('merging two names');
  await visit.press('4', 'j', 'e');
  await visit.type('Rosa Temm');
  await visit.press('Enter');
  await changed('giving a quote to another');
  assert.match(await visit.tree(), /row "Rosa Temm: (?:(?!row )[^])*text: corrected by you/);
  await visit.press('1', 'Shift+B');
  await changed('leaving an article out');
  const told = await visit.tree();
  assert.match(told, /"B, Coast Herald, left out"/);
  assert.match(told, /"Corrections: 3"/);
  for (const expected of [states[2], states[1], states[0]]) {
    await visit.press('Control+z');
    assert.equal(await model(visit), expected);
  }
  assert.doesNotMatch(await visit.tree(), /corrected by you|left out|Corrections: /);
  for (const expected of states.slice(1)) {
    await visit.press('Control+Shift+Z');
    assert.equal(await model(visit), expected);
  }
});

// ---- Stillness

test('with reduced motion nothing moves: two pictures 100 ms apart are equal', async (bench) => {
  const visit = await bench.visit('file', { query: '', reducedMotion: 'reduce' });
  await visit.openSample();
  const still = async (what) => {
    await visit.idle();
    const first = await visit.page.screenshot({ animations: 'allow', caret: 'initial' });
    await visit.page.waitForTimeout(100);
    const second = await visit.page.screenshot({ animations: 'allow', caret: 'initial' });
    assert.ok(first.equals(second), what);
  };
  await still('the Brief');
  await visit.press('2');
  await visit.page.mouse.move(400, 500);
  await visit.page.mouse.wheel(0, 300);
  await still('the article, scrolled');
  await visit.press('Escape', '1', 'Shift+B');
  assert.match(await visit.tree(), /"Undo"/);
  await still('a line that says what was done');
  await visit.press('Control+k');
  await still('a field that is typed in');
});

// ---- The import sheet

const asFiles = (articles) => Object.fromEntries(articles.map(({ id, title, date, sitename, text }) =>
  [id + '.md', `---\ntitle: ${title}\ndate: ${date}\nsite: ${sitename}\n---\n\n${text}\n`]));

test('Esc leaves the import sheet without a ring; where only letters fit, they are named by their outlets', async (bench) => {
  const articles = generatedArticles(9);
  articles[3].date = '';
  const visit = await bench.visit('file');
  await visit.drop([bench.write(asFiles(articles))]);
  await visit.idle();
  assert.match(await visit.tree(), /dialog "Import"/);  // a date is missing
  for (let level = 0; level < 2 && /dialog/.test(await visit.tree()); level += 1) await visit.press('Escape');  // field, sheet
  assert.doesNotMatch(await visit.tree(), /dialog/);
  assert.equal(await visit.page.evaluate(() => document.activeElement.id), 'canvas');
  const chips = await visit.page.locator('#mirror [role=banner] [role=button]').evaluateAll((all) =>
    all.map((one) => [one.getAttribute('aria-label'), one.getBoundingClientRect().width]).filter(([name]) => /^[A-I], /.test(name)));
  assert.equal(chips.length, 9);
  assert.ok(chips.every(([, width]) => width < 40), 'only letters fit');
  const outlets = new Set(articles.map(({ sitename }) => sitename));
  assert.ok(chips.every(([name]) => outlets.has(name.slice(3))), JSON.stringify(chips));
});

test('Cancel on the import sheet stops what is not read and keeps what is; the rows tell how far it is', async (bench) => {
  const steps = [3, 7, 12];  // as many files are let through one after the other
  const kHeld = steps.at(-1);
  const visit = await bench.visit('file');
  await visit.idle();
  await visit.page.evaluate(() => {
    const { link } = window.__app.page;
    const open = link.openFile.bind(link);
    let count = 0;
    let allowed = 0;
    const waiting = [];
    window.allow = (number) => {
      allowed = number;
      for (const pass of waiting.splice(0)) pass();
    };
    link.openFile = async (entry) => {
      count += 1;
      for (const own = count; own > allowed;) await new Promise((resolve) => waiting.push(resolve));
      return open(entry);
    };
  });
  await visit.drop([bench.write(asFiles(generatedArticles(200)))]);
  for (const step of steps) {
    await visit.page.evaluate((number) => window.allow(number), step);
    await visit.page.locator(`#mirror [data-words^="${step} ready · ${200 - step} to read"]`).waitFor({ state: 'attached' });
  }
  await visit.page.getByRole('button', { name: 'Cancel' }).click({ force: true });
  await visit.page.waitForFunction((held) => window.__app.page.link.accepted === held, kHeld);
  await visit.page.evaluate(() => window.allow(200));
  await visit.idle();
  assert.equal(await visit.page.locator('#mirror [role=dialog]').count(), 0);
  const { files, articles: read } = await visit.model();
  assert.deepEqual([files.length, read.length], [kHeld, kHeld]);
  assert.match(await visit.tree(), new RegExp(`${kHeld} articles`));
  assert.doesNotMatch(await visit.tree(), /to read|comparing/);
  assert.deepEqual((await visit.trace()).filter((line) => line.startsWith('read ')).length, kHeld);
  assert.deepEqual(visit.complaints, []);
});
