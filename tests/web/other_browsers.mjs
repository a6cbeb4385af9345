// The page in Firefox (WebDriver BiDi) and in WebKitGTK, the engine of Safari (WebDriver), from disk, with a screen that
// Xvfb pretends. A browser that is not installed is skipped in one line.
//
//   node tests/web/other_browsers.mjs [firefox | webkit]
//
// On Debian: apt-get install xvfb xauth firefox-esr webkit2gtk-driver
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
const page = join(process.env.NEWSLOUPE_DIST || join(root, 'dist'), 'newsloupe.html');
const { ws: WebSocket, PNG } = createRequire(import.meta.url)(join(here, 'node_modules/playwright-core/lib/utilsBundle.js'));

const kStart = 30000;

function find(...places) {
  return places.find((place) => place && existsSync(place));
}

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function until(what, attempt) {
  const end = Date.now() + kStart;
  for (;;) {
    const result = await attempt().catch((error) => (Date.now() > end ? Promise.reject(error) : null));
    if (result) return result;
    if (Date.now() > end) throw new Error('waited in vain for ' + what);
    await sleep(100);
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

// A program with a screen of its own, in a process group of its own.
function start(program, words, environment = {}) {
  const screen = ['-a', '-s', '-screen 0 1280x900x24', program, ...words];
  const child = spawn('xvfb-run', screen, { detached: true, stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LIBGL_ALWAYS_SOFTWARE: '1', NO_AT_BRIDGE: '1', ...environment } });
  child.said = '';
  child.stderr.on('data', (words_said) => child.said += words_said);
  child.stop = () => {
    try {
      process.kill(-child.pid);
    } catch (error) { /* it has ended */ }
  };
  return child;
}

// ---- Two ways to drive a browser, one set of verbs: open, evaluate, act, choosers, choose, picture, close

class Firefox {
  static program = find(process.env.NEWSLOUPE_FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox');

  static async launch(folder) {
    const browser = new Firefox();
    const profile = join(folder, 'profile');
    mkdirSync(profile);
    // No requests of the browser's own.
    writeFileSync(join(profile, 'user.js'), ['app.normandy.enabled', 'app.update.enabled', 'browser.safebrowsing.malware.enabled',
      'browser.safebrowsing.phishing.enabled', 'datareporting.policy.dataSubmissionEnabled', 'extensions.update.enabled',
      'network.captive-portal-service.enabled', 'network.connectivity-service.enabled', 'browser.aboutwelcome.enabled',
      'browser.shell.checkDefaultBrowser'].map((name) => `user_pref("${name}", false);\n`).join(''));
    const port = await freePort();
    // On about:blank the focus would stay in the address bar.
    browser.child = start(Firefox.program, ['--no-remote', '--profile', profile, '--remote-debugging-port', String(port),
      '--width', '1280', '--height', '860', 'data:text/html,start']);
    browser.socket = await until('Firefox', () => connect(`ws://127.0.0.1:${port}/session`));
    browser.waiting = new Map();
    browser.number = 0;
    browser.socket.on('message', (data) => {
      const message = JSON.parse(data);
      const waiter = browser.waiting.get(message.id);
      if (waiter) (message.type === 'error' ? waiter.reject(new Error(message.message)) : waiter.resolve(message.result));
    });
    await browser.send('session.new', { capabilities: {} });
    const { contexts } = await browser.send('browsingContext.getTree', {});
    browser.context = contexts[0].context;
    return browser;
  }

  send(method, params) {
    this.number += 1;
    const id = this.number;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.socket.send(JSON.stringify({ id, method, params }));
    });
  }

  open(address) {
    return this.send('browsingContext.navigate', { context: this.context, url: address, wait: 'complete' });
  }

  async evaluate(body, ...values) {
    const { result, exceptionDetails } = await this.send('script.evaluate', { awaitPromise: true, target: { context: this.context },
      expression: `Promise.resolve((${body})(...${JSON.stringify(values)})).then((x) => JSON.stringify(x ?? null))` });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return JSON.parse(result.value);
  }

  act(actions) {
    return this.send('input.performActions', { context: this.context, actions });
  }

  // How many choosers the page has opened since the first question. A real one would stay, and Firefox opens one for
  // whoever has just pressed something: this is what is counted.
  choosers() {
    return this.evaluate(`() => {
      if (window.choosers === undefined) {
        HTMLInputElement.prototype.click = () => window.choosers += navigator.userActivation.isActive ? 1 : 0;
        window.choosers = 0;
      }
      return window.choosers;
    }`);
  }

  async choose(selector, paths) {
    const { nodes } = await this.send('browsingContext.locateNodes', { context: this.context,
      locator: { type: 'css', value: selector } });
    await this.send('input.setFiles', { context: this.context, element: { sharedId: nodes[0].sharedId }, files: paths });
  }

  async picture() {
    const { data } = await this.send('browsingContext.captureScreenshot', { context: this.context });
    return Buffer.from(data, 'base64');
  }

  close() {
    this.socket.close();
    this.child.stop();
  }
}

function connect(address) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address);
    socket.on('open', () => resolve(socket));
    socket.on('error', reject);
  });
}

class WebKit {
  static program = find(process.env.NEWSLOUPE_WEBKIT_DRIVER, '/usr/bin/WebKitWebDriver');
  static viewer = find(...['4.1', '6.0', '4.0'].flatMap((version) => (existsSync('/usr/lib') ? readdirSync('/usr/lib') : [])
    .map((machine) => `/usr/lib/${machine}/webkit2gtk-${version}/MiniBrowser`)));

  static async launch() {
    const browser = new WebKit();
    const port = await freePort();
    browser.child = start(WebKit.program, ['--port=' + port], { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' });
    browser.address = `http://127.0.0.1:${port}/session`;
    const { sessionId } = await until('WebKitWebDriver', () => browser.send('POST', '', { capabilities: { alwaysMatch: {
      'webkitgtk:browserOptions': { binary: WebKit.viewer, args: ['--automation'] } } } }));
    browser.address += '/' + sessionId;
    await browser.send('POST', '/timeouts', { script: kStart, pageLoad: kStart });
    return browser;
  }

  async send(method, path, body) {
    const response = await fetch(this.address + path, { method, body: body && JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' } });
    const { value } = await response.json();
    if (!response.ok) throw new Error(value.error + ': ' + value.message);
    return value;
  }

  open(address) {
    return this.send('POST', '/url', { url: address });
  }

  async evaluate(body, ...values) {
    const text = await this.send('POST', '/execute/async', { args: [], script: `const done = arguments[0];
      Promise.resolve((${body})(...${JSON.stringify(values)})).then((x) => done(JSON.stringify(x ?? null)), (e) => done('!' + e));` });
    if (text[0] === '!') throw new Error(text);
    return JSON.parse(text);
  }

  act(actions) {
    return this.send('POST', '/actions', { actions });
  }

  // The driver closes a real one at once.
  choosers() {
    return this.evaluate(`() => {
      const count = () => window.choosers += 1;
      if (window.choosers === undefined) {
        for (const input of document.querySelectorAll('input[type=file]')) input.addEventListener('cancel', count);
        window.choosers = 0;
      }
      return window.choosers;
    }`);
  }

  async choose(selector, paths) {
    const element = await this.send('POST', '/element', { using: 'css selector', value: selector });
    await this.send('POST', `/element/${Object.values(element)[0]}/value`, { text: paths.join('\n') });
  }

  async picture() {
    return Buffer.from(await this.send('GET', '/screenshot'), 'base64');
  }

  async close() {
    await this.send('DELETE', '').catch(() => {});
    this.child.stop();
  }
}

// ---- What a reader does

function click(browser, x, y) {
  return browser.act([{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: [
    { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) }, { type: 'pointerDown', button: 0 },
    { type: 'pause', duration: 80 }, { type: 'pointerUp', button: 0 }] }]);
}

// One key after the other; those of `held` stay down meanwhile.
function press(browser, keys, held = []) {
  const action = (type) => (value) => ({ type, value });
  const typed = [...keys].flatMap((key) => [action('keyDown')(key), action('keyUp')(key)]);
  return browser.act([{ type: 'key', id: 'keyboard',
    actions: [...held.map(action('keyDown')), ...typed, ...held.map(action('keyUp'))] }]);
}

// Presses what a screen reader is told by this name.
async function pressNamed(browser, name) {
  const middle = `() => {
    const element = document.querySelector('#mirror [role=button][aria-label="${name}"]');
    const box = element && element.getBoundingClientRect();
    return box && [box.x + box.width / 2, box.y + box.height / 2];
  }`;
  await click(browser, ...(await until(name, () => browser.evaluate(middle))));
}

const kControl = '\uE009';
const kReturn = '\uE007';
const kTab = '\uE004';

// ---- What must hold in every browser

async function ready(browser) {
  await until('the page', () => browser.evaluate('() => Boolean(window.__app || document.querySelector("#boot.failed"))'));
  const failure = await browser.evaluate('() => (window.__app ? "" : document.getElementById("boot-cause").textContent)');
  assert.equal(failure, '');
  await idle(browser);
}

const idle = (browser) => browser.evaluate('async () => { for (let i = 0; i < 3; i += 1) { await new Promise(requestAnimationFrame);' +
  ' await window.__app.idle(); } return true; }');

// All files accepted are read, at least so many.
function read(browser, least) {
  const settled = `() => window.__app.page.link.done >= ${least} && window.__app.page.link.done === window.__app.page.link.accepted`;
  return until('the files', () => browser.evaluate(settled));
}

function colours(picture) {
  const { data } = PNG.sync.read(picture);
  const seen = new Set();
  for (let i = 0; i < data.length; i += 16) seen.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
  return seen.size;
}

const kChecks = {
  'opens from disk and draws': async (browser) => {
    await ready(browser);
    assert.equal(await browser.evaluate('() => window.__app.page.graphics'), true);
    assert.ok(colours(await browser.picture()) > 50, 'the picture is blank');
  },
  'the policy refuses a request, in the page and in its worker': async (browser) => {
    assert.equal(await browser.evaluate('() => fetch("https://newsloupe.invalid/").then(() => "sent", () => "refused")'), 'refused');
    const program = 'fetch("https://newsloupe.invalid/").then(() => postMessage("sent"), () => postMessage("refused"))';
    assert.equal(await browser.evaluate(`() => new Promise((resolve) => {
      const worker = new Worker(URL.createObjectURL(new Blob([${JSON.stringify(program)}])));
      worker.onmessage = ({ data }) => resolve(data);
    })`), 'refused');
  },
  'doors and keys open the chooser, while frames are drawn, too': async (browser) => {
    const opened = (number) => until('chooser ' + number, async () => (await browser.choosers()) === number);
    await opened(0);
    const doors = await browser.evaluate(`() => {
      window.drawing = setInterval(() => window.__app.page.requestFrames(2), 1);
      return window.__app.page.fileButtons;
    }`);
    try {
      assert.deepEqual(doors.map((door) => door.folder), [false, true]);
      for (const [number, door] of doors.entries()) {
        await click(browser, door.x + door.width / 2, door.y + door.height / 2);
        await opened(number + 1);
      }
      await press(browser, 'o', [kControl]);
      await opened(3);
      await until('the focus', async () => {
        await press(browser, kTab);
        return browser.evaluate('() => document.activeElement.getAttribute("aria-label") === "Choose folder…"');
      });
      await press(browser, kReturn);
      await opened(4);
    } finally {
      await browser.evaluate('() => clearInterval(window.drawing)');
    }
  },
  'the sample opens in one click, read by the worker': async (browser) => {
    await pressNamed(browser, 'Try the sample: six reports of one flood');
    await until('the sample', () => browser.evaluate('() => window.__app.model().then((model) => model.articles.length === 6)'));
    await idle(browser);
    assert.equal(await browser.evaluate('() => window.__app.trace.some((line) => line === "no worker")'), false);
    assert.equal((await browser.evaluate('() => window.__app.model().then((model) => model.articles.length)')), 6);
    assert.ok(colours(await browser.picture()) > 200);
  },
  'its words can be selected': async (browser) => {
    const words = await browser.evaluate('() => document.getElementById("text-layers").textContent');
    assert.match(words, /(\p{L}+ ){4}/u);
  },
  'chosen files are added': async (browser, { files }) => {
    const before = await browser.evaluate('() => window.__app.page.link.done');
    await browser.choose('#choose-files', files);
    await read(browser, before + 2);
    await idle(browser);
    assert.equal((await browser.evaluate('() => window.__app.model().then((model) => model.articles.length)')), 8);
  },
  'a dropped file is added': async (browser) => {
    const before = await browser.evaluate('() => window.__app.page.link.done');
    await browser.evaluate(`() => {
      const data = new DataTransfer();
      data.items.add(new File(['Ferry stays in port\\n\\nThe ferry stays in port until Monday, its captain said.\\n'], 'ferry.txt'));
      document.getElementById('canvas').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
      return true;
    }`);
    await read(browser, before + 1);
    assert.ok(await browser.evaluate('() => window.__app.trace.includes("analysed ferry.txt")'));
  },
  'a drop without files and words is answered': async (browser) => {
    await browser.evaluate(`() => window.dispatchEvent(new DragEvent('drop', { dataTransfer: new DataTransfer(), cancelable: true }))`);
    await until('the line', () => browser.evaluate('() => document.body.innerHTML.includes("handed over no file and no words")'));
  },
  'words that are typed become an article': async (browser, { address }) => {
    await browser.open(address);
    await ready(browser);
    await pressNamed(browser, 'Paste text…');
    await until('the field', () => browser.evaluate('() => window.__app.page.input.typing'));
    await press(browser, 'Café in Velda, ñ @ 日本' + kReturn + kReturn + 'The café opened on Monday, its owner said.');
    await idle(browser);
    await pressNamed(browser, 'Add article');
    await read(browser, 1);
    await idle(browser);
    const { articles } = await browser.evaluate('() => window.__app.model()');
    assert.deepEqual(articles.map((article) => article.metadata.headline), ['Café in Velda, ñ @ 日本']);
  },
};

async function run(name, Browser) {
  const missing = !Browser.program ? 'not installed' : 'viewer' in Browser && !Browser.viewer ? 'MiniBrowser is not installed'
    : !find('/usr/bin/xvfb-run') ? 'xvfb-run is not installed' : null;
  if (missing) {
    console.log(`${name}: skipped: ${missing}`);
    return [0, 0];
  }
  const folder = mkdtempSync(join(tmpdir(), 'newsloupe-'));
  copyFileSync(page, join(folder, 'newsloupe.html'));
  const files = ['harbour', 'bridge'].map((what) => {
    writeFileSync(join(folder, what + '.txt'), `The ${what} of Velda\n\nThe ${what} opened again on Monday, its master said.\n`);
    return join(folder, what + '.txt');
  });
  const address = pathToFileURL(join(folder, 'newsloupe.html')).href + '?test=1';
  let passed = 0;
  let failed = 0;
  let browser = null;
  try {
    browser = await Browser.launch(folder);
    await browser.open(address);
    for (const [what, check] of Object.entries(kChecks)) {
      try {
        await check(browser, { files, address });
        passed += 1;
        console.log(`ok    ${name}: ${what}`);
      } catch (error) {
        failed += 1;
        console.log(`FAIL  ${name}: ${what}\n${String(error.stack || error).replace(/^/gm, '      ')}`);
      }
      if (process.env.NEWSLOUPE_SHOTS) writeFileSync(`${process.env.NEWSLOUPE_SHOTS}/${name}-${passed + failed}.png`, await browser.picture());
    }
  } catch (error) {
    failed += 1;
    console.log(`FAIL  ${name}\n${String(error.stack || error).replace(/^/gm, '      ')}`);
  } finally {
    if (browser) await browser.close();
    await sleep(300);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  return [passed, failed];
}

const kBrowsers = { firefox: Firefox, webkit: WebKit };
const totals = [0, 0];
for (const [name, Browser] of Object.entries(kBrowsers)) {
  if (process.argv[2] && process.argv[2] !== name) continue;
  const counts = await run(name, Browser);
  totals[0] += counts[0];
  totals[1] += counts[1];
}
console.log(`${totals[0]} passed, ${totals[1]} failed`);
process.exit(totals[1] === 0 ? 0 : 1);
