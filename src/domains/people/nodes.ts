import type { NodeReads } from '../node-read.ts';

export const peopleNodes: NodeReads<'Person' | 'Company'> = {
  Person: { scopes: ['read:contact'], read: ([email = '']) => ({ email }) },
  Company: { scopes: [], read: ([domain = '']) => ({ domain }) },
};
