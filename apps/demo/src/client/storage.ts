/**
 * Keeps values for the tool in the frame, as an LMS with LTI platform storage does. Only the tool
 * is heard and answered. Source: LTI client side postMessages 0.1 and platform storage 0.1.
 */

interface Question {
  subject?: unknown;
  message_id?: unknown;
  key?: unknown;
  value?: unknown;
}

const MOST_VALUES = 100;
const subjects = ['lti.capabilities', 'lti.put_data', 'lti.get_data'];
const kept = new Map<string, string>();
const frame = document.querySelector<HTMLIFrameElement>('iframe.tool');

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  const { source, origin, data } = event;
  const tool = frame?.contentWindow;
  if (!tool || source !== tool || origin !== frame.dataset['toolOrigin']) return;
  if (typeof data !== 'object' || data === null) return;
  const question = data as Question;
  if (typeof question.subject !== 'string' || !subjects.includes(question.subject)) return;
  const reply = {
    subject: `${question.subject}.response`,
    message_id: question.message_id,
    ...answer(question),
  };
  tool.postMessage(reply, origin);
});

function answer({ subject, key, value }: Question): Record<string, unknown> {
  if (subject === 'lti.capabilities') {
    return { supported_messages: subjects.map((known) => ({ subject: known, frame: '_parent' })) };
  }
  if (typeof key !== 'string') return problem('bad_request', 'The key is missing.');
  if (subject === 'lti.get_data') return { key, value: kept.get(key) };
  if (typeof value !== 'string') return problem('bad_request', 'The value is missing.');
  if (kept.size >= MOST_VALUES) return problem('storage_exhaustion', 'Too many values are kept.');
  kept.set(key, value);
  return { key, value };
}

function problem(code: string, message: string): Record<string, unknown> {
  return { error: { code, message } };
}
