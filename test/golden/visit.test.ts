import { GOLDENS } from './all.ts';
import { runGoldens } from './golden.ts';

runGoldens('Visit', GOLDENS.visit);
