import assert from 'node:assert/strict';
import { test, testEverywhere } from './harness.mjs';

const kElsewhere = 'https://newsloupe.invalid/';

testEverywhere('the policy refuses every way out of the page', async (bench, place) => {
  const visit = await bench.visit(place);
  await visit.idle();
  const before = visit.requests.length;
  const refused = await visit.page.evaluate(async (address) => {
    const fetched = await fetch(address).then(() => 'sent', () => 'refused');
    const image = await new Promise((resolve) => {
      const picture = new Image();
      picture.onload = () => resolve('sent');
      picture.onerror = () => resolve('refused');
      picture.src = address + 'picture.png';
    });
    const socket = await new Promise((resolve) => {
      try {
        const opened = new WebSocket(address.replace('https', 'wss'));
        opened.onopen = () => resolve('sent');
        opened.onerror = () => resolve('refused');
      } catch (error) {
        resolve('refused');
      }
    });
    const violations = [];
    addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
    navigator.sendBeacon(address, 'x');
    const form = document.createElement('form');
    form.action = address;
    document.body.append(form);
    form.submit();
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { fetched, image, socket, violations: violations.sort() };
  }, kElsewhere);
  assert.deepEqual(refused, { fetched: 'refused', image: 'refused', socket: 'refused',
    violations: ['connect-src', 'form-action'] });
  const sent = visit.requests.slice(before).filter((url) => !url.endsWith('picture.png'));
  assert.deepEqual(sent, []);  // a refused image is reported as a request that failed
});

test('a worker of the page cannot send either', async (bench) => {
  const visit = await bench.visit('file');
  const answer = await visit.page.evaluate((address) => new Promise((resolve) => {
    const program = `fetch(${JSON.stringify(address)}).then(() => postMessage('sent'), () => postMessage('refused'))`;
    const worker = new Worker(URL.createObjectURL(new Blob([program])));
    worker.onmessage = ({ data }) => resolve(data);
  }), kElsewhere);
  assert.equal(answer, 'refused');
});

testEverywhere('nothing is drawn while nothing happens', async (bench, place) => {
  const visit = await bench.visit(place);
  await visit.idle();
  const before = await visit.frames();
  await visit.page.waitForTimeout(1500);
  assert.equal(await visit.frames(), before);
});

test('an event is worth a few frames and no more', async (bench) => {
  const visit = await bench.visit('file');
  await visit.idle();
  const before = await visit.frames();
  await visit.page.mouse.move(300, 300);
  await visit.idle();
  const drawn = (await visit.frames()) - before;
  assert.ok(drawn >= 1 && drawn <= 6, `${drawn} frames`);
});

test('canvas pixels are CSS pixels times the density', async (bench) => {
  for (const deviceScaleFactor of [1, 1.5, 2]) {
    const visit = await bench.visit('file', { deviceScaleFactor });
    await visit.idle();
    await visit.page.setViewportSize({ width: 1000, height: 700 });
    await visit.idle();
    const size = await visit.page.evaluate(() => {
      const canvas = document.getElementById('canvas');
      return [canvas.width, canvas.height];
    });
    assert.deepEqual(size, [1000 * deviceScaleFactor, 700 * deviceScaleFactor]);
  }
});

test('keys of the browser stay with the browser', async (bench) => {
  const visit = await bench.visit('file');
  await visit.idle();
  const kept = await visit.page.evaluate(() => {
    const prevented = (type, init) => {
      const event = new type(init.type, { bubbles: true, cancelable: true, ...init });
      document.getElementById('canvas').dispatchEvent(event);
      return event.defaultPrevented;
    };
    const keys = [{ key: 'F5' }, { key: 'F11' }, { key: 'F12' }, { key: 'l', ctrlKey: true }, { key: 'r', ctrlKey: true },
      { key: 't', ctrlKey: true }, { key: '+', ctrlKey: true }, { key: 'ArrowLeft', altKey: true }];
    return { keys: keys.filter((key) => prevented(KeyboardEvent, { type: 'keydown', ...key })),
      zoom: prevented(WheelEvent, { type: 'wheel', deltaY: 100, ctrlKey: true }),
      scroll: prevented(WheelEvent, { type: 'wheel', deltaY: 100 }) };
  });
  assert.deepEqual(kept, { keys: [], zoom: false, scroll: true });
});

test('a lost graphics context comes back by itself', async (bench) => {
  const visit = await bench.visit('file');
  await visit.idle();
  const whole = await visit.page.screenshot();
  await visit.page.evaluate(() => {
    const context = document.getElementById('canvas').getContext('webgl2');
    window.loss = context.getExtension('WEBGL_lose_context');
    window.loss.loseContext();
  });
  await visit.page.waitForFunction(() => document.getElementById('canvas').getContext('webgl2').isContextLost());
  await visit.page.evaluate(() => new Promise((resolve) => {
    document.getElementById('canvas').addEventListener('webglcontextrestored', () => setTimeout(resolve));
    window.loss.restoreContext();
  }));
  await visit.idle();
  assert.ok(whole.equals(await visit.page.screenshot()), 'the same picture as before');
});
