import { expect } from 'vitest';
import type { ConversationRecord } from '../../src/sandbox/iadvize/conversations.ts';
import type { TransactionRecord } from '../../src/sandbox/iadvize/transactions.ts';
import { instant } from './forms.ts';
import type { Golden, Truth } from './golden.ts';
import { transactions } from './iadvize-figure-rows.ts';
import { conversations, item, list, operators } from './iadvize-rows.ts';

const warm: readonly string[] = [];
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** December and the days before, on the clocks of Paris. */
const AUTUMN = 'from: "2025-11-30T23:00:00Z", to: "2025-12-31T23:00:00Z"';
const SPAN = { from: Date.UTC(2025, 10, 30, 23), until: Date.UTC(2025, 11, 31, 23) };
const SENT = { from: '2025-12-01 00:00:00', to: '2025-12-31 23:59:59' };

type Filters = Readonly<Record<string, string | number>>;

/** A call, its filters in the order in which they are sent. */
function ask(indicators: string, { website_list, from = SENT.from, to = SENT.to, ...more }: Filters = {}): string {
  const sites = website_list === undefined ? {} : { website_list };
  const { channel = 'chat', ...rest } = more;
  const sent = Object.entries({ channel, ...sites, ...rest, from, to, indicators });
  return item(`statistic ${sent.map(([name, value]) => `filters[${name}]=${value}`).join('&')}`);
}

const chatsOf = (truth: Truth, span = SPAN): readonly ConversationRecord[] =>
  conversations(truth, span).filter(({ channel }) => channel === 'chat');
const sum = (rows: readonly TransactionRecord[]): number =>
  Math.round(rows.reduce((total, { amount }) => total + amount, 0) * 100) / 100;
const figure = (name: string, value: number | null) => ({ indicator: { name }, value });
const VALUE = 'indicator { name } value';

function countBy(rows: readonly ConversationRecord[], key: 'operatorId' | 'skillId' | 'ruleId'): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) if (row[key] !== null) counts.set(String(row[key]), (counts.get(String(row[key])) ?? 0) + 1);
  return new Map([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** From the middle of the hour before a chat that a rule offered to the end of the hour after. */
function around(truth: Truth) {
  const { createdAt = 0, ruleId } = chatsOf(truth).find((one) => one.ruleId !== null) ?? {};
  const hour = createdAt - (createdAt % HOUR_MS);
  return { hour, rule: String(ruleId), from: hour - HOUR_MS / 2, to: hour + 2 * HOUR_MS };
}

/** On the clocks of Paris, in winter. */
function inParis(at: number): string {
  return new Date(at + HOUR_MS).toISOString().slice(0, 19).replace('T', ' ');
}

const site = (websiteId: number) => (row: { readonly websiteId: number }) => row.websiteId === websiteId;

export const statisticGoldens: readonly Golden[] = [
  {
    name: 'Statistic.totals of several fields and indicators are one call',
    query: `{ statistic(channel: "chat", ${AUTUMN}) { channel
      totals(indicators: ["contact_number", "transaction_total_amount"]) { ${VALUE} }
      more: totals(indicators: ["contact_unanswered_number", "contact_number", "satisfaction_global_rate"]) { ${VALUE} } }
      again: statistic(channel: "chat", ${AUTUMN}) { totals(indicators: ["transaction_total_number"]) { ${VALUE} } } }`,
    expected: (truth) => {
      const chats = chatsOf(truth);
      const sold = transactions(truth, SPAN);
      return {
        statistic: {
          channel: 'chat',
          totals: [figure('contact_number', chats.length), figure('transaction_total_amount', sum(sold))],
          more: [
            figure('contact_unanswered_number', chats.filter(({ operatorId }) => operatorId === null).length),
            figure('contact_number', chats.length),
            figure('satisfaction_global_rate', null),
          ],
        },
        again: { totals: [figure('transaction_total_number', sold.length)] },
      };
    },
    calls: () => ({
      cold: [
        ask(
          'contact_number,contact_unanswered_number,satisfaction_global_rate,transaction_total_amount,transaction_total_number',
        ),
      ],
      warm,
    }),
    minimum: { cold: 1, warm: 0, why: 'one shape, one question: the union of the indicators' },
  },
  {
    name: 'Statistic.totals of one web site go by its clocks, and name its currency',
    query: `{ statistic(channel: "chat", websiteIds: ["1502"]) {
      totals(indicators: ["contact_number", "transaction_total_amount", "cart_after_contact_amount"]) { ${VALUE} currency } } }`,
    expected: (truth) => {
      // Today in New York began at 5 in the morning, and none of its transactions are published.
      const today = chatsOf(truth, { from: Date.UTC(2026, 0, 15, 5), until: Date.UTC(2026, 0, 16, 5) });
      return {
        statistic: {
          totals: [
            { ...figure('contact_number', today.filter(site(1502)).length), currency: null },
            { ...figure('transaction_total_amount', 0), currency: 'USD' },
            { ...figure('cart_after_contact_amount', null), currency: 'USD' },
          ],
        },
      };
    },
    calls: () => ({
      cold: [
        item('website/1502'),
        ask('cart_after_contact_amount,contact_number,transaction_total_amount', {
          website_list: 1502,
          from: '2026-01-15 00:00:00',
          to: '2026-01-15 23:59:59',
        }),
      ],
      warm,
    }),
    minimum: { cold: 2, warm: 0, why: 'the zone, and the figures' },
  },
  {
    name: 'amounts over web sites with several currencies have none',
    query: `{ some: statistic(channel: "chat", websiteIds: ["1904", "1501"], ${AUTUMN}) {
        totals(indicators: ["transaction_total_amount"]) { value currency } }
      all: statistic(channel: "chat", ${AUTUMN}) { totals(indicators: ["transaction_total_amount"]) { value currency } } }`,
    expected: (truth) => {
      const sold = transactions(truth, SPAN);
      const two = sold.filter((row) => site(1501)(row) || site(1904)(row));
      return {
        some: { totals: [{ value: sum(two), currency: null }] },
        all: { totals: [{ value: sum(sold), currency: null }] },
      };
    },
    calls: () => ({
      cold: [
        ask('transaction_total_amount', { website_list: '1501,1904' }),
        ask('transaction_total_amount'),
        list('website'),
      ],
      warm,
    }),
    minimum: { cold: 3, warm: 0, why: 'two questions, and a page of web sites' },
  },
  {
    name: 'an indicator that the channel does not have is null, and costs nothing',
    query: `{ statistic(channel: "facebook", ${AUTUMN}) {
      totals(indicators: ["contact_waiting_number", "contact_missed_number"]) { ${VALUE} } } }`,
    expected: () => ({
      statistic: { totals: [figure('contact_waiting_number', null), figure('contact_missed_number', null)] },
    }),
    calls: () => ({ cold: [], warm }),
    minimum: { cold: 0, warm: 0, why: 'its documentation tells' },
  },
  {
    name: 'Statistic.byResource gives the figures of each operator, who are read by a page',
    query: `{ statistic(channel: "chat", ${AUTUMN}) {
      byResource(resource: "operator", indicators: ["contact_number", "contact_unanswered_number"]) {
        resourceId values { ${VALUE} } operator { pseudo } group { name } skill { name } } } }`,
    expected: (truth) => {
      const pseudos = new Map(operators(truth).map(({ id, pseudo }) => [String(id), pseudo]));
      // Operators with transactions alone are listed, too, with nothing in it.
      const sold = transactions(truth, SPAN).flatMap(({ operatorId, conversationId }) =>
        conversationId === null || operatorId === null ? [] : String(operatorId),
      );
      const counts = countBy(chatsOf(truth), 'operatorId');
      const ids = [...new Set([...counts.keys(), ...sold])].toSorted();
      return {
        statistic: {
          byResource: ids.map((resourceId) => ({
            resourceId,
            values: [figure('contact_number', counts.get(resourceId) ?? 0), figure('contact_unanswered_number', 0)],
            operator: { pseudo: pseudos.get(resourceId) },
            group: null,
            skill: null,
          })),
        },
      };
    },
    calls: () => ({
      cold: [ask('contact_number,contact_unanswered_number', { resource: 'operator' }), list('operator')],
      warm,
    }),
    minimum: { cold: 2, warm: 0, why: 'one question, and a page of operators' },
  },
  {
    name: 'Statistic.byResource of one skill is one row',
    query: `{ statistic(channel: "chat", ${AUTUMN}) {
      byResource(resource: "skill", resourceId: "201", indicators: ["contact_number"]) {
        resourceId values { value } skill { sourceId } operator { pseudo } } } }`,
    expected: (truth) => ({
      statistic: {
        byResource: [
          {
            resourceId: '201',
            values: [{ value: countBy(chatsOf(truth), 'skillId').get('201') }],
            skill: { sourceId: '201' },
            operator: null,
          },
        ],
      },
    }),
    calls: () => ({ cold: [ask('contact_number', { resource: 'skill', resource_id: 201 })], warm }),
    minimum: { cold: 1, warm: 0, why: 'one question' },
  },
  {
    name: 'Statistic.byResource groups by what is no record, too',
    query: `{ statistic(channel: "chat", ${AUTUMN}) {
      byResource(resource: "contact_type", indicators: ["contact_number"]) { resourceId values { value } } } }`,
    expected: (truth) => {
      const chats = chatsOf(truth);
      const reactive = chats.filter(({ ruleId }) => ruleId === null).length;
      return {
        statistic: {
          byResource: [
            { resourceId: 'proactive', values: [{ value: chats.length - reactive }] },
            { resourceId: 'reactive', values: [{ value: reactive }] },
          ],
        },
      };
    },
    calls: () => ({ cold: [ask('contact_number', { resource: 'contact_type' })], warm }),
    minimum: { cold: 1, warm: 0, why: 'one question' },
  },
  {
    name: 'Statistic.series is one call for each indicator, in the order of time',
    query: `{ statistic(channel: "chat", ${AUTUMN}) {
      series(indicator: "contact_number", granularity: DAY) { start value currency resourceId }
      sold: series(indicator: "transaction_total_number", granularity: MONTH) { start value } } }`,
    expected: (truth) => {
      const chats = chatsOf(truth);
      const days = Array.from({ length: 31 }, (_, day) => SPAN.from + day * DAY_MS);
      return {
        statistic: {
          series: days.map((start) => ({
            start: instant(start),
            value: chats.filter(({ createdAt }) => createdAt >= start && createdAt < start + DAY_MS).length,
            currency: null,
            resourceId: null,
          })),
          sold: [{ start: '2025-11-30T23:00:00Z', value: transactions(truth, SPAN).length }],
        },
      };
    },
    calls: () => ({
      cold: [ask('contact_number', { granularity: 'day' }), ask('transaction_total_number', { granularity: 'month' })],
      warm,
    }),
    minimum: { cold: 2, warm: 0, why: 'a series has one indicator' },
  },
  {
    name: 'Statistic.series by the hour begins at the full hour, and may be grouped',
    query: `query ($from: DateTime!, $to: DateTime!) { statistic(channel: "chat", from: $from, to: $to) {
      series(indicator: "contact_number", granularity: HOUR, resource: "rule") { start resourceId value operator { pseudo } } } }`,
    variables: (truth) => {
      const { from, to } = around(truth);
      return { from: instant(from), to: instant(to) };
    },
    expected: (truth) => {
      const { from, to, hour, rule } = around(truth);
      const chats = chatsOf(truth, { from, until: to }).filter(({ ruleId }) => String(ruleId) === rule);
      const hours = [hour - HOUR_MS, hour, hour + HOUR_MS];
      return {
        statistic: {
          series: hours.map((start) => ({
            start: instant(start),
            resourceId: rule,
            value: chats.filter(({ createdAt }) => createdAt >= start && createdAt < start + HOUR_MS).length,
            operator: null,
          })),
        },
      };
    },
    calls: (truth) => {
      const { from, to } = around(truth);
      const sent = { from: inParis(from), to: inParis(to - 1_000) };
      return { cold: [ask('contact_number', { resource: 'rule', granularity: 'hour', ...sent })], warm };
    },
    minimum: { cold: 1, warm: 0, why: 'one question' },
  },
  {
    name: 'statisticIndicators lists what iAdvize documents, and costs nothing',
    query: `{ statisticIndicators(channel: "chat") { name } video: statisticIndicators(channel: "video") { name }
      facebook: statisticIndicators(channel: "facebook") { name } instagram: statisticIndicators(channel: "instagram") { name } }`,
    expected: () => {
      const shape = (count: number) => Array.from({ length: count }, () => ({ name: expect.any(String) }));
      return { statisticIndicators: shape(57), video: shape(53), facebook: shape(29), instagram: [] };
    },
    calls: () => ({ cold: [], warm }),
    minimum: { cold: 0, warm: 0, why: 'part of the schema' },
  },
];
