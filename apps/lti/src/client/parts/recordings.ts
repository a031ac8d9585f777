import {
  documentVisibility,
  startWaiting,
  type WaitingLoop,
  windowTimers,
} from '@bluebridge/browser';
import type { RecordingReply, RecordingsReply } from '../../recordings/replies.ts';
import type { Api } from './api.ts';
import { element, say } from './page.ts';
import { isOver, messageOf } from './questions.ts';
import { recordingChanges } from './recording-changes.ts';
import { recordingList } from './recording-list.ts';
import { followSearch } from './recording-search.ts';
import { recordingWords } from './recording-words.ts';

const section = element('recordings');
const list = element('recordings-list');
const none = element('no-recordings');
const note = element('recordings-note');
const more = element('recordings-more');

/** How many times less often than for people recordings are looked for. */
const calm = 20;
const eager = 3;
/** For so long after a meeting its recording may turn up. */
const afterMeeting = 180_000;

/** The list of recordings that keeps itself up to date. */
export interface FollowedRecordings extends WaitingLoop {
  /** Looks more often for a while, because a meeting has just ended. */
  expectSoon(): void;
}

/** Shows the recordings and keeps them up to date; `onOver` is told when the session is over. */
export function followRecordings(api: Api, onOver: () => void): FollowedRecordings {
  let eagerUntil = 0;
  let slower = calm;
  let pages = 1;
  let turn = 0;
  let troubled = false;

  const speak = (text: string): void => {
    troubled = false;
    say(note, text);
  };
  const fail = (error: unknown): void => {
    if (isOver(error)) {
      onOver();
      // Where nothing else is shown, nobody else can say so.
      if (main?.dataset['opens']) say(note, messageOf(error));
    } else {
      troubled = true;
      say(note, messageOf(error));
    }
  };
  const search = followSearch(() => {
    pages = 1;
    load().catch(fail);
  });
  const changes = recordingChanges(api, { speak, fail, reload: () => load() });
  const show = recordingList(list, changes);

  /** Answers whether asking again soon is worth it. */
  async function load(signal?: AbortSignal): Promise<boolean> {
    turn += 1;
    const mine = turn;
    const [reply, recordings] = await readPages(api, search.query(), pages, signal);
    // What somebody looks for may have changed meanwhile.
    if (mine !== turn) return reply.unfinished;
    section.hidden = false;
    if (reply.problem) say(note, reply.problem.message);
    else if (troubled) say(note, '');
    troubled = reply.problem !== null;
    search.offer(reply.total);
    show(recordings);
    list.hidden = recordings.length === 0;
    none.hidden = recordings.length > 0;
    say(none, emptyText(reply, search.isOn()));
    more.hidden = recordings.length >= reply.total;
    return reply.unfinished;
  }

  more.addEventListener('click', () => {
    pages += 1;
    load().catch(fail);
  });

  const loop = startWaiting({
    ask: (signal) => load(signal),
    onAnswer(unfinished) {
      slower = unfinished || Date.now() < eagerUntil ? eager : calm;
      return 'go on';
    },
    slower: () => slower,
    onTrouble(error) {
      section.hidden = false;
      fail(error);
      return isOver(error) ? 'stop' : 'go on';
    },
    timers: windowTimers,
    visibility: documentVisibility,
  });
  return {
    ...loop,
    expectSoon() {
      eagerUntil = Date.now() + afterMeeting;
      loop.askNow();
    },
  };
}

const main = document.querySelector('main');

/** Leaves nothing but the recordings, for a link that opens them alone. */
export function showRecordingsOnly(opens: 'recording' | 'gallery'): void {
  if (main) main.dataset['opens'] = opens;
}

async function readPages(
  api: Api,
  query: URLSearchParams,
  pages: number,
  signal: AbortSignal | undefined,
): Promise<readonly [RecordingsReply, readonly RecordingReply[]]> {
  const recordings: RecordingReply[] = [];
  for (let page = 1; ; page += 1) {
    query.set('offset', String(recordings.length));
    const reply = await api.get<RecordingsReply>(`/api/recordings?${query.toString()}`, signal);
    recordings.push(...reply.recordings);
    if (page >= pages || reply.recordings.length === 0) return [reply, recordings];
  }
}

function emptyText({ readAt, problem }: RecordingsReply, isSearch: boolean): string {
  if (isSearch) return recordingWords('noneFound');
  if (readAt === null && problem === null) return recordingWords('looking');
  return recordingWords(main?.dataset['opens'] === 'recording' ? 'one' : 'none');
}
