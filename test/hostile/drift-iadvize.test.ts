import { describeDrift } from './drift/describe.ts';

describeDrift('IADVIZE');
