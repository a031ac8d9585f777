/** The smallest files that are what their names say. */
export const pdf = new TextEncoder().encode('%PDF-1.7 one page');
export const textFile = new TextEncoder().encode('Plain text');
