import { createHash } from 'node:crypto';
import { DAY_MS, type World } from '../world.ts';
import type { LeadStore } from './lead-store.ts';
import { makeRows, type Row } from './table.ts';
import { normaliseText, toTimeText } from './text.ts';

/** More than a page, so that reading it goes on. */
const KNOWN_PER_ACCOUNT = 230;
const SUPPRESSED_PER_ACCOUNT = 24;

export type Configured = { readonly accountId: number; readonly companyName: string; readonly domain: string };

export function configurationOf({ accountId, companyName, domain }: Configured) {
  return {
    customerId: accountId,
    companyName: ` ${companyName}`,
    domain: `www.${domain}`,
    installationCode: `<script async src="https://cdn.visual-visitor.example/t.js" data-account="${accountId}"></script>`,
    cookieConsent: {
      enabled: true,
      mode: accountId % 2 === 0 ? 'implied' : 'opt_in',
      impliedDelaySeconds: '8',
      strictRegions: ['US-CA', 'EU', 'CA'],
      message: 'We use cookies.',
      acceptLabel: 'Accept',
      declineLabel: null,
      policyUrl: `https://${domain}/privacy`,
    },
  };
}

export function createExcludedIps({ now }: World): readonly Row[] {
  const ips = ['203.0.113.7', '198.51.100.0/24', '2001:db8::1', '2001:db8:1::/48', '192.0.2.44', '203.0.113.200'];
  return makeRows(ips.length, (index) => ({
    id: 71 + index * 2,
    ip: ips[index],
    label: index % 3 === 1 ? null : `Office ${index + 1}`,
    createdAt: secondAt(now - (90 - index) * DAY_MS),
  }));
}

function secondAt(instant: number): string {
  return toTimeText(Math.floor(instant / 1000) * 1000);
}

/** An entry is an address, as entered, or the SHA-256 of its normal form. */
function entry(id: number, email: string, index: number, now: number): Row {
  const normal = normaliseText(email);
  const isHash = index % 4 === 3;
  return {
    id,
    value: isHash ? createHash('sha256').update(normal).digest('hex') : index % 6 === 1 ? email.toUpperCase() : email,
    type: isHash ? 'sha256' : 'email',
    createdAt: secondAt(now - (300 - index) * DAY_MS),
  };
}

/** Whose leads are all known, and people who never visited. */
function peopleOf(world: World, leads: LeadStore): { readonly known: string[]; readonly strangers: string[] } {
  const rows = leads.range(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  const seen = new Map<string, boolean>();
  for (const index of rows) {
    const email = normaliseText(leads.valueOf(index, 'email'));
    if (email !== '') seen.set(email, (seen.get(email) ?? true) && leads.valueOf(index, 'isKnownCustomer') === true);
  }
  const count = Math.min(world.people.count, 450);
  const emails = Array.from({ length: count }, (_, index) => world.people.at(index).email);
  return {
    known: emails.filter((email) => seen.get(email) === true),
    strangers: emails.filter((email) => !seen.has(email)),
  };
}

export function createKnownCustomers(world: World, leads: LeadStore): readonly Row[] {
  const { known, strangers } = peopleOf(world, leads);
  const emails = [...known, ...strangers].slice(0, KNOWN_PER_ACCOUNT);
  return makeRows(emails.length, (index) => entry(90_010 + index * 3, emails[index] ?? '', index, world.now));
}

/** Suppressed people never show among the leads. */
export function createSuppressionList(world: World, leads: LeadStore): readonly Row[] {
  const emails = peopleOf(world, leads).strangers.slice(-SUPPRESSED_PER_ACCOUNT);
  return makeRows(emails.length, (index) => entry(90_010 + index * 5, emails[index] ?? '', index, world.now));
}
