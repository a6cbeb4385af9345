// Strings and bytes between JavaScript and the module's memory. Addresses are unsigned: memory may pass 2 GB.

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });  // a table's byte order mark is part of it

function bytesAt(program, address, length) {
  return program.HEAPU8.slice(address >>> 0, (address >>> 0) + length);
}

function textAt(program, address, length) {
  return decoder.decode(program.HEAPU8.subarray(address >>> 0, (address >>> 0) + length));
}

// Calls an exported function. A string or Uint8Array becomes address and length, valid for the call.
function call(program, name, ...values) {
  const plain = [];
  const held = [];
  for (const value of values) {
    if (typeof value === 'number') {
      plain.push(value);
      continue;
    }
    const bytes = typeof value === 'string' ? encoder.encode(value) : value;
    const address = program._malloc(bytes.length || 1) >>> 0;
    if (!address) throw new RangeError('out of memory');
    program.HEAPU8.set(bytes, address);
    held.push(address);
    plain.push(address, bytes.length);
  }
  try {
    return program['_' + name](...plain);
  } finally {
    for (const address of held) program._free(address);
  }
}
