/** Loaded before the gateway of a process: its clock goes on from an instant of the past, so that golden queries mean what they say. */
const began = Date.now();
const then = Number(process.env.WEIR_TEST_NOW);
const now = Date.now;
Date.now = () => then + (now() - began);
