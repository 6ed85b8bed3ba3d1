import { GOLDENS } from './all.ts';
import { runGoldens } from './golden.ts';

runGoldens('iAdvize', GOLDENS.iadvize);
