import assert from 'node:assert/strict';
import { test } from './harness.mjs';

const shot = (visit, name) =>
  process.env.NEWSLOUPE_SHOTS && visit.screenshot(`${process.env.NEWSLOUPE_SHOTS}/${name}.png`);

async function press(visit, ...keys) {
  for (const key of keys) {
    await visit.page.keyboard.press(key);
    await visit.idle();
  }
}

async function type(visit, text) {
  await visit.page.keyboard.type(text);
  await visit.idle();
}

// The control that has the keyboard: its role and name.
const focused = (visit) => visit.page.evaluate(() => {
  const element = document.activeElement;
  return (element.getAttribute('role') || element.tagName.toLowerCase()) + ' ' + (element.getAttribute('aria-label') || '');
});

const screenName = (visit) =>
  visit.page.evaluate(() => document.querySelector('#mirror [role=main]')?.getAttribute('aria-label'));

const tree = async (visit) => {
  await visit.idle();
  return visit.page.locator('#mirror').ariaSnapshot();
};

async function tabTo(visit, wanted) {
  for (let step = 0; step < 80; step += 1) {
    await press(visit, 'Tab');
    if (wanted.test(await focused(visit))) return;
  }
  assert.fail('Tab never came to ' + wanted);
}

async function openSample(bench, options) {
  const visit = await bench.visit('file', options);
  await visit.idle();
  await visit.page.getByRole('button', { name: /^Try the sample/ }).dispatchEvent('click');
  await visit.idle();
  return visit;
}

// True where the page keeps the key from the browser.
const keeps = (visit, init) => visit.page.evaluate((wanted) => {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...wanted });
  document.activeElement.dispatchEvent(event);
  return event.defaultPrevented;
}, init);

test('a whole comparison by keyboard alone', async (bench) => {
  const visit = await bench.visit('file');
  await visit.idle();
  await tabTo(visit, /^button Try the sample/);
  await press(visit, 'Enter');
  await visit.idle();
  assert.equal(await screenName(visit), 'Brief');
  await press(visit, 'F6');
  assert.match(await focused(visit), /^button (Library|Brief)/);
  await press(visit, 'F6');
  const first = await focused(visit);
  assert.match(first, /^row /);
  await shot(visit, 'keys-row');
  await press(visit, 'j');
  assert.match(await focused(visit), /^row /);
  assert.notEqual(await focused(visit), first);
  await press(visit, 'k', 'Enter');
  assert.equal(await screenName(visit), 'Read');
  const lines = (await visit.page.locator('.text-lines').allInnerTexts()).join('\n');
  assert.ok(lines.length > 500);
  await press(visit, 'Backspace');
  assert.equal(await screenName(visit), 'Brief');
  await press(visit, '4', 'j', 'j');
  assert.match(await tree(visit), /row .* \[(expanded|selected)\]/);
  await press(visit, '6');
  assert.equal(await screenName(visit), 'Timeline');
  await press(visit, 'g', 'b');
  assert.equal(await screenName(visit), 'Read');
  await press(visit, 'Escape', 'Escape', '1');
  assert.equal(await screenName(visit), 'Brief');
});

test('a correction by keyboard alone, taken back and done again', async (bench) => {
  const visit = await openSample(bench);
  await press(visit, 'Control+k');
  await type(visit, 'outlets and dates');
  await press(visit, 'Enter');
  await tabTo(visit, /Title of A$/);
  await press(visit, 'Control+a');
  await type(visit, 'Renamed by keys');
  await press(visit, 'Enter', 'Escape', 'Escape');
  const knows = async () => JSON.stringify(await visit.model()).includes('Renamed by keys');
  assert.equal(await knows(), true);
  await press(visit, 'Control+z');
  assert.equal(await knows(), false);
  await press(visit, 'Control+Shift+Z');
  assert.equal(await knows(), true);
});

test('the palette finds commands, people, facts and settings, and leaves all as it was on Esc', async (bench) => {
  const visit = await openSample(bench);
  const before = await tree(visit);
  await press(visit, 'Control+k');
  await type(visit, 'mar');
  const found = await tree(visit);
  assert.match(found, /dialog "Find anything"/);
  assert.match(found, /option "Elena Marsh/);
  await shot(visit, 'palette');
  await press(visit, 'Escape');
  assert.equal(await tree(visit), before);
  await press(visit, 'Control+k');
  await type(visit, 'theme dark');
  await press(visit, 'Enter');
  assert.equal(await visit.page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  await press(visit, 'Control+k');
  await type(visit, '22');
  await press(visit, 'Enter');
  assert.equal(await visit.page.evaluate(() => localStorage.getItem('newsloupe.text-size')), '22');
  await press(visit, 'Control+k');
  await type(visit, 'timel');
  await press(visit, 'Enter');
  assert.equal(await screenName(visit), 'Timeline');
});

test('search is live, says who has none, opens at the place, and comes back', async (bench) => {
  const visit = await openSample(bench);
  await press(visit, '/');
  await type(visit, 'dam');
  const found = await tree(visit);
  assert.match(found, /\d+ hits/);
  assert.match(found, /grid "Hits"/);
  await shot(visit, 'search');
  await press(visit, 'ArrowDown', 'ArrowDown', 'Enter');
  assert.equal(await screenName(visit), 'Read');
  await press(visit, 'Backspace');
  assert.equal(await screenName(visit), 'Search');
  await press(visit, '/', 'Control+a');
  await type(visit, 'no such words');
  assert.match(await tree(visit), /No article has it/);
});

test('a pattern that cannot be read says in words why', async (bench) => {
  const visit = await openSample(bench);
  await press(visit, '/');
  await type(visit, '(curfew');
  await visit.page.getByRole('checkbox', { name: 'Regular expression' }).dispatchEvent('click');
  assert.match(await tree(visit), /A `\)` is missing after `\(curfew`/);
  assert.deepEqual(visit.dialogs, []);
});

test('what is typed in the search box is exact, composed or not', async (bench) => {
  const visit = await openSample(bench);
  await press(visit, '/');
  await type(visit, 'café @ ñ ß ');
  const session = await visit.context.newCDPSession(visit.page);
  await session.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 });
  await session.send('Input.insertText', { text: '日本' });
  await visit.idle();
  const content = () => visit.page.evaluate(() =>
    document.querySelector('#mirror [role=textbox]').getAttribute('data-words'));
  assert.equal(await content(), 'café @ ñ ß 日本');
  await press(visit, 'Backspace', 'Control+a', 'Control+c');
  await press(visit, 'x');
  assert.equal(await content(), 'x');
});

test('Ctrl+F opens the search; in its box it is the browser\'s', async (bench) => {
  const visit = await openSample(bench);
  assert.equal(await keeps(visit, { key: 'f', code: 'KeyF', ctrlKey: true }), true);
  await visit.idle();
  assert.equal(await screenName(visit), 'Search');
  await visit.idle();
  assert.equal(await keeps(visit, { key: 'f', code: 'KeyF', ctrlKey: true }), false);
});

test('keys of the browser stay the browser\'s', async (bench) => {
  const visit = await openSample(bench);
  const theirs = [{ key: 'F5' }, { key: 'F11' }, { key: 'F12' }, { key: 'l', ctrlKey: true }, { key: 'r', ctrlKey: true },
    { key: 't', ctrlKey: true }, { key: 'ArrowLeft', altKey: true }, { key: '+', ctrlKey: true }, { key: 'Tab', ctrlKey: true }];
  for (const screen of ['1', '2', '4', '6', '/']) {
    await press(visit, screen);
    for (const init of theirs) assert.equal(await keeps(visit, init), false, JSON.stringify(init));
    if (screen === '/') break;
  }
  const zooms = await visit.page.evaluate(() => {
    const event = new WheelEvent('wheel', { ctrlKey: true, deltaY: 100, bubbles: true, cancelable: true });
    window.dispatchEvent(event);
    return !event.defaultPrevented;
  });
  assert.equal(zooms, true);
});

test('single letters rest while typing and when they are switched off', async (bench) => {
  const visit = await openSample(bench);
  await press(visit, '/');
  await type(visit, 'j4n');
  assert.equal(await screenName(visit), 'Search');
  await press(visit, 'Escape', '1');
  assert.equal(await screenName(visit), 'Brief');
  await press(visit, 'Control+k');
  await type(visit, 'single-letter');
  await press(visit, 'Enter', '4');
  assert.equal(await screenName(visit), 'Brief');
  await press(visit, 'Control+f');
  assert.equal(await screenName(visit), 'Search');
});

test('every screen is told to screen readers: roles, names, no name of the toolkit', async (bench) => {
  const visit = await openSample(bench);
  for (const key of ['1', '2', '4', '6', '?', 'Escape', '/']) {
    await press(visit, key);
    const told = await tree(visit);
    if (process.env.NEWSLOUPE_SHOTS) console.log(`--- ${key}\n${told}`);
    assert.doesNotMatch(told, /##|side_|main\//);
    const nameless = await visit.page.evaluate(() => [...document.querySelectorAll('#mirror [data-control]')]
      .filter((element) => !element.getAttribute('aria-label')).length);
    assert.equal(nameless, 0, key);
  }
});

test('operating the hidden element operates the control, and its state follows', async (bench) => {
  const visit = await openSample(bench);
  await press(visit, '2');
  const layer = visit.page.getByRole('checkbox', { name: 'Quotes' });
  assert.equal(await layer.getAttribute('aria-checked'), 'false');
  await layer.click({ force: true });
  await visit.idle();
  assert.equal(await layer.getAttribute('aria-checked'), 'true');
  await layer.dispatchEvent('click');
  await visit.idle();
  assert.equal(await layer.getAttribute('aria-checked'), 'false');
});

test('a page at rest changes nothing of the mirror', async (bench) => {
  const visit = await openSample(bench);
  const changes = await visit.page.evaluate(async () => {
    let count = 0;
    const watch = new MutationObserver((list) => { count += list.length; });
    watch.observe(document.getElementById('mirror'), { subtree: true, childList: true, attributes: true });
    window.__app.page.requestFrames(5);
    for (let turn = 0; turn < 8; turn += 1) await new Promise(requestAnimationFrame);
    return count;
  });
  assert.equal(changes, 0);
});

test('a setting that the browser does not keep is a line on the sheet', async (bench) => {
  const visit = await openSample(bench);
  await visit.page.evaluate(() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; });
  await press(visit, 'Control+k');
  await type(visit, 'settings');
  await press(visit, 'Enter');
  await visit.page.getByRole('radio', { name: 'Dark' }).click({ force: true });
  assert.match(await tree(visit), /This browser did not keep the setting/);
  await shot(visit, 'settings');
});

test('more contrast and forced colours act at once', async (bench) => {
  const visit = await openSample(bench);
  const picture = async () => (await visit.page.screenshot()).toString('base64');
  const usual = await picture();
  await visit.page.emulateMedia({ contrast: 'more', colorScheme: 'dark' });
  await visit.idle();
  await shot(visit, 'contrast-dark');
  const dark = await picture();
  assert.notEqual(dark, usual);
  await visit.page.emulateMedia({ contrast: null, forcedColors: 'active', colorScheme: 'light' });
  await visit.idle();
  await shot(visit, 'forced-light');
  const forced = await picture();
  assert.notEqual(forced, usual);
  assert.notEqual(forced, dark);
});

test('settings are kept, few bytes, and forgotten on request', async (bench) => {
  const visit = await openSample(bench);
  const kept = () => visit.page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith('newsloupe.')));
  await press(visit, 'Control+k');
  await type(visit, 'settings');
  await press(visit, 'Enter');
  for (const name of ['Dark', 'More', 'Long']) {
    await visit.page.getByRole('radio', { name, exact: true }).click({ force: true });
    await visit.idle();
  }
  assert.deepEqual((await kept()).map(([key]) => key).sort(), ['newsloupe.contrast', 'newsloupe.line-length', 'newsloupe.theme']);
  assert.ok(JSON.stringify(await kept()).length < 5000);
  assert.match(await tree(visit), /Requests since opening: 0/);
  await visit.page.getByRole('button', { name: 'Forget them' }).dispatchEvent('click');
  await visit.idle();
  assert.deepEqual(await kept(), []);
});

// Pictures to be judged by eye; nothing is tested here.
const visions = process.env.NEWSLOUPE_SHOTS ? ['deuteranopia', 'protanopia', 'tritanopia', 'achromatopsia'] : [];
for (const vision of visions) {
  test(`Brief, Read and Quotes for the eye: ${vision}`, async (bench) => {
    const visit = await openSample(bench);
    const session = await visit.context.newCDPSession(visit.page);
    await session.send('Emulation.setEmulatedVisionDeficiency', { type: vision });
    for (const [key, name] of [['1', 'brief'], ['2', 'read'], ['4', 'quotes']]) {
      await press(visit, key);
      await shot(visit, `${name}-${vision}`);
    }
  });
}
