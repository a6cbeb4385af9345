// Every script is shown: characters that the embedded faces lack come from the browser, and what has to be shaped is set
// and drawn by it (acceptance row 14).
import assert from 'node:assert/strict';
import { test } from './harness.mjs';

const kTexts = {
  polish: 'Zażółć gęślą jaźń: w Veldzie zginęło czternaście osób, powiedział w sobotę burmistrz.',
  vietnamese: 'Mười bốn người mất tích ở thung lũng Velda vào thứ Bảy, thống đốc cho biết.',
  ukrainian: 'Чотирнадцять людей зникли безвісти в долині Вельди, повідомив губернатор у суботу.',
  greek: 'Δεκατέσσερις άνθρωποι αγνοούνται στην κοιλάδα της Βέλντα, δήλωσε ο κυβερνήτης.',
  georgian: 'ველდის ხეობაში თოთხმეტი ადამიანი დაიკარგა, განაცხადა გუბერნატორმა.',
  japanese: 'ベルダの谷で土曜日、ダムが決壊し十四人が行方不明になったと知事が述べた。救助隊は夜まで捜索を続けた。',
  hindi: 'वेल्दा घाटी में शनिवार को बाँध टूटने के बाद चौदह लोग लापता हैं, राज्यपाल ने कहा। क्षत्रिय और ज्ञानी लोगों ने मदद की।',
  arabic: 'قال المحافظ يوم السبت إن أربعة عشر شخصا فقدوا في وادي فيلدا بعد انهيار السد في 2025 قرب Velda.',
  hebrew: 'ארבעה עשר בני אדם נעדרים בעמק ולדה, אמר המושל ביום שבת לאחר שהסכר קרס.',
  thai: 'ผู้ว่าการกล่าวเมื่อวันเสาร์ว่ามีผู้สูญหายสิบสี่คนในหุบเขาเวลดาหลังเขื่อนแตก',
};

async function openArticle(bench, text, options = {}) {
  const visit = await bench.visit('file', options);
  const folder = bench.write({ 'article.txt': `Velda\n\n${text}\n\n${text}\n` });
  await visit.drop([folder + '/article.txt']);
  await visit.idle();
  await visit.page.keyboard.press('Escape');
  await visit.page.keyboard.press('2');
  await visit.page.waitForFunction((words) => document.getElementById('text-layers').textContent.includes(words),
    [...text].slice(0, 6).join(''));
  await visit.idle();
  return visit;
}

// The box of the first paragraph's rows, and a copy of it set by the browser in the same place of an empty page.
async function boxOf(visit, text) {
  return visit.page.evaluate((words) => {
    const rows = [...document.querySelectorAll('.text-lines > span')].map((row) => row.firstChild);
    const first = rows.findIndex((row) => words.startsWith(row.textContent.trim()) && row.textContent.trim());
    const last = rows.findIndex((row, at) => at >= first && words.endsWith(row.textContent.trim()));
    const boxes = rows.slice(first, last + 1).map((row) => row.getBoundingClientRect());
    const style = getComputedStyle(rows[first]);
    return { left: Math.min(...boxes.map((box) => box.left)), right: Math.max(...boxes.map((box) => box.right)),
      top: boxes[0].top, bottom: boxes[boxes.length - 1].bottom, lines: boxes.length, size: style.fontSize,
      shaped: rows[first].className === 'shaped', rtl: rows[first].dir === 'rtl' };
  }, text);
}

// Share of pixels that differ between the painted paragraph and one set by the browser, over the ink of both.
async function differenceFromBrowser(visit, text, box) {
  const clip = { x: Math.floor(box.left) - 4, y: Math.floor(box.top), width: Math.ceil(box.right - box.left) + 8,
    height: Math.ceil(box.bottom - box.top) };
  const painted = await visit.page.screenshot({ clip });
  await visit.page.evaluate(([words, { size }, column]) => {
    const page = document.createElement('div');
    page.id = 'reference';
    page.dir = 'auto';
    page.textContent = words;
    page.style.cssText = `position:fixed;z-index:9;left:${column.x}px;top:${column.y}px;width:${column.width}px;` +
      `font:${size}/30px "Newsloupe Serif",serif;background:#FAFAF7;color:#1B1C1E;text-rendering:geometricPrecision`;
    document.body.append(page);
  }, [text, box, await columnOf(visit)]);
  const reference = await visit.page.screenshot({ clip });
  return visit.page.evaluate(async ([a, b]) => {
    const pixels = async (data) => {
      const image = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))]));
      const pen = new OffscreenCanvas(image.width, image.height).getContext('2d');
      pen.drawImage(image, 0, 0);
      return pen.getImageData(0, 0, image.width, image.height).data;
    };
    const [one, other] = [await pixels(a), await pixels(b)];
    let different = 0;
    for (let i = 0; i < one.length; i += 4) if (Math.abs(one[i] - other[i]) > 64) different += 1;
    return different / (one.length / 4);
  }, [painted.toString('base64'), reference.toString('base64')]);
}

const columnOf = (visit) => visit.page.evaluate(() => window.__app.page.browserText.last);

test('no script shows an empty box where a glyph should be', async (bench) => {
  for (const [name, text] of Object.entries(kTexts)) {
    const visit = await openArticle(bench, text);
    const box = await boxOf(visit, text);
    assert.ok(box.lines >= 1, name);
    assert.deepEqual(visit.complaints, [], name);
    if (process.env.NEWSLOUPE_SHOTS) await visit.screenshot(`${process.env.NEWSLOUPE_SHOTS}/script-${name}.png`);
    await visit.context.close();
  }
  bench.visits.length = 0;
});
