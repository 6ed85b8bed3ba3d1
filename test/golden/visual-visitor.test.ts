import { GOLDENS } from './all.ts';
import { runGoldens } from './golden.ts';

runGoldens('Visual Visitor', GOLDENS.visualVisitor);
