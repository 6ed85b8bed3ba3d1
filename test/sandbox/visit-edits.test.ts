import { describe, expect, it } from 'vitest';
import { call, expoAt, plain, readAll, STATES, start } from './visit-client.ts';

describe('Visit simulator: edits', () => {
  it('moves changed records to the end, where catching up sees them once more', async () => {
    const { simulator } = await start();
    const expo = expoAt(simulator, 'past');
    const path = `/visitors/${expo}?registrationStates=${STATES}`;
    const before = await readAll(simulator, path);
    const [first, second] = before.filter(({ deleted }) => !deleted);
    const sync = before.at(-1)?.revision ?? 0;
    expect(simulator.edit.changeVisitor(expo, first?.id ?? '', { language: 'sv' })).toBeGreaterThan(sync);
    simulator.edit.changeVisitor(expo, first?.id ?? '', { registrationState: 'denied' });
    simulator.edit.deleteVisitor(expo, second?.id ?? '');
    const { rows } = await call(simulator, `${path}&fromRevision=${sync + 1}`);
    expect(rows).toMatchObject([
      { id: first?.id, language: 'sv', registrationState: 'denied' },
      { id: second?.id, deleted: true },
    ]);
    const after = await readAll(simulator, path);
    expect(after.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort());
    expect(after.at(-1)?.revision).toBe(simulator.truth.newestRevision());
    expect((await readAll(simulator, `/visitors/${expo}`)).some(({ id }) => id === first?.id)).toBe(false);
    expect((await call(simulator, `/visitors/${expo}/${first?.id}`)).body).toMatchObject({
      registrationState: 'denied',
    });
    expect((await call(simulator, `/visitors/${expo}/${second?.id}`)).status).toBe(404);
    expect(simulator.violations).toEqual([]);
  });

  it('shows a record again that moves while a client pages', async () => {
    const { simulator } = await start();
    const expo = expoAt(simulator, 'past');
    const moved = simulator.truth.visitorIdOf(expo, 3) ?? '';
    const rows = await readAll(simulator, `/visitors/${expo}`, 20, (page) => {
      if (page < 4) simulator.edit.changeVisitor(expo, moved, { language: `x${page}` });
    });
    const seen = rows.filter(({ id }) => id === moved);
    expect(seen.at(-1)).toMatchObject({ language: 'x3' });
    const latest = new Map(rows.map((row) => [row.id, row]));
    const truth = simulator.truth
      .visitors(expo)
      .filter((row) => row.deleted || simulator.truth.stateOf(expo, row.id) === 'registered');
    expect([...latest.values()].toSorted((a, b) => a.revision - b.revision)).toEqual(plain(truth));
  });

  it('leaves a tombstone only of those who were registered at some time', async () => {
    const { simulator } = await start();
    const expo = expoAt(simulator, 'past');
    const { truth, edit } = simulator;
    const invited = truth
      .visitors(expo)
      .filter((row) => row.registrationState === 'invited')
      .map(({ id }) => id);
    const sync = truth.newestRevision();
    edit.deleteVisitor(expo, invited[0] ?? '');
    edit.changeVisitor(expo, invited[1] ?? '', { registrationState: 'registered' });
    edit.changeVisitor(expo, invited[1] ?? '', { registrationState: 'hold' });
    edit.deleteVisitor(expo, invited[1] ?? '');
    const { rows } = await call(simulator, `/visitors/${expo}?fromRevision=${sync + 1}`);
    expect(rows.map(({ id, deleted }) => ({ id, deleted }))).toEqual([{ id: invited[1], deleted: true }]);
    expect(() => edit.deleteVisitor(expo, invited[0] ?? '')).toThrow(RangeError);
    expect(() => edit.changeVisitor(expo, invited[1] ?? '', {})).toThrow(RangeError);
  });

  it('adds visitors, partners, participants and connections that are listed and read by id', async () => {
    const { simulator, world } = await start();
    const { truth, edit } = simulator;
    const expo = expoAt(simulator, 'future');
    const person =
      Array.from({ length: world.people.count }, (_, index) => index).find(
        (index) => truth.visitorIdOf(expo, index) === undefined,
      ) ?? 0;
    const company =
      Array.from({ length: world.companies.count }, (_, index) => index).find(
        (index) => truth.partnerIdOf(expo, index) === undefined,
      ) ?? 0;
    const visitor = edit.addVisitor(expo, person, { language: 'fi' });
    const partner = edit.addPartner(expo, company, { boothNumber: 'Z9' });
    edit.changeParticipant(expo, visitor.id, { showState: 'show', visits: 1 });
    const met = edit.addConnection(expo, { visitorId: visitor.id, partnerId: partner.id }, { notes: 'new' });
    expect(() => edit.addVisitor(expo, person)).toThrow(RangeError);
    expect(() => edit.addPartner(expo, company)).toThrow(RangeError);
    expect((await call(simulator, `/visitors/${expo}/${visitor.id}`)).body).toMatchObject({
      ...visitor,
      language: 'fi',
      registrationState: 'registered',
    });
    expect((await call(simulator, `/partners/${expo}/${partner.id}`)).body).toMatchObject({
      ...partner,
      boothNumber: 'Z9',
    });
    expect((await call(simulator, `/participants/${expo}/${visitor.id}`)).body).toMatchObject({
      id: visitor.id,
      visits: 1,
    });
    expect((await call(simulator, `/connections/${expo}`)).rows).toMatchObject([
      { ...met, notes: 'new', visitor: { id: visitor.id }, partner: { id: partner.id } },
    ]);
    expect((await readAll(simulator, `/visitors/${expo}`)).at(-1)?.id).toBe(visitor.id);
    expect((await readAll(simulator, `/partners/${expo}`)).at(-1)?.id).toBe(partner.id);
    edit.deleteVisitor(expo, visitor.id);
    expect(edit.addVisitor(expo, person).id).not.toBe(visitor.id);
    expect((await call(simulator, `/participants/${expo}/${visitor.id}`)).status).toBe(404);
    expect((await call(simulator, `/connections/${expo}/${met.id}`)).body).toMatchObject({
      visitor: { id: visitor.id, contact: null },
    });
    expect(simulator.violations).toEqual([]);
  });

  it('changes and deletes partners, connections and expos', async () => {
    const { simulator } = await start();
    const { truth, edit } = simulator;
    const expo = expoAt(simulator, 'past');
    const [connection] = truth.connections(expo);
    const partner = truth.partnerIdOf(expo, 0) ?? '';
    const sync = truth.newestRevision();
    edit.changePartner(expo, partner, { name: 'Renamed' });
    edit.changeConnection(expo, connection?.id ?? '', { rating: 5 });
    edit.changeExpo(expo, { name: 'Moved show' });
    expect((await call(simulator, `/partners/${expo}?fromRevision=${sync + 1}`)).rows).toMatchObject([
      { id: partner, name: 'Renamed' },
    ]);
    expect((await call(simulator, `/connections/${expo}?fromRevision=${sync + 1}`)).rows).toMatchObject([
      { rating: 5 },
    ]);
    expect((await call(simulator, `/expos?fromRevision=${sync + 1}`)).rows).toMatchObject([
      { id: expo, name: 'Moved show' },
    ]);
    edit.deletePartner(expo, partner);
    expect((await call(simulator, `/partners/${expo}?fromRevision=${sync + 1}`)).rows).toMatchObject([
      { id: partner, deleted: true },
    ]);
    expect((await call(simulator, `/partners/${expo}?fromRevision=${sync + 1}&showDeleted=false`)).rows).toEqual([]);
    expect(simulator.violations).toEqual([]);
  });

  it('raises the revision of everyone who uses a changed contact', async () => {
    const { simulator } = await start();
    const { truth, edit } = simulator;
    const contactId = truth.contactIdOf(0);
    const sync = truth.newestRevision();
    const newest = edit.changeContact(contactId, { email: 'new@else.example', reference: 'MOVED-1' });
    const revisions: number[] = [];
    for (const { id: expo } of truth.expos()) {
      const visitors = (await call(simulator, `/visitors/${expo}?fromRevision=${sync + 1}`)).rows;
      const partners = (await call(simulator, `/partners/${expo}?fromRevision=${sync + 1}`)).rows;
      expect(visitors).toMatchObject([
        { id: truth.visitorIdOf(expo, 0), contact: { id: contactId, email: 'new@else.example' } },
      ]);
      expect(partners).toMatchObject([{ contact: { id: contactId, email: 'new@else.example' } }]);
      revisions.push(...visitors.map(({ revision }) => revision), ...partners.map(({ revision }) => revision));
      expect((await call(simulator, `/visitors/${expo}?contactReference=MOVED-1`)).rows).toHaveLength(1);
      expect((await call(simulator, `/visitors/${expo}?contactReference=CRM-0000000`)).rows).toEqual([]);
    }
    expect(new Set(revisions).size).toBe(6);
    expect(Math.max(...revisions)).toBe(newest);
    expect(() => edit.changeContact('0000000000abc', {})).toThrow(RangeError);
    expect(simulator.violations).toEqual([]);
  });
});
