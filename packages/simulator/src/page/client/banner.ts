import type { LiveView } from '../view/meeting-view.ts';
import { byId } from './elements.ts';

/** Shows the words the host wants on top, in its colour where they can be read on it. */
export function showBanner({ banner }: LiveView): void {
  const shown = byId('banner', HTMLParagraphElement);
  shown.hidden = banner === undefined;
  if (banner === undefined) return;
  shown.textContent = banner.text;
  if (banner.colours === undefined) return;
  shown.style.setProperty('--banner', banner.colours.background);
  shown.style.setProperty('--banner-text', banner.colours.text);
}
