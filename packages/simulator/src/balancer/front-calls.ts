const forms = ['application/x-www-form-urlencoded', 'multipart/form-data'];
const xml = ['application/xml', 'text/xml'];

/** What a balancer looks at itself before a call goes on to a server. */
interface FrontCall {
  /** Types of a body that it lets through; `any` when it does not look. */
  readonly bodies: readonly string[] | 'any';
  /** Whether the call names a meeting, and whether that has to be one the balancer knows. */
  readonly meeting: 'none' | 'named' | 'known';
  /** What it says when it cannot make sense of the answer of the server. */
  readonly unable: string;
}

const unableToAccess = 'Unable to access meeting on server.';

const usual: FrontCall = { bodies: forms, meeting: 'none', unable: unableToAccess };

const fronts: Readonly<Record<string, FrontCall>> = {
  create: {
    bodies: [...forms, ...xml],
    meeting: 'named',
    unable: 'Unable to create meeting on server.',
  },
  insertDocument: {
    bodies: xml,
    meeting: 'known',
    unable: 'Unable to insert document on server.',
  },
  isMeetingRunning: { ...usual, meeting: 'named' },
  getMeetingInfo: { ...usual, meeting: 'known' },
  end: { ...usual, meeting: 'known' },
  join: { ...usual, bodies: 'any', meeting: 'known' },
  publishRecordings: { ...usual, bodies: 'any' },
  deleteRecordings: { ...usual, bodies: 'any' },
};

/** Tells how a balancer treats a call. Source: Scalelite source, API controller. */
export function frontCall(name: string): FrontCall {
  return fronts[name] ?? usual;
}
