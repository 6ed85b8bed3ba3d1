import { GOLDENS } from './all.ts';
import { runGoldens } from './golden.ts';

runGoldens('iAdvize, statistics', GOLDENS.iadvizeStatistics);
