// Prints the sizes of files: raw, gzip, brotli.   node web/print_sizes.mjs <file>...
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const brotli = (bytes) => brotliCompressSync(bytes, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });

const column = (text) => String(text).padStart(12);
const kilobytes = (bytes) => column((bytes.length / 1024).toFixed(1) + ' KB');

console.log('part'.padEnd(28) + ['raw', 'gzip', 'brotli'].map(column).join(''));
for (const file of process.argv.slice(2)) {
  const bytes = readFileSync(file);
  console.log(basename(file).padEnd(28) + kilobytes(bytes) + kilobytes(gzipSync(bytes, { level: 9 })) + kilobytes(brotli(bytes)));
}
