import { describe, expect, it } from 'vitest';
import { call, expoAt, plain, type Row, start } from './visit-client.ts';

const ITEMS = [
  'visitors',
  'partners',
  'participants',
  'connections',
  'contents',
  'licenses',
  'payments',
  'activities',
] as const;

describe('Visit simulator: look-ups by contact', () => {
  it('finds none or one by contact id and by reference, in each expo', async () => {
    const { simulator } = await start();
    for (const { id: expo } of simulator.truth.expos()) {
      const people = simulator.truth
        .visitors(expo)
        .filter((row) => row.registrationState === 'registered' && !row.deleted)
        .slice(0, 30) as unknown as {
        id: string;
        contact: { id: string; reference: string | null };
      }[];
      for (const { id, contact } of people) {
        expect((await call(simulator, `/visitors/${expo}?contactId=${contact.id}`)).rows.map((row) => row.id)).toEqual([
          id,
        ]);
        if (contact.reference === null) continue;
        const found = await call(simulator, `/visitors/${expo}?contactReference=${contact.reference}`);
        expect(found.rows.map((row) => row.id)).toEqual([id]);
      }
    }
    const expo = expoAt(simulator, 'past');
    expect((await call(simulator, `/visitors/${expo}?contactReference=CRM-9999999`)).rows).toEqual([]);
    expect((await call(simulator, `/visitors/${expo}?contactReference=none`)).rows).toEqual([]);
    expect((await call(simulator, `/visitors/${expo}?contactId=0000000000abc`)).rows).toEqual([]);
    expect(simulator.violations).toEqual([]);
  });

  it('applies the other filters to the one that it finds', async () => {
    const { simulator } = await start();
    const expo = expoAt(simulator, 'past');
    const { truth } = simulator;
    const invited = truth.visitors(expo).find((row) => row.registrationState === 'invited') as unknown as {
      id: string;
      contact: { id: string };
    };
    expect((await call(simulator, `/visitors/${expo}?contactId=${invited.contact.id}`)).rows).toEqual([]);
    const asked = await call(simulator, `/visitors/${expo}?contactId=${invited.contact.id}&registrationStates=invited`);
    expect(asked.rows.map(({ id }) => id)).toEqual([invited.id]);
    const revision = asked.rows[0]?.revision ?? 0;
    const later = `/visitors/${expo}?contactId=${invited.contact.id}&registrationStates=invited&fromRevision=${revision + 1}`;
    expect((await call(simulator, later)).rows).toEqual([]);
  });

  it('finds partners, whose administrator may be a visitor with the same contact', async () => {
    const { simulator, world } = await start();
    const expo = expoAt(simulator, 'future');
    const employer = world.people.at(0).company.index;
    const contactId = simulator.truth.contactIdOf(0);
    expect(simulator.truth.contactIdOfCompany(employer)).toBe(contactId);
    expect((await call(simulator, `/partners/${expo}?contactId=${contactId}`)).rows.map(({ id }) => id)).toEqual([
      simulator.truth.partnerIdOf(expo, employer),
    ]);
    expect((await call(simulator, `/visitors/${expo}?contactId=${contactId}`)).rows.map(({ id }) => id)).toEqual([
      simulator.truth.visitorIdOf(expo, 0),
    ]);
    for (const row of simulator.truth.partners(expo).filter(({ deleted }) => !deleted)) {
      const { reference } = (row as { contact: { reference: string | null } }).contact;
      if (reference === null) continue;
      const { rows } = await call(simulator, `/partners/${expo}?contactReference=${reference}`);
      expect(rows.map(({ id }) => id)).toEqual([row.id]);
    }
    expect(simulator.violations).toEqual([]);
  });
});

describe('Visit simulator: items', () => {
  it.each([1, 40])('gives the first and the last rows back by id at size %i', async (size) => {
    const { simulator } = await start({ size });
    for (const { id: expo } of simulator.truth.expos()) {
      for (const name of ITEMS) {
        const rows = (simulator.truth[name](expo) as readonly Row[]).filter(({ deleted }) => !deleted);
        for (const row of [...rows.slice(0, 3), ...rows.slice(-3)]) {
          const { status, body } = await call(simulator, `/${name}/${expo}/${row.id}`);
          expect(status).toBe(200);
          expect(body).toMatchObject(plain(row) as object);
        }
      }
    }
    expect(simulator.violations).toEqual([]);
  });

  it('shows contents and licences of a partner on the item only', async () => {
    const { simulator } = await start();
    const expo = expoAt(simulator, 'past');
    const { contents, licenses } = simulator.truth;
    const own = (rows: readonly Row[], id: string): readonly string[] =>
      rows.filter(({ partner }) => (partner as Row | null)?.id === id).map((row) => row.id);
    for (const { id, ...row } of (await call(simulator, `/partners/${expo}?showDeleted=false`)).rows) {
      expect(row).not.toHaveProperty('licenses');
      const { body } = await call(simulator, `/partners/${expo}/${id}`);
      const shown = body as { contents: Row[]; licenses: Row[] };
      expect(shown.contents.map((one) => one.id).sort()).toEqual([...own(contents(expo), id)].sort());
      expect(shown.licenses.map((one) => one.id).sort()).toEqual([...own(licenses(expo), id)].sort());
    }
  });

  it('shows the detail of an expo with every documented field', async () => {
    const { simulator } = await start();
    const [summary] = (await call(simulator, '/expos')).rows;
    const { body } = await call(simulator, `/expos/${summary?.id}`);
    expect(body).toMatchObject(summary as object);
    for (const field of [
      'customFields',
      'forms',
      'locations',
      'partnerSettings',
      'questions',
      'registrationTypeStats',
      'registrationTypes',
    ])
      expect(body).toHaveProperty(field);
    expect(String(summary?.start)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  it('tells unknown (404), another kind, another expo and an unknown expo (400) apart', async () => {
    const { simulator } = await start();
    const [expo, other] = [expoAt(simulator, 'past', 0), expoAt(simulator, 'past', 1)];
    const visitor = simulator.truth.visitorIdOf(expo, 0);
    expect((await call(simulator, `/visitors/${expo}/0000000000abc`)).status).toBe(404);
    expect((await call(simulator, `/visitors/${expo}/zzzzzzzzzzzzz`)).status).toBe(404);
    expect((await call(simulator, `/partners/${expo}/${visitor}`)).status).toBe(404);
    expect((await call(simulator, `/visitors/${other}/${visitor}`)).status).toBe(404);
    expect((await call(simulator, '/visitors/0000000000abc')).status).toBe(400);
    expect((await call(simulator, '/expos/0000000000abc')).body).toMatchObject({
      errorCode: 'expoNotFound',
      status: 400,
    });
    expect(simulator.violations).toEqual([]);
  });

  it('has participants and connections of past expos only', async () => {
    const { simulator } = await start({ size: 5 });
    const { truth } = simulator;
    const future = expoAt(simulator, 'future');
    expect(truth.participants(future)).toEqual([]);
    expect((await call(simulator, `/connections/${future}`)).rows).toEqual([]);
    const expo = expoAt(simulator, 'past');
    const registered = new Set(
      truth
        .visitors(expo)
        .filter((row) => row.registrationState === 'registered' && !row.deleted)
        .map(({ id }) => id),
    );
    const participants = truth.participants(expo);
    expect(participants.every(({ id }) => registered.has(id))).toBe(true);
    expect(participants.length / registered.size).toBeCloseTo(0.6, 1);
    expect(truth.connections(expo).length / participants.length).toBeGreaterThan(1.3);
    expect(truth.connections(expo).length / participants.length).toBeLessThan(1.7);
    const absent = [...registered].find((id) => !participants.some((row) => row.id === id));
    expect((await call(simulator, `/participants/${expo}/${absent}`)).status).toBe(404);
    expect(simulator.violations).toEqual([]);
  });
});
