import { expect, test } from 'vitest';
import { email } from '../golden/forms.ts';
import { NOW } from '../golden/golden.ts';
import { partnersIn, pastExpo, registered } from '../golden/visit-rows.ts';
import { startGateway } from '../support/gateway.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';

const ALL = 'filter: { registrationStates: ["*"], showDeleted: true }';

test('a list of all registrations or exhibitors fills their copy, so that what is looked up there costs no call', async () => {
  await using gateway = await startGateway({ clock: createVirtualClock(NOW) });
  const expo = pastExpo(gateway.sandbox);
  const visitor = registered(gateway.sandbox, expo).find(({ contact }) => email(contact.email) !== null);
  const partner = partnersIn(gateway.sandbox, expo).find(({ contact }) => contact.reference !== null);
  const all = await gateway.ask(
    `{ visitors(expoId: "${expo}", ${ALL}, first: 1000) { nodes { id } pageInfo { hasNextPage } }
      partners(expoId: "${expo}", filter: { showDeleted: true }, first: 1000) { nodes { id } pageInfo { hasNextPage } } }`,
  );
  const whole = expect.objectContaining({ pageInfo: { hasNextPage: false } });
  expect(all.data).toEqual({ visitors: whole, partners: whole });
  gateway.takeCalls();
  const found = await gateway.ask(
    `{ visitors(expoId: "${expo}", filter: { email: "${email(visitor?.contact.email)}" }) { nodes { sourceId } }
      partners(expoId: "${expo}", filter: { contactReference: "${partner?.contact.reference}" }) { nodes { sourceId } } }`,
  );
  expect(found.data).toEqual({
    visitors: { nodes: [{ sourceId: visitor?.id }] },
    partners: { nodes: [{ sourceId: partner?.id }] },
  });
  expect(gateway.takeCalls()).toEqual([]);
});

test('expos are looked for by reference in the list of all while that is held', async () => {
  const clock = createVirtualClock(NOW);
  await using gateway = await startGateway({ clock });
  const query = '{ expos(reference: "Build-Show") { nodes { sourceId } pageInfo { hasNextPage } } }';
  const wanted = gateway.sandbox.visit.truth.expos().filter(({ reference }) => reference === 'Build-Show');
  const found = { nodes: wanted.map(({ id }) => ({ sourceId: id })), pageInfo: { hasNextPage: false } };
  await gateway.ask('{ expos { nodes { id } } }');
  gateway.takeCalls();
  expect((await gateway.ask(query)).data).toEqual({ expos: found });
  expect(gateway.takeCalls()).toEqual([]);
  clock.advance(86_400_000);
  expect((await gateway.ask(query)).data).toEqual({ expos: found });
  expect(gateway.takeCalls()).toEqual(['VISIT GET /create/v2/expos reference=Build-Show&limit=100&fromRevision=0']);
});
