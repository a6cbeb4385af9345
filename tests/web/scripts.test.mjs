// Every script is shown: characters that the embedded faces lack come from the browser, and what has to be shaped is set
// and drawn by it (acceptance row 14).
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
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

const kShaped = ['hindi', 'arabic', 'hebrew', 'thai'];

async function openArticle(bench, text, options = {}) {
  const visit = await bench.visit('file', options);
  await visit.page.evaluate(() => {
    const source = window.__app.page.browserText;
    const set = source.paragraph.bind(source);
    source.paragraph = (size, flags, width, text) => {
      if (flags & 1) window.column = width;
      return set(size, flags, width, text);
    };
  });
  const folder = bench.write({ 'article.txt': `Velda\n\n${text}\n\n${text}\n` });
  await visit.drop([folder + '/article.txt']);
  await visit.openReader();
  await visit.page.waitForFunction((words) => document.getElementById('text-layers').textContent.includes(words),
    [...text].slice(0, 6).join(''));
  await visit.idle();
  return visit;
}

// Where the first paragraph stands, from the block of the text layer that lies over it.
function boxOf(visit, text) {
  return visit.page.evaluate((words) => {
    const plain = (string) => string.replace(/\s+/g, '');
    const block = [...document.querySelectorAll('.text-lines > div')].find((one) => plain(one.textContent) === plain(words));
    const boxes = [...block.querySelectorAll('span')].map((line) => line.getBoundingClientRect());
    const style = getComputedStyle(block);
    return { left: Math.min(...boxes.map((box) => box.left)), right: Math.max(...boxes.map((box) => box.right)),
      top: block.getBoundingClientRect().top + parseFloat(style.paddingTop), height: parseFloat(style.lineHeight) * boxes.length,
      lines: boxes.length, size: style.fontSize, line: style.lineHeight, shaped: block.className === 'shaped', rtl: block.dir === 'rtl' };
  }, text);
}

// Share of pixels that differ between the painted paragraph and the same one set by the browser in its place.
async function differenceFromBrowser(visit, text, box, name) {
  const clip = { x: Math.floor(box.left) - 4, y: Math.floor(box.top), width: Math.ceil(box.right - box.left) + 8, height: box.height };
  const painted = await visit.page.screenshot({ clip });
  await visit.page.evaluate(([words, { left, right, top, size, line, rtl }, width]) => {
    const page = document.createElement('div');
    page.dir = 'auto';
    page.textContent = words;
    page.style.cssText = `position:fixed;z-index:9;left:${rtl ? right - width : left}px;top:${top}px;width:${width}px;` +
      `font:${size}/${line} "Newsloupe Serif",serif;background:#FAFAF7;color:#1B1C1E;text-rendering:geometricPrecision`;
    document.body.append(page);
  }, [text, box, await visit.page.evaluate(() => window.column)]);
  const reference = await visit.page.screenshot({ clip });
  if (process.env.NEWSLOUPE_SHOTS) {
    writeFileSync(`${process.env.NEWSLOUPE_SHOTS}/painted-${name}.png`, painted);
    writeFileSync(`${process.env.NEWSLOUPE_SHOTS}/reference-${name}.png`, reference);
  }
  return visit.page.evaluate(async ([a, b]) => {
    const pixels = async (data) => {
      const image = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))]));
      const pen = new OffscreenCanvas(image.width, image.height).getContext('2d');
      pen.drawImage(image, 0, 0);
      return pen.getImageData(0, 0, image.width, image.height);
    };
    const [one, other] = [await pixels(a), await pixels(b)];
    const differs = (i, j) => Math.abs(one.data[i] - other.data[j]) > 96;  // less is the weight of edges
    // A line picture lies on whole pixels, a line of the browser may not: the best of the nearest places.
    const shares = [-2, -1, 0, 1, 2].flatMap((dy) => [-1, 0, 1].map((dx) => {
      let different = 0;
      let seen = 0;
      for (let y = 2; y < one.height - 2; y += 1) {
        for (let x = 1; x < one.width - 1; x += 1, seen += 1) {
          if (differs(4 * (y * one.width + x), 4 * ((y + dy) * one.width + x + dx))) different += 1;
        }
      }
      return different / seen;
    }));
    return Math.min(...shares);
  }, [painted.toString('base64'), reference.toString('base64')]);
}

test('no script makes the page complain or lose its words', async (bench) => {
  for (const [name, text] of Object.entries(kTexts)) {
    const visit = await openArticle(bench, text);
    const box = await boxOf(visit, text);
    assert.equal(box.shaped, kShaped.includes(name), name);
    assert.equal(box.rtl, ['arabic', 'hebrew'].includes(name), name);
    assert.deepEqual(visit.complaints, [], name);
    if (process.env.NEWSLOUPE_SHOTS) await visit.screenshot(`${process.env.NEWSLOUPE_SHOTS}/script-${name}.png`);
    await visit.context.close();
  }
  bench.visits.length = 0;
});

test('shaped scripts look as the browser sets them', async (bench) => {
  for (const name of kShaped) {
    for (const deviceScaleFactor of [1, 2]) {
      const visit = await openArticle(bench, kTexts[name], { deviceScaleFactor });
      await visit.page.mouse.move(5, 500);
      await visit.idle();
      const difference = await differenceFromBrowser(visit, kTexts[name], await boxOf(visit, kTexts[name]), `${name}-${deviceScaleFactor}`);
      console.log(`      ${name}, density ${deviceScaleFactor}: ${(difference * 100).toFixed(2)} %`);
      assert.ok(difference < 0.02, `${name}: ${difference}`);
      await visit.context.close();
    }
  }
  bench.visits.length = 0;
});
