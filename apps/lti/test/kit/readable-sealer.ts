import type { Sealer } from '../../src/storage/sealing/sealer.ts';

/** Marks what it seals instead of hiding it, so that tests see what was sealed. */
export const readableSealer: Pick<Sealer, 'seal' | 'open'> = {
  seal: (text) => `sealed:${text}`,
  open(sealed) {
    if (!sealed.startsWith('sealed:')) throw new Error('not sealed');
    return sealed.slice('sealed:'.length);
  },
};
