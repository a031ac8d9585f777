import type { WebhooksBehaviour } from '../profiles/webhooks.ts';
import { metadataOf } from '../state/recording.ts';
import type { ServerEvent } from '../state/server-events.ts';

type StepEvent = ServerEvent & { kind: 'rap-step' };

/** Tells of a step on the way from a meeting to its recording. */
export function recordingStep(
  { recording, step, phase, format }: StepEvent,
  version: WebhooksBehaviour['attributes'],
): { id: string; attributes: Record<string, unknown> } {
  const isEnd = phase === 'ended';
  const duration = recording.endTime - recording.startTime;
  const archived = isEnd && step === 'archive' && version !== '2.6';
  return {
    id: `rap-${step}-${phase}`,
    attributes: {
      'record-id': recording.recordID,
      ...(isEnd ? { success: true, 'step-time': format?.processingTime ?? 0 } : {}),
      ...(archived ? { recorded: true, duration } : {}),
      ...(format === undefined ? {} : { workflow: format.type }),
      ...(isEnd && step === 'publish' ? { recording: publishedAttributes(recording, format) } : {}),
    },
  };
}

function publishedAttributes(
  recording: StepEvent['recording'],
  format: StepEvent['format'],
): Record<string, unknown> {
  const { size, type, processingTime = 0, lengthMs = 0 } = format ?? {};
  return {
    name: recording.name,
    'is-breakout': recording.isBreakout,
    'start-time': recording.startTime,
    'end-time': recording.endTime,
    size,
    'raw-size': recording.rawSize,
    metadata: Object.fromEntries(metadataOf(recording)),
    playback: { format: type, processing_time: processingTime, duration: lengthMs, size },
    download: [],
  };
}
