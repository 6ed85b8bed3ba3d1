import { runGoldens } from './golden.ts';
import { leadFields, leadRoots } from './leads.ts';

runGoldens('Visual Visitor', [...leadRoots, ...leadFields]);
