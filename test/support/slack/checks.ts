/** Says what is wrong with a value, one line a fault, each beginning with where it stands. */
export type Check = (value: unknown, path: string) => readonly string[];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text of so many UTF-16 code units, well-formed. */
export const string =
  (least: number, most: number): Check =>
  (value, path) => {
    if (typeof value !== 'string') return [`${path}: not a text`];
    if (!value.isWellFormed()) return [`${path}: a lone surrogate`];
    return value.length >= least && value.length <= most
      ? []
      : [`${path}: ${value.length} characters, not ${least} to ${most}`];
  };

/** A text that matches. */
export const choice =
  (pattern: RegExp, most: number): Check =>
  (value, path) => {
    const faults = string(1, most)(value, path);
    return faults.length > 0 || pattern.test(value as string) ? faults : [`${path}: not like ${pattern}`];
  };

export const integer =
  (least: number, most: number): Check =>
  (value, path) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most
      ? []
      : [`${path}: not a whole number from ${least} to ${most}`];

export const exactly =
  (...values: readonly unknown[]): Check =>
  (value, path) =>
    values.includes(value) ? [] : [`${path}: ${JSON.stringify(value)}, not one of ${values.join(', ')}`];

/** An object with these properties and no others. */
export const object =
  (required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check =>
  (value, path) => {
    if (!isObject(value)) return [`${path}: not an object`];
    const known = { ...required, ...optional };
    return [
      ...Object.keys(required)
        .filter((key) => value[key] === undefined)
        .map((key) => `${path}.${key}: missing`),
      ...Object.entries(value).flatMap(([key, held]) => {
        const check = Object.hasOwn(known, key) ? known[key] : undefined;
        if (check === undefined) return [`${path}.${key}: unknown`];
        return held === undefined ? [] : check(held, `${path}.${key}`);
      }),
    ];
  };

/** An array of so many. */
export const each =
  (check: Check, least: number, most: number): Check =>
  (value, path) => {
    if (!Array.isArray(value)) return [`${path}: not an array`];
    const count =
      value.length >= least && value.length <= most
        ? []
        : [`${path}: ${value.length} elements, not ${least} to ${most}`];
    return [...count, ...value.flatMap((held, index) => check(held, `${path}[${index}]`))];
  };

/** Elements whose values under a key differ, where they have one. */
export const unique =
  (key: string): Check =>
  (value, path) => {
    const held = Array.isArray(value) ? value.map((each) => (isObject(each) ? each[key] : undefined)) : [];
    const named = held.filter((each) => each !== undefined);
    return new Set(named).size === named.length ? [] : [`${path}: the same ${key} twice`];
  };

export const all =
  (...checks: readonly Check[]): Check =>
  (value, path) =>
    checks.flatMap((check) => check(value, path));

/** An object of one of several kinds, told by `type`. */
export const oneOfTypes =
  (kinds: Readonly<Record<string, Check>>): Check =>
  (value, path) => {
    const type = isObject(value) ? value.type : undefined;
    const check = typeof type === 'string' && Object.hasOwn(kinds, type) ? kinds[type] : undefined;
    return check === undefined ? [`${path}: no ${String(type)} here`] : check(value, path);
  };
