import { runGoldens } from './golden.ts';
import { visitRoots } from './visit-roots.ts';

runGoldens('Visit', [...visitRoots]);
