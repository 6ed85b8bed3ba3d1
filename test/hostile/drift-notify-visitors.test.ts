import { describeDrift } from './drift/describe.ts';

describeDrift('NOTIFY_VISITORS');
