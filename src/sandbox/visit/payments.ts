import { type ExpoContext, rowSeed } from './context.ts';
import { emptyField } from './noise.ts';
import type { Partners } from './partners.ts';
import { createPlainList, type PlainList } from './plain-list.ts';
import type { Visitors } from './visitors.ts';

const STATES = ['paid', 'paid', 'paid', 'pending', 'denied', 'refunded', 'cancelled'] as const;
const METHODS = ['card', 'card', 'invoice', 'manual', 'free'] as const;

/** A row for each visitor who may have paid, then one for each partner, who pays by invoice. */
export function createPayments(context: ExpoContext, sides: { visitors: Visitors; partners: Partners }): PlainList {
  const { visitors, partners } = sides;
  const { world, ids, plan } = context;
  const { random } = world;
  return createPlainList(context, {
    kind: 'payment',
    list: 'payments',
    ranks: visitors.count + partners.count,
    exists: (index) => {
      const seed = rowSeed(context, index);
      return index < visitors.count
        ? visitors.startedRegistered(index) && random.chance('visit-pays', seed, 0.3)
        : partners.startedHere(index - visitors.count) && random.chance('visit-partner-pays', seed, 0.6);
    },
    make: (index) => {
      const seed = rowSeed(context, index);
      const host = index - visitors.count;
      const method = host >= 0 ? 'invoice' : random.pick('visit-pay-method', seed, METHODS);
      const amount = method === 'free' ? 0 : (1_000 + random.integer('visit-amount', seed, 40_000)) / 100;
      return {
        amount: random.chance('visit-amount-text', seed, 0.05) ? amount.toFixed(2) : amount,
        currency: random.pick('visit-currency', plan.index, ['EUR', 'USD']),
        method: random.chance('visit-odd-method', seed, 0.03) ? 'voucher' : method,
        order: random.chance('visit-ordered', seed, 0.9) ? { id: ids.encode('order', plan.index, index) } : null,
        partner: host < 0 ? null : { id: partners.idOf(host), name: partners.nameOf(host) },
        reference: random.chance('visit-pay-reference', seed, 0.6)
          ? `INV-${seed}`
          : emptyField(random, 'visit-no-reference', seed),
        state: random.pick('visit-pay-state', seed, STATES),
        visitor: host < 0 ? { id: visitors.idOf(index) } : null,
      };
    },
  });
}
