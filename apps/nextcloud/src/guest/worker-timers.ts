import { type Timers, windowTimers } from '@bluebridge/browser';

/** Counts time in a worker. It knows nothing but numbers. */
const source = `onmessage = ({ data: [id, ms] }) => setTimeout(() => postMessage(id), ms);`;

/** What is to be done, and when by the clock of the page. */
interface Task {
  readonly run: () => void;
  readonly at: number;
}

/**
 * Makes timers that go on where nobody sees the page: browsers wake a hidden page once a minute, but
 * leave its workers alone. Where there are no workers, the window's own do as well as they can.
 */
export function workerTimers(): Timers {
  let worker = startWorker();
  const tasks = new Map<number, Task>();
  let latest = 0;
  worker?.addEventListener('message', ({ data }: MessageEvent<number>) => finish(data));
  // A browser that forbids the worker says so only after it was made, when tasks may wait for it.
  worker?.addEventListener('error', (event) => {
    event.preventDefault();
    worker?.terminate();
    worker = undefined;
    for (const [id, { at }] of tasks) byWindow(id, at - performance.now());
  });
  return {
    after(ms, run) {
      latest += 1;
      const id = latest;
      tasks.set(id, { run, at: performance.now() + ms });
      if (worker) worker.postMessage([id, ms], []);
      else byWindow(id, ms);
      return () => tasks.delete(id);
    },
  };

  function byWindow(id: number, ms: number): void {
    windowTimers.after(Math.max(ms, 0), () => finish(id));
  }

  function finish(id: number): void {
    const task = tasks.get(id);
    tasks.delete(id);
    task?.run();
  }
}

function startWorker(): Worker | undefined {
  try {
    return new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
  } catch {
    return undefined;
  }
}
