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
const args = process.argv.slice(2);
if (args.length > 0) {
  const { main } = await import('../src/cli/main.ts');
  await main(args, process.env);
} else {
  const { main } = await import('../src/main.ts');
  await main(process.env);
}
