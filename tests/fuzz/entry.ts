/** The program as `npm start` starts it, which tells on request how much memory is left in use after all that can be is thrown away. */
process.on('message', () => {
  globalThis.gc?.();
  process.send?.({ heap: process.memoryUsage().heapUsed, polluted: 'polluted' in {} });
});
await import('../../src/main.ts');
