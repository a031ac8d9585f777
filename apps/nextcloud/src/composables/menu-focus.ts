import { type ComponentPublicInstance, ref } from 'vue';

/** How many frames a menu may take to appear, or to go. */
const patience = 60;

/** Does something in every frame for as long as a menu or a dialog may take to go. */
export async function patiently(deed: () => void): Promise<void> {
  for (let frame = 0; frame < patience; frame += 1) {
    await new Promise(requestAnimationFrame);
    deed();
  }
}

/**
 * Keeps the focus where people with a keyboard expect it. Nextcloud's menus take it when they have faded
 * in, and a browser that shows them at once leaves it outside, where arrows do nothing. Dialogs give it
 * back to what was pressed, which in a menu is gone by then.
 */
export function useMenuFocus() {
  const menu = ref<ComponentPublicInstance>();

  async function enter(): Promise<void> {
    for (let frame = 0; frame < patience; frame += 1) {
      await new Promise(requestAnimationFrame);
      const list = listOf(menu.value);
      if (list?.contains(document.activeElement)) return;
      list?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
    }
  }

  /** Gives the focus back to the menu's button after a dialog that the menu has opened. */
  function leave(): Promise<void> {
    return patiently(() => {
      if (document.activeElement === document.body) buttonOf(menu.value)?.focus();
    });
  }

  return { menu, enter, leave };
}

function buttonOf(menu: ComponentPublicInstance | undefined): HTMLElement | null {
  return (menu?.$el as Element | undefined)?.querySelector('[aria-controls], button') ?? null;
}

function listOf(menu: ComponentPublicInstance | undefined): HTMLElement | null {
  const id = buttonOf(menu)?.getAttribute('aria-controls');
  return id ? document.getElementById(id) : null;
}
