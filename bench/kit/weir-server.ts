import { startApp } from '../../src/app.ts';
import { systemClock } from '../../src/base/clock.ts';
import { createLog } from '../../src/base/log.ts';
import { readConfig } from '../../src/config.ts';
import { openStore } from '../../src/open-store.ts';
import { serve } from './child.ts';
import { dropping } from './dropping.ts';

const config = readConfig(process.env);
const opened = await openStore(config, systemClock);
// `DROP_COPIES=on`: whatever operations before have left is dropped before each operation that reads something new.
const store = process.env.DROP_COPIES === 'on' ? dropping(opened, () => app.clearHeld()) : opened;
const app = await startApp({
  config,
  store,
  clock: systemClock,
  chance: Math.random,
  log: createLog('silent'),
  announce: () => undefined,
});
// Copies that the settings name are filled first.
await app.warmed;
serve({
  url: app.url,
  // The expos that were asked for once: nobody asks for them again.
  empty: () => store.copies.dropUnused('', Number.MAX_SAFE_INTEGER),
});
