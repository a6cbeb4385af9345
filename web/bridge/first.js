// Runs before everything else and in any browser: when the page's program cannot even be read, say so in its place.
(function () {
  'use strict';
  function tooOld() {
    if (window.newsloupe_runs) return;
    var boot = document.getElementById('boot');
    boot.className = 'failed';
    document.getElementById('boot-cause').textContent = 'This browser is too old for Newsloupe. ' +
      'Firefox 113, Chrome 111, Edge 111, Safari 16.4 and all later ones can open it.';
    document.getElementById('boot-browser').textContent = navigator.userAgent;
    document.getElementById('boot-copy').style.display = 'none';
  }
  window.addEventListener('error', tooOld);
  window.addEventListener('load', tooOld);
})();
