import { enableCompileCache } from 'node:module';

// Node keeps what it made of the TypeScript and of the packages: the next start takes half the time.
// It has to be on before anything else is loaded.
enableCompileCache();
await import('./process.ts');
