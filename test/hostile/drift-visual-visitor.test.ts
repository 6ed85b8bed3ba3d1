import { describeDrift } from './drift/describe.ts';

describeDrift('VISUAL_VISITOR');
