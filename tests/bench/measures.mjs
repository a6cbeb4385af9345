// What is counted the same way for everybody in the benchmark: articles, tokens, pages.

// Words (runs of letters and digits with inner . ' - ,) and every other character that is not a space.
const kToken = /[\p{L}\p{N}]+(?:[.'’\-,][\p{L}\p{N}]+)*|[^\s]/gu;

export function countTokens(texts) {
  let count = 0;
  for (const text of texts) for (const _ of text.matchAll(kToken)) count += 1;
  return count;
}

export function readRecords(lines) {
  return lines.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line));
}

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

// An article as a page with the furniture that pages have: navigation, teasers, share links, comments, a foot.
export function pageOf(record) {
  const links = (count, word) => Array.from({ length: count }, (_, i) => `<li><a href="/${word}/${i}">${word} ${i}</a></li>`).join('');
  const paragraphs = record.text.split('\n\n').map((p) => `<p>${escaped(p)}</p>`).join('\n');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(record.title)} - ${record.sitename}</title>
<meta property="og:title" content="${escaped(record.title)}"><meta property="article:published_time" content="${record.date}T06:00:00Z">
<style>body{font:16px serif}</style><script>var ready=function(){return 1}</script></head><body>
<header><nav><ul>${links(14, 'section')}</ul></nav></header><main><article><h1>${escaped(record.title)}</h1>
<div class="byline">By Alice Adu</div><time datetime="${record.date}">${record.date}</time><ul class="share">${links(5, 'share')}</ul>
<div class="story-body">${paragraphs}</div></article><aside><h2>Most read</h2><ol>${links(10, 'story')}</ol></aside>
<section id="comments"><h3>Comments</h3>${Array.from({ length: 6 }, (_, i) => `<div class="comment"><b>reader${i}</b><p>I think so too.</p></div>`).join('')}
</section></main><footer><p>© ${record.sitename}. All rights reserved.</p><ul>${links(12, 'about')}</ul></footer></body></html>`;
}
