import { hash } from 'node:crypto';
import { crc32 } from 'node:zlib';

const PREFIX = 'weir_';
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 22 digits of 62 values are 130.99 bits. */
const SECRET_DIGITS = 22;
/** The least that holds 32 bits. */
const CHECK_DIGITS = 6;

/** A whole number from 0 to below a bound, evenly drawn. Injected, so that tests own it. */
export type Draw = (below: number) => number;

function digitsOf(value: number): string {
  let text = '';
  for (let rest = value; text.length < CHECK_DIGITS; rest = Math.floor(rest / DIGITS.length)) {
    text = DIGITS.charAt(rest % DIGITS.length) + text;
  }
  return text;
}

/** A new key: `weir_`, 22 random digits, and a checksum of both, so that a slip of the pen is told from a key that is unknown. */
export function createKey(draw: Draw): string {
  const secret = Array.from({ length: SECRET_DIGITS }, () => DIGITS.charAt(draw(DIGITS.length))).join('');
  return `${PREFIX}${secret}${digitsOf(crc32(PREFIX + secret))}`;
}

/** Whether a text looks like a key that `createKey` made, true or mistyped. */
export function isLikeKey(text: string): boolean {
  return text.startsWith(PREFIX);
}

/** Whether a text is a key that `createKey` may have made. It tells nothing about which keys there are. */
export function isWholeKey(text: string): boolean {
  if (!/^weir_[0-9A-Za-z]{28}$/.test(text)) return false;
  return text.slice(-CHECK_DIGITS) === digitsOf(crc32(text.slice(0, -CHECK_DIGITS)));
}

/** What is kept of a key, and compared: 32 bytes. Each request makes one, and by way of hexadecimal text it takes a third of the time. */
export function digestOfKey(key: string): Buffer {
  return Buffer.from(hash('sha256', key), 'hex');
}
