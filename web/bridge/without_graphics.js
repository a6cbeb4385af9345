// No WebGL2: the result as an ordinary page. Dropping, choosing and pasting work as ever.

function showWithoutGraphics(page) {
  document.getElementById('boot').hidden = true;
  const view = document.getElementById('plain');
  view.hidden = false;
  for (const [id, folder] of [['plain-files', false], ['plain-folder', true]]) {
    document.getElementById(id).onclick = () => page.openChooser(folder);
  }
  const show = async () => {
    const { articles, comparison } = await page.link.model();
    const result = document.getElementById('plain-result');
    result.replaceChildren(...plainBrief(comparison), ...articles.map(plainArticle));
    page.announce(articles.length + ' articles');
  };
  const settled = page.link.events.settled;
  let shown = 0;
  page.link.events.settled = () => {
    settled();
    if (page.link.done === shown) return;
    shown = page.link.done;
    show();
  };
}

function element(name, text, ...children) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  made.append(...children);
  return made;
}

const kBandTitles = { set: 'In short', differ: 'They differ', agree: 'They agree', only: 'Only one says',
  quoted: 'Who is quoted', when: 'When' };

function plainBrief(comparison) {
  const bands = new Map();
  for (const row of (comparison && comparison.brief) || []) {
    if (!bands.has(row.kind)) bands.set(row.kind, []);
    bands.get(row.kind).push(element('li', row.text));
  }
  return [...bands].flatMap(([kind, rows]) => [element('h2', kBandTitles[kind] || kind), element('ul', '', ...rows)]);
}

function plainArticle(article) {
  const metadata = article.metadata || {};
  const published = metadata.published && metadata.published.value;
  const line = [metadata.outlet, published, metadata.language].filter(Boolean).join(' · ');
  return element('article', '', element('h2', metadata.headline || article.id), element('p', line));
}
