import { ConfigError } from '../../errors.ts';
import { databaseFault } from '../database-url.ts';
import { UnusableDatabase } from '../migrate.ts';

/** The error of opening a file, as one line for the operator. An error that is none of the file's stays as it is. */
export function sqliteFault(file: string, error: unknown): unknown {
  const reason = error instanceof UnusableDatabase ? unusable[error.holding] : reasonOf(error);
  if (reason === undefined) return error;
  const fault = new ConfigError([databaseFault(`sqlite:${file}`, reason)]);
  fault.cause = error;
  return fault;
}

const otherFile = 'write the path of another file, such as sqlite:var/dateline.db';

const unusable: Readonly<Record<UnusableDatabase['holding'], string>> = {
  newer: `was written by a newer version of Dateline, run that version or ${otherFile}`,
  foreign: `holds the tables of another program, ${otherFile}`,
};

/** SQLite's primary result codes (sqlite.org/rescode.html). */
const byCode: Readonly<Record<number, string>> = {
  3: 'may not be read or written, give this user the right to or write the path of another file',
  5: 'is locked by another program, end that one and start again',
  6: 'is locked by another program, end that one and start again',
  8: 'may only be read, give this user the right to write the file and its folder',
  10: 'cannot be read or written to the end, look whether the disk is sound and free space is left',
  11: 'is damaged, put back a copy of it or move it away to begin with an empty one',
  13: 'finds the disk full, free some space',
  14: 'cannot be opened, look whether it is a file and this user may read and write it and its folder',
  26: `is no SQLite database, ${otherFile}`,
};

const noRight = 'may not be made or written, give this user the right to or write another path';
const bySystemCode: Readonly<Record<string, string>> = {
  EACCES: noRight,
  EPERM: noRight,
  EROFS: 'lies on a disk that may only be read, write another path',
  EEXIST: 'lies below a file and not below a folder, write another path',
  ENOTDIR: 'lies below a file and not below a folder, write another path',
  ENAMETOOLONG: 'is too long a path, write a shorter one',
  ENOSPC: 'finds the disk full, free some space',
};

function reasonOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, errcode } = error as Error & { readonly code?: unknown; readonly errcode?: unknown };
  // The lower byte is the primary code; the rest says more of it.
  if (typeof errcode === 'number') return byCode[errcode & 0xff];
  return typeof code === 'string' ? bySystemCode[code] : undefined;
}
