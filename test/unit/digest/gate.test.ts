import { describe, expect, it } from 'vitest';
import { createGate } from '../../../src/digest/gate.ts';

describe('the gate', () => {
  it('lets so many through, then each as one leaves, in the order in which they came', async () => {
    const gate = createGate(2);
    const inside: string[] = [];
    const leave = new Map<string, () => void>();
    for (const who of ['a', 'b', 'c', 'd']) {
      gate.enter('t').then((out) => {
        inside.push(who);
        leave.set(who, out);
      });
    }
    await Promise.resolve();
    await Promise.resolve();
    expect(inside).toEqual(['a', 'b']);
    leave.get('b')?.();
    await new Promise((resolve) => setImmediate(resolve));
    expect(inside).toEqual(['a', 'b', 'c']);
    // Leaving twice makes no room for two.
    leave.get('b')?.();
    await new Promise((resolve) => setImmediate(resolve));
    expect(inside).toEqual(['a', 'b', 'c']);
    leave.get('a')?.();
    await new Promise((resolve) => setImmediate(resolve));
    expect(inside).toEqual(['a', 'b', 'c', 'd']);
  });

  it('keeps names apart', async () => {
    const gate = createGate(1);
    await gate.enter('one');
    expect(typeof (await gate.enter('other'))).toBe('function');
  });
});
