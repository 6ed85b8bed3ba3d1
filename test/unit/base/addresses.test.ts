import { describe, expect, test } from 'vitest';
import { normaliseDomain, normaliseEmail } from '../../../src/base/addresses.ts';

describe('an e-mail address', () => {
  test.each([
    ['anna@example.com', 'anna@example.com'],
    ['  Anna.B+tag@Example.COM \n', 'anna.b+tag@example.com'],
    ["o'neil@sub.example.co.uk", "o'neil@sub.example.co.uk"],
    ['x@1-2.io', 'x@1-2.io'],
    [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
    ['ärger@example.com', 'ärger@example.com'],
  ])('%j is given out as %j', (given, normal) => {
    expect(normaliseEmail(given)).toBe(normal);
  });

  test.each([
    [''],
    ['anna'],
    ['anna@'],
    ['@example.com'],
    ['anna@example'],
    ['anna@@example.com'],
    ['anna@example..com'],
    ['anna@-example.com'],
    ['anna@example-.com'],
    ['anna@example.com.'],
    ['an na@example.com'],
    ['anna@exam ple.com'],
    ['anna@example.com, bert@example.com'],
    ['<anna@example.com>'],
    ['mailto:anna@example.com'],
    ['an\u0000na@example.com'],
    ['an\u007fna@example.com'],
    [`${'a'.repeat(65)}@example.com`],
    [`a@${'b'.repeat(250)}.com`],
  ])('%j is none', (given) => {
    expect(normaliseEmail(given)).toBeNull();
  });
});

describe('a domain', () => {
  test.each([
    ['example.com', 'example.com'],
    ['HTTPS://www.Example.com:8080/path?q=1#x', 'example.com'],
    ['http://example.com?q=1', 'example.com'],
    ['www.example.com', 'example.com'],
    ['www.www.example.com', 'example.com'],
    ['www2.example.com', 'www2.example.com'],
    ['shop.www.example.com', 'shop.www.example.com'],
    [' example.com/ ', 'example.com'],
    ['example.com.', 'example.com'],
    ['example.com#top', 'example.com'],
    ['ftp://files.example.com', 'files.example.com'],
    ['xn--mller-kva.de', 'xn--mller-kva.de'],
  ])('%j is given out as %j', (given, normal) => {
    expect(normaliseDomain(given)).toBe(normal);
  });

  test.each([
    [''],
    ['localhost'],
    ['anna@example.com'],
    ['exa mple.com'],
    ['example..com'],
    ['-example.com'],
    ['example.com-'],
    ['https://'],
    ['/example.com'],
    [`${'a'.repeat(64)}.com`],
    [`${'abcd.'.repeat(60)}com`],
    ['example.com\u0000'],
  ])('%j is none', (given) => {
    expect(normaliseDomain(given)).toBeNull();
  });
});
