import { runGoldens } from './golden.ts';
import { nodeGoldens } from './nodes.ts';

runGoldens('node and nodes', nodeGoldens);
