// One program, two roles. In the page: unpack the module and the fonts that lie in the document, start the worker, draw.
// In the worker: run the session.

const flags = readFlags();

function readFlags() {
  const inPage = typeof document !== 'undefined';
  const query = new URLSearchParams(inPage ? location.search : '');
  return {
    test: query.get('test') === '1',
    noworker: query.get('worker') === '0',
    hosted: query.get('hosted') === '1',
    mac: inPage && /Mac|iPhone|iPad/.test(navigator.platform),
  };
}

// The files that lie in the document, as assemble.mjs packs them: name -> bytes.
async function unpackFiles(element) {
  const text = element.textContent.trim();
  element.remove();
  const raw = Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const { XzReadableStream } = window['xz-decompress'];
  const all = new Uint8Array(await new Response(new XzReadableStream(new Blob([raw]).stream())).arrayBuffer());
  let at = all.indexOf(10) + 1;
  const list = JSON.parse(new TextDecoder().decode(all.subarray(0, at)));
  return new Map(list.map(([name, length]) => [name, all.slice(at, at += length)]));
}

// The same bytes serve the canvas and the text layer over it.
async function addFace(name, bytes) {
  const family = name.includes('serif') ? 'Newsloupe Serif' : 'Newsloupe Sans';
  const face = new FontFace(family, bytes, { weight: name.includes('semibold') ? '600' : '400' });
  document.fonts.add(await face.load());
}

function localDay() {
  if (flags.test) return '2026-01-20';
  const now = new Date();
  const two = (number) => String(number).padStart(2, '0');
  return now.getFullYear() + '-' + two(now.getMonth() + 1) + '-' + two(now.getDate());
}

function missingFeature() {
  if (typeof WebAssembly === 'undefined') return 'WebAssembly';
  if (typeof ReadableStream === 'undefined') return 'ReadableStream';
  if (typeof ResizeObserver === 'undefined') return 'ResizeObserver';
  return null;
}

function showFailure(what, error) {
  const boot = document.getElementById('boot');
  const details = what + ': ' + (error && error.stack || error) + '\n' + navigator.userAgent;
  boot.hidden = false;
  boot.classList.add('failed');
  document.getElementById('boot-cause').textContent = what + ': ' + (error && error.message || error);
  document.getElementById('boot-browser').textContent = navigator.userAgent;
  document.getElementById('boot-copy').onclick = () => navigator.clipboard.writeText(details);
}

async function startPage() {
  const missing = missingFeature();
  if (missing) return showFailure('This browser is too old for Newsloupe', 'it has no ' + missing);
  try {
    const files = await unpackFiles(document.getElementById('files'));
    const compiled = await WebAssembly.compile(files.get('newsloupe.wasm'));
    const program = await create_newsloupe({ instantiateWasm: instantiateFrom(compiled) });
    files.delete('newsloupe.wasm');
    for (const [name, bytes] of files) call(program, 'nl_page_asset', name, bytes);
    const faces = [...files].filter(([name]) => /\.(ttf|otf)$/.test(name));
    await Promise.all(faces.map(([name, bytes]) => addFace(name, bytes)));
    run(new Page(program, compiled, localDay()));
  } catch (error) {
    showFailure('Newsloupe could not start', error);
  }
}

function run(page) {
  page.input = new Input(page);
  page.graphics = call(page.program, 'nl_page_start', page.link.today) === 1;
  page.expose();
  page.watchDrops();
  page.watchChoosers();
  keepHostedCopy(page);
  if (!page.graphics) return showWithoutGraphics(page);
  page.watchCanvas();
  page.watchPreferences();
  document.getElementById('boot').hidden = true;
  document.documentElement.classList.add('running');
  page.canvas.focus({ preventScroll: true });
  page.requestFrames(3);
}

if (typeof WorkerGlobalScope !== 'undefined') startWorker();
else startPage();
