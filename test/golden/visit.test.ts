import { runGoldens } from './golden.ts';
import { visitFields } from './visit-fields.ts';
import { visitRoots } from './visit-roots.ts';

runGoldens('Visit', [...visitRoots, ...visitFields]);
