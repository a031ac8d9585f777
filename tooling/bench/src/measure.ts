/** Gives the CPU time of the whole process that something takes, in ms; garbage collection included. */
export async function cpuMs(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Gives the CPU time of one of many rounds, in µs, after a warm-up of half as many. */
export async function cpuMicrosEach(rounds: number, work: () => unknown): Promise<number> {
  const repeat = (times: number): void => {
    for (let round = 0; round < times; round++) work();
  };
  repeat(rounds / 2);
  return ((await cpuMs(() => repeat(rounds))) * 1000) / rounds;
}

/** Gives by how much the memory of the process peaks over what it holds now, in MB. */
export async function peakMb(work: () => unknown): Promise<number> {
  globalThis.gc?.();
  const start = process.memoryUsage.rss();
  let peak = start;
  const before = process.resourceUsage().maxRSS * 1024;
  await work();
  const after = process.resourceUsage().maxRSS * 1024;
  // The system's own mark says more, but only of a peak higher than any before.
  if (after > before) peak = after;
  return (Math.max(peak, process.memoryUsage.rss()) - start) / 1e6;
}

/** Gives the longest time the main thread computed without letting others run, in ms. */
export async function longestBlockMs(work: () => Promise<unknown>): Promise<number> {
  // What was there before must not be cleared away at the expense of the work.
  globalThis.gc?.();
  let longest = 0;
  const used = (): number => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  let last = used();
  const tick = (): void => {
    const now = used();
    longest = Math.max(longest, now - last);
    last = now;
  };
  // One timer all along: a new one each turn would burden the collector, and so what is measured.
  const timer = setInterval(tick, 1);
  await work();
  tick();
  clearInterval(timer);
  return longest;
}

/** Gives the middle of several figures. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
