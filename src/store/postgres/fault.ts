import { ConfigError } from '../../errors.ts';
import { databaseFault } from '../database-url.ts';
import { UnusableDatabase } from '../migrate.ts';
import { type Lack, UnusableServer } from './prepare.ts';

/**
 * The error of opening a database, as one line for the operator. An error that is none of the address, the server or
 * the rights stays as it is.
 * @param shown the address without its password
 */
export function postgresFault(shown: string, error: unknown): unknown {
  const reason = reasonOf(error);
  if (reason === undefined) return error;
  const fault = new ConfigError([databaseFault(shown, reason)]);
  fault.cause = error;
  return fault;
}

function reasonOf(error: unknown): string | undefined {
  if (error instanceof UnusableDatabase) return unusable[error.holding];
  if (error instanceof UnusableServer) return lacking[error.lack];
  if (!(error instanceof Error)) return undefined;
  const { code, syscall } = error as Error & { readonly code?: unknown; readonly syscall?: unknown };
  if (syscall === 'open')
    return 'names a certificate file that cannot be read, correct its path or its rights';
  const known = typeof code === 'string' ? (byCode[code] ?? byClass[code.slice(0, 2)]) : undefined;
  return known ?? byMessage.find(([pattern]) => pattern.test(error.message))?.[1];
}

const unusable: Readonly<Record<UnusableDatabase['holding'], string>> = {
  newer: 'was written by a newer version of Dateline, run that version or name another database',
  foreign: 'holds the tables of another program, name a database of its own for Dateline',
};

const noSchema = 'has no schema to make tables in, create the one that search_path names';

const noRight = 'does not let this user make its tables, make the user the owner of the database';
const readOnly = 'may only be read, name the primary server and not a standby';

const lacking: Readonly<Record<Lack, string>> = {
  version: 'runs a PostgreSQL older than 14, upgrade the server',
  utf8: "does not keep its text in UTF-8, create one with: create database dateline encoding 'UTF8' template template0",
  schema: noSchema,
  writing: readOnly,
  right: noRight,
};

const noServer = 'no server answers there, start it or correct the host and port';
const noHost = 'no such host is known, correct the host name';
const noEntry = 'does not let this user in from here, look at the user name and at pg_hba.conf on the server';
const busy = 'takes no more connections, end some or raise max_connections on the server';
const untrusted =
  'shows a certificate that this machine does not trust, name its authority by sslrootcert=FILE in the address';

/** Error codes of the system (Node) and of PostgreSQL (postgresql.org/docs/current/errcodes-appendix.html). */
const byCode: Readonly<Record<string, string>> = {
  ECONNREFUSED: noServer,
  ECONNRESET: noServer,
  EHOSTUNREACH: noServer,
  ENETUNREACH: noServer,
  ETIMEDOUT: noServer,
  EPIPE: noServer,
  ENOENT: noServer,
  EACCES: 'may not be connected to by this user of the machine, look at the rights of the socket',
  ENOTFOUND: noHost,
  EAI_AGAIN: noHost,
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  CERT_HAS_EXPIRED: 'shows a certificate that has expired, renew it on the server',
  ERR_TLS_CERT_ALTNAME_INVALID: 'shows a certificate of another host, write the host name that it is for',
  '28P01': 'does not accept the password, or knows no such user; correct them',
  '28000': noEntry,
  '3D000': 'no such database is there, create it on the server or correct its name',
  '3F000': noSchema,
  '42501': noRight,
  '25006': readOnly,
  '53300': busy,
  '53400': busy,
  '55P03': 'is being brought up to date by another process that does not come to an end, look after that one',
  '57P03': 'is starting or stopping at this moment, try again when the server is ready',
  '57P01': 'was shut down while it was being opened, start the server again',
};

/** The first two characters of PostgreSQL's codes. */
const byClass: Readonly<Record<string, string>> = {
  '08': noServer,
  '53': 'is out of memory or disk space, free some on the server',
};

/** pg gives these no code. */
const byMessage: readonly (readonly [RegExp, string])[] = [
  [
    /password must be a(?: non-empty)? string/i,
    'asks for a password, write it as postgres://USER:PASSWORD@HOST/DATABASE',
  ],
  [/timeout|timed out|Connection terminated/i, noServer],
  [/does not support SSL/i, 'speaks no TLS, take sslmode out of the address or turn TLS on at the server'],
];
