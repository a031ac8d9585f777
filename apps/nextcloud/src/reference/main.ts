/**
 * The card that shows a room where somebody has put its address: in messages, notes and comments. It
 * loads on pages of other apps, so that it brings neither components nor a stylesheet.
 */
import { showRoom, type ShownRoom } from './card.ts';

interface Widget {
  readonly id: string;
  readonly callback: (element: HTMLElement, shown: { readonly richObject: ShownRoom }) => void;
  readonly onDestroy: (element: HTMLElement) => void;
  readonly hasInteractiveView: boolean;
  readonly fullWidth: boolean;
  readonly isResizable: boolean;
}

declare global {
  interface Window {
    /** Where `@nextcloud/vue` keeps the widgets of apps, in every version of it. */
    _vue_richtext_widgets?: Record<string, Widget>;
  }
}

const leave = new WeakMap<HTMLElement, () => void>();

// What `registerWidget` does, which would bring the components of its package along.
(window._vue_richtext_widgets ??= {})['bluebridge_room'] = {
  id: 'bluebridge_room',
  callback: (element, { richObject }) => leave.set(element, showRoom(element, richObject)),
  onDestroy: (element) => leave.get(element)?.(),
  hasInteractiveView: false,
  fullWidth: false,
  isResizable: false,
};
