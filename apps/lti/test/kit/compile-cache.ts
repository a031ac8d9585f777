import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The environment in which Node keeps what it made of sources, where it does so by default. A
 * process of the tool starts in half the time with it.
 */
export const compileCache = { NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') } as const;
