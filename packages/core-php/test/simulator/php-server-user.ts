import type { Simulator } from '@bluebridge/simulator';
import type { PhpProcess } from '../parity/php-process.ts';
import { sentValue } from '../parity/sent-value.ts';
import type { KnownNames, SampleRequest } from './sample-values.ts';

/** What PHP brings back. */
interface Answer {
  readonly status: number;
  readonly location: string;
  readonly text: string;
}

/** What came back: whether the server has the call, and whether it did what was asked. */
export interface Outcome {
  readonly status: number;
  readonly text: string;
  /** `SUCCESS`, `redirect`, or what the server refused it for. */
  readonly verdict: string;
}

/** Somebody who uses a simulated server with the core in PHP. */
export class PhpServerUser {
  readonly #php: PhpProcess;
  readonly #simulator: Simulator;
  readonly #pages: ReadableStreamDefaultReader[] = [];
  #meetings = 0;

  constructor(php: PhpProcess, simulator: Simulator) {
    this.#php = php;
    this.#simulator = simulator;
  }

  /** Makes a call. Throws when PHP does not build the request, or does not get it through. */
  async send({ call, params, body }: SampleRequest): Promise<Outcome> {
    const { endpoint } = this.#simulator;
    const question = { ask: 'send', dialect: 'bigbluebutton', endpoint, call };
    const sent = {
      params: sentValue(params),
      ...(body !== undefined && { body: sentValue(body) }),
    };
    const answer = await this.#php.ask({ ...question, ...sent });
    if (!isAnswer(answer)) throw new Error(`PHP does not send it: ${JSON.stringify(answer)}`);
    return { ...answer, verdict: verdictOf(answer) };
  }

  /** Starts a meeting and gives what is known of it. */
  async startMeeting(params: SampleRequest['params'] = {}): Promise<KnownNames> {
    this.#meetings += 1;
    const meetingID = `meeting-${this.#meetings}`;
    // A host has no cookies of a browser, which calls with a session would need otherwise.
    const usual = { moderatorPW: 'lead', allowRequestsWithoutSession: true };
    const { text } = await this.send({
      call: 'create',
      params: { name: 'Physics', meetingID, ...usual, ...params },
    });
    return {
      meetingID,
      internalMeetingID: valueIn(text, 'internalMeetingID'),
      createTime: Number(valueIn(text, 'createTime')),
      password: 'lead',
    };
  }

  /** Joins a meeting as its moderator and opens the page that a browser would. */
  async enter(meetingID: unknown): Promise<KnownNames> {
    const params = { meetingID, fullName: 'Grace', role: 'MODERATOR', redirect: false };
    const { text } = await this.send({ call: 'join', params });
    const sessionToken = valueIn(text, 'session_token');
    const page = await fetch(`${this.#simulator.url}/html5client/live`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-session-token': sessionToken },
      body: '{}',
    });
    const views = page.body?.getReader();
    await views?.read();
    if (views !== undefined) this.#pages.push(views);
    return { sessionToken };
  }

  /** Closes all pages. */
  async leave(): Promise<void> {
    await Promise.all(this.#pages.splice(0).map((views) => views.cancel()));
  }

  /** Holds a recorded meeting, and waits until its recording is there. */
  async makeRecording(): Promise<KnownNames> {
    const meeting = await this.startMeeting({ record: true, autoStartRecording: true });
    await this.enter(meeting['meetingID']);
    this.#simulator.advance(60_000);
    await this.send({ call: 'end', params: { meetingID: meeting['meetingID'] } });
    this.#simulator.advance(600_000);
    return { recordID: meeting['internalMeetingID'] ?? '' };
  }

  /** Gives a recording captions, and waits until they are there. */
  async caption({ recordID }: KnownNames): Promise<void> {
    const params = { recordID, kind: 'captions', lang: 'en' };
    const body = { filename: 'captions.vtt', content: new TextEncoder().encode('WEBVTT\n') };
    await this.send({ call: 'putRecordingTextTrack', params, body });
    this.#simulator.advance(600_000);
  }

  /** Registers an address for the events of a meeting. */
  async listen(meetingID: unknown): Promise<KnownNames> {
    const callbackURL = `https://host.example/events/${String(meetingID)}`;
    const { text } = await this.send({ call: 'hooks/create', params: { callbackURL, meetingID } });
    return { hookID: valueIn(text, 'hookID') || 'unknown' };
  }
}

function isAnswer(answer: unknown): answer is Answer {
  return typeof answer === 'object' && answer !== null && 'status' in answer;
}

function verdictOf({ status, location, text }: Answer): string {
  if (location !== '') return location.includes('errors=') ? 'refused by redirect' : 'redirect';
  const returncode = valueIn(text, 'returncode') || /"returncode"\s*:\s*"(\w+)"/u.exec(text)?.[1];
  if (returncode === 'SUCCESS') return returncode;
  return (
    valueIn(text, 'messageKey') ||
    /"message(?:Key)?"\s*:\s*"([^"]+)"/u.exec(text)?.[1] ||
    `${status}`
  );
}

function valueIn(xml: string, element: string): string {
  return new RegExp(`<${element}>(?:<!\\[CDATA\\[)?([^<\\]]*)`, 'u').exec(xml)?.[1] ?? '';
}
