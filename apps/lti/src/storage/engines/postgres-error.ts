import { StorageError, type StorageErrorCode } from '../storage-error.ts';

type Reason = readonly [code: StorageErrorCode, words: string];

/** PostgreSQL's and the network's own codes. Our words never repeat theirs: they name users. */
const reasons: Readonly<Record<string, Reason>> = {
  '28P01': ['database_login_refused', 'the user or the password is wrong'],
  '28000': ['database_login_refused', 'the server does not let this user in from here'],
  '3D000': ['database_missing', 'there is no database of this name on the server'],
  '42501': ['database_forbidden', 'the user may not create tables in it'],
  '25006': ['database_forbidden', 'the server takes no writes: it is a copy of another'],
  '53100': ['database_unusable', 'the disk of the server is full'],
  '53300': ['database_unreachable', 'the server has no connection left'],
  '57014': ['database_unreachable', 'the server took too long'],
  '57P01': ['database_unreachable', 'the server is shutting down'],
  '57P02': ['database_unreachable', 'the server has crashed'],
  '57P03': ['database_unreachable', 'the server is still starting'],
  ECONNREFUSED: ['database_unreachable', 'nothing listens at its address'],
  ECONNRESET: ['database_unreachable', 'the connection was cut'],
  EPIPE: ['database_unreachable', 'the connection was cut'],
  ENOENT: ['database_unreachable', 'there is no socket at its path'],
  ENOTFOUND: ['database_unreachable', 'its host name is unknown'],
  EAI_AGAIN: ['database_unreachable', 'its host name cannot be looked up now'],
  ETIMEDOUT: ['database_unreachable', 'it does not answer'],
  EHOSTUNREACH: ['database_unreachable', 'there is no way to its host'],
};

/** What the driver says without a code. */
const silent = /^(?:timeout exceeded when trying to connect|Connection terminated)/;

/** Answers the storage's own error for what the driver throws when the server is in trouble. */
export function postgresErrorFrom(error: unknown): StorageError | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code = '' } = error as NodeJS.ErrnoException;
  const cut: Reason = ['database_unreachable', 'it does not answer'];
  const reason = reasons[code] ?? (silent.test(error.message) ? cut : undefined);
  return reason && new StorageError(reason[0], reason[1], { cause: error });
}
