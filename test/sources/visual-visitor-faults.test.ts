import { describe, expect, it } from 'vitest';
import type { LeadProduct } from '../../src/model/leads.ts';
import type { Fault } from '../../src/sandbox/kit/faults.ts';
import { itemsOf, rowsOf } from '../support/source-harness.ts';
import { DAY_MS, RECENT, type Started, start } from '../support/visual-visitor-source.ts';

type Row = Record<string, unknown>;

/** Changes the rows of a search, or a single lead. */
function changing(change: (row: Row, index: number) => unknown): Fault {
  return {
    kind: 'change',
    change: (body) => {
      const page = body as { data?: Row[] };
      return page.data === undefined ? change(body as Row, 0) : { ...page, data: page.data.map(change) };
    },
  };
}

const list = (started: Started, product: LeadProduct = 'PLUS_PERSON') => {
  const { reads, reader } = started.begin();
  return itemsOf(reads.leads(reader, product, {}));
};
const lead = (started: Started, id: string | number) => {
  const { reads, reader } = started.begin();
  return reads.lead(reader, 'PLUS_PERSON', { customer: null, id: String(id) });
};

describe('a failing upstream', () => {
  const codes: [string, Fault, string][] = [
    ['401', { kind: 'status', status: 401 }, 'UPSTREAM_UNAUTHORIZED'],
    ['402', { kind: 'status', status: 402 }, 'UPSTREAM_REJECTED'],
    ['403', { kind: 'status', status: 403, body: 'not JSON' }, 'UPSTREAM_FORBIDDEN'],
    ['404 for a search', { kind: 'status', status: 404 }, 'UPSTREAM_BAD_RESPONSE'],
    ['422', { kind: 'status', status: 422, body: '{"error":{"code":"validation_failed"}}' }, 'UPSTREAM_REJECTED'],
    ['429', { kind: 'status', status: 429, headers: { 'retry-after': '7' } }, 'UPSTREAM_RATE_LIMITED'],
    ['500', { kind: 'status', status: 500 }, 'UPSTREAM_UNAVAILABLE'],
    [
      'a redirect',
      { kind: 'status', status: 302, headers: { location: 'http://127.0.0.1:1/' } },
      'UPSTREAM_BAD_RESPONSE',
    ],
    ['a reset', { kind: 'reset' }, 'UPSTREAM_UNAVAILABLE'],
    ['half a body', { kind: 'truncated' }, 'UPSTREAM_UNAVAILABLE'],
    ['no JSON', { kind: 'body', body: '<html>' }, 'UPSTREAM_BAD_RESPONSE'],
    ['another shape', { kind: 'body', body: '{"data":[]}' }, 'UPSTREAM_BAD_RESPONSE'],
    ['a list', { kind: 'body', body: '[]' }, 'UPSTREAM_BAD_RESPONSE'],
    ['deep JSON', { kind: 'deep', depth: 5_000 }, 'UPSTREAM_BAD_RESPONSE'],
    ['a whole page without a record', changing(() => ({ name: 'nobody' })), 'UPSTREAM_BAD_RESPONSE'],
  ];
  for (const [name, fault, code] of codes)
    it(`gives ${code} for ${name}, and is asked again by the next operation`, async () => {
      const started = await start({ size: 4 });
      started.simulator.faults.inject(fault);
      await expect(list(started)).rejects.toMatchObject({ name: 'UpstreamError', upstream: 'VISUAL_VISITOR', code });
      started.clock.advance(10_000);
      expect((await list(started)).length).toBe(started.simulator.truth.ids('person', RECENT).length);
    });

  it('gives UPSTREAM_TIMEOUT when it does not answer', async () => {
    const started = await start({ callTimeoutMs: 2_000 });
    started.simulator.faults.inject({ kind: 'black-hole' });
    const failed = expect(list(started)).rejects.toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
    while (started.simulator.calls.length === 0) await new Promise((done) => setTimeout(done, 5));
    started.clock.advance(2_000);
    await failed;
  });

  it('gives UPSTREAM_BAD_RESPONSE for another lead than the one asked for', async () => {
    const started = await start();
    const [id = 0] = started.simulator.truth.ids('person', RECENT);
    started.simulator.faults.inject(changing((row) => ({ ...row, id: id + 1 })));
    await expect(lead(started, id)).rejects.toMatchObject({ code: 'UPSTREAM_BAD_RESPONSE' });
    started.simulator.faults.inject(changing((row) => ({ ...row, id: `0${id}` })));
    expect((await lead(started, id))?.email).not.toBeUndefined();
  });

  it('is replaced by a held page, with the reason', async () => {
    const started = await start();
    const before = await list(started);
    started.clock.advance(400_000);
    started.simulator.faults.inject({ kind: 'status', status: 500 });
    const { reads, reader, meter } = started.begin();
    expect(await itemsOf(reads.leads(reader, 'PLUS_PERSON', {}))).toEqual(before);
    expect(meter.notes).toEqual([{ path: ['field'], ageSeconds: 400, reason: 'UPSTREAM_DOWN' }]);
  });

  it('fails each product by itself where the key has only one', async () => {
    const keys = [{ label: 'companies', secret: 'k', products: { employee: true, person: false } }];
    const started = await start({ keys });
    expect((await list(started, 'PLUS_EMPLOYEE')).length).toBeGreaterThan(0);
    await expect(list(started)).rejects.toMatchObject({ code: 'UPSTREAM_FORBIDDEN' });
    await expect(lead(started, 99_300)).rejects.toMatchObject({ code: 'UPSTREAM_FORBIDDEN' });
  });
});

describe('the quota', () => {
  it('ends with QUOTA_EXCEEDED before the vendor has to say so', { timeout: 60_000 }, async () => {
    const started = await start({ limited: true });
    const reads = Array.from({ length: 200 }, (_, index) => lead(started, index + 1));
    await Promise.all(reads);
    await expect(lead(started, 999)).rejects.toMatchObject({
      code: 'QUOTA_EXCEEDED',
      details: { window: 'ip-20m', retryAfterSeconds: 1_200 },
    });
    started.clock.advance(1_200_000);
    expect(await lead(started, 999)).toBeNull();
    expect(started.takeCalls().length).toBe(201);
  });

  it('is taken from all keys of the account by what each has left', async () => {
    const products = { employee: true, person: true };
    const keys = ['a', 'b'].map((label) => ({ label, secret: `secret-${label}`, products }));
    const started = await start({ keys });
    for (let id = 1; id <= 6; id += 1) await lead(started, id);
    const paid = started.simulator.calls.map(({ credential }) => credential);
    expect(paid.toSorted()).toEqual(['a', 'a', 'a', 'b', 'b', 'b']);
    for (let id = 1; id <= 6; id += 1) await lead(started, id);
    expect(started.takeCalls().length).toBe(6);
  });
});

describe('odd values', () => {
  it('are null at their own place and counted as drift', async () => {
    const started = await start();
    const odd = {
      email: 'nobody at home',
      pageViews: 'many',
      visitCount: 1.5,
      isKnownCustomer: 'perhaps',
      firstVisitAt: 'yesterday',
      city: { name: 'Lyon' },
      country: null,
      utmCampaign: 12,
      referrer: '',
      title: undefined,
      visits: [{ startedAt: 5, durationSeconds: '61', pages: [null, { url: 7, viewedAt: '2026-06-01T10:00:00' }] }, 3],
    };
    const [id = 0] = started.simulator.truth.ids('person', RECENT);
    started.simulator.faults.inject(changing((row) => ({ ...row, ...odd })));
    expect(await lead(started, id)).toMatchObject({
      email: null,
      pageViews: null,
      visitCount: null,
      isKnownCustomer: null,
      firstVisitAt: null,
      city: null,
      country: null,
      utmCampaign: '12',
      referrer: '',
      title: null,
      visits: [
        {
          startedAt: null,
          durationSeconds: 61,
          entryPage: null,
          pages: [{ url: '7', title: null, viewedAt: Date.parse('2026-06-01T10:00:00Z') }],
        },
      ],
    });
    const places = [...started.harness.drifts.counts().keys()].map((place) => place.split(' ')[1]).toSorted();
    expect(places).toEqual(
      [
        'city',
        'email',
        'firstVisitAt',
        'isKnownCustomer',
        'pageViews',
        'visitCount',
        'visits[]',
        'visits[].pages[]',
        'visits[].startedAt',
      ].toSorted(),
    );
  });

  it('of an address or a domain are given out in their normal form or as null', async () => {
    const started = await start({ size: 4 });
    const { truth } = started.simulator;
    for (const one of await list(started)) expect(one.email ?? 'a@b.c').toMatch(/^[a-z0-9.]+@[a-z0-9.-]+$/);
    const companies = await list(started, 'PLUS_EMPLOYEE');
    for (const one of companies) expect(one.domain ?? 'b.c').toMatch(/^[a-z0-9-]+(\.[a-z]+)+$/);
    const sentences = truth.leads('employee', RECENT).filter(({ domain }) => /\w \w|n\/a/.test(String(domain)));
    expect(started.harness.drifts.counts().get('visual-visitor.employee-leads.search data[].domain')).toBe(
      sentences.length,
    );
    expect(sentences.length).toBeGreaterThan(0);
    expect(companies.map(({ companyName }) => companyName)).toEqual(
      truth.leads('employee', RECENT).map(({ companyName }) => companyName ?? null),
    );
  });

  it('leave out a row without an id and one that is no record', async () => {
    const started = await start();
    const rows = started.simulator.truth.ids('person', RECENT);
    started.simulator.faults.inject(
      changing((row, index) => (index === 3 ? { ...row, id: undefined } : index === 5 ? 'x' : row)),
    );
    const found = (await list(started)).map(({ id }) => Number(id));
    expect(found).toEqual(rows.filter((_, index) => index !== 3 && index !== 5));
    expect(started.harness.drifts.counts().get('visual-visitor.person-leads.search data[]')).toBe(2);
  });

  it('of the latest visit leave a lead in its place, in pages too', async () => {
    const started = await start({ size: 3 });
    const rows = started.simulator.truth.ids('person', RECENT);
    const unreadable = (row: Row, index: number) => (index % 9 === 0 ? { ...row, lastVisitAt: 'soon' } : row);
    started.simulator.faults.inject(changing(unreadable), { times: Number.POSITIVE_INFINITY });
    const seen: number[] = [];
    let after: Parameters<typeof rowsOf>[2];
    for (;;) {
      const { reads, reader } = started.begin();
      const page = await rowsOf(reads.leads(reader, 'PLUS_PERSON', {}), 11, after);
      seen.push(...page.map(({ item }) => Number(item.id)));
      after = page.at(-1)?.position;
      if (page.length < 11) break;
    }
    expect(seen.toSorted()).toEqual(rows.toSorted());
    const { reads, reader } = started.begin();
    await rowsOf(reads.leadsOfCampaign(reader, 'x'));
    const held = started.begin();
    const copied = await itemsOf(held.reads.leads(held.reader, 'PLUS_PERSON', {}));
    expect(copied.map(({ id }) => Number(id)).toSorted()).toEqual(rows.toSorted());
    expect(copied.filter(({ lastVisitAt }) => lastVisitAt === null).length).toBeGreaterThan(20);
  });

  it('of the count or of repeated rows do no harm', async () => {
    const started = await start();
    started.simulator.faults.inject({
      kind: 'change',
      change: (body) => {
        const { data, pagination } = body as { data: Row[]; pagination: Row };
        return {
          data: [...data, ...data.slice(0, 3)],
          pagination: { totalResults: String(pagination.totalResults) },
          extra: 1,
        };
      },
    });
    const { reads, reader } = started.begin();
    const leads = reads.leads(reader, 'PLUS_PERSON', {});
    const rows = started.simulator.truth.ids('person', RECENT);
    expect((await itemsOf(leads)).map(({ id }) => Number(id))).toEqual(rows);
    expect(await leads.total()).toBe(rows.length);
    started.clock.advance(DAY_MS);
  });
});
