import { GOLDENS } from './all.ts';
import { runGoldens } from './golden.ts';

runGoldens('Visit, expos and what is in them', GOLDENS.visitFloor);
