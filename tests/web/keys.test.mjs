import assert from 'node:assert/strict';
import { test } from './harness.mjs';

const shot = (visit, name) =>
  process.env.NEWSLOUPE_SHOTS && visit.screenshot(`${process.env.NEWSLOUPE_SHOTS}/${name}.png`);

// The control that has the keyboard: its role and name.
const focused = (visit) => visit.page.evaluate(() => {
  const element = document.activeElement;
  return (element.getAttribute('role') || element.tagName.toLowerCase()) + ' ' + (element.getAttribute('aria-label') || '');
});

const screenName = (visit) =>
  visit.page.evaluate(() => document.querySelector('#mirror [role=main]')?.getAttribute('aria-label'));

async function tabTo(visit, wanted) {
  for (let step = 0; step < 80; step += 1) {
    await visit.press('Tab');
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
  await visit.press('Enter');
  await visit.idle();
  assert.equal(await screenName(visit), 'Brief');
  await visit.press('F6');
  assert.match(await focused(visit), /^button (Library|Brief)/);
  await visit.press('F6');
  const first = await focused(visit);
  assert.match(first, /^row /);
  await shot(visit, 'keys-row');
  await visit.press('j');
  assert.match(await focused(visit), /^row /);
  assert.notEqual(await focused(visit), first);
  await visit.press('k', 'Enter');
  assert.equal(await screenName(visit), 'Read');
  const lines = (await visit.page.locator('.text-lines').allInnerTexts()).join('\n');
  assert.ok(lines.length > 500);
  await visit.press('Backspace');
  assert.equal(await screenName(visit), 'Brief');
  await visit.press('4', 'j', 'j');
  assert.match(await visit.tree(), /row .* \[(expanded|selected)\]/);
  await visit.press('6');
  assert.equal(await screenName(visit), 'Timeline');
  await visit.press('g', 'b');
  assert.equal(await screenName(visit), 'Read');
  await visit.press('Escape', 'Escape', '1');
  assert.equal(await screenName(visit), 'Brief');
});

test('a correction by keyboard alone, taken back and done again', async (bench) => {
  const visit = await openSample(bench);
  await visit.press('Control+k');
  await visit.type('outlets and dates');
  await visit.press('Enter');
  await tabTo(visit, /Title of A$/);
  await visit.press('Control+a');
  await visit.type('Renamed by keys');
  await visit.press('Enter', 'Escape', 'Escape');
  const knows = async () => JSON.stringify(await visit.model()).includes('Renamed by keys');
  assert.equal(await knows(), true);
  await visit.press('Control+z');
  assert.equal(await knows(), false);
  await visit.press('Control+Shift+Z');
  assert.equal(await knows(), true);
});

test('the palette finds commands, people, facts and settings, and leaves all as it was on Esc', async (bench) => {
  const visit = await openSample(bench);
  const before = await visit.tree();
  await visit.press('Control+k');
  await visit.type('mar');
  const found = await visit.tree();
  assert.match(found, /dialog "Find anything"/);
  assert.match(found, /option "Elena Marsh/);
  await shot(visit, 'palette');
  await visit.press('Escape');
  assert.equal(await visit.tree(), before);
  await visit.press('Control+k');
  await visit.type('theme dark');
  await visit.press('Enter');
  assert.equal(await visit.page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  await visit.press('Control+k');
  await visit.type('22');
  await visit.press('Enter');
  assert.equal(await visit.page.evaluate(() => localStorage.getItem('newsloupe.text-size')), '22');
  await visit.press('Control+k');
  await visit.type('timel');
  await visit.press('Enter');
  assert.equal(await screenName(visit), 'Timeline');
});

test('search is live, says who has none, opens at the place, and comes back', async (bench) => {
  const visit = await openSample(bench);
  await visit.press('/');
  await visit.type('dam');
  const found = await visit.tree();
  assert.match(found, /\d+ hits/);
  assert.match(found, /grid "Hits"/);
  await shot(visit, 'search');
  await visit.press('ArrowDown', 'ArrowDown', 'Enter');
  assert.equal(await screenName(visit), 'Read');
  await visit.press('Backspace');
  assert.equal(await screenName(visit), 'Search');
  await visit.press('/', 'Control+a');
  await visit.type('no such words');
  assert.match(await visit.tree(), /No article has it/);
});

test('a pattern that cannot be read says in words why', async (bench) => {
  const visit = await openSample(bench);
  await visit.press('/');
  await visit.type('(curfew');
  await visit.page.getByRole('checkbox', { name: 'Regular expression' }).dispatchEvent('click');
  assert.match(await visit.tree(), /A `\)` is missing after `\(curfew`/);
  assert.deepEqual(visit.dialogs, []);
});

test('what is typed in the search box is exact, composed or not', async (bench) => {
  const visit = await openSample(bench);
  await visit.press('/');
  await visit.type('café @ ñ ß ');
  const session = await visit.context.newCDPSession(visit.page);
  await session.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 });
  await session.send('Input.insertText', { text: '日本' });
  await visit.idle();
  const content = () => visit.page.evaluate(() =>
    document.querySelector('#mirror [role=textbox]').getAttribute('data-words'));
  assert.equal(await content(), 'café @ ñ ß 日本');
  await visit.press('Backspace', 'Control+a', 'Control+c');
  await visit.press('x');
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
  for (const screen of ['1', '2', '3', '4', '6', '/']) {
    await visit.press(screen);
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
  await visit.press('/');
  await visit.type('j4n');
  assert.equal(await screenName(visit), 'Search');
  await visit.press('Escape', '1');
  assert.equal(await screenName(visit), 'Brief');
  await visit.press('Control+k');
  await visit.type('single-letter');
  await visit.press('Enter', '4');
  assert.equal(await screenName(visit), 'Brief');
  await visit.press('Control+f');
  assert.equal(await screenName(visit), 'Search');
});

test('every screen is told to screen readers: roles, names, no name of the toolkit', async (bench) => {
  const visit = await openSample(bench);
  for (const key of ['1', '2', '3', '4', '6', '?', 'Escape', '/']) {
    await visit.press(key);
    const told = await visit.tree();
    if (process.env.NEWSLOUPE_SHOTS) console.log(`--- ${key}\n${told}`);
    assert.doesNotMatch(told, /##|side_|main\//);
    const nameless = await visit.page.evaluate(() => [...document.querySelectorAll('#mirror [data-control]')]
      .filter((element) => !element.getAttribute('aria-label')).length);
    assert.equal(nameless, 0, key);
  }
});

test('operating the hidden element operates the control, and its state follows', async (bench) => {
  const visit = await openSample(bench);
  await visit.press('2');
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
  await visit.press('Control+k');
  await visit.type('settings');
  await visit.press('Enter');
  await visit.page.getByRole('radio', { name: 'Dark' }).click({ force: true });
  assert.match(await visit.tree(), /This browser did not keep the setting/);
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
  await visit.press('Control+k');
  await visit.type('settings');
  await visit.press('Enter');
  for (const name of ['Dark', 'More', 'Long']) {
    await visit.page.getByRole('radio', { name, exact: true }).click({ force: true });
    await visit.idle();
  }
  assert.deepEqual((await kept()).map(([key]) => key).sort(), ['newsloupe.contrast', 'newsloupe.line-length', 'newsloupe.theme']);
  assert.ok(JSON.stringify(await kept()).length < 5000);
  assert.match(await visit.tree(), /Requests since opening: 0/);
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
      await visit.press(key);
      await shot(visit, `${name}-${vision}`);
    }
  });
}
