// The payload of a link: `#1.<length>.<crc32>.<data>` in the fragment, which no server sees. Length and checksum stand in
// front, so that a link that was cut or changed on its way says so. The data is base64url of one byte (how the rest is
// packed) and deflated text, encrypted where the sender chose a password.

const kLinkVersion = 1;
const kPlain = 0;
const kEncrypted = 1;
const kSaltLength = 16;
const kNonceLength = 12;
const kKeyRounds = 600000;  // PBKDF2 with SHA-256

const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ',');

function crc32(text) {
  let crc = -1;
  for (let i = 0; i < text.length; i += 1) {
    crc ^= text.charCodeAt(i);
    for (let bit = 0; bit < 8; bit += 1) crc = crc >>> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
  }
  return ((crc ^ -1) >>> 0).toString(16).padStart(8, '0');
}

function base64urlFrom(bytes) {
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function bytesFromBase64url(text) {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
}

async function through(stream, bytes) {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}

function joined(...parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

async function keyFrom(password, salt) {
  const secret = await crypto.subtle.importKey('raw', encoder.encode(password), 'PBKDF2', false, ['deriveKey']);
  const recipe = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: kKeyRounds };
  return crypto.subtle.deriveKey(recipe, secret, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

async function payloadFrom(text, password) {
  let body = await through(new CompressionStream('deflate-raw'), encoder.encode(text));
  if (password) {
    const salt = crypto.getRandomValues(new Uint8Array(kSaltLength));
    const nonce = crypto.getRandomValues(new Uint8Array(kNonceLength));
    const key = await keyFrom(password, salt);
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, body);
    body = joined(salt, nonce, new Uint8Array(sealed));
  }
  const data = base64urlFrom(joined(new Uint8Array([password ? kEncrypted : kPlain]), body));
  return '#' + kLinkVersion + '.' + data.length + '.' + crc32(data) + '.' + data;
}

const isPayload = (fragment) => /^#\d+(\.|$)/.test(fragment);

// {bytes, locked}, or {problem}: one line for the reader.
function openPayload(fragment) {
  const again = ' Ask the sender for it again, or for the file.';
  const version = Number(fragment.slice(1).split('.')[0]);
  if (version > kLinkVersion) {
    return { problem: 'This link was made by a newer Newsloupe than this one. Open it with the newer one, or ask for the file.' };
  }
  const parts = /^#\d+\.(\d+)\.([0-9a-f]{8})\.([\w-]*)(.*)$/s.exec(fragment);
  if (!parts) return { problem: 'This link was cut on its way: only its beginning arrived.' + again };
  const [, length, crc, data, rest] = parts;
  if (data.length < Number(length) && rest === '') {
    return { problem: 'This link was cut on its way: ' + grouped(data.length) + ' of ' + grouped(length) +
      ' characters arrived.' + again };
  }
  if (data.length !== Number(length) || rest !== '' || crc32(data) !== crc) {
    return { problem: 'This link was changed on its way: its checksum does not fit.' + again };
  }
  try {
    const bytes = bytesFromBase64url(data);
    return { bytes: bytes.subarray(1), locked: bytes[0] === kEncrypted };
  } catch (error) {
    return { problem: 'This link was changed on its way: it cannot be unpacked.' + again };
  }
}

async function unlocked(bytes, password) {
  const key = await keyFrom(password, bytes.subarray(0, kSaltLength));
  const nonce = bytes.subarray(kSaltLength, kSaltLength + kNonceLength);
  const sealed = bytes.subarray(kSaltLength + kNonceLength);
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, key, sealed));
}

async function textFromPayload(bytes) {
  return decoder.decode(await through(new DecompressionStream('deflate-raw'), bytes));
}
