import { calls, type FieldSpecs } from '../catalogue/index.ts';
import { type ObjectPlan, planFields } from './stream-plan.ts';
import { StreamShape } from './stream-shape.ts';
import { strictParser } from './strict-parser.ts';

/** Calls whose reply is one long list, and the field that holds it. */
export const streamedLists = { getMeetings: 'meetings', getRecordings: 'recordings' } as const;

export type StreamedCall = keyof typeof streamedLists;

type Fields = Record<string, unknown>;

/** Reads one reply, given as pieces of text. */
export interface ListReader {
  /** Fields of the root read so far, without the list. */
  readonly root: Readonly<Fields>;
  /** Reads a piece. Throws XmlRefused as soon as the reply cannot be a whole one any more. */
  write(piece: string): void;
  /** Gives the items that have become complete since, each once. */
  take(): readonly Fields[];
  /** Ends the document and gives the fields beside the list. Throws XmlRefused for a cut one. */
  end(): Fields;
}

const plans = new Map<StreamedCall, ObjectPlan>();

/** Starts reading the reply of a call. */
export function newListReader(name: StreamedCall): ListReader {
  const list = streamedLists[name];
  let ready: Fields[] = [];

  const shape = new StreamShape(planOf(name), list, (item) => ready.push(item));
  const parser = strictParser(shape);

  return {
    root: shape.root,
    write(piece) {
      parser.write(piece);
    },
    take() {
      const items = ready;
      ready = [];
      return items;
    },
    end() {
      parser.close();
      const { [list]: _streamed, returncode, messageKey, message, ...fields } = shape.root;
      return {
        returncode,
        messageKey: blankAsMissing(messageKey),
        message: blankAsMissing(message),
        ...fields,
      };
    },
  };
}

function planOf(name: StreamedCall): ObjectPlan {
  let plan = plans.get(name);
  if (!plan) {
    const reply: FieldSpecs = calls[name].reply;
    const text = { kind: 'text' } as const;
    plan = planFields({ returncode: text, messageKey: text, message: text, ...reply });
    plans.set(name, plan);
  }
  return plan;
}

function blankAsMissing(text: unknown): unknown {
  return typeof text === 'string' && text.trim() === '' ? undefined : text;
}
