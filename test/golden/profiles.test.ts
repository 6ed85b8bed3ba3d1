import { expect, it } from 'vitest';
import { startGateway } from '../support/gateway.ts';

const QUERY = `query ($userId: String!) { customerProfile(userId: $userId) { id email person { email profile { userId } } } }`;

it('a profile belongs to the person of its user id, else to the one of its address', async () => {
  await using gateway = await startGateway();
  const { edit } = gateway.sandbox.notifyVisitors;
  edit.addProfile({ userID: 'old@shop.example', attributes: { email: ' New@Shop.example' } });
  edit.addProfile({ userID: 'C/7: é', attributes: { email: 'old@shop.example' } });
  edit.addProfile({ userID: 'nobody', attributes: { email: 'not given' } });
  const ask = async (userId: string) => (await gateway.ask(QUERY, { variables: { userId } })).data?.customerProfile;
  const person = { email: 'old@shop.example', profile: { userId: 'old@shop.example' } };
  expect(await ask('old@shop.example')).toMatchObject({ email: 'new@shop.example', person });
  expect(await ask('C/7: é')).toMatchObject({ email: 'old@shop.example', person });
  expect(await ask('nobody')).toMatchObject({ email: null, person: null });
});

it('a user id with any character goes round by its global id', async () => {
  await using gateway = await startGateway();
  const userId = '\u{1f600} "/:%\n'.repeat(12);
  gateway.sandbox.notifyVisitors.edit.addProfile({ userID: userId });
  const found = await gateway.ask(QUERY, { variables: { userId } });
  const id = (found.data?.customerProfile as { readonly id: string } | undefined)?.id ?? '';
  const node =
    '{ node(id: "ID") { ... on CustomerProfile { userId } } same: customerProfile(userId: "ID") { userId } }';
  const again = await gateway.ask(node.replaceAll('ID', id));
  expect(again.data).toEqual({ node: { userId }, same: { userId } });
  expect(gateway.takeCalls()).toHaveLength(1);
  expect(gateway.violations()).toEqual([]);
});
