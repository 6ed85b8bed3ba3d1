import { runGoldens } from './golden.ts';
import { conversationFields, operatorFields } from './iadvize-fields.ts';
import { iadvizeRoots } from './iadvize-roots.ts';

runGoldens('iAdvize', [...iadvizeRoots, ...operatorFields, ...conversationFields]);
