/** Waits until the function gives something; fails with `what` after so many milliseconds. */
export async function until<T>(what: string, get: () => T | undefined | false, most = 5_000): Promise<T> {
  const late = performance.now() + most;
  for (;;) {
    const value = get();
    if (value !== undefined && value !== false) return value;
    if (performance.now() > late) throw new Error(`waited ${most} ms for ${what}`);
    await wait(10);
  }
}

export const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
