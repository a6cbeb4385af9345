// Runs the session: takes messages, gives the session one unit of work a turn, so that a message that arrives meanwhile
// (a view, a cancel) waits for one unit and no longer. The same loop runs in the worker and, where there is no worker,
// in the page.

// What nl_worker_step() says is left to do.
const kNothing = 0;
const kComparing = 1;
const kReading = 2;

const kFilesAhead = 16;
const kBytesAhead = 8 * 1024 * 1024;

// `post(message, transfer)` sends to the page. Gives the function that receives the page's messages.
function runSession(program, post) {
  const files = [];  // not read yet
  const ahead = [];  // being read, or read and not analysed; in order, with `buffer` or `error` once that is known
  let reading = null;
  let coming = 0;  // files the page has announced and not sent
  let left = kNothing;
  let compared = false;
  let seen = 0;
  let scheduled = false;
  let dead = false;

  program.worker = {
    respond(address, length) {
      const bytes = bytesAt(program, address, length);
      post({ kind: 'response', bytes }, [bytes.buffer]);
    },
  };

  const turns = new MessageChannel();
  turns.port1.onmessage = () => {
    scheduled = false;
    guarded(turn);
  };

  function schedule() {
    if (scheduled) return;
    scheduled = true;
    turns.port2.postMessage(0);
  }

  function guarded(work) {
    if (dead) return;
    try {
      work();
    } catch (error) {
      dead = true;
      post({ kind: 'died', reason: String(error && error.message || error) });
    }
  }

  // Reads while the analysis works, several files at once: each waits for another process.
  function readAhead() {
    const bytes = () => ahead.reduce((sum, item) => sum + item.size, 0);
    while (files.length > 0 && ahead.length < kFilesAhead && (ahead.length === 0 || bytes() < kBytesAhead)) {
      const item = files.shift();
      ahead.push(item);
      if (item.buffer) continue;
      const ended = (what) => (result) => {
        item[what] = result;
        schedule();
      };
      item.file.arrayBuffer().then(ended('buffer'), ended('error'));
    }
  }

  // The next file in order, once it is read; null before. What could not be read is told and passed over.
  function nextText() {
    while (ahead.length > 0 && ahead[0].error) {
      const { number, error } = ahead.shift();
      post({ kind: 'unreadable', number, name: error.name, message: error.message });
    }
    return ahead.length > 0 && ahead[0].buffer ? ahead.shift() : null;
  }

  function cancel() {
    files.length = ahead.length = 0;
  }

  function turn() {
    const text = reading === null ? nextText() : null;
    if (text) {
      reading = text.number;
      post({ kind: 'began', number: reading });
      call(program, 'nl_worker_file', text.path, new Uint8Array(text.buffer));
    }
    readAhead();
    // The first article is compared at once, so that there is something to read; the others when all are in.
    const more = coming > 0 || files.length > 0 || ahead.length > 0;
    const wait = left === kComparing && reading === null && more && compared;
    if (!wait) step();
    const ready = ahead.length > 0 && (ahead[0].buffer || ahead[0].error);
    if (ready || left !== kNothing && !wait) schedule();
    else if (ahead.length === 0 && files.length === 0) post({ kind: 'idle', seen });
  }

  function step() {
    const before = left;
    left = program._nl_worker_step();
    compared = compared || before === kComparing && left === kNothing;
    if (reading !== null && left !== kReading) {
      post({ kind: 'done', number: reading });
      reading = null;
    }
  }

  const actions = {
    start: (message) => call(program, 'nl_worker_start', message.today),
    request: (message) => call(program, 'nl_worker_request', message.bytes),
    coming: (message) => coming = message.files,
    file: (message) => {
      files.push(message);
      coming = message.more;
    },
    cancel,
    story: (message) => {
      if (message.replace) cancel();
      call(program, 'nl_worker_story', message.bytes, message.replace ? 1 : 0);
    },
    document: (message) => {
      const address = call(program, 'nl_worker_document', message.question);
      const text = textAt(program, address, program._nl_worker_document_size());
      post({ kind: 'document', number: message.number, text, failed: program._nl_worker_document_failed() === 1 });
    },
    model: (message) => {
      const address = program._nl_worker_model();
      const length = program._nl_worker_model_size();
      post({ kind: 'model', number: message.number, text: textAt(program, address, length) });
    },
  };

  return (message) => {
    seen = message.sequence;
    guarded(() => actions[message.kind](message));
    schedule();
  };
}

// The worker's role. The page posts the compiled module first; what comes before it is ready waits.
function startWorker() {
  const early = [];
  let receive = null;
  const post = (message, transfer) => self.postMessage(message, transfer || []);
  self.onmessage = async ({ data }) => {
    if (data.kind !== 'module') {
      if (receive) receive(data);
      else early.push(data);
      return;
    }
    try {
      const program = await create_newsloupe({ instantiateWasm: instantiateFrom(data.module) });
      receive = runSession(program, post);
      for (const message of early.splice(0)) receive(message);
    } catch (error) {
      post({ kind: 'died', reason: String(error && error.message || error) });
    }
  };
}

function instantiateFrom(module) {
  return (imports, done) => {
    WebAssembly.instantiate(module, imports).then((instance) => done(instance, module));
    return {};
  };
}
