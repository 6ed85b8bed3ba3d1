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
    only('transport-knows-base-and-the-port-of-permits', 'transport/', ['base/', 'store/permits.ts']),
    only('loading-sits-on-transport-and-store', 'loading/', ['base/', 'model/', 'store/', 'transport/']),
    only('usage-sits-on-loading-and-store', 'usage/', ['base/', 'model/', 'loading/', 'store/', 'transport/']),
    only('consumers-sit-on-store', 'consumers/', ['base/', 'model/', 'store/']),
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
      // A wrong file of saved queries stops the start as a wrong setting does.
      'config/variables.ts',
      'consumers/',
      'context.ts',
      'loading/meter.ts',
      'loading/reader.ts',
      'transport/call.ts',
      'transport/quota/ledger.ts',
    ]),
    only('command-line-needs-no-server', 'cli/', [
      'base/',
      'model/',
      'compose.ts',
      'config.ts',
      'config/',
      'consumers/',
      // What record a global id names.
      'domains/record-of.ts',
      // What reads GraphQL: it is loaded by the commands that need it alone.
      'check-queries.ts',
      'explain.ts',
      'loading/drop.ts',
      'loading/forget.ts',
      'open-store.ts',
      // Whose accounts a sandbox has. It is started by gateways alone.
      'sandbox/keys.ts',
      'store/',
      'transport/quota/ledger.ts',
      'usage/',
      'warm.ts',
      'version.ts',
    ]),
    only('sandbox-stands-alone', 'sandbox/', []),
    home('undici', ['transport/']),
    home('dataloader', ['base/batches.ts']),
    home('lru-cache', ['loading/', 'sources/', 'server/']),
    home('@apollo/server', ['server/', 'explain.ts']),
    home('@graphql-tools/schema', ['schema.ts']),
    home('graphql', ['domains/', 'schema.ts', 'server/', 'context.ts', 'generated/']),
    home('valibot', ['config']),
    home('commander', ['cli/']),
    home('pino', ['base/']),
    home('@redis/client', ['store/redis/']),
    home('prom-client', ['server/']),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
