// Files that a resident joins.
import { deflateSync } from 'node:zlib';

// A picture of 2 x 2 grey points, whole down to its checksums.
export function identityCard(name = 'carte d’identité.png') {
  const header = Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, 8, 0, 0, 0, 0]);
  const points = deflateSync(Buffer.from([0, 90, 160, 0, 160, 90]));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const buffer = Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', points), chunk('IEND', Buffer.alloc(0))]);
  return { name, mimeType: 'image/png', buffer };
}

// Says it is a PDF and is not one.
export function falsePdf() {
  return { name: 'livret.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ this is a program') };
}

function chunk(type, bytes) {
  const named = Buffer.concat([Buffer.from(type), bytes]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

function crc32(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
