// @ts-expect-error -- the package names a JavaScript file as the types of its schemas
import * as untyped from 'discord-api-spec/zod';

/** Discord's own OpenAPI description as zod schemas, and what it lets through that Discord does not: unknown properties. */
interface Schema {
  safeParse(
    value: unknown,
  ): { success: true; data: unknown } | { success: false; error: { issues: readonly Issue[] } };
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** The package ships no types for its schemas; this much of them is used. */
const schemas: Readonly<Record<string, Schema>> = untyped;

export type SchemaName =
  | 'MessageCreateRequestSchema'
  | 'IncomingWebhookRequestPartialSchema'
  | 'IncomingWebhookUpdateRequestPartialSchema'
  | 'CreateMessageInteractionCallbackRequestSchema'
  | 'ApplicationCommandAutocompleteCallbackRequestSchema'
  | 'ModalInteractionCallbackRequestSchema'
  | 'ApplicationCommandUpdateRequestSchema';

/** What is wrong with a body by its schema; empty when nothing is. */
export function checkSchema(name: SchemaName, body: unknown): readonly string[] {
  const schema = schemas[name];
  if (schema === undefined) return [`discord-api-spec has no ${name}`];
  const result = schema.safeParse(body);
  if (result.success) return unknownProperties(body, result.data, name);
  return result.error.issues.map((issue) => `${name} ${issue.path.join('.')}: ${issue.message}`);
}

/** Parsing drops what a schema does not name, so whatever the result lacks is unknown. */
function unknownProperties(given: unknown, known: unknown, path: string): readonly string[] {
  if (typeof given !== 'object' || given === null || typeof known !== 'object' || known === null) return [];
  return Object.entries(given).flatMap(([key, value]) => {
    if (!Object.hasOwn(known, key)) return [`${path}.${key} is not a property`];
    return unknownProperties(value, (known as Record<string, unknown>)[key], `${path}.${key}`);
  });
}
