import { types } from 'node:util';
import type { Transferable } from 'node:worker_threads';

/** Items of a list or a map that are handed over at a time: less than a millisecond of work for whoever takes them. */
const PIECE = 250;
/** Lists and maps up to this size stay in what they are part of. */
const SMALL = 50;

type List = readonly unknown[] | ReadonlyMap<unknown, unknown>;

/** The first message is the whole with marks where lists and maps are left out; the others are items of these. */
export type Message = { readonly outline: unknown; readonly maps: readonly boolean[] } | { readonly list: number; readonly items: readonly unknown[] };

/** Sent after the last message. */
export const END = 'end';

/**
 * Plain data in messages that are each quickly taken over by another thread, however large the whole. Typed arrays are
 * not copied but given away.
 */
export function* messagesOf(whole: unknown): Generator<{ message: Message; given: Transferable[] }> {
  const lists: List[] = [];
  const given = new Set<ArrayBuffer>();
  const outline = outlineOf(whole, lists, given);
  yield { message: { outline, maps: lists.map((list) => types.isMap(list)) }, given: [...given] };
  for (const [list, content] of lists.entries()) {
    const items = [...content];
    for (let at = 0; at < items.length; at += PIECE) yield { message: { list, items: items.slice(at, at + PIECE) }, given: [] };
  }
}

function outlineOf(value: unknown, lists: List[], given: Set<ArrayBuffer>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (ArrayBuffer.isView(value)) {
    if (types.isArrayBuffer(value.buffer)) given.add(value.buffer);
    return value;
  }
  const inside = (each: unknown): unknown => outlineOf(each, lists, given);
  if (Array.isArray(value)) return value.length > SMALL ? new Mark(lists.push(value) - 1) : value.map(inside);
  if (types.isMap(value)) return value.size > SMALL ? new Mark(lists.push(value) - 1) : new Map([...value].map(([key, each]) => [key, inside(each)]));
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inside(each)]));
}

/** Stands for a list or a map; a class of its own does not survive the way, its field does. */
class Mark {
  constructor(readonly leftOut: number) {}
}

const markOf = (value: object): number | undefined => ('leftOut' in value && typeof value.leftOut === 'number' ? value.leftOut : undefined);

/** Puts together what {@link messagesOf} took apart. */
export class TakeOver {
  private outline: unknown;
  private readonly lists: (unknown[] | Map<unknown, unknown>)[] = [];

  take(message: Message): void {
    if ('outline' in message) {
      this.lists.push(...message.maps.map((isMap) => (isMap ? new Map<unknown, unknown>() : [])));
      this.outline = this.filled(message.outline);
      return;
    }
    const list = this.lists[message.list];
    if (types.isMap(list)) for (const [key, value] of message.items as [unknown, unknown][]) list.set(key, value);
    else list?.push(...message.items);
  }

  /** The whole, once every message was taken. */
  get whole(): unknown {
    return this.outline;
  }

  private filled(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
    const mark = markOf(value);
    if (mark !== undefined) return this.lists[mark];
    if (Array.isArray(value)) return value.map((each) => this.filled(each));
    if (types.isMap(value)) return new Map([...value].map(([key, each]) => [key, this.filled(each)]));
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.filled(each)]));
  }
}
