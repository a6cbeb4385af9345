// The hosted copy alone (https): it can be installed, and opens without its host. From a disk nothing of this happens.

function keepHostedCopy(page) {
  const hosted = location.protocol === 'https:' || flags.test && flags.hosted;
  if (!hosted || !navigator.serviceWorker) return;
  const manifest = document.createElement('link');
  manifest.rel = 'manifest';
  manifest.href = 'manifest.webmanifest';
  document.head.append(manifest);
  navigator.serviceWorker.register('service_worker.js').then((registration) => {
    registration.addEventListener('updatefound', () => {
      const next = registration.installing;
      next.addEventListener('statechange', () => {
        if (next.state === 'installed' && navigator.serviceWorker.controller) {
          page.announce('A new version is here: it opens when you start Newsloupe again.');
        }
      });
    });
  }, () => {});  // refused by the browser: the page works without
}
