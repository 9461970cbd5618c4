import type * as z from 'zod';
import { fieldPath } from './fault.ts';

/** A schema's complaint in the desk's words: the field, from the record's root, and the reason. */
export interface Complaint {
  readonly field: string;
  readonly reason: string;
}

type Issue = z.core.$ZodIssue;

/** Says every issue of a failed parse in words that tell what to write. Parse with `reportInput` so that the wrong value can be shown. */
export function explain(issues: readonly Issue[]): Complaint[] {
  return issues.flatMap((issue) => explainOne(issue, issue.path));
}

function explainOne(issue: Issue, path: readonly PropertyKey[]): Complaint[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: fieldPath([...path, key]),
      reason: 'no such field, write it as data/schema names it or leave it out',
    }));
  }
  if (issue.code === 'invalid_union') return explainUnion(issue.errors, issue.input, path);
  return [{ field: fieldPath(path), reason: reason(issue) }];
}

/** Only participants are unions: an entity by id or a bare name. The branch that the value was meant for is explained. */
function explainUnion(
  branches: readonly (readonly Issue[])[],
  input: unknown,
  path: readonly PropertyKey[],
): Complaint[] {
  const meant = isRecord(input) ? [Object.hasOwn(input, 'entity'), Object.hasOwn(input, 'name')] : [];
  const index = meant.indexOf(true);
  const branch = branches[index];
  if (branch === undefined || meant.every(Boolean)) {
    const said = 'write either { "entity": "an-id" } or { "name": "A name" }';
    return [{ field: fieldPath(path), reason: said }];
  }
  return branch.flatMap((issue) => explainOne(issue, [...path, ...issue.path]));
}

function reason(issue: Exclude<Issue, { code: 'unrecognized_keys' | 'invalid_union' }>): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `is missing, write ${written(issue.expected)}`
        : `${shown(issue.input)} has the wrong type, write ${written(issue.expected)}`;
    case 'invalid_value':
      return `${shown(issue.input)} is not known, write one of: ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      if (issue.format !== 'url') return `${shown(issue.input)} cannot be read, ${issue.message}`;
      return `${shown(issue.input)} is not a web address, write all of it from https:// or http:// on`;
    case 'too_small':
      return issue.origin === 'array' ? 'is empty, write at least one' : 'is empty, write some text';
    case 'custom':
      return `${shown(issue.input)}: ${issue.message}`;
    case 'too_big':
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
      return issue.message;
  }
}

const wanted: Readonly<Record<string, string>> = {
  string: 'text between quotation marks',
  array: 'a list between [ and ]',
  object: 'fields between { and }',
  number: 'a number without quotation marks',
};

function written(expected: string): string {
  return wanted[expected] ?? expected;
}

/** A wrong value, short enough for one line. */
function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? 'nothing';
  return json.length > 60 ? `${json.slice(0, 57)}…` : json;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
