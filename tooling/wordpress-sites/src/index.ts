export { createSite, people, type Site, type SiteOptions } from './site.ts';
export { findPort, serveSite, type ServedSite } from './serve.ts';
export { madeRoom } from './made-room.ts';
export { hasMariaDb, startMariaDb, type MariaDb } from './mariadb.ts';
export { mergedReport } from './junit.ts';
export { figuresIn, type Outcome, skippedReport } from './matrix.ts';
