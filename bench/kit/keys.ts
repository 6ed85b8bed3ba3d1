/** Opens the bench's simulators, and nothing else. */
export const VISIT_KEY = 'bench-visit';

/** The key that gateways under test know; to others it is one header more. */
export const CONSUMER_KEY = 'bench-secret';
