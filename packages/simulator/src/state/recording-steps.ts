import type { RecordedFormat, Recording } from './recording.ts';

export type RecordingStepName =
  | 'archive'
  | 'sanity'
  | 'post-archive'
  | 'process'
  | 'post-process'
  | 'publish'
  | 'post-publish';

/** A step on the way from a meeting to its recording. */
export interface RecordingStep {
  at: number;
  step: RecordingStepName;
  phase: 'started' | 'ended';
  /** Of the steps that are taken for each format. */
  format?: RecordedFormat;
}

/** How much of the time to a format's publication is spent on processing it. */
const processingShare = 0.8;

/**
 * Lists every step of a recording in order. Source: webhooks documentation, `rap-…` events; how
 * the time is shared between them is this simulator's own choice.
 */
export function stepsOf({ endTime, formats }: Recording): RecordingStep[] {
  const opening = (['archive', 'sanity', 'post-archive'] as const).flatMap((step) =>
    phases(step, endTime, endTime),
  );
  let startedAt = endTime;
  return opening.concat(
    ...formats.map((format) => {
      const { publishedAt } = format;
      const processedAt = Math.round(startedAt + (publishedAt - startedAt) * processingShare);
      const steps = [
        ...phases('process', startedAt, processedAt),
        ...phases('post-process', processedAt, processedAt),
        ...phases('publish', processedAt, publishedAt),
        ...phases('post-publish', publishedAt, publishedAt),
      ];
      startedAt = publishedAt;
      return steps.map((step) => ({ ...step, format }));
    }),
  );
}

function phases(step: RecordingStepName, startedAt: number, endedAt: number): RecordingStep[] {
  return [
    { step, phase: 'started', at: startedAt },
    { step, phase: 'ended', at: endedAt },
  ];
}
