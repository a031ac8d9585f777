import { randomBytes } from 'node:crypto';

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
/** Bytes from here on are dropped: with them the first letters would come up more often. */
const firstUnfairByte = 256 - (256 % letters.length);

/** Makes a text of so many small letters and digits, each as likely as the others. */
export function alphanumeric(length: number): string {
  let text = '';
  while (text.length < length) {
    for (const byte of storedBytes(length - text.length)) {
      if (byte < firstUnfairByte) text += letters.charAt(byte % letters.length);
    }
  }
  return text;
}

/** Makes an internal user id: `w_` and twelve letters or digits. */
export function internalUserID(): string {
  return `w_${alphanumeric(12)}`;
}

/** Makes the value of a JSESSIONID cookie: thirty-two hexadecimal digits. */
export function cookieValue(): string {
  return storedBytes(16).toString('hex').toUpperCase();
}

// A call for sixteen random bytes costs about as much as one for thousands, so they are stored.
const drawnAtOnce = 4_096;
let store = Buffer.alloc(0);
let used = 0;

function storedBytes(count: number): Buffer {
  if (used + count > store.length) {
    store = randomBytes(Math.max(drawnAtOnce, count));
    used = 0;
  }
  used += count;
  return store.subarray(used - count, used);
}
