// Keeps the hosted page for days without a network: one file, from the cache first. A new version is fetched beside it
// and opens when the last tab of the old one is closed. The name of the cache is the page's hash, written at assembly.
const kCache = 'newsloupe-BUILD';
const kPage = './';

self.addEventListener('install', (event) => {
  const page = new Request(kPage, { cache: 'reload' });
  event.waitUntil(caches.open(kCache).then((cache) => cache.add(page)));
});

self.addEventListener('activate', (event) => {
  const old = (names) => names.filter((name) => name.startsWith('newsloupe-') && name !== kCache);
  event.waitUntil(caches.keys().then((names) => Promise.all(old(names).map((name) => caches.delete(name)))));
});

self.addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate') return;
  const kept = caches.open(kCache).then((cache) => cache.match(kPage));
  event.respondWith(kept.then((page) => page || fetch(event.request)));
});
