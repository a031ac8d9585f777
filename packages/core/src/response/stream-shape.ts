import type { TextWithAttributesField } from '../catalogue/index.ts';
import { scalar } from './shape-reply.ts';
import { type FieldPlan, isLeaf, type ItemPlan, type ObjectPlan } from './stream-plan.ts';
import { type ElementEvents, maxDepth } from './strict-parser.ts';
import { XmlRefused } from './xml-refused.ts';

type Attributes = Readonly<Record<string, string>>;
type Target = Record<string, unknown>;

/** An element that is open: what it becomes, and what of it has been read. */
interface Frame {
  /** `skip` is an element that nobody asked for; what is inside it is not looked at. */
  kind: 'skip' | 'fields' | 'scalar' | 'map' | 'entry' | 'list' | 'leaf';
  name: string;
  plan: FieldPlan | ItemPlan | undefined;
  target: Target | undefined;
  list: unknown[] | undefined;
  text: string;
  /** Which fields, by their index, have been there. */
  seen: Uint8Array;
}

/**
 * Turns the events of a parser into typed fields, by the same rules as `shapeFields`, without
 * a tree in between. Items of the root's list named `streamed` are handed out as they close.
 */
export class StreamShape implements ElementEvents {
  /** Fields of the root read so far; the streamed list stays empty. */
  readonly root: Target;
  readonly #plan: ObjectPlan;
  readonly #streamed: string;
  readonly #onItem: (item: Target) => void;
  readonly #frames: Frame[];
  #depth = 0;

  constructor(plan: ObjectPlan, streamed: string, onItem: (item: Target) => void) {
    this.#plan = plan;
    this.#streamed = streamed;
    this.#onItem = onItem;
    this.root = plan.blank();
    this.#frames = Array.from({ length: maxDepth + 1 }, newFrame);
  }

  /** Takes a start tag. Throws XmlRefused where the reply is not what it claims to be. */
  open(name: string, attributes: Attributes): void {
    const parent = this.#frames[this.#depth]!;
    const frame = this.#frames[++this.#depth]!;
    frame.kind = 'skip';
    frame.name = name;
    frame.text = '';
    if (this.#depth === 1) {
      if (name !== 'response')
        throw new XmlRefused('wrong_root', 'another root element than response');
      openFields(frame, this.#plan, this.root);
      return;
    }
    switch (parent.kind) {
      case 'fields':
        parent.target ??= this.#attach(parent);
        openField(frame, parent, attributes);
        return;
      case 'scalar':
        throw new XmlRefused('wrong_shape', `elements inside the text of ${parent.name}`);
      case 'map':
        // A doubled entry is one user's oddity; the first one counts.
        if (!Object.hasOwn(parent.target!, name)) frame.kind = 'entry';
        return;
      case 'list':
        if (name === (parent.plan as { readonly item: string }).item) {
          openItem(frame, (parent.plan as { readonly of: ItemPlan }).of, attributes);
        }
    }
  }

  /** Takes text or CDATA. */
  text(text: string): void {
    const frame = this.#frames[this.#depth]!;
    if (frame.kind === 'scalar' || frame.kind === 'entry' || frame.kind === 'leaf') {
      frame.text += text;
    }
  }

  /** Takes an end tag. */
  close(): void {
    const frame = this.#frames[this.#depth--]!;
    const parent = this.#frames[this.#depth]!;
    switch (frame.kind) {
      case 'scalar': {
        const { kind } = frame.plan as { readonly kind: 'text' | 'integer' | 'boolean' | 'time' };
        const value = scalar(kind === 'text' ? copied(frame.text) : frame.text, kind);
        if (parent.kind === 'list') parent.list!.push(value);
        else parent.target![frame.name] = value;
        return;
      }
      case 'entry':
        parent.target![frame.name] = copied(frame.text);
        return;
      case 'leaf': {
        const { of } = frame.plan as { readonly of: TextWithAttributesField };
        frame.target![of.text] = copied(frame.text.trim());
        break;
      }
      case 'fields':
        if (frame.target) requirePromised(frame.plan as ObjectPlan, frame.target);
        break;
      default:
        return;
    }
    if (parent.kind === 'list') this.#hand(parent, frame.target!);
  }

  #hand(list: Frame, item: Target): void {
    if (this.#depth === 2 && list.name === this.#streamed) this.#onItem(item);
    else list.list!.push(item);
  }

  /** Makes the object of an element that has turned out to have children. */
  #attach(frame: Frame): Target {
    const holder = this.#frames[this.#depth - 2]!;
    return (holder.target![frame.name] = (frame.plan as ObjectPlan).blank());
  }
}

function newFrame(): Frame {
  return {
    kind: 'skip',
    name: '',
    plan: undefined,
    target: undefined,
    list: undefined,
    text: '',
    seen: new Uint8Array(64),
  };
}

function openFields(frame: Frame, plan: ObjectPlan, target: Target | undefined): void {
  frame.kind = 'fields';
  frame.plan = plan;
  frame.target = target;
  if (frame.seen.length < plan.fields.size) frame.seen = new Uint8Array(plan.fields.size);
  else frame.seen.fill(0);
}

function requirePromised(plan: ObjectPlan, fields: Target): void {
  for (const name of plan.promised) {
    if (fields[name] === undefined) throw new XmlRefused('wrong_shape', `no usable ${name}`);
  }
}

function openField(frame: Frame, parent: Frame, attributes: Attributes): void {
  const field = (parent.plan as ObjectPlan).fields.get(frame.name);
  if (field === undefined) return;
  if (parent.seen[field.index] === 1)
    throw new XmlRefused('wrong_shape', `more than one ${frame.name}`);
  parent.seen[field.index] = 1;
  frame.plan = field;
  // The same text, but already known to the engine as a name.
  frame.name = field.name;
  const target = parent.target!;
  switch (field.kind) {
    case 'object':
      openFields(frame, field.of, undefined);
      if (Object.keys(attributes).length > 0)
        frame.target = target[frame.name] = field.of.blank() as Target;
      return;
    case 'list':
      frame.kind = 'list';
      frame.list = target[frame.name] as unknown[];
      return;
    case 'map':
      frame.kind = 'map';
      frame.target = target[frame.name] as Target;
      return;
    case 'text-with-attributes':
      openLeaf(frame, field.of, attributes);
      target[frame.name] = frame.target;
      return;
    default:
      frame.kind = 'scalar';
  }
}

function openItem(frame: Frame, item: ItemPlan, attributes: Attributes): void {
  frame.plan = item;
  if (!isLeaf(item)) openFields(frame, item, item.blank());
  else if (item.kind === 'text') frame.kind = 'scalar';
  else openLeaf(frame, item.of, attributes);
}

function openLeaf(frame: Frame, of: TextWithAttributesField, attributes: Attributes): void {
  frame.kind = 'leaf';
  const target: Target = { [of.text]: '' };
  for (const [name, kind] of Object.entries(of.attributes)) {
    const value = attributes[name];
    target[name] = value === undefined ? undefined : scalar(copied(value), kind);
  }
  frame.target = target;
}

/**
 * Copies a text out of the piece it was found in: V8 makes longer slices views that would keep
 * the whole piece alive for as long as somebody keeps the text.
 */
function copied(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
