import assert from 'node:assert/strict';
import { test } from '../harness.mjs';

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
  const lines = await visit.page.locator('#text-lines').innerText();
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
