// The page's end of the worker: numbers the messages, keeps the log of what made the session (files and changes, as
// references, not bytes), starts a dead worker again and replays the log without the file it died on.

const kGivenAhead = 256;  // files that the worker may know of and not have analysed
const kLargestFile = 512 * 1024 * 1024;

// Of what a browser throws when a file cannot be read.
function reasonOf({ name, message }) {
  const moved = name === 'NotFoundError' || name === 'NotReadableError';
  return moved ? 'it was moved, changed or locked since it was added' : message;
}

class WorkerLink {
  // `events`: response(bytes), lost(path), failed(path, reason), progress(done, accepted), settled(), trace(text)
  constructor(compiled, program, today, events) {
    this.compiled = compiled;
    this.program = program;
    this.today = today;
    this.events = events;
    this.log = [];         // {kind: 'file', number, path, open} | {kind: 'request', bytes}, in order
    this.pending = [];     // the part of the log that the worker has not been given
    this.given = new Map();  // files the worker has and has not analysed: number -> entry
    this.models = new Map();
    this.documents = new Map();
    this.changes = 0;  // grows with everything that can change the session
    this.numbers = 0;
    this.accepted = 0;
    this.done = 0;
    this.lives = 0;
    this.connect();
  }

  connect() {
    this.sequence = 0;
    this.seen = 0;
    this.reading = null;
    this.feeding = false;
    this.being_opened = 0;
    this.given.clear();
    this.lives += 1;
    this.port = this.open_port(this.lives);
    this.send({ kind: 'start', today: this.today });
    this.announceFiles();
  }

  // A Blob worker runs from file:// and stands under the page's policy. Without workers the loop runs in the page.
  open_port(life) {
    const receive = (message) => {
      if (life === this.lives) this.receive(message);
    };
    if (typeof Worker !== 'undefined' && !flags.noworker) {
      try {
        const worker = new Worker(workerAddress());
        worker.onmessage = ({ data }) => receive(data);
        worker.onerror = (event) => {
          event.preventDefault();
          receive({ kind: 'died', reason: event.message || 'the worker could not start' });
        };
        worker.postMessage({ kind: 'module', module: this.compiled });
        return { post: (message, transfer) => worker.postMessage(message, transfer), close: () => worker.terminate() };
      } catch (error) {
        this.events.trace('no worker');
      }
    }
    const later = new MessageChannel();
    later.port1.onmessage = ({ data }) => receive(data);
    const loop = runSession(this.program, (message) => later.port2.postMessage(message));
    const inbox = new MessageChannel();
    inbox.port1.onmessage = ({ data }) => loop(data);
    return { post: (message, transfer) => inbox.port2.postMessage(message, transfer), close: () => inbox.port1.close() };
  }

  send(message, transfer) {
    this.sequence += 1;
    this.port.post({ ...message, sequence: this.sequence }, transfer || []);
  }

  // ---- What the page asks

  request(bytes, replayed) {
    if (!replayed) return this.send({ kind: 'request', bytes });
    const entry = { kind: 'request', bytes };
    this.changes += 1;
    this.log.push(entry);
    // During a replay a change waits for the files it may speak of.
    if (this.replaying) this.pending.push(entry);
    else this.send(entry);
  }

  addFiles(sources) {
    this.changes += 1;
    for (const source of sources) {
      this.accepted += 1;
      this.numbers += 1;
      const entry = { kind: 'file', number: this.numbers, path: source.path, open: source.open };
      this.log.push(entry);
      this.pending.push(entry);
    }
    this.report();
    this.announceFiles();
    this.feed();
  }

  // A story (core/wire/story_file.h), whose bytes `open` gives, beside what is open or instead of it.
  openStory(open, replace) {
    this.changes += 1;
    if (replace) {
      this.cancelFiles();
      this.log = [];
      this.pending = [];
      this.given.clear();
      this.accepted = this.done = 0;
      this.report();
    }
    const entry = { kind: 'story', open, replace };
    this.log.push(entry);
    this.pending.push(entry);
    this.feed();
  }

  // How many files the worker may still wait for; meanwhile it does not compare what it has again and again.
  get coming() {
    return this.accepted - this.done - this.given.size + this.being_opened;
  }

  announceFiles() {
    this.send({ kind: 'coming', files: this.coming });
  }

  cancelFiles() {
    this.changes += 1;
    const waiting = new Set(this.pending.filter((entry) => entry.kind === 'file'));
    for (const entry of this.given.values()) if (entry.number !== this.reading) waiting.add(entry);
    this.log = this.log.filter((entry) => !waiting.has(entry));
    this.pending = this.pending.filter((entry) => !waiting.has(entry));
    for (const entry of waiting) this.given.delete(entry.number);
    this.accepted -= waiting.size;
    this.send({ kind: 'cancel' });
    this.announceFiles();
    this.report();
  }

  model() {
    return new Promise((resolve) => {
      const number = this.sequence + 1;
      this.models.set(number, resolve);
      this.send({ kind: 'model', number });
    });
  }

  // A text made by the core: core/wire/session_documents.cpp.
  document(question) {
    return new Promise((resolve, reject) => {
      const number = this.sequence + 1;
      this.documents.set(number, { resolve, reject });
      this.send({ kind: 'document', number, question: JSON.stringify(question) });
    });
  }

  get idle() {
    return !this.feeding && this.pending.length === 0 && this.given.size === 0 && this.seen === this.sequence;
  }

  // ---- Files: given to the worker by reference, in order; it reads them, so that a page that draws holds nothing up

  async feed() {
    if (this.feeding) return;
    this.feeding = true;
    const life = this.lives;
    // Opening a file asks another process: many are asked for at once, not one for each that is done.
    while (life === this.lives && this.pending.length > 0 && this.given.size <= kGivenAhead / 2) {
      if (this.pending[0].kind === 'file') await this.giveFiles(life);
      else await this.giveOther(this.pending.shift(), life);
    }
    if (life !== this.lives) return;
    this.feeding = false;
    if (this.pending.length === 0) this.replaying = false;
    this.settle();
  }

  async giveOther(entry, life) {
    if (entry.kind === 'request') return this.send(entry);
    const bytes = new Uint8Array(await (await entry.open()).arrayBuffer());
    if (life === this.lives) this.send({ kind: 'story', bytes, replace: entry.replace }, [bytes.buffer]);
  }

  async giveFiles(life) {
    let count = 0;
    while (count < this.pending.length && this.given.size + count < kGivenAhead && this.pending[count].kind === 'file') count += 1;
    const batch = this.pending.splice(0, count);
    for (const entry of batch) this.given.set(entry.number, entry);
    this.being_opened = count;
    const opened = batch.map((entry) => this.openFile(entry));
    for (const [i, entry] of batch.entries()) {
      const { file, reason } = await opened[i];
      if (life !== this.lives) return;
      this.being_opened -= 1;
      if (!this.given.has(entry.number)) continue;  // cancelled
      if (!file) this.leaveOut(entry, reason);
      else if (this.reads_here) await this.readHere(entry);
      else this.send({ kind: 'file', number: entry.number, path: entry.path, size: file.size, file, more: this.coming });
    }
    this.announceFiles();
  }

  async openFile(entry) {
    try {
      const file = await entry.open();
      return file.size > kLargestFile ? { reason: 'larger than 512 MB' } : { file };
    } catch (error) {
      return { reason: reasonOf(error) };
    }
  }

  // WebKit lets a worker read no file of a page from disk; what a worker could not read, the page tries, and from then on
  // it reads itself.
  async readHere(entry) {
    if (!entry) return;
    const life = this.lives;
    this.reads_here = true;
    try {
      const file = await entry.open();
      const buffer = await file.arrayBuffer();
      if (life !== this.lives || !this.given.has(entry.number)) return;
      this.send({ kind: 'file', number: entry.number, path: entry.path, size: file.size, buffer, more: this.coming }, [buffer]);
    } catch (error) {
      if (life === this.lives && this.given.has(entry.number)) this.leaveOut(entry, reasonOf(error));
    }
  }

  leaveOut(entry, reason) {
    this.forget(entry);
    this.events.failed(entry.path, reason);
  }

  forget(entry) {
    this.log = this.log.filter((other) => other !== entry);
    this.given.delete(entry.number);
    this.done += 1;
    this.report();
  }

  report() {
    this.events.progress(this.done, this.accepted);
  }

  settle() {
    if (this.idle) this.events.settled();
  }

  // ---- What the worker says

  receive(message) {
    const handlers = {
      response: () => this.events.response(message.bytes),
      began: () => this.begin(message.number),
      unreadable: () => this.readHere(this.given.get(message.number)),
      done: () => this.finish(message.number),
      idle: () => this.seen = message.seen,
      model: () => {
        const resolve = this.models.get(message.number);
        this.models.delete(message.number);
        if (resolve) resolve(JSON.parse(message.text));
      },
      document: () => {
        const { resolve, reject } = this.documents.get(message.number);
        this.documents.delete(message.number);
        if (message.failed) reject(new Error(message.text));
        else resolve(message.text);
      },
      died: () => this.revive(message.reason),
    };
    handlers[message.kind]();
    this.settle();
  }

  begin(number) {
    this.reading = number;
    if (this.given.has(number)) this.events.trace('read ' + this.given.get(number).path);
  }

  finish(number) {
    const entry = this.given.get(number);
    this.reading = null;
    this.changes += 1;
    if (entry) {
      this.given.delete(number);
      this.done += 1;
      this.events.trace('analysed ' + entry.path);
      this.report();
    }
    this.feed();
  }

  // Too much for the browser's memory with no file to blame: a part has to go, and the rest is shown.
  dropLast() {
    const files = this.log.filter((entry) => entry.kind === 'file');
    const left_out = new Set(files.slice(Math.ceil(files.length * 2 / 3)));
    this.log = this.log.filter((entry) => !left_out.has(entry));
    this.events.failed('', 'These ' + files.length + ' files need more memory than the browser gives. The first ' +
      (files.length - left_out.size) + ' are shown.');
  }

  // A worker that dies twice without a file in its hands would die again.
  revive(reason) {
    this.port.close();
    this.changes += 1;
    for (const { reject } of this.documents.values()) reject(new Error('the analysis was started again'));
    this.documents.clear();
    const culprit = this.given.get(this.reading);
    this.events.trace('worker died: ' + reason);
    const no_memory = /memory|allocation|OOM/i.test(reason);
    if (culprit) {
      this.forget(culprit);
      this.events.failed(culprit.path, no_memory ? 'it needs more memory than the browser gives, so it was left out'
        : 'reading it stopped the analysis, so it was left out (' + reason + ')');
    } else if (no_memory && this.log.filter((entry) => entry.kind === 'file').length > 2) {
      this.dropLast();
    } else if (this.died_idle) {
      this.events.failed('', 'the analysis does not start in this browser (' + reason + ')');
      return;
    }
    this.died_idle = !culprit;
    this.done = 0;
    this.accepted = this.log.filter((entry) => entry.kind === 'file').length;
    this.pending = this.log.slice();
    this.replaying = true;
    this.connect();
    this.events.lost(culprit ? culprit.path : '');
    this.feed();
  }
}

// The worker's program is this page's own two scripts, taken out of the document.
let worker_address = null;
function workerAddress() {
  if (!worker_address) {
    const parts = ['glue', 'bridge'].map((id) => document.getElementById(id).textContent + '\n');
    worker_address = URL.createObjectURL(new Blob(parts, { type: 'text/javascript' }));
  }
  return worker_address;
}
