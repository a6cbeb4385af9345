// Opens the assembled page in headless Chromium, from disk and over http on the loopback, and does what a reader does.
import { existsSync, mkdtempSync, readFileSync, rmSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const here = dirname(fileURLToPath(import.meta.url));
export const root = dirname(dirname(here));
const kPage = join(process.env.NEWSLOUPE_DIST || join(root, 'dist'), 'newsloupe.html');

// Graphics in software, and nothing of the browser's own on the network.
const kBrowserFlags = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist', '--no-sandbox',
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run',
  '--disable-default-apps', '--disable-features=Translate,OptimizationHints,MediaRouter'];

function browserPath() {
  const places = [process.env.NEWSLOUPE_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const found = places.find((place) => place && existsSync(place));
  if (!found) throw new Error('no Chromium found: install it or set NEWSLOUPE_CHROMIUM');
  return found;
}

export async function startBrowser(more_flags = []) {
  return chromium.launch({ executablePath: browserPath(), headless: true, args: [...kBrowserFlags, ...more_flags] });
}

// The folder of the hosted copy on the loopback.
async function startServer() {
  const types = { html: 'text/html', js: 'text/javascript', webmanifest: 'application/manifest+json' };
  const server = createServer((request, response) => {
    const name = new URL(request.url, 'http://localhost').pathname.slice(1) || 'index.html';
    const path = join(dirname(kPage), 'site', name);
    const known = /^[\w.]+$/.test(name) && existsSync(path);
    response.writeHead(known ? 200 : 404, { 'Content-Type': types[name.split('.').pop()] || 'text/plain' });
    response.end(known ? readFileSync(path) : '');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, address: `http://127.0.0.1:${server.address().port}/` };
}

// What a test works with. `place` is 'file' or 'http'.
export class Bench {
  static async open() {
    const bench = new Bench();
    bench.browser = await startBrowser();
    bench.hosted = await startServer();
    bench.folder = mkdtempSync(join(tmpdir(), 'newsloupe-'));
    mkdirSync(join(bench.folder, 'page'));
    copyFileSync(kPage, join(bench.folder, 'page', 'newsloupe.html'));
    return bench;
  }

  async close() {
    await this.browser.close();
    this.hosted.server.close();
    rmSync(this.folder, { recursive: true });
  }

  address(place) {
    return place === 'file' ? pathToFileURL(join(this.folder, 'page', 'newsloupe.html')).href : this.hosted.address;
  }

  // The page's own text, to make damaged copies of.
  get pageText() {
    return readFileSync(kPage, 'utf8');
  }

  // A window with its own storage, showing nothing yet; closed by the runner.
  async window({ browser = this.browser, ...context_options } = {}) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...context_options });
    const visit = new Visit(await context.newPage(), context);
    this.visits.push(visit);
    return visit;
  }

  // A visit of the page, from its opening to the moment it can be used.
  async visit(place, { query = 'test=1', ...window_options } = {}) {
    const visit = await this.window(window_options);
    const page = visit.page;
    await page.goto(this.address(place) + (query ? '?' + query : ''));
    await page.waitForFunction(() => window.__app || document.querySelector('#boot.failed'), null, { timeout: 60000 });
    const failure = await page.evaluate(() => !window.__app && document.getElementById('boot-cause').textContent);
    if (failure) throw new Error('the page did not start: ' + failure);
    return visit;
  }

  // Files of a test, by path and content, in a folder of their own.
  write(files) {
    const folder = mkdtempSync(join(this.folder, 'set-'));
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return folder;
  }

  visits = [];
}

export class Visit {
  constructor(page, context) {
    this.page = page;
    this.context = context;
    this.requests = [];
    this.complaints = [];
    this.dialogs = [];
    page.on('request', (request) => this.requests.push(request.url()));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error.stack || error)));
    page.on('dialog', (dialog) => {
      this.dialogs.push(dialog.message());
      dialog.dismiss();
    });
  }

  // Requests for something that is not already in the page.
  get outside() {
    return this.requests.filter((url) => !/^(blob|data):/.test(url));
  }

  // Two turns of the screen first, so that a change of size or theme has reached the page.
  idle() {
    return this.page.evaluate(async () => {
      for (let turn = 0; turn < 2; turn += 1) await new Promise(requestAnimationFrame);
      await window.__app.idle();
    });
  }

  async model() {
    await this.idle();
    return this.page.evaluate(() => window.__app.model());
  }

  frames() {
    return this.page.evaluate(() => window.__app.frames);
  }

  trace() {
    return this.page.evaluate(() => window.__app.trace);
  }

  // Drops files or folders of the disk, as from a file manager.
  async drop(paths) {
    const session = await this.context.newCDPSession(this.page);
    const data = { items: [], files: paths, dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop']) {
      await session.send('Input.dispatchDragEvent', { type, x: 640, y: 400, data });
    }
    await session.detach();
  }

  // Keys one after the other, each answered before the next.
  async press(...keys) {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      await this.idle();
    }
  }

  async type(text) {
    await this.page.keyboard.type(text);
    await this.idle();
  }

  // What a screen reader is told, as Playwright writes it.
  async tree() {
    await this.idle();
    return this.page.locator('#mirror').ariaSnapshot();
  }

  // Presses as a hand does: there first, then down, then up.
  async click(x, y) {
    await this.page.mouse.move(x, y);
    await this.idle();
    await this.page.mouse.down();
    await this.idle();
    await this.page.mouse.up();
    await this.idle();
  }

  // Presses "Try the sample", which stands below the doors of the empty page.
  async openSample() {
    await this.idle();
    const [door] = await this.page.evaluate(() => window.__app.page.fileButtons);
    await this.click(this.page.viewportSize().width / 2, door.y + 82);
    await this.page.waitForFunction(async () => (await window.__app.model()).articles.length === 6);
    await this.idle();
  }

  // Closes the import sheet, if it has not closed by itself, and opens the reader.
  async openReader() {
    await this.idle();
    for (let turn = 0; turn < 20 && (await this.page.locator('#mirror [role=dialog]').count()) > 0; turn += 1) {
      await this.page.keyboard.press('Escape');
      await this.idle();
    }
    await this.page.keyboard.press('2');
    await this.idle();
    await this.page.waitForFunction(() => document.querySelector('.text-lines:not(.covered) span'));
    await this.idle();
  }

  // What the text layers hold.
  words() {
    return this.page.evaluate(() => document.getElementById('text-layers').textContent);
  }

  // Drops words as from another program: [media type, content] each.
  async dropText(flavours) {
    const session = await this.context.newCDPSession(this.page);
    const items = flavours.map(([mimeType, data]) => ({ mimeType, data }));
    for (const type of ['dragEnter', 'dragOver', 'drop']) {
      await session.send('Input.dispatchDragEvent', { type, x: 640, y: 400, data: { items, dragOperationsMask: 1 } });
    }
    await session.detach();
  }

  // Pastes as from another program.
  paste(text, html = '') {
    return this.page.evaluate(([plain, rich]) => {
      const data = new DataTransfer();
      data.setData('text/plain', plain);
      if (rich) data.setData('text/html', rich);
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, [text, html]);
  }

  screenshot(name) {
    return this.page.screenshot({ path: name });
  }
}

const tests = [];
export function test(name, body) {
  tests.push({ name, body });
}

// For each place: the page must behave alike from a disk and from a host.
export function testEverywhere(name, body) {
  for (const place of ['file', 'http']) test(`${name} (${place})`, (bench) => body(bench, place));
}

export async function runTests(only) {
  const bench = await Bench.open();
  let passed = 0;
  let failed = 0;
  for (const { name, body } of tests.filter((one) => !only || one.name.includes(only))) {
    try {
      await body(bench);
      passed += 1;
      console.log('ok    ' + name);
    } catch (error) {
      failed += 1;
      console.log('FAIL  ' + name + '\n' + String(error.stack || error).replace(/^/gm, '      '));
    }
    for (const visit of bench.visits.splice(0)) await visit.context.close();
  }
  await bench.close();
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0;
}
