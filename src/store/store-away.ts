/** The store does not answer. What was asked of it may have been done all the same. */
export class StoreAway extends Error {
  constructor() {
    super('the store does not answer');
    this.name = 'StoreAway';
  }
}
