import assert from 'node:assert/strict';
import { test } from './harness.mjs';

// Collects what reaches the interface under one name, from here on.
function listen(visit, name) {
  return visit.page.evaluate((wanted) => {
    const input = window.__app.page.input;
    const send = input.send.bind(input);
    window.heard = [];
    input.send = (sent, ...values) => {
      if (sent === wanted) window.heard.push(values[0]);
      send(sent, ...values);
    };
  }, name);
}

const heard = (visit) => visit.page.evaluate(() => window.heard);
const startTyping = (visit) => visit.page.evaluate(() => window.__app.page.input.setTyping(true, 100, 100, 20));

test('every character arrives, typed or composed', async (bench) => {
  const visit = await bench.visit('file');
  await visit.idle();
  await listen(visit, 'nl_page_text');
  await startTyping(visit);
  await visit.page.keyboard.type('café @ ñ ß ');
  const session = await visit.context.newCDPSession(visit.page);
  await session.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 });
  await session.send('Input.insertText', { text: '日本' });
  assert.equal((await heard(visit)).join(''), 'café @ ñ ß 日本');
});

test('a paste into a field is typed, and adds no article', async (bench) => {
  const visit = await bench.visit('file');
  await visit.idle();
  await listen(visit, 'nl_page_paste');
  await startTyping(visit);
  await visit.paste('Velda 2025');
  await visit.idle();
  assert.deepEqual(await heard(visit), ['Velda 2025']);
  assert.deepEqual((await visit.trace()).filter((line) => line.startsWith('read ')), []);
});

test('the caret of the field is where the text agent is', async (bench) => {
  const visit = await bench.visit('file');
  await visit.idle();
  await startTyping(visit);
  const box = await visit.page.evaluate(() => {
    const { x, y } = document.getElementById('agent').getBoundingClientRect();
    return [x, y];
  });
  assert.deepEqual(box, [100, 100]);
});

test('a button of the canvas opens the file chooser inside the click', async (bench) => {
  const visit = await bench.visit('file');
  await visit.idle();
  await visit.page.evaluate(() => window.__app.page.fileButtons.push({ x: 500, y: 500, width: 80, height: 40, folder: false }));
  const chooser = visit.page.waitForEvent('filechooser', { timeout: 5000 });
  await visit.page.evaluate(() => {
    const up = new PointerEvent('pointerup', { clientX: 520, clientY: 520, button: 0, bubbles: true });
    document.getElementById('canvas').dispatchEvent(up);
  });
  assert.ok((await chooser).isMultiple());
});

test('a drop that holds nothing is answered, and so is such a paste', async (bench) => {
  for (const give of [(visit) => visit.dropText([['application/x-unknown', 'x']]), (visit) => visit.paste('')]) {
    const visit = await bench.visit('file');
    await give(visit);
    await visit.page.waitForFunction(() => document.body.innerHTML.includes('handed over no file and no words'));
  }
});
