import { type Timers, windowTimers } from '@bluebridge/browser';

/** Counts time in a worker. It knows nothing but numbers. */
const source = `onmessage = ({ data: [id, ms] }) => setTimeout(() => postMessage(id), ms);`;

/**
 * Makes timers that go on where nobody sees the page: browsers wake a hidden page once a minute, but
 * leave its workers alone. The window's own run beside it, for workers that are forbidden or end.
 */
export function workerTimers(): Timers {
  const worker = startWorker();
  if (!worker) return windowTimers;
  const tasks = new Map<number, () => void>();
  let latest = 0;
  const run = (id: number) => {
    const task = tasks.get(id);
    tasks.delete(id);
    task?.();
  };
  worker.addEventListener('message', ({ data }: MessageEvent<number>) => run(data));
  return {
    after(ms, task) {
      latest += 1;
      const id = latest;
      tasks.set(id, task);
      worker.postMessage([id, ms], []);
      const cancel = windowTimers.after(ms, () => run(id));
      return () => {
        tasks.delete(id);
        cancel();
      };
    },
  };
}

function startWorker(): Worker | undefined {
  try {
    return new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
  } catch {
    return undefined;
  }
}
