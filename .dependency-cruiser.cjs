/** Read "may import" as: only these folders, and its own. Calls go down the layers, only values and errors come up. */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: `^src/${from}` },
  to: { path: '^src/', pathNot: [from, ...allowed].map((folder) => `^src/${folder}`) },
});
/** A third-party package has one home. */
const home = (name, where) => ({
  name: `${name.replace(/[@/]/g, '')}-has-one-home`,
  severity: 'error',
  from: { path: '^src/', pathNot: where.map((folder) => `^src/${folder}`) },
  to: { path: `^node_modules/${name}/` },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
    {
      name: 'sources-do-not-meet',
      severity: 'error',
      from: { path: '^src/sources/([^/]+)/' },
      to: { path: '^src/sources/', pathNot: '^src/sources/$1/' },
    },
    {
      name: 'simulators-do-not-meet',
      severity: 'error',
      from: { path: '^src/sandbox/(?!kit)([^/]+)/' },
      to: { path: '^src/sandbox/', pathNot: ['^src/sandbox/$1/', '^src/sandbox/kit/', '^src/sandbox/world.ts'] },
    },
    only('base-imports-nothing', 'base/', []),
    only('model-knows-base', 'model/', ['base/']),
    only('store-knows-base', 'store/', ['base/']),
    only('transport-knows-base', 'transport/', ['base/']),
    only('loading-sits-on-transport-and-store', 'loading/', ['base/', 'model/', 'store/', 'transport/']),
    only('usage-sits-on-loading-and-store', 'usage/', ['base/', 'model/', 'loading/', 'store/', 'transport/']),
    only('sources-sit-on-loading', 'sources/', ['base/', 'model/', 'loading/', 'transport/']),
    only('context-opens-the-sources', 'context.ts', [
      'base/',
      'model/',
      'loading/',
      'sources/registry.ts',
      'transport/',
    ]),
    only('domains-see-the-context', 'domains/', ['base/', 'model/', 'context.ts', 'generated/']),
    only('schema-knows-the-domains', 'schema.ts', ['domains/']),
    only('server-sees-the-context', 'server/', [
      'base/',
      'model/',
      'config.ts',
      'context.ts',
      'loading/meter.ts',
      'loading/reader.ts',
      'transport/call.ts',
      'transport/quota/ledger.ts',
    ]),
    only('sandbox-stands-alone', 'sandbox/', []),
    home('undici', ['transport/']),
    home('dataloader', ['sources/']),
    home('lru-cache', ['loading/', 'sources/', 'server/']),
    home('@apollo/server', ['server/']),
    home('@graphql-tools/schema', ['schema.ts']),
    home('graphql', ['domains/', 'schema.ts', 'server/', 'context.ts', 'generated/']),
    home('valibot', ['config']),
    home('pino', ['base/']),
    home('prom-client', ['server/']),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
