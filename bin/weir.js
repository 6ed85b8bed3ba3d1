#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

const NEEDED = 26;

if (Number(process.versions.node.split('.')[0]) < NEEDED) {
  process.stderr.write(
    `weir needs Node ${NEEDED}; this is ${process.version}. Inside the project "npm start" uses the right one.\n`,
  );
  process.exit(2);
}
enableCompileCache?.();
const { main } = await import('../src/main.ts');
await main(process.env);
