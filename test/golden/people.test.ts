import { GOLDENS } from './all.ts';
import { runGoldens } from './golden.ts';

runGoldens('Joins', GOLDENS.people);
