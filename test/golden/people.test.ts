import { companyGoldens } from './companies.ts';
import { runGoldens } from './golden.ts';
import { personGoldens } from './people.ts';

runGoldens('Joins', [...personGoldens, ...companyGoldens]);
