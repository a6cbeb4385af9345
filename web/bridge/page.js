// The page's role: the frame clock, what the interface asks for (the object `page` behind platform_web.cpp), files, and
// `__app`, by which tests look in.

const kSettingPrefix = 'newsloupe.';
const kProgressPause = 150;  // milliseconds
const kSecondsInTest = 1 / 60;

// The browser knows the exact number, rounding of the layout included; under emulation it forgets the density.
function devicePixels(css_length, exact) {
  const rough = css_length * devicePixelRatio;
  return exact && Math.abs(exact - rough) <= 1 ? exact : Math.round(rough);
}

class Page {
  constructor(program, compiled, today) {
    this.program = program;
    this.flags = flags;
    this.fileButtons = [];
    this.canvas = document.getElementById('canvas');
    this.live = document.getElementById('live');
    this.mirror = new Mirror(this);
    this.textLayers = new TextLayers((layer, by) => call(program, 'nl_page_text_scroll', layer, by));
    this.frames = 0;
    this.wanted = 0;
    this.ticket = 0;
    this.last_time = 0;
    this.drawing = false;
    this.graphics = false;
    this.collecting = 0;
    this.waiters = [];
    this.trace = [];
    this.browserText = new BrowserText(program);
    program.page = this;
    this.view = 'brief';  // the view state in words, as the interface last told it
    this.link = new WorkerLink(compiled, program, today, this.workerEvents());
  }

  workerEvents() {
    const send = (name, ...values) => call(this.program, name, ...values);
    return {
      response: (bytes) => send('nl_page_worker_response', bytes),
      lost: (path) => send('nl_page_worker_lost', path),
      failed: (path, reason) => this.fileFailed(path, reason),
      progress: (done, accepted) => this.reportProgress(done, accepted),
      settled: () => this.afterWork(),
      trace: (line) => flags.test && this.trace.push(line),
    };
  }

  // A moving bar needs a few frames a second; a frame for each of ten thousand files would take longer than reading them.
  reportProgress(done, accepted) {
    const now = performance.now();
    clearTimeout(this.progress_late);
    if (done < accepted && now - (this.progress_told || 0) < kProgressPause) {
      this.progress_late = setTimeout(() => this.reportProgress(done, accepted), kProgressPause);
      return;
    }
    this.progress_told = now;
    call(this.program, 'nl_page_file_progress', done, accepted);
  }

  fileFailed(path, reason) {
    if (flags.test) this.trace.push('failed ' + path + ': ' + reason);
    call(this.program, 'nl_page_file_failed', path + '\n' + reason);
    if (this.reading.shown) showNotice(this, (path ? path + ': ' : '') + reason);
  }

  // What is kept beside the interface follows once the worker has nothing left to do.
  async afterWork() {
    if (this.following || this.link.changes === this.followed || !this.link.idle) return this.settle();
    this.following = true;
    try {
      while (this.link.idle && this.followed !== this.link.changes) {
        this.followed = this.link.changes;
        await this.story.settled();
        await this.reading.settled();
      }
    } catch (error) {
      this.trace.push('not followed: ' + error.message);  // the worker died: it follows when the next one is done
    } finally {
      this.following = false;
      this.settle();
    }
  }

  // ---- Frames: none unless somebody asked

  requestFrames(count) {
    if (!this.graphics) return;  // the context asks again when it is back
    this.wanted = Math.max(this.wanted, count);
    if (this.ticket === 0 && this.graphics) this.ticket = requestAnimationFrame((time) => this.tick(time));
  }

  // WebKit lets a frame open a chooser or a link only if it was asked for while a key or a button was being pressed.
  askAgain() {
    if (this.ticket === 0) return;
    cancelAnimationFrame(this.ticket);
    this.ticket = requestAnimationFrame((time) => this.tick(time));
  }

  startTimer(seconds) {
    clearTimeout(this.timer);
    if (!flags.test) this.timer = setTimeout(() => call(this.program, 'nl_page_timer'), seconds * 1000);
  }

  tick(time) {
    this.ticket = 0;
    this.draw(time);
    if (this.wanted > 0) this.requestFrames(this.wanted);
    else this.settle();
  }

  draw(time) {
    if (!this.graphics || this.drawing) return;
    if (devicePixelRatio !== this.density) return this.resize(null);  // nobody told: it draws
    const seconds = flags.test ? kSecondsInTest : Math.min(Math.max((time - this.last_time) / 1000, 0.001), 0.1);
    this.last_time = time;
    this.wanted = Math.max(this.wanted - 1, 0);
    this.drawing = true;
    this.input.glide(seconds);
    try {
      this.program._nl_page_frame(seconds);
      this.frames += 1;
    } catch (error) {
      this.graphics = false;
      showStoppedInterface(this, error);
      throw error;
    } finally {
      this.drawing = false;
    }
  }

  drawNow(count) {
    for (let i = 0; i < count; i += 1) this.draw(performance.now());
  }

  // ---- Canvas: device pixels = CSS pixels x density, drawn in the same turn so that nothing flickers

  watchCanvas() {
    const observer = new ResizeObserver((entries) => this.resize(entries[entries.length - 1]));
    try {
      observer.observe(this.canvas, { box: 'device-pixel-content-box' });
    } catch (error) {
      observer.observe(this.canvas);
      addEventListener('resize', () => this.resize(null));
    }
    this.watchDensity();
    this.canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault();
      this.graphics = false;
    });
    this.canvas.addEventListener('webglcontextrestored', () => {
      this.program._nl_page_restore();
      this.graphics = true;
      this.requestFrames(3);
    });
  }

  // Another screen, or another zoom of the browser, may leave the size in CSS pixels as it is.
  watchDensity() {
    matchMedia('(resolution: ' + devicePixelRatio + 'dppx)').addEventListener('change', () => {
      this.resize(null);
      this.watchDensity();
    }, { once: true });
  }

  resize(entry) {
    const css = this.canvas.getBoundingClientRect();
    const exact = entry && entry.devicePixelContentBoxSize && entry.devicePixelContentBoxSize[0];
    const width = devicePixels(css.width, exact && exact.inlineSize);
    const height = devicePixels(css.height, exact && exact.blockSize);
    this.density = devicePixelRatio;
    if (width === 0 || height === 0) return;
    this.canvas.width = width;
    this.canvas.height = height;
    call(this.program, 'nl_page_resize', css.width, css.height, width / css.width);
    this.draw(performance.now());
  }

  // ---- What the system prefers

  watchPreferences() {
    const asks = (query) => matchMedia('(' + query + ')');
    const queries = [asks('prefers-color-scheme: dark'), asks('prefers-contrast: more'), asks('prefers-reduced-motion: reduce'),
      asks('forced-colors: active')];
    const report = () => {
      const [dark, contrast, still, forced] = queries.map((query) => (query.matches ? 1 : 0));
      this.still = still === 1 || flags.test;
      call(this.program, 'nl_page_appearance', forced ? this.forcedDark() : dark, contrast || forced, this.still ? 1 : 0);
    };
    for (const query of queries) query.addEventListener('change', report);
    report();
    document.addEventListener('visibilitychange', () => {
      call(this.program, 'nl_page_visible', document.visibilityState === 'visible' ? 1 : 0);
    });
  }

  // Where the system forces its colours: whether its ground is dark. The canvas answers in black and white.
  forcedDark() {
    const probe = document.createElement('i');
    probe.style.cssText = 'background: Canvas; position: fixed';
    document.body.append(probe);
    const [red, green, blue] = getComputedStyle(probe).backgroundColor.match(/\d+/g).map(Number);
    probe.remove();
    return red * 0.3 + green * 0.6 + blue * 0.1 < 128 ? 1 : 0;
  }

  // ---- Files

  watchDrops() {
    let held = 0;
    const hold = (count) => {
      if (count !== held) call(this.program, 'nl_page_drag', count);
      held = count;
    };
    addEventListener('dragenter', (event) => {
      event.preventDefault();
      hold(Math.max(event.dataTransfer.items.length, 1));
    });
    addEventListener('dragover', (event) => {
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    });
    addEventListener('dragleave', (event) => {
      if (event.relatedTarget === null) hold(0);
    });
    addEventListener('drop', (event) => {
      event.preventDefault();
      hold(0);
      this.drop(takeDrop(event.dataTransfer));
    });
  }

  drop({ picks, html, text, link }) {
    if (picks.length > 0) return this.accept(kDropped, sourcesOfDrop(picks));
    const words = text.trim() || link.trim();
    if (words) this.accept(kDropped, [sourceOfWords(html, words)]);
    else this.notice(kNothingHandedOver);
  }

  // Pictures, scripts and what was saved beside a page are passed over and told once; where there is nothing else, one of
  // them stays and says why it is not read.
  worthReading(sources) {
    const places = sources.map((source) => (source.place || source.path).replaceAll('\n', ' ')).join('\n');
    const fates = this.text(call(this.program, 'nl_page_choose', places), sources.length);
    const read = sources.filter((source, index) => fates[index] === 'r');
    return read.length > 0 ? read : sources.slice(0, 1);
  }

  async accept(route, promised) {
    this.collecting += 1;
    try {
      const sources = await this.story.takeStories(this.worthReading(await promised));
      if (sources.length > 0) {
        const paths = sources.map((source) => source.path.replaceAll('\n', ' ')).join('\n');
        call(this.program, 'nl_page_files', route, paths);
        this.link.addFiles(sources);
      }
    } catch (error) {
      this.fileFailed('', 'the browser did not let the folder be read: ' + error.message);
    } finally {
      this.collecting -= 1;
      this.settle();
    }
  }

  openChooserAt(client_x, client_y) {
    const box = this.canvas.getBoundingClientRect();
    const x = client_x - box.left;
    const y = client_y - box.top;
    const hit = this.fileButtons.find((button) => x >= button.x && x < button.x + button.width && y >= button.y &&
      y < button.y + button.height);
    if (hit) this.openChooser(hit.folder);
  }

  watchChoosers() {
    for (const id of ['choose-files', 'choose-folder']) {
      const input = document.getElementById(id);
      input.addEventListener('change', () => this.accept(kChosen, sourcesOfInput(input.files)));
    }
  }

  openChooser(folder) {
    const input = document.getElementById(folder ? 'choose-folder' : 'choose-files');
    input.value = '';
    input.click();
  }

  // ---- What the interface asks for; addresses come from platform_web.cpp

  text(address, length) {
    return textAt(this.program, address, length);
  }

  storedSetting(name) {
    try {
      return localStorage.getItem(kSettingPrefix + name) || '';
    } catch (error) {
      return '';  // storage is switched off
    }
  }

  setting(name, name_length, out, room) {
    const value = this.storedSetting(this.text(name, name_length));
    return encoder.encodeInto(value, this.program.HEAPU8.subarray(out >>> 0, (out >>> 0) + room)).written;
  }

  setSetting(name, name_length, value, length) {
    const key = kSettingPrefix + this.text(name, name_length);
    const wanted = this.text(value, length);
    try {
      localStorage.setItem(key, wanted);
      return localStorage.getItem(key) === wanted;
    } catch (error) {
      return false;
    }
  }

  forgetKept() {
    try {
      const ours = Object.keys(localStorage).filter((key) => key.startsWith(kSettingPrefix));
      for (const key of ours) localStorage.removeItem(key);
      return ours.every((key) => localStorage.getItem(key) === null);
    } catch (error) {
      return false;
    }
  }

  // The document itself is no entry of this list; what lies inside the page is.
  requestsMade() {
    return performance.getEntriesByType('resource').filter((entry) => !/^(blob|data):/.test(entry.name)).length;
  }

  writeClipboard(text, length, html, html_length) {
    this.input.write(this.text(text, length), this.text(html, html_length));
  }

  saveFile(name, name_length, type, type_length, bytes, length) {
    saveBlob(this.text(name, name_length),
      new Blob([bytesAt(this.program, bytes, length)], { type: this.text(type, type_length) }));
  }

  askPage(task) {  // PageTask of platform.h
    const acts = [() => this.reading.open(), () => this.story.save(), () => this.share.open()];
    acts[task]();
  }

  setView(view, length) {
    this.view = this.text(view, length);
  }

  // The keyboard goes back to what is on the screen when a dialog or the text view closes.
  focusShown() {
    (this.reading.shown ? this.reading.root : this.canvas).focus({ preventScroll: true });
  }

  openLink(url, length) {
    const anchor = document.createElement('a');
    anchor.href = this.text(url, length);
    if (anchor.protocol !== 'https:' && anchor.protocol !== 'http:') return;
    anchor.target = '_blank';
    anchor.rel = 'noopener noreferrer';
    anchor.click();
  }

  setCursor(name) {
    this.canvas.style.cursor = name;
  }

  setTitle(title, length) {
    document.title = this.text(title, length);
  }

  setDark(dark) {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  }

  setTextAgent(typing, x, y, height) {
    this.input.setTyping(typing, x, y, height);
  }

  setBoundKeys(keys, length) {
    this.input.setBoundKeys(this.text(keys, length));
  }

  addTextLine(x, y, width, height, size, flags, words, length) {
    this.textLayers.add(x, y, width, height, size, flags, this.text(words, length));
  }

  setControls(text, length, focused) {
    this.mirror.show(this.text(text, length), focused);
  }

  // A line that somebody should see, not only hear.
  notice(text) {
    call(this.program, 'nl_page_notice', text);
  }

  announce(text, length) {
    this.live.textContent = typeof text === 'string' ? text : this.text(text, length);
  }

  postToWorker(bytes, length, replayed) {
    this.link.request(bytesAt(this.program, bytes, length), replayed);
  }

  addFile(path, path_length, bytes, length) {
    const name = this.text(path, path_length);
    this.link.addFiles([sourceOf(name, new File([bytesAt(this.program, bytes, length)], name))]);
  }

  cancelFiles() {
    this.link.cancelFiles();
  }

  // ---- For tests

  get idle() {
    return this.wanted === 0 && this.ticket === 0 && this.collecting === 0 && !this.following && this.link.idle;
  }

  settle() {
    if (this.idle) for (const resolve of this.waiters.splice(0)) resolve();
  }

  expose() {
    const page = this;
    window.__app = {
      get frames() { return page.frames; },
      get trace() { return page.trace.slice(); },
      idle: () => new Promise((resolve) => {
        page.waiters.push(resolve);
        page.settle();
      }),
      model: () => page.link.model(),
      page,
    };
  }
}
