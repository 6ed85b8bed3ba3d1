/**
 * What bounds the calls of a field for its own value, for so many parent records as it may have.
 *
 * - `read`: a root field. Its own reads are looked at, with its arguments and what is held.
 * - `once`: every endpoint once in all.
 * - `each`: every endpoint once for each parent.
 * - `vocabulary`: what a list of words says of a word; the words that one field names are all of the same list.
 * - `detail`: what only its expo's own endpoint tells, whichever fields ask for it.
 * - `record`: a record for each parent. Several are looked for in pages, by no more than there are records, then singly.
 * - `reference`: the same, and nothing where only its ids are selected.
 * - `references`: as many records as the parent refers to, which nobody knows.
 * - `look-up`: a record for each parent by another key than its id, in pages and by searches.
 * - `expo`: the expo that the parent lies in; several are looked for in the list of all.
 * - `pages`: a list for each parent, in the upstream's own pages.
 * - `weighed`: the same, or a copy or list of all of them, where that takes no more pages than there are parents.
 * - `searched`: a search for each parent, or the pages of the one copy of all of them, where those are no more; one page may be in vain.
 * - `copy`: from copies, which are brought up to date first.
 * - `open`: whatever the answers before it ask for.
 */
export type CallPlan =
  | 'read'
  | 'once'
  | 'each'
  | 'vocabulary'
  | 'detail'
  | 'record'
  | 'reference'
  | 'references'
  | 'look-up'
  | 'expo'
  | 'pages'
  | 'weighed'
  | 'searched'
  | 'copy'
  | 'open';

/** What a calling field says of its calls. */
export type PlannedField = {
  readonly plan: CallPlan;
  /** The endpoints that its `@calls` names. */
  readonly endpoints: readonly string[];
};
