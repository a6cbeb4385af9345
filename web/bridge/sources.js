// Where articles come from: drop, file chooser, paste. A source is {path, open}: open() gives the File when its turn to
// be read has come, so that ten thousand files are ten thousand references and not their bytes.

const kDropped = 0;  // FileRoute of events.h
const kChosen = 1;
const kPasted = 2;

const sourceOf = (path, file) => ({ path, open: async () => file });
const byPath = (a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
const hidden = (name) => name.startsWith('.');

// Handles and entries die with the drop event, so all are taken before the first await.
function takeDrop(transfer) {
  const picks = [...transfer.items].filter((item) => item.kind === 'file').map((item) => ({
    handle: item.getAsFileSystemHandle ? item.getAsFileSystemHandle().catch(() => null) : null,
    file: item.getAsFile(),
    entry: item.webkitGetAsEntry ? item.webkitGetAsEntry() : null,
  }));
  return {
    picks,
    html: transfer.getData('text/html'),
    text: transfer.getData('text/plain'),
    link: transfer.getData('text/uri-list'),
  };
}

// Handles first (folders on file:// work by no other way in Chromium), then plain files, then entries.
async function sourcesOfDrop(picks) {
  const found = [];
  for (const pick of picks) {
    const handle = await pick.handle;
    if (handle && handle.kind === 'directory') await walkHandle(handle, '', found);
    else if (handle) found.push({ path: handle.name, open: () => handle.getFile() });
    else if (pick.entry && pick.entry.isDirectory) await walkEntry(pick.entry, '', found);
    else if (pick.file) found.push(sourceOf(pick.file.name, pick.file));
  }
  return found;
}

async function walkHandle(folder, prefix, found) {
  const inside = [];
  for await (const handle of folder.values()) if (!hidden(handle.name)) inside.push(handle);
  inside.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const handle of inside) {
    if (handle.kind === 'directory') await walkHandle(handle, prefix + handle.name + '/', found);
    else found.push({ path: prefix + handle.name, open: () => handle.getFile() });
  }
}

// readEntries() gives at most a hundred a call and says it is done with an empty one.
async function walkEntry(folder, prefix, found) {
  const reader = folder.createReader();
  const inside = [];
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) break;
    inside.push(...some.filter((entry) => !hidden(entry.name)));
  }
  inside.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of inside) {
    if (entry.isDirectory) await walkEntry(entry, prefix + entry.name + '/', found);
    else found.push({ path: prefix + entry.name, open: () => new Promise((good, bad) => entry.file(good, bad)) });
  }
}

// A chosen folder names its files "folder/sub/a.txt"; the path starts below the folder.
function sourcesOfInput(files) {
  return [...files]
    .map((file) => sourceOf(file.webkitRelativePath ? file.webkitRelativePath.replace(/^[^/]*\//, '') : file.name, file))
    .filter((source) => !source.path.split('/').some(hidden));
}

// Pasted or dropped words become a file; HTML is kept, it holds the headline and the link.
let pasted_count = 0;
function sourceOfWords(html, text) {
  pasted_count += 1;
  const useful_html = /<(p|h1|h2|article|div)\b/i.test(html) ? html : '';
  const name = 'Pasted ' + pasted_count + (useful_html ? '.html' : '.txt');
  return sourceOf(name, new File([useful_html ? '<!doctype html><meta charset="utf-8">' + useful_html : text], name));
}
