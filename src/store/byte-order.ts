/** From here on the order of UTF-16 units, JavaScript's own, is another one than that of bytes or characters. */
const FIRST_SURROGATE = 0xd800;
const LAST_SURROGATE = 0xdfff;
const SURROGATES = LAST_SURROGATE - FIRST_SURROGATE + 1;
const UNITS = 0x1_0000;
const BEYOND = /[\ud800-\uffff]/g;

function moved(unit: string): string {
  const code = unit.charCodeAt(0);
  return String.fromCharCode(code > LAST_SURROGATE ? code - SURROGATES : code + UNITS - LAST_SURROGATE - 1);
}

/** A text that JavaScript's `<` compares as SQLite and Redis compare the given one: by the bytes of its UTF-8. */
export function byteOrder(text: string): string {
  return text.replace(BEYOND, moved);
}

/** Whether a text comes after another one by their bytes. */
export function isAfter(one: string, other: string): boolean {
  return one !== other && byteOrder(one) > byteOrder(other);
}
