// Where articles come from: drop, file chooser, paste. A source is {path, place, open}: open() gives the File when its turn
// to be read has come, so that ten thousand files are ten thousand references and not their bytes. `place`, where it is
// more than the path, tells beside what the file lay: the folder of a saved page's pictures is no article.

const kDropped = 0;  // FileRoute of events.h
const kChosen = 1;
const kPasted = 2;

const sourceOf = (path, file) => ({ path, open: async () => file });
const byName = (a, b) => (a.name < b.name ? -1 : 1);
const hidden = (name) => name.startsWith('.');
// What cannot be read stands in the list under its name, like a file that fails when its turn comes.
const unreadable = (path, reason) => ({ path, place: '-', open: async () => { throw new Error(reason); } });
const kEmptyFolder = 'there is no file in this folder';
// WebKitGTK keeps files from the page, dropped or pasted (CVE-2025-13947); chosen ones it gives.
const kNothingHandedOver = 'The browser handed over no file and no words. Ctrl+O lets you choose files.';

// Handles and entries die with the drop event, so all are taken before the first await. Folders on file:// are read by handles,
// by no other way in Chromium; elsewhere by entries, which ask no permission (a handle's can wait for ever).
function takeDrop(transfer) {
  const by_handle = location.protocol === 'file:';
  const picks = [...transfer.items].filter((item) => item.kind === 'file').map((item) => ({
    handle: by_handle && item.getAsFileSystemHandle ? item.getAsFileSystemHandle().catch(() => null) : null,
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

async function sourcesOfDrop(picks) {
  const found = [];
  for (const pick of picks) {
    const handle = await pick.handle;
    if (handle && handle.kind === 'directory') await walk(listHandle, handle, '', found);
    else if (handle) found.push({ path: handle.name, open: () => handle.getFile() });
    else if (pick.entry && pick.entry.isDirectory) await walk(listEntry, pick.entry, '', found);
    else if (pick.file) found.push(sourceOf(pick.file.name, pick.file));
  }
  return found;
}

// Paths start below the folder that was dropped or chosen.
const belowFolder = (place, open) => ({ path: place.replace(/^[^/]*\//, ''), place, open });

// A folder that cannot be listed costs its own files and no others.
async function walk(list, folder, prefix, found) {
  const name = (prefix + folder.name).replace(/^[^/]*\//, '');  // paths start below the dropped folder
  const count = found.length;
  try {
    const inside = (await list(folder)).filter((one) => !hidden(one.name));
    inside.sort(byName);
    for (const { one, folder: below, open } of inside) {
      if (below) await walk(list, one, prefix + folder.name + '/', found);
      else found.push(belowFolder(prefix + folder.name + '/' + one.name, open));
    }
  } catch (error) {
    found.push(unreadable(name + '/', 'the browser did not let this folder be read (' + error.message + ')'));
  }
  if (prefix === '' && found.length === count) found.push(unreadable(folder.name + '/', kEmptyFolder));
}

async function listHandle(folder) {
  const inside = [];
  for await (const one of folder.values()) {
    inside.push({ one, name: one.name, folder: one.kind === 'directory', open: () => one.getFile() });
  }
  return inside;
}

// readEntries() gives at most a hundred a call and says it is done with an empty one.
async function listEntry(folder) {
  const reader = folder.createReader();
  const inside = [];
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return inside;
    for (const one of some) {
      const open = () => new Promise((good, bad) => one.file(good, bad));
      inside.push({ one, name: one.name, folder: one.isDirectory, open });
    }
  }
}

// A chosen folder names its files "folder/sub/a.txt".
function sourcesOfInput(files) {
  return [...files].map((file) => (file.webkitRelativePath ? belowFolder(file.webkitRelativePath, async () => file)
    : sourceOf(file.name, file)));
}

// Pasted or dropped words become a file; HTML is kept, it holds the headline and the link. An address alone is no text.
let pasted_count = 0;
function sourceOfWords(html, text) {
  const address = addressAlone(text);
  if (address) {
    return unreadable(address, 'This page cannot fetch links. Open it in the browser, save the page, and drop the file here.');
  }
  pasted_count += 1;
  const page = /<(p|h1|h2|article|div)\b/i.test(html) ? pageOfHtml(html) : '';
  const name = 'Pasted ' + pasted_count + (page ? '.html' : '.txt');
  return sourceOf(name, new File([page || text], name));
}

function addressAlone(text) {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  return lines.length > 0 && lines.every((line) => /^https?:\/\/\S+$/.test(line)) ? lines[0] : '';
}

// A headline that is a link leads to the article itself.
function pageOfHtml(html) {
  const link = new DOMParser().parseFromString(html, 'text/html').querySelector('h1 a[href], h2 a[href]');
  const address = link && /^https?:/.test(link.getAttribute('href')) ? link.href.replaceAll('"', '%22') : '';
  const canonical = address ? '<link rel="canonical" href="' + address + '">' : '';
  return '<!doctype html><meta charset="utf-8">' + canonical + html;
}
