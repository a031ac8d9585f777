import type { MeetingSettings } from './meeting-settings.ts';

export interface RecordedSpan {
  from: number;
  /** Absent while the recording is on. */
  to?: number;
}

/**
 * The stretches of a meeting that were recorded. `record=true` only permits recording; without a
 * stretch there will be no recording.
 */
export class RecordingMarks {
  readonly #settings: MeetingSettings;
  readonly #spans: RecordedSpan[] = [];
  readonly #switched: (isOn: boolean, at: number) => void;

  constructor(settings: MeetingSettings, switched: (isOn: boolean, at: number) => void = () => {}) {
    this.#settings = settings;
    this.#switched = switched;
  }

  get isOn(): boolean {
    const last = this.#spans.at(-1);
    return last !== undefined && last.to === undefined;
  }

  get hasAny(): boolean {
    return this.#spans.length > 0;
  }

  /** Whether a moderator may switch the recording on and off. */
  get isControllable(): boolean {
    return this.#settings.record && this.#settings.allowStartStopRecording;
  }

  /** The recorded stretches; the last one is open while the recording is on. */
  get spans(): readonly RecordedSpan[] {
    return this.#spans;
  }

  firstUserJoined(now: number): void {
    if (this.#settings.record && this.#settings.autoStartRecording) this.start(now);
  }

  start(now: number): void {
    if (this.isOn) return;
    this.#spans.push({ from: now });
    this.#switched(true, now);
  }

  stop(now: number): void {
    const last = this.#spans.at(-1);
    if (last === undefined || last.to !== undefined) return;
    last.to = now;
    this.#switched(false, now);
  }

  /** Replaces everything by what a snapshot says, without telling anyone. */
  restore(spans: readonly RecordedSpan[]): void {
    this.#spans.splice(0, this.#spans.length, ...spans.map((span) => ({ ...span })));
  }
}
