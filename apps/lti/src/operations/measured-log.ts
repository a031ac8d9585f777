import type { Log, LogFields } from '../log.ts';
import type { Metrics } from './metrics.ts';

/** Counts what is logged, so that log and metrics never tell different stories. */
export function measuredLog(log: Log, metrics: Metrics): Log {
  return (level, event, fields = {}) => {
    count(metrics, event, fields);
    log(level, event, fields);
  };
}

function count(metrics: Metrics, event: string, fields: LogFields): void {
  const word = (name: string): string => String(fields[name] ?? 'other');
  switch (event) {
    case 'launch':
      return metrics.count('launches', word('outcome'));
    case 'join':
      return metrics.count('joins', word('outcome'));
    case 'failure':
      return metrics.count('failures', word('error'));
    case 'meeting_end':
      return metrics.count('ends', word('outcome'));
    case 'meeting_warned':
      return metrics.count('warnings', word('outcome'));
    case 'job_failed':
    case 'job_given_up':
      return metrics.count('jobs', word('kind').replaceAll('-', '_'), event);
    case 'bbb_call': {
      // A call may have a path: `hooks/create`.
      const call = word('call').replaceAll('/', '_');
      metrics.count('calls', call, word('outcome'));
      return metrics.time('calls', Number(fields['ms'] ?? 0), call);
    }
    default:
  }
}
