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
  return ['WebAssembly', 'ReadableStream', 'ResizeObserver', 'FontFace'].find((name) => typeof window[name] === 'undefined');
}

// What stopped the program, in the words of a reader, with the way out.
function plainCause(what, error) {
  const reason = String(error && error.message || error);
  if (/memory|allocation/i.test(reason)) return what + ': this browser gives it too little memory. Close other tabs and open it again.';
  return what + ': ' + reason;
}

function showFailure(what, error) {
  const boot = document.getElementById('boot');
  const details = what + ': ' + (error && error.stack || error) + '\n' + navigator.userAgent;
  boot.hidden = false;
  boot.classList.add('failed');
  document.getElementById('boot-cause').textContent = plainCause(what, error);
  document.getElementById('boot-browser').textContent = navigator.userAgent;
  document.getElementById('boot-copy').onclick = () => navigator.clipboard.writeText(details);
}

// A frame failed. What was read is safe in the worker, so it is shown as text.
function showStoppedInterface(page, error) {
  showFailure('The drawing stopped', error);
  const way_out = document.getElementById('boot-text');
  way_out.hidden = false;
  way_out.onclick = () => {
    document.documentElement.classList.remove('running');
    page.canvas.hidden = true;
    showWithoutGraphics(page);
  };
}

async function startPage() {
  const missing = missingFeature();
  if (missing) {
    return showFailure('This browser is too old for Newsloupe', 'it has no ' + missing +
      '. Firefox 113, Chrome 111, Edge 111, Safari 16.4 and all later ones have it.');
  }
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
  page.story = new StoryFile(page);
  page.reading = new TextView(page);
  page.share = new Share(page);
  page.expose();
  page.watchDrops();
  page.watchChoosers();
  keepHostedCopy(page);
  document.getElementById('boot').hidden = true;
  document.documentElement.classList.add('running');
  page.canvas.focus({ preventScroll: true });
  if (page.graphics) {
    page.watchCanvas();
    page.watchPreferences();
    page.requestFrames(3);
    page.reading.followWindow();
  } else {
    page.reading.open('No graphics here, so this is the text view. Nothing is missing but the drawings. ' +
      'Drop articles anywhere, or paste text.');
  }
  page.incoming = new IncomingLink(page);
}

if (typeof window !== 'undefined') window.newsloupe_runs = true;
if (typeof WorkerGlobalScope !== 'undefined') startWorker();
else startPage();
