import { cpSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { GraphQLClient } from 'graphql-request';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway } from '../support/gateway.ts';
import { copyApp, type TemporaryApp } from './temporary-app.ts';

const require = createRequire(import.meta.url);
const KEY = { authorization: 'Bearer test-secret' };

let app: TemporaryApp;

beforeAll(() => {
  app = copyApp('codegen-app');
  cpSync('schema', app.path('schema'), { recursive: true });
  app.run(app.path('node_modules/.bin/graphql-codegen'), '--config', 'codegen.ts');
}, 60_000);
afterAll(() => app[Symbol.dispose]());

describe("graphql-codegen's client preset", () => {
  it('gives types that a strict application compiles with, each as nullable as the schema says', () => {
    app.run(require.resolve('typescript/bin/tsc'));
  }, 60_000);

  it('gives documents that run', async () => {
    await using gateway = await startGateway({ live: true });
    const url = pathToFileURL(app.path('src/newest-leads.ts'));
    const { newestLeads } = (await import(/* @vite-ignore */ url.href)) as {
      newestLeads(client: GraphQLClient): Promise<readonly string[]>;
    };
    const plain = await gateway.ask(
      `{ leads(product: PLUS_EMPLOYEE, filter: { minPageViews: 2 }, first: 3) {
        nodes { companyName company { domain } } } }`,
      { headers: KEY },
    );
    const { leads } = plain.data as { leads: { nodes: { companyName: string; company: { domain: string } }[] } };
    expect(await newestLeads(new GraphQLClient(gateway.url, { headers: KEY }))).toEqual(
      leads.nodes.map(({ companyName, company }) => `${companyName} (${company.domain})`),
    );
  });
});
