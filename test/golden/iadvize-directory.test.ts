import { GOLDENS } from './all.ts';
import { runGoldens } from './golden.ts';

runGoldens('iAdvize, directory', GOLDENS.iadvizeDirectory);
