import { GOLDENS } from './all.ts';
import { runGoldens } from './golden.ts';

runGoldens('node and nodes', GOLDENS.nodes);
