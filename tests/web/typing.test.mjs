// Typing into a field of the canvas goes through one hidden textarea: dead keys, AltGr, input methods, the clipboard
// (acceptance row 13).
import assert from 'node:assert/strict';
import { test } from './harness.mjs';

// The paste sheet, whose field takes the keyboard when it opens.
async function openField(bench, options = {}) {
  const visit = await bench.visit('file', { permissions: ['clipboard-read', 'clipboard-write'], ...options });
  await visit.idle();
  await visit.page.getByRole('button', { name: 'Paste text' }).click({ force: true });
  await visit.page.waitForFunction(() => window.__app.page.input.typing);
  await visit.idle();
  return visit;
}

// All that stands in the field, by the way a reader would take it out.
async function content(visit) {
  await visit.page.keyboard.press('Control+A');
  await visit.idle();
  await visit.page.keyboard.press('Control+C');
  await visit.idle();
  return visit.page.evaluate(() => navigator.clipboard.readText());
}

async function compose(visit, steps, result) {
  const session = await visit.context.newCDPSession(visit.page);
  for (const text of steps) {
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await session.send('Input.insertText', { text: result });
  await session.detach();
  await visit.idle();
}

test('letters of every keyboard arrive in the field', async (bench) => {
  const visit = await openField(bench);
  await visit.page.keyboard.type('café @ ñ ß');
  await compose(visit, ['´'], 'é');  // a dead key
  await compose(visit, ['に', 'にほ'], '日本');
  await visit.page.keyboard.insertText('👍');
  await visit.page.keyboard.type('x');
  await visit.page.keyboard.press('Backspace');
  await visit.idle();
  assert.equal(await content(visit), 'café @ ñ ßé日本👍');
});

test('AltGr types a character and binds no key', async (bench) => {
  const visit = await openField(bench);
  const kept = await visit.page.evaluate(() => {
    const event = new KeyboardEvent('keydown', { key: '@', code: 'KeyQ', ctrlKey: true, altKey: true, modifierAltGraph: true,
      bubbles: true, cancelable: true });
    document.getElementById('agent').dispatchEvent(event);
    return event.defaultPrevented;
  });
  assert.equal(kept, false);
  await visit.page.keyboard.type('@');
  await visit.idle();
  assert.equal(await content(visit), '@');
});

test('a composition is shown at the caret', async (bench) => {
  const visit = await openField(bench);
  const caret = () => visit.page.evaluate(() => {
    const { left, top } = document.getElementById('agent').getBoundingClientRect();
    return { left, top };
  });
  const empty = await caret();
  await visit.page.keyboard.type('mmmm');
  await visit.idle();
  const after = await caret();
  const width = await visit.page.evaluate(() => {
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = '16px "Newsloupe Serif"';
    return pen.measureText('mmmm').width;
  });
  assert.ok(Math.abs(after.left - empty.left - width) <= 4, JSON.stringify({ empty, after, width }));
  assert.ok(Math.abs(after.top - empty.top) <= 4);
  const session = await visit.context.newCDPSession(visit.page);
  await session.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 });
  assert.equal(await visit.page.evaluate(() => getComputedStyle(document.getElementById('agent')).opacity), '1');
  assert.ok(Math.abs((await caret()).left - after.left) <= 4);
});

test('cut, copy and paste work in the field, and a paste adds no article', async (bench) => {
  const visit = await openField(bench);
  await visit.page.keyboard.type('Velda');
  await visit.idle();
  await visit.page.keyboard.press('Control+A');
  await visit.idle();
  await visit.page.keyboard.press('Control+X');
  await visit.idle();
  assert.equal(await visit.page.evaluate(() => navigator.clipboard.readText()), 'Velda');
  await visit.paste('twice ');
  await visit.idle();
  await visit.paste('twice ');
  await visit.idle();
  assert.equal(await content(visit), 'twice twice ');
  assert.deepEqual((await visit.trace()).filter((line) => line.startsWith('read ')), []);
});

test('on a Mac the command key does what Ctrl does elsewhere', async (bench) => {
  const visit = await bench.window();
  await visit.page.addInitScript(() => Object.defineProperty(navigator, 'platform', { value: 'MacIntel' }));
  await visit.page.goto(bench.address('file') + '?test=1');
  await visit.page.waitForFunction(() => window.__app);
  await visit.idle();
  const kept = await visit.page.evaluate(() => {
    const prevented = (key) => {
      const event = new KeyboardEvent('keydown', { key, metaKey: true, bubbles: true, cancelable: true });
      document.getElementById('canvas').dispatchEvent(event);
      return event.defaultPrevented;
    };
    return { open: prevented('o'), reload: prevented('r'), copy: prevented('c') };
  });
  assert.deepEqual(kept, { open: true, reload: false, copy: false });
});
