import type { CampaignMetrics } from '../../model/campaigns.ts';

const LARGEST_INT = 2_147_483_647;

type Counted = Exclude<keyof CampaignMetrics, 'revenue' | 'currency' | 'uniqueOpened' | 'uniqueClicked'>;

/** Null if a part has no number (a sum without it would be wrong), or if the sum is more than a GraphQL Int holds. */
function sumOf(parts: readonly CampaignMetrics[], name: Counted): number | null {
  let sum = 0;
  for (const part of parts) {
    const value = part[name];
    if (value === null) return null;
    sum += value;
  }
  return sum <= LARGEST_INT ? sum : null;
}

/** Amounts of two currencies do not add up. Six decimals are more than any currency has; the rest is the noise of doubles. */
function moneyOf(parts: readonly CampaignMetrics[]): Pick<CampaignMetrics, 'revenue' | 'currency'> {
  const [currency = null, ...others] = new Set(parts.flatMap((part) => part.currency ?? []));
  if (others.length > 0) return { revenue: null, currency: null };
  const amounts = parts.map(({ revenue }) => revenue).filter((revenue) => revenue !== null);
  if (amounts.length < parts.length) return { revenue: null, currency };
  return { revenue: Number(amounts.reduce((sum, amount) => sum + amount, 0).toFixed(6)), currency };
}

/** Metrics of one campaign over several ranges as those of all of them. Null if there is none. */
export function addMetrics(parts: readonly CampaignMetrics[]): CampaignMetrics | null {
  if (parts.length === 0) return null;
  const sum = (name: Counted): number | null => sumOf(parts, name);
  return {
    sent: sum('sent'),
    delivered: sum('delivered'),
    opened: sum('opened'),
    uniqueOpened: null,
    read: sum('read'),
    clicked: sum('clicked'),
    uniqueClicked: null,
    dismissed: sum('dismissed'),
    bounced: sum('bounced'),
    rejected: sum('rejected'),
    unsubscribed: sum('unsubscribed'),
    conversions: sum('conversions'),
    ...moneyOf(parts),
  };
}
