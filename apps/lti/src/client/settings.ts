/** The page on which teachers set up a room. */
import { createSettingsForm, type SettingsForm } from '@bluebridge/browser';
import type { RefusedSettingsReply, SettingsReply } from '../settings/settings-replies.ts';
import { type Api, ApiError } from './parts/api.ts';
import { confirmed } from './parts/confirmed.ts';
import { carrySession } from './parts/other-page.ts';
import { element, say, words } from './parts/page.ts';
import { isOver, messageOf } from './parts/questions.ts';
import { openSession } from './parts/session.ts';
import { drawDocuments } from './parts/settings-documents.ts';
import { drawFields, type Fields } from './parts/settings-fields.ts';
import { drawHours, type Hours } from './parts/settings-hours.ts';
import { drawPresets } from './parts/settings-presets.ts';

const notice = element('notice');
const loading = element('loading');
const saved = element('saved');
const save = element('save');

openSession().then(
  (api) => (api ? start(api) : showOver()),
  (error: unknown) => showFailure(error),
);

/** What is on the page now. */
interface Shown {
  readonly version: number;
  readonly form: SettingsForm;
  readonly fields: Fields;
  readonly hours: Hours;
}

function start(api: Api): void {
  let shown: Shown | undefined;
  carrySession(element('back') as HTMLAnchorElement, api);

  const isChanged = () =>
    shown !== undefined && (shown.form.isChanged() || shown.hours.isChanged());
  const noteChange = () => say(saved, isChanged() ? words('unsaved') : '');

  function show(reply: SettingsReply): void {
    showTitles(reply);
    const fields = reply.sections.flatMap((section) => section.fields);
    const form = createSettingsForm(
      fields.map(({ name, value, isLocked, onlyIf }) => ({
        name,
        isLocked,
        ...(value !== null && { value }),
        ...(onlyIf !== null && { onlyIf }),
      })),
    );
    shown = {
      version: reply.version,
      form,
      fields: drawFields(reply.sections, form, noteChange),
      hours: drawHours(reply.hours, noteChange),
    };
    shown.fields.showWarnings(reply.warnings);
    drawPresets(reply.presets, (id) => usePreset(id));
    loading.hidden = true;
    element('all').hidden = false;
  }

  /** Keeps the open parts of the page, and the place in it, over a save. */
  function showSaved(reply: SettingsReply): void {
    const open = [...document.querySelectorAll('details[open]')].map(({ id }) => id);
    show(reply);
    for (const details of document.querySelectorAll('details')) {
      details.open = open.includes(details.id);
    }
    say(saved, words('saved'));
  }

  async function send(version: number): Promise<void> {
    if (!shown) return;
    say(notice, '');
    say(saved, words('saving'));
    const body = { version, values: shown.form.values(), hours: shown.hours.value() };
    try {
      showSaved(await api.post<SettingsReply>('/api/settings', body));
    } catch (error) {
      say(saved, words('unsaved'));
      if (error instanceof ApiError && error.code === 'settings_changed') return askWhose();
      if (error instanceof ApiError && error.code === 'settings_refused') showRefusal(error);
      else showFailure(error);
    }
  }

  function showRefusal(error: ApiError): void {
    const { violations = [] } = (error.body ?? {}) as Partial<RefusedSettingsReply>;
    shown?.hours.showErrors(violations);
    const others = (shown?.fields.showErrors(violations) ?? []).filter(
      ({ path }) => !path.startsWith('hours.'),
    );
    say(notice, [error.message, ...others.map(({ text }) => text)].join(' '));
  }

  /** Somebody else was quicker: nothing is overwritten or lost unless this person says so. */
  async function askWhose(): Promise<void> {
    const latest = await api.get<SettingsReply>('/api/settings');
    const dialog = element('changed-dialog') as HTMLDialogElement;
    const over = new AbortController();
    const answers = {
      'changed-keep': () => run(() => send(latest.version)),
      'changed-load': () => showSaved(latest),
      'changed-cancel': () => {},
    };
    dialog.addEventListener('cancel', () => over.abort(), { signal: over.signal });
    for (const [id, answer] of Object.entries(answers)) {
      const press = () => {
        over.abort();
        dialog.close();
        void answer();
      };
      element(id).addEventListener('click', press, { signal: over.signal });
    }
    dialog.showModal();
    element('changed-cancel').focus();
  }

  async function usePreset(presetId: string): Promise<void> {
    if (!shown || !(await confirmed('preset'))) return;
    const { version } = shown;
    await run(async () => {
      say(notice, '');
      showSaved(await api.post<SettingsReply>('/api/settings/preset', { version, presetId }));
    });
  }

  element('form').addEventListener('submit', (event) => {
    event.preventDefault();
    if (shown) void run(() => send(shown?.version ?? 0));
  });
  window.addEventListener('beforeunload', (event) => {
    if (isChanged()) event.preventDefault();
  });
  void run(async () => {
    const reply = await api.get<SettingsReply>('/api/settings');
    drawDocuments(api, reply.documents);
    show(reply);
  });
}

let busy = false;

/** Does one thing at a time and shows its failure. */
async function run(work: () => Promise<void>): Promise<void> {
  if (busy) return;
  busy = true;
  save.setAttribute('aria-disabled', 'true');
  try {
    await work();
  } catch (error) {
    showFailure(error);
  } finally {
    busy = false;
    save.removeAttribute('aria-disabled');
  }
}

function showTitles({ title, course, meetingOpen }: SettingsReply): void {
  say(element('title'), title);
  element('title').hidden = false;
  say(element('course'), course);
  element('course').hidden = course === '';
  element('meeting-open').hidden = !meetingOpen;
}

function showFailure(error: unknown): void {
  loading.hidden = true;
  if (isOver(error)) showOver();
  else say(notice, messageOf(error));
}

/** What was typed stays to be read or copied. */
function showOver(): void {
  loading.hidden = true;
  say(notice, words('over'));
}
