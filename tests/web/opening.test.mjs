import assert from 'node:assert/strict';
import { test, testEverywhere } from './harness.mjs';

testEverywhere('opens without a request and without a complaint', async (bench, place) => {
  const visit = await bench.visit(place);
  await visit.idle();
  assert.deepEqual(visit.outside.map((url) => url.split('?')[0]), [bench.address(place)]);
  assert.deepEqual(visit.complaints, []);
  assert.ok((await visit.frames()) >= 1);
});
