import { normaliseDomain, normaliseEmail } from '../../base/addresses.ts';
import { InputError } from '../../base/errors.ts';
import type { CopyQuery } from '../../loading/collections/list-copy.ts';
import type { Lead, LeadFilter, LeadProduct } from '../../model/leads.ts';
import { isEmptyRange, rangeOf, type TimeRange } from './time-range.ts';

/** What a search filters by itself, under its own names. */
export type SentFilters = {
  readonly email?: string;
  readonly domain?: string;
  readonly companyName?: string;
  readonly minPageViews?: number;
};

/** A checked filter. */
export type LeadQuery = {
  readonly range: TimeRange;
  readonly sent: SentFilters;
  /** Trimmed. No search knows it: rows are looked through. */
  readonly campaign: string | undefined;
  /** Nothing can match, so that nothing needs to be asked. */
  readonly impossible: boolean;
};

function wanted(
  name: string,
  value: string | undefined,
  normalise: (text: string) => string | null,
): string | undefined {
  if (value === undefined) return undefined;
  const normal = normalise(value);
  if (normal === null)
    throw new InputError(`filter.${name}: ${name === 'email' ? 'an e-mail address' : 'a web domain'}`);
  return normal;
}

/**
 * One filter serves both products. A +Employee lead has no address and a +Person lead no domain, so such a filter matches nothing.
 * What every lead passes is not sent: equal lists have equal questions.
 */
export function queryOf(product: LeadProduct, filter: LeadFilter, now: number): LeadQuery {
  const { companyName, minPageViews, utmCampaign } = filter;
  if (minPageViews !== undefined && minPageViews < 0) throw new InputError('filter.minPageViews: 0 or more');
  const range = rangeOf(filter, now);
  const email = wanted('email', filter.email, normaliseEmail);
  const domain = wanted('domain', filter.domain, normaliseDomain);
  const foreign = product === 'PLUS_EMPLOYEE' ? email : domain;
  return {
    range,
    sent: {
      ...(email !== undefined && { email }),
      ...(domain !== undefined && { domain }),
      ...(companyName !== undefined && companyName !== '' && { companyName }),
      ...(minPageViews !== undefined && minPageViews > 0 && { minPageViews }),
    },
    campaign: utmCampaign?.trim(),
    impossible: foreign !== undefined || isEmptyRange(range),
  };
}

/** The same filter for rows of the copy, where leads of every age may lie. */
export function passes({ range, sent, campaign }: LeadQuery): (lead: Lead) => boolean {
  const part = sent.companyName?.toLowerCase();
  return (lead) =>
    lead.listedAt >= range.from &&
    lead.listedAt < range.to &&
    (sent.email === undefined || lead.email === sent.email) &&
    (sent.domain === undefined || lead.domain === sent.domain) &&
    (part === undefined || (lead.companyName ?? '').toLowerCase().includes(part)) &&
    (sent.minPageViews === undefined || (lead.pageViews ?? 0) >= sent.minPageViews) &&
    (campaign === undefined || lead.utmCampaign?.trim() === campaign);
}

/** The index of the copy that leads to the fewest rows. */
export function termOf({ sent, campaign }: LeadQuery): Pick<CopyQuery<Lead>, 'term'> {
  if (sent.email !== undefined) return { term: ['email', sent.email] };
  if (sent.domain !== undefined) return { term: ['domain', sent.domain] };
  return campaign === undefined ? {} : { term: ['campaign', campaign] };
}
