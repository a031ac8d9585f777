import type { Meeting } from './meeting.ts';
import { isOpen, type Recording, type TextTrack } from './recording.ts';
import { type RecordingPlan, recordingOf } from './recording-of.ts';
import { stepsOf } from './recording-steps.ts';
import type { EventListener } from './server-events.ts';

/** A recording as JSON. */
export type RecordingSnapshot = Omit<Recording, 'metadata'> & { metadata: [string, string][] };

/** The recordings of a server. Each is processed for a while, then published. */
export class Recordings {
  readonly #plan: RecordingPlan;
  readonly #emit: EventListener;
  #recordings: Recording[] = [];
  /** Those whose processing is not over. */
  #unfinished = new Set<Recording>();

  constructor(plan: RecordingPlan, emit: EventListener) {
    this.#plan = plan;
    this.#emit = emit;
  }

  /** Keeps what was recorded of an ended meeting; nothing when nothing was. */
  archive(meeting: Meeting, breakoutRooms: readonly Meeting[] = []): void {
    if (this.find(meeting.internalMeetingID) !== undefined) return;
    const recording = recordingOf(meeting, this.#roomsOf(meeting, breakoutRooms), this.#plan);
    if (recording === undefined) return;
    this.#recordings.push(recording);
    this.#unfinished.add(recording);
  }

  /** Adds a recording that no meeting has left, with its processing behind it or not. */
  add(recording: Recording): void {
    this.#recordings.push(recording);
    if (recording.state === 'processing') this.#unfinished.add(recording);
    else recording.stepsDone = stepsOf(recording).length;
  }

  all(): readonly Recording[] {
    return this.#recordings;
  }

  find(recordID: string): Recording | undefined {
    return this.#recordings.find((recording) => recording.recordID === recordID);
  }

  /** Lets everything happen to recordings that time has brought about until now. */
  settle(now: number): void {
    for (const recording of this.#unfinished) {
      const steps = stepsOf(recording);
      for (const { at, step, phase, format } of steps.slice(recording.stepsDone)) {
        if (at > now) break;
        recording.stepsDone += 1;
        const isFirst = format !== undefined && format === recording.formats[0];
        if (isFirst && step === 'process' && phase === 'ended') recording.state = 'processed';
        if (isFirst && step === 'publish' && phase === 'ended') recording.state = 'published';
        const formatted = format === undefined ? {} : { format };
        this.#emit({ kind: 'rap-step', recording, step, phase, at, ...formatted });
      }
      if (recording.stepsDone === steps.length) this.#unfinished.delete(recording);
    }
  }

  /** Publishes what is unpublished, or the other way round; nothing else changes. */
  setPublished(recording: Recording, publish: boolean, at: number): void {
    if (recording.state !== (publish ? 'unpublished' : 'published')) return;
    recording.state = publish ? 'published' : 'unpublished';
    this.#emit({ kind: publish ? 'rap-published' : 'rap-unpublished', recording, at });
  }

  /** Deletes a recording that has been published. */
  delete(recording: Recording, at: number): void {
    if (recording.state !== 'published' && recording.state !== 'unpublished') return;
    recording.state = 'deleted';
    if (this.#plan.deletion === 'emptied') {
      recording.metadata.clear();
      recording.formats = [];
    }
    this.#emit({ kind: 'rap-deleted', recording, at });
  }

  /** Sets metadata; an empty value takes the entry away. */
  update(recording: Recording, metadata: ReadonlyMap<string, string>): void {
    for (const [name, value] of metadata) {
      if (value === '') recording.metadata.delete(name);
      else recording.metadata.set(name, value);
    }
  }

  /** Adds a text track, which is processed like a recording; one like it gives way. */
  addTextTrack(recording: Recording, track: Omit<TextTrack, 'readyAt'>, now: number): void {
    const { kind, lang } = track;
    const others = recording.textTracks.filter((one) => one.kind !== kind || one.lang !== lang);
    const readyAt = now + this.#plan.processingDelayMs;
    recording.textTracks = [...others, { ...track, readyAt }];
  }

  clear(): void {
    this.#recordings = [];
    this.#unfinished = new Set();
  }

  snapshot(): RecordingSnapshot[] {
    return this.#recordings.map((one) => ({ ...one, metadata: [...one.metadata] }));
  }

  /** Replaces everything by what a snapshot says. */
  restore(snapshots: readonly RecordingSnapshot[]): void {
    this.#recordings = structuredClone(snapshots).map((one) => ({
      ...one,
      metadata: new Map(one.metadata),
    }));
    this.#unfinished = new Set(
      this.#recordings.filter((one) => one.stepsDone < stepsOf(one).length),
    );
  }

  /** Lists the breakout rooms by internal id: those listed still, and those recorded before. */
  #roomsOf({ internalMeetingID }: Meeting, listed: readonly Meeting[]): string[] {
    const recorded = this.#recordings.filter(
      ({ breakout }) => breakout?.parentID === internalMeetingID,
    );
    const ids = listed.map((room) => room.internalMeetingID);
    return [...new Set([...recorded.map(({ recordID }) => recordID), ...ids])];
  }
}

/** Tells whether somebody may open a recording in a format. */
export function isWatchable(recording: Recording, type: string, now: number): boolean {
  const format = recording.formats.find((one) => one.type === type);
  return recording.state === 'published' && format !== undefined && isOpen(format, now);
}
